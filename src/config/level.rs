//! How much the findings of a check or a verdict matter: `[checks]`.

use crate::code::Code;
use crate::config::root::Paths;
use crate::fact::Place;
use crate::fact::mistake::Mistake;
use crate::fact::nearest::hint;
use crate::fact::nearest::nearest;
use crate::fact::raw::Node;
use crate::fact::raw::Pair;
use crate::fact::table::no_choice;
use crate::fact::table::text_of;
use crate::severity::Severity;
use crate::verdict::Verdict;
use std::path::Path;

/// The words for a severity, and for none.
pub const SEVERITIES: &[(&str, Option<Severity>)] = &[
    ("error", Some(Severity::Error)),
    ("warning", Some(Severity::Warning)),
    ("info", Some(Severity::Info)),
    ("off", None),
];

/// How much the findings of one check or verdict matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The check or verdict.
    pub name: &'static str,
    /// How much it matters; `None` is off.
    pub severity: Option<Severity>,
    /// Where it is said.
    pub place: Place,
}

/// What `[[overrides]]` says of some articles.
#[derive(Clone, Debug)]
pub struct Override {
    /// The articles.
    pub paths: Paths,
    /// How much checks matter there.
    pub levels: Vec<Level>,
    /// The day at which they are judged.
    pub as_of: Option<jiff::civil::Date>,
    /// Where it stands.
    pub place: Place,
}

/// Verdicts whose findings may be made to matter more or less.
const VERDICTS: &[Verdict] = &[
    Verdict::Contradicts,
    Verdict::Outdated,
    Verdict::Imprecise,
    Verdict::Attributed,
    Verdict::Doubtful,
    Verdict::Denies,
    Verdict::Undecided,
];

/// The checks and verdicts that may be set: all but what says that something could not be checked, and
/// `fact`, whose severity every fact has for itself.
pub fn names() -> impl Iterator<Item = &'static str> {
    let is_settable = |code: &&Code| !code.is_failure() && !matches!(code, Code::Fact | Code::Impact);
    let codes = Code::ALL.iter().filter(is_settable).map(|code| code.name());
    codes.chain(VERDICTS.iter().map(|verdict| verdict.name()))
}

/// The check or verdict called `name`.
pub fn known(name: &str) -> Option<&'static str> {
    names().find(|known| *known == name)
}

/// Reads a table of checks with their severities.
pub fn read(node: &Node, mistakes: &mut Vec<Mistake>) -> Vec<Level> {
    let pairs = node.pairs().unwrap_or(&[]);
    pairs.iter().filter_map(|pair| one(pair).map_err(|mistake| mistakes.push(mistake)).ok()).collect()
}

fn one(pair: &Pair) -> Result<Level, Mistake> {
    let name = known(&pair.key).ok_or_else(|| unknown(pair))?;
    let text = text_of(&pair.node, &pair.key)?;
    let found = SEVERITIES.iter().find(|(word, _)| *word == text.text);
    let words: Vec<&str> = SEVERITIES.iter().map(|(word, _)| *word).collect();
    let (_, severity) = found.ok_or_else(|| no_choice(&text, &pair.key, &words))?;
    Ok(Level { name, severity: *severity, place: pair.place })
}

fn unknown(pair: &Pair) -> Mistake {
    let mistake = Mistake::error(pair.place, format!("there is no check or verdict `{}` to set", pair.key));
    if pair.key == Code::Fact.name() {
        return mistake.help("every fact says for itself how much it matters: severity = \"warning\"");
    }
    let all = "`factlint explain` lists them all";
    mistake.help(hint(nearest(&pair.key, names()), all))
}

/// How much `name` matters in the article at `path`, as the overrides have it, the last one first.
pub fn overridden<'o>(overrides: &'o [Override], name: &str, path: &Path) -> Option<&'o Level> {
    let mine = overrides.iter().rev().filter(|one| one.levels.iter().any(|level| level.name == name));
    let found = mine.into_iter().find(|one| one.paths.matches(path))?;
    found.levels.iter().find(|level| level.name == name)
}
