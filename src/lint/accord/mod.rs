//! Articles held against each other: what each leaves behind, and what a later one says otherwise.
//!
//! Notes are taken article by article, in any thread; the [`ledger::Ledger`] is shown them one article
//! after the other, in order. The first that speaks of something sets the measure, so findings stand in
//! the later article and name the earlier place, and none has to wait for the end of the run.

pub mod ledger;
mod speeches;
mod wording;

use crate::claim::figure;
use crate::claim::figure::Figure;
use crate::claim::quote::utterance;
use crate::claim::quote::word::Word;
use crate::config::Config;
use crate::context::Site;
use crate::context::Time;
use crate::context::lexicon::Lexicon;
use crate::context::reading::Reading;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Elsewhere;
use crate::document::Document;
use crate::fact::Nature;
use crate::fact::Rules;
use crate::lint::Judged;
use crate::lint::checks::Check;
use crate::lint::checks::Checks;
use crate::lint::seen::Seen;
use crate::report::place::Places;
use crate::source::Article;
use crate::span::Span;
use crate::verdict::accord::Said;
use crate::verdict::accord::Statement;
use crate::verdict::accord::Topic;
use crate::verdict::accord::watched;
use jiff::civil::Date;

/// What an article leaves behind to be held against other articles.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    day: Option<Date>,
    statements: Vec<Noted>,
    speeches: Vec<Spoken>,
}

impl Notes {
    /// Whether there is nothing to hold against other articles.
    pub fn is_empty(&self) -> bool {
        self.statements.is_empty() && self.speeches.is_empty()
    }
}

/// A statement with its place.
#[derive(Clone, Debug)]
struct Noted {
    topic: Topic,
    said: Said,
    // What the article calls the subject.
    name: String,
    // The finding there would be, still without the other place.
    finding: Diagnostic,
    at: Elsewhere,
}

/// Words in somebody's mouth, with their place.
#[derive(Clone, Debug)]
struct Spoken {
    speaker: String,
    words: Vec<Word>,
    // Where each of them stands in the article.
    places: Vec<Span>,
    // The words as they are printed; those of `words` are counted from their first byte.
    text: String,
    finding: Diagnostic,
    at: Elsewhere,
}

/// What an article leaves behind.
pub(crate) fn notes(
    (rules, config): (&Rules, &Config),
    checks: Checks,
    (article, document): (&Article, &Document<'_>),
    judged: &[Judged],
) -> Notes {
    let places = Places::new(article);
    let mut statements = watched(rules, judged);
    if checks.severity(Check::Disagreement).is_some() {
        let watched = Taken::of(&statements);
        let figures = figures(config.lexicon(), document).into_iter();
        statements.extend(figures.filter(|figure| !watched.overlaps(figure.span)));
    }
    let is_heard = checks.severity(Check::QuoteDrift).is_some();
    let heard = if is_heard { utterance::all(document) } else { Vec::new() };
    if statements.is_empty() && heard.is_empty() {
        return Notes::default();
    }
    let noted = statements.into_iter().map(|statement| wording::noted(document, &places, statement));
    let spoken = heard.into_iter().map(|utterance| wording::spoken(document, &places, utterance));
    Notes { day: document.date(), statements: noted.collect(), speeches: spoken.collect() }
}

/// Which words of an article are taken by statements: the span of each and the furthest end of all up to it.
struct Taken(Vec<(Span, usize)>);

impl Taken {
    fn of(statements: &[Statement]) -> Taken {
        let mut spans: Vec<Span> = statements.iter().map(|statement| statement.span).collect();
        spans.sort_unstable();
        let reach = spans.iter().scan(0, |end, span| {
            *end = span.end().max(*end);
            Some((*span, *end))
        });
        Taken(reach.collect())
    }

    fn overlaps(&self, span: Span) -> bool {
        let before = self.0.partition_point(|(taken, _)| taken.start() < span.end());
        before.checked_sub(1).is_some_and(|last| self.0[last].1 > span.start())
    }
}

/// What is said of facts that are watched.
fn watched(rules: &Rules, judged: &[Judged]) -> Vec<Statement> {
    let is_watched = |one: &&Judged| rules.fact(one.claim.fact).watch;
    let claims = judged.iter().filter(is_watched);
    claims.filter_map(|one| watched::statement(rules, &one.claim, &one.context)).collect()
}

/// The figures that an article asserts.
fn figures(lexicon: &Lexicon, document: &Document<'_>) -> Vec<Statement> {
    let figures = figure::all(document);
    if figures.is_empty() {
        return Vec::new();
    }
    let reading = Reading::new(lexicon, document, &[]);
    let seen = Seen::new(document);
    let asserted = figures.into_iter().filter(|figure| is_asserted(&seen, &reading, figure));
    asserted
        .map(|figure| Statement {
            span: figure.value.core,
            subject: Some(figure.subject),
            said: Said::Value(Box::new(figure.value)),
            topic: Topic::Figure(figure.about),
        })
        .collect()
}

fn is_asserted(seen: &Seen<'_>, reading: &Reading<'_>, figure: &Figure) -> bool {
    let context = reading.of(&Site {
        claim: figure.value.core,
        subject: Some(figure.subject),
        deed: None,
        form: None,
        nature: Nature::Event,
        truths: &[],
        rivals: &[],
        dates: &seen.dates_around(figure.sentence, figure.value.full),
    });
    let is_told_of_then = matches!(context.time, Time::Past | Time::Before(_) | Time::Previous);
    watched::is_asserted(&context) && !is_told_of_then
}

/// At most so many bytes of a text are kept to be shown.
const SHOWN: usize = 240;

/// The beginning of words, on one line.
fn shown(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().find(|(at, _)| *at >= SHOWN) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// The words of a range.
fn span_of(words: &[Word], range: std::ops::Range<usize>) -> Span {
    // A gap is shown between its neighbours.
    let wide = if range.is_empty() { range.start.saturating_sub(1)..range.end + 1 } else { range };
    let wide = wide.start..wide.end.min(words.len());
    match words.get(wide) {
        Some([first, .., last]) => first.span.join(last.span),
        Some([one]) => one.span,
        _ => Span::at(0),
    }
}
