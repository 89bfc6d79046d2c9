//! An article, read for its claims: sentences are taken apart once, when a claim first needs them.

use crate::context::Context;
use crate::context::Site;
use crate::context::certainty;
use crate::context::fate;
use crate::context::form;
use crate::context::lexicon::Lexicon;
use crate::context::mode;
use crate::context::outline::Outline;
use crate::context::polarity;
use crate::context::scope::View;
use crate::context::source;
use crate::context::tense;
use crate::context::time;
use crate::document::Document;
use crate::span::Span;
use std::cell::OnceCell;

/// An article and what has been seen of its sentences.
pub struct Reading<'d> {
    lexicon: &'d Lexicon,
    document: &'d Document<'d>,
    names: &'d [Span],
    outlines: Vec<OnceCell<Outline>>,
}

impl<'d> Reading<'d> {
    /// A reading of `document` in which nothing has been looked at.
    ///
    /// `names` are the names of entities in it, in order.
    pub fn new(lexicon: &'d Lexicon, document: &'d Document<'d>, names: &'d [Span]) -> Reading<'d> {
        let outlines = document.sentences().iter().map(|_| OnceCell::new()).collect();
        Reading { lexicon, document, names, outlines }
    }

    /// How the article stands to the claim at `site`.
    pub fn of(&self, site: &Site<'_>) -> Context {
        let sentence = self.document.sentence_at(site.claim.start());
        let Some(outline) = self.outline(sentence) else { return Context::asserted() };
        let claim = outline.words_of(site.claim);
        if claim.is_empty() {
            return Context::asserted();
        }
        let place = (sentence, self.block_of(sentence).unwrap_or(0));
        let form = site.form.unwrap_or_else(|| form::of(self.lexicon, outline, claim.clone()));
        let (lexicon, document) = (self.lexicon, self.document);
        self.judge(&View { lexicon, document, outline, site, claim, form, place })
    }

    fn judge(&self, view: &View<'_>) -> Context {
        let mut cues = Vec::new();
        let mut said = Vec::new();
        let source = source::read(view, &mut said);
        let (source, fate) = fate::settle(view, self, source, &mut cues);
        let time = time::read(view, source, &mut cues);
        let mode = mode::read(view, &mut cues);
        let polarity = polarity::read(view, &mut cues);
        cues.extend(said);
        let certainty = certainty::read(view, &mut cues);
        let tense = tense::of(view);
        Context { form: view.form, polarity, certainty, source, mode, time, tense, fate, cues }
    }

    /// A sentence, taken apart.
    pub fn outline(&self, sentence: usize) -> Option<&Outline> {
        let known = self.outlines.get(sentence)?;
        let text = &self.document.text;
        let tokens = self.document.sentences().get(sentence)?.tokens(text);
        Some(known.get_or_init(|| Outline::new(self.lexicon, text, tokens, self.names)))
    }

    /// The block of a sentence.
    pub fn block_of(&self, sentence: usize) -> Option<usize> {
        self.document.sentences().get(sentence).map(|sentence| sentence.block)
    }
}

#[cfg(test)]
mod tests {
    use super::Reading;
    use crate::context::Site;
    use crate::context::Status;
    use crate::context::example;
    use crate::context::example::Example;
    use crate::context::lexicon::Lexicon;
    use crate::context::sample;
    use crate::context::sample::check;
    use crate::document::Document;
    use crate::fact::Nature;
    use crate::span::Span;

    #[test]
    fn odd_text_is_read_to_the_end() {
        let text = "“«İn't» n’t — (12-ﬁve ’s) — , which , ; 33rd; 𝟛‑é́ no. 4 “not\n\nCorrection: ’tis CEO, CEO (\u{feff}";
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let document = Document::titled("Orla: no", text, None);
        let reading = Reading::new(Lexicon::built_in(), &document, &[]);
        for (i, start) in starts.iter().enumerate() {
            for end in &starts[i..] {
                let claim = Span::new(*start, *end + 10);
                let spans = [claim];
                let site = Site {
                    claim,
                    subject: None,
                    deed: None,
                    form: None,
                    nature: Nature::State,
                    truths: &spans,
                    rivals: &[],
                    dates: &[],
                };
                assert!(reading.of(&site).cues.iter().all(|cue| !cue.group.is_empty()));
            }
        }
    }

    #[test]
    fn every_group_decides_its_example_and_no_other() {
        let mut wrong = Vec::new();
        let lexicon = Lexicon::built_in();
        for group in &lexicon.groups {
            let (shields, not) = (group.shields.as_deref().unwrap(), group.not.as_deref().unwrap());
            for (marked, decides) in [(shields, true), (not, false)] {
                let example = Example::read(marked).unwrap();
                if example.is_decided_by(lexicon, group) != decides {
                    wrong.push((group.id.as_str(), marked, sample::of(marked, example::nature(group)).cues));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn events_are_read_by_their_own_rules() {
        check(
            Status::Asserted,
            Nature::Event,
            &[
                "Sales rose «12» percent on Saturday, the most in years.",
                "Sales jumped «12» percent after the firm said it would not raise prices.",
                "The crash killed «12» people and injured three.",
                "«12» people died when the bridge collapsed, not far from the port.",
                "The firm cut «12» jobs, less than a year after it was founded.",
                "The firm cut «12» jobs without warning.",
                "The firm will cut «12» jobs.",
                "The fire has burned «12» acres and is not under control.",
                "The quake, which nobody predicted, killed «12» people.",
                "Firm to cut «12» jobs",
                "“No comment,” the firm said of the «12» job cuts.",
            ],
        );
        check(
            Status::Attributed,
            Nature::Event,
            &[
                "At least «12» people died, police said.",
                "«12» people died in the crash, according to a preliminary count.",
                "Police say «12» people died.",
                "The firm said it would cut «12» jobs.",
                "The firm, in a filing, reported a rise of «12» percent.",
                "Vale: firm to cut «12» jobs",
                "Sales up «12» percent: report",
                "Vale said the rise of «12» percent was “not enough”.",
                "Vale said sales “rose «12» percent” that day.",
            ],
        );
        check(
            Status::Negated,
            Nature::Event,
            &[
                "Sales did not rise «12» percent.",
                "It was not «12» people who died.",
                "Claims that «12» people died are false.",
                "Police denied that «12» people had died.",
                "Firm denies it will cut «12» jobs",
            ],
        );
        check(
            Status::Contrasted,
            Nature::Event,
            &["Sales rose ten percent, not «12».", "Ten people died, not «12» as first reported."],
        );
        check(
            Status::Hypothetical,
            Nature::Event,
            &[
                "Had sales risen «12» percent, the firm would have hired.",
                "Critics urged the firm to cut «12» jobs.",
                "The strike could force the firm to cut «12» jobs.",
                "Did sales rise «12» percent?",
                "Police could not confirm that «12» people died.",
                "Will the firm cut «12» jobs?",
            ],
        );
        check(
            Status::OtherSubject,
            Nature::Event,
            &[
                "Sales rose ten percent, compared with «12» percent at its rival.",
                "Sales rose ten percent, beating forecasts of «12» percent.",
                "Sales rose ten percent, less than the «12» percent analysts expected.",
            ],
        );
        check(
            Status::Retracted,
            Nature::Event,
            &[
                "Police first said «12» people had died but lowered the toll to {ten}.",
                "Police said «12» people had died. The toll was later revised to {ten}.",
            ],
        );
        check(Status::Historical, Nature::Event, &["The toll rose to ten from «12»."]);
        check(
            Status::Quoted,
            Nature::Event,
            &["“Sales of the firm rose «12» percent last month,” Vale wrote."],
        );
    }

    #[test]
    fn so_are_states() {
        check(
            Status::Asserted,
            Nature::State,
            &[
                "The rate is «12» percent, the bank's lowest since the war.",
                "The bank kept the rate at «12» percent.",
                "The bank left the rate unchanged at «12» percent.",
                "The firm is based in «Oslo», not far from the port.",
                "The firm, based in «Oslo», did not reply.",
            ],
        );
        check(
            Status::Attributed,
            Nature::State,
            &[
                "The bank kept its rate at «12» percent, as economists had forecast, it said.",
                "Vale, who never lived there, said the firm is based in «Oslo».",
            ],
        );
        check(
            Status::Historical,
            Nature::State,
            &[
                "The bank cut the rate from «12» percent to {ten}.",
                "The bank cut the rate to {ten} percent, from «12» percent.",
                "The rate, now {ten} percent, was «12» percent a year ago.",
                "The rate was «12» percent before the cut.",
                "The firm was based in «Oslo» until <2019>.",
                "The firm, formerly based in «Oslo», moved.",
            ],
        );
        check(
            Status::Hypothetical,
            Nature::State,
            &[
                "The bank is expected to cut the rate to «12» percent.",
                "Vale will take over as president from «Orla Finn».",
                "The firm wants to be based in «Oslo».",
                "The firm plans to move to «Oslo».",
            ],
        );
        check(
            Status::Negated,
            Nature::State,
            &["The firm is not based in «Oslo».", "The firm is no longer based in «Oslo»."],
        );
        check(Status::Contrasted, Nature::State, &["The firm is based in Bergen rather than «Oslo»."]);
    }

    #[test]
    fn so_are_plans() {
        check(
            Status::Asserted,
            Nature::Plan,
            &["The plant will open in «May».", "The plant is not ready but will open in «May»."],
        );
        check(Status::Negated, Nature::Plan, &["The plant will not open in «May»."]);
        check(
            Status::Attributed,
            Nature::Plan,
            &["The plant will open in «May», the firm said, denying reports of a delay."],
        );
        check(
            Status::Retracted,
            Nature::Plan,
            &[
                "The plant was to open in «May» but was delayed.",
                "The firm said the plant would open in «May», then pushed the date back to {June}.",
            ],
        );
    }
}
