//! A report as it is put together from its parts, in the order of the articles.

use crate::report;
use crate::report::Format;
use crate::report::Style;
use crate::report::checkstyle;
use crate::report::gitlab;
use crate::report::html;
use crate::report::html::contents::Contents;
use crate::report::html::contents::Entry;
use crate::report::json;
use crate::report::junit;
use crate::report::markdown;
use crate::report::rdjson;
use crate::report::sarif;
use crate::report::summary::Summary;

/// What one article adds to a report.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// What is written of it.
    pub text: String,
    /// What the end of a page has to know of it.
    pub entry: Option<Box<Entry>>,
}

impl From<String> for Part {
    fn from(text: String) -> Part {
        Part { text, entry: None }
    }
}

/// Puts the parts of a report together: knows what stands between them, and keeps what only its end can tell.
#[derive(Debug)]
pub struct Binder {
    format: Format,
    is_first: bool,
    contents: Contents,
}

impl Binder {
    /// The binder of a format, before the first article.
    pub fn new(format: Format) -> Binder {
        Binder { format, is_first: true, contents: Contents::default() }
    }

    /// What to write of the next article, with what stands before it.
    pub fn add(&mut self, part: Part) -> String {
        if self.format == Format::Html {
            return html::numbered(&mut self.contents, part);
        }
        if part.text.is_empty() || std::mem::take(&mut self.is_first) {
            return part.text;
        }
        match separator(self.format) {
            "" => part.text,
            separator => format!("{separator}{}", part.text),
        }
    }

    /// What stands behind the last article; in a terminal, the summary.
    pub fn end(&self, style: &Style, summary: &Summary) -> String {
        match self.format {
            Format::Full | Format::Concise => report::sentence(style, summary),
            Format::Json => json::end(summary),
            Format::Jsonl | Format::Github => String::new(),
            Format::Sarif => sarif::end(summary),
            Format::Gitlab => gitlab::END.to_owned(),
            Format::Junit => junit::END.to_owned(),
            Format::Checkstyle => checkstyle::END.to_owned(),
            Format::Rdjson => rdjson::END.to_owned(),
            Format::Markdown => markdown::end(summary),
            Format::Html => html::end(summary, &self.contents),
        }
    }
}

/// What stands between the findings of one article and those of the next.
fn separator(format: Format) -> &'static str {
    match format {
        Format::Full | Format::Concise | Format::Jsonl | Format::Github | Format::Markdown => "",
        Format::Junit | Format::Checkstyle | Format::Html => "",
        Format::Json | Format::Sarif | Format::Gitlab | Format::Rdjson => json::SEPARATOR,
    }
}
