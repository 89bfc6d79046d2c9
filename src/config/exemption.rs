//! `[[ignore]]`: findings that somebody looked at and wants to leave, in articles where no comment can stand.
//!
//! An exemption is tied to words, so it survives lines that come and go above it.

use crate::config::root::Paths;
use crate::config::root::Root;
use crate::fact::Place;
use crate::fact::mistake::Mistake;
use crate::fact::sections::Section;
use crate::fact::table::Table;
use crate::fact::table::Text;
use crate::span::Span;
use jiff::civil::Date;
use regex::Regex;
use std::path::Path;

/// Findings to be left out of the count.
#[derive(Clone, Debug)]
pub struct Exemption {
    /// The articles.
    pub paths: Paths,
    /// The fact or check.
    pub fact: Text,
    /// The words that a finding must touch; any, where there are none.
    pub words: Option<Words>,
    /// Why.
    pub reason: String,
    /// The last day on which it holds.
    pub expires: Option<Date>,
    /// Where it stands.
    pub place: Place,
}

/// Words of an article, whatever the space between them.
#[derive(Clone, Debug)]
pub struct Words {
    /// As they were written.
    pub text: String,
    pattern: Regex,
}

impl Words {
    /// The words of `text`.
    fn new(text: &str) -> Option<Words> {
        let words: Vec<String> = text.split_whitespace().map(regex::escape).collect();
        let pattern = Regex::new(&words.join(r"\s+")).ok()?;
        Some(Words { text: text.to_owned(), pattern })
    }

    /// Whether `span` of `text` touches them.
    pub fn touch(&self, text: &str, span: Span) -> bool {
        let mut found = self.pattern.find_iter(text);
        found.any(|words| words.start() < span.end().max(span.start() + 1) && span.start() < words.end())
    }
}

impl Exemption {
    /// Whether it speaks of the article at `path`, or of the article `id` of it.
    pub fn is_for(&self, path: &Path, id: Option<&str>) -> bool {
        let named = id.map(|id| format!("{}#{id}", path.to_string_lossy()));
        self.paths.matches(path) || named.is_some_and(|named| self.paths.matches(Path::new(&named)))
    }

    /// Whether it holds no longer.
    pub fn has_expired(&self, today: Date) -> bool {
        self.expires.is_some_and(|last| last < today)
    }
}

/// The keys of an exemption.
pub const KEYS: &[&str] = &["path", "fact", "text", "reason", "expires"];

/// Reads the exemptions that have no mistake.
pub fn read(sections: &[Section], root: &Root, mistakes: &mut Vec<Mistake>) -> Vec<Exemption> {
    let mut found = Vec::new();
    for section in sections.iter().filter(|section| !section.is_spoilt) {
        let Some(mut table) = Table::new(&section.node, "this [[ignore]]") else { continue };
        let exemption = one(&mut table, root);
        let own = table.close(KEYS);
        found.extend(exemption.filter(|_| own.is_empty()));
        mistakes.extend(own);
    }
    found
}

fn one(table: &mut Table<'_>, root: &Root) -> Option<Exemption> {
    let path = table.needed_text("path");
    let fact = table.needed_text("fact");
    let text = table.text("text");
    let reason = table.needed_text("reason");
    let expires = table.day("expires");
    let mut paths = Paths::new(root);
    let added = paths.add(&path.as_ref()?.text);
    if let Err(error) = added {
        table.report(Mistake::error(path?.place, format!("`path` is no pattern: {error}")));
        return None;
    }
    let words = text.and_then(|text| Words::new(&text.text));
    Some(Exemption { paths, fact: fact?, words, reason: reason?.text, expires, place: table.place })
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::span::Span;

    #[track_caller]
    fn check(words: &str, text: &str, found: &str, expected: bool) {
        let at = text.find(found).unwrap();
        assert_eq!(Words::new(words).unwrap().touch(text, Span::new(at, at + found.len())), expected);
    }

    #[test]
    fn words_are_found_over_a_line_end_and_only_there() {
        check("has 14 clubs", "The league has\n14  clubs.", "14", true);
        check("has 14 clubs", "The league has 14 clubs; it had 13.", "13", false);
        check("(14) clubs", "The (14) clubs.", "14", true);
    }
}
