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
        let fate = fate::read(view, self, &mut cues);
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
