//! What has changed is looked at: projects are loaded, articles checked, and what was found is told.

use crate::lsp::address;
use crate::lsp::article;
use crate::lsp::article::Page;
use crate::lsp::document::Document;
use crate::lsp::document::Sort;
use crate::lsp::guarded;
use crate::lsp::home::Home;
use crate::lsp::project::Buffers;
use crate::lsp::rules;
use crate::lsp::session::Session;
use crate::lsp::session::Stage;
use crate::lsp::shop;
use crate::lsp::shop::News;
use crate::lsp::shop::Shop;
use crate::lsp::wire::Outgoing;
use gen_lsp_types::Diagnostic;
use gen_lsp_types::LogMessageNotification;
use gen_lsp_types::LogMessageParams;
use gen_lsp_types::MessageType;
use gen_lsp_types::PublishDiagnosticsNotification;
use gen_lsp_types::PublishDiagnosticsParams;
use gen_lsp_types::ShowMessageNotification;
use gen_lsp_types::ShowMessageParams;
use gen_lsp_types::Uri;
use std::collections::BTreeSet;
use std::path::PathBuf;

impl Session {
    /// Looks at everything that has changed.
    pub(super) fn settle(&mut self) {
        if self.stage != Stage::Open {
            return;
        }
        self.load();
        let changed = self.documents.values_mut().filter(|document| document.is_new);
        let changed: Vec<String> = changed.map(|document| document.uri.0.clone()).collect();
        for uri in changed {
            self.look(&uri);
        }
    }

    /// Loads the projects of all documents that are not loaded or have changed.
    pub fn load(&mut self) {
        self.house();
        let homes: BTreeSet<Home> = self.documents.values().filter_map(|one| one.home.clone()).collect();
        let gone: Vec<Home> = self.shops.keys().filter(|home| !homes.contains(home)).cloned().collect();
        let shops = gone.iter().filter_map(|home| self.shops.remove(home));
        let marked: Vec<PathBuf> = shops.flat_map(|shop| shop.marked).collect();
        marked.into_iter().for_each(|path| self.mark(path, Vec::new()));
        for home in homes {
            self.stock(home);
        }
    }

    /// Finds out where documents belong of which that is not known.
    fn house(&mut self) {
        let mut failures = Vec::new();
        for document in self.documents.values_mut().filter(|document| document.home.is_none()) {
            match Home::of(&document.path, &self.folders) {
                Ok(home) => document.home = Some(home),
                Err(error) => failures.push(format!("factlint: {error}")),
            }
        }
        failures.iter().for_each(|failure| self.tell_once(failure));
    }

    /// Loads a project, if that has to be, and tells what is wrong with it.
    fn stock(&mut self, home: Home) {
        if self.shops.get(&home).is_some_and(|shop| !shop.is_stale) {
            return;
        }
        let buffers = shop::buffers(self.documents.values());
        let Some(mut shop) = self.loaded(&home, &buffers) else { return };
        match shop.news(&buffers) {
            Some(News::Loud(news)) => self.tell(MessageType::Error, &news),
            Some(News::Quiet(news)) => self.log(&news),
            None => {}
        }
        for document in self.documents.values_mut().filter(|one| one.home.as_ref() == Some(&home)) {
            document.is_meant = None;
            document.is_new = true;
        }
        self.told_of_rules(&mut shop);
        self.shops.insert(home, shop);
    }

    /// The project at `home` as it is now; nothing where loading it was cut short.
    fn loaded(&mut self, home: &Home, buffers: &Buffers) -> Option<Shop> {
        let (old, today) = (self.shops.remove(home), self.today);
        let loaded = guarded(|| match old {
            Some(shop) => shop.again(buffers, today),
            None => Shop::open(home, buffers, today),
        });
        if loaded.is_none() {
            self.tell_once("factlint: loading the rules was cut short by an internal error.");
        }
        loaded
    }

    /// Marks what is wrong in the files of a project, and takes away what no longer is.
    fn told_of_rules(&mut self, shop: &mut Shop) {
        let flaws = rules::diagnostics::all(shop, &self.client, self.today);
        let cleared: Vec<PathBuf> =
            shop.marked.iter().filter(|path| !flaws.contains_key(*path)).cloned().collect();
        shop.marked = flaws.keys().cloned().collect();
        cleared.into_iter().for_each(|path| self.mark(path, Vec::new()));
        flaws.into_iter().for_each(|(path, found)| self.mark(path, found));
    }

    /// Tells what was found in a file, under the name that the client has for it.
    fn mark(&mut self, path: PathBuf, found: Vec<Diagnostic>) {
        let open = self.documents.values().find(|document| document.is_file && document.path == path);
        let (uri, version) = match open {
            Some(document) => (document.uri.clone(), Some(document.version)),
            None => (address::uri(&path), None),
        };
        self.publish(uri, version, found);
    }

    /// Tells what was found in a document.
    pub(super) fn publish(&mut self, uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic>) {
        let params = PublishDiagnosticsParams { uri, version, diagnostics };
        self.outbox.push(Outgoing::notification::<PublishDiagnosticsNotification>(params));
    }

    /// Tells what is found in a document that has changed.
    fn look(&mut self, uri: &str) {
        let Some(mut document) = self.documents.remove(uri) else { return };
        document.is_new = false;
        let found = guarded(|| self.found(&mut document));
        let (name, version) = (document.uri.clone(), document.version);
        self.documents.insert(uri.to_owned(), document);
        match found {
            Some(Some(found)) => self.publish(name, Some(version), found),
            Some(None) => {}
            None => {
                self.tell_once(&format!(
                    "factlint: {uri} could not be checked: an internal error cut it short."
                ));
                self.publish(name, Some(version), Vec::new());
            }
        }
    }

    /// What is found in a document; nothing where that is told with its project.
    fn found(&self, document: &mut Document) -> Option<Vec<Diagnostic>> {
        let shop = document.home.as_ref().and_then(|home| self.shops.get(home));
        match (document.sort, shop) {
            (Sort::Article(_), Some(shop)) => Some(self.findings(document, shop)),
            (Sort::Toml, Some(shop)) => rules::diagnostics::of_stray(document, shop, &self.client),
            (Sort::Config, _) => None,
            (Sort::Other | Sort::Article(_) | Sort::Toml, _) => Some(Vec::new()),
        }
    }

    fn findings(&self, document: &mut Document, shop: &Shop) -> Vec<Diagnostic> {
        let project = &shop.in_force;
        let is_new = !document.is_file;
        let is_meant =
            *document.is_meant.get_or_insert_with(|| is_new || project.ground().has(&document.path));
        if !is_meant || project.is_idle() {
            return Vec::new();
        }
        match document.article(project.ground().limit()) {
            Some(Err(problem)) => {
                let place = article::diagnostics::place(document.text.content(), &problem);
                vec![article::diagnostics::problem(document.text.range(place), &problem)]
            }
            _ => self.on_page(document, article::diagnostics::all).unwrap_or_default(),
        }
    }

    /// Does `work` with the article of a document, if it holds one that can be read.
    pub fn on_page<T>(&self, document: &Document, work: impl FnOnce(&Page<'_>) -> T) -> Option<T> {
        let project = &self.shops.get(document.home.as_ref()?)?.in_force;
        let ground = project.ground();
        let article = ground.config.dated(document.article(ground.limit())?.ok()?);
        Some(project.with(|ground, checker| {
            work(&Page { document, article: &article, ground, checker, client: self.client })
        }))
    }

    /// Says something in a window of its own.
    pub(super) fn tell(&mut self, kind: MessageType, message: &str) {
        let params = ShowMessageParams { kind, message: message.to_owned() };
        self.outbox.push(Outgoing::notification::<ShowMessageNotification>(params));
    }

    /// Says what is wrong, once.
    fn tell_once(&mut self, message: &str) {
        if self.told.insert(message.to_owned()) {
            self.tell(MessageType::Error, message);
        }
    }

    /// Says something where it disturbs nobody.
    fn log(&mut self, message: &str) {
        let params = LogMessageParams { kind: MessageType::Info, message: message.to_owned() };
        self.outbox.push(Outgoing::notification::<LogMessageNotification>(params));
    }
}
