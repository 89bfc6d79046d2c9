//! What findings say of each fact, made when the first of them is told.

use crate::diagnostic::Card;
use crate::fact::FactId;
use crate::fact::Rules;
use crate::lint::wording;
use std::sync::Arc;
use std::sync::OnceLock;

/// The cards of all facts of a run.
pub struct Cards<'r> {
    rules: &'r Rules,
    made: Vec<OnceLock<Arc<Card>>>,
}

impl<'r> Cards<'r> {
    /// The cards of these rules, none made yet.
    pub(crate) fn new(rules: &'r Rules) -> Cards<'r> {
        Cards { rules, made: rules.facts.iter().map(|_| OnceLock::new()).collect() }
    }

    /// The card of a fact.
    pub(crate) fn of(&self, fact: FactId) -> &Arc<Card> {
        self.made[fact.index()].get_or_init(|| Arc::new(wording::card(self.rules, self.rules.fact(fact))))
    }
}
