//! Findings that `[[ignore]]` leaves out of the count, and the exemptions that have nothing to leave out.

use crate::code::Code;
use crate::config::exemption::Exemption;
use crate::config::selector;
use crate::diagnostic::Diagnostic;
use crate::fact::Rules;
use crate::fact::mistake::Mistake;
use crate::fact::nearest::hint;
use crate::fact::nearest::nearest;
use crate::source::Article;
use jiff::civil::Date;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;

/// The exemptions of a run, each with whether it was needed.
#[derive(Debug, Default)]
pub struct Exemptions<'c> {
    entries: Vec<Entry<'c>>,
    today: Date,
}

#[derive(Debug)]
struct Entry<'c> {
    exemption: &'c Exemption,
    was_met: AtomicBool,
    was_used: AtomicBool,
}

impl<'c> Exemptions<'c> {
    /// The exemptions that hold `today`, and those that have expired.
    pub fn new(exemptions: &'c [Exemption], today: Date) -> Exemptions<'c> {
        let entry = |exemption| Entry {
            exemption,
            was_met: AtomicBool::new(false),
            was_used: AtomicBool::new(false),
        };
        Exemptions { entries: exemptions.iter().map(entry).collect(), today }
    }

    /// Notes that an article was checked.
    pub fn note(&self, article: &Article) {
        for entry in self.entries.iter().filter(|entry| !entry.was_met.load(Ordering::Relaxed)) {
            if entry.exemption.is_for(&article.path, article.id.as_deref()) {
                entry.was_met.store(true, Ordering::Relaxed);
            }
        }
    }

    /// Why a finding is left, if it is.
    pub fn reason(&self, article: &Article, finding: &Diagnostic) -> Option<String> {
        let holds = |entry: &&Entry<'_>| {
            !entry.exemption.has_expired(self.today) && is_meant(entry.exemption, article, finding)
        };
        let entry = self.entries.iter().find(holds)?;
        entry.was_used.store(true, Ordering::Relaxed);
        Some(entry.exemption.reason.clone())
    }

    /// A finding for each exemption that left nothing out, although its articles were checked, or all were.
    pub fn unused(&self, is_whole: bool) -> Vec<(&'c Exemption, Diagnostic)> {
        let is_idle = |entry: &&Entry<'c>| {
            let was_met = entry.was_met.load(Ordering::Relaxed);
            (was_met || is_whole) && !entry.was_used.load(Ordering::Relaxed)
        };
        let idle = self.entries.iter().filter(is_idle);
        idle.map(|entry| (entry.exemption, self.finding(entry.exemption))).collect()
    }

    fn finding(&self, exemption: &Exemption) -> Diagnostic {
        let help = "take it out; if the finding came back in other words, write them here";
        Diagnostic {
            verdict: "unused",
            help: Some(help.to_owned()),
            ..Diagnostic::warning(Code::UnusedIgnore, exemption.place.span, self.message(exemption))
        }
    }

    fn message(&self, exemption: &Exemption) -> String {
        let reason = format!("(reason given: {})", exemption.reason);
        if let Some(last) = exemption.expires.filter(|_| exemption.has_expired(self.today)) {
            return format!("this [[ignore]] expired on {last} {reason}");
        }
        let words = exemption.words.as_ref().map_or(String::new(), |words| format!(" in “{}”", words.text));
        let (fact, path) = (&exemption.fact.text, exemption.paths.written());
        format!("nothing to ignore: no finding of `{fact}`{words} of {path} {reason}")
    }
}

/// What is wrong with exemptions that name no fact and no check.
pub fn lost(exemptions: &[Exemption], rules: &Rules) -> Vec<Mistake> {
    let mut names: Vec<&str> = selector::names().collect();
    names.extend(rules.facts.iter().map(|fact| fact.id.as_str()));
    let lost = exemptions.iter().filter(|one| !names.contains(&one.fact.text.as_str()));
    lost.map(|one| {
        let mistake =
            Mistake::error(one.fact.place, format!("there is no fact or check `{}`", one.fact.text));
        mistake.help(hint(nearest(&one.fact.text, names.iter().copied()), "`factlint rule` lists all facts"))
    })
    .collect()
}

fn is_meant(exemption: &Exemption, article: &Article, finding: &Diagnostic) -> bool {
    let name = exemption.fact.text.as_str();
    let is_named = finding.fact_id() == Some(name) || finding.code.name() == name || finding.verdict == name;
    is_named
        && exemption.is_for(&article.path, article.id.as_deref())
        && is_touched(exemption, article, finding)
}

fn is_touched(exemption: &Exemption, article: &Article, finding: &Diagnostic) -> bool {
    exemption.words.as_ref().is_none_or(|words| words.touch(finding.field.of(article), finding.span))
}
