//! Somebody else in the place of a person.

use crate::claim::personal_name::is_same;
use crate::lint::mend::Words;
use crate::span::Span;

/// Persons that nobody knows, for articles that name no other one.
const STRANGERS: &[&str] = &["Robin Sample", "Alex Specimen"];

/// Others in the place of the person at `name`, who is written so: those `known`, then strangers.
pub(crate) fn all<'n>(written: &str, name: Span, known: impl Iterator<Item = &'n str>) -> Vec<Words> {
    let is_other = |other: &&str| other.contains(' ') && !is_same(written, other) && !is_same(other, written);
    let others = known.chain(STRANGERS.iter().copied()).filter(is_other);
    others.map(|other| Words { span: name, text: other.to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::span::Span;

    #[test]
    fn another_is_not_the_same_by_another_name() {
        let known = ["Ana M. Brandt", "Brandt", "Orvane", "Leo Vale"];
        let found = all("Ana Brandt", Span::new(0, 10), known.into_iter());
        let found: Vec<&str> = found.iter().map(|words| words.text.as_str()).collect();
        assert_eq!(found, ["Leo Vale", "Robin Sample", "Alex Specimen"]);
    }
}
