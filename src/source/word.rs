//! Whether there is anything to check: an article without a word was never checked.

use crate::source::Article;
use crate::source::Format;
use crate::source::front_matter;

/// Whether the headline or the text of `article` holds a letter or a digit outside of its markup.
pub fn is_in(article: &Article) -> bool {
    article.title.as_deref().is_some_and(has_letter) || is_in_text(article)
}

fn is_in_text(article: &Article) -> bool {
    let text = front_matter::body(&article.text);
    match article.format {
        Format::Text => has_letter(text),
        Format::Markdown | Format::Html => text.split('<').enumerate().any(|(at, part)| {
            // What stands before the first `<` is outside of every tag, and so is all after a `>`.
            let outside = if at == 0 { part } else { part.split_once('>').map_or(part, |(_, rest)| rest) };
            has_letter(outside)
        }),
    }
}

fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::is_in;
    use crate::source::Article;
    use crate::source::Format;

    #[track_caller]
    fn check(text: &str, [plain, marked_up]: [bool; 2]) {
        let article = |format| Article { text: text.to_owned(), format, ..Article::default() };
        assert_eq!(is_in(&article(Format::Text)), plain, "{text:?} as text");
        assert_eq!(is_in(&article(Format::Markdown)), marked_up, "{text:?} as Markdown");
        assert_eq!(is_in(&article(Format::Html)), marked_up, "{text:?} as HTML");
    }

    #[test]
    fn space_and_signs_are_no_words() {
        check("", [false, false]);
        check(" \n\t\u{200b}\u{feff} — …\n", [false, false]);
        check("2026", [true, true]);
        check("é", [true, true]);
    }

    #[test]
    fn tags_and_front_matter_are_no_words() {
        check("<p class=\"a\"></p>\n<!-- note -->", [true, false]);
        check("<p>It rains.</p>", [true, true]);
        check("< 3 of them", [true, true]);
        check("---\ndate: 2026-03-04\n---\n\n", [false, false]);
        check("---\ndate: 2026-03-04\n---\nText.", [true, true]);
        check("---\nNo end.", [true, true]);
    }

    #[test]
    fn a_headline_is_enough() {
        let article = Article { title: Some("Rain".to_owned()), ..Article::default() };
        assert!(is_in(&article));
    }
}
