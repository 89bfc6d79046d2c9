//! Whether a number speaks of the whole or of a part.

use crate::claim::Extent;
use crate::claim::binding::Tie;
use crate::claim::count::Counted;
use crate::claim::count::comprise::is_comprised;
use crate::claim::count::having;
use crate::claim::count::part::is_part;
use crate::claim::count::phrase;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Nature;
use crate::token;
use crate::value::Form;
use std::ops::Range;

/// Verbs by which those counted make up the whole.
const BELONGING: &[&str] = &["belong", "make", "form", "comprise", "constitute"];
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
pub(super) fn extent(scene: &Scene<'_>, fact: FactId, it: &Counted<'_>, tie: Tie) -> Extent {
    let (value, core) = (it.value, &it.core);
    let number = scene.tokens_of(value.core);
    if is_all_but_one(scene, &number, core) {
        return Extent::AllButOne;
    }
    let is_vague = value.grain.form == Form::Vague && !is_comprised(scene, fact, it.start());
    if is_vague || is_part(scene, fact, it) {
        return Extent::Part;
    }
    let is_bare = value.noun.is_none();
    let is_whole = is_bare
        || scene.fact(fact).nature != Nature::State
        || phrase::is_compound(scene, core)
        || phrase::is_definite(scene, core)
        || is_comprised(scene, fact, it.start())
        || scene.is_after(it.start(), OUTCOMES)
        || tie == Tie::Apposition
        || phrase::is_strong(scene, core)
        || adds_up(scene, fact, core)
        || it.act.is_total
        || scene.is_item() && core.start <= 2;
    if is_whole { Extent::Whole } else { Extent::Part }
}

/// "There are 31 Pact members", "31 countries belong to the Pact", "with 31 members, the Pact is".
fn adds_up(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let exists =
        scene.is_after(core.start, grammar::BE) && core.start >= 2 && scene.is(core.start - 2, &["there"]);
    let works = scene.is(core.end, &["work", "worked", "live", "lived"])
        && scene.is(core.end + 1, &["for", "at", "in"])
        && !scene.mentions_starting(core.end + 2).is_empty();
    let belongs = scene.is(core.end, BELONGING) || is_member(scene, core.end) || works;
    let opens =
        core.start == 1 && scene.is(0, &["with", "at"]) && having::is_fronted(scene, fact, core.start);
    exists || belongs || opens || takes_part(scene, core)
}

/// Verbs of those who are in a competition: "33 clubs play in the League".
const PLAYING: &[&str] = &["play", "compete", "participate"];

/// "Thirty-three clubs play in the League.", "Some 12,800 people are employed by Zelmora.": all of them where
/// the sentence opens with them and nothing narrows it behind the name.
fn takes_part(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let now = core.end + usize::from(scene.is(core.end, &["now", "currently"]));
    let plays = scene.is(now, PLAYING) && scene.is(now + 1, &["in"]);
    let takes = scene.is(now, &["take"]) && scene.is(now + 1, &["part"]) && scene.is(now + 2, &["in"]);
    let works = scene.is(now, &["are"]) && scene.is(now + 1, &["employed"]) && scene.is(now + 2, &["by"]);
    let name = if plays { now + 2 } else { now + 3 };
    let opens = core.start <= 1 + OPENING;
    opens && (plays || takes || works) && ends_with_name(scene, name)
}

/// How many words of a hedge may open such a sentence: "More than 33 clubs play".
const OPENING: usize = 2;

/// Whether a name stands at the token `at`, after an article, and the sentence or its part ends with it.
fn ends_with_name(scene: &Scene<'_>, at: usize) -> bool {
    let at = at + usize::from(scene.is(at, grammar::DEFINITE));
    let ends = |end: usize| scene.tokens.get(end).is_none_or(|token| token.kind == token::Kind::Mark);
    scene.mentions_starting(at).iter().any(|mention| ends(scene.tokens_of(mention.span).end))
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
