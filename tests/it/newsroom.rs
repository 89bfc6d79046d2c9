//! Sentences as newsrooms write them, half of them wrong, held against the checks that need no fact.
//!
//! A line is an article of 4 March 2026; the numbers at fault stand between « ».

use factlint::config::Config;
use factlint::fact::Rules;
use factlint::lint::Linter;
use factlint::lint::Options;
use factlint::lint::checks::Checks;
use factlint::source::Article;
use jiff::civil::date;
use std::fs;
use std::path::Path;

fn lines(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/newsroom").join(name);
    fs::read_to_string(path).expect("a file of sentences").lines().map(str::to_owned).collect()
}

/// The sentence with what is flagged in it marked.
fn marked(linter: &Linter<'_>, text: &str) -> String {
    let day = Some(date(2026, 3, 4));
    let article = Article { text: text.to_owned(), date: day, ..Article::default() };
    let mut marked = text.to_owned();
    for finding in linter.check(&article).iter().rev() {
        marked.insert(finding.span.end(), '»');
        marked.insert(finding.span.start(), '«');
    }
    marked
}

#[test]
fn numbers_are_computed_as_an_editor_would() {
    let rules = Rules::default();
    let options = Options {
        as_of: None,
        default_date: None,
        today: date(2026, 3, 4),
        show_suppressed: false,
        coverage: false,
        checks: Checks::default(),
    };
    let config = Config::default();
    let linter = Linter::new(&rules, &config, options);
    for line in lines("arithmetic.txt") {
        assert_eq!(marked(&linter, &line.replace(['«', '»'], "")), line);
    }
    // These are wrong and pass: rounding explains them, or what they are measured against is not told.
    for line in lines("arithmetic-missed.txt") {
        assert_eq!(marked(&linter, &line), line);
    }
}
