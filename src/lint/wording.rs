//! What the reader is told, in words.

use crate::claim::Claim;
use crate::claim::Extent;
use crate::claim::Observed;
use crate::code::Code;
use crate::diagnostic::Card;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::fact::Fact;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::fact::Source;
use crate::fact::timeline::Timeline;
use crate::lint::Judged;
use crate::lint::diff;
use crate::lint::mend;
use crate::severity::Severity;
use crate::span::Span;
use crate::value;
use crate::value::Value;
use crate::value::date::Grain;
use crate::value::date::show;
use crate::value::slip;
use crate::value::slip::Slip;
use crate::verdict::Verdict;
use crate::verdict::compare::Comparison;
use crate::verdict::moment::Moment;
use jiff::civil::Date;
use std::sync::Arc;

/// What a reader is shown of a fact.
pub fn card(rules: &Rules, fact: &Fact) -> Card {
    let (line, _) = rules.line_of(fact.place);
    let file = rules.files.get(fact.place.file);
    Card {
        id: fact.id.clone(),
        says: fact.says.clone(),
        source: fact.source.as_ref().map(source),
        path: file.map(|file| file.path.display().to_string()).unwrap_or_default(),
        line,
    }
}

fn source(source: &Source) -> String {
    let read = source.read_on.map(|day| format!("read on {day}"));
    let parts = [source.title.clone(), source.url.clone(), read];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The finding for a claim that was judged.
pub(crate) fn finding(
    rules: &Rules,
    document: &Document<'_>,
    judged: &Judged,
    (card, severity, today): (&Arc<Card>, Severity, Date),
) -> Diagnostic {
    let Judged { claim, context, judgement, .. } = judged;
    let fact = rules.fact(claim.fact);
    let place = document.place(claim.span);
    let observed = observed(document, claim);
    let expected = expected(rules, fact, judgement.moment);
    Diagnostic {
        code: code(claim),
        fact: Some(Arc::clone(card)),
        severity,
        verdict: judgement.verdict.name(),
        status: Some(context.status().name()),
        message: message(&truth(fact, judgement.moment, expected.as_deref()), judged, &observed),
        help: help(fact, judged, (document.date(), today)),
        field: place.field,
        span: place.span,
        observed: Some(observed),
        fix: mend::replacement(rules, document, fact, judged),
        expected,
        as_of: as_of(judgement.moment),
        sentence: sentence(document, claim.sentence),
        labels: Vec::new(),
        related: Vec::new(),
        suppressed: None,
        fingerprint: String::new(),
    }
}

fn code(claim: &Claim) -> Code {
    match claim.observed {
        Observed::Misquoted(_) => Code::Misquote,
        Observed::Misattributed => Code::Misattributed,
        Observed::Misspelt => Code::Name,
        Observed::Value(_)
        | Observed::Term(_)
        | Observed::Holder { .. }
        | Observed::Opposite(_)
        | Observed::Elsewhere
        | Observed::Quoted
        | Observed::Stated(_) => Code::Fact,
    }
}

/// The truth as the reader is told it: what was true at the moment, where the fact's sentence says otherwise.
fn truth(fact: &Fact, moment: Moment, expected: Option<&str>) -> String {
    let says = &fact.says;
    let then = expected.filter(|then| changes_over_time(fact) && !says.contains(then));
    let then = then.map(|then| spoken(fact, then));
    match (moment, then) {
        (Moment::Day(Some(day)), Some(then)) => format!("On {day} it was {then} (now: {says})"),
        (Moment::During(period), Some(then)) => {
            let within = if period.grain == Grain::Day { "On" } else { "In" };
            format!("{within} {} it was {then} (now: {says})", show::show(period))
        }
        (Moment::Day(None), _) | (_, None) => says.clone(),
    }
}

/// What is wrong: the truth first, then what this says.
fn message(truth: &str, judged: &Judged, observed: &str) -> String {
    match &judged.claim.observed {
        Observed::Misquoted(words) => diff::message(words),
        Observed::Misattributed => format!("{truth}; this gives the words to “{observed}”"),
        Observed::Misspelt => format!("{truth}; this writes “{observed}”"),
        Observed::Value(_)
        | Observed::Term(_)
        | Observed::Holder { .. }
        | Observed::Opposite(_)
        | Observed::Elsewhere
        | Observed::Quoted
        | Observed::Stated(_) => format!("{truth}; {}", said(judged.judgement.verdict, observed)),
    }
}

/// How an article says the words that were observed.
fn said(verdict: Verdict, observed: &str) -> String {
    match verdict {
        Verdict::Denies => "this denies it or takes it back".to_owned(),
        Verdict::Imprecise => format!("“{observed}” is not precise"),
        Verdict::Attributed => format!("here somebody is said to say “{observed}”"),
        Verdict::Doubtful => format!("this suggests “{observed}”"),
        Verdict::NotAsserted => format!("“{observed}” is not asserted here"),
        Verdict::AgreedThen => format!("“{observed}” is told of an earlier time"),
        Verdict::Undecided => format!("this may say “{observed}”"),
        Verdict::Contradicts | Verdict::Outdated | Verdict::Agrees => format!("this says “{observed}”"),
    }
}

/// A true number with its thousands marked, as prose writes it.
fn spoken(fact: &Fact, truth: &str) -> String {
    let number = truth.parse().ok().filter(|_| matches!(fact.kind, Kind::Count(_)));
    number.map_or_else(|| truth.to_owned(), value::show::decimal)
}

fn observed(document: &Document<'_>, claim: &Claim) -> String {
    let words = document.slice(claim.span);
    match claim.extent {
        Extent::AllButOne => format!("the other {words}"),
        Extent::Whole | Extent::Part => words.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// The truth at the moment, as it would be written.
pub fn expected(rules: &Rules, fact: &Fact, moment: Moment) -> Option<String> {
    match &fact.kind {
        Kind::Count(truth) => at(truth, moment, |value| value.to_string()),
        Kind::Measure { value, .. } => at(value, moment, value::show::value),
        Kind::Date { value, .. } => at(value, moment, |period| show::show(*period)),
        Kind::Term { value, .. } => at(value, moment, String::clone),
        Kind::Role { holder, .. } => at(holder, moment, |holder| rules.holder_name(holder)),
        Kind::Quote { words, .. } => Some(words.clone()),
        Kind::Name { written, .. } => Some(written.clone()),
        Kind::Statement { value, .. } => value.clone(),
    }
}

fn at<T>(truth: &Timeline<T>, moment: Moment, show: impl Fn(&T) -> String) -> Option<String> {
    let values: Vec<String> = moment.entries(truth).iter().map(|entry| show(&entry.value)).collect();
    (!values.is_empty()).then(|| values.join(" or "))
}

/// What else there is to know: until when it was true, that no date is known, that a review is due.
fn help(fact: &Fact, judged: &Judged, (date, today): (Option<Date>, Date)) -> Option<String> {
    let is_quoted = matches!(judged.claim.observed, Observed::Misquoted(_));
    let is_denied = judged.judgement.verdict == Verdict::Denies;
    let is_undated = date.is_none() && changes_over_time(fact);
    let notes = [
        judged.truth_beside.map(|_| "the true value stands in the same sentence".to_owned()),
        until(judged.judgement.comparison),
        hint(fact, judged),
        is_denied.then(|| DENIED.to_owned()),
        is_quoted.then(|| QUOTED.to_owned()),
        is_undated.then(|| "the article carries no date, so it is held against what is true now".to_owned()),
        due(fact, today),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    (!notes.is_empty()).then(|| notes.join("; "))
}

const DENIED: &str = "if the denial is meant, name what is denied so that it cannot be read as the fact";
const QUOTED: &str = "quotation marks promise the very words: print them, or paraphrase without marks";

fn until(comparison: Comparison) -> Option<String> {
    match comparison {
        Comparison::Former { until, .. } => Some(format!("it was true until {until}")),
        Comparison::Agrees | Comparison::Imprecise | Comparison::Conflicts | Comparison::Unknown => None,
    }
}

fn due(fact: &Fact, today: Date) -> Option<String> {
    let due = fact.review_by.filter(|due| *due < today)?;
    Some(format!("this fact was due for review on {due}"))
}

/// What may have happened to a wrong number: "did you mean $1.2 billion?".
fn hint(fact: &Fact, judged: &Judged) -> Option<String> {
    let Observed::Value(mention) = &judged.claim.observed else { return None };
    let truth = match &fact.kind {
        Kind::Count(truth) => Value::count(judged.judgement.moment.entries(truth).first()?.value),
        Kind::Measure { value, .. } => judged.judgement.moment.entries(value).first()?.value.clone(),
        Kind::Date { .. }
        | Kind::Term { .. }
        | Kind::Role { .. }
        | Kind::Quote { .. }
        | Kind::Name { .. }
        | Kind::Statement { .. } => return None,
    };
    let meant = value::show::brief(&truth);
    slip::hint(&truth, mention).map(|slip| match slip {
        Slip::TooLarge(times) => {
            format!("this is {} times too large: did you mean {meant}?", value::show::decimal(times.into()))
        }
        Slip::TooSmall(times) => {
            format!("this is {} times too small: did you mean {meant}?", value::show::decimal(times.into()))
        }
        Slip::Points => format!("percent and percentage points are different: did you mean {meant}?"),
        Slip::Swapped => format!("the same digits in another order: did you mean {meant}?"),
    })
}

fn changes_over_time(fact: &Fact) -> bool {
    fact.kind.stretches().len() > 1
}

/// The day or days at which a claim was judged, in words.
pub fn as_of(moment: Moment) -> Option<String> {
    match moment {
        Moment::Day(day) => day.map(|day| day.to_string()),
        Moment::During(period) => Some(show::show(period)),
    }
}

/// The sentence around a claim, in the article's own bytes.
pub fn sentence(document: &Document<'_>, index: usize) -> Span {
    let span = document.sentences().get(index).map_or(Span::at(0), |sentence| sentence.span);
    document.place(span).span
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::fact::trial;
    use crate::lint::Linter;
    use crate::lint::Options;
    use crate::lint::checks::Checks;
    use crate::source::Article;
    use jiff::civil::Date;

    const RULES: &str = r#"
        [[entity]]
        id = "league"
        names = ["Harbour League"]

        [[fact]]
        id = "league-clubs"
        says = "The Harbour League has 12 clubs"
        kind = "count"
        subject = "league"
        attribute = ["club"]
        value = 12
        fix = "safe"
    "#;

    /// Checks which words a fix would put in, for each finding.
    #[track_caller]
    fn check_fixes(text: &str, expected: &[Option<&str>]) {
        let loaded = trial::load(&[RULES]);
        let options = Options {
            as_of: None,
            default_date: None,
            today: Date::ZERO,
            show_suppressed: false,
            coverage: false,
            checks: Checks::default(),
        };
        let article = Article { text: text.to_owned(), ..Article::default() };
        let config = Config::default();
        let findings = Linter::new(&loaded.rules, &config, options).check(&article);
        let fixes: Vec<Option<&str>> =
            findings.iter().map(|finding| finding.fix.as_ref().map(|fix| fix.text.as_str())).collect();
        assert_eq!(fixes, expected);
    }

    #[test]
    fn nothing_is_mended_between_quotation_marks() {
        check_fixes("The Harbour League has 14 clubs.", &[Some("12")]);
        check_fixes("“The Harbour League has 14 clubs,” Vale said.", &[None]);
    }
}
