//! Numbers in digits: thousands marks, decimal points and commas, vulgar fractions.

use rust_decimal::Decimal;
use std::borrow::Cow;

/// A number as its digits say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Digits {
    /// How much.
    pub(crate) value: Decimal,
    /// How many digits stand after the point.
    pub(crate) decimals: u32,
    /// How many zeros end a whole number.
    pub(crate) zeros: u32,
}

/// More digits than this are a serial number, not a quantity.
const LONGEST: usize = 28;

/// Reads `word` wholly.
pub(crate) fn parse(word: &str) -> Option<Digits> {
    if !word.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.') {
        return vulgar(word).or_else(|| full_width(word));
    }
    let plain = plain(word)?;
    if plain.len() > LONGEST {
        return None;
    }
    let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let value = decimal(&plain, decimals)?;
    let zeros = if value.is_zero() { 0 } else { plain.len() - plain.trim_end_matches('0').len() };
    let zeros = if decimals == 0 { zeros } else { 0 };
    Some(Digits { value, decimals: u32::try_from(decimals).ok()?, zeros: u32::try_from(zeros).ok()? })
}

/// So many digits fit into an integer.
const SHORT: usize = 18;

/// The number that `plain` writes with so many decimals.
fn decimal(plain: &str, decimals: usize) -> Option<Decimal> {
    let ends = [plain.bytes().next()?, plain.bytes().next_back()?];
    if plain.len() > SHORT || !ends.iter().all(u8::is_ascii_digit) {
        return Decimal::from_str_exact(plain).ok();
    }
    let digits = plain.bytes().filter(u8::is_ascii_digit);
    let number = digits.fold(0, |number, digit| number * 10 + i64::from(digit - b'0'));
    Decimal::try_new(number, u32::try_from(decimals).ok()?).ok()
}

/// "１２": digits as wide as the characters of East Asia.
fn full_width(word: &str) -> Option<Digits> {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_digit(u32::from(c).checked_sub(u32::from('０'))?, 10),
        ',' | '.' => Some(c),
        _ => None,
    };
    parse(&word.chars().map(narrow).collect::<Option<String>>()?)
}

/// The digits with at most one point and no other mark.
fn plain(word: &str) -> Option<Cow<'_, str>> {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Cow::Borrowed(word));
    }
    let (last_comma, last_point) = (word.rfind(','), word.rfind('.'));
    match (last_comma, last_point) {
        (None, None) => None,
        (None, Some(at)) => (word.find('.') == Some(at)).then_some(Cow::Borrowed(word)),
        (Some(_), None) if is_grouped(word, ',') => Some(Cow::Owned(word.replace(',', ""))),
        (Some(at), None) => decimal_comma(word, at).map(Cow::Owned),
        (Some(comma), Some(point)) if comma < point => {
            let whole = &word[..point];
            let fits = is_grouped(whole, ',') && !whole.contains('.');
            fits.then(|| Cow::Owned(word.replace(',', "")))
        }
        (Some(comma), Some(_)) => {
            let whole = &word[..comma];
            let fits = is_grouped(whole, '.') && !whole.contains(',');
            fits.then(|| Cow::Owned(word.replace('.', "").replace(',', ".")))
        }
    }
}

/// "5,00": one comma with one or two digits after it.
fn decimal_comma(word: &str, at: usize) -> Option<String> {
    let is_decimal = word.find(',') == Some(at) && word.len() - at <= 3;
    is_decimal.then(|| word.replace(',', "."))
}

/// Whether the marks stand as in "1,234,567" or, counting lakhs, "12,34,567".
fn is_grouped(word: &str, mark: char) -> bool {
    let Some((first, rest)) = word.split_once(mark) else { return false };
    let (middle, last) = rest.rsplit_once(mark).map_or((None, rest), |(middle, last)| (Some(middle), last));
    let mut widths = middle.into_iter().flat_map(|middle| middle.split(mark)).map(str::len);
    let width = widths.next().unwrap_or(3);
    first.len() <= 3 && last.len() == 3 && matches!(width, 2 | 3) && widths.all(|other| other == width)
}

/// The fractions that have a character of their own, as numerator and denominator.
const VULGAR: &[(char, i64, i64)] = &[
    ('½', 1, 2),
    ('⅓', 1, 3),
    ('⅔', 2, 3),
    ('¼', 1, 4),
    ('¾', 3, 4),
    ('⅕', 1, 5),
    ('⅖', 2, 5),
    ('⅗', 3, 5),
    ('⅘', 4, 5),
    ('⅙', 1, 6),
    ('⅚', 5, 6),
    ('⅛', 1, 8),
    ('⅜', 3, 8),
    ('⅝', 5, 8),
    ('⅞', 7, 8),
];

/// "¾", "10½".
fn vulgar(word: &str) -> Option<Digits> {
    let last = word.chars().next_back()?;
    let &(_, over, under) = VULGAR.iter().find(|(c, _, _)| *c == last)?;
    let whole = &word[..word.len() - last.len_utf8()];
    let whole = if whole.is_empty() { Decimal::ZERO } else { parse_whole(whole)? };
    let value = whole.checked_add(Decimal::from(over).checked_div(Decimal::from(under))?)?;
    Some(Digits { value, decimals: 1, zeros: 0 })
}

fn parse_whole(word: &str) -> Option<Decimal> {
    let is_whole = word.len() <= LONGEST && word.bytes().all(|b| b.is_ascii_digit());
    if is_whole { Decimal::from_str_exact(word).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[track_caller]
    fn check(word: &str, expected: Option<(&str, u32, u32)>) {
        let found = parse(word).map(|d| (d.value.normalize().to_string(), d.decimals, d.zeros));
        assert_eq!(found, expected.map(|(value, decimals, zeros)| (value.to_owned(), decimals, zeros)));
    }

    #[test]
    fn thousands_marks_are_dropped() {
        check("12,500", Some(("12500", 0, 2)));
        check("1,234,567.89", Some(("1234567.89", 2, 0)));
        check("12,34,567", Some(("1234567", 0, 0)));
    }

    #[test]
    fn a_comma_may_be_a_point() {
        check("5,00", Some(("5", 2, 0)));
        check("1.234,5", Some(("1234.5", 1, 0)));
    }

    #[test]
    fn other_marks_are_no_number() {
        check("2.14.1", None);
        check("22,24,26", None);
        check("1,23", Some(("1.23", 2, 0)));
        check("١٢", None);
    }

    #[test]
    fn fractions_with_a_sign_of_their_own_are_read() {
        check("10½", Some(("10.5", 1, 0)));
    }

    #[test]
    fn more_digits_than_a_decimal_holds_are_no_number() {
        check("9999999999999999999999999999999999", None);
    }
}
