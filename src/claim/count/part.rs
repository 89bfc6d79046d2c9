//! Whether a number speaks of some only: "a record 19 allies", "12 new members", "7 members on the Black Sea".

use crate::claim::anchor::Hit;
use crate::claim::binding;
use crate::claim::count::Counted;
use crate::claim::count::comprise::is_comprised;
use crate::claim::count::having;
use crate::claim::count::phrase;
use crate::claim::count::tie;
use crate::claim::deed::doer;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::slice;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::token;
use crate::value::Form;
use crate::value::Kind;
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

/// Whether the number is that of a part: by a word before it, between it and its noun, or behind.
pub(super) fn is_part(scene: &Scene<'_>, fact: FactId, it: &Counted<'_>) -> bool {
    is_singled(scene, it)
        || is_gained(scene, it)
        || is_pointed(scene, &it.core)
        || is_modified(scene, fact, it)
        || is_of_whole(scene, fact, it)
        || is_joined(scene, it)
        || is_restricted(scene, &it.core)
        || is_limited(scene, fact, it)
        || is_set_apart(scene, fact, it)
        || doer::is_picked(scene, &it.act)
}

/// "a record 19 allies", "another 500": not "has only 21 clubs".
fn is_singled(scene: &Scene<'_>, it: &Counted<'_>) -> bool {
    let number = scene.tokens_of(it.value.core).start;
    let has_hedge = it.value.full.start() < it.value.core.start();
    let is_only = it.act.is_same() && scene.is_after(number, &["only"]);
    scene.is_after(number, PARTIAL) && !has_hedge && !is_only && !is_all_there_is(scene, number)
}

/// "gained two members".
fn is_gained(scene: &Scene<'_>, it: &Counted<'_>) -> bool {
    scene.is_after(it.start(), GAINING) && !it.act.is_same()
}

/// "these 12 members", "our 12 members".
fn is_pointed(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let points = |back: usize| scene.is_after(core.start.saturating_sub(back), POINTING);
    !phrase::is_compound(scene, core) && (0..3).any(points)
}

/// "12 new members".
fn is_modified(scene: &Scene<'_>, fact: FactId, it: &Counted<'_>) -> bool {
    let is_made_up = is_comprised(scene, fact, it.start());
    let is_narrow =
        |at| is_restricting(scene, fact, at, &it.core) && !(is_made_up && phrase::is_region(scene, at));
    let inner = scene.tokens_of(it.value.core).end..it.core.end.saturating_sub(1);
    it.value.noun.is_some() && inner.into_iter().any(is_narrow)
}

/// "60 of its members": "60 of its shops would close" counts all that close, and "thousands of staff" are all of them.
fn is_of_whole(scene: &Scene<'_>, fact: FactId, it: &Counted<'_>) -> bool {
    let (number, core) = (scene.tokens_of(it.value.core).end, &it.core);
    let is_vague = it.value.grain.form == Form::Vague;
    let is_known = scene.is(core.end + 1, &["the", "all", "those", "these", "our", "its"]);
    scene.is(number, &["of", "out"]) && !is_vague && !is_done_to(scene, fact, core)
        || scene.is(core.end, &["of"]) && is_known && it.value.noun.is_none()
}

/// "12 members and partners".
fn is_joined(scene: &Scene<'_>, it: &Counted<'_>) -> bool {
    let end = it.core.end;
    let goes_on = it.act.is_same() && scene.is(end + 2, GOING_ON);
    scene.is(end, &["and", "or", "plus"]) && is_group_behind(scene, end + 1) && !goes_on
}

/// "12 members that have paid", "7 members on the Black Sea", "covers 12 clubs' losses".
fn is_restricted(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let is_definite = phrase::is_definite(scene, core);
    let picks: &[&str] = if is_definite { SINGLING_OUT } else { RELATIVE };
    let is_picked = scene.is(core.end, picks) && !makes_up(scene, core.end);
    let next = scene.tokens.get(core.end);
    let is_owner = next.is_some_and(|next| next.kind == token::Kind::Possessive) && !is_definite;
    is_owner || !phrase::is_compound(scene, core) && (is_picked || is_placed(scene, core.end))
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
fn is_limited(scene: &Scene<'_>, fact: FactId, it: &Counted<'_>) -> bool {
    let (start, core) = (it.start(), &it.core);
    let lasts = scene.is_after(start, grammar::LASTING) || having::is_studied(scene, fact, start);
    let is_done = having::is_done(scene, start) || having::is_run(scene, start);
    let names_whole = (core.end + 1..core.end + 3).any(|at| !scene.mentions_starting(at).is_empty());
    lasts && scene.is(core.end, MANNER) && !names_whole
        || is_done && scene.is(core.end, WITHIN) && !it.act.is_total
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
fn is_set_apart(scene: &Scene<'_>, fact: FactId, it: &Counted<'_>) -> bool {
    let core = &it.core;
    let names_whole = (core.end + 1..core.end + 4).any(|at| !scene.mentions_starting(at).is_empty());
    let is_state = scene.fact(fact).nature == Nature::State;
    is_state
        && !phrase::is_compound(scene, core)
        && scene.is(core.end, grammar::PREPOSITIONS)
        && !scene.is_after(it.start(), grammar::RUNNING)
        && !names_whole
        && !super::is_plausible(scene, fact, it.value)
        && !it.act.is_total
}

fn makes_up(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, &["that", "which", "who"])
        && scene.is(at + 1, &["make", "form", "comprise", "constitute", "belong", "are", "now", "currently"])
}
