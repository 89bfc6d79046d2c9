//! Pronouns, which go back to the nearest who fits.

use crate::claim::anchor::Hit;
use crate::claim::memory::Memory;
use crate::claim::memory::REACH;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::person::Being;
use crate::fact::EntityId;
use crate::token::Kind;
use crate::token::Token;

/// Pronouns for things.
const IT: &[&str] = &["it", "its", "itself", "they", "their", "them"];

/// Pronouns for one person.
const HE: &[&str] = &["he", "his", "him", "she", "her"];

/// Whether a word may be one of these pronouns, by its length and first letter.
fn may_be_pronoun(word: &str) -> bool {
    let first = word.bytes().next().map(|byte| byte | 0x20);
    word.len() <= 6 && matches!(first, Some(b'i' | b't' | b'h' | b's'))
}

impl Memory<'_> {
    /// Whom the pronouns of a sentence stand for, in which `found` was found before.
    pub(super) fn pronouns(&self, sentence: usize, tokens: &[Token], found: &mut Vec<Mention>) {
        let text = &*self.document.text;
        let may_be = |token: &&Token| token.kind == Kind::Word && may_be_pronoun(token.span.of(text));
        for token in tokens.iter().filter(may_be) {
            let is_person = token.is_any(text, HE);
            if !is_person && !token.is_any(text, IT) {
                continue;
            }
            let antecedent = self.antecedent(sentence, *token, found, is_person);
            let may = |entity: &EntityId| !self.is_overshadowed(tokens, *token, found, *entity);
            if let Some(entity) = antecedent.filter(may) {
                found.push(Mention { span: token.span, entity, manner: Manner::Pronoun });
            }
        }
    }

    /// Whether somebody nearer than an entity may be meant: "The old bank left its rate", "bought Orvane and
    /// its 41 ships".
    fn is_overshadowed(&self, tokens: &[Token], pronoun: Token, found: &[Mention], entity: EntityId) -> bool {
        let text = &*self.document.text;
        let last = found.iter().filter(|m| m.entity == entity && m.manner != Manner::Pronoun);
        let last = last.map(|mention| mention.span.end()).filter(|end| *end <= pronoun.span.start()).max();
        let is_nearer = |hit: &Hit| {
            let word = self.anchors.word(hit.word);
            let carries = word.epithets.contains(&entity) || word.names.contains(&entity);
            carries
                && hit.span.end() <= pronoun.span.start()
                && last.is_none_or(|last| last < hit.span.start())
        };
        let at = tokens.partition_point(|token| token.span.start() < pronoun.span.start());
        let is_joined = at >= 2 && tokens[at - 1].is(text, "and") && tokens[at - 2].is_capitalised(text);
        let is_known = |token: Token| found.iter().any(|mention| mention.span.overlaps(token.span));
        self.others.iter().any(is_nearer) || is_joined && !is_known(tokens[at - 2])
    }

    /// Whom a pronoun goes back to: the nearest in its sentence, else the topic of one shortly before.
    fn antecedent(
        &self,
        sentence: usize,
        token: Token,
        found: &[Mention],
        is_person: bool,
    ) -> Option<EntityId> {
        let not = if is_person { Being::Thing } else { Being::Person };
        let fits = |mention: &&Mention| self.anchors.being(mention.entity) != not;
        let here = found.iter().filter(|m| m.manner != Manner::Pronoun && m.span.end() <= token.span.start());
        if let Some(mention) = here.filter(fits).max_by_key(|mention| mention.span) {
            return Some(mention.entity);
        }
        let earlier = self.topics.iter().rev().take_while(|(at, _)| at + REACH >= sentence);
        earlier.map(|(_, mention)| mention).find(fits).map(|mention| mention.entity)
    }
}
