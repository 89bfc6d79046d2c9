//! Whether two ways to write a name are those of one person.
//!
//! Names in the middle may be left out or cut to their first letter, accents may be missing, and after the
//! full name the family name alone will do. Another given name is another person.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether a word is the last one of a longer one of these names.
pub fn is_family_name(word: &str, names: &[String]) -> bool {
    !word.contains(' ') && names.iter().any(|name| name.ends_with(word) && name.len() > word.len())
}

/// A name without its accents.
pub fn without_accents(name: &str) -> String {
    if name.is_ascii() {
        return name.to_owned();
    }
    name.nfd().filter(|c| !is_combining_mark(*c)).map(plain).collect()
}

/// A letter that does not come apart into a letter and its accent.
fn plain(letter: char) -> char {
    match letter {
        'ø' => 'o',
        'Ø' => 'O',
        'ł' => 'l',
        'Ł' => 'L',
        'đ' => 'd',
        'Đ' => 'D',
        'ı' => 'i',
        other => other,
    }
}

/// Whether `written` may stand for the person called `full`.
pub fn is_same(full: &str, written: &str) -> bool {
    let (full, written) = (words(full), words(written));
    match (full.as_slice(), written.as_slice()) {
        ([.., family], [alone]) => family == alone,
        ([given, .., family], [first, .., last]) => family == last && is_same_given(given, first),
        _ => false,
    }
}

/// The words of a name in small letters, without accents and the stops of initials.
fn words(name: &str) -> Vec<String> {
    let plain = without_accents(name).to_lowercase();
    plain.split([' ', '.', '\u{a0}']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A given name, or its first letter.
fn is_same_given(given: &str, written: &str) -> bool {
    given == written || written.chars().count() == 1 && given.starts_with(written)
}

#[cfg(test)]
mod tests {
    use super::is_same;
    use super::without_accents;

    #[track_caller]
    fn check(full: &str, written: &str, expected: bool) {
        assert_eq!(is_same(full, written), expected, "{full} as {written}");
    }

    #[test]
    fn middle_names_come_and_go() {
        check("Ana Brandt", "Ana M. Brandt", true);
        check("Ana Maria Brandt", "Ana Brandt", true);
        check("Ana Brandt", "A. Brandt", true);
        check("Ana Brandt", "Brandt", true);
    }

    #[test]
    fn another_given_name_is_another_person() {
        check("Ana Brandt", "Daniela Brandt", false);
        check("Ana Brandt", "D. Brandt", false);
        check("Ana Brandt", "Ana Brandt-Hale", false);
        check("Brandt", "Ana Brandt", false);
    }

    #[test]
    fn accents_may_be_missing() {
        check("Inés Kovář", "Ines Kovar", true);
        check("Jørgen Łysek", "Jorgen Lysek", true);
        assert_eq!(without_accents("Inés Kovář"), "Ines Kovar");
    }
}
