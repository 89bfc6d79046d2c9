//! Levels and changes: what stands near a number that says it rose, fell, was left or was reached.

use crate::value::Kind;
use crate::value::Role;
use crate::value::draft::Draft;
use crate::value::list::Words;
use crate::value::noun;
use crate::value::scan::Scan;

/// Words of rising.
#[rustfmt::skip]
const UP: &Words = &Words::of(&[
    "accelerated", "add", "added", "adding", "addition", "adds", "advanced", "ballooned", "boost",
    "boosted", "boosting", "boosts", "bounce", "climb", "climbed", "climbing", "climbs", "enlarge", "enlarged",
    "enlarges", "enlarging", "expand",
    "expanded", "expanding", "expands", "gain", "gained", "gaining", "gains", "grew", "grow", "growing",
    "grown", "grows", "growth", "hike", "hiked", "hikes", "hiking", "improved", "improvement", "increase",
    "increased", "increases", "increasing", "jump", "jumped", "jumping", "jumps", "leap", "leaped", "leaps",
    "leapt", "lift", "lifted", "lifting", "lifts", "mushroomed", "raise", "raised", "raises", "raising",
    "rallied", "rally", "rebound", "rebounded", "rebounding", "rise", "risen", "rises", "rising", "rose",
    "skyrocketed", "soar", "soared", "soaring", "soars", "spike", "spiked", "spikes", "spiking", "surge",
    "surged", "surges", "surging", "swell", "swelled", "swelling", "upped", "uptick", "upticks", "widen",
    "widened", "widening",
]);

/// Words of falling.
#[rustfmt::skip]
const DOWN: &Words = &Words::of(&[
    "contracted", "cut", "cuts", "cutting", "decline", "declined", "declines", "declining", "decrease",
    "decreased", "decreases", "decreasing", "dip", "dipped", "dips", "drop", "dropped", "dropping", "drops",
    "dwindled", "ease", "eased", "eases", "easing", "fall", "fallen", "falling", "falls", "fell", "losing",
    "lost", "lower", "lowered", "lowering", "lowers", "narrow", "narrowed", "narrowing", "pare", "pared",
    "paring", "plummet", "plummeted", "plummeting", "plummets", "plunge", "plunged", "plunges", "plunging",
    "reduce", "reduced", "reduces", "reducing", "reduction", "retreated", "sank", "shaved", "shed",
    "shedding", "sheds", "shrank", "shrink", "shrinking", "shrinks", "shrunk", "sink", "sinks", "slash",
    "slashed", "slashing", "slid", "slide", "slides", "slip", "slipped", "slipping", "slips", "slump",
    "slumped", "slumps", "softened", "trim", "trimmed", "trimming", "trims", "tumble", "tumbled", "tumbles",
    "tumbling",
]);

/// Words after a number that make it a change.
const AFTER_UP: &Words =
    &Words::of(&["higher", "more", "up", "above", "greater", "larger", "faster", "dearer"]);
const AFTER_DOWN: &Words =
    &Words::of(&["lower", "less", "fewer", "down", "below", "smaller", "slower", "cheaper"]);

/// All that make a number a change.
const CHANGES: [&Words; 4] = [UP, DOWN, AFTER_UP, AFTER_DOWN];

/// All words that make a number a change.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    CHANGES.into_iter().flat_map(|words| words.list).copied()
}

/// Whether the word at `at` makes the number behind it a change: "Fell", "Up".
pub(crate) fn is_change(scan: &Scan<'_>, at: usize) -> bool {
    CHANGES.into_iter().any(|words| scan.is_any(at, words))
}

/// How far back a verb may stand.
const REACH: usize = 7;

/// The role of the value whose words, hedge included, begin at `first`.
pub(crate) fn find(scan: &Scan<'_>, first: usize, draft: &Draft) -> Role {
    let first = first - usize::from(is_focused(scan, first));
    let before = scan.before(first, 1);
    match before {
        "from" if is_from(scan, first, draft) => return Role::From,
        "to" if is_moved(scan, first) => return Role::To,
        "to" if changes_before(scan, first) || follows_from(scan, first) => return Role::To,
        "is" | "was" | "are" | "were" => return of_copula(scan, first, draft),
        "at" | "to" => return Role::Level,
        "up" => return Role::Up,
        "down" => return Role::Down,
        "by" if scan.before(first, 2) == "up" => return Role::Up,
        "by" if scan.before(first, 2) == "down" => return Role::Down,
        _ => {}
    }
    let at = first.saturating_sub(1);
    let by_noun = matches!(before, "of" | "by").then(|| direction_before(scan, at, REACH)).flatten();
    let verb = || direct_verb(scan, first).filter(|_| !is_obtained(scan, first, draft));
    by_noun.or_else(verb).or_else(|| after(scan, draft)).unwrap_or(Role::Level)
}

/// "grew by just 2 percent": a word between the preposition and its number that leaves both as they are.
fn is_focused(scan: &Scan<'_>, first: usize) -> bool {
    matches!(scan.before(first, 1), "just" | "only" | "merely" | "exactly" | "precisely")
        && matches!(scan.before(first, 2), "by" | "to" | "from" | "at")
}

/// "ticked up to", "edged down to", "back to".
fn is_moved(scan: &Scan<'_>, first: usize) -> bool {
    matches!(scan.before(first, 2), "up" | "down" | "back")
}

/// "The increase was 295 percent", "sales were 12 percent lower".
fn of_copula(scan: &Scan<'_>, first: usize, draft: &Draft) -> Role {
    let is_relative = matches!(draft.kind, Kind::Percent | Kind::Points);
    let is_noun = |at: &usize| is_noun_at(scan, *at);
    let start = first.saturating_sub(REACH);
    let subject = || (start..first).rev().take_while(|at| !is_clause_end(scan, *at)).find(is_noun);
    let subject = || direction_at(scan, is_relative.then(subject)??);
    after(scan, draft).or_else(subject).unwrap_or(Role::Level)
}

/// "raised $5 million": a sum that was got together, not one by which something grew.
fn is_obtained(scan: &Scan<'_>, first: usize, draft: &Draft) -> bool {
    draft.kind == Kind::Money && matches!(scan.before(first, 1), "raise" | "raised" | "raises" | "raising")
}

/// Whether a word of rising or falling may be a noun: "a rise", as against "rose".
fn is_noun(word: &str) -> bool {
    let is_past = word.ends_with("ed") || matches!(word, "rose" | "fell" | "grew" | "sank" | "lost" | "slid");
    !is_past && direction(word).is_some()
}

/// The same of the word at `at`.
fn is_noun_at(scan: &Scan<'_>, at: usize) -> bool {
    direction_at(scan, at).is_some() && is_noun(scan.word(at))
}

/// The change a noun tells: up for "rise", down for "fall".
pub fn of_noun(word: &str) -> Option<Role> {
    direction(word).filter(|_| is_noun(word))
}

/// The direction of the word at `at`.
fn direction_at(scan: &Scan<'_>, at: usize) -> Option<Role> {
    direction_if(|words| scan.is_any(at, words))
}

/// The direction of `word`.
fn direction(word: &str) -> Option<Role> {
    direction_if(|words| words.has(word))
}

fn direction_if(is_among: impl Fn(&Words) -> bool) -> Option<Role> {
    if is_among(UP) {
        Some(Role::Up)
    } else if is_among(DOWN) {
        Some(Role::Down)
    } else {
        None
    }
}

/// The nearest direction word among the `reach` tokens before `at`, within the clause.
fn direction_before(scan: &Scan<'_>, at: usize, reach: usize) -> Option<Role> {
    // "rose sharply, by 12 percent": a comma right before belongs to the same clause.
    let at = if scan.before(at, 1) == "," { at - 1 } else { at };
    let start = at.saturating_sub(reach);
    let mut reach = (start..at).rev().take_while(|at| !is_clause_end(scan, *at));
    reach.find_map(|at| direction_at(scan, at).filter(|_| !is_attribute(scan, at)))
}

/// "cut its growth forecast by half a point": a noun, and never a verb, that only says which forecast.
fn is_attribute(scan: &Scan<'_>, at: usize) -> bool {
    let is_never_verb = ["th", "tion", "ment"].iter().any(|ending| scan.word(at).ends_with(ending));
    let next = scan.word(at + 1);
    let is_verbal = next.ends_with("ed") || next.ends_with("ly") || noun::is_closed(next);
    is_never_verb && scan.is_word(at + 1) && !is_verbal
}

fn is_clause_end(scan: &Scan<'_>, at: usize) -> bool {
    matches!(scan.word(at), "." | "," | ";" | ":" | "(" | ")" | "that" | "which" | "who" | "while" | "but")
}

/// How many small words may stand between a verb and its number.
const MOST_ADVERBS: usize = 4;

/// The verb right before a number, an adverb or a small word between at most.
fn direct_verb(scan: &Scan<'_>, first: usize) -> Option<Role> {
    let is_adverb = |at: usize| {
        scan.word(at).ends_with("ly")
            || matches!(scan.word(at), "a" | "an" | "another" | "the" | "some" | "back" | "out")
    };
    let mut at = first.checked_sub(1)?;
    for _ in 0..MOST_ADVERBS {
        if is_adverb(at) {
            at = at.checked_sub(1)?;
        }
    }
    direction_at(scan, at)
}

/// Words that end the reach of a number to the right.
#[rustfmt::skip]
const STOPS: &Words = &Words::of(&[
    "of", "to", "in", "and", "for", "from", "on", "by", "the", "a", "or", "at", "before", "after", "when",
    "while", "as", "that", "until", "because", "but", "if",
]);

/// "a 295% day-over-day increase", "3 percent higher".
fn after(scan: &Scan<'_>, draft: &Draft) -> Option<Role> {
    // "the “12 percent” rise".
    let end = draft.end + usize::from(matches!(scan.word(draft.end), "”" | "\"" | "’"));
    if scan.is_any(end, AFTER_UP) {
        return Some(Role::Up);
    }
    if scan.is_any(end, AFTER_DOWN) {
        return Some(Role::Down);
    }
    // "the 14 ports raise fees": a count is not the size of what its noun does.
    let is_count = matches!(draft.kind, Kind::Number | Kind::Ordinal | Kind::Age);
    let reach = end..end + 8;
    let ends = |at: &usize| scan.is_any(*at, STOPS) && !scan.is_hyphen(at.wrapping_sub(1));
    let mut near = reach.take_while(|at| (scan.is_word(*at) || scan.is_hyphen(*at)) && !ends(at));
    let change = near.find(|at| direction_at(scan, *at).is_some()).filter(|_| !is_count)?;
    // "a 3 percent tax cut" is a change, "3 percent fell" a level with a verb of its own.
    if is_noun(scan.word(change)) { direction_at(scan, change) } else { None }
}

/// Verbs of change that do not say which way.
const MOVES: &Words =
    &Words::of(&["up", "down", "went", "moved", "changed", "doubled", "tripled", "quadrupled", "halved"]);

/// Whether a word of change stands before `at` in its sentence; commas do not end its reach.
pub(crate) fn changes_before(scan: &Scan<'_>, at: usize) -> bool {
    let start = at.saturating_sub(14);
    let reach = (start..at).rev().take_while(|at| !matches!(scan.word(*at), "." | ";" | ":" | "(" | ")"));
    reach.into_iter().any(|at| direction_at(scan, at).is_some() || scan.is_any(at, MOVES))
}

/// Whether "from" before a number is where a change began: a change or a "to" with a number is near.
fn is_from(scan: &Scan<'_>, first: usize, draft: &Draft) -> bool {
    let leads_on = (draft.end..draft.end + 6).any(|at| scan.word(at) == "to" && scan.is_number(at + 1));
    changes_before(scan, first) || leads_on
}

/// Whether a "from" with a number stands shortly before "to".
fn follows_from(scan: &Scan<'_>, first: usize) -> bool {
    let start = first.saturating_sub(9);
    (start..first).any(|at| scan.word(at) == "from" && (scan.is_number(at + 1) || scan.is_number(at + 2)))
}

#[cfg(test)]
mod tests {
    use crate::span::Span;
    use crate::token;
    use crate::value::Role;
    use crate::value::read;

    #[track_caller]
    fn check(text: &str, expected: &[Role]) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let found: Vec<_> = read::sentence(text, &tokens, None).iter().map(|value| value.role).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn verbs_nouns_and_adverbs_make_changes() {
        check("Output rose sharply, by 12 percent.", &[Role::Up]);
        check("The mill reported an increase of 12%.", &[Role::Up]);
        check("Output is down 12%.", &[Role::Down]);
        check("Rates were lowered by 25 basis points.", &[Role::Down]);
        check("Sales were 12% lower.", &[Role::Down]);
        check("A 12% year-on-year fall followed.", &[Role::Down]);
    }

    #[test]
    fn ends_of_a_change_are_told_apart() {
        check("Output grew to 14 tonnes from 12 tonnes.", &[Role::To, Role::From]);
        check("Output rose 20 percent, from 10 to 12 tonnes.", &[Role::Up, Role::From, Role::To]);
    }

    #[test]
    fn verbs_that_only_go_somewhere_say_where() {
        check("It ticked up to 4.3% from 4.1%.", &[Role::To, Role::From]);
        check("It lifted its rate by half a point, to 2 percent.", &[Role::Up, Role::To]);
        check("It cut its growth forecast by half a point.", &[Role::Down]);
    }

    #[test]
    fn other_numbers_are_levels() {
        check("The rate was 12%.", &[Role::Level]);
        check("Two harbours fell silent.", &[Role::Level]);
    }
}
