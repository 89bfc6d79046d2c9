//! "Did you mean": the word a misspelt one was probably meant to be.

use strsim::damerau_levenshtein;

/// The candidate nearest to `word`, if one is near enough to be meant; the first of equals.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    let distance = |candidate: &&str| damerau_levenshtein(&lower, &candidate.to_lowercase());
    let limit = most_slips(word);
    let near = candidates.into_iter().filter(|candidate| is_near_in_length(word, candidate, limit));
    near.map(|candidate| (distance(&candidate), candidate))
        .filter(|(slips, _)| *slips <= limit)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, candidate)| candidate)
}

/// Whether two words differ by one letter, or by two letters that changed places.
pub fn is_one_slip(word: &str, other: &str) -> bool {
    damerau_levenshtein(word, other) == 1
}

/// A short word may be off by one letter, a long one by a third of them.
fn most_slips(word: &str) -> usize {
    (word.chars().count() / 3).clamp(1, 4)
}

/// The cheap question first: words that differ this much in length need more slips than allowed.
fn is_near_in_length(word: &str, candidate: &str, limit: usize) -> bool {
    word.chars().count().abs_diff(candidate.chars().count()) <= limit
}

/// "did you mean `word`?" and what else there is to say, whichever of the two there is.
pub fn hint(meant: Option<&str>, otherwise: &str) -> String {
    match meant {
        Some(word) if otherwise.is_empty() => format!("did you mean `{word}`?"),
        Some(word) => format!("did you mean `{word}`? {otherwise}"),
        None => otherwise.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(nearest(word, ["subject", "epithets", "attribute", "says", "id"]), expected);
    }

    #[test]
    fn a_slip_finds_its_word() {
        check("subjcet", Some("subject"));
        check("atribute", Some("attribute"));
        check("Say", Some("says"));
        check("ID", Some("id"));
    }

    #[test]
    fn another_word_finds_nothing() {
        check("colour", None);
        check("", None);
    }
}
