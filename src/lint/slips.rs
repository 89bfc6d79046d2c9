//! What is wrong in an article without any fact: numbers, weekdays and conversions that do not fit.

use crate::code::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Label;
use crate::document::Document;
use crate::lint::checks::Check;
use crate::lint::checks::Checks;
use crate::lint::label;
use crate::lint::wording;
use crate::severity::Severity;
use crate::span::Span;
use crate::value::date::show;
use crate::verdict::Verdict;
use crate::verdict::arithmetic;
use crate::verdict::gloss;
use crate::verdict::signs::Signposts;
use crate::verdict::weekday;

/// The findings of an article, whose signs are known, that need no fact.
pub fn find(document: &Document<'_>, signs: &Signposts, checks: Checks) -> Vec<Diagnostic> {
    let sums = with(checks.severity(Check::Arithmetic), || sums(document, signs));
    let days = with(checks.severity(Check::Weekday), || days(document, signs));
    sums.into_iter().chain(days).collect()
}

/// The findings of a check that is on, at its severity.
fn with(severity: Option<Severity>, find: impl Fn() -> Vec<Diagnostic>) -> Vec<Diagnostic> {
    let Some(severity) = severity else { return Vec::new() };
    find().into_iter().map(|finding| Diagnostic { severity, ..finding }).collect()
}

fn sums(document: &Document<'_>, signs: &Signposts) -> Vec<Diagnostic> {
    let sums = arithmetic::find(document, signs).into_iter().map(|slip| sum(document, &slip));
    let glosses = gloss::find(document, signs).into_iter().map(|slip| conversion(document, &slip));
    sums.chain(glosses).collect()
}

fn days(document: &Document<'_>, signs: &Signposts) -> Vec<Diagnostic> {
    weekday::find(document, signs).into_iter().map(|slip| day(document, &slip)).collect()
}

fn sum(document: &Document<'_>, slip: &arithmetic::Slip) -> Diagnostic {
    Diagnostic {
        message: format!("“{}” does not fit: {}", document.slice(slip.span), slip.computation),
        help: Some("one of the numbers is wrong, or they are measured against different things".to_owned()),
        expected: Some(slip.expected.clone()),
        labels: labels(document, &slip.operands, "computed from this"),
        ..blank(document, Code::Arithmetic, slip.span)
    }
}

fn day(document: &Document<'_>, slip: &weekday::Slip) -> Diagnostic {
    let (written, actual) = (show::weekday(slip.written), show::weekday(slip.actual));
    let day = show::day(slip.date);
    Diagnostic {
        message: format!("{day} is a {actual}, not a {written}"),
        help: Some("either the weekday or the date is wrong; look it up before you change one".to_owned()),
        expected: Some(actual.to_owned()),
        labels: labels(document, &[slip.weekday], "this weekday"),
        ..blank(document, Code::Weekday, slip.span)
    }
}

fn conversion(document: &Document<'_>, slip: &gloss::Slip) -> Diagnostic {
    let (gloss, of) = (document.slice(slip.span), document.slice(slip.of));
    Diagnostic {
        message: format!("“{gloss}” is not “{of}”: that would be about {}", slip.expected),
        help: Some("one of the two is wrong; work the conversion out again".to_owned()),
        expected: Some(slip.expected.clone()),
        labels: labels(document, &[slip.of], "converted from this"),
        ..blank(document, Code::Arithmetic, slip.span)
    }
}

fn labels(document: &Document<'_>, spans: &[Span], text: &str) -> Vec<Label> {
    let label = |span: &Span| label::at(document, document.place(*span).field, *span, text.to_owned());
    spans.iter().filter_map(label).collect()
}

/// A warning at `span` that is still without words.
pub(crate) fn blank(document: &Document<'_>, code: Code, span: Span) -> Diagnostic {
    let place = document.place(span);
    Diagnostic {
        verdict: Verdict::Contradicts.name(),
        field: place.field,
        observed: Some(document.slice(span).to_owned()),
        sentence: wording::sentence(document, document.sentence_at(span.start())),
        ..Diagnostic::warning(code, place.span, String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::Checks;
    use super::find;
    use crate::document::Document;
    use crate::verdict::signs::Signposts;
    use jiff::civil::date;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let document = Document::plain(text, Some(date(2026, 3, 4)));
        let found = find(&document, &Signposts::of(text), Checks::default());
        let found: Vec<(&str, &str)> = found.iter().map(|f| (f.code.name(), f.span.of(text))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_that_do_not_fit_are_told() {
        check("Sales rose 295% from 10,000 to 29,500.", &[("arithmetic", "295%")]);
        check("Sales rose 195% from 10,000 to 29,500.", &[]);
    }

    #[test]
    fn a_weekday_that_is_another_is_told() {
        check("It opened on Monday, March 3, 2026.", &[("weekday", "Monday, March 3, 2026")]);
        check("It opened on Tuesday, March 3, 2026.", &[]);
    }

    #[test]
    fn a_conversion_that_is_wrong_is_told() {
        check("It is 100 km (82 miles) away.", &[("arithmetic", "82 miles")]);
        check("It is 100 km (62 miles) away.", &[]);
    }
}
