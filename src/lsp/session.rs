//! What the server knows while it runs: the client, its open documents and their projects.

use crate::lsp::Ended;
use crate::lsp::address;
use crate::lsp::article;
use crate::lsp::article::Page;
use crate::lsp::client::Client;
use crate::lsp::document::Document;
use crate::lsp::document::Sort;
use crate::lsp::guarded;
use crate::lsp::home;
use crate::lsp::home::Home;
use crate::lsp::request;
use crate::lsp::rules;
use crate::lsp::shop;
use crate::lsp::shop::Shop;
use crate::lsp::text::Text;
use crate::lsp::wire::Incoming;
use crate::lsp::wire::Outgoing;
use crate::span::Span;
use gen_lsp_types::CancelParams;
use gen_lsp_types::Diagnostic;
use gen_lsp_types::DidChangeTextDocumentParams;
use gen_lsp_types::DidChangeWatchedFilesParams;
use gen_lsp_types::DidChangeWatchedFilesRegistrationOptions;
use gen_lsp_types::DidChangeWorkspaceFoldersParams;
use gen_lsp_types::DidCloseTextDocumentParams;
use gen_lsp_types::DidOpenTextDocumentParams;
use gen_lsp_types::DidSaveTextDocumentParams;
use gen_lsp_types::FileSystemWatcher;
use gen_lsp_types::MessageType;
use gen_lsp_types::PublishDiagnosticsNotification;
use gen_lsp_types::PublishDiagnosticsParams;
use gen_lsp_types::Registration;
use gen_lsp_types::RegistrationParams;
use gen_lsp_types::RegistrationRequest;
use gen_lsp_types::ShowMessageNotification;
use gen_lsp_types::ShowMessageParams;
use gen_lsp_types::Uri;
use gen_lsp_types::json_rpc::Id;
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::HashSet;
use std::path::PathBuf;

/// The files of which the client is to tell when they change: rules, tables of theirs, accepted findings.
const WATCHED: &[&str] = &["**/*.toml", "**/*.csv", "**/*.jsonl", "**/*.json"];

/// How far a session has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The client has not said who it is.
    New,
    /// At work.
    Open,
    /// Told to shut down, and waiting for the end.
    Shut,
}

/// A client and its documents.
pub struct Session {
    /// How far it has come.
    pub stage: Stage,
    /// What the client can do.
    pub client: Client,
    /// What goes to it.
    pub outbox: Vec<Outgoing>,
    /// The folders it has open.
    pub folders: Vec<PathBuf>,
    documents: BTreeMap<String, Document>,
    shops: BTreeMap<Home, Shop>,
    /// What it was told, so that it is told once.
    told: BTreeSet<String>,
    today: Date,
}

impl Session {
    /// A session with nobody yet.
    pub fn new() -> Session {
        Session {
            stage: Stage::New,
            client: Client::default(),
            outbox: Vec::new(),
            folders: Vec::new(),
            documents: BTreeMap::new(),
            shops: BTreeMap::new(),
            told: BTreeSet::new(),
            today: Date::ZERO,
        }
    }

    /// Takes messages in their order, then looks at what has changed; how it ended, once it has.
    pub fn take(&mut self, messages: Vec<Incoming>, today: Date) -> Option<Ended> {
        self.date(today);
        let cancelled = cancelled(&messages);
        for message in messages {
            match message {
                Incoming::Notification { method, .. } if method == "exit" => {
                    return Some(if self.stage == Stage::Shut { Ended::Asked } else { Ended::Cut });
                }
                Incoming::Notification { method, params } => self.note(&method, params),
                Incoming::Request { id, method, params } => {
                    let is_cancelled = cancelled.contains(&id);
                    request::answer(self, (id, is_cancelled), &method, params);
                }
                Incoming::Answer => {}
                Incoming::Broken { id, fault } => self.outbox.push(Outgoing::refusal(id, fault)),
            }
        }
        self.settle();
        None
    }

    /// On another day another review may be due.
    fn date(&mut self, today: Date) {
        if self.today != today {
            self.today = today;
            self.shops.values_mut().for_each(|shop| shop.is_stale = true);
        }
    }

    fn note(&mut self, method: &str, params: Value) {
        if self.stage != Stage::Open {
            return;
        }
        match method {
            "initialized" => self.watch(),
            "textDocument/didOpen" => self.noted(params, Session::open),
            "textDocument/didChange" => self.noted(params, Session::change),
            "textDocument/didSave" => self.noted(params, Session::save),
            "textDocument/didClose" => self.noted(params, Session::close),
            "workspace/didChangeWatchedFiles" => self.noted(params, Session::files_changed),
            "workspace/didChangeWorkspaceFolders" => self.noted(params, Session::folders_changed),
            _ => {}
        }
    }

    /// Takes note of something; what cannot be read is told, for nothing can be answered.
    fn noted<P: DeserializeOwned>(&mut self, params: Value, take: impl FnOnce(&mut Session, P)) {
        match serde_json::from_value(params) {
            Ok(params) => take(self, params),
            Err(error) => {
                self.tell(MessageType::Warning, &format!("factlint: a message of the editor: {error}"));
            }
        }
    }

    /// Asks the client to tell of files that change.
    fn watch(&mut self) {
        if !self.client.watches_files {
            return;
        }
        let watcher =
            |pattern: &&str| FileSystemWatcher { glob_pattern: (*pattern).to_owned().into(), kind: None };
        let options =
            DidChangeWatchedFilesRegistrationOptions { watchers: WATCHED.iter().map(watcher).collect() };
        let registration = Registration {
            id: "factlint-files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        let params = RegistrationParams { registrations: vec![registration] };
        self.outbox.push(Outgoing::request::<RegistrationRequest>("factlint-files".to_owned(), params));
    }

    fn open(&mut self, params: DidOpenTextDocumentParams) {
        let mut item = params.text_document;
        let text = Text::new(std::mem::take(&mut item.text), self.client.encoding);
        let document = Document::opened(item, text, &self.folders);
        let uri = document.uri.0.clone();
        self.touch(&document);
        self.documents.insert(uri, document);
    }

    fn change(&mut self, params: DidChangeTextDocumentParams) {
        let item = params.text_document;
        let uri = item.text_document_identifier.uri;
        if let Some(document) = self.documents.get_mut(&uri.0) {
            document.change(item.version, params.content_changes);
            let (path, sort) = (document.path.clone(), document.sort);
            self.touched(&path, sort);
        }
    }

    fn save(&mut self, params: DidSaveTextDocumentParams) {
        if let Some(document) = self.documents.get_mut(&params.text_document.uri.0) {
            // A file that is there now is asked about anew.
            document.is_meant = None;
            document.is_new = true;
            let (path, sort) = (document.path.clone(), document.sort);
            self.touched(&path, sort);
            if sort == Sort::Config {
                self.rehouse();
            }
        }
    }

    fn close(&mut self, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        if let Some(document) = self.documents.remove(&uri.0) {
            self.touch(&document);
            self.publish(uri, None, Vec::new());
        }
    }

    fn files_changed(&mut self, params: DidChangeWatchedFilesParams) {
        for path in params.changes.iter().filter_map(|change| address::path(&change.uri)) {
            let stale = self.shops.values_mut().filter(|shop| shop.rests_on(&path));
            stale.for_each(|shop| shop.is_stale = true);
            if home::is_config(&path) {
                self.rehouse();
            }
        }
    }

    fn folders_changed(&mut self, params: DidChangeWorkspaceFoldersParams) {
        let paths = |folders: &[gen_lsp_types::WorkspaceFolder]| -> Vec<PathBuf> {
            folders.iter().filter_map(|folder| address::path(&folder.uri)).collect()
        };
        let removed = paths(&params.event.removed);
        self.folders.retain(|folder| !removed.contains(folder));
        self.folders.extend(paths(&params.event.added));
        self.rehouse();
    }

    /// Asks anew where each document belongs.
    fn rehouse(&mut self) {
        for document in self.documents.values_mut() {
            document.home = None;
            document.is_meant = None;
            document.is_new = true;
        }
    }

    fn touch(&mut self, document: &Document) {
        self.touched(&document.path, document.sort);
    }

    /// Notes that projects that rest on a document have to be loaded again.
    fn touched(&mut self, path: &std::path::Path, sort: Sort) {
        if matches!(sort, Sort::Toml | Sort::Config) {
            self.shops.values_mut().filter(|shop| shop.rests_on(path)).for_each(|shop| shop.is_stale = true);
        }
    }

    /// Looks at everything that has changed.
    fn settle(&mut self) {
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
        for failure in failures {
            if self.told.insert(failure.clone()) {
                self.tell(MessageType::Error, &failure);
            }
        }
    }

    /// Loads a project, if that has to be, and tells what is wrong with it.
    fn stock(&mut self, home: Home) {
        if self.shops.get(&home).is_some_and(|shop| !shop.is_stale) {
            return;
        }
        let buffers = shop::buffers(self.documents.values());
        let today = self.today;
        let old = self.shops.remove(&home);
        let loaded = guarded(|| match old {
            Some(mut shop) => {
                shop.reload(&buffers, today);
                shop
            }
            None => Shop::open(&home, &buffers, today),
        });
        let Some(mut shop) = loaded else {
            let text = "factlint: loading the rules was cut short by an internal error.";
            if self.told.insert(text.to_owned()) {
                self.tell(MessageType::Error, text);
            }
            return;
        };
        if let Some(news) = shop.news() {
            self.tell(MessageType::Error, &news);
        }
        for document in self.documents.values_mut().filter(|one| one.home.as_ref() == Some(&home)) {
            document.is_meant = None;
            document.is_new = true;
        }
        self.told_of_rules(&mut shop);
        self.shops.insert(home, shop);
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

    fn publish(&mut self, uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic>) {
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
                let text = format!("factlint: {uri} could not be checked: an internal error cut it short.");
                if self.told.insert(text.clone()) {
                    self.tell(MessageType::Error, &text);
                }
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
        match document.article() {
            Some(Err(problem)) => {
                let beginning = article::diagnostics::beginning(document.text.content());
                let at = Span::at(problem.before.len()).join(beginning);
                vec![article::diagnostics::problem(document.text.range(at), &problem)]
            }
            _ => self.on_page(document, article::diagnostics::all).unwrap_or_default(),
        }
    }

    /// Does `work` with the article of a document, if `factlint check` would read it.
    pub fn on_page<T>(&self, document: &Document, work: impl FnOnce(&Page<'_>) -> T) -> Option<T> {
        let project = &self.shops.get(document.home.as_ref()?)?.in_force;
        let article = project.ground().dated(document.article()?.ok()?);
        Some(project.with(|ground, desk| {
            work(&Page { document, article: &article, ground, desk, client: self.client })
        }))
    }

    /// An open document.
    pub fn document(&self, uri: &Uri) -> Option<&Document> {
        self.documents.get(&uri.0)
    }

    /// The project of a document.
    pub fn shop(&self, document: &Document) -> Option<&Shop> {
        self.shops.get(document.home.as_ref()?)
    }

    fn tell(&mut self, kind: MessageType, message: &str) {
        let params = ShowMessageParams { kind, message: message.to_owned() };
        self.outbox.push(Outgoing::notification::<ShowMessageNotification>(params));
    }
}

impl Default for Session {
    fn default() -> Session {
        Session::new()
    }
}

/// The requests that the client has taken back before they were looked at.
fn cancelled(messages: &[Incoming]) -> HashSet<Id> {
    let cancel = |message: &Incoming| match message {
        Incoming::Notification { method, params } if method == "$/cancelRequest" => {
            let params: CancelParams = serde_json::from_value(params.clone()).ok()?;
            Some(Id::from(params.id))
        }
        _ => None,
    };
    messages.iter().filter_map(cancel).collect()
}
