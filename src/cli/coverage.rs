//! `factlint coverage`: who vouches for what articles state.

use crate::cli::args::DayFlags;
use crate::cli::args::DraftFlag;
use crate::cli::args::JobFlags;
use crate::cli::args::RuleFlags;
use crate::cli::args::Today;
use crate::cli::articles::ArticleFlags;
use crate::cli::config::ConfigFlags;
use crate::cli::desk;
use crate::cli::desk::Desk;
use crate::cli::desk::Piece;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::level::LevelFlags;
use crate::cli::look::Look;
use crate::cli::out::Out;
use crate::cli::output::Target;
use crate::cli::progress::Progress;
use crate::cli::ratchet::GateFlags;
use crate::cli::scope::Prepared;
use crate::cli::scope::Scope;
use crate::cli::scope::View;
use crate::cli::tally::Tally;
use crate::cli::tell;
use crate::report;
use crate::report::coverage::Covered;
use crate::report::coverage::json;
use crate::report::coverage::json::Sum;
use crate::report::coverage::list;
use crate::report::coverage::table;
use crate::report::summary;
use crate::source::batch;
use clap::ValueEnum;

/// The flags of `factlint coverage`.
///
/// Counted are numbers, percentages, sums of money, dates, names with a title, and quotations. Each is covered
/// (a fact was held against it, whatever came of that), set aside for a reason, or vouched for by nobody. The
/// percentage is that of the covered among all that are covered or unvouched.
#[derive(Debug, clap::Args)]
pub struct Flags {
    #[command(flatten)]
    articles: ArticleFlags,
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
    /// How it is written: as tables for people, or as one JSON object with all the words
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "full", help_heading = "Output")]
    format: Shape,
    /// List these words before the tables, a line each with its place; several with commas
    #[arg(long, value_enum, value_name = "WHICH", value_delimiter = ',', help_heading = "Output")]
    list: Vec<Which>,
    #[command(flatten)]
    gate: GateFlags,
    #[command(flatten)]
    jobs: JobFlags,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// Tables for people
    Full,
    /// One JSON object
    Json,
}

/// Which words are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Which {
    /// Those for which nobody vouches
    Unvouched,
    /// Those that are set aside, with the reason
    SetAside,
    /// Those against which a fact was held, with what came of it
    Covered,
}

impl Which {
    fn name(self) -> &'static str {
        match self {
            Which::Unvouched => "unvouched",
            Which::SetAside => "set-aside",
            Which::Covered => "covered",
        }
    }
}

impl Flags {
    /// What is held against what; the severities of findings change nothing here.
    fn scope(&self) -> Scope {
        Scope {
            articles: self.articles.clone(),
            config: self.config.clone(),
            rules: self.rules.clone(),
            drafts: self.drafts,
            days: self.days,
            today: self.today,
            levels: LevelFlags::default(),
            jobs: self.jobs,
        }
    }
}

/// Shows who vouches for what the articles state that the flags name.
///
/// # Errors
/// A ratchet that cannot be read, no fact, no article, and output that cannot be written.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let gate = flags.gate.open()?;
    let scope = flags.scope();
    let prepared = scope.prepare(&flags.look.err())?;
    if let Some(why) = prepared.loaded.idle() {
        return Err(why);
    }
    let target = Target { format: report::Format::Full, style: flags.look.err() };
    let desk = scope.desk(&prepared, View { targets: vec![target], coverage: true, ..View::default() })?;
    let mut sheet = Sheet::new(flags, &desk)?;
    all(&scope, (&desk, &prepared), &mut sheet)?;
    let Sheet { sum, tally, .. } = sheet.finish(&prepared)?;
    prepared.tell_gaps();
    if let Some(why) = tally.nothing().filter(|_| tally.failed == 0) {
        return Err(why);
    }
    if flags.format == Shape::Full {
        tell::line(&sentence(&sum));
    }
    let could_not = prepared.exit().max(Exit::broken_if(tally.failed > 0));
    gate.end(could_not, "Coverage", sum.total.share())
}

fn all(
    scope: &Scope,
    (desk, prepared): (&Desk<'_>, &Prepared),
    sheet: &mut Sheet<'_>,
) -> Result<(), Failure> {
    let mut progress = Progress::new(false);
    let mut ledger = desk.linter.ledger();
    for batch in batch::batches(scope.articles.entries(&prepared.settings)?) {
        let pieces = desk::pieces(desk, &mut ledger, batch);
        progress.clear();
        pieces.into_iter().try_for_each(|piece| sheet.add(piece))?;
        progress.show(sheet.tally.articles);
        if sheet.out.is_closed() {
            break;
        }
    }
    progress.clear();
    Ok(())
}

/// What is being written, with what it adds up to.
struct Sheet<'f> {
    flags: &'f Flags,
    out: Out,
    separator: &'static str,
    rows: Vec<Covered>,
    sum: Sum,
    tally: Tally,
}

impl<'f> Sheet<'f> {
    fn new(flags: &'f Flags, desk: &Desk<'_>) -> Result<Sheet<'f>, Failure> {
        let min = flags.gate.min.map(|min| min.normalize().to_string());
        let sum = Sum { min, ..Sum::default() };
        let (out, tally) = (Out::stdout(), Tally::default());
        let mut sheet = Sheet { flags, out, separator: "", rows: Vec::new(), sum, tally };
        if flags.format == Shape::Json {
            sheet.out.write(&json::begin(&desk.run))?;
        }
        Ok(sheet)
    }

    /// Writes one article as far as that can be, and adds it to the sum.
    fn add(&mut self, piece: Piece) -> Result<(), Failure> {
        self.tally.add(piece.tally);
        if piece.tally.failed > 0 {
            piece.parts.iter().for_each(|part| tell::raw(&part.text));
        }
        let Some(covered) = piece.coverage else { return Ok(()) };
        self.sum.total.add(covered.total);
        self.sum.sorts.add(&covered.sorts);
        if self.flags.format == Shape::Json {
            self.out.write(std::mem::replace(&mut self.separator, json::SEPARATOR))?;
            return self.out.write(&report::json::write(&covered));
        }
        let which: Vec<&str> = self.flags.list.iter().map(|which| which.name()).collect();
        self.out.write(&list::lines(&self.flags.look.out(), &covered, &which))?;
        // The words of thousands of articles need not be kept for a row of numbers each.
        self.rows.push(Covered { stated: Vec::new(), ..covered });
        Ok(())
    }

    /// Writes what stands behind the last article.
    fn finish(mut self, prepared: &Prepared) -> Result<Sheet<'f>, Failure> {
        self.sum = Sum {
            articles: self.tally.articles,
            facts: prepared.loaded.rules.facts.len(),
            skipped: self.tally.skipped,
            failed: self.tally.failed,
            percent: self.sum.total.share().percent(),
            ..self.sum
        };
        let (sum, rows) = (&self.sum, &self.rows);
        let text = match self.flags.format {
            Shape::Json => json::end(sum),
            Shape::Full if rows.is_empty() => String::new(),
            Shape::Full => table::whole(&self.flags.look.out(), rows, (sum.total, &sum.sorts)),
        };
        let gap = if self.flags.format == Shape::Full && !self.flags.list.is_empty() { "\n" } else { "" };
        self.out.write(gap)?;
        self.out.write(&text)?;
        self.out.flush()?;
        Ok(self)
    }
}

/// What was found, in one sentence.
fn sentence(sum: &Sum) -> String {
    let share = sum.total.share();
    let articles = summary::counted(sum.articles, "article");
    let facts = summary::counted(sum.facts, "fact");
    let found = match share.percent() {
        Some(percent) => {
            format!(
                "coverage {percent}% ({} of {}), {} unvouched",
                share.part, share.whole, sum.total.unvouched
            )
        }
        None => "there is nothing that somebody would have to vouch for".to_owned(),
    };
    let skipped = if sum.skipped > 0 { format!(" ({} skipped)", sum.skipped) } else { String::new() };
    format!("Held {articles} against {facts}: {found}, {} set aside{skipped}.", sum.total.set_aside)
}
