//! Numbers below a thousand in words.

const ONES: &[&str] = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];
const TENS: &[&str] = &["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number in words, as in "two hundred thirty-one"; `None` from a thousand on.
pub fn number(number: usize) -> Option<String> {
    match (number / 100, number % 100) {
        (0, rest) => Some(below_hundred(rest)),
        (hundreds @ 1..=9, 0) => Some(format!("{} hundred", ONES[hundreds])),
        (hundreds @ 1..=9, rest) => Some(format!("{} hundred {}", ONES[hundreds], below_hundred(rest))),
        _ => None,
    }
}

fn below_hundred(number: usize) -> String {
    match (number / 10, number % 10) {
        (0 | 1, _) => ONES[number].to_owned(),
        (tens, 0) => TENS[tens].to_owned(),
        (tens, ones) => format!("{}-{}", TENS[tens], ONES[ones]),
    }
}

/// How many bytes at the front of `text` are a number in words that [`number`] could have written, "and"
/// between hundreds and the rest allowed.
pub fn len(text: &str) -> usize {
    let is_number = |word: &str| {
        let word = word.to_ascii_lowercase();
        word == "hundred" || ONES.contains(&word.as_str()) || TENS[2..].contains(&word.as_str())
    };
    let mut end = 0;
    let mut at = 0;
    for word in text.split_inclusive([' ', '-']) {
        let letters = word.trim_end_matches([' ', '-']);
        if is_number(letters) {
            end = at + letters.len();
        } else if !letters.eq_ignore_ascii_case("and") || end == 0 {
            break;
        }
        at += word.len();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::len;
    use super::number;

    #[test]
    fn numbers_are_spelled() {
        for (value, words) in [
            (0, "zero"),
            (12, "twelve"),
            (20, "twenty"),
            (32, "thirty-two"),
            (100, "one hundred"),
            (295, "two hundred ninety-five"),
        ] {
            assert_eq!(number(value).as_deref(), Some(words));
        }
        assert_eq!(number(1000), None);
    }

    #[test]
    fn the_number_at_the_front_is_measured() {
        for (text, words) in [
            ("thirty-one-member", "thirty-one"),
            ("Two hundred and five clubs", "Two hundred and five"),
            ("nine and a half", "nine"),
            ("dozen", ""),
            ("", ""),
        ] {
            assert_eq!(&text[..len(text)], words, "{text:?}");
        }
    }

    #[test]
    fn each_number_is_measured_whole() {
        for value in 0..1000 {
            let words = number(value).expect("below a thousand");
            assert_eq!(len(&words), words.len());
        }
    }
}
