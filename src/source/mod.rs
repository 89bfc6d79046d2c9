//! Articles in: files, folders, standard input, JSON lines; encodings; line and column.

use jiff::civil::Date;
use std::path::PathBuf;

/// An article as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The file, as it was named or found; `-` for standard input.
    pub path: PathBuf,
    /// The article within the file, for JSON lines.
    pub id: Option<String>,
    /// The headline, where it is given apart from the text.
    pub title: Option<String>,
    /// The text; its bytes are those that findings point at.
    pub text: String,
    /// The day it is dated, where something outside the text says so.
    pub date: Option<Date>,
    /// How the text is marked up.
    pub format: Format,
}

/// How a text is marked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Not at all.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
}
