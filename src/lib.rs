//! factlint: facts declared in TOML, articles checked against them.
//!
//! Data flows one way: source → document → claim → verdict → diagnostic → report. ARCHITECTURE.md
//! has the picture; each module below is one step of it, in the order of the layers.

pub mod effort;
pub mod severity;
pub mod span;
pub mod token;

pub mod source;
pub mod value;

pub mod document;
pub mod explain;
pub mod fact;

pub mod code;
pub mod context;

pub mod claim;

pub mod verdict;

pub mod diagnostic;

pub mod config;
pub mod lint;
pub mod report;

pub mod triage;

pub mod cli;
