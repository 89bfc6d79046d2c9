//! Where a setting was made.

use crate::fact::Place;
use crate::fact::RuleFile;
use crate::fact::raw::Pair;

/// A setting with the place where it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The key, with that of its table before it: `checks.arithmetic`.
    pub key: String,
    /// What it was set to, as it was written.
    pub value: String,
    /// Where.
    pub place: Place,
}

impl Origin {
    /// The origin of a key of the table `prefix`, which ends in a full stop where there is one.
    pub fn of(prefix: &str, pair: &Pair, file: &RuleFile) -> Origin {
        let span = pair.node.place.span;
        let written = file.text.get(span.start()..span.end()).unwrap_or_default();
        let value = written.split_whitespace().collect::<Vec<_>>().join(" ");
        Origin { key: format!("{prefix}{}", pair.key), value, place: pair.place }
    }
}
