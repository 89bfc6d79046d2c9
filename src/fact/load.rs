//! Loads rule files: every mistake of every file in one run, and the facts that have none.

use crate::fact::Place;
use crate::fact::RuleFile;
use crate::fact::Rules;
use crate::fact::check;
use crate::fact::checked;
use crate::fact::each::Template;
use crate::fact::mistake::Mistake;
use crate::fact::parts;
use crate::fact::parts::Lengths;
use crate::fact::parts::Part;
use crate::fact::raw::Node;
use crate::fact::rows;
use crate::fact::scope::Quantity;
use crate::fact::scope::Scope;
use crate::fact::sections;
use crate::fact::sections::Section;
use crate::fact::sections::Sections;
use crate::fact::table::text_of;
use crate::span::Span;
use crate::value::read;
use std::ops::Range;
use std::panic::resume_unwind;
use std::path::Path;
use std::path::PathBuf;
use std::thread;

/// Rules with what was wrong in their files.
#[derive(Debug)]
pub struct Loaded {
    /// The facts without a mistake.
    pub rules: Rules,
    /// All mistakes, in the order of the files.
    pub mistakes: Vec<Mistake>,
}

/// So many bytes of rules are some thousands of facts.
const MANY: usize = 1 << 20;

/// A file being loaded, with why it could not be read.
pub type Read = (RuleFile, Option<(Span, String)>);

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
    let length: usize = files.iter().map(|(file, _)| file.text.len()).sum();
    let mut load = || Loading::new(read::one).run(std::mem::take(&mut files));
    if length < MANY { load() } else { apart(&mut load).unwrap_or_else(load) }
}

/// Does some work in a thread of its own, if one can be had. What loading leaves behind lies in pieces, and the memory
/// in which articles are read is not to be looked for among them.
fn apart<T: Send>(work: &mut (impl FnMut() -> T + Send)) -> Option<T> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().spawn_scoped(scope, work).ok()?;
        Some(thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// Loads rules that were read already, or could not be.
pub fn read(files: Vec<Read>) -> Loaded {
    Loading::new(read::one).run(files)
}

/// Loads rules that were read already.
pub fn texts(files: Vec<RuleFile>) -> Loaded {
    texts_with(files, read::one)
}

/// Loads rules that were read already, with the tables that they name: nothing is read from the disk that is among
/// these.
pub fn carried(files: Vec<RuleFile>, tables: Vec<RuleFile>) -> Loaded {
    let loading = Loading { tables, ..Loading::new(read::one) };
    loading.run(files.into_iter().map(|file| (file, None)).collect())
}

/// Loads rules with another reader of quantities.
pub(crate) fn texts_with(files: Vec<RuleFile>, quantity: Quantity) -> Loaded {
    Loading::new(quantity).run(files.into_iter().map(|file| (file, None)).collect())
}

/// Reads a file; bytes that are no UTF-8 are replaced, so that the text before them keeps its places.
pub fn read_file(path: &Path) -> Read {
    let file = |text: String| RuleFile::new(path, text);
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

/// Facts whose turn comes when the entities of all files are known.
enum Turn {
    /// Those of tables that were read.
    Read(Vec<Section>),
    /// Those that are still written in a part of a file.
    Written(usize, Range<usize>),
}

/// Everything met while loading.
struct Loading {
    scope: Scope,
    rules: Rules,
    mistakes: Vec<Mistake>,
    /// Tables that were read already.
    tables: Vec<RuleFile>,
}

impl Loading {
    fn new(quantity: Quantity) -> Loading {
        Loading {
            scope: Scope::new(quantity),
            rules: Rules::default(),
            mistakes: Vec::new(),
            tables: Vec::new(),
        }
    }

    fn run(self, files: Vec<Read>) -> Loaded {
        self.run_in(files, parts::USUAL)
    }

    fn run_in(mut self, files: Vec<Read>, lengths: Lengths) -> Loaded {
        let (files, broken): (Vec<RuleFile>, Vec<_>) = files.into_iter().unzip();
        self.rules.files = files;
        match self.load(&broken, lengths) {
            Some(()) => self.close(),
            // A mistake in one part may lie in another one, and all of a file are to be told. Whole files are never refused.
            None => {
                let mut anew = self.anew(broken.len());
                anew.load(&broken, parts::WHOLE).unwrap_or_default();
                anew.close()
            }
        }
    }

    /// The same, as if nothing had been read of the files, of which there are so many.
    fn anew(self, n_files: usize) -> Loading {
        let mut files = self.rules.files;
        let tables = self.tables.into_iter().chain(files.drain(n_files..)).collect();
        let rules = Rules { files, ..Rules::default() };
        Loading { rules, tables, ..Loading::new(self.scope.quantity) }
    }

    /// Loads the files but those that could not be read; `None` where something is wrong with a part of one. Entities
    /// of all files come before the facts of the first one.
    fn load(&mut self, broken: &[Option<(Span, String)>], lengths: Lengths) -> Option<()> {
        let mut turns = Vec::new();
        for (file, broken) in broken.iter().enumerate() {
            match broken {
                None => turns.extend(self.open(file, lengths)?),
                Some((span, why)) => self.refuse(file, *span, why),
            }
        }
        // One after the other, so that what the first ones held is there for the next.
        for turn in turns {
            self.sections(turn)?.iter().for_each(|section| self.fact(section));
        }
        Some(())
    }

    fn open(&mut self, file: usize, lengths: Lengths) -> Option<Vec<Turn>> {
        let parts = parts::open(&self.rules.files[file].text, file, lengths)?;
        let turn = |part| match part {
            Part::Read(sections) => Turn::Read(self.declare(sections)),
            Part::Written(bytes) => Turn::Written(file, bytes),
        };
        Some(parts.into_iter().map(turn).collect())
    }

    fn sections(&self, turn: Turn) -> Option<Vec<Section>> {
        match turn {
            Turn::Read(sections) => Some(sections),
            Turn::Written(file, part) => {
                let sections = sections::of_part(&self.rules.files[file].text, file, part)?;
                // Whoever writes "entity" in a way of his own declares it behind our back.
                sections.entities.is_empty().then_some(sections.facts)
            }
        }
    }

    /// Declares the entities of some sections, and gives their facts.
    fn declare(&mut self, sections: Sections) -> Vec<Section> {
        self.mistakes.extend(sections.mistakes);
        for section in sections.entities {
            let mistakes = self.scope.entities.declare(&section.node);
            self.mistakes.extend(mistakes.into_iter().filter(|_| !section.is_spoilt));
        }
        sections.facts
    }

    fn refuse(&mut self, file: usize, span: Span, why: &str) {
        let mistake = unread(&self.rules.files[file].path, Place { file, span }, why);
        self.mistakes.push(mistake);
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
        let carried = self.tables.iter().position(|file| file.path == path);
        let (file, broken) = match carried {
            Some(at) => (self.tables.swap_remove(at), None),
            None => read_file(&path),
        };
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

/// The mistake of a file that could not be read.
pub fn unread(path: &Path, place: Place, why: &str) -> Mistake {
    let mistake = Mistake::error(place, format!("{} {why}", path.display()));
    mistake.help("check the name of the file, and save it as plain text in UTF-8")
}

/// FNV-1a over the texts in order; a byte that no UTF-8 text holds stands between two of them.
fn hash(files: &[RuleFile]) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let bytes = files.iter().flat_map(|file| file.text.bytes().chain([0xff]));
    format!("{:016x}", bytes.fold(0xcbf2_9ce4_8422_2325, step))
}
#[cfg(test)]
mod tests {
    use super::Loading;
    use super::Read;
    use super::files;
    use super::texts_with;
    use crate::fact::RuleFile;
    use crate::fact::Rules;
    use crate::fact::parts;
    use crate::fact::parts::Lengths;
    use crate::fact::trial::check_texts;
    use crate::fact::trial::load;
    use crate::fact::trial::mistakes;
    use crate::fact::trial::quantity;

    #[test]
    fn a_mistake_in_one_file_leaves_the_others() {
        let good = "[[entity]]\nid = 'league'\nnames = ['Harbour League']\n";
        let loaded = load(&["[[fact]]\nid = ", good]);
        assert_eq!(loaded.rules.entities.len(), 1);
        assert_eq!(mistakes(&loaded).len(), 1);
    }

    /// The mistakes of a template over a table, written to a folder of its own for the length of a test.
    fn filled(name: &str, table: &str, keys: &str) -> (Vec<String>, Vec<(String, String, String)>) {
        let folder = std::env::temp_dir().join(format!("factlint-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name), table).unwrap();
        let text = format!("[[fact]]\neach = '{name}'\nsays = '{{club}}'\nkind = 'count'\n{keys}");
        let file = RuleFile::new(folder.join("rules.toml"), text);
        let loaded = texts_with(vec![file], quantity);
        std::fs::remove_dir_all(&folder).unwrap();
        let ids = loaded.rules.facts.iter().map(|fact| format!("{} {}", fact.id, fact.says)).collect();
        let shorter = |text: String| text.replace(&format!("{}/", folder.display()), "");
        let mistakes =
            mistakes(&loaded).into_iter().map(|(words, message, help)| (words, shorter(message), help));
        (ids, mistakes.collect())
    }

    #[track_caller]
    fn check_filled(name: &str, table: &str, keys: &str, ids: &[&str], expected: &[(&str, &str, &str)]) {
        let (found, mistakes) = filled(name, table, keys);
        assert_eq!(found, ids);
        let mistakes: Vec<(&str, &str, &str)> = mistakes
            .iter()
            .map(|(words, message, help)| (words.as_str(), message.as_str(), help.as_str()))
            .collect();
        assert_eq!(mistakes, expected);
    }

    const KEYS: &str = "id = 'fans-{id}'\nsubject = { names = ['{club}'] }\nattribute = ['fan']\n";

    #[test]
    fn a_table_makes_a_fact_a_row() {
        let keys = format!("{KEYS}timeline = [{{ value = '{{fans}}', from = '{{since}}' }}]");
        let csv = "id,club,fans,since\na,Alma,\"1,200\",2020-01-01\nb,Boa,31,2021-01-01\n";
        check_filled("good.csv", csv, &keys, &["fans-a Alma", "fans-b Boa"], &[]);
        let lines = "{\"id\":\"a\",\"club\":\"Alma\",\"fans\":1200,\"since\":\"2020-01-01\"}\n";
        check_filled("good.jsonl", lines, &keys, &["fans-a Alma"], &[]);
    }

    #[test]
    fn a_faulty_cell_is_named_by_file_row_and_column() {
        let whole = "bad.csv, row 3, column `fans`: the value of a count is a whole number, without quotes and commas";
        let other = "write it as in: value = 12. A number with a unit is of kind `measure`";
        let second = "bad.csv, row 5, column `id`: a second fact with the id `fans-a`";
        check_filled(
            "bad.csv",
            "id,club,fans\na,Alma,1200\nb,Boa,many\nc,,7\na,Dora,8\ne,Eve\n",
            &format!("{KEYS}value = '{{fans}}'"),
            &["fans-a Alma"],
            &[
                ("b,Boa,many", whole, other),
                (
                    "c,,7",
                    "bad.csv, row 4: the cell of column `club` is empty",
                    "fill the cell, or remove the row",
                ),
                ("a,Dora,8", second, "give one of the two another id"),
                (
                    "e,Eve",
                    "bad.csv: row 6 has 2 cells where the header has 3",
                    "give every row a cell for every column, with quotes around a cell that holds a comma",
                ),
            ],
        );
    }

    #[test]
    fn a_missing_column_is_told_once() {
        let missing = "less.csv has no column `fans`";
        check_filled(
            "less.csv",
            "id,club,fan\na,Alma,1\nb,Boa,2\n",
            &format!("{KEYS}value = '{{fans}}'"),
            &[],
            &[("'{fans}'", missing, "did you mean `fan`? its columns are `id`, `club` and `fan`")],
        );
    }

    #[test]
    fn what_every_row_repeats_is_told_once() {
        check_filled(
            "same.csv",
            "id,club,fans\na,Alma,1\nb,Boa,2\n",
            "id = 'fans-{id}'\nsubject = { names = ['{club}'] }\nvalue = '{fans}'\nrivals = ['red']\nnature = 'even'",
            &[],
            &[
                (
                    "[[fact]]",
                    "fact `fans-{id}` needs `attribute`",
                    "add a line such as: attribute = [\"club\", \"team\"]",
                ),
                (
                    "rivals",
                    "`rivals` does not belong in a fact of kind `count`",
                    "it belongs in facts of kind `term`: remove it, or change `kind`",
                ),
                (
                    "'even'",
                    "`nature` cannot be `even`",
                    "did you mean `event`? it is one of `state`, `event` or `plan`",
                ),
            ],
        );
    }

    /// Checks that texts read in short parts are what they are when they are read whole, and whether they can be.
    #[track_caller]
    fn check_parts(texts: &[&str], in_parts: bool) {
        let short = Lengths { long: 0, part: 8 };
        let files =
            || texts.iter().map(|text| (RuleFile::new("rules.toml", (*text).to_owned()), None)).collect();
        let run = |lengths| {
            let loaded = Loading::new(quantity).run_in(files(), lengths);
            let Rules { facts, entities, hash, files } = &loaded.rules;
            format!("{facts:?} {entities:?} {hash} {} {:?}", files.len(), mistakes(&loaded))
        };
        assert_eq!(run(short), run(parts::WHOLE), "{texts:?}");
        let mut loading = Loading::new(quantity);
        loading.rules.files = files().into_iter().map(|(file, _): Read| file).collect();
        assert_eq!(loading.load(&vec![None; texts.len()], short).is_some(), in_parts, "{texts:?}");
    }

    #[test]
    fn parts_are_read_as_the_whole_is() {
        let fact = |id: &str| {
            format!("[[fact]]\nid = '{id}'\nsays = 'é'\nkind = 'quote'\nvalue = '{id}'\nsubject = 'b'\n")
        };
        let (a, b) = (fact("a"), fact("b"));
        let entity = "[[entity]] # c\nid = 'b'\nnames = ['B']\n";
        let source = "[fact.source]\nurl = 'u'\n";
        check_parts(&[&[&a, &b, entity, source, &fact("c")].concat()], false);
        check_parts(&[&[&a, source, &b, entity, &fact("c")].concat()], true);
        check_parts(&[&[&*a, &*a, entity].concat(), &b], true);
        check_parts(&[&a, &[entity, &b].concat(), ""], true);
        check_parts(&[&[&a, &b.replace("says", "syas"), entity].concat()], true);
        check_parts(&[&[entity, &a, "[[fact]]\nid = \n", &b].concat()], false);
        check_parts(&[&a, &[entity, "[[fact]]\nid = \"\"\"\n[[fact]]\n\"\"\"\n"].concat()], false);
        check_parts(&[&["[fact]\nid = 'first'\n", entity, &b].concat()], false);
        check_parts(&[&["fact = [{ id = 'first' }]\n", entity, &b].concat()], false);
        check_parts(&[&[entity, &a, "[[fcat]]\nid = 'b'\n", &b].concat()], false);
        check_parts(&[&[&*a, &entity.replace("entity", "\"\\u0065ntity\""), &*b].concat()], false);
    }

    #[test]
    fn a_table_read_before_a_broken_part_is_kept() {
        let table = RuleFile::new("t.csv", "id,club\na,Alma\n".to_owned());
        let each =
            "[[fact]]\neach = 't.csv'\nid = '{id}'\nsays = '{club}'\nkind = 'quote'\nvalue = '{club}'\n";
        let file = RuleFile::new("rules.toml", format!("{each}[[fact]]\nid = \n"));
        let loading = Loading { tables: vec![table], ..Loading::new(quantity) };
        let loaded = loading.run_in(vec![(file, None)], Lengths { long: 0, part: 8 });
        assert_eq!(loaded.rules.facts.len(), 1);
        assert_eq!((loaded.rules.files.len(), mistakes(&loaded).len()), (2, 1));
    }

    #[test]
    fn what_is_not_utf8_is_shown_at_its_byte() {
        let path = std::env::temp_dir().join(format!("factlint-{}-latin.toml", std::process::id()));
        std::fs::write(&path, b"# caf\xe9\n").unwrap();
        let loaded = files(&[path.clone(), path.clone()]);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(loaded.rules.files.len(), 1);
        assert_eq!(loaded.rules.line_of(loaded.mistakes[0].place), (1, 6));
        assert!(loaded.mistakes[0].message.ends_with("is not UTF-8"));
    }

    #[test]
    fn the_hash_knows_where_a_file_ends() {
        assert_eq!(load(&["# a"]).rules.hash, load(&["# a"]).rules.hash);
        assert_ne!(load(&["# a", "\n# b"]).rules.hash, load(&["# a\n# b"]).rules.hash);
    }

    #[test]
    fn a_fact_is_found_by_its_id() {
        let quote = "[[fact]]\nid = 'opening'\nsays = 'a'\nkind = 'quote'\nvalue = 'a'\n";
        let rules = load(&[quote]).rules;
        assert_eq!(rules.fact_named("opening").map(|fact| fact.says.as_str()), Some("a"));
        assert_eq!(rules.nearest_fact("openign"), Some("opening"));
        assert_eq!(rules.line_of(rules.facts[0].says_place), (3, 8));
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

    const SAMPLE: &str = "[[entity]]\nid = 'league'\nnames = ['Harbour League', \"Ligue «é»\"]\n[[fact]]\nid = 'a'\n\
        says = 'a'\nkind = 'count'\nsubject = ['league', { names = ['Cup'] }]\nattribute = ['club']\n\
        timeline = [{ value = 3, from = 2021-01-01 }]\nsource = { url = 'u' }\nreject = ['«3» é', { text = '«b»' }]\n";

    proptest::proptest! {
        #[test]
        fn no_text_is_too_broken(at in 0..SAMPLE.len(), len in 0..40_usize, put in "[\\[\\]{}='\"«é\n,a1-]{0,6}") {
            let (start, end) = (SAMPLE.floor_char_boundary(at), SAMPLE.ceil_char_boundary(at + len));
            let text = [&SAMPLE[..start], &put, &SAMPLE[end.min(SAMPLE.len())..]].concat();
            let loaded = load(&[&text]);
            for mistake in &loaded.mistakes {
                let span = mistake.place.span;
                proptest::prop_assert!(text.get(span.start()..span.end()).is_some(), "{mistake:?}");
                proptest::prop_assert!(!mistake.message.is_empty());
            }
        }
    }
}
