//! Comments of MDX, which stand between `{/*` and `*/}`.
//!
//! The parser of Markdown does not know them. They are masked as instructions, `<?…?>`, which it does
//! know; these are as long, so that every byte stays in its place.

use std::borrow::Cow;

/// Where a comment of MDX begins, and where it ends.
const MARKS: (&str, &str) = ("{/*", "*/}");
/// Stands for a character within a comment, however many bytes it has.
const MASK: u8 = b'x';

/// The text with its comments masked; it is as long.
pub fn masked(text: &str) -> Cow<'_, str> {
    let (open, close) = MARKS;
    let mut masked: Option<String> = None;
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(open)).map(|at| from + at) {
        let inner = start + open.len();
        let Some(end) = text.get(inner..).and_then(|rest| rest.find(close)).map(|at| inner + at) else {
            break;
        };
        let masked = masked.get_or_insert_with(|| String::with_capacity(text.len()));
        masked.push_str(text.get(masked.len()..start).unwrap_or_default());
        masked.push_str("<?x");
        masked.extend(text.get(inner..end).unwrap_or_default().bytes().map(mask));
        masked.push_str("x?>");
        from = end + close.len();
    }
    masked.map_or(Cow::Borrowed(text), |masked| {
        let rest = text.get(masked.len()..).unwrap_or_default();
        Cow::Owned(masked + rest)
    })
}

/// Lines stay lines.
fn mask(byte: u8) -> char {
    char::from(if matches!(byte, b'\n' | b'\r') { byte } else { MASK })
}

#[cfg(test)]
mod tests {
    use super::masked;
    use crate::document::Document;
    use crate::document::sample::markdown;
    use proptest::proptest;

    #[track_caller]
    fn check(text: &str, prose: &str, n_directives: usize) {
        let article = markdown(text);
        let document = Document::of(&article, None, None);
        assert_eq!((&*document.text, document.directives.len()), (prose, n_directives), "{text:?}");
    }

    #[test]
    fn a_comment_is_no_prose() {
        check("A {/* é > b */} c.", "A c.", 0);
        check("{/*\n\nA\n*/}\n\nB.", "B.", 0);
        check("{/* factlint-ignore a: b > c */}\n\nB.", "B.", 1);
        check("<div>\n{/* factlint-ignore a: b */}\nB.\n</div>", "B.", 1);
        check("| A |\n|---|\n| B {/* factlint-ignore a: b */} |", "A\n\nB", 1);
        check("A {/* open **b**", "A {/* open b", 0);
    }

    #[test]
    fn code_stays_code() {
        check("`{/* factlint-ignore a: b */}` c", "\u{fffc} c", 0);
    }

    proptest! {
        #[test]
        fn nothing_moves(text in "([a-zé\n ]|\\{/\\*|\\*/\\})*") {
            assert_eq!(masked(&text).len(), text.len());
        }
    }
}
