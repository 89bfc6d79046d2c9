//! Large packs and tables: nothing is lost among ten thousand facts, and a mistake is told at its place.

use crate::workspace::Workspace;

/// A table of towns with their people, one row a town; the name tells the number.
fn towns(n: usize) -> String {
    let row = |at: usize| format!("town-{at},{},{}\n", name(at), 1_000 + at);
    "id,town,people\n".to_owned() + &(0..n).map(row).collect::<String>()
}

/// A name of four syllables, which is no word.
fn name(at: usize) -> String {
    const SYLLABLES: [&str; 10] = ["zor", "vel", "qua", "mir", "tesh", "lup", "dra", "nex", "ob", "wim"];
    let digits = format!("{at:04}");
    let word: String = digits.bytes().map(|digit| SYLLABLES[usize::from(digit - b'0')]).collect();
    format!("{} Qvist", word[..1].to_uppercase() + &word[1..])
}

const RULES: &str = r#"
[[fact]]
each = "towns.csv"
id = "{id}"
says = "{town} has {people} inhabitants"
kind = "count"
subject = { names = ["{town}"] }
attribute = ["inhabitant"]
value = "{people}"
"#;

#[test]
fn a_table_of_ten_thousand_rows_is_loaded_whole() {
    let text = format!("{} has 7 inhabitants.\n\n{} has 1,005 inhabitants.\n", name(9_999), name(5));
    let workspace = Workspace::with(&[("a.txt", &text)]);
    workspace.write("rules/league.toml", RULES);
    workspace.write("rules/towns.csv", towns(10_000));
    let ran = workspace.run(&["check", "a.txt", "--format", "concise"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(ran.out.contains("[town-9999]") && ran.err.contains("10000 facts"), "{} {}", ran.out, ran.err);
}

#[test]
fn a_bad_cell_among_ten_thousand_is_named_by_row_and_column() {
    let workspace = Workspace::with(&[("a.txt", "Nobody is named.\n")]);
    workspace.write("rules/league.toml", RULES);
    workspace.write("rules/towns.csv", towns(10_000).replace(",1500\n", ",many\n"));
    let ran = workspace.run(&["check", "a.txt"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("row 502, column `people`") && ran.err.contains("9999 facts"), "{}", ran.err);
}

#[test]
fn what_one_fact_finds_it_finds_among_many() {
    let fact = |at: usize| {
        let (name, value) = (name(at), 1_000 + at);
        format!(
            "[[fact]]\nid = 'f{at:04}'\nsays = '{name} has {value} members'\nkind = 'count'\n\
             subject = {{ names = ['{name}'] }}\nattribute = ['member']\nvalue = {value}\n"
        )
    };
    let article = |at: usize| format!("{} has {} members. It is old.\n", name(at), 7_000 + at);
    let text: String = (0..20).map(article).collect();
    let told = |n: usize| {
        let workspace = Workspace::with(&[("a.txt", &text)]);
        workspace.write("rules/league.toml", (0..n).map(fact).collect::<String>());
        workspace.run(&["check", "a.txt", "--format", "concise"]).out
    };
    let few = told(20);
    assert_eq!(few.lines().count(), 20, "{few}");
    assert_eq!(told(2_000), few);
}
