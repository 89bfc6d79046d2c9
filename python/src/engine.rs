//! Rules and settings, loaded for Python, and what they say of texts.

use crate::findings::Columns;
use crate::refusal;
use crate::refusal::RulesError;
use crate::rows::Row;
use crate::rows::Rows;
use crate::sources;
use crate::sources::Sources;
use arrow_array::RecordBatch;
use arrow_pyarrow::PyArrowType;
use factlint::checker::Checker;
use factlint::cli::crash;
use factlint::cli::finding;
use factlint::config::Config;
use factlint::config::load as settings;
use factlint::config::root::Root;
use factlint::diagnostic::Diagnostic;
use factlint::diagnostic::Linted;
use factlint::fact::Rules;
use factlint::fact::load;
use factlint::lint::Linter;
use factlint::lint::Options;
use factlint::lint::checks;
use factlint::lint::run::Crew;
use factlint::lint::says;
use factlint::report::view;
use factlint::source::Article;
use factlint::source::Format;
use factlint::source::date;
use factlint::source::fields;
use jiff::civil::Date;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::PyErr;
use pyo3::prelude::PyResult;
use pyo3::prelude::Python;
use pyo3::pyclass;
use pyo3::pymethods;
use self_cell::self_cell;
use std::path::Path;

/// How many rows are worked on before their findings are put into columns.
const MANY: usize = 4096;

/// What an engine is made of.
struct Ground {
    rules: Rules,
    config: Config,
    root: Root,
    sources: Sources,
}

self_cell!(
    struct Cell {
        owner: Ground,
        #[not_covariant]
        dependent: Checker,
    }
);

/// Facts that texts can be held against; a `factlint.Linter` has one.
#[pyclass(frozen, module = "factlint._factlint")]
pub struct Engine {
    cell: Cell,
}

/// An article as Python gives it: its text, its day, its name, its headline and its markup.
type Given = (String, Option<String>, Option<String>, Option<String>, String);

#[pymethods]
impl Engine {
    /// Loads rules and settings; days are written as in 2026-03-04.
    #[new]
    fn new(
        py: Python<'_>,
        sources: Sources,
        days: (Option<String>, Option<String>, String),
        show_suppressed: bool,
    ) -> PyResult<Engine> {
        let ground = loaded(py, sources)?;
        let (as_of, default_date, today) = days;
        let usual = Options::of(&ground.config, day(&today)?);
        let options = Options {
            as_of: as_of.as_deref().map(day).transpose()?,
            default_date: default_date.as_deref().map(day).transpose()?.or(usual.default_date),
            show_suppressed,
            ..usual
        };
        let cell = Cell::new(ground, |ground| {
            Checker::new((&ground.rules, &ground.config), &ground.root, options, None)
        });
        Ok(Engine { cell })
    }

    /// The texts it was made of, tables included.
    fn sources(&self) -> Sources {
        self.cell.borrow_owner().sources.clone()
    }

    /// The ids of its facts.
    fn facts(&self) -> Vec<String> {
        self.cell.borrow_owner().rules.facts.iter().map(|fact| fact.id.clone()).collect()
    }

    /// The hash of its rules, as `check --format json` names it.
    fn rules_hash(&self) -> String {
        self.cell.borrow_owner().rules.hash.clone()
    }

    /// The findings of one article, as JSON.
    fn check(&self, py: Python<'_>, article: Given) -> PyResult<String> {
        let (text, date, id, title, format) = article;
        let date = date.as_deref().map(day).transpose()?;
        let article = Article { text, date, id, title, format: markup(&format)?, ..Article::default() };
        let row = Row { article, oddities: Vec::new() };
        let linted = py.detach(|| self.linted(row));
        serde_json::to_string(&view::findings(&linted))
            .map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// The findings of all rows of some batches, with `jobs` threads.
    fn check_batches(
        &self,
        py: Python<'_>,
        batches: Vec<PyArrowType<RecordBatch>>,
        format: &str,
        jobs: usize,
    ) -> PyResult<PyArrowType<RecordBatch>> {
        let format = markup(format)?;
        let batches: Vec<RecordBatch> = batches.into_iter().map(|batch| batch.0).collect();
        let found = py.detach(|| self.found(&batches, format, &Crew::new(jobs)).finish());
        found.map(PyArrowType).map_err(|error| PyValueError::new_err(error.to_string()))
    }
}

impl Engine {
    fn found(&self, batches: &[RecordBatch], format: Format, crew: &Crew) -> Columns {
        let mut columns = Columns::new();
        let mut first = 0;
        for rows in batches.iter().filter_map(|batch| Rows::of(batch, format)) {
            for start in (0..rows.len()).step_by(MANY) {
                let many = (start..rows.len().min(start + MANY)).collect();
                let told = crew.each(many, |at| self.told(rows.row(at)).map(|linted| (first + at, linted)));
                told.into_iter().flatten().for_each(|(row, linted)| columns.add(row as i64, &linted));
            }
            first += rows.len();
        }
        columns
    }

    /// An article of which there is something to tell; of the others no text is kept.
    fn told(&self, row: Row) -> Option<Linted> {
        Some(self.linted(row)).filter(|linted| !linted.findings.is_empty())
    }

    /// An article with its findings; one that breaks the engine has the finding that says so.
    fn linted(&self, row: Row) -> Linted {
        let Row { article, oddities } = row;
        let known = Article { id: article.id.clone(), ..Article::default() };
        let found = crash::guard(|| self.findings(&article));
        match found {
            Some(findings) => Linted::new(article, oddities.into_iter().chain(findings).collect()),
            None => finding::of_crash(known),
        }
    }

    fn findings(&self, article: &Article) -> Vec<Diagnostic> {
        self.cell.with_dependent(|_, checker| checker.findings(article))
    }
}

/// Loads everything, or refuses all that is wrong at once.
fn loaded(py: Python<'_>, sources: Sources) -> PyResult<Ground> {
    let here = std::env::current_dir().unwrap_or_default();
    let settings::Loaded { config, files, mistakes } = settings::all(&sources.settings(), &here);
    refusal::check(py, &files, &mistakes)?;
    let given = sources::files(&sources.rules);
    let n_rule_files = given.len();
    let load::Loaded { rules, mistakes } = load::carried(given, sources::files(&sources.tables));
    let contradicted = says::mistakes(&rules, || Linter::new(&rules, &config, Options::undated()));
    refusal::check(py, &rules.files, mistakes.iter().chain(&contradicted))?;
    if rules.facts.iter().all(|fact| fact.draft) && !checks::are_asked(&config) {
        let message = "there is no fact in these rules but drafts, which judge nothing: take `draft = true` away \
            from those that somebody has read";
        let message = if rules.facts.is_empty() { "there is no fact in these rules" } else { message };
        return Err(RulesError::new_err(message));
    }
    let tables = rules.files.iter().skip(n_rule_files);
    let tables = tables.map(|file| (file.path.clone(), file.text.clone())).collect();
    let root = Root::of(Path::new(""), &here);
    Ok(Ground { rules, config, root, sources: Sources { tables, ..sources } })
}

fn day(text: &str) -> PyResult<Date> {
    date::parse(text)
        .ok_or_else(|| refused(&format!("a date is an ISO day such as 2026-03-04, not {text:?}")))
}

fn markup(name: &str) -> PyResult<Format> {
    fields::markup(name).ok_or_else(|| {
        refused(&format!("a format is text, markdown, html, rst or asciidoc, and {name:?} is none"))
    })
}

fn refused(message: &str) -> PyErr {
    PyValueError::new_err(message.to_owned())
}
