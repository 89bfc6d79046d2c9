//! Marked sentences for the tests of this folder.

use crate::context::Context;
use crate::context::Status;
use crate::context::example::Example;
use crate::context::lexicon::Lexicon;
use crate::fact::Nature;

/// The context of the claim in a marked text, a false value of a fact of that nature.
pub fn of(marked: &str, nature: Nature) -> Context {
    let example = Example::read(marked).unwrap_or_else(|| panic!("no claim in {marked:?}"));
    example.context(Lexicon::built_in(), nature)
}

/// Checks that the claims of all `texts` have that status.
#[track_caller]
pub fn check(status: Status, nature: Nature, texts: &[&str]) {
    let read = |text: &&&str| of(text, nature);
    let wrong = texts.iter().filter(|text| read(text).status() != status);
    let wrong: Vec<_> = wrong.map(|text| (*text, of(text, nature).status(), of(text, nature).cues)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
