//! Articles in: files, folders, standard input, JSON lines; encodings; line and column.
//!
//! [`walk`] lists what is to be read, [`read`] reads it one article at a time and [`batch`] groups
//! articles so that a run never holds more than a few of them. Whatever cannot be read is a
//! [`problem::Problem`] in its place in the order, and the rest goes on.

pub mod batch;
pub mod date;
pub mod docx;
pub mod encoding;
pub mod fields;
pub mod front_matter;
pub mod id;
pub mod jsonl;
pub mod line;
pub mod packed;
pub mod problem;
pub mod read;
pub mod short;
pub mod walk;
mod wordprocessing;

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
    /// The byte of the file at which the text begins: 3 after a UTF-8 byte order mark, else 0.
    pub text_at: usize,
    /// The day it is dated, where something outside the text says so.
    pub date: Option<Date>,
    /// How the text is marked up.
    pub format: Format,
    /// Whether the text is the rest of its file from `text_at` on, byte for byte.
    pub is_verbatim: bool,
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
    /// reStructuredText.
    Rst,
    /// AsciiDoc.
    AsciiDoc,
}
