//! Numbers nobody counted: "dozens", "hundreds of thousands", "several", "six-figure".

use crate::value::Amount;
use crate::value::Form;
use crate::value::Grain;
use crate::value::Kind;
use crate::value::draft::Draft;
use crate::value::gate::Gate;
use crate::value::lexicon;
use crate::value::money;
use crate::value::number;
use crate::value::scan::Scan;
use crate::value::unit;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// Vague words with what they hold, the longer ones first.
const VAGUE: &[(&[&str], (u64, u64))] = &[
    (&["hundreds", "of", "thousands"], (200_000, 999_999)),
    (&["tens", "of", "thousands"], (20_000, 99_999)),
    (&["hundreds", "of", "millions"], (200_000_000, 999_000_000)),
    (&["tens", "of", "millions"], (20_000_000, 99_999_999)),
    (&["hundreds", "of", "billions"], (200_000_000_000, 999_999_999_999)),
    (&["tens", "of", "billions"], (20_000_000_000, 99_999_999_999)),
    (&["a", "handful", "of"], (3, 6)),
    (&["a", "couple", "of"], (2, 3)),
    (&["a", "couple"], (2, 3)),
    (&["a", "handful"], (3, 6)),
    (&["a", "few"], (2, 5)),
    (&["several", "dozen"], (24, 99)),
    (&["several"], (3, 9)),
    (&["dozens"], (24, 99)),
    (&["scores"], (40, 199)),
    (&["hundreds"], (200, 999)),
    (&["thousands"], (2_000, 9_999)),
    (&["millions"], (2_000_000, 99_000_000)),
    (&["billions"], (2_000_000_000, 99_000_000_000)),
    (&["trillions"], (2_000_000_000_000, 99_000_000_000_000)),
];

const GATE: &Gate = &Gate::of_starts(VAGUE);

/// Words that make the vague words above something else.
const OTHERWISE: &[&str] = &["the", "by", "his", "her", "their", "its", "box", "final", "test", "quite"];

/// A vague number at `at`, with its unit.
pub(crate) fn read(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let draft = figures(scan, at)
        .or_else(|| multi(scan, at))
        .or_else(|| plus_dozen(scan, at))
        .or_else(|| word(scan, at))?;
    Some(with_unit(scan, draft))
}

fn word(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    if !scan.passes(at, GATE) {
        return None;
    }
    let (words, (low, high)) = VAGUE.iter().find(|(words, _)| scan.is_phrase(at, words))?;
    let end = at + words.len();
    if OTHERWISE.contains(&scan.before(at, 1)) || words.len() == 1 && scan.is_joint(end) {
        return None;
    }
    let draft = vague(at, end, *low, *high);
    let is_few = *high < 10;
    let scale = is_few.then(|| scan.lex(end));
    let zeros = match scale.flatten() {
        Some(lexicon::Lex::Hundred) => 2,
        Some(lexicon::Lex::Scale(zeros)) => zeros,
        // "scores" is mostly what a match ends with.
        _ => return (*low != 40 || scan.word(end) == "of").then_some(draft),
    };
    Draft { end: end + 1, ..draft }.scaled(number::power(zeros)?)
}

fn vague(first: usize, end: usize, low: u64, high: u64) -> Draft {
    let grain = Grain { fine: Decimal::ZERO, coarse: Decimal::ZERO, form: Form::Vague };
    let amount = Amount::Range(Decimal::from(low), Decimal::from(high));
    Draft { first, end, kind: Kind::Number, amount, unit: None, grain }
}

/// "six-figure", "seven figures".
fn figures(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let noun = scan.past_joint(at + 1);
    let is_figure = noun > at + 1 && scan.word(noun) == "figure" || scan.word(noun) == "figures";
    let Some(lexicon::Lex::Small(n)) = is_figure.then(|| scan.lex(at))? else { return None };
    let low = 10u64.checked_pow(u32::try_from(n).ok()?.checked_sub(1)?)?;
    let draft = vague(at, noun + 1, low, low.checked_mul(10)?.checked_sub(1)?);
    // "Three figures were arrested": only larger ones are sums without a hyphen.
    let fits = (3..=12).contains(&n) && (noun > at + 1 || n > 4);
    fits.then_some(Draft { kind: Kind::Money, grain: Grain { form: Form::Digits, ..draft.grain }, ..draft })
}

/// "a dozen-plus", which ends well before two dozen do.
fn plus_dozen(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let fits = scan.is_phrase(at, &["a", "dozen"]) && scan.is_joint(at + 2) && scan.word(at + 3) == "plus";
    let draft = vague(at, at + 4, 12, 20);
    fits.then_some(Draft { grain: Grain { form: Form::Digits, ..draft.grain }, ..draft })
}

/// "multimillion-dollar".
fn multi(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let hyphen = scan.past_joint(at + 1);
    let (scale, end) = match scan.word(at) {
        "multi" => (scan.word(hyphen), hyphen + 1),
        word => (word.strip_prefix("multi")?, at + 1),
    };
    let Some(lexicon::Lex::Scale(zeros)) = lexicon::look(scale) else { return None };
    let draft = vague(at, end, 2, 999).scaled(number::power(zeros)?)?;
    // Some newswires part every word from its hyphens: "multimillion - dollar".
    let dollars = end + usize::from(scan.is_hyphen(end));
    let code = match scan.word(dollars) {
        "dollar" => "USD?",
        "pound" => "GBP",
        "euro" => "EUR",
        _ => return None,
    };
    Some(Draft { end: dollars + 1, kind: Kind::Money, unit: Some(Unit::base(code, code)), ..draft })
}

/// "several weeks", "millions of dollars".
fn with_unit(scan: &Scan<'_>, draft: Draft) -> Draft {
    let at = draft.end + usize::from(scan.word(draft.end) == "of");
    if let Some((code, end)) = money::named(scan, at) {
        return Draft { end, kind: Kind::Money, unit: Some(Unit::base(code, code)), ..draft };
    }
    match unit::read(scan, at) {
        Some((row, end)) => {
            let kind = if row.dimension == "time" { Kind::Duration } else { Kind::Quantity };
            Draft { end, kind, unit: Some(Unit::of_row(row)), ..draft }
        }
        None => draft,
    }
}
