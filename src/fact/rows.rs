//! The rows of a table in a file of its own: CSV with a header row, or JSON lines.

use crate::span::Span;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// A table as it was read.
#[derive(Debug, Default)]
pub struct Rows {
    /// The names of the columns; none for JSON lines, where each row has its own.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What could not be read, and where.
    pub broken: Vec<(Span, String)>,
}

/// One row.
#[derive(Debug)]
pub struct Row {
    /// Its number, as a spreadsheet or an editor shows it.
    pub number: usize,
    /// Where it stands in its file.
    pub span: Span,
    /// Its cells by column.
    pub cells: BTreeMap<String, String>,
}

/// Reads `text`, the content of the file `path`.
pub fn read(path: &Path, text: &str) -> Rows {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("");
    match ending.to_ascii_lowercase().as_str() {
        "jsonl" | "ndjson" | "json" => json_lines(text),
        "tsv" => separated(text, b'\t'),
        _ => separated(text, b','),
    }
}

fn separated(text: &str, delimiter: u8) -> Rows {
    let body = text.trim_start_matches('\u{feff}');
    let skipped = text.len() - body.len();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .has_headers(false)
        .from_reader(body.as_bytes());
    let mut rows = Rows::default();
    for (at, record) in reader.records().enumerate() {
        match record {
            Ok(record) if at == 0 => rows.columns = record.iter().map(str::to_owned).collect(),
            Ok(record) => {
                let row = row(&record, &rows.columns, at + 1);
                rows.rows.push(Row { span: line(text, start(record.position()) + skipped), ..row });
            }
            Err(error) => rows.broken.push(uneven(&error, at + 1, text, skipped)),
        }
    }
    rows
}

fn row(record: &csv::StringRecord, columns: &[String], number: usize) -> Row {
    let cells = columns.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
    Row { number, span: Span::at(0), cells }
}

fn uneven(error: &csv::Error, number: usize, text: &str, skipped: usize) -> (Span, String) {
    let span = line(text, start(error.position()) + skipped);
    let message = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("row {number} has {len} cells where the header has {expected_len}")
        }
        _ => format!("row {number} cannot be read"),
    };
    (span, message)
}

fn start(position: Option<&csv::Position>) -> usize {
    position.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX))
}

/// The line of `text` that begins at `at`; the reader may point at the line break before it.
fn line(text: &str, at: usize) -> Span {
    let rest = text.get(at..).unwrap_or("");
    let start = at + (rest.len() - rest.trim_start_matches(['\r', '\n']).len());
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    Span::new(start, start + line.len())
}

fn json_lines(text: &str) -> Rows {
    let mut rows = Rows::default();
    let mut at = 0;
    for (index, whole) in text.split_inclusive('\n').enumerate() {
        let words = whole.trim_end().trim_start_matches('\u{feff}');
        if !words.trim().is_empty() {
            let span = Span::new(at, at + whole.trim_end().len());
            match cells(words) {
                Some(cells) => rows.rows.push(Row { number: index + 1, span, cells }),
                None => rows
                    .broken
                    .push((span, format!("row {} is not a JSON object of plain values", index + 1))),
            }
        }
        at += whole.len();
    }
    rows
}

fn cells(line: &str) -> Option<BTreeMap<String, String>> {
    let Value::Object(object) = serde_json::from_str(line).ok()? else { return None };
    object.into_iter().map(|(column, value)| Some((column, cell(value)?))).collect()
}

fn cell(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null => Some(String::new()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use std::path::Path;

    /// Each row as its number, its own words and its cells in the order of their columns.
    #[track_caller]
    fn check(path: &str, text: &str, expected: &[(usize, &str, &[&str])]) {
        let rows = read(Path::new(path), text).rows;
        let found: Vec<(usize, &str, Vec<&str>)> = rows
            .iter()
            .map(|row| (row.number, row.span.of(text), row.cells.values().map(String::as_str).collect()))
            .collect();
        let expected: Vec<(usize, &str, Vec<&str>)> =
            expected.iter().map(|(number, words, cells)| (*number, *words, cells.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_csv_file_has_a_header() {
        check("a.csv", "a,b\n1, x \n\"2\n2\",y\n", &[(2, "1, x ", &["1", "x"]), (3, "\"2", &["2\n2", "y"])]);
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_header() {
        check("a.csv", "\u{feff}a,b\r\n1,x\r\n", &[(2, "1,x", &["1", "x"])]);
    }

    #[test]
    fn a_json_line_is_a_row() {
        check(
            "a.jsonl",
            "{\"a\":1,\"b\":\" x\"}\n\n{\"a\":null}\n",
            &[(1, "{\"a\":1,\"b\":\" x\"}", &["1", "x"]), (3, "{\"a\":null}", &[""])],
        );
    }

    #[test]
    fn a_short_row_is_broken() {
        let text = "a,b\n1\n2,3\n";
        let rows = read(Path::new("a.csv"), text);
        assert_eq!(rows.rows.len(), 1);
        let (span, message) = &rows.broken[0];
        assert_eq!((span.of(text), message.as_str()), ("1", "row 2 has 1 cells where the header has 2"));
    }
}
