//! Subjects that the rules do not know: "Mount Tarn, at 900 metres, is lower than the Harbour Hill".
//!
//! What a clause says belongs to its subject. Where that is a name nobody declared, the value is its own,
//! whoever is named behind it. A speaker is no such subject: what follows "said" is about somebody else.

use crate::claim::binding::head;
use crate::claim::binding::phrase;
use crate::claim::clause;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::token;
use crate::token::Token;
use std::ops::Range;

/// How many words the subject of a clause may have.
const SUBJECT: usize = 8;

/// Whether a name the rules do not know is the subject of the clause in front of `core`.
pub fn is_subject(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let clause = scene.clauses().around(core.start);
    let before = opening(scene, clause.start..core.start)..core.start;
    let subject = before.clone().take(SUBJECT).take_while(|at| is_nominal(scene, *at));
    let mut names = subject.filter(|at| is_unknown_name(scene, *at, before.start));
    !matches!(scene.fact(fact).kind, Kind::Role { .. })
        && !scene.is_heading()
        && names.next().is_some()
        && !before.clone().any(|at| scene.is(at, grammar::SAYING))
}

/// Where the main clause begins behind one that stands before it: "As the first plant closed, the second …".
pub fn main(scene: &Scene<'_>, clause: Range<usize>) -> usize {
    let opener = opener(scene, clause.start);
    let comma = clause.clone().find(|at| scene.is(*at, &[","])).filter(|_| opens_clause(scene, opener));
    let is_verb = |at: usize| {
        [grammar::BE, grammar::AUXILIARY, grammar::SAYING, grammar::COMPRISING]
            .iter()
            .any(|verbs| scene.is(at, verbs))
            || scene.tokens[at].span.of(scene.text()).ends_with("ed")
            || scene.is(at, &["takes", "took", "puts", "goes", "went", "makes", "made", "runs", "ran"])
    };
    comma.filter(|comma| (opener..*comma).any(is_verb)).map_or(clause.start, |comma| comma + 1)
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

/// Where the subject begins: behind a phrase that stands before it ("In Oslo on Monday, …").
pub fn opening(scene: &Scene<'_>, clause: Range<usize>) -> usize {
    let opener = opener(scene, clause.start);
    let is_phrase = scene.is(opener, grammar::PREPOSITIONS) || opens_clause(scene, opener);
    let comma = clause.clone().find(|at| scene.is(*at, &[","]));
    match comma {
        Some(comma) if is_phrase => comma + 1,
        _ if opens_clause(scene, opener) => opener + 1,
        _ => opener,
    }
}

/// Whether the token `at` opens a clause, before its subject; "and" and "as" do so only at its front.
fn opens_clause(scene: &Scene<'_>, at: usize) -> bool {
    let opens = |token: &Token| clause::opens(scene.text(), *token);
    scene.tokens.get(at).is_some_and(opens) || scene.is(at, &["and", "as"])
}

/// "and a training centre next door is to open": whether the stretch of `core` has a subject of its own that
/// is told of for the first time.
pub fn is_new_subject(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let stretch = scene.clauses().segment(core.start);
    let first = stretch.start + usize::from(scene.is(stretch.start, &["and", "but", "while", "as", "when"]));
    let is_verb = |at: &usize| scene.is(*at, grammar::BE) || scene.is(*at, grammar::AUXILIARY);
    let verb = (first..core.start.min(first + SUBJECT)).find(is_verb);
    let is_indefinite = scene.is(first, &["a", "an", "another"]);
    let is_placed = |at: usize| head::is_of_fact(scene, fact, at) || head::is_transparent(scene, at);
    !scene.is_heading()
        && is_indefinite
        && stretch.start > 0
        && verb.is_some_and(|verb| verb > first + 1 && !(first + 1..verb).any(is_placed))
        && !(first..core.start).any(|at| scene.is(at, grammar::SAYING))
}

/// Whether a token may stand in a subject before its verb.
fn is_nominal(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.tokens[at];
    let is_word = grammar::is_content(scene.text(), token) && !scene.is(at, grammar::COMPRISING);
    is_word
        || scene.is(at, grammar::DEFINITE)
        || scene.is(at, grammar::INDEFINITE)
        || scene.is(at, &["of", "and", "&"])
        || token.kind == token::Kind::Possessive
        || token.kind == token::Kind::Number
}

/// Whether a capital marks a name that is none of the rules' words.
fn is_unknown_name(scene: &Scene<'_>, at: usize, opening: usize) -> bool {
    let token = scene.tokens[at];
    let text = scene.text();
    let word = token.span.of(text);
    let is_known = scene.is_hit(token.span);
    let is_common = phrase::is_time(scene, at)
        || scene.is(at, grammar::CAPITALISED_ADJECTIVES)
        || scene.is(at, grammar::DEFINITE)
        || scene.is(at, grammar::INDEFINITE);
    let is_capital = token.kind == token::Kind::Word && word.contains(char::is_uppercase) && word.len() > 1;
    is_capital && !is_known && !is_common && (at > opening || stands_out(scene, at))
}

/// Whether the first word of a clause is a name and not a word with the capital of its place: it has
/// another capital or a figure in it, or stands alone before a verb or a comma and in the singular.
fn stands_out(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.tokens[at].span.of(scene.text());
    let has_more = word.chars().skip(1).any(|c| c.is_uppercase() || c.is_numeric());
    let next = at + 1;
    let is_alone = scene.is(next, grammar::BE)
        || scene.is(next, grammar::AUXILIARY)
        || scene.is(next, grammar::COMPRISING)
        || scene.is(next, &[","])
        || scene.tokens.get(next).is_some_and(|token| {
            token.kind == token::Kind::Possessive
                || token.span.of(scene.text()).ends_with("ed") && !token.is_capitalised(scene.text())
        });
    let is_common =
        ["ly", "ing", "ers", "ons", "ies", "ees", "ists", "nts"].iter().any(|end| word.ends_with(end));
    at > 0
        || has_more
        || is_alone && !is_common && !scene.is(at, grammar::PREPOSITIONS) && !is_small(scene, at)
}

/// Words that open a sentence and name nobody.
fn is_small(scene: &Scene<'_>, at: usize) -> bool {
    !grammar::is_content(scene.text(), scene.tokens[at]) || opens_clause(scene, at) || scene.is(at, OPENERS)
}

/// Adverbs and nouns without an article that open sentences.
const OPENERS: &[&str] = &[
    "today", "yesterday", "tomorrow", "nobody", "everybody", "everyone", "someone", "nothing", "everything",
    "most", "many", "few", "some", "several", "none", "all", "others", "here", "there", "thus", "hence",
    "instead", "indeed", "overall", "altogether", "elsewhere", "membership", "production", "revenue",
    "output", "growth", "turnover", "profit", "income", "demand", "inflation", "unemployment", "police",
    "management", "staff", "work", "construction", "headline", "yes", "no", "correction", "update", "maybe",
    "perhaps", "worse", "better", "once", "twice", "next", "last", "first", "second", "finally", "still",
    "even", "also", "again", "together", "then", "now", "later", "soon", "ever", "never", "always", "often",
];
