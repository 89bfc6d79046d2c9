//! Facts that somebody meant to look at again by now.

use crate::code::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Linted;
use crate::fact::Fact;
use crate::fact::Rules;
use crate::lint::wording;
use crate::source::Article;
use jiff::civil::Date;
use std::sync::Arc;

/// A finding for each fact whose review was due before `today`, at its place in its rule file.
pub fn find(rules: &Rules, today: Date) -> Vec<Linted> {
    let due = |fact: &Fact| fact.review_by.filter(|due| *due < today);
    let files = rules.files.iter().enumerate();
    let found = files.filter_map(|(at, file)| {
        let facts = rules.facts.iter().filter(|fact| fact.place.file == at && fact.severity.is_some());
        let findings: Vec<Diagnostic> =
            facts.filter_map(|fact| due(fact).map(|day| finding(rules, fact, day))).collect();
        let article = || Article { path: file.path.clone(), text: file.text.clone(), ..Article::default() };
        (!findings.is_empty()).then(|| Linted::new(article(), findings))
    });
    found.collect()
}

fn finding(rules: &Rules, fact: &Fact, due: Date) -> Diagnostic {
    let message = format!("{}; this was to be looked at again by {due}", fact.says);
    Diagnostic {
        fact: Some(Arc::new(wording::card(rules, fact))),
        verdict: "overdue",
        help: Some("check it against its source, then set `review-by` to a later day".to_owned()),
        ..Diagnostic::warning(Code::FactOverdue, fact.says_place.span, message)
    }
}
