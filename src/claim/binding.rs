//! Whose value it is.
//!
//! The nearest tie wins: a name inside the noun phrase, a possessive before it, an "of" after it, an
//! apposition, then the subject of the clause, then that of the sentence. Another owner that stands
//! nearer takes the value away. Loose ties are only contested by entities of which the rules know
//! the same attribute; a tight one by anybody.

use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::span::Span;
use crate::token;
use std::ops::Range;

/// Who a value or a term belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The subject of the fact.
    Subject(Tie, Span),
    /// Somebody or something else.
    Other,
    /// Nobody in the sentence.
    Nobody,
}

/// How closely a value is tied to its owner; the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// Within one noun phrase.
    Phrase,
    /// Beside it: "NATO, a 32-member alliance".
    Apposition,
    /// In one clause.
    Clause,
    /// In one sentence.
    Sentence,
}

/// How many adjectives may stand between an owner and what is owned.
const ADJECTIVES: usize = 4;
/// Possessives that tell a time, not an owner.
const TIMES: &[&str] = &[
    "today", "yesterday", "year", "month", "week", "day", "quarter", "decade", "century", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "world", "morning", "evening",
    "night", "summer", "winter",
];
/// Words before somebody who is named only to be left out or held against.
const EXCLUDING: &[&str] = &[
    "beyond", "besides", "beside", "unlike", "except", "than", "outside", "excluding", "like", "apart",
    "versus", "vs",
];
/// Nouns after a name that turn it into somebody else: "Zelmora rival Orvane".
const RELATED: &[&str] = &[
    "rival", "rivals", "competitor", "competitors", "subsidiary", "partner", "partners", "affiliate", "unit",
    "investor", "investors", "backer", "backers", "critic", "critics", "opponent", "supplier", "customer",
    "alumnus", "spinoff", "co-founder", "cofounder", "founder", "employee", "executive", "researcher",
    "candidate", "hopeful", "aspirant",
];
/// Offices that one person holds beside another.
const OFFICES: &[&str] =
    &["chairman", "chairwoman", "chair", "founder", "president", "co-founder", "director", "ceo", "owner"];
/// Verbs by which parts make up a whole.
const MAKING_UP: &[&str] = &[
    "make", "makes", "form", "forms", "formed", "comprise", "constitute", "belong", "in", "are", "up", "to",
    "of", "the", "currently", "now",
];

/// Who owns the noun phrase made of the tokens `core`, as far as `fact` is concerned.
pub fn owner(scene: &Scene<'_>, fact: FactId, core: Range<usize>) -> Owner {
    tight(scene, fact, core.clone())
        .or_else(|| by_relative(scene, fact, &core))
        .or_else(|| by_clause(scene, fact, &core))
        .or_else(|| by_sentence(scene, fact, &core))
        .unwrap_or(Owner::Nobody)
}

/// The same, within the noun phrase and its appositions alone; `None` where nobody is named there.
pub fn tight(scene: &Scene<'_>, fact: FactId, core: Range<usize>) -> Option<Owner> {
    inside(scene, fact, &core)
        .or_else(|| before(scene, fact, &core))
        .or_else(|| behind(scene, fact, &core))
        .or_else(|| apposition(scene, fact, &core))
}

/// Whether the other subjects of a fact are meant too, once one of them is.
pub fn all_are_meant(scene: &Scene<'_>, fact: FactId) -> bool {
    let subjects = &scene.fact(fact).subjects;
    subjects.iter().all(|subject| {
        scene.mentions.iter().any(|mention| mention.entity == *subject && mention.speaks_for(fact))
            || scene.recent.contains(subject)
    })
}

fn inside(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let span = scene.span_of(core.clone());
    let within: Vec<&Mention> =
        scene.mentions.iter().filter(|m| span.overlaps(m.span) && !is_own_term(scene, fact, m)).collect();
    settle(scene, fact, &within, Tie::Phrase)
}

/// A possessive, "its", or a name directly before: "NATO's 31 members", "the NATO networks".
fn before(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let mut at = core.start;
    for skipped in 0..=ADJECTIVES {
        at = at.checked_sub(1)?;
        let token = scene.tokens[at];
        let text = scene.text();
        if token.kind == token::Kind::Possessive {
            return possessor(scene, fact, at);
        }
        if token.is_any(text, grammar::PREPOSITIONS) || token.is_any(text, grammar::SAYING) {
            return None;
        }
        let here: Vec<&Mention> =
            ending_at(scene, at).into_iter().filter(|m| !is_own_term(scene, fact, m)).collect();
        if skipped == 0 && scene.is(at, &["and", "&"]) && is_second_office(scene, fact, at) {
            continue;
        }
        if here.is_empty() && is_beside(scene, fact, at, core) && is_foreign_name(scene, fact, at) {
            return Some(named_before(scene, fact, at).unwrap_or(Owner::Other));
        }
        let is_pronoun = here.iter().any(|mention| mention.manner == Manner::Pronoun);
        if is_pronoun && token.is_any(text, &["its", "their", "his", "her"])
            || !here.is_empty() && skipped == 0
        {
            return settle(scene, fact, &here, Tie::Phrase);
        }
        let goes_on = grammar::is_content(text, token)
            || token.is_any(text, grammar::DEFINITE)
            || grammar::is_quote_mark(text, token)
            || grammar::is_hyphen(text, token);
        if !goes_on || !here.is_empty() {
            return None;
        }
    }
    None
}

/// "Chairman and CEO": the name stands before the first of two offices.
fn is_second_office(scene: &Scene<'_>, fact: FactId, and: usize) -> bool {
    let is_role = matches!(scene.fact(fact).kind, Kind::Role { .. });
    is_role && and.checked_sub(1).is_some_and(|at| scene.is(at, OFFICES))
}

/// Whether the token `at` stands before the core, but for another office.
fn is_beside(scene: &Scene<'_>, fact: FactId, at: usize, core: &Range<usize>) -> bool {
    let between = at + 1..core.start;
    let is_office = matches!(scene.fact(fact).kind, Kind::Role { .. })
        && !scene.is(at, OFFICES)
        && between.clone().all(|at| scene.is(at, OFFICES) || scene.is(at, &["and", "&"]));
    between.is_empty() && !scene.is(at, OFFICES) || is_office
}

/// Whether a mention is a word of the fact's own closed set, and so what is said, not of whom.
fn is_own_term(scene: &Scene<'_>, fact: FactId, mention: &Mention) -> bool {
    let terms = &scene.anchors.fact(fact).terms;
    let word = |hit: &crate::claim::anchor::Hit| {
        let at = terms.partition_point(|(word, _)| *word < hit.word);
        terms.get(at).is_some_and(|(word, _)| *word == hit.word)
    };
    !terms.is_empty() && scene.hits.iter().any(|hit| hit.span == mention.span && word(hit))
}

/// Whether the token `at` ends a name the rules do not know, in front of a title or a term.
fn is_foreign_name(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let token = scene.tokens[at];
    let is_known = scene.hits_of_fact(fact).any(|hit| hit.span.overlaps(token.span));
    let is_word = token.is_any(scene.text(), grammar::DEFINITE)
        || token.is_any(scene.text(), grammar::CAPITALISED_ADJECTIVES);
    at > 0 && token.is_capitalised(scene.text()) && !scene.is_heading() && !is_word && !is_known
}

/// The subject at the front of a longer name: "Harbour Authority Board chairman".
fn named_before(scene: &Scene<'_>, fact: FactId, at: usize) -> Option<Owner> {
    let mut from = at;
    while from > 0 && scene.tokens[from - 1].is_capitalised(scene.text()) {
        from -= 1;
        if let owner @ Some(_) = settle(scene, fact, &ending_at(scene, from), Tie::Phrase) {
            return owner;
        }
    }
    None
}

/// Whose the possessive at the token `at` is.
fn possessor(scene: &Scene<'_>, fact: FactId, at: usize) -> Option<Owner> {
    let before = at.checked_sub(1)?;
    if scene.is(before, TIMES) {
        return None;
    }
    let here = ending_at(scene, before);
    Some(settle(scene, fact, &here, Tie::Phrase).unwrap_or(Owner::Other))
}

/// "of", "in" or "at" and a name directly behind: "31 members of NATO".
fn behind(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let mut at = core.end;
    while scene.tokens.get(at).is_some_and(|token| grammar::is_quote_mark(scene.text(), *token)) {
        at += 1;
    }
    let is_of = scene.is(at, &["of"]);
    if scene.is(at, &["that", "which", "who"]) {
        return making_up(scene, fact, at + 1);
    }
    if !scene.is(at, grammar::OWNING) {
        return None;
    }
    let here = related(scene, starting_within(scene, at + 1));
    if here.is_empty() && is_of && is_related(scene, at + 1) {
        return Some(Owner::Other);
    }
    match settle(scene, fact, &here, Tie::Phrase) {
        Some(Owner::Other) if !is_of && !here.iter().any(|m| competes(scene, fact, m.entity)) => None,
        None if is_of && is_named(scene, at + 1) => Some(Owner::Other),
        decided => decided,
    }
}

/// Somebody else, where the name is only the first word of "Zelmora rival Orvane".
fn related<'s>(scene: &'s Scene<'_>, here: Vec<&'s Mention>) -> Vec<&'s Mention> {
    let Some(first) = here.first() else { return here };
    let end = scene.tokens_of(first.span).end;
    if !scene.is(end, RELATED) {
        return here;
    }
    scene.tokens.get(end + 1).map_or(Vec::new(), |next| {
        scene.mentions.iter().filter(|mention| mention.span.start() == next.span.start()).collect()
    })
}

/// Whether the phrase at the token `from` is about somebody related to whoever is named in it.
fn is_related(scene: &Scene<'_>, from: usize) -> bool {
    (from..from + 4).any(|at| scene.is(at, RELATED))
}

/// "the 31 nations that make up NATO".
fn making_up(scene: &Scene<'_>, fact: FactId, from: usize) -> Option<Owner> {
    let mut at = from;
    while at < from + 5 && scene.is(at, MAKING_UP) {
        at += 1;
    }
    if at == from {
        return None;
    }
    settle(scene, fact, &starting_within(scene, at), Tie::Phrase)
}

/// "NATO, a 32-member alliance", "NATO (32 members)", "NATO: 32 members".
fn apposition(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let text = scene.text();
    let mut at = core.start;
    for _ in 0..=ADJECTIVES {
        at = at.checked_sub(1)?;
        let token = scene.tokens[at];
        if token.is_any(text, &[",", "(", ":", "—", "–", "-"]) && at > 0 {
            let opens = token.is(text, "(") || token.is(text, ":");
            let has_determiner =
                scene.is(at + 1, &["a", "an", "the", "whose", "with", "all", "which", "now"]);
            let here = ending_at(scene, at - 1);
            let here = if here.is_empty() && token.is(text, "(") { before_bracket(scene, at) } else { here };
            return if opens || has_determiner { settle(scene, fact, &here, Tie::Apposition) } else { None };
        }
        let is_link = token.is_any(text, &["whose", "with", "which", "has", "a", "an"]);
        if !(is_link || grammar::is_content(text, token) || token.is_any(text, grammar::DEFINITE)) {
            return None;
        }
    }
    None
}

fn before_bracket<'s>(scene: &'s Scene<'_>, at: usize) -> Vec<&'s Mention> {
    if scene.tokens[at - 1].kind == token::Kind::Possessive && at > 1 {
        ending_at(scene, at - 2)
    } else {
        Vec::new()
    }
}

/// "the alliance, which has 31 members": the noun before the relative pronoun.
fn by_relative(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let clauses = scene.clauses();
    if !clauses.is_relative(scene.text(), scene.tokens, core.start) {
        return None;
    }
    let start = clauses.around(core.start).start;
    let antecedent: Vec<&Mention> =
        (1..=2).filter_map(|back| start.checked_sub(back)).flat_map(|at| ending_at(scene, at)).collect();
    settle(scene, fact, &antecedent, Tie::Clause)
}

/// The subject of the clause: the last one before that no preposition governs, else any before, else after.
fn by_clause(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let clause = scene.clauses().around(core.start);
    let earlier = rivals_in(scene, fact, clause.start..core.start);
    let later = rivals_in(scene, fact, core.end..clause.end);
    if earlier.is_empty() && !later.is_empty() && has_foreign_subject(scene, fact, clause.start..core.start) {
        return Some(Owner::Other);
    }
    let free = earlier.iter().copied().rfind(|mention| !is_governed(scene, mention));
    let chosen = free.or(earlier.last().copied()).or(later.first().copied())?;
    if is_interrupted(scene, chosen, core) {
        return Some(Owner::Other);
    }
    settle(scene, fact, &same_words(scene, chosen), Tie::Clause)
}

/// The subject of the sentence: the first one before the clause, else the first one behind it.
fn by_sentence(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Option<Owner> {
    let clause = scene.clauses().around(core.start);
    let earlier = rivals_in(scene, fact, 0..clause.start);
    let later = rivals_in(scene, fact, clause.end..scene.tokens.len());
    let free = earlier.iter().copied().find(|mention| !is_governed(scene, mention));
    let chosen = free.or(earlier.first().copied()).or(later.first().copied())?;
    settle(scene, fact, &same_words(scene, chosen), Tie::Sentence)
}

/// Whether a name the rules do not know stands in `tokens`, the part of a clause before its object.
fn has_foreign_subject(scene: &Scene<'_>, fact: FactId, tokens: Range<usize>) -> bool {
    let text = scene.text();
    let is_role = matches!(scene.fact(fact).kind, Kind::Role { .. });
    !is_role
        && tokens.skip(1).any(|at| {
            let token = scene.tokens[at];
            token.is_capitalised(text)
                && !scene.is_after(at, grammar::PREPOSITIONS)
                && !scene.hits.iter().any(|hit| hit.span.overlaps(token.span))
                && !scene.is_heading()
        })
}

/// The mentions in `tokens` that may own what the fact is about.
fn rivals_in<'s>(scene: &'s Scene<'_>, fact: FactId, tokens: Range<usize>) -> Vec<&'s Mention> {
    let subjects = &scene.fact(fact).subjects;
    let may = |mention: &&Mention| {
        subjects.contains(&mention.entity) && mention.speaks_for(fact)
            || !subjects.contains(&mention.entity)
                && mention.manner != Manner::Pronoun
                && competes(scene, fact, mention.entity)
    };
    let is_left_out = |mention: &&Mention| scene.is_after(scene.token_at(mention.span.start()), EXCLUDING);
    let found = scene.mentions_in(tokens).filter(may).filter(|mention| !is_left_out(mention));
    found.filter(|mention| !is_own_term(scene, fact, mention)).collect()
}

/// Whether the rules know the same attribute of `entity`.
pub fn competes(scene: &Scene<'_>, fact: FactId, entity: EntityId) -> bool {
    let own = scene.anchors.fact(fact);
    scene.anchors.facts_of(entity).iter().any(|other| {
        let theirs = scene.anchors.fact(*other);
        *other != fact && (shares(&own.attribute, &theirs.attribute) || shares(&own.titles, &theirs.titles))
    })
}

/// Whether two lists in order have an element in common.
fn shares<T: Ord>(a: &[T], b: &[T]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.iter().any(|word| long.binary_search(word).is_ok())
}

/// Decides among the mentions of one place; `None` where there are none.
fn settle(scene: &Scene<'_>, fact: FactId, here: &[&Mention], tie: Tie) -> Option<Owner> {
    let subjects = &scene.fact(fact).subjects;
    let ours = here.iter().find(|mention| subjects.contains(&mention.entity) && mention.speaks_for(fact));
    match ours {
        Some(mention) => Some(Owner::Subject(tie, mention.span)),
        None if here.is_empty() => None,
        None => Some(Owner::Other),
    }
}

fn same_words<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Vec<&'s Mention> {
    scene.mentions.iter().filter(|other| other.span == mention.span).collect()
}

/// The mentions that end with the token `at`.
fn ending_at<'s>(scene: &'s Scene<'_>, at: usize) -> Vec<&'s Mention> {
    let end = scene.tokens[at].span.end();
    scene.mentions.iter().filter(|mention| mention.span.end() == end).collect()
}

/// The mentions that start at the token `from`, or after a determiner and adjectives there.
fn starting_within<'s>(scene: &'s Scene<'_>, from: usize) -> Vec<&'s Mention> {
    for at in from..(from + ADJECTIVES).min(scene.tokens.len()) {
        let token = scene.tokens[at];
        let here: Vec<&Mention> =
            scene.mentions.iter().filter(|m| m.span.start() == token.span.start()).collect();
        if !here.is_empty() {
            return here;
        }
        let text = scene.text();
        let is_modifier = token.is_any(text, grammar::DEFINITE)
            || token.is(text, "of")
            || grammar::is_content(text, token) && !token.is_capitalised(text)
            || grammar::is_quote_mark(text, token);
        if !is_modifier {
            break;
        }
    }
    Vec::new()
}

/// Whether the noun phrase at the token `from` names something, and so owns what stands before "of".
fn is_named(scene: &Scene<'_>, from: usize) -> bool {
    let skip = usize::from(scene.is(from, grammar::DEFINITE));
    scene.tokens.get(from + skip).is_some_and(|token| token.is_capitalised(scene.text()))
}

/// Whether a preposition stands before the noun phrase of a mention.
fn is_governed(scene: &Scene<'_>, mention: &Mention) -> bool {
    let mut at = scene.token_at(mention.span.start());
    for _ in 0..3 {
        if scene.is_after(at, grammar::PREPOSITIONS) {
            return true;
        }
        if !scene.is_after(at, grammar::DEFINITE) && !scene.is_after(at, &["a", "an"]) {
            return false;
        }
        at -= 1;
    }
    false
}

/// Whether another name is the subject of a verb between a mention and the core.
fn is_interrupted(scene: &Scene<'_>, mention: &Mention, core: &Range<usize>) -> bool {
    let text = scene.text();
    let from = scene.tokens_of(mention.span).end;
    (from..core.start.saturating_sub(1)).any(|at| {
        let token = scene.tokens[at];
        let is_subject =
            token.is_capitalised(text) && !scene.mentions.iter().any(|m| m.span.overlaps(token.span));
        let verb = [grammar::COMPRISING, grammar::BE].iter().any(|verbs| scene.is(at + 1, verbs));
        is_subject && verb && at > 0
    })
}
