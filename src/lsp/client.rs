//! What the client can do, and what it is told of the server.

use crate::lsp::text::Encoding;
use gen_lsp_types::ClientCapabilities;
use gen_lsp_types::CodeActionKind;
use gen_lsp_types::CodeActionOptions;
use gen_lsp_types::CompletionOptions;
use gen_lsp_types::InitializeResult;
use gen_lsp_types::MarkupKind;
use gen_lsp_types::PositionEncodingKind;
use gen_lsp_types::ServerCapabilities;
use gen_lsp_types::ServerInfo;
use gen_lsp_types::TextDocumentSyncKind;
use gen_lsp_types::TextDocumentSyncOptions;
use gen_lsp_types::WorkspaceFoldersServerCapabilities;
use gen_lsp_types::WorkspaceOptions;

/// The action that puts in all safe fixes of an article.
pub const FIX_ALL: &str = "source.fixAll.factlint";

/// The characters after which a client asks what could follow.
const TRIGGERS: &[&str] = &["\"", "'", "[", "{", "="];

/// What the client can do.
#[derive(Clone, Copy, Debug, Default)]
pub struct Client {
    /// How it counts in a line.
    pub encoding: Encoding,
    /// Whether it shows Markdown when it is pointed at words.
    pub shows_markdown: bool,
    /// Whether it shows further places below a finding.
    pub shows_related: bool,
    /// Whether it opens the page of a finding.
    pub opens_pages: bool,
    /// Whether an edit may name the version of the text it is for.
    pub knows_versions: bool,
    /// Whether it can be asked to tell of files that change.
    pub watches_files: bool,
}

impl Client {
    /// The client that says this of itself.
    pub fn of(capabilities: &ClientCapabilities) -> Client {
        let document = capabilities.text_document.as_ref();
        let workspace = capabilities.workspace.as_ref();
        let findings = document.and_then(|document| document.publish_diagnostics.as_ref());
        let related = findings.and_then(|findings| findings.diagnostics_capabilities.related_information);
        let pages = findings.and_then(|findings| findings.diagnostics_capabilities.code_description_support);
        let hover = document.and_then(|document| document.hover.as_ref());
        let formats = hover.and_then(|hover| hover.content_format.as_ref());
        let edits = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
        let watched = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
        Client {
            encoding: encoding(capabilities),
            shows_markdown: formats.is_some_and(|formats| formats.contains(&MarkupKind::Markdown)),
            shows_related: related == Some(true),
            opens_pages: pages == Some(true),
            knows_versions: edits.and_then(|edits| edits.document_changes) == Some(true),
            watches_files: watched.and_then(|watched| watched.dynamic_registration) == Some(true),
        }
    }

    /// What it is told of the server.
    pub fn welcome(&self) -> InitializeResult {
        InitializeResult {
            capabilities: self.capabilities(),
            server_info: Some(ServerInfo {
                name: "factlint".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        }
    }

    fn capabilities(&self) -> ServerCapabilities {
        let folders = WorkspaceFoldersServerCapabilities {
            supported: Some(true),
            change_notifications: Some(true.into()),
        };
        let workspace = WorkspaceOptions { workspace_folders: Some(folders), ..WorkspaceOptions::default() };
        ServerCapabilities {
            position_encoding: Some(match self.encoding {
                Encoding::Utf8 => PositionEncodingKind::UTF8,
                Encoding::Utf16 => PositionEncodingKind::UTF16,
            }),
            text_document_sync: Some(sync().into()),
            hover_provider: Some(true.into()),
            definition_provider: Some(true.into()),
            code_action_provider: Some(actions().into()),
            completion_provider: Some(completion()),
            workspace_symbol_provider: Some(true.into()),
            workspace: Some(workspace),
            ..ServerCapabilities::default()
        }
    }
}

fn sync() -> TextDocumentSyncOptions {
    TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        save: Some(true.into()),
        ..TextDocumentSyncOptions::default()
    }
}

fn actions() -> CodeActionOptions {
    let kinds = vec![CodeActionKind::QuickFix, FIX_ALL.to_owned().into()];
    CodeActionOptions { code_action_kinds: Some(kinds), ..CodeActionOptions::default() }
}

fn completion() -> CompletionOptions {
    let triggers = TRIGGERS.iter().map(|letter| (*letter).to_owned()).collect();
    CompletionOptions { trigger_characters: Some(triggers), ..CompletionOptions::default() }
}

/// Bytes where the client offers them, for they need no counting.
fn encoding(capabilities: &ClientCapabilities) -> Encoding {
    let general = capabilities.general.as_ref();
    let offered = general.and_then(|general| general.position_encodings.as_ref());
    let has_bytes = offered.is_some_and(|offered| offered.contains(&PositionEncodingKind::UTF8));
    if has_bytes { Encoding::Utf8 } else { Encoding::Utf16 }
}
