//! The manual: a page for each check and each verdict, written as Markdown in `pages/`.
//!
//! A check without a page does not compile. Their examples are files and what the command prints for
//! them; `tests/it/explain.rs` runs them all.

use crate::code::Code;
use crate::verdict::Verdict;

/// A page of the manual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The check or verdict it is about.
    pub name: &'static str,
    /// The whole page.
    pub text: &'static str,
}

impl Page {
    /// What its check finds, in a few words.
    pub fn title(&self) -> &'static str {
        let first = self.text.lines().next().unwrap_or_default();
        first.split_once(": ").map_or(first, |(_, title)| title)
    }
}

/// All pages: the checks, then the verdicts on claims.
pub fn all() -> impl Iterator<Item = Page> {
    let checks = Code::ALL.iter().map(|code| Page { name: code.name(), text: of_check(*code) });
    let verdicts =
        Verdict::ALL.iter().map(|verdict| Page { name: verdict.name(), text: of_verdict(*verdict) });
    checks.chain(verdicts)
}

fn of_check(code: Code) -> &'static str {
    match code {
        Code::Fact => include_str!("pages/fact.md"),
        Code::Misquote => include_str!("pages/misquote.md"),
        Code::Misattributed => include_str!("pages/misattributed.md"),
        Code::Name => include_str!("pages/name.md"),
        Code::Arithmetic => include_str!("pages/arithmetic.md"),
        Code::Weekday => include_str!("pages/weekday.md"),
        Code::Disagreement => include_str!("pages/disagreement.md"),
        Code::QuoteDrift => include_str!("pages/quote-drift.md"),
        Code::FactOverdue => include_str!("pages/fact-overdue.md"),
        Code::UnusedIgnore => include_str!("pages/unused-ignore.md"),
        Code::StaleBaseline => include_str!("pages/stale-baseline.md"),
        Code::Impact => include_str!("pages/impact.md"),
        Code::Directive => include_str!("pages/directive.md"),
        Code::Language => include_str!("pages/language.md"),
        Code::Unreadable => include_str!("pages/unreadable.md"),
        Code::NoArticle => include_str!("pages/no-article.md"),
        Code::TooLarge => include_str!("pages/too-large.md"),
        Code::Binary => include_str!("pages/binary.md"),
        Code::Damaged => include_str!("pages/damaged.md"),
        Code::Encoding => include_str!("pages/encoding.md"),
        Code::JsonLine => include_str!("pages/json-line.md"),
        Code::JsonKey => include_str!("pages/json-key.md"),
        Code::JsonId => include_str!("pages/json-id.md"),
        Code::Date => include_str!("pages/date.md"),
        Code::InternalError => include_str!("pages/internal-error.md"),
    }
}

fn of_verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradicts => include_str!("pages/contradicts.md"),
        Verdict::Outdated => include_str!("pages/outdated.md"),
        Verdict::Imprecise => include_str!("pages/imprecise.md"),
        Verdict::Attributed => include_str!("pages/attributed.md"),
        Verdict::Doubtful => include_str!("pages/doubtful.md"),
        Verdict::Denies => include_str!("pages/denies.md"),
        Verdict::Undecided => include_str!("pages/undecided.md"),
        Verdict::Agrees => include_str!("pages/agrees.md"),
        Verdict::AgreedThen => include_str!("pages/agreed-then.md"),
        Verdict::NotAsserted => include_str!("pages/not-asserted.md"),
    }
}

#[cfg(test)]
mod tests {
    use super::all;

    #[test]
    fn each_page_is_headed_by_its_name_and_says_what_it_must() {
        for page in all() {
            assert!(page.text.starts_with(&format!("# {}: ", page.name)), "{}", page.name);
            for part in ["## What it catches", "## What it lets pass", "## Example"] {
                assert!(page.text.contains(part), "{} has no {part}", page.name);
            }
        }
    }

    #[test]
    fn no_name_stands_for_two_pages() {
        let mut names: Vec<_> = all().map(|page| page.name).collect();
        names.sort_unstable();
        let n_pages = names.len();
        names.dedup();
        assert_eq!(names.len(), n_pages);
    }
}
