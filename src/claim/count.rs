//! Claims of how many there are.
//!
//! A number belongs to a count when its noun is the attribute ("31 members", "31-member"), when it
//! counts people whom the attribute does something to ("killed 14 people"), or when it stands bare
//! beside the attribute ("Members: 30", "membership at 34"). Then it must speak of the whole: a
//! definite or owned number does, "23 allies" and "12 new members" do not.

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Extent;
use crate::claim::Observed;
use crate::claim::anchor::Hit;
use crate::claim::binding;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind as FactKind;
use crate::fact::Nature;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
use rust_decimal::Decimal;
use std::ops::Range;

/// Nouns that say nothing of what the counted are.
const ANYBODY: &[&str] =
    &["people", "persons", "person", "men", "women", "others", "individuals", "children", "lives", "souls"];
/// Words between a bare number and its attribute.
const LINKS: &[&str] = &[
    "to", "at", "of", ":", "-", "—", "–", "is", "was", "are", "were", "stood", "stands", "stand", "reached",
    "hit", "rose", "fell", "grew", "now", "currently", "about", "around", "nearly", "almost", "over",
    "roughly", "more", "than", "least", "total", "totals", "totalled", "totaled", "as", "up", "down", "by",
    "remains", "remained", "would", "be", "will", "has", "risen", "climbed", "jumped", "dropped", "from",
    "put", "some", "approximately", "just", "only", "not", "fewer", "less", "almost", "still", "already",
    "officially", "been", "=", "|",
];
/// Words before a number that make it a part of the whole.
const PARTIAL: &[&str] = &[
    "record", "first", "last", "next", "additional", "another", "including", "among", "some", "remaining",
    "further", "only", "least", "nearly", "than", "about", "around", "roughly", "most",
];
/// Determiners of a group that is the speaker's own, or that was pointed out before: never the whole.
const POINTING: &[&str] = &["our", "your", "my", "these", "those", "both"];
/// Nouns behind the attribute that leave what is counted the same: "1,200 job cuts".
const ACTS: &[&str] = &["cuts", "losses", "reductions", "places", "openings", "positions", "loss", "toll"];
/// Adjectives between number and noun that leave the whole whole.
const HARMLESS: &[&str] = &[
    "member", "members", "full", "sovereign", "independent", "current", "existing", "present", "total",
    "individual", "different", "allied", "strong", "fellow", "participating",
];
/// Words behind a definite number that single out a part.
const SINGLING_OUT: &[&str] = &[
    "that", "who", "which", "whose", "where", "without", "outside", "below", "above", "not", "already",
    "still", "currently", "meeting", "spending",
];
/// Verbs of a change whose goal is the whole: "bring the alliance to 33 members".
const GOALS: &[&str] = &["to", "of", "at", "with", "into", "as"];

/// Finds what a sentence says of a `count` fact.
pub fn find(scene: &Scene<'_>, fact: FactId, claims: &mut Vec<Claim>) {
    let attributes: Vec<Hit> = scene.hits_of(&scene.anchors.fact(fact).attribute).collect();
    if attributes.is_empty() && !goes_on(scene, fact) {
        return;
    }
    for value in scene.values().iter().filter(|value| is_count(value)) {
        let tied = tied(scene, value, &attributes).or_else(|| elliptic(scene, fact, value));
        if let Some(core) = tied {
            claims.extend(claim(scene, fact, value, core));
        }
    }
}

fn is_count(value: &Value) -> bool {
    let is_number = matches!(value.kind, Kind::Count | Kind::Number);
    is_number && value.unit.is_none() && matches!(value.amount, Amount::Exact(_) | Amount::Range(..))
}

/// The tokens of number and noun, if an attribute ties them to the fact.
fn tied(scene: &Scene<'_>, value: &Value, attributes: &[Hit]) -> Option<Range<usize>> {
    let number = scene.tokens_of(value.core);
    let Some(noun) = value.noun else { return bare(scene, number, attributes) };
    let nouns = scene.tokens_of(noun);
    let whole = number.start..nouns.end.max(number.end);
    if attributes.iter().any(|hit| hit.span.end() == noun.end()) {
        return Some(whole);
    }
    let is_act = nouns.clone().next_back().is_some_and(|last| scene.is(last, ACTS));
    if is_act && attributes.iter().any(|hit| noun.contains(hit.span)) {
        return Some(whole);
    }
    let is_anybody = nouns.clone().next_back().is_some_and(|last| scene.is(last, ANYBODY));
    let acts = |hit: &Hit| {
        let at = scene.token_at(hit.span.start());
        scene.clauses().are_together(at, number.start) && at.abs_diff(number.start) <= 6
    };
    if is_anybody && attributes.iter().any(acts) {
        return Some(whole);
    }
    let starts_noun = attributes.iter().any(|hit| hit.span.start() == noun.start() && nouns.len() == 1);
    starts_noun.then_some(whole)
}

/// A number without a noun of its own beside the attribute.
fn bare(scene: &Scene<'_>, number: Range<usize>, attributes: &[Hit]) -> Option<Range<usize>> {
    attributes.iter().find_map(|hit| {
        let words = scene.tokens_of(hit.span);
        let (from, to) =
            if words.end <= number.start { (words.end, number.start) } else { (number.end, words.start) };
        let is_linked =
            to >= from && to - from <= 6 && (from..to).all(|at| scene.is(at, LINKS) || is_mark(scene, at));
        let is_near = if words.end <= number.start { is_linked } else { to == from };
        is_near.then(|| words.start.min(number.start)..words.end.max(number.end))
    })
}

/// Whether the sentence before spoke of the attribute, or somebody is said to be so many strong.
fn goes_on(scene: &Scene<'_>, fact: FactId) -> bool {
    let words = &scene.anchors.fact(fact).attribute;
    scene.before.iter().any(|hit| words.binary_search(&hit.word).is_ok())
        || scene.tokens.iter().any(|token| token.is(scene.text(), "strong"))
}

/// "It has 31.", "from 30 members to 32": a bare number whose noun was said before.
fn elliptic(scene: &Scene<'_>, fact: FactId, value: &Value) -> Option<Range<usize>> {
    let number = scene.tokens_of(value.core);
    let start = scene.tokens_of(value.full).start;
    let is_strong = scene.is(number.end, &["strong"]);
    let stands_free = value.noun.is_none()
        && scene.tokens.get(number.end).is_none_or(|next| !grammar::is_content(scene.text(), *next));
    let is_linked = scene.is_after(start, grammar::COMPRISING)
        || scene.is_after(start, &["to", "at", "now", "or", "but", "is", "not"])
        || scene.is_after(start, &[","]) && start >= 2 && is_mark(scene, start - 2);
    let is_near = scene.fact(fact).nature == Nature::State && is_plausible(scene, fact, value);
    ((is_strong || stands_free && is_linked) && is_near).then_some(number)
}

fn is_mark(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_some_and(|token| {
        grammar::is_quote_mark(scene.text(), *token)
            || scene.mentions.iter().any(|m| m.span.contains(token.span))
    })
}

fn claim(scene: &Scene<'_>, fact: FactId, value: &Value, core: Range<usize>) -> Option<Claim> {
    if names_another_group(scene, &core) {
        return None;
    }
    let happened = scene.fact(fact).nature != Nature::State;
    if happened && scene.is_after(core.start, &["has", "have", "had", "employs", "with"]) {
        return None;
    }
    let Owner::Subject(tie, subject) = owner(scene, fact, &core) else { return None };
    let extent = extent(scene, fact, value, &core, tie);
    let is_named = scene.mentions.iter().any(|m| m.span == subject && m.manner == Manner::Name);
    let is_strong = scene.is(core.end, &["strong"]);
    let is_tied = tie <= Tie::Clause || is_definite(scene, &core) || is_compound(scene, &core) || is_strong;
    let is_close = tie <= Tie::Apposition
        || tie == Tie::Clause && is_comprised(scene, scene.tokens_of(value.full).start)
        || happened;
    let is_certain = is_tied && (is_named && is_close || is_plausible(scene, fact, value));
    let binding = if is_certain { Binding::Certain(tie) } else { Binding::Doubtful };
    Some(Claim {
        fact,
        span: marked(scene, value, &core),
        sentence: scene.index,
        subject: Some(subject),
        observed: Observed::Value(Box::new(value.clone())),
        binding,
        extent,
    })
}

/// Whether a number is of the size of the true ones; where the subject is not named beside it, one
/// that is not counts something else.
fn is_plausible(scene: &Scene<'_>, fact: FactId, value: &Value) -> bool {
    let FactKind::Count(truth) = &scene.fact(fact).kind else { return true };
    let (Amount::Exact(number) | Amount::Range(number, _)) = value.amount else { return true };
    let two = Decimal::TWO;
    truth
        .entries
        .iter()
        .any(|entry| number * two >= entry.value && number * two <= entry.value * Decimal::from(3))
}

/// The number, with its noun where a hyphen makes them one word.
fn marked(scene: &Scene<'_>, value: &Value, core: &Range<usize>) -> crate::span::Span {
    let number = scene.tokens_of(value.core);
    let end = if is_compound(scene, &(number.start..core.end)) { core.end } else { number.end };
    scene.span_of(number.start..compound_end(scene, number.end, end))
}

/// The end of the hyphenated word that the number opens, no further than `end`.
fn compound_end(scene: &Scene<'_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while at + 1 < end && is_hyphen(scene, at) {
        at += 2;
    }
    at
}

fn is_hyphen(scene: &Scene<'_>, at: usize) -> bool {
    let touches = |at: usize| {
        scene.tokens.get(at).zip(scene.tokens.get(at + 1)).is_some_and(|(token, next)| token.touches(*next))
    };
    scene.tokens.get(at).is_some_and(|token| grammar::is_hyphen(scene.text(), *token))
        && touches(at)
        && at.checked_sub(1).is_some_and(touches)
}

/// Whether number and noun are one hyphenated word: "32-member".
fn is_compound(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    core.clone().any(|at| is_hyphen(scene, at) && at + 1 == core.end - 1) || is_loose_compound(scene, core)
}

/// "the 25 nation bloc": the noun in the singular before what it describes.
fn is_loose_compound(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let last = core.end - 1;
    let is_singular = scene.tokens.get(last).is_some_and(|token| !token.span.of(scene.text()).ends_with('s'));
    let follows = scene.tokens.get(core.end).map(|token| token.span);
    is_singular && follows.is_some_and(|span| scene.mentions.iter().any(|m| m.span.start() == span.start()))
}

/// Whether the phrase names a group of its own: "26 ACP countries", "a 15-member panel".
fn names_another_group(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let text = scene.text();
    let foreign = core.clone().skip(1).any(|at| {
        let token = scene.tokens[at];
        token.is_capitalised(text)
            && !scene.is_heading()
            && !scene.hits.iter().any(|hit| hit.span.overlaps(token.span))
            && !is_demonym(token.span.of(text))
    });
    foreign || is_compound_of_other(scene, core)
}

fn is_compound_of_other(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let Some(head) = scene.tokens.get(core.end).copied() else { return false };
    let is_compound = core.clone().any(|at| is_hyphen(scene, at) && at + 1 == core.end - 1);
    let mut end = core.end;
    while scene.tokens.get(end).is_some_and(|token| grammar::is_content(scene.text(), *token))
        && end < core.end + 4
    {
        end += 1;
    }
    let span = scene.span_of(core.end..end);
    let is_ours = scene.mentions.iter().any(|mention| mention.span.overlaps(span))
        || scene.hits.iter().any(|hit| hit.span.start() == head.span.start());
    is_compound && grammar::is_content(scene.text(), head) && !is_ours
}

/// An adjective of a nation or region, which is no group's name: "European", "Nordic".
fn is_demonym(word: &str) -> bool {
    ["an", "ic", "ese", "ish", "ern", "ch"].iter().any(|ending| word.ends_with(ending))
}

/// Who is counted; in a list entry or a definite phrase also somebody named shortly before.
fn owner(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> Owner {
    let found = binding::owner(scene, fact, core.start..head_end(scene, core));
    let happened = scene.fact(fact).nature != Nature::State;
    let goes_back = scene.is_item() || is_definite(scene, core) || happened;
    let recent = scene.fact(fact).subjects.iter().all(|subject| scene.recent.contains(subject));
    if found == Owner::Nobody && goes_back && recent && is_nearest(scene, fact) {
        return Owner::Subject(Tie::Sentence, scene.span_of(core.start..core.start));
    }
    found
}

/// The end of the noun phrase that a compound describes: "the 28-nation Zelmora Union".
fn head_end(scene: &Scene<'_>, core: &Range<usize>) -> usize {
    let mut end = core.end;
    while is_compound(scene, core) && end < core.end + 4 && is_described(scene, end) {
        end += 1;
    }
    end
}

fn is_described(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_some_and(|token| grammar::is_content(scene.text(), *token))
}

/// Whether no other candidate for the attribute was named more recently.
fn is_nearest(scene: &Scene<'_>, fact: FactId) -> bool {
    let subjects = &scene.fact(fact).subjects;
    let nearest = scene.recent.iter().find(|e| subjects.contains(e) || binding::competes(scene, fact, **e));
    nearest.is_some_and(|entity| subjects.contains(entity))
}

/// Whether the phrase is definite: "the 31 members", "all 31 allies", "its 31 members".
fn is_definite(scene: &Scene<'_>, core: &Range<usize>) -> bool {
    let mut at = core.start;
    for _ in 0..3 {
        if scene.is_after(at, grammar::DEFINITE)
            || at > 0 && scene.tokens[at - 1].kind == crate::token::Kind::Possessive
        {
            return true;
        }
        let is_adjective = at > 0 && grammar::is_content(scene.text(), scene.tokens[at - 1]);
        if !is_adjective {
            return false;
        }
        at -= 1;
    }
    false
}

/// Whether the number is that of the whole.
fn extent(scene: &Scene<'_>, fact: FactId, value: &Value, core: &Range<usize>, tie: Tie) -> Extent {
    let number = scene.tokens_of(value.core);
    if is_all_but_one(scene, &number) {
        return Extent::AllButOne;
    }
    if is_part(scene, value, &number, core) {
        return Extent::Part;
    }
    let is_bare = value.noun.is_none();
    let is_whole = is_bare
        || scene.fact(fact).nature != Nature::State
        || is_compound(scene, core)
        || is_definite(scene, core)
        || is_comprised(scene, scene.tokens_of(value.full).start)
        || tie == Tie::Apposition
        || scene.is(core.end, &["strong"])
        || scene.is_item() && core.start <= 2;
    if is_whole { Extent::Whole } else { Extent::Part }
}

/// "the other 31 allies", "its 27 other members", "the remaining 31".
fn is_all_but_one(scene: &Scene<'_>, number: &Range<usize>) -> bool {
    scene.is_after(number.start, &["other", "remaining"]) || scene.is(number.end, &["other", "remaining"])
}

fn is_part(scene: &Scene<'_>, value: &Value, number: &Range<usize>, core: &Range<usize>) -> bool {
    let has_hedge = value.full.start() < value.core.start();
    let singled = scene.is_after(number.start, PARTIAL) && !has_hedge;
    let of_whole = scene.is(number.end, &["of", "out"])
        || scene.is(core.end, &["of"])
            && scene.is(core.end + 1, &["the", "all", "those", "these", "our", "its"])
            && value.noun.is_none();
    let is_modified = (number.end..core.end.saturating_sub(1)).any(|at| is_restricting(scene, at, core));
    let joined = scene.is(core.end, &["and", "or", "plus"]) && is_group_behind(scene, core.end + 1);
    let restricted =
        is_definite(scene, core) && scene.is(core.end, SINGLING_OUT) && !makes_up(scene, core.end);
    let points = |back: usize| scene.is_after(core.start.saturating_sub(back), POINTING);
    let pointed = !is_compound(scene, core) && (0..3).any(points);
    singled || of_whole || is_modified || joined || restricted || pointed
}

/// Whether a word between number and noun picks out some of them: "12 new members".
fn is_restricting(scene: &Scene<'_>, at: usize, core: &Range<usize>) -> bool {
    let token = scene.tokens[at];
    let is_known = scene.is(at, HARMLESS)
        || scene.hits.iter().any(|hit| hit.span.overlaps(token.span))
        || grammar::is_hyphen(scene.text(), token);
    at + 1 < core.end && grammar::is_content(scene.text(), token) && !is_known
}

/// "35 allies and partners": a sum over more than the whole.
fn is_group_behind(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_some_and(|token| {
        let word = token.span.of(scene.text());
        let is_plural = word.ends_with('s')
            && word.len() > 3
            && !scene.is(at, grammar::BE)
            && !scene.is(at, &["has", "its"]);
        is_plural || scene.is(at, &["other", "the", "their"])
    })
}

fn makes_up(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, &["that", "which", "who"])
        && scene.is(at + 1, &["make", "form", "comprise", "constitute", "belong", "are", "now", "currently"])
}

/// Whether a verb or preposition makes an indefinite number the whole: "has 31 members", "of 31 nations".
fn is_comprised(scene: &Scene<'_>, start: usize) -> bool {
    let mut at = start;
    for _ in 0..6 {
        if scene.is_after(at, grammar::COMPRISING) || scene.is_after(at, grammar::BE) && is_subject(scene, at)
        {
            return true;
        }
        if scene.is_after(at, GOALS) {
            return is_goal(scene, at);
        }
        let is_adverb = scene.is_after(at, LINKS)
            || scene
                .is_after(at, &["fully", "exactly", "today", "only", "a", "total", "or", "and", "so", "but"])
            || at > 0 && scene.tokens[at - 1].kind == crate::token::Kind::Number;
        if !is_adverb {
            return false;
        }
        at -= 1;
    }
    false
}

/// "the number of members is 31": the attribute stands before the verb.
fn is_subject(scene: &Scene<'_>, verb: usize) -> bool {
    let clause = scene.clauses().around(verb.saturating_sub(1));
    let before = scene.span_of(clause.start..verb.saturating_sub(1));
    scene.hits.iter().any(|hit| before.contains(hit.span) && scene.anchors.word(hit.word).names.is_empty())
}

/// Whether "to", "of" or "with" before the token `at` leads to the size of the whole.
fn is_goal(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.saturating_sub(2);
    let follows_subject = scene.mentions.iter().any(|m| m.span.end() == scene.tokens[before].span.end());
    let is_size = scene.is(
        before,
        &[
            "total", "made", "consisting", "composed", "number", "membership", "expanded", "grew", "grown",
            "enlarged", "expand", "grow", "rise", "rose", "up", "consists", "consist", "comprised", "club",
            "group", "family", "bloc", "alliance", "union", "stands", "stood", "expands", "grows",
            "expanding", "growing",
        ],
    );
    follows_subject || is_size
}
