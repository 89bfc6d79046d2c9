//! Abbreviations and initials, whose stop often ends no sentence.

/// No abbreviation has so many letters.
const LONG: usize = 7;

/// Whether the stop after `before` belongs to an abbreviation that `next` continues.
pub fn goes_on(before: &str, next: &str) -> bool {
    if before.as_bytes().last_chunk::<LONG>().is_some_and(|word| word.iter().all(u8::is_ascii_alphabetic)) {
        return false;
    }
    let word = last_word(before);
    match inner(word) {
        // "No." is a word as well; only a number follows the abbreviation.
        Some(Inner::Always) if word == "No" => next.starts_with(|c: char| c.is_ascii_digit()),
        Some(Inner::Always) => true,
        Some(Inner::Often) => !opens(next),
        None => is_initials(word) && !opens(next),
    }
}

/// How a sentence goes on after the stop of an abbreviation.
enum Inner {
    /// Something always follows.
    Always,
    /// It ends only where the next word cannot continue it.
    Often,
}

/// How it goes on after the stop of `word`, if that is an abbreviation.
fn inner(word: &str) -> Option<Inner> {
    // Bytes are looked up by length and letters, strings would be compared one after the other.
    match word.as_bytes() {
        b"Mr" | b"Mrs" | b"Ms" | b"Dr" | b"Prof" | b"Gen" | b"Col" | b"Lt" | b"Sgt" | b"Capt" | b"Adm"
        | b"Maj" | b"Cmdr" | b"Sen" | b"Rep" | b"Gov" | b"Rev" | b"Hon" | b"Pres" | b"St" | b"Mt" | b"Ft"
        | b"No" | b"Nos" | b"vs" | b"v" | b"approx" | b"ext" | b"Fig" | b"Vol" | b"cf" | b"Messrs" => {
            Some(Inner::Always)
        }
        b"Inc" | b"Ltd" | b"Corp" | b"Co" | b"Cos" | b"Bros" | b"LLC" | b"PLC" | b"Jr" | b"Sr" | b"Jan"
        | b"Feb" | b"Mar" | b"Apr" | b"Jun" | b"Jul" | b"Aug" | b"Sep" | b"Sept" | b"Oct" | b"Nov"
        | b"Dec" | b"Mon" | b"Tue" | b"Tues" | b"Wed" | b"Thu" | b"Thur" | b"Thurs" | b"Fri" | b"Sat"
        | b"Sun" | b"etc" | b"al" | b"est" | b"Ave" | b"Blvd" | b"Rd" | b"Calif" | b"Mass" | b"Pa"
        | b"Fla" | b"Tenn" | b"Va" | b"Wash" => Some(Inner::Often),
        _ => None,
    }
}

/// Whether a word is single letters with full stops between, the first of them a capital; "I" is a word.
fn is_initials(word: &str) -> bool {
    let is_letter = |part: &str| part.chars().count() == 1;
    // Most words are turned away by their second letter.
    let may_be = matches!(word.as_bytes(), [_] | [_, b'.' | 0x80.., ..]) && word != "I";
    may_be
        && (word.len() < 5 || word.contains('.'))
        && word.split('.').all(is_letter)
        && word.starts_with(char::is_uppercase)
}

/// The letters, digits and full stops at the end of `before`.
fn last_word(before: &str) -> &str {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'.';
    let n_plain = before.bytes().rev().take_while(is_plain).count();
    let start = before.len() - n_plain;
    if before.as_bytes()[..start].last().is_none_or(u8::is_ascii) {
        return &before[start..];
    }
    &before[before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '.').len()..]
}

/// Words that open a new sentence after an abbreviation and are no part of a name.
const OPENERS: &[&str] = &[
    "A", "An", "The", "This", "That", "These", "Those", "It", "Its", "He", "She", "They", "We", "I", "You",
    "In", "On", "At", "By", "For", "From", "But", "And", "However", "While", "When", "If", "As", "After",
    "Before", "There", "His", "Her", "Their", "Our", "To", "No", "Not", "Third", "Mr", "Since", "Last",
    "What", "Who",
];

/// Whether `next` begins with a word that opens a sentence.
fn opens(next: &str) -> bool {
    let word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    OPENERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::goes_on;

    #[track_caller]
    fn check(before: &str, next: &str, expected: bool) {
        assert_eq!(goes_on(before, next), expected, "{before:?} before {next:?}");
    }

    #[test]
    fn titles_are_followed_by_names() {
        check("It was Mr", "The", true);
        check("He said No", "The clubs", false);
        check("He is No", "2", true);
    }

    #[test]
    fn others_go_on_before_what_opens_no_sentence() {
        check("Vale Corp", "Chairman Orla", true);
        check("Vale Corp", "The harbour", false);
        check("the U.S", "President", true);
        check("the U.S", "It", false);
    }

    #[test]
    fn words_are_none() {
        check("the harbour", "Orla", false);
        check("the café", "Orla", false);
        check("It is I", "Orla", false);
        check("", "Orla", false);
    }
}
