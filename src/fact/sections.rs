//! The `[[entity]]` and `[[fact]]` tables of a rule file, and which of them its syntax errors spoil.

use crate::fact::mistake::Mistake;
use crate::fact::raw;
use crate::fact::raw::Data;
use crate::fact::raw::Node;
use crate::fact::raw::Pair;
use crate::fact::table::unknown;
use std::ops::Range;

/// The tables of one file.
#[derive(Debug, Default)]
pub struct Sections {
    /// The entities.
    pub entities: Vec<Section>,
    /// The facts.
    pub facts: Vec<Section>,
    /// What is wrong outside of them.
    pub mistakes: Vec<Mistake>,
}

/// One table with a header.
#[derive(Debug)]
pub struct Section {
    /// The table.
    pub node: Node,
    /// Whether it holds a syntax error, so that what else seems wrong with it may follow from that.
    pub is_spoilt: bool,
}

/// How the table of an entity is called, and that of a fact.
pub const ENTITY: &str = "entity";
const FACT: &str = "fact";

/// Cuts the text of the file with the index `file` into its tables.
pub fn cut(text: &str, file: usize) -> Sections {
    let parsed = raw::parse(text, file);
    let mut sections = Sections::default();
    for pair in parsed.pairs {
        sort(pair, &mut sections);
    }
    spoil(sections.entities.iter_mut().chain(&mut sections.facts), &parsed.mistakes);
    sections.mistakes.extend(parsed.mistakes);
    sections
}

/// The tables of a part of a file that have headers; `None` where something is wrong with it, or it holds something
/// else too.
pub fn of_part(text: &str, file: usize, part: Range<usize>) -> Option<Sections> {
    let mut sections = Sections::default();
    for pair in raw::parse_part(text, file, part)? {
        let is_header = |node: &Node| text[node.place.span.start()..].starts_with("[[");
        let has_headers = matches!(&pair.node.data, Data::List(list) if list.iter().all(is_header));
        if !has_headers || ![ENTITY, FACT].contains(&pair.key.as_str()) {
            return None;
        }
        sort(pair, &mut sections);
    }
    Some(sections)
}

fn sort(pair: Pair, sections: &mut Sections) {
    match pair.key.as_str() {
        ENTITY => sections.entities = tables(pair, &mut sections.mistakes),
        FACT => sections.facts = tables(pair, &mut sections.mistakes),
        _ => sections.mistakes.push(unknown("a rule file", &pair, &[ENTITY, FACT])),
    }
}

/// The tables of a key that is written with two pairs of brackets.
pub fn tables(pair: Pair, mistakes: &mut Vec<Mistake>) -> Vec<Section> {
    let section = |node: Node| Section { node, is_spoilt: false };
    let help = format!("begin each with a line of its own, in two pairs of brackets: [[{}]]", pair.key);
    match pair.node.data {
        Data::List(list) => list.into_iter().map(section).collect(),
        Data::Table(_) => {
            let message = format!("`{}` needs two pairs of brackets", pair.key);
            mistakes.push(Mistake::error(pair.node.place, message).help(help));
            vec![section(pair.node)]
        }
        _ => {
            let message = format!("`{}` must be a table, and this is {}", pair.key, pair.node.sort());
            mistakes.push(Mistake::error(pair.node.place, message).help(help));
            Vec::new()
        }
    }
}

/// Says of all sections of a file which of them hold an error; each reaches from its header to the next.
pub fn spoil<'s>(sections: impl Iterator<Item = &'s mut Section>, errors: &[Mistake]) {
    let start = |section: &Section| section.node.place.span.start();
    let mut sections: Vec<&mut Section> = sections.collect();
    sections.sort_by_key(|section| start(section));
    for error in errors {
        let after = sections.partition_point(|section| start(section) <= error.place.span.start());
        if let Some(at) = after.checked_sub(1) {
            sections[at].is_spoilt = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::fact::trial::check_texts;
    use crate::fact::trial::load;

    #[test]
    fn a_table_with_a_syntax_error_leaves_the_others() {
        let quote = |id: &str| format!("[[fact]]\nid = '{id}'\nsays = 'a'\nkind = 'quote'\nvalue = '{id}'\n");
        let text = [&quote("a"), "[[fact]]\nid = “b”\nkind = 3\n", &quote("c")].concat();
        check_texts(
            &[&text],
            &[(
                "“b”",
                "not TOML: string values must be quoted, expected literal string",
                "put text in straight double quotes: key = \"text\"",
            )],
        );
        let ids: Vec<String> = load(&[&text]).rules.facts.into_iter().map(|fact| fact.id).collect();
        assert_eq!(ids, ["a", "c"]);
    }

    #[test]
    fn a_header_has_two_pairs_of_brackets() {
        let help = "begin each with a line of its own, in two pairs of brackets: [[entity]]";
        check_texts(
            &["[entity]\nid = 'a'\nnames = ['A']\n"],
            &[("[entity]", "`entity` needs two pairs of brackets", help)],
        );
        check_texts(&["entity = 3\n"], &[("3", "`entity` must be a table, and this is a number", help)]);
    }
}
