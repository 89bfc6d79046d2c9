//! Every key of the configuration file: what it may hold and what it means.
//!
//! `factlint config`, the JSON Schema and the list of known keys in messages are all made of this table.

use crate::config::level;
use crate::explain;
use crate::fact;

/// What a key may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Text.
    Text,
    /// A list of texts.
    Texts,
    /// Text, or a list of texts.
    TextOrTexts,
    /// A date.
    Day,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Whole,
    /// Text such as `"4MiB"`, or a number of bytes.
    Size,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A table of checks with their severities.
    Levels,
    /// A cue's word, as the lexicon has them.
    Cue,
}

/// One key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key with its table before it: `overrides.paths`.
    pub path: &'static str,
    /// What it may hold.
    pub shape: Shape,
    /// What holds where it is not set, as it would be written; empty where nothing does.
    pub default: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

impl Key {
    /// A line to copy.
    pub fn example(&self) -> &'static str {
        fact::keys::example(self.path.rsplit('.').next().unwrap_or_default())
    }
}

/// A table of the file.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// Whether there may be many of it, each under a header of two brackets.
    pub is_many: bool,
    /// The keys it must have.
    pub needed: &'static [&'static str],
    /// What it is for.
    pub meaning: &'static str,
}

/// The words for a severity, and for none.
const SEVERITIES: &[&str] = &["error", "warning", "info", "off"];

const fn key(path: &'static str, shape: Shape, default: &'static str, meaning: &'static str) -> Key {
    Key { path, shape, default, meaning }
}

/// The tables, in the order in which a file is best written.
pub const PARTS: &[Part] = &[
    Part {
        name: "checks",
        is_many: false,
        needed: &[],
        meaning: "How much the findings of a check or verdict matter: error, warning, info, or off",
    },
    Part {
        name: "overrides",
        is_many: true,
        needed: &["paths"],
        meaning: "What is otherwise for some articles",
    },
    Part {
        name: "ignore",
        is_many: true,
        needed: &["path", "fact", "reason"],
        meaning: "Findings that somebody looked at and wants to leave",
    },
    Part {
        name: "context",
        is_many: false,
        needed: &[],
        meaning: "How an article's way of saying things counts",
    },
    Part {
        name: "cues",
        is_many: true,
        needed: &["id", "effect", "phrases"],
        meaning: "Words of your own that deny, hedge, attribute or take back",
    },
];

/// The keys, in the order in which a file is best written.
pub const KEYS: &[Key] = &[
    key(
        "required-version",
        Shape::Text,
        "",
        "The versions of factlint that may read this file; another one stops with exit code 2",
    ),
    key(
        "extends",
        Shape::TextOrTexts,
        "",
        "Other configuration files, read before this one; what this one says counts more",
    ),
    key("rules", Shape::Texts, r#"["rules/**/*.toml"]"#, "Where the rule files are; --rules goes before it"),
    key("include", Shape::Texts, r#"["."]"#, "The articles that are checked where the command names none"),
    key(
        "exclude",
        Shape::Texts,
        "[]",
        "Articles that are left out when folders are searched; with --force-exclude, named ones too",
    ),
    key(
        "fail-on",
        Shape::Word(&["error", "warning", "info", "never"]),
        r#""error""#,
        "The least severity that makes the exit code 1",
    ),
    key(
        "max-file-size",
        Shape::Size,
        r#""16MiB""#,
        "The largest file that is read as one article; 16MiB at most",
    ),
    key("default-date", Shape::Day, "", "The date of articles that carry none"),
    key(
        "baseline",
        Shape::Text,
        "",
        "The file of accepted findings, as `factlint baseline create` writes it",
    ),
    key("overrides.paths", Shape::Texts, "", "The articles that are meant"),
    key("overrides.checks", Shape::Levels, "", "How much checks matter in them"),
    key("overrides.as-of", Shape::Day, "", "The day at which they are judged"),
    key(
        "ignore.path",
        Shape::Text,
        "",
        "The article, or a pattern for several; ARTICLES.jsonl#ID is one of JSON lines",
    ),
    key("ignore.fact", Shape::Text, "", "The fact or check whose findings are left"),
    key(
        "ignore.text",
        Shape::Text,
        "",
        "Words of the article that the finding must touch; without them all of the article is meant",
    ),
    key("ignore.reason", Shape::Text, "", "Why"),
    key("ignore.expires", Shape::Day, "", "The last day on which it holds"),
    key("context.disable", Shape::Texts, "[]", "Groups of cues that are switched off"),
    key(
        "context.truth-beside",
        Shape::Word(&["off", "warnings", "all"]),
        r#""warnings""#,
        "Which wrong values become notes where the same sentence asserts the true one",
    ),
    key("cues.id", Shape::Text, "", "A name of your own for the group"),
    key("cues.effect", Shape::Cue, "", "What the words do to a claim"),
    key("cues.claims", Shape::Cue, r#""after""#, "Where the claims stand that they reach"),
    key("cues.stops", Shape::Texts, "[]", "What ends their reach"),
    key(
        "cues.furthest",
        Shape::Whole,
        "0",
        "The greatest number of words between them and the claim; 0 is any",
    ),
    key("cues.attributive", Shape::Flag, "false", "Whether they reach what is taken for granted too"),
    key("cues.escapes", Shape::Flag, "false", "Whether they reach out of brackets and clauses"),
    key("cues.nature", Shape::Cue, "", "The only nature of facts they speak of"),
    key("cues.needs", Shape::Cue, "", "What else must be there"),
    key("cues.sentences", Shape::Whole, "0", "How many sentences back they reach"),
    key("cues.phrases", Shape::Texts, "", "The words"),
    key("cues.shields", Shape::Text, "", "A sentence in which they decide about the claim between « and »"),
    key("cues.not", Shape::Text, "", "A sentence in which they do not"),
];

/// What a check is set to by, with what it comes with.
pub fn levels() -> impl Iterator<Item = Key> {
    level::names().map(|name| Key {
        path: name,
        shape: Shape::Word(SEVERITIES),
        default: usual(name),
        meaning: explain::all().find(|page| page.name == name).map_or("", |page| page.title()),
    })
}

/// The severities that checks come with, where it is one for all their findings.
pub const USUAL: &[(&str, &str)] = &[
    ("arithmetic", r#""warning""#),
    ("weekday", r#""error""#),
    ("disagreement", r#""off""#),
    ("quote-drift", r#""off""#),
    ("fact-overdue", r#""warning""#),
    ("unused-ignore", r#""warning""#),
    ("stale-baseline", r#""warning""#),
];

fn usual(name: &str) -> &'static str {
    USUAL.iter().find(|(known, _)| *known == name).map_or("", |(_, severity)| severity)
}

/// The keys of a table, without it; of the whole file for an empty name.
pub fn of(part: &str) -> impl Iterator<Item = Key> {
    KEYS.iter().filter_map(move |key| {
        let name = match key.path.split_once('.') {
            Some((table, name)) => (table == part).then_some(name),
            None => part.is_empty().then_some(key.path),
        };
        name.map(|name| Key { path: name, ..*key })
    })
}

/// The keys at the top of the file, its tables included.
pub fn top() -> Vec<&'static str> {
    of("").map(|key| key.path).chain(PARTS.iter().map(|part| part.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::KEYS;
    use super::USUAL;
    use super::level;
    use crate::config::exemption;

    #[test]
    fn every_key_has_a_line_to_copy() {
        for key in KEYS {
            assert!(!key.example().is_empty(), "{}", key.path);
        }
    }

    #[test]
    fn the_keys_of_an_exemption_are_those_of_the_table() {
        let found: Vec<&str> = super::of("ignore").map(|key| key.path).collect();
        assert_eq!(found, exemption::KEYS);
    }

    #[test]
    fn what_has_a_usual_severity_is_a_check() {
        assert!(USUAL.iter().all(|(name, _)| level::known(name).is_some()));
    }
}
