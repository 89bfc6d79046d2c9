//! Words in a sentence that stand for an entity.

use crate::fact::EntityId;
use crate::fact::FactId;
use crate::span::Span;

/// Words in a sentence that stand for an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// Whom they stand for.
    pub entity: EntityId,
    /// How they do.
    pub manner: Manner,
}

/// How words stand for an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// By its name.
    Name,
    /// By another word for it.
    Epithet,
    /// By another word for it that counts in one fact only.
    FactEpithet(FactId),
    /// By "it", "its", "they", "he".
    Pronoun,
}

impl Mention {
    /// Whether it may count as the subject of `fact`.
    pub fn speaks_for(&self, fact: FactId) -> bool {
        !matches!(self.manner, Manner::FactEpithet(only) if only != fact)
    }
}
