//! Forms of a verb: those that follow from its base, and the nouns made of it.

/// Whether `word` is `base`, or a form of it: "recalls", "carried", "axing", "netted".
pub fn is_of(word: &str, base: &str) -> bool {
    let stem = base.strip_suffix(['e', 'y']).unwrap_or(base);
    let Some(ending) = behind(word, stem) else { return false };
    let endings: &[&str] = match base.as_bytes().last() {
        Some(b'e') => &["e", "es", "ed", "ing"],
        Some(b'y') => &["y", "ys", "yed", "ies", "ied", "ying"],
        _ => &["", "s", "es", "ed", "ing"],
    };
    let is_doubled =
        || ["ed", "ing"].iter().any(|end| ending.strip_suffix(end) == stem.get(stem.len() - 1..));
    endings.iter().any(|end| ending.eq_ignore_ascii_case(end)) || is_doubled()
}

/// Whether `word` is a form of the verb of which `past` is the past, or a noun made of it: "planted", "planting",
/// "deportation" of "deported", "delivery" of "delivered".
pub fn is_kin(word: &str, past: &str) -> bool {
    if word.eq_ignore_ascii_case(past) {
        return true;
    }
    let Some(stem) = past.strip_suffix("ied").or_else(|| past.strip_suffix("ed")) else { return false };
    let bytes = stem.as_bytes();
    let is_doubled =
        bytes.len() > 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2] && !stem.ends_with(['l', 's']);
    let stem = if is_doubled { &stem[..stem.len() - 1] } else { stem };
    let Some(ending) = behind(word, stem) else { return false };
    let ending = ending.strip_suffix('s').unwrap_or(ending);
    // "cars" is no form of "cared".
    let is_enough = stem.len() > 3 || stem.len() == 3 && !ending.is_empty();
    is_enough && NOUNS.iter().any(|noun| ending.eq_ignore_ascii_case(noun))
}

/// What follows the stem of a verb in its forms, and in the nouns made of it.
const NOUNS: &[&str] = &[
    "", "e", "y", "ed", "ied", "ing", "ies", "ion", "ation", "ication", "ment", "al", "ure", "ie", "er",
    "ance", "ning", "ting", "ping",
];

/// What stands behind `stem` in `word`, in whichever case.
fn behind<'w>(word: &'w str, stem: &str) -> Option<&'w str> {
    let head = word.get(..stem.len())?;
    head.eq_ignore_ascii_case(stem).then(|| &word[stem.len()..])
}

#[cfg(test)]
mod tests {
    use super::is_kin;
    use super::is_of;

    #[test]
    fn forms_are_known_by_their_base() {
        for (word, base) in [
            ("recalled", "recall"),
            ("Closing", "close"),
            ("carried", "carry"),
            ("netted", "net"),
            ("axes", "axe"),
            ("launches", "launch"),
        ] {
            assert!(is_of(word, base), "{word} of {base}");
        }
        for (word, base) in
            [("closet", "close"), ("planter", "plant"), ("nettle", "net"), ("ship", "shipment")]
        {
            assert!(!is_of(word, base), "{word} of {base}");
        }
    }

    #[test]
    fn nouns_are_known_by_the_past_of_their_verb() {
        for (word, past) in [
            ("deportation", "deported"),
            ("Planting", "planted"),
            ("delivery", "delivered"),
            ("recalls", "recalled"),
            ("disqualification", "disqualified"),
            ("training", "trained"),
            ("closure", "closed"),
            ("won", "won"),
        ] {
            assert!(is_kin(word, past), "{word} of {past}");
        }
        for (word, past) in [("planets", "planted"), ("trail", "trained"), ("cars", "cared"), ("one", "won")]
        {
            assert!(!is_kin(word, past), "{word} of {past}");
        }
    }
}
