//! The names, codes and signs of currencies.

use crate::value::gate::Gate;

/// Currency signs. A bare dollar may be anybody's.
pub(crate) const SIGNS: &[(&str, &str)] = &[
    ("$", "USD?"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₺", "TRY"),
    ("₫", "VND"),
    ("₱", "PHP"),
    ("₦", "NGN"),
    ("฿", "THB"),
    ("₿", "BTC"),
    ("₴", "UAH"),
    ("₡", "CRC"),
    ("₾", "GEL"),
    ("₵", "GHS"),
    ("₸", "KZT"),
    ("元", "CNY"),
];

/// What stands before a dollar sign and says whose it is.
pub(crate) const DOLLARS: &[(&str, &str)] = &[
    ("us", "USD"),
    ("u.s.", "USD"),
    ("u.s", "USD"),
    ("usd", "USD"),
    ("a", "AUD"),
    ("au", "AUD"),
    ("aud", "AUD"),
    ("c", "CAD"),
    ("ca", "CAD"),
    ("cad", "CAD"),
    ("cdn", "CAD"),
    ("nz", "NZD"),
    ("nzd", "NZD"),
    ("hk", "HKD"),
    ("hkd", "HKD"),
    ("s", "SGD"),
    ("sgd", "SGD"),
    ("nt", "TWD"),
    ("r", "BRL"),
    ("mex", "MXN"),
    ("mxn", "MXN"),
    ("j", "JMD"),
];

/// Codes of ISO 4217, and the two letters a few are known by.
pub(crate) const CODES: &[(&str, &str)] = &[
    ("usd", "USD"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("jpy", "JPY"),
    ("cny", "CNY"),
    ("rmb", "CNY"),
    ("chf", "CHF"),
    ("cad", "CAD"),
    ("aud", "AUD"),
    ("nzd", "NZD"),
    ("hkd", "HKD"),
    ("sgd", "SGD"),
    ("inr", "INR"),
    ("rs", "INR"),
    ("krw", "KRW"),
    ("rub", "RUB"),
    ("brl", "BRL"),
    ("mxn", "MXN"),
    ("zar", "ZAR"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("pln", "PLN"),
    ("czk", "CZK"),
    ("huf", "HUF"),
    ("try", "TRY"),
    ("ils", "ILS"),
    ("sar", "SAR"),
    ("aed", "AED"),
    ("qar", "QAR"),
    ("kwd", "KWD"),
    ("egp", "EGP"),
    ("lbp", "LBP"),
    ("bgn", "BGN"),
    ("ron", "RON"),
    ("uah", "UAH"),
    ("myr", "MYR"),
    ("rm", "MYR"),
    ("thb", "THB"),
    ("idr", "IDR"),
    ("php", "PHP"),
    ("vnd", "VND"),
    ("mnt", "MNT"),
    ("twd", "TWD"),
    ("pkr", "PKR"),
    ("ngn", "NGN"),
    ("kes", "KES"),
    ("ars", "ARS"),
    ("clp", "CLP"),
    ("cop", "COP"),
    ("btc", "BTC"),
];

/// Names, the longer ones first: "canadian dollars" before "dollars".
pub(crate) const NAMES: &[(&[&str], &str)] = &[
    (&["new", "zealand", "dollar"], "NZD"),
    (&["hong", "kong", "dollar"], "HKD"),
    (&["united", "states", "dollar"], "USD"),
    (&["swiss", "franc"], "CHF"),
    (&["american", "dollar"], "USD"),
    (&["us", "dollar"], "USD"),
    (&["u.s.", "dollar"], "USD"),
    (&["canadian", "dollar"], "CAD"),
    (&["australian", "dollar"], "AUD"),
    (&["singapore", "dollar"], "SGD"),
    (&["taiwan", "dollar"], "TWD"),
    (&["british", "pound"], "GBP"),
    (&["egyptian", "pound"], "EGP"),
    (&["lebanese", "pound"], "LBP"),
    (&["syrian", "pound"], "SYP"),
    (&["pound", "sterling"], "GBP"),
    (&["turkish", "lira"], "TRY"),
    (&["chinese", "yuan"], "CNY"),
    (&["japanese", "yen"], "JPY"),
    (&["indian", "rupee"], "INR"),
    (&["pakistani", "rupee"], "PKR"),
    (&["mexican", "peso"], "MXN"),
    (&["russian", "rouble"], "RUB"),
    (&["russian", "ruble"], "RUB"),
    (&["swedish", "krona"], "SEK"),
    (&["swedish", "kronor"], "SEK"),
    (&["norwegian", "krone"], "NOK"),
    (&["norwegian", "kroner"], "NOK"),
    (&["danish", "krone"], "DKK"),
    (&["danish", "kroner"], "DKK"),
    (&["polish", "zloty"], "PLN"),
    (&["qatari", "riyal"], "QAR"),
    (&["saudi", "riyal"], "SAR"),
    (&["malaysian", "ringgit"], "MYR"),
    (&["malaysia", "ringgit"], "MYR"),
    (&["south", "african", "rand"], "ZAR"),
    (&["south", "korean", "won"], "KRW"),
    (&["korean", "won"], "KRW"),
    (&["dollar"], "USD?"),
    (&["buck"], "USD?"),
    (&["euro"], "EUR"),
    (&["quid"], "GBP"),
    (&["yen"], "JPY"),
    (&["yuan"], "CNY"),
    (&["renminbi"], "CNY"),
    (&["franc"], "franc"),
    (&["rouble"], "RUB"),
    (&["ruble"], "RUB"),
    (&["rupee"], "rupee"),
    (&["rupiah"], "IDR"),
    (&["peso"], "peso"),
    (&["lira"], "TRY"),
    (&["zloty"], "PLN"),
    (&["zlotys"], "PLN"),
    (&["shekel"], "ILS"),
    (&["riyal"], "riyal"),
    (&["rial"], "rial"),
    (&["dinar"], "dinar"),
    (&["dirham"], "dirham"),
    (&["ringgit"], "MYR"),
    (&["baht"], "THB"),
    (&["rand"], "ZAR"),
    (&["naira"], "NGN"),
    (&["hryvnia"], "UAH"),
    (&["hryvnias"], "UAH"),
    (&["forint"], "HUF"),
    (&["koruna"], "CZK"),
    (&["tugrik"], "MNT"),
    (&["bitcoin"], "BTC"),
];

/// Hundredths, by the name of the coin, with the currency they are of when they stand alone. Alone
/// they keep their own number, "50" of "50 cents", and are worth a hundredth of the currency each.
pub(crate) const COINS: &[(&str, &str)] = &[
    ("cent", "USD?"),
    ("cents", "USD?"),
    ("¢", "USD?"),
    ("penny", "GBP"),
    ("pennies", "GBP"),
    ("pence", "GBP"),
    ("paise", "INR"),
    ("kopiyka", "UAH"),
    ("kopiykas", "UAH"),
    ("kopek", "RUB"),
    ("kopeks", "RUB"),
    ("sen", "MYR"),
    ("sens", "MYR"),
];

/// The code beside `word`.
pub(crate) fn find(table: &'static [(&str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(entry, _)| *entry == word).map(|(_, code)| *code)
}

const CODE_GATE: &Gate = &Gate::of_rows(CODES);

/// Whether `word` is the code of a currency.
pub(crate) fn is_code(word: &str) -> bool {
    CODE_GATE.admits(word) && find(CODES, word).is_some()
}

/// The currency of "MEUR", a code behind the letter of a million.
pub(crate) fn of_millions(word: &str) -> Option<&'static str> {
    let code = word.strip_prefix('M').filter(|code| code.len() == 3)?;
    let is_upper = code.bytes().all(|b| b.is_ascii_uppercase());
    is_upper.then(|| find(CODES, &code.to_ascii_lowercase()))?
}
