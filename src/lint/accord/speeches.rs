//! Who has been quoted with which words so far.

use crate::claim::quote::likeness;
use crate::claim::quote::word::Word;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Elsewhere;
use crate::lint::accord;
use crate::lint::accord::Spoken;
use crate::lint::accord::wording;
use crate::span::Span;
use crate::verdict::accord::drift;
use crate::verdict::accord::drift::Drift;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::HashMap;

/// Everybody's words so far.
#[derive(Default)]
pub(super) struct Speeches {
    by_speaker: HashMap<String, Speaker>,
}

/// One speaker's words so far.
#[derive(Default)]
struct Speaker {
    heard: Vec<Heard>,
    // Where a word of its own was said, and where a frame of adjectives.
    by_word: HashMap<String, Vec<usize>>,
    by_frame: HashMap<String, Vec<usize>>,
}

struct Heard {
    words: Vec<Word>,
    text: String,
    at: Elsewhere,
    article: usize,
    day: Option<Date>,
}

/// A word or frame that a speaker said more often tells one speech from another no more.
const OFTEN: usize = 100;
/// Speeches that share fewer words of their own are not laid beside each other.
const SHARED: usize = 3;
/// So many of those that share most are, at most: the work on one is bounded.
const MOST: usize = 8;
/// Speeches further apart than this are two, however alike.
const DAYS: i32 = 31;

impl Speeches {
    /// Keeps words, and tells where they were printed otherwise in another article.
    pub(super) fn hear(
        &mut self,
        spoken: Spoken,
        (article, day): (usize, Option<Date>),
    ) -> Option<Diagnostic> {
        let Spoken { speaker, words, places, text, finding, at } = spoken;
        let speaker = self.by_speaker.entry(speaker).or_default();
        let heard = Heard { words, text, at, article, day };
        let near = speaker.near(&heard);
        let is_known = near.iter().any(|other| is_verbatim(&other.words, &heard.words));
        let others = near.into_iter().map(|other| (other, drift::alike as Way));
        let others =
            others.chain(speaker.framed(&heard).into_iter().map(|other| (other, drift::exchanged as Way)));
        let drift = others.filter(|(other, _)| heard.may_be(other)).find_map(|(other, way)| {
            let drift = way(&other.words, &heard.words)?;
            let span = whole(&places, drift.later.clone()).unwrap_or(finding.span);
            Some(told(other, &heard, drift, Diagnostic { span, ..finding.clone() }))
        });
        if is_known {
            return None;
        }
        speaker.keep(heard);
        drift
    }
}

/// A way in which words may be those of an earlier printing.
type Way = fn(&[Word], &[Word]) -> Option<Drift>;

impl Speaker {
    /// What shares most words of its own with new words, those that share more first.
    fn near(&self, heard: &Heard) -> Vec<&Heard> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for at in heard.telling().into_iter().flat_map(|key| listed(&self.by_word, key)) {
            *shared.entry(*at).or_default() += 1;
        }
        let mut near: Vec<(usize, usize)> = shared.into_iter().filter(|(_, n)| *n >= SHARED).collect();
        near.sort_by_key(|(at, n)| (usize::MAX - n, *at));
        near.into_iter().take(MOST).map(|(at, _)| &self.heard[at]).collect()
    }

    /// What has a frame of adjectives that new words have too, in order.
    fn framed(&self, heard: &Heard) -> Vec<&Heard> {
        let keys = drift::frame_keys(&heard.words);
        let places: BTreeSet<usize> = keys.flat_map(|key| listed(&self.by_frame, &key).to_vec()).collect();
        places.into_iter().map(|at| &self.heard[at]).collect()
    }

    fn keep(&mut self, heard: Heard) {
        let at = self.heard.len();
        for key in heard.telling() {
            self.by_word.entry(key.to_owned()).or_default().push(at);
        }
        for key in drift::frame_keys(&heard.words) {
            self.by_frame.entry(key).or_default().push(at);
        }
        self.heard.push(heard);
    }
}

/// Where a key was met before, unless it was met too often.
fn listed<'l>(lists: &'l HashMap<String, Vec<usize>>, key: &str) -> &'l [usize] {
    lists.get(key).filter(|list| list.len() <= OFTEN).map_or(&[], Vec::as_slice)
}

impl Heard {
    /// The words that say something of their own, each once.
    fn telling(&self) -> BTreeSet<&str> {
        self.words.iter().filter(|word| likeness::is_telling(word)).map(|word| word.key.as_str()).collect()
    }

    /// Whether both may print one speech: two articles, and not long apart.
    fn may_be(&self, other: &Heard) -> bool {
        let is_near = match (self.day, other.day) {
            (Some(day), Some(then)) => day.since(then).is_ok_and(|span| span.get_days().abs() <= DAYS),
            _ => true,
        };
        self.article != other.article && is_near
    }

    fn slice(&self, range: std::ops::Range<usize>) -> &str {
        accord::span_of(&self.words, range).of(&self.text)
    }
}

fn is_verbatim(one: &[Word], other: &[Word]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.key == b.key)
}

/// From the first to the last of some places; a gap is shown between its neighbours.
fn whole(places: &[Span], range: std::ops::Range<usize>) -> Option<Span> {
    let wide = if range.is_empty() { range.start.saturating_sub(1)..range.end + 1 } else { range };
    places.get(wide.start..wide.end.min(places.len()))?.iter().copied().reduce(Span::join)
}

fn told(other: &Heard, heard: &Heard, drift: Drift, finding: Diagnostic) -> Diagnostic {
    let (there, here) = (other.slice(drift.earlier.clone()), heard.slice(drift.later.clone()));
    let related = Elsewhere { words: accord::shown(there), ..other.at.clone() };
    Diagnostic {
        message: wording::drift(&accord::shown(here), &related.words),
        observed: Some(accord::shown(here)),
        related: vec![related],
        ..finding
    }
}
