//! Reads a table key by key: what is taken is crossed off, what is left over at the end is unknown.

use crate::fact::Place;
use crate::fact::keys;
use crate::fact::mistake::Mistake;
use crate::fact::mistake::any_of;
use crate::fact::nearest::hint;
use crate::fact::nearest::nearest;
use crate::fact::raw::Data;
use crate::fact::raw::Node;
use crate::fact::raw::Pair;
use jiff::civil::Date;

/// So many keys are asked for in a table, or a few more.
const KEYS: usize = 32;

/// A table that is being read, with the mistakes met so far.
#[derive(Debug)]
pub struct Table<'a> {
    /// How messages call it: "fact `league-clubs`".
    pub name: String,
    /// Where it stands.
    pub place: Place,
    pairs: &'a [Pair],
    taken: Vec<&'static str>,
    mistakes: Vec<Mistake>,
}

/// Text with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text, without spaces around it.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

impl<'a> Table<'a> {
    /// Begins to read `node`; `None` if it is no table.
    pub fn new(node: &'a Node, name: impl Into<String>) -> Option<Table<'a>> {
        let pairs = node.pairs()?;
        let (taken, mistakes) = (Vec::with_capacity(KEYS), Vec::new());
        Some(Table { name: name.into(), place: node.place, pairs, taken, mistakes })
    }

    /// Notes a mistake.
    pub fn report(&mut self, mistake: Mistake) {
        self.mistakes.push(mistake);
    }

    /// Notes the mistake of `result`, if it is one.
    pub fn noted<T>(&mut self, result: Result<T, Mistake>) -> Option<T> {
        result.map_err(|mistake| self.report(mistake)).ok()
    }

    /// Whether no error was met so far.
    pub fn is_sound(&self) -> bool {
        !self.mistakes.iter().any(Mistake::is_error)
    }

    /// What stands for `key`, crossed off.
    pub fn take(&mut self, key: &'static str) -> Option<&'a Node> {
        self.taken.push(key);
        self.peek(key)
    }

    /// What stands for `key`, left where it is.
    pub fn peek(&self, key: &str) -> Option<&'a Node> {
        self.pairs.iter().find(|pair| pair.key == key).map(|pair| &pair.node)
    }

    /// Where `key` itself stands.
    pub fn key_place(&self, key: &str) -> Option<Place> {
        self.pairs.iter().find(|pair| pair.key == key).map(|pair| pair.place)
    }

    /// The keys that were not taken.
    pub fn left(&self) -> impl Iterator<Item = &'a Pair> {
        self.pairs.iter().filter(|pair| !self.taken.contains(&pair.key.as_str()))
    }

    /// Notes that `key` is needed and not there.
    pub fn miss(&mut self, key: &str) {
        self.miss_as(key, keys::example(key));
    }

    /// Notes that `key` is needed and not there, with what to write.
    pub fn miss_as(&mut self, key: &str, example: &str) {
        if self.is_misspelt(key) {
            return;
        }
        let mistake = Mistake::error(self.place, format!("{} needs `{key}`", self.name));
        self.report(mistake.help(format!("add a line such as: {example}")));
    }

    /// Whether a key that is nearly `key` stands there: it is unknown and one mistake, not two.
    pub fn is_misspelt(&self, key: &str) -> bool {
        self.left().any(|pair| nearest(&pair.key, [key]).is_some())
    }

    /// The text of `key`.
    pub fn text(&mut self, key: &'static str) -> Option<Text> {
        let node = self.take(key)?;
        let read = text_of(node, key);
        self.noted(read)
    }

    /// The text of `key`, which must be there.
    pub fn needed_text(&mut self, key: &'static str) -> Option<Text> {
        if self.peek(key).is_none() {
            self.miss(key);
        }
        self.text(key)
    }

    /// The text of `key` alone.
    pub fn plain(&mut self, key: &'static str) -> Option<String> {
        self.text(key).map(|text| text.text)
    }

    /// The yes or no of `key`; no if it is not there.
    pub fn flag(&mut self, key: &'static str) -> bool {
        self.take_as(key, "`true` or `false`, without quotes", Node::flag).unwrap_or(false)
    }

    /// The date of `key`.
    pub fn day(&mut self, key: &'static str) -> Option<Date> {
        self.take_as(key, "a date, without quotes", Node::day)
    }

    fn take_as<T>(&mut self, key: &'static str, sort: &str, read: fn(&Node) -> Option<T>) -> Option<T> {
        let node = self.take(key)?;
        let value = read(node);
        if value.is_none() {
            self.report(wrong(node, key, sort));
        }
        value
    }

    /// The words of `key`, none if it is not there.
    pub fn words(&mut self, key: &'static str) -> Vec<String> {
        texts(self.placed_words(key))
    }

    /// The words of `key`, of which there must be one.
    pub fn needed_words(&mut self, key: &'static str) -> Vec<String> {
        texts(self.needed_placed_words(key))
    }

    /// The words of `key` with their places, of which there must be one.
    pub fn needed_placed_words(&mut self, key: &'static str) -> Vec<Text> {
        match self.peek(key).map(|node| &node.data) {
            None => self.miss(key),
            Some(Data::List(list)) if list.is_empty() => {
                let empty = Mistake::error(self.place_of(key), format!("`{key}` is empty"));
                self.report(empty.help(format!("name at least one: {}", keys::example(key))));
            }
            Some(_) => {}
        }
        self.placed_words(key)
    }

    /// Where what stands for `key` is, or the table if it is not there.
    pub fn place_of(&self, key: &str) -> Place {
        self.peek(key).map_or(self.place, |node| node.place)
    }

    /// The words of `key` with their places, each word once.
    pub fn placed_words(&mut self, key: &'static str) -> Vec<Text> {
        let items = self.items(key, "a list of words");
        let mut words: Vec<Text> = Vec::with_capacity(items.len());
        for item in items {
            let read = text_as(item, key, "a list of texts in quotes");
            words.extend(self.noted(read).filter(|word| words.iter().all(|known| known.text != word.text)));
        }
        words
    }

    /// The parts of the list of `key`, none if it is not there.
    pub fn items(&mut self, key: &'static str, sort: &str) -> &'a [Node] {
        let Some(node) = self.take(key) else { return &[] };
        let Data::List(list) = &node.data else {
            self.report(wrong(node, key, sort));
            return &[];
        };
        list
    }

    /// Which of `choices` stands for `key`.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let found = choices.iter().find(|(word, _)| *word == text.text);
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            self.report(no_choice(&text, key, &words));
        }
        found.map(|(_, value)| *value)
    }

    /// The whole number of `key`, zero if it is not there.
    pub fn whole(&mut self, key: &'static str) -> usize {
        let whole = |node: &Node| node.number().and_then(|digits| digits.parse().ok());
        self.take_as(key, "a whole number, without quotes", whole).unwrap_or(0)
    }

    /// Ends a table whose keys are `known`: what is left over is unknown.
    pub fn close(mut self, known: &[&str]) -> Vec<Mistake> {
        let unknown: Vec<Mistake> = self.left().map(|pair| unknown(&self.name, pair, known)).collect();
        self.mistakes.extend(unknown);
        self.mistakes
    }

    /// Ends a table whose left-over keys were looked at.
    pub fn finish(self) -> Vec<Mistake> {
        self.mistakes
    }
}

/// Words for `key` that are none of `words`.
pub fn no_choice(text: &Text, key: &str, words: &[&str]) -> Mistake {
    let mistake = Mistake::error(text.place, format!("`{key}` cannot be `{}`", text.text));
    let all = format!("it is one of {}", any_of(words.iter().copied()));
    mistake.help(hint(nearest(&text.text, words.iter().copied()), &all))
}

/// A key that nobody knows.
pub fn unknown(name: &str, pair: &Pair, known: &[&str]) -> Mistake {
    let mistake = Mistake::error(pair.place, format!("{name} has an unknown key `{}`", pair.key));
    let meant = nearest(&pair.key, known.iter().copied());
    let all = format!("known keys are {}", any_of(known.iter().copied()).replace(" or ", " and "));
    mistake.help(hint(meant, if meant.is_some() { "" } else { &all }))
}

/// The text of `node`, which stands for `key`.
pub fn text_of(node: &Node, key: &str) -> Result<Text, Mistake> {
    text_as(node, key, "text in quotes")
}

/// The text of `node`, which stands for `key` or in its list; `sort` is what `key` must be.
pub fn text_as(node: &Node, key: &str, sort: &str) -> Result<Text, Mistake> {
    let Some(text) = node.text() else { return Err(wrong(node, key, sort)) };
    let text = text.trim();
    if text.is_empty() {
        let empty = Mistake::error(node.place, format!("`{key}` holds an empty text"));
        return Err(empty.help("write the words between the quotes, or remove it"));
    }
    Ok(Text { text: text.to_owned(), place: node.place })
}

/// A value of the wrong type.
pub fn wrong(node: &Node, key: &str, sort: &str) -> Mistake {
    let mistake = Mistake::error(node.place, format!("`{key}` must be {sort}, and this is {}", node.sort()));
    let example = keys::example(key);
    if example.is_empty() { mistake } else { mistake.help(format!("write it as in: {example}")) }
}

/// The words alone, without the room that their places took.
fn texts(placed: Vec<Text>) -> Vec<String> {
    let mut words: Vec<String> = placed.into_iter().map(|word| word.text).collect();
    words.shrink_to_fit();
    words
}
