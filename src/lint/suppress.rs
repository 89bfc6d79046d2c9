//! What an author told to ignore: findings it silences, and what is wrong with the telling.
//!
//! A directive that cannot be followed silences nothing, so that what it was to hide is seen.

use crate::code::Code;
use crate::diagnostic::Diagnostic;
use crate::document::directive::Directive;
use crate::document::directive::Verb;
use crate::document::map::Field;
use crate::fact::Rules;
use crate::fact::nearest::hint;
use crate::fact::nearest::nearest;
use crate::lint;
use crate::lint::Options;
use crate::lint::checks::Check;
use crate::severity::Severity;
use crate::source::date;
use crate::source::short;
use crate::span::Span;

/// What a directive looks like that is as it should be.
const MODEL: &str = "write it as in: factlint-ignore league-clubs: as it was in 2022";

/// A directive that can be followed.
struct Order<'d> {
    directive: &'d Directive,
    /// The bytes of the text that it covers.
    reach: Span,
    /// Whether the headline, where it is given apart, is covered too.
    is_whole: bool,
    /// The names it silences, and whether they silenced something.
    names: Vec<(&'d str, bool)>,
}

/// Marks the findings that `directives` silence, and adds what is wrong with these.
pub fn settle(
    rules: &Rules,
    options: &Options,
    directives: &[Directive],
    mut findings: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = Vec::new();
    let mut orders: Vec<Order<'_>> = Vec::new();
    for (at, directive) in directives.iter().enumerate() {
        match order(directive, &directives[at + 1..], options) {
            Ok(Some(order)) => orders.push(order),
            Ok(None) => {}
            Err(fault) => told.push(finding(Code::Directive, directive, fault)),
        }
    }
    told.extend(loose_ends(directives).map(|(end, fault)| finding(Code::Directive, end, fault)));
    told.extend(orders.iter_mut().flat_map(|order| unknown(rules, order)));
    for finding in &mut findings {
        silence(finding, &mut orders);
    }
    told.extend(orders.iter().flat_map(|order| unused(rules, options, order)));
    lint::in_order(findings, told)
}

/// What is wrong, and what to do about it.
type Fault = (String, String);

/// What a directive is to silence; nothing if it is not meant to silence anything.
fn order<'d>(
    directive: &'d Directive,
    after: &[Directive],
    options: &Options,
) -> Result<Option<Order<'d>>, Fault> {
    let reach = match directive.verb {
        Verb::End => return Ok(None),
        Verb::AsOf => return as_of(directive).map(|()| None),
        Verb::Unknown => return Err(unknown_verb(directive)),
        Verb::Ignore | Verb::File => directive.reach,
        Verb::Start => region(directive, after)?,
    };
    let names: Vec<(&str, bool)> = directive.names().map(|name| (name, false)).collect();
    if names.is_empty() {
        let message = format!("`factlint-{}` names no fact and no check", directive.written);
        return Err((message, MODEL.to_owned()));
    }
    if directive.reason.is_empty() {
        let message = format!("`factlint-{}` gives no reason", directive.written);
        return Err((message, MODEL.to_owned()));
    }
    in_time(directive, options)?;
    Ok(Some(Order { directive, reach, is_whole: directive.verb == Verb::File, names }))
}

fn as_of(directive: &Directive) -> Result<(), Fault> {
    match date::parse(&directive.what) {
        Some(_) => Ok(()),
        None => {
            let help = "write it as in: factlint-as-of 2023-02-01";
            Err((format!("`{}` is not an ISO day", short::middle(&directive.what)), help.to_owned()))
        }
    }
}

fn unknown_verb(directive: &Directive) -> Fault {
    let written = short::middle(&directive.written);
    let meant = nearest(&directive.written, Verb::names()).map(|verb| format!("factlint-{verb}"));
    let known: Vec<String> = Verb::names().map(|verb| format!("factlint-{verb}")).collect();
    let known = format!("known are {}", known.join(", "));
    let help = if meant.is_some() { hint(meant.as_deref(), "") } else { known };
    (format!("there is no directive `factlint-{written}`"), help)
}

/// From the comment that begins it to the one that ends it.
fn region(start: &Directive, after: &[Directive]) -> Result<Span, Fault> {
    let is_end = |other: &&Directive| other.verb == Verb::End && ends(other, start);
    let is_again = |other: &&Directive| other.verb == Verb::Start && other.names().eq(start.names());
    let end = after.iter().take_while(|other| !is_again(other)).find(is_end);
    let names = short::middle(&start.what);
    match end {
        Some(end) => Ok(Span::new(start.comment.end(), end.comment.start())),
        None => Err((
            format!("`factlint-ignore-start {names}` is never ended"),
            format!("end it with: factlint-ignore-end {names}"),
        )),
    }
}

/// Whether `end` is about all that `start` is about; one that names nothing ends everything.
fn ends(end: &Directive, start: &Directive) -> bool {
    end.names().next().is_none() || start.names().all(|name| end.names().any(|other| other == name))
}

/// The ends of what never began.
fn loose_ends(directives: &[Directive]) -> impl Iterator<Item = (&Directive, Fault)> {
    let is_begun = |at: usize, end: &Directive| {
        directives[..at].iter().any(|start| start.verb == Verb::Start && ends(end, start))
    };
    let found = directives.iter().enumerate().filter(|(_, directive)| directive.verb == Verb::End);
    found.filter(move |(at, end)| !is_begun(*at, end)).map(|(_, end)| {
        let message = format!("`factlint-ignore-end {}` ends nothing", short::middle(&end.what));
        (
            end,
            (message, "begin it with `factlint-ignore-start`, with the same names, or remove it".to_owned()),
        )
    })
}

/// A directive that names a day holds until the end of that day.
fn in_time(directive: &Directive, options: &Options) -> Result<(), Fault> {
    let Some(until) = &directive.until else { return Ok(()) };
    let Some(last) = date::parse(until) else {
        let message = format!("`{}` is not an ISO day", short::middle(until));
        return Err((
            message,
            "write it as in: factlint-ignore league-clubs until 2027-01-01: why".to_owned(),
        ));
    };
    if last < options.today {
        let help = "remove it, or give it a later day".to_owned();
        return Err((format!("this was to be ignored until {last}, and that day is past"), help));
    }
    Ok(())
}

/// Takes out the names that nothing has, with a finding each.
fn unknown<'d>(rules: &Rules, order: &mut Order<'d>) -> Vec<Diagnostic> {
    let (known, unknown): (Vec<_>, Vec<_>) = std::mem::take(&mut order.names)
        .into_iter()
        .partition(|(name, _)| names(rules).any(|id| id == *name));
    order.names = known;
    let fault = |name: &str| {
        let meant = nearest(name, names(rules));
        let message = format!("there is no fact and no check `{}`", short::middle(name));
        (message, hint(meant, "`factlint rule` lists the facts and `factlint explain` the checks"))
    };
    unknown.iter().map(|(name, _)| finding(Code::Directive, order.directive, fault(name))).collect()
}

/// What can be silenced.
fn names(rules: &Rules) -> impl Iterator<Item = &str> {
    let facts = rules.facts.iter().map(|fact| fact.id.as_str());
    facts.chain(Code::ALL.iter().map(|code| code.name()))
}

/// Marks a finding that one of `orders` silences; all that would are used.
fn silence(finding: &mut Diagnostic, orders: &mut [Order<'_>]) {
    for order in orders {
        let is_covered =
            order.is_whole || (finding.field == Field::Text && touches(order.reach, finding.span));
        let name = order.names.iter_mut().find(|(name, _)| is_named(finding, name));
        if let Some((_, is_used)) = name.filter(|_| is_covered) {
            *is_used = true;
            finding.severity = Severity::Info;
            finding.suppressed.get_or_insert_with(|| order.directive.reason.clone());
        }
    }
}

fn is_named(finding: &Diagnostic, name: &str) -> bool {
    finding.code.name() == name || finding.fact_id() == Some(name)
}

fn touches(reach: Span, words: Span) -> bool {
    reach.overlaps(words) || (words.is_empty() && reach.contains(words))
}

/// A finding for each name of a directive that silenced nothing, though it could have.
fn unused(rules: &Rules, options: &Options, order: &Order<'_>) -> Vec<Diagnostic> {
    let names = order.names.iter().filter(|(name, is_used)| !is_used && is_on(rules, options, name));
    let fault = |name: &str| {
        (format!("nothing here is found by `{name}`, so there is nothing to ignore"), "remove it".to_owned())
    };
    names.map(|(name, _)| finding(Code::UnusedIgnore, order.directive, fault(name))).collect()
}

/// Whether the fact or the check of this name speaks in this run.
fn is_on(rules: &Rules, options: &Options, name: &str) -> bool {
    let fact = rules.fact_named(name);
    let check = Check::ALL.into_iter().find(|check| check.code().name() == name);
    fact.is_none_or(|fact| fact.severity.is_some())
        && check.is_none_or(|check| options.checks.severity(check).is_some())
}

fn finding(code: Code, directive: &Directive, (message, help): Fault) -> Diagnostic {
    Diagnostic {
        verdict: code.name(),
        help: Some(help),
        ..Diagnostic::warning(code, directive.span, message)
    }
}
