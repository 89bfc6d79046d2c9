//! Terms in a phrase that tells whose it is, and that is nobody the fact knows: "the Harbour Party candidate, Ada Quill", "Tern Air, a
//! profitable airline", "a hydrogen ferry, the Tern".

use crate::claim::binding::foreign;
use crate::claim::binding::phrase;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::slice;
use crate::fact::FactId;
use std::ops::Range;

/// How many adjectives may stand between an article and the word.
const ADJECTIVES: usize = 3;
/// Words before an article behind which something else stands, or something that does not last.
const LEADING_AWAY: &[&str] = &["than", "into", "unlike", "versus"];
/// Nouns before "to" that lead to another thing: "an alternative to the".
const OTHERS: &[&str] =
    &["alternative", "alternatives", "rival", "successor", "predecessor", "competitor", "compared"];
/// Adjectives of what is over.
const PAST: &[&str] = &["former", "ex", "erstwhile", "one-time", "onetime", "previous"];

/// Whether the phrase of the tokens `core`, which begins with the term, is that of another thing or of another time.
pub fn is_anothers_or_past(
    scene: &Scene<'_>,
    fact: FactId,
    core: &Range<usize>,
    term: &Range<usize>,
) -> bool {
    let Some(article) = article(scene, core.start) else { return false };
    if term.start > core.start && is_placed(scene, fact, core.start..term.start) {
        return true;
    }
    let is_past = (article + 1..core.start).any(|at| scene.is(at, PAST)) || is_past_behind(scene, core, term);
    let describes = term.start == core.start && term.end < core.end;
    let is_predicate = scene.is_after(article, grammar::BE);
    is_past || describes && !is_predicate && !scene.is_heading() && is_anothers(scene, fact, core, article)
}

/// "the reactor at Tarn is running": whether a place behind the noun is one that the rules do not know.
fn is_placed(scene: &Scene<'_>, fact: FactId, phrase: Range<usize>) -> bool {
    phrase.into_iter().any(|at| {
        let name = at + 1;
        let is_name = foreign::is_name_like(scene, name) && !phrase::is_time(scene, name);
        scene.is(at, &["at", "in", "near"])
            && is_name
            && !scene.is_mentioned(scene.tokens[name].span)
            && !scene.is_hit_of(fact, scene.tokens[name].span)
            && !slice::names(&scene.fact(fact).says, scene.word(name))
    })
}

/// The article that opens the phrase.
fn article(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let is_article = |at: usize| scene.is(at, grammar::DEFINITE) || scene.is(at, grammar::INDEFINITE);
    let near = (start.saturating_sub(ADJECTIVES)..start).rev();
    near.take_while(|at| is_article(*at) || grammar::is_content(scene.text(), scene.tokens[*at]))
        .find(|at| is_article(*at))
}

/// "a former member of the Harbour Party": the noun stands before the term.
fn is_past_behind(scene: &Scene<'_>, core: &Range<usize>, term: &Range<usize>) -> bool {
    term.start > core.start && scene.is_after(core.start, PAST)
}

fn is_anothers(scene: &Scene<'_>, fact: FactId, core: &Range<usize>, article: usize) -> bool {
    let is_away = scene.is_after(article, LEADING_AWAY)
        || scene.is_after(article, &["to"]) && scene.is_after(article - 1, OTHERS);
    is_away || is_named(scene, fact, core.end) || is_new(scene, fact, core, article)
}

/// "the Harbour Party candidate, Ada Quill", "the proprietary database Orvane".
fn is_named(scene: &Scene<'_>, fact: FactId, end: usize) -> bool {
    let name = end + usize::from(scene.is(end, &[","]));
    let last = (name..scene.tokens.len()).take_while(|at| foreign::is_name_like(scene, *at)).last();
    let Some(last) = last else { return false };
    let is_unknown = |at: usize| {
        !scene.is_mentioned(scene.tokens[at].span) && !scene.is_hit_of(fact, scene.tokens[at].span)
    };
    let is_stranger = (name..=last).all(is_unknown) && !phrase::is_time(scene, name);
    is_stranger && !scene.is(last + 1, grammar::SAYING) && !scene.is(last + 1, grammar::AUXILIARY)
}

/// "A hydrogen ferry, the Tern, will join", "Tern Air, a profitable airline": something told of for the first time.
fn is_new(scene: &Scene<'_>, fact: FactId, core: &Range<usize>, article: usize) -> bool {
    if !scene.is(article, &["a", "an", "another"]) {
        return false;
    }
    let subjects = &scene.fact(fact).subjects;
    let is_ours =
        |at: usize| scene.mentions_starting(at).iter().any(|mention| subjects.contains(&mention.entity));
    let behind = core.end + usize::from(scene.is(core.end, &[",", "called", "named"]));
    let behind = behind + usize::from(scene.is(behind, grammar::DEFINITE));
    let opens = article == scene.clauses().around(core.start).start && !is_ours(behind) && !is_ours(core.end);
    let before = article.checked_sub(2).filter(|_| scene.is_after(article, &[","]));
    let is_set_off = before.is_some_and(|at| {
        foreign::is_name_like(scene, at)
            && !scene.is_mentioned(scene.tokens[at].span)
            && !scene.is_hit(scene.tokens[at].span)
    });
    opens || is_set_off
}
