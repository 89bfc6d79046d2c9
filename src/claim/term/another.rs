//! Terms of another thing: "Zelvac's maker also sells an injected vaccine", "cleaner than a coal plant".
//!
//! A noun for what the subject itself is ("vaccine" for a vaccine) with "a" before it, or in a bare plural, is told
//! of another one, unless a form of "be", an apposition or a name ties it to the subject.

use crate::claim::anchor::Hit;
use crate::claim::anchor::Side;
use crate::claim::binding::Tie;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::token::Kind;
use std::ops::Range;

/// Whether the tokens `core`, of which `term` are those of the word of the closed set, speak of another thing than
/// the subject, to which `tie` ties them.
pub fn is_told(
    scene: &Scene<'_>,
    fact: FactId,
    core: &Range<usize>,
    (term, tie): (&Range<usize>, Tie),
) -> bool {
    let describes = term.start == core.start && term.end < core.end;
    let is_kind = is_kind(scene, fact, core.end - 1);
    is_with_stranger(scene, fact, core)
        || is_other_before(scene, fact, core)
        || describes && is_compared(scene, core)
        || describes && is_kind && (has_stranger(scene, term.end..core.end) || is_untied(scene, core, tie))
}

/// Whether the token `at` is a noun for what the subject of the fact is: one of its epithets, or the end of its name.
fn is_kind(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let stated = scene.fact(fact);
    let noun = scene.word(at).to_lowercase();
    let is_same = |phrase: &String| {
        let last = phrase.rsplit(' ').next().unwrap_or(phrase).to_lowercase();
        noun == last || noun.strip_suffix('s') == Some(last.as_str())
    };
    let is_of = |entity: &EntityId| {
        let entity = scene.rules.entity(*entity);
        let mut longer = entity.names.iter().filter(|name| name.contains(' '));
        entity.epithets.iter().any(is_same) || longer.any(is_same)
    };
    stated.epithets.iter().any(is_same) || stated.subjects.iter().any(is_of)
}

/// Words by which something else is held against the subject.
const COMPARING: &[&str] = &["than", "like", "unlike", "versus", "vs"];

/// Words before "than" that hold nothing against the subject: "covers more than classified networks".
const ADDING: &[&str] = &["more", "rather", "other"];

/// "cleaner than a coal plant", "unlike classified networks": whether something new is held against the subject.
fn is_compared(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let before = opening(scene, core).and_then(|opening| opening.checked_sub(1));
    before.is_some_and(|at| scene.is(at, COMPARING) && !scene.is_after(at, ADDING))
}

/// Whether a phrase tells of something new and nothing ties it to the subject.
fn is_untied(scene: &Scene<'_>, core: &Range<usize>, tie: Tie) -> bool {
    let is_loose = !matches!(tie, Tie::Phrase | Tie::Apposition);
    is_loose && opening(scene, core).is_some_and(|opening| !is_tied(scene, opening, core.end))
}

/// Adverbs in front of a predicate: "is not a coal plant", "once a coal plant".
const ADVERBS: &[&str] = &[
    "not", "now", "still", "never", "only", "just", "once", "also", "then", "indeed", "really",
    "essentially", "basically", "formerly", "originally", "currently", "simply", "both", "n't",
];
/// Words, beside forms of "be", that say what the subject is.
const NAMING: &[&str] = &["as", "called", "termed", "labelled", "labeled", "considered", "has", "had"];

/// Whether the phrase from the token `opening` to the token `end` is said to be the subject.
fn is_tied(scene: &Scene<'_>, opening: usize, end: usize) -> bool {
    let adverbs = (0..opening).rev().take_while(|at| scene.is(*at, ADVERBS)).count();
    let start = opening - adverbs;
    let is_named = |at: usize| !scene.mentions_starting(at).is_empty();
    let is_set_off = scene.is_after(start, &[",", "(", "—", "–", ":"]);
    let is_called = scene.is(end, &["called", "named", "like"]) || scene.is(end, &["such"]);
    let behind = end + usize::from(scene.is(end, &[","]));
    scene.is_after(start, grammar::BE)
        || scene.is_after(start, NAMING)
        || is_set_off && start >= 2 && !scene.mentions_ending(start - 2).is_empty()
        || is_called
        || is_named(behind) && !scene.is_after(start, grammar::PREPOSITIONS)
        || scene.is_heading()
}

/// How many adjectives may stand between an article and the word.
const ADJECTIVES: usize = 3;
/// Numbers and words like them that open the phrase of something new.
const COUNTING: &[&str] = &[
    "two", "three", "four", "five", "six", "ten", "several", "many", "most", "few", "other", "more", "dozens",
];

/// The token at which the phrase of something new begins; `None` where it speaks of something known.
fn opening(scene: &Scene<'_>, core: &Range<usize>) -> Option<usize> {
    let is_plural = scene.word(core.end - 1).ends_with('s');
    for at in (core.start.saturating_sub(ADJECTIVES)..core.start).rev() {
        let token = scene.tokens[at];
        if scene.is(at, grammar::INDEFINITE) {
            return Some(at);
        }
        if scene.is(at, grammar::DEFINITE) || token.kind == Kind::Possessive {
            return None;
        }
        if token.kind == Kind::Number || scene.is(at, COUNTING) {
            return is_plural.then_some(at);
        }
        let is_verb =
            ["ed", "es", "ts", "ns", "ls", "ds", "ks", "ing"].iter().any(|end| scene.word(at).ends_with(end));
        if is_verb || !grammar::is_content(scene.text(), token) {
            return is_plural.then_some(at + 1);
        }
    }
    (is_plural && core.start < ADJECTIVES).then_some(0)
}

/// "the coal-fired Wend plant": whether a name that is nobody's in the rules stands before the noun.
fn has_stranger(scene: &Scene<'_>, inner: Range<usize>) -> bool {
    let is_name = |at: usize| {
        let token = scene.tokens[at];
        token.kind == Kind::Word && token.is_capitalised(scene.text()) && !scene.is_hit(token.span)
    };
    !scene.is_heading() && (inner.start..inner.end - 1).any(is_name)
}

/// Words by which something is told apart from what was named.
const OTHER: &[&str] = &["other", "another", "separate", "rival", "second", "different"];

/// "Orvane's other contract is for classified networks": whether the part of the clause in front of `core` tells of
/// another thing of the kind.
fn is_other_before(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let part = scene.clauses().segment(core.start);
    let near = part.start.max(core.start.saturating_sub(BEFORE))..core.start;
    near.into_iter().any(|at| scene.is(at, OTHER) && is_kind(scene, fact, at + 1))
}

/// How many words before a term another thing is looked for.
const BEFORE: usize = 16;
/// Words that lead to those between whom something is.
const LEADING: &[&str] = &["with", "of", "by", "between", "and"];
/// How many words those may be.
const PARTIES: usize = 8;

/// "Dunlow's merger with Pell", where the fact is of Dunlow and Orvane: whether a name behind the noun is of somebody
/// else.
fn is_with_stranger(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let subjects = &scene.fact(fact).subjects;
    if subjects.len() < 2 || !scene.is(core.end, LEADING) {
        return false;
    }
    let is_ours = |at: usize| {
        scene.mentions_over(scene.tokens[at].span).any(|mention| subjects.contains(&mention.entity))
    };
    let is_name = |at: usize| scene.tokens[at].is_capitalised(scene.text());
    let end = (core.end + PARTIES).min(scene.tokens.len());
    let parties = (core.end..end)
        .take_while(|at| scene.is(*at, LEADING) || scene.is(*at, &["the"]) || is_name(*at) || is_ours(*at));
    let mut names = parties.filter(|at| is_name(*at));
    names.any(|at| !is_ours(at) && !scene.is(at, grammar::DEFINITE))
}

/// Words that lead from what happened first to what came of it.
const TURNING: &[&str] = &["but", "before", "until", "then", "yet"];
/// How many words may stand between the two, and behind such a word.
const FIRST: usize = 12;
const THEN: usize = 6;

/// "was approved by shareholders but rejected by the regulator": whether a word that contradicts the fact is only the
/// first half of a story that ends as the fact has it.
pub fn is_overturned(scene: &Scene<'_>, fact: FactId, index: usize, terms: &[(Hit, Side)]) -> bool {
    let term = scene.tokens_of(terms[index].0.span);
    let reach = term.end..(term.end + FIRST).min(scene.tokens.len());
    let turn = reach.into_iter().find(|at| scene.is(*at, TURNING));
    let is_true = |side: Side| !matches!(side, Side::Rival(_));
    let ends = |turn: usize| {
        let mut later = terms[index + 1..]
            .iter()
            .take(LATER)
            .filter(|(_, side)| is_true(*side))
            .map(|(hit, _)| scene.tokens_of(hit.span).start);
        later.any(|at| {
            let between = turn + 1..at;
            at > turn && between.len() <= THEN && !between.into_iter().any(|at| is_denying(scene, at))
        })
    };
    scene.fact(fact).nature == Nature::Event && turn.is_some_and(ends)
}

/// How many terms behind the first half are looked at.
const LATER: usize = 4;

fn is_denying(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, &["not", "never", "no", "nobody", "without"]) || scene.word(at).ends_with("n't")
}
