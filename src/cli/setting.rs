//! `factlint config`: what the keys of a configuration mean, and which settings are in force for a file.

use crate::cli::config;
use crate::cli::config::ConfigFlags;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::look::Look;
use crate::cli::out::Out;
use crate::config::Config;
use crate::config::exemption::Exemption;
use crate::config::keys;
use crate::config::keys::Key;
use crate::config::keys::Shape;
use crate::config::level;
use crate::fact::Place;
use crate::fact::nearest::nearest;
use crate::report::visible;
use crate::severity::Severity;
use std::path::Path;
use std::path::PathBuf;

/// The flags of `factlint config`.
#[derive(Debug, clap::Args)]
pub struct Flags {
    /// The key to explain, such as fail-on or overrides.paths; without one, the list of all
    #[arg(value_name = "KEY")]
    key: Option<String>,
    /// Show the settings in force for this article, and where each was made
    #[arg(long, value_name = "FILE", conflicts_with = "key")]
    show: Option<PathBuf>,
    #[command(flatten)]
    config: ConfigFlags,
    #[command(flatten)]
    look: Look,
}

/// Shows what the flags ask for.
///
/// # Errors
/// A key that there is not, and output that cannot be written.
pub fn run(flags: &Flags) -> Result<Exit, Failure> {
    let mut exit = Exit::Pass;
    let text = match (&flags.key, &flags.show) {
        (_, Some(file)) => {
            let settings = config::load(&flags.config, &flags.look.err());
            settings.tell_gaps();
            exit = settings.exit();
            shown(&settings, file)
        }
        (Some(key), None) => page(key)?,
        (None, None) => list(),
    };
    let mut out = Out::stdout();
    out.write(&text)?;
    out.finish()?;
    Ok(exit)
}

/// A line a key.
fn list() -> String {
    let rows: Vec<(String, &str)> = all().map(|(path, key)| (path, key.meaning)).collect();
    let width = rows.iter().map(|(path, _)| path.len()).max().unwrap_or(0);
    rows.iter().map(|(path, meaning)| format!("{path:width$}  {meaning}\n")).collect()
}

/// All keys, with the tables before them.
fn all() -> impl Iterator<Item = (String, Key)> {
    let checks = keys::levels().map(|key| (format!("checks.{}", key.path), key));
    let (top, tables): (Vec<Key>, Vec<Key>) = keys::KEYS.iter().partition(|key| !key.path.contains('.'));
    let named = |key: Key| (key.path.to_owned(), key);
    top.into_iter().map(named).chain(checks).chain(tables.into_iter().map(named))
}

fn page(name: &str) -> Result<String, Failure> {
    let unknown = || Failure::UnknownKey { key: name.to_owned(), meant: meant(name) };
    let (path, key) = all().find(|(path, _)| path == name).ok_or_else(unknown)?;
    let default = if key.default.is_empty() { "none" } else { key.default };
    let example =
        if key.example().is_empty() { format!("{} = \"off\"", key.path) } else { key.example().to_owned() };
    Ok(format!(
        "{path}\n\n{}.\n\nHolds:   {}\nDefault: {default}\n\n{}{example}\n",
        key.meaning,
        holds(key.shape),
        header(&path)
    ))
}

/// The header of the table that a key stands in.
fn header(path: &str) -> String {
    let Some((table, _)) = path.split_once('.') else { return String::new() };
    let is_many = keys::PARTS.iter().any(|part| part.name == table && part.is_many);
    if is_many { format!("[[{table}]]\n") } else { format!("[{table}]\n") }
}

fn holds(shape: Shape) -> String {
    match shape {
        Shape::Text => "text in quotes".to_owned(),
        Shape::Texts => "a list of texts".to_owned(),
        Shape::TextOrTexts => "text in quotes, or a list of texts".to_owned(),
        Shape::Day => "a date, without quotes".to_owned(),
        Shape::Flag => "true or false".to_owned(),
        Shape::Whole => "a whole number".to_owned(),
        Shape::Size => "a size such as \"4MiB\", or a number of bytes".to_owned(),
        Shape::Word(words) => words.join(", "),
        Shape::Levels => "a table of checks with error, warning, info or off".to_owned(),
        Shape::Cue => "one of the words that docs/configuration.md lists".to_owned(),
    }
}

fn meant(name: &str) -> Option<String> {
    let all: Vec<String> = all().map(|(path, _)| path).collect();
    let last = |path: &&String| path.rsplit('.').next() == Some(name);
    let whole = all.iter().find(last).map(String::as_str);
    whole.or_else(|| nearest(name, all.iter().map(String::as_str))).map(str::to_owned)
}

/// One setting: what it is, and where it was made.
type Row = (String, String);

/// The settings in force for `file`.
fn shown(settings: &config::Loaded, file: &Path) -> String {
    let mut rows = vec![row("article", &is_checked(&settings.config, file), "")];
    rows.extend(plain(settings));
    rows.extend(checks(settings, file));
    rows.extend(special(settings, file));
    let width = rows.iter().map(|(what, _)| visible::width(what)).max().unwrap_or(0).min(60);
    let line = |(what, origin): &Row| visible::line(format!("{what:width$}  {origin}").trim_end()) + "\n";
    rows.iter().map(line).collect()
}

fn row(key: &str, value: &str, origin: &str) -> Row {
    (format!("{key} = {value}"), origin.to_owned())
}

fn is_checked(config: &Config, file: &Path) -> String {
    let is_excluded = config.excludes(file);
    format!("\"{}\"{}", file.to_string_lossy(), if is_excluded { " (excluded)" } else { "" })
}

/// The settings that are the same for all articles.
fn plain(settings: &config::Loaded) -> Vec<Row> {
    let keys = keys::KEYS.iter().filter(|key| !key.path.contains('.') || key.path.starts_with("context."));
    keys.filter_map(|key| plain_one(settings, key)).collect()
}

fn plain_one(settings: &config::Loaded, key: &Key) -> Option<Row> {
    let made = settings.config.origins.iter().rev().find(|origin| origin.key == key.path);
    match made {
        Some(origin) => Some(row(key.path, &origin.value, &place(settings, origin.place))),
        None if key.default.is_empty() => None,
        None => Some(row(key.path, key.default, "default")),
    }
}

fn place(settings: &config::Loaded, place: Place) -> String {
    let Some(file) = settings.files.get(place.file) else { return String::new() };
    format!("{}:{}", file.path.display(), file.line_of(place.span.start()).0)
}

/// How much each check matters in `file`.
fn checks(settings: &config::Loaded, file: &Path) -> Vec<Row> {
    let config = &settings.config;
    let shown = |severity: Option<Severity>| format!("\"{}\"", severity.map_or("off", Severity::name));
    let one = |key: Key| {
        let base = config.checks.iter().rev().find(|level| level.name == key.path);
        let level = level::overridden(&config.overrides, key.path, file).or(base);
        let name = format!("checks.{}", key.path);
        match level {
            Some(level) => Some(row(&name, &shown(level.severity), &place(settings, level.place))),
            None => (!key.default.is_empty()).then(|| row(&name, key.default, "default")),
        }
    };
    keys::levels().filter_map(one).collect()
}

/// What holds for `file` in particular.
fn special(settings: &config::Loaded, file: &Path) -> Vec<Row> {
    let mine = settings.config.overrides.iter().rev().filter(|one| one.paths.matches(file));
    let as_of = mine.into_iter().find_map(|one| Some((one.as_of?, one.place)));
    let as_of = as_of.map(|(day, at)| row("as-of", &day.to_string(), &place(settings, at)));
    let ignored = settings.config.ignore.iter().filter(|one| one.is_for(file, None));
    let ignore =
        |one: &Exemption| row("ignore", &format!("\"{}\"", one.fact.text), &place(settings, one.place));
    as_of.into_iter().chain(ignored.map(ignore)).collect()
}
