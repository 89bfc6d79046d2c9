//! reStructuredText to prose, line by line; nothing is nested but in a list of open indentations.
//!
//! Headings, lists, fields, block quotations and tables become blocks; comments, targets, literal blocks
//! and directives that show no words are passed over, whatever is indented below them.

mod explicit;
mod inline;
mod table;

use crate::document::block::Role;
use crate::document::lines;
use crate::document::passage::Passage;
use crate::document::prose::Prose;
use crate::document::rst::explicit::Body;
use crate::document::written_day;
use crate::source::front_matter;
use crate::span::Span;
use jiff::civil::Date;

/// Marks of items that have no number.
const BULLETS: &[char] = &['*', '-', '+', '•', '‣', '⁃'];
/// Fields at the top whose words a reader sees, with what they are to the reader.
const SHOWN: &[(&str, Role)] = &[
    ("title", Role::Title),
    ("subtitle", Role::Heading),
    ("summary", Role::Paragraph),
    ("description", Role::Paragraph),
    ("abstract", Role::Paragraph),
];

/// Adds the prose of `text` to `prose`, whose source it is; gives the day that it names.
pub fn read<'s>(text: &'s str, prose: &mut Prose<'s>) -> Option<Date> {
    let mut reader = Reader {
        text,
        has_title: prose.n_blocks() > 0,
        prose,
        levels: Vec::new(),
        lines: Vec::new(),
        role: None,
        styles: Vec::new(),
        is_after_blank: true,
        is_doctest: false,
        literal: None,
        has_body: false,
        table: table::State::default(),
        date: None,
    };
    for line in lines::of(text, 0) {
        reader.line(line);
    }
    reader.flush();
    reader.leave(0);
    reader.date
}

/// What is indented alike, and what it is.
#[derive(Debug)]
struct Level {
    /// How far its lines are indented at least.
    indent: usize,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// An item of a list; its lines are indented exactly so.
    Item,
    /// A block quotation.
    Quotation,
    /// The body of a directive, a note or a field; its first line says how far it is indented.
    Body,
    /// Such a body, whose indentation is known.
    Within,
    /// The options of a directive, before its body.
    Options {
        /// Whether the body is shown.
        body: Body,
    },
    /// What is no prose.
    Hidden,
    /// A comment, with its bytes so far.
    Comment(Span),
}

struct Reader<'p, 's> {
    text: &'s str,
    prose: &'p mut Prose<'s>,
    levels: Vec<Level>,
    /// The lines of the paragraph that is open.
    lines: Vec<Span>,
    /// What it is, where that is known already.
    role: Option<Role>,
    /// The marks under headings, the highest first.
    styles: Vec<char>,
    has_title: bool,
    is_after_blank: bool,
    /// Whether lines are passed over up to the next blank one.
    is_doctest: bool,
    /// The indentation below which what follows is literal.
    literal: Option<usize>,
    /// Whether anything but headings and fields was read.
    has_body: bool,
    table: table::State,
    date: Option<Date>,
}

impl Reader<'_, '_> {
    fn line(&mut self, line: Span) {
        let words = line.of(self.text);
        if words.is_empty() {
            return self.blank();
        }
        let indent = lines::indent(words);
        if self.levels.last().is_some_and(|level| level.indent > indent) {
            self.flush();
            self.leave(indent + 1);
        }
        let line = lines::trimmed(self.text, line);
        if !self.is_doctest && !self.is_passed_over(line, indent) {
            self.indented(line, indent);
        }
        self.is_after_blank = false;
    }

    fn blank(&mut self) {
        self.flush();
        (self.is_after_blank, self.is_doctest) = (true, false);
        if self.table.blank() {
            self.prose.close_group();
        }
        if let Some(Level { kind: kind @ Kind::Options { .. }, .. }) = self.levels.last_mut() {
            let Kind::Options { body } = *kind else { return };
            *kind = body.kind();
        }
    }

    /// Ends all levels that are indented this far or farther.
    fn leave(&mut self, indent: usize) {
        while let Some(level) = self.levels.pop_if(|level| level.indent >= indent) {
            match level.kind {
                Kind::Comment(raw) => self.prose.comment(raw),
                Kind::Item | Kind::Quotation | Kind::Options { body: Body::Quotation } => {
                    self.prose.close_group();
                }
                Kind::Body | Kind::Within | Kind::Options { .. } | Kind::Hidden => {}
            }
        }
    }

    /// Whether a line is part of what is no prose.
    fn is_passed_over(&mut self, line: Span, indent: usize) -> bool {
        if let Some(base) = self.literal.take()
            && indent > base
        {
            self.levels.push(Level { indent: base + 1, kind: Kind::Hidden });
        }
        match self.levels.last_mut().map(|level| &mut level.kind) {
            Some(Kind::Hidden) => true,
            Some(Kind::Comment(raw)) => {
                *raw = raw.join(line);
                true
            }
            _ => false,
        }
    }

    /// A line that may begin a quotation or a definition by its indentation.
    fn indented(&mut self, line: Span, indent: usize) {
        let base = self.levels.last().map_or(0, |level| level.indent);
        let is_deeper = indent > base;
        match self.levels.last_mut() {
            Some(level) if is_deeper && level.kind == Kind::Body => {
                *level = Level { indent, kind: Kind::Within };
            }
            Some(level) if is_deeper && matches!(level.kind, Kind::Options { .. }) => level.indent = indent,
            _ if is_deeper && self.lines.is_empty() && self.is_after_blank => self.quote(indent),
            _ if is_deeper && self.lines.len() == 1 => {
                self.flush();
                self.levels.push(Level { indent, kind: Kind::Within });
            }
            _ => {}
        }
        self.content(line, indent);
    }

    fn quote(&mut self, indent: usize) {
        self.prose.open_group();
        self.levels.push(Level { indent, kind: Kind::Quotation });
    }

    /// What a line is, now that its place is known.
    fn content(&mut self, line: Span, indent: usize) {
        let words = line.of(self.text);
        if let Some(Level { kind: Kind::Options { body }, .. }) = self.levels.last() {
            return self.option(line, indent, *body);
        }
        if self.is_table(line) {
            return;
        }
        if let Some(mark) = lines::ruled(words, 3).filter(|mark| *mark != '.' || words.len() > 3) {
            return self.ruled(line, mark);
        }
        if !self.lines.is_empty() {
            return self.lines.push(line);
        }
        match words {
            ".." => self.push(indent, Kind::Hidden),
            _ if words.starts_with(".. ") => self.explicit(line, indent),
            _ if words.starts_with("__ ") => {}
            _ if words.starts_with(">>> ") => self.is_doctest = true,
            _ if words.starts_with(':') => self.field(line, indent),
            _ => self.begin(line, indent),
        }
    }

    /// The first line of a paragraph or of items, of which one may begin in another.
    fn begin(&mut self, line: Span, indent: usize) {
        let (mut line, mut indent) = (line, indent);
        while let Some(len) = lines::bullet_len(line.of(self.text), BULLETS) {
            indent += len;
            line = lines::after(self.text, line, len);
            self.prose.open_group();
            self.levels.push(Level { indent, kind: Kind::Item });
        }
        if !line.is_empty() {
            self.lines.push(line);
        }
    }

    /// A line of marks: it makes a heading of the line above, or stands above one, or alone.
    fn ruled(&mut self, line: Span, mark: char) {
        if self.lines.len() != 1 {
            if line.of(self.text) == "::" || !self.lines.is_empty() {
                self.lines.push(line);
            }
            return;
        }
        let rank = self.styles.iter().position(|style| *style == mark).unwrap_or_else(|| {
            self.styles.push(mark);
            self.styles.len() - 1
        });
        self.role = Some(if rank == 0 && !self.has_title { Role::Title } else { Role::Heading });
        self.has_title = true;
        self.flush();
    }

    /// `:name: words`.
    fn field(&mut self, line: Span, indent: usize) {
        let words = line.of(self.text);
        let name = words[1..].split_once(':').filter(|(_, rest)| rest.is_empty() || rest.starts_with(' '));
        let Some((name, rest)) = name else { return self.begin(line, indent) };
        let value = lines::after(self.text, line, name.len() + 2);
        let is_top = !self.has_body;
        if is_top && front_matter::KEYS.iter().any(|key| front_matter::is_key(name, key)) {
            self.date = self.date.or_else(|| written_day::parse(rest));
        }
        let name = name.to_lowercase();
        let role =
            SHOWN.iter().find(|(shown, _)| name.split(' ').next() == Some(*shown)).map(|(_, role)| *role);
        let role = if is_top { role } else { Some(Role::Item) };
        self.push(indent, if role.is_some() { Kind::Body } else { Kind::Hidden });
        if let Some(role) = role {
            self.words(value, role);
        }
    }

    /// Writes the paragraph that is open.
    fn flush(&mut self) {
        let Some(last) = self.lines.last_mut() else { return };
        if last.of(self.text).ends_with("::") {
            self.literal = Some(self.levels.last().map_or(0, |level| level.indent));
            *last = Span::new(last.start(), last.end() - 1);
            if last.of(self.text) == ":" {
                self.lines.pop();
            }
        }
        let passage = Passage::of(self.text, &self.lines);
        inline::write(&passage, self.prose);
        self.has_body |= self.role.is_none();
        let role = self.role.take().unwrap_or_else(|| self.place());
        self.prose.end(if self.is_quoted() { Role::Quotation } else { role });
        self.lines.clear();
    }

    fn is_quoted(&self) -> bool {
        self.levels.iter().any(|level| level.kind == Kind::Quotation)
    }

    /// What a paragraph is by the place where it stands.
    fn place(&self) -> Role {
        let is_item = self.levels.iter().any(|level| level.kind == Kind::Item);
        if is_item { Role::Item } else { Role::Paragraph }
    }
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
        sample::check_blocks(Format::Rst, text, blocks);
    }

    #[track_caller]
    fn check_raw(text: &str, words: &str, raw: &str) {
        sample::check_raw(Format::Rst, text, words, raw);
    }

    #[track_caller]
    fn check_roles(text: &str, roles: &[Role]) {
        sample::check_roles(Format::Rst, text, roles);
    }

    #[test]
    fn markup_is_taken_out() {
        check_raw("The **31**-member bloc", "31-member", "31**-member");
        check_raw("The **31**\\ -member bloc", "31-member", "31**\\ -member");
        check_raw(
            "The `31-member <https://a.b/30>`_ bloc",
            "31-member bloc",
            "31-member <https://a.b/30>`_ bloc",
        );
        check_raw("The :emphasis:`31-member` bloc", "31-member", "31-member");
        check_raw("The 31 [#x]_ members.\n\n.. [#x] Or 32\n   members.", "31 members", "31 [#x]_ members");
        check_raw("The 31 [#x]_ members.\n\n.. [#x] Or 32\n   members.", "32 members", "32\n   members");
        check_raw("A bloc of *31\nmembers*.", "of 31 members", "of *31\nmembers");
        check(
            "Run ``it`` at https://a.b/31 with :code:`x`, |y| and member_.",
            &["Run \u{fffc} at \u{fffc} with \u{fffc}, \u{fffc} and member."],
        );
        check("2 * 3 * 4 and *open words", &["2 * 3 * 4 and *open words"]);
    }

    #[test]
    fn blocks_have_roles() {
        check_roles(
            "=====\nTitle\n=====\n\nPart\n----\n\nA sentence.\n\n- item\n\n  more of it.\n- item\n\n  * nested\n\n    quoted words.\n\nAnd:\n\n   Quoted words.\n\n   -- Somebody\n\nThe end.",
            &[
                Role::Title,
                Role::Heading,
                Role::Paragraph,
                Role::Item,
                Role::Item,
                Role::Item,
                Role::Item,
                Role::Item,
                Role::Heading,
                Role::Quotation,
                Role::Quotation,
                Role::Paragraph,
            ],
        );
    }

    #[test]
    fn what_nobody_sees_is_no_prose() {
        check("A.\n\n.. a comment\n   of 31\n\n   members\n\nB.", &["A.", "B."]);
        check("See::\n\n   31 members\n\n   more\n\nB.", &["See:", "B."]);
        check(".. code-block:: python\n   :linenos:\n\n   x = 31\n\nB.", &["B."]);
        check(".. _a: https://a.b\n.. |x| replace:: y\n\n__ https://a.b\n\nB.", &["B."]);
        check(">>> 31\n31\n\nB.\n\n-----\n\nC.", &["B.", "C."]);
    }

    #[test]
    fn directives_show_what_a_reader_sees() {
        check(".. note:: The 31\n   members.\n\n   And more.\n\nB.", &["The 31 members.", "And more.", "B."]);
        check(".. image:: a.png\n   :alt: The 31 members\n   :width: 30\n\nB.", &["The 31 members", "B."]);
        check(".. figure:: a.png\n\n   The 31 members.\n\nB.", &["The 31 members.", "B."]);
        check(
            ".. meta::\n   :description: The 31 members\n   :keywords: 30\n\nB.",
            &["The 31 members", "B."],
        );
        check_roles(".. epigraph::\n\n   The words.\n\nB.", &[Role::Quotation, Role::Paragraph]);
    }

    #[test]
    fn definitions_and_fields_are_read() {
        check("Bloc\n   It has 31 members.\n\nB.", &["Bloc", "It has 31 members.", "B."]);
        check("Text here.\n\n:Members: 31\n:Seat: Orla\n", &["Text here.", "31", "Orla"]);
    }

    #[test]
    fn tables_have_rows() {
        check(
            "+-----+------+\n| A   | B    |\n+=====+======+\n| 31  | mem- |\n| of  | bers |\n+-----+------+\n\nB.",
            &["A | B", "31 of | mem- bers", "B."],
        );
        check(
            "===  =====\nA    B\n===  =====\n31   mem bers\n32   a\n===  =====\n\nB.",
            &["A | B", "31 | mem bers", "32 | a", "B."],
        );
    }

    #[test]
    fn fields_at_the_top_name_the_day() {
        let text =
            "Title\n=====\n\n:date: 2026-05-06\n:slug: the-30-members\n:summary: The 31 members.\n\nText.";
        check(text, &["Title", "The 31 members.", "Text."]);
        assert_eq!(Document::of(&article(Format::Rst, text), None, None).date(), Some(date(2026, 5, 6)));
    }

    #[test]
    fn a_comment_may_be_a_directive() {
        let text = "A.\n\n.. factlint-ignore a: b\n   c\n\nThe 31 members.\n\nC.";
        let article = article(Format::Rst, text);
        let document = Document::of(&article, None, None);
        let directive = document.directives.first().expect("a directive");
        assert_eq!((directive.reason.as_str(), directive.reach.of(text)), ("b c", "The 31 members."));
    }

    #[test]
    fn a_comment_above_a_table_is_about_all_of_it() {
        for table in
            ["+----+\n| 31 |\n+----+\n| 32 |\n+----+", "==  ==\nA   B\n==  ==\n31  C\n\n32  D\n==  =="]
        {
            let text = format!(".. factlint-ignore a: b\n\n{table}\n\n33 members.\n");
            let article = article(Format::Rst, &text);
            let reach = Document::of(&article, None, None).directives[0].reach.of(&text).to_owned();
            assert!(reach.contains("31") && reach.contains("32") && !reach.contains("33"), "{reach:?}");
        }
    }
}
