//! The pages in `docs/` say all there is: every key of a fact with an example that holds, every command with its flags.

use crate::workspace::Workspace;
use clap::CommandFactory;
use factlint::cli::args::Args;
use factlint::fact::keys;

const RULES: &str = include_str!("../../docs/rules.md");
const COMMANDS: &str = include_str!("../../docs/commands.md");

/// The fenced parts of a page that are written in `language`.
fn fenced<'p>(page: &'p str, language: &str) -> Vec<&'p str> {
    let parts = page.split("\n```").skip(1).step_by(2);
    parts.filter_map(|part| part.strip_prefix(language)?.strip_prefix('\n')).collect()
}

#[test]
fn every_example_of_the_rule_language_holds() {
    let examples = fenced(RULES, "toml");
    let (entities, facts) = examples.split_first().expect("the entities that all examples share");
    assert!(facts.len() >= 10, "{facts:?}");
    for fact in facts {
        let workspace = Workspace::empty();
        workspace.write("rules/clubs.csv", fenced(RULES, "csv")[0]);
        workspace.write("rules/a.toml", format!("{entities}\n{fact}\n"));
        let ran = workspace.run(&["test"]);
        let is_sound = ran.err.starts_with("examples run: ") && ran.err.lines().count() == 1;
        assert!(ran.code == 0 && is_sound, "{fact}\n{}{}", ran.out, ran.err);
    }
}

#[test]
fn every_key_of_a_fact_is_told_of_and_shown() {
    let examples = fenced(RULES, "toml").join("\n");
    for key in keys::names() {
        assert!(RULES.contains(&format!("| `{key}` |")), "`{key}` is told of in no table");
        let is_shown = examples.lines().any(|line| line.starts_with(&format!("{key} = ")));
        assert!(is_shown, "`{key}` is in no example");
    }
}

/// Whether a text writes a flag, with or without its value.
fn is_told(text: &str, flag: &str) -> bool {
    text.contains(&format!("`{flag}`")) || text.contains(&format!("`{flag} "))
}

#[test]
fn every_command_is_told_of_with_its_flags() {
    let mut all = Args::command();
    // Before that, the commands have no flags yet.
    all.build();
    let mut n_flags = 0;
    for command in all.get_subcommands().filter(|command| command.get_name() != "help") {
        let head = format!("`factlint {}", command.get_name());
        let mut sections = COMMANDS.split("\n## ");
        let section = sections.find(|section| section.starts_with(&head));
        let section = section.unwrap_or_else(|| panic!("{head}` has no section"));
        for flag in command.get_arguments().filter(|flag| flag.get_id() != "help") {
            let names =
                [flag.get_long().map(|l| format!("--{l}")), flag.get_short().map(|s| format!("-{s}"))];
            for name in names.iter().flatten() {
                assert!(is_told(section, name), "{name} of {head}`");
                n_flags += 1;
            }
        }
    }
    assert!(n_flags > 50, "{n_flags}");
}
