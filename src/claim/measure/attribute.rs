//! Which word of the fact a value belongs to.

use crate::claim::anchor::Hit;
use crate::claim::binding::head;
use crate::claim::grammar;
use crate::claim::past;
use crate::claim::scene::Scene;
use crate::effort;
use crate::fact::FactId;
use crate::span::Span;
use crate::token;
use crate::value::Role;
use crate::value::Value;
use crate::value::role;
use std::ops::Range;

/// The change that a noun tells of an attribute: "the rise in ticket sales".
pub fn change_of(scene: &Scene<'_>, attribute: Hit) -> Option<Role> {
    let preposition = scene.tokens_of(attribute.span).start.checked_sub(1)?;
    let from = preposition.saturating_sub(NAMED);
    let mut nouns = (from..preposition).rev().map(|at| scene.tokens[at].span.of(scene.text()));
    let is_in = (from..=preposition).any(|at| scene.is(at, &["in", "of"]));
    nouns.find_map(|noun| role::of_noun(&noun.to_lowercase())).filter(|_| is_in)
}

/// How many words may stand between such a noun and its attribute: "the rise in weekday ferry tickets".
const NAMED: usize = 4;

/// "opened at a height of 300 metres": where something is, and not how much there is of it.
pub fn is_of_place(scene: &Scene<'_>, fact: FactId, attribute: Hit) -> bool {
    let start = scene.tokens_of(attribute.span).start;
    let is_at = scene.is_after(start, &["a", "an"]) && scene.is_after(start - 1, &["at"]);
    let subjects = &scene.fact(fact).subjects;
    let mut own = scene.mentions.iter().filter(|mention| subjects.contains(&mention.entity));
    let is_placed = |span: Span| scene.is_after(scene.token_at(span.start()), grammar::PREPOSITIONS);
    is_at && own.any(|mention| head::is_governed(scene, mention.span) || is_placed(mention.span))
}

/// How far behind a value its attribute may stand.
const BEHIND: usize = 6;
/// How far behind a value that opens the sentence: "At 1,200 metres, the Harbour Bridge is the longest".
const FRONTED: usize = 10;

/// Adjectives right behind a figure that say what is measured.
const EXTENTS: &[&str] = &["long", "high", "tall", "wide", "deep", "thick", "broad"];

/// The attribute a value belongs to; values and attributes are in order, and few of them are near.
pub fn nearest(scene: &Scene<'_>, value: &Value, values: &[&Value], attributes: &[Hit]) -> Option<Hit> {
    let number = scene.tokens_of(value.core);
    let within = attributes.partition_point(|hit| hit.span.end() <= value.full.start());
    let within = attributes.get(within).filter(|hit| value.full.overlaps(hit.span));
    let before = || {
        let given_anew = grammar::is_given_anew(scene, scene.tokens_of(value.full).start);
        let values = if given_anew { &[] } else { values };
        before(scene, value, values, attributes)
    };
    let after = attributes.partition_point(|hit| hit.span.start() < value.core.end());
    let near = attributes[after..].iter().take_while(|hit| is_near_behind(scene, &number, **hit));
    let behind = || near.into_iter().find(|hit| is_close_behind(scene, &number, **hit));
    // "is 512 km long and its widest arm is 20 km long": each has its own.
    let own = attributes.get(after).filter(|hit| scene.token_at(hit.span.start()) == number.end);
    let own = own.filter(|_| scene.is(number.end, EXTENTS));
    within.or(own).or_else(before).or_else(behind).copied()
}

/// The attribute before a value that reaches it: same clause, no other value nor owner between.
fn before<'h>(scene: &Scene<'_>, value: &Value, values: &[&Value], attributes: &'h [Hit]) -> Option<&'h Hit> {
    let earlier = values.partition_point(|other| other.core.end() <= value.core.start());
    let last = values[..earlier].iter().rev().find(|other| other.role == value.role);
    let is_free = |hit: &&Hit| last.is_none_or(|last| last.core.start() < hit.span.end());
    let earlier = attributes.partition_point(|hit| hit.span.end() <= value.core.start());
    attributes[..earlier]
        .iter()
        .rev()
        .take_while(is_free)
        .find(|hit| reaches(scene, **hit, value, attributes))
}

/// Whether the attribute stands in the clause of the value and nothing else governs the value.
fn reaches(scene: &Scene<'_>, hit: Hit, value: &Value, attributes: &[Hit]) -> bool {
    effort::spend(1);
    let at = scene.token_at(hit.span.start());
    let number = scene.tokens_of(value.core);
    let words = scene.tokens_of(hit.span);
    if is_taken(scene, value, &words) || is_of_each(scene, value, &words) {
        return false;
    }
    let is_near = scene.clauses().are_together(at, number.start)
        || is_taken_up(scene, at, number.start)
        || is_labelled(scene, words.end..scene.tokens_of(value.full).start);
    is_near
        && !is_governed(scene, words.end.saturating_sub(1), &number, attributes)
        && !is_of_other_extent(scene, number.end, attributes)
}

/// "54% back the tax and 31% oppose it": the word right behind one figure is not that of the next.
fn is_taken(scene: &Scene<'_>, value: &Value, attribute: &Range<usize>) -> bool {
    let is_next = scene.is_after(scene.tokens_of(value.full).start, &["and", ",", "with", "while"]);
    let start = scene.span_of(attribute.clone()).start();
    let before = scene.values().partition_point(|other| other.core.start() < start);
    let owner = scene.values()[..before].last().filter(|other| other.kind == value.kind);
    is_next && owner.is_some_and(|owner| scene.tokens_of(owner.full).end == attribute.start)
}

/// "three spans of 160 metres": the figure of each of several.
fn is_of_each(scene: &Scene<'_>, value: &Value, attribute: &Range<usize>) -> bool {
    let noun = scene.span_of(attribute.clone());
    let before = scene.values().partition_point(|other| other.core.start() < noun.start());
    let counted = scene.values()[..before].last().and_then(|other| other.noun);
    scene.tokens_of(value.full).start == attribute.end + 1
        && scene.is(attribute.end, &["of"])
        && is_plural(scene, attribute.end - 1)
        && counted.is_some_and(|counted| counted.overlaps(noun))
}

/// Whether another noun governs the value: "revenue and a profit of $3 million".
fn is_governed(scene: &Scene<'_>, attribute: usize, number: &Range<usize>, attributes: &[Hit]) -> bool {
    let mut at = number.start;
    while at > attribute
        && scene.is_after(at, &["a", "an", "the", "about", "nearly", "over", "almost", "some"])
    {
        at -= 1;
    }
    let noun = at.checked_sub(2);
    let is_in = scene.is_after(at, &["in"]) && noun.is_some_and(|noun| is_plural(scene, noun));
    (scene.is_after(at, &["of"]) || is_in)
        && noun.is_some_and(|noun| {
            noun > attribute
                && grammar::is_content(scene.text(), scene.tokens[noun])
                && !is_change(scene, noun, attributes)
        })
}

/// Whether a noun tells a change or a level of whatever is spoken of.
fn is_change(scene: &Scene<'_>, at: usize, attributes: &[Hit]) -> bool {
    let changes = [
        "increase", "rise", "jump", "surge", "gain", "growth", "decline", "drop", "fall", "level", "rate",
        "total", "sum", "change", "spike", "leap", "decrease", "figure", "price", "amount", "height",
        "record", "value", "worth", "share",
    ];
    scene.is(at, &changes) || attributes.iter().any(|hit| hit.span == scene.tokens[at].span)
}

/// "Depth: 214 metres": nothing but a mark stands between a label and its figure.
fn is_labelled(scene: &Scene<'_>, between: Range<usize>) -> bool {
    between.len() == 1 && scene.is(between.start, &[":", "—", "–", "|", "="])
}

/// "Sales did not merely double; they rose 140%": a pronoun takes the attribute up behind a semicolon.
fn is_taken_up(scene: &Scene<'_>, attribute: usize, number: usize) -> bool {
    let start = scene.clauses().around(number).start;
    let is_next = start > 0 && scene.clauses().are_together(attribute, start - 1);
    is_next && scene.is(start, &[";", "—"]) && scene.is(start + 1, &["they", "it"])
}

fn is_plural(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens[at].span.of(scene.text()).ends_with('s')
}

/// "1,149 metres long and 62 metres high": the adjective behind a figure says what is measured.
fn is_of_other_extent(scene: &Scene<'_>, end: usize, attributes: &[Hit]) -> bool {
    let span = scene.tokens.get(end).map(|token| token.span);
    let is_own = attributes.iter().any(|hit| span.is_some_and(|span| hit.span.overlaps(span)));
    scene.is(end, EXTENTS) && !is_own
}

fn is_near_behind(scene: &Scene<'_>, number: &Range<usize>, hit: Hit) -> bool {
    scene.token_at(hit.span.start()) <= number.end + BEHIND.max(FRONTED)
}

fn is_close_behind(scene: &Scene<'_>, number: &Range<usize>, hit: Hit) -> bool {
    let at = scene.token_at(hit.span.start());
    let opens_clause = opens_clause(scene, number);
    let reach = if opens_clause { FRONTED } else { BEHIND };
    let is_near = at >= number.end && at - number.end <= reach;
    let opens = |between: usize| between == number.end && scene.is(between, &[","]) && opens_clause;
    // "€400 million has been invested".
    let is_done = past::is_form(scene.word(at)) && scene.is_after(at, grammar::BE);
    let is_tied = (number.end..at).all(|between| {
        opens(between) || !scene.is(between, PARTING) && (is_done || !scene.is(between, grammar::AUXILIARY))
    });
    is_near && is_tied && scene.clauses().are_together(at, number.start)
}

/// Words that part a figure from the attribute behind it: "$40 million against a budget of", "$15 million over budget".
const PARTING: &[&str] = &[
    ",", "and", "but", "as", "on", "at", "while", "against", "over", "under", "versus", "beyond", "above",
    "below",
];

/// "At 4.5%, the key rate is": the figure stands before what it is about.
fn opens_clause(scene: &Scene<'_>, number: &Range<usize>) -> bool {
    let clause = scene.clauses().around(number.start);
    let opens = scene.clauses().segment(number.start).start.max(clause.start);
    scene.is_after(number.start, &["at", "with"]) && number.start - opens <= 2
}

/// Words before "value", "price" or "worth" that make it a measure of something else.
const OTHER_MEASURES: &[&str] = &["market", "share", "stock", "book", "face", "net", "par", "list", "resale"];

/// "market value", "share price": not the value or price the fact is about, unless it says so itself.
pub fn is_of_another_kind(scene: &Scene<'_>, fact: FactId, hit: Hit) -> bool {
    let words = scene.tokens_of(hit.span);
    let is_other =
        scene.is_after(words.start, OTHER_MEASURES) && scene.is(words.start, &["value", "price", "worth"]);
    is_other || is_beyond_list(scene, fact, hit) || is_superlative(scene, fact, &words)
}

/// "the Orla's longest feeder" where the fact says how long the Orla is: which of what it owns is meant.
fn is_superlative(scene: &Scene<'_>, fact: FactId, words: &Range<usize>) -> bool {
    let before = words.start.checked_sub(1).map(|at| scene.tokens[at]);
    let is_owned = before.is_some_and(|token| token.kind == token::Kind::Possessive)
        || scene.is_after(words.start, grammar::OWNERS);
    let noun = scene.tokens.get(words.end);
    is_owned
        && scene.word(words.end - 1).ends_with("est")
        && noun.is_some_and(|noun| grammar::is_content(scene.text(), *noun))
        && !head::is_of_fact(scene, fact, words.end)
}

/// Adjectives that leave a rate or a price the same.
const NEUTRAL: &[&str] = &[
    "main", "official", "current", "new", "old", "latest", "present", "overall", "total", "own", "same",
    "own", "low", "high", "lower", "higher", "annual", "central", "key", "actual", "final", "record",
    "steady", "unchanged", "headline", "prevailing", "existing",
];

/// Verbs right before a rate or a price: "cuts rate to 4%".
const SETTING: &[&str] = &[
    "cut", "cuts", "raise", "raises", "raised", "lift", "lifts", "lifted", "hold", "holds", "held", "keep",
    "keeps", "kept", "leave", "leaves", "left", "set", "sets", "put", "puts", "lower", "lowers", "lowered",
    "hike", "hikes", "hiked", "trim", "trims", "trimmed", "slash", "slashes", "slashed", "freeze", "freezes",
    "froze", "maintain", "maintains", "maintained", "pay", "pays", "paid", "offer", "offers", "offered",
];

/// "mortgage rate" where the fact lists "policy rate" and "key rate": whoever says which ones are meant
/// does not mean others.
fn is_beyond_list(scene: &Scene<'_>, fact: FactId, hit: Hit) -> bool {
    let noun = hit.span.of(scene.text()).to_lowercase();
    let listed = &scene.fact(fact).attribute;
    let is_listed = listed
        .iter()
        .any(|phrase| phrase.strip_suffix(noun.as_str()).is_some_and(|head| head.ends_with(' ')));
    let at = scene.token_at(hit.span.start());
    let before = at.checked_sub(1).map(|at| scene.tokens[at]);
    is_listed
        && !noun.contains(' ')
        && !scene.is_after(at, NEUTRAL)
        && !scene.is_after(at, SETTING)
        && before.is_some_and(|word| {
            grammar::is_content(scene.text(), word)
                && !word.is_capitalised(scene.text())
                && !scene.is_hit(word.span)
        })
}
