//! Whether words stand by themselves, or within longer ones.

use crate::phrases::word::is_letter;
use crate::span::Span;

/// Whether no letter or digit touches the words at `span`.
#[inline]
pub fn is_whole(text: &str, span: Span) -> bool {
    let byte = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).copied().unwrap_or(b' ');
    let (before, after) = (byte(span.start().checked_sub(1)), byte(Some(span.end())));
    if (before | after).is_ascii() { !is_letter(before) && !is_letter(after) } else { is_apart(text, span) }
}

/// The same where other characters than those of ASCII may touch them.
#[cold]
fn is_apart(text: &str, span: Span) -> bool {
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !touches(text[span.end()..].chars().next()) && !touches(text[..span.start()].chars().next_back())
}
