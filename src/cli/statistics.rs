//! How many findings there are of each fact and check.

use crate::report::visible;
use crate::severity::Severity;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Findings, counted by what they are about.
#[derive(Debug, Default)]
pub struct Statistics {
    counts: BTreeMap<(String, Severity), usize>,
}

impl Statistics {
    /// Counts findings.
    pub fn add(&mut self, names: Vec<(Severity, String)>) {
        for (severity, name) in names {
            *self.counts.entry((name, severity)).or_default() += 1;
        }
    }

    /// A line each: how many, how severe, and what about; the most frequent first.
    pub fn table(&self) -> String {
        let mut rows: Vec<_> = self.counts.iter().collect();
        rows.sort_by_key(|(name, n)| (Reverse(**n), *name));
        let width = rows.first().map_or(0, |(_, n)| n.to_string().len());
        let row = |((name, severity), n): &(&(String, Severity), &usize)| {
            format!("{n:>width$}  {:7}  {}\n", severity.name(), visible::line(name))
        };
        rows.iter().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Statistics;
    use crate::severity::Severity;

    #[test]
    fn what_is_most_frequent_stands_first() {
        let mut statistics = Statistics::default();
        let name = |severity, name: &str| (severity, name.to_owned());
        statistics.add(vec![name(Severity::Error, "b"), name(Severity::Warning, "a")]);
        statistics.add(vec![name(Severity::Warning, "a"); 9]);
        assert_eq!(statistics.table(), "10  warning  a\n 1  error    b\n");
    }
}
