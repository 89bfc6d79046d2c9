//! Rows of Arrow as articles; what is wrong with a row is a finding about it.

use arrow_array::Array;
use arrow_array::RecordBatch;
use arrow_array::StringArray;
use arrow_array::cast::AsArray;
use factlint::code::Code;
use factlint::diagnostic::Diagnostic;
use factlint::document::map::Field;
use factlint::severity::Severity;
use factlint::source::Article;
use factlint::source::Format;
use factlint::source::date;
use factlint::source::front_matter;
use factlint::span::Span;

/// The columns of a batch that articles are made of; Python has made texts of all of them.
pub struct Rows<'b> {
    text: &'b StringArray,
    id: Option<&'b StringArray>,
    date: Option<&'b StringArray>,
    title: Option<&'b StringArray>,
    format: Format,
}

/// An article, with what is odd about its row.
pub struct Row {
    /// The article; without a text where the row has none.
    pub article: Article,
    /// What is odd.
    pub oddities: Vec<Diagnostic>,
}

impl<'b> Rows<'b> {
    /// The rows of a batch, where it has a column `text`.
    pub fn of(batch: &'b RecordBatch, format: Format) -> Option<Rows<'b>> {
        let column = |name: &str| batch.column_by_name(name).and_then(|column| column.as_string_opt::<i32>());
        let (id, date, title) = (column("id"), column("date"), column("title"));
        Some(Rows { text: column("text")?, id, date, title, format })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// The row with this index.
    pub fn row(&self, at: usize) -> Row {
        let text = value(Some(self.text), at);
        let written = value(self.date, at);
        let day = written.and_then(date::parse);
        let missing = text.is_none().then(no_text);
        let undated = written.filter(|_| day.is_none()).map(no_date);
        let article = Article {
            id: value(self.id, at).map(str::to_owned),
            title: value(self.title, at).map(str::to_owned),
            text: text.unwrap_or_default().to_owned(),
            date: day.or_else(|| front_matter::date(text.unwrap_or_default())),
            format: self.format,
            ..Article::default()
        };
        Row { article, oddities: missing.into_iter().chain(undated).collect() }
    }
}

fn value(column: Option<&StringArray>, at: usize) -> Option<&str> {
    column.filter(|column| column.is_valid(at)).map(|column| column.value(at))
}

fn no_text() -> Diagnostic {
    let message = "this row has no text, so that it could not be checked".to_owned();
    Diagnostic {
        severity: Severity::Error,
        verdict: "not-checked",
        help: Some("leave such rows out, or give them an empty text".to_owned()),
        ..Diagnostic::warning(Code::Unreadable, Span::at(0), message)
    }
}

fn no_date(written: &str) -> Diagnostic {
    let short: String = written.chars().take(40).collect();
    let message = format!("the date must be an ISO day such as 2026-03-04, and it is {short:?}");
    Diagnostic {
        help: Some("the article is checked as if it had no date".to_owned()),
        field: Field::Text,
        ..Diagnostic::warning(Code::Date, Span::at(0), message)
    }
}
