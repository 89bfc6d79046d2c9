//! Where reports go: standard output or a file. A closed pipe ends it quietly, any other trouble is told.

use crate::cli::failure::Failure;
use std::fs;
use std::fs::File;
use std::io;
use std::io::BufWriter;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use tempfile::NamedTempFile;

/// How much is written at once.
const PIECE: usize = 1 << 14;

/// Something to write to, in large pieces.
pub struct Out {
    writer: BufWriter<Box<dyn Write>>,
    is_closed: bool,
    file: Option<Pending>,
}

/// A file that takes its place when all of it is written.
struct Pending {
    file: NamedTempFile,
    path: PathBuf,
}

impl Out {
    /// The standard output of the process, which nobody else may write to meanwhile.
    pub fn stdout() -> Out {
        Out { writer: boxed(io::stdout().lock()), is_closed: false, file: None }
    }

    /// The file at `path`, which is there whole or not at all; folders above it are made.
    ///
    /// # Errors
    /// A folder or file that cannot be made.
    pub fn file(path: &Path) -> Result<Out, Failure> {
        Out::open(path).map_err(|source| Failure::NotSaved { path: path.to_path_buf(), source })
    }

    fn open(path: &Path) -> io::Result<Out> {
        // A device or a FIFO cannot be replaced by a file.
        if fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
            return Ok(Out { writer: boxed(File::create(path)?), is_closed: false, file: None });
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        if path.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        let file = named(path, folder)?;
        let writer = boxed(file.reopen()?);
        Ok(Out { writer, is_closed: false, file: Some(Pending { file, path: path.to_path_buf() }) })
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

    /// Hands over the rest; a file takes its place.
    ///
    /// # Errors
    /// As for [`Out::write`].
    pub fn finish(mut self) -> Result<(), Failure> {
        self.flush()?;
        let Some(Pending { file, path }) = self.file.take() else { return Ok(()) };
        file.persist(&path).map_err(|error| Failure::NotSaved { path, source: error.error })?;
        Ok(())
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

fn boxed(writer: impl Write + 'static) -> BufWriter<Box<dyn Write>> {
    BufWriter::with_capacity(PIECE, Box::new(writer))
}

/// A new file with the rights of the one it is to replace, else with those of any new file.
#[cfg(unix)]
fn named(path: &Path, folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    let there = fs::metadata(path).map(|there| there.permissions());
    let rights = there.unwrap_or_else(|_| fs::Permissions::from_mode(0o666));
    tempfile::Builder::new().permissions(rights).tempfile_in(folder)
}

#[cfg(not(unix))]
fn named(_path: &Path, folder: &Path) -> io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder)
}

/// Saves `text` as the file at `path`, whole or not at all.
///
/// # Errors
/// A file that cannot be written.
pub fn save(path: &Path, text: &str) -> Result<(), Failure> {
    let mut out = Out::file(path)?;
    out.write(text)?;
    out.finish()
}
