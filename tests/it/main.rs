//! The one test program: the house as a whole, from its layers to its command line.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot prepare its folder may stop")]

mod accord;
mod baseline;
mod command_line;
mod config;
mod docs;
mod explain;
mod facts;
mod impact;
mod layers;
mod newsroom;
mod over_time;
mod plain_words;
mod readme;
mod reports;
mod settings;
mod silence;
mod since;
mod table;
mod terminal;
mod workspace;
mod wrappings;
