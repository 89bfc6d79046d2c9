//! A text cut where anything that is painted begins or ends, so that spans may overlap as they like.

use crate::span::Span;
use std::collections::BTreeSet;

/// How many layers one piece of text names; more than these nobody can tell apart.
const MOST: usize = 8;

/// Words that are painted, and what for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    /// The words.
    pub span: Span,
    /// What they are painted for.
    pub of: Of,
}

/// What words are painted for, by its place in the list it is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// A finding.
    Finding(usize),
    /// A claim that could be checked.
    Claim(usize),
    /// Further words that matter to a finding.
    Label(usize),
    /// The words that decided over a claim.
    Cue(usize),
}

/// A piece of text without a seam.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The piece.
    pub span: Span,
    /// What it is painted for: the shortest words first.
    pub layers: Vec<Of>,
}

/// Cuts the text in `window`; the segments follow one another without a gap.
///
/// Words without a length are a segment of their own.
pub fn cut(window: Span, layers: &[Layer]) -> Vec<Segment> {
    let mut layers: Vec<Layer> = layers.iter().filter_map(|layer| within(window, *layer)).collect();
    layers.sort_by_key(|layer| layer.span.start());
    let seams = seams(window, &layers);
    let mut sweep = Sweep { layers: &layers, n_begun: 0, open: BTreeSet::new() };
    let mut segments = Vec::new();
    for (at, &start) in seams.iter().enumerate() {
        segments.extend(sweep.reach(start));
        segments.extend(seams.get(at + 1).map(|&end| sweep.segment(Span::new(start, end))));
    }
    segments
}

/// Goes over layers in the order of their beginnings.
struct Sweep<'l> {
    layers: &'l [Layer],
    /// How many of them have begun.
    n_begun: usize,
    /// Those that have not ended, by length and place: the shortest first.
    open: BTreeSet<(usize, usize)>,
}

impl Sweep<'_> {
    /// Goes on to a seam; gives the words without a length that stand there.
    fn reach(&mut self, seam: usize) -> Option<Segment> {
        let layers = self.layers;
        self.open.retain(|&(_, at)| layers[at].span.end() > seam);
        let n_new = layers[self.n_begun..].iter().take_while(|layer| layer.span.start() == seam).count();
        let new = self.n_begun..self.n_begun + n_new;
        self.n_begun = new.end;
        let (points, words): (Vec<usize>, Vec<usize>) = new.partition(|&at| layers[at].span.is_empty());
        self.open.extend(words.into_iter().map(|at| (layers[at].span.len(), at)));
        let points: Vec<Of> = points.into_iter().take(MOST).map(|at| layers[at].of).collect();
        (!points.is_empty()).then(|| Segment { span: Span::at(seam), layers: points })
    }

    /// The segment from here to the next seam.
    fn segment(&self, span: Span) -> Segment {
        let layers = self.open.iter().take(MOST).map(|&(_, at)| self.layers[at].of).collect();
        Segment { span, layers }
    }
}

/// The part of a layer that lies in the window.
fn within(window: Span, layer: Layer) -> Option<Layer> {
    let (start, end) = (layer.span.start().max(window.start()), layer.span.end().min(window.end()));
    (start <= end).then(|| Layer { span: Span::new(start, end), ..layer })
}

fn seams(window: Span, layers: &[Layer]) -> Vec<usize> {
    let ends = layers.iter().map(|layer| layer.span).chain([window]);
    let seams: BTreeSet<usize> = ends.flat_map(|span| [span.start(), span.end()]).collect();
    seams.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::Layer;
    use super::MOST;
    use super::Of;
    use super::Segment;
    use super::cut;
    use crate::span::Span;

    /// Spans as findings 0, 1, … of a text of ten bytes, and the pieces with the findings in each.
    #[track_caller]
    fn check(spans: &[(usize, usize)], expected: &[(usize, usize, &[usize])]) {
        let layers: Vec<Layer> = spans
            .iter()
            .enumerate()
            .map(|(at, &(start, end))| Layer { span: Span::new(start, end), of: Of::Finding(at) })
            .collect();
        let expected: Vec<Segment> = expected
            .iter()
            .map(|&(start, end, of)| Segment {
                span: Span::new(start, end),
                layers: of.iter().map(|&at| Of::Finding(at)).collect(),
            })
            .collect();
        assert_eq!(cut(Span::new(0, 10), &layers), expected);
    }

    #[test]
    fn a_text_without_layers_is_one_piece() {
        check(&[], &[(0, 10, &[])]);
    }

    #[test]
    fn two_findings_may_be_about_the_same_words() {
        check(&[(2, 5), (2, 5)], &[(0, 2, &[]), (2, 5, &[0, 1]), (5, 10, &[])]);
    }

    #[test]
    fn what_lies_inside_goes_first() {
        check(&[(0, 10), (4, 6)], &[(0, 4, &[0]), (4, 6, &[1, 0]), (6, 10, &[0])]);
    }

    #[test]
    fn spans_may_cross() {
        check(&[(1, 5), (3, 9)], &[(0, 1, &[]), (1, 3, &[0]), (3, 5, &[0, 1]), (5, 9, &[1]), (9, 10, &[])]);
    }

    #[test]
    fn neighbours_do_not_mix() {
        check(&[(0, 5), (5, 10)], &[(0, 5, &[0]), (5, 10, &[1])]);
    }

    #[test]
    fn words_without_a_length_have_their_place() {
        check(&[(4, 4), (0, 10)], &[(0, 4, &[1]), (4, 4, &[0]), (4, 10, &[1])]);
        check(&[(10, 10)], &[(0, 10, &[]), (10, 10, &[0])]);
        check(&[(0, 0)], &[(0, 0, &[0]), (0, 10, &[])]);
    }

    #[test]
    fn what_lies_outside_is_left_out() {
        check(&[(8, 70), (20, 30)], &[(0, 8, &[]), (8, 10, &[0])]);
        assert_eq!(cut(Span::at(0), &[]), []);
    }

    #[test]
    fn a_crowd_is_cut_short() {
        let crowd: Vec<Layer> =
            (0..100).map(|at| Layer { span: Span::new(0, 10), of: Of::Finding(at) }).collect();
        assert_eq!(cut(Span::new(0, 10), &crowd)[0].layers.len(), MOST);
    }

    #[test]
    fn the_pieces_are_the_text_whatever_the_spans() {
        let spans = |n: usize| (0..n).map(move |at| Span::new(at * 7 % 11, at * 7 % 11 + at * 5 % 9));
        for n in 0..40 {
            let layers: Vec<Layer> =
                spans(n).enumerate().map(|(at, span)| Layer { span, of: Of::Claim(at) }).collect();
            let segments = cut(Span::new(0, 10), &layers);
            assert!(segments.windows(2).all(|two| two[0].span.end() == two[1].span.start()));
            assert_eq!(segments.iter().map(|segment| segment.span.len()).sum::<usize>(), 10);
        }
    }
}
