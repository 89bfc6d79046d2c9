//! Claims of which word applies: classified or unclassified, Oslo or Bergen.
//!
//! A describing word belongs to the noun behind it ("classified networks") or to the one that a form
//! of "be" ties it to ("the networks are classified"); in front of any other noun it describes that.
//! A name belongs to the nearest attribute of its clause ("The Courier first reported").

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::anchor::Hit;
use crate::claim::anchor::Side;
use crate::claim::binding;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::rival;
use crate::claim::binding::stranger;
use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::scene::Scene;
use crate::claim::topic;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::fact::Required;
use crate::span::Span;
use crate::token::Kind;
use std::ops::Range;

/// How many words may stand between a describing word and its noun.
const MODIFIERS: usize = 4;
/// How many words may stand between a noun and a word that "be" ties to it.
const PREDICATE: usize = 10;
/// Words that stand for the noun spoken of.
const ONES: &[&str] = &["one", "ones"];
/// Verbs and phrases, beside forms of "be", that tie a describing word to the noun before it.
const TYING: &[&str] = &[
    "limited", "restricted", "confined", "marked", "deemed", "called", "rated", "labelled", "labeled",
    "only", "covers", "cover",
];

/// Finds what a sentence says of a `term` fact.
pub fn find(scene: &Scene<'_>, fact: FactId, claims: &mut Vec<Claim>) {
    let words = scene.anchors.fact(fact);
    let attributes: Vec<Hit> = scene.hits_of(&words.attribute).collect();
    let terms = terms(scene, fact);
    if attributes.is_empty() && topic::goes_on(scene, fact) {
        let told = terms.iter().filter_map(|term| Some((*term, topic::told(scene, term.0.span)?)));
        claims.extend(told.filter_map(|(term, core)| claim(scene, fact, term, core)));
    }
    if attributes.is_empty() && !has_ones(scene) {
        return;
    }
    for (at, (hit, side)) in terms.iter().enumerate() {
        let is_name = hit.span.of(scene.text()).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let tied = describes(scene, *hit, &attributes)
            .or_else(|| predicated(scene, *hit, &attributes))
            .or_else(|| if is_name { named(scene, at, &terms, &attributes) } else { None });
        if let Some(core) = tied {
            claims.extend(claim(scene, fact, (*hit, *side), core));
        }
    }
}

fn has_ones(scene: &Scene<'_>) -> bool {
    scene.tokens.iter().any(|token| token.is_any(scene.text(), ONES))
}

/// The words of the fact's closed set in a sentence, none inside a longer one.
fn terms(scene: &Scene<'_>, fact: FactId) -> Vec<(Hit, Side)> {
    let words = scene.anchors.fact(fact);
    let said = scene.hits.iter().filter_map(|hit| words.side(hit.word).map(|side| (*hit, side)));
    // Hits stand in order of their starts, the longer one first, so the one that reaches furthest holds any other.
    let mut outer = Span::at(0);
    let is_outer = |(hit, _): &(Hit, Side)| {
        let is_inner = outer.contains(hit.span) && outer != hit.span;
        outer = if hit.span.end() > outer.end() { hit.span } else { outer };
        !is_inner
    };
    said.filter(is_outer).collect()
}

/// "classified networks", "open Pact “systems”": the tokens from the word to its noun.
fn describes(scene: &Scene<'_>, term: Hit, attributes: &[Hit]) -> Option<Range<usize>> {
    let words = scene.tokens_of(term.span);
    let text = scene.text();
    let mut at = words.end;
    while at <= words.end + MODIFIERS {
        let token = *scene.tokens.get(at)?;
        let noun = attributes.iter().find(|hit| hit.span.start() == token.span.start());
        if let Some(noun) = noun {
            return Some(words.start..scene.tokens_of(noun.span).end);
        }
        if token.is_any(text, ONES) {
            return Some(words.start..at + 1);
        }
        let goes_on = grammar::is_quote_or_emphasis(text, token)
            || grammar::is_hyphen(text, token)
            || grammar::is_content(text, token)
            || token.kind == Kind::Possessive
            || token.is_any(text, &["and", "or"]) && is_second_word(scene, at + 1);
        if !goes_on {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether a word after "and" is one more adjective: "classified and air-gapped networks".
fn is_second_word(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.text();
    scene
        .tokens
        .get(at)
        .is_some_and(|token| grammar::is_content(text, *token) && !token.span.of(text).ends_with('s'))
}

/// "the networks are classified", "networks: classified": the tokens from the noun to the word.
fn predicated(scene: &Scene<'_>, term: Hit, attributes: &[Hit]) -> Option<Range<usize>> {
    let words = scene.tokens_of(term.span);
    let text = scene.text();
    let stands_free = scene.tokens.get(words.end).is_none_or(|next| {
        !grammar::is_content(text, *next) && next.kind != Kind::Number || next.is_any(text, grammar::SAYING)
    });
    if !stands_free {
        return None;
    }
    let noun = attributes.iter().rfind(|hit| hit.span.end() <= term.span.start())?;
    let from = scene.tokens_of(noun.span);
    let is_near = words.start.saturating_sub(from.end) <= PREDICATE;
    let is_tied = (from.end..words.start)
        .any(|at| scene.is(at, grammar::BE) || scene.is(at, TYING) || scene.is(at, &[":"]) && at == from.end);
    let is_together = scene.clauses().are_together(from.start, words.start)
        || (from.end..words.start).all(|at| !scene.is(at, &[";", "—"]) && at == from.end);
    (is_near && is_tied && is_together).then_some(from.start..words.end)
}

/// A name and the nearest attribute of its clause, if no other term stands nearer to that.
fn named(scene: &Scene<'_>, index: usize, terms: &[(Hit, Side)], attributes: &[Hit]) -> Option<Range<usize>> {
    let words = scene.tokens_of(terms[index].0.span);
    let distance = |hit: &Hit, words: &Range<usize>| {
        let noun = scene.tokens_of(hit.span);
        if noun.start >= words.end { noun.start - words.end } else { words.start.saturating_sub(noun.end) }
    };
    let is_speaker =
        scene.is(words.end, grammar::SAYING) || scene.is_after(words.start, &["to", "by", "from"]);
    // "It was the Courier that first reported": the clause is about the name before it.
    // "The Courier, which first reported": so it is.
    let after = words.end + usize::from(scene.is(words.end, &[","]));
    let is_cleft = scene.is(after, &["that", "which", "who"]);
    let is_listed = is_listed(scene, terms, index);
    let together = |hit: &&Hit| {
        let at = scene.token_at(hit.span.start());
        is_speaker
            || is_listed
            || is_label(scene, at, words.start)
            || scene.clauses().are_together(at, words.start)
            || is_cleft && scene.clauses().are_together(at, after)
    };
    let is_free = |hit: &&Hit| !hit.span.overlaps(terms[index].0.span);
    let nearest =
        |hits: Vec<&Hit>| hits.into_iter().filter(together).min_by_key(|hit| distance(hit, &words)).copied();
    // A name may hold a word of the fact itself, as "Tenth Circuit" does; another such word goes before.
    let noun = nearest(attributes.iter().filter(is_free).collect())
        .or_else(|| nearest(attributes.iter().collect()))?;
    let noun = &noun;
    let own = distance(noun, &words);
    let is_beaten = terms.iter().enumerate().any(|(other, (hit, _))| {
        other != index && distance(noun, &scene.tokens_of(hit.span)) < own && !is_listed
    });
    let noun_words = scene.tokens_of(noun.span);
    (!is_beaten).then(|| words.start.min(noun_words.start)..words.end.max(noun_words.end))
}

/// "Headquarters: Oslo".
fn is_label(scene: &Scene<'_>, noun: usize, term: usize) -> bool {
    noun + 2 == term && scene.is(noun + 1, &[":", "—", "–", "|"])
}

/// Words between two terms of one list: "Oslo and Bergen", "not in Oslo but in Bergen".
const LISTING: &[&str] =
    &["and", "or", ",", "but", "not", "nor", "in", "at", "by", "to", "than", "rather", "instead", "of"];
/// How many of them there may be.
const LISTED: usize = 4;

/// Whether a term stands in a list behind another.
fn is_listed(scene: &Scene<'_>, terms: &[(Hit, Side)], index: usize) -> bool {
    let words = scene.tokens_of(terms[index].0.span);
    terms.iter().enumerate().any(|(other, (hit, _))| {
        let between = behind_insertion(scene, scene.tokens_of(hit.span).end..words.start);
        other != index
            && (1..=LISTED).contains(&between.len())
            && between.into_iter().all(|at| scene.is(at, LISTING))
    })
}

/// "not in Oslo, as we had it on Tuesday, but in Bergen": what stands behind an insertion.
fn behind_insertion(scene: &Scene<'_>, between: Range<usize>) -> Range<usize> {
    let opens = scene.is(between.start, &[","]) && between.len() > 2;
    let reach = between.clone().skip(1).take(INSERTED);
    let comma = reach.filter(|at| scene.is(*at, &[","])).last().filter(|_| opens);
    comma.map_or(between.clone(), |comma| comma + 1..between.end)
}

/// How many words an insertion may have.
const INSERTED: usize = 14;

fn claim(scene: &Scene<'_>, fact: FactId, term: (Hit, Side), core: Range<usize>) -> Option<Claim> {
    if is_of_another_noun(scene, fact, &core) {
        return None;
    }
    let found = binding::owner(scene, fact, core.clone());
    let (tie, subject) = match found {
        Owner::Subject(tie, subject) => (tie, subject),
        Owner::Nobody if follows_topic(scene, fact) => (Tie::Sentence, Span::at(term.0.span.start())),
        Owner::Nobody | Owner::Other => return None,
    };
    if !binding::all_are_meant(scene, fact) {
        return None;
    }
    let binding = if is_of_plan(scene, fact) { Binding::Certain(tie) } else { Binding::Doubtful };
    let observed = Observed::Term(term.1);
    Some(Claim { binding, ..Claim::bound(scene, fact, term.0.span, observed, (tie, subject)) })
}

/// "buys from a start-up based in Oslo": a participle behind a noun tells of that noun.
fn is_of_another_noun(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let hits = scene.words_over(fact, scene.span_of(core.clone()));
    let participles = hits.filter(|hit| hit.span.of(scene.text()).ends_with("ed"));
    participles.map(|hit| scene.tokens_of(hit.span).start).filter(|at| core.contains(at)).any(|at| {
        let noun = at.checked_sub(1).filter(|noun| grammar::is_content(scene.text(), scene.tokens[*noun]));
        noun.is_some_and(|noun| stranger::is_told_first(scene, noun))
    })
}

/// Whether a sentence speaks of the plan and not of the subject as it is: it names somebody the fact
/// requires, or uses a word for the plan.
fn is_of_plan(scene: &Scene<'_>, fact: FactId) -> bool {
    let stated = scene.fact(fact);
    let is_required = |entity: EntityId| stated.requires.contains(&Required::Entity(entity));
    stated.nature != Nature::Plan
        || stated.requires.is_empty()
        || scene.mentions.iter().any(|mention| is_required(mention.entity))
        || scene.mentions.iter().any(|mention| mention.manner == Manner::FactEpithet(fact))
}

/// A sentence that names nobody goes on about whoever was named last, where the fact happened once.
fn follows_topic(scene: &Scene<'_>, fact: FactId) -> bool {
    let names_nobody = scene.mentions.iter().all(|mention| mention.manner == Manner::Pronoun);
    let may = scene.fact(fact).nature == Nature::Event || topic::goes_on(scene, fact) || scene.is_item();
    may && names_nobody && rival::is_topic(scene, fact)
}
