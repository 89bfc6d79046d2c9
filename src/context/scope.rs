//! Whether a cue reaches a claim.
//!
//! A cue reaches along its clause, on its side, up to its distance, over insertions, and not out of
//! its own. Presupposed claims ("the 31-member alliance") are reached by few.

use crate::context::Cue;
use crate::context::Form;
use crate::context::Site;
use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::form;
use crate::context::group::Claims;
use crate::context::group::Effect;
use crate::context::group::Group;
use crate::context::group::Needs;
use crate::context::group::Stop;
use crate::context::insertion::Insertion;
use crate::context::insertion::InsertionKind;
use crate::context::lexicon::Lexicon;
use crate::context::outline::Outline;
use crate::context::quoting;
use crate::document::Document;
use crate::effort;
use crate::span::Span;
use std::ops::Range;

/// A claim in its sentence.
pub struct View<'v> {
    /// The cue words.
    pub lexicon: &'v Lexicon,
    /// The article.
    pub document: &'v Document<'v>,
    /// The sentence.
    pub outline: &'v Outline,
    /// What the claim's finder knows.
    pub site: &'v Site<'v>,
    /// The words of the claim.
    pub claim: Range<usize>,
    /// Where they stand.
    pub form: Form,
    /// The indices of the sentence and its block.
    pub place: (usize, usize),
}

/// How far before its object a verb may stand.
const CLAUSE: usize = 16;
/// No cue reaches further than this many words, so that work on a claim is bounded.
const HORIZON: usize = 120;

impl<'v> View<'v> {
    /// The cues with `effect` that reach the claim, in the order of the sentence.
    pub fn reaching(&self, effect: Effect) -> impl Iterator<Item = &'v Hit> {
        self.near().filter(move |hit| {
            self.group(hit).is_some_and(|group| group.effect == effect && self.reaches(hit, group))
        })
    }

    /// The first cue with one of `effects` that reaches the claim.
    pub fn first(&self, effects: &[Effect]) -> Option<&'v Hit> {
        effects.iter().find_map(|effect| self.reaching(*effect).next())
    }

    /// The last word from which the claim is taken for granted, undoing denials and questions before it.
    pub fn granted(&self) -> Option<usize> {
        self.reaching(Effect::Presuppose).chain(self.reaching(Effect::Imply)).map(|hit| hit.first).max()
    }

    /// The cues of the sentence that are not too far from the claim.
    pub fn near(&self) -> impl Iterator<Item = &'v Hit> + use<'v> {
        let near = self.claim.start.saturating_sub(HORIZON)..self.claim.end + HORIZON;
        let (outline, site, lexicon) = (self.outline, self.site, self.lexicon);
        let hits = outline.hits_in(near).iter().inspect(|_| effort::spend(1));
        hits.filter(move |hit| {
            let effect = lexicon.groups.get(hit.group).map(|group| group.effect);
            !is_deed(site, outline.span_of(hit.first..hit.end), effect)
        })
    }

    /// The byte at which the clause of the claim ends, if another one follows before long.
    pub fn clause_end(&self) -> Option<usize> {
        let after = self.outline.marks.get(self.claim.end..)?;
        let at = after.iter().take(HORIZON).position(|marks| marks.is_hard())?;
        self.outline.words.get(self.claim.end + at).map(|word| word.span.end())
    }

    /// The group of `hit`.
    pub fn group(&self, hit: &Hit) -> Option<&'v Group> {
        self.lexicon.groups.get(hit.group)
    }

    /// What is reported of `hit`.
    pub fn cue(&self, hit: &Hit) -> Cue {
        let group = self.group(hit).map_or_else(String::new, |group| group.id.clone());
        Cue { group, span: self.outline.span_of(hit.first..hit.end) }
    }

    /// Whether `hit` reaches the claim.
    pub fn reaches(&self, hit: &Hit, group: &Group) -> bool {
        self.admits(group)
            && !quoting::hides(self, hit)
            && self.has_needed(hit, group)
            && match group.claims {
                Claims::After => self.is_after(hit, group),
                Claims::Before => self.is_before(hit, group),
                Claims::Either => self.is_after(hit, group) || self.is_before(hit, group),
                Claims::Phrase => form::is_in_phrase(self, hit),
                Claims::Inside => self.is_inside(hit, group),
                Claims::Earlier => self.claim.end <= hit.first,
                Claims::Block => true,
            }
    }

    fn admits(&self, group: &Group) -> bool {
        let form = group.attributive || !self.form.is_attributive();
        form && group.nature.is_none_or(|nature| nature.is(self.site.nature))
    }

    fn has_needed(&self, hit: &Hit, group: &Group) -> bool {
        match group.needs {
            Needs::Report => {
                let before = self.claim.start.min(hit.first);
                let opens = self.outline.words.first().filter(|_| before > 0);
                let is_that = opens.is_some_and(|word| self.lexicon.is_any(*word, &["that"]));
                is_that || (before.saturating_sub(HORIZON)..before).any(|at| self.is(at, Class::Report))
            }
            Needs::Change => {
                (hit.first.saturating_sub(CLAUSE)..hit.first).any(|at| self.is(at, Class::ChangeVerb))
            }
            Needs::Nothing | Needs::Notice | Needs::Unsaid | Needs::Value | Needs::Link | Needs::Object => {
                true
            }
        }
    }

    /// Between the words of the cue, and not too far from its last one.
    fn is_inside(&self, hit: &Hit, group: &Group) -> bool {
        let holds = hit.first < self.claim.start && self.claim.end < hit.end;
        holds && (group.furthest == 0 || hit.end - self.claim.end <= group.furthest)
    }

    fn is_after(&self, hit: &Hit, group: &Group) -> bool {
        // "introduced Orla Finn as": the claim may stand in a gap of the phrase.
        let in_gap = hit.first < self.claim.start && self.claim.end < hit.end;
        in_gap || hit.end <= self.claim.start && self.is_clear(hit, group, hit.end..self.claim.start)
    }

    fn is_before(&self, hit: &Hit, group: &Group) -> bool {
        self.claim.end <= hit.first && self.is_clear(hit, group, self.claim.end..hit.first)
    }

    /// Whether nothing between a cue and the claim ends its reach.
    fn is_clear(&self, hit: &Hit, group: &Group, between: Range<usize>) -> bool {
        if !self.may_leave(hit, group) || between.len() > HORIZON {
            return false;
        }
        let mut walked = 0;
        let mut at = between.start;
        while at < between.end && (group.furthest == 0 || walked <= group.furthest) {
            effort::spend(1);
            if let Some(over) = self.step_over(at, hit, between.end) {
                at = over;
                continue;
            }
            if self.stops(at, group) && !self.opens_attached(at, group) || self.enters_relative(at, hit) {
                return false;
            }
            walked += 1;
            at += 1;
        }
        group.furthest == 0 || walked <= group.furthest
    }

    /// Whether a cue may leave the insertions that hold it and not the claim, and enter those that
    /// hold the claim and not it.
    fn may_leave(&self, hit: &Hit, group: &Group) -> bool {
        let is_open = |insertion: &Insertion| {
            if self.is_attached(insertion, group) {
                return true;
            }
            let is_closed = matches!(insertion.kind, InsertionKind::Bracket | InsertionKind::Dash)
                || insertion.kind == InsertionKind::Relative && insertion.words.start != hit.first;
            group.escapes && !is_closed
        };
        // A cue that runs over the end of an insertion stands outside it as well.
        let mut left = self.outline.around(hit.first).filter(|insertion| {
            !insertion.words.contains(&self.claim.start) && hit.end <= insertion.words.end
        });
        left.all(is_open)
    }

    /// Whether an insertion tells of the claim itself: "Orla Finn, who was president until May,".
    fn is_attached(&self, insertion: &Insertion, group: &Group) -> bool {
        let tells = matches!(group.effect, Effect::Past | Effect::Previous | Effect::Future | Effect::Deny);
        let is_name = self.outline.words.get(self.claim.start).is_some_and(|word| word.is_capitalised);
        let follows = match insertion.kind {
            InsertionKind::Relative => insertion.words.start == self.claim.end,
            InsertionKind::Bracket => group.effect != Effect::Deny && self.is_told_in(insertion),
            _ => false,
        };
        tells && is_name && follows
    }

    /// "Orla Finn (president, 2019-2024)", "Orla Finn, president (2019-2024),".
    fn is_told_in(&self, bracket: &Insertion) -> bool {
        let is_next = |start: usize| (self.claim.end..=self.claim.end + 1).contains(&start);
        let mut around = self.outline.around(bracket.words.start);
        self.form == Form::Apposition && around.any(|insertion| is_next(insertion.words.start))
    }

    /// Whether the word `at` opens an insertion that tells of the claim.
    fn opens_attached(&self, at: usize, group: &Group) -> bool {
        let mut around = self.outline.around(at);
        around.any(|insertion| at < insertion.words.start + 2 && self.is_attached(insertion, group))
    }

    fn enters_relative(&self, at: usize, hit: &Hit) -> bool {
        self.outline.around(at).any(|insertion| {
            insertion.words.contains(&self.claim.start)
                && !insertion.words.contains(&hit.first)
                && !matches!(insertion.kind, InsertionKind::Apposition | InsertionKind::Fronted)
        })
    }

    /// The end of an insertion at `at` that holds neither the cue nor the claim.
    fn step_over(&self, at: usize, hit: &Hit, end: usize) -> Option<usize> {
        let outer = self.outline.around(at).filter(|insertion| {
            !insertion.words.contains(&self.claim.start) && !insertion.words.contains(&hit.first)
        });
        outer.last().map(|insertion| insertion.words.end.clamp(at + 1, end))
    }

    fn stops(&self, at: usize, group: &Group) -> bool {
        let Some(marks) = self.outline.marks.get(at) else { return true };
        let is_front = group.escapes && marks.is(Stop::Comma) && self.is_end_of_front(at);
        marks.is_hard()
            || !is_front && group.stops.iter().any(|stop| marks.is(*stop))
            || self.is_front_closed(at, group)
    }

    fn is_end_of_front(&self, at: usize) -> bool {
        let mut around = self.outline.around(at);
        around.any(|insertion| insertion.kind == InsertionKind::Fronted && insertion.words.end == at + 1)
    }

    /// The comma after a clause before the main one lets through only cues that escape.
    fn is_front_closed(&self, at: usize, group: &Group) -> bool {
        !group.escapes && self.is_end_of_front(at)
    }

    /// Whether the word `at` belongs to `class`.
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.outline.is(self.lexicon, at, class)
    }

    /// The words at `span` of the article.
    pub fn slice(&self, span: Span) -> &'v str {
        self.document.slice(span)
    }
}

/// "recalled 34,000 cars", "were cancelled by the opera": whether words look like a cue and are the claim's own verb; "would
/// have released" is both.
fn is_deed(site: &Site<'_>, words: Span, effect: Option<Effect>) -> bool {
    let supposes = matches!(
        effect,
        Some(Effect::Suppose | Effect::Wish | Effect::Future | Effect::Imagine | Effect::Open)
    );
    !supposes && site.deed.is_some_and(|deed| words.overlaps(deed))
}

#[cfg(test)]
mod tests {
    use crate::context::Status;
    use crate::context::sample::check;
    use crate::fact::Nature;

    #[test]
    fn cues_of_other_clauses_do_not_reach() {
        check(
            Status::Asserted,
            Nature::State,
            &[
                "The fleet has «12» ferries, not ten.",
                "The fleet has «12» ferries rather than ten.",
                "The fleet, which does not sail in winter, has «12» ferries.",
                "The fleet does not sail in winter. It has «12» ferries.",
                "The fleet does not sail in winter but has «12» ferries.",
                "The fleet, not content with ten, has «12» ferries.",
                "Without a harbour of its own, the fleet has «12» ferries.",
                "Though it denies wrongdoing, the company has «12» ferries.",
                "The company has «12» ferries, though it denies wrongdoing.",
                "The company has «12» ferries, but will not say where.",
                "The company has «12» ferries and no plans to buy more.",
                "Having failed to sell them, the company has «12» ferries.",
                "The «12-ferry» company did not reply.",
                "Nothing is known of the «12-ferry» company's plans.",
                "The company, which may close, has «12» ferries.",
                "The company could not be reached; it has «12» ferries.",
                "The company has «12» ferries because it could not sell them.",
                "The fleet, founded in <2019>, has «12» ferries.",
                "The fleet now has «12» ferries.",
                "President «Orla Finn» may travel.",
                "President «Orla Finn», who denies it, left.",
                "Why does the «12-ferry» fleet exist?",
                "The fleet had not grown for years; it now has «12» ferries.",
                "The company, not known for modesty, says nothing, and has «12» ferries.",
                "Not everyone is happy, but the fleet has «12» ferries.",
                "Never before has a fleet with «12» ferries sailed.",
                "The fleet has no fewer than «12» ferries.",
                "No other fleet has «12» ferries.",
                "The fleet has «12» ferries, none of them new.",
                "The fleet has «12» ferries, which is not many.",
                "The fleet has «12» ferries, although some do not sail.",
                "Critics who deny climate change own the «12-ferry» fleet.",
                "Not only does the fleet have «12» ferries, it has a dock.",
                "In January, the fleet has «12» ferries.",
                "There are «12» ferries in the fleet, not counting tugs.",
                "The fleet numbers «12» ferries.",
                "It has long been known that the fleet has «12» ferries.",
                "The fleet has «12» ferries and may buy more.",
                "The fleet has «12» ferries and is said to want more.",
                "Whether or not it sails, the fleet has «12» ferries.",
                "If you count tugs, the fleet has «12» ferries.",
                "The owner of «12» ferries denied that he was ill.",
                "Finn said she was “not amused” by the «12» ferries on show.",
            ],
        );
    }

    #[test]
    fn what_will_be_is_asserted_of_a_plan() {
        check(
            Status::Asserted,
            Nature::Plan,
            &[
                "The permit covers the «open» quays, not the closed ones.",
                "No one disputes that the permit covers «open» quays.",
                "The permit covers not just «open» quays but docks.",
                "The permit will cover «open» quays.",
                "The permit would cover «open» quays.",
                "If it is signed, the permit will cover «open» quays.",
                "The permit is set to cover «open» quays.",
                "The company said no to rivals and will use «open» quays.",
                "It will use «open» quays from May, when the permit could end.",
                "The company refused to say how much it paid for the permit, which covers «open» quays.",
            ],
        );
    }
}
