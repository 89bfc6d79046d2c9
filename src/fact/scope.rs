//! What a fact may refer to while it is read.

use crate::fact::Place;
use crate::fact::entity::Entities;
use crate::fact::mistake::Mistake;
use crate::fact::table::Text;
use crate::value::Value;
use rustc_hash::FxHashMap;

/// Reads a quantity as an article would write it.
pub type Quantity = fn(&str) -> Option<Value>;

/// The entities and fact ids known so far.
#[derive(Debug)]
pub struct Scope {
    /// All entities of all files.
    pub entities: Entities,
    /// The reader of canonical quantities.
    pub quantity: Quantity,
    ids: FxHashMap<String, Place>,
}

impl Scope {
    /// A scope in which nothing is declared.
    pub fn new(quantity: Quantity) -> Scope {
        Scope { entities: Entities::default(), quantity, ids: FxHashMap::default() }
    }

    /// Takes the id of a fact, which no other may have.
    pub fn claim_id(&mut self, id: &Text) -> Result<(), Mistake> {
        let Some(first) = self.ids.get(&id.text) else {
            self.ids.insert(id.text.clone(), id.place);
            return Ok(());
        };
        let mistake = Mistake::error(id.place, format!("a second fact with the id `{}`", id.text));
        let mistake = if *first == id.place { mistake } else { mistake.label(*first, "the first one") };
        Err(mistake.help("give one of the two another id"))
    }
}

#[cfg(test)]
mod tests {
    use crate::fact::trial::check_texts;

    #[test]
    fn an_id_is_given_once_in_all_files() {
        let fact = "[[fact]]\nid = 'a'\nsays = 'a'\nkind = 'quote'\nvalue = 'a'\n";
        let message = "a second fact with the id `a`";
        check_texts(&[fact, fact], &[("'a'", message, "give one of the two another id")]);
    }
}
