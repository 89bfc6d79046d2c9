//! Months and weekdays among the words of a sentence: "from Sept. 1", "on Tuesday".

use crate::claim::scene::Scene;
use crate::token::Kind;
use crate::value::date::words;

/// Whether the token `at` is a month; cut short it is one with a full stop or a number behind it.
pub fn is_month(scene: &Scene<'_>, at: usize) -> bool {
    is_named(scene, at, words::is_month)
}

/// Whether the token `at` is a month or a weekday.
pub fn is_day(scene: &Scene<'_>, at: usize) -> bool {
    is_month(scene, at) || is_named(scene, at, words::is_weekday)
}

/// Where the month starts that ends before the token `end`, its full stop included; `end` where there is none.
pub fn month_before(scene: &Scene<'_>, end: usize) -> usize {
    let name = end.saturating_sub(1 + usize::from(scene.is_after(end, &["."])));
    if name < end && is_month(scene, name) { name } else { end }
}

/// "Jan" and "Sun" are also names of persons and of firms.
fn is_named(scene: &Scene<'_>, at: usize, is_name: fn(&str) -> bool) -> bool {
    let word = scene.tokens.get(at).map_or("", |token| token.span.of(scene.text()));
    let is_number = || scene.tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Number);
    // "may" is a verb, and May may be a person, as any month may.
    is_name(word) && (words::is_full_name(word) || scene.is(at + 1, &["."]) || is_number())
}
