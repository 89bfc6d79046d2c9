//! What is wrong in a rule file, at its own place, with what to do about it.

use crate::fact::Place;
use crate::severity::Severity;

/// One thing that is wrong in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// An error keeps its fact out of the rules; a warning does not.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// Where.
    pub place: Place,
    /// What else to look at, such as the other of two duplicates.
    pub labels: Vec<Label>,
}

/// A second place that matters to a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What stands there.
    pub text: String,
}

impl Mistake {
    /// A mistake that keeps its fact out of the rules.
    pub fn error(place: Place, message: impl Into<String>) -> Mistake {
        Mistake { severity: Severity::Error, message: message.into(), help: None, place, labels: Vec::new() }
    }

    /// A mistake the rules can live with.
    pub fn warning(place: Place, message: impl Into<String>) -> Mistake {
        Mistake { severity: Severity::Warning, ..Mistake::error(place, message) }
    }

    /// The same mistake with what to do about it.
    pub fn help(mut self, text: impl Into<String>) -> Mistake {
        self.help = Some(text.into());
        self
    }

    /// The same mistake with a second place to look at.
    pub fn label(mut self, place: Place, text: impl Into<String>) -> Mistake {
        self.labels.push(Label { place, text: text.into() });
        self
    }

    /// Whether its fact is left out of the rules.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Words as a message lists them: "`a`, `b` or `c`".
pub fn any_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    listed(words, "or")
}

/// Words as a message lists them: "`a`, `b` and `c`".
pub fn all_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    listed(words, "and")
}

fn listed<'a>(words: impl IntoIterator<Item = &'a str>, joint: &str) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {joint} {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::all_of;
    use super::any_of;

    #[test]
    fn words_are_listed_as_people_list_them() {
        assert_eq!(any_of(["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(all_of(["a", "b"]), "`a` and `b`");
        assert_eq!(any_of(["a"]), "`a`");
        assert_eq!(any_of([]), "");
    }
}
