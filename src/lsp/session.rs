//! What the server knows while it runs: the client, its open documents and their projects.

use crate::lsp::Ended;
use crate::lsp::address;
use crate::lsp::client::Client;
use crate::lsp::document::Document;
use crate::lsp::document::Sort;
use crate::lsp::home;
use crate::lsp::home::Home;
use crate::lsp::request;
use crate::lsp::shop::Shop;
use crate::lsp::text::Text;
use crate::lsp::wire::Incoming;
use crate::lsp::wire::Outgoing;
use gen_lsp_types::CancelParams;
use gen_lsp_types::DidChangeTextDocumentParams;
use gen_lsp_types::DidChangeWatchedFilesParams;
use gen_lsp_types::DidChangeWatchedFilesRegistrationOptions;
use gen_lsp_types::DidChangeWorkspaceFoldersParams;
use gen_lsp_types::DidCloseTextDocumentParams;
use gen_lsp_types::DidOpenTextDocumentParams;
use gen_lsp_types::DidSaveTextDocumentParams;
use gen_lsp_types::FileSystemWatcher;
use gen_lsp_types::MessageType;
use gen_lsp_types::Registration;
use gen_lsp_types::RegistrationParams;
use gen_lsp_types::RegistrationRequest;
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
    pub(super) documents: BTreeMap<String, Document>,
    pub(super) shops: BTreeMap<Home, Shop>,
    /// What it was told, so that it is told once.
    pub(super) told: BTreeSet<String>,
    pub(super) today: Date,
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

    /// An open document.
    pub fn document(&self, uri: &Uri) -> Option<&Document> {
        self.documents.get(&uri.0)
    }

    /// The project of a document.
    pub fn shop(&self, document: &Document) -> Option<&Shop> {
        self.shops.get(document.home.as_ref()?)
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
