//! What a finding is known by from one run to the next: its words, not its lines.
//!
//! The check, the fact, the file, the words and what stands around them in their sentence; the same
//! words in the same surroundings are told apart by counting them.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Linted;
use crate::report::finding;
use crate::report::place;
use crate::report::place::Places;
use crate::source::Article;
use crate::span::Span;
use std::collections::HashMap;
use std::path::Path;

/// How many bytes around the words count.
const REACH: usize = 160;

/// The fingerprints of all findings of an article, in their order.
///
/// Those that were noted when there were more findings stay as they are.
pub fn all(linted: &Linted) -> Vec<String> {
    if linted.findings.iter().all(|finding| !finding.fingerprint.is_empty()) {
        return linted.findings.iter().map(|finding| finding.fingerprint.clone()).collect();
    }
    of(&linted.article.path, &linted.article, &linted.findings)
}

/// The fingerprints of `findings`, which are all of `article`, known as the file `path`.
pub fn of(path: &Path, article: &Article, findings: &[Diagnostic]) -> Vec<String> {
    let places = Places::new(article);
    let mut seen: HashMap<u128, u32> = HashMap::new();
    let mut one = |finding: &Diagnostic| {
        let content = content(path, &places, finding);
        let nth = seen.entry(content).or_default();
        *nth += 1;
        format!("{:032x}", part(content, &nth.to_string()))
    };
    findings.iter().map(&mut one).collect()
}

fn content(path: &Path, places: &Places<'_>, finding: &Diagnostic) -> u128 {
    let text = places.text(finding.field);
    let words = place::clip(text, finding.span);
    let around = around(text, words, place::clip(text, finding.sentence));
    let location = finding::located(finding::slashes(path), places.article.id.as_deref(), finding.field);
    let parts = [finding.code.name(), finding::name(finding), &location, words.of(text), around];
    parts.into_iter().fold(OFFSET, part)
}

/// The surroundings of `words` in their sentence.
fn around(text: &str, words: Span, sentence: Span) -> &str {
    let start = sentence.start().max(words.start().saturating_sub(REACH));
    let end = sentence.end().min(words.end().saturating_add(REACH));
    place::clip(text, Span::new(start, end)).of(text)
}

// The hash is FNV-1a of 128 bits: short, the same everywhere and for ever; nobody attacks it.
const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// Adds the words of `part`, whatever the space between them, to a hash.
fn part(hash: u128, part: &str) -> u128 {
    let words = part.split_whitespace().flat_map(|word| word.bytes().chain([b' ']));
    words.chain([0]).fold(hash, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::report::sample;

    #[test]
    fn lines_before_do_not_change_it() {
        let here = all(&sample::linted("The 31-member bloc met.", "31-member"));
        let below = all(&sample::linted("\n\nThe 31-member\nbloc met.", "31-member"));
        assert_eq!(here, below);
        assert_eq!(here[0].len(), 32);
    }

    #[test]
    fn other_words_change_it() {
        let one = all(&sample::linted("The 31-member bloc met.", "31-member"));
        let other = all(&sample::linted("The 30-member bloc met.", "30-member"));
        assert_ne!(one, other);
    }

    #[test]
    fn the_same_words_twice_are_told_apart() {
        let mut linted = sample::linted("The 31-member bloc met.", "31-member");
        linted.findings.push(linted.findings[0].clone());
        let both = all(&linted);
        assert_ne!(both[0], both[1]);
    }
}
