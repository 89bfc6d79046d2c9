//! Helpers of the tests of this folder: a configuration in, settings or mistakes out.

use crate::config::Config;
use crate::config::load;
use crate::fact::RuleFile;

fn loaded(text: &str) -> load::Loaded {
    load::text(RuleFile::new("factlint.toml", text.to_owned()))
}

/// The settings of a configuration without a mistake.
#[track_caller]
pub fn config(text: &str) -> Config {
    let loaded = loaded(text);
    assert_eq!(loaded.mistakes, []);
    loaded.config
}

/// Checks that a configuration has exactly these mistakes: their words, message and help; of a help that
/// ends in "…" the beginning.
#[track_caller]
pub fn check(text: &str, expected: &[(&str, &str, &str)]) {
    let loaded = loaded(text);
    assert_eq!(loaded.mistakes.len(), expected.len(), "{:#?}", loaded.mistakes);
    for (mistake, (words, message, help)) in loaded.mistakes.iter().zip(expected) {
        let found = mistake.help.as_deref().unwrap_or_default();
        let is_help = help.strip_suffix('…').map_or(found == *help, |beginning| found.starts_with(beginning));
        assert_eq!((mistake.place.span.of(text), mistake.message.as_str()), (*words, *message));
        assert!(is_help, "{found}");
    }
}
