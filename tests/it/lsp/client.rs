//! A small client of the language server: it starts the real program and speaks over its input and output.

use crate::workspace::Workspace;
use serde_json::Value;
use serde_json::json;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;
use std::path::Path;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::Duration;

/// How long nothing may come before a test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that was started for a folder, and the way to it.
pub struct Client {
    server: Child,
    inbox: Receiver<Value>,
    /// What came that nobody has asked for yet.
    pending: Vec<Value>,
    root: std::path::PathBuf,
    next_id: i64,
    /// What it said of itself.
    pub capabilities: Value,
}

/// What most editors can do, counting as they do.
pub fn usual(encodings: &[&str]) -> Value {
    json!({
        "general": { "positionEncodings": encodings },
        "textDocument": {
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "publishDiagnostics": { "relatedInformation": true, "codeDescriptionSupport": true },
        },
        "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } },
    })
}

impl Client {
    /// A client that has the folder of a workspace open.
    pub fn open(workspace: &Workspace, capabilities: Value) -> Client {
        let mut client = Client::started(workspace);
        let params = json!({
            "processId": null,
            "rootUri": client.uri(""),
            "workspaceFolders": [{ "uri": client.uri(""), "name": "desk" }],
            "capabilities": capabilities,
        });
        client.capabilities = client.ask("initialize", params)["capabilities"].clone();
        client.tell("initialized", json!({}));
        client
    }

    /// A server to which nothing was said yet.
    pub fn started(workspace: &Workspace) -> Client {
        let mut server = Command::new(env!("CARGO_BIN_EXE_factlint"))
            .args(["lsp", "--today", "2026-03-04"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let output = server.stdout.take().expect("its output");
        let (sender, inbox) = mpsc::channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = message(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let root = workspace.path().canonicalize().expect("a folder");
        Client { server, inbox, pending: Vec::new(), root, next_id: 0, capabilities: Value::Null }
    }

    /// The address of a file of the workspace.
    pub fn uri(&self, path: &str) -> String {
        let path = self.root.join(path);
        format!("file://{}", path.display().to_string().trim_end_matches('/').replace(' ', "%20"))
    }

    /// The file with an address.
    pub fn path<'u>(&self, uri: &'u str) -> &'u Path {
        Path::new(uri.strip_prefix("file://").expect("a file"))
    }

    /// Sends bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        let input = self.server.stdin.as_mut().expect("its input");
        input.write_all(bytes).expect("it reads");
        input.flush().expect("it reads");
    }

    /// Sends a message.
    pub fn send(&mut self, message: &Value) {
        self.raw(&framed(message));
    }

    /// Tells the server something.
    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks, and waits for the whole answer.
    pub fn answer(&mut self, method: &str, params: Value) -> Value {
        self.next_id += 1;
        let id = json!(self.next_id);
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        self.wait(|message| message["id"] == id && message.get("method").is_none())
    }

    /// Asks, and waits for what is answered.
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        let answer = self.answer(method, params);
        assert!(answer.get("error").is_none(), "{answer}");
        answer["result"].clone()
    }

    /// The first message of a sort, also of those that came before.
    pub fn wait(&mut self, is_meant: impl Fn(&Value) -> bool) -> Value {
        loop {
            if let Some(at) = self.pending.iter().position(&is_meant) {
                return self.pending.remove(at);
            }
            let next = self.inbox.recv_timeout(PATIENCE).expect("a message in time");
            self.pending.push(next);
        }
    }

    /// Opens a document of the workspace with a text of its own.
    pub fn open_text(&mut self, path: &str, language: &str, text: &str) {
        let uri = self.uri(path);
        let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": item }));
    }

    /// Changes a part of a document.
    pub fn edit(&mut self, path: &str, version: i64, range: Value, text: &str) {
        let change =
            if range.is_null() { json!({ "text": text }) } else { json!({ "range": range, "text": text }) };
        let item = json!({ "uri": self.uri(path), "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": item, "contentChanges": [change] }));
    }

    /// The next findings that are told of a document.
    pub fn findings(&mut self, path: &str) -> Vec<Value> {
        let told = self.published(path);
        told["diagnostics"].as_array().expect("a list").clone()
    }

    /// What is told next of a document.
    pub fn published(&mut self, path: &str) -> Value {
        let uri = self.uri(path);
        let is_meant = |message: &Value| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri.as_str()
        };
        self.wait(is_meant)["params"].clone()
    }

    /// The findings of a document once there are so many.
    pub fn findings_until(&mut self, path: &str, n_findings: usize) -> Vec<Value> {
        loop {
            let findings = self.findings(path);
            if findings.len() == n_findings {
                return findings;
            }
        }
    }

    /// Asks about a position in a document.
    pub fn at(&mut self, method: &str, path: &str, (line, character): (u32, u32)) -> Value {
        let uri = self.uri(path);
        let position = json!({ "line": line, "character": character });
        self.ask(method, json!({ "textDocument": { "uri": uri }, "position": position }))
    }

    /// What can be done about a range of a document.
    pub fn actions(&mut self, path: &str, range: &Value, only: Value) -> Vec<Value> {
        let mut context = json!({ "diagnostics": [] });
        if !only.is_null() {
            context["only"] = only;
        }
        let item = json!({ "uri": self.uri(path) });
        let params = json!({ "textDocument": item, "range": range, "context": context });
        self.ask("textDocument/codeAction", params).as_array().expect("a list").clone()
    }

    /// Ends the server as the protocol says, and gives its exit code.
    pub fn end(mut self) -> i32 {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.code()
    }

    /// Waits for the end of the server.
    pub fn code(&mut self) -> i32 {
        self.server.wait().expect("it ends").code().expect("no signal ended it")
    }

    /// Closes the way to the server.
    pub fn hang_up(&mut self) {
        drop(self.server.stdin.take());
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // A test that failed leaves no server behind; one that has ended cannot be stopped again.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A message with its header.
pub fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn message(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some((_, value)) => length = value.parse().ok()?,
            None => break,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// A text with one edit put in, where a line holds no character beyond ASCII or bytes are counted.
pub fn applied(text: &str, edit: &Value) -> String {
    let at = |position: &Value| {
        let line = position["line"].as_u64().expect("a line") as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        start + position["character"].as_u64().expect("a character") as usize
    };
    let (start, end) = (at(&edit["range"]["start"]), at(&edit["range"]["end"]));
    [&text[..start], edit["newText"].as_str().expect("text"), &text[end..]].concat()
}
