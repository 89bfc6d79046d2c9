//! Titles that name another office than that of the fact: "vice president", "finance chief", "CEO-elect".

use crate::claim::grammar;
use crate::claim::role::part;
use crate::claim::role::person;
use crate::claim::scene::Scene;
use crate::token::Kind;
use std::ops::Range;

/// Words before a title that make it another office.
const OTHER_OFFICE: &[&str] = &[
    "vice", "deputy", "assistant", "associate", "junior", "sub", "co-vice", "shadow", "senior", "regional",
    "divisional", "honorary", "past", "class", "student", "executive", "wartime", "youth",
];

/// Words before a title of those who stand in for its holder. The organisation may stand between.
const STANDING_IN: &[&str] = &["acting", "interim", "caretaker", "stopgap", "temporary", "provisional"];

/// Words before a title that somebody has for honour only.
const HONORARY: &[&str] = &["honorary", "ceremonial", "emeritus"];

/// Titles that need no more than a kind of training before them to be another office.
const TRAINERS: &[&str] = &["coach", "manager", "trainer"];

/// What such a trainer may be for, besides words in -ing: "goalkeeping", "batting".
const SPECIALISMS: &[&str] = &[
    "fitness", "youth", "academy", "reserve", "reserves", "defence", "defense", "defensive", "offensive",
    "attack", "strength", "performance", "technique", "goalkeeper", "skills", "junior", "student",
    "individual", "mental", "swim", "sprint",
];

/// Adjectives before a title that leave it the same office.
pub const SAME_OFFICE: &[&str] = &[
    "new", "current", "then", "former", "ex", "acting", "interim", "caretaker", "provisional", "outgoing",
    "incoming", "longtime", "long-time", "embattled", "billionaire", "young", "founding", "first", "next",
    "previous", "late", "old", "top", "as", "named", "sitting", "female", "male", "youngest", "oldest",
    "outspoken", "veteran", "charismatic", "combative", "ailing", "departing", "retiring", "elected",
    "appointed", "popular", "unpopular", "beleaguered", "controversial", "own", "its", "powerful",
    "permanent", "temporary", "co", "re",
];

/// Titles of one common word, which any noun before turns into another office: "finance chief".
const BARE_TITLES: &[&str] = &[
    "chief", "head", "boss", "leader", "director", "chair", "officer", "coach", "manager", "editor",
    "minister", "secretary",
];

/// Words that open another office after "chief" or "head".
const LONGER_OFFICE: &[&str] = &[
    "financial", "operating", "technology", "technical", "scientific", "scientist", "economist", "legal",
    "marketing", "product", "research", "information", "people", "justice", "correspondent", "commercial",
    "strategy", "revenue", "engineer", "architect", "negotiator", "spokesman", "spokeswoman", "of staff",
    "elect", "coach", "emeritus", "minister", "executive", "counsel", "designer", "analyst", "risk",
    "security", "medical", "diplomat", "prosecutor",
];

/// Words before a title that speak of who will hold it.
const COMING: &[&str] =
    &["next", "incoming", "future", "prospective", "designate", "would-be", "aspiring", "honorary"];

/// Whether the words around a title make it another office, or one that nobody holds yet.
pub fn is_other_office(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let is_bare = title.len() == 1 && scene.is(title.start, BARE_TITLES);
    let before = title.start.checked_sub(1);
    before.is_some_and(|before| is_qualified(scene, title, before) || is_bare && is_narrowed(scene, before))
        || is_bare && is_longer(scene, title.end)
        || goes_on(scene, title.end)
        || is_called(scene, title, COMING)
        || is_called(scene, title, HONORARY)
        || is_special(scene, title)
        || is_of_age(scene, title)
        || is_of_division(scene, title)
        || is_ruled_out(scene, title)
}

/// "Velmark's acting president", who may stand in for the holder of the fact.
pub fn stands_in(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    is_called(scene, title, STANDING_IN)
}

/// "Ana Brandt, its founder, not its chief executive": the title is named to say that it is not meant.
fn is_ruled_out(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let owner =
        title.start - usize::from(scene.is_after(title.start, &["the", "a", "its", "their", "his", "her"]));
    scene.is_after(owner, &["not"]) && owner > 0 && scene.is_after(owner - 1, &[",", "—", "–"])
}

/// "vice president", "Under Secretary", "non-executive chair", "the Senate president".
fn is_qualified(scene: &Scene<'_>, title: &Range<usize>, before: usize) -> bool {
    let is_hyphen = grammar::is_hyphen(scene.text(), scene.tokens[before]);
    let is_tied = is_hyphen && !scene.is_after(before, SAME_OFFICE);
    let is_of_part = part::is_part(scene, before) && scene.mentions_ending(before).is_empty();
    is_tied
        || is_of_part
        || scene.is(before, OTHER_OFFICE)
        || scene.is(before, &["under"]) && scene.is(title.start, &["secretary"])
}

/// "finance chief", "under-19 coach": a noun before a bare title narrows it down.
fn is_narrowed(scene: &Scene<'_>, before: usize) -> bool {
    let is_age = scene.tokens[before].kind == Kind::Number
        && before > 0
        && grammar::is_hyphen(scene.text(), scene.tokens[before - 1]);
    is_age
        || grammar::is_content(scene.text(), scene.tokens[before])
            && !scene.is(before, SAME_OFFICE)
            && !scene.is(before, grammar::SAYING)
            && !is_participle(scene, before)
            && scene.mentions_ending(before).is_empty()
}

/// "chief economist", "Chief Sustainability Officer".
fn is_longer(scene: &Scene<'_>, end: usize) -> bool {
    scene.is(end, LONGER_OFFICE)
        || person::is_of_title(scene.word(end))
        || (end..end + 3).any(|at| is_word(scene, at, &["Officer"]))
}

/// "chief of staff", "president-elect", "chief executive-in-waiting".
fn goes_on(scene: &Scene<'_>, end: usize) -> bool {
    let is_of = scene.is(end, &["of"])
        && scene.is(end + 1, &["staff", "police", "operations", "research", "product"]);
    let is_hyphen = scene.tokens.get(end).is_some_and(|token| grammar::is_hyphen(scene.text(), *token));
    is_of || is_hyphen && scene.is(end + 1, &["elect", "designate", "emeritus", "in"])
}

/// Second halves of adjectives: "the Norland-born boss".
const PARTICIPLES: &[&str] = &[
    "born", "old", "based", "educated", "trained", "raised", "bred", "backed", "appointed", "elected",
    "serving", "spoken", "speaking", "haired",
];

/// Whether the token `at` ends an adjective written with a hyphen.
fn is_participle(scene: &Scene<'_>, at: usize) -> bool {
    let is_tied =
        at.checked_sub(1).is_some_and(|hyphen| grammar::is_hyphen(scene.text(), scene.tokens[hyphen]));
    is_tied && scene.is(at, PARTICIPLES)
}

/// Whether the token `at` is one of `words`, capitals counting.
fn is_word(scene: &Scene<'_>, at: usize, words: &[&str]) -> bool {
    scene.tokens.get(at).is_some_and(|token| words.contains(&token.span.of(scene.text())))
}

/// "Zelmora's CEO of Applications": an office in a part of it.
fn is_of_division(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let at = title.end + 1;
    let is_owned = title.start.checked_sub(1).is_some_and(|before| {
        scene.tokens[before].kind == Kind::Possessive || !scene.mentions_ending(before).is_empty()
    });
    is_owned
        && scene.is(title.end, &["of", "for"])
        && scene.tokens.get(at).is_some_and(|token| token.is_capitalised(scene.text()))
        && scene.mentions_starting(at).is_empty()
}

/// Whether an adjective stands before a title, or before the name of the organisation before it.
fn is_called(scene: &Scene<'_>, title: &Range<usize>, adjectives: &[&str]) -> bool {
    (title.start.saturating_sub(5)..title.start).any(|at| {
        let mut after = at + 1..title.start;
        scene.is(at, adjectives) && after.all(|at| scene.is_mentioned(scene.tokens[at].span))
    })
}

/// "goalkeeping coach", "fitness coach".
fn is_special(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let Some(before) = title.start.checked_sub(1) else { return false };
    let word = scene.tokens[before].span.of(scene.text()).to_lowercase();
    let is_activity = word.ends_with("ing") && !SAME_OFFICE.contains(&word.as_str());
    let is_trainer = title.len() == 1 && scene.is(title.start, TRAINERS);
    is_trainer && (is_activity || scene.is(before, SPECIALISMS)) && scene.mentions_ending(before).is_empty()
}

/// "under-19 coach", "U-21 captain".
fn is_of_age(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let Some(number) = title.start.checked_sub(1) else { return false };
    let is_number = scene.tokens[number].kind == Kind::Number;
    let hyphen = number.checked_sub(1).filter(|at| grammar::is_hyphen(scene.text(), scene.tokens[*at]));
    is_number && hyphen.is_some_and(|hyphen| scene.is_after(hyphen, &["under", "u", "over"]))
}
