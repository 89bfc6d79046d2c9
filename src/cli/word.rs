//! Whether there is anything to check: an article without a word was never checked.

use crate::document::Document;
use crate::source::Article;
use crate::source::Format;

/// Whether the headline or the text of `article` holds a letter or a digit outside of its markup.
///
/// A page that a script fills has many letters, and none for a reader.
pub fn is_in(article: &Article) -> bool {
    let is_written = article.title.as_deref().is_some_and(has_letter) || has_letter(&article.text);
    // Plain text is all words; only what is marked up is looked at twice.
    is_written && (article.format == Format::Text || has_letter(&Document::of(article, None, None).text))
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
    fn what_a_reader_never_sees_is_no_word() {
        check("<p class=\"a\"></p>\n<!-- note -->", [true, false]);
        check("<p>It rains.</p>", [true, true]);
        let page = |format| Article {
            text: "<html><head><script>fill();</script></head><body>&nbsp;</body></html>".to_owned(),
            format,
            ..Article::default()
        };
        assert!(!is_in(&page(Format::Html)));
        let front = "---\ndate: 2026-03-04\n---\n".to_owned();
        assert!(!is_in(&Article { text: front, format: Format::Markdown, ..Article::default() }));
    }

    #[test]
    fn a_headline_is_enough() {
        let article = Article { title: Some("Rain".to_owned()), ..Article::default() };
        assert!(is_in(&article));
    }
}
