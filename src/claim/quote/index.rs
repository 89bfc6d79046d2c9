//! The words of all `quote` facts, and the passages of an article laid beside them.

use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::memory::Memory;
use crate::claim::quote::align;
use crate::claim::quote::align::Alignment;
use crate::claim::quote::align::Change;
use crate::claim::quote::lawful;
use crate::claim::quote::likeness;
use crate::claim::quote::misquotation;
use crate::claim::quote::misquotation::Side;
use crate::claim::quote::passage;
use crate::claim::quote::passage::Passage;
use crate::claim::quote::speaker;
use crate::claim::quote::speaker::Voice;
use crate::claim::quote::word;
use crate::claim::quote::word::Word;
use crate::claim::scene::Scene;
use crate::document::Document;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::fact::Rules;
use crate::span::Span;
use std::collections::BTreeMap;
use std::collections::HashMap;

/// The words of all `quote` facts.
pub struct Index {
    quotes: Vec<Quote>,
    // Which quotes hold a word.
    by_word: HashMap<String, Vec<usize>>,
}

struct Quote {
    fact: FactId,
    words: Vec<Word>,
}

/// An article with who is spoken of where.
#[derive(Clone, Copy)]
pub struct Stage<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// The article.
    pub document: &'a Document<'a>,
    /// Its sentences that hold a word of the rules.
    pub scenes: &'a [Scene<'a>],
    /// Who has been named.
    pub memory: &'a Memory<'a>,
}

/// A passage laid beside a quote.
struct Match {
    quote: usize,
    alignment: Alignment,
    // The changes that quoting does not allow.
    changes: Vec<Change>,
    voice: Voice,
}

/// Quotations shorter than this are too common to compare with longer ones.
const SHORTEST: usize = 4;
/// Declared words fewer than this are only compared with a quotation as long, of one other word.
const SHORT: usize = 4;
/// So many words in a row are nobody else's.
const UNIQUE: usize = 6;

impl Index {
    /// Gathers the words of `rules`.
    pub fn new(rules: &Rules) -> Index {
        let mut index = Index { quotes: Vec::new(), by_word: HashMap::new() };
        for (fact, it) in rules.numbered_facts() {
            if let Kind::Quote { words, .. } = &it.kind
                && it.judges()
            {
                index.add(Quote { fact, words: word::words(words, &[Span::new(0, words.len())]) });
            }
        }
        index
    }

    fn add(&mut self, quote: Quote) {
        let mut keys: Vec<&String> = quote.words.iter().map(|word| &word.key).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            self.by_word.entry(key.clone()).or_default().push(self.quotes.len());
        }
        self.quotes.push(quote);
    }

    /// Finds the quotations of an article that are those of a fact, or nearly.
    pub fn find(&self, stage: Stage<'_>, claims: &mut Vec<Claim>) {
        if self.quotes.is_empty() {
            return;
        }
        for passage in passage::all(stage.document) {
            // The whole first: its parts and what is quoted in it are the same words again.
            let found = self.claims(stage, &passage);
            if !found.is_empty() {
                claims.extend(found);
                continue;
            }
            let parts = passage.alone().chain(passage.nested(&stage.document.text));
            claims.extend(parts.flat_map(|part| self.claims(stage, &part)));
        }
    }

    /// The claims of one passage, the surest first; each word is of one quote.
    fn claims(&self, stage: Stage<'_>, passage: &Passage) -> Vec<Claim> {
        let words = word::words(&stage.document.text, &passage.parts);
        let candidates = self.candidates(&words).into_iter();
        let mut matches: Vec<Match> =
            candidates.filter_map(|quote| self.compare(stage, passage, &words, quote)).collect();
        matches
            .sort_by_key(|found| std::cmp::Reverse((found.alignment.same, usize::MAX - found.changes.len())));
        let mut taken: Vec<std::ops::Range<usize>> = Vec::new();
        let mut claims = Vec::new();
        for found in matches {
            let range = found.alignment.printed.clone();
            if taken.iter().all(|other| range.end <= other.start || other.end <= range.start) {
                claims.push(self.claim(stage, passage, &words, &found));
                taken.push(range);
            }
        }
        claims
    }

    /// The quotes that share enough words with a passage to be laid beside it.
    fn candidates(&self, words: &[Word]) -> Vec<usize> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for word in words {
            for quote in self.by_word.get(&word.key).into_iter().flatten() {
                *shared.entry(*quote).or_default() += 1;
            }
        }
        let said = |quote: usize| self.quotes[quote].words.len();
        let least = |quote: usize| words.len().min(said(quote)).div_ceil(2).max(2);
        let is_long = |quote: usize| words.len() >= SHORTEST || words.len() >= said(quote).max(SHORTEST - 1);
        // Three words of a longer quote are looked at where all are its own.
        let is_within = |n: usize| n == words.len() && n + 1 == SHORTEST;
        let near =
            shared.into_iter().filter(|(quote, n)| *n >= least(*quote) && (is_long(*quote) || is_within(*n)));
        near.map(|(quote, _)| quote).collect()
    }

    fn compare(&self, stage: Stage<'_>, passage: &Passage, words: &[Word], quote: usize) -> Option<Match> {
        let Quote { fact, words: said } = &self.quotes[quote];
        let Kind::Quote { speaker, .. } = &stage.rules.fact(*fact).kind else { return None };
        let alignment = align::align(words, said)?;
        let around = (stage.scenes, stage.memory);
        let voice = speaker.map(|speaker| speaker::voice(stage.document, around, passage, speaker));
        let is_named = speaker.is_some_and(|speaker| stage.memory.is_named(speaker));
        let is_unlawful = |change: &Change| !lawful::is_lawful(words, said, change);
        let changes: Vec<Change> =
            alignment.changes.iter().filter(|change| is_unlawful(change)).cloned().collect();
        let is_theirs = match voice {
            Some(voice) => voice == Voice::Own,
            None => !stage.rules.fact(*fact).requires.is_empty(),
        };
        let fits = is_near((words, said), &alignment, voice, is_named)
            && is_sure((words, said), &alignment, &changes, is_theirs);
        let fits = fits && (changes.is_empty() || !speaker::is_disowned(stage.document, passage));
        fits.then_some(Match { quote, alignment, changes, voice: voice.unwrap_or(Voice::Unknown) })
    }

    fn claim(&self, stage: Stage<'_>, passage: &Passage, words: &[Word], found: &Match) -> Claim {
        let Quote { fact, words: said } = &self.quotes[found.quote];
        if let Voice::Other(name) = found.voice {
            return Claim::plain(*fact, name, stage.document, Observed::Misattributed);
        }
        let canonical = match &stage.rules.fact(*fact).kind {
            Kind::Quote { words, .. } => words.as_str(),
            _ => "",
        };
        let (printed, said) =
            (Side { text: &stage.document.text, words }, Side { text: canonical, words: said });
        let is_cut = passage.parts.last().is_some_and(|part| word::is_cut(stage.document.slice(*part)));
        let cut = || misquotation::of_cut(printed, said, &found.alignment).filter(|_| is_cut);
        match misquotation::of_changes(printed, said, &found.changes).or_else(cut) {
            Some((span, misquotation)) => {
                Claim::plain(*fact, span, stage.document, Observed::Misquoted(Box::new(misquotation)))
            }
            None => Claim::plain(*fact, passage.span(), stage.document, Observed::Quoted),
        }
    }
}

/// Whether printed words are so like those that were said that they are held to them; in another's mouth
/// they must be nearly all of them.
fn is_near(
    (words, said): (&[Word], &[Word]),
    alignment: &Alignment,
    voice: Option<Voice>,
    is_named: bool,
) -> bool {
    let is_others = matches!(voice, Some(Voice::Other(_)));
    likeness::is_near(words, said, alignment, likeness::Bar::of(voice, is_named))
        && (!is_others || alignment.same >= UNIQUE || likeness::is_all(words, said, alignment))
}

/// Whether there are enough words to be sure that they were changed.
fn is_sure(
    (words, said): (&[Word], &[Word]),
    alignment: &Alignment,
    changes: &[Change],
    is_theirs: bool,
) -> bool {
    let is_few = || is_theirs && likeness::is_one_of_few(words, said, alignment);
    let is_long = said.len() >= SHORT || changes.is_empty() || is_few();
    let is_picked = words.len() < SHORTEST.min(said.len()) && !changes.is_empty();
    is_long && (!is_picked || is_theirs && likeness::is_picked(words, alignment))
}

#[cfg(test)]
mod tests {
    use crate::claim::Finder;
    use crate::claim::Observed;
    use crate::document::Document;
    use crate::fact::trial;

    const RULES: &str = r#"
        [[entity]]
        id = "vale"
        names = ["Ana Vale", "Vale"]

        [[entity]]
        id = "quay"
        names = ["Otto Quay", "Quay"]

        [[fact]]
        id = "harbour"
        says = "Vale said what she said"
        kind = "quote"
        speaker = "vale"
        value = "We have never promised a quick, cheap harbour for the whole of the town unless the state pays."

        [[fact]]
        id = "boats"
        says = "Quay said what he said"
        kind = "quote"
        speaker = "quay"
        value = "boats first"
    "#;

    /// Checks what is marked as misquoted, gravely (`!`) or not, or as said by another (`@`).
    #[track_caller]
    fn check(text: &str, expected: &[(&str, char)]) {
        let loaded = trial::load(&[RULES]);
        assert_eq!(trial::mistakes(&loaded), []);
        let found = Finder::new(&loaded.rules).find(&Document::plain(text, None));
        let found: Vec<(&str, char)> = found
            .claims
            .iter()
            .filter_map(|claim| match &claim.observed {
                Observed::Misquoted(words) => {
                    Some((claim.span.of(text), if words.is_grave { '!' } else { '?' }))
                }
                Observed::Misattributed => Some((claim.span.of(text), '@')),
                _ => None,
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn lawful_differences_pass() {
        for text in [
            "“We’ve never promised a quick, cheap harbor for the whole of the town,” Vale said.",
            "“We have never promised,” Vale said, “a quick, cheap harbour for the whole of the town.”",
            "“We have never promised a quick … harbour,” said Ana Vale.",
            "“[Our town has] never promised a quick, cheap harbour,” said Ana Vale.",
            "“[W]e have never promised a quick, cheap [port],” said Ana Vale.",
            "Vale spoke of “a quick, cheap harbour”.",
            "“She told me ‘we have never promised a quick, cheap harbour’ and left,” Quay said of Vale.",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn ordinary_words_are_nobodys() {
        check("Vale saw “nets first” on a sign; Quay wrote “boats last”.", &[]);
        check("“We have won a quick, cheap game for the team,” Quay said. Vale smiled.", &[]);
    }

    #[test]
    fn other_words_are_marked() {
        check("“We have never promised a slow, cheap harbour,” Vale said.", &[("slow", '?')]);
        check("“We have never promised,” Vale said, “a slow, cheap harbour.”", &[("slow", '?')]);
        check("“We have never promised a quick, cheap new harbour,” Vale said.", &[("new", '?')]);
        check(
            "Vale: \"We have never promised a slow, cheap harbour for the town",
            &[("slow, cheap harbour for the town", '?')],
        );
    }

    #[test]
    fn a_lost_negation_is_grave() {
        check(
            "“We have promised a quick, cheap harbour for the town,” Vale said.",
            &[("promised a quick, cheap harbour for the town", '!')],
        );
        check("“We have … promised a quick, cheap harbour,” said Ana Vale.", &[("have … promised", '!')]);
    }

    #[test]
    fn a_cut_before_unless_is_marked() {
        check(
            "“We have never promised a quick, cheap harbour for the whole of the town …,” Vale said.",
            &[("town", '?')],
        );
    }

    #[test]
    fn another_speaker_is_marked() {
        check("“We have never promised a quick, cheap harbour,” Otto Quay said.", &[("Otto Quay", '@')]);
        check("“We have never promised a quick, cheap harbour,” Quay said, as Vale had.", &[]);
    }
}
