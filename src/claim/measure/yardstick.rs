//! Values that are not the figure itself: what it is held against, and shares of it.

use crate::claim::grammar;
use crate::claim::measure::compound;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::claim::slice;
use crate::fact::FactId;
use crate::fact::Kind as FactKind;
use crate::fact::Nature;
use crate::token;
use crate::value::Kind;
use crate::value::Value;

/// Words shortly before a value that make it a yardstick.
const YARDSTICK: &[&str] = &[
    "than", "versus", "vs", "compared", "against", "typical", "typically", "usual", "usually", "average",
    "normally", "forecast", "forecasts", "expected", "expectation", "expectations", "estimate", "estimates",
    "target", "targets", "projected", "predicted", "consensus", "goal", "limit", "unlike", "previous",
    "year-earlier",
];
/// How far behind a value "on average" makes it one.
const AVERAGE: usize = 9;
/// How many words back a yardstick is looked for.
const YARDSTICK_REACH: usize = 4;

/// Whether a value is what the figure is held against.
pub fn is_one(scene: &Scene<'_>, value: &Value) -> bool {
    let start = scene.tokens_of(value.full).start;
    let from = start.saturating_sub(YARDSTICK_REACH).max(scene.clauses().segment(start).start);
    let end = scene.tokens_of(value.full).end;
    let is_mean =
        (end..end + AVERAGE).any(|at| scene.is(at, &["average"]) && scene.is_after(at, &["on", "an"]));
    (from..start).any(|at| scene.is(at, YARDSTICK) && !is_opposed(scene, at))
        || is_mean
        || is_anothers(scene, start, end)
        || is_of_name(scene, start)
        || is_than(scene, start)
        || is_topped(scene, start)
        || scene.is(end, &["that", "those"]) && scene.is(end + 1, &["of"])
        || is_of_noun(scene, start, end)
        || is_of_name_behind(scene, value)
}

/// Words before "against" that hold nothing against a figure.
const OPPOSING: &[&str] = &[
    "appeal", "appeals", "appealed", "appealing", "protest", "protests", "protested", "protesting",
    "complain", "complained", "lawsuit", "vote", "votes", "voted", "voting", "campaign", "campaigned",
    "rallied", "fight", "fought", "fighting", "ruled", "decided", "argued", "spoke", "objection",
    "opposition",
];

/// "will appeal against the fine of €3 million".
fn is_opposed(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, &["against"]) && scene.is_after(at, OPPOSING)
}

/// Verbs by which something is less than it was: winds that drop were stronger.
const EASING: &[&str] = &[
    "fell", "fall", "falls", "falling", "fallen", "dropped", "drop", "drops", "dropping", "eased", "eases",
    "easing", "weakened", "weakens", "weakening", "sank", "sinking", "slowed", "slowing", "declined",
    "declining", "cooled", "cooling", "dipped", "subsided", "subsiding",
];

/// "winds dropping to 60 km/h": what happened had a figure of its own, and this is what was left of it later.
pub fn is_past_peak(scene: &Scene<'_>, fact: FactId, value: &Value) -> bool {
    let stated = scene.fact(fact);
    let is_peak =
        stated.nature == Nature::Event && matches!(stated.kind, FactKind::Measure { change: None, .. });
    let start = scene.tokens_of(value.full).start;
    is_peak
        && scene.is_after(start, &["to"])
        && start >= 2
        && scene.is(start - 2, EASING)
        && !EASING.iter().any(|verb| slice::names(&stated.says, verb))
}

/// "behind the Greens with 22%": a name the rules do not know has the figure.
fn is_of_name(scene: &Scene<'_>, start: usize) -> bool {
    let name = start.checked_sub(2).filter(|_| scene.is_after(start, &["with"]) || is_set_off(scene, start));
    name.is_some_and(|name| {
        let token = scene.tokens[name];
        token.is_capitalised(scene.text()) && name > 0 && scene.mentions_ending(name).is_empty()
    })
}

/// "the Mast, 231 metres tall": a figure set off behind a name.
fn is_set_off(scene: &Scene<'_>, start: usize) -> bool {
    let end = (start..start + SET_OFF).find(|at| scene.is(*at, EXTENTS));
    scene.is_after(start, &[","]) && end.is_some()
}

/// How many words a figure with its unit and "tall" may have.
const SET_OFF: usize = 4;

/// "lower than the euro zone's 2.9%": how far "than" may stand before a figure with an owner.
fn is_than(scene: &Scene<'_>, start: usize) -> bool {
    let is_owned = start > 0 && scene.tokens[start - 1].kind == token::Kind::Possessive
        || scene.is_after(start, &["of"]);
    is_owned
        && (start.saturating_sub(OWNED)..start)
            .any(|at| scene.is(at, &["than", "above", "below"]) && scene.is(at + 1, grammar::DEFINITE))
}

/// "tops the $5 billion", "well above the 2.5% charged elsewhere": what the figure is held against.
fn is_topped(scene: &Scene<'_>, start: usize) -> bool {
    let topping = [
        "above", "below", "beyond", "under", "over", "tops", "topped", "topping", "beats", "beat", "exceeds",
        "exceeded", "exceeding", "than", "dwarfs",
    ];
    // "arrested over the €1.8 million theft".
    let is_reason = || scene.is_after(start - 1, &["over"]) && !scene.is_after(start - 2, EXCEEDING);
    scene.is_after(start, &["the"]) && scene.is_after(start - 1, &topping) && !is_reason()
}

/// Words before "over" that make it a comparison.
const EXCEEDING: &[&str] = &[
    "well", "far", "just", "way", "slightly", "still", "is", "was", "are", "were", "rise", "rose", "risen",
    "up",
];

/// How many words such an owner may have.
const OWNED: usize = 7;

/// Adjectives behind a figure that belong to the noun before it.
const EXTENTS: &[&str] = &["long", "high", "tall", "wide", "deep", "thick", "old", "broad"];

/// "steel beams 30 metres long", "12 pillars, each 40 metres long".
fn is_of_noun(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let Some(noun) = start.checked_sub(1) else { return false };
    let is_plain = scene.tokens[noun].span.of(scene.text()).chars().all(char::is_lowercase);
    let is_known = scene.is_hit(scene.tokens[noun].span) || !scene.mentions_ending(noun).is_empty();
    let is_opening = |at| scene.is(at, &["a", "an"]) || scene.is(at, grammar::PREPOSITIONS);
    let opens = (noun.saturating_sub(2)..noun).any(is_opening);
    let is_noun = grammar::is_content(scene.text(), scene.tokens[noun]) && is_plain && !is_known && opens;
    scene.is(end, EXTENTS) && (scene.is(noun, &["each"]) || is_noun)
}

/// "the 3,102-metre-high Mount Bale": a figure in one word that describes a name the rules do not know.
fn is_of_name_behind(scene: &Scene<'_>, value: &Value) -> bool {
    let words = scene.tokens_of(value.core);
    compound::behind(scene, &words).is_some_and(|name| {
        scene.tokens.get(name).is_some_and(|token| token.is_capitalised(scene.text()))
            && scene.mentions_starting(name).is_empty()
    })
}

/// "the $5 billion that a rival had put forward": a figure with a clause of its own about somebody else.
fn is_anothers(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let subject = end + 1;
    let is_told = scene.is_after(start, &["the"]) && scene.is(end, &["that", "which"]);
    let is_verb = scene.is(subject, grammar::BE) || scene.is(subject, grammar::AUXILIARY);
    let is_known = |at: usize| {
        let mentions = |mention: &Mention| scene.tokens_of(mention.span).contains(&at);
        scene.mentions.iter().any(mentions)
    };
    let starts_noun = scene.is(subject, grammar::INDEFINITE)
        || scene.is(subject, grammar::DEFINITE)
        || scene.tokens.get(subject).is_some_and(|token| grammar::is_content(scene.text(), *token));
    let verb = (subject..subject + SUBJECT).find(|at| scene.is(*at, grammar::AUXILIARY));
    is_told && !is_verb && starts_noun && verb.is_some() && !(subject..subject + SUBJECT).any(is_known)
}

/// How many words the subject of such a clause and its first verb may have.
const SUBJECT: usize = 7;

/// "$1 billion of its revenue", "300 acres of the land": a share of what is behind it.
pub fn is_share(scene: &Scene<'_>, value: &Value) -> bool {
    let end = scene.tokens_of(value.core).end;
    let is_owned = || {
        (end + 1..end + 4).any(|at| scene.tokens.get(at).is_some_and(|t| t.kind == token::Kind::Possessive))
    };
    let is_of_it = scene.is(end, &["of"])
        && (scene.is(end + 1, grammar::DEFINITE) || scene.is(end + 1, &["what"]) || is_owned());
    let is_of_name = scene.is(end, &["of"]) && !scene.mentions_starting(end + 1).is_empty();
    let is_of_it =
        is_of_it || is_of_name && !scene.is_after(scene.tokens_of(value.full).start, &["of", "is", "was"]);
    let is_drawn = scene.is(end, &["came", "comes", "was", "is"]) && scene.is(end + 1, &["from"]);
    matches!(value.kind, Kind::Money | Kind::Quantity) && (is_of_it || is_drawn)
}
