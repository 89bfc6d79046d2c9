//! Where the words of a claim stand in their noun phrase.
//!
//! "the 31-member alliance" takes its number for granted, whatever the clause around it denies or
//! supposes. The name of a person beside an office does the same.

use crate::context::Form;
use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::group::Stop;
use crate::context::lexicon::Lexicon;
use crate::context::outline::Outline;
use crate::context::scope::View;
use crate::token::Kind;
use std::ops::Range;

impl Form {
    /// Whether the claim is presupposed.
    pub fn is_attributive(self) -> bool {
        self != Form::Predicative
    }
}

/// The form of the claim at `claim`.
pub fn of(lexicon: &Lexicon, outline: &Outline, claim: Range<usize>) -> Form {
    let Some(first) = outline.words.get(claim.start) else { return Form::Predicative };
    if is_number(lexicon, outline, &claim) {
        number_form(lexicon, outline, &claim)
    } else if first.is_capitalised {
        name_form(lexicon, outline, &claim)
    } else {
        Form::Predicative
    }
}

fn is_number(lexicon: &Lexicon, outline: &Outline, claim: &Range<usize>) -> bool {
    outline.words[claim.clone()].iter().take(3).any(|word| lexicon.is_number(*word))
}

fn number_form(lexicon: &Lexicon, outline: &Outline, claim: &Range<usize>) -> Form {
    if has_hyphen(outline, claim) {
        return if is_complement(lexicon, outline, claim.start) { Form::Predicative } else { Form::Compound };
    }
    if is_ordinal(lexicon, outline, claim) {
        return Form::Predicative;
    }
    let Some(before) = before(outline, claim.start) else { return Form::Predicative };
    let is_given = outline.words[before].kind == Kind::Possessive || is_given(lexicon, outline, before);
    let holds_noun = outline.words[claim.clone()]
        .last()
        .is_some_and(|word| word.kind == Kind::Word && !lexicon.is_number(*word) && word.span.len() > 2);
    let noun = skip_closing(outline, claim.end);
    let has_noun = outline.words.get(noun).is_some_and(|word| word.kind == Kind::Word)
        && !is_function_word(lexicon, outline, noun);
    if is_given && (has_noun || holds_noun) { Form::Definite } else { Form::Predicative }
}

/// "would make it a 33-member alliance": a new thing is said, nothing is taken for granted.
fn is_complement(lexicon: &Lexicon, outline: &Outline, start: usize) -> bool {
    let Some(article) = before(outline, start) else { return false };
    let Some(verb) = article.checked_sub(1) else { return false };
    let makes = |at: usize| lexicon.is_any(outline.words[at], MAKING);
    let is_near = (verb.saturating_sub(MADE)..=verb).any(makes);
    lexicon.is_any(outline.words[article], &["a", "an"]) && is_near
}

/// Verbs of what something becomes.
const MAKING: &[&str] =
    &["make", "makes", "making", "be", "become", "becomes", "became", "becoming", "turn", "turning"];

/// How many words may stand between such a verb and the article: "make the Pact a".
const MADE: usize = 4;

/// "33rd": a number, and the letters that touch it.
fn is_ordinal(lexicon: &Lexicon, outline: &Outline, claim: &Range<usize>) -> bool {
    let words = &outline.words[claim.start..(claim.end + 1).min(outline.words.len())];
    words.windows(2).any(|pair| {
        let touch = pair[0].span.end() == pair[1].span.start();
        pair[0].kind == Kind::Number && touch && lexicon.is(pair[1], Class::OrdinalEnding)
    })
}

/// "the", "this", "its", but not "a", and not "that", which mostly opens a clause.
fn is_given(lexicon: &Lexicon, outline: &Outline, at: usize) -> bool {
    let word = outline.words[at];
    lexicon.is(word, Class::Determiner) && !lexicon.is_any(word, &["a", "an", "that"])
}

fn is_function_word(lexicon: &Lexicon, outline: &Outline, at: usize) -> bool {
    let classes =
        [Class::Finite, Class::Subordinator, Class::Relative, Class::Pronoun, Class::Fronting, Class::Hard];
    let word = outline.words[at];
    lexicon.is_any(word, &["that", "and", "or", "of"]) || classes.iter().any(|class| lexicon.is(word, *class))
}

/// Whether a hyphen ties the claim to the word after it, or the claim holds that word already.
fn has_hyphen(outline: &Outline, claim: &Range<usize>) -> bool {
    let inside = outline.words[claim.clone()].iter().rposition(|word| word.mark == Some('-'));
    let last = outline.words[claim.clone()].last();
    let ends_in_word = inside.is_some() && last.is_some_and(|last| last.kind == Kind::Word && last.id == 0);
    let after = outline.words.get(claim.end).zip(last);
    let tied = after.is_some_and(|(next, last)| {
        next.mark == Some('-') && next.span.start() == last.span.end() && is_tied(outline, claim.end)
    });
    ends_in_word
        || tied
        || inside.is_some()
            && last.is_some_and(|last| last.kind == Kind::Word && !is_bare_number(outline, claim))
}

/// "thirty-one" is a number of two words, not a number tied to a noun.
fn is_bare_number(outline: &Outline, claim: &Range<usize>) -> bool {
    let words = &outline.words[claim.clone()];
    words.len() == 3 && words[0].kind == Kind::Word && words[2].id != 0
}

fn is_tied(outline: &Outline, hyphen: usize) -> bool {
    outline.words.get(hyphen + 1).is_some_and(|word| word.span.start() == outline.words[hyphen].span.end())
}

/// The word before `at`, an opening quotation mark stepped over.
fn before(outline: &Outline, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    match outline.words[before].mark {
        Some('“' | '"' | '‘' | '\'') => before.checked_sub(1),
        _ => Some(before),
    }
}

/// The word at or after `at`, a closing quotation mark and a percent sign stepped over.
fn skip_closing(outline: &Outline, at: usize) -> usize {
    let is_skipped = |at: usize| {
        outline.words.get(at).is_some_and(|word| matches!(word.mark, Some('”' | '"' | '’' | '\'' | '%')))
    };
    (at..at + 2).find(|&at| !is_skipped(at)).unwrap_or(at + 2)
}

/// How many words a title may stand from the comma after a name.
const APPOSED: usize = 6;

fn name_form(lexicon: &Lexicon, outline: &Outline, claim: &Range<usize>) -> Form {
    let holds_title = outline.words[claim.clone()].iter().any(|word| lexicon.is(*word, Class::Title));
    if holds_title || title_before(lexicon, outline, claim.start).is_some() {
        Form::Title
    } else if title_after(lexicon, outline, claim.end).is_some() {
        Form::Apposition
    } else {
        Form::Predicative
    }
}

/// The title directly before a name, "Zelmora's former CEO," with its comma.
fn title_before(lexicon: &Lexicon, outline: &Outline, name: usize) -> Option<usize> {
    let at = name.checked_sub(1)?;
    let at = if outline.marks[at].is(Stop::Comma) { at.checked_sub(1)? } else { at };
    outline.is(lexicon, at, Class::Title).then_some(at)
}

/// The title after a name and a comma, before any verb or further comma.
fn title_after(lexicon: &Lexicon, outline: &Outline, name: usize) -> Option<usize> {
    outline.marks.get(name).filter(|marks| marks.is(Stop::Comma))?;
    let mut words = (name + 1..outline.words.len()).take(APPOSED);
    let stops = |at: &usize| {
        let marks = outline.marks[*at];
        marks.is(Stop::Comma) || marks.is(Stop::Verb) || marks.is_hard() || marks.is(Stop::Relative)
    };
    words.find(|at| stops(at) || outline.is(lexicon, *at, Class::Title)).filter(|at| !stops(at))
}

/// How far before a claim its noun phrase may begin.
const PHRASE: usize = 7;

/// Whether `hit` stands in the noun phrase of the claim: before it, or between a name and its title.
pub fn is_in_phrase(view: &View<'_>, hit: &Hit) -> bool {
    let name = view.claim.start;
    let head = title_before(view.lexicon, view.outline, name).unwrap_or(name);
    if hit.end <= head {
        return head - hit.end <= PHRASE && (hit.end..head).all(|at| is_inner(view, at));
    }
    let title = title_after(view.lexicon, view.outline, view.claim.end);
    title.is_some_and(|title| view.claim.end <= hit.first && hit.end <= title)
}

fn is_inner(view: &View<'_>, at: usize) -> bool {
    let marks = view.outline.marks[at];
    !(marks.is_hard() || marks.is(Stop::Comma) || marks.is(Stop::Verb) || is_break(view, at))
}

/// A preposition or a verb in "-ed" or "-s" that is no part of a noun phrase before a claim.
fn is_break(view: &View<'_>, at: usize) -> bool {
    let word = view.outline.words[at];
    let text = view.slice(word.span);
    view.lexicon.is_any(word, &["of", "to"])
        || view.is(at, Class::Fronting)
        || view.is(at, Class::Subordinator)
        || text.len() > 4 && text.ends_with("ed") && !word.is_capitalised
}
