//! Runs the steps over many articles; the only room that knows of threads.

pub mod accord;
pub mod alter;
pub mod beside;
pub mod cards;
pub mod checks;
pub mod claims;
pub mod coverage;
pub mod diff;
mod echo;
mod evidence;
pub mod examples;
pub mod extract;
#[cfg(test)]
mod growth;
pub mod impact;
pub mod label;
pub mod mend;
pub mod mutate;
pub mod overdue;
pub mod run;
pub mod says;
mod seen;
pub mod slips;
pub mod suggest;
mod suppress;
pub mod wording;

use crate::claim::Claim;
use crate::claim::Finder;
use crate::claim::Found;
use crate::code::Code;
use crate::config::Config;
use crate::context::Context;
use crate::context::Site;
use crate::context::reading::Reading;
use crate::diagnostic::Checkable;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::document::directive::Directive;
use crate::document::language;
use crate::document::map::Place;
use crate::fact::Fact;
use crate::fact::Rules;
use crate::lint::accord::Notes;
use crate::lint::accord::ledger::Ledger;
use crate::lint::cards::Cards;
use crate::lint::checks::Checks;
use crate::lint::claims::Told;
use crate::lint::evidence::Evidence;
use crate::lint::seen::Seen;
use crate::report::extract::ArticleView;
use crate::severity::Severity;
use crate::source::Article;
use crate::span::Span;
use crate::verdict::compare;
use crate::verdict::compare::Comparison;
use crate::verdict::judge;
use crate::verdict::judge::Judgement;
use crate::verdict::moment::Moment;
use crate::verdict::signs;
use crate::verdict::signs::Signposts;
use jiff::civil::Date;

/// What a run is told beside its rules.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The day at which every article is judged.
    pub as_of: Option<Date>,
    /// The day of articles that carry none.
    pub default_date: Option<Date>,
    /// The day of the run, for reviews that are due.
    pub today: Date,
    /// Whether findings that are suppressed are shown too.
    pub show_suppressed: bool,
    /// Whether all that could be checked in an article is gathered too.
    pub coverage: bool,
    /// How much the checks matter that need no fact.
    pub checks: Checks,
}

impl Options {
    /// How a fact's own words are linted: at no day but their own.
    pub fn undated() -> Options {
        Options {
            as_of: None,
            default_date: None,
            today: Date::ZERO,
            show_suppressed: false,
            coverage: false,
            checks: Checks::default(),
        }
    }

    /// What the settings alone say of a run on the day `today`.
    pub fn of(config: &Config, today: Date) -> Options {
        Options { default_date: config.default_date, today, checks: Checks::of(config), ..Options::undated() }
    }
}

/// Checks articles against rules.
pub struct Linter<'r> {
    rules: &'r Rules,
    config: &'r Config,
    options: Options,
    finder: Finder<'r>,
    cards: Cards<'r>,
}

/// What came of an article.
#[derive(Debug)]
pub struct Read {
    /// What is to be said of it by itself, in order.
    pub findings: Vec<Diagnostic>,
    /// What it states that could be checked, in order, if somebody asks for it.
    pub checkables: Vec<Checkable>,
    /// What it leaves behind for the [`Ledger`].
    pub notes: Notes,
    /// What its author tells.
    pub directives: Vec<Directive>,
    /// Whether it is in another language, so that nothing of it was checked.
    pub is_set_aside: bool,
}

impl Read {
    /// An article that is not read because it is in `language`.
    fn set_aside(document: &Document<'_>, language: &str) -> Read {
        let first = document.sentences().first().map_or(Span::at(0), |sentence| sentence.span);
        let finding = Diagnostic {
            severity: Severity::Info,
            verdict: Code::Language.name(),
            message: format!("this article is in {language}, and only English is read"),
            help: Some("nothing of it was checked".to_owned()),
            observed: None,
            ..slips::blank(document, Code::Language, first)
        };
        Read {
            findings: vec![finding],
            checkables: Vec::new(),
            notes: Notes::default(),
            directives: Vec::new(),
            is_set_aside: true,
        }
    }
}

/// A claim with all that was found out about it.
pub(crate) struct Judged {
    claim: Claim,
    context: Context,
    judgement: Judgement,
    /// The true value in the same sentence, where that made a note of the finding.
    truth_beside: Option<Span>,
}

impl<'r> Linter<'r> {
    /// A linter for these rules and settings. The signs of the checks that need no fact are looked for in the same walk as
    /// the words of the rules.
    pub fn new(rules: &'r Rules, config: &'r Config, options: Options) -> Linter<'r> {
        Linter {
            rules,
            config,
            options,
            finder: Finder::beside(rules, &signs::words()),
            cards: Cards::new(rules),
        }
    }

    /// What is to be said of an article by itself.
    pub fn check(&self, article: &Article) -> Vec<Diagnostic> {
        self.shown(self.settled(article))
    }

    /// All findings of an article by itself, with those marked that its directives silence.
    pub fn settled(&self, article: &Article) -> Vec<Diagnostic> {
        let Read { findings, notes, directives, .. } = self.read(article);
        self.settle(&directives, in_order(findings, self.ledger().enter(notes)))
    }

    /// All findings of an article, with those marked that its directives silence, and with what is
    /// wrong with these.
    pub fn settle(&self, directives: &[Directive], findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if directives.is_empty() {
            return findings;
        }
        suppress::settle(self.rules, &self.options, directives, findings)
    }

    /// Those that a reader is to see.
    pub fn shown(&self, mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        findings.retain(|finding| self.options.show_suppressed || finding.suppressed.is_none());
        findings
    }

    /// What is to be said of an article, and what it leaves behind to be held against others.
    pub fn read(&self, article: &Article) -> Read {
        let document = self.document(article);
        if let Some(language) = language::foreign(&document.text) {
            return Read::set_aside(&document, language);
        }
        let found = self.finder.find(&document);
        let judged = self.judged_of(&document, &found);
        let signs = Signposts::new(found.others);
        let told = judged.iter().filter_map(|one| self.told(&document, one)).collect();
        let findings = in_order(told, slips::find(&document, &signs, self.options.checks));
        let notes =
            accord::notes((self.rules, self.config), self.options.checks, (article, &document), &judged);
        let checkables = if self.options.coverage { self.checkables(&document, &judged) } else { Vec::new() };
        Read { findings, checkables, notes, directives: document.directives, is_set_aside: false }
    }

    /// An empty ledger, into which articles are entered in their order.
    pub fn ledger(&self) -> Ledger<'_> {
        Ledger::new(self.rules, &self.cards, self.options.checks)
    }

    /// All that was seen in an article.
    pub fn extract(&self, article: &Article) -> ArticleView {
        let document = self.document(article);
        if language::foreign(&document.text).is_some() {
            return extract::unread(article, &document);
        }
        let judged = self.judged(&document);
        extract::view((self.rules, self.config.lexicon()), article, &document, &judged)
    }

    /// All that an article says of facts, in its order, whatever came of it.
    pub fn claims(&self, article: &Article) -> Vec<Told> {
        let document = self.document(article);
        if language::foreign(&document.text).is_some() {
            return Vec::new();
        }
        let judged = self.judged(&document);
        claims::all((self.rules, self.config.lexicon()), &document, &judged)
    }

    /// The article cut up, at the day it speaks on.
    fn document<'a>(&self, article: &'a Article) -> Document<'a> {
        Document::of(article, self.options.as_of, self.options.default_date)
    }

    /// Every claim of an article, judged.
    fn judged(&self, document: &Document<'_>) -> Vec<Judged> {
        self.judged_of(document, &self.finder.find(document))
    }

    /// The same of an article in which claims were found.
    fn judged_of(&self, document: &Document<'_>, found: &Found) -> Vec<Judged> {
        let Found { claims, names, .. } = found;
        // The lexicon is only made when somebody claims something.
        if claims.is_empty() {
            return Vec::new();
        }
        let first: Vec<Comparison> = claims.iter().map(|claim| self.compare(document, claim)).collect();
        let reading = Reading::new(self.config.lexicon(), document, names);
        let mut judged = Vec::with_capacity(claims.len());
        let seen = Seen::new(document);
        for (claim, comparison) in claims.iter().zip(&first) {
            let context = match comparison {
                Comparison::Unknown if !self.fact(claim).watch => Context::asserted(),
                _ => self.context(&seen, &reading, (claim, *comparison), (claims, &first)),
            };
            let judgement = judge::judge(self.fact(claim), claim, &context, document.date());
            judged.push(Judged { claim: claim.clone(), context, judgement, truth_beside: None });
        }
        beside::settle(self.config.truth_beside, document, &mut judged);
        judged
    }

    fn fact(&self, claim: &Claim) -> &'r Fact {
        self.rules.fact(claim.fact)
    }

    fn compare(&self, document: &Document<'_>, claim: &Claim) -> Comparison {
        compare::at(self.fact(claim), claim, Moment::Day(document.date()))
    }

    /// How the article stands to a claim that was compared; what other claims of the same fact say is evidence.
    fn context(
        &self,
        seen: &Seen<'_>,
        reading: &Reading<'_>,
        own: (&Claim, Comparison),
        (claims, comparisons): (&[Claim], &[Comparison]),
    ) -> Context {
        let (claim, _) = own;
        if claim.observed.is_of_words() {
            return Context::asserted();
        }
        let evidence = Evidence::about(seen, self.rules, own, (claims, comparisons));
        let dates = seen.dates_around(claim.sentence, claim.span);
        let context = reading.of(&Site {
            claim: claim.span,
            subject: claim.subject,
            deed: claim.deed,
            form: claim.form,
            nature: self.fact(claim).nature,
            truths: &evidence.truths,
            rivals: &evidence.rivals,
            dates: &dates,
        });
        evidence.believed(context)
    }

    fn told(&self, document: &Document<'_>, judged: &Judged) -> Option<Diagnostic> {
        let severity = judged.judgement.severity.or_else(|| self.shown_anyway(judged))?;
        let card = self.cards.of(judged.claim.fact);
        let mut finding =
            wording::finding(self.rules, document, judged, (card, severity, self.options.today));
        finding.labels = label::of(self.config.lexicon(), document, judged);
        Some(finding)
    }

    /// A wrong value that the article does not assert is a note where somebody asks to see those too.
    fn shown_anyway(&self, judged: &Judged) -> Option<Severity> {
        let is_wrong =
            matches!(judged.judgement.comparison, Comparison::Conflicts | Comparison::Former { .. });
        (self.options.show_suppressed && is_wrong).then_some(Severity::Info)
    }
}

/// Both as one list in the order of the article, each finding once.
pub fn in_order(mut findings: Vec<Diagnostic>, more: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.extend(more);
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    findings.dedup_by(|a, b| (a.code, a.field, a.span, &a.fact) == (b.code, b.field, b.span, &b.fact));
    findings
}

/// Findings stand in the order of the article, then of their codes.
fn order(finding: &Diagnostic) -> (Place, &'static str, Option<&str>) {
    let place = Place { field: finding.field, span: finding.span };
    (place, finding.code.name(), finding.fact_id())
}
