//! HTML to prose: what a browser shows, and the title and description that a search shows.
//!
//! No tree is built. A counter tells how deep a list or a block quotation is, and what is not prose
//! is passed over up to its end tag, so that depth costs nothing and no text is odd enough to fail.

use crate::document::block::Role;
use crate::document::element;
use crate::document::element::Element;
use crate::document::hidden;
use crate::document::hidden::Hidden;
use crate::document::prose::Prose;
use crate::document::tag;
use crate::document::tag::Listener;
use crate::document::tag::Tag;
use crate::document::written_day;
use crate::span::Span;
use jiff::civil::Date;

/// Adds the prose of `text` to `prose`, whose source it is; gives the day that its markup names.
pub fn read<'s>(text: &'s str, prose: &mut Prose<'s>) -> Option<Date> {
    let mut reader = Reader::new(text, prose);
    reader.feed(Span::new(0, text.len()));
    reader.date()
}

/// Reads tags and words, and keeps in mind what they stand in.
pub struct Reader<'p, 's, 'm> {
    /// What was read so far.
    pub prose: &'p mut Prose<'s>,
    source: &'m str,
    /// How many block quotations are open.
    pub n_quotations: usize,
    /// How many lists are open.
    pub n_lists: usize,
    /// The role of the heading that is open.
    pub heading: Option<Role>,
    /// Whether a row of a table is open.
    pub is_row: bool,
    hidden: Option<Hidden>,
    /// The element that was opened last, until words follow.
    last: Element,
    has_title: bool,
    dates: Dates,
    /// The words of the data that is open.
    data: Option<String>,
}

/// What newsrooms call the day of publication in a `<meta>`.
const PUBLISHED: &[&str] = &[
    "article:published_time", "article:published", "article.published", "og:published_time",
    "og:article:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "publish_date",
    "published", "publication_date", "publicationdate", "date", "dc.date", "dc.date.issued",
    "dc.date.created", "dcterms.date", "dcterms.issued", "dcterms.created", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date",
];
/// The same of the day of the last change, which counts where nothing else names a day.
const MODIFIED: &[&str] = &["article:modified_time", "article:modified", "og:updated_time", "datemodified"];

/// The days that the markup names.
#[derive(Default)]
struct Dates {
    meta: Option<Date>,
    modified: Option<Date>,
    time: Option<Date>,
    data: Option<Date>,
}

impl<'p, 's, 'm> Reader<'p, 's, 'm> {
    /// A reader that adds to `prose`; `source` is as long as its source and may be masked.
    pub fn new(source: &'m str, prose: &'p mut Prose<'s>) -> Reader<'p, 's, 'm> {
        Reader {
            has_title: prose.n_blocks() > 0,
            prose,
            source,
            n_quotations: 0,
            n_lists: 0,
            heading: None,
            is_row: false,
            hidden: None,
            last: Element::Inline,
            dates: Dates::default(),
            data: None,
        }
    }

    /// Reads the part `part`.
    pub fn feed(&mut self, part: Span) {
        tag::read(self.source, part, self);
    }

    /// The day that was named.
    pub fn date(&self) -> Option<Date> {
        self.dates.meta.or(self.dates.time).or(self.dates.data).or(self.dates.modified)
    }

    /// Whether words that come next are not prose.
    pub fn is_hidden(&self) -> bool {
        self.hidden.is_some()
    }

    /// What a block that ends here is to the reader.
    pub fn role(&self) -> Role {
        match self.heading {
            _ if self.n_quotations > 0 => Role::Quotation,
            Some(role) => role,
            None if self.n_lists > 0 || self.is_row => Role::Item,
            None => Role::Paragraph,
        }
    }

    /// Ends the open block.
    pub fn end(&mut self) {
        self.prose.end(self.role());
    }

    /// Opens a heading: the first one of the highest level is the headline.
    pub fn open_heading(&mut self, is_highest: bool) {
        self.end();
        let is_title = is_highest && !self.has_title;
        self.has_title |= is_title;
        self.heading = Some(if is_title { Role::Title } else { Role::Heading });
    }

    /// Ends the heading that is open.
    pub fn close_heading(&mut self) {
        self.end();
        self.heading = None;
    }

    /// Forgets code and struck words that were never closed in their paragraph.
    pub fn forget_inline(&mut self) {
        self.hidden.take_if(|hidden| matches!(hidden.element, Element::Code | Element::Struck));
    }

    fn hide(&mut self, tag: &Tag, element: Element) {
        self.hidden = Some(Hidden::new(tag, element));
    }

    fn open_hidden(&mut self, tag: &Tag) -> bool {
        self.hidden.as_mut().map(|hidden| hidden.open(tag)).is_some()
    }

    fn close_hidden(&mut self, name: &str, raw: Span) -> bool {
        let Some(hidden) = &mut self.hidden else { return false };
        if hidden.ends(name) {
            if hidden.element == Element::Code {
                self.prose.opaque(Span::new(hidden.start, raw.end()));
            }
            self.hidden = None;
            self.close_data();
        }
        true
    }

    fn close_data(&mut self) {
        if let Some(data) = self.data.take() {
            self.dates.data = self.dates.data.or_else(|| published(&data));
        }
    }

    fn open_element(&mut self, tag: &Tag, element: Element, last: Element) {
        match element {
            Element::Title => self.open_title(tag),
            Element::Headline | Element::Heading => self.open_heading(element == Element::Headline),
            Element::Block | Element::Table => {
                self.end();
                self.is_row = false;
            }
            Element::Row => {
                self.end();
                self.is_row = true;
            }
            Element::List => {
                self.end();
                self.n_lists += 1;
            }
            Element::Quotation => {
                self.end();
                self.n_quotations += 1;
            }
            Element::Cell => self.prose.cell(),
            Element::Quote => self.prose.replace("“", tag.span),
            Element::Break => self.prose.line_break(tag.span, self.role()),
            Element::Picture => self.picture(tag),
            Element::Meta => self.meta(tag),
            Element::Time => {
                let day =
                    ["datetime", "content"].iter().find_map(|name| written_day::parse(&tag.value(name)));
                self.dates.time = self.dates.time.or(day);
            }
            Element::Unseen => {
                self.data = (tag.value("type") == "application/ld+json").then(String::new);
                self.hide(tag, element);
            }
            Element::Hidden => {
                self.end();
                self.hide(tag, element);
            }
            Element::Code | Element::Struck => self.hide(tag, element),
            // The mark of a footnote: a raised link, or a link that is raised.
            Element::Raised if last == Element::Link => self.hide(tag, element),
            Element::Link if last == Element::Raised && tag.value("href").contains('#') => {
                self.hide(tag, element);
            }
            Element::Raised | Element::Link | Element::Inline => {}
        }
    }

    fn open_title(&mut self, tag: &Tag) {
        self.end();
        if self.has_title {
            return self.hide(tag, Element::Title);
        }
        self.has_title = true;
        self.heading = Some(Role::Title);
    }

    /// The words for those who do not see a picture: a block of their own, or one word in a sentence.
    fn picture(&mut self, tag: &Tag) {
        let is_apart = tag.value("alt").split_whitespace().nth(1).is_some();
        if is_apart {
            self.end();
        }
        self.attribute(tag, "alt");
        if is_apart {
            self.end();
        }
    }

    fn attribute(&mut self, tag: &Tag, name: &str) {
        for (words, raw) in tag.pieces(name) {
            self.words(words, *raw);
        }
    }

    fn words(&mut self, words: &str, raw: Span) {
        if raw.len() == words.len() && words.as_bytes().iter().zip(raw.of(self.source).as_bytes()).all(same) {
            self.prose.copy(raw);
        } else {
            self.prose.replace(words, raw);
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let name = ["name", "property", "itemprop"].map(|key| tag.value(key).to_ascii_lowercase());
        let is_day = |names: &[&str]| name.iter().any(|name| names.contains(&name.as_str()));
        if is_day(PUBLISHED) {
            self.dates.meta = self.dates.meta.or_else(|| written_day::parse(&tag.value("content")));
        } else if is_day(MODIFIED) {
            self.dates.modified = self.dates.modified.or_else(|| written_day::parse(&tag.value("content")));
        }
        if name[0] == "description" {
            self.end();
            self.attribute(tag, "content");
            self.end();
        }
    }
}

/// Whether a byte was read as it stands; a return is read as a space.
fn same((read, written): (&u8, &u8)) -> bool {
    read == written || *written == b'\r'
}

impl Listener for Reader<'_, '_, '_> {
    fn text(&mut self, words: &str, raw: Span) {
        if let Some(data) = &mut self.data {
            data.push_str(words);
        }
        if !self.is_hidden() {
            self.last = Element::Inline;
            self.words(words, raw);
        }
    }

    fn open(&mut self, tag: &Tag) {
        if self.open_hidden(tag) {
            return;
        }
        let element = element::of(&tag.name);
        let last = std::mem::replace(&mut self.last, element);
        let is_void = element::is_void(&tag.name);
        let is_drawing = matches!(tag.name.as_str(), "svg" | "math") && tag.is_empty;
        if hidden::is_not_shown(tag) && !is_void {
            self.hide(tag, Element::Hidden);
        } else if !is_drawing {
            if element::is_group(&tag.name) {
                self.end();
                self.prose.open_group();
            }
            self.open_element(tag, element, last);
        }
    }

    fn comment(&mut self, raw: Span) {
        self.prose.comment(raw);
    }

    fn close(&mut self, name: &str, raw: Span) {
        if self.close_hidden(name, raw) {
            return;
        }
        if element::is_group(name) {
            self.end();
            self.prose.close_group();
        }
        match element::of(name) {
            Element::Title | Element::Headline | Element::Heading => self.close_heading(),
            Element::Block => self.end(),
            Element::Row | Element::Table => {
                self.end();
                self.is_row = false;
            }
            Element::List => {
                self.end();
                self.n_lists = self.n_lists.saturating_sub(1);
            }
            Element::Quotation => {
                self.end();
                self.n_quotations = self.n_quotations.saturating_sub(1);
            }
            Element::Quote => self.prose.replace("”", raw),
            _ => {}
        }
    }
}

/// The day after `"datePublished":` in data about the page.
fn published(data: &str) -> Option<Date> {
    let (_, after) = data.split_once("\"datePublished\"")?;
    let value = after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    written_day::parse(value.split('"').next()?)
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::document::block::Role;
    use crate::document::sample;
    use crate::document::sample::html;
    use crate::source::Format;
    use jiff::civil::Date;
    use jiff::civil::date;

    #[track_caller]
    fn check(text: &str, blocks: &[&str]) {
        sample::check_blocks(Format::Html, text, blocks);
    }

    /// Checks that `words` of the prose stand for exactly `raw`.
    #[track_caller]
    fn check_raw(text: &str, words: &str, raw: &str) {
        sample::check_raw(Format::Html, text, words, raw);
    }

    #[track_caller]
    fn check_roles(text: &str, roles: &[Role]) {
        sample::check_roles(Format::Html, text, roles);
    }

    #[track_caller]
    fn check_date(text: &str, day: Option<Date>) {
        assert_eq!(Document::of(&html(text), None, None).date(), day, "{text:?}");
    }

    #[test]
    fn markup_is_taken_out() {
        check_raw("<p>The <b>31</b>-member bloc</p>", "31-member", "31</b>-member");
        check_raw("<p>The <a title='30' href=x>31-member</a> bloc</p>", "31-member", "31-member");
        check_raw("The 31&#45;member&nbsp;bloc", "31-member bloc", "31&#45;member&nbsp;bloc");
        check_raw("The 31&hyphen;mem&shy;ber bloc", "31-member", "31&hyphen;mem&shy;ber");
        check_raw("<td>of\r\n  31\r\n  members</td>", "of 31 members", "of\r\n  31\r\n  members");
        check_raw("<p>Caf&#101;&#769;s<!-- x --> here", "és here", "&#101;&#769;s<!-- x --> here");
        check_raw("<p>A < B &amp;c", "A < B &c", "A < B &amp;c");
    }

    #[test]
    fn what_nobody_sees_is_no_prose() {
        check("<style>p{}</style><p>A<script>if(a<b)</script>b<!-- c --></p>", &["Ab"]);
        check(
            "<p>A <code>let <b>x</b></code> b<pre>c</pre><p hidden>d<p>e</p></p><p>f<b style='display: none'>g</b>",
            &["A \u{fffc} b", "f"],
        );
        check(
            "<p>It has <del>30</del> <ins>31</ins> members<sup><a href='#f1'>1</a></sup>.",
            &["It has 31 members."],
        );
        check(
            "<p>The 31<sup>st</sup> <svg><title>x</title></svg>member<a href='#n'><sup>2</sup></a>",
            &["The 31st member"],
        );
        check("<p>A<noscript><p>b</p></noscript> <svg/>c", &["A c"]);
        check("<!DOCTYPE html><html><head><link href=x><base href=y></head><body>a</body></html>", &["a"]);
    }

    #[test]
    fn a_page_has_a_title_and_a_description() {
        let text = "<head><title>The 31&#45;member bloc</title>\n<meta content='It has &#51;1 members' name=Description><meta name=keywords content=x></head><h1>The bloc</h1>";
        check(text, &["The 31-member bloc", "It has 31 members", "The bloc"]);
        check_raw(text, "31-member", "31&#45;member");
        check_raw(text, "31 members", "&#51;1 members");
        check_roles(text, &[Role::Title, Role::Heading, Role::Heading]);
    }

    #[test]
    fn blocks_have_roles() {
        check_roles(
            "<h1>A</h1><p>A sentence.</p><ul><li>b<ol><li>c</ol></ul><blockquote><h2>d</h2><p>e</blockquote><table><tr><td>f</table><p>The end.",
            &[
                Role::Title,
                Role::Paragraph,
                Role::Item,
                Role::Item,
                Role::Quotation,
                Role::Quotation,
                Role::Item,
                Role::Paragraph,
            ],
        );
    }

    #[test]
    fn a_row_is_one_block() {
        check(
            "<table><tr><th>A</th><td> b </td><td></td><td>c</td></tr><tr><td>d</table>",
            &["A | b | c", "d"],
        );
    }

    #[test]
    fn quotation_marks_are_put_around_short_quotations() {
        check_raw("<p>He said <q>no</q>.", "“no”", "<q>no</q>");
    }

    #[test]
    fn pictures_have_words() {
        check(
            "<p>A <img alt='31&nbsp;members here' src=x> b <img alt=c> <img src=d>",
            &["A", "31 members here", "b c"],
        );
    }

    #[test]
    fn lines_are_broken() {
        check(
            "<p>An alliance of<br>31 members<br><br>Orla<br/>Harbour Road",
            &["An alliance of 31 members", "Orla", "Harbour Road"],
        );
    }

    #[test]
    fn the_page_names_its_day() {
        let meta = "<meta property='article:published_time' content='2026-05-06T10:00:00+02:00'>";
        let time = "<time datetime=2026-05-07>May 7</time>";
        let data = "<script type='application/ld+json'>{\"@type\": \"Article\", \"datePublished\" : \"2026-05-08\"}</script>";
        check_date(&format!("{data}{time}{meta}<p>Published May 9, 2026"), Some(date(2026, 5, 6)));
        check_date(&format!("{data}{time}<p>Published May 9, 2026"), Some(date(2026, 5, 7)));
        check_date(&format!("{data}<p>Published May 9, 2026"), Some(date(2026, 5, 8)));
        check_date("<meta name=parsely-pub-date content='6 May 2026'><p>A.", Some(date(2026, 5, 6)));
        check_date(
            "<meta property='article:modified_time' content=2026-05-09><time datetime=2026-05-06>",
            Some(date(2026, 5, 6)),
        );
        check_date("<h1>Harbour opens</h1><p>Published <b>May 9</b>, 2026", Some(date(2026, 5, 9)));
        check_date("<p>On May 9, 2026, the harbour opened.", None);
    }
}
