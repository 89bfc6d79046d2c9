//! Titles that nobody has by being called so: those of impostors and of actors, and those of an earlier post.

use crate::claim::grammar;
use crate::claim::role::part::is_capitalised;
use crate::claim::scene::Scene;
use crate::token::Kind;
use std::ops::Range;

/// Verbs of being taken for somebody, with or without "as" or "to be".
const POSING: &[&str] = &[
    "posing", "posed", "poses", "pose", "masquerading", "masqueraded", "impersonating", "impersonated",
    "impersonates", "impersonate", "pretending", "pretended", "pretends", "plays", "portrays", "portraying",
    "portrayed", "parodying", "parodied", "mimicking",
];

/// Verbs by which an organisation takes somebody from another.
const HIRING: &[&str] = &[
    "hired", "hires", "hire", "hiring", "poached", "poaches", "poaching", "lured", "lures", "recruited",
    "recruits", "recruiting", "signed", "signs", "signing", "brought", "bought", "took", "tempted", "prised",
];

/// How many words may stand between such a verb and the title.
const REACH: usize = 6;

/// "posing as Zelmora chief executive Ana Brandt": in truth or in play, she may hold the office or not.
pub fn is_played(scene: &Scene<'_>, first: usize) -> bool {
    let belongs = |at: &usize| {
        let token = scene.tokens[*at];
        is_capitalised(scene, *at)
            || token.kind == Kind::Possessive
            || scene.is(*at, grammar::DEFINITE)
            || scene.is(*at, &["as", "to", "be", "a", "former"])
    };
    let phrase = (first.saturating_sub(REACH)..first).rev().take_while(belongs).last().unwrap_or(first);
    scene.is_after(phrase, POSING)
}

/// "hired chief executive Ana Brandt from Orvane": the title is that of the post she left.
pub fn is_of_earlier_post(scene: &Scene<'_>, title: &Range<usize>, person: &Range<usize>) -> bool {
    let start = title.start - usize::from(scene.is_after(title.start, &["the", "its"]));
    scene.is_after(start, HIRING)
        && person.start >= title.end
        && scene.is(person.end, &["from"])
        && is_capitalised(scene, person.end + 1)
}
