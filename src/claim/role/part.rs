//! Parts of an organisation, and others that have its name in theirs: "the Norland senate".

use crate::claim::binding::foreign::BODIES;
use crate::claim::scene::Scene;
use crate::span::Span;
use crate::token::Kind;
use std::ops::Range;

/// Nouns that make a part of an organisation, or another one, out of its name.
const PARTS: &[&str] = &[
    "senate", "parliament", "assembly", "congress", "court", "council", "commission", "committee", "branch",
    "unit", "arm", "division", "subsidiary", "chapter", "foundation", "chamber", "union", "federation",
    "association", "university", "college", "institute", "bank", "society", "academy", "department",
    "delegation", "mission", "office", "plant", "factory", "bureau", "agency", "club", "party", "supplier",
    "rival", "partner", "spinoff", "spin-off", "unions", "workers", "employees", "supporters", "research",
    "forces", "troops", "staff", "team", "operations", "headquarters", "command", "navy", "army", "police",
    "guard", "services", "network", "programme", "program", "project", "fund", "campaign", "museum",
    "hospital", "school", "league", "squad", "business", "desk", "edition", "affiliate", "franchise",
    "store", "site", "shipyard", "mine", "refinery", "parent", "europe", "asia", "africa", "america",
    "americas", "pacific", "international",
];

/// Whether the name at `span` goes on to that of something else: "the Norland senate".
pub fn is_of_part(scene: &Scene<'_>, span: Span) -> bool {
    let name = scene.tokens_of(span).end;
    let is_owner = scene.tokens.get(name).is_some_and(|token| token.kind == Kind::Possessive);
    let end = name + usize::from(is_owner || scene.is(name, &["'", "’"]));
    let capitals = (end..end + 4).take_while(|at| is_capitalised(scene, *at));
    scene.is(end, PARTS) || capitals.into_iter().any(|at| scene.is(at, PARTS))
}

/// "chief executive of Zelmora Cargo": whether one more capital makes it the name of another organisation;
/// two of them would be a person's.
pub fn is_longer_name(scene: &Scene<'_>, title: &Range<usize>, organisation: Span) -> bool {
    let words = scene.tokens_of(organisation);
    let next = words.end;
    let is_behind = words.start >= title.end && scene.is_after(words.start, &["of", "at"]);
    is_behind
        && is_capitalised(scene, next)
        && !is_capitalised(scene, next + 1)
        && !scene.is(next, BODIES)
        && scene.mentions_starting(next).is_empty()
        && !scene.is_hit(scene.tokens[next].span)
}

/// Whether the token `at` is such a noun.
pub fn is_part(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, PARTS)
}

/// Whether the token `at` starts with a capital.
pub fn is_capitalised(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_some_and(|token| token.is_capitalised(scene.text()))
}
