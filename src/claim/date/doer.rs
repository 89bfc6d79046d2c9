//! Whose event it is: of whom the verb is said, or of what the noun is.
//!
//! "A café opened under the bridge", "Marrow's husband died": our name stands in the sentence, and the event is that of
//! another noun. A verb belongs to the noun right before it, a noun such as "opening" to what follows its "of".

use crate::claim::binding::head;
use crate::claim::binding::phrase;
use crate::claim::grammar;
use crate::claim::past;
use crate::claim::scene::Scene;
use crate::claim::titles;
use crate::fact::FactId;
use crate::span::Span;
use crate::token;
use std::ops::Range;

/// Adverbs between a subject and its verb, beside those in "ly"; and "having", which opens a participle.
const ADVERBS: &[&str] = &[
    "also", "first", "then", "there", "later", "again", "soon", "now", "ever", "never", "not", "only",
    "just", "having", "itself", "themselves", "himself", "herself", "both", "still", "even", "last", "once",
    "already", "back",
];
/// Prepositions of place that the table of the others does not have.
const BESIDE: &[&str] = &["beside", "near", "below", "above", "beneath", "off", "next", "along"];
/// Nouns for those who make up what is named behind them: "workers at the plant walked out".
const OWN: &[&str] = &["members", "workers", "staff", "employees", "people", "leaders", "officials"];
/// People who are something of what is named behind "of".
const PEOPLE: &[&str] = &[
    "author", "champion", "champions", "winner", "winners", "owner", "owners", "builder", "builders",
    "maker", "makers", "architect", "engineer", "founder", "founders", "husband", "wife", "son", "daughter",
    "father", "mother", "brother", "sister", "star", "stars", "singer", "designer", "critic", "critics",
    "rival", "rivals",
];
/// How many phrases such as "in Oxmere" may stand between a subject and its verb.
const PHRASES: usize = 3;

/// Whether the event at `event` is that of another than those whose words stand at `subject`.
pub fn is_anothers(scene: &Scene<'_>, fact: FactId, event: &Range<usize>, subject: Span) -> bool {
    let ours = scene.tokens_of(subject);
    if subject.is_empty() || ours.start < event.end && event.start < ours.end {
        return false;
    }
    match is_verb(scene, event) {
        true if ours.end <= event.start => is_said_of_another(scene, fact, event, &ours),
        true => is_beside(scene, event.end..ours.start) || is_of_one_before(scene, event, &ours),
        false => is_of_another(scene, fact, event) || is_made_by_another(scene, event, &ours),
    }
}

/// Whether the event is told by a verb, as in "opened", "took effect" and "updated its text"; "updated text" is a noun.
pub fn is_verb(scene: &Scene<'_>, event: &Range<usize>) -> bool {
    let is_noun_behind =
        || scene.tokens.get(event.start + 1).is_some_and(|t| grammar::is_content(scene.text(), *t));
    is_past(scene, event.end - 1)
        || event.len() > 1
            && is_past(scene, event.start)
            && (past::is_irregular(scene.word(event.start)) || !is_noun_behind())
}

/// Whether a word is the past form of a verb, or a participle.
pub fn is_past(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.word(at);
    let is_small = at == 0 || word.starts_with(char::is_lowercase);
    // What somebody said on a day is told beside the event, and is none.
    word != "said" && (past::is_irregular(word) || is_small && past::is_form(word))
}

/// "Marrow's husband died", "the school beside the bridge opened", "the bridge, where a café opened".
fn is_said_of_another(scene: &Scene<'_>, fact: FactId, event: &Range<usize>, ours: &Range<usize>) -> bool {
    if is_possessive(scene, ours.end - 1) {
        return true;
    }
    let end = subject_end(scene, event.start);
    !is_taken_up(scene, end, event, ours)
        && match end <= ours.end {
            true => is_governed(scene, fact, ours),
            false => is_of_other_noun(scene, fact, end, ours) || is_beyond_comma(scene, fact, end, ours),
        }
}

/// "The bridge, which opened", "The league, now amateur, was founded", "The students behind the app launched it": what
/// stands between leads back to our name.
fn is_taken_up(scene: &Scene<'_>, end: usize, event: &Range<usize>, ours: &Range<usize>) -> bool {
    let has_comma = scene.is(ours.end, &[",", "("]);
    let is_relative = scene.is(ours.end + usize::from(has_comma), &["which", "that", "who", "whom"]);
    // Where a third comma stands, the last one opens what is said of another: "bought Tarn, founded in 1978".
    let is_closed = has_comma && scene.is_after(end, &[",", ")"]);
    let is_insertion = is_closed && !(ours.end + 1..end - 1).any(|at| scene.is(at, &[","]));
    let names = |at: usize| scene.mentions_starting(at).into_iter().map(|mention| mention.entity).next();
    let is_object = names(event.end).is_some_and(|entity| Some(entity) == names(ours.start));
    let is_absolute = (end..event.start).any(|at| scene.is(at, &["having"]));
    is_relative || is_insertion || is_object || is_absolute
}

/// Where the subject of the verb at `verb` ends: before its auxiliaries and adverbs.
pub fn subject_end(scene: &Scene<'_>, verb: usize) -> usize {
    verb - grammar::auxiliaries(scene, verb, ADVERBS)
}

/// Whether a noun before our name is what the verb is said of: "the school beside the bridge", and of people also "the
/// director of the film"; "sales of the film" are its own.
fn is_governed(scene: &Scene<'_>, fact: FactId, ours: &Range<usize>) -> bool {
    let article = ours.start.checked_sub(1).filter(|at| scene.is(*at, grammar::DEFINITE));
    let Some(preposition) = article.unwrap_or(ours.start).checked_sub(1) else { return false };
    let Some(noun) = preposition.checked_sub(1).filter(|at| is_noun(scene, *at)) else { return false };
    let ties = scene.is(preposition, grammar::PREPOSITIONS) || scene.is(preposition, BESIDE);
    let is_of = scene.is(preposition, &["of"]);
    let is_own = scene.is(noun, OWN) || head::is_of_fact(scene, fact, noun);
    ties && !is_own && (!is_of || titles::is_title(scene.word(noun)) || scene.is(noun, PEOPLE))
}

/// Whether a token may be a noun: no verb by its form, and no adverb.
fn is_noun(scene: &Scene<'_>, at: usize) -> bool {
    let is_word = scene.tokens.get(at).is_some_and(|token| grammar::is_content(scene.text(), *token));
    let is_verb = is_past(scene, at) || scene.is(at, grammar::SAYING) || scene.is(at, &["having"]);
    is_word && !is_verb && !grammar::is_adverb(scene.word(at)) && !phrase::is_time(scene, at)
}

/// Whether the noun phrase that ends before the token `end` is another's than ours, which stands before it.
fn is_of_other_noun(scene: &Scene<'_>, fact: FactId, end: usize, ours: &Range<usize>) -> bool {
    let mut end = end;
    for _ in 0..PHRASES {
        let start = phrase_start(scene, end, ours);
        // "the league champions" are others.
        if start == end || start <= ours.end {
            return start < end && start == ours.end && !head::is_of_fact(scene, fact, end - 1);
        }
        let before = start - 1;
        if !(scene.is(before, grammar::PREPOSITIONS) || scene.is(before, BESIDE)) {
            return !is_same(scene, before, ours);
        }
        // "in Oxmere" says where.
        end = before;
    }
    false
}

/// Where the noun phrase begins that ends before the token `end`, with its article; `end` where none does.
fn phrase_start(scene: &Scene<'_>, end: usize, ours: &Range<usize>) -> usize {
    let is_inner = |at: usize| is_noun(scene, at) || scene.tokens[at].kind == token::Kind::Number;
    let nouns = (ours.end..end).rev().take_while(|at| is_inner(*at)).count();
    let first = end - nouns;
    let has_article = nouns > 0
        && first > ours.end
        && (scene.is(first - 1, grammar::DEFINITE) || scene.is(first - 1, grammar::INDEFINITE));
    first - usize::from(has_article)
}

/// "The league is a competition founded in 1934", "The league, a competition founded in 1934": whether what stands
/// before a noun phrase makes it the same as ours.
fn is_same(scene: &Scene<'_>, before: usize, ours: &Range<usize>) -> bool {
    scene.is(before, grammar::BE)
        || scene.is(before, grammar::AUXILIARY)
        || scene.is(before, &["still", "now", "also"])
        || scene.is(before, grammar::JOINING)
        || before == ours.end && scene.is(before, &[","]) && !is_behind_preposition(scene, ours)
}

/// "Near the bridge, a school opened": whether a preposition stands before our name.
fn is_behind_preposition(scene: &Scene<'_>, ours: &Range<usize>) -> bool {
    let start = ours.start - usize::from(scene.is_after(ours.start, grammar::DEFINITE));
    scene.is_after(start, grammar::PREPOSITIONS) || scene.is_after(start, BESIDE)
}

/// "Marrow married Tom Ware, born in 1940", "wrote about her father, who died": whether a participle or "who" behind a
/// comma goes on about another noun than ours.
fn is_beyond_comma(scene: &Scene<'_>, fact: FactId, end: usize, ours: &Range<usize>) -> bool {
    let relative = end.checked_sub(1).filter(|at| scene.is(*at, &["who", "which", "that"]));
    let end = relative.unwrap_or(end);
    let comma = end.checked_sub(1).filter(|at| scene.is(*at, &[",", "("]));
    let end = comma.unwrap_or(end);
    let is_tied = relative.is_some() || comma.is_some();
    is_tied
        && end > ours.end
        && (is_of_other_noun(scene, fact, end, ours)
            || relative.is_some() && is_common(scene, end, ours)
            || is_behind_verb(scene, end, ours))
}

/// "was followed by Low Water, published in 2015": whether a verb stands between our name and the noun right before a
/// comma, so that this noun is none of the phrase of our name.
fn is_behind_verb(scene: &Scene<'_>, end: usize, ours: &Range<usize>) -> bool {
    let start = phrase_start(scene, end, ours);
    let is_ours = |at: usize| scene.is_mentioned(scene.tokens[at].span);
    start < end && !is_ours(end - 1) && (ours.end..start).any(|at| is_past(scene, at))
}

/// "wrote about her father, who died": whether the noun right before "who" has an article and names nobody.
fn is_common(scene: &Scene<'_>, end: usize, ours: &Range<usize>) -> bool {
    let start = phrase_start(scene, end, ours);
    let has_article = scene.is(start, grammar::DEFINITE) || scene.is(start, grammar::INDEFINITE);
    has_article && !scene.is_mentioned(scene.tokens[end - 1].span) && !is_same(scene, start - 1, ours)
}

/// "A café opened under the bridge": whether a preposition keeps the verb before it from our name.
fn is_beside(scene: &Scene<'_>, between: Range<usize>) -> bool {
    let has_comma = between.clone().any(|at| scene.is(at, &[","]));
    let ties = |at: usize| {
        (scene.is(at, grammar::PREPOSITIONS) || scene.is(at, BESIDE)) && !scene.is(at, &["at", "of", "with"])
    };
    !has_comma && between.into_iter().any(ties)
}

/// "Her husband died, and Marrow", "Rovers, founded in 1902, won the league": whether a noun before a verb takes it
/// that is no object of the verb's.
fn is_of_one_before(scene: &Scene<'_>, event: &Range<usize>, ours: &Range<usize>) -> bool {
    let has_comma = (event.end..ours.start).any(|at| scene.is(at, &[","]));
    let end = subject_end(scene, event.start);
    let end = end - usize::from(scene.is_after(end, &[",", "("]));
    let is_mentioned = |at: usize| scene.is_mentioned(scene.tokens[at].span);
    has_comma && end.checked_sub(1).is_some_and(|at| is_noun(scene, at) && !is_mentioned(at))
}

/// "After the death of her husband": whether the noun of the event is tied to another noun than ours.
fn is_of_another(scene: &Scene<'_>, fact: FactId, event: &Range<usize>) -> bool {
    let is_inner = |at: &usize| {
        let opens = [grammar::DEFINITE, grammar::INDEFINITE].iter().any(|words| scene.is(*at, words));
        opens || is_noun(scene, *at)
    };
    let tied = || (event.end + 1..scene.tokens.len()).take(PHRASE).take_while(is_inner);
    let mut nouns = tied().filter(|at| is_noun(scene, *at));
    let is_own = |at: usize| scene.is_mentioned(scene.tokens[at].span) || head::is_of_fact(scene, fact, at);
    let has_noun = tied().any(|at| is_noun(scene, at));
    scene.is(event.end, &["of", "by"]) && has_noun && !nouns.any(|at| is_own(at) || is_possessive(scene, at))
}

/// "The airline's rival made its first flight": whether our name is only the owner of whom a verb before the noun is
/// said of.
fn is_made_by_another(scene: &Scene<'_>, event: &Range<usize>, ours: &Range<usize>) -> bool {
    let between = ours.end..event.start.max(ours.end);
    is_possessive(scene, ours.end - 1) && between.into_iter().any(|at| is_past(scene, at))
}

/// How many words behind "of" are looked at.
const PHRASE: usize = 6;

/// Whether a noun is the owner of the next one.
fn is_possessive(scene: &Scene<'_>, noun: usize) -> bool {
    scene.tokens.get(noun + 1).is_some_and(|next| next.kind == token::Kind::Possessive)
}
