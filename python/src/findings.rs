//! Findings as columns of Arrow: a row a finding, in the order of the articles.

use arrow_array::ArrayRef;
use arrow_array::RecordBatch;
use arrow_array::builder::BooleanBuilder;
use arrow_array::builder::Int32Builder;
use arrow_array::builder::Int64Builder;
use arrow_array::builder::ListBuilder;
use arrow_array::builder::StringBuilder;
use arrow_array::builder::StructBuilder;
use arrow_schema::ArrowError;
use arrow_schema::DataType;
use arrow_schema::Field;
use arrow_schema::Fields;
use arrow_schema::Schema;
use factlint::diagnostic::Linted;
use factlint::report::view;
use factlint::report::view::Finding;
use factlint::report::view::Fix;
use factlint::report::view::Label;
use factlint::report::view::Range;
use factlint::report::view::Related;
use std::sync::Arc;

/// Columns of words, in their order, with whether every finding has them.
const WORDS: &[(&str, bool)] = &[
    ("id", false),
    ("code", true),
    ("fact", false),
    ("severity", true),
    ("verdict", true),
    ("status", false),
    ("message", true),
    ("help", false),
    ("field", true),
    ("text", true),
    ("observed", false),
    ("expected", false),
    ("as_of", false),
    ("sentence", true),
    ("fingerprint", true),
    ("suppressed", false),
];
/// Where words stand: bytes of the text, and characters of it.
const PLACES: &[&str] = &["byte_start", "byte_end", "start", "end"];
/// The same in lines and columns, counted from 1.
const LINES: &[&str] = &["line", "col", "end_line", "end_col"];

/// The columns of findings.
pub fn schema() -> Schema {
    let row = [Field::new("row", DataType::Int64, false)];
    let words = WORDS.iter().map(|(name, is_there)| Field::new(*name, DataType::Utf8, !is_there));
    let places = PLACES.iter().map(|name| Field::new(*name, DataType::Int64, true));
    let lines = LINES.iter().map(|name| Field::new(*name, DataType::Int32, true));
    let nested = [
        Field::new("labels", list(label()), false),
        Field::new("related", list(related()), false),
        Field::new("fix", DataType::Struct(fix()), true),
    ];
    Schema::new(row.into_iter().chain(words).chain(places).chain(lines).chain(nested).collect::<Vec<_>>())
}

fn list(fields: Fields) -> DataType {
    DataType::List(Arc::new(Field::new("item", DataType::Struct(fields), true)))
}

fn label() -> Fields {
    bytes_and(&[("text", DataType::Utf8)])
}

fn fix() -> Fields {
    bytes_and(&[("text", DataType::Utf8), ("safe", DataType::Boolean)])
}

fn related() -> Fields {
    let fields = [("path", DataType::Utf8), ("line", DataType::Int64), ("text", DataType::Utf8)];
    fields.into_iter().map(|(name, kind)| Field::new(name, kind, false)).collect()
}

fn bytes_and(more: &[(&str, DataType)]) -> Fields {
    let bytes = ["byte_start", "byte_end"].into_iter().map(|name| Field::new(name, DataType::Int64, true));
    bytes.chain(more.iter().map(|(name, kind)| Field::new(*name, kind.clone(), false))).collect()
}

/// Columns in the making.
pub struct Columns {
    row: Int64Builder,
    words: Vec<StringBuilder>,
    places: Vec<Int64Builder>,
    lines: Vec<Int32Builder>,
    labels: ListBuilder<StructBuilder>,
    related: ListBuilder<StructBuilder>,
    fix: StructBuilder,
}

impl Columns {
    /// Columns without a row.
    pub fn new() -> Columns {
        let many = |fields: Fields| ListBuilder::new(StructBuilder::from_fields(fields, 0));
        Columns {
            row: Int64Builder::new(),
            words: WORDS.iter().map(|_| StringBuilder::new()).collect(),
            places: PLACES.iter().map(|_| Int64Builder::new()).collect(),
            lines: LINES.iter().map(|_| Int32Builder::new()).collect(),
            labels: many(label()),
            related: many(related()),
            fix: StructBuilder::from_fields(fix(), 0),
        }
    }

    /// Adds the findings of the article in the row with this index.
    pub fn add(&mut self, row: i64, linted: &Linted) {
        for finding in view::findings(linted) {
            self.row.append_value(row);
            self.add_words(&finding);
            self.add_place(linted, &finding);
            finding.labels.iter().for_each(|label| add_label(self.labels.values(), label));
            self.labels.append(true);
            finding.related.iter().for_each(|related| add_related(self.related.values(), related));
            self.related.append(true);
            add_fix(&mut self.fix, finding.fix.as_ref());
        }
    }

    /// The words of a finding, in the order of [`WORDS`].
    fn add_words(&mut self, finding: &Finding<'_>) {
        let words = [
            finding.article,
            Some(finding.code),
            finding.fact,
            Some(finding.severity.name()),
            Some(finding.verdict),
            finding.status,
            Some(finding.message),
            finding.help,
            Some(finding.field.name()),
            Some(finding.text),
            finding.observed,
            finding.expected,
            finding.as_of,
            Some(finding.sentence),
            Some(&finding.fingerprint),
            finding.suppressed,
        ];
        self.words.iter_mut().zip(words).for_each(|(column, words)| column.append_option(words));
    }

    fn add_place(&mut self, linted: &Linted, finding: &Finding<'_>) {
        let text = match finding.field {
            factlint::document::map::Field::Text => &linted.article.text,
            factlint::document::map::Field::Title => linted.article.title.as_deref().unwrap_or_default(),
        };
        let characters = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
        let span = finding.span.as_ref();
        let places = span.map(|span| {
            let start = characters(span.byte_start);
            [span.byte_start, span.byte_end, start, start + finding.text.chars().count()]
        });
        let lines = span.map(|span| [span.line, span.col, span.end_line, span.end_col]);
        for (at, column) in self.places.iter_mut().enumerate() {
            column.append_option(places.map(|places| long(places[at])));
        }
        for (at, column) in self.lines.iter_mut().enumerate() {
            column.append_option(lines.map(|lines| i32::try_from(lines[at]).unwrap_or(i32::MAX)));
        }
    }

    /// The columns with all that was added.
    ///
    /// # Errors
    /// Columns that do not fit [`schema`], which would be a mistake in this file.
    pub fn finish(mut self) -> Result<RecordBatch, ArrowError> {
        let mut columns: Vec<ArrayRef> = vec![Arc::new(self.row.finish())];
        columns.extend(self.words.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef));
        columns.extend(self.places.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef));
        columns.extend(self.lines.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef));
        columns.push(Arc::new(self.labels.finish()));
        columns.push(Arc::new(self.related.finish()));
        columns.push(Arc::new(self.fix.finish()));
        RecordBatch::try_new(Arc::new(schema()), columns)
    }
}

fn add_label(to: &mut StructBuilder, label: &Label<'_>) {
    add_bytes(to, label.span.as_ref());
    add_text(to, 2, Some(label.text));
    to.append(true);
}

fn add_related(to: &mut StructBuilder, related: &Related<'_>) {
    add_text(to, 0, Some(&related.path));
    add_number(to, 1, Some(related.line));
    add_text(to, 2, Some(related.text));
    to.append(true);
}

/// A row that is null holds values all the same, which nobody sees.
fn add_fix(to: &mut StructBuilder, fix: Option<&Fix<'_>>) {
    add_bytes(to, fix.and_then(|fix| fix.span.as_ref()));
    add_text(to, 2, Some(fix.map_or("", |fix| fix.text)));
    if let Some(column) = to.field_builder::<BooleanBuilder>(3) {
        column.append_value(fix.is_some_and(|fix| fix.safe));
    }
    to.append(fix.is_some());
}

fn add_bytes(to: &mut StructBuilder, span: Option<&Range>) {
    add_number(to, 0, span.map(|span| span.byte_start));
    add_number(to, 1, span.map(|span| span.byte_end));
}

fn add_number(to: &mut StructBuilder, at: usize, number: Option<usize>) {
    if let Some(column) = to.field_builder::<Int64Builder>(at) {
        column.append_option(number.map(long));
    }
}

fn add_text(to: &mut StructBuilder, at: usize, text: Option<&str>) {
    if let Some(column) = to.field_builder::<StringBuilder>(at) {
        column.append_option(text);
    }
}

fn long(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
