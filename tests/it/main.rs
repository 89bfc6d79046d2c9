//! The one test program: the house as a whole, from its layers to its command line.

#![allow(clippy::expect_used, reason = "a test that cannot prepare its folder may stop")]

mod accord;
mod command_line;
mod config;
mod directives;
mod engine;
mod explain;
mod facts;
mod fix;
mod fuzz;
mod hostile;
mod impact;
mod laws;
mod layers;
mod newsroom;
mod newsroom_files;
mod plain_words;
mod silence;
mod workspace;
mod wrappings;
