//! Files that nobody should have to read: what is said of each, and how the run ends.
//!
//! A bad file never stops the others from being checked, never hangs, and is never passed over in silence.

use crate::workspace::Ran;
use crate::workspace::Workspace;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Cursor;
use std::io::Write;
use std::time::Duration;
use std::time::Instant;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const GOOD: (&str, &str) = ("in/good.txt", "The Harbour League has 12 clubs.\n");
const WRONG: &str = "The Harbour League has 14 clubs.";
/// No bad file may hold up a run for longer, on the slowest of machines.
const LONGEST: Duration = Duration::from_secs(60);

/// A Word document whose text is this XML.
fn docx(xml: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).expect("a new part");
    writer.write_all(xml.as_bytes()).expect("room");
    writer.finish().expect("a whole file").into_inner()
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xFF, 0xFE].into_iter().chain(units).collect()
}

fn gzip(text: &str) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::default());
    writer.write_all(text.as_bytes()).expect("room");
    writer.finish().expect("a whole file")
}

fn zstandard(text: &str) -> Vec<u8> {
    zstd::encode_all(text.as_bytes(), 0).expect("a whole file")
}

/// All but the last bytes.
fn cut(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() - 4);
    bytes
}

/// Files with the code that ends a run over them and a good article, and what is said of them.
fn files() -> Vec<(&'static str, Vec<u8>, i32, &'static str)> {
    let whole = docx(&format!("<w:p><w:t>{WRONG}</w:t></w:p>"));
    let bomb = "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><w:p><w:t>&c;A word.</w:t></w:p>";
    let deep = "<w:p>".repeat(10_000);
    let wrong = format!("{{\"text\": \"{WRONG}\"}}\n");
    let line = format!("{} {WRONG}", "word ".repeat(4 << 20 >> 2 >> 2));
    vec![
        ("in/a.txt", b"A caf\xE9 here.".to_vec(), 2, "a.txt:1:6: error[encoding]"),
        ("in/a.txt", b"One.\n\xFF\xFE\xFD".to_vec(), 2, "a.txt:2:1: error[encoding]"),
        ("in/a.txt", b"\xFF\xFEA\0\x3D\xD8".to_vec(), 2, "a.txt:1:2: error[encoding]"),
        ("in/a.txt", b"\x89PNG\r\n\0\0".to_vec(), 2, "error[encoding]|error[binary]"),
        ("in/a.md", b"Text \0 here".to_vec(), 2, "a.md:1:6: error[binary]"),
        ("in/a.txt", utf16(WRONG), 1, "a.txt:1:24: error[league-clubs]"),
        (
            "in/a.txt",
            [b"\xEF\xBB\xBF".as_slice(), WRONG.as_bytes()].concat(),
            1,
            "a.txt:1:24: error[league-clubs]",
        ),
        ("in/a.txt", vec![b'a'; (16 << 20) + 1], 2, "error[too-large]"),
        ("in/a.txt", Vec::new(), 0, ""),
        ("in/a.txt", WRONG.replace(' ', "\r").into_bytes(), 1, "error[league-clubs]"),
        ("in/a.docx", whole.clone(), 1, "error[league-clubs]"),
        ("in/a.docx", whole[..whole.len() / 2].to_vec(), 2, "error[damaged]"),
        ("in/a.docx", b"PK\x03\x04".to_vec(), 2, "error[damaged]"),
        ("in/a.docx", docx(&" ".repeat((64 << 20) + 1)), 2, "error[too-large]"),
        ("in/a.docx", docx(bomb), 0, ""),
        ("in/a.docx", docx(&deep), 2, "error[damaged]"),
        ("in/a.html", format!("{}{WRONG}", "<div><b>".repeat(10_000)).into_bytes(), 1, "error[league-clubs]"),
        ("in/a.md", format!("{}{WRONG}", "> ".repeat(10_000)).into_bytes(), 0, "info[league-clubs]|"),
        (
            "in/a.md",
            format!("---\nfactlint: {}\n---\n{WRONG}", "[{a: ".repeat(5_000)).into_bytes(),
            1,
            "error[league-clubs]",
        ),
        ("in/a.rst", format!("{}{WRONG}", "* ".repeat(10_000)).into_bytes(), 1, "error[league-clubs]"),
        ("in/a.adoc", format!("{}{WRONG}", "*_`+".repeat(10_000)).into_bytes(), 1, "error[league-clubs]"),
        ("in/a.txt", line.clone().into_bytes(), 1, "error[league-clubs]"),
        ("in/a.html", line.into_bytes(), 1, "error[league-clubs]"),
        ("in/a.jsonl", b"{\"text\": \"Torn".to_vec(), 2, "error[json-line]"),
        ("in/a.jsonl", b"{\"text\": ".repeat(10_000), 2, "error[json-line]"),
        ("in/a.jsonl", format!("{}\n", "[".repeat(100_000)).into_bytes(), 2, "error[json-line]"),
        ("in/a.jsonl", utf16("{}"), 2, "error[encoding]"),
        ("in/a.jsonl.gz", gzip(&wrong), 1, "a.jsonl.gz#@line-1:1:24: error[league-clubs]"),
        ("in/a.jsonl.gz", [gzip(&wrong), gzip(&wrong)].concat(), 1, "a.jsonl.gz#@line-2:1:24: error"),
        ("in/a.jsonl.gz", cut(gzip(&wrong)), 2, "#@line-2: error[damaged]"),
        ("in/a.jsonl.gz", Vec::new(), 2, "#@line-1: error[damaged]"),
        ("in/a.jsonl.gz", b"No gzip at all.".to_vec(), 2, "#@line-1: error[damaged]"),
        ("in/a.jsonl.gz", gzip(&"a".repeat((16 << 20) + 1)), 2, "error[too-large]"),
        ("in/a.ndjson.zst", zstandard(&wrong), 1, "a.ndjson.zst#@line-1:1:24: error[league-clubs]"),
        ("in/a.jsonl.zst", cut(zstandard(&wrong)), 2, "error[damaged]"),
        ("in/a.jsonl.zst", gzip(&wrong), 2, "#@line-1: error[damaged]"),
    ]
}

fn checked(workspace: &Workspace, what: &str) -> Ran {
    let started = Instant::now();
    let ran = workspace.run(&["check", "in", "--format", "concise"]);
    assert!(started.elapsed() < LONGEST, "{what} took {:?}", started.elapsed());
    assert!(!ran.err.contains("panicked") && !ran.err.contains("RUST_BACKTRACE"), "{what}: {}", ran.err);
    ran
}

/// Checks the exit code and that one of the texts between bars is said.
#[track_caller]
fn check(ran: &Ran, code: i32, words: &str, what: &str) {
    let out: String = ran.out.chars().take(2_000).collect();
    assert_eq!(ran.code, code, "{what}: {out}{}", ran.err);
    assert!(words.split('|').any(|words| ran.out.contains(words)), "{what}: {words:?} is not in {out}");
    assert!(words.is_empty() == ran.out.is_empty() || words.contains('|'), "{what}: {out}");
}

#[test]
fn each_bad_file_is_told_and_the_others_are_checked() {
    for (path, bytes, code, words) in files() {
        let workspace = Workspace::with(&[GOOD]);
        let what = format!("{path}: {:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(40)]));
        workspace.write(path, bytes);
        let ran = checked(&workspace, &what);
        check(&ran, code, words, &what);
        assert!(ran.err.contains("Checked ") || code < 2, "{what}: {}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_told_and_never_waited_for() {
    use std::os::unix::fs::symlink;
    use std::process::Command;
    let fifo = |workspace: &Workspace, name: &str| {
        let made = Command::new("mkfifo").arg(workspace.path().join(name)).status().expect("mkfifo runs");
        assert!(made.success());
    };
    let workspace = Workspace::with(&[GOOD]);
    fifo(&workspace, "in/a.txt");
    check(
        &checked(&workspace, "a FIFO"),
        2,
        "a.txt: error[unreadable] only files and folders are read, and this is a FIFO",
        "a FIFO",
    );
    let workspace = Workspace::with(&[GOOD]);
    symlink("nowhere", workspace.path().join("in/a.txt")).expect("a link");
    check(
        &checked(&workspace, "a dangling link"),
        2,
        "a.txt: error[unreadable] this link leads nowhere",
        "a dangling link",
    );
    let workspace = Workspace::with(&[GOOD]);
    symlink("b.txt", workspace.path().join("in/a.txt")).expect("a link");
    symlink("a.txt", workspace.path().join("in/b.txt")).expect("a link");
    check(&checked(&workspace, "a loop of links"), 2, "a.txt: error[unreadable]", "a loop of links");
    let workspace = Workspace::with(&[GOOD]);
    symlink(".", workspace.path().join("in/loop")).expect("a link");
    check(&checked(&workspace, "a loop of folders"), 0, "", "a loop of folders");
    for verb in [["check", "in/fifo"], ["extract", "in/fifo"]] {
        let workspace = Workspace::with(&[GOOD]);
        fifo(&workspace, "in/fifo");
        assert_eq!(workspace.run(&verb).code, 2, "{verb:?}");
    }
}

/// Whether this user may read everything, so that nothing can be forbidden.
#[cfg(unix)]
fn may_read_all(workspace: &Workspace) -> bool {
    fs::read_dir(workspace.path().join("in/locked")).is_ok()
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = Workspace::with(&[GOOD, ("in/locked/a.txt", WRONG)]);
    let locked = workspace.path().join("in/locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).expect("a mode");
    let ran = checked(&workspace, "a locked folder");
    let (code, words) = if may_read_all(&workspace) {
        (1, "a.txt:1:24: error[league-clubs]")
    } else {
        (2, "locked: error[unreadable] you do not have the right to read this folder")
    };
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).expect("a mode");
    check(&ran, code, words, "a locked folder");
}

#[cfg(unix)]
#[test]
fn a_file_that_vanishes_during_the_run_is_told() {
    use std::process::Stdio;
    // Thousands of articles are found first and read one by one, so the last one can go in between.
    let workspace = Workspace::with(&[GOOD]);
    let text = format!("{}\n", "The league met on Tuesday. ".repeat(400));
    for n in 0..400 {
        workspace.write(&format!("in/m{n:04}.txt"), &text);
    }
    workspace.write("in/z.txt", WRONG);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_factlint"));
    let command =
        command.current_dir(workspace.path()).args(["check", "in", "-j1", "--format", "concise", "-v"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the command runs");
    // It says which rules it uses before it reads the first article.
    let mut said = [0; 1];
    std::io::Read::read_exact(child.stderr.as_mut().expect("a pipe"), &mut said).expect("a word");
    std::thread::sleep(Duration::from_millis(30));
    fs::remove_file(workspace.path().join("in/z.txt")).expect("a file");
    let ran = Ran::of(child.wait_with_output().expect("it ends"));
    let is_told = ran.code == 2 && ran.out.contains("z.txt: error[unreadable]");
    // On a fast machine it may be read before it goes; on a slow one it is gone before it is found.
    let is_read = ran.code == 1 && ran.out.contains("z.txt:1:24: error[league-clubs]");
    let is_unseen = ran.code == 0 && ran.err.contains("Checked 401 articles");
    assert!(is_told || is_read || is_unseen, "{}{}", ran.out, ran.err);
}
