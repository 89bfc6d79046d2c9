//! All drafts of an article at once: each thing once, and none that spoils the others.

use crate::fact::RuleFile;
use crate::fact::load;
use crate::fact::load::Loaded;
use crate::lint::Linter;
use crate::lint::examples;
use crate::lint::says;
use crate::lint::suggest::draft::Tried;
use crate::lint::suggest::trial::Bench;
use crate::lint::suggest::write;
use crate::span::Span;

/// Drafts of which no two are about the same words.
pub(super) struct Apart {
    /// The drafts, in the order of the article.
    pub(super) drafts: Vec<Tried>,
    /// How many places of the article one of them speaks of beside its own.
    pub(super) n_again: usize,
}

/// Leaves out the drafts of words that an earlier one has seen.
pub(super) fn apart(tried: Vec<Tried>) -> Apart {
    let mut seen: Vec<Span> = Vec::new();
    let mut apart = Apart { drafts: Vec::new(), n_again: 0 };
    for one in tried {
        if one.seen.iter().all(|span| seen.contains(span)) {
            apart.n_again += 1;
            continue;
        }
        seen.extend(&one.seen);
        apart.drafts.push(one);
    }
    apart
}

/// The drafts whose examples hold, and that find nothing wrong in the article, in one file.
pub(super) fn that_hold(bench: &Bench<'_>, mut drafts: Vec<Tried>, title: &str) -> Vec<Tried> {
    while !drafts.is_empty() {
        let bad = bad(bench, &drafts, title);
        if bad.is_empty() {
            break;
        }
        let mut at = 0;
        drafts.retain(|_| {
            at += 1;
            !bad.contains(&(at - 1))
        });
    }
    drafts
}

/// The places of the drafts that do not hold among the others; of those that do not load, all.
fn bad(bench: &Bench<'_>, drafts: &[Tried], title: &str) -> Vec<usize> {
    let text = write::file(drafts, (title, None));
    let Loaded { mut rules, mistakes } = load::texts(vec![RuleFile::new("drafts.toml", text)]);
    rules.facts.iter_mut().for_each(|fact| fact.draft = false);
    if !mistakes.is_empty() || rules.facts.len() != drafts.len() {
        return (0..drafts.len()).collect();
    }
    let linter = Linter::new(&rules, bench.config, bench.options());
    let contradicted = says::mistakes(&rules, || Linter::new(&rules, bench.config, bench.options()));
    let failed = examples::run(&rules, &linter, true).into_iter().map(|failure| failure.fact);
    let found =
        linter.check(bench.article).into_iter().filter_map(|one| one.fact.map(|card| card.id.clone()));
    let wrong: Vec<String> = failed.chain(found).collect();
    let is_bad = |(at, fact): (usize, &crate::fact::Fact)| {
        let is_contradicted = contradicted.iter().any(|mistake| mistake.place == fact.says_place);
        (wrong.contains(&fact.id) || is_contradicted).then_some(at)
    };
    rules.facts.iter().enumerate().filter_map(is_bad).collect()
}
