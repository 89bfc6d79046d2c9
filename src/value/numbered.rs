//! Names that go with a number which counts nothing: "Boeing 737", "iOS 18". They stand in `data/numbered/`.

use crate::value::gate::Gate;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Each name, and whether it needs a capital.
static NAMES: LazyLock<BTreeMap<&str, bool>> = LazyLock::new(|| {
    let rows = include_str!("../../data/numbered/names.tsv").lines();
    rows.filter_map(|row| row.split_once('\t')).map(|(name, case)| (name, case == "capital")).collect()
});

static GATE: LazyLock<Gate> =
    LazyLock::new(|| NAMES.keys().fold(Gate::of(&[]), |gate, name| gate.with(name)));

/// Whether a word, given in small letters, is such a name.
pub(crate) fn is_name(word: &str, is_capitalised: bool) -> bool {
    may_be(word) && NAMES.get(word).is_some_and(|needs_capital| is_capitalised || !needs_capital)
}

/// Whether a word, in any case of its letters, may be such a name.
pub(crate) fn may_be(word: &str) -> bool {
    GATE.admits(word) || !word.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::NAMES;
    use super::is_name;

    #[test]
    fn some_names_need_a_capital() {
        assert!(is_name("boeing", true) && is_name("iphone", false) && is_name("iphone", true));
        assert!(!is_name("fox", false) && !is_name("", true));
    }

    #[test]
    fn every_row_is_read() {
        let rows: Vec<&str> = include_str!("../../data/numbered/names.tsv").lines().collect();
        assert!(rows.is_sorted() && rows.len() == NAMES.len());
        assert!(rows.iter().all(|row| row.ends_with("\tcapital") || row.ends_with("\tany")));
    }
}
