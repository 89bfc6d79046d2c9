//! A finding a line, each with the tool and the hash of the rules.

use crate::diagnostic::Linted;
use crate::report::Run;
use crate::report::json;
use crate::report::json::Tool;
use crate::report::view;
use crate::report::view::Finding;
use serde::Serialize;

#[derive(Serialize)]
struct Line<'f> {
    #[serde(flatten)]
    finding: Finding<'f>,
    tool: Tool,
    rules_hash: &'f str,
}

/// The findings of an article, a line each.
pub fn article(run: &Run, linted: &Linted) -> String {
    let mut lines = String::new();
    for finding in view::findings(linted) {
        let line = Line { finding, tool: json::TOOL, rules_hash: &run.rules_hash };
        lines.push_str(&json::write(&line));
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::article;
    use crate::report::Run;
    use crate::report::sample;

    #[test]
    fn a_line_says_what_made_it() {
        let run = Run { rules_hash: "5f2c".to_owned(), ..Run::default() };
        let lines = article(&run, &sample::linted("The 31-member bloc met.", "31-member"));
        let read: serde_json::Value = serde_json::from_str(lines.trim_end()).unwrap();
        assert_eq!(read["tool"]["name"], "factlint");
        assert_eq!(read["rules_hash"], "5f2c");
        assert_eq!(read["fact"], "bloc-members");
    }

    #[test]
    fn line_ends_in_a_message_do_not_end_the_line() {
        let mut linted = sample::linted("The 31-member bloc met.", "31-member");
        linted.findings[0].message = "one\ntwo\u{2028}three".to_owned();
        assert_eq!(article(&Run::default(), &linted).lines().count(), 1);
    }
}
