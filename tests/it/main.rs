//! The one test program: the house as a whole, from its layers to its command line.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot prepare its folder may stop")]

mod accord;
mod baseline;
mod book;
mod command_line;
mod config;
mod coverage;
mod directives;
mod docs;
mod engine;
mod explain;
mod facts;
mod fix;
mod fuzz;
mod hostile;
mod impact;
mod large;
mod laws;
mod layers;
mod lsp;
mod mutate;
mod newsroom;
mod newsroom_files;
mod over_time;
mod plain_words;
mod readme;
mod reports;
mod settings;
mod silence;
mod since;
mod suggest;
mod table;
mod terminal;
mod workspace;
mod wrappings;
