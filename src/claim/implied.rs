//! Verbs that name an attribute by what is done: whoever "took in" a sum had it as revenue.

/// Attributes, and the verbs that say the same of a figure. Only verbs that hardly mean anything else beside a
/// sum of money stand here: "made" and "earned" tell of profit as often as of revenue.
const VERBS: &[(&[&str], &[&str])] = &[(
    &["revenue", "revenues", "sales", "turnover", "takings"],
    &["took in", "takes in", "raked in", "rakes in", "turned over", "turns over"],
)];

/// The attributes of a fact, and the verbs that name one of them.
pub fn all(attributes: &[String]) -> Vec<String> {
    let has =
        |names: &[&str]| attributes.iter().any(|own| names.iter().any(|name| own.eq_ignore_ascii_case(name)));
    let implied = VERBS.iter().filter(|(names, _)| has(names)).flat_map(|(_, verbs)| verbs.iter());
    attributes.iter().cloned().chain(implied.map(|verb| (*verb).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::all;

    #[test]
    fn a_verb_stands_for_the_attribute_it_names() {
        assert!(all(&["sales".to_owned()]).contains(&"took in".to_owned()));
        assert_eq!(all(&["height".to_owned()]), ["height"]);
    }
}
