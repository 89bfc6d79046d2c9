//! HTML as it is written: words, tags and attributes, each with its bytes.
//!
//! The only file that names html5gum. It is a tokenizer, so depth costs nothing.

use crate::span::Span;
use html5gum::Emitter;
use html5gum::Error;
use html5gum::State;
use html5gum::Tokenizer;
use html5gum::naive_next_state;
use std::borrow::Cow;
use std::convert::Infallible;

/// Attributes that say something to a reader or about the article; all others are passed over.
const KEPT: &[&str] =
    &["alt", "content", "datetime", "hidden", "href", "itemprop", "name", "property", "style", "type"];

/// A start tag.
#[derive(Debug, Default)]
pub struct Tag {
    /// Its name in small letters.
    pub name: String,
    /// Its bytes, with the angle brackets.
    pub span: Span,
    /// Whether it is closed by itself, as `<svg/>` is.
    pub is_empty: bool,
    attributes: Vec<Attribute>,
}

#[derive(Debug, Default)]
struct Attribute {
    name: String,
    pieces: Vec<(String, Span)>,
}

impl Tag {
    /// Whether it has the attribute `name`.
    pub fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|attribute| attribute.name == name)
    }

    /// The value of the attribute `name`; nothing if there is none.
    pub fn value(&self, name: &str) -> String {
        self.pieces(name).iter().map(|(words, _)| words.as_str()).collect()
    }

    /// The value of the attribute `name` in pieces, each with what it was read from.
    pub fn pieces(&self, name: &str) -> &[(String, Span)] {
        let attribute = self.attributes.iter().find(|attribute| attribute.name == name);
        attribute.map_or(&[], |attribute| &attribute.pieces)
    }
}

/// What is told of the parts of a text.
pub trait Listener {
    /// Words between tags, which were read at `raw`, as they stand or decoded.
    fn text(&mut self, words: &str, raw: Span);
    /// A start tag.
    fn open(&mut self, tag: &Tag);
    /// An end tag of this name at `raw`.
    fn close(&mut self, name: &str, raw: Span);
    /// A comment, with its marks.
    fn comment(&mut self, raw: Span);
}

/// Reads the part `part` of `source` from its beginning to its end.
pub fn read(source: &str, part: Span, listener: &mut impl Listener) {
    let source = plain(part.of(source));
    let emission = Emission {
        source: source.as_bytes(),
        listener,
        base: part.start(),
        at: 0,
        from: 0,
        rest: Vec::new(),
        rest_at: 0,
        tag: Tag::default(),
        is_end: false,
        tag_at: 0,
        comment_at: 0,
        last: String::new(),
    };
    // Reading from memory cannot fail.
    let Ok(()) = Tokenizer::new_with_emitter(&*source, emission).finish();
}

/// The text with a space for each character that the tokenizer would change, so that offsets stay.
fn plain(text: &str) -> Cow<'_, str> {
    match memchr::memchr2(b'\r', b'\0', text.as_bytes()) {
        Some(_) => Cow::Owned(text.replace(['\r', '\0'], " ")),
        None => Cow::Borrowed(text),
    }
}

/// Follows the tokenizer and tells a listener.
struct Emission<'s, 'l, L> {
    source: &'s [u8],
    listener: &'l mut L,
    /// Where the part that is read begins in the whole.
    base: usize,
    /// How far the tokenizer has come.
    at: usize,
    /// Where the words that come next begin.
    from: usize,
    /// The first bytes of a character whose last ones are still to come, and where it begins.
    rest: Vec<u8>,
    rest_at: usize,
    tag: Tag,
    is_end: bool,
    tag_at: usize,
    /// Where the comment begins that is open.
    comment_at: usize,
    /// The name of the last start tag, which alone ends a script.
    last: String,
}

impl<L: Listener> Emission<'_, '_, L> {
    /// The words in `read`, which the tokenizer has just come past, with what they were read from.
    fn words(&mut self, read: &[u8]) -> Option<(String, Span)> {
        let raw = if self.rest.is_empty() { self.place(read) } else { Span::new(self.rest_at, self.at) };
        self.rest.extend_from_slice(read);
        self.from = raw.end();
        // After an entity the tokenizer tells a long character byte by byte.
        let Ok(words) = String::from_utf8(std::mem::take(&mut self.rest)) else {
            self.rest_at = raw.start();
            self.rest.extend_from_slice(self.source.get(raw.start()..self.at).unwrap_or_default());
            return None;
        };
        Some((words, raw.shift(self.base)))
    }

    fn place(&self, read: &[u8]) -> Span {
        let is_copy = |start: usize| self.source.get(start..start + read.len()) == Some(read);
        let last = self.at.saturating_sub(read.len());
        if is_copy(last) {
            return Span::new(last, self.at);
        }
        // In a title, what may be an end tag is told late; an entity begins with the mark it may stand for.
        let is_late = read != b"&" && is_copy(self.from);
        Span::new(self.from, if is_late { self.from + read.len() } else { self.at })
    }

    fn tag_span(&self) -> Span {
        Span::new(self.base + self.tag_at, self.base + self.at)
    }
}

/// A piece of a name; in one that is not of whole characters nobody is to see another name.
fn name(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or("\u{fffd}")
}

impl<L: Listener> Emitter for Emission<'_, '_, L> {
    type Token = Infallible;

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }

    fn init_string(&mut self) {
        self.from = self.at;
    }

    fn emit_string(&mut self, read: &[u8]) {
        if let Some((words, raw)) = self.words(read) {
            self.listener.text(&words, raw);
        }
    }

    fn start_open_tag(&mut self) {
        self.tag_at = self.at.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.tag = Tag::default();
        self.is_end = false;
    }

    fn init_end_tag(&mut self) {
        self.tag = Tag::default();
        self.is_end = true;
    }

    fn push_tag_name(&mut self, read: &[u8]) {
        self.tag.name.push_str(name(read));
    }

    fn set_self_closing(&mut self) {
        self.tag.is_empty = true;
    }

    fn init_attribute(&mut self) {
        self.tag.attributes.push(Attribute::default());
    }

    fn push_attribute_name(&mut self, read: &[u8]) {
        if let Some(attribute) = self.tag.attributes.last_mut() {
            attribute.name.push_str(name(read));
        }
    }

    fn init_attribute_value(&mut self) {
        self.from = self.at;
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        let Some(piece) = self.words(value) else { return };
        if let Some(attribute) = self.tag.attributes.last_mut()
            && KEPT.contains(&attribute.name.as_str())
        {
            attribute.pieces.push(piece);
        }
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let span = self.tag_span();
        self.from = self.at;
        if self.is_end {
            self.last.clear();
            self.listener.close(&self.tag.name, span);
            return None;
        }
        self.tag.span = span;
        self.last.clone_from(&self.tag.name);
        self.listener.open(&self.tag);
        naive_next_state(self.tag.name.as_bytes())
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last.is_empty() && self.last == self.tag.name
    }

    fn set_last_start_tag(&mut self, last: Option<&[u8]>) {
        self.last = name(last.unwrap_or_default()).to_owned();
    }

    fn init_comment(&mut self) {
        let before = self.source.get(..self.at).unwrap_or_default();
        self.comment_at = memchr::memrchr(b'<', before).unwrap_or(self.at);
    }

    fn emit_current_comment(&mut self) {
        self.from = self.at;
        self.listener.comment(Span::new(self.base + self.comment_at, self.base + self.at));
    }

    fn emit_current_doctype(&mut self) {
        self.from = self.at;
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_eof(&mut self) {}
    fn emit_error(&mut self, _: Error) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}

#[cfg(test)]
mod tests {
    use super::Listener;
    use super::Tag;
    use super::read;
    use crate::span::Span;
    use proptest::prelude::proptest;

    /// Writes down what it is told: "words=bytes", "<name alt=bytes>", "</name>".
    struct Notes<'s>(&'s str, Vec<String>);

    impl Listener for Notes<'_> {
        fn text(&mut self, words: &str, raw: Span) {
            assert!(self.0.get(raw.start()..raw.end()).is_some(), "{words:?} at {raw:?} in {:?}", self.0);
            self.1.push(if words == raw.of(self.0) {
                words.to_owned()
            } else {
                format!("{words}={}", raw.of(self.0))
            });
        }

        fn open(&mut self, tag: &Tag) {
            assert!(tag.span.of(self.0).starts_with('<'), "{:?}", tag.span);
            let alt = tag.pieces("alt").iter().map(|(words, raw)| format!(" {words}={}", raw.of(self.0)));
            self.1.push(format!("<{}{}>", tag.name, alt.collect::<String>()));
        }

        fn close(&mut self, name: &str, raw: Span) {
            assert!(raw.of(self.0).starts_with("</"), "{raw:?}");
            self.1.push(format!("</{name}>"));
        }

        fn comment(&mut self, raw: Span) {
            assert!(raw.of(self.0).starts_with('<'), "{raw:?}");
            self.1.push(raw.of(self.0).to_owned());
        }
    }

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let mut notes = Notes(source, Vec::new());
        read(source, Span::new(0, source.len()), &mut notes);
        assert_eq!(notes.1, expected, "{source:?}");
    }

    #[test]
    fn entities_are_decoded_with_their_own_bytes() {
        check("a&#45;b", &["a", "-=&#45;", "b"]);
        check("&amp;&nbsp;x&#x2D;", &["&=&amp;", "\u{a0}=&nbsp;", "x", "-=&#x2D;"]);
        check("<b>&lt;</b>&gt", &["<b>", "<=&lt;", "</b>", ">=&gt"]);
        check("AT&T&#45x", &["AT", "&", "T", "-=&#45", "x"]);
        check("&#45é", &["-=&#45", "é"]);
    }

    #[test]
    fn attributes_are_decoded_too() {
        check("<img src=x alt='31&#45;member bloc'>", &["<img 31=31 -=&#45; member bloc=member bloc>"]);
        check("<IMG ALT=b>", &["<img b=b>"]);
    }

    #[test]
    fn comments_and_scripts_hold_no_tags() {
        check("a<!-- <b> -->c", &["a", "<!-- <b> -->", "c"]);
        check("é<?x a?>c<!--", &["é", "<?x a?>", "c", "<!--"]);
        check("<script><b></script>c", &["<script>", "<", "b", ">", "</script>", "c"]);
        check("<title>a</b</title>c", &["<title>", "a", "</", "b", "</title>", "c"]);
    }

    #[test]
    fn line_ends_keep_their_bytes() {
        check("a\r\nb", &["a \nb=a\r\nb"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_on_its_characters(source in "([<>&;#x/\"'= \r\né!-]|[a-c]|amp|title|script|&#45|<!--|-->|alt=)*") {
            let mut notes = Notes(&source, Vec::new());
            read(&source, Span::new(0, source.len()), &mut notes);
        }
    }
}
