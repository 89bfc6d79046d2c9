//! An article with its fixes put in, and read again.
//!
//! A fix stays only if the article then has one finding less and no new one. Those that do not go together
//! are tried one by one, until none of them helps any more; so a second time changes nothing.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Replacement;
use crate::document::map::Field;
use crate::lint::Linter;
use crate::source::Article;
use std::collections::HashMap;

/// Which fixes are put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allow {
    /// Those that need nobody to look at them.
    Safe,
    /// All.
    All,
}

/// How many fixes are tried one by one before it is left.
const TRIED: usize = 32;

/// What came of the fixes of an article.
#[derive(Debug)]
pub struct Mended {
    /// The article as it is now.
    pub article: Article,
    /// How many fixes were put in.
    pub n_fixed: usize,
}

/// What a finding is known by while words move: its check, its fact and its words.
type Key = (&'static str, Option<String>, String);

/// A text with fewer findings.
struct Better {
    text: String,
    findings: Vec<Diagnostic>,
    n_fixed: usize,
}

impl Linter<'_> {
    /// Puts in the fixes of `article` that hold; nothing if there is none.
    pub fn mend(&self, article: &Article, allow: Allow) -> Option<Mended> {
        let mut article = article.clone();
        let mut n_fixed = 0;
        let mut findings = self.check(&article);
        while let Some(better) = self.better(&article, &findings, allow) {
            (article.text, findings) = (better.text, better.findings);
            n_fixed += better.n_fixed;
        }
        (n_fixed > 0).then_some(Mended { article, n_fixed })
    }

    /// The text with all its fixes or, where they do not go together, with the first that holds.
    fn better(&self, article: &Article, findings: &[Diagnostic], allow: Allow) -> Option<Better> {
        let fixable: Vec<&Diagnostic> = apart(findings, allow);
        if fixable.is_empty() {
            return None;
        }
        let single = fixable.iter().take(TRIED).map(std::slice::from_ref);
        let mut trials = std::iter::once(fixable.as_slice()).chain(single);
        trials.find_map(|trial| self.trial(article, findings, trial))
    }

    /// The text with these fixes, if they do what they should.
    fn trial(&self, article: &Article, before: &[Diagnostic], fixes: &[&Diagnostic]) -> Option<Better> {
        let text = with(&article.text, fixes)?;
        let mended = Article { text, ..article.clone() };
        let after = self.check(&mended);
        let is_better = holds(article, before, fixes, (&mended, &after));
        is_better.then_some(Better { text: mended.text, findings: after, n_fixed: fixes.len() })
    }
}

/// How many fixes the findings offer.
pub fn n_offered(findings: &[Diagnostic], allow: Allow) -> usize {
    apart(findings, allow).len()
}

/// The findings with a fix that may be put in, of which no two touch the same words.
fn apart(findings: &[Diagnostic], allow: Allow) -> Vec<&Diagnostic> {
    let may = |fix: &Replacement| fix.is_safe || allow == Allow::All;
    let mut end = 0;
    let mut found: Vec<&Diagnostic> = findings
        .iter()
        .filter(|finding| finding.field == Field::Text && finding.suppressed.is_none())
        .filter(|finding| finding.fix.as_ref().is_some_and(may))
        .collect();
    found.sort_by_key(|finding| finding.fix.as_ref().map(|fix| fix.span));
    found.retain(|finding| {
        let Some(fix) = &finding.fix else { return false };
        let is_apart = fix.span.start() >= end;
        end = if is_apart { fix.span.end() } else { end };
        is_apart
    });
    found
}

/// The text with the fixes put in.
fn with(text: &str, fixes: &[&Diagnostic]) -> Option<String> {
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    for fix in fixes.iter().filter_map(|finding| finding.fix.as_ref()) {
        mended.push_str(text.get(at..fix.span.start())?);
        mended.push_str(&fix.text);
        at = fix.span.end();
    }
    mended.push_str(text.get(at..)?);
    Some(mended)
}

/// Whether what was fixed is gone and nothing is new.
fn holds(
    article: &Article,
    before: &[Diagnostic],
    fixes: &[&Diagnostic],
    (mended, after): (&Article, &[Diagnostic]),
) -> bool {
    let mut left: HashMap<Key, usize> = HashMap::new();
    for finding in before {
        *left.entry(key(article, finding)).or_default() += 1;
    }
    for fix in fixes {
        left.entry(key(article, fix)).and_modify(|count| *count -= 1);
    }
    after.iter().all(|finding| match left.get_mut(&key(mended, finding)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    })
}

fn key(article: &Article, finding: &Diagnostic) -> Key {
    let fact = finding.fact_id().map(str::to_owned);
    (finding.code.name(), fact, finding.span.of(finding.field.of(article)).to_owned())
}
