//! Whether each fact's own sentence agrees with it.

use crate::fact::Rules;
use crate::fact::mistake::Mistake;
use crate::lint::Linter;

/// The facts whose `says` their own value contradicts.
pub fn mistakes(_rules: &Rules, _linter: &Linter<'_>) -> Vec<Mistake> {
    Vec::new()
}
