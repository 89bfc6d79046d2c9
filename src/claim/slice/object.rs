//! What an attribute is for: "support for the tax" is not "support for the ban".

use crate::claim::anchor::Hit;
use crate::claim::grammar;
use crate::claim::scene::Scene;
use crate::claim::slice::names;
use crate::fact::FactId;
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
