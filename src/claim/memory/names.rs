//! Names, and those that are parts of the names of others.

use crate::claim::anchor::Hit;
use crate::claim::epithet;
use crate::claim::memory::Memory;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::personal_name::is_family_name;
use crate::claim::titles;
use crate::fact::EntityId;
use crate::span::Span;
use crate::token::Token;

/// Small words that open a sentence with a capital; like titles ("Mr. Vale") they are no given name.
const NO_GIVEN_NAMES: &[&str] = &[
    "and", "but", "if", "when", "the", "for", "as", "in", "by", "on", "with", "from", "to", "while",
    "although", "that", "after", "before", "administration", "like", "both", "former", "since", "then",
];

impl Memory<'_> {
    /// Whom a name stands for.
    pub(super) fn name(&mut self, tokens: &[Token], hit: Hit, found: &mut Vec<Mention>) {
        if !hit.gist.is_name || epithet::is_wider(&self.document.text, tokens, hit.span) {
            return;
        }
        for entity in self.anchors.word(hit.word).names {
            if self.is_part_of_longer(tokens, hit.span, *entity) {
                self.others.push(hit);
            } else if !hit.gist.is_family_name || !self.is_end_of_other_name(tokens, hit.span, *entity) {
                found.push(Mention { span: hit.span, entity: *entity, manner: Manner::Name });
            }
        }
    }

    /// Whether a short name is a part of the long one of another: "the Swiss National Bank", "the National Bank
    /// of Velmark", where the rules have a National Bank of Norland.
    fn is_part_of_longer(&self, tokens: &[Token], span: Span, entity: EntityId) -> bool {
        let text = &*self.document.text;
        let name = span.of(text);
        let end = tokens.partition_point(|token| token.span.start() < span.end());
        let start = tokens.partition_point(|token| token.span.start() < span.start());
        let is_longer = tokens.get(end).is_some_and(|of| of.is(text, "of"))
            && tokens.get(end + 1).is_some_and(|next| next.is_capitalised(text));
        let is_national = || {
            start.checked_sub(1).is_some_and(|at| {
                tokens[at].is_capitalised(text) && epithet::is_demonym(tokens[at].span.of(text))
            })
        };
        let mut names = self.rules.entity(entity).names.iter();
        name.contains(' ')
            && (is_longer || is_national())
            && names.any(|longer| longer.len() > name.len() && longer.starts_with(name))
    }

    /// Whether a one-word name is the family name of somebody else: "Lena Brandt" is not Brandt.
    pub(super) fn is_end_of_other_name(&self, tokens: &[Token], span: Span, entity: EntityId) -> bool {
        let text = &*self.document.text;
        let names = &self.rules.entity(entity).names;
        if !is_family_name(span.of(text), names) {
            return false;
        }
        let at = tokens.partition_point(|token| token.span.start() < span.start());
        let Some(before) = at.checked_sub(1).map(|before| tokens[before]) else { return false };
        // A name may begin within a word, as after the mark in "x'Orla".
        let joins = text.get(before.span.end()..span.start()).is_some_and(|gap| gap.trim().is_empty());
        let is_given_name = before.is_capitalised(text)
            && !before.is_any(text, NO_GIVEN_NAMES)
            && !titles::is_title(before.span.of(text))
            && !is_initials(text, before);
        let opens_sentence = at == 1 && !names.iter().any(|name| name.contains(' '));
        joins && is_given_name && !opens_sentence && !self.is_other(before)
    }

    /// Whether a token is itself a name of the rules, as "Zelmora" in "Zelmora Orla".
    fn is_other(&self, token: Token) -> bool {
        let (hits, _) = self.anchors.scan(self.document.slice(token.span));
        let is_whole = |hit: &Hit| hit.span.len() == token.span.len();
        hits.iter().any(|hit| is_whole(hit) && hit.gist.is_name)
    }
}

/// Whether a token is initials, which stand before the name they belong to: "J.", "U.S.".
fn is_initials(text: &str, token: Token) -> bool {
    token.span.of(text).contains('.')
}
