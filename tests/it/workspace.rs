//! A folder with rules and articles in which the command is run.

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

/// A rule file with one fact: the league has twelve clubs.
const RULES: &str = r#"
[[entity]]
id = "league"
names = ["Harbour League"]

[[fact]]
id = "league-clubs"
says = "The Harbour League has 12 clubs"
kind = "count"
subject = "league"
attribute = ["club"]
value = 12
accept = ["The Harbour League has 12 clubs."]
reject = ["The Harbour League has «14» clubs."]
"#;

/// What a run of the command came to.
pub struct Ran {
    /// Its exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    /// What a finished command left.
    pub fn of(output: Output) -> Ran {
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Ran {
            code: output.status.code().expect("no signal ended it"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

/// Checks how a command ended, and that it said each of these.
#[track_caller]
pub fn check(ran: &Ran, code: i32, words: &[&str]) {
    let all = format!("{}{}", ran.out, ran.err);
    assert_eq!(ran.code, code, "{all}");
    for words in words {
        assert!(all.contains(words), "{words:?} is not in {all}");
    }
}

/// The JSON document that a command printed.
pub fn json(ran: &Ran) -> serde_json::Value {
    serde_json::from_str(&ran.out).expect("one JSON document")
}

/// A folder of its own for each test.
pub struct Workspace {
    folder: TempDir,
}

impl Workspace {
    /// A folder without anything in it.
    pub fn empty() -> Workspace {
        Workspace { folder: TempDir::new().expect("a folder") }
    }

    /// A folder with the rules, and with these articles.
    pub fn with(articles: &[(&str, &str)]) -> Workspace {
        let workspace = Workspace::empty();
        workspace.write("rules/league.toml", RULES);
        for (path, text) in articles {
            workspace.write(path, text);
        }
        workspace
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).expect("a text")
    }

    /// The command, to be run in the folder.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factlint"));
        command.current_dir(self.path()).args(args).env_remove("CLICOLOR_FORCE");
        command
    }

    /// Runs the command with nothing on standard input.
    pub fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, "")
    }

    /// Runs the command with `input` on standard input.
    pub fn run_with(&self, args: &[&str], input: &str) -> Ran {
        let output = self.command(args).write_stdin(input).output().expect("the command runs");
        Ran::of(output)
    }
}
