//! Messages as they travel: a header with a length, then JSON. The one door to the crate of the protocol's envelope.
//!
//! What is no message is answered as the protocol says, and what follows it is read all the same.

use gen_lsp_types::ErrorCodes;
use gen_lsp_types::Notification;
use gen_lsp_types::Request;
use gen_lsp_types::json_rpc::Error;
use gen_lsp_types::json_rpc::Id;
use gen_lsp_types::json_rpc::RequestObject;
use gen_lsp_types::json_rpc::ResponseObject;
use serde::Serialize;
use serde_json::Value;
use std::io;
use std::io::BufRead;
use std::io::Read;
use std::io::Write;

/// The most bytes a line of a header may have.
const LONGEST_LINE: u64 = 4096;

/// The name of the field that says how long a message is.
const LENGTH: &str = "content-length";

/// What a client is told went wrong with what it asked.
pub type Fault = (ErrorCodes, String);

/// Something that came from the client.
#[derive(Debug)]
pub enum Incoming {
    /// Something to answer.
    Request {
        /// What the answer has to be marked with.
        id: Id,
        /// What is asked.
        method: String,
        /// About what.
        params: Value,
    },
    /// Something to take note of.
    Notification {
        /// What happened.
        method: String,
        /// To what.
        params: Value,
    },
    /// The answer to something that was asked of the client.
    Answer,
    /// What is no message.
    Broken {
        /// What it was to be answered by, as far as that can be known.
        id: Id,
        /// What is wrong with it.
        fault: Fault,
    },
}

/// Something that goes to the client, in JSON.
#[derive(Debug)]
pub struct Outgoing(Vec<u8>);

impl Outgoing {
    /// Something the client is to take note of.
    pub fn notification<N: Notification>(params: N::Params) -> Outgoing {
        Outgoing::of(&RequestObject::from_notification::<N>(params))
    }

    /// Something that is asked of the client.
    pub fn request<R: Request>(id: String, params: R::Params) -> Outgoing {
        Outgoing::of(&RequestObject::from_request::<R>(Id::String(id), params))
    }

    /// An answer.
    pub fn answer<R: Request>(id: Id, result: R::Result) -> Outgoing {
        Outgoing::of(&ResponseObject::from_success::<R>(id, result))
    }

    /// The answer that something is wrong.
    pub fn refusal(id: Id, (code, message): Fault) -> Outgoing {
        Outgoing::of(&ResponseObject::from_error(id, Error { code, message, data: None }))
    }

    fn of(message: &impl Serialize) -> Outgoing {
        // Messages have text for keys and no numbers that JSON has not, so they can always be written.
        Outgoing(serde_json::to_vec(message).unwrap_or_default())
    }

    /// Writes it.
    ///
    /// # Errors
    /// Output that nobody reads any more.
    pub fn write(&self, output: &mut impl Write) -> io::Result<()> {
        write!(output, "Content-Length: {}\r\n\r\n", self.0.len())?;
        output.write_all(&self.0)
    }
}

/// Reads the next message; nothing once the input has ended.
///
/// # Errors
/// Input that cannot be read.
pub fn read(input: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let Some(length) = header(input)? else { return Ok(None) };
    let Some(length) = length else {
        return Ok(Some(broken(Id::Null, ErrorCodes::ParseError, "this header has no Content-Length")));
    };
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body)?;
    // A message that is cut short is the last one.
    Ok((body.len() as u64 == length).then(|| message(&body)))
}

/// How long the message is of which the header follows, if the header says so.
fn header(input: &mut impl BufRead) -> io::Result<Option<Option<u64>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let Some((name, value)) = line.split_once(':') else {
            if line.trim().is_empty() {
                return Ok(Some(length));
            }
            continue;
        };
        if name.trim().eq_ignore_ascii_case(LENGTH) {
            length = value.trim().parse().ok();
        }
    }
}

fn message(body: &[u8]) -> Incoming {
    match serde_json::from_slice::<Value>(body) {
        Ok(Value::Object(object)) if !object.contains_key("method") && object.contains_key("id") => {
            Incoming::Answer
        }
        Ok(value) => call(value),
        Err(error) => broken(Id::Null, ErrorCodes::ParseError, &format!("this is not JSON: {error}")),
    }
}

fn call(value: Value) -> Incoming {
    let id = value.get("id").and_then(|id| serde_json::from_value(id.clone()).ok()).unwrap_or(Id::Null);
    let is_named = value.get("method").is_some_and(Value::is_string);
    match serde_json::from_value::<RequestObject>(value).map(RequestObject::into_parts) {
        Ok((method, Some(id), params)) if is_named => {
            Incoming::Request { id, method, params: params.unwrap_or_default() }
        }
        Ok((method, None, params)) if is_named => {
            Incoming::Notification { method, params: params.unwrap_or_default() }
        }
        _ => broken(id, ErrorCodes::InvalidRequest, "this is no message of JSON-RPC 2.0"),
    }
}

fn broken(id: Id, code: ErrorCodes, why: &str) -> Incoming {
    Incoming::Broken { id, fault: (code, why.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::Incoming;
    use super::read;
    use gen_lsp_types::ErrorCodes;
    use std::io::Cursor;

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    /// What each message of an input is, in a word.
    #[track_caller]
    fn check(input: &str, expected: &[&str]) {
        let mut input = Cursor::new(input.as_bytes());
        let mut found = Vec::new();
        while let Some(message) = read(&mut input).expect("memory can be read") {
            found.push(match message {
                Incoming::Request { method, .. } => format!("request {method}"),
                Incoming::Notification { method, .. } => format!("notification {method}"),
                Incoming::Answer => "answer".to_owned(),
                Incoming::Broken { fault: (ErrorCodes::ParseError, _), .. } => "no JSON".to_owned(),
                Incoming::Broken { .. } => "no message".to_owned(),
            });
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn messages_follow_one_another() {
        let one = framed(r#"{"jsonrpc":"2.0","id":1,"method":"a"}"#);
        let two = framed(r#"{"jsonrpc":"2.0","method":"b","params":{}}"#);
        let three = framed(r#"{"jsonrpc":"2.0","id":"x","result":null}"#);
        check(&[one, two, three].concat(), &["request a", "notification b", "answer"]);
    }

    #[test]
    fn a_header_may_say_more_and_in_other_letters() {
        let body = r#"{"jsonrpc":"2.0","method":"b"}"#;
        let header = format!("Content-Type: x\r\ncontent-length:{}\r\n\r\n", body.len());
        check(&format!("{header}{body}"), &["notification b"]);
    }

    #[test]
    fn what_follows_a_broken_message_is_read() {
        let good = framed(r#"{"jsonrpc":"2.0","method":"b"}"#);
        check(&format!("{}{good}", framed("{oops")), &["no JSON", "notification b"]);
        check(&format!("{}{good}", framed("[1]")), &["no message", "notification b"]);
        check(&format!("{}{good}", framed(r#"{"id":1,"method":3}"#)), &["no message", "notification b"]);
        check(&format!("nonsense\r\n\r\n{good}"), &["no JSON", "notification b"]);
    }

    #[test]
    fn a_message_that_is_cut_short_is_the_last() {
        check("Content-Length: 900\r\n\r\n{}", &[]);
        check("Content-Length: 5", &[]);
    }
}
