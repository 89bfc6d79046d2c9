//! Prose put together from pieces of what was read, with its blocks and its way back.
//!
//! White space never stands at the edge of a block and never twice: it is held back until words
//! follow. Characters are made plain on the way, see [`crate::document::typography`].

use crate::document::block;
use crate::document::block::Block;
use crate::document::block::Role;
use crate::document::directive::Directive;
use crate::document::directive::Verb;
use crate::document::html;
use crate::document::map::Field;
use crate::document::map::Making;
use crate::document::map::OffsetMap;
use crate::document::map::Piece;
use crate::document::reach::Near;
use crate::document::reach::Reaches;
use crate::document::typography;
use crate::document::typography::Change;
use crate::span::Span;
use unicode_normalization::char::compose;

/// What stands between two blocks.
const GAP: &str = "\n\n";
/// Stands for what is no prose inside a sentence, such as code; it is no word, and no space either.
const OPAQUE: &str = "\u{fffc}";

/// Prose that grows.
#[derive(Debug)]
pub struct Prose<'s> {
    source: &'s str,
    field: Field,
    text: String,
    blocks: Vec<Block>,
    map: OffsetMap,
    /// Where the open block begins; all before belongs to `blocks`.
    block_at: usize,
    /// White space that was read and not written yet.
    space: Option<Span>,
    /// The role of a block that ends if a new sentence follows its line break.
    broken: Option<Role>,
    directives: Vec<Directive>,
    reaches: Reaches,
}

/// Prose that is done.
#[derive(Debug, Default)]
pub struct Parts {
    /// The prose.
    pub text: String,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its way back.
    pub map: OffsetMap,
    /// What its author tells factlint.
    pub directives: Vec<Directive>,
}

impl<'s> Prose<'s> {
    /// Prose to be read from `source`, which is the part `field` of an article.
    pub fn new(field: Field, source: &'s str) -> Prose<'s> {
        Prose {
            source,
            field,
            text: String::with_capacity(source.len()),
            blocks: Vec::new(),
            map: OffsetMap::default(),
            block_at: 0,
            space: None,
            broken: None,
            directives: Vec::new(),
            reaches: Reaches::default(),
        }
    }

    /// Goes on with another part of the article.
    pub fn turn_to(&mut self, field: Field, source: &'s str) {
        self.end(Role::Paragraph);
        (self.field, self.source) = (field, source);
        self.text.reserve(source.len());
    }

    /// Whether words were written since the last block ended.
    pub fn is_open(&self) -> bool {
        self.text.len() > self.block_at
    }

    /// How many blocks have ended.
    pub fn n_blocks(&self) -> usize {
        self.blocks.len()
    }

    /// Writes what was read at `raw`.
    pub fn copy(&mut self, raw: Span) {
        let doubts = typography::doubts(raw.of(self.source));
        self.copy_doubted(raw, doubts.into_iter().map(|at| raw.start() + at as usize));
    }

    /// Writes what was read at `raw`, where it is known at which of its bytes it may not stay as it is.
    pub fn copy_doubted(&mut self, raw: Span, doubts: impl Iterator<Item = usize>) {
        let source = self.source;
        let mut from = raw.start();
        for at in doubts.filter(|at| !typography::stays(source, *at)) {
            self.stretch(Span::new(from, at));
            let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) else { return };
            from = at + c.len_utf8();
            match c {
                ' ' => self.space(Span::new(at, from)),
                _ => self.character(c, Span::new(at, from)),
            }
        }
        self.stretch(Span::new(from, raw.end()));
    }

    /// Writes `words` for what was read at `raw`, each part of them standing for all of it.
    pub fn replace(&mut self, words: &str, raw: Span) {
        for c in words.chars() {
            match c {
                ' ' => self.space(raw),
                _ => self.character(c, raw),
            }
        }
    }

    /// Writes `words`, which were read from `raw` with a few marks taken out or decoded.
    ///
    /// Word by word, so that only those are replaced that were not written as they are.
    pub fn decode(&mut self, words: &str, raw: Span) {
        let source = self.source;
        let read = raw.of(source);
        if words == read {
            return self.copy(raw);
        }
        if words.split_whitespace().count() != read.split_whitespace().count() {
            return self.replace(words, raw);
        }
        let mut end = raw.start();
        for (word, written) in words.split_whitespace().zip(read.split_whitespace()) {
            let Some(at) = source.get(end..raw.end()).and_then(|rest| rest.find(written)) else { return };
            let place = Span::new(end + at, end + at + written.len());
            self.space(Span::new(end, place.start()));
            end = place.end();
            if word == written { self.copy(place) } else { self.replace(word, place) }
        }
    }

    /// Stands for what is no prose and was read at `raw` inside a sentence.
    pub fn opaque(&mut self, raw: Span) {
        self.write(OPAQUE, raw, Making::Replaced);
    }

    /// Writes a mark between two cells of a table, which nobody wrote.
    pub fn cell(&mut self) {
        if self.is_open() && !self.text.ends_with("| ") {
            self.text.push_str(" | ");
        }
        (self.space, self.broken) = (None, None);
    }

    /// White space that was read at `raw`.
    pub fn space(&mut self, raw: Span) {
        if !raw.is_empty() {
            self.space = Some(self.space.map_or(raw, |space| space.join(raw)));
        }
    }

    /// A line break that somebody put at `raw` in a block of this role.
    ///
    /// It ends the block if another one or a capital follows, as in an address; else the sentence
    /// goes on.
    pub fn line_break(&mut self, raw: Span, role: Role) {
        if self.broken.is_some() {
            self.end(role);
        } else if self.is_open() {
            self.broken = Some(role);
            self.space(raw);
        }
    }

    /// Reads what stands at `raw` as HTML.
    pub fn html(&mut self, raw: Span) {
        html::Reader::new(self.source, self).feed(raw);
    }

    /// A comment that was read at `raw`, with its marks.
    pub fn comment(&mut self, raw: Span) {
        let Some(directive) = Directive::parse(self.source, raw) else { return };
        if directive.verb == Verb::Ignore {
            let near = if self.is_open() {
                Near::Inside { block: self.blocks.len() }
            } else {
                Near::Between { next: self.blocks.len() }
            };
            self.reaches.begin(self.directives.len(), near);
        }
        self.directives.push(directive);
    }

    /// What is told outside of comments.
    pub fn direct(&mut self, directives: impl IntoIterator<Item = Directive>) {
        self.directives.extend(directives);
    }

    /// A list, a table or a quotation begins, which is one block to who writes a comment above it.
    pub fn open_group(&mut self) {
        self.reaches.open();
    }

    /// It ends.
    pub fn close_group(&mut self) {
        self.reaches.close(self.blocks.len());
    }

    /// Ends the open block, if there is one.
    pub fn end(&mut self, role: Role) {
        (self.space, self.broken) = (None, None);
        if self.text.ends_with(" | ") {
            self.text.truncate(self.text.len() - " | ".len());
        }
        if !self.is_open() {
            return;
        }
        let span = Span::new(self.block_at, self.text.len());
        let role = if role == Role::Paragraph { block::role(span.of(&self.text)) } else { role };
        self.reaches.block(self.blocks.len());
        self.blocks.push(Block { span, role });
        self.text.push_str(GAP);
        self.block_at = self.text.len();
    }

    /// The prose, when all is read.
    pub fn finish(mut self) -> Parts {
        self.end(Role::Paragraph);
        self.text.truncate(self.blocks.last().map_or(0, |block| block.span.end()));
        let directives = self.reaches.settle(self.source, &self.blocks, &self.map, self.directives);
        Parts { text: self.text, blocks: self.blocks, map: self.map, directives }
    }

    /// Copies words with single spaces between them.
    fn stretch(&mut self, raw: Span) {
        let source = self.source;
        let read = raw.of(source);
        let words = read.trim_start_matches(' ');
        let start = raw.end() - words.len();
        let words = words.trim_end_matches(' ');
        self.space(Span::new(raw.start(), start));
        self.write(words, Span::new(start, start + words.len()), Making::Copied);
        self.space(Span::new(start + words.len(), raw.end()));
    }

    /// Writes one character that was read at `raw`, or what it stands for.
    fn character(&mut self, c: char, raw: Span) {
        let mut buffer = [0; 4];
        match typography::change(c) {
            Some(Change::Space) => self.space(raw),
            Some(Change::Nothing) => {}
            Some(Change::Letters(letters)) => self.write(letters, raw, Making::Replaced),
            Some(Change::Letter(letter)) => {
                self.write(letter.encode_utf8(&mut buffer), raw, Making::Replaced)
            }
            Some(Change::Combines) => self.combine(c, raw),
            None => self.write(c.encode_utf8(&mut buffer), raw, Making::Replaced),
        }
    }

    /// Sets a mark over the letter before it.
    fn combine(&mut self, mark: char, raw: Span) {
        let mut buffer = [0; 4];
        let letter = self.text.get(self.block_at..).and_then(|block| block.chars().next_back());
        let letter = letter.filter(|_| self.space.is_none());
        let Some((letter, both)) = letter.and_then(|letter| Some((letter, compose(letter, mark)?))) else {
            return self.write(mark.encode_utf8(&mut buffer), raw, Making::Replaced);
        };
        self.text.truncate(self.text.len() - letter.len_utf8());
        let raw = self.map.cut(self.text.len()).map_or(raw, |letter| letter.join(raw));
        self.write(both.encode_utf8(&mut buffer), raw, Making::Replaced);
    }

    fn write(&mut self, words: &str, raw: Span, making: Making) {
        let Some(first) = words.chars().next() else { return };
        if let Some(role) = self.broken.take()
            && first.is_uppercase()
        {
            self.end(role);
        }
        if let Some(space) = self.space.take().filter(|_| self.is_open() && !self.text.ends_with("| ")) {
            let is_plain = space.of(self.source) == " ";
            self.push(" ", space, if is_plain { Making::Copied } else { Making::Replaced });
        }
        self.push(words, raw, making);
    }

    fn push(&mut self, words: &str, raw: Span, making: Making) {
        let prose = Span::new(self.text.len(), self.text.len() + words.len());
        self.text.push_str(words);
        self.map.push(Piece { prose, raw, field: self.field, making });
    }
}

#[cfg(test)]
mod tests {
    use super::Parts;
    use super::Prose;
    use crate::document::block::Role;
    use crate::document::map::Field;
    use crate::span::Span;

    /// Checks the prose of a text that is copied whole, and what stands behind some words of it.
    #[track_caller]
    fn check(source: &str, expected: &str, words: &str, raw: &str) {
        let mut prose = Prose::new(Field::Text, source);
        prose.copy(Span::new(0, source.len()));
        check_parts(source, &prose.finish(), expected, (words, raw));
    }

    #[track_caller]
    fn check_parts(source: &str, parts: &Parts, expected: &str, (words, raw): (&str, &str)) {
        assert_eq!(parts.text, expected);
        let at = parts.text.find(words).unwrap_or_else(|| panic!("no {words:?} in {:?}", parts.text));
        let place = parts.map.place(Span::new(at, at + words.len()));
        assert_eq!(place.span.of(source), raw);
    }

    #[test]
    fn white_space_is_one_space() {
        check(
            " A thirty-\n\t member\u{a0}\u{2009} bloc. ",
            "A thirty- member bloc.",
            "- member",
            "-\n\t member",
        );
        check("a\r\nb", "a b", "b", "b");
    }

    #[test]
    fn what_nobody_sees_belongs_to_the_words_around_it() {
        check(
            "\u{feff}3\u{200b}1 mem\u{ad}ber\u{ad} s",
            "31 member s",
            "31 member",
            "3\u{200b}1 mem\u{ad}ber",
        );
    }

    #[test]
    fn letters_are_made_plain() {
        check("３１\u{2011}member ofﬁce", "31-member office", "31-member", "３１\u{2011}member");
        check("ofﬁcer", "officer", "f", "f");
        check("ofﬁcer", "officer", "fic", "ﬁc");
    }

    #[test]
    fn a_letter_and_its_mark_are_one_letter() {
        check("Cafe\u{301}s of Que\u{301}bec", "Cafés of Québec", "fés", "fe\u{301}s");
        check("e\u{323}\u{302} a", "ệ a", "ệ", "e\u{323}\u{302}");
        check("x\u{301} a", "x\u{301} a", "x\u{301}", "x\u{301}");
        check("\u{301}a", "\u{301}a", "a", "a");
    }

    #[test]
    fn what_is_decoded_is_so_word_by_word() {
        let source = "'It''s 31  members'";
        let mut prose = Prose::new(Field::Text, source);
        prose.decode("It's 31 members", Span::new(1, source.len() - 1));
        check_parts(source, &prose.finish(), "It's 31 members", ("31 members", "31  members"));
        let mut prose = Prose::new(Field::Text, source);
        prose.decode("A B", Span::new(1, source.len() - 1));
        check_parts(source, &prose.finish(), "A B", ("A", "It''s 31  members"));
    }

    #[test]
    fn a_line_break_ends_a_block_before_a_capital_or_another_one() {
        let source = "one two Three four";
        let mut prose = Prose::new(Field::Text, source);
        for word in [[0, 3], [4, 7], [8, 13]] {
            prose.copy(Span::new(word[0], word[1]));
            prose.line_break(Span::new(word[1], word[1] + 1), Role::Item);
        }
        prose.line_break(Span::new(13, 14), Role::Item);
        prose.copy(Span::new(14, 18));
        let parts = prose.finish();
        assert_eq!(parts.text, "one two\n\nThree\n\nfour");
        let roles: Vec<Role> = parts.blocks.iter().map(|block| block.role).collect();
        assert_eq!(roles, [Role::Item, Role::Item, Role::Heading]);
    }

    #[test]
    fn cells_are_set_apart() {
        let mut prose = Prose::new(Field::Text, "ab");
        prose.cell();
        prose.copy(Span::new(0, 1));
        prose.cell();
        prose.cell();
        prose.copy(Span::new(1, 2));
        prose.cell();
        prose.end(Role::Item);
        assert_eq!(prose.finish().text, "a | b");
    }
}
