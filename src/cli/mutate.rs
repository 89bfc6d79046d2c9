//! `factlint mutate`: how many planted changes the rules would notice.

use crate::cli::args::DayFlags;
use crate::cli::args::DraftFlag;
use crate::cli::args::JobFlags;
use crate::cli::args::RuleFlags;
use crate::cli::args::Today;
use crate::cli::articles::ArticleFlags;
use crate::cli::config::ConfigFlags;
use crate::cli::crash;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::finding;
use crate::cli::level::LevelFlags;
use crate::cli::look::Look;
use crate::cli::out::Out;
use crate::cli::progress::Progress;
use crate::cli::ratchet::GateFlags;
use crate::cli::scope::Prepared;
use crate::cli::scope::Scope;
use crate::cli::scope::View;
use crate::cli::tell;
use crate::cli::word;
use crate::diagnostic::Linted;
use crate::lint::mutate::Change;
use crate::lint::mutate::Plan;
use crate::report;
use crate::report::Format;
use crate::report::Run;
use crate::report::mutation;
use crate::report::mutation::Alarm;
use crate::report::mutation::json;
use crate::report::mutation::json::Sum;
use crate::report::mutation::score::Scores;
use crate::report::mutation::table;
use crate::report::place::Places;
use crate::report::summary;
use crate::severity::Severity;
use crate::source::Article;
use crate::source::problem::Problem;
use clap::ValueEnum;
use std::path::PathBuf;

/// The flags of `factlint mutate`.
///
/// In the articles, every value that a fact covers is changed, one at a time: another number or date, another unit, a
/// denial, another person, another word. Each changed copy is checked whole; a change counts as noticed if the copy
/// has a finding, a warning or worse, that the article has not, on the changed words or of their fact in their
/// sentence. What is found without any change is told too: if the
/// articles are right, these are false alarms. Nothing is random.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// Rule files, folders of them or patterns for them, as after --rules
    #[arg(value_name = "RULE_FILE")]
    files: Vec<String>,
    /// Articles, or folders of them, in which values are changed; may be given again [default: the `include` of
    /// the configuration, else this folder]
    #[arg(long, value_name = "PATH", help_heading = "Articles")]
    articles: Vec<PathBuf>,
    /// How many changes are made in one article at most, the first ones
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..), help_heading = "Articles")]
    most: u32,
    #[command(flatten)]
    config: ConfigFlags,
    #[command(flatten)]
    rules: RuleFlags,
    #[command(flatten)]
    drafts: DraftFlag,
    #[command(flatten)]
    days: DayFlags,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    look: Look,
    /// How it is written: for people, what was not noticed and the scores; or as one JSON object
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "full", help_heading = "Output")]
    format: Shape,
    #[command(flatten)]
    gate: GateFlags,
    #[command(flatten)]
    jobs: JobFlags,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// For people
    Full,
    /// One JSON object
    Json,
}

impl Flags {
    fn scope(&self) -> Scope {
        Scope {
            articles: ArticleFlags::of(self.articles.clone()),
            config: self.config.clone(),
            rules: RuleFlags { rules: [&self.files[..], &self.rules.rules].concat() },
            drafts: self.drafts,
            days: self.days,
            today: self.today,
            levels: LevelFlags::default(),
            jobs: self.jobs,
        }
    }
}

/// Shows how many changes of the articles the rules notice.
///
/// # Errors
/// A ratchet that cannot be read, no fact, no article, nothing to change, and output that cannot be written.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let gate = flags.gate.open()?;
    let scope = flags.scope();
    let prepared = scope.prepare(&flags.look.err())?;
    if let Some(why) = prepared.loaded.idle() {
        return Err(why);
    }
    let desk = scope.desk(&prepared, View::default())?;
    let mut seen = Seen::default();
    all(flags, &scope, (&desk, &prepared), &mut seen)?;
    let sum = summed(flags, &prepared, &seen);
    written(flags, &desk.run, &seen, &sum)?;
    prepared.tell_gaps();
    if sum.articles + sum.failed == 0 {
        return Err(Failure::NoArticle);
    }
    if seen.scores.total.made == 0 && sum.failed == 0 {
        return Err(Failure::NothingCovered);
    }
    if flags.format == Shape::Full {
        tell::line(&sentence(&seen, &sum));
    }
    let could_not = prepared.exit().max(Exit::broken_if(sum.failed > 0));
    gate.end(could_not, "Score", seen.scores.total.share())
}

/// What was made and found, in the order of the articles.
#[derive(Default)]
struct Seen {
    changes: Vec<mutation::Change>,
    alarms: Vec<Alarm>,
    scores: Scores,
    sum: Sum,
}

/// Articles one after the other, the changes of each in all threads.
fn all(
    flags: &Flags,
    scope: &Scope,
    (desk, prepared): (&Desk<'_>, &Prepared),
    seen: &mut Seen,
) -> Result<(), Failure> {
    let mut progress = Progress::new(flags.format == Shape::Json);
    for pending in scope.articles.entries(&prepared.settings)? {
        match pending.read() {
            Ok(article) => tried(flags, desk, desk.config.dated(article), seen),
            Err(problem) => unread(flags, problem, seen),
        }
        progress.show(seen.sum.articles);
    }
    progress.clear();
    Ok(())
}

fn tried(flags: &Flags, desk: &Desk<'_>, article: Article, seen: &mut Seen) {
    let planned = crash::guard(|| word::is_in(&article).then(|| desk.linter.plan(&article)));
    let mut plan = match planned {
        Some(Some(plan)) if !plan.is_foreign => plan,
        Some(_) => {
            seen.sum.skipped += 1;
            return;
        }
        None => return crashed(flags, article, seen),
    };
    seen.sum.articles += 1;
    let most = usize::try_from(flags.most).unwrap_or(usize::MAX);
    seen.sum.left_out += plan.changes.len().saturating_sub(most);
    plan.changes.truncate(most);
    let Plan { changes, findings, .. } = &plan;
    let notices = |change: &Change| crash::guard(|| desk.linter.notices(&article, findings, change));
    let Some(noticed) =
        desk.crew.each(changes.iter().collect(), notices).into_iter().collect::<Option<Vec<bool>>>()
    else {
        return crashed(flags, article, seen);
    };
    let places = Places::new(&article);
    seen.alarms.extend(findings.iter().map(|found| mutation::alarm(&places, found)));
    for (change, noticed) in changes.iter().zip(noticed) {
        let told =
            mutation::change(&places, (&change.fact.id, change.sort), (change.span, &change.new), noticed);
        seen.scores.add(&told);
        seen.changes.push(told);
    }
}

fn crashed(flags: &Flags, article: Article, seen: &mut Seen) {
    told(flags, finding::of_crash(Article { text: String::new(), ..article }));
    seen.sum.failed += 1;
}

fn unread(flags: &Flags, problem: Problem, seen: &mut Seen) {
    seen.sum.failed += usize::from(problem.severity() == Severity::Error);
    told(flags, finding::of_problem(problem));
}

/// Says on standard error that an article could not be looked at.
fn told(flags: &Flags, linted: Linted) {
    let linted = finding::with_short_names(linted);
    tell::raw(&report::article(Format::Full, &flags.look.err(), &Run::default(), &linted).text);
}

fn summed(flags: &Flags, prepared: &Prepared, seen: &Seen) -> Sum {
    let facts = prepared.loaded.rules.facts.iter().filter(|fact| fact.judges()).count();
    Sum {
        facts,
        untried: facts.saturating_sub(seen.scores.facts.len()),
        percent: seen.scores.total.share().percent(),
        min: flags.gate.min.map(|min| min.normalize().to_string()),
        ..seen.sum.clone()
    }
}

fn written(flags: &Flags, run: &Run, seen: &Seen, sum: &Sum) -> Result<(), Failure> {
    let mut out = Out::stdout();
    let style = flags.look.out();
    if flags.format == Shape::Json {
        out.write(&json::document(run, (&seen.changes, &seen.alarms), (&seen.scores, sum)))?;
        return out.flush();
    }
    let missed = seen.changes.iter().filter(|change| !change.noticed);
    let lines: String = missed.map(|change| table::missed(&style, change)).collect();
    let alarms: String = seen.alarms.iter().map(|alarm| table::alarm(&style, alarm)).collect();
    for part in [lines, alarms].iter().filter(|part| !part.is_empty()) {
        out.write(part)?;
        out.write("\n")?;
    }
    if seen.scores.total.made > 0 {
        out.write(&table::scores(&style, &seen.scores))?;
    }
    out.flush()
}

/// What came of it, in one sentence.
fn sentence(seen: &Seen, sum: &Sum) -> String {
    let total = seen.scores.total;
    let made = summary::counted(total.made, "change");
    let articles = summary::counted(sum.articles, "article");
    let percent = sum.percent.as_deref().unwrap_or("0.0");
    let missed = total.made - total.noticed;
    let alarms = match seen.alarms.len() {
        0 => "nothing is found in them as they stand".to_owned(),
        n => format!("{} in them as they stand", summary::counted(n, "finding")),
    };
    let untried = match sum.untried {
        0 => String::new(),
        n => format!(" {n} of {} facts cover nothing there and were not tried.", sum.facts),
    };
    let left_out = match sum.left_out {
        0 => String::new(),
        n => format!(" {n} more changes were left out; --most sets how many are made in one article."),
    };
    format!("Made {made} in {articles}: {percent}% noticed, {missed} not; {alarms}.{untried}{left_out}")
}
