//! `factlint test`: the facts' own examples.

use crate::cli::args::RuleFlags;
use crate::cli::config;
use crate::cli::config::ConfigFlags;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::look::Look;
use crate::cli::out::Out;
use crate::cli::rules;
use crate::cli::rules::Drafts;
use crate::cli::rules::Loaded;
use crate::cli::tell;
use crate::fact::Rules;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::examples;
use crate::report::summary;
use crate::report::visible;
use crate::source::short;

/// The flags of `factlint test`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// Rule files, folders of them or patterns for them, as after --rules
    #[arg(value_name = "RULE_FILE")]
    files: Vec<String>,
    /// Fail for a fact without both an `accept` and a `reject` example
    #[arg(long)]
    require_examples: bool,
    #[command(flatten)]
    config: ConfigFlags,
    #[command(flatten)]
    rules: RuleFlags,
    #[command(flatten)]
    look: Look,
}

/// Runs the examples of the rule files that the flags name.
///
/// # Errors
/// Rules without a fact or an example, and output that cannot be written.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let named = [&flags.files[..], &flags.rules.rules].concat();
    let settings = config::load(&flags.config, &flags.look.err());
    let patterns = rules::patterns(&named, &settings, &flags.config);
    let loaded = rules::load_with(Drafts::Judging, &patterns, &settings.config, &flags.look.err());
    let n_examples = n_examples(&loaded.rules);
    if loaded.rules.facts.is_empty() {
        return Err(Failure::NoFact);
    }
    if n_examples == 0 && !flags.require_examples {
        return Err(Failure::NoExample);
    }
    let linter = Linter::new(&loaded.rules, &settings.config, Options::undated());
    let failures = examples::run(&loaded.rules, &linter, flags.require_examples);
    let mut out = Out::stdout();
    for failure in &failures {
        out.write(&shown(&loaded.rules, failure))?;
    }
    out.flush()?;
    tell::line(&sentence(&loaded, n_examples, failures.len()));
    settings.tell_gaps();
    loaded.tell_gaps();
    Ok(loaded.exit().max(settings.exit()).max(Exit::found_if(!failures.is_empty())))
}

fn sentence(loaded: &Loaded, n_examples: usize, n_failed: usize) -> String {
    let n_facts = loaded.rules.facts.len();
    let drafts = match loaded.n_drafts {
        0 => String::new(),
        n_drafts => format!(" ({})", summary::counted(n_drafts, "draft")),
    };
    format!("examples run: {n_examples}, facts: {n_facts}{drafts}, failed: {n_failed}")
}

fn n_examples(rules: &Rules) -> usize {
    rules.facts.iter().map(|fact| fact.accept.len() + fact.reject.len()).sum()
}

fn shown(rules: &Rules, failure: &examples::Failure) -> String {
    let Some(file) = rules.files.get(failure.place.file) else { return String::new() };
    let (line, col) = rules.line_of(failure.place);
    let place = format!("{}:{line}:{col}", short::path(&file.path));
    visible::line(&format!("{place}: error[{}] {}", failure.fact, failure.message)) + "\n"
}
