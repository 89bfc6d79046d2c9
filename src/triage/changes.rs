//! What has changed since a revision: paragraphs of articles, and facts.
//!
//! A paragraph is what stands between two blank lines. Where a file has no lines to speak of, as a Word
//! document has none, all of it has changed if any of it has.

use crate::config::root;
use crate::diagnostic::Diagnostic;
use crate::document::map::Field;
use crate::source::Article;
use std::collections::HashMap;
use std::collections::HashSet;
use std::path::PathBuf;

/// What has changed in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// All of it.
    Whole,
    /// These lines, counted from 1, first and last included.
    Lines(Vec<(usize, usize)>),
    /// These articles of JSON lines.
    Articles(HashSet<String>),
}

impl Changed {
    /// Whether any of the lines `first` to `last` has changed.
    pub fn touches(&self, first: usize, last: usize) -> bool {
        match self {
            Changed::Whole => true,
            Changed::Lines(lines) => lines.iter().any(|(start, end)| *start <= last && first <= *end),
            Changed::Articles(_) => false,
        }
    }
}

/// What has changed since a revision.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The folder in which the command runs.
    pub here: PathBuf,
    /// The files that have, as seen from the root of the file system.
    pub files: HashMap<PathBuf, Changed>,
    /// The facts that have.
    pub facts: HashSet<String>,
}

impl Changes {
    /// Whether a finding stands in what has changed, or speaks of a fact that has.
    pub fn touch(&self, article: &Article, finding: &Diagnostic) -> bool {
        let is_of_fact = finding.fact_id().is_some_and(|id| self.facts.contains(id));
        let changed = || self.files.get(&root::whole(&self.here, &article.path));
        is_of_fact || changed().is_some_and(|changed| is_in(changed, article, finding))
    }
}

fn is_in(changed: &Changed, article: &Article, finding: &Diagnostic) -> bool {
    match changed {
        Changed::Articles(ids) => article.id.as_ref().is_some_and(|id| ids.contains(id)),
        // A headline that is given apart has no lines of its own.
        _ if finding.field == Field::Title => true,
        _ => {
            let (first, last) = paragraph(&article.text, finding.span.start());
            changed.touches(first, last)
        }
    }
}

/// The lines of the paragraph around the byte `at`.
fn paragraph(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let own = before.rfind('\n').map_or(0, |feed| feed + 1);
    let is_filled = |line: &&str| !line.trim().is_empty();
    let above = before[..own].lines().rev().take_while(is_filled).count();
    let below = text[own..].lines().skip(1).take_while(is_filled).count();
    (line - above, line + below)
}

#[cfg(test)]
mod tests {
    use super::Changed;
    use super::paragraph;

    #[track_caller]
    fn check(text: &str, words: &str, expected: (usize, usize)) {
        assert_eq!(paragraph(text, text.find(words).unwrap()), expected);
    }

    #[test]
    fn a_paragraph_ends_at_blank_lines() {
        let text = "One.\nTwo.\n\nThree\nfour\r\nfive.\n \nSix.\n";
        check(text, "Two", (1, 2));
        check(text, "four", (4, 6));
        check(text, "Six", (8, 8));
        check("Alone", "Alone", (1, 1));
    }

    #[test]
    fn lines_touch_where_they_overlap() {
        let changed = Changed::Lines(vec![(3, 3), (9, 12)]);
        assert!(changed.touches(1, 3) && changed.touches(12, 20) && !changed.touches(4, 8));
    }
}
