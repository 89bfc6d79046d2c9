//! Whether a number speaks of the whole or of a part.

use crate::claim::Extent;
use crate::claim::anchor::Hit;
use crate::claim::binding;
use crate::claim::binding::Tie;
use crate::claim::count::phrase;
use crate::claim::count::tie;
use crate::claim::grammar;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
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
    "further", "only", "least", "nearly", "than", "about", "around", "roughly", "most",
];

/// Determiners of a group that is the speaker's own, or that was pointed out before: never the whole.
const POINTING: &[&str] = &["our", "your", "my", "these", "those", "both"];

/// Adjectives between number and noun that leave the whole whole.
const HARMLESS: &[&str] = &[
    "member", "members", "full", "sovereign", "independent", "current", "existing", "present", "total",
    "individual", "different", "allied", "strong", "fellow", "participating",
];

/// Words behind a definite number that single out a part.
const SINGLING_OUT: &[&str] = &[
    "that", "who", "which", "whose", "where", "without", "outside", "below", "above", "not", "already",
    "still", "currently", "meeting", "spending",
];

/// Words behind any number that single out a part.
const RELATIVE: &[&str] = &["that", "who", "which", "whose"];
/// Verbs of a change whose goal is the whole: "bring the alliance to 33 members".
const GOALS: &[&str] = &["from", "to", "of", "at", "with", "into", "as"];

/// Verbs by which those counted make up the whole.
const BELONGING: &[&str] = &["belong", "make", "form", "comprise", "constitute"];
/// Verbs that have the whole as their object only beside a small word: "takes in 31 cities".
const GATHERING: &[(&[&str], &str)] = &[
    (&["take", "takes", "took", "taking"], "in"),
    (&["bring", "brings", "brought", "bringing"], "together"),
    (&["bind", "binds", "bound", "binding"], "together"),
    (&["group", "groups", "grouped", "grouping"], "together"),
    (&["run", "runs", "ran", "running"], "to"),
    (&["extend", "extends", "extended", "extending"], "to"),
];
/// Nouns for a body made up of those counted. A group of 12 members may be any twelve of them, so it is
/// the whole only where the subject is said to be it.
const BODIES: &[&str] = &[
    "club", "group", "grouping", "family", "bloc", "alliance", "union", "league", "association", "coalition",
    "network", "chain", "body", "consortium", "federation", "confederation", "community", "partnership",
    "pact", "organisation", "organization", "panel", "council", "team", "fleet",
];
/// Verbs of coming and going: "gained two members" says nothing of the whole.
const GAINING: &[&str] = &[
    "gain", "gains", "gained", "gaining", "add", "adds", "added", "adding", "lose", "loses", "lost",
    "losing", "admit", "admits", "admitted", "admitting", "welcome", "welcomes", "welcomed", "welcoming",
    "expel", "expels", "expelled", "accept", "accepts", "accepted", "invite", "invites", "invited",
    "suspend", "suspends", "suspended",
];

/// Verbs of a disaster whose toll follows: "left 70 dead".
const OUTCOMES: &[&str] = &["left", "leaves", "leaving"];

/// Words that leave the speaker, or the host, out of the whole.
const OTHER: &[&str] = &["other", "remaining", "fellow"];

/// Words behind the noun that leave somebody out: "the 31 members besides Norland".
const EXCEPTING: &[&str] = &["besides", "except", "excluding", "bar"];

/// Nouns for members as one of them sees the others.
const FELLOWS: &[&str] =
    &["allies", "partners", "fellow", "counterparts", "neighbours", "neighbors", "peers", "colleagues"];

/// Whether the number is that of the whole.
pub fn extent(scene: &Scene<'_>, fact: FactId, value: &Value, core: &Range<usize>, tie: Tie) -> Extent {
    let number = scene.tokens_of(value.core);
    if is_all_but_one(scene, &number, core) {
        return Extent::AllButOne;
    }
    let is_vague = value.grain.form == Form::Vague && !is_comprised(scene, scene.tokens_of(value.full).start);
    if is_vague || is_part(scene, fact, value, core) {
        return Extent::Part;
    }
    let is_bare = value.noun.is_none();
    let is_whole = is_bare
        || scene.fact(fact).nature != Nature::State
        || phrase::is_compound(scene, core)
        || phrase::is_definite(scene, core)
        || is_comprised(scene, scene.tokens_of(value.full).start)
        || scene.is_after(scene.tokens_of(value.full).start, OUTCOMES)
        || tie == Tie::Apposition
        || phrase::is_strong(scene, core)
        || adds_up(scene, core)
        || scene.is_item() && core.start <= 2;
    if is_whole { Extent::Whole } else { Extent::Part }
}

/// "There are 31 Pact members", "31 countries belong to the Pact", "with 31 members, the Pact is".
fn adds_up(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let exists =
        scene.is_after(core.start, grammar::BE) && core.start >= 2 && scene.is(core.start - 2, &["there"]);
    let belongs = scene.is(core.end, BELONGING) || is_member(scene, core.end);
    let opens = core.start == 1 && scene.is(0, &["with", "at"]);
    exists || belongs || opens
}

/// "31 countries are members of the Pact", "31 countries are in the Pact".
fn is_member(scene: &Scene<'_>, at: usize) -> bool {
    let to = if scene.is(at + 1, &["members", "part"]) { at + 2 } else { at + 1 };
    scene.is(at, &["are", "were"])
        && scene.is(to, &["of", "in"])
        && (to + 1..to + 3).any(|at| !scene.mentions_starting(at).is_empty())
}

/// "the other 31 allies", "its 27 other members", "the remaining 31".
///
/// A member's own allies are the others: "Norland and its 31 allies".
fn is_all_but_one(scene: &Scene<'_>, number: &Range<usize>, core: &Range<usize>) -> bool {
    let is_owned = scene.is_after(number.start, &["its", "their", "his", "her"]);
    let are_fellows = core.clone().any(|at| scene.is(at, FELLOWS));
    if scene.is(core.end, &["other"]) && scene.is(core.end + 1, &["than"]) || scene.is(core.end, EXCEPTING) {
        return true;
    }
    scene.is_after(number.start, OTHER) || scene.is(number.end, OTHER) || is_owned && are_fellows
}

fn is_part(scene: &Scene<'_>, fact: FactId, value: &Value, core: &Range<usize>) -> bool {
    let number = scene.tokens_of(value.core);
    let has_hedge = value.full.start() < value.core.start();
    let singled = scene.is_after(number.start, PARTIAL) && !has_hedge;
    // "thousands of staff" are all of them.
    let is_vague = value.grain.form == Form::Vague;
    // "60 of its shops would close" counts all that close.
    let of_whole = scene.is(number.end, &["of", "out"]) && !is_vague && !is_done_to(scene, fact, core)
        || scene.is(core.end, &["of"])
            && scene.is(core.end + 1, &["the", "all", "those", "these", "our", "its"])
            && value.noun.is_none();
    let is_compound = phrase::is_compound(scene, core);
    let is_made_up = is_comprised(scene, scene.tokens_of(value.full).start);
    let is_modified = value.noun.is_some()
        && (number.end..core.end.saturating_sub(1))
            .any(|at| is_restricting(scene, at, core) && !(is_made_up && phrase::is_region(scene, at)));
    let joined = scene.is(core.end, &["and", "or", "plus"]) && is_group_behind(scene, core.end + 1);
    let is_few = !is_compound && is_set_apart(scene, fact, value, core);
    let picks: &[&str] = if phrase::is_definite(scene, core) { SINGLING_OUT } else { RELATIVE };
    let is_picked = scene.is(core.end, picks) && !makes_up(scene, core.end);
    let restricted = !is_compound && (is_picked || is_placed(scene, core.end));
    let points = |back: usize| scene.is_after(core.start.saturating_sub(back), POINTING);
    let pointed = !is_compound && (0..3).any(points);
    let is_gained = scene.is_after(scene.tokens_of(value.full).start, GAINING);
    is_few || is_gained || singled || of_whole || is_modified || joined || restricted || pointed
}

/// Whether the fact is of what was or will be done, and a verb of it stands behind the counted.
fn is_done_to(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let clause = scene.clauses().around(core.start);
    let acts = |hit: Hit| (core.end..clause.end).contains(&scene.token_at(hit.span.start()));
    scene.fact(fact).nature != Nature::State && scene.hits_of(&scene.anchors.fact(fact).attribute).any(acts)
}

/// Whether a word between number and noun picks out some of them: "12 new members".
fn is_restricting(scene: &Scene<'_>, at: usize, core: &Range<usize>) -> bool {
    let token = scene.tokens[at];
    let is_known = scene.is(at, HARMLESS)
        || scene.hits.iter().any(|hit| hit.span.overlaps(token.span))
        || grammar::is_hyphen(scene.text(), token);
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
    scene.is(at, binding::phrase::TIMES)
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
        && !names_whole
        && !super::is_plausible(scene, fact, value)
}

fn makes_up(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, &["that", "which", "who"])
        && scene.is(at + 1, &["make", "form", "comprise", "constitute", "belong", "are", "now", "currently"])
}

/// Whether a verb or preposition makes an indefinite number the whole: "has 31 members", "of 31 nations".
pub fn is_comprised(scene: &Scene<'_>, start: usize) -> bool {
    let mut at = start;
    for _ in 0..6 {
        let is_body = scene.is_after(at, grammar::BE) && is_subject(scene, at);
        if scene.is_after(at, grammar::COMPRISING) || is_body || is_gathered(scene, at) {
            return true;
        }
        if scene.is_after(at, GOALS) {
            return is_goal(scene, at) || is_beginning(scene, at - 1);
        }
        if scene.is_after(at, &["by"]) {
            return is_beginning(scene, at - 1);
        }
        let is_adverb = scene.is_after(at, tie::LINKS)
            || scene
                .is_after(at, &["fully", "exactly", "today", "only", "a", "total", "or", "and", "so", "but"])
            || at > 0 && scene.tokens[at - 1].kind == token::Kind::Number;
        if !is_adverb {
            return false;
        }
        at -= 1;
    }
    false
}

/// "takes in 31 cities", "brings 31 cities together" with the small word before the number.
fn is_gathered(scene: &Scene<'_>, at: usize) -> bool {
    let verb = at.checked_sub(2);
    let is = |(verbs, word): &(&[&str], &str)| {
        scene.is_after(at, &[*word]) && verb.is_some_and(|verb| scene.is(verb, verbs))
    };
    GATHERING.iter().any(is)
}

/// "the number of members is 31": the attribute stands before the verb.
fn is_subject(scene: &Scene<'_>, verb: usize) -> bool {
    let clause = scene.clauses().around(verb.saturating_sub(1));
    let before = scene.span_of(clause.start..verb.saturating_sub(1));
    scene.hits.iter().any(|hit| before.contains(hit.span) && scene.anchors.word(hit.word).names.is_empty())
}

/// "founded in 1995 with ten members", "founded by ten countries": the whole as it began.
fn is_beginning(scene: &Scene<'_>, preposition: usize) -> bool {
    let before = preposition.saturating_sub(BEGINNING)..preposition;
    scene.is(preposition, &["with", "by"]) && before.into_iter().any(|at| scene.is(at, grammar::FOUNDED))
}

/// How many words may stand between "founded" and "with ten members".
const BEGINNING: usize = 5;

/// Whether "to", "of" or "with" before the token `at` leads to the size of the whole.
fn is_goal(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.saturating_sub(2);
    let named = scene.mentions.iter().find(|m| m.span.end() == scene.tokens[before].span.end());
    // "a Pact of 40 members" is one that somebody imagines.
    let is_imagined = |name: &Mention| scene.is_after(scene.token_at(name.span.start()), &["a", "an"]);
    let follows_subject = named.is_some_and(|name| !is_imagined(name));
    follows_subject
        || scene.is(before, SIZES)
        || is_end_of_change(scene, before)
        || scene.is(before, BODIES) && is_said_of_subject(scene, before)
}

/// "grew from 16 to 20 clubs": the number before "to" is what the change began from.
fn is_end_of_change(scene: &Scene<'_>, start: usize) -> bool {
    let is_number = scene.tokens[start].kind == token::Kind::Number;
    is_number && scene.is_after(start, &["from"]) && start > 1 && scene.is(start - 2, SIZES)
}

/// Words before "to", "of" or "with" that tell the size of a whole.
const SIZES: &[&str] = &[
    "total", "went", "made", "up", "consisting", "consists", "consist", "composed", "comprised", "number",
    "membership", "expanded", "expand", "expands", "expanding", "grew", "grown", "grow", "grows", "growing",
    "enlarged", "rise", "rose", "risen", "stands", "stood", "swelled", "swollen", "climbed", "increased",
    "shrank", "shrunk", "shrink", "shrinks", "fell", "fallen", "dropped", "declined", "reduced", "cut",
];

/// How many words of its own a body may have before it: "a loose military alliance of".
const BODY: usize = 4;

/// "The Pact, a loose alliance of 31 nations", "the Pact is a club of 31": not "a club of 31 met".
fn is_said_of_subject(scene: &Scene<'_>, body: usize) -> bool {
    let is_inner = |at: &usize| grammar::is_content(scene.text(), scene.tokens[*at]);
    let opens = (body.saturating_sub(BODY)..body).rev().find(|at| !is_inner(at));
    let is_indefinite = |at: usize| scene.is(at, grammar::INDEFINITE) || scene.is(at, &["the"]);
    opens.filter(|at| is_indefinite(*at)).is_some_and(|article| {
        // "made the Pact a bloc of 31".
        let follows = article.checked_sub(1).is_some_and(|at| !scene.mentions_ending(at).is_empty());
        follows
            || scene.is_after(article, grammar::BE)
            || scene.is_after(article, &[",", "—", "–", "(", "as", "into"])
                && article.checked_sub(2).is_some_and(|at| !scene.mentions_ending(at).is_empty())
    })
}
