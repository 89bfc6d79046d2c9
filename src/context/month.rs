//! "May", which is a month and no verb in "14 May" and "In May she".

use crate::span::Span;

/// Words before a month.
const BEFORE_MONTH: &[&str] = &[
    "in", "since", "until", "by", "of", "from", "during", "through", "till", "last", "next", "this", "early",
    "late",
];

/// "14 May", "In May she": whether what looks like a verb is the month.
pub fn is_month(text: &str, words: Span) -> bool {
    if words.of(text) != "May" {
        return false;
    }
    let before = text[..words.start()].trim_end();
    let behind = text[words.end()..].trim_start();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let is_led = BEFORE_MONTH.iter().any(|one| one.eq_ignore_ascii_case(word));
    let is_figure = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
    is_led || is_figure(before.bytes().next_back()) || is_figure(behind.bytes().next())
}

#[cfg(test)]
mod tests {
    use super::is_month;
    use crate::span::Span;

    #[test]
    fn a_preposition_or_a_figure_beside_it_makes_it_a_month() {
        let at_may = |text: &str| {
            let start = text.find("May").expect("the word");
            is_month(text, Span::new(start, start + 3))
        };
        assert!(at_may("On 14 May she left.") && at_may("May 14 came.") && at_may("In May she left."));
        assert!(!at_may("May she live long.") && !at_may("Ms May left."));
    }
}
