//! One key for all spellings of a word.
//!
//! British and American endings are brought together by rule. A rule may well maul a word ("promise"
//! becomes "promize"): both sides are mauled alike, so that only matters where two words would meet.

use crate::token::Kind;

/// Spellings and short forms, each with what is compared.
const ONE_WORD: &[(&str, &str)] = &[
    // Short forms that no rule takes apart.
    ("cannot", "can not"),
    ("can't", "can not"),
    ("won't", "will not"),
    ("shan't", "shall not"),
    ("let's", "let 's"),
    ("gonna", "going to"),
    ("wanna", "want to"),
    ("alright", "all right"),
    ("okay", "ok"),
    ("'em", "them"),
    ("pct", "%"),
    ("percent", "%"),
    // Which of the two stands there the next word decides.
    ("an", "a"),
    // Older endings.
    ("whilst", "while"),
    ("amongst", "among"),
    ("amidst", "amid"),
    ("learnt", "learned"),
    ("burnt", "burned"),
    ("dreamt", "dreamed"),
    ("spelt", "spelled"),
    // British and American words that no rule covers.
    ("centre", "center"),
    ("centres", "centers"),
    ("theatre", "theater"),
    ("theatres", "theaters"),
    ("metre", "meter"),
    ("metres", "meters"),
    ("kilometre", "kilometer"),
    ("kilometres", "kilometers"),
    ("litre", "liter"),
    ("litres", "liters"),
    ("fibre", "fiber"),
    ("calibre", "caliber"),
    ("defence", "defense"),
    ("offence", "offense"),
    ("licence", "license"),
    ("practise", "practice"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("judgement", "judgment"),
    ("ageing", "aging"),
    ("catalogue", "catalog"),
    ("dialogue", "dialog"),
    ("sceptical", "skeptical"),
    ("sceptic", "skeptic"),
    ("grey", "gray"),
    ("plough", "plow"),
    ("manoeuvre", "maneuver"),
    ("aluminium", "aluminum"),
    ("skilful", "skillful"),
    ("fulfil", "fulfill"),
    ("enrol", "enroll"),
    // Numbers, in words and in digits.
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
    ("first", "1st"),
    ("second", "2nd"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("fifth", "5th"),
    ("sixth", "6th"),
    ("seventh", "7th"),
    ("eighth", "8th"),
    ("ninth", "9th"),
    ("tenth", "10th"),
];

/// Endings that are spelt apart; longer ones first.
const ENDINGS: &[(&str, &str)] = &[
    ("isations", "izations"),
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("yse", "yze"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("ourable", "orable"),
    ("ourite", "orite"),
    ("ours", "ors"),
    ("our", "or"),
    ("elled", "eled"),
    ("elling", "eling"),
    ("eller", "eler"),
    ("wards", "ward"),
];

/// What is said shortly after an apostrophe, each with its word.
const SHORT: &[(&str, &str)] =
    &[("n't", "not"), ("'ve", "have"), ("'re", "are"), ("'ll", "will"), ("'m", "am")];

/// What is compared of a word; a contraction is two words.
pub(super) fn keys(word: &str, kind: Kind) -> Vec<String> {
    if kind == Kind::Number {
        return vec![word.replace(',', "")];
    }
    let plain: String = word.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect();
    let plain = plain.replace('’', "'");
    if let Some((_, same)) = ONE_WORD.iter().find(|(form, _)| *form == plain) {
        return same.split(' ').map(str::to_owned).collect();
    }
    let short = SHORT.iter().find_map(|(end, long)| Some((plain.strip_suffix(end)?, *long)));
    match short.or_else(|| Some((plain.strip_suffix("'d")?, "'d"))) {
        Some((stem, long)) if !stem.is_empty() => vec![american(stem), long.to_owned()],
        _ => vec![american(&plain)],
    }
}

/// "Twenty" and "five" in one: the key of both, if they make one number.
pub(super) fn compound(tens: &str, unit: &str) -> Option<String> {
    let tens: u32 = tens.parse().ok().filter(|tens| tens % 10 == 0 && (20..=90).contains(tens))?;
    let unit: u32 = unit.parse().ok().filter(|unit| (1..=9).contains(unit))?;
    Some((tens + unit).to_string())
}

/// The word of a sign.
pub(super) fn sign(sign: &str) -> &'static str {
    if sign == "&" { "and" } else { "%" }
}

/// Whether `short` may stand for `long`.
pub(super) fn is_short_for(short: &str, long: &str) -> bool {
    match short {
        "'s" => matches!(long, "is" | "has" | "us"),
        "'d" => matches!(long, "had" | "would"),
        _ => false,
    }
}

fn american(word: &str) -> String {
    let is_long = |ending: &str| word.len() > ending.len() + 1;
    let ending = ENDINGS.iter().find(|(british, _)| is_long(british) && word.ends_with(british));
    match ending.and_then(|(british, american)| Some((word.strip_suffix(british)?, american))) {
        Some((stem, american)) => format!("{stem}{american}"),
        None => word.to_owned(),
    }
}
