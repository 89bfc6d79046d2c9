//! A document that is open in the editor.

use crate::lsp::address;
use crate::lsp::home;
use crate::lsp::home::Home;
use crate::lsp::text::Text;
use crate::source::Article;
use crate::source::Format;
use crate::source::problem::Cause;
use crate::source::problem::Problem;
use crate::source::read;
use gen_lsp_types::LanguageKind;
use gen_lsp_types::TextDocumentContentChangeEvent;
use gen_lsp_types::TextDocumentItem;
use gen_lsp_types::Uri;
use std::path::Path;
use std::path::PathBuf;

/// What a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// An article.
    Article(Format),
    /// TOML, which may be a rule file.
    Toml,
    /// A configuration.
    Config,
    /// Many articles, or none: nothing is said of it.
    Other,
}

/// Languages by the names that editors have for them, with how their text is marked up.
const LANGUAGES: &[(&str, Format)] = &[
    ("plaintext", Format::Text),
    ("text", Format::Text),
    ("markdown", Format::Markdown),
    ("mdx", Format::Markdown),
    ("html", Format::Html),
    ("restructuredtext", Format::Rst),
    ("rst", Format::Rst),
    ("asciidoc", Format::AsciiDoc),
];

/// A document that is open.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its address, as the client writes it.
    pub uri: Uri,
    /// Its file; for one that is not saved, a name in the folder it would be saved in.
    pub path: PathBuf,
    /// Whether it has a file of its own.
    pub is_file: bool,
    /// Its version.
    pub version: i32,
    /// Its text.
    pub text: Text,
    /// What it holds.
    pub sort: Sort,
    /// Where it belongs; unknown where that is not clear.
    pub home: Option<Home>,
    /// Whether `factlint check` would read it; unknown until somebody asks.
    pub is_meant: Option<bool>,
    /// Whether it has changed since it was looked at last.
    pub is_new: bool,
}

impl Document {
    /// A document that was opened by a client that has `folders` open.
    pub fn opened(item: TextDocumentItem, text: Text, folders: &[PathBuf]) -> Document {
        let file = address::path(&item.uri);
        let nameless = || folders.first().cloned().unwrap_or_default().join("untitled");
        let is_file = file.is_some();
        let path = file.unwrap_or_else(nameless);
        Document {
            sort: sort(&path, is_file, &item.language_id),
            uri: item.uri,
            path,
            is_file,
            version: item.version,
            text,
            home: None,
            is_meant: None,
            is_new: true,
        }
    }

    /// Takes over what was typed.
    pub fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>) {
        for change in changes {
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    self.text.change(part.range, &part.text);
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                    self.text.replace(whole.text);
                }
            }
        }
        self.version = version;
        self.is_new = true;
    }

    /// The article it holds, if it holds one, of at most `limit` bytes.
    ///
    /// # Errors
    /// What no article may hold.
    pub fn article(&self, limit: usize) -> Option<Result<Article, Problem>> {
        let Sort::Article(format) = self.sort else { return None };
        if self.text.content().len() > limit {
            return Some(Err(Problem::new(self.path.clone(), Cause::TooLarge { limit })));
        }
        Some(read::text(self.path.clone(), self.text.content().to_owned(), format))
    }

    /// Whether it declares facts or entities.
    pub fn declares_facts(&self) -> bool {
        let is_head = |line: &str| line.starts_with("[[fact]]") || line.starts_with("[[entity]]");
        self.sort == Sort::Toml && self.text.content().lines().any(|line| is_head(line.trim_start()))
    }
}

/// The name of a file says what it holds; of one that has none, its language.
fn sort(path: &Path, is_file: bool, language: &LanguageKind) -> Sort {
    let language = String::from(language.clone());
    let spoken = LANGUAGES.iter().find(|(known, _)| *known == language).map(|(_, format)| *format);
    match (read::format(path), spoken) {
        _ if home::is_config(path) => Sort::Config,
        _ if language == "toml" || path.extension().is_some_and(|ending| ending == "toml") => Sort::Toml,
        (Some(format), _) => Sort::Article(format),
        (None, Some(format)) if !is_file => Sort::Article(format),
        // What has an ending of its own, such as Word documents, is not text in an editor.
        (None, _) if read::is_article(path) => Sort::Other,
        (None, _) if is_file => Sort::Article(Format::Text),
        (None, _) => Sort::Other,
    }
}
