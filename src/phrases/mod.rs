//! Many phrases looked for at once, at the words of a text only.
//!
//! Every phrase is filed by its first word that is not very common, in one of many drawers. A text is walked word by
//! word; one bit says of nearly every word that no phrase is filed by it, and only where one may be are phrases
//! compared. So it hardly matters how many there are, and to gather them takes no longer than to sort them.
//!
//! What is said of first words here is said of these.

mod word;

use crate::phrases::word::KEY;
use crate::phrases::word::each_other;
use crate::phrases::word::each_word;
use crate::phrases::word::filing_word;
use crate::phrases::word::is_lead;
use crate::phrases::word::key;
use crate::phrases::word::len_of;
use crate::phrases::word::own_bits;
use crate::phrases::word::sequel;
use crate::span::Span;
use memchr::memmem::Finder;
use std::cell::Cell;
use std::cmp::Ordering;

/// How many drawers there are, a power of two: few enough for their bits to stay close to the processor.
const DRAWERS: usize = 1 << 12;
/// A drawer has sixty-four places: how many bits number all of them.
const PLACES: u32 = DRAWERS.trailing_zeros() + 6;
/// So many words of a text that may begin a phrase have room that is kept for the next text.
const ROOM: usize = 1 << 10;
/// So many phrases of one first word are compared one after the other.
const FEW: usize = 8;
/// 2^64 by the golden ratio: spreads the bits of a key over the upper half of the product (Knuth, vol. 3, 6.4).
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

thread_local! {
    /// Where each thread gathers the words of one text after the other, so that memory is asked for once.
    static WORDS: Cell<Vec<(usize, u64)>> = const { Cell::new(Vec::new()) };
}

/// Phrases, ready to be looked for.
#[derive(Debug)]
pub struct Phrases {
    /// All phrases, one after the other.
    text: String,
    /// By drawer, then by first word, then by their bytes from it on.
    entries: Vec<Entry>,
    /// By what each first word is known, in the same order.
    keys: Vec<u64>,
    /// Where the entries of each first word begin, and where those of the last one end.
    starts: Vec<u32>,
    /// For each drawer the bits of the first words in it.
    sieve: Box<[u64; DRAWERS]>,
    /// Where the first words of each drawer end; they begin where those of the one before end.
    ends: Vec<u32>,
    /// Whether a first word is a character outside of ASCII.
    has_others: bool,
    /// Phrases without a word, such as "%".
    marks: Vec<(Finder<'static>, u32)>,
}

/// A phrase.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// By what its first word is known.
    key: u64,
    /// How it goes on behind that, for numbers are compared sooner than bytes, and which bits of that are its own.
    sequel: u64,
    own: u64,
    /// Where it stands in the text of all phrases.
    span: Span,
    /// How many bytes of it come before its first word, as in ".NET".
    lead: u32,
    /// Its number.
    id: u32,
    /// The longest other entry with this first word that this one begins with.
    shorter: Option<u32>,
    /// Whether key and sequel are all there is of it.
    is_short: bool,
}

impl Entry {
    /// Whether a text that goes on so may have the phrase, as far as its sequel goes.
    fn goes_on(&self, sequel: u64) -> bool {
        (sequel ^ self.sequel) & self.own == 0
    }
}

impl Phrases {
    /// Gathers phrases, each with the number by which it is told. An empty one is nowhere.
    pub fn new<'p>(phrases: impl IntoIterator<Item = (&'p str, u32)>) -> Phrases {
        let mut all = Phrases {
            text: String::new(),
            entries: Vec::new(),
            keys: Vec::new(),
            starts: Vec::new(),
            sieve: Box::new([0; DRAWERS]),
            ends: Vec::new(),
            has_others: false,
            marks: Vec::new(),
        };
        for (phrase, id) in phrases {
            match filing_word(phrase) {
                Some(lead) => all.add((phrase, id), lead),
                None if phrase.is_empty() => {}
                None => all.marks.push((Finder::new(phrase).into_owned(), id)),
            }
        }
        all.file();
        all
    }

    /// Adds a phrase that has a first word.
    fn add(&mut self, (phrase, id): (&str, u32), lead: usize) {
        let start = self.text.len();
        self.text.push_str(phrase);
        let words = &phrase[lead..];
        let key = key(words);
        let sequel = sequel(words.as_bytes(), key);
        // Zeros stand behind the end of a sequel, so a phrase that holds one is compared.
        let is_short = lead == 0 && phrase.len() <= len_of(key) + KEY && !phrase.contains('\0');
        self.has_others |= words.as_bytes().first().is_some_and(|byte| is_lead(*byte));
        let (lead, span) = (number(lead), Span::new(start, self.text.len()));
        self.entries.push(Entry {
            key,
            sequel,
            own: own_bits(sequel),
            span,
            lead,
            id,
            shorter: None,
            is_short,
        });
    }

    /// Puts all entries in their drawers.
    fn file(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort_unstable_by(|a, b| self.order(a, b));
        for alike in entries.chunk_by_mut(|a, b| a.key == b.key).filter(|alike| alike.len() > 1) {
            self.link(alike);
        }
        let mut n_words = vec![0; DRAWERS];
        for (at, entry) in entries.iter().enumerate() {
            if self.keys.last() != Some(&entry.key) {
                self.keys.push(entry.key);
                self.starts.push(number(at));
                let (drawer, bit) = place(entry.key);
                self.sieve[drawer] |= bit;
                n_words[drawer] += 1;
            }
        }
        self.starts.push(number(entries.len()));
        self.ends = ends(&n_words);
        self.entries = entries;
    }

    /// By first word, as the drawers lie, then by the bytes from it on, of which the sequel is a part.
    fn order(&self, one: &Entry, other: &Entry) -> Ordering {
        let words = (spread(one.key), one.sequel).cmp(&(spread(other.key), other.sequel));
        words.then_with(|| self.tail(one).cmp(self.tail(other)))
    }

    /// Ties the entries of one first word, which are in order, to those they begin with.
    fn link(&self, alike: &mut [Entry]) {
        let mut open: Vec<u32> = Vec::new();
        for at in 0..alike.len() {
            let begins =
                |shorter: u32| self.tail(&alike[at]).starts_with(self.tail(&alike[shorter as usize]));
            while open.pop_if(|shorter| !begins(*shorter)).is_some() {}
            alike[at].shorter = open.last().copied();
            open.push(number(at));
        }
    }

    /// The bytes of a phrase from its first word on.
    fn tail(&self, entry: &Entry) -> &[u8] {
        &self.text.as_bytes()[entry.span.start() + entry.lead as usize..entry.span.end()]
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

    /// Gathers the words of a text that a phrase may begin with, by their first bytes and keys.
    // Apart from what is done with them, so that the walk over all words has the processor for itself.
    #[inline(never)]
    fn words(&self, text: &[u8], words: &mut Vec<(usize, u64)>) {
        let mut tell = |at, key| {
            let (drawer, bit) = place(key);
            if self.sieve[drawer] & bit != 0 {
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

    /// Tells of the phrases whose first word stands at the byte `at` and has this key.
    fn each_filed(&self, text: &str, at: usize, key: u64, tell: &mut impl FnMut(Span, u32)) {
        let Some(alike) = self.alike(key) else { return };
        let words = &text.as_bytes()[at..];
        let sequel = sequel(words, key);
        let mut tell_of = |entry: &Entry| {
            if let Some(span) = entry.goes_on(sequel).then(|| self.whole(entry, text, at)).flatten() {
                tell(span, entry.id);
            }
        };
        if alike.len() <= FEW {
            return alike.iter().rev().for_each(tell_of);
        }
        let mut next = self.last_before(alike, words, sequel);
        while let Some(entry) = next.and_then(|at| alike.get(at)) {
            tell_of(entry);
            next = entry.shorter.map(|at| at as usize);
        }
    }

    /// The entries with this first word, if there are any.
    fn alike(&self, key: u64) -> Option<&[Entry]> {
        let (drawer, _) = place(key);
        let start = drawer.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        let keys = &self.keys[start..self.ends[drawer] as usize];
        let word = start + keys.iter().position(|other| *other == key)?;
        Some(&self.entries[self.starts[word] as usize..self.starts[word + 1] as usize])
    }

    /// The last one of the entries of a first word that is not greater than the words with which the text goes on:
    /// these begin with it, or with a shorter one that it begins with, or with none.
    fn last_before(&self, alike: &[Entry], words: &[u8], sequel: u64) -> Option<usize> {
        let first = alike.partition_point(|entry| entry.sequel < sequel);
        let n_equal = alike[first..].iter().take_while(|entry| entry.sequel == sequel).count();
        let equal = &alike[first..first + n_equal];
        (first + equal.partition_point(|entry| self.tail(entry) <= words)).checked_sub(1)
    }

    /// Where a phrase stands whose first word and sequel are at the byte `at`, if all of it does.
    fn whole(&self, entry: &Entry, text: &str, at: usize) -> Option<Span> {
        let start = at.checked_sub(entry.lead as usize)?;
        let span = Span::new(start, start + entry.span.len());
        let is_here = || text.as_bytes().get(start..span.end()) == Some(entry.span.of(&self.text).as_bytes());
        ((entry.is_short || is_here()) && is_whole(text, span)).then_some(span)
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

/// The bits of a key, spread: those of no two keys are the same.
#[inline]
fn spread(key: u64) -> u64 {
    key.wrapping_mul(SPREAD)
}

/// The drawer of a first word, and its bit in the sieve there.
#[inline]
fn place(key: u64) -> (usize, u64) {
    let place = spread(key) >> (u64::BITS - PLACES);
    ((place / 64) as usize, 1 << (place % 64))
}

/// Where lists of so many items end that lie one behind the other.
fn ends(lengths: &[u32]) -> Vec<u32> {
    let ends = lengths.iter().scan(0, |end, length| {
        *end += length;
        Some(*end)
    });
    ends.collect()
}

/// A number of entries or bytes: phrases come from files of rules, which have fewer than that.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Whether no letter or digit touches the words at `span`.
fn is_whole(text: &str, span: Span) -> bool {
    let bytes = text.as_bytes();
    let (before, after) = (span.start().checked_sub(1).map(|at| bytes[at]), bytes.get(span.end()));
    if before.is_none_or(|byte| byte.is_ascii()) && after.is_none_or(u8::is_ascii) {
        return !before.is_some_and(|byte| byte.is_ascii_alphanumeric())
            && !after.is_some_and(u8::is_ascii_alphanumeric);
    }
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !touches(text[span.end()..].chars().next()) && !touches(text[..span.start()].chars().next_back())
}

#[cfg(test)]
mod tests {
    use super::Phrases;
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
    fn long_first_words_share_a_drawer() {
        check(
            &["Internationale", "International", "International Bank"],
            "Internationale, an International Bank",
        );
    }

    proptest! {
        #[test]
        fn all_are_found_that_are_found_one_by_one(
            phrases in proptest::collection::btree_set("[aB.é’ -]{0,3}|[ab]{7,10}", 0..12),
            text in "([aB.é’ %-]|[ab]{7,10}){0,200}",
        ) {
            check(&phrases.iter().map(String::as_str).collect::<Vec<_>>(), &text);
        }
    }
}
