//! Loads rule files: every mistake of every file in one run, and the facts that have none.

pub mod file;
mod filled;

use crate::fact::Place;
use crate::fact::RuleFile;
use crate::fact::Rules;
use crate::fact::check;
use crate::fact::checked;
use crate::fact::load::file::Read;
use crate::fact::mistake::Mistake;
use crate::fact::parts;
use crate::fact::parts::Lengths;
use crate::fact::parts::Part;
use crate::fact::scope::Quantity;
use crate::fact::scope::Scope;
use crate::fact::sections;
use crate::fact::sections::Section;
use crate::fact::sections::Sections;
use crate::span::Span;
use crate::value::read;
use std::ops::Range;
use std::panic::resume_unwind;
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

/// Loads the rule files at `paths`, each once.
pub fn files(paths: &[PathBuf]) -> Loaded {
    let mut known = Vec::new();
    let mut files = Vec::new();
    for path in paths {
        let place = path.canonicalize().unwrap_or_else(|_| path.clone());
        if !known.contains(&place) {
            known.push(place);
            files.push(file::read(path));
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
        let mistake = file::unread(&self.rules.files[file].path, Place { file, span }, why);
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
    use super::Loading;
    use crate::fact::RuleFile;
    use crate::fact::Rules;
    use crate::fact::load::file::Read;
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
