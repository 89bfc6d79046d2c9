//! What could be written next: tables, keys, the words a key may hold, and the ids of entities and facts.

use crate::fact;
use crate::lsp::document::Document;
use crate::lsp::markup::Markup;
use crate::lsp::rules;
use crate::lsp::rules::cursor::Place;
use crate::lsp::rules::cursor::Spot;
use crate::lsp::rules::hover;
use crate::lsp::rules::schema::Key;
use crate::lsp::rules::schema::Language;
use crate::lsp::shop::Shop;
use crate::span::Span;
use gen_lsp_types::CompletionItem;
use gen_lsp_types::CompletionItemKind;
use gen_lsp_types::MarkupContent;
use gen_lsp_types::MarkupKind;
use gen_lsp_types::Position;
use gen_lsp_types::TextEdit;

/// What could be written at a position, the likeliest first.
pub fn at(document: &Document, shop: Option<&Shop>, position: Position) -> Vec<CompletionItem> {
    // A file with nothing in it yet may become a rule file.
    let is_empty = document.text.content().trim().is_empty();
    let language = rules::language(document, shop).or(is_empty.then_some(Language::Rules));
    let Some(language) = language else { return Vec::new() };
    let spot = rules::spot(document, position);
    let offers = match &spot.place {
        Place::Nothing => Vec::new(),
        Place::Header(span) => headers(language, *span),
        Place::Key(span) => keys(language, &spot, (document, *span)),
        Place::Value { key, whole, is_quoted } => {
            let words = words(language, &spot, key, shop);
            words.into_iter().map(|word| word.quoted(*is_quoted).at(*whole)).collect()
        }
    };
    offers.into_iter().enumerate().map(|(rank, offer)| offer.item(document, rank)).collect()
}

/// Something that could be written.
struct Offer {
    label: String,
    text: String,
    detail: String,
    about: String,
    kind: CompletionItemKind,
    span: Span,
}

impl Offer {
    fn word(text: &str, detail: &str, kind: CompletionItemKind) -> Offer {
        let (label, detail) = (text.to_owned(), detail.to_owned());
        Offer { text: label.clone(), label, detail, about: String::new(), kind, span: Span::at(0) }
    }

    fn at(self, span: Span) -> Offer {
        Offer { span, ..self }
    }

    /// The same with quotation marks, where it needs them and has none.
    fn quoted(self, is_quoted: bool) -> Offer {
        let is_text = self.kind != CompletionItemKind::Keyword;
        let text = if is_text && !is_quoted { format!("\"{}\"", self.text) } else { self.text };
        Offer { text, ..self }
    }

    fn item(self, document: &Document, rank: usize) -> CompletionItem {
        let range = document.text.range(self.span);
        let about = MarkupContent { kind: MarkupKind::Markdown, value: self.about };
        CompletionItem {
            // Clients sort by name where nobody says otherwise.
            sort_text: Some(format!("{rank:04}")),
            // What was typed is held against this, and a header begins with brackets.
            filter_text: Some(self.text.clone()),
            label: self.label,
            kind: Some(self.kind),
            detail: (!self.detail.is_empty()).then_some(self.detail),
            documentation: (!about.value.is_empty()).then(|| about.into()),
            text_edit: Some(TextEdit { range, new_text: self.text }.into()),
            ..CompletionItem::default()
        }
    }
}

fn headers(language: Language, span: Span) -> Vec<Offer> {
    let offer = |key: Key| {
        let header = key.header?.of(&key.name);
        Some(Offer::word(&header, &key.meaning, CompletionItemKind::Module).at(span))
    };
    language.keys(&[]).into_iter().filter_map(offer).collect()
}

/// The keys of a table: those it has not yet before the others.
fn keys(language: Language, spot: &Spot, (document, span): (&Document, Span)) -> Vec<Offer> {
    let rest = document.text.content().get(span.end()..).unwrap_or_default();
    let has_sign = rest.trim_start_matches([' ', '\t']).starts_with('=');
    let suits = |key: &Key| key.header.is_none() && is_of_kind(language, spot, &key.name);
    let mut keys: Vec<Key> = language.keys(&spot.table).into_iter().filter(suits).collect();
    keys.sort_by_key(|key| spot.present.contains(&key.name));
    let offer = |key: Key| {
        let text = if has_sign { key.name.clone() } else { format!("{} = ", key.name) };
        let about = hover::key(Markup::Markdown, &key);
        let word = Offer::word(&key.name, &key.meaning, CompletionItemKind::Property);
        Offer { text, about, span, ..word }
    };
    let offers = keys.into_iter().map(offer);
    if spot.table.is_empty() { offers.chain(headers(language, span)).collect() } else { offers.collect() }
}

/// Whether a fact of this kind may have the key.
fn is_of_kind(language: Language, spot: &Spot, name: &str) -> bool {
    let is_fact = language == Language::Rules && matches!(spot.table.as_slice(), [table] if table == "fact");
    let kind = spot.kind.as_deref().filter(|kind| is_fact && fact::keys::KINDS.contains(kind));
    let known = fact::keys::all().find(|(known, _, _)| *known == name);
    kind.is_none_or(|kind| known.is_none_or(|(_, kinds, _)| kinds.contains(&kind)))
}

/// What the value of a key may be.
fn words(language: Language, spot: &Spot, key: &str, shop: Option<&Shop>) -> Vec<Offer> {
    let known = language.key(&spot.table, key).unwrap_or_default();
    let words = known.words.iter().map(|word| Offer::word(word, "", CompletionItemKind::EnumMember));
    let flags = if known.is_flag { ["true", "false"].as_slice() } else { &[] };
    let flags = flags.iter().map(|word| Offer::word(word, "", CompletionItemKind::Keyword));
    let rules = shop.map(|shop| &shop.newest().ground().rules);
    let entities = rules.iter().filter(|_| rules::names_entity(spot)).flat_map(|rules| &rules.entities);
    let entities = entities.map(|entity| {
        let word = Offer::word(&entity.id, &entity.names.join(", "), CompletionItemKind::Reference);
        Offer { about: hover::entity(Markup::Markdown, entity), ..word }
    });
    let is_exemption = language == Language::Config && key == "fact";
    let facts = rules.iter().filter(|_| is_exemption).flat_map(|rules| &rules.facts);
    let facts = facts.map(|fact| Offer::word(&fact.id, &fact.says, CompletionItemKind::Reference));
    words.chain(flags).chain(entities).chain(facts).collect()
}
