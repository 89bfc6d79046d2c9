//! The JSON Schema of the `json` format; derived from what is written.

use crate::report::json::Tool;
use crate::report::summary::Summary;
use crate::report::view::Finding;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// A report as one object.
#[derive(JsonSchema)]
#[schemars(title = "Report of factlint", deny_unknown_fields)]
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
    /// What was found, in the order of the articles.
    findings: Vec<Finding<'r>>,
    /// What the run came to.
    summary: Summary,
}

/// The schema as a document.
pub fn document() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Report<'_>>().to_value()
}
