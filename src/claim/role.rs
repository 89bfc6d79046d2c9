//! Claims of who holds an office.
//!
//! Around each title of the office: whose it is (bound like any other attribute), and who is said to
//! hold it: a name directly behind ("Zelmora CEO Ana Brandt"), in apposition ("Ana Brandt, CEO of
//! Zelmora"), or tied by a verb ("Ana Brandt is chief executive"). Whoever runs, leads or heads an
//! organisation is taken to hold its top office.

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Extent;
use crate::claim::Observed;
use crate::claim::binding;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::mention::Memory;
use crate::claim::scene::Scene;
use crate::fact::EntityId;
use crate::fact::FactId;
use crate::fact::Kind as FactKind;
use crate::span::Span;
use crate::token::Kind;
use std::ops::Range;

/// Words before a title that make it another office.
const OTHER_OFFICE: &[&str] = &[
    "vice", "deputy", "assistant", "associate", "junior", "sub", "under", "co-vice", "shadow", "senior",
    "regional", "divisional", "honorary", "past", "class", "student", "executive",
];
/// Adjectives before a title that leave it the same office.
const SAME_OFFICE: &[&str] = &[
    "new", "current", "then", "former", "ex", "acting", "interim", "outgoing", "incoming", "longtime",
    "long-time", "embattled", "billionaire", "young", "founding", "first", "next", "previous", "late", "old",
    "top", "as", "named", "sitting", "controversial", "own", "its", "powerful", "permanent", "temporary",
    "co",
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
/// Courtesies before a name, which are no part of it.
const COURTESY: &[&str] =
    &["Mr", "Mrs", "Ms", "Mx", "Dr", "Sir", "Dame", "Lord", "Lady", "Prof", "Professor"];
/// Small words inside names.
const PARTICLES: &[&str] =
    &["de", "van", "von", "der", "den", "la", "le", "al", "bin", "ibn", "del", "da", "dos", "di"];
/// Capitalised words that are no names of persons.
const NO_NAMES: &[&str] = &[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February",
    "March", "April", "June", "July", "August", "September", "October", "November", "December", "The", "A",
    "An", "In", "On", "I", "He", "She", "It", "We", "They", "This", "That", "And", "But", "CEO", "CFO",
    "CTO", "President", "Chairman", "Chairwoman", "Chief", "Executive", "Officer", "Director", "Minister",
    "Secretary", "General", "Senator", "Judge", "Governor", "Q", "Advisor", "Adviser", "Affairs", "Foreign",
    "Chancellor", "Prime", "National", "Security", "Defense", "Defence", "Department", "Ministry", "Summit",
    "Trade", "Special", "Envoy", "Ambassador", "Administrator", "King", "Queen", "Pope", "White",
    "University", "Bank", "Company", "Group", "Technologies", "Corporation", "Inc", "Ltd", "Vice", "Founder",
    "Deputy", "Chair", "Mayor", "Representative", "Board", "Council", "Committee", "House",
];
/// Verbs that tie a person to a title.
const HOLDING: &[&str] = &[
    "is", "was", "became", "becomes", "remains", "remained", "serves", "served", "be", "been", "being",
    "named", "appointed", "elected", "made", "as", "the", "its", "their", "a", "currently", "now", "still",
    "also", "who", "has", "isn't", "wasn't", "not", "never", "since", "current", "new", "acting", "interim",
    "former", "longtime", "works",
];
/// Verbs of which the object is the earlier holder: "succeeded Tom Orla as chief executive".
const FOLLOWING: &[&str] = &[
    "succeeded", "succeeds", "succeed", "succeeding", "replaced", "replaces", "replace", "replacing",
    "ousted", "fired", "followed", "follows", "sacked", "dismissed", "removed", "unseated", "for", "after",
    "from", "than", "like",
];
/// Words before a title that speak of who will hold it.
const COMING: &[&str] = &["next", "incoming", "future", "prospective", "designate", "would-be", "aspiring"];
/// Verbs of holding the top office.
const LEADING: &[&str] = &[
    "runs", "leads", "heads", "run", "led", "headed", "chairs", "helms", "chaired", "leading", "heading",
    "running",
];
/// Titles of a top office, as the last word of a title of the fact.
const TOP: &[&str] = &[
    "ceo", "executive", "officer", "boss", "head", "chief", "leader", "president", "chair", "chairman",
    "chairwoman",
];

/// Finds what a sentence says of a `role` fact.
pub fn find(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId, claims: &mut Vec<Claim>) {
    let titles: Vec<Span> =
        outermost(scene.hits_of(&scene.anchors.fact(fact).titles).map(|hit| hit.span).collect());
    for title in titles {
        let title = scene.tokens_of(title);
        if is_other_office(scene, &title) {
            continue;
        }
        let Some((tie, subject)) = office(scene, fact, &title) else { continue };
        if let Some(person) = holder(scene, memory, &title, subject) {
            claims.push(claim(scene, memory, fact, person, (tie, subject)));
        }
    }
    if is_top_office(scene, fact) {
        claims.extend(leader(scene, memory, fact).or_else(|| led_by(scene, memory, fact)));
    }
}

/// The titles that lie in no longer one.
fn outermost(titles: Vec<Span>) -> Vec<Span> {
    let is_inner = |title: &Span| titles.iter().any(|other| other.contains(*title) && other != title);
    titles.iter().copied().filter(|title| !is_inner(title)).collect()
}

fn is_other_office(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    let text = scene.text();
    let is_bare = title.len() == 1 && scene.is(title.start, BARE_TITLES);
    let before = title.start.checked_sub(1).map(|at| scene.tokens[at]);
    let is_qualified = before.is_some_and(|token| {
        let hyphenated =
            grammar::is_hyphen(text, token) && !scene.is(title.start.saturating_sub(2), SAME_OFFICE);
        let noun = is_bare
            && grammar::is_content(text, token)
            && !token.is_any(text, SAME_OFFICE)
            && !scene.mentions.iter().any(|mention| mention.span.end() == token.span.end());
        token.is_any(text, OTHER_OFFICE)
            || token.is_any(text, COMING)
            || is_coming(scene, title)
            || hyphenated
            || noun
    });
    let is_longer = is_bare && (scene.is(title.end, LONGER_OFFICE) || is_word(scene, title.end, NO_NAMES))
        || scene.is(title.end, &["of"])
            && scene.is(title.end + 1, &["staff", "police", "operations", "research", "product"])
        || scene.tokens.get(title.end).is_some_and(|token| grammar::is_hyphen(text, *token))
            && scene.is(title.end + 1, &["elect", "designate", "emeritus"]);
    is_qualified || is_longer
}

/// Whether the token `at` is one of `words`, capitals counting.
fn is_word(scene: &Scene<'_>, at: usize, words: &[&str]) -> bool {
    scene.tokens.get(at).is_some_and(|token| words.contains(&token.span.of(scene.text())))
}

/// "the next Zelmora CEO": the adjective may stand before the name of the organisation.
fn is_coming(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    (title.start.saturating_sub(5)..title.start).any(|at| {
        let mut after = at + 1..title.start;
        scene.is(at, COMING)
            && after.all(|at| scene.mentions.iter().any(|m| m.span.overlaps(scene.tokens[at].span)))
    })
}

/// The organisation whose office it is, if that is the subject of the fact.
fn office(scene: &Scene<'_>, fact: FactId, title: &Range<usize>) -> Option<(Tie, Span)> {
    let found = binding::tight(scene, fact, title.clone())
        .filter(|owner| *owner != Owner::Other || !is_person_before(scene, title))
        .unwrap_or_else(|| binding::owner(scene, fact, title.clone()));
    match found {
        Owner::Subject(tie, subject) => Some((tie, subject)),
        Owner::Nobody if names_follow(scene, title) => recent(scene, fact, title),
        Owner::Nobody | Owner::Other => None,
    }
}

/// Whether the owner found beside a title is only the person in apposition to it.
fn is_person_before(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    scene.is_after(title.start, &[","]) || scene.is_after(title.start, &["the", "its"])
}

fn names_follow(scene: &Scene<'_>, title: &Range<usize>) -> bool {
    scene.tokens.get(title.end).is_some_and(|token| token.is_capitalised(scene.text()))
}

/// The subject, where it was named shortly before and nobody else with such an office since.
fn recent(scene: &Scene<'_>, fact: FactId, title: &Range<usize>) -> Option<(Tie, Span)> {
    let subjects = &scene.fact(fact).subjects;
    let nearest =
        scene.recent.iter().find(|e| subjects.contains(e) || binding::competes(scene, fact, **e))?;
    let at = scene.tokens[title.start].span.start();
    subjects.contains(nearest).then(|| (Tie::Sentence, Span::at(at)))
}

/// The name of whoever is said to hold the office.
fn holder(
    scene: &Scene<'_>,
    memory: &Memory<'_>,
    title: &Range<usize>,
    subject: Span,
) -> Option<Range<usize>> {
    let end = phrase_end(scene, title, subject);
    let is_apart = end == title.end || scene.is(end, &[","]);
    behind(scene, memory, end)
        .filter(|person| is_apart || is_declared(scene, memory, person))
        .or_else(|| before(scene, memory, title, subject))
        .or_else(|| tied_behind(scene, memory, end))
}

/// The token after the title and its "of Zelmora".
fn phrase_end(scene: &Scene<'_>, title: &Range<usize>, subject: Span) -> usize {
    let organisation = scene.tokens_of(subject);
    let is_behind = organisation.start >= title.end
        && organisation.start - title.end <= 3
        && scene.is(title.end, grammar::OWNING);
    if is_behind { organisation.end } else { title.end }
}

/// "CEO Ana Brandt", "CEO, Ana Brandt,", "CEO of Zelmora, Ana Brandt".
fn behind(scene: &Scene<'_>, memory: &Memory<'_>, from: usize) -> Option<Range<usize>> {
    let skips_comma = scene.is(from, &[","]);
    let person = person_at(scene, memory, from + usize::from(skips_comma))?;
    let is_loose = skips_comma && person.len() < 2 && !is_declared(scene, memory, &person);
    let goes_on = skips_comma && !closes(scene, person.end);
    (!is_loose && !goes_on).then_some(person)
}

/// Whether an apposition ends at the token `at`; else a list or a clause has begun.
fn closes(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_none_or(|token| {
        token.is_any(scene.text(), &[",", ".", ")", ";", "—", "–", "-", "\"", "”", ":"])
            || token.kind == Kind::Possessive
    }) || grammar::AUXILIARY
        .iter()
        .chain(grammar::SAYING)
        .chain(grammar::BE)
        .any(|verb| scene.is(at, &[*verb]))
}

/// "Ana Brandt, CEO of Zelmora", "Ana Brandt (Zelmora CEO)", "Ana Brandt is the CEO".
fn before(
    scene: &Scene<'_>,
    memory: &Memory<'_>,
    title: &Range<usize>,
    subject: Span,
) -> Option<Range<usize>> {
    let organisation = scene.tokens_of(subject);
    let mut at = title.start;
    for _ in 0..10 {
        let previous = at.checked_sub(1)?;
        let token = scene.tokens[previous];
        let is_organisation = organisation.contains(&previous);
        if !is_organisation && let Some(person) = person_before(scene, memory, at) {
            return (!follows_earlier_holder(scene, person.start)).then_some(person);
        }
        let is_link = is_organisation
            || token.is_any(scene.text(), HOLDING)
            || token.is_any(scene.text(), SAME_OFFICE)
            || token.is_any(scene.text(), &[",", "(", "—", "–", "-", "and", "co", "founder"])
            || token.kind == Kind::Possessive;
        if !is_link {
            return None;
        }
        at = previous;
    }
    None
}

fn follows_earlier_holder(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_after(at, FOLLOWING)
}

/// "the chief executive of Zelmora is Ana Brandt".
fn tied_behind(scene: &Scene<'_>, memory: &Memory<'_>, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    while at < from + 3 && scene.is(at, HOLDING) && !scene.is(at, &["who", "as"]) {
        at += 1;
    }
    let is_tied = at > from && (from..at).any(|at| scene.is(at, grammar::BE));
    person_at(scene, memory, at).filter(|_| is_tied)
}

/// "Ana Brandt, who runs Zelmora", "Ana Brandt leads Zelmora".
fn leader(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId) -> Option<Claim> {
    let subjects = &scene.fact(fact).subjects;
    scene.mentions.iter().filter(|m| subjects.contains(&m.entity) && m.speaks_for(fact)).find_map(|mention| {
        let organisation = scene.tokens_of(mention.span);
        let ends_there = scene.tokens.get(organisation.end).is_none_or(|t| t.kind != Kind::Possessive);
        let mut verb = organisation.start.checked_sub(1)?;
        while scene.is(verb, &["the", "a"]) || scene.tokens[verb].kind == Kind::Possessive {
            verb = verb.checked_sub(1)?;
        }
        let is_leading = scene.is(verb, LEADING) && ends_there;
        let subject_end = (0..=3).map(|back| verb.saturating_sub(back)).find(|at| {
            !scene.is_after(
                *at,
                &["who", "has", "have", "never", ",", "now", "also", "that", "currently", "still"],
            )
        })?;
        let person = person_before(scene, memory, subject_end).filter(|_| is_leading)?;
        Some(claim(scene, memory, fact, person, (Tie::Clause, mention.span)))
    })
}

/// "Zelmora, led by Ana Brandt".
fn led_by(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId) -> Option<Claim> {
    let subjects = &scene.fact(fact).subjects;
    scene.mentions.iter().filter(|m| subjects.contains(&m.entity) && m.speaks_for(fact)).find_map(|mention| {
        let end = scene.tokens_of(mention.span).end;
        let comma = usize::from(scene.is(end, &[","]));
        let verb = end + comma + usize::from(scene.is(end + comma, &["is", "was", "now"]));
        let is_led =
            scene.is(verb, &["led", "headed", "run", "chaired", "helmed"]) && scene.is(verb + 1, &["by"]);
        let person = person_at(scene, memory, verb + 2).filter(|_| is_led)?;
        Some(claim(scene, memory, fact, person, (Tie::Apposition, mention.span)))
    })
}

/// Whether the office is the top one of its organisation.
fn is_top_office(scene: &Scene<'_>, fact: FactId) -> bool {
    let FactKind::Role { title, .. } = &scene.fact(fact).kind else { return false };
    title.iter().any(|title| {
        let last = title.rsplit(' ').next().unwrap_or(title);
        TOP.iter().any(|top| last.eq_ignore_ascii_case(top))
    })
}

fn is_declared(scene: &Scene<'_>, memory: &Memory<'_>, person: &Range<usize>) -> bool {
    entity(scene, memory, person).is_some()
}

/// The name of a person that starts at the token `from`, courtesies left out.
fn person_at(scene: &Scene<'_>, memory: &Memory<'_>, from: usize) -> Option<Range<usize>> {
    let text = scene.text();
    let mut start = from;
    while scene.tokens.get(start).is_some_and(|token| COURTESY.contains(&token.span.of(text))) {
        start += 1 + usize::from(scene.is(start + 1, &["."]));
    }
    if let Some(mention) =
        scene.mentions.iter().find(|m| m.manner == Manner::Name && scene.token_at(m.span.start()) == start)
    {
        let is_person = memory.is_person(mention.entity);
        return is_person.then(|| scene.tokens_of(mention.span));
    }
    let mut end = start;
    while scene
        .tokens
        .get(end)
        .is_some_and(|_| is_name_part(scene, end) || end > start && is_joint(scene, end))
    {
        end += 1;
    }
    let is_name =
        end > start && !scene.is_heading() && scene.tokens[start..end].iter().any(|t| t.span.len() > 2);
    is_name.then_some(start..end)
}

/// The name of a person that ends before the token `to`.
fn person_before(scene: &Scene<'_>, memory: &Memory<'_>, to: usize) -> Option<Range<usize>> {
    let last = to.checked_sub(1)?;
    let end = scene.tokens[last].span.end();
    if let Some(mention) = scene.mentions.iter().find(|m| m.manner == Manner::Name && m.span.end() == end) {
        return memory.is_person(mention.entity).then(|| scene.tokens_of(mention.span));
    }
    let mut start = to;
    while start > 0 && (is_name_part(scene, start - 1) || start < to && is_joint(scene, start - 1)) {
        start -= 1;
    }
    let is_name = to - start >= 2 && !scene.is_heading();
    is_name.then_some(start..to)
}

/// Whether a token can be part of an undeclared person's name.
fn is_name_part(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.text();
    scene.tokens.get(at).is_some_and(|token| {
        let word = token.span.of(text);
        let is_known = scene.mentions.iter().any(|m| m.manner == Manner::Name && m.span.overlaps(token.span));
        let is_acronym = word.len() > 1 && word.chars().all(char::is_uppercase);
        token.is_capitalised(text) && !NO_NAMES.contains(&word) && !is_known && !is_acronym
    })
}

/// Whether a token joins the parts of a name: "de", a hyphen, the stop of an initial.
fn is_joint(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.text();
    let is_stop = scene.is(at, &["."]) && at > 0 && scene.tokens[at - 1].span.len() == 1;
    let is_hyphen = grammar::is_hyphen(text, scene.tokens[at])
        && at > 0
        && scene.tokens[at - 1].touches(scene.tokens[at]);
    let is_particle = PARTICLES.contains(&scene.tokens[at].span.of(text));
    (is_stop || is_hyphen || is_particle) && is_name_part(scene, at + 1)
}

/// The declared entity that a name stands for.
fn entity(scene: &Scene<'_>, memory: &Memory<'_>, person: &Range<usize>) -> Option<EntityId> {
    let span = scene.span_of(person.clone());
    let here = scene.mentions.iter().find(|m| m.span == span && memory.is_person(m.entity));
    here.map(|mention| mention.entity)
}

fn claim(
    scene: &Scene<'_>,
    memory: &Memory<'_>,
    fact: FactId,
    person: Range<usize>,
    office: (Tie, Span),
) -> Claim {
    let span = scene.span_of(person.clone());
    let observed = Observed::Holder {
        entity: entity(scene, memory, &person),
        name: scene.document.slice(span).to_owned(),
    };
    Claim {
        fact,
        span,
        sentence: scene.index,
        subject: Some(office.1).filter(|span| !span.is_empty()),
        observed,
        binding: Binding::Certain(office.0),
        extent: Extent::Whole,
    }
}
