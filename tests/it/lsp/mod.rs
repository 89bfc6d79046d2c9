//! The language server, as an editor meets it: the real program, over its standard input and output.

mod articles;
mod client;
mod protocol;
mod rules;
