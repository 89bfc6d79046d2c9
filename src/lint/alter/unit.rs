//! Another unit, currency or scale behind the same number.

use crate::document::Document;
use crate::lint::mend::Words;
use crate::span::Span;
use crate::value::Value;

/// Words and signs of units, each with another one of its kind that says something else; longer ones first,
/// so that "kilometres" is not read as "metres".
const OTHERS: &[(&str, &str)] = &[
    ("percentage points", "percent"),
    ("per cent", "percentage points"),
    ("percent", "percentage points"),
    ("trillion", "billion"),
    ("billion", "million"),
    ("million", "billion"),
    ("thousand", "million"),
    ("kilometres", "miles"),
    ("kilometers", "miles"),
    ("kilograms", "pounds"),
    ("centimetres", "inches"),
    ("centimeters", "inches"),
    ("hectares", "acres"),
    ("metres", "feet"),
    ("meters", "feet"),
    ("tonnes", "kilograms"),
    ("acres", "hectares"),
    ("inches", "feet"),
    ("miles", "kilometres"),
    ("feet", "metres"),
    ("minutes", "hours"),
    ("hours", "days"),
    ("months", "years"),
    ("weeks", "months"),
    ("years", "months"),
    ("days", "weeks"),
    ("euros", "dollars"),
    ("dollars", "euros"),
    ("pounds", "dollars"),
    ("%", " percentage points"),
    ("$", "€"),
    ("€", "$"),
    ("£", "€"),
];

/// The same number in another unit, if its own is a known one.
pub(crate) fn one(document: &Document<'_>, value: &Value) -> Option<Words> {
    let written = document.slice(value.core);
    let found = OTHERS.iter().find_map(|(unit, other)| Some((find(written, unit)?, *unit, *other)));
    let (at, unit, other) = found?;
    let start = value.core.start() + at;
    Some(Words { span: Span::new(start, start + unit.len()), text: other.to_owned() })
}

/// Where a unit stands that is no part of a longer word.
fn find(written: &str, unit: &str) -> Option<usize> {
    let at = written.find(unit)?;
    let is_sign = !unit.ends_with(char::is_alphabetic);
    let is_inner = written[..at].ends_with(char::is_alphabetic)
        || written[at + unit.len()..].starts_with(char::is_alphabetic);
    (is_sign || !is_inner).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::one;
    use crate::document::Document;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let document = Document::plain(text, None);
        let value = &document.values(&document.sentences()[0])[0];
        let changed = one(&document, value).map(|Words { span, text: new }| {
            format!("{}{new}{}", &text[..span.start()], &text[span.end()..])
        });
        assert_eq!(changed.as_deref(), expected);
    }

    use crate::lint::mend::Words;

    #[test]
    fn units_change_and_numbers_stay() {
        check("It rose 4%.", Some("It rose 4 percentage points."));
        check("It cost $3 million.", Some("It cost $3 billion."));
        check("It cost $30.", Some("It cost €30."));
        check("It is 9 kilometres long.", Some("It is 9 miles long."));
        check("It has 12 clubs.", None);
    }
}
