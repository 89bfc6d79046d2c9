//! Everything seen in an article, as `extract` shows it to people: the words, painted, and the claims.

use crate::report::Style;
use crate::report::extract::ArticleView;
use crate::report::extract::ClaimView;
use crate::report::paint::Paint;
use crate::report::place;
use crate::report::place::Index;
use crate::report::visible;
use crate::span::Span;

/// Words to paint: a value, what claims were read from, or the cue that decided about some.
#[derive(Clone, Debug)]
struct Mark {
    span: Span,
    // The numbers of the claims, counted from 0; a mere value has none.
    claims: Vec<usize>,
    is_cue: bool,
}

/// The article with its values and claims marked, then a line a claim; `text` is its text.
pub fn article(style: &Style, view: &ArticleView, text: &str) -> String {
    let id = view.article.as_ref().map_or(String::new(), |id| format!("#{id}"));
    let date = view.date.as_deref().unwrap_or("no date");
    let head = visible::line(&format!("{}{id} ({date})", view.path));
    let text = visible::block(text);
    let mut out = format!("{}\n\n", Paint::Dim.on(&head, style.color));
    paint(style, view, &text, &mut out);
    out.push_str(if out.ends_with('\n') { "\n" } else { "\n\n" });
    let claims = view.claims.iter().enumerate();
    let index = Index::new(&text);
    out.extend(claims.map(|(i, claim)| line(style, (i + 1, claim), &index)));
    out
}

fn paint(style: &Style, view: &ArticleView, text: &str, out: &mut String) {
    let mut at = 0;
    for mark in marks(view, text) {
        out.push_str(Span::new(at, mark.span.start()).of(text));
        out.push_str(&marked(style, view, mark.span.of(text), &mark));
        at = mark.span.end();
    }
    out.push_str(Span::new(at, text.len()).of(text));
}

/// Words in their colour or in brackets, with the numbers of their claims.
fn marked(style: &Style, view: &ArticleView, words: &str, mark: &Mark) -> String {
    let numbers: Vec<_> = mark.claims.iter().map(|i| (i + 1).to_string()).collect();
    let numbers = numbers.join(",");
    match (style.color, mark.claims.first().and_then(|&i| view.claims.get(i))) {
        (false, Some(_)) if mark.is_cue => format!("[cue of {numbers}: {words}]"),
        (true, Some(_)) if mark.is_cue => {
            Paint::Yellow.on(words, true) + &Paint::Dim.on(&format!("(cue of {numbers})"), true)
        }
        (false, None) => format!("[{words}]"),
        (false, Some(_)) => format!("[{numbers}: {words}]"),
        (true, None) => Paint::Cyan.on(words, true),
        (true, Some(claim)) => {
            verdict_paint(&claim.verdict).on(words, true) + &Paint::Dim.on(&format!("({numbers})"), true)
        }
    }
}

fn verdict_paint(verdict: &str) -> Paint {
    match verdict {
        "agrees" => Paint::Green,
        "contradicts" => Paint::Red,
        _ => Paint::Yellow,
    }
}

/// What to mark, from left to right, no two sharing a byte; claims go before cues, those before values.
fn marks(view: &ArticleView, text: &str) -> Vec<Mark> {
    let claims = shared(view.claims.iter().map(|claim| Some(claim.span)), text, false);
    let cues = shared(view.claims.iter().map(|claim| claim.cue_span), text, true);
    let values = view.values.iter().map(|value| place::clip(text, value.span));
    let values = values.filter(|span| !span.is_empty());
    let mut values: Vec<_> = values.map(|span| Mark { span, claims: Vec::new(), is_cue: false }).collect();
    values.sort_unstable_by_key(|mark| mark.span);
    added(added(claims, cues), values)
}

/// Adds those of `more` that share no byte with one of `marks` or with one before; all are in order.
fn added(marks: Vec<Mark>, more: Vec<Mark>) -> Vec<Mark> {
    let mut all = marks;
    let n_known = all.len();
    for mark in more {
        let (known, new) = all.split_at(n_known);
        let next = known.partition_point(|other| other.span.end() <= mark.span.start());
        let is_known = known.get(next).is_some_and(|other| other.span.overlaps(mark.span));
        if !is_known && !new.last().is_some_and(|last| last.span.overlaps(mark.span)) {
            all.push(mark);
        }
    }
    all.sort_by_key(|mark| mark.span);
    all
}

/// Marks for the words of each claim, in order; those that overlap share the mark of the first.
fn shared(spans: impl Iterator<Item = Option<Span>>, text: &str, is_cue: bool) -> Vec<Mark> {
    let spans = spans.enumerate().filter_map(|(i, span)| Some((place::clip(text, span?), i)));
    let mut spans: Vec<_> = spans.collect();
    spans.sort_unstable();
    let mut marks: Vec<Mark> = Vec::new();
    for (span, i) in spans {
        match marks.last_mut() {
            Some(last) if last.span.overlaps(span) || last.span == span => last.claims.push(i),
            _ => marks.push(Mark { span, claims: vec![i], is_cue }),
        }
    }
    marks
}

/// A claim as a line: number, fact, words, how it is said and why, what came of it.
fn line(style: &Style, (number, claim): (usize, &ClaimView), index: &Index<'_>) -> String {
    let value = claim.value.as_ref().filter(|value| **value != claim.text);
    let value = value.map_or(String::new(), |value| format!(" = {value}"));
    let cue = cue(claim, index).map_or(String::new(), |cue| format!(" by {cue}"));
    let reason = claim.reason.as_ref().map_or(String::new(), |reason| format!(": {reason}"));
    let verdict = verdict_paint(&claim.verdict).on(&visible::line(&claim.verdict), style.color);
    let said = visible::line(&format!("“{}”{value}, {}{cue}", claim.text, claim.status));
    let fact = visible::line(&claim.fact);
    format!("{number:>3}  {fact}  {said}, {verdict}{}\n", visible::line(&reason))
}

/// The words of the cue, with their place and their group: "“later said” (1:40, say.verb)".
fn cue(claim: &ClaimView, index: &Index<'_>) -> Option<String> {
    let words = claim.cue.as_ref()?;
    let at = claim.cue_span.map(|span| index.position(span.start()));
    let at = at.map(|at| format!("{}:{}", at.line, at.column));
    let known: Vec<String> = at.into_iter().chain(claim.cue_group.clone()).collect();
    Some(format!("“{words}” ({})", known.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::article;
    use crate::report::Style;
    use crate::report::extract::ValueView;
    use crate::report::sample;
    use crate::span::Span;

    #[test]
    fn values_and_claims_are_bracketed() {
        let (view, text) = sample::extracted();
        insta::assert_snapshot!(article(&sample::PLAIN, &view, text));
    }

    #[test]
    fn or_painted() {
        let (view, text) = sample::extracted();
        let style = Style { color: true, ..sample::PLAIN };
        insta::assert_snapshot!(article(&style, &view, text).replace('\u{1b}', "ESC"));
    }

    #[test]
    fn claims_about_the_same_words_share_a_mark() {
        let (mut view, text) = sample::extracted();
        view.claims.push(view.claims[0].clone());
        assert!(article(&sample::PLAIN, &view, text).contains("The [1,2: 31-member] bloc"));
    }

    #[test]
    fn odd_spans_never_panic() {
        let (mut view, _) = sample::extracted();
        let text = "é\r\n東\u{1b}";
        for start in 0..9 {
            for end in start..9 {
                view.claims[0].span = Span::new(start, end);
                view.values = vec![ValueView::new(text, Span::new(9 - end, 9 - start), "count")];
                let shown = article(&sample::PLAIN, &view, text);
                assert!(shown.contains("[1: ") && !shown.contains('\u{1b}'));
            }
        }
    }
}
