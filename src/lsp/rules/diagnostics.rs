//! What is wrong in rule files and configurations, at its place in the text that is open.

use crate::fact;
use crate::fact::RuleFile;
use crate::fact::mistake::Mistake;
use crate::lint::examples::Failure;
use crate::lint::overdue;
use crate::lsp::address;
use crate::lsp::article::diagnostics::SOURCE;
use crate::lsp::article::diagnostics::message;
use crate::lsp::article::diagnostics::severity;
use crate::lsp::client::Client;
use crate::lsp::document::Document;
use crate::lsp::shop::Shop;
use crate::lsp::text::Text;
use crate::report::finding;
use crate::severity::Severity;
use crate::span::Span;
use gen_lsp_types::Diagnostic;
use gen_lsp_types::DiagnosticRelatedInformation;
use gen_lsp_types::Location;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What is wrong, by its file.
type Marks = BTreeMap<PathBuf, Vec<Diagnostic>>;

/// All that is wrong with the files of a project.
pub fn all(shop: &Shop, client: &Client, today: Date) -> Marks {
    let mut marks = Marks::new();
    let (files, mistakes) = &shop.flaws.config;
    add(&mut marks, Files::new(files, client), mistakes);
    let mut files = Files::new(shop.rule_files(), client);
    for failure in &shop.flaws.examples {
        if let Some((path, found)) = files.example(failure) {
            marks.entry(path).or_default().push(found);
        }
    }
    add(&mut marks, files, &shop.flaws.rules);
    for linted in overdue::find(&shop.newest().ground().rules, today) {
        let text = Text::new(linted.article.text, client.encoding);
        let found = linted.findings.iter().map(|due| Diagnostic {
            code: Some(finding::name(due).to_owned().into()),
            ..one(&text, due.span, (due.severity, message(&due.message, due.help.as_deref())))
        });
        marks.entry(linted.article.path).or_default().extend(found);
    }
    marks
}

fn add(marks: &mut Marks, mut files: Files<'_>, mistakes: &[Mistake]) {
    for mistake in mistakes {
        if let Some((path, found)) = files.mistake(mistake) {
            marks.entry(path).or_default().push(found);
        }
    }
}

/// What is wrong in a document that declares facts but is none of the project's rule files; nothing where it
/// is one of these.
pub fn of_stray(document: &Document, shop: &Shop, client: &Client) -> Option<Vec<Diagnostic>> {
    let own = shop.rule_files();
    if own.iter().any(|file| file.path == document.path) {
        return None;
    }
    if !document.declares_facts() {
        return Some(Vec::new());
    }
    let copy = |file: &RuleFile| (RuleFile::new(&file.path, file.text.clone()), None);
    // Its facts may be about entities of the project.
    let stray = (RuleFile::new(&document.path, document.text.content().to_owned()), None);
    let loaded = fact::load::read(own.iter().map(copy).chain([stray]).collect());
    let mistakes = loaded.mistakes.iter().filter(|mistake| mistake.place.file == own.len());
    let mut files = Files::new(&loaded.rules.files, client);
    Some(mistakes.filter_map(|mistake| files.mistake(mistake)).map(|(_, found)| found).collect())
}

/// Files with the places of their lines, each looked for once.
struct Files<'f> {
    files: &'f [RuleFile],
    texts: BTreeMap<usize, Text>,
    client: &'f Client,
}

impl<'f> Files<'f> {
    fn new(files: &'f [RuleFile], client: &'f Client) -> Files<'f> {
        Files { files, texts: BTreeMap::new(), client }
    }

    fn text(&mut self, file: usize) -> Option<(PathBuf, &Text)> {
        let read = self.files.get(file)?;
        let encoding = self.client.encoding;
        let text = self.texts.entry(file).or_insert_with(|| Text::new(read.text.clone(), encoding));
        Some((read.path.clone(), text))
    }

    fn mistake(&mut self, mistake: &Mistake) -> Option<(PathBuf, Diagnostic)> {
        let related = if self.client.shows_related { self.related(mistake) } else { Vec::new() };
        let (path, text) = self.text(mistake.place.file)?;
        let told = (mistake.severity, message(&mistake.message, mistake.help.as_deref()));
        let found = one(text, mistake.place.span, told);
        Some((path, Diagnostic { related_information: (!related.is_empty()).then_some(related), ..found }))
    }

    fn related(&mut self, mistake: &Mistake) -> Vec<DiagnosticRelatedInformation> {
        let mut related = Vec::new();
        for label in &mistake.labels {
            if let Some((path, text)) = self.text(label.place.file) {
                let location = Location { uri: address::uri(&path), range: text.range(label.place.span) };
                related.push(DiagnosticRelatedInformation { location, message: label.text.clone() });
            }
        }
        related
    }

    fn example(&mut self, failure: &Failure) -> Option<(PathBuf, Diagnostic)> {
        let (path, text) = self.text(failure.place.file)?;
        let found = one(text, failure.place.span, (Severity::Error, message(&failure.message, None)));
        Some((path, Diagnostic { code: Some(failure.fact.clone().into()), ..found }))
    }
}

fn one(text: &Text, span: Span, (how, message): (Severity, String)) -> Diagnostic {
    Diagnostic {
        range: text.range(span),
        severity: Some(severity(how)),
        source: Some(SOURCE.to_owned()),
        message: message.into(),
        ..Diagnostic::default()
    }
}
