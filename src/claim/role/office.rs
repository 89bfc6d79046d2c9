//! Whose office a title names, and whether it is the one of the fact.

use crate::claim::Tenure;
use crate::claim::binding;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::rival;
use crate::claim::grammar;
use crate::claim::memory::Memory;
use crate::claim::role::person;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::span::Span;
use crate::token::Kind;
use std::ops::Range;

/// Words before a title that make it another office.
const OTHER_OFFICE: &[&str] = &[
    "vice", "deputy", "assistant", "associate", "junior", "sub", "co-vice", "shadow", "senior", "regional",
    "divisional", "honorary", "past", "class", "student", "executive",
];

/// Adjectives before a title that leave it the same office.
pub const SAME_OFFICE: &[&str] = &[
    "new", "current", "then", "former", "ex", "acting", "interim", "outgoing", "incoming", "longtime",
    "long-time", "embattled", "billionaire", "young", "founding", "first", "next", "previous", "late", "old",
    "top", "as", "named", "sitting", "female", "male", "youngest", "oldest", "outspoken", "veteran",
    "charismatic", "combative", "ailing", "departing", "retiring", "elected", "appointed", "popular",
    "unpopular", "beleaguered", "controversial", "own", "its", "powerful", "permanent", "temporary", "co",
];

/// Titles of one common word, which any noun before turns into another office: "finance chief".
const BARE_TITLES: &[&str] = &["chief", "head", "boss", "leader", "director", "chair", "officer"];

/// Words that open another office after "chief" or "head".
const LONGER_OFFICE: &[&str] = &[
    "financial", "operating", "technology", "technical", "scientific", "scientist", "economist", "legal",
    "marketing", "product", "research", "information", "people", "justice", "correspondent", "commercial",
    "strategy", "revenue", "engineer", "architect", "negotiator", "spokesman", "spokeswoman", "of staff",
    "elect", "coach", "emeritus", "minister", "executive", "counsel", "designer", "analyst", "risk",
    "security", "medical", "diplomat", "prosecutor",
];

/// Words before a title that speak of who will hold it.
const COMING: &[&str] = &["next", "incoming", "future", "prospective", "designate", "would-be", "aspiring"];

pub fn is_other_office(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let text = scene.text();
    let is_bare = title.len() == 1 && scene.is(title.start, BARE_TITLES);
    let before = title.start.checked_sub(1).map(|at| scene.tokens[at]);
    let is_qualified = before.is_some_and(|token| {
        let hyphenated =
            grammar::is_hyphen(text, token) && !scene.is(title.start.saturating_sub(2), SAME_OFFICE);
        let noun = is_bare
            && grammar::is_content(text, token)
            && !token.is_any(text, SAME_OFFICE)
            && !is_participle(scene, title.start - 1)
            && !scene.mentions.iter().any(|mention| mention.span.end() == token.span.end());
        token.is_any(text, OTHER_OFFICE)
            || token.is(text, "under") && scene.is(title.start, &["secretary"])
            || token.is_any(text, COMING)
            || is_coming(scene, title)
            || scene.is(title.start - 1, PARTS) && scene.mentions_ending(title.start - 1).is_empty()
            || hyphenated
            || noun
    });
    let is_longer = is_bare
        && (scene.is(title.end, LONGER_OFFICE)
            || is_word(scene, title.end, person::NO_NAMES)
            || (title.end..title.end + 3).any(|at| is_word(scene, at, &["Officer"])))
        || scene.is(title.end, &["of"])
            && scene.is(title.end + 1, &["staff", "police", "operations", "research", "product"])
        || scene.tokens.get(title.end).is_some_and(|token| grammar::is_hyphen(text, *token))
            && scene.is(title.end + 1, &["elect", "designate", "emeritus"]);
    is_qualified || is_longer || is_of_division(scene, title)
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

/// Words before a title by which its holder has left.
const FORMER: &[&str] = &[
    "former", "ex", "erstwhile", "onetime", "previous", "retired", "ousted", "deposed", "sacked", "fired",
    "departed", "quondam", "disgraced",
];
/// Words before a title by which it was held at the time spoken of.
const THEN: &[&str] = &["then", "late"];

/// Whether the words before a title say when it was held; the organisation may stand between.
pub fn tenure(scene: &Scene<'_>, title: &Range<usize>) -> Tenure {
    let mut at = title.start;
    for _ in 0..TENURE_REACH {
        let Some(before) = at.checked_sub(1) else { break };
        let token = scene.tokens[before];
        if scene.is(before, FORMER) || scene.is(before, &["time"]) && scene.is_after(before, &["-"]) {
            return Tenure::Former;
        }
        if scene.is(before, THEN) || scene.is(before, &["the", "its"]) && scene.is_after(before, THEN) {
            return Tenure::Then;
        }
        let belongs = grammar::is_content(scene.text(), token)
            || grammar::is_hyphen(scene.text(), token)
            || token.kind == Kind::Possessive;
        if !belongs || scene.is(before, grammar::SAYING) {
            break;
        }
        at = before;
    }
    Tenure::Present
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

/// "the next Zelmora CEO": the adjective may stand before the name of the organisation.
fn is_coming(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    (title.start.saturating_sub(5)..title.start).any(|at| {
        let mut after = at + 1..title.start;
        scene.is(at, COMING)
            && after.all(|at| scene.mentions.iter().any(|m| m.span.overlaps(scene.tokens[at].span)))
    })
}

/// How many words before a title may say when it was held.
const TENURE_REACH: usize = 6;
/// Offices that many hold at a time, each with the title before the name: "President Orla" may
/// preside over anything, and keeps the title for life. They need their organisation beside them.
const COURTESY_OFFICES: &[&str] = &[
    "president", "vice president", "vice-president", "prime minister", "minister", "governor", "senator",
    "mayor", "king", "queen", "chancellor", "judge", "justice", "ambassador", "secretary", "general",
    "chief justice", "first lady", "representative", "premier", "pm",
];

/// The organisation whose office it is, if that is the subject of the fact.
pub fn office(
    scene: &Scene<'_>,
    memory: &Memory<'_>,
    fact: FactId,
    title: &Range<usize>,
) -> Option<(Tie, Span)> {
    if let Some(behind) = behind_name(scene, memory, title) {
        return ours(scene, fact, behind).map(|span| (Tie::Phrase, span));
    }
    if let Some(span) = ours(scene, fact, title.end + 1).filter(|_| is_bracketed(scene, title)) {
        return Some((Tie::Apposition, span));
    }
    if let Some(span) = fronted(scene, memory, title).and_then(|at| ours(scene, fact, at)) {
        return Some((Tie::Clause, span));
    }
    let (tie, span) = bound(scene, fact, title)?;
    let is_part = span.start() >= scene.tokens[title.end - 1].span.end() && is_of_part(scene, span);
    (!is_part).then_some((tie, span))
}

/// The subject of the fact, where the token `at` starts its name.
fn ours(scene: &Scene<'_>, fact: FactId, at: usize) -> Option<Span> {
    let subjects = &scene.fact(fact).subjects;
    let named = scene.mentions_starting(at).into_iter().find(|mention| subjects.contains(&mention.entity));
    named.map(|mention| mention.span).filter(|span| !is_of_part(scene, *span))
}

/// Where the organisation stands in "President Ana Brandt of Norland".
fn behind_name(scene: &Scene<'_>, memory: &Memory<'_>, title: &Range<usize>) -> Option<usize> {
    let person = person::person_at(scene, memory, title.end)?;
    let organisation = person.end + 1 + usize::from(scene.is(person.end + 1, &["the"]));
    let is_named = title.start > 0
        && is_capitalised(scene, title.start - 1)
        && !scene.is_after(title.start, SAME_OFFICE)
        && !scene.is_after(title.start, grammar::CAPITALISED_ADJECTIVES);
    (scene.is(person.end, &["of"]) && is_capitalised(scene, organisation) && !is_named)
        .then_some(organisation)
}

/// "Ana Brandt (CEO, Zelmora)".
fn is_bracketed(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    scene.is_after(title.start, &["("]) && scene.is(title.end, &[","])
}

/// Where the organisation stands in "Under chief executive Ana Brandt, Zelmora has grown".
fn fronted(scene: &Scene<'_>, memory: &Memory<'_>, title: &Range<usize>) -> Option<usize> {
    let skipped = title.start - usize::from(scene.is_after(title.start, SAME_OFFICE));
    let is_fronted = scene.is_after(skipped, &["under", "with"]);
    let person = person::person_at(scene, memory, title.end).filter(|_| is_fronted)?;
    scene.is(person.end, &[","]).then_some(person.end + 1)
}

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
fn is_of_part(scene: &Scene<'_>, span: Span) -> bool {
    let end = scene.tokens_of(span).end;
    let capitals = (end..end + 4).take_while(|at| is_capitalised(scene, *at));
    scene.is(end, PARTS) || capitals.into_iter().any(|at| scene.is(at, PARTS))
}

fn is_capitalised(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_some_and(|token| token.is_capitalised(scene.text()))
}

/// The organisation by the usual ties.
fn bound(scene: &Scene<'_>, fact: FactId, title: &Range<usize>) -> Option<(Tie, Span)> {
    let found = binding::tight(scene, fact, title.clone())
        .filter(|owner| *owner != Owner::Other || !is_person_before(scene, title))
        .unwrap_or_else(|| binding::owner(scene, fact, title.clone()));
    match found {
        Owner::Subject(tie, _) if tie > Tie::Apposition && is_courtesy(scene, title) => None,
        Owner::Subject(tie, subject) => Some((tie, subject)),
        Owner::Nobody if is_courtesy(scene, title) => None,
        Owner::Nobody if chairs_another(scene, title) => None,
        Owner::Nobody if names_follow(scene, title) && rival::is_topic(scene, fact) => {
            Some((Tie::Sentence, Span::at(scene.tokens[title.start].span.start())))
        }
        Owner::Nobody | Owner::Other => None,
    }
}

fn is_courtesy(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let words = scene.span_of(title.clone()).of(scene.text());
    let is = |office: &str| {
        words.eq_ignore_ascii_case(office) || words.eq_ignore_ascii_case(&format!("{office}s"))
    };
    COURTESY_OFFICES.iter().any(|office| is(office))
}

/// Whether the owner found beside a title is only the person in apposition to it.
fn is_person_before(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let is_owned = scene.is(title.end, grammar::OWNING);
    !is_owned && (scene.is_after(title.start, &[","]) || scene.is_after(title.start, &["the", "its"]))
}

/// "Chairman Orla … the Banking Committee": a chair without an organisation beside it is that of the
/// committee that the sentence names.
fn chairs_another(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    const BODIES: &[&str] = &["committee", "subcommittee", "caucus", "panel", "taskforce"];
    let is_chair = scene.is(title.end - 1, &["chair", "chairman", "chairwoman", "chairperson"]);
    is_chair && (0..scene.tokens.len()).any(|at| scene.is(at, BODIES) && is_capitalised(scene, at))
}

fn names_follow(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    scene.tokens.get(title.end).is_some_and(|token| token.is_capitalised(scene.text()))
}
