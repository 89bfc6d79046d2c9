//! Markdown to prose: CommonMark with the tables, footnotes and struck words of GitHub, and HTML.
//!
//! The only file that names pulldown_cmark.

use crate::document::front_matter;
use crate::document::html::Reader;
use crate::document::mdx;
use crate::document::prose::Prose;
use crate::span::Span;
use jiff::civil::Date;
use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::LinkType;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;

/// Adds the prose of `text` to `prose`, whose source it is; gives the day that it names.
pub fn read<'s>(text: &'s str, prose: &mut Prose<'s>) -> Option<Date> {
    let front = front_matter::read(text, prose);
    let masked = mdx::masked(text);
    let body = masked.get(front.end..).unwrap_or_default();
    let html = Reader::new(&masked, prose);
    let mut walk =
        Walk { text: &masked, html, n_passed_over: 0, is_address: false, n_pictures: 0, is_apart: false };
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        walk.event(&event, Span::new(range.start, range.end).shift(front.end));
    }
    front.date.or_else(|| walk.html.date())
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// What is kept in mind from one event to the next.
struct Walk<'p, 's, 'm> {
    text: &'m str,
    html: Reader<'p, 's, 'm>,
    /// How many elements are open whose words are passed over: code and struck words.
    n_passed_over: usize,
    /// Whether the link that is open shows its own address; links do not nest.
    is_address: bool,
    /// How many pictures are open, one in the words of another.
    n_pictures: usize,
    /// Whether the outermost one has a block of its own.
    is_apart: bool,
}

impl Walk<'_, '_, '_> {
    fn event(&mut self, event: &Event<'_>, raw: Span) {
        match event {
            Event::Start(tag) => self.start(tag, raw),
            Event::End(tag) => self.close(*tag),
            Event::InlineHtml(_) => self.html.feed(raw),
            Event::Text(words) => self.words(words, raw),
            Event::Code(_) | Event::InlineMath(_) if self.is_read() => self.html.prose.opaque(raw),
            Event::SoftBreak if self.is_read() => self.html.prose.space(raw),
            Event::HardBreak if self.is_read() => self.html.prose.line_break(raw, self.html.role()),
            Event::Rule => self.html.end(),
            // A block of HTML is read as a whole when it begins; a mark of a footnote is no word.
            _ => {}
        }
    }

    /// Whether words are prose here.
    fn is_read(&self) -> bool {
        self.n_passed_over == 0 && !self.is_address && !self.html.is_hidden()
    }

    fn words(&mut self, words: &str, raw: Span) {
        if self.is_read() {
            self.html.prose.decode(words, raw);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, raw: Span) {
        match tag {
            Tag::Heading { level, .. } => self.html.open_heading(*level == HeadingLevel::H1),
            Tag::BlockQuote(kind) => {
                self.html.end();
                self.html.prose.open_group();
                // A note or a warning is set off like a quotation, but it is the author's.
                self.html.n_quotations += usize::from(kind.is_none());
            }
            Tag::List(_) => {
                self.html.end();
                self.html.prose.open_group();
                self.html.n_lists += 1;
            }
            Tag::Table(_) => self.html.prose.open_group(),
            Tag::TableHead | Tag::TableRow => {
                self.html.end();
                self.html.is_row = true;
            }
            Tag::TableCell => self.html.prose.cell(),
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.html.end();
                self.n_passed_over += 1;
            }
            Tag::HtmlBlock => self.html.feed(raw),
            Tag::Strikethrough => self.n_passed_over += 1,
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                if self.is_read() {
                    self.html.prose.opaque(raw);
                }
                self.is_address = true;
            }
            Tag::Image { .. } => self.open_picture(raw),
            Tag::Paragraph | Tag::Item | Tag::FootnoteDefinition(_) => self.html.end(),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.html.forget_inline();
                self.html.close_heading();
            }
            TagEnd::BlockQuote(kind) => {
                self.html.end();
                self.html.prose.close_group();
                self.html.n_quotations = self.html.n_quotations.saturating_sub(usize::from(kind.is_none()));
            }
            TagEnd::List(_) => {
                self.html.end();
                self.html.prose.close_group();
                self.html.n_lists = self.html.n_lists.saturating_sub(1);
            }
            TagEnd::Table => self.html.prose.close_group(),
            TagEnd::TableHead | TagEnd::TableRow => {
                self.html.end();
                self.html.is_row = false;
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) | TagEnd::Strikethrough => {
                self.n_passed_over = self.n_passed_over.saturating_sub(1);
            }
            TagEnd::Link => self.is_address = false,
            TagEnd::Image => self.close_picture(),
            TagEnd::Paragraph | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.html.forget_inline();
                self.html.end();
            }
            TagEnd::TableCell => self.html.forget_inline(),
            _ => {}
        }
    }

    /// A picture with several words for those who do not see it has a block of its own; one word
    /// stands in the sentence.
    fn open_picture(&mut self, raw: Span) {
        self.n_pictures += 1;
        if self.n_pictures > 1 {
            return;
        }
        let words = raw.of(self.text).split(']').next().unwrap_or_default();
        self.is_apart = words.split_whitespace().nth(1).is_some();
        if self.is_apart {
            self.html.end();
        }
    }

    fn close_picture(&mut self) {
        self.n_pictures = self.n_pictures.saturating_sub(1);
        if self.n_pictures == 0 && self.is_apart {
            self.html.end();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::document::block::Role;
    use crate::document::sample;
    use crate::document::sample::markdown;
    use crate::source::Format;
    use jiff::civil::date;

    #[track_caller]
    fn check(text: &str, blocks: &[&str]) {
        sample::check_blocks(Format::Markdown, text, blocks);
    }

    /// Checks that `words` of the prose stand for exactly `raw`.
    #[track_caller]
    fn check_raw(text: &str, words: &str, raw: &str) {
        sample::check_raw(Format::Markdown, text, words, raw);
    }

    #[track_caller]
    fn check_roles(text: &str, roles: &[Role]) {
        sample::check_roles(Format::Markdown, text, roles);
    }

    #[test]
    fn markup_is_taken_out() {
        check_raw("The **31**-member bloc", "31-member", "31**-member");
        check_raw("The [31-member](https://a.b/30-member \"30\") bloc", "31-member", "31-member");
        check_raw(
            "The [31-member][a] bloc\n\n[a]: https://a.b",
            "The 31-member bloc",
            "The [31-member][a] bloc",
        );
        check_raw("The 31&#45;member&nbsp;bloc", "31-member bloc", "31&#45;member&nbsp;bloc");
        check_raw("The _31\\-member_ bloc", "31-member", "31\\-member");
        check_raw("The 31[^1] members.\n\n[^1]: Or 32 members.", "31 members", "31[^1] members");
        check_raw("The 31[^1] members.\n\n[^1]: Or 32 members.", "32 members", "32 members");
        check_raw("The <b>31</b>-mem<wbr>ber bloc", "31-member", "31</b>-mem<wbr>ber");
    }

    #[test]
    fn wrapped_lines_go_on() {
        check_raw("A bloc of\r\n31 members", "of 31 members", "of\r\n31 members");
        check_raw("> A bloc of\n> 31 members", "of 31 members", "of\n> 31 members");
        check_raw("A bloc of  \n31 members", "of 31 members", "of  \n31 members");
        check_raw("A bloc of\\\n31 members", "of 31 members", "of\\\n31 members");
        check("Rue A  \nOrla  \n\\\nBlue", &["Rue A", "Orla", "Blue"]);
    }

    #[test]
    fn code_is_no_prose() {
        check("    indented\n\n```\nfenced\n```\n\nRun `it` *now* ~~later~~.", &["Run \u{fffc} now ."]);
        check("<!-- hidden -->\n\nSeen <!-- hidden --> here.", &["Seen here."]);
        check("<script>\nhidden\n</script>\n\nSeen <code>hidden</code> here.", &["Seen \u{fffc} here."]);
        check("See <https://a.b/31> and [a](b).\n\n[a]: https://a.b", &["See \u{fffc} and a."]);
    }

    #[test]
    fn an_open_end_is_closed_by_its_paragraph() {
        check("Seen <code> hidden\n\nSeen.", &["Seen", "Seen."]);
    }

    #[test]
    fn a_row_is_one_block() {
        check("| A | B |\n|---|---|\n| 31 members | a\\|b |\n", &["A | B", "31 members | a|b"]);
        check_raw("| A | B |\n|---|---|\n| **31** members | x |\n", "31 members", "31** members");
    }

    #[test]
    fn pictures_have_words() {
        check("![The 31-member bloc](a.png \"x\")", &["The 31-member bloc"]);
        check("Here ![The 31-member bloc](a.png) it is.", &["Here", "The 31-member bloc", "it is."]);
        check("Here ![it](a.png) is.", &["Here it is."]);
        check("[![The **31** members](a.png)](b)", &["The 31 members"]);
    }

    #[test]
    fn blocks_have_roles() {
        check_roles(
            "# One\n\n## Two\n\nA sentence.\n\n- item\n  - item\n\n> quoted\n>\n> - quoted\n\n> [!NOTE]\n> A note here.\n",
            &[
                Role::Title,
                Role::Heading,
                Role::Paragraph,
                Role::Item,
                Role::Item,
                Role::Quotation,
                Role::Quotation,
                Role::Paragraph,
            ],
        );
        check_roles(
            "Setext\n===\n\n1. item\n\n   more of it\n\nThe end.",
            &[Role::Title, Role::Item, Role::Item, Role::Paragraph],
        );
    }

    #[test]
    fn a_block_quotation_is_one_quotation() {
        let article = markdown("He wrote:\n\n> We have 31 members.\n>\n> They are “new”.\n\nSo he said.");
        let document = Document::of(&article, None, None);
        let found: Vec<&str> = document.quotations().iter().map(|q| document.slice(q.words)).collect();
        assert_eq!(found, ["We have 31 members.\n\nThey are “new”."]);
    }

    #[test]
    fn html_between_markdown_counts() {
        check(
            "<div>\n\nThe *31* members\n\n</div>\n<p>And\n<b>32</b> more</p>",
            &["The 31 members", "And 32 more"],
        );
        check_raw("<p>The\n<b>31</b> members</p>\n", "The 31 members", "The\n<b>31</b> members");
        check_roles(
            "<blockquote>\n\nThe words.\n\n</blockquote>\n\nThe end.",
            &[Role::Quotation, Role::Paragraph],
        );
    }

    #[test]
    fn front_matter_is_read_where_readers_see_it() {
        let text = "---\r\ntitle: \"The 31-member bloc\"\r\ntags: [30 members]\r\ndescription: >-\r\n  It has\r\n  31 members.\r\n---\r\nText.";
        check(text, &["The 31-member bloc", "It has 31 members.", "Text."]);
        check_raw(text, "has 31 members", "has\r\n  31 members");
        check_roles(text, &[Role::Title, Role::Paragraph, Role::Paragraph]);
        let text = "+++\ndescription = '''\nIt has 31 members.'''\ntitle = \"Th\\u00e9 31-member bloc\"\n[a]\ntitle = \"30 members\"\n+++\nText.";
        check(text, &["It has 31 members.", "Thé 31-member bloc", "Text."]);
        check_raw(text, "Thé 31-member", "Th\\u00e9 31-member");
        check("---\ntitle: One\ndescription: [odd\n---\nText.", &["One", "Text."]);
        check("---\ntitle: 'It''s odd'\n---\nText.", &["It's odd", "Text."]);
    }

    #[test]
    fn the_day_of_the_front_matter_goes_first() {
        let article = markdown("---\n\"date\" : 2026-05-06T10:00:00Z\n---\nPublished May 7, 2026");
        assert_eq!(Document::of(&article, None, None).date(), Some(date(2026, 5, 6)));
        let article = markdown("# Harbour opens\n\n*Published May 7, 2026*\n");
        assert_eq!(Document::of(&article, None, None).date(), Some(date(2026, 5, 7)));
    }
}
