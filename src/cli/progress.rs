//! How far a long run has come: a line on a terminal, after one second of work.

use crate::cli::tell;
use std::io;
use std::io::IsTerminal;
use std::time::Duration;
use std::time::Instant;

/// How long a run may take before anybody wants to know.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the line is written anew.
const PACE: Duration = Duration::from_millis(100);

/// The line, where there is one.
pub struct Progress {
    is_wanted: bool,
    is_shown: bool,
    next: Instant,
}

impl Progress {
    /// The progress of a run that begins now; none where standard error is no terminal.
    pub fn new(is_quiet: bool) -> Progress {
        let is_wanted = !is_quiet && io::stderr().is_terminal();
        Progress { is_wanted, is_shown: false, next: Instant::now() + PATIENCE }
    }

    /// Shows that `n_articles` are done.
    pub fn show(&mut self, n_articles: usize) {
        if self.is_wanted && Instant::now() >= self.next {
            tell::raw(&format!("\r{n_articles} articles checked …"));
            self.is_shown = true;
            self.next = Instant::now() + PACE;
        }
    }

    /// Wipes the line, so that something else can be written.
    pub fn clear(&mut self) {
        if std::mem::take(&mut self.is_shown) {
            tell::raw("\r\u{1b}[K");
        }
    }
}
