//! Names that nobody declared, by their capitals.

use crate::claim::binding::front;
use crate::claim::binding::phrase;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::token;

/// Whether a capital marks a name that is none of the rules' words.
pub fn is_name(scene: &Scene<'_>, at: usize, opening: usize) -> bool {
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
        || scene.is(next, VERBS)
        || scene.is(next, grammar::AUXILIARY)
        || scene.is(next, grammar::COMPRISING)
        || scene.is(next, &[","])
        || scene.tokens.get(next).is_some_and(|token| {
            token.kind == token::Kind::Possessive
                || token.span.of(scene.text()).ends_with("ed") && !token.is_capitalised(scene.text())
        });
    let is_common =
        ["ly", "ing", "ers", "ors", "ons", "ies", "ees", "ists", "nts"].iter().any(|end| word.ends_with(end));
    at > 0
        || has_more
        || is_alone && !is_common && !scene.is(at, grammar::PREPOSITIONS) && !is_small(scene, at)
}

/// Verbs that show a word before them to be a subject.
const VERBS: &[&str] = &[
    "won", "wins", "took", "takes", "lost", "loses", "holds", "held", "came", "comes", "went", "goes",
    "made", "makes", "got", "gets", "gave", "gives", "ran", "runs", "stood", "stands", "left", "leaves",
    "paid", "pays", "cost", "costs", "sold", "sells", "bought", "buys", "built", "builds", "employs",
    "operates", "owns", "put", "cut", "cuts", "set", "sets", "began", "begins", "opens", "rose", "rises",
    "fell", "falls", "grew", "grows",
];

/// Words that open a sentence and name nobody.
fn is_small(scene: &Scene<'_>, at: usize) -> bool {
    !grammar::is_content(scene.text(), scene.tokens[at])
        || front::opens_clause(scene, at)
        || scene.is(at, OPENERS)
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
