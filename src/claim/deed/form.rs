//! Forms of a verb: those that follow from its base, and the nouns made of it.

use crate::claim::inflect;

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
/// "deportation" of "deported", "delivery" of "delivered", "broken" of "broke".
pub fn is_kin(word: &str, past: &str) -> bool {
    let base = inflect::verb_of(past);
    word.eq_ignore_ascii_case(past)
        || base.is_some_and(|base| is_of(word, base) || inflect::verb_of(word) == Some(base))
        || is_regular_kin(word, past)
}

fn is_regular_kin(word: &str, past: &str) -> bool {
    if let Some(stem) = past.strip_suffix("ied") {
        return is_of(word, &format!("{stem}y")) || is_noun(word, stem);
    }
    let Some(stem) = past.strip_suffix("ed") else { return false };
    // "planned" is of "plan", "staffed" of "staff".
    let single = stem.char_indices().next_back().map_or("", |(at, _)| &stem[..at]);
    let is_doubled = single.ends_with(&stem[single.len()..]);
    let is_plain = is_of(word, stem) || is_of(word, &format!("{stem}e")) || is_noun(word, stem);
    // "cars" is no form of "cared".
    let is_short = stem.len() <= 3 && word.len() <= stem.len() + 1;
    !is_short && is_plain || is_doubled && is_of(word, single)
}

/// Whether a word is a noun made of the verb with the stem `stem`.
fn is_noun(word: &str, stem: &str) -> bool {
    let ending = behind(word, stem).map(|ending| ending.strip_suffix('s').unwrap_or(ending));
    stem.len() > 3 && ending.is_some_and(|ending| NOUNS.iter().any(|noun| ending.eq_ignore_ascii_case(noun)))
}

/// What follows the stem of a verb in the nouns made of it, from the shortest.
const NOUNS: &[&str] = &["y", "ie", "al", "er", "ion", "ure", "ment", "ance", "ation", "ication"];

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
            ("broken", "broke"),
            ("teaches", "taught"),
            ("ferries", "ferried"),
            ("staffing", "staffed"),
            ("transferring", "transferred"),
        ] {
            assert!(is_kin(word, past), "{word} of {past}");
        }
        for (word, past) in [
            ("planets", "planted"),
            ("trail", "trained"),
            ("cars", "cared"),
            ("one", "won"),
            ("caring", "carried"),
        ] {
            assert!(!is_kin(word, past), "{word} of {past}");
        }
    }
}
