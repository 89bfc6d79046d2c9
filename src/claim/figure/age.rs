//! "Ana Brandt, 45, said": how old somebody is.

use crate::claim::figure::Lasts;
use crate::claim::figure::Tie;
use crate::claim::figure::name;
use crate::claim::figure::phrase::Phrase;

/// A person is named by so many words at least.
const NAME: usize = 2;

/// Whose age the value `at` is.
pub(super) fn tie(phrase: &Phrase<'_>, at: usize) -> Option<Tie> {
    let (first, after) = (phrase.first(at), phrase.after(at));
    let comma = first.checked_sub(1).filter(|before| phrase.is(*before, &[","]))?;
    let goes_on = phrase.is(after, &[","]) && phrase.is_plain(after + 1);
    let name = name::ending(phrase, comma).filter(|name| name.len() >= NAME && goes_on)?;
    Some(Tie { name, attribute: "age".to_owned(), lasts: Lasts::Now })
}
