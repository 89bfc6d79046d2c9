//! What a terminal sees: colours by the usual variables, no backtrace, and a watch that goes on.

use crate::workspace::Workspace;
use std::io::BufRead;
use std::io::BufReader;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::Duration;

const WRONG: (&str, &str) = ("articles/a.txt", "The Harbour League has 14 clubs.\n");

/// Whether the output of `check` has colours under these variables; it is no terminal.
fn is_coloured(variables: &[(&str, &str)], flags: &[&str]) -> bool {
    let workspace = Workspace::with(&[WRONG]);
    let mut command = workspace.command(&[&["check"], flags].concat());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "TERM"] {
        command.env_remove(name);
    }
    let output = command.envs(variables.iter().copied()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    output.stdout.contains(&0x1b)
}

#[test]
fn colours_follow_the_usual_variables() {
    for (variables, flags, expected) in [
        (&[][..], &[][..], false),
        (&[("CLICOLOR_FORCE", "1")], &[], true),
        (&[("FORCE_COLOR", "1")], &[], true),
        (&[("FORCE_COLOR", "0")], &[], false),
        (&[("FORCE_COLOR", "1"), ("NO_COLOR", "1")], &[], false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[], false),
        (&[("CLICOLOR", "1")], &[], false),
        (&[("TERM", "dumb")], &[], false),
        (&[("NO_COLOR", "1")], &["--color", "always"], true),
        (&[("FORCE_COLOR", "1")], &["--color", "never"], false),
    ] {
        assert_eq!(is_coloured(variables, flags), expected, "{variables:?} {flags:?}");
    }
}

#[test]
fn a_file_has_no_colours_unless_they_are_asked_for() {
    let workspace = Workspace::with(&[WRONG]);
    let report = |args: &[&str]| {
        let mut command = workspace.command(args);
        command.env("FORCE_COLOR", "1").output().expect("it runs");
        std::fs::read(workspace.path().join("out")).expect("a report")
    };
    assert!(!report(&["check", "-o", "full=out"]).contains(&0x1b));
    assert!(report(&["check", "-o", "full=out", "--color", "always"]).contains(&0x1b));
}

#[test]
fn nobody_is_shown_a_backtrace() {
    let workspace = Workspace::with(&[WRONG]);
    workspace.write("factlint.toml", "[context\n");
    for args in [&["check"][..], &["check", "gone"], &["chekc"], &["rule", "x"]] {
        let mut command = workspace.command(args);
        let output = command.env("RUST_BACKTRACE", "full").output().expect("it runs");
        let all = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert!(!all.contains("backtrace") && !all.contains("BACKTRACE"), "{all}");
    }
}

/// A command that runs until it is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().and_then(|()| self.0.wait()).expect("it ends");
    }
}

/// The lines of a command as they come.
fn lines(from: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = mpsc::channel();
    thread::spawn(move || {
        BufReader::new(from).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
    });
    lines
}

/// Waits for a line with `words`.
#[track_caller]
fn wait(lines: &Receiver<String>, words: &str) {
    let mut seen = Vec::new();
    loop {
        match lines.recv_timeout(Duration::from_secs(60)) {
            Ok(line) if line.contains(words) => return,
            Ok(line) => seen.push(line),
            Err(_) => panic!("{words:?} never came: {seen:?}"),
        }
    }
}

#[test]
fn a_watch_checks_again_what_has_changed() {
    let workspace = Workspace::with(&[WRONG]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_factlint"));
    let command = command.current_dir(workspace.path()).args(["check", "--watch", "--format", "concise"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it runs");
    let errors = lines(child.stderr.take().expect("standard error"));
    let _running = Running(child);
    wait(&errors, "1 error");
    wait(&errors, "Waiting for changes");
    workspace.write("articles/a.txt", "The Harbour League has 12 clubs.\n");
    wait(&errors, "nothing found");
    wait(&errors, "Waiting for changes");
    workspace.write("rules/more.toml", "[[fact]]\n");
    wait(&errors, "mistakes in the rules");
    wait(&errors, "Waiting for changes");
    workspace.write("rules/more.toml", "");
    wait(&errors, "nothing found");
}
