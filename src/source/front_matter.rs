//! The day in the front matter of a Markdown or plain text file.
//!
//! Only single lines `date: 2026-03-04` (YAML) and `date = 2026-03-04` (TOML) at the top level are
//! read, which is how the day is written; leaving the front matter out of the prose is the work of
//! [`crate::document`].

use crate::source::date;
use jiff::civil::Date;

/// The keys that hold the day, the one that counts most first; in small letters, without the marks that join
/// their words, as [`is_key`] compares them.
pub const KEYS: &[&str] = &[
    "date", "published", "publishdate", "publisheddate", "publishedat", "publishedon", "datepublished",
    "pubdate", "publicationdate", "created", "createdat", "lastmod", "lastmodified", "modified", "updated",
];

/// Whether `written` is the key `key`, however its words are joined: "pubDate", "publish_date".
pub fn is_key(written: &str, key: &str) -> bool {
    let letters = written.chars().filter(|c| !matches!(c, '_' | '-' | ' '));
    letters.map(|c| c.to_ascii_lowercase()).eq(key.chars())
}

/// The fences around front matter, with what stands between key and value.
const FENCES: &[(&str, char)] = &[("---", ':'), ("+++", '=')];

/// The day that the front matter of `text` names, if there is front matter and it names one.
pub fn date(text: &str) -> Option<Date> {
    let (lines, between) = fenced(text)?;
    KEYS.iter().find_map(|key| lines.lines().find_map(|line| value(line, key, between)).and_then(date::parse))
}

/// The lines between the fences, with what stands between key and value in them.
fn fenced(text: &str) -> Option<(&str, char)> {
    let (first, rest) = text.split_once('\n')?;
    let (fence, between) = FENCES.iter().find(|(fence, _)| first.trim_end() == *fence)?;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == *fence {
            return Some((&rest[..at], *between));
        }
        at += line.len();
    }
    None
}

fn value<'a>(line: &'a str, key: &str, between: char) -> Option<&'a str> {
    let is_indented = line.starts_with([' ', '\t']);
    let (written, value) = line.split_once(between).filter(|_| !is_indented)?;
    is_key(written.trim_end(), key).then_some(())?;
    let value = value.split_once(" #").map_or(value, |(value, _comment)| value).trim();
    Some(value.trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[track_caller]
    fn check(text: &str, day: Option<&str>) {
        assert_eq!(date(text).map(|day| day.to_string()).as_deref(), day, "{text:?}");
    }

    #[test]
    fn the_day_is_read_however_it_is_quoted() {
        check("---\ntitle: Talks\ndate: 2026-03-04\n---\nText.", Some("2026-03-04"));
        check("---\r\ndate: \"2026-03-04T10:00:00Z\" # as sent\r\n---\r\n", Some("2026-03-04"));
        check("---\npublished: '2026-03-04'\n---\n", Some("2026-03-04"));
        check("+++\ndate = 2026-03-04\n+++\n", Some("2026-03-04"));
        check("---\npubDate: 2026-03-04\n---\n", Some("2026-03-04"));
        check("---\npublished_at: 2026-03-04\n---\n", Some("2026-03-04"));
    }

    #[test]
    fn the_key_that_counts_most_wins() {
        check("---\nlastmod: 2026-03-09\ndate: 2026-03-04\n---\n", Some("2026-03-04"));
        check("---\nlastmod: 2026-03-09\ndate: soon\n---\n", Some("2026-03-09"));
    }

    #[test]
    fn only_closed_front_matter_at_the_very_front_counts() {
        check("---\ndate: 2026-03-04\n", None);
        check("Text.\n---\ndate: 2026-03-04\n---\n", None);
        check("---\nupdate: 2026-03-04\n  date: 2026-03-04\n---\n", None);
        check("---", None);
        check("", None);
    }
}
