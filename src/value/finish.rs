//! What a value gets when it has been read: its hedge, the noun it counts, its role.

use crate::span::Span;
use crate::value::Amount;
use crate::value::Form;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::Scope;
use crate::value::Value;
use crate::value::date::words::is_weekday;
use crate::value::draft::Draft;
use crate::value::lexicon;
use crate::value::lexicon::Lex;
use crate::value::modifier;
use crate::value::noun;
use crate::value::percent;
use crate::value::role;
use crate::value::scan::Scan;
use rust_decimal::Decimal;

/// The whole value: hedge, noun, role.
pub(crate) fn whole(scan: &Scan<'_>, draft: Draft) -> Option<Value> {
    let draft = as_change(scan, draft);
    let draft = tied_strength(scan, draft);
    let (start, before) = hedge_before(scan, &draft);
    let tied = tied(scan, &draft);
    let tail = tied.map_or(draft.end, |(end, _)| end);
    let counted = noun_of(scan, &draft, tail);
    if is_name(scan, &draft, start, counted.as_ref()) {
        return None;
    }
    let after = tied
        .or_else(|| modifier::after(scan, draft.end))
        .or_else(|| modifier::after(scan, counted.as_ref()?.end));
    let (end, modifier) = match (before, after) {
        (Modifier::Exact | Modifier::Equal | Modifier::Approx, Some((end, modifier))) => (end, modifier),
        (modifier, _) => (tail, modifier),
    };
    let role = role::find(scan, start, &draft);
    let core = core_span(scan, &draft, counted.as_ref());
    let is_count = counted.is_some() && draft.kind == Kind::Number;
    Some(Value {
        core,
        full: scan.span(start, end.max(draft.end)).join(core),
        kind: if is_count { Kind::Count } else { draft.kind },
        noun: counted.as_ref().map(|noun| noun.span),
        scope: counted.map_or(Scope::Whole, |noun| noun.scope),
        amount: draft.amount,
        unit: draft.unit,
        grain: draft.grain,
        modifier,
        role,
    })
}

/// Whether a number that plainly counts nothing is part of a name, or is the pronoun "one".
fn is_name(scan: &Scan<'_>, draft: &Draft, start: usize, counted: Option<&noun::Counted>) -> bool {
    let is_counted = counted.is_some_and(|noun| noun.is_plural || noun.is_compound);
    let is_one = scan.word(draft.first) == "one" && draft.end == draft.first + 1;
    let is_pronoun = counted.is_none() && is_one && scan.len() > 1;
    draft.kind == Kind::Number && !is_counted && (is_pronoun || is_titled(scan, draft, start))
}

/// The hedge tied to the number from behind, its unit before or after it.
fn tied(scan: &Scan<'_>, draft: &Draft) -> Option<(usize, Modifier)> {
    if modifier::is_plus_inside(scan, draft.first, draft.end) {
        return Some((draft.end, Modifier::Plus));
    }
    modifier::tied(scan, draft.end)
}

/// "100-strong" ends after "strong".
fn tied_strength(scan: &Scan<'_>, draft: Draft) -> Draft {
    let is_strong =
        draft.kind == Kind::Number && scan.is_joint(draft.end) && scan.word(draft.end + 1) == "strong";
    if is_strong { Draft { end: draft.end + 2, ..draft } } else { draft }
}

fn hedge_before(scan: &Scan<'_>, draft: &Draft) -> (usize, Modifier) {
    let (start, modifier) = modifier::before(scan, draft.first);
    // "over three years" is oftener "in the course of" than "more than".
    // So is "over a 3-km stretch".
    let is_stretch = draft.kind == Kind::Duration || start + 2 == draft.first;
    let is_during = is_stretch && scan.word(start) == "over" && start + 2 >= draft.first;
    // "some" before a fraction or an ordinal is a word of its own, and so is "over" before a place.
    let is_loose = draft.kind == Kind::Ordinal;
    if is_during || is_loose { (draft.first, Modifier::Exact) } else { (start, modifier) }
}

/// What a number counts; a sum or a length counts nothing.
fn noun_of(scan: &Scan<'_>, draft: &Draft, end: usize) -> Option<noun::Counted> {
    let counts =
        matches!(draft.kind, Kind::Number | Kind::Ordinal) && !matches!(draft.amount, Amount::Pair(..));
    let found = counts.then(|| noun::find(scan, end))??;
    let is_vague_of = draft.grain.form == Form::Vague && scan.word(end) == "of";
    let is_all = scan.before(draft.first, 1) == "all";
    let scope = if is_vague_of || is_all { Scope::Whole } else { found.scope };
    Some(noun::Counted { scope, ..found })
}

/// The number with its unit; a compound whole, as a fix must replace it.
fn core_span(scan: &Scan<'_>, draft: &Draft, counted: Option<&noun::Counted>) -> Span {
    let span = scan.span(draft.first, draft.end);
    match counted {
        Some(noun) if noun.is_compound && draft.kind == Kind::Number => span.join(noun.span),
        _ => span,
    }
}

/// "up a third" is a change by 33.3 percent.
fn as_change(scan: &Scan<'_>, draft: Draft) -> Draft {
    if draft.kind != Kind::Fraction {
        return draft;
    }
    let (start, _) = modifier::before(scan, draft.first);
    let is_change = matches!(role::find(scan, start, &draft), Role::Up | Role::Down);
    let scaled = is_change.then(|| draft.clone().scaled(Decimal::ONE_HUNDRED)).flatten();
    match scaled {
        Some(scaled) => Draft { kind: Kind::Percent, unit: Some(percent::unit()), ..scaled },
        None => draft,
    }
}

/// Whether a number that counts nothing follows a name: "Falcon 9", "Channel 4".
fn is_titled(scan: &Scan<'_>, draft: &Draft, start: usize) -> bool {
    let Some(before) = draft.first.checked_sub(1).filter(|_| start == draft.first) else { return false };
    let is_plain = matches!(draft.amount, Amount::Exact(_))
        && scan.is_number(draft.first)
        && draft.end == draft.first + 1;
    let is_short = scan.word(draft.first).len() <= 4 && !scan.word(draft.first).contains(['.', ',']);
    let is_common = scan.word(before).len() < 3 && before == 0 || is_function_word(scan.word(before));
    is_plain && is_short && scan.is_capitalised(before) && !is_common
}

/// Whether a word may have a capital at the beginning of a sentence and be no name.
fn is_function_word(word: &str) -> bool {
    let is_common = noun::is_closed(word) || is_weekday(word) || matches!(word, "nearly" | "some");
    is_common || matches!(lexicon::look(word), Some(Lex::Small(_) | Lex::Ten(_)))
}
