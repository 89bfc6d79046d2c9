//! One JSON object: the run, the changes, what is found without them, the scores; and its schema.

use crate::report::Run;
use crate::report::json;
use crate::report::json::Tool;
use crate::report::mutation::Alarm;
use crate::report::mutation::Change;
use crate::report::mutation::score::Scores;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

/// The version of the shape; raised when a field goes or changes its meaning.
const VERSION: u32 = 1;

/// How strong a pack of rules is.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Mutation report of factlint", deny_unknown_fields)]
pub struct Report<'r> {
    /// The version of this shape; raised when a field goes or changes its meaning.
    version: u32,
    /// What made the report.
    tool: Tool,
    /// A hash of the rules, the same for the same words in the same order.
    rules_hash: &'r str,
    /// The day at which every article was judged, where one was given.
    as_of: Option<&'r str>,
    /// The changes that were made, in the order of the articles.
    changes: &'r [Change],
    /// What is found in the articles as they stand: false alarms, if these are right.
    alarms: &'r [Alarm],
    /// How many changes were noticed.
    scores: &'r Scores,
    /// What the run came to.
    summary: &'r Sum,
}

/// What a run came to.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Sum {
    /// Articles looked at.
    pub articles: usize,
    /// Facts they were held against.
    pub facts: usize,
    /// Facts that cover nothing in the articles, and so were not tried.
    pub untried: usize,
    /// Changes that were not made, for there were too many in one article.
    pub left_out: usize,
    /// Articles left out: without a word, or in another language.
    pub skipped: usize,
    /// Articles that could not be read or checked.
    pub failed: usize,
    /// What was noticed of what was made, in percent, rounded down to a tenth; null where no change was made.
    pub percent: Option<String>,
    /// The least percentage that was asked for.
    pub min: Option<String>,
}

/// The report as a document.
pub fn document(
    run: &Run,
    (changes, alarms): (&[Change], &[Alarm]),
    (scores, summary): (&Scores, &Sum),
) -> String {
    let (rules_hash, as_of) = (run.rules_hash.as_str(), run.as_of.as_deref());
    let report =
        Report { version: VERSION, tool: json::TOOL, rules_hash, as_of, changes, alarms, scores, summary };
    json::write(&report) + "\n"
}

/// The schema as a document.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Report<'_>>().to_value()
}
