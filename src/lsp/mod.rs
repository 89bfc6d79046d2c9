//! The language server: what `factlint check` finds, while somebody writes.
//!
//! Messages are taken in their order, as many as there are; then what has changed is looked at, once, in its
//! newest version. So nothing that is told was superseded when it was told, however fast somebody types.

pub mod address;
pub mod article;
pub mod client;
pub mod document;
pub mod flaws;
pub mod home;
mod look;
pub mod markup;
pub mod project;
pub mod request;
pub mod rules;
pub mod session;
pub mod shop;
pub mod text;
pub mod wire;

use crate::lsp::session::Session;
use crate::lsp::wire::Incoming;
use jiff::civil::Date;
use std::io;
use std::io::BufRead;
use std::io::Write;
use std::panic;
use std::panic::AssertUnwindSafe;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::thread;

/// How the server ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// As it was asked to.
    Asked,
    /// Without having been told to shut down.
    Cut,
}

/// Serves the client behind `input` and `output` until it has enough; `today` tells the day.
///
/// # Errors
/// Output that cannot be written.
pub fn run(
    input: impl BufRead + Send + 'static,
    mut output: impl Write,
    today: &dyn Fn() -> Date,
) -> io::Result<Ended> {
    let inbox = inbox(input);
    let mut session = Session::new();
    while let Ok(first) = inbox.recv() {
        let messages: Vec<Incoming> = std::iter::once(first).chain(inbox.try_iter()).collect();
        let ended = session.take(messages, today());
        for message in session.outbox.drain(..) {
            message.write(&mut output)?;
        }
        output.flush()?;
        if let Some(ended) = ended {
            return Ok(ended);
        }
    }
    Ok(Ended::Cut)
}

/// The messages to come; a thread of its own reads them, so that the newest is there when it is wanted.
fn inbox(mut input: impl BufRead + Send + 'static) -> Receiver<Incoming> {
    let (sender, inbox) = mpsc::channel();
    thread::spawn(move || {
        // Input that cannot be read has ended.
        while let Ok(Some(message)) = wire::read(&mut input) {
            if sender.send(message).is_err() {
                return;
            }
        }
    });
    inbox
}

/// Does `work`; nothing if it panicked, which the hook of the process has told.
fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    // Only what is made anew at the next change is left half done.
    panic::catch_unwind(AssertUnwindSafe(work)).ok()
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_panic_ends_no_more_than_its_work() {
        assert_eq!(guarded(|| -> u8 { panic!("made for a test") }), None);
        assert_eq!(guarded(|| 1), Some(1));
    }
}
