//! Links between the pages, as GitHub shows them; `.ci/links.py` tries those of the built book.

use crate::book::page;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// What is wrong with the links of a page.
pub fn faults(page: &Path) -> Vec<String> {
    let text = fs::read_to_string(page).expect("a page");
    let links = links(&text).into_iter().filter(|link| !link.contains("://"));
    links
        .filter(|link| !leads_somewhere(page, link))
        .map(|link| format!("{}: {link}", page.display()))
        .collect()
}

/// The pages that lead into the book, and those of the book.
pub fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"].map(|name| root.join(name));
    own.into_iter().chain(page::names().into_iter().map(|name| page::folder().join(name))).collect()
}

/// The addresses of a page, outside of its blocks and code.
fn links(text: &str) -> Vec<String> {
    let prose: String = text.split("\n```").step_by(2).collect();
    let outside: Vec<&str> = prose.split("](").skip(1).collect();
    outside.iter().filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())).collect()
}

fn leads_somewhere(page: &Path, link: &str) -> bool {
    let (path, place) = link.split_once('#').unwrap_or((link, ""));
    let target = if path.is_empty() { page.to_owned() } else { page.with_file_name("").join(path) };
    target.exists() && (place.is_empty() || anchors(&target).contains(&place.to_owned()))
}

fn anchors(page: &Path) -> Vec<String> {
    let text = fs::read_to_string(page).expect("a page");
    let prose: String = text.split("\n```").step_by(2).collect();
    prose.lines().filter_map(|line| line.strip_prefix('#')).map(anchor).collect()
}

/// How a heading is linked to, by GitHub and mdBook alike.
pub fn anchor(heading: &str) -> String {
    let heading = heading.trim_start_matches('#').trim().to_lowercase();
    let letters = heading.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    letters.collect::<String>().replace(' ', "-")
}
