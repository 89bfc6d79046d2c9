//! Many phrases looked for at once, at the words of a text only.
//!
//! Every phrase is filed under its first word. A text is walked word by word; one bit says of nearly every word
//! that no phrase begins with it, and only where one may are phrases compared. So it hardly matters how many
//! there are, and to gather them takes no longer than to sort them.

mod word;

use crate::phrases::word::KEY;
use crate::phrases::word::each_other;
use crate::phrases::word::each_word;
use crate::phrases::word::goes_on;
use crate::phrases::word::is_lead;
use crate::phrases::word::key;
use crate::phrases::word::key_of;
use crate::phrases::word::len_of;
use crate::phrases::word::sequel;
use crate::span::Span;
use memchr::memmem::Finder;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::hash::Hasher;
use std::ops::Range;

/// How many words of bits the sieve has, a power of two: few enough to stay close to the processor.
const SIEVE: usize = 1 << 10;
/// How many phrases a sentence or a short text has, at a guess.
const LIKELY: usize = 8;
/// 2^64 by the golden ratio: spreads the bits of a key over the upper half of the product (Knuth, vol. 3, 6.4).
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Phrases, ready to be looked for.
#[derive(Debug)]
pub struct Phrases {
    /// All phrases, one after the other.
    text: String,
    /// By first word, then by their bytes from it on.
    entries: Vec<Entry>,
    /// How each of them goes on behind what it is filed by, for numbers are compared sooner than bytes.
    sequels: Vec<u64>,
    /// Which entries have a first word.
    drawers: HashMap<u64, Range<usize>, BuildHasherDefault<Spread>>,
    /// A bit that is set if there may be such a first word.
    sieve: Box<[u64; SIEVE]>,
    /// Whether a first word is a character outside of ASCII.
    has_others: bool,
    /// Phrases without a word, such as "%".
    marks: Vec<(Finder<'static>, u32)>,
}

/// A phrase.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// Where it stands in the text of all phrases.
    span: Span,
    /// How many bytes of it come before its first word, as in ".NET".
    lead: u32,
    /// Its number.
    id: u32,
    /// The longest other entry of the drawer that this one begins with.
    shorter: Option<u32>,
    /// Whether the key of its drawer and its sequel are all there is of it.
    is_short: bool,
}

/// A phrase on its way into a drawer.
struct Filed {
    /// That of the drawer.
    key: u64,
    sequel: u64,
    entry: Entry,
}

impl Phrases {
    /// Gathers phrases, each with the number by which it is told. An empty one is nowhere.
    pub fn new<'p>(phrases: impl IntoIterator<Item = (&'p str, u32)>) -> Phrases {
        let mut all = Phrases {
            text: String::new(),
            entries: Vec::new(),
            sequels: Vec::new(),
            drawers: HashMap::default(),
            sieve: Box::new([0; SIEVE]),
            has_others: false,
            marks: Vec::new(),
        };
        let phrases = phrases.into_iter();
        let mut filed = Vec::with_capacity(phrases.size_hint().0);
        for (phrase, id) in phrases {
            match first_word(phrase) {
                Some(lead) => filed.push(all.entry((phrase, id), lead)),
                None if phrase.is_empty() => {}
                None => all.marks.push((Finder::new(phrase).into_owned(), id)),
            }
        }
        filed.sort_unstable_by(|a, b| all.order(a).cmp(&all.order(b)));
        all.entries.reserve_exact(filed.len());
        all.sequels.reserve_exact(filed.len());
        filed.chunk_by(|a, b| a.key == b.key).for_each(|drawer| all.file(drawer));
        all
    }

    /// A phrase, ready to be filed.
    fn entry(&mut self, (phrase, id): (&str, u32), lead: usize) -> Filed {
        let start = self.text.len();
        self.text.push_str(phrase);
        let key = key(&phrase[lead..]);
        let sequel = sequel(&phrase.as_bytes()[lead..], key);
        // Zeros stand behind the end of a sequel, so a phrase that holds one is compared.
        let is_short = lead == 0 && phrase.len() <= len_of(key) + KEY && !phrase.contains('\0');
        // A phrase comes from a file of rules, which is not as long as that.
        let lead = u32::try_from(lead).unwrap_or(u32::MAX);
        let span = Span::new(start, self.text.len());
        Filed { key, sequel, entry: Entry { span, lead, id, shorter: None, is_short } }
    }

    /// By drawer, then by the bytes from the first word on, of which the sequel is a part.
    fn order(&self, filed: &Filed) -> (u64, u64, &[u8]) {
        (filed.key, filed.sequel, self.tail(&filed.entry))
    }

    /// Files the entries of one first word, which are in order.
    fn file(&mut self, drawer: &[Filed]) {
        let start = self.entries.len();
        let mut open: Vec<u32> = Vec::new();
        for (Filed { key, sequel, entry }, at) in drawer.iter().zip(0..) {
            let begins = |shorter: u32| {
                self.tail(entry).starts_with(self.tail(&self.entries[start + shorter as usize]))
            };
            while open.pop_if(|shorter| !begins(*shorter)).is_some() {}
            self.entries.push(Entry { shorter: open.last().copied(), ..*entry });
            self.sequels.push(*sequel);
            open.push(at);
            let (word, bit) = place(*key);
            self.sieve[word] |= bit;
            self.has_others |= self.tail(entry).first().is_some_and(|byte| is_lead(*byte));
            self.drawers.insert(*key, start..self.entries.len());
        }
    }

    /// The bytes of a phrase from its first word on.
    fn tail(&self, entry: &Entry) -> &[u8] {
        &self.text.as_bytes()[entry.span.start() + entry.lead as usize..entry.span.end()]
    }

    /// Every phrase in `text`, in no order: whole words only, those inside others too.
    pub fn find(&self, text: &str) -> Vec<(Span, u32)> {
        let mut found = Vec::with_capacity(LIKELY);
        if !self.entries.is_empty() {
            each_word(text.as_bytes(), |at, len| self.find_at(text, at, len, &mut found));
        }
        if self.has_others {
            each_other(text.as_bytes(), |at, len| self.find_at(text, at, len, &mut found));
        }
        for (mark, id) in &self.marks {
            let spans = places(mark, text).map(|at| Span::new(at, at + mark.needle().len()));
            found.extend(spans.filter(|span| is_whole(text, *span)).map(|span| (span, *id)));
        }
        found
    }

    /// The phrases whose first word stands at the byte `at` and has so many bytes.
    // For every word of a text, so that a call would cost more than the question.
    #[inline(always)]
    fn find_at(&self, text: &str, at: usize, len: usize, found: &mut Vec<(Span, u32)>) {
        let key = key_of(text.as_bytes(), at, len);
        let (word, bit) = place(key);
        if self.sieve[word] & bit != 0 {
            self.find_filed(text, at, key, found);
        }
    }

    /// The phrases whose first word stands at the byte `at` and has this key.
    fn find_filed(&self, text: &str, at: usize, key: u64, found: &mut Vec<(Span, u32)>) {
        let Some(drawer) = self.drawers.get(&key) else { return };
        let (entries, sequels) = (&self.entries[drawer.clone()], &self.sequels[drawer.clone()]);
        let rest = &text.as_bytes()[at..];
        let sequel = sequel(rest, key);
        // Those with which the text goes on are the last one that is not greater, or begin it.
        let first = sequels.partition_point(|other| *other < sequel);
        let n_alike = sequels[first..].iter().take_while(|other| **other == sequel).count();
        let alike = &entries[first..first + n_alike];
        let last = first + alike.partition_point(|entry| self.tail(entry) <= rest);
        let mut next = last.checked_sub(1);
        while let Some(at_entry) = next {
            let entry = &entries[at_entry];
            let is_here = goes_on(sequel, sequels[at_entry]);
            found.extend(is_here.then(|| self.whole(entry, text, at)).flatten().map(|span| (span, entry.id)));
            next = entry.shorter.map(|at| at as usize);
        }
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

/// Where the first word of a phrase begins, if it has one.
fn first_word(phrase: &str) -> Option<usize> {
    phrase.find(|c: char| c.is_ascii_alphanumeric() || !c.is_ascii())
}

/// Where the sieve keeps what it knows of a first word.
#[inline]
fn place(key: u64) -> (usize, u64) {
    let spread = key.wrapping_mul(SPREAD) >> 48;
    (spread as usize / 64 % SIEVE, 1 << (spread % 64))
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

/// Hashes a key by spreading it: keys are no secrets, and are looked up at every tenth word.
#[derive(Debug, Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(self.0 ^ u64::from(*byte)));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key.wrapping_mul(SPREAD).rotate_left(32);
    }
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
