//! Out: findings as people and machines read them, one file a format.
//!
//! [`begin`], one [`article`] each (in any thread); a [`binder::Binder`] puts them together, and ends the report.
//! Nothing here looks at the clock, the environment or the terminal.

pub mod binder;
pub mod checkstyle;
pub mod concise;
pub mod coverage;
pub mod extract;
pub mod finding;
pub mod fingerprint;
pub mod full;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod link;
pub mod markdown;
pub mod mistake;
pub mod mutation;
pub mod paint;
pub mod painted;
pub mod place;
pub mod rdjson;
pub mod sarif;
pub mod schema;
pub mod summary;
pub mod view;
pub mod visible;
pub mod xml;

#[cfg(test)]
mod sample;

use crate::diagnostic::Linted;
use crate::report::binder::Part;
use crate::report::summary::Summary;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With the sentence around the words, for a terminal.
    Full,
    /// A line a finding, as compilers write them.
    Concise,
    /// One JSON object.
    Json,
    /// A JSON object a finding and line.
    Jsonl,
    /// Static analysis results, version 2.1.0.
    Sarif,
    /// Commands that GitHub turns into notes on a change.
    Github,
    /// The code quality report of GitLab.
    Gitlab,
    /// Test results, an article a suite.
    Junit,
    /// XML as Checkstyle writes it.
    Checkstyle,
    /// Diagnostics for reviewdog.
    Rdjson,
    /// A list for a comment on a change.
    Markdown,
    /// A page to read.
    Html,
}

impl Format {
    /// All formats.
    pub const ALL: &[Format] = &[
        Format::Full,
        Format::Concise,
        Format::Json,
        Format::Jsonl,
        Format::Sarif,
        Format::Github,
        Format::Gitlab,
        Format::Junit,
        Format::Checkstyle,
        Format::Rdjson,
        Format::Markdown,
        Format::Html,
    ];

    /// Its name as users write it.
    pub fn name(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Concise => "concise",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Sarif => "sarif",
            Format::Github => "github",
            Format::Gitlab => "gitlab",
            Format::Junit => "junit",
            Format::Checkstyle => "checkstyle",
            Format::Rdjson => "rdjson",
            Format::Markdown => "markdown",
            Format::Html => "html",
        }
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// Whether people read it in a terminal, and expect a summary where they look.
    ///
    /// A page for people is a document of its own, with its summary inside.
    pub fn is_human(self) -> bool {
        matches!(self, Format::Full | Format::Concise)
    }

    /// Whether it shows all that could be checked in an article, beside what was found.
    pub fn shows_coverage(self) -> bool {
        self == Format::Html
    }

    /// Whether it lists all facts, whatever was found.
    pub fn lists_rules(self) -> bool {
        self == Format::Sarif
    }
}

/// How a terminal is written to; set once, in `cli`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to colour.
    pub color: bool,
    /// Whether lines and marks may be drawn with characters beyond ASCII.
    pub unicode: bool,
    /// How many columns there are.
    pub width: usize,
    /// Whether addresses are made links.
    pub links: bool,
}

/// What a machine format says of the run as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The hash of the rules.
    pub rules_hash: String,
    /// The day at which every article is judged, where one was given.
    pub as_of: Option<String>,
    /// The facts, for formats that list them.
    pub rules: Vec<RunRule>,
}

/// A fact as a machine format lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunRule {
    /// Its id.
    pub id: String,
    /// The truth in one sentence.
    pub says: String,
    /// Where the truth was read.
    pub url: Option<String>,
}

/// What stands before the first article.
pub fn begin(format: Format, run: &Run) -> String {
    match format {
        Format::Full | Format::Concise | Format::Jsonl | Format::Github | Format::Markdown => String::new(),
        Format::Json => json::begin(run),
        Format::Sarif => sarif::begin(run),
        Format::Gitlab => gitlab::BEGIN.to_owned(),
        Format::Junit => junit::begin(),
        Format::Checkstyle => checkstyle::begin(),
        Format::Rdjson => rdjson::BEGIN.to_owned(),
        Format::Html => html::begin(run),
    }
}

/// The findings of one article; empty where there are none.
pub fn article(format: Format, style: &Style, run: &Run, linted: &Linted) -> Part {
    let text = match format {
        Format::Full => full::article(style, linted),
        Format::Concise => concise::article(style, linted),
        Format::Json => json::article(linted),
        Format::Jsonl => jsonl::article(run, linted),
        Format::Sarif => sarif::article(linted),
        Format::Github => github::article(linted),
        Format::Gitlab => gitlab::article(linted),
        Format::Junit => junit::article(linted),
        Format::Checkstyle => checkstyle::article(linted),
        Format::Rdjson => rdjson::article(linted),
        Format::Markdown => markdown::article(linted),
        Format::Html => return html::article(linted),
    };
    Part::from(text)
}

/// The summary as people read it.
pub fn sentence(style: &Style, summary: &Summary) -> String {
    format!("{}.\n", summary.sentence(style))
}

#[cfg(test)]
mod tests {
    use super::Format;
    use super::Run;
    use super::Summary;
    use super::article;
    use super::begin;
    use super::binder::Binder;
    use super::sample;
    use crate::diagnostic::Linted;

    fn whole(format: Format, articles: &[Linted]) -> String {
        let run = Run { rules_hash: "abc".to_owned(), ..Run::default() };
        let mut binder = Binder::new(format);
        let mut out = begin(format, &run);
        for linted in articles {
            out.push_str(&binder.add(article(format, &sample::PLAIN, &run, linted)));
        }
        out + &binder.end(&sample::PLAIN, &Summary::default())
    }

    #[track_caller]
    fn check_json(articles: &[Linted], n: usize) {
        let read: serde_json::Value = serde_json::from_str(&whole(Format::Json, articles)).unwrap();
        assert_eq!(read["findings"].as_array().unwrap().len(), n);
        assert_eq!(read["rules_hash"], "abc");
        assert_eq!(read["summary"]["articles"], 0);
    }

    #[test]
    fn json_is_one_document_with_any_number_of_findings() {
        let wrong = sample::linted("The 31-member bloc met.", "31-member");
        let right = Linted::new(wrong.article.clone(), Vec::new());
        let mut twice = wrong.clone();
        twice.findings.push(wrong.findings[0].clone());
        check_json(&[], 0);
        check_json(&[right.clone(), right.clone()], 0);
        check_json(&[right.clone(), twice, right.clone(), wrong, right], 3);
    }

    #[test]
    fn json_lines_are_findings_and_nothing_else() {
        let wrong = sample::linted("The 31-member bloc met.", "31-member");
        assert_eq!(whole(Format::Jsonl, &[]), "");
        let lines = whole(Format::Jsonl, &[wrong.clone(), wrong]);
        assert_eq!(lines.lines().count(), 2);
        for line in lines.lines() {
            let read: serde_json::Value = serde_json::from_str(line).unwrap();
            assert_eq!((&read["code"], &read["rules_hash"]), (&"fact".into(), &"abc".into()));
        }
    }

    #[test]
    fn people_are_told_the_sum() {
        let told = whole(Format::Concise, &[]);
        assert_eq!(told, "Checked 0 articles against 0 facts: nothing found in 0 ms.\n");
        assert!(whole(Format::Full, &[]).ends_with(&told));
    }

    #[test]
    fn every_format_is_found_by_its_name() {
        let names: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
        assert!(names.iter().all(|name| Format::named(name).is_some_and(|format| format.name() == *name)));
        assert_eq!(Format::named("xml"), None);
    }
}
