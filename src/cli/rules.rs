//! The rules of a run, and what is wrong in them.

use crate::cli::args::RuleFlags;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::rule_files;
use crate::cli::tell;
use crate::fact::Place;
use crate::fact::Rules;
use crate::fact::load;
use crate::fact::mistake::Label;
use crate::fact::mistake::Mistake;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::checks::Checks;
use crate::lint::says;
use crate::report::Style;
use crate::report::mistake;
use crate::report::mistake::MistakeView;
use crate::source::short;
use jiff::civil::Date;
use std::path::PathBuf;

/// Where rules are looked for when nobody says.
const DEFAULT: &str = "rules/**/*.toml";

/// How a fact's own words are linted: at no day but their own.
pub fn undated() -> Options {
    Options {
        as_of: None,
        default_date: None,
        today: Date::ZERO,
        show_suppressed: false,
        checks: Checks::default(),
    }
}

/// The rules that could be loaded, and what is missing.
pub struct Loaded {
    /// The rules.
    pub rules: Rules,
    /// How many mistakes keep facts out of the rules.
    n_mistakes: usize,
    /// How many facts contradict their own sentence.
    n_contradicted: usize,
    /// How many patterns gave no rule file.
    n_failures: usize,
}

impl Loaded {
    /// [`Exit::Broken`] where a rule file or a fact is missing.
    pub fn exit(&self) -> Exit {
        Exit::broken_if(self.n_mistakes + self.n_contradicted + self.n_failures > 0)
    }

    /// Says once more, where people look last, that the rules are not all there.
    pub fn tell_gaps(&self) {
        // Where no fact is left, that is told by itself, close behind the files that were not found.
        let n_failures = if self.rules.facts.is_empty() { 0 } else { self.n_failures };
        let gaps = [
            (
                n_failures,
                "rule file or pattern could not be used",
                "rule files or patterns could not be used",
            ),
            (
                self.n_mistakes,
                "mistake in the rules; the fact concerned was left out",
                "mistakes in the rules; the facts concerned were left out",
            ),
            (
                self.n_contradicted,
                "fact has a `says` that does not agree with its value",
                "facts have a `says` that does not agree with their value",
            ),
        ];
        for (n, one, many) in gaps.into_iter().filter(|(n, _, _)| *n > 0) {
            tell::line(&format!("{n} {}.", if n == 1 { one } else { many }));
        }
    }
}

/// The patterns that the flags name, or the usual one.
pub fn patterns(flags: &RuleFlags) -> Vec<String> {
    if flags.rules.is_empty() && !flags.isolated { vec![DEFAULT.to_owned()] } else { flags.rules.clone() }
}

/// Loads the rule files that match `patterns` and tells everything that is wrong with them.
pub fn load(patterns: &[String], style: &Style) -> Loaded {
    loaded(rule_files::find(patterns), style)
}

/// The same where there may be no rules at all.
pub fn load_any(patterns: &[String], style: &Style) -> Loaded {
    let (paths, mut failures) = rule_files::find(patterns);
    failures.retain(|failure| !matches!(failure, Failure::NoRuleFile { .. } | Failure::NoRulesNamed));
    loaded((paths, failures), style)
}

fn loaded((paths, failures): (Vec<PathBuf>, Vec<Failure>), style: &Style) -> Loaded {
    failures.iter().for_each(tell::failure);
    let load::Loaded { rules, mistakes } = load::files(&paths);
    let contradicted = says::mistakes(&rules, &Linter::new(&rules, undated()));
    for mistake in mistakes.iter().chain(&contradicted) {
        tell::raw(&shown(style, &rules, mistake));
    }
    let n_errors = |mistakes: &[Mistake]| mistakes.iter().filter(|mistake| mistake.is_error()).count();
    Loaded {
        n_mistakes: n_errors(&mistakes),
        n_contradicted: n_errors(&contradicted),
        n_failures: failures.len(),
        rules,
    }
}

fn shown(style: &Style, rules: &Rules, mistake: &Mistake) -> String {
    let (path, text) = file(rules, mistake.place);
    let (near, far): (Vec<_>, Vec<_>) =
        mistake.labels.iter().partition(|label| label.place.file == mistake.place.file);
    let far = far.iter().map(|label| elsewhere(rules, label));
    let help: Vec<String> = mistake.help.iter().cloned().chain(far).collect();
    let help = help.join("; ");
    let view = MistakeView {
        severity: mistake.severity,
        message: &mistake.message,
        help: (!help.is_empty()).then_some(&help),
        path: &path,
        text,
        span: mistake.place.span,
        labels: near.into_iter().map(|label| (label.place.span, label.text.clone())).collect(),
    };
    mistake::mistake(style, &view)
}

/// A label that stands in another file than its mistake.
fn elsewhere(rules: &Rules, label: &Label) -> String {
    format!("{}:{}: {}", file(rules, label.place).0, rules.line_of(label.place).0, label.text)
}

/// The path, cut to be read, and the text of the file of a place.
fn file(rules: &Rules, place: Place) -> (String, &str) {
    let file = rules.files.get(place.file);
    file.map_or((String::new(), ""), |file| (short::path(&file.path), &file.text))
}
