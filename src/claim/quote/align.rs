//! Words of a quotation laid beside the words that were said.
//!
//! A local alignment of words (after Smith and Waterman, 1981): the best stretch of both that runs in
//! parallel. Words before or after the stretch are free; a short remainder at an end where both sides
//! go on is a change like any other. What quoting allows to put in or leave out costs nothing.

use crate::claim::quote::word::Before;
use crate::claim::quote::word::Word;

/// A stretch of both texts where they differ; either side may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The words of the article.
    pub printed: std::ops::Range<usize>,
    /// The words that were said.
    pub said: std::ops::Range<usize>,
}

impl Change {
    /// The same with both texts in each other's place.
    pub fn turned(&self) -> Change {
        Change { printed: self.said.clone(), said: self.printed.clone() }
    }
}

/// Two texts laid beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// Where they differ, in order.
    pub changes: Vec<Change>,
    /// How many words are the same.
    pub same: usize,
    /// Which words of the article those are.
    pub matched: Vec<usize>,
    /// The words of the article that take part.
    pub printed: std::ops::Range<usize>,
    /// The words that were said that take part.
    pub said: std::ops::Range<usize>,
}

const MATCH: i32 = 2;
const NEAR: i32 = 0;
const MISMATCH: i32 = -1;
const GAP: i32 = -1;
/// At an end where both texts go on, up to this many words are taken as changed.
const REMAINDER: usize = 3;

/// Texts whose words multiplied are more than this are not laid beside each other.
const MOST: usize = 2_000_000;

/// Lays `printed` beside `said`; `None` where nothing is the same.
pub fn align(printed: &[Word], said: &[Word]) -> Option<Alignment> {
    if printed.len().saturating_mul(said.len()) > MOST {
        return None;
    }
    let score = scores(printed, said);
    let width = said.len() + 1;
    let best = (0..score.len()).max_by_key(|at| (score[*at], usize::MAX - at))?;
    if score[best] <= 0 {
        return None;
    }
    let mut steps = Vec::new();
    let (mut row, mut column) = (best / width, best % width);
    while row > 0 && column > 0 && score[row * width + column] > 0 {
        let here = score[row * width + column];
        let diagonal = score[(row - 1) * width + column - 1];
        if here == diagonal + pair(&printed[row - 1], &said[column - 1]) {
            (row, column) = (row - 1, column - 1);
            steps.push((row..row + 1, column..column + 1));
        } else if here == score[(row - 1) * width + column] + added(printed, row - 1) {
            row -= 1;
            steps.push((row..row + 1, column..column));
        } else {
            column -= 1;
            steps.push((row..row, column..column + 1));
        }
    }
    steps.reverse();
    Some(collect(printed, said, steps))
}

fn scores(printed: &[Word], said: &[Word]) -> Vec<i32> {
    let width = said.len() + 1;
    let mut score = vec![0; (printed.len() + 1) * width];
    for row in 1..=printed.len() {
        for column in 1..=said.len() {
            let diagonal = score[(row - 1) * width + column - 1] + pair(&printed[row - 1], &said[column - 1]);
            let insertion = score[(row - 1) * width + column] + added(printed, row - 1);
            let gap = insertion.max(score[row * width + column - 1] + dropped(printed, row));
            score[row * width + column] = diagonal.max(gap).max(0);
        }
    }
    score
}

/// What a printed word costs that was not said.
fn added(printed: &[Word], at: usize) -> i32 {
    if printed[at].is_inserted { 0 } else { GAP }
}

/// What it costs that a word is missing before the printed word `at`.
fn dropped(printed: &[Word], at: usize) -> i32 {
    let is_open = printed.get(at).is_some_and(|word| matches!(word.before, Before::Ellipsis | Before::Seam));
    if is_open { 0 } else { GAP }
}

fn pair(a: &Word, b: &Word) -> i32 {
    if a.is_same(b) {
        MATCH
    } else if shared_start(&a.key, &b.key) >= 4 {
        NEAR
    } else {
        MISMATCH
    }
}

fn shared_start(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}

type Step = (std::ops::Range<usize>, std::ops::Range<usize>);

fn collect(printed: &[Word], said: &[Word], steps: Vec<Step>) -> Alignment {
    let (mut changes, mut matched): (Vec<Change>, Vec<usize>) = (Vec::new(), Vec::new());
    let first = steps.first().map_or((0, 0), |(p, s)| (p.start, s.start));
    let last = steps.last().map_or((0, 0), |(p, s)| (p.end, s.end));
    let (head, tail) = remainders(printed, said, first, last);
    let all = head.into_iter().chain(steps).chain(tail);
    for (p, s) in all {
        if p.len() == 1 && s.len() == 1 && printed[p.start].is_same(&said[s.start]) {
            matched.push(p.start);
            continue;
        }
        match changes.last_mut() {
            Some(change) if change.printed.end == p.start && change.said.end == s.start => {
                change.printed.end = p.end;
                change.said.end = s.end;
            }
            _ => changes.push(Change { printed: p, said: s }),
        }
    }
    let start = changes.first().map_or(first, |c| (c.printed.start.min(first.0), c.said.start.min(first.1)));
    let end = changes.last().map_or(last, |c| (c.printed.end.max(last.0), c.said.end.max(last.1)));
    Alignment { changes, same: matched.len(), matched, printed: start.0..end.0, said: start.1..end.1 }
}

/// The short remainders at either end where both texts go on, within the sentence.
fn remainders(
    printed: &[Word],
    said: &[Word],
    first: (usize, usize),
    last: (usize, usize),
) -> (Option<Step>, Option<Step>) {
    let is_short = |rest: usize, other: usize| other > 0 && rest > 0 && rest <= REMAINDER;
    let (rest, other) = (first.0 - open_before(printed, first.0), first.1 - open_before(said, first.1));
    let n = rest.min(other);
    let head = is_short(rest, other).then(|| (first.0 - rest..first.0, first.1 - n..first.1));
    let (rest, other) = (open_after(printed, last.0) - last.0, open_after(said, last.1) - last.1);
    let n = rest.min(other);
    let tail = is_short(rest, other).then(|| (last.0..last.0 + rest, last.1..last.1 + n));
    (head, tail)
}

/// Where the words that lead up to `at` without a stop begin.
fn open_before(words: &[Word], at: usize) -> usize {
    if words.get(at).is_some_and(|word| word.before != Before::Space) {
        return at;
    }
    (0..at).rev().find(|before| words[*before].before != Before::Space).unwrap_or(0)
}

/// Where the words that go on from `at` without a stop end.
fn open_after(words: &[Word], at: usize) -> usize {
    (at..words.len()).find(|after| words[*after].before != Before::Space).unwrap_or(words.len())
}

#[cfg(test)]
mod tests {
    use super::align;
    use crate::claim::quote::word::Word;
    use crate::claim::quote::word::words;
    use crate::span::Span;

    #[track_caller]
    fn check(printed: &str, said: &str, expected: &[(&str, &str)]) {
        let p = words(printed, &[Span::new(0, printed.len())]);
        let s = words(said, &[Span::new(0, said.len())]);
        let found = align(&p, &s).expect("something is the same");
        let slice =
            |text: &str, words: &[Word], range: &std::ops::Range<usize>| match words.get(range.clone()) {
                Some([first, .., last]) => first.span.join(last.span).of(text).to_owned(),
                Some([one]) => one.span.of(text).to_owned(),
                _ => String::new(),
            };
        let changes: Vec<(String, String)> = found
            .changes
            .iter()
            .map(|c| (slice(printed, &p, &c.printed), slice(said, &s, &c.said)))
            .collect();
        let changes: Vec<(&str, &str)> = changes.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(changes, expected);
    }

    const SAID: &str = "We never promised a quick, cheap harbour for the whole of the town";

    #[test]
    fn a_shorter_stretch_is_the_same() {
        check("a quick, cheap harbor", SAID, &[]);
    }

    #[test]
    fn a_changed_word_is_found() {
        check("a quick, poor harbour for the whole", SAID, &[("poor", "cheap")]);
    }

    #[test]
    fn a_dropped_word_is_found() {
        check("We promised a quick, cheap harbour", SAID, &[("", "never")]);
    }

    #[test]
    fn an_added_word_is_found() {
        check("a quick, cheap new harbour for the whole", SAID, &[("new", "")]);
    }

    #[test]
    fn a_change_at_the_front_is_found() {
        check("speedy, cheap harbour for the whole of the town", SAID, &[("speedy", "quick")]);
    }
}
