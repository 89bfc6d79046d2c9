//! A page of the book, cut into its fenced blocks and its tables.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::path::PathBuf;

/// The folder with the pages.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

/// The text of a page.
pub fn text(name: &str) -> String {
    fs::read_to_string(folder().join(name)).expect("a page")
}

/// The names of the pages in the order in which the book has them.
pub fn names() -> Vec<String> {
    let summary = text("SUMMARY.md");
    let links = summary.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    links.map(str::to_owned).collect()
}

/// The pages that are meant to be read one after the other; those behind them are looked up.
pub fn chapters() -> Vec<String> {
    let n_looked_up =
        text("SUMMARY.md").split("# Reference").nth(1).map_or(0, |rest| rest.matches("](").count());
    let mut names = names();
    names.truncate(names.len() - n_looked_up);
    names
}

/// A fenced block, or a place where the page begins anew.
#[derive(Debug)]
pub enum Step {
    /// What follows happens in a folder of its own.
    NewFolder,
    /// A block.
    Block(Block),
}

/// A fenced block of a page.
#[derive(Debug)]
pub struct Block {
    /// What stands behind the fence.
    pub language: String,
    /// The file that it is, where the line before it ends in `` `PATH`: ``.
    pub path: Option<String>,
    /// Whether it is added at the end of that file.
    pub is_added: bool,
    /// What is inside, without the indent of a list.
    pub body: String,
    /// Where the inside stands in the page.
    pub place: Range<usize>,
}

/// The comment, seen by no reader, with which a page begins anew.
const NEW_FOLDER: &str = "<!-- a new folder -->";

/// The steps of a page in order.
pub fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lead = "";
    let mut open: Option<Block> = None;
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        let words = line.trim();
        at += line.len();
        match (words.strip_prefix("```"), &mut open) {
            (Some(language), None) => open = Some(begin(language, lead, at)),
            (Some(_), Some(_)) => steps.extend(open.take().map(Step::Block)),
            (None, Some(block)) => extend(block, line, at),
            (None, None) if words == NEW_FOLDER => steps.push(Step::NewFolder),
            (None, None) if !words.is_empty() => lead = words,
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block without an end: {open:?}");
    steps
}

fn begin(language: &str, lead: &str, at: usize) -> Block {
    let path = lead.strip_suffix("`:").and_then(|lead| lead.rsplit('`').next());
    Block {
        language: language.to_owned(),
        path: path.map(str::to_owned),
        is_added: lead.contains("the end of `"),
        body: String::new(),
        place: at..at,
    }
}

fn extend(block: &mut Block, line: &str, at: usize) {
    block.body.push_str(line);
    block.place.end = at;
}

/// The blocks of a page in one language.
pub fn blocks(page: &str, language: &str) -> Vec<Block> {
    let blocks = steps(page).into_iter().filter_map(|step| match step {
        Step::Block(block) => Some(block),
        Step::NewFolder => None,
    });
    blocks.filter(|block| block.language == language).collect()
}

/// The cells of the rows of the table whose head begins so.
pub fn rows<'p>(page: &'p str, head: &str) -> Vec<Vec<&'p str>> {
    let lines = page.lines().skip_while(|line| !line.starts_with(head)).skip(2);
    let rows = lines.take_while(|line| line.starts_with('|'));
    let rows: Vec<Vec<&str>> =
        rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect();
    assert!(!rows.is_empty(), "no table begins with {head:?}");
    rows
}
