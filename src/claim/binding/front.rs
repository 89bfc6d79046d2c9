//! Where the subject of a clause is looked for: behind a phrase that stands before it, behind a clause, behind "said that".

use crate::claim::clause;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::token;
use crate::token::Token;
use std::ops::Range;

/// How far in a clause a comma, a verb of saying or the subject is looked for.
pub const REACH: usize = 60;

/// Where the main clause begins behind one that stands before it: "As the first plant closed, the second …".
pub fn main(scene: &Scene<'_>, clause: Range<usize>) -> usize {
    let opener = opener(scene, clause.start);
    let comma = first_comma(scene, clause.clone()).filter(|_| opens_clause(scene, opener));
    let is_verb = |at: usize| {
        [grammar::BE, grammar::AUXILIARY, grammar::SAYING, grammar::COMPRISING]
            .iter()
            .any(|verbs| scene.is(at, verbs))
            || scene.tokens[at].span.of(scene.text()).ends_with("ed")
            || scene.is(at, &["takes", "took", "puts", "goes", "went", "makes", "made", "runs", "ran"])
    };
    comma.filter(|comma| (opener..*comma).any(is_verb)).map_or(clause.start, |comma| comma + 1)
}

/// Where the subject begins: behind a phrase that stands before it ("In Oslo on Monday, …").
pub fn opening(scene: &Scene<'_>, clause: Range<usize>) -> usize {
    let opener = opener(scene, clause.start);
    let is_phrase = scene.is(opener, grammar::PREPOSITIONS) || opens_clause(scene, opener);
    let comma = first_comma(scene, clause);
    match comma {
        Some(comma) if is_phrase => comma + 1,
        _ if opens_clause(scene, opener) => opener + 1,
        _ => opener,
    }
}

/// Where the subject is looked for: behind "said that", else where the clause opens.
pub fn told_from(scene: &Scene<'_>, core: &Range<usize>) -> usize {
    let clause = scene.clauses().around(core.start);
    let first = spoken(scene, core).map_or_else(|| opening(scene, clause.start..core.start), |at| at + 1);
    first + usize::from(scene.is(first, &["that"]))
}

/// The verb of saying before a value in its clause.
pub fn spoken(scene: &Scene<'_>, core: &Range<usize>) -> Option<usize> {
    saying_in(scene, scene.clauses().around(core.start).start..core.start)
}

/// The last verb of saying in these tokens, as far as one is looked for.
pub fn saying_in(scene: &Scene<'_>, tokens: Range<usize>) -> Option<usize> {
    tokens.rev().take(REACH).find(|at| scene.is(*at, grammar::SAYING))
}

/// Whether the token `at` opens a clause, before its subject; "and" and "as" do so only at its front.
pub fn opens_clause(scene: &Scene<'_>, at: usize) -> bool {
    let opens = |token: &Token| clause::opens(scene.text(), *token);
    scene.tokens.get(at).is_some_and(opens) || scene.is(at, &["and", "as"])
}

/// The first comma of a clause, as far as one is looked for.
pub fn first_comma(scene: &Scene<'_>, clause: Range<usize>) -> Option<usize> {
    clause.take(REACH).find(|at| scene.is(*at, &[","]))
}

/// The first word of a clause: the mark that cut it off belongs to nobody, and "days" in "days after" to
/// what follows.
fn opener(scene: &Scene<'_>, start: usize) -> usize {
    let is_mark = scene.tokens.get(start).is_some_and(|token| token.kind == token::Kind::Mark);
    let first = start + usize::from(is_mark);
    let is_stretch = scene.is(first, STRETCHES) && scene.is(first + 1, &["after", "before", "since"]);
    first + usize::from(is_stretch)
}

/// Stretches of time before "after": "days after the first plant closed".
const STRETCHES: &[&str] =
    &["minutes", "hours", "days", "weeks", "months", "years", "shortly", "soon", "just", "long", "even"];
