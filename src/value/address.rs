//! Numbers of houses and streets: "10 Downing Street", "Fifth Avenue", "12th St.".

use crate::value::lexicon::Lex;
use crate::value::scan::Scan;

/// What streets and places are called.
#[rustfmt::skip]
const STREETS: &[&str] = &[
    "alley", "avenue", "ave", "boulevard", "blvd", "circle", "court", "crescent", "drive", "highway", "lane",
    "parkway", "place", "plaza", "road", "rd", "row", "square", "st", "street", "terrace", "way",
];

/// How many words a street's name may have.
const LONGEST: usize = 4;

/// Whether the number at `at` is that of a house or a street.
pub(crate) fn is_at(scan: &Scan<'_>, at: usize) -> bool {
    let is_suffix = matches!(scan.word(at + 1), "st" | "nd" | "rd" | "th") && scan.is_glued(at + 1);
    let is_place = is_suffix || matches!(scan.lex(at), Some(Lex::Ordinal(_)));
    let start = at + 1 + usize::from(is_suffix);
    if is_place {
        // "the first Street" would be one of many.
        return is_street(scan, start) && (is_suffix || scan.is_capitalised(at));
    }
    let is_house = scan.is_number(at) && scan.word(at).bytes().all(|b| b.is_ascii_digit());
    let name = (start..start + LONGEST).take_while(|at| scan.is_capitalised(*at));
    is_house && name.skip(1).any(|at| is_street(scan, at))
}

fn is_street(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_capitalised(at) && STREETS.contains(&scan.word(at))
}

#[cfg(test)]
mod tests {
    use super::is_at;
    use crate::span::Span;
    use crate::token;
    use crate::value::scan::Scan;
    use crate::value::scan::lower;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let tokens = token::split(text, Span::new(0, text.len()));
        assert_eq!(is_at(&Scan::new(text, &tokens, &lower(text, &tokens)), 0), expected, "{text}");
    }

    #[test]
    fn houses_and_streets_have_numbers() {
        check("10 Harbour Street", true);
        check("1600 Upper Mole Avenue", true);
        check("12th Street", true);
        check("Fifth Avenue", true);
    }

    #[test]
    fn things_are_counted_in_streets_too() {
        check("10 Harbour boats", false);
        check("10 Street", false);
        check("Fifth harbour", false);
    }
}
