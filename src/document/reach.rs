//! How far a comment that silences its line or the next block reaches.
//!
//! A comment among words is about their line, within their block. One that closes a line is about that
//! line too. Any other is about what comes next: a block, or a whole list, table or quotation.

use crate::document::block::Block;
use crate::document::directive::Directive;
use crate::document::directive::Verb;
use crate::document::map::Field;
use crate::document::map::OffsetMap;
use crate::span::Span;

/// Where a comment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// Among the words of a block.
    Inside {
        /// The block.
        block: usize,
    },
    /// Between two blocks.
    Between {
        /// The block that follows.
        next: usize,
    },
}

/// A comment whose reach is not known yet.
#[derive(Debug)]
struct Open {
    /// Its directive.
    directive: usize,
    near: Near,
    /// How many groups were open when it was read.
    depth: usize,
    /// The end of the blocks that follow it and belong together, once that is known.
    end: Option<usize>,
}

/// The comments whose reach has to be found.
#[derive(Debug, Default)]
pub struct Reaches {
    opens: Vec<Open>,
    depth: usize,
    /// How many of `opens`, from the first on, need no more blocks.
    n_known: usize,
}

impl Reaches {
    /// A comment.
    pub fn begin(&mut self, directive: usize, near: Near) {
        self.opens.push(Open { directive, near, depth: self.depth, end: None });
    }

    /// A group of blocks begins.
    pub fn open(&mut self) {
        self.depth += 1;
    }

    /// A group of blocks ends, after `n_blocks` of them.
    pub fn close(&mut self, n_blocks: usize) {
        self.depth = self.depth.saturating_sub(1);
        self.follow(n_blocks);
    }

    /// The block `at` ends.
    pub fn block(&mut self, at: usize) {
        self.follow(at + 1);
    }

    /// Ends the reach of comments that are followed by blocks now, and by no open group.
    fn follow(&mut self, n_blocks: usize) {
        let depth = self.depth;
        for open in self.opens.iter_mut().skip(self.n_known).filter(|open| open.depth >= depth) {
            let first = match open.near {
                Near::Inside { block } => block,
                Near::Between { next } => next,
            };
            if open.end.is_none() && n_blocks > first {
                open.end = Some(n_blocks);
            }
        }
        let known = self.opens.iter().skip(self.n_known).take_while(|open| open.end.is_some()).count();
        self.n_known += known;
    }

    /// The directives with their reach.
    pub fn settle(
        &self,
        source: &str,
        blocks: &[Block],
        map: &OffsetMap,
        mut directives: Vec<Directive>,
    ) -> Vec<Directive> {
        let page = Page { source, blocks, map };
        let mut last = Span::at(0);
        for open in &self.opens {
            let Some(directive) = directives.get_mut(open.directive) else { continue };
            // Many comments may share one endless line, whose ends are looked for once.
            if !last.contains(directive.comment) || last.is_empty() {
                last = line(source, directive.comment);
            }
            directive.reach = page.reach(open, directive.comment, last);
        }
        for directive in directives.iter_mut().filter(|directive| directive.verb == Verb::File) {
            directive.reach = Span::new(0, source.len());
        }
        directives
    }
}

/// What was read.
struct Page<'p> {
    source: &'p str,
    blocks: &'p [Block],
    map: &'p OffsetMap,
}

impl Page<'_> {
    fn reach(&self, open: &Open, comment: Span, line: Span) -> Span {
        let last = match open.near {
            Near::Inside { block } => Some(block),
            Near::Between { next } => self.closes_line(next, comment, line),
        };
        match (last, open.near) {
            (Some(block), _) => within(self.block(block), line),
            (None, Near::Between { next } | Near::Inside { block: next }) => {
                let rest = next + 1..open.end.unwrap_or(next + 1);
                let first = self.block(next).unwrap_or(Span::at(comment.end()));
                rest.filter_map(|block| self.block(block)).fold(first, Span::join)
            }
        }
    }

    /// The block before `next` if the comment closes its last line.
    fn closes_line(&self, next: usize, comment: Span, line: Span) -> Option<usize> {
        let before = next.checked_sub(1)?;
        let is_before = self.block(before)?.end() > line.start();
        let is_last = self.block(next).is_none_or(|next| next.start() >= line.end());
        let after = Span::new(comment.end(), line.end()).of(self.source);
        (is_before && is_last && after.len() < line.len()).then_some(before)
    }

    /// Where a block was read, if it stands in the text.
    fn block(&self, at: usize) -> Option<Span> {
        let place = self.map.place(self.blocks.get(at)?.span);
        (place.field == Field::Text).then_some(place.span)
    }
}

/// The line or lines that hold `comment`, without the break behind them.
fn line(source: &str, comment: Span) -> Span {
    let bytes = source.as_bytes();
    let start = memchr::memrchr(b'\n', &bytes[..comment.start()]).map_or(0, |at| at + 1);
    let end = memchr::memchr(b'\n', &bytes[comment.end()..]).map_or(bytes.len(), |at| comment.end() + at);
    Span::new(start, end)
}

/// What a block and a line have in common.
fn within(block: Option<Span>, line: Span) -> Span {
    block.map_or(line, |block| Span::new(block.start().max(line.start()), block.end().min(line.end())))
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::document::sample::article;
    use crate::source::Format;

    /// Checks the words that the only directive of `text` reaches; `@` stands for it.
    #[track_caller]
    fn check(format: Format, text: &str, expected: &str) {
        let text = text.replace('@', "<!-- factlint-ignore a: b -->");
        let article = article(format, &text);
        let document = Document::of(&article, None, None);
        let reaches: Vec<String> = document
            .directives
            .iter()
            .map(|directive| directive.reach.of(&text).replace("<!-- factlint-ignore a: b -->", "@"))
            .collect();
        assert_eq!(reaches, [expected], "{text:?}");
    }

    #[test]
    fn among_words_it_is_about_their_line() {
        check(Format::Markdown, "One\ntwo @ three\nfour.\n", "two @ three");
        check(Format::Markdown, "**One\ntwo @**\nfour.\n", "two @**");
        check(Format::Markdown, "| A | B |\n|---|---|\n| One | @ two |\n| Six | |\n", "One | @ two");
        check(Format::Markdown, "- One @\n- Two\n", "One");
        check(Format::Markdown, "## One @\n\nTwo\n", "One");
        check(Format::Html, "<p>One @ two</p><p>Three</p>", "One @ two");
        check(Format::Html, "<p>One two</p> @\n<p>Three</p>", "One two");
    }

    #[test]
    fn between_blocks_it_is_about_the_next() {
        check(Format::Markdown, "One.\n\n@\n\nTwo\nthree.\n\nFour.\n", "Two\nthree.");
        check(Format::Markdown, "One.\n@\nTwo.\n\nFour.\n", "Two.");
        check(Format::Markdown, "- @\n  One\n- Two\n", "One");
        check(Format::Markdown, "@ One.\n", "One.");
        check(Format::Html, "<p>One</p>@<p>Two</p><p>Three</p>", "Two");
        check(Format::Html, "<tr><td>@One<td>Two<tr><td>Three", "One<td>Two");
        check(Format::Markdown, "One.\n\n@\n", "");
    }

    #[test]
    fn a_group_is_one_block_to_who_writes_above_it() {
        check(
            Format::Markdown,
            "@\n\n| A |\n|---|\n| One |\n| Two |\n\nThree.",
            "A |\n|---|\n| One |\n| Two",
        );
        check(Format::Markdown, "@\n\n- One\n  - Two\n- Three\n\nFour.", "One\n  - Two\n- Three");
        check(Format::Markdown, "@\n> One.\n>\n> Two.\n\nThree.", "One.\n>\n> Two.");
        check(Format::Html, "@<table><tbody><tr><td>One<tr><td>Two</table><p>Three", "One<tr><td>Two");
    }
}
