//! Who says so: the article, somebody it vouches for, somebody it keeps away from.

use crate::context::Cue;
use crate::context::Source;
use crate::context::automaton::Hit;
use crate::context::clause::InsertionKind;
use crate::context::headline;
use crate::context::lexicon::Class;
use crate::context::lexicon::Effect;
use crate::context::lexicon::Stop;
use crate::context::quoting;
use crate::context::quoting::Size;
use crate::context::scope::View;
use crate::context::word::Word;

/// Reads who says the claim.
pub fn read(view: &View<'_>, cues: &mut Vec<Cue>) -> Source {
    if let Some(hit) = view.first(&[Effect::Mention]) {
        cues.insert(0, view.cue(hit));
        return Source::Mention;
    }
    if view.form.is_attributive() && quoting::size(view) != Some(Size::Direct) {
        return Source::Author;
    }
    if quoting::size(view) == Some(Size::Direct) {
        let span =
            quoting::around(view, view.site.claim).map_or(view.site.claim, |quotation| quotation.words);
        cues.push(Cue { group: "quotation".to_owned(), span });
        return Source::Quoted;
    }
    said(view, cues)
}

/// The one who vouches least decides: what somebody claims another confirmed is a claim.
const ORDER: &[(Effect, Source)] =
    &[(Effect::Claim, Source::Distant), (Effect::Say, Source::Neutral), (Effect::Confirm, Source::Factive)];

fn said(view: &View<'_>, cues: &mut Vec<Cue>) -> Source {
    if let Some(hit) = view.first(&[Effect::Endorse]) {
        cues.push(view.cue(hit));
        return Source::Factive;
    }
    for &(effect, source) in ORDER {
        if let Some(hit) = view.reaching(effect).find(|hit| is_speech_of_claim(view, hit)) {
            cues.push(view.cue(hit));
            return source;
        }
    }
    headline::speaker(view, cues).unwrap_or(Source::Author)
}

/// A speech verb after a claim reports it only as ", she said" or "” she said".
fn is_speech_of_claim(view: &View<'_>, hit: &Hit) -> bool {
    !is_noun(view, hit) && (hit.end <= view.claim.start || is_trailing(view, hit))
}

/// "her notes", "the finds": after an article such a word is no verb.
fn is_noun(view: &View<'_>, hit: &Hit) -> bool {
    let confirms = view.group(hit).is_some_and(|group| group.effect == Effect::Confirm);
    let article = |word: &Word| {
        ["this", "that", "these", "those"].iter().all(|other| view.lexicon.id(other) != word.id)
    };
    let before = hit.first.checked_sub(1).and_then(|at| view.outline.words.get(at));
    confirms && before.is_some_and(|word| view.lexicon.is(*word, Class::Determiner) && article(word))
}

/// How long a speaker between the comma and the verb may be.
const SPEAKER: usize = 12;

fn is_trailing(view: &View<'_>, hit: &Hit) -> bool {
    if is_preposition(view, hit) {
        return true;
    }
    let from = view.claim.end.max(hit.first.saturating_sub(SPEAKER));
    let comma = (from..hit.first).rev().find(|&at| ends_speech(view, at));
    let Some(comma) = comma else { return false };
    let speaker = comma + 1..hit.first;
    let is_joined = view.outline.words.get(comma + 1).is_some_and(|word| {
        ["and", "but", "then", "who", "which"]
            .iter()
            .any(|join| word.id != 0 && view.lexicon.id(join) == word.id)
    });
    // "…, Orla said" has a speaker before the verb, "…, said Orla" after it.
    let names_speaker =
        !speaker.is_empty() || view.outline.words.get(hit.end).is_some_and(|w| w.is_capitalised || w.id != 0);
    let is_own_verb = comma == view.claim.end && speaker.is_empty();
    !is_joined
        && !closes_front(view, comma)
        && names_speaker
        && !is_own_verb
        && !speaker.into_iter().any(|at| view.outline.marks[at].is(Stop::Verb) && !view.is(at, Class::Speech))
}

/// "After the 31 members met, she said": the comma after a clause before the main one ends no speech.
fn closes_front(view: &View<'_>, comma: usize) -> bool {
    let mut around = view.outline.around(view.claim.start);
    around.any(|insertion| insertion.kind == InsertionKind::Fronted && insertion.words.end == comma + 1)
}

fn ends_speech(view: &View<'_>, at: usize) -> bool {
    view.outline.marks[at].is(Stop::Comma) || view.outline.is_mark(at, '”') || view.outline.is_mark(at, '"')
}

/// "according to" needs no comma.
fn is_preposition(view: &View<'_>, hit: &Hit) -> bool {
    view.is(hit.first, Class::Fronting)
}
