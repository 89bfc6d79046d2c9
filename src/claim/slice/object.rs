//! What an attribute is for: "support for the tax" is not "support for the ban".

use crate::claim::anchor::Hit;
use crate::claim::binding::phrase;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::slice::names;
use crate::fact::FactId;
use crate::token::Kind;
use crate::token::Token;
use std::ops::Range;

/// Whether the fact's own sentence says what its attribute is for, and the words at `hit` name another thing.
pub fn is_for_another(scene: &Scene<'_>, fact: FactId, hit: Hit) -> bool {
    let fact = scene.fact(fact);
    let object = object(scene, scene.tokens_of(hit.span).end);
    let is_named = |at: usize| names(&fact.says, scene.word(at));
    !object.is_empty() && has_object(&fact.says, &fact.attribute) && !object.into_iter().any(is_named)
}

/// Whether an attribute is followed by "for the" in the sentence `says`: "support for the tax".
fn has_object(says: &str, attributes: &[String]) -> bool {
    attributes.iter().any(|attribute| {
        let behind = says.split_once(attribute.as_str()).map_or("", |(_, behind)| behind);
        behind.starts_with(" for the ")
    })
}

/// The words of "for the ban", "back the harbour ban" behind the article.
fn object(scene: &Scene<'_>, end: usize) -> Range<usize> {
    let article = end + usize::from(scene.is(end, &["for"]));
    if !scene.is(article, &["the", "a", "an", "its", "their"]) {
        return article..article;
    }
    let is_inner =
        |at: &usize| scene.tokens.get(*at).is_some_and(|token| grammar::is_content(scene.text(), *token));
    let words = (article + 1..article + 3).take_while(is_inner).count();
    article + 1..article + 1 + words
}

/// "300 kilograms of cannabis", where the fact has 2.4 tonnes of cocaine: whether a figure is of another stuff than the fact's
/// own sentence has behind its figure.
pub fn is_of_another(scene: &Scene<'_>, fact: FactId, end: usize) -> bool {
    let says = &scene.fact(fact).says;
    let stuff = scene.tokens.get(end + 1).filter(|stuff| grammar::is_content(scene.text(), **stuff));
    let is_ours =
        |stuff: &Token| names(says, stuff.span.of(scene.text())) || scene.is_hit_of(fact, stuff.span);
    scene.is(end, &["of"]) && stuff.is_some_and(|stuff| !is_ours(stuff)) && leads_on(says, "of")
}

/// Whether a small word stands behind the figure of a fact's sentence: "2.4 tonnes of cocaine", "$300 million to the fund".
fn leads_on(says: &str, word: &str) -> bool {
    let words = says.split(' ').skip_while(|word| !word.contains(|c: char| c.is_ascii_digit()));
    words.take(UNIT).any(|behind| behind == word)
}

/// How many words a figure and its unit may have.
const UNIT: usize = 4;

/// "$90 million to the food programme", where the fact has $300 million to the Coral Fund: whether what a figure goes to is none
/// of what the fact names.
pub fn is_to_another(scene: &Scene<'_>, fact: FactId, end: usize) -> bool {
    let says = &scene.fact(fact).says;
    let has_article = scene.is(end + 1, grammar::DEFINITE) || scene.is(end + 1, grammar::INDEFINITE);
    let goal = end + 1 + usize::from(has_article);
    let is_inner =
        |at: &usize| scene.tokens.get(*at).is_some_and(|token| grammar::is_content(scene.text(), *token));
    let mut nouns = (goal..goal + GOAL).take_while(is_inner).peekable();
    let is_ours = |at: usize| names(says, scene.word(at)) || scene.is_mentioned(scene.tokens[at].span);
    scene.is(end, &["to"]) && nouns.peek().is_some() && !nouns.any(is_ours) && leads_on(says, "to")
}

/// How many words what a figure goes to may have.
const GOAL: usize = 4;

/// Verbs by which a sum is divided among many ends.
const GIVING: &[&str] = &[
    "provide", "provides", "provided", "providing", "invest", "invests", "invested", "investing", "allocate",
    "allocates", "allocated", "allocating", "dedicate", "dedicates", "dedicated", "devote", "devoted",
    "commit", "committed", "earmarked", "spend", "spends", "spent", "spending", "gave", "give", "gives",
    "giving", "distributed", "awarded",
];

/// "provides $40 billion to repair bridges", where the fact says how much it provides in all: whether the verb before a figure
/// gives it to an end, and the fact's own sentence names none.
pub fn is_given(scene: &Scene<'_>, fact: FactId, number: &Range<usize>) -> bool {
    let says = &scene.fact(fact).says;
    let next = number.end + 1 + usize::from(scene.is(number.end + 1, grammar::DEFINITE));
    let is_year = scene.tokens.get(next).is_some_and(|token| token.kind == Kind::Number);
    let is_time =
        is_year || phrase::is_time(scene, next) || scene.is(next, &["first", "second", "third", "fourth"]);
    let is_end = scene.is(number.end, &["to", "for", "in", "on", "towards"]) && !is_time;
    let near = number.start.saturating_sub(VERB)..number.start;
    is_end && near.into_iter().any(|at| scene.is(at, GIVING)) && own_ends(says)
}

/// How far before its figure such a verb may stand: "provides up to $40 billion".
const VERB: usize = 4;

/// Whether the sentence of a fact ends with its figure.
fn own_ends(says: &str) -> bool {
    let is_figure = |word: &&str| word.contains(|c: char| c.is_ascii_digit());
    let mut behind = says.trim_end_matches('.').split(' ').skip_while(|word| !is_figure(word)).skip(1);
    says.split(' ').any(|word| is_figure(&word))
        && behind.all(|word| ["million", "billion", "trillion", "thousand"].contains(&word))
}
