//! What the reader is told, in words.

mod help;
mod message;

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
use crate::lint::mend;
use crate::severity::Severity;
use crate::span::Span;
use crate::value;
use crate::value::date::show;
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
        message: message::message(
            &message::truth(fact, judgement.moment, expected.as_deref()),
            judged,
            &message::hedged(document, claim).unwrap_or_else(|| observed.clone()),
        ),
        help: help::help(fact, judged, (document.date(), today)),
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

fn observed(document: &Document<'_>, claim: &Claim) -> String {
    let words = document.slice(claim.span);
    match claim.extent {
        Extent::AllButOne => format!("the other {words}"),
        Extent::Whole | Extent::Part => one_line(words),
    }
}

/// Words with single spaces between them.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
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
    use crate::source::Article;
    use jiff::civil::Date;
    use jiff::civil::date;

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
        let article = Article { text: text.to_owned(), ..Article::default() };
        let config = Config::default();
        let findings = Linter::new(&loaded.rules, &config, Options::undated()).check(&article);
        let fixes: Vec<Option<&str>> =
            findings.iter().map(|finding| finding.fix.as_ref().map(|fix| fix.text.as_str())).collect();
        assert_eq!(fixes, expected);
    }

    #[test]
    fn nothing_is_mended_between_quotation_marks() {
        check_fixes("The Harbour League has 14 clubs.", &[Some("12")]);
        check_fixes("“The Harbour League has 14 clubs,” Vale said.", &[None]);
    }

    #[test]
    fn a_message_repeats_the_words_that_loosen_a_number() {
        let loaded = trial::load(&[RULES]);
        let config = Config::default();
        let linter = Linter::new(&loaded.rules, &config, Options::undated());
        let said = |text: &str| {
            let article = Article { text: text.to_owned(), ..Article::default() };
            let findings = linter.check(&article);
            findings.iter().map(|finding| finding.message.clone()).collect::<Vec<_>>()
        };
        let says = |words: &str| vec![format!("The Harbour League has 12 clubs; this says “{words}”")];
        assert_eq!(said("The Harbour League has fewer than 12 clubs."), says("fewer than 12"));
        assert_eq!(said("The Harbour League has 14 or more clubs."), says("14 or more"));
        assert_eq!(said("The Harbour League has exactly 14 clubs."), says("14"));
    }

    #[test]
    fn what_was_true_then_is_told_where_it_is_not_what_the_fact_says() {
        let loaded = trial::load(&[r#"
            [[fact]]
            id = "workers"
            says = "The Harbour League has 18,200 workers"
            kind = "count"
            subject = { names = ["Harbour League"] }
            attribute = ["worker"]
            timeline = [{ value = 21000, from = 2021-01-01 }, { value = 18200, from = 2025-09-01 }]
        "#]);
        let config = Config::default();
        let linter = Linter::new(&loaded.rules, &config, Options::undated());
        let said = |day: Date| {
            let text = "The Harbour League has 12,800 workers.".to_owned();
            let findings = linter.check(&Article { text, date: Some(day), ..Article::default() });
            findings.into_iter().map(|finding| finding.message).collect::<Vec<_>>()
        };
        let now = "The Harbour League has 18,200 workers";
        assert_eq!(said(date(2026, 3, 4)), [format!("{now}; this says “12,800”")]);
        let then = format!("On 2022-03-04 it was 21,000 (now: {now}); this says “12,800”");
        assert_eq!(said(date(2022, 3, 4)), [then]);
    }
}
