//! One JSON object: the run, its findings, its summary.
//!
//! The summary stands last, so that findings can be written as they come.

use crate::diagnostic::Linted;
use crate::report::Run;
use crate::report::summary::Summary;
use crate::report::view;
use schemars::JsonSchema;
use serde::Serialize;

/// The version of the shape of a report; raised when a field goes or changes its meaning.
pub const VERSION: u32 = 1;
/// What stands between two findings.
pub const SEPARATOR: &str = ",\n";

/// The version of the program.
pub const VERSION_OF_TOOL: &str = env!("CARGO_PKG_VERSION");

/// What made a report.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Tool {
    name: &'static str,
    version: &'static str,
}

/// This tool.
pub const TOOL: Tool = Tool { name: "factlint", version: VERSION_OF_TOOL };

#[derive(Serialize)]
struct Header<'r> {
    version: u32,
    tool: Tool,
    rules_hash: &'r str,
    as_of: Option<&'r str>,
}

/// The document up to its first finding.
pub fn begin(run: &Run) -> String {
    let header =
        Header { version: VERSION, tool: TOOL, rules_hash: &run.rules_hash, as_of: run.as_of.as_deref() };
    let header = write(&header);
    format!("{},\"findings\":[\n", header.strip_suffix('}').unwrap_or(&header))
}

/// The findings of an article, separated.
pub fn article(linted: &Linted) -> String {
    let written: Vec<_> = view::findings(linted).iter().map(write).collect();
    written.join(SEPARATOR)
}

/// The document from its last finding.
pub fn end(summary: &Summary) -> String {
    format!("\n],\"summary\":{}}}\n", write(summary))
}

/// A value as JSON on one line.
pub fn write(value: &impl Serialize) -> String {
    // Plain structs with string keys cannot fail to be written.
    serde_json::to_string(value).unwrap_or_default()
}
