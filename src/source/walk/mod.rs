//! Paths to files: what is named on the command line becomes what to read, in order, found as it is asked for.
//!
//! A file that is named is always read. In a folder only files with the ending of an article are,
//! and none that is hidden or that git ignores. Links to files are read; links to folders inside a
//! folder are not followed, as git does not.

mod order;
mod refusal;

use crate::source::problem::Cause;
use crate::source::problem::Problem;
use crate::source::read;
use crate::source::walk::order::in_order;
use glob::MatchOptions;
use glob::Pattern;
use ignore::WalkBuilder;
use std::collections::HashSet;
use std::fs;
use std::fs::FileType;
use std::iter;
use std::path::Path;
use std::path::PathBuf;
use std::rc::Rc;

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

/// What is found, in order, each when it is asked for: no more of it is held than one folder has entries.
pub type Each<'w> = Box<dyn Iterator<Item = Found> + 'w>;

/// What to read for `paths`, each file once; `-` is standard input, called `stdin_name`.
///
/// Paths stay in their order; the files of a folder are sorted by the bytes of their paths.
pub fn find(paths: &[PathBuf], stdin_name: &Path) -> Each<'static> {
    find_with(Walk::default(), paths.to_vec(), stdin_name)
}

/// The same with folders looked through as `walk` says.
pub fn find_with<'w>(walk: Walk<'w>, paths: Vec<PathBuf>, stdin_name: &Path) -> Each<'w> {
    let (walk, name) = (Rc::new(walk), stdin_name.to_path_buf());
    let is_disjoint = are_disjoint(&paths);
    let found = paths.into_iter().flat_map(move |path| match path.as_os_str() == "-" {
        true => one(Ok(Input::Stdin { name: name.clone() })),
        false => named(&walk, path),
    });
    if is_disjoint { Box::new(found) } else { once(found) }
}

/// Whether none of the paths lies in another one, so that nothing is found twice and nobody has to remember what was.
fn are_disjoint(paths: &[PathBuf]) -> bool {
    let mut sorted: Vec<PathBuf> = paths.iter().map(|path| plain(path)).collect();
    sorted.sort_unstable();
    !sorted.windows(2).any(|pair| pair[1].starts_with(&pair[0]))
}

/// The files that `patterns` match, each once; a pattern may also be the path of a file or folder.
pub fn matching<'w>(walk: Walk<'w>, patterns: &'w [String]) -> Each<'w> {
    let walk = Rc::new(walk);
    once(patterns.iter().flat_map(move |pattern| matched(&walk, pattern)))
}

fn once<'w>(found: impl Iterator<Item = Found> + 'w) -> Each<'w> {
    let mut seen = HashSet::new();
    Box::new(found.filter(move |found| seen.insert(key(found))))
}

fn one(found: Found) -> Each<'static> {
    Box::new(iter::once(found))
}

fn matched<'w>(walk: &Rc<Walk<'w>>, written: &str) -> Each<'w> {
    let pattern = match Pattern::new(&plain(Path::new(written)).to_string_lossy()) {
        Ok(pattern) if is_pattern(written) && !Path::new(written).exists() => pattern,
        _ => return named(walk, PathBuf::from(written)),
    };
    let base = base(written);
    if !base.exists() {
        return Box::new(iter::empty());
    }
    let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
    walked(walk, base, move |path| pattern.matches_path_with(path, options))
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

fn named<'w>(walk: &Rc<Walk<'w>>, path: PathBuf) -> Each<'w> {
    match fs::metadata(&path) {
        _ if walk.force_exclude && walk.is_excluded(&path) => Box::new(iter::empty()),
        Ok(metadata) if metadata.is_dir() => folder(walk, path),
        Ok(metadata) => one(file(&path, metadata.file_type())),
        Err(error) => one(Err(refusal::missing(&path, error).into())),
    }
}

fn file(path: &Path, kind: FileType) -> Found {
    if kind.is_file() {
        return Ok(Input::File(path.to_path_buf()));
    }
    Err(Problem::new(path.to_path_buf(), Cause::Special { what: refusal::special(kind) }).into())
}

fn folder<'w>(walk: &Rc<Walk<'w>>, path: PathBuf) -> Each<'w> {
    let mut found = walked(walk, path.clone(), read::is_article).peekable();
    if found.peek().is_none() && !walk.may_be_empty {
        return one(Err(Problem::new(path, Cause::NoArticle).into()));
    }
    Box::new(found)
}

/// What is meant of all that lies in a folder.
fn walked<'w>(walk: &Rc<Walk<'w>>, root: PathBuf, is_meant: impl Fn(&Path) -> bool + 'w) -> Each<'w> {
    let (walk, entries) = (Rc::clone(walk), walker(walk, &root).build());
    Box::new(entries.filter_map(move |entry| inside(&walk, &root, entry, &is_meant)))
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
    walker.hidden(!walk.hidden).sort_by_file_path(in_order);
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
    is_meant: impl Fn(&Path) -> bool,
) -> Option<Found> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => return Some(Err(refusal::of_entry(root, error).into())),
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
        Err(error) => Some(Err(refusal::missing(&path, error).into())),
    }
}

#[cfg(test)]
mod tests {
    use super::Input;
    use super::find;
    use std::fs;
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
            .map(|found| match found {
                Ok(Input::File(path)) => show(&path),
                Ok(Input::Stdin { name }) => show(&name),
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
    fn a_folder_stands_where_the_files_in_it_do() {
        let files =
            ["a!/x.md", "a b.md", "a-1/b.md", "a-1/b/c.md", "a.md", "a/b.md", "a/b/c.md", "a0.md", "ab/c.md"];
        let folder = folder(&files);
        let mut sorted = files;
        sorted.sort_unstable();
        check(&folder, &[""], &sorted);
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
    fn standard_input_is_shown_by_its_name() {
        let mut found = find(&[PathBuf::from("-"), PathBuf::from("-")], Path::new("a.md"));
        assert!(matches!(found.next(), Some(Ok(Input::Stdin { name })) if name == Path::new("a.md")));
        assert!(found.next().is_none());
    }
}
