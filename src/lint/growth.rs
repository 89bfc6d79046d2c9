//! How the work on an article grows with it: in proportion, whatever stands in it.
//!
//! Counted in steps (see `effort`), not timed. Sentences are made worse by repeating what costs most; twice
//! the words may take hardly more than twice the steps, within one sentence and over many.

use crate::config;
use crate::config::Config;
use crate::document::Document;
use crate::effort;
use crate::fact::RuleFile;
use crate::fact::Rules;
use crate::fact::load;
use crate::lint::Linter;
use crate::lint::Options;
use crate::lint::checks::Checks;
use crate::lint::run::Crew;
use crate::lint::says;
use crate::lint::suggest;
use crate::source::Article;
use jiff::civil::date;

const RULES: &str = r#"
[[entity]]
id = "league"
names = ["Harbour League"]
[[fact]]
id = "league-clubs"
says = "The Harbour League has 12 clubs"
kind = "count"
subject = "league"
attribute = ["club"]
timeline = [{ value = 11, from = 2020-01-01 }, { value = 12, from = 2024-01-01 }]
[[fact]]
id = "league-pier"
says = "The pier of the Harbour League is 240 metres long"
kind = "measure"
subject = "league"
attribute = ["pier", "long"]
value = "240 metres"
[[fact]]
id = "league-stands"
says = "The stands of the Harbour League are open"
kind = "term"
subject = "league"
attribute = ["stand"]
value = "open"
rivals = ["closed", "shut"]
[[fact]]
id = "league-head"
says = "Tom Orla is president of the Harbour League"
kind = "role"
subject = "league"
title = ["president"]
value = "orla"
[[entity]]
id = "orla"
names = ["Tom Orla", "Orla"]
[[entity]]
id = "norland"
names = ["Norland"]
[[fact]]
id = "norland-clubs"
says = "Norland has 40 clubs"
kind = "count"
subject = "norland"
attribute = ["club"]
value = 40
"#;

fn rules() -> Rules {
    let loaded = load::texts(vec![RuleFile::new("a.toml", RULES.to_owned())]);
    assert_eq!(loaded.mistakes, []);
    loaded.rules
}

/// How many steps it takes to check `text`.
fn steps(rules: &Rules, text: String) -> usize {
    let config = Config::default();
    let article = Article { text, ..Article::default() };
    let linter = linter(rules, &config);
    effort::of(|| linter.check(&article))
}

fn linter<'r>(rules: &'r Rules, config: &'r Config) -> Linter<'r> {
    let today = date(2026, 3, 4);
    let options = Options {
        as_of: Some(today),
        default_date: None,
        today,
        show_suppressed: true,
        coverage: false,
        checks: Checks::default(),
    };
    Linter::new(rules, config, options)
}

/// What is repeated, between what stands before and behind it.
type Shape = (&'static str, &'static str, &'static str);

const SHAPES: &[Shape] = &[
    // Claims, with cues of every direction.
    ("It is said that", " the Harbour League does not have 14 clubs,", " and rests."),
    ("The Harbour League never denied it has", " not 14 clubs, not 15 clubs,", " said Orla."),
    ("Vale said the Harbour League has", " 14 clubs, he said, and", " later said he had misspoken."),
    ("If so,", " if the Harbour League has 14 clubs it may, could and will", " go."),
    ("Vale said", " the Harbour League has 14 clubs or 12 clubs;", " that was not so."),
    ("In 2019 the Harbour League had", " 14 clubs in 2021, 15 clubs in May 2022 and", " more."),
    ("The Harbour League has a", " pier that is 250 metres long, 300 metres in all,", " and rests."),
    // Claims that the next sentence takes back over and over.
    (
        "Vale said the Harbour League has 14 clubs, 15 clubs, 14 clubs, 15 clubs, 14 clubs, 15 clubs, 14 clubs. He",
        " later corrected the figure, misspoke and clarified that it is 12 clubs,",
        " he said.",
    ),
    // Cues and nothing else, around one claim.
    ("The Harbour League has 14 clubs", " not never no did not deny", "."),
    ("", "said that it denied that it ", "the Harbour League has 14 clubs."),
    // Names, terms and titles, each of somebody who may own what the others say.
    ("", " Norland, Tom Orla and the Harbour League,", " have 14 clubs."),
    ("The Harbour League and", " Norland and its 14 clubs and", " rest."),
    ("The stands of the Harbour League are", " not open and not closed and", " empty."),
    ("The Harbour League has", " open stands and closed stands and", " clubs."),
    // Insertions.
    ("The Harbour League", ", which is", ", has 14 clubs."),
    ("The Harbour League", " (so (it", " has 14 clubs."),
    ("The Harbour League", " — he said, she said,", " has 14 clubs."),
    ("The Harbour League", ",", " has 14 clubs."),
    ("", "- ", "the Harbour League has 14 clubs?"),
    // Quotations.
    ("", "\"a ", "the Harbour League has 14 clubs\"."),
    ("", "'a ", "the Harbour League has 14 clubs."),
    ("", " “the Harbour League has 14 clubs” and ‘the Harbour League has 15 clubs’,", " said Orla."),
];

/// Shapes in which each of many titles is held against all names of its clause: work that grows with the
/// square of a sentence, though not of an article, for no sentence is longer than so much.
const CROWDED: &[Shape] = &[
    ("The Harbour League is led by", " president Tom Orla and president Ana Vale and", " others."),
    ("Of the Harbour League", " president Orla is president and", " so on."),
];

fn shapes() -> impl Iterator<Item = Shape> {
    SHAPES.iter().chain(CROWDED).copied()
}

/// A sentence of about `n_bytes`.
fn sentence((before, part, after): Shape, n_bytes: usize) -> String {
    format!("{before}{}{after}", part.repeat((n_bytes / part.len()).max(1)))
}

/// Checks that of each shape the second text takes at most that much more than twice the steps of the first.
#[track_caller]
fn check_doubled(
    shapes: impl Iterator<Item = Shape>,
    texts: impl Fn(Shape) -> (String, String),
    percent: usize,
) {
    let rules = rules();
    let mut wrong = Vec::new();
    for shape in shapes {
        let (once, twice) = texts(shape);
        let (once, twice) = (steps(&rules, once), steps(&rules, twice));
        if twice * 100 > once * (200 + percent) {
            wrong.push((shape, once, twice));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_sentence_takes_time_in_proportion_to_its_length() {
    // No cue is looked for more than so many words away, so claims near the ends of a sentence are cheaper.
    check_doubled(SHAPES.iter().copied(), |shape| (sentence(shape, 1900), sentence(shape, 3800)), 15);
}

#[test]
fn so_does_an_article() {
    let article = |shape, n| vec![sentence(shape, 2000); n].join("\n\nSo it went. ");
    check_doubled(shapes(), |shape| (article(shape, 2), article(shape, 4)), 10);
}

#[test]
fn a_headline_is_no_dearer() {
    let shape = ("# Vale:", " the Harbour League has 14 clubs:", " report");
    let rules = rules();
    let of = |n_bytes| steps(&rules, sentence(shape, n_bytes));
    assert!(of(3800) * 10 <= of(1900) * 21);
}

#[test]
fn every_shape_is_worth_looking_at() {
    let rules = rules();
    let cheap = shapes().filter(|shape| steps(&rules, sentence(*shape, 3000)) < 10_000);
    assert_eq!(cheap.collect::<Vec<_>>(), Vec::<Shape>::new());
}

#[test]
fn no_byte_costs_more_than_so_much() {
    let rules = rules();
    let of = |shape: Shape| (steps(&rules, sentence(shape, 3800)) / 3800, shape);
    let dearest = shapes().map(of).max();
    assert!(dearest.is_some_and(|(steps, _)| steps < 500), "{dearest:?}");
}

/// Rules of `n` facts about as many entities.
fn many_facts(n: usize) -> String {
    let fact = |at: usize| {
        format!(
            "[[entity]]\nid = 'e{at}'\nnames = ['Norland{at}']\n[[fact]]\nid = 'f{at}'\n\
             says = 'Norland{at} has fourteen clubs'\nkind = 'count'\nsubject = 'e{at}'\nattribute = ['club']\nvalue = 14\n"
        )
    };
    (0..n).map(fact).collect()
}

#[test]
fn a_rule_file_takes_time_in_proportion_to_its_length() {
    let of = |n: usize| {
        effort::of(|| {
            let loaded = load::texts(vec![RuleFile::new("a.toml", many_facts(n))]);
            assert_eq!(loaded.mistakes, []);
            let config = Config::default();
            says::mistakes(&loaded.rules, || linter(&loaded.rules, &config))
        })
    };
    let (once, twice) = (of(200), of(400));
    assert!(once > 3_000 && twice * 10 <= once * 22, "{once} {twice}");
}

#[test]
fn many_facts_about_one_subject_are_gathered_once() {
    let fact = |at: usize| {
        format!(
            "[[fact]]\nid = 'f{at}'\nsays = 'Norland has fourteen clubs'\nkind = 'count'\nsubject = 'e'\n\
             attribute = ['club{at}']\nepithets = ['the deal of {at}']\nvalue = 14\n"
        )
    };
    let entity = "[[entity]]\nid = 'e'\nnames = ['Norland', 'Republic of Norland']\n";
    let of = |n: usize| {
        let text = [entity.to_owned(), (0..n).map(fact).collect()].concat();
        let loaded = load::texts(vec![RuleFile::new("a.toml", text)]);
        assert_eq!(loaded.mistakes, []);
        let config = Config::default();
        effort::of(|| linter(&loaded.rules, &config))
    };
    let (once, twice) = (of(200), of(400));
    assert!(once >= 200 && twice * 10 <= once * 22, "{once} {twice}");
}

#[test]
fn a_required_word_is_looked_for_once() {
    let text = RULES.replace("attribute = [\"club\"]", "attribute = [\"club\"]\nrequires = [\"zebra\"]");
    let loaded = load::texts(vec![RuleFile::new("a.toml", text)]);
    assert_eq!(loaded.mistakes, []);
    let of = |n: usize| steps(&loaded.rules, "The Harbour League has 14 clubs. ".repeat(n));
    let (once, twice) = (of(400), of(800));
    assert!(once > 10_000 && twice * 10 <= once * 21, "{once} {twice}");
}

#[test]
fn cues_of_a_users_own_are_no_way_around_it() {
    let phrases =
        ["so ..10 so ..10 so ..10 so ..10 no".to_owned(), format!("so {} no", "((so|)|(so|))".repeat(40))];
    let text = format!("[[cues]]\nid = 'own'\neffect = 'hedge'\nphrases = {phrases:?}\n");
    let loaded = config::load::text(RuleFile::new("factlint.toml", text));
    assert_eq!(loaded.mistakes, []);
    let rules = rules();
    let of = |n| {
        let text = format!("{}the Harbour League has 14 clubs.", "so ".repeat(n));
        effort::of(|| linter(&rules, &loaded.config).check(&Article { text, ..Article::default() }))
    };
    let (once, twice) = (of(400), of(800));
    assert!(once > 10_000 && twice * 10 < once * 21, "{once} {twice}");
}

#[test]
fn ten_thousand_nested_quotations_are_read() {
    let rules = rules();
    for (open, close) in [("“", "”"), ("\"", "\""), ("‘", "’"), ("“ ‘", "’ ”"), ("« ", " »")]
    {
        let nested =
            |n: usize| format!("{} The Harbour League has 14 clubs. {}", open.repeat(n), close.repeat(n));
        let (once, twice) = (steps(&rules, nested(10_000)), steps(&rules, nested(20_000)));
        assert!(twice * 10 <= once * 21 + 10_000, "{open}: {once} {twice}");
    }
}

/// How many steps it takes to draft facts from `text`, and how many are drafted.
fn drafting(text: &str) -> (usize, usize) {
    let config = Config::default();
    let article = Article { text: text.to_owned(), ..Article::default() };
    let mut n_drafts = 0;
    let steps = effort::of(|| {
        n_drafts = suggest::run(&config, &Crew::new(1), &article, ("a.txt", None)).n_drafts;
    });
    (steps, n_drafts)
}

/// Sentences of which each may be a fact: of one subject, of many, and the same one over and over.
const STATING: &[&str] = &[
    "The Harbour League has 1#1 club#s.",
    "The Quay#x Museum has 1#1 rooms.",
    "The Harbour League has 12 clubs.",
    "The Harbour League has 1#1 clubs.",
    "Visits to Quay#x rose 1#1%.",
    "Tom Quay#x, mayor of Port Quay#x, said he would stay for good.",
    "“We shall row across the wide harbour,” said Tom Quay#x.",
];

#[test]
fn drafts_take_steps_in_proportion_to_the_article() {
    let text = |shape: &str, n: usize| -> String {
        let letters = |at: usize| -> String {
            at.to_string().bytes().map(|digit| char::from(b'a' + (digit - b'0'))).collect()
        };
        let one = |at: usize| {
            let shape = shape.replace("1#1", &(100 + at).to_string());
            shape.replace("#s", &format!("{}s", letters(at))).replace("#x", &letters(at)) + "\n\n"
        };
        (0..n).map(one).collect()
    };
    for shape in STATING {
        let (once, twice) = (drafting(&text(shape, 60)), drafting(&text(shape, 120)));
        assert!(once.0 > 500 && twice.0 * 100 <= once.0 * 210, "{shape}: {once:?} {twice:?}");
    }
    assert!(drafting(&text(STATING[1], 60)).1 > 30);
}

#[test]
fn coverage_takes_steps_in_proportion_to_the_article() {
    let rules = rules();
    let config = Config::default();
    let of = |text: String| {
        let article = Article { text, ..Article::default() };
        let linter = linter(&rules, &config);
        let document = Document::of(&article, None, None);
        let judged = linter.judged(&document);
        effort::of(|| linter.checkables(&document, &judged))
    };
    for shape in shapes() {
        let article = |n| vec![sentence(shape, 1000); n].join("\n\nSo it went. ");
        let (once, twice) = (of(article(4)), of(article(8)));
        assert!(twice * 100 <= once * 210 + 1000, "{shape:?}: {once} {twice}");
    }
    let nested = |n: usize| of(format!("{} It has 14 clubs. It met. {}", "“ So. ".repeat(n), "”".repeat(n)));
    let (once, twice) = (nested(1000), nested(2000));
    assert!(twice * 100 <= once * 210, "{once} {twice}");
}
