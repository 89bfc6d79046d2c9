//! The names, codes and signs of currencies.
//!
//! `data/cldr/currencies.tsv`, an extract of the Unicode CLDR, has the codes of ISO 4217 with their
//! English names and signs; what people say and write beside them is added here.

use crate::value::phrases::Phrases;
use crate::value::scan::Scan;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const CLDR: &str = include_str!("../../data/cldr/currencies.tsv");

/// A line of the extract.
struct Row {
    code: &'static str,
    is_current: bool,
    signs: &'static str,
    one: &'static str,
    many: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| CLDR.lines().skip(1).filter_map(row).collect());

fn rows() -> impl Iterator<Item = &'static Row> {
    ROWS.iter()
}

fn row(line: &'static str) -> Option<Row> {
    let mut fields = line.split('\t');
    let (code, usage, signs) = (fields.next()?, fields.next()?, fields.next()?);
    let (one, many) = (fields.next()?, fields.next()?);
    Some(Row { code, is_current: usage == "current", signs, one, many })
}

/// The codes of all currencies.
#[cfg(test)]
pub(crate) fn codes() -> impl Iterator<Item = &'static str> {
    rows().map(|row| row.code)
}

/// Signs that more than one country has, and whose they are where nothing else is said; a bare dollar
/// may be anybody's.
const SHARED_SIGNS: &[(&str, &str)] =
    &[("$", "USD?"), ("£", "GBP"), ("¥", "JPY"), ("₩", "KRW"), ("₿", "BTC"), ("₵", "GHS"), ("元", "CNY")];

static SIGNS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    let signs = rows().flat_map(|row| row.signs.split('|').map(move |sign| (sign, row.code)));
    signs.filter(|(sign, _)| sign.chars().count() == 1).chain(SHARED_SIGNS.iter().copied()).collect()
});

/// The currency of the sign `word`.
pub(crate) fn of_sign(word: &str) -> Option<&'static str> {
    // A sign is one character, and the dollar is the only one of ASCII.
    let may_be = word == "$" || word.len() <= 4 && !word.is_ascii();
    may_be.then(|| SIGNS.get(word).copied())?
}

/// Letters before a dollar sign that say whose it is, beside those that the CLDR has.
const DOLLARS: &[(&str, &str)] = &[
    ("us", "USD"),
    ("u.s.", "USD"),
    ("u.s", "USD"),
    ("au", "AUD"),
    // The CLDR gives "C$" to Nicaragua, newsrooms to Canada.
    ("c", "CAD"),
    ("cdn", "CAD"),
    ("s", "SGD"),
    ("mex", "MXN"),
    ("j", "JMD"),
];

static BEFORE_DOLLAR: LazyLock<FxHashMap<String, &str>> = LazyLock::new(|| {
    let letters = |row: &'static Row| {
        let signs = row.signs.split('|').filter_map(|sign| sign.strip_suffix('$'));
        let codes = row.many.ends_with("dollars").then_some(row.code);
        let all = signs.filter(|letters| !letters.is_empty()).chain(codes);
        all.map(|letters| (letters.to_ascii_lowercase(), row.code)).collect::<Vec<_>>()
    };
    let own = DOLLARS.iter().map(|(letters, code)| ((*letters).to_owned(), *code));
    rows().flat_map(letters).chain(own).collect()
});

/// The currency of a dollar sign with `letters` before it.
pub(crate) fn of_dollar(letters: &str) -> Option<&'static str> {
    BEFORE_DOLLAR.get(letters).copied()
}

/// Letters that currencies are known by beside their codes.
const OTHER_CODES: &[(&str, &str)] = &[("RMB", "CNY"), ("RS", "INR"), ("RM", "MYR"), ("BTC", "BTC")];

static CODES: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| rows().map(|row| (row.code, row.code)).chain(OTHER_CODES.iter().copied()).collect());

/// The currency whose code is `word`, in capitals.
pub(crate) fn of_code(word: &str) -> Option<&'static str> {
    let may_be = matches!(word.len(), 2 | 3) && word.bytes().all(|b| b.is_ascii_uppercase());
    may_be.then(|| CODES.get(word).copied())?
}

/// The currency whose code is `word` in any case of its letters.
pub(crate) fn of_any_code(word: &str) -> Option<&'static str> {
    if word.len() > 3 { None } else { of_code(&word.to_ascii_uppercase()) }
}

/// Codes that are oftener words or names: a headline's "TOP 10", the "COP30" talks.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "ALL", "AMD", "ANG", "BAM", "BOB", "COP", "CUP", "GIP", "LAK", "MAD", "MOP", "PEN", "SOS", "TOP", "TRY",
];

/// Whether the code `word` may just as well be a word, and no sum of a few units.
pub(crate) fn is_word(word: &str) -> bool {
    WORDS.contains(&word)
}

/// The currency of "MEUR", a code behind the letter of a million.
pub(crate) fn of_millions(word: &str) -> Option<&'static str> {
    of_code(word.strip_prefix('M').filter(|code| code.len() == 3)?)
}

/// Names that people say beside those of the CLDR.
#[rustfmt::skip]
const NAMES: &[(&str, &[&str])] = &[
    ("USD", &["united states dollar", "united states dollars", "american dollar", "american dollars", "u.s. dollar", "u.s. dollars"]),
    ("USD?", &["buck", "bucks"]),
    ("SGD", &["singaporean dollar", "singaporean dollars", "singapore dollar", "singapore dollars"]),
    ("TWD", &["taiwan dollar", "taiwan dollars", "taiwanese dollar", "taiwanese dollars"]),
    ("TTD", &["trinidad and tobago dollar", "trinidad and tobago dollars"]),
    ("GBP", &["pound sterling", "pounds sterling", "quid"]),
    ("CNY", &["renminbi"]),
    ("SAR", &["saudi arabian riyal", "saudi arabian riyals"]),
    ("AED", &["emirati dirham", "emirati dirhams"]),
    ("RUB", &["ruble", "rubles", "rouble", "roubles", "russian rouble", "russian roubles"]),
    ("PLN", &["zloty", "zlotys", "zloties"]),
    ("MYR", &["malaysia ringgit"]),
    ("KRW", &["korean won"]),
    ("ILS", &["israeli shekel", "israeli shekels"]),
    ("BTC", &["bitcoin", "bitcoins"]),
    ("SEK", &["kronor", "swedish kronor"]),
    ("NOK", &["norwegian kroner"]),
    ("DKK", &["danish kroner"]),
    ("krone", &["kroner"]),
    ("ISK", &["icelandic krona", "icelandic kronur"]),
    ("BRL", &["brazilian reais", "reais"]),
    ("RON", &["romanian lei"]),
    ("leu", &["lei"]),
    ("PEN", &["peruvian soles"]),
    ("BAM", &["convertible mark", "convertible marks"]),
    ("DEM", &["deutschmark", "deutschmarks", "deutsche mark", "deutsche marks"]),
    ("ITL", &["italian lire", "lire"]),
    ("UAH", &["hryvnia", "hryvnias", "hryvnya"]),
    ("CRC", &["costa rican colon", "costa rican colones"]),
    ("VES", &["bolivar", "bolivars", "bolivares"]),
    ("franc", &["cfa franc", "cfa francs"]),
];

/// Last words of currencies' names that mean something else where they stand alone.
#[rustfmt::skip]
const OTHERWISE: &[&str] = &[
    "pound", "pounds", "won", "real", "reals", "sol", "sols", "mark", "marks", "lev", "leva", "one", "ones",
    "dram", "drams", "som", "soms", "kip", "kips",
];

/// Names in one and in many; where a word alone is of several currencies, it is a unit of its own.
static NAMED: LazyLock<Phrases<&str>> = LazyLock::new(|| {
    let own = NAMES.iter().flat_map(|(code, names)| names.iter().map(move |name| (*name, *code)));
    let whole = rows().flat_map(|row| [(row.one, row.code), (row.many, row.code)]);
    Phrases::new(own.chain(whole).chain(last_words()))
});

/// "yen" of "Japanese yen", "peso" of eight countries' pesos.
fn last_words() -> Vec<(&'static str, &'static str)> {
    let current = || rows().filter(|row| row.is_current);
    let mut owners: FxHashMap<&str, usize> = FxHashMap::default();
    for row in current() {
        *owners.entry(last_word(row.one)).or_default() += 1;
    }
    let meaning = |row: &Row| match (last_word(row.one), owners.get(last_word(row.one))) {
        (_, Some(1)) => row.code,
        ("dollar", _) => "USD?",
        (word, _) => word,
    };
    let words = current().flat_map(|row| [row.one, row.many].map(|name| (last_word(name), meaning(row))));
    words.filter(|(word, _)| !OTHERWISE.contains(word)).collect()
}

fn last_word(name: &'static str) -> &'static str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// The currency named by the words at `at`, and the place after them.
pub(crate) fn named(scan: &Scan<'_>, at: usize) -> Option<(&'static str, usize)> {
    NAMED.longest(scan, at)
}

/// What each currency is called without its country.
static CALLED: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| rows().map(|row| (row.code, last_word(row.one))).collect());

/// Whether a sum in the unit `bare` may be one in `code`: a bare name or dollar sign may be that of any
/// currency called so.
pub(crate) fn may_be(bare: &str, code: &str) -> bool {
    let word = if bare == "USD?" { "dollar" } else { bare };
    CALLED.get(code) == Some(&word)
}

#[cfg(test)]
mod tests {
    use super::CLDR;
    use super::NAMED;
    use super::OTHERWISE;
    use super::may_be;
    use super::of_code;
    use super::of_dollar;
    use super::of_sign;
    use super::row;
    use super::rows;
    use crate::span::Span;
    use crate::token;
    use crate::value::scan::Scan;
    use crate::value::scan::lower;

    #[track_caller]
    fn check(name: &str, expected: Option<&str>) {
        let tokens = token::split(name, Span::new(0, name.len()));
        let lower = lower(name, &tokens);
        let scan = Scan::new(name, &tokens, &lower);
        assert_eq!(NAMED.longest(&scan, 0).map(|(code, _)| code), expected, "{name}");
    }

    #[test]
    fn every_line_of_the_extract_is_a_currency() {
        assert!(CLDR.lines().skip(1).all(|line| row(line).is_some()));
        assert!(rows().all(|row| of_code(row.code) == Some(row.code)));
    }

    #[test]
    fn every_name_of_the_extract_is_read() {
        for row in rows().filter(|row| row.one.is_ascii() && !row.one.contains(['&', '.', '-'])) {
            check(row.one, Some(row.code));
            check(row.many, Some(row.code));
        }
    }

    #[test]
    fn a_word_of_one_currency_needs_no_country() {
        check("yen", Some("JPY"));
        check("forints", Some("HUF"));
        check("pesos", Some("peso"));
        check("dollars", Some("USD?"));
    }

    #[test]
    fn other_words_do() {
        OTHERWISE.iter().for_each(|word| check(word, None));
        check("south korean won", Some("KRW"));
    }

    #[test]
    fn a_bare_name_may_be_any_currency_called_so() {
        assert!(may_be("peso", "MXN") && may_be("USD?", "CAD"));
        assert!(!may_be("peso", "EUR") && !may_be("EUR", "peso"));
    }

    #[test]
    fn signs_and_letters_are_known() {
        assert_eq!((of_sign("€"), of_sign("₮"), of_sign("$")), (Some("EUR"), Some("MNT"), Some("USD?")));
        assert_eq!((of_dollar("hk"), of_dollar("c"), of_dollar("q")), (Some("HKD"), Some("CAD"), None));
    }
}
