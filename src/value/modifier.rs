//! Hedges and bounds on either side of a number.

use crate::value::Modifier;
use crate::value::gate::Gate;
use crate::value::scan::Scan;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The words of a hedge and what they say.
type Hedge = (&'static [&'static str], Modifier);

/// What stands before a number, the longer ones first: "no more than" holds "more than".
const BEFORE: &[Hedge] = &[
    (&["greater", "than", "or", "equal", "to"], Modifier::AtLeast),
    (&["less", "than", "or", "equal", "to"], Modifier::AtMost),
    (&["equal", "to", "or", "less", "than"], Modifier::AtMost),
    (&["at", "least", "or", "equal", "to"], Modifier::AtLeast),
    (&["higher", "or", "equal", "than"], Modifier::AtLeast),
    (&["bigger", "or", "equal", "than"], Modifier::AtLeast),
    (&["greater", "or", "equal", "than"], Modifier::AtLeast),
    (&["more", "or", "equal", "than"], Modifier::AtLeast),
    (&["lower", "or", "equal", "than"], Modifier::AtMost),
    (&["smaller", "or", "equal", "than"], Modifier::AtMost),
    (&["less", "or", "equal", "than"], Modifier::AtMost),
    (&["a", "little", "more", "than"], Modifier::Above),
    (&["a", "bit", "more", "than"], Modifier::Above),
    (&["a", "little", "less", "than"], Modifier::Below),
    (&["a", "bit", "less", "than"], Modifier::Below),
    (&["a", "maximum", "of"], Modifier::AtMost),
    (&["a", "minimum", "of"], Modifier::AtLeast),
    (&["as", "many", "as"], Modifier::AtMost),
    (&["as", "much", "as"], Modifier::AtMost),
    (&["as", "high", "as"], Modifier::AtMost),
    (&["as", "few", "as"], Modifier::AtLeast),
    (&["as", "little", "as"], Modifier::AtLeast),
    (&["as", "low", "as"], Modifier::AtLeast),
    (&["no", "more", "than"], Modifier::AtMost),
    (&["not", "more", "than"], Modifier::AtMost),
    (&["no", "greater", "than"], Modifier::AtMost),
    (&["no", "larger", "than"], Modifier::AtMost),
    (&["no", "higher", "than"], Modifier::AtMost),
    (&["no", "fewer", "than"], Modifier::AtLeast),
    (&["no", "less", "than"], Modifier::AtLeast),
    (&["not", "less", "than"], Modifier::AtLeast),
    (&["not", "fewer", "than"], Modifier::AtLeast),
    (&["no", "lower", "than"], Modifier::AtLeast),
    (&["no", "smaller", "than"], Modifier::AtLeast),
    (&["slightly", "more", "than"], Modifier::Above),
    (&["just", "more", "than"], Modifier::Above),
    (&["slightly", "less", "than"], Modifier::Below),
    (&["slightly", "fewer", "than"], Modifier::Below),
    (&["just", "less", "than"], Modifier::Below),
    (&["just", "shy", "of"], Modifier::Below),
    (&["just", "short", "of"], Modifier::Below),
    (&["a", "little", "over"], Modifier::Above),
    (&["a", "little", "under"], Modifier::Below),
    (&["far", "more", "than"], Modifier::WellOver),
    (&["many", "more", "than"], Modifier::WellOver),
    (&["much", "more", "than"], Modifier::WellOver),
    (&["well", "in", "excess", "of"], Modifier::WellOver),
    (&["in", "excess", "of"], Modifier::More),
    (&["in", "the", "region", "of"], Modifier::Approx),
    (&["in", "the", "neighborhood", "of"], Modifier::Approx),
    (&["something", "like"], Modifier::Approx),
    (&["somewhere", "around"], Modifier::Approx),
    (&["upwards", "of"], Modifier::More),
    (&["upward", "of"], Modifier::More),
    (&["north", "of"], Modifier::More),
    (&["south", "of"], Modifier::Less),
    (&["well", "over"], Modifier::WellOver),
    (&["well", "above"], Modifier::WellOver),
    (&["far", "above"], Modifier::WellOver),
    (&["well", "below"], Modifier::Less),
    (&["well", "under"], Modifier::Less),
    (&["just", "over"], Modifier::Above),
    (&["just", "above"], Modifier::Above),
    (&["slightly", "over"], Modifier::Above),
    (&["slightly", "above"], Modifier::Above),
    (&["just", "under"], Modifier::Below),
    (&["just", "below"], Modifier::Below),
    (&["slightly", "under"], Modifier::Below),
    (&["slightly", "below"], Modifier::Below),
    (&["shy", "of"], Modifier::Below),
    (&["short", "of"], Modifier::Below),
    (&["not", "quite"], Modifier::Below),
    (&["not", "exceeding"], Modifier::AtMost),
    (&["not", "over"], Modifier::AtMost),
    (&["close", "to"], Modifier::Near),
    (&["near", "to"], Modifier::Near),
    (&["more", "than"], Modifier::More),
    (&["greater", "than"], Modifier::More),
    (&["larger", "than"], Modifier::More),
    (&["bigger", "than"], Modifier::More),
    (&["higher", "than"], Modifier::More),
    (&["longer", "than"], Modifier::More),
    (&["older", "than"], Modifier::More),
    (&["less", "than"], Modifier::Less),
    (&["fewer", "than"], Modifier::Less),
    (&["lower", "than"], Modifier::Less),
    (&["smaller", "than"], Modifier::Less),
    (&["younger", "than"], Modifier::Less),
    (&["shorter", "than"], Modifier::Less),
    (&["equal", "to"], Modifier::Equal),
    (&["equals", "to"], Modifier::Equal),
    (&["equals"], Modifier::Equal),
    (&["at", "least"], Modifier::AtLeast),
    (&["minimum", "of"], Modifier::AtLeast),
    (&["at", "most"], Modifier::AtMost),
    (&["maximum", "of"], Modifier::AtMost),
    (&["up", "to"], Modifier::AtMost),
    (&["an", "estimated"], Modifier::Approx),
    (&["or", "so"], Modifier::Approx),
    (&["the", "approximately"], Modifier::Approx),
    (&[">", "="], Modifier::AtLeast),
    (&["<", "="], Modifier::AtMost),
    (&["about"], Modifier::Approx),
    (&["around"], Modifier::Approx),
    (&["roughly"], Modifier::Approx),
    (&["approximately"], Modifier::Approx),
    (&["some"], Modifier::Approx),
    (&["circa"], Modifier::Approx),
    (&["estimated"], Modifier::Approx),
    (&["approx"], Modifier::Approx),
    (&["perhaps"], Modifier::Approx),
    (&["~"], Modifier::Approx),
    (&["≈"], Modifier::Approx),
    (&["nearly"], Modifier::Below),
    (&["almost"], Modifier::Below),
    (&["approaching"], Modifier::Below),
    (&["approached"], Modifier::Below),
    (&["nearing"], Modifier::Below),
    (&["virtually"], Modifier::Below),
    (&["near"], Modifier::Near),
    (&["over"], Modifier::More),
    (&["above"], Modifier::More),
    (&["beyond"], Modifier::More),
    (&["topped"], Modifier::More),
    (&["tops"], Modifier::More),
    (&["topping"], Modifier::More),
    (&["exceed"], Modifier::More),
    (&["exceeds"], Modifier::More),
    (&["exceeded"], Modifier::More),
    (&["exceeding"], Modifier::More),
    (&["surpass"], Modifier::More),
    (&["surpasses"], Modifier::More),
    (&["surpassed"], Modifier::More),
    (&["surpassing"], Modifier::More),
    (&[">"], Modifier::More),
    (&["≥"], Modifier::AtLeast),
    (&["under"], Modifier::Less),
    (&["below"], Modifier::Less),
    (&["<"], Modifier::Less),
    (&["≤"], Modifier::AtMost),
];

/// Verbs that go up to a number and do not stop short of it: "ticked up to 4.3 percent".
#[rustfmt::skip]
const MOVES: &[&str] = &[
    "bumped", "bumping", "crept", "creeping", "creeps", "drifted", "edged", "edges", "edging", "inched",
    "inches", "inching", "marked", "moved", "moves", "nudged", "nudges", "pushed", "pushing", "revised",
    "rounded", "rounding", "rounds", "scaled", "ticked", "ticking", "ticks", "went",
];

/// What the last word of a hedge may be.
const ENDS: &Gate = &Gate::of_ends(BEFORE);

/// The hedges by their last word, in the order of [`BEFORE`].
static BY_END: LazyLock<FxHashMap<&str, Vec<&Hedge>>> = LazyLock::new(|| {
    let mut ends: FxHashMap<&str, Vec<&Hedge>> = FxHashMap::default();
    for hedge in BEFORE {
        ends.entry(hedge.0.last().unwrap_or(&"")).or_default().push(hedge);
    }
    ends
});

/// All words of the hedges before a number.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    BEFORE.iter().flat_map(|(words, _)| words.iter().copied())
}

/// What stands after a number or the thing it counts.
const AFTER: &[Hedge] = &[
    (&["or", "thereabouts"], Modifier::Approx),
    (&["or", "so"], Modifier::Approx),
    (&["more", "or", "less"], Modifier::Approx),
    (&["or", "more"], Modifier::Plus),
    (&["or", "greater"], Modifier::Plus),
    (&["or", "higher"], Modifier::Plus),
    (&["or", "older"], Modifier::Plus),
    (&["or", "above"], Modifier::Plus),
    (&["or", "over"], Modifier::Plus),
    (&["and", "over"], Modifier::Plus),
    (&["and", "older"], Modifier::Plus),
    (&["and", "up"], Modifier::Plus),
    (&["or", "fewer"], Modifier::AtMost),
    (&["or", "less"], Modifier::AtMost),
    (&["or", "younger"], Modifier::AtMost),
    (&["or", "under"], Modifier::AtMost),
    (&["at", "least"], Modifier::AtLeast),
    (&["at", "most"], Modifier::AtMost),
];

const STARTS: &Gate = &Gate::of_starts(AFTER);

/// What is tied to a number from behind: "30-plus", "10+".
const TIED: &[(&str, Modifier)] =
    &[("plus", Modifier::Plus), ("odd", Modifier::More), ("ish", Modifier::Approx)];

/// The hedge before the token `first`: where it begins and what it says.
///
/// Hedges stack ("more than about 30"); the outermost one is what the number is held to.
pub(crate) fn before(scan: &Scan<'_>, first: usize) -> (usize, Modifier) {
    let (mut start, mut modifier) = (first, Modifier::Exact);
    for _ in 0..2 {
        let end =
            if matches!(scan.before(start, 1), "a" | "an") && start == first { start - 1 } else { start };
        let end = if scan.is_hyphen(end.wrapping_sub(1)) && scan.is_glued(end) { end - 1 } else { end };
        let Some((words, found)) = ending(scan, end) else { break };
        let is_move = *words == ["up", "to"] && MOVES.contains(&scan.before(end, 3));
        if is_move || *words == ["over"] && is_matter(scan, end, first) {
            break;
        }
        (start, modifier) = (end - words.len(), *found);
    }
    (start, modifier)
}

/// "charged over 17 deaths": whether "over" before the token `end` says what somebody is in trouble for.
fn is_matter(scan: &Scan<'_>, end: usize, first: usize) -> bool {
    let is_trouble = (2..=2 + REACH).any(|back| TROUBLE.contains(&scan.before(end, back)));
    is_trouble && (first + 1..=first + REACH).any(|at| MATTERS.contains(&scan.word(at)))
}

/// How many words may stand between the words of trouble, "over", and what it is about.
const REACH: usize = 3;

/// Words for being in trouble.
const TROUBLE: &[&str] = &[
    "charged", "charges", "charge", "arrested", "arrest", "sued", "sue", "sues", "suing", "lawsuit", "trial",
    "tried", "inquiry", "enquiry", "investigation", "investigated", "probe", "questioned", "convicted",
    "jailed", "sentenced", "fined", "protest", "protests", "protested", "anger", "outrage", "fury", "row",
    "dispute", "criticised", "criticized", "criticism", "court", "prosecuted", "apologised", "apologized",
    "apology", "blamed", "resigned", "resigns", "resignation", "quit", "quits", "strike", "strikes",
    "concern", "fears", "alarm",
];

/// What it is about, which nobody is charged with more or less of.
const MATTERS: &[&str] = &[
    "deaths", "death", "killings", "murders", "claims", "allegations", "comments", "remarks", "cuts",
    "losses", "debts", "redundancies", "layoffs", "crashes", "incidents", "breaches", "failures", "injuries",
    "accidents", "closures",
];

/// The hedge whose last word stands before `end`.
fn ending(scan: &Scan<'_>, end: usize) -> Option<&'static Hedge> {
    let last = end.checked_sub(1).filter(|last| scan.passes(*last, ENDS))?;
    BY_END.get(scan.word(last))?.iter().find(|(words, _)| ends_with(scan, end, words)).copied()
}

/// Whether the words before `end` are `words`.
fn ends_with(scan: &Scan<'_>, end: usize, words: &[&str]) -> bool {
    end.checked_sub(words.len()).is_some_and(|start| scan.is_phrase(start, words))
}

/// The hedge at `end`, after a number or its noun: where it ends and what it says.
pub(crate) fn after(scan: &Scan<'_>, end: usize) -> Option<(usize, Modifier)> {
    if !scan.passes(end, STARTS) {
        return None;
    }
    let (words, modifier) = AFTER.iter().find(|(words, _)| scan.is_phrase(end, words))?;
    let last = end + words.len();
    // "at least" before another number is that one's, and "two or more than 10" says nothing of the two.
    let is_compared = scan.word(last) == "than" && (scan.is_number(last + 1) || scan.is_word(last + 1));
    let is_of_next = is_compared || matches!(scan.word(last), "percent" | "or") || scan.is_number(last);
    (!is_of_next).then_some((last, *modifier))
}

/// Whether a plus sign or "plus" stands between the number and its unit: "10+ years".
pub(crate) fn is_plus_inside(scan: &Scan<'_>, first: usize, end: usize) -> bool {
    (first + 1..end).any(|at| scan.word(at) == "+" || scan.word(at) == "plus" && scan.is_joint(at - 1))
}

/// The hedge that is tied to the number that ends at `end`: where it ends and what it says.
pub(crate) fn tied(scan: &Scan<'_>, end: usize) -> Option<(usize, Modifier)> {
    if scan.word(end) == "+" && scan.is_glued(end) {
        let goes_on = scan.is_glued(end + 1) && (scan.is_word(end + 1) || scan.is_number(end + 1));
        return (!goes_on).then_some((end + 1, Modifier::Plus));
    }
    let at = scan.past_joint(end);
    let is_tied = |word: &str| at > end && word == scan.word(at);
    let (_, modifier) = TIED.iter().find(|(word, _)| is_tied(word))?;
    Some((at + 1, *modifier))
}

#[cfg(test)]
mod tests {
    use crate::value::sample::values;

    #[track_caller]
    fn check_name(text: &str, expected: &str) {
        let name = values(text).first().map(|value| value.modifier.name());
        assert_eq!(name, Some(expected), "{text}");
    }

    #[test]
    fn hedges_have_many_words() {
        for (text, name) in [
            ("just shy of 30 boats", "below"),
            ("slightly more than 30 boats", "above"),
            ("upwards of 30 boats", "gt"),
            ("no fewer than 30 boats", "gte"),
            ("as many as 30 boats", "lte"),
            ("30-odd boats", "gt"),
            ("30+, he said", "gte"),
            ("30 boats or so", "approx"),
        ] {
            check_name(text, name);
        }
    }

    #[test]
    fn what_somebody_is_charged_over_is_no_bound() {
        check_name("The captain was charged over 17 deaths.", "exact");
        check_name("Families sued the owner over three deaths at sea.", "exact");
        check_name("Police arrested over 30 people.", "gt");
        check_name("It has over 17 boats.", "gt");
    }

    #[test]
    fn what_moves_up_to_a_number_reaches_it() {
        check_name("It ticked up to 4.3 percent.", "exact");
        check_name("It may be up to 4.3 percent.", "lte");
    }

    #[test]
    fn over_a_stretch_is_no_bound() {
        check_name("over a 3-km stretch", "exact");
        check_name("over 3 km", "gt");
    }
}
