//! Standard output: a closed pipe ends it quietly, any other trouble is told.

use crate::cli::failure::Failure;
use std::io;
use std::io::BufWriter;
use std::io::StdoutLock;
use std::io::Write;

/// Standard output, in large pieces.
pub struct Out {
    writer: BufWriter<StdoutLock<'static>>,
    is_closed: bool,
}

impl Out {
    /// The standard output of the process, which nobody else may write to meanwhile.
    pub fn stdout() -> Out {
        Out { writer: BufWriter::with_capacity(1 << 16, io::stdout().lock()), is_closed: false }
    }

    /// Whether the reader has gone away.
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Writes `text`, unless the reader has gone away.
    ///
    /// # Errors
    /// Anything that keeps the text from being written but a reader that has gone away.
    pub fn write(&mut self, text: &str) -> Result<(), Failure> {
        if self.is_closed {
            return Ok(());
        }
        let written = self.writer.write_all(text.as_bytes());
        self.settle(written)
    }

    /// Hands over what was written so far.
    ///
    /// # Errors
    /// As for [`Out::write`].
    pub fn flush(&mut self) -> Result<(), Failure> {
        if self.is_closed {
            return Ok(());
        }
        let flushed = self.writer.flush();
        self.settle(flushed)
    }

    fn settle(&mut self, result: io::Result<()>) -> Result<(), Failure> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(())
            }
            other => other.map_err(Failure::NotWritten),
        }
    }
}
