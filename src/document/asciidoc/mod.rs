//! AsciiDoc to prose, line by line.
//!
//! Headings, lists, quotations, tables and titles of blocks become blocks; comments, listings and macros that
//! show no words are passed over.

mod inline;

use crate::document::block::Role;
use crate::document::front_matter;
use crate::document::lines;
use crate::document::passage::Passage;
use crate::document::prose::Prose;
use crate::document::written_day;
use crate::source;
use crate::span::Span;
use jiff::civil::Date;

/// Adds the prose of `text` to `prose`, whose source it is; gives the day that it names.
pub fn read<'s>(text: &'s str, prose: &mut Prose<'s>) -> Option<Date> {
    let front = front_matter::read(text, prose);
    let mut reader = Reader {
        text,
        has_title: prose.n_blocks() > 0,
        prose,
        lines: Vec::new(),
        footnotes: Vec::new(),
        role: Role::Paragraph,
        style: Style::Plain,
        is_header: false,
        hidden: None,
        quoted: Vec::new(),
        is_table: false,
        is_list: false,
        date: front.date,
    };
    for line in lines::of(text, front.end) {
        reader.line(line);
    }
    reader.flush();
    reader.notes();
    reader.date
}

/// What an attribute line says of the block below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Plain,
    /// Somebody else's words.
    Quotation,
    /// No prose.
    Hidden,
}

/// What the first word of an attribute line makes of the block below.
const STYLES: &[(&str, Style)] = &[
    ("quote", Style::Quotation),
    ("verse", Style::Quotation),
    ("source", Style::Hidden),
    ("listing", Style::Hidden),
    ("literal", Style::Hidden),
    ("stem", Style::Hidden),
    ("latexmath", Style::Hidden),
    ("asciimath", Style::Hidden),
    ("pass", Style::Hidden),
    ("comment", Style::Hidden),
];
/// Words before a note, which are no part of it.
const NOTES: &[&str] = &["NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "];
/// Attributes whose words a reader sees.
const SHOWN: &[&str] = &["description"];

struct Reader<'p, 's> {
    text: &'s str,
    prose: &'p mut Prose<'s>,
    /// The lines of the paragraph that is open.
    lines: Vec<Span>,
    /// The words of footnotes, which stand below everything.
    footnotes: Vec<Span>,
    /// What the paragraph that is open is.
    role: Role,
    /// What was said of the block that comes next.
    style: Style,
    has_title: bool,
    /// Whether the lines below the title are being read.
    is_header: bool,
    /// The line that ends what is passed over.
    hidden: Option<&'s str>,
    /// The lines that end the quotations that are open.
    quoted: Vec<&'s str>,
    is_table: bool,
    is_list: bool,
    date: Option<Date>,
}

impl<'s> Reader<'_, 's> {
    fn line(&mut self, line: Span) {
        let text = self.text;
        let words: &'s str = line.of(text);
        if self.hidden.is_some() {
            self.hidden.take_if(|end| *end == words);
        } else if words.is_empty() {
            self.blank();
        } else if !(self.fence(words) || self.meta(line) || self.block(line)) {
            self.words(line);
        }
    }

    fn blank(&mut self) {
        self.flush();
        (self.is_header, self.is_list) = (false, self.is_list && self.is_table);
    }

    /// A line that begins or ends a block.
    fn fence(&mut self, words: &'s str) -> bool {
        if is_table_fence(words) {
            self.flush();
            self.is_table = !self.is_table;
            if self.is_table {
                self.prose.open_group()
            } else {
                self.prose.close_group()
            }
            self.style = Style::Plain;
            return true;
        }
        let mark = if words == "--" { Some('o') } else { lines::ruled(words, 4) };
        let is_code = words.starts_with("```");
        match mark.filter(|_| !is_code) {
            None if !is_code => return false,
            None | Some('-' | '.' | '+' | '/' | '`') => {
                self.flush();
                self.hidden = Some(if is_code { "```" } else { words });
            }
            Some('_') => self.quotation(words),
            Some('=' | '*' | 'o') if self.style == Style::Hidden => {
                self.flush();
                self.hidden = Some(words);
            }
            Some('=' | '*' | 'o') if self.style == Style::Quotation || self.quoted.contains(&words) => {
                self.quotation(words);
            }
            Some('=' | '*' | 'o') => self.flush(),
            Some(_) => return false,
        }
        self.style = Style::Plain;
        true
    }

    /// The line that begins a quotation, or the one that ends it.
    fn quotation(&mut self, words: &'s str) {
        self.flush();
        if let Some(at) = self.quoted.iter().position(|open| *open == words) {
            for _ in at..self.quoted.len() {
                self.prose.close_group();
            }
            self.quoted.truncate(at);
        } else {
            self.prose.open_group();
            self.quoted.push(words);
        }
    }

    /// A line that says something of the text or of the block below it.
    fn meta(&mut self, line: Span) -> bool {
        let words = line.of(self.text);
        if words.starts_with("//") {
            self.prose_comment(line);
        } else if words.starts_with('[') && words.ends_with(']') {
            self.attributes(words);
        } else if let Some((name, value)) = entry(words) {
            self.attribute(line, name, value);
        } else if matches!(words, "+" | "'''" | "<<<" | "---" | "***" | "* * *" | "- - -") {
            self.flush();
        } else {
            return self.is_header;
        }
        true
    }

    fn prose_comment(&mut self, line: Span) {
        // A comment among the lines of a paragraph is about the next line, which is that paragraph still.
        self.flush();
        self.prose.comment(line);
    }

    fn attributes(&mut self, words: &str) {
        self.flush();
        let inner = words.trim_matches(['[', ']']);
        let first = inner.split([',', '.', '#', '%']).next().unwrap_or_default().trim();
        if let Some((_, style)) = STYLES.iter().find(|(name, _)| *name == first) {
            self.style = *style;
        }
    }

    /// `:name: value` at the top.
    fn attribute(&mut self, line: Span, name: &str, value: &str) {
        self.flush();
        if SHOWN.contains(&name) {
            self.lines.push(lines::after(self.text, line, name.len() + 2));
            self.flush();
        }
        let is_day = name == "revdate"
            || source::front_matter::KEYS.iter().any(|key| source::front_matter::is_key(name, key));
        if is_day {
            self.date = self.date.or_else(|| written_day::parse(value));
        }
    }

    /// A line that is a block by itself, or begins one.
    fn block(&mut self, line: Span) -> bool {
        let words = line.of(self.text);
        if let Some(level) = heading(words) {
            self.heading(line, level);
        } else if let Some((name, target, inner)) = macro_of(words) {
            self.block_macro(line, name, target.len() + name.len() + 3, inner);
        } else if let Some(rest) = words.strip_prefix('.').filter(|rest| is_title(rest)) {
            self.flush();
            self.lines.push(Span::new(line.end() - rest.len(), line.end()));
            self.flush();
        } else if self.is_table {
            self.row(line);
        } else {
            return false;
        }
        true
    }

    fn heading(&mut self, line: Span, level: usize) {
        self.flush();
        let is_title = level == 1 && !self.has_title;
        self.has_title |= is_title;
        self.role = if is_title { Role::Title } else { Role::Heading };
        self.lines.push(lines::after(self.text, line, level));
        self.flush();
        (self.is_header, self.style) = (is_title, Style::Plain);
    }

    /// A picture has words for those who do not see it; other macros on lines of their own have none.
    fn block_macro(&mut self, line: Span, name: &str, at: usize, inner: &str) {
        self.flush();
        if name == "image" {
            let alt = alternative(inner);
            let start = line.start() + at;
            self.lines.push(Span::new(start, start + alt.len()));
            self.flush();
        }
    }

    /// A line of a table; cells begin behind bars, and lines of their own are rows.
    fn row(&mut self, line: Span) {
        let words = line.of(self.text);
        if words.starts_with('|') || words.contains(" |") {
            self.flush();
        }
        let mut at = line.start();
        for cell in words.split('|') {
            let span = Span::new(at, at + cell.trim_end().len());
            at += cell.len() + 1;
            let span = lines::trimmed(self.text, span);
            if !span.is_empty() && !is_specifier(span.of(self.text), at > line.end()) {
                self.prose.cell();
                inline::write(&Passage::of(self.text, &[span]), self.prose, &mut self.footnotes);
            }
        }
        self.role = Role::Item;
        self.end();
    }

    /// A line of words: the first of an item or a paragraph, or one more.
    fn words(&mut self, line: Span) {
        let is_indented = line.of(self.text).starts_with([' ', '\t']);
        let trimmed = lines::trimmed(self.text, line);
        if let Some(len) = item_len(trimmed.of(self.text)) {
            self.flush();
            (self.is_list, self.role) = (true, Role::Item);
            self.lines.push(lines::after(self.text, trimmed, len));
        } else if let Some((term, rest)) = definition(self.text, trimmed) {
            self.flush();
            self.role = Role::Item;
            self.lines.push(term);
            self.flush();
            (self.is_list, self.role) = (true, Role::Item);
            self.lines.extend((!rest.is_empty()).then_some(rest));
        } else if is_indented && self.lines.is_empty() && !self.is_list {
            // A literal paragraph: up to the next blank line.
            self.hidden = Some("");
        } else if self.lines.is_empty() {
            self.begin(trimmed);
        } else {
            self.lines.push(trimmed);
        }
    }

    fn begin(&mut self, line: Span) {
        let words = line.of(self.text);
        let note = NOTES.iter().find(|note| words.starts_with(**note)).map_or(0, |note| note.len());
        let quoted = if words.starts_with("> ") { 2 } else { 0 };
        if quoted > 0 {
            self.style = Style::Quotation;
        }
        self.lines.push(lines::after(self.text, line, note.max(quoted)));
    }

    /// Writes the paragraph that is open.
    fn flush(&mut self) {
        if self.lines.is_empty() {
            return;
        }
        let passage = Passage::of(self.text, &std::mem::take(&mut self.lines));
        if self.style != Style::Hidden {
            inline::write(&passage, self.prose, &mut self.footnotes);
        }
        self.end();
    }

    fn end(&mut self) {
        let is_quoted = !self.quoted.is_empty() || self.style == Style::Quotation;
        self.prose.end(if is_quoted { Role::Quotation } else { self.role });
        (self.role, self.style) = (Role::Paragraph, Style::Plain);
    }

    /// Writes the footnotes, each a block; those in footnotes are no more than their words.
    fn notes(&mut self) {
        for note in std::mem::take(&mut self.footnotes) {
            inline::write(&Passage::of(self.text, &lines_in(self.text, note)), self.prose, &mut Vec::new());
            self.end();
        }
    }
}

/// The lines of a stretch of text.
fn lines_in(text: &str, span: Span) -> Vec<Span> {
    let inner = text.get(..span.end()).unwrap_or_default();
    lines::of(inner, span.start())
}

fn is_table_fence(words: &str) -> bool {
    words.len() > 3 && words.starts_with(['|', ',', ':', '!']) && words[1..].bytes().all(|byte| byte == b'=')
}

/// The name and the value of `:name: value`.
fn entry(words: &str) -> Option<(&str, &str)> {
    let (name, value) = words.strip_prefix(':')?.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_!".contains(c));
    (is_name && (value.is_empty() || value.starts_with(' '))).then_some((name, value.trim()))
}

/// The level of a heading: how many marks stand before it.
fn heading(words: &str) -> Option<usize> {
    let level = words.len() - words.trim_start_matches(['=', '#']).len();
    let is_one_mark = lines::ruled(&words[..level], 1).is_some();
    (is_one_mark && level < 7 && words[level..].starts_with(' ')).then_some(level)
}

/// The name, the target and what stands between the brackets of `name::target[…]`.
fn macro_of(words: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = words.split_once("::")?;
    let (target, inner) = rest.strip_suffix(']')?.split_once('[')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_name && !target.contains(' ')).then_some((name, target, inner))
}

/// The words for those who do not see a picture: the first of its attributes.
fn alternative(inner: &str) -> &str {
    if let Some(quoted) = inner.strip_prefix('"') {
        return quoted.split('"').next().unwrap_or_default();
    }
    let first = inner.split(',').next().unwrap_or_default();
    if first.contains('=') { "" } else { first }
}

fn is_title(rest: &str) -> bool {
    rest.starts_with(|c: char| !c.is_whitespace() && c != '.')
}

/// The length of the mark of an item: "* ", "** ", ". ", "1. ", "<1> ", with a box behind it.
fn item_len(words: &str) -> Option<usize> {
    let (mark, rest) = words.split_once(' ')?;
    let is_bullet = mark == "-" || lines::ruled(mark, 1).is_some_and(|c| matches!(c, '*' | '.'));
    let is_callout = mark.starts_with('<') && mark.ends_with('>') && mark.len() < 6;
    let is_numbered = lines::bullet_len(words, &[]).is_some() && mark.ends_with('.');
    let boxed = ["[ ] ", "[x] ", "[*] "].iter().find(|mark| rest.trim_start().starts_with(**mark));
    let space = rest.len() - rest.trim_start().len();
    let is_item = (is_bullet && mark.len() < 7) || is_callout || is_numbered;
    is_item.then(|| mark.len() + 1 + boxed.map_or(0, |mark| space + mark.len()))
}

/// The term and the definition of `term:: definition`.
fn definition(text: &str, line: Span) -> Option<(Span, Span)> {
    let words = line.of(text);
    let at = words.find("::")?;
    let n_marks = words[at..].len() - words[at..].trim_start_matches([':', ';']).len();
    let is_end = words[at + n_marks..].is_empty() || words[at + n_marks..].starts_with(' ');
    let term = Span::new(line.start(), line.start() + at);
    (at > 0 && is_end && n_marks < 5).then(|| (term, lines::after(text, line, at + n_marks)))
}

/// Whether words before a bar only say how a cell looks: "2+", "^.^s", "a".
fn is_specifier(words: &str, is_last: bool) -> bool {
    let is_style = |c: char| c.is_ascii_digit() || "+*.<>^aehmlsdv".contains(c);
    !is_last
        && words.len() < 6
        && words.chars().all(is_style)
        && words.contains(['+', '*', '<', '>', '^', 'a'])
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::document::block::Role;
    use crate::document::sample;
    use crate::document::sample::article;
    use crate::source::Format;
    use jiff::civil::date;

    #[track_caller]
    fn check(text: &str, blocks: &[&str]) {
        sample::check_blocks(Format::AsciiDoc, text, blocks);
    }

    #[track_caller]
    fn check_raw(text: &str, words: &str, raw: &str) {
        sample::check_raw(Format::AsciiDoc, text, words, raw);
    }

    #[track_caller]
    fn check_roles(text: &str, roles: &[Role]) {
        sample::check_roles(Format::AsciiDoc, text, roles);
    }

    #[test]
    fn markup_is_taken_out() {
        check_raw("The *31*-member bloc", "31-member", "31*-member");
        check_raw("The **31**-mem__ber__ bloc", "31-member", "31**-mem__ber");
        check_raw("The https://a.b/30[31-member] bloc", "31-member", "31-member");
        check_raw("The <<a,31-member>> bloc", "31-member", "31-member");
        check_raw("The [.big]#31#&#45;member{nbsp}bloc", "31-member bloc", "31#&#45;member{nbsp}bloc");
        check_raw(
            "The 31footnote:[Or 32 *members*.] members.",
            "31 members",
            "31footnote:[Or 32 *members*.] members",
        );
        check_raw("The 31footnote:[Or 32 *members*.] members.", "32 members", "32 *members");
        check_raw("A bloc of _31\nmembers_.", "of 31 members", "of _31\nmembers");
        check(
            "Run `it` at https://a.b/31, {x} and \"`so`\".",
            &["Run \u{fffc} at \u{fffc}, \u{fffc} and “so”."],
        );
        check("2 * 3 * 4 and *open words and a_b_c", &["2 * 3 * 4 and *open words and a_b_c"]);
    }

    #[test]
    fn blocks_have_roles() {
        check_roles(
            "= Title\nAn Author\n:revdate: 2026-05-06\n\n== Part\n\nA sentence.\n\n* item\n** nested\n. first\n\n____\nQuoted.\n____\n\n[quote, Somebody]\nQuoted.\n\nNOTE: A note here.\n",
            &[
                Role::Title,
                Role::Heading,
                Role::Paragraph,
                Role::Item,
                Role::Item,
                Role::Item,
                Role::Quotation,
                Role::Quotation,
                Role::Paragraph,
            ],
        );
    }

    #[test]
    fn what_nobody_sees_is_no_prose() {
        check("A.\n\n// a comment\n////\n31\n\nmembers\n////\n\nB.", &["A.", "B."]);
        check("----\n31\n----\n\n[source]\nx = 31\n\n 31 literal\n more\n\n```rust\n31\n```\nB.", &["B."]);
        check("include::a.adoc[]\nifdef::a[]\nB.\nendif::[]\n\n[[id]]\n[#other]\nC.", &["B.", "C."]);
    }

    #[test]
    fn pictures_and_titles_have_words() {
        check(
            "image::a.png[The 31 members,300]\n\n.The title\n====\nB.\n====\n",
            &["The 31 members", "The title", "B."],
        );
        check("See image:a.png[the bloc] here.", &["See the bloc here."]);
    }

    #[test]
    fn tables_have_rows() {
        check(
            "[cols=\"1,1\"]\n|===\n|A |B\n\n|31 *members*\n|x\n2+|y\n|===\n\nB.",
            &["A | B", "31 members", "x", "y", "B."],
        );
    }

    #[test]
    fn definitions_are_read() {
        check(
            "Bloc:: It has 31\nmembers.\nSeat::\n  Orla\n",
            &["Bloc", "It has 31 members.", "Seat", "Orla"],
        );
    }

    #[test]
    fn the_header_names_the_day_and_the_description() {
        let text = "= Title\nAn Author <a@b.c>\nv1.0, 2026-01-01\n:description: The 31 members\n:revdate: 2026-05-06\n:keywords: 30\n\nText.";
        check(text, &["Title", "The 31 members", "Text."]);
        assert_eq!(Document::of(&article(Format::AsciiDoc, text), None, None).date(), Some(date(2026, 5, 6)));
    }

    #[test]
    fn a_comment_may_be_a_directive() {
        let text = "A.\n\n// factlint-ignore a: b\n* The 31\n* members.\n\nC.";
        let article = article(Format::AsciiDoc, text);
        let document = Document::of(&article, None, None);
        let directive = document.directives.first().expect("a directive");
        assert_eq!(directive.reach.of(text), "The 31");
    }
}
