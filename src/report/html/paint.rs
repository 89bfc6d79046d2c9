//! The text of an article with everything painted in that is said of it.

use crate::diagnostic::Linted;
use crate::diagnostic::Standing;
use crate::document::map::Field;
use crate::report::html::coverage;
use crate::report::html::level::Level;
use crate::report::html::markup::Markup;
use crate::report::html::markup::NUMBER;
use crate::report::html::segment;
use crate::report::html::segment::Layer;
use crate::report::html::segment::Of;
use crate::report::html::segment::Segment;
use crate::report::place;
use crate::span::Span;
use std::collections::HashSet;

/// The part of a field that lies in `window`, painted.
pub fn field(linted: &Linted, field: Field, text: &str, window: Span) -> Markup {
    let layers = layers(linted, field, text);
    let mut painter =
        Painter { linted, text, waiting: starts(&layers), begun: HashSet::new(), page: Markup::new() };
    for segment in segment::cut(place::clip(text, window), &layers) {
        painter.segment(&segment);
    }
    painter.page
}

/// All that is painted in a field, on character boundaries.
fn layers(linted: &Linted, field: Field, text: &str) -> Vec<Layer> {
    let layer = |span, of| Layer { span: place::clip(text, span), of };
    let mut layers = Vec::new();
    for (at, finding) in linted.findings.iter().enumerate().filter(|(_, one)| one.field == field) {
        layers.push(layer(finding.span, Of::Finding(at)));
        layers.extend(finding.labels.iter().map(|label| layer(label.span, Of::Label(at))));
    }
    for (at, claim) in linted.checkables.iter().enumerate().filter(|(_, one)| one.field == field) {
        layers.push(layer(claim.span, Of::Claim(at)));
        if let Standing::SetAside { cue: Some(cue), .. } = claim.standing {
            layers.push(layer(cue, Of::Cue(at)));
        }
    }
    layers
}

/// Where each finding begins, the last one first.
fn starts(layers: &[Layer]) -> Vec<(usize, usize)> {
    let start = |layer: &Layer| match layer.of {
        Of::Finding(at) => Some((layer.span.start(), at)),
        _ => None,
    };
    let mut starts: Vec<(usize, usize)> = layers.iter().filter_map(start).collect();
    starts.sort_unstable_by(|one, other| other.cmp(one));
    starts
}

/// Adds the id of the note on a finding or claim.
pub fn note_id(page: &mut Markup, of: Of) -> &mut Markup {
    let (letter, at) = match of {
        Of::Finding(at) | Of::Label(at) => ("f", at),
        Of::Claim(at) | Of::Cue(at) => ("c", at),
    };
    page.raw(letter).raw(NUMBER).raw("-").number(at + 1)
}

/// Adds the id of the first words of a finding.
pub fn words_id(page: &mut Markup, finding: usize) -> &mut Markup {
    page.raw("w").raw(NUMBER).raw("-").number(finding + 1)
}

/// Writes one segment after the other.
struct Painter<'a> {
    linted: &'a Linted,
    text: &'a str,
    /// The findings that have not begun, with where they do.
    waiting: Vec<(usize, usize)>,
    /// What has been met already: only where it begins is a stop for the keyboard.
    begun: HashSet<Of>,
    page: Markup,
}

impl Painter<'_> {
    fn segment(&mut self, segment: &Segment) {
        self.stops(segment.span.start());
        // Findings go before claims, and each kind has the shortest words first.
        let is_noted = |of: &&Of| matches!(of, Of::Finding(_)) || self.is_claimed(**of);
        let (findings, claims): (Vec<Of>, Vec<Of>) =
            segment.layers.iter().filter(is_noted).partition(|of| matches!(of, Of::Finding(_)));
        let notes = [findings, claims].concat();
        match notes.as_slice() {
            [] => self.plain(segment),
            notes => self.link(segment, notes),
        }
    }

    /// Whether there is a note on a claim: there is none where nobody vouches for it.
    fn is_claimed(&self, of: Of) -> bool {
        matches!(of, Of::Claim(at) if self.linted.checkables[at].standing != Standing::Unvouched)
    }

    /// Words with a note, and a way to it.
    fn link(&mut self, segment: &Segment, notes: &[Of]) {
        let new: Vec<Of> = notes.iter().copied().filter(|of| self.begun.insert(*of)).collect();
        self.page.raw("<a class=\"w");
        self.classes(segment);
        note_id(self.page.raw("\" href=\"#"), notes[0]).raw("\" data-on=\"");
        for (at, of) in notes.iter().enumerate() {
            note_id(self.page.raw(if at == 0 { "" } else { " " }), *of);
        }
        self.page.raw("\"");
        self.cues(segment);
        self.numerals(segment, notes);
        match new.first() {
            Some(of) => note_id(self.page.raw(" aria-describedby=\"t"), *of).raw("\""),
            None => self.page.raw(" tabindex=\"-1\""),
        };
        if segment.span.is_empty() {
            self.page.raw(" aria-label=\"here\"");
        }
        self.page.raw(">").block(segment.span.of(self.text)).raw("</a>");
    }

    /// Where the words of findings begin, so that their notes lead back to them.
    fn stops(&mut self, start: usize) {
        while let Some((_, finding)) = self.waiting.pop_if(|(at, _)| *at <= start) {
            words_id(self.page.raw("<span id=\""), finding).raw("\"></span>");
        }
    }

    /// The numbers of the findings whose words end here.
    fn numerals(&mut self, segment: &Segment, notes: &[Of]) {
        let ends = |of: &Of| match of {
            Of::Finding(at) => {
                let span = place::clip(self.text, self.linted.findings[*at].span);
                (span.end() == segment.span.end()).then_some(at + 1)
            }
            _ => None,
        };
        let numbers: Vec<usize> = notes.iter().filter_map(ends).collect();
        for (at, number) in numbers.iter().enumerate() {
            self.page.raw(if at == 0 { " data-n=\"" } else { "," }).number(*number);
        }
        self.page.raw(if numbers.is_empty() { "" } else { "\"" });
    }

    /// Words without a note: as they are, or within a mark for the script and the style.
    fn plain(&mut self, segment: &Segment) {
        let text = segment.span.of(self.text);
        if segment.layers.is_empty() {
            self.page.block(text);
            return;
        }
        self.page.raw("<span class=\"w");
        self.classes(segment);
        self.page.raw("\"");
        self.cues(segment);
        self.page.raw(">").block(text).raw("</span>");
    }

    fn classes(&mut self, segment: &Segment) {
        let mut levels: Vec<Level> = segment.layers.iter().filter_map(|of| self.level(*of)).collect();
        levels.sort_unstable();
        if let Some(level) = levels.first() {
            self.page.raw(" ").raw(level.name());
        }
        for of in &segment.layers {
            if let Of::Claim(at) = of {
                self.page.raw(" ").raw(coverage::class(&self.linted.checkables[*at].standing));
            }
        }
    }

    fn level(&self, of: Of) -> Option<Level> {
        match of {
            Of::Finding(at) => Some(Level::of(&self.linted.findings[at])),
            _ => None,
        }
    }

    /// The notes that these words decided.
    fn cues(&mut self, segment: &Segment) {
        let cues: Vec<Of> =
            segment.layers.iter().copied().filter(|of| matches!(of, Of::Label(_) | Of::Cue(_))).collect();
        for (at, of) in cues.iter().enumerate() {
            note_id(self.page.raw(if at == 0 { " data-cue=\"" } else { " " }), *of);
        }
        if !cues.is_empty() {
            self.page.raw("\"");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::field;
    use crate::diagnostic::Linted;
    use crate::document::map::Field;
    use crate::report::sample;
    use crate::span::Span;

    fn painted(linted: &Linted) -> String {
        let text = &linted.article.text;
        let painted = field(linted, Field::Text, text, Span::new(0, text.len())).into_string();
        painted.replace('\u{1}', "7")
    }

    #[test]
    fn words_lead_to_their_note() {
        assert_eq!(
            painted(&sample::linted("The 31-member <bloc>.", "31-member")),
            "The <span id=\"w7-1\"></span><a class=\"w error\" href=\"#f7-1\" data-on=\"f7-1\" data-n=\"1\" \
             aria-describedby=\"tf7-1\">31-member</a> &lt;bloc&gt;."
        );
    }

    #[test]
    fn a_finding_cut_in_two_is_one_stop() {
        let mut linted = sample::linted("a 31-member b", "31-member");
        linted.findings.push(linted.findings[0].clone());
        linted.findings[1].span = Span::new(2, 4);
        let painted = painted(&linted);
        assert!(
            painted.contains("data-on=\"f7-2 f7-1\" data-n=\"2\" aria-describedby=\"tf7-2\">31</a>"),
            "{painted}"
        );
        assert!(painted.contains("data-on=\"f7-1\" data-n=\"1\" tabindex=\"-1\">-member</a>"), "{painted}");
        assert_eq!(painted.matches("id=\"w7-1\"").count(), 1);
    }

    #[test]
    fn claims_are_painted_by_their_standing() {
        let painted = painted(&sample::covered());
        assert!(painted.contains("<a class=\"w covered\" href=\"#c7-1\""), "{painted}");
        assert!(painted.contains("<a class=\"w aside\" href=\"#c7-2\""), "{painted}");
        assert!(painted.contains("<span class=\"w unvouched\">40 percent</span>"), "{painted}");
        assert!(painted.contains("<span class=\"w\" data-cue=\"c7-2\">said</span>"), "{painted}");
    }

    #[test]
    fn a_span_of_another_text_is_no_panic() {
        let mut linted = sample::linted("é", "é");
        linted.findings[0].span = Span::new(1, 700);
        assert!(painted(&linted).contains(">é</a>"));
        linted.findings[0].span = Span::new(500, 700);
        assert!(painted(&linted).contains("aria-label=\"here\"></a>"));
    }
}
