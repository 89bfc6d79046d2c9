//! Who and what the articles speak of: `[[entity]]` tables, and entities declared inside a fact.

use crate::fact::Entity;
use crate::fact::EntityId;
use crate::fact::Place;
use crate::fact::id;
use crate::fact::mistake::Mistake;
use crate::fact::nearest::hint;
use crate::fact::nearest::nearest;
use crate::fact::raw::Node;
use crate::fact::table::Table;
use crate::fact::table::Text;
use rustc_hash::FxHashMap;

/// All entities declared so far.
///
/// One with a mistake stays, with what was understood of it: its facts shall not be called facts
/// of an unknown entity on top.
#[derive(Debug, Default)]
pub struct Entities {
    /// In the order of declaration.
    pub list: Vec<Entity>,
    ids: FxHashMap<String, EntityId>,
    names: FxHashMap<String, (EntityId, Place)>,
}

impl Entities {
    /// Adds the entity of an `[[entity]]` table.
    pub fn declare(&mut self, node: &Node) -> Vec<Mistake> {
        let Some(mut table) = Table::new(node, "this entity") else { return Vec::new() };
        let id = id::take(&mut table, "entity");
        let names = table.needed_placed_words("names");
        let epithets = table.words("epithets");
        if let Some(id) = id.filter(|id| self.is_new(id, &mut table)) {
            self.add(Entity { id: id.text, names: Vec::new(), epithets, place: node.place });
            self.name(names, &mut table);
        }
        table.close(&["id", "names", "epithets"])
    }

    fn is_new(&self, id: &Text, table: &mut Table<'_>) -> bool {
        let Some(first) = self.resolve(&id.text) else { return true };
        let mistake = Mistake::error(id.place, format!("a second entity with the id `{}`", id.text));
        let labelled = match self.list.get(first.index()) {
            Some(entity) => mistake.label(entity.place, "the first one"),
            None => mistake,
        };
        table.report(labelled.help("give one of the two another id, or put all names into one entity"));
        false
    }

    fn add(&mut self, entity: Entity) -> EntityId {
        let id = EntityId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.ids.insert(entity.id.clone(), id);
        self.list.push(entity);
        id
    }

    /// Gives the entity added last its names, but those that another one has.
    fn name(&mut self, names: Vec<Text>, table: &mut Table<'_>) {
        let id = EntityId(u32::try_from(self.list.len().saturating_sub(1)).unwrap_or(u32::MAX));
        self.list.last_mut().into_iter().for_each(|entity| entity.names.reserve_exact(names.len()));
        for name in names {
            if let Some((other, place)) = self.names.get(&name.text) {
                table.report(self.shared(&name, *other, *place));
                continue;
            }
            self.names.insert(name.text.clone(), (id, name.place));
            self.list.last_mut().into_iter().for_each(|entity| entity.names.push(name.text.clone()));
        }
    }

    fn shared(&self, name: &Text, other: EntityId, place: Place) -> Mistake {
        let owner = self.list.get(other.index()).map_or("", |entity| entity.id.as_str());
        Mistake::error(name.place, format!("`{}` is already a name of the entity `{owner}`", name.text))
            .label(place, "the same name here")
            .help("leave a name to one entity, and tell the other by a longer name")
    }

    /// The entity declared in place: one whose names it bears, else a new one.
    pub fn in_place(&mut self, node: &Node) -> (Option<EntityId>, Vec<Mistake>) {
        let Some(mut table) = Table::new(node, "this subject") else { return (None, Vec::new()) };
        let names = table.needed_placed_words("names");
        let epithets = table.words("epithets");
        let id = match self.owner_of_all(&names) {
            Some(id) => Some(self.extend(id, epithets)),
            None if names.is_empty() => None,
            None => Some(self.add_in_place(names, epithets, &mut table)),
        };
        (id, table.close(&["names", "epithets"]))
    }

    /// The facts of two tables may make the same entity in place.
    fn owner_of_all(&self, names: &[Text]) -> Option<EntityId> {
        let mut owners = names.iter().map(|name| self.names.get(&name.text).map(|(id, _)| *id));
        let first = owners.next()??;
        owners.all(|owner| owner == Some(first)).then_some(first)
    }

    fn extend(&mut self, id: EntityId, epithets: Vec<String>) -> EntityId {
        if let Some(entity) = self.list.get_mut(id.index()) {
            let new = epithets.into_iter().filter(|word| !entity.epithets.contains(word)).collect::<Vec<_>>();
            entity.epithets.extend(new);
        }
        id
    }

    fn add_in_place(&mut self, names: Vec<Text>, epithets: Vec<String>, table: &mut Table<'_>) -> EntityId {
        let first = names.first().map_or("", |name| name.text.as_str());
        let place = table.place;
        let id = self.add(Entity { id: self.free_id(first), names: Vec::new(), epithets, place });
        self.name(names, table);
        id
    }

    fn free_id(&self, name: &str) -> String {
        let wanted = id::proposed(name);
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        let mut ids = std::iter::once(wanted.clone()).chain(numbered);
        ids.find(|id| !self.ids.contains_key(id)).unwrap_or(wanted)
    }

    /// The entity with this id.
    pub fn resolve(&self, id: &str) -> Option<EntityId> {
        self.ids.get(id).copied()
    }

    /// The entity with this name.
    pub fn named(&self, name: &str) -> Option<EntityId> {
        self.names.get(name).map(|(id, _)| *id)
    }

    /// The id that was probably meant.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        nearest(id, self.list.iter().map(|entity| entity.id.as_str()))
    }

    /// The entity with the id `text`, which must be declared.
    pub fn find(&self, text: &Text) -> Result<EntityId, Mistake> {
        self.resolve(&text.text).ok_or_else(|| self.unknown(text))
    }

    fn unknown(&self, text: &Text) -> Mistake {
        let by_name = self.named(&text.text).and_then(|id| self.list.get(id.index()));
        let meant = by_name.map(|entity| entity.id.as_str()).or_else(|| self.nearest(&text.text));
        let declare =
            format!("declare it: [[entity]] with id = \"{}\" and names = […]", id::proposed(&text.text));
        Mistake::error(text.place, format!("no entity has the id `{}`", text.text))
            .help(hint(meant, if meant.is_some() { "" } else { &declare }))
    }
}

#[cfg(test)]
mod tests {
    use crate::fact::EntityId;
    use crate::fact::trial::check_texts;
    use crate::fact::trial::load;
    use crate::fact::trial::mistakes;

    const LEAGUE: &str = "[[entity]]\nid = 'league'\nnames = ['League']\n";

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        check_texts(&[LEAGUE, text], expected);
    }

    #[test]
    fn an_id_is_given_once_in_all_files() {
        let help = "give one of the two another id, or put all names into one entity";
        check(
            "[[entity]]\nid = 'league'\nnames = ['Other']",
            &[("'league'", "a second entity with the id `league`", help)],
        );
    }

    #[test]
    fn a_name_has_one_owner() {
        let help = "leave a name to one entity, and tell the other by a longer name";
        check(
            "[[entity]]\nid = 'cup'\nnames = ['Cup', 'League']",
            &[("'League'", "`League` is already a name of the entity `league`", help)],
        );
    }

    #[test]
    fn every_mistake_of_an_entity_is_found() {
        check(
            "[[entity]]\nid = 'The Cup'\nnames = ['Cup', 3, '']\nepithet = ['cup']",
            &[
                (
                    "'The Cup'",
                    "an id is made of a-z, 0-9, `-`, `_` and `.`, and `The Cup` is not",
                    "write: id = \"the-cup\"",
                ),
                (
                    "3",
                    "`names` must be a list of texts in quotes, and this is a number",
                    "write it as in: names = [\"Harbour League\", \"League\"]",
                ),
                ("''", "`names` holds an empty text", "write the words between the quotes, or remove it"),
                ("epithet", "entity `The Cup` has an unknown key `epithet`", "did you mean `epithets`?"),
            ],
        );
    }

    #[test]
    fn an_entity_with_a_mistake_is_still_known() {
        let fact = "[[fact]]\nid = 'a'\nsays = 'a'\nkind = 'quote'\nvalue = 'a'\nsubject = 'cup'\n";
        let message = "entity `cup` has an unknown key `name`";
        check(
            &format!("{fact}[[entity]]\nid = 'cup'\nname = 'Cup'"),
            &[("name", message, "did you mean `names`?")],
        );
    }

    #[test]
    fn facts_may_make_the_same_entity() {
        let fact = |id: &str, names: &str| {
            format!(
                "[[fact]]\nid = '{id}'\nsays = 'a'\nkind = 'quote'\nvalue = '{id}'\nsubject = {{ names = [{names}] }}\n"
            )
        };
        let text = [fact("a", "'The Cup'"), fact("b", "'The Cup'"), fact("c", "'League'")].concat();
        let loaded = load(&[LEAGUE, &text]);
        assert_eq!(mistakes(&loaded), []);
        let ids: Vec<&str> = loaded.rules.entities.iter().map(|entity| entity.id.as_str()).collect();
        assert_eq!(ids, ["league", "the-cup"]);
        let subjects: Vec<EntityId> = loaded.rules.facts.iter().map(|fact| fact.subjects[0]).collect();
        assert_eq!(subjects, [EntityId(1), EntityId(1), EntityId(0)]);
    }
}
