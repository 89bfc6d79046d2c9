//! What the end of the page has to know of its articles: a line each, the counts, the facts.

use crate::diagnostic::Card;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Linted;
use crate::diagnostic::Standing;
use crate::report::coverage::count;
use crate::report::finding;
use crate::report::html::level::Counts;
use crate::report::html::level::Level;
use crate::source::short;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the end of the page has to know of an article.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// What it is called in the list.
    pub name: String,
    /// Its findings, counted.
    pub counts: Counts,
    /// What could be checked in it, counted.
    pub coverage: count::Counts,
    /// What each finding is about.
    pub subjects: Vec<(Subject, Level)>,
    /// The facts that its claims and findings are about; twice, if they are about it twice.
    pub facts: Vec<Arc<Card>>,
}

/// What a finding is about: a fact, or where there is none the check itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The fact of that id.
    Fact(String),
    /// The check of that name.
    Check(&'static str),
}

impl Subject {
    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Subject::Fact(id) => id,
            Subject::Check(name) => name,
        }
    }
}

impl Entry {
    /// The entry of an article.
    pub fn of(linted: &Linted) -> Entry {
        let Linted { findings, checkables, .. } = linted;
        let subject = |finding: &Diagnostic| match &finding.fact {
            Some(card) => Subject::Fact(card.id.clone()),
            None => Subject::Check(finding.code.name()),
        };
        let told = findings.iter().filter_map(|finding| finding.fact.clone());
        let held = checkables.iter().filter_map(|one| fact(&one.standing).cloned());
        Entry {
            name: name(linted),
            counts: Counts::of(findings),
            coverage: count::Counts::of_all(checkables),
            subjects: findings.iter().map(|finding| (subject(finding), Level::of(finding))).collect(),
            facts: told.chain(held).collect(),
        }
    }
}

/// The fact that knows words of this standing.
pub fn fact(standing: &Standing) -> Option<&Arc<Card>> {
    match standing {
        Standing::Covered { fact, .. } => Some(fact),
        Standing::SetAside { fact, .. } => fact.as_ref(),
        Standing::Unvouched => None,
    }
}

/// What an article is called: its headline, or else where it is found.
fn name(linted: &Linted) -> String {
    let article = &linted.article;
    let headline = article.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    headline.map_or_else(|| place(linted), |headline| short::middle(headline).into_owned())
}

/// Where an article is found: the file, and the id within it.
pub fn place(linted: &Linted) -> String {
    let path = finding::path(&linted.article);
    let path = short::middle(&path);
    let id = linted.article.id.as_deref().map(|id| format!("#{}", short::middle(id)));
    format!("{path}{}", id.unwrap_or_default())
}

/// All that is kept of the articles of a page, in their order.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// A line each.
    pub lines: Vec<Line>,
    /// What findings are about, counted.
    pub subjects: BTreeMap<Subject, Counts>,
    /// The facts by their id.
    pub facts: BTreeMap<String, Arc<Card>>,
    /// What could be checked, counted.
    pub coverage: count::Counts,
}

/// An article in the list of them.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is called.
    pub name: String,
    /// Its findings, counted.
    pub counts: Counts,
}

impl Contents {
    /// Enters the next article, and gives its number.
    pub fn enter(&mut self, entry: Entry) -> usize {
        for (subject, level) in entry.subjects {
            self.subjects.entry(subject).or_default().count(level);
        }
        for card in entry.facts {
            self.facts.entry(card.id.clone()).or_insert(card);
        }
        self.coverage.add(&entry.coverage);
        self.lines.push(Line { name: entry.name, counts: entry.counts });
        self.lines.len()
    }

    /// All findings, counted.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        self.lines.iter().for_each(|line| counts.add(&line.counts));
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::Contents;
    use super::Entry;
    use super::Subject;
    use crate::report::sample;

    #[test]
    fn articles_are_numbered_and_their_findings_counted() {
        let mut wrong = sample::linted("The 31-member bloc met.", "31-member");
        wrong.findings.push(wrong.findings[0].clone());
        wrong.findings[1].fact = None;
        let mut contents = Contents::default();
        assert_eq!(contents.enter(Entry::of(&wrong)), 1);
        assert_eq!(contents.enter(Entry::of(&sample::covered())), 2);
        assert_eq!(contents.counts().words(), "2 errors");
        let subjects: Vec<_> = contents.subjects.keys().cloned().collect();
        assert_eq!(subjects, [Subject::Fact("bloc-members".to_owned()), Subject::Check("fact")]);
        assert_eq!(contents.facts.keys().collect::<Vec<_>>(), ["bloc-members"]);
    }

    #[test]
    fn an_article_is_called_by_its_headline_or_its_place() {
        let mut linted = sample::linted("a", "a");
        linted.article.id = Some("row-1".to_owned());
        assert_eq!(Entry::of(&linted).name, "in/a.txt#row-1");
        linted.article.title = Some(" Bloc meets ".to_owned());
        assert_eq!(Entry::of(&linted).name, "Bloc meets");
        linted.article.title = Some(" ".to_owned());
        assert_eq!(Entry::of(&linted).name, "in/a.txt#row-1");
    }
}
