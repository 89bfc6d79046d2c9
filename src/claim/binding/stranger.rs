//! Subjects that the rules do not know: "Mount Tarn, at 900 metres, is lower than the Harbour Hill".
//!
//! What a clause says belongs to its subject. Where that is a name nobody declared, the value is its own,
//! whoever is named behind it. A speaker is no such subject: what follows "said" is about somebody else.

use crate::claim::binding::foreign;
use crate::claim::binding::front;
use crate::claim::binding::head;
use crate::claim::binding::phrase;
use crate::claim::binding::unknown;
use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::past;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::token;
use std::ops::Range;

/// How many words the subject of a clause may have.
const SUBJECT: usize = 8;

/// Whether a name the rules do not know is the subject of the clause in front of `core`.
pub fn is_subject(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let clause = scene.clauses().around(core.start);
    let before = front::opening(scene, clause.start..core.start)..core.start;
    let subject = before.clone().take(SUBJECT).take_while(|at| is_nominal(scene, *at));
    let mut names = subject.filter(|at| unknown::is_name(scene, *at, before.start));
    !matches!(scene.fact(fact).kind, Kind::Role { .. })
        && !scene.is_heading()
        && names.next().is_some()
        && front::saying_in(scene, before).is_none()
}

/// "Merrin's brother Ivo gave $2 million": whether a name that the rules do not know stands right before the verb that tells
/// of `core`, which it opens or follows.
pub fn is_doer(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let is_going_on = |at: usize| scene.word(at).ends_with("ing") && scene.is_after(at, grammar::BE);
    let is_verb = |at: &usize| {
        let is_form = past::is_form(scene.word(*at)) || is_going_on(*at);
        is_form && scene.word(*at).starts_with(char::is_lowercase)
    };
    let before = core.start.checked_sub(1).filter(is_verb);
    let Some(verb) = Some(core.start).filter(is_verb).or(before) else { return false };
    let Some(name) = (verb - grammar::auxiliaries(scene, verb, &[])).checked_sub(1) else { return false };
    let follows_name = name > 0 && scene.is_mentioned(scene.tokens[name - 1].span);
    let is_figure = matches!(scene.fact(fact).kind, Kind::Count(_) | Kind::Measure { .. });
    is_figure
        && (unknown::is_name(scene, name, 0) || is_inner_name(scene, fact, name))
        && !scene.is_mentioned(scene.tokens[name].span)
        && !follows_name
        && !scene.is_after(name, grammar::PREPOSITIONS)
        && !scene.is_heading()
}

/// Whether a word within a sentence has the capital of a name, be it a word of another fact.
fn is_inner_name(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    at > 0
        && foreign::is_name_like(scene, at)
        && !scene.is_hit_of(fact, scene.tokens[at].span)
        && !phrase::is_time(scene, at)
}

/// "The flu vaccine costs $12": whether what the clause says of its own subject, which is nobody named, is
/// told by a verb of being or having, or by the fact's own words.
pub fn is_told_of(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let first = front::told_from(scene, core);
    let reach = (first..core.start).take(front::REACH);
    // "The threshold for approval is 50%".
    let is_inner = |at: &usize| is_nominal(scene, *at) || scene.is(*at, grammar::PREPOSITIONS);
    let subject: Vec<usize> = reach.take_while(is_inner).collect();
    let rest = first + subject.len()..core.start;
    let is_linking = |at: usize| {
        scene.is(at, grammar::BE)
            || scene.is(at, grammar::AUXILIARY)
            || scene.is(at, grammar::COMPRISING)
            || !grammar::is_content(scene.text(), scene.tokens[at])
    };
    let is_own = |at: &usize| {
        let span = scene.tokens[*at].span;
        scene.is_hit_of(fact, span) || scene.is_mentioned(span)
    };
    let is_noun =
        |at: &usize| grammar::is_content(scene.text(), scene.tokens[*at]) && !phrase::is_time(scene, *at);
    let opens = scene.is(first, &["the", "a", "an", "another", "this", "these", "those"]);
    opens
        && rest.len() < front::REACH
        && subject.iter().any(is_noun)
        && !subject.iter().any(is_own)
        && rest.into_iter().all(is_linking)
}

/// Whether a word of the clause stands for another thing of the kind of the fact's subject.
pub fn is_of_others(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let clause = scene.clauses().around(core.start);
    let subjects = &scene.fact(fact).subjects;
    let end = scene.others.partition_point(|hit| scene.token_at(hit.span.start()) < core.start);
    scene.others[..end].iter().rev().take(NEAR).any(|hit| {
        let word = scene.anchors.word(hit.word);
        let is_ours =
            subjects.iter().any(|subject| word.epithets.contains(subject) || word.names.contains(subject));
        is_ours && (clause.start..core.start).contains(&scene.token_at(hit.span.start()))
    })
}

/// How many such words before a value are looked at.
const NEAR: usize = 6;

/// Whether the clause of `core` is about another than whoever was named last; `told` is what it tells.
pub fn has_another_subject(
    scene: &Scene<'_>,
    fact: FactId,
    core: &Range<usize>,
    told: &Range<usize>,
) -> bool {
    is_subject(scene, fact, core)
        || is_new_subject(scene, fact, core)
        || is_declared(scene, fact, core)
        || is_told_of(scene, fact, told)
        || is_of_others(scene, fact, core)
}

/// Whether somebody the rules know for other things is the subject: "Orvane, a small firm, has sales of …".
pub fn is_declared(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let main = front::told_from(scene, core);
    let is_inner = |at: &usize| is_nominal(scene, *at) && !scene.is(*at, grammar::PREPOSITIONS);
    let noun = (main..core.start).take(SUBJECT).take_while(is_inner);
    let mut named = noun.flat_map(|at| scene.mentions_starting(at));
    let subjects = &scene.fact(fact).subjects;
    let is_thing = |entity| !scene.anchors.is_person(entity);
    named.any(|mention| {
        mention.manner == Manner::Name && !subjects.contains(&mention.entity) && is_thing(mention.entity)
    })
}

/// "The Harvest Fair, a week after the Lumen Festival, has four stages": an insertion that begins with
/// "after" holds the only name of the rules, and the subject before it is nobody they know.
pub fn is_cut_off(scene: &Scene<'_>, clause: Range<usize>) -> bool {
    let is_insertion =
        clause.start > 0 && scene.is(clause.start, &["after", "before", "since", "like", "unlike"]);
    let ends = is_insertion
        && front::main(scene, clause.clone()) == clause.start
        && front::first_comma(scene, clause.clone()).is_some();
    let start = scene.clauses().around(clause.start.saturating_sub(1)).start;
    let mut subject = (start..clause.start).take(SUBJECT).take_while(|at| is_nominal(scene, *at));
    ends && !scene.is_heading()
        && scene.mentions_in(start..clause.start).next().is_none()
        && subject.any(|at| unknown::is_name(scene, at, start))
}

/// "The upper house has 60 seats, the Assembly 151": whether the stretch of `core` has a subject and a verb
/// of its own in front of it, so that nobody named behind is its subject.
pub fn has_verb(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let stretch = scene.clauses().segment(core.start);
    let is_verb = |at: &usize| scene.is(*at, grammar::COMPRISING) || scene.is(*at, grammar::BE);
    let verb = (stretch.start..core.start).take(front::REACH).find(is_verb);
    let is_dummy = scene.is(stretch.start, &["there", "it", "that", "this", "they"]);
    let is_noun = |at: usize| at > stretch.start && grammar::is_content(scene.text(), scene.tokens[at - 1]);
    let opens = scene.is(stretch.start, grammar::DEFINITE) || scene.is(stretch.start, grammar::INDEFINITE);
    let is_own = |at: usize| scene.is_hit(scene.tokens[at].span);
    verb.is_some_and(|verb| opens && !is_dummy && is_noun(verb) && !(stretch.start..verb).any(is_own))
}

/// "The canal runs 28 km from the Orla to the sea": the fact's own verb, right behind a subject that nobody knows.
pub fn does_it(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let first = scene.clauses().segment(core.start).start;
    let opens = scene.is(first, grammar::DEFINITE) || scene.is(first, grammar::INDEFINITE);
    let verb = scene.word(core.start);
    let is_verb =
        scene.is_hit_of(fact, scene.tokens[core.start].span) && (verb.ends_with('s') || verb.ends_with("ed"));
    let is_noun = |at: usize| {
        grammar::is_content(scene.text(), scene.tokens[at])
            && !scene.is_hit(scene.tokens[at].span)
            && !head::is_transparent(scene, at)
    };
    // A figure right behind shows it to be no noun.
    let is_told = scene.tokens.get(core.start + 1).is_some_and(|next| next.kind == token::Kind::Number);
    opens && is_verb && is_told && core.start == first + 2 && is_noun(first + 1)
}

/// "and a training centre next door is to open": whether the stretch of `core` has a subject of its own that
/// is told of for the first time.
pub fn is_new_subject(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let stretch = scene.clauses().segment(core.start);
    let first = stretch.start + usize::from(scene.is(stretch.start, &["and", "but", "while", "as", "when"]));
    let is_verb = |at: &usize| scene.is(*at, grammar::BE) || scene.is(*at, grammar::AUXILIARY);
    let verb = (first..core.start.min(first + SUBJECT)).find(is_verb);
    // "and a museum opened on 1 June": the fact's own verb is that of the new subject.
    let is_direct = core.start.abs_diff(first) <= 3 && scene.is_hit_of(fact, scene.tokens[core.start].span);
    let verb = verb.or(Some(core.start).filter(|_| is_direct));
    let is_indefinite = scene.is(first, &["a", "an", "another"]);
    let is_placed = |at: usize| head::is_of_fact(scene, fact, at) || head::is_transparent(scene, at);
    !scene.is_heading()
        && is_indefinite
        && !names_subject(scene, fact, first)
        && verb.is_some_and(|verb| verb > first + 1 && !(first + 1..verb).any(is_placed))
        && front::saying_in(scene, first..core.start).is_none()
}

/// Whether the stretch that begins at `first` opens the sentence and the subject of the fact is named in it,
/// as in "A bridge like the Orla Bridge".
fn names_subject(scene: &Scene<'_>, fact: FactId, first: usize) -> bool {
    let subjects = &scene.fact(fact).subjects;
    first == 0 && scene.mentions.iter().any(|mention| subjects.contains(&mention.entity))
}

/// How many words the phrase of a noun told of for the first time may have before it.
const PHRASE: usize = 4;

/// Whether a noun is that of somebody told of for the first time, and nobody named is said to be it.
pub fn is_told_first(scene: &Scene<'_>, noun: usize) -> bool {
    let is_inner = |at: &usize| {
        grammar::is_content(scene.text(), scene.tokens[*at])
            || grammar::is_hyphen(scene.text(), scene.tokens[*at])
    };
    let opens = (noun.saturating_sub(PHRASE)..noun).rev().find(|at| !is_inner(at));
    let is_plural = scene.tokens[noun].span.of(scene.text()).ends_with('s');
    let is_named = !scene.mentions_ending(noun).is_empty();
    opens.is_some_and(|opens| {
        let is_new = scene.is(opens, &["a", "an", "another"]);
        // "Zelmora, a shipbuilder based in": told of whom it stands behind, if the rules know who that is.
        let is_set_off = scene.is_after(opens, &[",", "—", "–", "("]);
        let is_ours = opens >= 2 && !scene.mentions_ending(opens - 2).is_empty();
        let is_apposed = is_set_off && is_ours || scene.is_after(opens, grammar::BE);
        is_new && !is_apposed || is_plural && !is_named && scene.is(opens, grammar::PREPOSITIONS)
    })
}

/// Whether a token may stand in a subject before its verb.
fn is_nominal(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.tokens[at];
    let is_word = grammar::is_content(scene.text(), token) && !scene.is(at, grammar::COMPRISING);
    is_word
        || scene.is(at, grammar::DEFINITE)
        || scene.is(at, grammar::INDEFINITE)
        || scene.is(at, &["of", "and", "&"])
        || token.kind == token::Kind::Possessive
        || token.kind == token::Kind::Number
}
