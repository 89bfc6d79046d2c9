//! Inline markup of reStructuredText: emphasis, roles, links, footnote marks, substitutions.

use crate::document::passage::Pair;
use crate::document::passage::Passage;
use crate::document::passage::Walk;
use crate::document::passage::address_len;
use crate::document::passage::find;
use crate::document::prose::Prose;

/// Marks around words; the longer one first, for it begins like the shorter.
const PAIRS: &[Pair] = &[Pair { mark: "**", is_free: false }, Pair { mark: "*", is_free: false }];
/// Roles whose words are no prose.
const CODE: &[&str] = &[
    "code", "literal", "math", "file", "samp", "kbd", "command", "program", "option", "envvar", "raw",
    "func", "class", "meth", "mod", "attr", "data", "const", "exc", "obj", "py", "c", "cpp", "js",
];

/// Writes the words of a passage.
pub fn write(passage: &Passage, prose: &mut Prose<'_>) {
    let mut walk = Walk::new(passage, prose);
    while !walk.rest().is_empty() {
        let is_done = walk.close() || mark(&mut walk);
        if !is_done {
            walk.step();
        }
    }
    walk.flush();
}

/// Reads what begins with a mark here; whether there is such a thing.
fn mark(walk: &mut Walk<'_, '_, '_>) -> bool {
    let rest = walk.rest();
    match rest.as_bytes().first() {
        Some(b'\\') => escape(walk),
        Some(b'`') => back_quote(walk),
        Some(b':') if walk.is_at_edge() => role(walk),
        Some(b'*') => PAIRS.iter().any(|pair| walk.open(*pair)),
        Some(b'|') if walk.is_at_edge() => substitution(walk),
        Some(b'[') => footnote_mark(walk),
        Some(b'_') => reference(walk),
        Some(b'h' | b'f' | b'm') if walk.is_at_edge() => address(walk),
        _ => false,
    }
}

/// A mark that stands for itself, or a space that is none.
fn escape(walk: &mut Walk<'_, '_, '_>) -> bool {
    let is_space = walk.rest().get(1..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    walk.skip(if is_space { 2 } else { 1 });
    if !is_space && !walk.rest().is_empty() {
        walk.step();
    }
    true
}

/// A literal, or words that are a link or have a role that stands behind them.
fn back_quote(walk: &mut Walk<'_, '_, '_>) -> bool {
    if let Some(inner) = walk.rest().strip_prefix("``") {
        let Some(end) = find(inner, "``") else { return false };
        walk.opaque(end + 4);
        return true;
    }
    labelled(walk, 1)
}

/// `:role:` before words between back quotes.
fn role(walk: &mut Walk<'_, '_, '_>) -> bool {
    let rest = walk.rest();
    let Some(name) = find(&rest[1..], ":`").map(|end| &rest[1..=end]) else { return false };
    let after = &rest[name.len() + 3..];
    let is_name = name.len() < 40
        && !name.is_empty()
        && name.chars().all(|c| c.is_alphanumeric() || "-_.:".contains(c));
    let Some(end) = find(after, "`").filter(|_| is_name) else { return false };
    let is_code = name.split(':').any(|part| CODE.contains(&part));
    if is_code {
        walk.opaque(name.len() + 3 + end + 1);
        return true;
    }
    labelled(walk, name.len() + 3)
}

/// The words of a link or a role, whose mark is `len` bytes long, without their target.
fn labelled(walk: &mut Walk<'_, '_, '_>, len: usize) -> bool {
    let Some(end) = walk.rest().get(len..).and_then(|inner| find(inner, "`")) else { return false };
    let label = &walk.rest()[len..len + end];
    let words =
        label.rsplit_once('<').filter(|_| label.ends_with('>')).map_or(label, |(words, _)| words.trim_end());
    let after = &walk.rest()[len + end + 1..];
    let n_underscores = after.bytes().take(2).take_while(|byte| *byte == b'_').count();
    let n_left_out = label.len() - words.len() + 1 + n_underscores;
    let n_words = words.len();
    walk.skip(len);
    walk.words(n_words);
    walk.skip(n_left_out);
    true
}

/// `|name|`, which stands for words from elsewhere.
fn substitution(walk: &mut Walk<'_, '_, '_>) -> bool {
    let inner = &walk.rest()[1..];
    let Some(end) = find(inner, "|").filter(|end| *end > 0) else { return false };
    let is_name =
        !inner[..end].starts_with(' ') && !inner[..end].ends_with(' ') && !inner[..end].contains('\n');
    if is_name {
        walk.opaque(end + 2);
    }
    is_name
}

/// `[1]_`, `[#name]_`, `[*]_`, `[CIT2002]_`.
fn footnote_mark(walk: &mut Walk<'_, '_, '_>) -> bool {
    let Some(end) = find(&walk.rest()[1..], "]_") else { return false };
    let is_mark = end < 40 && !walk.rest()[1..=end].contains([' ', '[']);
    if is_mark {
        walk.skip(end + 3);
    }
    is_mark
}

/// The underscore or two that make a link of the word before.
fn reference(walk: &mut Walk<'_, '_, '_>) -> bool {
    let n_marks = walk.rest().bytes().take(3).take_while(|byte| *byte == b'_').count();
    let ends = walk.rest()[n_marks..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let is_reference = n_marks < 3 && ends && walk.before().is_some_and(char::is_alphanumeric);
    if is_reference {
        walk.skip(n_marks);
    }
    is_reference
}

fn address(walk: &mut Walk<'_, '_, '_>) -> bool {
    let len = address_len(walk.rest());
    len.inspect(|len| walk.opaque(*len)).is_some()
}
