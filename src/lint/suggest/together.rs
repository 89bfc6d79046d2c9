//! All drafts of an article at once: each thing once, and none that spoils the others.
//!
//! The article is read once for all drafts, a few times in all: a draft that finds something wrong in it is
//! dropped, which may make another one wrong, for what is said of one firm is told from what is said of its
//! rivals.

use crate::effort;
use crate::fact::RuleFile;
use crate::fact::Rules;
use crate::fact::load;
use crate::fact::load::Loaded;
use crate::lint::Judged;
use crate::lint::Linter;
use crate::lint::examples;
use crate::lint::says;
use crate::lint::suggest::draft::Kind;
use crate::lint::suggest::draft::Tried;
use crate::lint::suggest::trial;
use crate::lint::suggest::trial::Bench;
use crate::lint::suggest::write;
use crate::span::Span;
use std::collections::HashMap;
use std::collections::HashSet;

/// How often the article is read at most.
const ROUNDS: usize = 8;
/// From this round on, drafts go that are like one that is dropped, for it is these that it may spoil.
const PATIENCE: usize = 3;
/// How many drafts of one subject there are: each sentence that names it is held against all of them.
const MOST: usize = 24;

/// What is left of some drafts.
pub(super) struct Left {
    /// The drafts, in the order of the article.
    pub(super) drafts: Vec<Tried>,
    /// How many stated again what an earlier one had.
    pub(super) n_again: usize,
}

/// Which drafts are dropped, and of these, those that state something again.
#[derive(Default)]
struct Dropped {
    all: HashSet<usize>,
    n_again: usize,
}

/// The drafts whose examples hold, and that find nothing wrong in the article, in one file.
pub(super) fn that_hold(bench: &Bench<'_>, tried: Vec<Tried>, title: &str) -> Left {
    let mut left = apart(tried);
    for round in 0..ROUNDS {
        let dropped = dropped(bench, &left.drafts, title);
        if dropped.all.is_empty() {
            return left;
        }
        left.n_again += dropped.n_again;
        left.drafts = without(left.drafts, &dropped.all, round >= PATIENCE);
    }
    // Nothing is printed of which it is not known that it holds.
    Left { drafts: Vec::new(), ..left }
}

/// Each draft once, and of one subject no more than so many.
fn apart(tried: Vec<Tried>) -> Left {
    let mut seen: HashSet<(String, Kind)> = HashSet::new();
    let mut of_subject: HashMap<String, usize> = HashMap::new();
    let mut left = Left { drafts: Vec::new(), n_again: 0 };
    for one in tried {
        let name = one.draft.name().to_owned();
        if !seen.insert((name.clone(), one.draft.kind.clone())) {
            left.n_again += 1;
            continue;
        }
        let n = of_subject.entry(name).or_default();
        *n += 1;
        if *n <= MOST {
            left.drafts.push(one);
        }
    }
    left
}

fn without(drafts: Vec<Tried>, dropped: &HashSet<usize>, is_strict: bool) -> Vec<Tried> {
    let topic = |one: &Tried| one.draft.kind.topic().to_owned();
    let gone = drafts.iter().enumerate().filter(|(at, _)| is_strict && dropped.contains(at));
    let topics: HashSet<String> = gone.map(|(_, one)| topic(one)).collect();
    let stays = |(at, one): &(usize, Tried)| !dropped.contains(at) && !topics.contains(&topic(one));
    drafts.into_iter().enumerate().filter(stays).map(|(_, one)| one).collect()
}

/// Those that do not hold among the others; of those that do not load, all.
fn dropped(bench: &Bench<'_>, drafts: &[Tried], title: &str) -> Dropped {
    if drafts.is_empty() {
        return Dropped::default();
    }
    let text = write::file(drafts, (title, None));
    let Loaded { mut rules, mistakes } = load::texts(vec![RuleFile::new("drafts.toml", text)]);
    rules.facts.iter_mut().for_each(|fact| fact.draft = false);
    if !mistakes.is_empty() || rules.facts.len() != drafts.len() {
        return Dropped { all: (0..drafts.len()).collect(), n_again: 0 };
    }
    let linter = Linter::new(&rules, bench.config, bench.options());
    let document = linter.document(bench.article);
    effort::spend(document.text.len() / 100);
    let judged = linter.judged(&document);
    let mut all = failed(bench, &rules, &linter);
    let facts = judged.iter().filter(|one| one.judgement.severity.is_some());
    all.extend(facts.map(|one| one.claim.fact.index()));
    let again = again(&judged, drafts.len());
    let n_again = again.iter().filter(|at| !all.contains(*at)).count();
    all.extend(again);
    Dropped { all, n_again }
}

/// Those whose own words or examples do not come out as they should.
fn failed(bench: &Bench<'_>, rules: &Rules, linter: &Linter<'_>) -> HashSet<usize> {
    let contradicted = says::mistakes(rules, || Linter::new(rules, bench.config, bench.options()));
    let failed: HashSet<String> =
        examples::run(rules, linter, true).into_iter().map(|failure| failure.fact).collect();
    let is_contradicted = |place| contradicted.iter().any(|mistake| mistake.place == place);
    let facts = rules.facts.iter().enumerate();
    let bad = facts.filter(|(_, fact)| failed.contains(&fact.id) || is_contradicted(fact.says_place));
    bad.map(|(at, _)| at).collect()
}

/// Those that agree with nothing but what earlier ones agree with.
fn again(judged: &[Judged], n_drafts: usize) -> Vec<usize> {
    let mut spans: Vec<Vec<Span>> = vec![Vec::new(); n_drafts];
    for one in judged.iter().filter(|one| trial::is_agreeing(one.judgement.verdict)) {
        spans[one.claim.fact.index()].push(one.claim.span);
    }
    let mut seen: HashSet<Span> = HashSet::new();
    let mut again = Vec::new();
    for (at, own) in spans.into_iter().enumerate() {
        if own.iter().all(|span| seen.contains(span)) {
            again.push(at);
        }
        seen.extend(own);
    }
    again
}
