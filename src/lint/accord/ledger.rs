//! What the articles of a run have said so far.

use crate::claim::figure::When;
use crate::diagnostic::Card;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Elsewhere;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::lint::accord::Noted;
use crate::lint::accord::Notes;
use crate::lint::accord::speeches::Speeches;
use crate::lint::accord::wording;
use crate::lint::cards::Cards;
use crate::lint::checks::Check;
use crate::lint::checks::Checks;
use crate::severity::Severity;
use crate::verdict::accord;
use crate::verdict::accord::Said;
use crate::verdict::accord::Topic;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the articles of a run have said so far; it grows with what they state, not with their text.
pub struct Ledger<'r> {
    rules: &'r Rules,
    cards: &'r Cards<'r>,
    checks: Checks,
    // Who spoke first of a thing sets the measure.
    first: BTreeMap<Topic, Kept>,
    speeches: Speeches,
    n_articles: usize,
}

/// The first statement about something.
struct Kept {
    said: Said,
    at: Elsewhere,
    article: usize,
    day: Option<Date>,
}

impl<'r> Ledger<'r> {
    /// An empty ledger.
    pub(crate) fn new(rules: &'r Rules, cards: &'r Cards<'r>, checks: Checks) -> Ledger<'r> {
        Ledger { rules, cards, checks, first: BTreeMap::new(), speeches: Speeches::default(), n_articles: 0 }
    }

    /// Enters what an article left behind, and gives what of it does not agree with what is there.
    pub fn enter(&mut self, notes: Notes) -> Vec<Diagnostic> {
        self.n_articles += 1;
        let Notes { day, statements, speeches } = notes;
        let mut findings: Vec<Diagnostic> =
            statements.into_iter().filter_map(|noted| self.state(noted, day)).collect();
        if let Some(severity) = self.checks.severity(Check::QuoteDrift) {
            let heard =
                speeches.into_iter().filter_map(|spoken| self.speeches.hear(spoken, (self.n_articles, day)));
            findings.extend(heard.map(|finding| Diagnostic { severity, ..finding }));
        }
        findings
    }

    fn state(&mut self, noted: Noted, day: Option<Date>) -> Option<Diagnostic> {
        let Noted { topic, said, name, finding, at } = noted;
        let first = self.first.get(&topic).filter(|first| !is_of_now(&topic) || is_near(first.day, day));
        let Some(first) = first else {
            self.first.insert(topic, Kept { said, at, article: self.n_articles, day });
            return None;
        };
        // An article may give many figures of one subject; a fact that is watched is one and the same.
        let is_elsewhere = matches!(topic, Topic::Watched(_)) || first.article != self.n_articles;
        let is_other = is_elsewhere && accord::disagree(&first.said, &said, self.slack_days(&topic));
        let severity = self.severity(&topic).filter(|_| is_other)?;
        let fact = self.card(&topic);
        let name = fact.as_ref().map_or(name.as_str(), |card| &card.says);
        let message = wording::disagreement(&topic, name, &at.words, &first.at.words);
        Some(Diagnostic { severity, message, fact, related: vec![first.at.clone()], ..finding })
    }

    fn card(&self, topic: &Topic) -> Option<Arc<Card>> {
        match topic {
            Topic::Watched(fact) => Some(Arc::clone(self.cards.of(*fact))),
            Topic::Figure(_) => None,
        }
    }

    /// What the command line says of the check, else what the fact says.
    fn severity(&self, topic: &Topic) -> Option<Severity> {
        let asked = self.checks.severity(Check::Disagreement);
        match topic {
            Topic::Watched(fact) => asked.or(self.rules.fact(*fact).severity),
            Topic::Figure(_) => asked,
        }
    }

    fn slack_days(&self, topic: &Topic) -> i32 {
        let Topic::Watched(fact) = topic else { return SLACK_DAYS };
        match self.rules.fact(*fact).kind {
            Kind::Date { slack_days, .. } => slack_days,
            _ => SLACK_DAYS,
        }
    }
}

/// Whether a figure is only said of the day of its article.
fn is_of_now(topic: &Topic) -> bool {
    matches!(topic, Topic::Figure(about) if about.when == When::Now)
}

/// What is said of now may change; so many days later it is said of another now.
const NOW: i32 = 7;

/// Whether the days of two articles are one "now"; without a day nobody knows of a difference.
fn is_near(one: Option<Date>, other: Option<Date>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.since(other).is_ok_and(|span| span.get_days().abs() <= NOW),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Dates may be a day apart: it is another day elsewhere in the world.
const SLACK_DAYS: i32 = 1;
