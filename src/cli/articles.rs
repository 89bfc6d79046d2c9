//! The flags that say which articles there are.

use crate::cli::config;
use crate::cli::failure::Failure;
use crate::config::root::Paths;
use crate::config::root::Root;
use crate::source::read;
use crate::source::read::Pending;
use crate::source::walk;
use crate::source::walk::Each;
use crate::source::walk::Found;
use crate::source::walk::Walk;
use clap::builder::Resettable;
use std::fs;
use std::io;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

/// The flags that say which articles there are.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Articles")]
pub struct ArticleFlags {
    /// Articles, or folders of them; `-` is standard input [default: the `include` of the configuration,
    /// else this folder]
    ///
    /// In a folder, files that end in .txt .md .markdown .mdx .html .htm .rst .rest .adoc .asciidoc .docx .jsonl
    /// .ndjson (also .jsonl.gz, .jsonl.zst) are read, unless hidden or ignored by git; a file that is named itself is always read.
    ///
    /// Of JSON lines each is an article: {"id": "a-1", "text": "…"}, and "date", "title" and "format"
    /// ("text", "markdown", "html", "rst" or "asciidoc") where there is one. Findings name it as FILE#a-1; an
    /// article without an id is called by its line, FILE#@line-7, and no id may look like that.
    #[arg(value_name = "PATH", help_heading = Resettable::Reset)]
    pub paths: Vec<PathBuf>,
    /// Read the paths of articles from this file, one a line; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    pub files_from: Option<PathBuf>,
    /// The paths of --files-from end in a zero byte instead, as `git ls-files -z` writes them
    #[arg(short = '0', requires = "files_from")]
    null: bool,
    /// Leave out what this pattern matches when folders are searched; may be given again
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
    /// Leave out what is excluded even if it is named itself
    #[arg(long)]
    force_exclude: bool,
    /// Look into hidden files and folders too
    #[arg(long)]
    hidden: bool,
    /// Read what .gitignore and .ignore leave out too
    #[arg(long)]
    no_ignore: bool,
    /// Paths that are not there, and nothing to check, are no error
    #[arg(long)]
    pub no_error_on_unmatched: bool,
    /// The name by which to show standard input; its ending says how it is marked up, as in a.md
    #[arg(long, value_name = "PATH", default_value = "-", hide_default_value = true)]
    stdin_filename: PathBuf,
}

impl ArticleFlags {
    /// The flags that name these paths and nothing else.
    pub fn of(paths: Vec<PathBuf>) -> ArticleFlags {
        ArticleFlags { paths, stdin_filename: PathBuf::from("-"), ..ArticleFlags::default() }
    }

    /// Whether no article is named, so that all of the project are checked.
    pub fn is_whole(&self) -> bool {
        self.paths.is_empty() && self.files_from.is_none()
    }

    /// The articles, each read when it is asked for.
    ///
    /// # Errors
    /// A list of paths that cannot be read, and a pattern that is none.
    pub fn entries<'s>(
        &self,
        settings: &'s config::Loaded,
    ) -> Result<impl Iterator<Item = Pending> + use<'s>, Failure> {
        let limit = settings.config.max_file_size.unwrap_or(read::MAX_BYTES);
        Ok(read::articles_within(self.inputs(settings)?, limit))
    }

    /// What is to be read.
    ///
    /// # Errors
    /// As for [`ArticleFlags::entries`].
    fn inputs<'s>(&self, settings: &'s config::Loaded) -> Result<Each<'s>, Failure> {
        let own = self.excluded()?;
        let exclude = move |path: &Path| own.matches(path) || settings.config.excludes(path);
        let walk = Walk {
            exclude: Some(Box::new(exclude)),
            force_exclude: self.force_exclude,
            hidden: self.hidden,
            no_ignore: self.no_ignore,
            may_be_empty: self.no_error_on_unmatched,
            only: None,
        };
        let of = |walk, paths| walk::find_with(walk, paths, &self.stdin_filename);
        let found = match (&self.files_from, &settings.config.include) {
            (Some(list), _) => of(walk, self.listed(list)?),
            (None, Some(include)) if self.paths.is_empty() => walk::matching(walk, include),
            _ if self.paths.is_empty() => of(walk, vec![PathBuf::from(".")]),
            _ => of(walk, self.paths.clone()),
        };
        let is_forgiven = |found: &Found| found.as_ref().is_err_and(|problem| problem.is_missing());
        Ok(if self.no_error_on_unmatched {
            Box::new(found.filter(move |found| !is_forgiven(found)))
        } else {
            found
        })
    }

    fn excluded(&self) -> Result<Paths, Failure> {
        let here = std::env::current_dir().unwrap_or_default();
        let mut paths = Paths::new(&Root::of(Path::new(""), &here));
        for pattern in &self.exclude {
            paths
                .add(pattern)
                .map_err(|error| Failure::BadPattern { pattern: pattern.clone(), source: error.into() })?;
        }
        Ok(paths)
    }

    fn listed(&self, list: &Path) -> Result<Vec<PathBuf>, Failure> {
        let unread = |source| Failure::NoList { path: list.to_path_buf(), source };
        let mut text = Vec::new();
        if list == Path::new("-") {
            io::stdin().lock().read_to_end(&mut text).map_err(unread)?;
        } else {
            text = fs::read(list).map_err(unread)?;
        }
        let separator = if self.null { b'\0' } else { b'\n' };
        let names = text.split(|byte| *byte == separator);
        let names = names.map(|name| if self.null { name } else { name.strip_suffix(b"\r").unwrap_or(name) });
        Ok(names.filter(|name| !name.is_empty()).map(named).collect())
    }
}

/// The path of these bytes, which need not be UTF-8.
#[cfg(unix)]
fn named(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn named(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}
