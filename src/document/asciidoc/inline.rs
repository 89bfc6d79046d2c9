//! Inline markup of AsciiDoc: formatting, links, footnotes, attributes, entities.

use crate::document::passage::Pair;
use crate::document::passage::Passage;
use crate::document::passage::Walk;
use crate::document::passage::address_len;
use crate::document::passage::find;
use crate::document::prose::Prose;
use crate::span::Span;

/// Marks around words; the longer one of two that begin alike goes first.
const PAIRS: &[Pair] = &[
    Pair { mark: "**", is_free: true },
    Pair { mark: "*", is_free: false },
    Pair { mark: "__", is_free: true },
    Pair { mark: "_", is_free: false },
    Pair { mark: "##", is_free: true },
    Pair { mark: "#", is_free: false },
    Pair { mark: "^", is_free: true },
    Pair { mark: "~", is_free: true },
];
/// Macros whose words are prose.
const SHOWN: &[&str] = &["link", "mailto", "xref", "image", "kbd", "btn", "menu", "term", "indexterm2"];
/// Macros that stand for what is no prose.
const OPAQUE: &[&str] = &["stem", "latexmath", "asciimath", "pass"];
/// Macros that show nothing.
const UNSEEN: &[&str] = &["icon", "anchor", "indexterm"];
/// Names for characters; what other names stand for is not known here.
const ATTRIBUTES: &[(&str, &str)] = &[
    ("nbsp", "\u{a0}"),
    ("zwsp", "\u{200b}"),
    ("wj", "\u{2060}"),
    ("sp", " "),
    ("empty", ""),
    ("apos", "'"),
    ("quot", "\""),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("plus", "+"),
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("startsb", "["),
    ("endsb", "]"),
    ("vbar", "|"),
    ("asterisk", "*"),
    ("tilde", "~"),
    ("caret", "^"),
    ("deg", "°"),
];

/// Writes the words of a passage; where footnotes stand goes to `footnotes`.
pub fn write(passage: &Passage, prose: &mut Prose<'_>, footnotes: &mut Vec<Span>) {
    let mut walk = Walk::new(passage, prose);
    while !walk.rest().is_empty() {
        let is_done = walk.close() || mark(&mut walk, footnotes);
        if !is_done {
            walk.step();
        }
    }
    walk.flush();
}

/// Reads what begins with a mark here; whether there is such a thing.
fn mark(walk: &mut Walk<'_, '_, '_>, footnotes: &mut Vec<Span>) -> bool {
    match walk.rest().as_bytes().first() {
        Some(b'\\') => escape(walk),
        Some(b'"' | b'\'') => curved(walk),
        Some(b'`') => literal(walk, "`"),
        Some(b'+') => literal(walk, "+"),
        Some(b'*' | b'_' | b'#' | b'^' | b'~') => PAIRS.iter().any(|pair| walk.open(*pair)),
        Some(b'[') => attributes(walk),
        Some(b'<') => reference(walk),
        Some(b'{') => attribute(walk),
        Some(b'&') => entity(walk),
        Some(b' ') => hard_break(walk),
        Some(byte) if byte.is_ascii_lowercase() => macro_or_address(walk, footnotes),
        _ => false,
    }
}

/// A mark that stands for itself.
fn escape(walk: &mut Walk<'_, '_, '_>) -> bool {
    let is_mark =
        walk.rest().get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_punctuation()));
    if is_mark {
        walk.skip(1);
        walk.step();
    }
    is_mark
}

/// Quotation marks that are to be curved: the mark and a back quote.
fn curved(walk: &mut Walk<'_, '_, '_>) -> bool {
    let rest = walk.rest();
    let (open, close, shown) =
        if rest.starts_with('"') { ("\"`", "`\"", ["“", "”"]) } else { ("'`", "`'", ["‘", "’"]) };
    let Some(end) = rest.strip_prefix(open).and_then(|inner| find(inner, close)) else { return false };
    walk.replace(open.len(), shown[0]);
    walk.words(end);
    walk.replace(close.len(), shown[1]);
    true
}

/// Words between marks that are code, or taken as they are.
fn literal(walk: &mut Walk<'_, '_, '_>, mark: &str) -> bool {
    // More marks than three are no more than three, and are not counted again and again.
    let n_marks = walk.rest().bytes().take(3).take_while(|byte| mark.as_bytes() == [*byte]).count();
    let marks = mark.repeat(n_marks);
    let Some(inner) = walk.rest().get(marks.len()..).filter(|_| n_marks > 1 || walk.is_at_edge()) else {
        return false;
    };
    let Some(end) = find(inner, &marks).filter(|end| *end > 0 && !inner.starts_with(' ')) else {
        return false;
    };
    if mark == "`" {
        walk.opaque(end + 2 * marks.len());
    } else {
        walk.skip(marks.len());
        walk.words(end);
        walk.skip(marks.len());
    }
    true
}

/// Attributes before formatted words, or an anchor.
fn attributes(walk: &mut Walk<'_, '_, '_>) -> bool {
    let rest = walk.rest();
    let is_anchor = rest.starts_with("[[");
    let Some(end) = find(rest, if is_anchor { "]]" } else { "]" }) else { return false };
    let after = &rest[end + 1..];
    let is_of_words = rest[1..].starts_with(['.', '#', '%']) && after.starts_with(['#', '*', '_', '`']);
    if is_anchor {
        walk.skip(end + 2);
    } else if is_of_words {
        walk.skip(end + 1);
    }
    is_anchor || is_of_words
}

/// `<<id,words>>`, or an address in angle brackets.
fn reference(walk: &mut Walk<'_, '_, '_>) -> bool {
    let rest = walk.rest();
    if let Some(inner) = rest.strip_prefix("<<") {
        let Some(end) = find(inner, ">>") else { return false };
        match inner[..end].split_once(',') {
            Some((id, words)) => enclosed(walk, 2 + id.len() + 1, words.len(), ">>"),
            None => walk.opaque(end + 4),
        }
        return true;
    }
    let len = rest.get(1..).and_then(address_len).filter(|len| rest[1 + len..].starts_with('>'));
    len.inspect(|len| walk.opaque(len + 2)).is_some()
}

/// Leaves out the next `len` bytes and the mark behind the words that follow.
fn enclosed(walk: &mut Walk<'_, '_, '_>, len: usize, n_words: usize, mark: &'static str) {
    walk.enclose(len, len + n_words, mark);
}

/// `{name}`.
fn attribute(walk: &mut Walk<'_, '_, '_>) -> bool {
    let inner = &walk.rest()[1..];
    let Some(end) = find(inner, "}") else { return false };
    let name = &inner[..end];
    if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || "-_:".contains(c)) {
        return false;
    }
    match ATTRIBUTES.iter().find(|(known, _)| *known == name) {
        Some((_, shown)) => walk.replace(end + 2, shown),
        None => walk.opaque(end + 2),
    }
    true
}

/// An entity of HTML.
fn entity(walk: &mut Walk<'_, '_, '_>) -> bool {
    let Some(end) = find(walk.rest(), ";").filter(|end| (2..12).contains(end)) else { return false };
    let is_entity = walk.rest()[1..end].chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
    if is_entity {
        walk.html(end + 1);
    }
    is_entity
}

/// A space and a plus at the end of a line.
fn hard_break(walk: &mut Walk<'_, '_, '_>) -> bool {
    let is_break = walk.rest().starts_with(" +\n") || walk.rest() == " +";
    if is_break {
        walk.skip(2);
    }
    is_break
}

/// `name:target[words]`, or an address with words behind it or without.
fn macro_or_address(walk: &mut Walk<'_, '_, '_>, footnotes: &mut Vec<Span>) -> bool {
    // A footnote stands right behind a word.
    if walk.rest().starts_with("footnote:") {
        return footnote(walk, footnotes);
    }
    if !walk.is_at_edge() {
        return false;
    }
    if let Some(len) = address_len(walk.rest()) {
        return address(walk, len);
    }
    let rest = walk.rest();
    let name_len = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let name = &rest[..name_len];
    if !rest[name_len..].starts_with(':') || name_len > 12 {
        return false;
    }
    let Some(open) = find(rest, "[").filter(|open| !rest[..*open].contains(char::is_whitespace)) else {
        return false;
    };
    let Some(end) = find(&rest[open..], "]").map(|end| open + end) else { return false };
    if OPAQUE.contains(&name) {
        walk.opaque(end + 1);
    } else if UNSEEN.contains(&name) {
        walk.skip(end + 1);
    } else if SHOWN.contains(&name) {
        labelled(walk, open + 1, &rest[open + 1..end]);
    } else {
        return false;
    }
    true
}

fn address(walk: &mut Walk<'_, '_, '_>, len: usize) -> bool {
    let rest = walk.rest();
    let label = rest[len..].strip_prefix('[').and_then(|inner| Some(&inner[..find(inner, "]")?]));
    match label.filter(|label| !label.is_empty()) {
        Some(label) => labelled(walk, len + 1, label),
        None => walk.opaque(len + label.map_or(0, |_| 2)),
    }
    true
}

/// The words between brackets, up to attributes such as `,window=_blank`.
fn labelled(walk: &mut Walk<'_, '_, '_>, len: usize, label: &str) {
    let words = match label.find(',') {
        Some(at) if label[at..].contains('=') => &label[..at],
        _ => label,
    };
    if words.len() < label.len() {
        walk.skip(len);
        walk.words(words.len());
        walk.skip(label.len() - words.len() + 1);
    } else {
        enclosed(walk, len, label.len(), "]");
    }
}

/// `footnote:[words]` and `footnote:name[words]`.
fn footnote(walk: &mut Walk<'_, '_, '_>, footnotes: &mut Vec<Span>) -> bool {
    let rest = walk.rest();
    let Some(open) = find(rest, "[") else { return false };
    let Some(end) = find(&rest[open..], "]").map(|end| open + end) else { return false };
    let raw = walk.raw_between(open + 1, end);
    footnotes.extend((!raw.is_empty()).then_some(raw));
    walk.skip(end + 1);
    true
}
