//! What holds for every article, tried on many made at random.

use crate::engine;
use crate::fix;
use crate::workspace::Workspace;
use crate::wrappings;
use factlint::lint::Linter;
use factlint::source::Article;
use factlint::source::Format;
use proptest::prelude::Just;
use proptest::prelude::any;
use proptest::prelude::prop_oneof;
use proptest::prelude::proptest;
use proptest::sample::select;
use proptest::strategy::Strategy;
use proptest::test_runner::Config;
use std::sync::LazyLock;

static LINTER: LazyLock<Linter<'static>> = LazyLock::new(|| engine::linter(wrappings::RULES));
static FIXING: LazyLock<Linter<'static>> = LazyLock::new(|| engine::linter(fix::RULES));

const FORMATS: &[Format] = &[Format::Text, Format::Markdown, Format::Html, Format::Rst, Format::AsciiDoc];
/// Sentences of no fact.
const NEUTRAL: &[&str] = &[
    "The ferry left the café at noon.",
    "It had rained for days, and the “old” harbour was full.",
    "Nobody knew where the dog had gone.",
];
/// Sentences with a value that has a fix.
const MENDABLE: &[&str] = &[
    "The Harbour League has 30 clubs.",
    "The thirty-club Harbour League met.",
    "Ticket sales of the Harbour League rose 259%.",
    "The Harbour League plays on floodlit fields.",
    "Harbour League secretary general Ana Lee spoke.",
    "“The Harbour League has 30 clubs,” she said.",
];
/// Pieces of markup, of every format.
const PIECES: &[&str] = &[
    "**", "*", "_", "`", "``", "[", "](", ")", "<b>", "</b>", "<!-- ", " -->", "{/*", "*/}", "&#45;",
    "&nbsp;", "\n", "\n\n", "\n> ", "\n- ", "\n  ", "| ", "\n|---|\n", "\n.. ", "::", "\n\n   ", "\n====\n",
    "\n----\n", "\n____\n", "+", "#", "footnote:[", "]", "{nbsp}", "https://a.b/30", "---\n", "title: ",
    "factlint-ignore count: x", "factlint-as-of 2023-02-01", "<p>", "<td>", "<blockquote>", "“", "”", "\"",
    "\u{ad}", "\u{202e}", "\u{1b}[31m", "e\u{301}", "😀", "ﬁ", "３１",
];

fn config(cases: u32) -> Config {
    Config { cases, ..Config::default() }
}

/// The sentences of the facts, without their marks.
fn wrong() -> Vec<String> {
    wrappings::SENTENCES.iter().map(|(_, sentence)| sentence.replace(['«', '»', '|'], "")).collect()
}

/// Text with wrong sentences, neutral ones and markup in any order.
fn text(sentences: Vec<String>) -> impl Strategy<Value = String> {
    let neutral = NEUTRAL.iter().map(|sentence| (*sentence).to_owned()).collect::<Vec<_>>();
    let piece = prop_oneof![
        3 => select(sentences),
        2 => select(neutral),
        4 => select(PIECES).prop_map(str::to_owned),
        2 => Just(" ".to_owned()),
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

fn article(format: Format, text: &str) -> Article {
    Article { path: "in/a".into(), text: text.to_owned(), format, is_verbatim: true, ..Article::default() }
}

fn keys(text: &str) -> Vec<(String, String)> {
    let article = article(Format::Text, text);
    LINTER.check(&article).iter().map(|finding| engine::key(&article, finding)).collect()
}

/// A text with its characters written in other ways that look the same; one number decides a character.
fn disguised(text: &str, choices: &[u8]) -> String {
    let mut disguised = String::new();
    let choices = choices.iter().copied().chain(std::iter::repeat(0));
    for (c, choice) in text.chars().zip(choices) {
        match (c, choice) {
            (' ', 1) => disguised.push('\u{a0}'),
            (' ', 2) => disguised.push('\u{2009}'),
            (' ', 3) => disguised.push_str("  "),
            ('-', 1) => disguised.push('\u{2011}'),
            ('-', 2) => disguised.push('\u{2010}'),
            ('\n', 1..4) => disguised.push_str("\r\n"),
            ('é', 1..4) => disguised.push_str("e\u{301}"),
            ('0'..='9' | 'a'..='z' | 'A'..='Z', 1) => disguised.extend(char::from_u32(u32::from(c) + 0xFEE0)),
            ('a'..='z', 2) => disguised.extend([c, '\u{ad}']),
            ('a'..='z', 3) => disguised.extend([c, '\u{200b}']),
            _ => disguised.push(c),
        }
    }
    disguised.replace("fi", "ﬁ")
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn spans_lie_in_the_article_and_every_format_is_written(
        text in text(wrong()),
        format in select(FORMATS),
        width in 1..=400_usize,
    ) {
        engine::check_sound(&LINTER, &article(format, &text), width);
    }

    #[test]
    fn what_looks_the_same_is_found_the_same(
        sentence in select(wrong()),
        before in select(NEUTRAL),
        choices in proptest::collection::vec(0_u8..8, 0..200),
    ) {
        let text = format!("{before}\n\n{sentence}\n");
        assert_eq!(keys(&disguised(&text, &choices)), keys(&text));
    }

    #[test]
    fn another_paragraph_takes_no_finding_away(
        text in text(wrong()),
        other in select(NEUTRAL),
        format in select(FORMATS),
    ) {
        // An open code block or quotation would swallow what follows it, so the paragraph goes first.
        let one = article(format, &text);
        let paragraph = if format == Format::Html { format!("<p>{other}</p>\n") } else { format!("{other}\n\n") };
        let is_front_matter = format != Format::Html && text.starts_with(['-', '+', ':', ' ']);
        let both = article(format, &format!("{paragraph}{text}"));
        let found: Vec<_> = LINTER.check(&both).iter().map(|finding| engine::key(&both, finding)).collect();
        for finding in LINTER.check(&one).iter().filter(|_| !is_front_matter) {
            let key = engine::key(&one, finding);
            assert!(found.contains(&key), "{key:?} is not among {found:?} of {:?}", both.text);
        }
    }

    #[test]
    fn fixes_help_and_a_second_time_changes_nothing(
        text in text(MENDABLE.iter().map(|sentence| (*sentence).to_owned()).collect()),
        format in select(FORMATS),
    ) {
        engine::check_mended(&FIXING, &article(format, &text));
    }
}

#[test]
fn threads_change_nothing_in_any_order() {
    let texts = wrong();
    let workspace = Workspace::empty();
    workspace.write("rules/a.toml", wrappings::RULES);
    let mut names: Vec<String> = Vec::new();
    for n in 0..24 {
        let name = format!("in/{n:02}.md");
        workspace.write(&name, format!("{}\n\n{}\n", texts[n % texts.len()], NEUTRAL[n % NEUTRAL.len()]));
        names.push(name);
    }
    for shift in [0, 7, 13] {
        names.rotate_left(shift);
        let run = |jobs: &str| {
            let mut args = vec!["check", jobs, "--format", "jsonl"];
            args.extend(names.iter().map(String::as_str));
            workspace.run(&args)
        };
        let (one, many) = (run("-j1"), run("-j8"));
        assert!(one.code == 1 && one.out.lines().count() >= 24, "{}", one.out);
        assert_eq!((one.code, one.out), (many.code, many.out));
    }
}
