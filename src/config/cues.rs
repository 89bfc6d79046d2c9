//! `[[cues]]`: groups of cues that a user adds, in the words of the lexicon.

use crate::config::example;
use crate::config::example::Trial;
use crate::config::word;
use crate::context::group::Effect;
use crate::context::group::Group;
use crate::context::group::Stop;
use crate::context::lexicon::Lexicon;
use crate::context::phrase;
use crate::context::why;
use crate::fact::id;
use crate::fact::mistake::Mistake;
use crate::fact::nearest::hint;
use crate::fact::nearest::nearest;
use crate::fact::sections::Section;
use crate::fact::table::Table;
use crate::fact::table::Text;
use serde::de::DeserializeOwned;

/// A group of a user's own, with its examples.
#[derive(Debug)]
pub struct Cues {
    /// The group.
    pub group: Group,
    trials: Vec<Trial>,
}

impl Cues {
    /// What is wrong with the examples in a lexicon that holds the group.
    pub fn failures(&self, lexicon: &Lexicon) -> Vec<Mistake> {
        self.trials.iter().filter_map(|trial| trial.failure(lexicon, &self.group)).collect()
    }
}

const KEYS: &[&str] = &[
    "id", "effect", "claims", "stops", "furthest", "attributive", "escapes", "nature", "needs", "sentences",
    "phrases", "shields", "not",
];

/// Reads the groups that have no mistake.
pub fn read<'s>(sections: impl Iterator<Item = &'s Section>, mistakes: &mut Vec<Mistake>) -> Vec<Cues> {
    let mut ids: Vec<Text> = Vec::new();
    let mut found = Vec::new();
    for section in sections {
        let Some(mut table) = Table::new(&section.node, "this group of cues") else { continue };
        let cues = one(&mut table, &mut ids);
        let own = table.close(KEYS);
        found.extend(cues.filter(|_| own.is_empty()));
        mistakes.extend(own);
    }
    found
}

/// Reads one group; all of its keys, even if one of them is missing.
fn one(table: &mut Table<'_>, ids: &mut Vec<Text>) -> Option<Cues> {
    let id = id::take(table, "cues");
    if let Some(mistake) = id.as_ref().and_then(|id| taken(id, ids)) {
        table.report(mistake);
    }
    ids.extend(id.clone());
    let effect = needed::<Effect>(table, "effect");
    let phrases = phrases(table);
    let mut group = Group {
        id: id.map_or_else(String::new, |id| id.text),
        effect: Effect::Idiom,
        claims: choice(table, "claims").unwrap_or_default(),
        stops: stops(table),
        furthest: table.whole("furthest"),
        attributive: table.flag("attributive"),
        escapes: table.flag("escapes"),
        nature: choice(table, "nature"),
        needs: choice(table, "needs").unwrap_or_default(),
        sentences: table.whole("sentences"),
        phrases,
        shields: None,
        not: None,
    };
    let shields = example::read(table, "shields", true);
    let trials = shields.into_iter().chain(example::read(table, "not", false)).collect();
    group.effect = effect?;
    Some(Cues { group, trials })
}

/// What is wrong with an id that another group has.
fn taken(id: &Text, ids: &[Text]) -> Option<Mistake> {
    let is_built_in =
        Lexicon::built_in().group_named(&id.text).is_some() || why::RULES.contains(&id.text.as_str());
    if is_built_in {
        let mistake = Mistake::error(id.place, format!("`{}` is a group that comes with factlint", id.text));
        let help = "take another id; to replace that group, also name it in `disable` under [context]";
        return Some(mistake.help(help));
    }
    let first = ids.iter().find(|known| known.text == id.text)?;
    let mistake = Mistake::error(id.place, format!("a second group of cues with the id `{}`", id.text));
    Some(mistake.label(first.place, "the first one").help("give one of the two another id"))
}

fn needed<T: DeserializeOwned>(table: &mut Table<'_>, key: &'static str) -> Option<T> {
    let text = table.needed_text(key)?;
    table.noted(word::read(&text, key))
}

fn choice<T: DeserializeOwned>(table: &mut Table<'_>, key: &'static str) -> Option<T> {
    let text = table.text(key)?;
    table.noted(word::read(&text, key))
}

fn stops(table: &mut Table<'_>) -> Vec<Stop> {
    let words = table.placed_words("stops");
    words.iter().filter_map(|stop| table.noted(word::read(stop, "stops"))).collect()
}

fn phrases(table: &mut Table<'_>) -> Vec<String> {
    let words = table.needed_placed_words("phrases");
    for mistake in words.iter().flat_map(wrong_in) {
        table.report(mistake);
    }
    words.into_iter().map(|phrase| phrase.text).collect()
}

/// What is wrong in a phrase.
fn wrong_in(phrase: &Text) -> Vec<Mistake> {
    let atoms = match phrase::parse(&phrase.text) {
        Ok(atoms) => atoms,
        Err(error) => {
            let mistake =
                Mistake::error(phrase.place, format!("the phrase “{}” cannot be read: {error}", phrase.text));
            return vec![
                mistake
                    .help("a phrase is words, with (one|another) for a choice and ..3 for up to three words"),
            ];
        }
    };
    let known = &Lexicon::built_in().classes;
    let unknown =
        phrase::classes(&atoms).into_iter().filter(|class| !known.iter().any(|known| known == class));
    unknown.map(|class| no_class(phrase, class)).collect()
}

fn no_class(phrase: &Text, class: &str) -> Mistake {
    let mistake = Mistake::error(phrase.place, format!("there is no class of words `@{class}`"));
    let meant = nearest(class, Lexicon::built_in().classes.iter().map(String::as_str).chain(["num", "name"]));
    let meant = meant.map(|meant| format!("@{meant}"));
    let otherwise = "write the words themselves: (one|another)";
    mistake.help(hint(meant.as_deref(), if meant.is_some() { "" } else { otherwise }))
}

#[cfg(test)]
mod tests {
    use crate::config::trial::check;
    use crate::config::trial::config;

    const OWN: &str =
        "[[cues]]\nid = 'quay'\neffect = 'rumour'\nphrases = ['word on the quay (is|was) that']\n";

    #[test]
    fn cues_are_added() {
        let text = format!(
            "{OWN}shields = 'Word on the quay is that it has «11» boats.'\nnot = 'It has «11» boats.'\n"
        );
        let config = config(&text);
        assert_eq!(config.lexicon().group_named("quay").map(|group| group.phrases.len()), Some(1));
    }

    #[test]
    fn every_mistake_is_told_at_its_place() {
        check(
            "[[cues]]\nid = 'a b'\neffect = 'rumor'\nphrases = ['(x', '..3 y', '@nott z']\nstops = ['coma']\nfurthest = 'far'\nescape = true\nneeds = 'money'\n",
            &[
                (
                    "'a b'",
                    "an id is made of a-z, 0-9, `-`, `_` and `.`, and `a b` is not",
                    "write: id = \"a-b\"",
                ),
                ("'rumor'", "`effect` cannot be `rumor`", "did you mean `rumour`? it is one of `idiom`, …"),
                (
                    "'(x'",
                    "the phrase “(x” cannot be read: each `(` needs its `)`",
                    "a phrase is words, with (one|another) for a choice and ..3 for up to three words",
                ),
                (
                    "'..3 y'",
                    "the phrase “..3 y” cannot be read: a phrase begins with a word",
                    "a phrase is words, with (one|another) for a choice and ..3 for up to three words",
                ),
                ("'@nott z'", "there is no class of words `@nott`", "did you mean `@not`?"),
                ("'coma'", "`stops` cannot be `coma`", "did you mean `comma`? it is one of `comma`, …"),
                (
                    "'far'",
                    "`furthest` must be a whole number, without quotes, and this is text",
                    "write it as in: furthest = 6",
                ),
                ("escape", "cues `a b` has an unknown key `escape`", "did you mean `escapes`?"),
                ("'money'", "`needs` cannot be `money`", "it is one of `nothing`, …"),
            ],
        );
    }

    #[test]
    fn what_is_missing_is_told() {
        check(
            "[[cues]]\n",
            &[
                ("[[cues]]", "this group of cues needs `id`", "add a line such as: id = \"league-clubs\""),
                ("[[cues]]", "this group of cues needs `effect`", "add a line such as: effect = \"rumour\""),
                (
                    "[[cues]]",
                    "this group of cues needs `phrases`",
                    "add a line such as: phrases = [\"word on the quay (is|was) that\"]",
                ),
            ],
        );
    }

    #[test]
    fn an_id_is_given_once_and_to_no_built_in_group() {
        let second = OWN.replace("[[cues]]\n", "[[cues]]\n# again\n");
        check(
            &format!("{OWN}{second}"),
            &[("'quay'", "a second group of cues with the id `quay`", "give one of the two another id")],
        );
        check(
            &OWN.replace("'quay'", "'deny.not'"),
            &[(
                "'deny.not'",
                "`deny.not` is a group that comes with factlint",
                "take another id; to replace that group, also name it in `disable` under [context]",
            )],
        );
    }

    #[test]
    fn examples_that_do_not_hold_are_told() {
        let text = format!(
            "{OWN}shields = 'It has «11» boats.'\nnot = 'Word on the quay is that it has «11» boats.'\n"
        );
        check(
            &text,
            &[
                (
                    "'It has «11» boats.'",
                    "cues `quay` do not decide about the claim in `shields`: it is read as asserted",
                    "check the phrases, and where the claim stands (`claims`, `stops`, `furthest`)",
                ),
                (
                    "'Word on the quay is that it has «11» boats.'",
                    "cues `quay` decide about the claim in `not`, which they should leave alone: it is read as hedged",
                    "narrow the phrases, or end their reach with `stops` or `furthest`",
                ),
            ],
        );
        check(
            &format!("{OWN}shields = 'No marks.'\n"),
            &[(
                "'No marks.'",
                "the example in `shields` marks no claim",
                "put the words of the claim between « and »: \"The club has «11» boats.\"",
            )],
        );
    }
}
