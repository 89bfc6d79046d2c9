//! `factlint check`: articles against facts.

use crate::cli::args;
use crate::cli::args::DayFlags;
use crate::cli::args::JobFlags;
use crate::cli::args::RuleFlags;
use crate::cli::args::Today;
use crate::cli::config;
use crate::cli::config::ConfigFlags;
use crate::cli::desk;
use crate::cli::desk::Desk;
use crate::cli::desk::Piece;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::fix::FixFlags;
use crate::cli::fix::Fixing;
use crate::cli::level::LevelFlags;
use crate::cli::look::Look;
use crate::cli::out::Out;
use crate::cli::rules;
use crate::cli::tally::FailOn;
use crate::cli::tally::Tally;
use crate::cli::tell;
use crate::config::Config;
use crate::fact::Rules;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::checks::Checks;
use crate::lint::overdue;
use crate::lint::run::Crew;
use crate::report;
use crate::report::Format;
use crate::report::Joiner;
use crate::report::Run;
use crate::report::summary::Summary;
use crate::source::batch;
use crate::source::read;
use crate::source::short;
use crate::source::walk;
use std::path::PathBuf;
use std::time::Instant;

/// The flags of `factlint check`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// Articles, or folders of them; `-` is standard input
    ///
    /// In a folder, files that end in .txt .md .markdown .mdx .html .htm .rst .adoc .docx .jsonl .ndjson are read, unless
    /// hidden or ignored by git; a file that is named itself is always read.
    ///
    /// Of JSON lines each is an article: {"id": "a-1", "text": "…"}, and "date", "title" and "format"
    /// ("text", "markdown", "html", "rst", "asciidoc") where there is one. Findings name it as FILE#a-1; an article without
    /// an id is called by its line, FILE#@line-7, and no id may look like that.
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    config: ConfigFlags,
    #[command(flatten)]
    rules: RuleFlags,
    #[command(flatten)]
    days: DayFlags,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    levels: LevelFlags,
    #[command(flatten)]
    fixes: FixFlags,
    #[command(flatten)]
    look: Look,
    /// How findings are written: `full` with their sentence, `concise` a line each, or for programs
    #[arg(long, value_name = "FORMAT", default_value = "full", value_parser = args::format(Format::ALL))]
    format: Format,
    /// Show wrong values that the article does not assert too, as notes with the words that decided
    #[arg(long)]
    show_suppressed: bool,
    /// Print findings and what went wrong, but no summary
    #[arg(short, long, conflicts_with = "verbose")]
    quiet: bool,
    /// Say which configuration and which rule files are used
    #[arg(short, long)]
    verbose: bool,
    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value = "error", help_heading = "Exit code")]
    fail_on: FailOn,
    /// The same as --fail-on warning
    #[arg(long, conflicts_with = "fail_on", help_heading = "Exit code")]
    strict: bool,
    /// End with 0 where findings would make it 1; what could not be checked still makes it 2
    #[arg(long, help_heading = "Exit code")]
    exit_zero: bool,
    /// The name by which to show standard input; its ending says how it is marked up, as in a.md
    #[arg(long, value_name = "PATH", default_value = "-", hide_default_value = true)]
    stdin_filename: PathBuf,
    #[command(flatten)]
    jobs: JobFlags,
}

/// Checks what the flags name.
///
/// # Errors
/// Output that cannot be written; everything else is told and the run goes on.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let started = Instant::now();
    let checks = flags.levels.checks()?;
    let fixing = flags.fixes.fixing(&flags.paths)?;
    let settings = config::load(&flags.config, &flags.look.err());
    let loaded = load(flags, &settings.config);
    if flags.verbose {
        settings.tell_path();
        tell_rules(&loaded);
    }
    let n_facts = loaded.rules.facts.len();
    let desk = Desk { fixing, ..desk(flags, &loaded, (&settings.config, checks)) };
    let mut out = Out::stdout();
    out.write(&report::begin(flags.format, &desk.run))?;
    let is_idle = n_facts == 0 && !flags.levels.is_asked();
    let tally = if is_idle { Tally::default() } else { all(flags, &desk, &loaded.rules, &mut out)? };
    let summary = Summary { facts: n_facts, elapsed: started.elapsed(), ..tally.summary() };
    out.write(&tail(flags, &summary))?;
    out.flush()?;
    let nothing = nothing_checked(&tally, is_idle);
    let could_not = loaded.exit().max(settings.exit()).max(Exit::broken_if(nothing.is_some()));
    let would_change = fixing.is_some_and(Fixing::is_diff) && tally.fixed > 0;
    let exit = could_not.max(tally.exit(threshold(flags))).max(Exit::found_if(would_change));
    if !out.is_closed() {
        if !flags.quiet {
            settings.tell_gaps();
            loaded.tell_gaps();
            tell_unmade(tally.unmade);
        }
        told(flags, nothing, &summary);
    }
    Ok(forgiven(flags, exit))
}

/// The rules of the run; whoever asks for a check that needs no fact and names no rules may have none.
fn load(flags: &Flags, config: &Config) -> rules::Loaded {
    let patterns = rules::patterns(&flags.rules.rules, flags.config.isolated);
    let style = flags.look.err();
    let is_free = flags.levels.is_asked() && flags.rules.rules.is_empty();
    if is_free { rules::load_any(&patterns, config, &style) } else { rules::load(&patterns, config, &style) }
}

/// Says that there are fixes that could not be put in.
fn tell_unmade(n_unmade: usize) {
    let left_out = match n_unmade {
        0 => return,
        1 => "1 fix was left out".to_owned(),
        n => format!("{n} fixes were left out"),
    };
    tell::line(&format!("{left_out}: only files that are text in UTF-8, one article each, are rewritten."));
}

fn tell_rules(loaded: &rules::Loaded) {
    for file in &loaded.rules.files {
        tell::line(&format!("rules: {}", short::path(&file.path)));
    }
}

fn desk<'r>(flags: &Flags, loaded: &'r rules::Loaded, (config, checks): (&'r Config, Checks)) -> Desk<'r> {
    let today = flags.today.day();
    let options = Options {
        as_of: flags.days.as_of,
        default_date: flags.days.default_date,
        today,
        show_suppressed: flags.show_suppressed,
        checks,
    };
    let as_of = flags.days.as_of.map(|day| day.to_string());
    Desk {
        today,
        linter: Linter::new(&loaded.rules, config, options),
        format: flags.format,
        style: flags.look.out(),
        run: Run { rules_hash: loaded.rules.hash.clone(), as_of },
        crew: Crew::new(flags.jobs.count()),
        fixing: None,
    }
}

/// Checks all articles, a batch at a time, and writes what was found in their order.
fn all(flags: &Flags, desk: &Desk<'_>, rules: &Rules, out: &mut Out) -> Result<Tally, Failure> {
    let mut sheet = Sheet { out, joiner: Joiner::new(flags.format), total: Tally::default() };
    let overdue =
        if desk.fixing.is_some_and(Fixing::is_diff) { Vec::new() } else { overdue::find(rules, desk.today) };
    sheet.write(overdue.into_iter().map(|linted| desk::aside(desk, linted)))?;
    let entries = read::articles(walk::find(&flags.paths, &flags.stdin_filename));
    let mut ledger = desk.linter.ledger();
    for batch in batch::batches(entries) {
        sheet.write(desk::pieces(desk, &mut ledger, batch))?;
        // Once nobody reads, only a run that would still pass has something left to find out.
        if sheet.out.is_closed() && sheet.total.exit(threshold(flags)) != Exit::Pass {
            break;
        }
    }
    Ok(sheet.total)
}

/// What is being written, with what it adds up to.
struct Sheet<'o> {
    out: &'o mut Out,
    joiner: Joiner,
    total: Tally,
}

impl Sheet<'_> {
    fn write(&mut self, pieces: impl IntoIterator<Item = Piece>) -> Result<(), Failure> {
        for piece in pieces {
            self.out.write(self.joiner.before(&piece.text))?;
            self.out.write(&piece.text)?;
            self.total.add(piece.tally);
        }
        self.out.flush()
    }
}

/// What stands behind the last article for machines; people get their summary elsewhere.
fn tail(flags: &Flags, summary: &Summary) -> String {
    if flags.format.is_human() {
        return String::new();
    }
    report::end(flags.format, &flags.look.out(), summary)
}

fn threshold(flags: &Flags) -> FailOn {
    if flags.strict { FailOn::Warning } else { flags.fail_on }
}

/// Tells how it went.
fn told(flags: &Flags, nothing: Option<Failure>, summary: &Summary) {
    if let Some(failure) = nothing {
        tell::failure(&failure);
    } else if flags.format.is_human() && !flags.quiet {
        tell::raw(&report::end(flags.format, &flags.look.err(), summary));
    }
}

/// Why nothing was checked, if nothing was: that is never a pass.
fn nothing_checked(tally: &Tally, is_idle: bool) -> Option<Failure> {
    match (is_idle, tally.articles, tally.skipped) {
        (true, _, _) => Some(Failure::NoFact),
        (_, 0, 0) => Some(Failure::NoArticle),
        (_, 0, _) if tally.foreign > 0 => Some(Failure::NoEnglish),
        (_, 0, n_articles) => Some(Failure::NoWord { n_articles }),
        _ => None,
    }
}

/// `--exit-zero` forgives what was found, never what could not be checked.
fn forgiven(flags: &Flags, exit: Exit) -> Exit {
    if flags.exit_zero && exit == Exit::Found { Exit::Pass } else { exit }
}
