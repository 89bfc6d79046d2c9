//! Which changes are made to what a fact covers.

use crate::claim::Claim;
use crate::claim::Extent;
use crate::claim::Observed;
use crate::document::Document;
use crate::document::map::Field;
use crate::fact::Fact;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::fact::timeline::Timeline;
use crate::lint::Judged;
use crate::lint::Linter;
use crate::lint::alter;
use crate::lint::mend;
use crate::lint::mend::Words;
use crate::lint::mutate::Change;
use crate::report::mutation::Sort;
use crate::value::Amount;
use crate::value::Value;
use crate::verdict::Verdict;
use crate::verdict::compare;
use crate::verdict::compare::Comparison;

/// The changes of an article, in order; no two are the same.
pub(super) fn all(linter: &Linter<'_>, document: &Document<'_>, judged: &[Judged]) -> Vec<Change> {
    let covered = judged.iter().filter(|one| is_covered(one));
    let mut changes: Vec<Change> = covered.flat_map(|one| of_claim(linter, document, one)).collect();
    changes.sort_by(|a, b| (a.span, a.sort, &a.new).cmp(&(b.span, b.sort, &b.new)));
    changes.dedup_by(|a, b| (a.span, &a.new) == (b.span, &b.new));
    changes
}

/// Whether a fact agrees with all that the words say.
fn is_covered(judged: &Judged) -> bool {
    let agrees = matches!(judged.judgement.verdict, Verdict::Agrees | Verdict::AgreedThen);
    agrees && judged.claim.extent != Extent::Part
}

fn of_claim(linter: &Linter<'_>, document: &Document<'_>, judged: &Judged) -> Vec<Change> {
    let fact = linter.fact(&judged.claim);
    let made = words(linter.rules, document, (fact, judged)).into_iter();
    let placed = made.filter_map(|(sort, words)| {
        let field = document.place(words.span).field;
        let (span, new) = mend::in_source(document, words).filter(|_| field == Field::Text)?;
        let sentence = document.sentences().get(judged.claim.sentence)?.span;
        let sentence = document.place(sentence).span.join(span);
        Some(Change { fact: linter.cards.of(judged.claim.fact).clone(), sort, span, new, sentence })
    });
    placed.collect()
}

/// Each sort of change that can be made to a claim, once.
fn words(rules: &Rules, document: &Document<'_>, (fact, judged): (&Fact, &Judged)) -> Vec<(Sort, Words)> {
    let claim = &judged.claim;
    let denial = || alter::denial::one(&document.text, document.sentences().get(claim.sentence)?, claim.span);
    let denied = || denial().map(|words| (Sort::Polarity, words));
    match &claim.observed {
        Observed::Value(value) => {
            let other = other(document, (fact, judged), value);
            let unit = alter::unit::one(document, value).map(|words| (Sort::Unit, words));
            [other, unit, denied()].into_iter().flatten().collect()
        }
        Observed::Holder { name, .. } => {
            let other = holder(rules, fact, claim, name).map(|words| (Sort::Holder, words));
            [other, denied()].into_iter().flatten().collect()
        }
        Observed::Term(_) => {
            let other = rival(document, fact, claim).map(|words| (Sort::Word, words));
            [other, denied()].into_iter().flatten().collect()
        }
        Observed::Quoted => {
            quoted(document, claim).map(|words| (Sort::Quotation, words)).into_iter().collect()
        }
        Observed::Stated(_) => denied().into_iter().collect(),
        Observed::Opposite(_) | Observed::Elsewhere => Vec::new(),
        Observed::Misquoted(_) | Observed::Misattributed | Observed::Misspelt => Vec::new(),
    }
}

/// Another number or date, the nearest that the fact does not hold for true then or ever before.
fn other(document: &Document<'_>, (fact, judged): (&Fact, &Judged), value: &Value) -> Option<(Sort, Words)> {
    let is_wrong = |amount: Amount| {
        let observed = Observed::Value(Box::new(Value { amount, ..value.clone() }));
        let claim = Claim { observed, ..judged.claim.clone() };
        compare::at(fact, &claim, judged.judgement.moment) == Comparison::Conflicts
    };
    let numbers = alter::number::all(document, value).into_iter();
    let mut numbers = numbers.filter(|(number, _)| is_wrong(Amount::Exact(*number)));
    let dates = alter::date::all(document, value).into_iter();
    let mut dates = dates.filter(|(period, _)| is_wrong(Amount::Dates(vec![*period])));
    let number = numbers.next().map(|(_, words)| (Sort::Number, words));
    number.or_else(|| dates.next().map(|(_, words)| (Sort::Date, words)))
}

/// Somebody who holds another office, and has never held this one.
fn holder(rules: &Rules, fact: &Fact, claim: &Claim, name: &str) -> Option<Words> {
    let own = holders(rules, fact);
    let others = rules.facts.iter().flat_map(|fact| holders(rules, fact)).collect::<Vec<String>>();
    let known = others.iter().filter(|other| !own.contains(other)).map(String::as_str);
    alter::holder::all(name, claim.span, known).into_iter().next()
}

/// Everybody who has held the office of a fact.
fn holders(rules: &Rules, fact: &Fact) -> Vec<String> {
    let Kind::Role { holder, .. } = &fact.kind else { return Vec::new() };
    holder.entries.iter().map(|entry| rules.holder_name(&entry.value)).collect()
}

/// The first rival of the word that applies.
fn rival(document: &Document<'_>, fact: &Fact, claim: &Claim) -> Option<Words> {
    let Kind::Term { value, same, rivals } = &fact.kind else { return None };
    let written = document.slice(claim.span);
    let is_whole = same.iter().chain(truths(value)).any(|word| word.eq_ignore_ascii_case(written));
    let rival = rivals.first().filter(|_| is_whole)?;
    Some(Words { span: claim.span, text: mend::cased(written, rival) })
}

fn truths(value: &Timeline<String>) -> impl Iterator<Item = &String> {
    value.entries.iter().map(|entry| &entry.value)
}

/// One other word in the first of the quotations that a claim is about.
fn quoted(document: &Document<'_>, claim: &Claim) -> Option<Words> {
    let quotations = document.quotations().iter().map(|quotation| quotation.words);
    let own = quotations.filter(|words| words.overlaps(claim.span));
    own.flat_map(|words| alter::word::all(&document.text, words)).next()
}
