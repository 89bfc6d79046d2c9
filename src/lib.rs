//! factlint: facts declared in TOML, articles checked against them.
//!
//! Data flows one way: source → document → claim → verdict → diagnostic → report. ARCHITECTURE.md
//! has the picture; each module below is a room, a paragraph a layer.

pub mod bits;
pub mod code;
pub mod effort;
pub mod lists;
pub mod phrases;
pub mod severity;
pub mod span;
pub mod token;

pub mod source;
pub mod value;

pub mod document;
pub mod fact;

pub mod context;

pub mod claim;

pub mod verdict;

pub mod diagnostic;
pub mod explain;

pub mod config;
pub mod report;

pub mod lint;
pub mod triage;

pub mod checker;

pub mod lsp;

pub mod cli;
