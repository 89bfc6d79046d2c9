//! One `[[fact]]` table, checked.

use crate::fact::EntityId;
use crate::fact::Fact;
use crate::fact::Fix;
use crate::fact::Kind;
use crate::fact::Nature;
use crate::fact::Required;
use crate::fact::count;
use crate::fact::date;
use crate::fact::example;
use crate::fact::id;
use crate::fact::keys;
use crate::fact::measure;
use crate::fact::mistake::Mistake;
use crate::fact::mistake::all_of;
use crate::fact::name;
use crate::fact::nearest::is_one_slip;
use crate::fact::quote;
use crate::fact::raw::Data;
use crate::fact::raw::Node;
use crate::fact::role;
use crate::fact::scope::Scope;
use crate::fact::source;
use crate::fact::statement;
use crate::fact::table::Table;
use crate::fact::table::Text;
use crate::fact::table::text_of;
use crate::fact::table::wrong;
use crate::fact::term;
use crate::severity::Severity;

/// How a kind is read.
#[derive(Clone, Copy)]
struct Reader {
    read: fn(&mut Table<'_>, &Scope) -> Option<Kind>,
    /// Without which of these a fact of this kind makes no sense.
    needs: &'static [&'static str],
}

/// What a value is tied by.
const BOUND: &[&str] = &["subject", "attribute"];

const KINDS: &[(&str, Reader)] = &[
    ("count", Reader { read: count::read, needs: BOUND }),
    ("measure", Reader { read: measure::read, needs: BOUND }),
    ("date", Reader { read: date::read, needs: BOUND }),
    ("term", Reader { read: term::read, needs: BOUND }),
    ("role", Reader { read: role::read, needs: &["subject"] }),
    ("quote", Reader { read: quote::read, needs: &[] }),
    ("name", Reader { read: name::read, needs: &["subject"] }),
    ("statement", Reader { read: statement::read, needs: &[] }),
];

const NATURES: &[(&str, Nature)] =
    &[("state", Nature::State), ("event", Nature::Event), ("plan", Nature::Plan)];

const SEVERITIES: &[(&str, Option<Severity>)] = &[
    ("error", Some(Severity::Error)),
    ("warning", Some(Severity::Warning)),
    ("info", Some(Severity::Info)),
    ("off", None),
];

const FIXES: &[(&str, Fix)] = &[("safe", Fix::Safe), ("unsafe", Fix::Unsafe), ("none", Fix::None)];

/// Reads a fact; one with an error is left out, and its mistakes say why.
pub fn read(node: &Node, scope: &mut Scope) -> (Option<Fact>, Vec<Mistake>) {
    let Some(mut table) = Table::new(node, "this fact") else {
        let mistake = Mistake::error(node.place, format!("a fact is a table, and this is {}", node.sort()));
        return (None, vec![mistake.help("begin it with a line [[fact]] and put its keys below")]);
    };
    let fact = fact(&mut table, scope);
    check_left(&mut table);
    let fact = fact.filter(|_| table.is_sound());
    (fact, table.finish())
}

fn fact(table: &mut Table<'_>, scope: &mut Scope) -> Option<Fact> {
    let id = id::take(table, "fact").filter(|id| table.noted(scope.claim_id(id)).is_some());
    table.take("each");
    let says = table.needed_text("says");
    let reader = reader(table);
    let subjects = subjects(table, scope);
    let kind = reader.and_then(|reader| (reader.read)(table, scope));
    Some(Fact {
        // What reads the table comes first: one mistake shall not hide another.
        epithets: table.words("epithets"),
        attribute: attribute(table, reader),
        nature: table.choice("nature", NATURES).unwrap_or(Nature::State),
        requires: requires(table, scope),
        severity: table.choice("severity", SEVERITIES).unwrap_or(Some(Severity::Error)),
        evolving: table.flag("evolving"),
        watch: table.peek("watch").and_then(Node::flag).unwrap_or(false),
        draft: table.flag("draft"),
        fix: table.choice("fix", FIXES).unwrap_or(Fix::None),
        source: source::read(table),
        review_by: table.day("review-by"),
        tags: table.words("tags"),
        owner: table.plain("owner"),
        note: table.plain("note"),
        accept: example::accept(table),
        reject: example::reject(table),
        place: table.place,
        subjects: needed_subjects(table, reader, subjects),
        id: id?.text,
        says_place: says.as_ref()?.place,
        says: says?.text,
        kind: kind?,
    })
}

fn reader(table: &mut Table<'_>) -> Option<Reader> {
    if table.peek("kind").is_none() {
        let words = KINDS.iter().map(|(word, _)| *word);
        table.miss_as("kind", &format!("kind = \"count\". The kinds are {}", all_of(words)));
    }
    table.choice("kind", KINDS)
}

fn attribute(table: &mut Table<'_>, reader: Option<Reader>) -> Vec<String> {
    match reader {
        Some(reader) if reader.needs.contains(&"attribute") => table.needed_words("attribute"),
        _ => table.words("attribute"),
    }
}

fn needed_subjects(table: &mut Table<'_>, reader: Option<Reader>, subjects: Vec<EntityId>) -> Vec<EntityId> {
    let is_needed = reader.is_some_and(|reader| reader.needs.contains(&"subject"));
    if is_needed && table.peek("subject").is_none() {
        table.miss("subject");
    }
    subjects
}

/// One subject or a list of them, each an id or an entity declared in place.
fn subjects(table: &mut Table<'_>, scope: &mut Scope) -> Vec<EntityId> {
    let Some(node) = table.take("subject") else { return Vec::new() };
    let nodes = match &node.data {
        Data::List(list) => list.as_slice(),
        _ => std::slice::from_ref(node),
    };
    if nodes.is_empty() {
        let empty = Mistake::error(node.place, "`subject` is empty");
        table.report(empty.help("name at least one entity: subject = \"league\""));
    }
    let mut subjects = Vec::new();
    for node in nodes {
        let subject = subject(table, node, scope);
        subjects.extend(subject.filter(|subject| !subjects.contains(subject)));
    }
    subjects
}

fn subject(table: &mut Table<'_>, node: &Node, scope: &mut Scope) -> Option<EntityId> {
    match &node.data {
        Data::Table(_) => {
            let (id, mistakes) = scope.entities.in_place(node);
            mistakes.into_iter().for_each(|mistake| table.report(mistake));
            id
        }
        Data::Text(_) | Data::Filled(_) => {
            let found = text_of(node, "subject").and_then(|text| scope.entities.find(&text));
            table.noted(found)
        }
        _ => {
            table.report(wrong(node, "subject", "the id of an entity, or a list of them"));
            None
        }
    }
}

fn requires(table: &mut Table<'_>, scope: &Scope) -> Vec<Required> {
    let words = table.placed_words("requires");
    words.into_iter().map(|word| required(table, word, scope)).collect()
}

/// An entity by its id or name, else a word; a word that is nearly an id was probably meant as one.
fn required(table: &mut Table<'_>, word: Text, scope: &Scope) -> Required {
    if let Some(id) = scope.entities.resolve(&word.text).or_else(|| scope.entities.named(&word.text)) {
        return Required::Entity(id);
    }
    if let Some(meant) = scope.entities.nearest(&word.text).filter(|id| is_one_slip(&word.text, id)) {
        let message = format!("`{}` is no entity and is looked for as a word", word.text);
        table.report(
            Mistake::warning(word.place, message).help(format!("did you mean the entity `{meant}`?")),
        );
    }
    Required::Word(word.text)
}

/// Keys that nothing read: of another kind, or of none.
fn check_left(table: &mut Table<'_>) {
    let written = table.peek("kind").and_then(Node::text).map(str::trim);
    let kind = KINDS.iter().map(|(word, _)| *word).find(|word| Some(*word) == written);
    let mistakes: Vec<Mistake> =
        table.left().filter_map(|pair| keys::misplaced(pair, kind, &table.name)).collect();
    mistakes.into_iter().for_each(|mistake| table.report(mistake));
}

#[cfg(test)]
mod tests {
    use crate::fact::EntityId;
    use crate::fact::Nature;
    use crate::fact::Required;
    use crate::fact::trial::check_fact;
    use crate::fact::trial::check_texts;
    use crate::fact::trial::fact;

    const KEYS: &str = "kind = 'quote'\nvalue = 'so be it'";

    #[track_caller]
    fn check(keys: &str, expected: &[(&str, &str, &str)]) {
        check_fact(&format!("{KEYS}\n{keys}"), expected);
    }

    #[test]
    fn what_is_not_said_has_its_usual_value() {
        let fact = fact(KEYS);
        assert_eq!(fact.nature, Nature::State);
        assert_eq!(fact.severity, Some(crate::severity::Severity::Error));
        assert!(!fact.evolving && !fact.draft && !fact.watch);
    }

    #[test]
    fn severity_may_be_off() {
        assert_eq!(fact(&format!("{KEYS}\nseverity = 'off'")).severity, None);
    }

    #[test]
    fn misspelt_words_are_guessed() {
        check(
            "nature = 'sate'\nseverity = 'fatal'\nfix = 'save'",
            &[
                (
                    "'sate'",
                    "`nature` cannot be `sate`",
                    "did you mean `state`? it is one of `state`, `event` or `plan`",
                ),
                (
                    "'fatal'",
                    "`severity` cannot be `fatal`",
                    "it is one of `error`, `warning`, `info` or `off`",
                ),
                (
                    "'save'",
                    "`fix` cannot be `save`",
                    "did you mean `safe`? it is one of `safe`, `unsafe` or `none`",
                ),
            ],
        );
    }

    #[test]
    fn a_misspelt_kind_judges_no_keys() {
        let help = "did you mean `term`? it is one of `count`, `measure`, `date`, `term`, `role`, `quote`, `name` or \
                    `statement`";
        check_fact(
            "kind = 'trem'\nrivals = ['a']\nrivlas = ['a']",
            &[
                ("'trem'", "`kind` cannot be `trem`", help),
                ("rivlas", "fact `it` has an unknown key `rivlas`", "did you mean `rivals`?"),
            ],
        );
    }

    #[test]
    fn a_key_of_another_kind_names_its_kinds() {
        let help = "it belongs in facts of kind `term`: remove it, or change `kind`";
        check("rivals = ['a']", &[("rivals", "`rivals` does not belong in a fact of kind `quote`", help)]);
    }

    #[test]
    fn what_a_kind_needs_is_asked_for() {
        let add = "add a line such as:";
        check_fact(
            "kind = 'count'\nvalue = 12",
            &[
                (
                    "[[fact]]",
                    "fact `it` needs `attribute`",
                    &format!("{add} attribute = [\"club\", \"team\"]"),
                ),
                ("[[fact]]", "fact `it` needs `subject`", &format!("{add} subject = \"league\"")),
            ],
        );
    }

    #[test]
    fn an_empty_fact_is_told_all_it_needs() {
        let kinds = "add a line such as: kind = \"count\". The kinds are `count`, `measure`, `date`, `term`, `role`, \
                     `quote`, `name` and `statement`";
        check_texts(
            &["[[fact]]"],
            &[
                ("[[fact]]", "this fact needs `id`", "add a line such as: id = \"league-clubs\""),
                (
                    "[[fact]]",
                    "this fact needs `says`",
                    "add a line such as: says = \"The Harbour League has 12 clubs\"",
                ),
                ("[[fact]]", "this fact needs `kind`", kinds),
            ],
        );
    }

    #[test]
    fn every_subject_is_known() {
        check(
            "subject = ['league', 'leage', 3]",
            &[
                ("'leage'", "no entity has the id `leage`", "did you mean `league`?"),
                (
                    "3",
                    "`subject` must be the id of an entity, or a list of them, and this is a number",
                    "write it as in: subject = \"league\"",
                ),
            ],
        );
    }

    #[test]
    fn what_is_required_is_an_entity_or_a_word() {
        let requires = fact(&format!("{KEYS}\nrequires = ['league', 'stadium']")).requires;
        assert_eq!(requires, [Required::Entity(EntityId(0)), Required::Word("stadium".to_owned())]);
        let message = "`leage` is no entity and is looked for as a word";
        check("requires = ['leage']", &[("'leage'", message, "did you mean the entity `league`?")]);
    }

    #[test]
    fn wrong_types_show_a_line_to_copy() {
        check(
            "tags = 'a'\nowner = ['me']\ndraft = 'yes'\nreview-by = '2027-01-01'\nepithets = [3]",
            &[
                (
                    "'a'",
                    "`tags` must be a list of words, and this is text",
                    "write it as in: tags = [\"sport\"]",
                ),
                (
                    "['me']",
                    "`owner` must be text in quotes, and this is a list",
                    "write it as in: owner = \"sports desk\"",
                ),
                (
                    "'yes'",
                    "`draft` must be `true` or `false`, without quotes, and this is text",
                    "write it as in: draft = true",
                ),
                (
                    "'2027-01-01'",
                    "`review-by` must be a date, without quotes, and this is text",
                    "write it as in: review-by = 2027-03-01",
                ),
                (
                    "3",
                    "`epithets` must be a list of texts in quotes, and this is a number",
                    "write it as in: epithets = [\"the deal\"]",
                ),
            ],
        );
    }
}
