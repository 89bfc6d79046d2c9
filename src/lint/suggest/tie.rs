//! What ties a figure or a date to a name: the words right between them, and nothing looser.
//!
//! A name that merely stands in the same sentence owns nothing. It does where it is the subject of the verb
//! before the figure ("the League has 12 clubs"), where it has or is described by what the figure is of
//! ("the League's clubs", "visits to Orvane rose 40%"), or where the figure stands in its own noun phrase
//! ("the 12-member League").

use crate::claim::grammar;
use crate::lint::suggest::phrase::Phrase;
use crate::span::Span;
use crate::value;
use crate::value::Value;
use std::ops::Range;

/// A name that a value is of, and the words that say what of it the value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tied {
    /// The name.
    pub(super) name: Span,
    /// What is counted, measured or dated.
    pub(super) attribute: String,
}

/// Words between a verb and a figure that change neither.
const LEAD: &[&str] = &[
    "about", "approximately", "around", "at", "by", "just", "more", "nearly", "only", "over", "roughly",
    "some", "than", "to",
];
/// Verbs between what is measured and how much that is, beside those for "be" and "have".
const LEVELS: &[&str] = &[
    "amounted", "amounts", "averaged", "averages", "climbed", "cost", "costs", "decreased", "doubled",
    "dropped", "fell", "gained", "grew", "increased", "jumped", "lasted", "lasts", "lost", "measured",
    "measures", "plunged", "rose", "shrank", "slid", "slipped", "soared", "stands", "stood", "surged",
    "totaled", "totalled", "totals", "weighed", "weighs",
];
/// Verbs between a name and what it has.
const HAVING: &[&str] = &["had", "has", "have", "posted", "recorded", "reported", "with"];
/// Adjectives behind a length or a weight.
pub(super) const DIMENSIONS: &[&str] = &["deep", "heavy", "high", "long", "old", "tall", "thick", "wide"];
/// Prepositions between what is measured and whose it is.
const OWNED: &[&str] = &["at", "for", "of", "to"];
/// Verbs in the past that do not end in "ed".
const IRREGULAR: &[&str] = &[
    "became", "began", "bought", "built", "came", "died", "fell", "held", "left", "lost", "met", "sold",
    "struck", "took", "won",
];
/// Plurals that do not end in "s".
const PLURALS: &[&str] = &["children", "men", "people", "staff", "women"];

/// How many words may stand between a verb and the day on which it was.
const TO_DAY: usize = 4;
/// How many words may stand between a name and the last one of its noun phrase.
const MODIFIERS: usize = 3;

/// The names that a value in the sentence is of, the likeliest first.
pub(super) fn all(phrase: &Phrase<'_>, value: &Value) -> Vec<Tied> {
    let at = phrase.range(value.core);
    match value.kind {
        value::Kind::Date => dated(phrase, &at).into_iter().collect(),
        value::Kind::Count | value::Kind::Number if value.unit.is_none() => counted(phrase, value, &at),
        _ => measured(phrase, &at).into_iter().collect(),
    }
}

/// "The League has 12 clubs", "the League's 12 clubs", "the League, a 12-member union", "the 12-member League".
fn counted(phrase: &Phrase<'_>, value: &Value, at: &Range<usize>) -> Vec<Tied> {
    let Some(noun) = value.noun.filter(|noun| is_counted(phrase, *noun, at)) else {
        return topical(phrase, at).into_iter().collect();
    };
    let end = phrase.range(noun).end.max(at.end);
    let owner = has(phrase, at.start)
        .or_else(|| phrase.name_with(at.start, MODIFIERS).filter(|owner| owner.is_possessive).map(|o| o.name))
        .or_else(|| set_off(phrase, at.start))
        .or_else(|| phrase.name_from(end))
        .or_else(|| phrase.is(end, &["of"]).then(|| phrase.name_from(phrase.behind_article(end + 1)))?);
    let Some(name) = owner else { return topical(phrase, at).into_iter().collect() };
    let noun = noun.of(phrase.text).to_lowercase();
    let last = noun.rsplit([' ', '-']).next().unwrap_or(&noun).to_owned();
    let mut attributes = vec![noun];
    attributes.extend((attributes[0] != last).then_some(last));
    attributes.into_iter().map(|attribute| Tied { name, attribute }).collect()
}

/// Whether the noun behind a number is of things that can be counted: "12 clubs", "12-member".
fn is_counted(phrase: &Phrase<'_>, noun: Span, at: &Range<usize>) -> bool {
    let word = noun.of(phrase.text);
    let last = word.rsplit(' ').next().unwrap_or(word);
    let is_small = word.chars().all(|c| c.is_lowercase() || c == ' ' || c == '-');
    let is_plural = last.ends_with('s') || PLURALS.contains(&last);
    is_small && (is_plural || is_joined(phrase, at))
}

/// Whether a number and its noun are one word: "12-member".
pub(super) fn is_joined(phrase: &Phrase<'_>, at: &Range<usize>) -> bool {
    at.clone().any(|at| phrase.is(at, &["-"]))
}

/// The name that has what stands at the token `at`.
fn has(phrase: &Phrase<'_>, at: usize) -> Option<Span> {
    let verb = phrase.before_lead(at, LEAD).checked_sub(1)?;
    let is_verb = phrase.is(verb, grammar::COMPRISING);
    phrase.name_to(phrase.before_auxiliaries(verb)).filter(|_| is_verb)
}

/// "The League, a 12-member union": the name before the comma.
fn set_off(phrase: &Phrase<'_>, at: usize) -> Option<Span> {
    let article = at.checked_sub(1).filter(|at| phrase.is(*at, &["a", "an", "the"]))?;
    let comma = article.checked_sub(1).filter(|at| phrase.is(*at, &[","]))?;
    phrase.name_to(comma)
}

/// How much of something of a name there is.
fn measured(phrase: &Phrase<'_>, at: &Range<usize>) -> Option<Tied> {
    dimension(phrase, at).or_else(|| topical(phrase, at)).or_else(|| possessed(phrase, at))
}

/// "The bridge is 200 metres long", "the bridge, 200 metres long,".
fn dimension(phrase: &Phrase<'_>, at: &Range<usize>) -> Option<Tied> {
    let before =
        phrase.before_lead(at.start, LEAD).checked_sub(1).filter(|_| phrase.is(at.end, DIMENSIONS))?;
    let name = match phrase.is(before, grammar::BE) {
        true => phrase.name_to(phrase.before_auxiliaries(before)),
        false => phrase.name_to(before).filter(|_| phrase.is(before, &[","])),
    }?;
    Some(Tied { name, attribute: phrase.word(at.end).to_lowercase() })
}

/// "Visits to Orvane rose 40%", "Orvane's debt is $3 million".
fn topical(phrase: &Phrase<'_>, at: &Range<usize>) -> Option<Tied> {
    let verb = phrase.before_lead(at.start, LEAD).checked_sub(1)?;
    let is_verb = phrase.is(verb, LEVELS) || phrase.is(verb, grammar::BE);
    is_verb.then(|| topic(phrase, phrase.before_auxiliaries(verb)))?
}

/// "Orvane had a debt of $3 million", "Orvane's debt of $3 million".
fn possessed(phrase: &Phrase<'_>, at: &Range<usize>) -> Option<Tied> {
    let of = phrase.before_lead(at.start, LEAD).checked_sub(1).filter(|at| phrase.is(*at, &["of"]))?;
    let noun = of.checked_sub(1).filter(|at| phrase.is_tie(*at))?;
    let start = phrase.before_modifiers(noun, MODIFIERS - 1);
    let start = start - usize::from(start > 0 && phrase.is(start - 1, &["a", "an"]));
    let verb = start.checked_sub(1).filter(|at| phrase.is(*at, HAVING));
    let owner = verb.and_then(|verb| phrase.name_to(phrase.before_auxiliaries(verb)));
    let own = || phrase.name_with(of, MODIFIERS).filter(|owner| owner.is_possessive).map(|owner| owner.name);
    let name = owner.or_else(own)?;
    Some(Tied { name, attribute: phrase.word(noun).to_lowercase() })
}

/// What the noun phrase that ends before the token `end` is about, and of whom that is.
fn topic(phrase: &Phrase<'_>, end: usize) -> Option<Tied> {
    let owner = phrase.name_with(end, MODIFIERS)?;
    let preposition = phrase.before_article(owner.start).checked_sub(1);
    let head = preposition.filter(|at| phrase.is(*at, OWNED)).and_then(|at| at.checked_sub(1));
    let own = || end.checked_sub(1).filter(|last| *last >= owner.end);
    let attribute = head.or_else(own).filter(|at| phrase.is_tie(*at))?;
    Some(Tied { name: owner.name, attribute: phrase.word(attribute).to_lowercase() })
}

/// On which day something of a name was, or what it did.
fn dated(phrase: &Phrase<'_>, at: &Range<usize>) -> Option<Tied> {
    let on = at.start.checked_sub(1).filter(|at| phrase.is(*at, &["in", "on"]))?;
    let end = if on > 0 && phrase.is(on - 1, grammar::BE) { on - 1 } else { on };
    if on == 0 {
        return done_behind(phrase, at.end);
    }
    done_before(phrase, on).or_else(|| topic(phrase, end))
}

/// "The museum opened on 14 February".
fn done_before(phrase: &Phrase<'_>, on: usize) -> Option<Tied> {
    let near = (on.saturating_sub(TO_DAY + 1)..on).rev();
    let verb = near.take_while(|at| !phrase.is_mark(*at)).find(|at| phrase.is_deed(*at, IRREGULAR))?;
    let name = phrase.name_to(phrase.before_auxiliaries(verb))?;
    Some(Tied { name, attribute: phrase.word(verb).to_lowercase() })
}

/// "On 14 February, the museum opened".
fn done_behind(phrase: &Phrase<'_>, end: usize) -> Option<Tied> {
    let start = phrase.behind_article(end + usize::from(phrase.is(end, &[","])));
    let name = phrase.name_from(start)?;
    let verb = phrase.range(name).end;
    let verb = verb + usize::from(phrase.is(verb, grammar::AUXILIARY));
    let attribute = phrase.word(verb).to_lowercase();
    phrase.is_deed(verb, IRREGULAR).then_some(Tied { name, attribute })
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::claim::named;
    use crate::document::Document;
    use crate::lint::suggest::phrase::Phrase;

    /// Checks the name and the word that the last value of a sentence is tied to first.
    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let document = Document::plain(text, None);
        let names: Vec<_> = named::all(&document).into_iter().map(|named| named.span).collect();
        let sentence = &document.sentences()[0];
        let phrase = Phrase { text, tokens: sentence.tokens(text), names: &names };
        let tied = document.values(sentence).iter().flat_map(|value| all(&phrase, value)).next();
        let found = tied.as_ref().map(|tied| (tied.name.of(text), tied.attribute.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_count_is_of_whoever_has_it() {
        check("The Harbour League has about 12 clubs.", Some(("Harbour League", "clubs")));
        check("The Harbour League's 12 clubs met.", Some(("Harbour League", "clubs")));
        check("They met the Harbour League, a 12-member union, there.", Some(("Harbour League", "member")));
        check("The Harbour League said 12 boats sank.", None);
        check("Orvane met; 12 clubs left.", None);
    }

    #[test]
    fn a_measure_is_of_what_the_verb_is_about() {
        check("Visits to Orvane rose 40% in a day.", Some(("Orvane", "visits")));
        check("Visits to the Orvane ticket shop rose by 40%.", Some(("Orvane", "visits")));
        check("The Orla Bridge is 1,149 metres long.", Some(("Orla Bridge", "long")));
        check("The Orla Bridge, 1,149 metres long, opened.", Some(("Orla Bridge", "long")));
        check("The Orla Union had a net debt of $3 million.", Some(("Orla Union", "debt")));
        check("Orvane's net debt was $3 million.", Some(("Orvane", "debt")));
        check("Orvane announced a plan worth $3 million.", None);
        check("Orvane of Quay: $3 million.", None);
    }

    #[test]
    fn a_day_is_of_what_was_done() {
        check("The Quay Museum opened on 14 February 2026.", Some(("Quay Museum", "opened")));
        check("On 14 February 2026, the Orla Union announced it.", Some(("Orla Union", "announced")));
        check("The launch of the Orvane ferry was on 14 February 2026.", Some(("Orvane", "launch")));
        check("Orvane is weighing it, a person close to the matter said on 14 February 2026.", None);
    }
}
