//! The commands of a page, typed as they stand there, and what they print beside what the page says.

use crate::book::page::Block;
use crate::book::page::Step;
use crate::book::page::steps;
use crate::workspace::Workspace;
use regex::Regex;
use std::env;
use std::fs;
use std::io::Cursor;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

/// A folder in which the commands of a page are typed.
struct Shell {
    workspace: Workspace,
    folder: PathBuf,
    code: i32,
}

/// What a page would say if it were written anew: the texts of its consoles, each with its place.
fn printed(page: &str) -> Vec<(Block, String)> {
    let mut shell = Shell::new();
    let mut printed = Vec::new();
    for step in steps(page) {
        match step {
            Step::NewFolder => shell = Shell::new(),
            Step::Block(block) if block.language == "console" => {
                let text = shell.replay(&block.body);
                printed.push((block, text));
            }
            Step::Block(block) => shell.keep(&block),
        }
    }
    printed
}

/// A page with the texts of its consoles in place.
pub fn rewritten(page: &str) -> String {
    let mut text = page.to_owned();
    for (block, printed) in printed(page).into_iter().rev() {
        if !is_same(&block.body, &printed) {
            text.replace_range(block.place, &printed);
        }
    }
    text
}

/// Whether two texts are the same but for the time that a run took.
fn is_same(told: &str, printed: &str) -> bool {
    let time = Regex::new(r" in [0-9.]+ m?s\b").expect("a pattern");
    let [told, printed] = [told, printed].map(|text| time.replace_all(text, ""));
    told == printed
}

impl Shell {
    fn new() -> Shell {
        let workspace = Workspace::empty();
        // In its home whoever follows the page has what it takes for granted: a checkout of factlint.
        fs::create_dir_all(workspace.path().join("home/work")).expect("a folder");
        symlink(env!("CARGO_MANIFEST_DIR"), workspace.path().join("home/factlint")).expect("a link");
        Shell { folder: workspace.path().join("home/work"), workspace, code: 0 }
    }

    /// Writes the file that a block is.
    fn keep(&self, block: &Block) {
        let Some(path) = &block.path else { return };
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
        let is_word = path.extension().is_some_and(|ending| ending == "docx");
        let before = if block.is_added { fs::read(&path).expect("a file to add to") } else { Vec::new() };
        let body = if is_word { word(&block.body) } else { block.body.clone().into_bytes() };
        fs::write(path, [before, body].concat()).expect("a file");
    }

    /// The same commands with what they print now; what still holds stays as it is.
    fn replay(&mut self, body: &str) -> String {
        let mut lines = body.lines().peekable();
        let mut text = String::new();
        while let Some(line) = lines.next() {
            let command = line.strip_prefix("$ ").expect("a command");
            let mut told = String::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
                told += &format!("{line}\n");
            }
            let printed = self.run(command);
            text += &format!("{line}\n{}", if is_same(&told, &printed) { told } else { printed });
        }
        text
    }

    /// Types a command; what it prints, standard output first.
    fn run(&mut self, command: &str) -> String {
        if let Some(folder) = command.strip_prefix("cd ") {
            self.folder.push(folder);
            return String::new();
        }
        let output = self.command(command).output().expect("a shell");
        self.code = output.status.code().expect("no signal ended it");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        text(&output.stdout) + &text(&output.stderr)
    }

    fn command(&self, command: &str) -> Command {
        let factlint = Path::new(env!("CARGO_BIN_EXE_factlint")).parent().expect("a folder").to_owned();
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([factlint].into_iter().chain(env::split_paths(&path))).expect("a path");
        let mut shell = Command::new("sh");
        shell
            .arg("-c")
            .arg(format!("(exit {}); {command}", self.code))
            .current_dir(&self.folder)
            .env("PATH", path);
        shell
            .env("HOME", self.workspace.path().join("home"))
            .env_remove("CLICOLOR_FORCE")
            .env("NO_COLOR", "1");
        for (key, value) in GIT {
            shell.env(key, value);
        }
        shell
    }
}

/// What makes git the same for everybody.
const GIT: &[(&str, &str)] = &[
    ("GIT_CONFIG_NOSYSTEM", "1"),
    ("GIT_AUTHOR_NAME", "n"),
    ("GIT_AUTHOR_EMAIL", "n@example.org"),
    ("GIT_COMMITTER_NAME", "n"),
    ("GIT_COMMITTER_EMAIL", "n@example.org"),
];

/// A Word document with a paragraph a line.
fn word(text: &str) -> Vec<u8> {
    let paragraphs: String =
        text.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{paragraphs}</w:body></w:document>");
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("an entry");
    archive.write_all(xml.as_bytes()).expect("an entry");
    archive.finish().expect("an archive").into_inner()
}
