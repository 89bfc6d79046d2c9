//! The page of the book that holds the manual: made of what `factlint explain` prints.

use factlint::explain;
use factlint::explain::Page;

const HEAD: &str = "\
# The manual: checks and verdicts

<!-- Made from src/explain/pages by `BOOK=overwrite cargo test book`; change it there. -->

`factlint explain NAME` prints any of these pages, and `factlint explain` lists them. A finding of a fact shows the fact's own name in
brackets, and its verdict in the formats for programs. Every other finding shows the name of its check.

| name | what it finds |
|---|---|
";

/// The whole page.
pub fn page() -> String {
    let rows: String = explain::all().map(row).collect();
    let sections: String = explain::all().map(section).collect();
    format!("{HEAD}{rows}{sections}")
}

fn row(page: Page) -> String {
    format!("| [`{}`](#{}) | {} |\n", page.name, anchor(page), page.title())
}

/// How the heading of a page is linked to: as GitHub and mdBook make it.
fn anchor(page: Page) -> String {
    let heading = format!("{} {}", page.name, page.title()).to_lowercase();
    let letters = heading.chars().filter(|letter| letter.is_alphanumeric() || " -".contains(*letter));
    letters.collect::<String>().replace(' ', "-")
}

/// A page as a part of this one: its own headings as plain lines, the names of its files in sight.
fn section(page: Page) -> String {
    let mut text = "\n".to_owned();
    let mut is_block = false;
    for line in page.text.lines() {
        text += &match line.strip_prefix("```") {
            Some(head) if !is_block => opened(head),
            None if !is_block => heading(line),
            _ => line.to_owned(),
        };
        text += "\n";
        is_block ^= line.starts_with("```");
    }
    text
}

fn heading(line: &str) -> String {
    match line.split_once(' ') {
        Some(("#", title)) => format!("## {title}"),
        Some(("##", title)) => format!("**{title}**"),
        _ => line.to_owned(),
    }
}

/// The line that opens a block, with the file that it is before it.
fn opened(head: &str) -> String {
    match head.split_once(' ') {
        Some((language, path)) => format!("`{path}`:\n\n```{language}"),
        None => format!("```{head}"),
    }
}
