//! Whether a draft does what a fact should: agree with its article, and notice another value.

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::binding::Tie;
use crate::config::Config;
use crate::document::Document;
use crate::fact::RuleFile;
use crate::fact::load;
use crate::fact::load::Loaded;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::alter;
use crate::lint::mend::Words;
use crate::lint::says;
use crate::lint::suggest::draft::Draft;
use crate::lint::suggest::draft::Kind;
use crate::lint::suggest::draft::Tried;
use crate::lint::suggest::excerpt::Excerpt;
use crate::lint::suggest::write;
use crate::severity::Severity;
use crate::source::Article;
use crate::span::Span;
use crate::verdict::Verdict;
use jiff::civil::Date;

/// An article on which drafts are tried.
pub(super) struct Bench<'a> {
    pub(super) config: &'a Config,
    pub(super) article: &'a Article,
    /// Its prose.
    pub(super) text: &'a str,
    /// The day of the article, if it has none.
    pub(super) default: Option<Date>,
}

impl Bench<'_> {
    /// The first of some drafts that holds, best one that finds nothing wrong in the sentences around.
    ///
    /// A fact may find something wrong only because the others are missing: without those of its rivals every
    /// chief executive seems to be that of the only firm that is known. So such a one is kept for the time being.
    pub(super) fn first(&self, drafts: Vec<Draft>) -> Option<Tried> {
        let mut spare: Option<Tried> = None;
        for (tried, is_clean) in drafts.into_iter().filter_map(|draft| self.tried(draft)) {
            if is_clean {
                return Some(tried);
            }
            spare = spare.or(Some(tried));
        }
        spare
    }

    /// The draft with what it notices, if it holds, and whether the sentences around it are left alone.
    fn tried(&self, draft: Draft) -> Option<(Tried, bool)> {
        let Loaded { rules, mistakes } =
            load::texts(vec![RuleFile::new("draft.toml", write::judging(&draft))]);
        let linter = Linter::new(&rules, self.config, self.options());
        let is_sound = mistakes.is_empty()
            && says::mistakes(&rules, || Linter::new(&rules, self.config, self.options())).is_empty();
        if !is_sound || !agrees(&linter, &draft) {
            return None;
        }
        let reject = wrong(&draft).into_iter().find_map(|words| noticed(&linter, &draft.excerpt, words))?;
        let around = article(&draft.excerpt, draft.excerpt.around.of(self.text).to_owned());
        let judged = linter.judged(&linter.document(&around));
        let is_clean = judged.iter().all(|one| one.judgement.severity.is_none());
        Some((Tried { draft, reject }, is_clean))
    }

    pub(super) fn options(&self) -> Options {
        Options { default_date: self.default, ..Options::undated() }
    }
}

/// Whether a fact agrees with what it was held against.
pub(super) fn is_agreeing(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Agrees | Verdict::AgreedThen)
}

/// An excerpt as an article of its own.
fn article(excerpt: &Excerpt, text: String) -> Article {
    Article { text, date: excerpt.date, ..Article::default() }
}

/// Whether the sentences state the fact with these very words, and of nobody else.
fn agrees(linter: &Linter<'_>, draft: &Draft) -> bool {
    let excerpt = &draft.excerpt;
    let article = article(excerpt, excerpt.text.clone());
    let document = linter.document(&article);
    let judged = linter.judged(&document);
    let is_clean = judged.iter().all(|one| one.judgement.severity.is_none());
    let mut here = judged.iter().filter(|one| one.claim.span.overlaps(excerpt.at));
    is_clean && here.any(|one| is_agreeing(one.judgement.verdict) && is_certain(&one.claim))
}

/// Whether the engine ties the words to their subject within one clause.
fn is_certain(claim: &Claim) -> bool {
    matches!(claim.binding, Binding::Certain(tie) if tie <= Tie::Clause)
}

/// The sentences with other words, marked as the fact marks them; nothing if it does not notice.
fn noticed(linter: &Linter<'_>, excerpt: &Excerpt, words: Words) -> Option<String> {
    let changed = article(excerpt, excerpt.changed(words.span, &words.text));
    let findings = linter.check(&changed);
    let [finding] = findings.as_slice() else { return None };
    let new = Span::new(words.span.start(), words.span.start() + words.text.len());
    let is_here = finding.span.overlaps(new) && finding.severity >= Severity::Warning;
    is_here.then(|| excerpt.marked(words.span, &words.text, finding.span))
}

/// Ways to say something else in the sentences of a draft, the nearest first.
fn wrong(draft: &Draft) -> Vec<Words> {
    let Excerpt { text, at, date, .. } = &draft.excerpt;
    match &draft.kind {
        Kind::Quote { .. } => alter::word::all(text, *at),
        Kind::Role { value, .. } => alter::holder::all(value, *at, std::iter::empty()),
        Kind::Count { .. } | Kind::Measure { .. } | Kind::Date { .. } => {
            let document = Document::plain(text, *date);
            let values = document.sentences().iter().flat_map(|sentence| document.values(sentence));
            let Some(value) = values.into_iter().find(|value| value.core.overlaps(*at)) else {
                return Vec::new();
            };
            let numbers = alter::number::all(&document, value).into_iter().map(|(_, words)| words);
            numbers.chain(alter::date::all(&document, value).into_iter().map(|(_, words)| words)).collect()
        }
    }
}
