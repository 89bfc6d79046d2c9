//! One JSON object: the run, its articles, what they add up to; and its schema.

use crate::report::Run;
use crate::report::coverage::Covered;
use crate::report::coverage::count::Count;
use crate::report::coverage::count::Counts;
use crate::report::json;
use crate::report::json::Tool;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

/// The version of the shape; raised when a field goes or changes its meaning.
const VERSION: u32 = 1;

/// What stands between two articles.
pub const SEPARATOR: &str = ",\n";

#[derive(Serialize)]
struct Header<'r> {
    version: u32,
    tool: Tool,
    rules_hash: &'r str,
    as_of: Option<&'r str>,
}

/// What all articles add up to.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Sum {
    /// Articles looked at.
    pub articles: usize,
    /// Facts they were held against.
    pub facts: usize,
    /// Articles left out: without a word, or in another language.
    pub skipped: usize,
    /// Articles that could not be read.
    pub failed: usize,
    /// How much of them is vouched for.
    pub total: Count,
    /// The same for each sort of words.
    pub sorts: Counts,
    /// What is covered of all that is covered or unvouched, in percent, rounded down to a tenth; null where
    /// there is nothing of either.
    pub percent: Option<String>,
    /// The least percentage that was asked for.
    pub min: Option<String>,
}

/// How much of what articles state is vouched for.
#[derive(JsonSchema)]
#[schemars(title = "Coverage report of factlint", deny_unknown_fields)]
#[expect(dead_code, reason = "it is only ever described: a report is written piece by piece")]
struct Report<'r> {
    /// The version of this shape; raised when a field goes or changes its meaning.
    version: u32,
    /// What made the report.
    tool: Tool,
    /// A hash of the rules, the same for the same words in the same order.
    rules_hash: &'r str,
    /// The day at which every article was judged, where one was given.
    as_of: Option<&'r str>,
    /// The articles in their order.
    articles: Vec<Covered>,
    /// What they add up to.
    summary: Sum,
}

/// The document up to its first article.
pub fn begin(run: &Run) -> String {
    let as_of = run.as_of.as_deref();
    let header = Header { version: VERSION, tool: json::TOOL, rules_hash: &run.rules_hash, as_of };
    let header = json::write(&header);
    format!("{},\"articles\":[\n", header.strip_suffix('}').unwrap_or(&header))
}

/// The document from its last article.
pub fn end(sum: &Sum) -> String {
    format!("\n],\"summary\":{}}}\n", json::write(sum))
}

/// The schema as a document.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Report<'_>>().to_value()
}
