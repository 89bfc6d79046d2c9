//! What the client asks, and what it is answered.

use crate::lsp::address;
use crate::lsp::article;
use crate::lsp::client::Client;
use crate::lsp::document::Document;
use crate::lsp::document::Sort;
use crate::lsp::guarded;
use crate::lsp::rules;
use crate::lsp::session::Session;
use crate::lsp::session::Stage;
use crate::lsp::wire::Fault;
use crate::lsp::wire::Outgoing;
use gen_lsp_types::CodeAction;
use gen_lsp_types::CodeActionParams;
use gen_lsp_types::CodeActionRequest;
use gen_lsp_types::CodeActionResponse;
use gen_lsp_types::CompletionParams;
use gen_lsp_types::CompletionRequest;
use gen_lsp_types::CompletionResponse;
use gen_lsp_types::Definition;
use gen_lsp_types::DefinitionParams;
use gen_lsp_types::DefinitionRequest;
use gen_lsp_types::DefinitionResponse;
use gen_lsp_types::ErrorCodes;
use gen_lsp_types::Hover;
use gen_lsp_types::HoverParams;
use gen_lsp_types::HoverRequest;
use gen_lsp_types::InitializeParams;
use gen_lsp_types::InitializeRequest;
use gen_lsp_types::LspErrorCodes;
use gen_lsp_types::Request;
use gen_lsp_types::ShutdownRequest;
use gen_lsp_types::WorkspaceFolders;
use gen_lsp_types::WorkspaceSymbolParams;
use gen_lsp_types::WorkspaceSymbolRequest;
use gen_lsp_types::WorkspaceSymbolResponse;
use gen_lsp_types::json_rpc::Id;
use serde_json::Value;
use std::path::PathBuf;

/// Answers a request, or refuses one that was taken back.
pub fn answer(session: &mut Session, (id, is_cancelled): (Id, bool), method: &str, params: Value) {
    let answer = match refusal(session.stage, method) {
        Some(fault) => Outgoing::refusal(id, fault),
        None if is_cancelled => Outgoing::refusal(id, cancelled()),
        None => answered(session, id, method, params),
    };
    session.outbox.push(answer);
}

/// Why a request cannot be answered now.
fn refusal(stage: Stage, method: &str) -> Option<Fault> {
    let (code, why) = match stage {
        Stage::New if method != "initialize" => {
            (ErrorCodes::ServerNotInitialized, "`initialize` comes first")
        }
        Stage::Open if method == "initialize" => (ErrorCodes::InvalidRequest, "`initialize` comes once"),
        Stage::Shut => (ErrorCodes::InvalidRequest, "the server was told to shut down"),
        Stage::New | Stage::Open => return None,
    };
    Some((code, why.to_owned()))
}

fn cancelled() -> Fault {
    let code = i32::from(LspErrorCodes::RequestCancelled);
    (ErrorCodes::from(code), "taken back by the client".to_owned())
}

fn answered(session: &mut Session, id: Id, method: &str, params: Value) -> Outgoing {
    match method {
        "initialize" => begin(session, id, params),
        "shutdown" => {
            session.stage = Stage::Shut;
            Outgoing::answer::<ShutdownRequest>(id, ())
        }
        "textDocument/hover" => with::<HoverRequest>(session, id, params, hover),
        "textDocument/definition" => with::<DefinitionRequest>(session, id, params, definition),
        "textDocument/codeAction" => with::<CodeActionRequest>(session, id, params, actions),
        "textDocument/completion" => with::<CompletionRequest>(session, id, params, completion),
        "workspace/symbol" => with::<WorkspaceSymbolRequest>(session, id, params, symbols),
        _ => Outgoing::refusal(id, (ErrorCodes::MethodNotFound, format!("there is no method `{method}`"))),
    }
}

/// Answers with what `work` finds in the newest state of everything.
fn with<R: Request>(
    session: &mut Session,
    id: Id,
    params: Value,
    work: impl FnOnce(&Session, R::Params) -> R::Result,
) -> Outgoing {
    let params = match serde_json::from_value(params) {
        Ok(params) => params,
        Err(error) => return Outgoing::refusal(id, (ErrorCodes::InvalidParams, error.to_string())),
    };
    session.load();
    match guarded(|| work(session, params)) {
        Some(result) => Outgoing::answer::<R>(id, result),
        None => {
            let fault = (ErrorCodes::InternalError, "an internal error cut this short".to_owned());
            Outgoing::refusal(id, fault)
        }
    }
}

fn begin(session: &mut Session, id: Id, params: Value) -> Outgoing {
    match serde_json::from_value::<InitializeParams>(params) {
        Ok(params) => {
            session.folders = folders(&params);
            session.client = Client::of(&params.capabilities);
            session.stage = Stage::Open;
            Outgoing::answer::<InitializeRequest>(id, session.client.welcome())
        }
        Err(error) => Outgoing::refusal(id, (ErrorCodes::InvalidParams, error.to_string())),
    }
}

/// The folders the client has open; older clients name one.
#[allow(deprecated, reason = "clients that know no folders still name their root")]
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    match &params.workspace_folders_initialize_params.workspace_folders {
        Some(WorkspaceFolders::WorkspaceFolderList(folders)) => {
            folders.iter().filter_map(|folder| address::path(&folder.uri)).collect()
        }
        Some(WorkspaceFolders::Null) | None => params.root_uri.iter().filter_map(address::path).collect(),
    }
}

/// Whether a document is one of articles.
fn is_article(document: &Document) -> bool {
    matches!(document.sort, Sort::Article(_)) && document.is_meant != Some(false)
}

fn hover(session: &Session, params: HoverParams) -> Option<Hover> {
    let place = params.text_document_position_params;
    let document = session.document(&place.text_document.uri)?;
    if is_article(document) {
        return session.on_page(document, |page| article::hover::at(page, place.position)).flatten();
    }
    rules::hover::at(document, session.shop(document), (place.position, session.client))
}

fn definition(session: &Session, params: DefinitionParams) -> Option<DefinitionResponse> {
    let place = params.text_document_position_params;
    let document = session.document(&place.text_document.uri)?;
    let places = if is_article(document) {
        session.on_page(document, |page| article::definition::at(page, place.position))?
    } else {
        rules::definition::at(document, session.shop(document)?, place.position)
    };
    Some(Definition::from(places).into())
}

fn actions(session: &Session, params: CodeActionParams) -> Option<Vec<CodeActionResponse>> {
    let document = session.document(&params.text_document.uri).filter(|document| is_article(document))?;
    let actions: Vec<CodeAction> =
        session.on_page(document, |page| article::action::all(page, params.range, &params.context))?;
    Some(actions.into_iter().map(CodeActionResponse::from).collect())
}

fn completion(session: &Session, params: CompletionParams) -> Option<CompletionResponse> {
    let place = params.text_document_position_params;
    let document = session.document(&place.text_document.uri)?;
    let items = rules::completion::at(document, session.shop(document), place.position);
    Some(items.into())
}

fn symbols(session: &Session, params: WorkspaceSymbolParams) -> Option<WorkspaceSymbolResponse> {
    Some(rules::symbols::like(session.shops.values(), &params.query).into())
}
