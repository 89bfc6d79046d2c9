//! Whether a number speaks of some only: "a record 19 allies", "12 new members", "7 members on the Black Sea".

use crate::claim::anchor::Hit;
use crate::claim::binding;
use crate::claim::count::comprise::is_comprised;
use crate::claim::count::having;
use crate::claim::count::phrase;
use crate::claim::count::tie;
use crate::claim::deed;
use crate::claim::deed::Deed;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::slice;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::token;
use crate::value::Form;
use crate::value::Kind;
use crate::value::Value;
use std::ops::Range;

/// Words before a number that make it a part of the whole.
const PARTIAL: &[&str] = &[
    "record", "first", "last", "next", "additional", "another", "including", "among", "some", "remaining",
    "further", "only", "least", "nearly", "than", "about", "around", "roughly", "most", "bottom", "top",
    "biggest", "largest", "smallest", "poorest", "richest", "founding", "original",
];

/// Determiners of a group that is the speaker's own, or that was pointed out before: never the whole.
const POINTING: &[&str] = &["our", "your", "my", "these", "those", "both"];

/// Adjectives between number and noun that leave the whole whole.
const HARMLESS: &[&str] = &[
    "member", "members", "full", "sovereign", "independent", "current", "existing", "present", "total",
    "individual", "different", "allied", "strong", "fellow", "participating", "odd",
];

/// Words behind a definite number that single out a part.
const SINGLING_OUT: &[&str] = &[
    "that", "who", "which", "whose", "where", "without", "outside", "below", "above", "not", "already",
    "still", "currently", "meeting", "spending",
];

/// Words behind any number that single out a part.
const RELATIVE: &[&str] = &["that", "who", "which", "whose"];
/// Verbs of coming and going: "gained two members" says nothing of the whole.
const GAINING: &[&str] = &[
    "gain", "gains", "gained", "gaining", "add", "adds", "added", "adding", "lose", "loses", "lost",
    "losing", "admit", "admits", "admitted", "admitting", "welcome", "welcomes", "welcomed", "welcoming",
    "expel", "expels", "expelled", "accept", "accepts", "accepted", "invite", "invites", "invited",
    "suspend", "suspends", "suspended",
];

/// Whether the number is that of a part.
pub fn is_part(scene: &Scene<'_>, fact: FactId, value: &Value, core: &Range<usize>) -> bool {
    let number = scene.tokens_of(value.core);
    let has_hedge = value.full.start() < value.core.start();
    let is_done = deed::told(scene, fact, &(scene.tokens_of(value.full).start..core.end)) == Deed::Same;
    let is_only = is_done && scene.is_after(number.start, &["only"]);
    let singled = scene.is_after(number.start, PARTIAL)
        && !has_hedge
        && !is_only
        && !is_all_there_is(scene, number.start);
    // "thousands of staff" are all of them.
    let is_vague = value.grain.form == Form::Vague;
    // "60 of its shops would close" counts all that close.
    let of_whole = scene.is(number.end, &["of", "out"]) && !is_vague && !is_done_to(scene, fact, core)
        || scene.is(core.end, &["of"])
            && scene.is(core.end + 1, &["the", "all", "those", "these", "our", "its"])
            && value.noun.is_none();
    let is_compound = phrase::is_compound(scene, core);
    let is_made_up = is_comprised(scene, fact, scene.tokens_of(value.full).start);
    let is_modified = value.noun.is_some()
        && (number.end..core.end.saturating_sub(1))
            .any(|at| is_restricting(scene, fact, at, core) && !(is_made_up && phrase::is_region(scene, at)));
    let goes_on = is_done && scene.is(core.end + 2, GOING_ON);
    let joined =
        scene.is(core.end, &["and", "or", "plus"]) && is_group_behind(scene, core.end + 1) && !goes_on;
    let is_few = !is_compound && is_set_apart(scene, fact, value, core);
    let picks: &[&str] = if phrase::is_definite(scene, core) { SINGLING_OUT } else { RELATIVE };
    let is_picked = scene.is(core.end, picks) && !makes_up(scene, core.end);
    let restricted = !is_compound && (is_picked || is_placed(scene, core.end));
    let points = |back: usize| scene.is_after(core.start.saturating_sub(back), POINTING);
    let pointed = !is_compound && (0..3).any(points);
    let is_gained = scene.is_after(scene.tokens_of(value.full).start, GAINING) && !is_done;
    // "covers 12 clubs' losses".
    let is_owner = scene.tokens.get(core.end).is_some_and(|next| next.kind == token::Kind::Possessive)
        && !phrase::is_definite(scene, core);
    is_few
        || is_gained
        || is_limited(scene, fact, value, core)
        || is_owner
        || singled
        || of_whole
        || is_modified
        || joined
        || restricted
        || pointed
}

/// Words behind a verb in the present: "has published nine novels and lives in Oxmere".
const GOING_ON: &[&str] =
    &["in", "at", "with", "on", "near", "for", "as", "the", "a", "his", "her", "its", "their", "to", "from"];

/// Words behind what was done that say when, where or against whom: "has won 4 titles since 2020".
const WITHIN: &[&str] = &[
    "in", "at", "since", "under", "with", "against", "from", "this", "last", "during", "over", "for", "as",
    "on", "across", "while", "after", "before", "by",
];

/// Whether words behind leave the number to a time, a manner or a purpose, by the verb before it.
fn is_limited(scene: &Scene<'_>, fact: FactId, value: &Value, core: &Range<usize>) -> bool {
    let start = scene.tokens_of(value.full).start;
    let lasts = scene.is_after(start, grammar::LASTING) || having::is_studied(scene, fact, start);
    let is_done = having::is_done(scene, start) || having::is_run(scene, start);
    let names_whole = (core.end + 1..core.end + 3).any(|at| !scene.mentions_starting(at).is_empty());
    lasts && scene.is(core.end, MANNER) && !names_whole
        || is_done && scene.is(core.end, WITHIN) && !deed::is_total(scene, fact, value, core.end)
}

/// Words behind those whom a study is about that say how some of them were asked: "by phone and 400 online".
const MANNER: &[&str] = &["by", "with", "on", "for", "at", "to", "via", "through"];

/// "has only 21 clubs", "boast a record 16 titles." with nothing behind: all that there are.
fn is_all_there_is(scene: &Scene<'_>, number: usize) -> bool {
    let is_only = scene.is_after(number, &["only"]) && scene.is_after(number - 1, grammar::COMPRISING);
    let is_record = scene.is_after(number, &["record"])
        && number > 2
        && scene.is_after(number - 1, &["a"])
        && scene.is_after(number - 2, grammar::COMPRISING);
    is_only || is_record && having::ends_phrase(scene, number)
}

/// Whether the fact is of what was or will be done, and a verb of it stands behind the counted.
fn is_done_to(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let clause = scene.clauses().around(core.start);
    let behind = scene.span_of(core.end..clause.end.max(core.end));
    let acts = |hit: Hit| hit.span.start() >= behind.start();
    scene.fact(fact).nature != Nature::State && scene.words_over(fact, behind).any(acts)
}

/// Whether a word between number and noun picks out some of them: "12 new members".
fn is_restricting(scene: &Scene<'_>, fact: FactId, at: usize, core: &Range<usize>) -> bool {
    let token = scene.tokens[at];
    let is_known = scene.is(at, HARMLESS)
        || scene.is(at, tie::ANYBODY)
        || scene.is_hit_of(fact, token.span)
        || scene.is_mentioned(token.span)
        || grammar::is_hyphen(scene.text(), token)
        || slice::has_word(&scene.fact(fact).says, scene.word(at));
    at + 1 < core.end && grammar::is_content(scene.text(), token) && !is_known
}

/// Numbers that open a count of their own: "20 dead and dozens hurt".
const NUMBERS: &[&str] = &["dozens", "scores", "hundreds", "thousands", "tens", "millions"];

/// "35 allies and partners": a sum over more than the whole.
fn is_group_behind(scene: &Scene<'_>, at: usize) -> bool {
    !scene.is(at, NUMBERS)
        && scene.tokens.get(at).is_some_and(|token| {
            let word = token.span.of(scene.text());
            let is_plural = word.ends_with('s')
                && word.len() > 3
                && !scene.is(at, grammar::BE)
                && !scene.is(at, &["has", "its"]);
            is_plural || scene.is(at, &["other", "the", "their"])
        })
}

/// "7 members on the Black Sea": only those in a place.
fn is_placed(scene: &Scene<'_>, at: usize) -> bool {
    let is_place =
        scene.is(at, &["on", "along", "near", "around", "bordering", "east", "west", "north", "south"]);
    let named = (at + 1..at + 4)
        .any(|at| scene.tokens.get(at).is_some_and(|token| token.is_capitalised(scene.text())));
    let is_day = (at + 1..at + 3).any(|at| is_time(scene, at));
    is_place && named && !is_day
}

/// "on Tuesday", "on Aug. 2".
fn is_time(scene: &Scene<'_>, at: usize) -> bool {
    binding::phrase::is_time(scene, at)
        || scene
            .values()
            .iter()
            .any(|value| value.kind == Kind::Date && scene.tokens_of(value.core).contains(&at))
}

/// "its nine members on the eastern flank": a number far from the whole, and words that say which.
fn is_set_apart(scene: &Scene<'_>, fact: FactId, value: &Value, core: &Range<usize>) -> bool {
    let names_whole = (core.end + 1..core.end + 4).any(|at| !scene.mentions_starting(at).is_empty());
    let is_state = scene.fact(fact).nature == Nature::State;
    is_state
        && scene.is(core.end, grammar::PREPOSITIONS)
        && !scene.is_after(scene.tokens_of(value.full).start, grammar::RUNNING)
        && !names_whole
        && !super::is_plausible(scene, fact, value)
        && !deed::is_total(scene, fact, value, core.end)
}

fn makes_up(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, &["that", "which", "who"])
        && scene.is(at + 1, &["make", "form", "comprise", "constitute", "belong", "are", "now", "currently"])
}
