//! Paths to files: what is named on the command line becomes an ordered list of what to read.
//!
//! A file that is named is always read. In a folder only files with the ending of an article are,
//! and none that is hidden or that git ignores. Links to files are read; links to folders inside a
//! folder are not followed, as git does not.

use crate::source::problem::Cause;
use crate::source::problem::Problem;
use crate::source::read;
use glob::MatchOptions;
use glob::Pattern;
use ignore::WalkBuilder;
use std::collections::HashSet;
use std::fs;
use std::fs::FileType;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input, to be shown and read as a file of this name.
    Stdin {
        /// The name.
        name: PathBuf,
    },
}

/// An input, or why there is none, which is rare and takes more room.
pub type Found = Result<Input, Box<Problem>>;

/// Whether a path is left out.
type Excluded<'w> = dyn Fn(&Path) -> bool + 'w;

/// How folders are looked through.
#[derive(Default)]
pub struct Walk<'w> {
    /// Which files are left out; none, where nobody says.
    pub exclude: Option<Box<Excluded<'w>>>,
    /// Whether files that are named are left out too.
    pub force_exclude: bool,
    /// Whether hidden files are read.
    pub hidden: bool,
    /// Whether files that git ignores are read.
    pub no_ignore: bool,
    /// Whether a folder without articles is nothing to speak of.
    pub may_be_empty: bool,
    /// The one file that is looked for; all, where nobody says.
    pub only: Option<&'w Path>,
}

impl Walk<'_> {
    fn is_excluded(&self, path: &Path) -> bool {
        self.exclude.as_ref().is_some_and(|exclude| exclude(path))
    }
}

/// Lists what to read for `paths`, each file once; `-` is standard input, called `stdin_name`.
///
/// Paths stay in their order; the files of a folder are sorted by the bytes of their paths.
pub fn find(paths: &[PathBuf], stdin_name: &Path) -> Vec<Found> {
    find_with(&Walk::default(), paths, stdin_name)
}

/// The same with folders looked through as `walk` says.
pub fn find_with(walk: &Walk<'_>, paths: &[PathBuf], stdin_name: &Path) -> Vec<Found> {
    let of = |path: &PathBuf| match path.as_os_str() == "-" {
        true => vec![Ok(Input::Stdin { name: stdin_name.to_path_buf() })],
        false => named(walk, path),
    };
    match paths {
        // Nothing is found twice in one place.
        [only] => of(only),
        _ => once(paths.iter().flat_map(of)),
    }
}

/// Lists the files that `patterns` match, each once; a pattern may also be the path of a file or folder.
pub fn matching(walk: &Walk<'_>, patterns: &[String]) -> Vec<Found> {
    once(patterns.iter().flat_map(|pattern| matched(walk, pattern)))
}

fn once(found: impl Iterator<Item = Found>) -> Vec<Found> {
    let mut seen = HashSet::new();
    found.filter(|found| seen.insert(key(found))).collect()
}

fn matched(walk: &Walk<'_>, written: &str) -> Vec<Found> {
    let pattern = match Pattern::new(&plain(Path::new(written)).to_string_lossy()) {
        Ok(pattern) if is_pattern(written) && !Path::new(written).exists() => pattern,
        _ => return named(walk, Path::new(written)),
    };
    let base = base(written);
    if !base.exists() {
        return Vec::new();
    }
    let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
    let is_match = |path: &Path| pattern.matches_path_with(path, options);
    sorted(walker(walk, &base).build().filter_map(|entry| inside(walk, &base, entry, &is_match)).collect())
}

fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '['])
}

/// The folder that everything lies in which a pattern matches.
fn base(pattern: &str) -> PathBuf {
    let fixed = Path::new(pattern).iter().take_while(|part| !is_pattern(&part.to_string_lossy()));
    let base: PathBuf = fixed.collect();
    if base.as_os_str().is_empty() { PathBuf::from(".") } else { base }
}

/// What tells two inputs apart.
fn key(found: &Found) -> (bool, PathBuf) {
    match found {
        Ok(Input::Stdin { .. }) => (true, PathBuf::from("-")),
        Ok(Input::File(path)) => (false, plain(path)),
        Err(problem) => (false, plain(&problem.path)),
    }
}

/// The path without `./` in front.
fn plain(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_path_buf()
}

fn named(walk: &Walk<'_>, path: &Path) -> Vec<Found> {
    match fs::metadata(path) {
        _ if walk.force_exclude && walk.is_excluded(path) => Vec::new(),
        Ok(metadata) if metadata.is_dir() => folder(walk, path),
        Ok(metadata) => vec![file(path, metadata.file_type())],
        Err(error) => vec![Err(missing(path, error).into())],
    }
}

fn file(path: &Path, kind: FileType) -> Found {
    if kind.is_file() {
        return Ok(Input::File(path.to_path_buf()));
    }
    Err(Problem::new(path.to_path_buf(), Cause::Special { what: special(kind) }).into())
}

fn missing(path: &Path, error: io::Error) -> Problem {
    let cause = match error.kind() {
        io::ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => Cause::DanglingLink,
        io::ErrorKind::NotFound => Cause::Missing,
        _ => Cause::refused("file or folder", error),
    };
    Problem::new(path.to_path_buf(), cause)
}

#[cfg(unix)]
fn special(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a FIFO"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special(_kind: FileType) -> &'static str {
    "something else"
}

fn folder(walk: &Walk<'_>, path: &Path) -> Vec<Found> {
    let found = walker(walk, path).build();
    let mut found = sorted(found.filter_map(|entry| inside(walk, path, entry, &read::is_article)).collect());
    if found.is_empty() && !walk.may_be_empty {
        found.push(Err(Problem::new(path.to_path_buf(), Cause::NoArticle).into()));
    }
    found
}

fn sorted(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_unstable_by(|one, other| bytes(one).cmp(bytes(other)));
    found
}

fn bytes(found: &Found) -> &[u8] {
    let path = match found {
        Ok(Input::File(path) | Input::Stdin { name: path }) => path,
        Err(problem) => &problem.path,
    };
    path.as_os_str().as_encoded_bytes()
}

/// Inside a repository `.gitignore` counts up to its root, as for git; elsewhere only from the
/// folder down, so that a stray file far above does not hide everything.
fn walker(walk: &Walk<'_>, folder: &Path) -> WalkBuilder {
    let is_in_git = folder
        .canonicalize()
        .is_ok_and(|folder| folder.ancestors().any(|folder| folder.join(".git").exists()));
    let mut walker = WalkBuilder::new(folder);
    // The git settings of one person must not decide what is checked.
    walker.git_global(false).require_git(is_in_git).parents(is_in_git);
    if walk.no_ignore {
        walker.ignore(false).git_ignore(false).git_exclude(false).parents(false);
    }
    walker.hidden(!walk.hidden);
    if let Some(only) = walk.only.map(plain) {
        walker.filter_entry(move |entry| only.starts_with(plain(entry.path())));
    }
    walker
}

/// What an entry of a walk through `root` gives, if `is_meant` says so of its path.
fn inside(
    walk: &Walk<'_>,
    root: &Path,
    entry: Result<ignore::DirEntry, ignore::Error>,
    is_meant: &dyn Fn(&Path) -> bool,
) -> Option<Found> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => return Some(Err(refused(root, error).into())),
    };
    let path = plain(entry.path());
    // What belongs to git itself is nobody's article, hidden files read or not.
    let is_gits = path.components().any(|part| part.as_os_str() == ".git");
    if entry.depth() == 0 || is_gits || !is_meant(&path) || walk.is_excluded(&path) {
        return None;
    }
    // The folder says what most of its entries are; only a link has to be followed.
    if entry.file_type().is_some_and(|kind| kind.is_file()) {
        return Some(Ok(Input::File(path)));
    }
    match fs::metadata(&path) {
        Ok(metadata) if metadata.is_dir() => None,
        Ok(metadata) => Some(file(&path, metadata.file_type())),
        Err(error) => Some(Err(missing(&path, error).into())),
    }
}

fn refused(root: &Path, error: ignore::Error) -> Problem {
    let path = place(&error).unwrap_or(root).to_path_buf();
    // The error behind the error tells path and reason a second time; its kind says it once.
    let cause = match error.io_error().map(io::Error::kind) {
        Some(kind) if kind != io::ErrorKind::Other => io::Error::from(kind),
        _ => io::Error::other(error),
    };
    Problem::new(plain(&path), Cause::refused("folder", cause))
}

fn place(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place(err),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Input;
    use super::find;
    use std::fs;
    use std::io;
    use std::path::Path;
    use std::path::PathBuf;
    use tempfile::TempDir;

    /// A new folder with these files, each with a word in it.
    fn folder(files: &[&str]) -> TempDir {
        let folder = TempDir::new().expect("a folder");
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
            fs::write(path, "word").expect("a file");
        }
        folder
    }

    /// Checks what is found for `paths`: the files by their paths, the problems by path and code.
    #[track_caller]
    fn check(folder: &TempDir, paths: &[&str], expected: &[&str]) {
        let paths: Vec<PathBuf> = paths.iter().map(|path| folder.path().join(path)).collect();
        let show = |path: &Path| path.strip_prefix(folder.path()).unwrap_or(path).display().to_string();
        let found: Vec<String> = find(&paths, Path::new("-"))
            .iter()
            .map(|found| match found {
                Ok(Input::File(path)) => show(path),
                Ok(Input::Stdin { name }) => show(name),
                Err(problem) => format!("{}: {}", show(&problem.path), problem.code().name()),
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn files_of_a_folder_come_in_the_order_of_their_bytes() {
        let folder = folder(&["b.md", "a.txt", "a/z.html", "B.markdown", "a/y.JSONL"]);
        check(&folder, &[""], &["B.markdown", "a.txt", "a/y.JSONL", "a/z.html", "b.md"]);
    }

    #[test]
    fn in_folders_only_articles_are_read_and_named_files_always() {
        let folder = folder(&["a.txt", "photo.png", ".hidden.md", ".git/x.md", "README"]);
        check(&folder, &[""], &["a.txt"]);
        check(&folder, &["README", ".hidden.md", "photo.png"], &["README", ".hidden.md", "photo.png"]);
    }

    #[test]
    fn what_git_ignores_is_left_out_unless_it_is_named() {
        let folder = folder(&["a.txt", "drafts/b.txt", "c/d.txt"]);
        fs::write(folder.path().join(".gitignore"), "drafts/\n/c/d.txt\n").expect("a file");
        check(&folder, &[""], &["a.txt"]);
        check(&folder, &["c/d.txt"], &["c/d.txt"]);
        fs::create_dir(folder.path().join(".git")).expect("a folder");
        check(&folder, &["", "c"], &["a.txt", "c: no-article"]);
    }

    #[test]
    fn a_file_is_read_once() {
        let folder = folder(&["a.txt", "b.txt"]);
        check(&folder, &["b.txt", "", "a.txt"], &["b.txt", "a.txt"]);
    }

    #[test]
    fn what_cannot_be_read_is_told_and_the_rest_is_read() {
        let folder = folder(&["a.txt", "empty/x.png"]);
        check(
            &folder,
            &["gone.txt", "empty", "a.txt"],
            &["gone.txt: unreadable", "empty: no-article", "a.txt"],
        );
        check(&folder, &["a.txt/b"], &["a.txt/b: unreadable"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_sockets_are_told_apart() {
        use std::os::unix::fs::symlink;
        use std::os::unix::net::UnixListener;
        let folder = folder(&["real/a.txt", "b/c.md"]);
        let at = |name: &str| folder.path().join(name);
        symlink(at("real/a.txt"), at("b/link.txt")).expect("a link");
        symlink(at("nowhere"), at("b/dangling.txt")).expect("a link");
        symlink(at("b"), at("b/loop.md")).expect("a link");
        symlink(at("real"), at("folder")).expect("a link");
        let _socket = UnixListener::bind(at("b/socket.txt")).expect("a socket");
        check(
            &folder,
            &["b", "folder"],
            &[
                "b/c.md", "b/dangling.txt: unreadable", "b/link.txt", "b/socket.txt: unreadable",
                "folder/a.txt",
            ],
        );
    }

    #[test]
    fn a_folder_that_may_not_be_read_is_told_in_one_sentence() {
        let denied = io::Error::new(io::ErrorKind::PermissionDenied, "IO error for operation on locked");
        let error = ignore::Error::WithPath {
            path: PathBuf::from("./locked"),
            err: Box::new(ignore::Error::Io(denied)),
        };
        let problem = super::refused(Path::new("."), error);
        assert_eq!(problem.path, Path::new("locked"));
        assert_eq!(problem.message(), "you do not have the right to read this folder");
    }

    #[test]
    fn standard_input_is_shown_by_its_name() {
        let found = find(&[PathBuf::from("-"), PathBuf::from("-")], Path::new("a.md"));
        assert_eq!(found.len(), 1);
        assert!(matches!(&found[0], Ok(Input::Stdin { name }) if name == Path::new("a.md")));
    }
}
