//! The keys a fact may have: which kinds they belong to, and a line an editor can copy.

use crate::fact::mistake::Mistake;
use crate::fact::mistake::any_of;
use crate::fact::nearest::hint;
use crate::fact::nearest::nearest;
use crate::fact::raw::Pair;

/// A key of a fact.
struct Key {
    name: &'static str,
    kinds: &'static [&'static str],
    example: &'static str,
}

/// The kinds of facts.
pub const KINDS: &[&str] = EVERY;

const EVERY: &[&str] = &["count", "measure", "date", "term", "role", "quote", "name", "statement"];
const CHANGING: &[&str] = &["count", "measure", "date", "term", "role"];

const fn every(name: &'static str, example: &'static str) -> Key {
    Key { name, kinds: EVERY, example }
}

const fn of(kinds: &'static [&'static str], name: &'static str, example: &'static str) -> Key {
    Key { name, kinds, example }
}

/// In the order in which a fact is best written.
const KEYS: &[Key] = &[
    every("each", r#"each = "clubs.csv""#),
    every("id", r#"id = "league-clubs""#),
    every("says", r#"says = "The Harbour League has 12 clubs""#),
    every("kind", r#"kind = "count""#),
    every("subject", r#"subject = "league""#),
    every("epithets", r#"epithets = ["the deal"]"#),
    every("attribute", r#"attribute = ["club", "team"]"#),
    every("value", ""),
    of(CHANGING, "timeline", "timeline = [{ value = 12, from = 2026-03-04 }]"),
    of(CHANGING, "watch", "watch = true"),
    of(&["measure"], "change", r#"change = "up""#),
    of(&["measure"], "per", r#"per = "month""#),
    of(&["date"], "slack-days", "slack-days = 1"),
    of(&["term"], "same", r#"same = ["open"]"#),
    of(&["term"], "rivals", r#"rivals = ["closed", "shut"]"#),
    of(&["role"], "title", r#"title = ["chair", "chairwoman"]"#),
    of(&["role"], "exclusive", "exclusive = true"),
    of(&["quote"], "speaker", r#"speaker = "mayor""#),
    of(&["name"], "never", r#"never = ["Jon Smyth"]"#),
    of(&["name"], "typos", "typos = true"),
    of(&["statement"], "patterns", r#"patterns = ["the mayor (agreed|consented)"]"#),
    of(&["statement"], "holds", "holds = false"),
    every("nature", r#"nature = "event""#),
    every("requires", r#"requires = ["league", "stadium"]"#),
    every("severity", r#"severity = "warning""#),
    every("evolving", "evolving = true"),
    every("fix", r#"fix = "safe""#),
    every("source", r#"source = { url = "https://example.org", read-on = 2026-03-04 }"#),
    every("review-by", "review-by = 2027-03-01"),
    every("draft", "draft = true"),
    every("tags", r#"tags = ["sport"]"#),
    every("owner", r#"owner = "sports desk""#),
    every("note", r#"note = "ask the league each spring""#),
    every("accept", r#"accept = ["The league's 12 clubs met."]"#),
    every("reject", r#"reject = ["The league has «11» clubs."]"#),
];

/// Lines to copy for the keys of the tables inside and beside a fact.
const EXAMPLES: &[(&str, &str)] = &[
    ("names", r#"names = ["Harbour League", "League"]"#),
    ("from", "from = 2026-03-04"),
    ("until", "until = 2026-03-04"),
    ("url", r#"url = "https://example.org""#),
    ("excerpt", r#"excerpt = "The league has 12 clubs.""#),
    ("read-on", "read-on = 2026-03-04"),
    ("date", "date = 2026-03-04"),
    ("text", r#"text = "The league has 12 clubs.""#),
    // Of the configuration.
    ("rules", r#"rules = ["rules/**/*.toml"]"#),
    ("include", r#"include = ["articles/**/*.md"]"#),
    ("exclude", r#"exclude = ["articles/drafts/**"]"#),
    ("fail-on", r#"fail-on = "warning""#),
    ("max-file-size", r#"max-file-size = "4MiB""#),
    ("default-date", "default-date = 2026-03-04"),
    ("baseline", r#"baseline = "factlint-baseline.json""#),
    ("extends", r#"extends = "../desk/factlint.toml""#),
    ("required-version", r#"required-version = ">=0.1""#),
    ("paths", r#"paths = ["archive/2022/**"]"#),
    ("checks", r#"checks = { arithmetic = "off" }"#),
    ("as-of", "as-of = 2022-12-31"),
    ("path", r#"path = "articles/first.txt""#),
    ("fact", r#"fact = "league-clubs""#),
    ("reason", r#"reason = "a slip we reported""#),
    ("expires", "expires = 2027-01-01"),
    ("disable", r#"disable = ["hedge.phrase"]"#),
    ("truth-beside", r#"truth-beside = "warnings""#),
    ("effect", r#"effect = "rumour""#),
    ("claims", r#"claims = "before""#),
    ("stops", r#"stops = ["comma"]"#),
    ("furthest", "furthest = 6"),
    ("attributive", "attributive = true"),
    ("escapes", "escapes = true"),
    ("needs", r#"needs = "report""#),
    ("sentences", "sentences = 2"),
    ("phrases", r#"phrases = ["word on the quay (is|was) that"]"#),
    ("shields", r#"shields = "Word on the quay is that the club has «11» boats.""#),
    ("not", r#"not = "The club on the quay has «11» boats.""#),
];

/// All keys of facts, each with the kinds it belongs to and a line to copy.
pub fn all() -> impl Iterator<Item = (&'static str, &'static [&'static str], &'static str)> {
    KEYS.iter().map(|key| (key.name, key.kinds, key.example))
}

/// The keys that facts may have, in the order in which a fact is best written.
pub fn names() -> impl Iterator<Item = &'static str> {
    KEYS.iter().map(|key| key.name)
}

/// A line with `key` that an editor can copy; empty where there is none that suits all.
pub fn example(key: &str) -> &'static str {
    let fact = KEYS.iter().map(|known| (known.name, known.example));
    let found = fact.chain(EXAMPLES.iter().copied()).find(|(name, _)| *name == key);
    found.map_or("", |(_, example)| example)
}

/// What is wrong with a key that was not read; nothing where the kind is not known and it may be right.
pub fn misplaced(pair: &Pair, kind: Option<&str>, name: &str) -> Option<Mistake> {
    let Some(known) = KEYS.iter().find(|known| known.name == pair.key) else {
        return Some(unknown(pair, kind, name));
    };
    let kind = kind?;
    let message = format!("`{}` does not belong in a fact of kind `{kind}`", pair.key);
    let kinds = any_of(known.kinds.iter().copied());
    let help = format!("it belongs in facts of kind {kinds}: remove it, or change `kind`");
    Some(Mistake::error(pair.place, message).help(help))
}

fn unknown(pair: &Pair, kind: Option<&str>, name: &str) -> Mistake {
    let suits = |key: &&Key| kind.is_none_or(|kind| key.kinds.contains(&kind));
    let candidates: Vec<&str> = KEYS.iter().filter(suits).map(|key| key.name).collect();
    // A misspelt key of another kind is still worth naming.
    let meant = nearest(&pair.key, candidates.iter().copied())
        .or_else(|| nearest(&pair.key, KEYS.iter().map(|key| key.name)));
    let all = format!("a fact may have {}", any_of(candidates));
    let mistake = Mistake::error(pair.place, format!("{name} has an unknown key `{}`", pair.key));
    mistake.help(hint(meant, if meant.is_some() { "" } else { &all }))
}

#[cfg(test)]
mod tests {
    use super::EVERY;
    use super::KEYS;
    use super::example;

    #[test]
    fn every_example_begins_with_its_key() {
        for key in KEYS.iter().filter(|key| key.name != "value") {
            assert!(example(key.name).starts_with(&format!("{} = ", key.name)), "{}", key.name);
        }
    }

    #[test]
    fn every_kind_of_a_key_is_a_kind() {
        assert!(KEYS.iter().flat_map(|key| key.kinds).all(|kind| EVERY.contains(kind)));
    }
}
