//! factlint for Python: the engine behind the package `factlint`, and its command line.
//!
//! One file a step: [`sources`] are read from the disk or come from another process, an [`engine`] is made of them,
//! [`rows`] of Arrow become articles, and [`findings`] become columns of Arrow again. What Python's users see is
//! written in Python, in the folder `factlint` beside this one.

mod engine;
mod findings;
mod refusal;
mod rows;
mod sources;

use arrow_pyarrow::PyArrowType;
use arrow_schema::Schema;
use pyo3::prelude::Bound;
use pyo3::prelude::PyModule;
use pyo3::prelude::PyModuleMethods;
use pyo3::prelude::PyResult;
use pyo3::prelude::Python;
use pyo3::pyfunction;
use pyo3::pymodule;
use pyo3::wrap_pyfunction;
use std::ffi::OsString;

/// The engine of the package `factlint`.
#[pymodule]
fn _factlint(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("RulesError", module.py().get_type::<refusal::RulesError>())?;
    module.add_class::<engine::Engine>()?;
    module.add_function(wrap_pyfunction!(sources::rules, module)?)?;
    module.add_function(wrap_pyfunction!(sources::settings, module)?)?;
    module.add_function(wrap_pyfunction!(schema, module)?)?;
    module.add_function(wrap_pyfunction!(run, module)?)
}

/// The columns of what `check_batch` gives.
#[pyfunction]
fn schema() -> PyArrowType<Schema> {
    PyArrowType(findings::schema())
}

/// Runs the command line and gives its exit code; the first argument is the name of the program.
#[pyfunction]
fn run(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| factlint::cli::run(arguments).code())
}
