//! Configuration files in: those that are extended first, then the file itself, then what the command
//! line adds; every mistake in them at once.

use crate::config::Config;
use crate::config::context;
use crate::config::cues;
use crate::config::root::Root;
use crate::config::settings;
use crate::config::version;
use crate::context::lexicon::Lexicon;
use crate::fact::Place;
use crate::fact::RuleFile;
use crate::fact::load::file;
use crate::fact::mistake::Mistake;
use crate::fact::raw;
use crate::fact::raw::Data;
use crate::fact::raw::Node;
use crate::fact::raw::Pair;
use crate::fact::sections;
use crate::fact::sections::Section;
use crate::fact::table::Text;
use crate::fact::table::text_of;
use crate::span::Span;
use std::path::Path;
use std::path::PathBuf;

/// What messages call settings that stand on the command line.
pub const INLINE: &str = "--config";

/// Something that holds settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// A file as it stands in an editor.
    Buffer {
        /// Its path.
        path: PathBuf,
        /// Its text.
        text: String,
    },
    /// Lines of TOML from the command line.
    Inline(String),
}

/// A configuration with what was wrong in its files.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The settings that are sound.
    pub config: Config,
    /// The files, in the order in which they were read.
    pub files: Vec<RuleFile>,
    /// All mistakes, in the order of the files.
    pub mistakes: Vec<Mistake>,
}

/// One file, cut into its tables.
#[derive(Debug)]
pub struct Layer {
    /// The keys above the first table.
    pub top: Node,
    /// `[checks]`.
    pub checks: Vec<Node>,
    /// `[[overrides]]`.
    pub overrides: Vec<Section>,
    /// `[[ignore]]`.
    pub ignore: Vec<Section>,
    /// `[context]`.
    pub context: Vec<Section>,
    /// `[[cues]]`.
    pub cues: Vec<Section>,
    /// Where its paths start from.
    pub root: Root,
    /// Its index among the files.
    pub file: usize,
}

/// Loads `sources`, of which a later one counts more, for a command that runs in `here`.
pub fn all(sources: &[Source], here: &Path) -> Loaded {
    let mut loading = Loading { here: here.to_path_buf(), ..Loading::default() };
    for source in sources {
        match source {
            Source::File(path) => loading.file(path),
            Source::Buffer { path, text } => loading.buffer(RuleFile::new(path, text.clone())),
            Source::Inline(text) => loading.text(RuleFile::new(INLINE, text.clone())),
        }
    }
    loading.finish()
}

/// Loads a configuration that was read already.
pub fn text(file: RuleFile) -> Loaded {
    let mut loading = Loading::default();
    loading.text(file);
    loading.finish()
}

#[derive(Default)]
struct Loading {
    here: PathBuf,
    files: Vec<RuleFile>,
    layers: Vec<Layer>,
    mistakes: Vec<Mistake>,
    /// The files that are being read, each because the one before it extends it.
    open: Vec<PathBuf>,
}

impl Loading {
    fn file(&mut self, path: &Path) {
        let (file, broken) = file::read(path);
        if let Some((span, why)) = broken {
            self.mistakes.push(file::unread(path, Place { file: self.files.len(), span }, &why));
            self.files.push(file);
            return;
        }
        self.buffer(file);
    }

    fn buffer(&mut self, file: RuleFile) {
        self.open.push(file.path.clone());
        self.text(file);
        self.open.pop();
    }

    /// Reads a file after those that it extends.
    fn text(&mut self, file: RuleFile) {
        let index = self.files.len();
        let root = Root::of(&file.path, &self.here);
        let (layer, mistakes) = cut(&file.text, index, root);
        self.files.push(file);
        if let Some(refusal) = required(&layer.top).as_ref().and_then(version::refusal) {
            // A newer version may know keys that would all be mistakes here.
            self.mistakes.push(refusal);
            return;
        }
        self.mistakes.extend(mistakes);
        self.extended(&layer);
        self.layers.push(layer);
    }

    fn extended(&mut self, layer: &Layer) {
        let folder = self.files[layer.file].path.parent().unwrap_or(Path::new("")).to_path_buf();
        for base in bases(&layer.top, &mut self.mistakes) {
            let path = folder.join(&base.text);
            match self.refusal(&path, &base) {
                Some(mistake) => self.mistakes.push(mistake),
                None => self.file(&path),
            }
        }
    }

    /// Why `path`, which `base` names, cannot be extended.
    fn refusal(&self, path: &Path, base: &Text) -> Option<Mistake> {
        let Ok(whole) = path.canonicalize() else {
            let message = format!("there is no configuration `{}` to extend", base.text);
            return Some(
                Mistake::error(base.place, message).help("the path starts from the folder of this file"),
            );
        };
        let is_open = self.open.iter().any(|open| open.canonicalize().is_ok_and(|open| open == whole));
        if is_open {
            let message = format!("`{}` extends this file already", base.text);
            return Some(Mistake::error(base.place, message).help("take one of the two `extends` out"));
        }
        if !whole.is_file() {
            return Some(Mistake::error(base.place, format!("`{}` must be a regular file", base.text)));
        }
        None
    }

    fn finish(mut self) -> Loaded {
        let mut config = Config::default();
        for layer in &self.layers {
            self.mistakes.extend(settings::lay(&mut config, layer, &self.files[layer.file]));
        }
        self.words(&mut config);
        self.mistakes.sort_by_key(|mistake| mistake.place);
        Loaded { config, files: self.files, mistakes: self.mistakes }
    }

    /// Reads `[context]` and `[[cues]]` of all files together: cues may not share an id.
    fn words(&mut self, config: &mut Config) {
        let mut off = Vec::new();
        for layer in &self.layers {
            let section = layer.context.iter().find(|section| !section.is_spoilt);
            let context = context::read(section, &mut self.mistakes);
            off.extend(context.off);
            config.truth_beside = context.truth_beside.unwrap_or(config.truth_beside);
        }
        let sections = self.layers.iter().flat_map(|layer| &layer.cues).filter(|section| !section.is_spoilt);
        let cues = cues::read(sections, &mut self.mistakes);
        config.lexicon = laid_over(&cues, off, &mut self.mistakes);
    }
}

/// The built-in lexicon with all that is sound laid over it; its examples are tried then.
fn laid_over(cues: &[cues::Cues], off: Vec<String>, mistakes: &mut Vec<Mistake>) -> Option<Lexicon> {
    if cues.is_empty() && off.is_empty() {
        return None;
    }
    let groups = cues.iter().map(|cues| cues.group.clone()).collect();
    // Each phrase was tried before, so nothing can be wrong here that was not told there.
    let lexicon = Lexicon::with(groups, off).ok()?;
    mistakes.extend(cues.iter().flat_map(|cues| cues.failures(&lexicon)));
    Some(lexicon)
}

fn cut(text: &str, file: usize, root: Root) -> (Layer, Vec<Mistake>) {
    let parsed = raw::parse(text, file);
    let top = Node { place: Place { file, span: Span::at(0) }, data: Data::Table(Vec::new()) };
    let (checks, overrides, ignore, context, cues) = Default::default();
    let mut layer = Layer { top, checks, overrides, ignore, context, cues, root, file };
    let mut mistakes = Vec::new();
    let mut keys = Vec::new();
    for pair in parsed.pairs {
        keys.extend(sort(pair, &mut layer, &mut mistakes));
    }
    layer.top.data = Data::Table(keys);
    let sections = layer.overrides.iter_mut().chain(&mut layer.ignore);
    sections::spoil(sections.chain(&mut layer.context).chain(&mut layer.cues), &parsed.mistakes);
    mistakes.extend(parsed.mistakes);
    (layer, mistakes)
}

/// Puts a table in its place; gives back what is none.
fn sort(pair: Pair, layer: &mut Layer, mistakes: &mut Vec<Mistake>) -> Option<Pair> {
    match pair.key.as_str() {
        "checks" => layer.checks.extend(one_table(pair, mistakes)),
        "context" => {
            let node = one_table(pair, mistakes);
            layer.context.extend(node.map(|node| Section { node, is_spoilt: false }));
        }
        "overrides" => layer.overrides = sections::tables(pair, mistakes),
        "ignore" => layer.ignore = sections::tables(pair, mistakes),
        "cues" => layer.cues = sections::tables(pair, mistakes),
        _ => return Some(pair),
    }
    None
}

fn one_table(pair: Pair, mistakes: &mut Vec<Mistake>) -> Option<Node> {
    if matches!(pair.node.data, Data::Table(_)) {
        return Some(pair.node);
    }
    mistakes.push(no_table(&pair));
    None
}

fn no_table(pair: &Pair) -> Mistake {
    let message = format!("`{}` must be one table, and this is {}", pair.key, pair.node.sort());
    let place = match &pair.node.data {
        Data::List(list) => list.first().map_or(pair.place, |first| first.place),
        _ => pair.node.place,
    };
    Mistake::error(place, message).help(format!("begin it once, with a line of its own: [{}]", pair.key))
}

/// What stands for a key at the top.
fn top<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    node.pairs()?.iter().find(|pair| pair.key == key).map(|pair| &pair.node)
}

fn required(node: &Node) -> Option<Text> {
    top(node, "required-version").and_then(|node| text_of(node, "required-version").ok())
}

/// The files that a file extends.
fn bases(node: &Node, mistakes: &mut Vec<Mistake>) -> Vec<Text> {
    let Some(node) = top(node, "extends") else { return Vec::new() };
    let single = std::slice::from_ref(node);
    let nodes = if let Data::List(list) = &node.data { list.as_slice() } else { single };
    let texts = nodes.iter().map(|node| text_of(node, "extends"));
    texts.filter_map(|text| text.map_err(|mistake| mistakes.push(mistake)).ok()).collect()
}

#[cfg(test)]
mod tests {
    use crate::config::trial::check;

    #[test]
    fn an_unknown_table_is_told_with_what_was_meant() {
        check(
            "[contxt]\ndisable = []\n",
            &[("contxt", "the configuration has an unknown key `contxt`", "did you mean `context`?")],
        );
        check(
            "colour = 1\n",
            &[(
                "colour",
                "the configuration has an unknown key `colour`",
                "known keys are `required-version`, `extends`, `rules`, `include`, `exclude`, `fail-on`, `max-file-size`, `default-date`, `baseline`, `checks`, `overrides`, `ignore`, `context` and `cues`",
            )],
        );
    }

    #[test]
    fn headers_have_the_right_number_of_brackets() {
        check(
            "[[context]]\n",
            &[(
                "[[context]]",
                "`context` must be one table, and this is a list",
                "begin it once, with a line of its own: [context]",
            )],
        );
        check(
            "[cues]\nid = 'own'\neffect = 'hedge'\nphrases = ['methinks']\n",
            &[(
                "[cues]",
                "`cues` needs two pairs of brackets",
                "begin each with a line of its own, in two pairs of brackets: [[cues]]",
            )],
        );
    }

    #[test]
    fn a_table_with_a_syntax_error_leaves_the_others() {
        check(
            "[context]\ndisable = [oops]\n[[cues]]\nid = 3\n",
            &[
                (
                    "oops",
                    "not TOML: string values must be quoted, expected literal string",
                    "put text in straight double quotes: key = \"text\"",
                ),
                ("[[cues]]", "this group of cues needs `effect`", "add a line such as: effect = \"rumour\""),
                (
                    "[[cues]]",
                    "this group of cues needs `phrases`",
                    "add a line such as: phrases = [\"word on the quay (is|was) that\"]",
                ),
                (
                    "3",
                    "`id` must be text in quotes, and this is a number",
                    "write it as in: id = \"league-clubs\"",
                ),
            ],
        );
    }
}
