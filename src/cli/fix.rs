//! Fixes put into files, or shown as a difference.
//!
//! A file is replaced as a whole or not at all, and keeps its mode. One that is not what it was when it was
//! read is left alone.

use crate::cli::failure::Failure;
use crate::cli::tally::Tally;
use crate::lint::Linter;
use crate::lint::mend::apply;
use crate::lint::mend::apply::Allow;
use crate::source::Article;
use similar::TextDiff;
use std::fs;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use tempfile::NamedTempFile;

/// How many lines around a change a difference shows.
const AROUND: usize = 3;

/// The flags about fixes.
#[derive(Clone, Copy, Debug, clap::Args)]
#[command(next_help_heading = "Fixes")]
pub struct FixFlags {
    /// Write the true value into the articles, for facts that say `fix = "safe"`
    ///
    /// Nothing is changed between quotation marks, in a block quotation or where somebody else is said to
    /// say it. An article is checked again after its fixes, and one that does not help is left out.
    #[arg(long, group = "fixing")]
    fix: bool,
    /// Show what --fix would change, as a unified diff; ends with 1 if that is anything
    #[arg(long, group = "fixing", conflicts_with = "format")]
    diff: bool,
    /// Apply the fixes of facts that say `fix = "unsafe"` too
    #[arg(long, requires = "fixing")]
    unsafe_fixes: bool,
}

impl FixFlags {
    /// What becomes of fixes, for articles at `paths`.
    ///
    /// # Errors
    /// Standard input, into which nothing can be written.
    pub fn fixing(&self, paths: &[PathBuf]) -> Result<Option<Fixing>, Failure> {
        if self.fix && paths.iter().any(|path| path.as_os_str() == "-") {
            return Err(Failure::FixedInput);
        }
        let allow = if self.unsafe_fixes { Allow::All } else { Allow::Safe };
        let to = if self.diff { To::Diff } else { To::File };
        Ok((self.fix || self.diff).then_some(Fixing { allow, to }))
    }
}

/// What becomes of fixes.
#[derive(Clone, Copy, Debug)]
pub struct Fixing {
    /// Which of them are put in.
    allow: Allow,
    to: To,
}

impl Fixing {
    /// Whether nothing but the difference is shown.
    pub fn is_diff(self) -> bool {
        self.to == To::Diff
    }
}

/// Where fixes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum To {
    File,
    Diff,
}

/// What was done about the fixes of one article.
#[derive(Debug, Default)]
pub struct Fixed {
    /// What they change, where that is to be shown.
    pub diff: String,
    /// How many they are.
    pub tally: Tally,
    /// Why they could not be written.
    pub failure: Option<Failure>,
}

/// Fixes an article; it comes back as it is to be checked now.
pub fn run(linter: &Linter<'_>, fixing: Fixing, article: Article) -> (Article, Fixed) {
    let is_input = article.path.as_os_str() == "-";
    if !article.is_verbatim || (is_input && fixing.to == To::File) {
        let unmade = apply::n_offered(&linter.check(&article), fixing.allow);
        return (article, Fixed { tally: Tally { unmade, ..Tally::default() }, ..Fixed::default() });
    }
    let Some(mended) = linter.mend(&article, fixing.allow) else { return (article, Fixed::default()) };
    let tally = Tally { fixed: mended.n_fixed, ..Tally::default() };
    match fixing.to {
        To::Diff => {
            let diff = diff(&article, &mended.article.text);
            (mended.article, Fixed { diff, tally, failure: None })
        }
        To::File => match write(&article, &mended.article.text) {
            Ok(()) => (mended.article, Fixed { tally, ..Fixed::default() }),
            Err(source) => {
                let failure = Some(Failure::NotFixed { path: article.path.clone(), source });
                let tally = Tally { failed: 1, ..Tally::default() };
                (article, Fixed { tally, failure, ..Fixed::default() })
            }
        },
    }
}

fn diff(article: &Article, text: &str) -> String {
    let path = article.path.to_string_lossy().replace('\\', "/");
    let diff = TextDiff::from_lines(article.text.as_str(), text);
    diff.unified_diff().context_radius(AROUND).header(&path, &path).to_string()
}

/// Replaces the text of a file; a link stays one.
fn write(article: &Article, text: &str) -> io::Result<()> {
    let path = article.path.canonicalize()?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file may not be written to"));
    }
    let bytes = fs::read(&path)?;
    let mark = bytes.get(..article.text_at).unwrap_or_default();
    if bytes.get(article.text_at..) != Some(article.text.as_bytes()) {
        return Err(io::Error::other("the file has changed since it was read"));
    }
    let mut file = NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(mark)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}
