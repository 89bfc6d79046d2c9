//! Files for servers that the recipes show: that they are YAML, and name only what is there.

use crate::book::page;
use crate::book::page::Block;
use granit_parser::Event;
use granit_parser::Parser;
use std::fs;
use std::path::Path;

/// The YAML files of the recipes.
pub fn files() -> Vec<Block> {
    page::blocks(&page::text("recipes.md"), "yaml")
}

/// A key or word of a YAML file.
type Word = String;

/// The words of a YAML file in order; none if it is not one.
pub fn words(yaml: &str) -> Result<Vec<Word>, String> {
    let events = Parser::new_from_str(yaml).map(|event| event.map_err(|error| error.to_string()));
    let events: Vec<_> = events.collect::<Result<_, _>>()?;
    let words = events.into_iter().filter_map(|(event, _)| match event {
        Event::Scalar(word, ..) => Some(word.into_owned()),
        _ => None,
    });
    Ok(words.collect())
}

/// The words that stand behind a key, wherever it stands.
pub fn behind<'w>(words: &'w [Word], key: &str) -> Vec<&'w str> {
    words.windows(2).filter(|pair| pair[0] == key).map(|pair| pair[1].as_str()).collect()
}

/// The text of a file of the project.
pub fn project(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file")
}
