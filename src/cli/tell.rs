//! Words for people, on standard error.

use crate::cli::failure::Failure;
use crate::report::visible;
use std::io;
use std::io::Write;

/// Says why something could not be done, and what to do about it.
pub fn failure(failure: &Failure) {
    line(&format!("error: {}", failure.message()));
    if let Some(help) = failure.help() {
        line(&format!("help: {help}"));
    }
}

/// Says one line.
pub fn line(text: &str) {
    raw(&format!("{}\n", visible::line(text)));
}

/// Says what a reporter has laid out.
pub fn raw(text: &str) {
    // Where standard error is gone, nobody is left to tell.
    let _ = io::stderr().write_all(text.as_bytes());
}
