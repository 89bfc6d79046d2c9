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
use crate::context::time;
use crate::document::Document;
use std::cell::OnceCell;

/// An article and what has been seen of its sentences.
pub struct Reading<'d> {
    lexicon: &'d Lexicon,
    document: &'d Document<'d>,
    outlines: Vec<OnceCell<Outline>>,
}

impl<'d> Reading<'d> {
    /// A reading of `document` in which nothing has been looked at.
    pub fn new(lexicon: &'d Lexicon, document: &'d Document<'d>) -> Reading<'d> {
        let outlines = document.sentences().iter().map(|_| OnceCell::new()).collect();
        Reading { lexicon, document, outlines }
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
        let form = form::of(self.lexicon, outline, claim.clone());
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
        Context { form: view.form, polarity, certainty, source, mode, time, fate, cues }
    }

    /// A sentence, taken apart.
    pub fn outline(&self, sentence: usize) -> Option<&Outline> {
        let known = self.outlines.get(sentence)?;
        let text = &self.document.text;
        let tokens = self.document.sentences().get(sentence)?.tokens(text);
        Some(known.get_or_init(|| Outline::new(self.lexicon, text, tokens)))
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
    use crate::context::group::Effect;
    use crate::context::group::Group;
    use crate::context::group::NatureName;
    use crate::context::lexicon::Lexicon;
    use crate::context::sample;
    use crate::document::Document;
    use crate::fact::Nature;
    use crate::span::Span;

    fn nature(group: &Group) -> Nature {
        match group.nature {
            Some(NatureName::Plan) => Nature::Plan,
            Some(NatureName::Event) => Nature::Event,
            Some(NatureName::State) | None => Nature::State,
        }
    }

    /// Whether `group` decides about the marked words; an idiom decides that nothing does.
    fn decides(group: &Group, marked: &str) -> bool {
        let context = sample::of(marked, nature(group));
        match group.effect {
            Effect::Idiom | Effect::Presuppose => context.status() == Status::Asserted,
            Effect::Uphold => context.status() == Status::Attributed,
            _ => context.cues.iter().any(|cue| cue.group == group.id),
        }
    }

    #[test]
    fn odd_text_is_read_to_the_end() {
        let text = "“«İn't» n’t — (12-ﬁve ’s) — , which , ; 33rd; 𝟛‑é́ no. 4 “not\n\nCorrection: ’tis CEO, CEO (\u{feff}";
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let document = Document::titled("Orla: no", text, None);
        let reading = Reading::new(Lexicon::built_in(), &document);
        for (i, start) in starts.iter().enumerate() {
            for end in &starts[i..] {
                let claim = Span::new(*start, *end + 10);
                let spans = [claim];
                let site = Site {
                    claim,
                    subject: None,
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
        for group in &Lexicon::built_in().groups {
            let (shields, not) = (group.shields.as_deref().unwrap(), group.not.as_deref().unwrap());
            if !decides(group, shields) {
                wrong.push((group.id.as_str(), shields, sample::of(shields, nature(group)).cues));
            }
            if decides(group, not) {
                wrong.push((group.id.as_str(), not, sample::of(not, nature(group)).cues));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
