//! Units: percent, currencies, physical units and durations.

use crate::value::gate::Gate;
use crate::value::noun;
use crate::value::phrases::Phrases;
use crate::value::scan::Scan;
use crate::value::table;
use crate::value::table::Row;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a number is measured in.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// How it is shown: `%`, `pp`, `USD`, `USD?` for a bare dollar, `kilometre`.
    pub name: &'static str,
    /// What can be converted into what: "length", "USD", "percent".
    pub dimension: &'static str,
    /// How many base units of the dimension one of it is.
    pub factor: Decimal,
    /// "a share", "per month": a rate never equals a plain amount.
    pub per: Option<String>,
}

impl Unit {
    /// A unit that is its own base.
    pub(crate) fn base(name: &'static str, dimension: &'static str) -> Unit {
        Unit { name, dimension, factor: Decimal::ONE, per: None }
    }

    /// The unit of a row of the table.
    pub(crate) fn of_row(row: &Row) -> Unit {
        Unit { name: row.name, dimension: row.dimension, factor: row.factor, per: None }
    }
}

/// The unit called `name`.
pub(crate) fn called(name: &str) -> Option<&'static Row> {
    table::UNITS.iter().find(|row| row.name == name)
}

/// How the units of some dimensions are written.
pub(crate) fn written(dimensions: &[&str]) -> impl Iterator<Item = &'static str> {
    let rows = table::UNITS.iter().filter(|row| dimensions.contains(&row.dimension));
    rows.flat_map(|row| row.names.iter().chain(&row.symbols)).copied()
}

/// The physical or time unit at the token `at`, after a number, and the place after it.
pub(crate) fn read(scan: &Scan<'_>, at: usize) -> Option<(&'static Row, usize)> {
    let start = scan.past_joint(at);
    if let Some(found) = bracketed(scan, start) {
        return Some(found);
    }
    let (row, end) = longest(scan, start)?;
    let fits = is_whole(scan, start, end) && !is_material(scan, start);
    fits.then_some((row, end))
}

/// "20 (kg)", "20 [kg]".
fn bracketed(scan: &Scan<'_>, at: usize) -> Option<(&'static Row, usize)> {
    let is_open = matches!(scan.word(at), "(" | "[") && scan.is_glued(at + 1);
    let (row, end) = is_open.then(|| longest(scan, at + 1))??;
    matches!(scan.word(end), ")" | "]").then_some((row, end + 1))
}

static NAMES: LazyLock<Phrases<&Row>> = LazyLock::new(|| {
    let names = table::UNITS.iter().flat_map(|row| row.names.iter().map(move |name| (*name, row)));
    Phrases::new(names)
});

/// Symbols; where two units share one the first of the table has it.
static SYMBOLS: LazyLock<FxHashMap<&str, &Row>> = LazyLock::new(|| {
    let rows = table::UNITS.iter().rev();
    rows.flat_map(|row| row.symbols.iter().map(move |symbol| (*symbol, row))).collect()
});

/// What the part of a symbol before its slash passes, and the sign of degrees, which is a token of its own.
static GATE: LazyLock<Gate> = LazyLock::new(|| {
    let starts = SYMBOLS.keys().filter_map(|symbol| symbol.split('/').next());
    starts.fold(Gate::of(&["°"]), |gate, start| gate.with(start))
});

/// The longest name at `at`, or else a symbol, in which capitals count.
fn longest(scan: &Scan<'_>, at: usize) -> Option<(&'static Row, usize)> {
    NAMES.longest(scan, at).or_else(|| symbol(scan, at))
}

/// A symbol such as "km" or "km/h"; the words after a slash belong to it.
fn symbol(scan: &Scan<'_>, at: usize) -> Option<(&'static Row, usize)> {
    if !scan.passes(at, &GATE) {
        return None;
    }
    let sees_slash = scan.word(at + 1) == "/" && scan.is_glued(at + 1) && scan.is_glued(at + 2);
    let is_sign = matches!(scan.word(at), "°" | "º") && scan.is_glued(at + 1);
    let n = if sees_slash { 3 } else { 1 + usize::from(is_sign) };
    let whole = SYMBOLS.get(scan.span(at, at + n).of(scan.text)).map(|row| (*row, at + n));
    whole.or_else(|| SYMBOLS.get(scan.raw(at)).map(|row| (*row, at + 1)))
}

/// "two stone walls": a weight has nothing behind it that is made of it.
fn is_material(scan: &Scan<'_>, at: usize) -> bool {
    scan.word(at) == "stone" && scan.is_word(at + 1) && !noun::is_closed_at(scan, at + 1)
}

/// Whether a symbol of one letter is meant as a unit: it touches its number, or ends the phrase.
fn is_whole(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let word = scan.word(start);
    if end - start > 1 || word.chars().count() > 1 || !scan.is_word(start) {
        let follows_feet = matches!(scan.before(start, 2), "ft" | "foot" | "feet");
        // "One-in-ten" is a share.
        let is_tied = scan.is_hyphen(start.wrapping_sub(1));
        return word != "in" || follows_feet || !scan.is_word(end) && !scan.is_number(end) && !is_tied;
    }
    // "10 K race" is about thousands, "300 K" about kelvins.
    let is_capital = scan.is_capitalised(start) && word != "k";
    scan.is_glued(start) && !scan.is_hyphen(start.saturating_sub(1))
        || is_capital
        || !scan.is_word(end)
        || matches!(scan.word(end), "of" | "and" | "or" | "to")
}

/// What a rate is per, after "a", "an" or a slash.
#[rustfmt::skip]
const PERS: &[&str] = &[
    "share", "barrel", "month", "year", "week", "day", "hour", "night", "minute", "second", "ounce",
    "pound", "gallon", "litre", "liter", "tonne", "ton", "person", "head", "unit", "mile", "kilometre",
    "kilometer", "kilo", "kilogram", "piece", "bushel", "bottle", "ticket", "quarter", "pop", "pint",
    "hectare", "acre", "megawatt-hour",
];

/// "a barrel", "per month", "/hour" at `at`: the noun and the place after it.
pub(crate) fn per(scan: &Scan<'_>, at: usize) -> Option<(String, usize)> {
    let noun = scan.past_joint(at + 1);
    let is_per = match scan.word(at) {
        "a" | "an" => PERS.contains(&scan.word(noun)),
        "per" => scan.is_word(noun),
        "/" => scan.is_glued(at) && scan.is_glued(noun) && scan.is_word(noun),
        _ => false,
    };
    // "62 cents a year earlier" is told from another date.
    let is_date =
        matches!(scan.word(noun + 1), "earlier" | "ago" | "later" | "before" | "after" | "previously");
    let (name, end) = match longest(scan, noun) {
        Some((row, end)) => (row.name, end),
        None => (scan.word(noun), noun + 1),
    };
    (is_per && !is_date).then(|| (name.to_owned(), end))
}

#[cfg(test)]
mod tests {
    use super::per;
    use super::read;
    use crate::span::Span;
    use crate::token;
    use crate::value::scan::Scan;
    use crate::value::scan::lower;
    use crate::value::table;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let lower = lower(text, &tokens);
        let scan = Scan::new(text, &tokens, &lower);
        assert_eq!(read(&scan, 1).map(|(row, _)| row.name), expected);
    }

    #[test]
    fn the_longest_name_wins() {
        check("3 square kilometres", Some("square kilometre"));
        check("3 miles per hour", Some("mile per hour"));
        check("3 km/h", Some("kilometre per hour"));
    }

    #[test]
    fn small_prepositions_are_no_units() {
        check("3 in town", None);
        check("3 a day", None);
    }

    #[test]
    fn walls_of_stone_are_no_weight() {
        check("3 stone", Some("stone"));
        check("3 stone 4 pounds", Some("stone"));
        check("3 stone walls", None);
        check("3 stones", None);
    }

    #[test]
    fn compounds_are_units_too() {
        check("26-mile race", Some("mile"));
    }

    #[test]
    fn rates_are_read() {
        let text = "a barrel";
        let tokens = token::split(text, Span::new(0, text.len()));
        assert_eq!(per(&Scan::new(text, &tokens, &lower(text, &tokens)), 0), Some(("barrel".to_owned(), 2)));
    }

    #[test]
    fn names_go_through_hyphens_and_stops() {
        check("5 kilowatt-hours", Some("kilowatt-hour"));
        check("4 sq. miles", Some("square mile"));
        check("2.1 pm", Some("picometre"));
        check("3 km per second", Some("kilometre per second"));
    }

    #[test]
    fn every_name_of_the_table_is_read() {
        for row in table::UNITS.iter() {
            row.names.iter().filter(|name| !name.contains('.')).for_each(|name| {
                check(&format!("3 {name}"), Some(row.name));
            });
        }
    }
}
