//! The words themselves, a line each: where they stand, how, and why.

use crate::report::Style;
use crate::report::coverage::Covered;
use crate::report::coverage::Stated;
use crate::report::paint::Paint;
use crate::report::visible;

/// How many columns of some words are shown.
const LONGEST: usize = 60;

/// The words of an article that stand as one of `standings`, a line each.
pub fn lines(style: &Style, covered: &Covered, standings: &[&str]) -> String {
    let wanted = covered.stated.iter().filter(|stated| standings.contains(&stated.standing));
    wanted.map(|stated| line(style, covered, stated)).collect()
}

fn line(style: &Style, covered: &Covered, stated: &Stated) -> String {
    let at = stated.span.as_ref().map(|span| format!(":{}:{}", span.line, span.col)).unwrap_or_default();
    let place = visible::line(&covered.name());
    let words = cut(&visible::line(&stated.text));
    let standing = paint(stated.standing).on(stated.standing, style.color);
    format!("{place}{at}: {standing} {} “{words}”{}\n", stated.sort, visible::line(&because(stated)))
}

fn paint(standing: &str) -> Paint {
    match standing {
        "covered" => Paint::Green,
        "unvouched" => Paint::Yellow,
        _ => Paint::Dim,
    }
}

/// Which fact, and what came of it, or why it is set aside.
fn because(stated: &Stated) -> String {
    let fact = stated.fact.as_ref().map(|fact| format!(" [{fact}]")).unwrap_or_default();
    let cue = stated.cue.as_ref().map(|cue| format!(" (“{}”)", cut(cue))).unwrap_or_default();
    let why = stated.why.as_deref().or(stated.verdict).map(|why| format!(": {why}")).unwrap_or_default();
    format!("{fact}{why}{cue}")
}

fn cut(words: &str) -> String {
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    words.chars().take(LONGEST - 1).chain(['…']).collect()
}
