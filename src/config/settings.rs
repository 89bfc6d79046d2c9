//! The keys at the top of a configuration file, laid over what the files before it said.

use crate::config::Config;
use crate::config::exemption;
use crate::config::fail_on::FailOn;
use crate::config::keys;
use crate::config::level;
use crate::config::level::Override;
use crate::config::load::Layer;
use crate::config::origin::Origin;
use crate::config::root::Paths;
use crate::config::root::Root;
use crate::config::size;
use crate::fact::RuleFile;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Data;
use crate::fact::raw::Node;
use crate::fact::sections::Section;
use crate::fact::table::Table;
use crate::fact::table::wrong;
use crate::source::read::MAX_BYTES;

/// Lays the file `file`, cut into `layer`, over `config`.
pub fn lay(config: &mut Config, layer: &Layer, file: &RuleFile) -> Vec<Mistake> {
    let Some(mut table) = Table::new(&layer.top, "the configuration") else { return Vec::new() };
    patterns(config, &mut table, &layer.root);
    scalars(config, &mut table, &layer.root);
    let mut mistakes = Vec::new();
    config.checks.extend(layer.checks.iter().flat_map(|node| level::read(node, &mut mistakes)));
    config.overrides.extend(overrides(&layer.overrides, &layer.root, &mut mistakes));
    config.ignore.extend(exemption::read(&layer.ignore, &layer.root, &mut mistakes));
    origins(config, layer, file);
    mistakes.extend(table.close(&keys::top()));
    mistakes
}

fn patterns(config: &mut Config, table: &mut Table<'_>, root: &Root) {
    let rooted = |words: Vec<String>| words.iter().map(|word| root.pattern(word)).collect();
    if table.peek("rules").is_some() {
        config.rules = Some(rooted(table.needed_words("rules")));
    }
    if table.peek("include").is_some() {
        config.include = Some(rooted(table.needed_words("include")));
    }
    let exclude = paths(table, "exclude", root);
    config.exclude.push(exclude);
}

/// The patterns of a key.
fn paths(table: &mut Table<'_>, key: &'static str, root: &Root) -> Paths {
    let mut paths = Paths::new(root);
    for word in table.placed_words(key) {
        if let Err(error) = paths.add(&word.text) {
            table.report(Mistake::error(word.place, format!("`{}` is no pattern: {error}", word.text)));
        }
    }
    paths
}

fn scalars(config: &mut Config, table: &mut Table<'_>, root: &Root) {
    // Both were read before, to know which files there are and whether this one may be read.
    table.take("extends");
    table.text("required-version");
    config.fail_on = table.choice("fail-on", FailOn::WORDS).or(config.fail_on);
    config.default_date = table.day("default-date").or(config.default_date);
    config.baseline = table.text("baseline").map(|path| root.path(&path.text)).or(config.baseline.take());
    if let Some(node) = table.take("max-file-size") {
        config.max_file_size = table.noted(bytes(node)).or(config.max_file_size);
    }
}

fn bytes(node: &Node) -> Result<usize, Mistake> {
    let written = node.text().map(str::to_owned).or(node.number());
    let found = written.and_then(|text| size::read(&text)).filter(|bytes| *bytes <= MAX_BYTES);
    found.ok_or_else(|| wrong(node, "max-file-size", "a size of at most 16MiB, in quotes"))
}

fn overrides(sections: &[Section], root: &Root, mistakes: &mut Vec<Mistake>) -> Vec<Override> {
    let mut found = Vec::new();
    for section in sections.iter().filter(|section| !section.is_spoilt) {
        let Some(mut table) = Table::new(&section.node, "this [[overrides]]") else { continue };
        if table.peek("paths").is_none() {
            table.miss("paths");
        }
        let paths = paths(&mut table, "paths", root);
        let as_of = table.day("as-of");
        let levels = table.take("checks").map(|node| level_table(node, mistakes)).unwrap_or_default();
        found.push(Override { paths, levels, as_of, place: table.place });
        mistakes.extend(table.close(&["paths", "checks", "as-of"]));
    }
    found
}

fn level_table(node: &Node, mistakes: &mut Vec<Mistake>) -> Vec<level::Level> {
    if !matches!(node.data, Data::Table(_)) {
        mistakes.push(wrong(node, "checks", "a table of checks"));
    }
    level::read(node, mistakes)
}

/// Notes where each setting was made.
fn origins(config: &mut Config, layer: &Layer, file: &RuleFile) {
    let tables = layer.checks.iter().map(|node| ("checks.", node));
    let context = layer.context.iter().map(|section| ("context.", &section.node));
    for (prefix, node) in [("", &layer.top)].into_iter().chain(tables).chain(context) {
        let pairs = node.pairs().unwrap_or(&[]);
        config.origins.extend(pairs.iter().map(|pair| Origin::of(prefix, pair, file)));
    }
}
