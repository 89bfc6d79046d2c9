//! The formats from outside: several at once, whole whatever happens, and safe to hand on.

use crate::workspace::Workspace;
use factlint::cli::schema;
use factlint::cli::schema::What;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Words with everything that a format might trip over.
const NASTY: &str = "The Harbour League <b>&\"'\u{202e}%0A::error::@me</b> has 14 clubs.\n";

fn workspace() -> Workspace {
    Workspace::with(&[
        ("in/a é,b: 100%.txt", NASTY),
        ("in/rows.jsonl", "{\"id\":\"r\",\"text\":\"The Harbour League has 14 clubs.\"}\nx\n"),
    ])
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("one JSON document")
}

/// The names of the elements of an XML document that is whole.
fn elements(text: &str) -> Vec<String> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut names = Vec::new();
    let mut depth = 0;
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) => {
                depth += 1;
                names.push(tag.name().as_ref().to_owned());
                attributes(&tag);
            }
            Event::Empty(tag) => {
                names.push(tag.name().as_ref().to_owned());
                attributes(&tag);
            }
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    names
}

fn attributes(tag: &quick_xml::events::BytesStart<'_>) {
    for attribute in tag.attributes() {
        attribute.expect("a well-formed attribute");
    }
}

#[test]
fn several_formats_are_written_in_one_run() {
    let workspace = workspace();
    let args = [
        "check", "in", "--format", "json", "-o", "sarif=deep/er/a.sarif", "-o", "junit=b.xml", "-o",
        "concise=c",
    ];
    let ran = workspace.run(&args);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert_eq!(json(&ran.out)["findings"].as_array().map(Vec::len), Some(3));
    let file = |name: &str| fs::read_to_string(workspace.path().join(name)).expect("a report");
    let sarif = json(&file("deep/er/a.sarif"));
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(3));
    assert_eq!(sarif["runs"][0]["invocations"][0]["executionSuccessful"], false);
    assert_eq!(elements(&file("b.xml")).iter().filter(|name| *name == "testcase").count(), 3);
    assert_eq!(file("c").lines().count(), 3);
    let diverted = workspace.run(&["check", "in", "--format", "json", "-o", "only.json"]);
    assert_eq!(diverted.out, "");
    assert_eq!(json(&file("only.json")), json(&ran.out));
}

#[test]
fn a_machine_format_is_whole_whatever_happens() {
    let workspace = workspace();
    let runs: &[&[&str]] = &[
        &["in"],
        &["gone.txt"],
        &["--rules", "none/*.toml"],
        &["--select", "nobody"],
        &["--baseline", "gone.json"],
        &["--since", "no-such-revision"],
        &["--files-from", "gone"],
    ];
    for args in runs {
        for format in ["json", "sarif", "gitlab", "rdjson"] {
            let ran = workspace.run(&[&["check", "--format", format], *args].concat());
            assert_eq!(ran.code, 2, "{args:?}");
            json(&ran.out);
        }
        for format in ["junit", "checkstyle"] {
            let ran = workspace.run(&[&["check", "--format", format], *args].concat());
            assert!(!elements(&ran.out).is_empty(), "{args:?}");
        }
        let ran = workspace.run(&[&["check", "--format", "html"], *args].concat());
        assert!(ran.out.starts_with("<!DOCTYPE html>") && ran.out.ends_with("</html>\n"), "{args:?}");
    }
}

#[test]
fn an_article_cannot_speak_to_who_reads_the_report() {
    let workspace = workspace();
    let ran = workspace.run(&["check", "in", "--format", "github"]);
    assert_eq!(ran.out.lines().count(), 3, "{}", ran.out);
    for line in ran.out.lines() {
        assert!(line.starts_with("::error file=in/"), "{line}");
    }
    assert!(ran.out.contains("file=in/a é%2Cb%3A 100%25.txt,line=1"), "{}", ran.out);
    for format in ["full", "concise", "github", "markdown", "html"] {
        let ran = workspace.run(&["check", "in", "--format", format]);
        assert!(!ran.out.contains('\u{202e}'), "{format}: {}", ran.out);
    }
}

#[test]
fn a_page_has_all_articles_and_is_the_same_whatever_the_threads() {
    let workspace = workspace();
    workspace.write("in/right.md", "The Harbour League has 12 clubs.\n");
    for at in 0..40 {
        workspace.write(&format!("in/more/{at:02}.txt"), format!("The Harbour League has {at} clubs.\n"));
    }
    let page = |jobs: &str| workspace.run(&["check", "in", "--format", "html", "-j", jobs]);
    let ran = page("1");
    assert_eq!((ran.code, ran.err.as_str()), (2, ""));
    assert_eq!(ran.out.matches("<article ").count(), 44);
    assert!(ran.out.contains("<summary>2 articles without findings</summary>"), "{}", ran.out);
    for jobs in ["2", "7"] {
        assert_eq!(page(jobs).out, ran.out);
    }
    let both = workspace.run(&["check", "in", "--format", "concise", "-o", "html=page.html"]);
    assert_eq!(fs::read_to_string(workspace.path().join("page.html")).expect("a page"), ran.out);
    assert_eq!(both.out.lines().count(), 42);
}

#[test]
fn a_difference_on_a_page_is_text() {
    let workspace = Workspace::with(&[("a.txt", "<b>The Harbour League has 14 clubs.</b>\n")]);
    let rules = fs::read_to_string(workspace.path().join("rules/league.toml")).expect("rules");
    workspace.write("rules/league.toml", rules.replace("value = 12", "value = 12\nfix = \"safe\""));
    workspace.run(&["check", "a.txt", "--diff", "-o", "html=page.html"]);
    let page = fs::read_to_string(workspace.path().join("page.html")).expect("a page");
    assert!(page.contains("+&lt;b&gt;The Harbour League has 12 clubs.&lt;/b&gt;\n"), "{page}");
}

#[test]
fn a_report_that_cannot_be_written_leaves_nothing_half_done() {
    let workspace = workspace();
    let ran = workspace.run(&["check", "in", "-o", "json=rules"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`rules` could not be written"), "{}", ran.err);
    workspace.write("old.json", "old");
    let ran = workspace.run(&["check", "in", "-o", "json=old.json", "-o", "sarif=rules/league.toml/x"]);
    assert_eq!(ran.code, 2);
    assert_eq!(fs::read_to_string(workspace.path().join("old.json")).expect("a file"), "old");
    let left = fs::read_dir(workspace.path()).expect("a folder").count();
    assert_eq!(left, 3, "a temporary file was left behind");
}

#[test]
fn what_is_suppressed_says_so() {
    let workspace = Workspace::with(&[("a.txt", "The Harbour League has 14 clubs.\n")]);
    let ignore = "[[ignore]]\npath = \"a.txt\"\nfact = \"league-clubs\"\nreason = \"a slip\"\n";
    workspace.write("factlint.toml", ignore);
    let ran = workspace.run(&["check", "--format", "json", "--show-suppressed"]);
    let report = json(&ran.out);
    assert_eq!(
        (ran.code, &report["summary"]["ignored"], &report["summary"]["infos"]),
        (0, &1.into(), &0.into())
    );
    assert_eq!(report["findings"][0]["suppressed"], "a slip");
    let ran = workspace.run(&["check", "--format", "sarif", "--show-suppressed"]);
    assert_eq!(json(&ran.out)["runs"][0]["results"][0]["suppressions"][0]["kind"], "external");
}

#[test]
fn the_schemas_in_the_folder_are_those_of_the_program() {
    for (what, name) in [
        (What::Config, "config"),
        (What::Rules, "rules"),
        (What::Report, "report"),
        (What::Coverage, "coverage"),
        (What::Mutate, "mutate"),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("schemas/{name}.schema.json"));
        let committed = fs::read_to_string(&path).expect("a schema");
        let hint = format!("factlint schema {name} > schemas/{name}.schema.json");
        assert!(committed == schema::text(what), "the schema has changed; write it anew: {hint}");
        assert_eq!(Workspace::empty().run(&["schema", name]).out, committed);
    }
}

/// Whether a value is as a schema wants it; only what the schemas here make use of.
fn is_valid(root: &Value, schema: &Value, value: &Value) -> bool {
    if let Some(target) = schema["$ref"].as_str() {
        let target = root.pointer(target.trim_start_matches('#')).expect("what is referred to");
        return is_valid(root, target, value);
    }
    if schema == &Value::Bool(false) {
        return false;
    }
    let of_type = |name: &Value| match name.as_str().expect("a type") {
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        other => panic!("unknown type {other}"),
    };
    let has_type = match &schema["type"] {
        Value::Null => true,
        Value::Array(types) => types.iter().any(of_type),
        one => of_type(one),
    };
    let one_of =
        |key: &str| schema[key].as_array().is_none_or(|all| all.iter().any(|one| is_valid(root, one, value)));
    let is_listed = schema["enum"].as_array().is_none_or(|words| words.contains(value));
    let is_const = schema.get("const").is_none_or(|only| only == value);
    let items = value.as_array().is_none_or(|all| {
        schema.get("items").is_none_or(|one| all.iter().all(|item| is_valid(root, one, item)))
    });
    has_type
        && is_listed
        && is_const
        && items
        && one_of("oneOf")
        && one_of("anyOf")
        && keys(root, schema, value)
}

fn keys(root: &Value, schema: &Value, value: &Value) -> bool {
    let Some(object) = value.as_object() else { return true };
    let needed = schema["required"]
        .as_array()
        .is_none_or(|names| names.iter().all(|name| object.contains_key(name.as_str().expect("a name"))));
    let closed = schema["additionalProperties"] == Value::Bool(false);
    let known = |(name, value): (&String, &Value)| match schema["properties"].get(name) {
        Some(property) => is_valid(root, property, value),
        None => !closed,
    };
    needed && object.iter().all(known)
}

/// TOML as a server of TOML hands it to a schema: dates are text.
fn toml(text: &str) -> Value {
    fn plain(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(day) => Value::String(day.to_string()),
            toml::Value::Array(list) => Value::Array(list.into_iter().map(plain).collect()),
            toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, plain(value))).collect(),
            other => serde_json::to_value(other).expect("a value"),
        }
    }
    plain(toml::Value::Table(text.parse().expect("TOML")))
}

#[test]
fn the_schemas_take_what_the_program_takes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let schema = json(&schema::text(What::Rules));
    for folder in ["rules", "tests/facts"] {
        for entry in fs::read_dir(root.join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                let value = toml(&fs::read_to_string(&path).expect("rules"));
                assert!(is_valid(&schema, &schema, &value), "{}", path.display());
            }
        }
    }
    assert!(!is_valid(&schema, &schema, &toml("[[fact]]\nid = 'a'\nsays = 'b'\nkind = 'cuont'\n")));
    assert!(!is_valid(
        &schema,
        &schema,
        &toml("[[fact]]\nid = 'a'\nsays = 'b'\nkind = 'count'\nsubjcet = 'c'\n")
    ));
    let config = json(&schema::text(What::Config));
    let own = fs::read_to_string(root.join("src/cli/project/factlint.toml")).expect("a configuration");
    assert!(is_valid(&config, &config, &toml(&own)));
    assert!(!is_valid(&config, &config, &toml("fail-on = 'eror'")));
    assert!(!is_valid(&config, &config, &toml("[checks]\nweekdya = 'off'")));
}

#[test]
fn a_report_is_as_its_schema_says() {
    let ran = workspace().run(&["check", "in", "--format", "json"]);
    let schema = json(&schema::text(What::Report));
    assert!(is_valid(&schema, &schema, &json(&ran.out)), "{}", ran.out);
}
