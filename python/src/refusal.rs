//! Why rules or settings cannot be used, as Python is told.

use factlint::cli::mistake::Artist;
use factlint::fact::RuleFile;
use factlint::fact::mistake::Mistake;
use factlint::report::Style;
use pyo3::create_exception;
use pyo3::exceptions::PyUserWarning;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::PyErr;
use pyo3::prelude::PyResult;
use pyo3::prelude::Python;
use std::ffi::CString;

create_exception!(
    factlint,
    RulesError,
    PyValueError,
    "Rules or settings that cannot be used; the message names every mistake with its file and line."
);

/// How mistakes look in a message: as on a terminal that has no colours.
const PLAIN: Style = Style { color: false, unicode: true, width: 100, links: false };

/// Refuses files with a mistake, naming all of them; what is only odd is a warning.
pub fn check<'m>(
    py: Python<'_>,
    files: &[RuleFile],
    mistakes: impl IntoIterator<Item = &'m Mistake>,
) -> PyResult<()> {
    let artist = Artist::new(files);
    let shown = |mistake: &Mistake| artist.drawn(&PLAIN, mistake).trim_end().to_owned();
    let (wrong, odd): (Vec<&Mistake>, Vec<&Mistake>) = mistakes.into_iter().partition(|one| one.is_error());
    odd.into_iter().try_for_each(|mistake| warn(py, &shown(mistake)))?;
    let wrong: Vec<String> = wrong.into_iter().map(shown).collect();
    if wrong.is_empty() { Ok(()) } else { Err(RulesError::new_err(wrong.join("\n\n"))) }
}

fn warn(py: Python<'_>, message: &str) -> PyResult<()> {
    // A zero byte ends a text in C; a rule file may hold one.
    let message = CString::new(message.replace('\0', " "))?;
    PyErr::warn(py, &py.get_type::<PyUserWarning>(), &message, 2)
}
