//! Many phrases looked for at once, at the words of a text only.
//!
//! Every phrase is filed by the rarest of its words, in one of many drawers. A text is walked word by
//! word; two bits say of nearly every word that no phrase is filed by it, and only where one may be are phrases
//! compared. So it hardly matters how many there are, and to gather them takes no longer than to sort them.

mod around;
mod edge;
mod entry;
mod filing;
mod gather;
mod sieve;
mod word;

use crate::phrases::around::Around;
use crate::phrases::edge::is_whole;
use crate::phrases::entry::Entry;
use crate::phrases::entry::Extent;
use crate::phrases::entry::rank;
use crate::phrases::sieve::Sieve;
use crate::phrases::word::each_other;
use crate::phrases::word::each_word;
use crate::phrases::word::slot;
use crate::span::Span;
use memchr::memmem::Finder;
use std::cell::Cell;
use std::cmp::Ordering;
use std::ops::Range;

/// So many words of a text that a phrase may be filed by have room that is kept for the next text.
const ROOM: usize = 1 << 10;
/// So many phrases of a drawer are compared one after the other.
const FEW: usize = 16;

thread_local! {
    /// Where each thread gathers the words of one text after the other, so that memory is asked for once.
    static WORDS: Cell<Vec<(usize, u64)>> = const { Cell::new(Vec::new()) };
}

/// Phrases, ready to be looked for.
#[derive(Debug)]
pub struct Phrases {
    /// All phrases, one after the other.
    text: Vec<u8>,
    /// By drawer, then by filing word, then by their bytes from it on.
    entries: Vec<Entry>,
    /// For each entry the longest other one with its filing word that it begins with, if there is one.
    shorter: Vec<Option<u32>>,
    /// What the words fall through that no phrase is filed by.
    sieve: Sieve,
    /// Where the entries of each drawer end; they begin where those of the one before end.
    ends: Vec<u32>,
    /// How many bits number the drawers.
    width: u32,
    /// Whether a filing word is a character outside of ASCII.
    has_others: bool,
    /// Phrases without a word to file them by, such as "%".
    marks: Vec<(Finder<'static>, u32)>,
}

impl Phrases {
    fn bytes(&self, entry: &Entry) -> &[u8] {
        let start = entry.start as usize;
        &self.text[start..start + entry.len as usize]
    }

    /// The bytes of a phrase from its filing word on.
    fn tail(&self, entry: &Entry) -> &[u8] {
        &self.bytes(entry)[usize::from(entry.lead)..]
    }

    /// Every phrase in `text`, in no order: whole words only, those inside others too.
    pub fn find(&self, text: &str) -> Vec<(Span, u32)> {
        let mut found = Vec::new();
        self.each(text, |span, id| found.push((span, id)));
        found
    }

    /// Tells of every phrase in `text`, where it stands and its number.
    pub fn each(&self, text: &str, mut tell: impl FnMut(Span, u32)) {
        let mut words = WORDS.take();
        self.words(text.as_bytes(), &mut words);
        for (at, key) in words.drain(..) {
            self.each_filed(text, at, key, &mut tell);
        }
        words.shrink_to(ROOM);
        WORDS.set(words);
        for (mark, id) in &self.marks {
            let spans = places(mark, text).map(|at| Span::new(at, at + mark.needle().len()));
            spans.filter(|span| is_whole(text, *span)).for_each(|span| tell(span, *id));
        }
    }

    /// Gathers the words of a text that a phrase may be filed by, by their first bytes and keys.
    // Apart from what is done with them, so that the walk over all words has the processor for itself.
    #[inline(never)]
    fn words(&self, text: &[u8], words: &mut Vec<(usize, u64)>) {
        let mut tell = |at, key| {
            if self.sieve.keeps(key) {
                words.push((at, key));
            }
        };
        if !self.entries.is_empty() {
            each_word(text, &mut tell);
        }
        if self.has_others {
            each_other(text, tell);
        }
    }

    /// Tells of the phrases whose filing word stands at the byte `at` and has this key.
    fn each_filed(&self, text: &str, at: usize, key: u64, tell: &mut impl FnMut(Span, u32)) {
        let around = Around::of(text.as_bytes(), at, key);
        let mut tell_of = |entry: &Entry| {
            let may_be = entry.extent == Extent::Word || entry.around.admits(around);
            if let Some(span) = may_be.then(|| self.whole(entry, text, at)).flatten() {
                tell(span, entry.id);
            }
        };
        let drawer = self.drawer(key);
        if drawer.len() <= FEW {
            let entries = &self.entries[drawer];
            return entries.iter().filter(|entry| entry.key == key).for_each(tell_of);
        }
        let mut next = self.last_before(drawer, key, (&text.as_bytes()[at..], around));
        while let Some(at) = next {
            tell_of(&self.entries[at]);
            next = self.shorter[at].map(|at| at as usize);
        }
    }

    /// The entries in the drawer of a key.
    fn drawer(&self, key: u64) -> Range<usize> {
        let drawer = slot(key, self.width);
        let start = drawer.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[drawer] as usize
    }

    /// The last one of the entries of a key in its drawer that is not greater than the words with which the text goes
    /// on: these begin with it, or with a shorter one that it begins with, or with none.
    fn last_before(&self, drawer: Range<usize>, key: u64, (words, around): (&[u8], Around)) -> Option<usize> {
        let is_before = |entry: &Entry| match rank(entry.key, entry.around).cmp(&rank(key, around)) {
            Ordering::Equal => self.tail(entry) <= words,
            order => order.is_lt(),
        };
        let last = drawer.start + self.entries[drawer.clone()].partition_point(is_before);
        last.checked_sub(1).filter(|last| drawer.contains(last) && self.entries[*last].key == key)
    }

    /// Where a phrase stands whose filing word is at the byte `at`, if all of it does.
    fn whole(&self, entry: &Entry, text: &str, at: usize) -> Option<Span> {
        let start = at.checked_sub(usize::from(entry.lead))?;
        let span = Span::new(start, start + entry.len as usize);
        let is_here = || text.as_bytes().get(start..span.end()) == Some(self.bytes(entry));
        ((entry.extent != Extent::Long || is_here()) && is_whole(text, span)).then_some(span)
    }
}

/// Where a mark stands, one that overlaps the one before too.
fn places(mark: &Finder<'_>, text: &str) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + mark.find(text.as_bytes().get(from..)?)?;
        from = at + 1;
        Some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::Phrases;
    use crate::phrases::gather::LEAST;
    use crate::phrases::word::key;
    use crate::phrases::word::slot;
    use proptest::prelude::proptest;

    /// Every phrase that stands in a text as whole words, looked for one by one.
    fn one_by_one(phrases: &[&str], text: &str) -> Vec<(usize, u32)> {
        let mut found = Vec::new();
        for (phrase, id) in phrases.iter().zip(0..) {
            let places = (0..text.len())
                .filter(|at| !phrase.is_empty() && text.as_bytes()[*at..].starts_with(phrase.as_bytes()));
            let is_whole = |at: &usize| {
                let (before, after) =
                    (text[..*at].chars().next_back(), text[at + phrase.len()..].chars().next());
                !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
            };
            found.extend(places.filter(is_whole).map(|at| (at, id)));
        }
        found
    }

    #[track_caller]
    fn check(phrases: &[&str], text: &str) {
        let all = Phrases::new(phrases.iter().copied().zip(0..));
        let mut found: Vec<(usize, u32)> =
            all.find(text).iter().map(|(span, id)| (span.start(), *id)).collect();
        let mut expected = one_by_one(phrases, text);
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{phrases:?} in {text:?}");
    }

    #[test]
    fn whole_words_are_found_inside_one_another_too() {
        let names = ["Orla", "Orla Bridge", "Orla Bridge Trust", "Bridge", "Orlando"];
        check(&names, "The Orla Bridge Trust of Orlando, Orla Bridges and an Orla-Bridge.");
        check(&names, "Orla");
        check(&names, "");
    }

    #[test]
    fn words_of_other_letters_and_marks_are_found() {
        let names = ["École Belmar", "é", "Zoë", ".NET", "NET", "@orla", "%", "&", "€", "東京"];
        check(&names, "L’École Belmar – Zoë: ASP.NET, .NET and @orla’s é,é 5% & €5 Zoës 東京");
    }

    #[test]
    fn phrases_with_common_words_are_found() {
        let phrases = ["in total", "in all", "In all", "the", "of the", "The Hague", "a", "in", "the École"];
        check(&phrases, "In all, in total of the boats in The Hague, a third in all at the École.");
    }

    #[test]
    fn filing_words_may_have_one_key() {
        check(
            &["Internationale", "International", "International Bank"],
            "Internationale, an International Bank",
        );
    }

    #[test]
    fn phrases_are_told_apart_in_a_crowd() {
        let numbered = |form: fn(usize) -> String| (0..90).map(form).collect::<Vec<_>>();
        let all = [
            // One filing word for all, whether they differ behind it, before it or in their length.
            numbered(|n| format!("Orla {n} Quay")),
            numbered(|n| format!("{n} Orla")),
            numbered(|n| format!("Orla{}", " a".repeat(n))),
            numbered(|n| format!("{}学 Orla", "東".repeat(n))),
        ];
        let phrases = all.concat();
        let text = phrases.join(", ");
        check(&phrases.iter().map(String::as_str).collect::<Vec<_>>(), &text);
    }

    #[test]
    fn few_phrases_are_looked_at_however_many_share_their_words() {
        let names: Vec<String> =
            (0..120).flat_map(|one| (0..120).map(move |other| format!("Given{one} Family{other}"))).collect();
        let all = Phrases::new(names.iter().map(String::as_str).zip(0..));
        let chain = |at: u32| std::iter::successors(Some(at), |at| all.shorter[*at as usize]).count();
        // "Family1", "Family11" and "Family111" begin alike.
        assert_eq!((0..).take(names.len()).map(chain).max(), Some(3));
    }

    #[test]
    fn words_that_share_a_drawer_are_told_apart() {
        let drawer = |word: &str| slot(key(word), LEAST);
        let other = (0..).map(|n| format!("w{n}")).find(|word| drawer(word) == drawer("Orla")).unwrap();
        let more: Vec<String> = (0..20).map(|n| format!("{other} {n}")).collect();
        let phrases: Vec<&str> =
            more.iter().map(String::as_str).chain(["Orla", "Orla Quay", &other]).collect();
        check(&phrases, &format!("Orla, Orla Quay, {}", more.join(" ")));
    }

    #[test]
    fn a_filing_word_far_behind_is_found() {
        let far = format!("{}Orla", ". ".repeat(40_000));
        check(&[&far, "Orla"], &far);
    }

    proptest! {
        #[test]
        fn all_are_found_that_are_found_one_by_one(
            phrases in proptest::collection::btree_set("[aB.é’ -]{0,3}|[ab]{7,10}|([ab]{1,2}[ .é\0-]){0,5}[ab]{1,13}", 0..60),
            text in "([aB.é’ %\0-]|[ab]{7,13}|[ab] [ab]{1,2}[.é-]){0,200}",
        ) {
            check(&phrases.iter().map(String::as_str).collect::<Vec<_>>(), &text);
        }
    }
}
