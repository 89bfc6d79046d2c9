//! Articles for the tests of this folder.

use crate::document::Document;
use crate::document::block::Role;
use crate::source::Article;
use crate::source::Format;
use crate::span::Span;

/// An article without a headline.
pub fn article(format: Format, text: &str) -> Article {
    Article { text: text.to_owned(), format, ..Article::default() }
}

/// An article in Markdown.
pub fn markdown(text: &str) -> Article {
    article(Format::Markdown, text)
}

/// An article in HTML.
pub fn html(text: &str) -> Article {
    article(Format::Html, text)
}

/// Checks that the prose of `text` has exactly these blocks.
#[track_caller]
pub fn check_blocks(format: Format, text: &str, blocks: &[&str]) {
    let article = article(format, text);
    let document = Document::of(&article, None, None);
    let found: Vec<&str> = document.blocks.iter().map(|block| document.slice(block.span)).collect();
    assert_eq!(found, blocks, "{text:?}");
}

/// Checks what the blocks of `text` are.
#[track_caller]
pub fn check_roles(format: Format, text: &str, roles: &[Role]) {
    let article = article(format, text);
    let document = Document::of(&article, None, None);
    let found: Vec<Role> = document.blocks.iter().map(|block| block.role).collect();
    assert_eq!(found, roles, "{text:?}");
}

/// Checks that `words` of the prose stand for exactly `raw`.
#[track_caller]
pub fn check_raw(format: Format, text: &str, words: &str, raw: &str) {
    let article = article(format, text);
    let document = Document::of(&article, None, None);
    let at = document.text.find(words).unwrap_or_else(|| panic!("no {words:?} in {:?}", document.text));
    let place = document.place(Span::new(at, at + words.len()));
    assert_eq!(place.span.of(text), raw, "{text:?}");
}
