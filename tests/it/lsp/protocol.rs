//! What the protocol asks of a server: order, errors, and a good end.

use crate::lsp::client::Client;
use crate::lsp::client::framed;
use crate::lsp::client::usual;
use crate::workspace::Workspace;
use serde_json::Value;
use serde_json::json;

#[track_caller]
fn check_refused(answer: &Value, code: i64) {
    assert_eq!(answer["error"]["code"], code, "{answer}");
    assert!(!answer["error"]["message"].as_str().expect("a message").is_empty());
}

#[test]
fn initialize_comes_first_and_once() {
    let desk = Workspace::with(&[]);
    let mut client = Client::started(&desk);
    check_refused(&client.answer("textDocument/hover", json!({})), -32002);
    client.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
    check_refused(&client.answer("initialize", json!({ "capabilities": {} })), -32600);
    assert_eq!(client.end(), 0);
}

#[test]
fn what_cannot_be_answered_is_refused_and_the_server_goes_on() {
    let desk = Workspace::with(&[]);
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    check_refused(&client.answer("workspace/nothing", json!({})), -32601);
    check_refused(&client.answer("textDocument/hover", json!({ "position": 3 })), -32602);
    client.raw(b"Content-Length: 5\r\n\r\n{oops");
    check_refused(&client.wait(|message| message["id"].is_null() && message.get("error").is_some()), -32700);
    client.raw(&framed(&json!({ "id": 77, "method": 3 })));
    check_refused(&client.wait(|message| message["id"] == 77), -32600);
    client.raw(b"nonsense\r\n\r\n");
    check_refused(&client.wait(|message| message.get("error").is_some()), -32700);
    client.tell("$/unknown", json!({}));
    client.tell("textDocument/didOpen", json!({ "oops": 1 }));
    let told = client.wait(|message| message["method"] == "window/showMessage");
    assert!(told["params"]["message"].as_str().unwrap().starts_with("factlint: a message of the editor"));
    let nowhere =
        json!({ "textDocument": { "uri": "file:///nowhere.md" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(client.ask("textDocument/hover", nowhere), Value::Null);
    assert_eq!(client.end(), 0);
}

#[test]
fn what_is_taken_back_in_time_is_not_answered() {
    let desk = Workspace::with(&[]);
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    let place =
        json!({ "textDocument": { "uri": client.uri("a.md") }, "position": { "line": 0, "character": 0 } });
    let ask = json!({ "jsonrpc": "2.0", "id": "x", "method": "textDocument/hover", "params": place });
    let back = json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": "x" } });
    // A heavy document keeps the server from looking at the one before the other has come.
    client.open_text("a.md", "markdown", &"The Harbour League has 14 clubs.\n\n".repeat(2000));
    client.raw(&[framed(&ask), framed(&back)].concat());
    check_refused(&client.wait(|message| message["id"] == "x"), -32800);
}

#[test]
fn after_shutdown_nothing_is_answered() {
    let desk = Workspace::with(&[]);
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    assert_eq!(client.ask("shutdown", Value::Null), Value::Null);
    check_refused(&client.answer("textDocument/hover", json!({})), -32600);
    client.tell("exit", Value::Null);
    assert_eq!(client.code(), 0);
}

#[test]
fn an_end_without_a_shutdown_is_a_failure() {
    let desk = Workspace::with(&[]);
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    client.tell("exit", Value::Null);
    assert_eq!(client.code(), 1);
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    client.hang_up();
    assert_eq!(client.code(), 1);
}

#[test]
fn a_client_that_can_is_asked_to_watch_files() {
    let desk = Workspace::with(&[]);
    let mut client = Client::open(&desk, usual(&["utf-8"]));
    let asked = client.wait(|message| message["method"] == "client/registerCapability");
    let registration = &asked["params"]["registrations"][0];
    assert_eq!(registration["method"], "workspace/didChangeWatchedFiles");
    client.send(&json!({ "jsonrpc": "2.0", "id": asked["id"], "result": null }));
    assert_eq!(client.end(), 0);
}
