//! Finds the values of a sentence.
//!
//! One pass over the tokens: look-alikes are masked, then at each place the readers are asked in
//! turn, a range is joined, and what was read gets its hedge, its noun and its role. Every reader
//! looks a bounded way ahead, so a sentence is read in linear time.

use crate::span::Span;
use crate::token;
use crate::token::Token;
use crate::value::Amount;
use crate::value::Form;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::Scope;
use crate::value::Value;
use crate::value::draft::Draft;
use crate::value::duration;
use crate::value::guard;
use crate::value::lexicon;
use crate::value::lexicon::Lex;
use crate::value::modifier;
use crate::value::money;
use crate::value::noun;
use crate::value::number;
use crate::value::number::Number;
use crate::value::percent;
use crate::value::range;
use crate::value::ratio;
use crate::value::role;
use crate::value::scan::Scan;
use crate::value::vague;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Every value among `tokens`, in order, none overlapping another.
///
/// `tokens` are those of one sentence of `text`; `today` is the day the article speaks on, without
/// which relative dates stay unresolved (an [`Amount::Dates`] with no candidate).
pub fn sentence(text: &str, tokens: &[Token], today: Option<Date>) -> Vec<Value> {
    merge(numbers(text, tokens), dates(text, tokens, today))
}

/// The canonical value that `text` writes, which must be all there is: "295%", "18 months".
pub fn one(text: &str) -> Option<Value> {
    let tokens = token::split(text, Span::new(0, text.len()));
    let mut values = sentence(text, &tokens, None);
    let value = values.pop().filter(|_| values.is_empty())?;
    let rest = text.get(..value.full.start())?.trim().len() + text.get(value.full.end()..)?.trim().len();
    let named = value.noun.map_or(0, |noun| noun.len());
    (rest <= named).then_some(value)
}

/// The dates of the sentence.
fn dates(text: &str, tokens: &[Token], today: Option<Date>) -> Vec<Value> {
    crate::value::date::read::all(text, tokens, today)
}

/// Both in order; a date wins over a number it overlaps.
fn merge(mut numbers: Vec<Value>, dates: Vec<Value>) -> Vec<Value> {
    if dates.is_empty() {
        return numbers;
    }
    numbers.retain(|number| !dates.iter().any(|date| date.core.overlaps(number.core)));
    numbers.extend(dates);
    numbers.sort_by_key(|value| value.core.start());
    numbers
}

/// Every value that is no date.
fn numbers(text: &str, tokens: &[Token]) -> Vec<Value> {
    let scan = Scan::new(text, tokens);
    let mask = guard::mask(&scan);
    let mut values = Vec::new();
    let mut at = 0;
    while at < scan.len() {
        match draft(&scan, &mask, at) {
            Some(draft) => {
                let next = draft.end;
                values.extend(finish(&scan, draft));
                at = next;
            }
            None => at += 1,
        }
    }
    values
}

/// The value that begins at `at`, with the second number of its range.
fn draft(scan: &Scan<'_>, mask: &[bool], at: usize) -> Option<Draft> {
    let first = single(scan, mask, at)?;
    Some(range::join(scan, first, |at| single(scan, mask, at)))
}

/// The value that begins at `at`.
fn single(scan: &Scan<'_>, mask: &[bool], at: usize) -> Option<Draft> {
    if mask.get(at).is_none_or(|masked| *masked) {
        return None;
    }
    if scan.is_number(at) {
        return if guard::is_name(scan, at) { None } else { counted(scan, at) };
    }
    if !scan.is_word(at) {
        let looks_so = may_begin_mark(scan, at);
        return looks_so.then(|| money::prefixed(scan, at).or_else(|| counted(scan, at)))?;
    }
    if !may_begin(scan, at) || guard::is_name(scan, at) {
        return None;
    }
    vague::read(scan, at)
        .or_else(|| duration::article(scan, at))
        .or_else(|| scaled_or_fraction(scan, at))
        .or_else(|| money::prefixed(scan, at))
        .or_else(|| named(scan, mask, at))
}

/// Whether a number may begin with the mark at `at`: a currency sign, a minus or a point.
fn may_begin_mark(scan: &Scan<'_>, at: usize) -> bool {
    match scan.word(at) {
        "-" | "." | "−" => scan.is_glued(at + 1) && scan.is_number(at + 1),
        word => word == "$" || !word.is_ascii(),
    }
}

/// Words other than numbers that a value may begin with, in the order of their letters.
const BEGINNINGS: &[&str] = &[
    "a", "all", "an", "another", "billions", "both", "double", "doubled", "doubles", "doubling", "dozens",
    "entire", "full", "halved", "halving", "hundreds", "millions", "minus", "multi", "negative", "no",
    "number", "quadrupled", "quadruples", "quadrupling", "quintupled", "quintupling", "scores", "several",
    "sextupled", "tens", "thousands", "thrice", "top", "trebled", "trebling", "trillions", "triple",
    "tripled", "triples", "tripling", "twice", "whole",
];

/// Whether the word at `at` is worth a closer look; most words of an article are not.
fn may_begin(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    lexicon::look(word).is_some()
        || BEGINNINGS.binary_search(&word).is_ok()
        || word.ends_with("fold")
        || word.starts_with("multi")
        || scan.word(at + 1) == "$"
        || scan.is_joint(at + 1) && matches!(scan.word(at + 2), "long" | "old")
        || word.len() <= 3 && scan.is_capitalised(at) && money::is_code(word)
        || word.bytes().any(|b| b.is_ascii_digit())
}

/// A number in words, or a fraction or factor where that reading is longer.
fn scaled_or_fraction(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    match (ratio::read(scan, at), counted(scan, at)) {
        (Some(share), Some(number)) if number.end > share.end => Some(number),
        (Some(share), _) => Some(with_unit(scan, share)),
        (None, number) => number,
    }
}

/// "half of 1 percent" stays apart, but "three-quarters of an inch" is a quantity.
fn with_unit(_scan: &Scan<'_>, share: Draft) -> Draft {
    share
}

/// A number with what follows it.
fn counted(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let number = number::read(scan, at)?;
    if number.is_ordinal {
        return ordinal(scan, at, &number);
    }
    if let Some(draft) = slashed(scan, at) {
        return Some(draft);
    }
    measured(scan, at, &number)
        .or_else(|| plus_measured(scan, at, &number))
        .or_else(|| bare(scan, at, &number))
}

/// "10+ years": the unit after a sign that belongs to the number.
fn plus_measured(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let (end, modifier) = modifier::tied(scan, number.end)?;
    let number = Number { end, ..*number };
    if modifier == Modifier::Plus { measured(scan, at, &number) } else { None }
}

/// "3/4", with a unit perhaps.
fn slashed(scan: &Scan<'_>, at: usize) -> Option<Draft> {
    let share = scan.is_number(at).then(|| ratio::read(scan, at))??;
    let number = Number { value: share.exact()?, grain: share.grain, end: share.end, is_ordinal: false };
    Some(duration::measure(scan, at, &number).unwrap_or(share))
}

/// The readers that want more than a number, the more particular first.
fn measured(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    percent::read(scan, at, number)
        .or_else(|| duration::age(scan, at, number))
        .or_else(|| money::suffixed(scan, at, number))
        .or_else(|| ratio::times(scan, at, number))
        .or_else(|| ratio::share(scan, at, number))
        .or_else(|| millions(scan, at, number))
        .or_else(|| duration::measure(scan, at, number))
}

/// "5m people": a glued "m" before a plural is a million, and no metre.
fn millions(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let is_letter = matches!(scan.raw(number.end), "m" | "M") && scan.is_glued(number.end);
    let noun = is_letter.then(|| noun::find(scan, number.end + 1))?;
    let is_million = scan.raw(number.end) == "M"
        || noun.is_some_and(|noun| {
            noun.span.of(scan.text).ends_with('s') || noun.span.of(scan.text) == "people"
        });
    let number = is_million.then(|| number::multiplied(*number, number::power(6)?, number.end + 1))??;
    Some(Draft::bare(at, &number))
}

/// A number with nothing but a noun after it; letters that touch it make it something else.
fn bare(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let is_glued = scan.is_word(number.end) && scan.is_glued(number.end);
    if is_glued {
        return with_suffix(scan, at, number);
    }
    let is_year = is_year(scan, at, number);
    (!is_year).then(|| Draft::bare(at, number))
}

/// "31st"; "5G" and "1990s" are no numbers.
fn with_suffix(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let suffix = scan.word(number.end);
    if matches!(suffix, "st" | "nd" | "rd" | "th") {
        let number = Number { end: number.end + 1, is_ordinal: true, ..*number };
        return ordinal(scan, at, &number);
    }
    let is_decade = suffix == "s" && number.value < Decimal::ONE_HUNDRED;
    is_decade.then(|| ages(scan, at, number))?
}

/// "in his 30s", "Under-16s".
fn ages(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let end = number.end + 1;
    let draft = Draft { end, kind: Kind::Age, unit: Some(duration::years()), ..Draft::bare(at, number) };
    let is_limit = matches!(scan.before(at, 2), "under" | "over") && scan.is_joint(at - 1);
    if is_limit {
        return Some(draft);
    }
    let is_owned =
        matches!(scan.before(at, 1), "his" | "her" | "their" | "my" | "early" | "late" | "mid" | "-");
    let high = number.value.checked_add(Decimal::from(9))?;
    let is_tens = is_owned && number.grain.coarse > Decimal::ONE;
    is_tens.then_some(Draft { amount: Amount::Range(number.value, high), ..draft })
}

/// Whether four bare digits are a year: no comma, and not plainly a number of things.
fn is_year(scan: &Scan<'_>, at: usize, number: &Number) -> bool {
    let is_plain = number.end == at + 1
        && scan.word(at).len() == 4
        && scan.is_number(at)
        && !scan.word(at).contains('.');
    let fits = is_plain && number.value >= Decimal::from(1900) && number.value < Decimal::from(2050);
    let follows = scan.is_word(at.wrapping_sub(1))
        && !matches!(
            scan.before(at, 1),
            "than" | "about" | "some" | "least" | "nearly" | "almost" | "is" | "was"
        );
    let counts = noun::find(scan, number.end)
        .is_some_and(|noun| !noun.is_compound && !scan.is_capitalised(number.end));
    let is_dated = matches!(
        scan.before(at, 1),
        "in" | "since" | "by" | "from" | "between" | "until" | "to" | "and" | "circa"
    );
    let is_old =
        is_plain && is_dated && number.value >= Decimal::from(1000) && number.value < Decimal::from(2100);
    fits && (follows || !counts) || is_old && !counts
}

/// "third", "31st", unless it is a way to say something else.
fn ordinal(scan: &Scan<'_>, at: usize, number: &Number) -> Option<Draft> {
    let number = Number { grain: number::one(number.end).grain, ..*number };
    let is_idle = scan.word(at) == "second" && scan.word(number.end) == "to";
    (!is_idle).then(|| Draft { kind: Kind::Ordinal, ..Draft::bare(at, &number) })
}

/// "both companies", "top", "No. 1": words that stand for a number.
fn named(scan: &Scan<'_>, mask: &[bool], at: usize) -> Option<Draft> {
    let draft = |value, end, kind| Draft { kind, ..Draft::bare(at, &Number { value, ..number::one(end) }) };
    match scan.word(at) {
        "both" if noun::find(scan, at + 1).is_some_and(|noun| ends_in_s(scan, noun.span)) => {
            Some(draft(Decimal::TWO, at + 1, Kind::Number))
        }
        "top"
            if scan.before(at, 1) == "the"
                && !scan.is_number(at + 1)
                && lexicon::look(scan.word(at + 1)).is_none() =>
        {
            Some(draft(Decimal::ONE, at + 1, Kind::Ordinal))
        }
        "no" | "number" => {
            let digits = at + 1 + usize::from(scan.word(at + 1) == "." && scan.is_glued(at + 1));
            let number = number::read(scan, digits).filter(|_| {
                digits > at + 1 || lexicon::look(scan.word(digits)).is_some() || scan.is_number(digits)
            })?;
            let is_rank = scan.word(at) == "number" && scan.word(digits) != "a" || digits > at + 1;
            let fits = is_rank
                && number.value.is_integer()
                && (mask.get(digits) == Some(&false))
                && !guard::is_name(scan, digits);
            fits.then(|| draft(number.value, number.end, Kind::Ordinal))
        }
        _ => None,
    }
}

fn ends_in_s(scan: &Scan<'_>, span: Span) -> bool {
    span.of(scan.text).ends_with('s')
}

/// The whole value: hedge, noun, role.
fn finish(scan: &Scan<'_>, draft: Draft) -> Option<Value> {
    let draft = as_change(scan, draft);
    let draft = tied_strength(scan, draft);
    let (start, before) = hedge_before(scan, &draft);
    let tied = tied(scan, &draft);
    let tail = tied.map_or(draft.end, |(end, _)| end);
    let counted = noun_of(scan, &draft, tail);
    let after = tied
        .or_else(|| modifier::after(scan, draft.end))
        .or_else(|| modifier::after(scan, counted.as_ref()?.end));
    let is_counted = counted.as_ref().is_some_and(|noun| noun.is_plural || noun.is_compound);
    let is_bare = draft.kind == Kind::Number && !is_counted;
    let is_pronoun = counted.is_none() && scan.word(draft.first) == "one" && draft.end == draft.first + 1;
    if is_bare && (is_titled(scan, &draft, start) || is_pronoun && scan.len() > 1) {
        return None;
    }
    let (end, modifier) = match (before, after) {
        (Modifier::Exact, Some((end, modifier))) => (end, modifier),
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
    let is_during = draft.kind == Kind::Duration && scan.word(start) == "over" && start + 1 == draft.first;
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
    let (start, _) = modifier::before(scan, draft.first);
    let is_change =
        draft.kind == Kind::Fraction && matches!(role::find(scan, start, &draft), Role::Up | Role::Down);
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

/// Words that may have a capital at the beginning of a sentence and are no names.
fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "in"
            | "on"
            | "at"
            | "from"
            | "by"
            | "of"
            | "and"
            | "all"
            | "some"
            | "nearly"
            | "about"
            | "only"
            | "just"
            | "these"
            | "those"
            | "its"
            | "their"
            | "our"
            | "his"
            | "her"
            | "with"
            | "for"
            | "to"
            | "as"
            | "between"
            | "than"
            | "or"
            | "but"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "up"
            | "down"
            | "is"
            | "was"
            | "are"
            | "were"
            | "will"
            | "has"
            | "have"
    ) || matches!(lexicon::look(word), Some(Lex::Small(_) | Lex::Ten(_)))
}

#[cfg(test)]
mod tests {
    use super::one;
    use super::sentence;
    use crate::span::Span;
    use crate::token;
    use crate::value::Modifier;
    use crate::value::Role;
    use crate::value::Scope;
    use crate::value::Value;
    use crate::value::show;

    fn read(text: &str) -> Vec<Value> {
        let tokens = token::split(text, Span::new(0, text.len()));
        sentence(text, &tokens, None)
    }

    /// Each value as its core, what it says, and the noun it counts.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let values = read(text);
        let noun = |value: &Value| value.noun.map_or("", |noun| noun.of(text)).to_owned();
        let found: Vec<_> = values.iter().map(|v| (v.core.of(text), show::value(v), noun(v))).collect();
        let found: Vec<_> =
            found.iter().map(|(core, says, noun)| (*core, says.as_str(), noun.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn check_roles(text: &str, expected: &[Role]) {
        let found: Vec<_> = read(text).iter().map(|value| value.role).collect();
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn check_modifier(text: &str, expected: Modifier) {
        assert_eq!(read(text).first().map(|value| value.modifier), Some(expected));
    }

    #[test]
    fn compounds_are_counts() {
        check("The 14-member council met.", &[("14-member", "14", "member")]);
        check("The thirty-one-harbour league met.", &[("thirty-one-harbour", "31", "harbour")]);
    }

    #[test]
    fn the_whole_noun_is_found() {
        check("It has 14 Baltic member ports now.", &[("14", "14", "Baltic member ports")]);
        check("All 14 of its ports agreed.", &[("14", "14", "ports")]);
    }

    #[test]
    fn a_part_is_told_from_a_whole() {
        assert_eq!(read("12 of the 14 ports agreed.")[0].scope, Scope::PartOf);
        assert_eq!(read("12 of the 14 ports agreed.")[1].scope, Scope::Whole);
    }

    #[test]
    fn changes_and_levels_are_told_apart() {
        check_roles("Sales increased by 295% from 10,000 to 29,500.", &[Role::Up, Role::From, Role::To]);
        check_roles("Sales fell to 12,000.", &[Role::To]);
        check_roles("Sales stood at 12,000.", &[Role::Level]);
        check_roles("Visits surged 295 percent day-over-day.", &[Role::Up]);
        check_roles("A 12% drop followed.", &[Role::Down]);
    }

    #[test]
    fn hedges_stand_on_both_sides() {
        check_modifier("More than about 30 boats sank.", Modifier::More);
        check_modifier("There are 30-plus boats.", Modifier::Plus);
        check_modifier("There are 30 boats or so.", Modifier::Approx);
        check_modifier("Almost a third of them sank.", Modifier::Below);
    }

    #[test]
    fn look_alikes_are_left_alone() {
        for text in [
            "The F-99 flew.", "Route 12 is shut.", "Open 24/7.", "Use version 3.1.4 now.",
            "See https://a.b/12.",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn canonical_values_are_read_whole() {
        for text in
            ["295%", "$1.2 billion", "8,849 metres", "18 months", "4.25%", "x4", "25 basis points", "32"]
        {
            assert!(one(text).is_some(), "{text}");
        }
        assert!(one("soon").is_none());
        assert!(one("3 boats and 4 ships").is_none());
    }
}
