//! Loads rule files: every mistake of every file in one run, and the facts that have none.

use crate::fact::Place;
use crate::fact::RuleFile;
use crate::fact::Rules;
use crate::fact::check;
use crate::fact::checked;
use crate::fact::each::Template;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Node;
use crate::fact::rows;
use crate::fact::scope::Quantity;
use crate::fact::scope::Scope;
use crate::fact::sections;
use crate::fact::sections::Section;
use crate::fact::table::text_of;
use crate::span::Span;
use crate::value::read;
use std::path::Path;
use std::path::PathBuf;

/// Rules with what was wrong in their files.
#[derive(Debug)]
pub struct Loaded {
    /// The facts without a mistake.
    pub rules: Rules,
    /// All mistakes, in the order of the files.
    pub mistakes: Vec<Mistake>,
}

/// A file being loaded, with why it could not be read.
type Read = (RuleFile, Option<(Span, String)>);

/// Loads the rule files at `paths`, each once.
pub fn files(paths: &[PathBuf]) -> Loaded {
    let mut known = Vec::new();
    let mut files = Vec::new();
    for path in paths {
        let place = path.canonicalize().unwrap_or_else(|_| path.clone());
        if !known.contains(&place) {
            known.push(place);
            files.push(read_file(path));
        }
    }
    Loading::new(read::one).run(files)
}

/// Loads rules that were read already.
pub fn texts(files: Vec<RuleFile>) -> Loaded {
    texts_with(files, read::one)
}

/// Loads rules with another reader of quantities.
pub(crate) fn texts_with(files: Vec<RuleFile>, quantity: Quantity) -> Loaded {
    Loading::new(quantity).run(files.into_iter().map(|file| (file, None)).collect())
}

/// Bytes that are no UTF-8 are replaced, so that the text before them keeps its places.
fn read_file(path: &Path) -> Read {
    let file = |text: String| RuleFile { path: path.to_owned(), text };
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return (file(String::new()), Some((Span::at(0), format!("cannot be read: {error}")))),
    };
    match String::from_utf8(bytes) {
        Ok(text) => (file(text), None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            (file(text), Some((Span::new(at, at + '\u{fffd}'.len_utf8()), "is not UTF-8".to_owned())))
        }
    }
}

/// Everything met while loading.
struct Loading {
    scope: Scope,
    rules: Rules,
    mistakes: Vec<Mistake>,
}

impl Loading {
    fn new(quantity: Quantity) -> Loading {
        Loading { scope: Scope::new(quantity), rules: Rules::default(), mistakes: Vec::new() }
    }

    /// Entities of all files come before the facts of the first one.
    fn run(mut self, files: Vec<Read>) -> Loaded {
        let mut facts = Vec::new();
        for (file, broken) in files {
            match broken {
                None => facts.extend(self.open(&file)),
                Some((span, why)) => self.refuse(&file.path, span, &why),
            }
            self.rules.files.push(file);
        }
        for section in &facts {
            self.fact(section);
        }
        self.close()
    }

    fn open(&mut self, file: &RuleFile) -> Vec<Section> {
        let sections = sections::cut(&file.text, self.rules.files.len());
        self.mistakes.extend(sections.mistakes);
        for section in sections.entities {
            let mistakes = self.scope.entities.declare(&section.node);
            self.mistakes.extend(mistakes.into_iter().filter(|_| !section.is_spoilt));
        }
        sections.facts
    }

    fn refuse(&mut self, path: &Path, span: Span, why: &str) {
        let place = Place { file: self.rules.files.len(), span };
        let mistake = Mistake::error(place, format!("{} {why}", path.display()));
        self.mistakes.push(mistake.help("check the name of the file, and save it as plain text in UTF-8"));
    }

    fn fact(&mut self, section: &Section) {
        let each = section.node.pairs().and_then(|pairs| pairs.iter().find(|pair| pair.key == "each"));
        match each {
            _ if section.is_spoilt => {}
            Some(pair) => self.many(&section.node, &pair.node),
            None => {
                let (fact, mistakes) = checked::read(&section.node, &mut self.scope);
                self.rules.facts.extend(fact);
                self.mistakes.extend(mistakes);
            }
        }
    }

    fn many(&mut self, node: &Node, each: &Node) {
        let Some((path, file)) = self.table(each) else { return };
        let rows = rows::read(&path, self.rules.files.get(file).map_or("", |file| file.text.as_str()));
        let template = Template::new(node, &path, file, &rows);
        self.mistakes.extend(template.mistakes());
        if !template.is_usable() {
            return;
        }
        let first = self.mistakes.len();
        for row in &rows.rows {
            let empty = template.empty_cells(row);
            if !empty.is_empty() {
                self.mistakes.extend(empty);
                continue;
            }
            let (fact, mistakes) = checked::read(&template.filled(row), &mut self.scope);
            self.rules.facts.extend(fact);
            self.blame(first, mistakes.into_iter().map(|mistake| template.blame(mistake, row)));
        }
    }

    /// Adds mistakes but those that every row repeats, which are all from `first` on.
    fn blame(&mut self, first: usize, mistakes: impl Iterator<Item = Mistake>) {
        for mistake in mistakes {
            let is_known = self
                .mistakes
                .iter()
                .skip(first)
                .any(|known| known.place == mistake.place && known.message == mistake.message);
            if !is_known {
                self.mistakes.push(mistake);
            }
        }
    }

    /// The file that `each` names, beside the rule file, read once.
    fn table(&mut self, each: &Node) -> Option<(PathBuf, usize)> {
        let text = text_of(each, "each").map_err(|mistake| self.mistakes.push(mistake)).ok()?;
        let rule_file = self.rules.files.get(each.place.file).map(|file| file.path.as_path());
        let path = rule_file.and_then(Path::parent).unwrap_or(Path::new("")).join(&text.text);
        if let Some(known) = self.rules.files.iter().position(|file| file.path == path) {
            return Some((path, known));
        }
        let (file, broken) = read_file(&path);
        if let Some((_, why)) = broken {
            let mistake = Mistake::error(each.place, format!("{} {why}", path.display()));
            let help = "name a CSV or JSON lines file in UTF-8, beside this rule file or below it";
            self.mistakes.push(mistake.help(help));
            return None;
        }
        self.rules.files.push(file);
        Some((path, self.rules.files.len() - 1))
    }

    fn close(mut self) -> Loaded {
        self.mistakes.extend(check::rivals(&self.rules.facts));
        self.mistakes.sort_by_key(|mistake| mistake.place);
        self.rules.entities = self.scope.entities.list;
        self.rules.hash = hash(&self.rules.files);
        Loaded { rules: self.rules, mistakes: self.mistakes }
    }
}

/// FNV-1a over the texts in order; a byte that no UTF-8 text holds stands between two of them.
fn hash(files: &[RuleFile]) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let bytes = files.iter().flat_map(|file| file.text.bytes().chain([0xff]));
    format!("{:016x}", bytes.fold(0xcbf2_9ce4_8422_2325, step))
}
#[cfg(test)]
mod tests {
    use super::files;
    use crate::fact::trial::check_texts;
    use crate::fact::trial::load;
    use crate::fact::trial::mistakes;

    #[test]
    fn a_mistake_in_one_file_leaves_the_others() {
        let good = "[[entity]]\nid = 'league'\nnames = ['Harbour League']\n";
        let loaded = load(&["[[fact]]\nid = ", good]);
        assert_eq!(loaded.rules.entities.len(), 1);
        assert_eq!(mistakes(&loaded).len(), 1);
    }

    #[test]
    fn a_missing_file_is_a_mistake() {
        let loaded = files(&["no/such/file.toml".into()]);
        assert!(loaded.mistakes[0].message.starts_with("no/such/file.toml cannot be read: "));
    }

    #[test]
    fn a_top_level_key_is_known_or_guessed() {
        check_texts(
            &["[[facts]]\nid = 'a'\n"],
            &[("facts", "a rule file has an unknown key `facts`", "did you mean `fact`?")],
        );
    }
}
