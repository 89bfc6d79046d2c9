//! A fuzz harness for stable Rust: each reader gets the inputs of its corpus, then changed ones.
//!
//! `tests/corpus/TARGET/` holds the inputs. `cargo test` reads them all and a few hundred changes of them, the
//! same ones each time. For a longer search: `FACTLINT_FUZZ_SECONDS=600 cargo test --release --test it fuzz`.
//! An input that breaks a reader is written into its corpus, where it is read first from then on.

use crate::engine;
use crate::fix;
use crate::wrappings;
use factlint::config;
use factlint::document::Document;
use factlint::fact::RuleFile;
use factlint::fact::load;
use factlint::lint::Linter;
use factlint::source::Article;
use factlint::source::Format;
use factlint::source::docx;
use factlint::source::encoding;
use factlint::source::line;
use std::fs;
use std::io::Cursor;
use std::io::Write;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Duration;
use std::time::Instant;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

static LINTER: LazyLock<Linter<'static>> = LazyLock::new(|| engine::linter(wrappings::RULES));
static FIXING: LazyLock<Linter<'static>> = LazyLock::new(|| engine::linter(fix::RULES));

/// How many changed inputs each target gets in an ordinary run.
const CHANGES: usize = 150;
/// No input grows longer than this.
const LONGEST: usize = 4_000;

/// Words that the readers know, put in at random.
const WORDS: &[&str] = &[
    "<!--",
    "-->",
    "factlint-ignore count: x",
    "factlint-ignore-start",
    "factlint-as-of 2023-02-01",
    "{/*",
    "*/}",
    "---\n",
    "+++\n",
    "title: ",
    "factlint:\n  ignore:\n",
    "\n\n",
    "\r\n",
    "\n    ",
    "\n- ",
    "\n> ",
    "| ",
    "|===\n",
    "|---|\n",
    "::\n\n",
    ".. note::\n",
    "====\n",
    "____\n",
    "``",
    "**",
    "](",
    "&#45;",
    "&nbsp;",
    "<td>",
    "<p hidden>",
    "<title>",
    "[[entity]]\n",
    "[[fact]]\n",
    "kind = \"count\"\n",
    "value = ",
    "timeline = [{ value = 1, from = 2020-01-01 }]\n",
    "\"\"\"",
    "{\"text\": \"",
    "\\ud83d",
    "<w:t>",
    "</w:t>",
    "<w:del>",
    "&amp;",
    "Zelmora",
    "29 member states",
    "thirty-one",
    "€1.2bn",
    "March 4",
    "295%",
    "\u{ad}",
    "\u{202e}",
    "\u{301}",
    "“",
    "”",
    "99999999999999999999999999999999",
    "0.000000000000000000000000001",
];

/// A reader with the folder of its inputs.
struct Target {
    name: &'static str,
    read: fn(&[u8]),
}

const TARGETS: &[Target] = &[
    Target { name: "text", read: |bytes| article(Format::Text, bytes) },
    Target { name: "markdown", read: |bytes| article(Format::Markdown, bytes) },
    Target { name: "html", read: |bytes| article(Format::Html, bytes) },
    Target { name: "rst", read: |bytes| article(Format::Rst, bytes) },
    Target { name: "asciidoc", read: |bytes| article(Format::AsciiDoc, bytes) },
    Target { name: "docx", read: word },
    Target { name: "jsonl", read: json },
    Target { name: "encodings", read: decode },
    Target { name: "rules", read: rules },
    Target { name: "settings", read: settings },
    Target { name: "directives", read: directives },
    Target { name: "values", read: values },
];

fn article(format: Format, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let article = Article { path: "a".into(), text, format, is_verbatim: true, ..Article::default() };
    engine::check_sound(&LINTER, &article, 1 + bytes.len() % 400);
    engine::check_mended(&FIXING, &article);
}

/// The bytes as a Word document, and as the XML in one.
fn word(bytes: &[u8]) {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).expect("a new part");
    writer.write_all(bytes).expect("room");
    let packed = writer.finish().expect("a whole file").into_inner();
    for bytes in [bytes, &packed] {
        if let Ok(text) = docx::text(bytes) {
            article(Format::Text, text.as_bytes());
        }
    }
}

fn json(bytes: &[u8]) {
    match line::parse(bytes, 1) {
        Ok(line) => engine::check_sound(&LINTER, &line.article, 80),
        Err(refused) => assert!(refused.before.len() <= bytes.len()),
    }
}

fn decode(bytes: &[u8]) {
    match encoding::decode(bytes) {
        Ok(decoded) => assert!(decoded.text_at <= bytes.len()),
        Err(refused) => assert!(!refused.cause.to_string().is_empty()),
    }
}

fn rules(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let loaded = load::texts(vec![RuleFile::new("a.toml", text.clone())]);
    for mistake in &loaded.mistakes {
        assert!(text.get(mistake.place.span.start()..mistake.place.span.end()).is_some(), "{mistake:?}");
    }
}

fn settings(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let loaded = config::load::text(RuleFile::new("factlint.toml", text.clone()));
    for mistake in &loaded.mistakes {
        assert!(text.get(mistake.place.span.start()..mistake.place.span.end()).is_some(), "{mistake:?}");
    }
}

/// The bytes as comments and as front matter around sentences that are wrong.
fn directives(bytes: &[u8]) {
    let words = String::from_utf8_lossy(bytes);
    let wrong = "Zelmora has twenty-nine member states.";
    let comment = format!("<!-- {words} -->\n{wrong}\n\n{wrong} <!-- factlint-{words} -->\n\n- {wrong}\n");
    article(Format::Markdown, comment.as_bytes());
    article(Format::Markdown, format!("---\nfactlint: {words}\n---\n{wrong}\n").as_bytes());
    article(Format::Rst, format!(".. factlint-{words}\n\n{wrong}\n").as_bytes());
    article(Format::AsciiDoc, format!("// factlint-{words}\n{wrong}\n").as_bytes());
}

fn values(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let document = Document::plain(&text, None);
    for sentence in document.sentences() {
        for value in document.values(sentence) {
            let is_within = sentence.span.contains(value.full) && value.full.contains(value.core);
            assert!(is_within && !value.core.of(&document.text).is_empty(), "{value:?}");
        }
    }
}

/// Numbers that look random and are the same each time: xorshift.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).expect("less than the limit")
    }
}

/// A changed input: bytes flipped, words put in, stretches doubled or left out, two inputs joined.
fn changed(dice: &mut Dice, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = corpus[dice.below(corpus.len())].clone();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + 1 + dice.below(24)).min(bytes.len()).max(at);
        match dice.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..at, bytes[at..end].repeat(1 + dice.below(6)))),
            3 => {
                let other = &corpus[dice.below(corpus.len())];
                let from = dice.below(other.len() + 1);
                bytes.splice(at.., other[from..].iter().copied());
            }
            _ => drop(bytes.splice(at..at, WORDS[dice.below(WORDS.len())].bytes())),
        }
        bytes.truncate(LONGEST);
    }
    bytes
}

fn folder(target: &Target) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(target.name)
}

fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder(target)).expect("a folder of inputs");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("an input")).collect()
}

/// Lets a reader read; an input that breaks it is kept.
fn check(target: &Target, bytes: &[u8]) {
    if catch_unwind(AssertUnwindSafe(|| (target.read)(bytes))).is_ok() {
        return;
    }
    let sum = bytes.iter().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)));
    let path = folder(target).join(format!("found-{sum:08x}"));
    fs::write(&path, bytes).expect("room for an input");
    let shown = String::from_utf8_lossy(bytes);
    unreachable!("{} breaks on {shown}, which was written to {}", target.name, path.display());
}

fn run(target: &Target) {
    let corpus = corpus(target);
    assert!(corpus.len() > 1, "{} has too few inputs", target.name);
    for bytes in &corpus {
        check(target, bytes);
    }
    let seconds = std::env::var("FACTLINT_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds) / TARGETS.len() as u32);
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ target.name.len() as u64);
    let mut n_changes = 0;
    while end.map_or(n_changes < CHANGES, |end| Instant::now() < end) {
        check(target, &changed(&mut dice, &corpus));
        n_changes += 1;
    }
}

#[test]
fn no_input_breaks_a_reader_of_articles() {
    TARGETS.iter().take(5).for_each(run);
}

#[test]
fn no_input_breaks_another_reader() {
    TARGETS.iter().skip(5).for_each(run);
}
