//! What a user picks findings by: a check, a verdict, a fact, a pattern of facts, a tag, or all.

use crate::code::Code;
use crate::fact::Rules;
use crate::fact::nearest::nearest;
use crate::verdict::Verdict;
use glob::Pattern;
use std::collections::HashSet;

/// What stands for everything.
const ALL: &str = "ALL";
/// What stands before a tag.
const TAG: &str = "tag:";

/// What a user picks findings by, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// Everything.
    All,
    /// A check or verdict.
    Name(&'static str),
    /// The facts with this tag.
    Tag(String),
    /// The facts whose ids match.
    Glob(Pattern),
    /// The fact with this id.
    Fact(String),
}

impl Selector {
    /// Reads a selector; every text is one.
    pub fn read(text: &str) -> Selector {
        if text == ALL {
            return Selector::All;
        }
        if let Some(name) = names().find(|name| *name == text) {
            return Selector::Name(name);
        }
        if let Some(tag) = text.strip_prefix(TAG) {
            return Selector::Tag(tag.to_owned());
        }
        match Pattern::new(text) {
            Ok(pattern) if text.contains(['*', '?', '[']) => Selector::Glob(pattern),
            _ => Selector::Fact(text.to_owned()),
        }
    }

    /// How narrow it is: of two that speak of the same, the narrower one counts.
    pub fn rank(&self) -> usize {
        match self {
            Selector::All => 0,
            Selector::Name(_) => 1,
            Selector::Glob(_) => 2,
            Selector::Tag(_) => 3,
            Selector::Fact(_) => 4,
        }
    }
}

/// All checks and verdicts.
pub fn names() -> impl Iterator<Item = &'static str> {
    let codes = Code::ALL.iter().map(|code| code.name());
    codes.chain(Verdict::ALL.iter().map(|verdict| verdict.name()))
}

/// What several selectors pick from the rules of a run.
#[derive(Clone, Debug, Default)]
pub struct Picked {
    is_all: bool,
    names: HashSet<&'static str>,
    facts: HashSet<String>,
}

/// A selector that picks nothing, with what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The selector as it was written.
    pub text: String,
    /// What was probably meant.
    pub meant: Option<String>,
}

impl Picked {
    /// What `texts` pick from `rules`.
    ///
    /// # Errors
    /// The first selector that picks nothing.
    pub fn new(texts: &[String], rules: &Rules) -> Result<Picked, Unknown> {
        let mut picked = Picked::default();
        for text in texts {
            match Selector::read(text) {
                Selector::All => picked.is_all = true,
                Selector::Name(name) => {
                    picked.names.insert(name);
                }
                selector => picked.facts.extend(facts(&selector, text, rules)?),
            }
        }
        Ok(picked)
    }

    /// Whether a finding of this check, verdict and fact is picked.
    pub fn holds(&self, code: Code, verdict: &str, fact: Option<&str>) -> bool {
        self.is_all
            || self.names.contains(code.name())
            || self.names.contains(verdict)
            || fact.is_some_and(|fact| self.facts.contains(fact))
    }

    /// Whether a fact is picked by its id.
    pub fn holds_fact(&self, id: &str) -> bool {
        self.facts.contains(id)
    }
}

/// The ids of the facts that `selector`, written as `text`, picks.
///
/// # Errors
/// A selector that picks nothing.
fn facts(selector: &Selector, text: &str, rules: &Rules) -> Result<Vec<String>, Unknown> {
    let is_picked = |id: &str, tags: &[String]| match selector {
        Selector::Tag(tag) => tags.contains(tag),
        Selector::Glob(pattern) => pattern.matches(id),
        Selector::Fact(fact) => id == fact,
        Selector::All | Selector::Name(_) => false,
    };
    let picked = rules.facts.iter().filter(|fact| is_picked(&fact.id, &fact.tags));
    let ids: Vec<String> = picked.map(|fact| fact.id.clone()).collect();
    if ids.is_empty() { Err(Unknown { text: text.to_owned(), meant: meant(text, rules) }) } else { Ok(ids) }
}

fn meant(text: &str, rules: &Rules) -> Option<String> {
    let tags = rules.facts.iter().flat_map(|fact| fact.tags.iter()).map(|tag| format!("{TAG}{tag}"));
    let ids = rules.facts.iter().map(|fact| fact.id.clone());
    let all: Vec<String> = names().map(str::to_owned).chain(ids).chain(tags).collect();
    nearest(text, all.iter().map(String::as_str)).map(str::to_owned)
}
