//! What is known of the fact that some words speak of, whether they are right or wrong.

use crate::fact::Fact;
use crate::fact::Source;
use crate::lint::claims::Cue;
use crate::lint::claims::Told;
use crate::lint::claims::Truth;
use crate::lsp::article::Page;
use crate::lsp::markup::Markup;
use gen_lsp_types::Hover;
use gen_lsp_types::MarkupContent;
use gen_lsp_types::MarkupKind;
use gen_lsp_types::Position;

/// What is known of the words at a position, if they speak of a fact.
pub fn at(page: &Page<'_>, position: Position) -> Option<Hover> {
    let claims = page.claims_at(position);
    let first = claims.first()?;
    let markup = if page.client.shows_markdown { Markup::Markdown } else { Markup::Plain };
    let cards: Vec<String> = claims.iter().map(|told| card(page, markup, told)).collect();
    Some(Hover { range: Some(page.range(first.place.span)), ..shown(markup, cards.join("\n")) })
}

/// Words as the client shows them.
pub fn shown(markup: Markup, value: String) -> Hover {
    let kind = match markup {
        Markup::Markdown => MarkupKind::Markdown,
        Markup::Plain => MarkupKind::PlainText,
    };
    Hover { contents: MarkupContent { kind, value }.into(), range: None }
}

fn card(page: &Page<'_>, markup: Markup, told: &Told) -> String {
    let fact = page.ground.rules.fact(told.fact);
    let lines = [
        Some(format!("{}: {}", markup.code(&fact.id), markup.words(told.verdict))),
        told.truth.as_ref().map(|truth| value(markup, truth)),
        Some(status(markup, told)),
        fact.source.as_ref().map(|read| source(markup, read)),
        fact.note.as_ref().map(|note| format!("note: {}", markup.words(note))),
        declared(page, markup, fact),
    ];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    format!("{}\n\n{}", markup.strong(&fact.says), markup.list(&lines))
}

/// The truth on the day that is spoken of, and since when and until when it holds.
fn value(markup: Markup, truth: &Truth) -> String {
    let (from, until) = truth.stretch.unwrap_or_default();
    let from = from.map(|day| format!(" from {day}")).unwrap_or_default();
    let until = until.map(|day| format!(" until {day}")).unwrap_or_default();
    let when = truth.as_of.as_ref().map_or("now".to_owned(), |day| format!("on {}", markup.words(day)));
    format!("{when}: {}{from}{until}", markup.words(&truth.value))
}

fn status(markup: Markup, told: &Told) -> String {
    let cue = told.cue.as_ref().map(|Cue { words, label, group }| {
        format!(": “{}” ({label}, {})", markup.words(words), markup.code(group))
    });
    format!("said here as {}{}", markup.words(told.status), cue.unwrap_or_default())
}

fn source(markup: Markup, source: &Source) -> String {
    let place = match (&source.title, &source.url) {
        (Some(title), Some(url)) => Some(markup.link(title, url)),
        (None, Some(url)) => Some(markup.link(url, url)),
        (Some(title), None) => Some(markup.words(title)),
        (None, None) => None,
    };
    let words = source.excerpt.as_ref().map(|words| format!("“{}”", markup.words(words)));
    let day = source.read_on.map(|day| format!("read on {day}"));
    let parts: Vec<String> = [place, words, day].into_iter().flatten().collect();
    format!("source: {}", parts.join(", "))
}

fn declared(page: &Page<'_>, markup: Markup, fact: &Fact) -> Option<String> {
    let file = page.ground.rules.files.get(fact.place.file)?;
    let (line, _) = page.ground.rules.line_of(fact.place);
    let path = page.ground.shown(&file.path).display().to_string();
    Some(format!("declared in {}", markup.code(&format!("{path}:{line}"))))
}
