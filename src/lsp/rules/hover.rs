//! What a key means and what it may hold; by what names an entity goes.

use crate::fact::Entity;
use crate::lsp::article::hover::shown;
use crate::lsp::client::Client;
use crate::lsp::document::Document;
use crate::lsp::markup::Markup;
use crate::lsp::rules;
use crate::lsp::rules::cursor::Place;
use crate::lsp::rules::cursor::Spot;
use crate::lsp::rules::schema::Header;
use crate::lsp::rules::schema::Key;
use crate::lsp::rules::schema::Language;
use crate::lsp::shop::Shop;
use gen_lsp_types::Hover;
use gen_lsp_types::Position;

/// What is known of the key or the entity at a position.
pub fn at(document: &Document, shop: Option<&Shop>, (position, client): (Position, Client)) -> Option<Hover> {
    let language = rules::language(document, shop)?;
    let spot = rules::spot(document, position);
    let markup = if client.shows_markdown { Markup::Markdown } else { Markup::Plain };
    let text = document.text.content();
    let (span, value) = match &spot.place {
        Place::Key(span) => (*span, key(markup, &language.key(&spot.table, span.of(text))?)),
        Place::Header(span) => (*span, key(markup, &headed(language, span.of(text))?)),
        Place::Value { whole, .. } => (*whole, named(markup, &spot, (document, shop?))?),
        Place::Nothing => return None,
    };
    Some(Hover { range: Some(document.text.range(span)), ..shown(markup, value) })
}

fn headed(language: Language, header: &str) -> Option<Key> {
    language.key(&[], header.trim().trim_matches(['[', ']']))
}

/// What a key means, what it may hold and a line to copy.
pub fn key(markup: Markup, key: &Key) -> String {
    let words: Vec<String> = key.words.iter().map(|word| markup.code(word)).collect();
    let head = match key.header {
        Some(header) => Header::of(header, &key.name),
        None => key.name.clone(),
    };
    let parts = [
        Some(markup.code(&head)),
        (!key.meaning.is_empty()).then(|| markup.words(&key.meaning)),
        (!words.is_empty()).then(|| format!("One of {}.", words.join(", "))),
        key.default.as_ref().map(|value| format!("Without it: {}.", markup.code(value))),
        (!key.example.is_empty() && key.header.is_none()).then(|| markup.block(key.example)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

fn named(markup: Markup, spot: &Spot, (document, shop): (&Document, &Shop)) -> Option<String> {
    rules::entity(spot, document, shop).map(|found| entity(markup, found))
}

/// What an entity is called.
pub fn entity(markup: Markup, entity: &Entity) -> String {
    let epithets: Vec<String> = entity.epithets.iter().map(|word| format!("the {word}")).collect();
    let lines = [("names", entity.names.join(", ")), ("once named", epithets.join(", "))];
    let lines = lines.iter().filter(|(_, words)| !words.is_empty());
    let lines: Vec<String> =
        lines.map(|(label, words)| format!("{label}: {}", markup.words(words))).collect();
    format!("{}\n\n{}", markup.code(&entity.id), markup.list(&lines))
}
