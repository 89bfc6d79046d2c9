//! Whether the words before a number make it that of the whole: "has 31 members", "a bloc of 31".

use crate::claim::count::having;
use crate::claim::count::tie;
use crate::claim::grammar;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::token;

/// Verbs of a change whose goal is the whole: "bring the alliance to 33 members".
const GOALS: &[&str] = &["from", "to", "of", "at", "with", "into", "as"];

/// Nouns for a body made up of those counted. A group of 12 members may be any twelve of them, so it is
/// the whole only where the subject is said to be it.
const BODIES: &[&str] = &[
    "club", "group", "grouping", "family", "bloc", "alliance", "union", "league", "association", "coalition",
    "network", "chain", "body", "consortium", "federation", "confederation", "community", "partnership",
    "pact", "organisation", "organization", "panel", "council", "team", "fleet",
];
/// Whether a verb or preposition makes an indefinite number the whole: "has 31 members", "of 31 nations".
pub fn is_comprised(scene: &Scene<'_>, fact: FactId, start: usize) -> bool {
    let mut at = start;
    for _ in 0..6 {
        let is_body = scene.is_after(at, grammar::BE) && is_subject(scene, at);
        if let Some(earlier) = one_before(scene, at) {
            return is_comprised(scene, fact, earlier);
        }
        // "With 450 million consumers and 28 member states, the Union is".
        if at == 1 && scene.is(0, &["with"]) {
            return having::is_fronted(scene, fact, at);
        }
        if having::has(scene, fact, at) || is_body || is_label(scene, at) {
            return true;
        }
        if scene.is_after(at, GOALS) {
            return is_goal(scene, at) || is_beginning(scene, at - 1);
        }
        if scene.is_after(at, &["by"]) {
            return is_beginning(scene, at - 1);
        }
        let is_adverb = scene.is_after(at, tie::LINKS)
            || scene.is_after(
                at,
                &[
                    "fully", "exactly", "today", "only", "a", "total", "or", "and", "so", "but", "between",
                    "record",
                ],
            )
            || at > 0 && scene.tokens[at - 1].kind == token::Kind::Number;
        if !is_adverb {
            return false;
        }
        at -= 1;
    }
    false
}

/// Where the number before begins in "has 14 ships, 30 aircraft and 31 cities".
fn one_before(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let end = at.checked_sub(1).filter(|at| scene.is(*at, &[",", "and"]))?;
    let end = if scene.is(end, &["and"]) && scene.is_after(end, &[","]) { end - 1 } else { end };
    let byte = scene.tokens.get(end)?.span.start();
    let upto = scene.values().partition_point(|value| value.core.start() < byte);
    let value = scene.values()[..upto].last()?;
    let noun = scene.tokens_of(value.noun?);
    (noun.end == end && noun.end - noun.start <= 3).then(|| scene.tokens_of(value.full).start)
}

/// "Zelmora: 48 ships", "Zelmora in figures: 48 ships".
fn is_label(scene: &Scene<'_>, at: usize) -> bool {
    let Some(colon) = at.checked_sub(1).filter(|at| scene.is(*at, &[":"])) else { return false };
    let end = (colon.saturating_sub(3)..colon).find(|at| scene.is(*at, &["in", "at"])).unwrap_or(colon);
    end.checked_sub(1).is_some_and(|last| !scene.mentions_ending(last).is_empty())
}

/// "the number of members is 31": the attribute stands before the verb.
fn is_subject(scene: &Scene<'_>, verb: usize) -> bool {
    let clause = scene.clauses().around(verb.saturating_sub(1));
    let before = scene.span_of(clause.start..verb.saturating_sub(1));
    scene
        .hits_over(before)
        .any(|hit| before.contains(hit.span) && scene.anchors.word(hit.word).names.is_empty())
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
        || scene.is(before, SIZES) && !(scene.is_after(at, &["at"]) && scene.is(before, PLACES))
        || is_end_of_change(scene, before)
        || is_body(scene, before, at) && is_said_of_subject(scene, before)
        || scene.is(before, grammar::NETWORKS) && is_had(scene, before)
}

/// "the Pact is a club of 31", "Zelmora is a grocer with 12,800 workers." and nothing behind.
fn is_body(scene: &Scene<'_>, noun: usize, number: usize) -> bool {
    let is_with = scene.is_after(number, &["with"]) && grammar::is_content(scene.text(), scene.tokens[noun]);
    scene.is(noun, BODIES) || is_with && having::ends_phrase(scene, number)
}

/// "has a network of 430 branches", "Zelmora's network of 430 branches".
fn is_had(scene: &Scene<'_>, noun: usize) -> bool {
    let is_inner = |at: &usize| grammar::is_content(scene.text(), scene.tokens[*at]);
    let opens = (noun.saturating_sub(BODY)..noun).rev().find(|at| !is_inner(at));
    opens.is_some_and(|opens| {
        let is_told = scene.is_after(opens, grammar::COMPRISING) || scene.is_after(opens, grammar::RUNNING);
        let is_owned =
            scene.tokens[opens].kind == token::Kind::Possessive || scene.is(opens, grammar::OWNERS);
        is_owned || is_told && scene.is(opens, grammar::INDEFINITE)
    })
}

/// "grew from 16 to 20 clubs": the number before "to" is what the change began from.
fn is_end_of_change(scene: &Scene<'_>, start: usize) -> bool {
    let is_number = scene.tokens[start].kind == token::Kind::Number;
    is_number && scene.is_after(start, &["from"]) && start > 1 && scene.is(start - 2, SIZES)
}

/// Words before "to", "of" or "with" that tell the size of a whole.
const SIZES: &[&str] = &[
    "staff", "workforce", "headcount", "fleet", "population", "crew", "payroll", "home", "city", "town",
    "village", "total", "went", "made", "up", "consisting", "consists", "consist", "composed", "comprised",
    "number", "membership", "expanded", "expand", "expands", "expanding", "grew", "grown", "grow", "grows",
    "growing", "enlarged", "rise", "rose", "risen", "stands", "stood", "swelled", "swollen", "climbed",
    "increased", "shrank", "shrunk", "shrink", "shrinks", "fell", "fallen", "dropped", "declined", "reduced",
    "cut",
];

/// Those of them beside which "at" and "with" tell of a place: "staff at 60 branches".
const PLACES: &[&str] = &["staff", "crew", "home", "city", "town", "village"];

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
