//! One sentence with everything that binding asks about it.

use crate::claim::anchor::Anchors;
use crate::claim::anchor::Hit;
use crate::claim::anchor::WordId;
use crate::claim::clause::Clauses;
use crate::claim::gate::Gate;
use crate::claim::gate::Group;
use crate::claim::memory;
use crate::claim::memory::Memory;
use crate::claim::mention::Mention;
use crate::document::Document;
use crate::document::block::Role;
use crate::effort;
use crate::fact::EntityId;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Rules;
use crate::span::Span;
use crate::token::Kind;
use crate::token::Token;
use crate::value::Value;
use crate::value::noun;
use std::cell::OnceCell;
use std::ops::Range;

/// A sentence that holds a word of the rules.
pub struct Scene<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// The words of the rules.
    pub anchors: &'a Anchors,
    /// The article.
    pub document: &'a Document<'a>,
    /// The index of the sentence.
    pub index: usize,
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// The words of the rules in it, in order.
    pub hits: &'a [Hit],
    /// The words of the rules in the sentence before, where it has any.
    pub before: &'a [Hit],
    /// Who is spoken of, in order.
    pub mentions: Vec<Mention>,
    /// Words that look like an epithet and stand for another thing: "the old bridge".
    pub others: Vec<Hit>,
    /// The entities named shortly before, nearest first.
    pub recent: Vec<EntityId>,
    // The bytes of the longest mention and of the longest hit.
    longest: (usize, usize),
    clauses: OnceCell<Clauses>,
}

/// The byte after a sentence, or the end of the text where there is none.
fn end_of(document: &Document<'_>, index: usize) -> usize {
    document.sentences().get(index).map_or(document.text.len(), |sentence| sentence.span.end())
}

/// Whether a sentence without a word of the rules goes on about the one before: "It has 31."
fn goes_on(document: &Document<'_>, index: usize) -> bool {
    let words = document.sentences().get(index).map_or("", |sentence| document.slice(sentence.span));
    let opens =
        ["It ", "They ", "The ", "Its ", "Her ", "His ", "That "].iter().any(|word| words.starts_with(word));
    opens && words.bytes().any(|byte| byte.is_ascii_digit())
}

/// The sentences with a word of the rules, and those that go on about one.
fn groups<'a>(document: &Document<'_>, hits: &'a [Hit]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::with_capacity(hits.len());
    let mut here = 0..0;
    while let Some(first) = hits.get(here.end) {
        let index = document.sentence_at(first.span.start());
        let rest = &hits[here.end..];
        let n_hits = rest.partition_point(|hit| hit.span.start() < end_of(document, index)).max(1);
        here = here.end..here.end + n_hits;
        let before = groups.last().filter(|last| last.index + 1 == index).map_or(&[][..], |last| last.hits);
        groups.push(Group::new(index, hits, here.clone(), before, reach_of(document, index)));
        let next_hit = hits.get(here.end).map(|hit| hit.span.start());
        if next_hit.is_none_or(|at| at >= end_of(document, index + 1)) && goes_on(document, index + 1) {
            let (none, since) = (here.end..here.end, reach_of(document, index + 1));
            groups.push(Group::new(index + 1, hits, none, &hits[here.clone()], since));
        }
    }
    groups
}

/// The byte from which on those are named of whom a sentence may speak.
fn reach_of(document: &Document<'_>, index: usize) -> usize {
    let first = document.sentences().get(index.saturating_sub(memory::REACH));
    first.map_or(document.text.len(), |sentence| sentence.span.start())
}

impl<'a> Scene<'a> {
    /// Sets the scenes of an article: one for each sentence with a hit that may hold a claim.
    pub fn all(
        rules: &'a Rules,
        anchors: &'a Anchors,
        document: &'a Document<'a>,
        hits: &'a [Hit],
    ) -> (Vec<Scene<'a>>, Memory<'a>) {
        let mut memory = Memory::new(rules, anchors, document, hits);
        let mut scenes: Vec<Scene<'a>> = Vec::new();
        let gate = Gate::new(rules, anchors, document, hits);
        let blocks = gate.blocks();
        if !blocks.contains(&true) {
            return (scenes, memory);
        }
        let is_admitted = |group: Group<'_>| {
            let sentence = document.sentences().get(group.index);
            sentence.is_some_and(|it| blocks[it.block] && gate.admits(it.span, group))
        };
        // Sentences without a scene, in which a pronoun may yet find whom it stands for.
        let mut passed: Vec<Group<'a>> = Vec::new();
        for group in groups(document, hits) {
            if !is_admitted(group) {
                passed.push(group);
                continue;
            }
            let near = passed.drain(..).filter(|passed| passed.index + memory::REACH >= group.index);
            near.for_each(|passed| drop(memory.mentions_in(passed)));
            scenes.push(Scene::set(rules, anchors, document, group, &mut memory));
        }
        (scenes, memory)
    }

    fn set(
        rules: &'a Rules,
        anchors: &'a Anchors,
        document: &'a Document<'a>,
        group: Group<'a>,
        memory: &mut Memory<'a>,
    ) -> Scene<'a> {
        let Group { index, hits, before, .. } = group;
        let sentence = &document.sentences()[index];
        let tokens = sentence.tokens(&document.text);
        let mentions = memory.mentions_in(group);
        Scene {
            rules,
            anchors,
            document,
            index,
            span: sentence.span,
            others: memory.others().to_vec(),
            tokens,
            hits,
            before,
            recent: memory.recent(index),
            longest: (
                mentions.iter().map(|mention| mention.span.len()).max().unwrap_or(0),
                hits.iter().map(|hit| hit.span.len()).max().unwrap_or(0),
            ),
            mentions,
            clauses: OnceCell::new(),
        }
    }

    /// The text of the article.
    pub fn text(&self) -> &'a str {
        &self.document.text
    }

    /// A fact.
    pub fn fact(&self, fact: FactId) -> &'a Fact {
        self.rules.fact(fact)
    }

    /// Its clauses.
    pub fn clauses(&self) -> &Clauses {
        self.clauses.get_or_init(|| Clauses::of(self.text(), self.tokens))
    }

    /// Its values.
    pub fn values(&self) -> &'a [Value] {
        self.document.values(&self.document.sentences()[self.index])
    }

    /// Whether it is a heading or the headline, where small words are left out.
    pub fn is_heading(&self) -> bool {
        let block = self.document.sentences()[self.index].block;
        matches!(self.document.blocks[block].role, Role::Title | Role::Heading)
    }

    /// Whether it is such a heading in which every word has a capital, so that none shows a name.
    pub fn is_title_case(&self) -> bool {
        let text = self.text();
        let is_small = |word: &str| word.chars().all(char::is_lowercase) && !noun::is_closed(word);
        let mut words = self.tokens.iter().filter(|token| token.kind == Kind::Word);
        self.is_heading() && !words.any(|token| token.span.len() > 1 && is_small(token.span.of(text)))
    }

    /// Whether it is an entry of a list.
    pub fn is_item(&self) -> bool {
        let block = self.document.sentences()[self.index].block;
        self.document.blocks[block].role == Role::Item
    }

    /// The token that holds the byte `at`, or the first one after it.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end() <= at)
    }

    /// The tokens that `span` covers.
    pub fn tokens_of(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start());
        let end = self.tokens.partition_point(|token| token.span.start() < span.end());
        start..end.max(start)
    }

    /// The bytes from the first to the last of `tokens`.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        if tokens.is_empty() {
            return Span::at(
                self.tokens.get(tokens.start).map_or(self.span.end(), |token| token.span.start()),
            );
        }
        match (
            self.tokens.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::at(self.span.end()),
        }
    }

    /// The word at the token `at`; empty behind the last.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text()))
    }

    /// Whether the token `at` is one of `words`.
    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_any(self.text(), words))
    }

    /// Whether the token before `at` is one of `words`.
    pub fn is_after(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, words))
    }

    /// The hits that are among `words`, which are in order.
    pub fn hits_of(&self, words: &'a [WordId]) -> impl Iterator<Item = Hit> + '_ {
        let hits = self.hits.iter().copied().inspect(|_| effort::spend(1));
        hits.filter(|hit| words.binary_search(&hit.word).is_ok())
    }

    /// The hits that overlap `span`; they stand in the order of their starts.
    pub fn hits_over(&self, span: Span) -> impl Iterator<Item = Hit> + '_ {
        let from = span.start().saturating_sub(self.longest.1);
        let first = self.hits.partition_point(|hit| hit.span.start() < from);
        let after = self.hits.partition_point(|hit| hit.span.start() < span.end());
        let near = self.hits[first..after.max(first)].iter().copied();
        near.inspect(|_| effort::spend(1)).filter(move |hit| hit.span.overlaps(span))
    }

    /// Whether a word of the rules overlaps `span`.
    pub fn is_hit(&self, span: Span) -> bool {
        self.hits_over(span).next().is_some()
    }

    /// The words of a fact that overlap `span`: attribute, title or term.
    pub fn words_over(&self, fact: FactId, span: Span) -> impl Iterator<Item = Hit> + '_ {
        let words = self.anchors.fact(fact);
        self.hits_over(span).filter(move |hit| words.has(hit.word))
    }

    /// Whether a mention shares a byte with `span`.
    pub fn is_mentioned(&self, span: Span) -> bool {
        self.mentions_over(span).next().is_some()
    }

    /// Whether a word of `fact` shares a byte with `span`.
    pub fn is_hit_of(&self, fact: FactId, span: Span) -> bool {
        self.words_over(fact, span).next().is_some()
    }

    /// The mentions that start between two bytes; they stand in the order of their starts.
    fn mentions_from(&self, start: usize, end: usize) -> &[Mention] {
        let first = self.mentions.partition_point(|mention| mention.span.start() < start);
        let after = self.mentions.partition_point(|mention| mention.span.start() < end);
        effort::spend(1 + after.saturating_sub(first));
        &self.mentions[first..after.max(first)]
    }

    /// The mentions that overlap `span`.
    pub fn mentions_over(&self, span: Span) -> impl Iterator<Item = &Mention> {
        let near = self.mentions_from(span.start().saturating_sub(self.longest.0), span.end()).iter();
        near.filter(move |mention| mention.span.overlaps(span))
    }

    /// The mentions that lie in `tokens`.
    pub fn mentions_in(&self, tokens: Range<usize>) -> impl DoubleEndedIterator<Item = &Mention> {
        let span = self.span_of(tokens);
        let near = self.mentions_from(span.start(), span.end()).iter();
        near.filter(move |mention| span.contains(mention.span))
    }

    /// The mentions that end with the token `at`.
    pub fn mentions_ending(&self, at: usize) -> Vec<&Mention> {
        let Some(end) = self.tokens.get(at).map(|token| token.span.end()) else { return Vec::new() };
        let near = self.mentions_from(end.saturating_sub(self.longest.0), end).iter();
        near.filter(|mention| mention.span.end() == end).collect()
    }

    /// The mentions that start with the token `at`.
    pub fn mentions_starting(&self, at: usize) -> Vec<&Mention> {
        let Some(start) = self.tokens.get(at).map(|token| token.span.start()) else { return Vec::new() };
        self.mentions_from(start, start + 1).iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::groups;
    use crate::claim::anchor::Anchors;
    use crate::claim::gate::Gate;
    use crate::document::Document;
    use crate::fact::Rules;
    use crate::fact::trial;
    use proptest::prelude::prop_assert;
    use proptest::prelude::proptest;

    const RULES: &str = r#"
        [[entity]]
        id = "league"
        names = ["Harbour League"]
        epithets = ["the league"]

        [[fact]]
        id = "clubs"
        says = "The Harbour League has 14 clubs"
        kind = "count"
        subject = "league"
        attribute = ["clubs"]
        value = 14

        [[fact]]
        id = "founding"
        says = "The Harbour League was founded in 1931"
        kind = "date"
        subject = "league"
        attribute = ["founded"]
        value = "1931"
    "#;

    /// The blocks of an article that are admitted, and those of which a sentence is.
    fn admitted(rules: &Rules, document: &Document<'_>) -> (Vec<bool>, Vec<bool>) {
        let anchors = Anchors::new(rules, &[]);
        let (hits, _) = anchors.scan(&document.text);
        let gate = Gate::new(rules, &anchors, document, &hits);
        let mut of_sentences = vec![false; document.blocks.len()];
        for group in groups(document, &hits) {
            let sentence = &document.sentences()[group.index];
            of_sentences[sentence.block] |= gate.admits(sentence.span, group);
        }
        (gate.blocks(), of_sentences)
    }

    #[track_caller]
    fn check(body: &str, expected: bool) {
        let loaded = trial::load(&[RULES]);
        assert_eq!(trial::mistakes(&loaded), []);
        let document = Document::titled("Harbour League meets", body, None);
        let (blocks, sentences) = admitted(&loaded.rules, &document);
        assert_eq!((blocks.contains(&true), sentences.contains(&true)), (expected, expected), "{body}");
    }

    #[test]
    fn what_goes_on_in_the_next_block_is_admitted() {
        check("It met.\n\nIts clubs agreed.\n\nThey are 31.", true);
        check("It met.\n\nThe boats left.\n\nThey were founded early.", true);
        check("It met.\n\nThe 31 boats left.", false);
    }

    proptest! {
        #[test]
        fn no_sentence_is_admitted_without_its_block(
            body in "((The Harbour League met|It has 31|Clubs left|The league is 32 strong|It rained|31 clubs)\\.( |\n\n)){0,7}",
        ) {
            let loaded = trial::load(&[RULES]);
            let (blocks, sentences) = admitted(&loaded.rules, &Document::plain(&body, None));
            prop_assert!(blocks.iter().zip(&sentences).all(|(block, sentence)| *block || !sentence), "{body}");
        }
    }
}
