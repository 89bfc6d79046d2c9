//! What a change of a fact means for articles that are out: which of them state an old value.
//!
//! A value that was right on the day of its article needs an update; one that was wrong even then needs a
//! correction. What an article says of an earlier time, or quotes, stays as it is.

use crate::claim::Claim;
use crate::code::Code;
use crate::context::Source;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::document::language;
use crate::fact::Fact;
use crate::fact::Rules;
use crate::lint::Judged;
use crate::lint::Linter;
use crate::lint::wording;
use crate::severity::Severity;
use crate::source::Article;
use crate::verdict::Verdict;
use crate::verdict::compare;
use crate::verdict::compare::Comparison;
use crate::verdict::moment::Moment;
use jiff::civil::Date;

/// A fact that has changed since some day.
#[derive(Clone, Copy, Debug)]
pub struct Changed<'r> {
    // Invariant: one value holds without an end, and one before it ended on or after `since`.
    fact: &'r Fact,
    since: Date,
}

/// Why there is nothing to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoChange {
    /// The fact has one value, which never changed.
    Fixed,
    /// The fact is a draft or switched off, and so never judged.
    Idle,
    /// Nothing is known to hold today.
    Ended,
    /// The last change was before that day.
    Earlier(Date),
}

/// What an article with an old value needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// It was wrong when it was published.
    Correction,
    /// It was right when it was published.
    Update,
    /// It carries no date, so nobody can tell.
    Date,
}

impl Need {
    /// Every need, the most urgent first.
    pub const ALL: [Need; 3] = [Need::Correction, Need::Update, Need::Date];

    /// Its name, which stands as the verdict of a finding.
    pub fn name(self) -> &'static str {
        match self {
            Need::Correction => "needs-correction",
            Need::Update => "needs-update",
            Need::Date => "needs-date",
        }
    }

    fn severity(self) -> Severity {
        match self {
            Need::Correction => Severity::Error,
            Need::Update => Severity::Warning,
            Need::Date => Severity::Info,
        }
    }
}

impl<'r> Changed<'r> {
    /// The fact, if it has changed on `since` or later.
    ///
    /// # Errors
    /// A fact of one value, one that is never judged, and one that did not change since.
    pub fn of(fact: &'r Fact, since: Date) -> Result<Changed<'r>, NoChange> {
        let stretches = fact.kind.stretches();
        let last = stretches.iter().skip(1).filter_map(|(from, _)| *from).max();
        match last {
            _ if !fact.judges() => Err(NoChange::Idle),
            None => Err(NoChange::Fixed),
            Some(_) if stretches.iter().all(|(_, until)| until.is_some()) => Err(NoChange::Ended),
            Some(last) if last < since => Err(NoChange::Earlier(last)),
            Some(_) => Ok(Changed { fact, since }),
        }
    }

    /// The day on which a value that held until `until` was replaced, if that was since the day in question.
    fn replaced(&self, until: Date) -> Option<Date> {
        let starts = self.fact.kind.stretches().into_iter().filter_map(|(from, _)| from);
        starts.filter(|from| *from >= until).min().filter(|day| *day >= self.since)
    }
}

impl Linter<'_> {
    /// The places where an article states a value of the fact that has been replaced.
    pub fn impact(&self, article: &Article, changed: Changed<'_>) -> Vec<Diagnostic> {
        let document = self.document(article);
        if language::foreign(&document.text).is_some() {
            return Vec::new();
        }
        let judged = self.judged(&document);
        let own = judged.iter().filter(|one| self.fact(&one.claim).id == changed.fact.id);
        own.filter_map(|one| self.stale(&document, one, changed)).collect()
    }

    fn stale(&self, document: &Document<'_>, judged: &Judged, changed: Changed<'_>) -> Option<Diagnostic> {
        let replaced = changed.replaced(held_until(changed.fact, &judged.claim)?)?;
        let need = need(document, judged)?;
        let card = self.cards.of(judged.claim.fact);
        let found = wording::finding(self.rules, document, judged, (card, need.severity(), Date::ZERO));
        let told = Told { rules: self.rules, changed, found: &found, replaced };
        Some(Diagnostic {
            code: Code::Impact,
            verdict: need.name(),
            message: told.message(need),
            help: Some(told.help(document, need)),
            labels: Vec::new(),
            fix: None,
            suppressed: None,
            fingerprint: String::new(),
            ..found
        })
    }
}

/// The last day on which what a claim says was so, if it is not so today.
fn held_until(fact: &Fact, claim: &Claim) -> Option<Date> {
    match compare::at(fact, claim, Moment::Day(None)) {
        Comparison::Former { until, .. } => Some(until),
        Comparison::Agrees | Comparison::Imprecise | Comparison::Conflicts | Comparison::Unknown => None,
    }
}

/// What is to be done about a claim that is not so today; nothing about what is of another time.
fn need(document: &Document<'_>, judged: &Judged) -> Option<Need> {
    let is_told = judged.judgement.severity.is_some_and(|severity| severity > Severity::Info);
    match judged.judgement.verdict {
        Verdict::Agrees if judged.context.source != Source::Quoted => Some(Need::Update),
        Verdict::Contradicts | Verdict::Outdated | Verdict::Attributed | Verdict::Doubtful if is_told => {
            Some(if document.date().is_some() { Need::Correction } else { Need::Date })
        }
        Verdict::Agrees
        | Verdict::Contradicts
        | Verdict::Outdated
        | Verdict::Attributed
        | Verdict::Doubtful
        | Verdict::Imprecise
        | Verdict::Denies
        | Verdict::Undecided
        | Verdict::AgreedThen
        | Verdict::NotAsserted => None,
    }
}

/// What is told of one old value.
struct Told<'a> {
    rules: &'a Rules,
    changed: Changed<'a>,
    found: &'a Diagnostic,
    replaced: Date,
}

impl Told<'_> {
    fn message(&self, need: Need) -> String {
        let says = &self.changed.fact.says;
        let observed = self.observed();
        match need {
            Need::Correction => {
                let then = self.found.expected.as_deref().unwrap_or("another");
                format!("“{observed}” was wrong when this was published: it was {then}; now: {says}")
            }
            Need::Update => format!(
                "“{observed}” was right when this was published, and has not been since {}; now: {says}",
                self.replaced
            ),
            Need::Date => format!("“{observed}” has not been right since {}; now: {says}", self.replaced),
        }
    }

    /// A note that an editor may print after reading it.
    fn help(&self, document: &Document<'_>, need: Need) -> String {
        let published = document.date().map(|day| format!(" on {day}")).unwrap_or_default();
        let observed = self.observed();
        match need {
            Need::Correction => {
                let then = self.found.expected.as_deref().unwrap_or("another");
                format!(
                    "draft note: “Correction: an earlier version of this article said “{observed}”. When it was \
                     published{published}, it was {then}.”"
                )
            }
            Need::Update => {
                let now = self.now();
                format!(
                    "draft note: “Update: when this article was published{published}, “{observed}” was right. \
                     {now}.”"
                )
            }
            Need::Date => {
                "the article carries no date, so whether it was right when it was published cannot be told; \
                 `--default-date` gives one to articles without"
                    .to_owned()
            }
        }
    }

    /// The words at fault; an old holder's name, an old number.
    fn observed(&self) -> &str {
        self.found.observed.as_deref().unwrap_or_default()
    }

    /// What is so today, and since when.
    fn now(&self) -> String {
        let fact = self.changed.fact;
        let open = fact.kind.stretches().into_iter().find(|(_, until)| until.is_none());
        let since = open.and_then(|(from, _)| from).unwrap_or(self.replaced);
        let value = wording::expected(self.rules, fact, Moment::Day(None)).unwrap_or_default();
        format!("Since {since} it has been {value}")
    }
}
