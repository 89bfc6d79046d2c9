//! Facts of kind `statement`: a sentence that is or is not so, found by patterns.

use crate::fact::Kind;
use crate::fact::mistake::Mistake;
use crate::fact::scope::Scope;
use crate::fact::table::Table;
use crate::fact::table::Text;
use regex::Regex;
use regex::RegexBuilder;

/// Bytes a compiled pattern may take: much more than a sentence needs.
const MOST_BYTES: usize = 2 << 20;

/// What to do about most patterns that are not understood.
const BACKSLASH: &str = "put a backslash before a sign that stands for itself: '\\(', '\\.', '\\?'";

/// Something that other engines have and this one has not.
struct Missing {
    /// How the engine's own message begins.
    begin: &'static str,
    /// What it is, with its verb.
    what: &'static str,
    /// What to write instead.
    help: &'static str,
}

const MISSING: &[Missing] = &[
    Missing {
        begin: "look-around",
        what: "look-ahead and look-behind, as in (?=…), (?!…), (?<=…) and (?<!…), are",
        help: "write out the words that may stand there, '(?:is|was) (?:open|ajar)' instead of \
               '(?:is|was) (?!shut)', or a pattern for each way to say it",
    },
    Missing {
        begin: "backreferences",
        what: "references to a group, as in \\1, are",
        help: "write out the words that may stand there, a pattern for each",
    },
];

/// Reads what a statement has of its own.
pub fn read(table: &mut Table<'_>, _scope: &Scope) -> Option<Kind> {
    let words = table.needed_placed_words("patterns");
    let value = table.text("value");
    // A pattern that compares a captured value asserts it; any other must say what is true.
    if table.peek("holds").is_none() && value.is_none() {
        table.miss_as("holds", "holds = false, if what the patterns say is not so");
    }
    let holds = table.peek("holds").is_none() || table.flag("holds");
    let patterns: Vec<Regex> = words.iter().filter_map(|word| table.noted(compiled(word))).collect();
    if let Some(value) = &value {
        check_capture(table, value, &patterns);
    }
    Some(Kind::Statement { patterns, holds, value: value.map(|text| text.text) })
}

fn compiled(pattern: &Text) -> Result<Regex, Mistake> {
    let built = RegexBuilder::new(&pattern.text).size_limit(MOST_BYTES).build();
    let regex = built.map_err(|error| refused(pattern, &error))?;
    if regex.is_match("") {
        let empty =
            Mistake::error(pattern.place, "the pattern matches everywhere, since nothing in it is needed");
        return Err(empty.help("leave at least one word outside of `?`, `*` and `|`"));
    }
    Ok(regex)
}

fn refused(pattern: &Text, error: &regex::Error) -> Mistake {
    match error {
        regex::Error::CompiledTooBig(_) => {
            Mistake::error(pattern.place, "the pattern is too large").help("split it into several patterns")
        }
        error => {
            let short = short(error);
            let missing = MISSING.iter().find(|missing| short.starts_with(missing.begin));
            let message = missing.map_or(format!("the pattern is not understood: {short}"), |missing| {
                format!("{} not available in patterns", missing.what)
            });
            Mistake::error(pattern.place, message).help(missing.map_or(BACKSLASH, |missing| missing.help))
        }
    }
}

/// The last line of the explanation: the lines before it draw the pattern.
fn short(error: &regex::Error) -> String {
    let text = error.to_string();
    let last = text.lines().last().unwrap_or("");
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}

fn check_capture(table: &mut Table<'_>, value: &Text, patterns: &[Regex]) {
    let captures = |regex: &Regex| regex.capture_names().flatten().any(|name| name == "value");
    if patterns.is_empty() || patterns.iter().any(captures) {
        return;
    }
    let mistake = Mistake::error(value.place, "no pattern captures the `value` to compare");
    table.report(mistake.help("mark the words in a pattern as a group: (?<value>agreed|refused)"));
}

#[cfg(test)]
mod tests {
    use crate::fact::Kind;
    use crate::fact::trial::check_fact;
    use crate::fact::trial::fact;

    #[track_caller]
    fn check(keys: &str, expected: &[(&str, &str, &str)]) {
        check_fact(&format!("kind = 'statement'\n{keys}"), expected);
    }

    #[test]
    fn every_pattern_is_checked() {
        let help = "put a backslash before a sign that stands for itself: '\\(', '\\.', '\\?'";
        let everywhere = "the pattern matches everywhere, since nothing in it is needed";
        check(
            "holds = true\npatterns = ['a(b', 'fine', 'x*', '\\w{9999}']",
            &[
                ("'a(b'", "the pattern is not understood: unclosed group", help),
                ("'x*'", everywhere, "leave at least one word outside of `?`, `*` and `|`"),
                ("'\\w{9999}'", "the pattern is too large", "split it into several patterns"),
            ],
        );
    }

    #[test]
    fn what_other_engines_have_is_told_apart_from_slips() {
        let look = "look-ahead and look-behind, as in (?=…), (?!…), (?<=…) and (?<!…), are not available in patterns";
        let words = "write out the words that may stand there, '(?:is|was) (?:open|ajar)' instead of \
                     '(?:is|was) (?!shut)', or a pattern for each way to say it";
        check(
            "holds = true\npatterns = ['is (?!shut)', '(?<=a )gate', '(a) \\1']",
            &[
                ("'is (?!shut)'", look, words),
                ("'(?<=a )gate'", look, words),
                (
                    "'(a) \\1'",
                    "references to a group, as in \\1, are not available in patterns",
                    "write out the words that may stand there, a pattern for each",
                ),
            ],
        );
    }

    #[test]
    fn a_statement_says_whether_it_holds() {
        let help = "add a line such as: holds = false, if what the patterns say is not so";
        check("patterns = ['the gate is shut']", &[("[[fact]]", "fact `it` needs `holds`", help)]);
    }

    #[test]
    fn a_value_needs_a_group_to_compare() {
        let help = "mark the words in a pattern as a group: (?<value>agreed|refused)";
        check(
            "patterns = ['shut']\nvalue = 'a'",
            &[("'a'", "no pattern captures the `value` to compare", help)],
        );
        check("patterns = ['the (?<value>open|shut) gate']\nvalue = 'open'", &[]);
    }

    #[test]
    fn patterns_know_capitals() {
        let statement = fact("kind = 'statement'\nholds = false\npatterns = ['Gate']").kind;
        let Kind::Statement { patterns, holds, .. } = statement else { panic!("no statement") };
        assert!(patterns[0].is_match("Gate") && !patterns[0].is_match("gate") && !holds);
    }
}
