//! Writes a page with everything that a page may hold, made by hand, for the test in a browser.
//!
//! Everything in it is invented. One article tries to be more than text wherever text can stand.

use factlint::code::Code;
use factlint::diagnostic::Card;
use factlint::diagnostic::Checkable;
use factlint::diagnostic::Diagnostic;
use factlint::diagnostic::Elsewhere;
use factlint::diagnostic::Label;
use factlint::diagnostic::Linted;
use factlint::diagnostic::Replacement;
use factlint::diagnostic::Sort;
use factlint::diagnostic::Standing;
use factlint::document::map::Field;
use factlint::report;
use factlint::report::Format;
use factlint::report::Run;
use factlint::report::Style;
use factlint::report::binder::Binder;
use factlint::report::summary::Summary;
use factlint::severity::Severity;
use factlint::source::Article;
use factlint::span::Span;
use std::path::Path;
use std::sync::Arc;

/// Words that try to leave wherever they are put.
const HOSTILE: &str = "\"><script>alert(1)</script>'<img src=x onerror=alert(1)><!-- --></style></title>\
                       <svg onload=alert(1)>&lt;b&gt;\u{202e}gnp\u{202c}\0\u{1}\u{1b}[31m\u{ffff}";

const BRIDGE: &str = "The Orla Bridge, which opened in 1931, is 1,194 metres long and carries eight lanes. “It \
                      is the longest on the coast,” said Mara Vale, the harbour master, who had earlier spoken \
                      of 1,200 metres.\r\n\r\nThe Harbour League has 14 clubs, “a dozen and more”, and its 31 \
                      teams met on 3 May. About 40 percent of the fares go to repairs; 12 clubs pay \u{20ac}3 \
                      million a year. That 14 may be a slip.\r\n";

fn main() {
    let run = Run { rules_hash: "5f2c".to_owned(), as_of: Some("2026-03-04".to_owned()), rules: Vec::new() };
    let style = Style { color: false, unicode: true, width: 80, links: false };
    let mut binder = Binder::new(Format::Html);
    print!("{}", report::begin(Format::Html, &run));
    for linted in [bridge(), plain(), unread(), hostile(), later()] {
        print!("{}", binder.add(report::article(Format::Html, &style, &run, &linted)));
    }
    let summary = Summary {
        articles: 4,
        facts: 3,
        errors: 5,
        warnings: 2,
        infos: 1,
        failed: 1,
        ignored: 1,
        ..Summary::default()
    };
    print!("{}", binder.end(&style, &summary));
}

fn article(path: &str, text: &str) -> Article {
    Article { path: path.into(), text: text.to_owned(), ..Article::default() }
}

/// The first place of `words` in `text`.
fn span(text: &str, words: &str) -> Span {
    text.find(words).map_or_else(Span::default, |start| Span::new(start, start + words.len()))
}

fn card(id: &str, says: &str, source: &str) -> Arc<Card> {
    Arc::new(Card {
        id: id.to_owned(),
        says: says.to_owned(),
        source: Some(source.to_owned()),
        path: "rules/harbour.toml".to_owned(),
        line: 12,
    })
}

fn clubs() -> Arc<Card> {
    card(
        "league-clubs",
        "The Harbour League has 12 clubs",
        "Rolls of the league, https://example.org/clubs?a=1&b=2, read on 2026-03-01",
    )
}

fn length() -> Arc<Card> {
    card("bridge-length", "The Orla Bridge is 1,149 metres long", "The harbour book, page 7")
}

fn found(severity: Severity, fact: Option<Arc<Card>>, span: Span, message: &str) -> Diagnostic {
    let code = if fact.is_some() { Code::Fact } else { Code::Arithmetic };
    let verdict = if fact.is_some() { "contradicts" } else { "none" };
    Diagnostic { fact, severity, verdict, ..Diagnostic::warning(code, span, message.to_owned()) }
}

/// Findings in the headline and the text, on the same words, inside one another and across one another.
fn bridge() -> Linted {
    let at = |words| span(BRIDGE, words);
    let title = "Harbour League of 14 clubs meets at the bridge";
    let headline = Diagnostic {
        field: Field::Title,
        ..found(
            Severity::Error,
            Some(clubs()),
            span(title, "14 clubs"),
            "the Harbour League has 12 clubs; this says 14",
        )
    };
    let long = Diagnostic {
        status: Some("attributed"),
        observed: Some("1,194 m".to_owned()),
        expected: Some("1,149 m".to_owned()),
        as_of: Some("2026-03-04".to_owned()),
        help: Some("two digits may have changed places".to_owned()),
        labels: vec![Label {
            span: at("said"),
            text: "said by somebody else (say.verb)".to_owned(),
            sentence: Span::default(),
        }],
        fix: Some(Replacement { span: at("1,194"), text: "1,149".to_owned(), is_safe: false }),
        ..found(
            Severity::Error,
            Some(length()),
            at("1,194 metres"),
            "the Orla Bridge is 1,149 metres long; this says 1,194 metres",
        )
    };
    let lanes = found(
        Severity::Warning,
        None,
        at("1,194 metres long and carries eight lanes"),
        "these numbers do not fit together",
    );
    let text = found(
        Severity::Error,
        Some(clubs()),
        at("14 clubs"),
        "the Harbour League has 12 clubs; this says 14",
    );
    let same = found(
        Severity::Info,
        None,
        at("14 clubs"),
        "the number is not that of the headline of the day before",
    );
    let slip = Diagnostic {
        suppressed: Some("quoting a speech".to_owned()),
        ..found(Severity::Info, Some(clubs()), span(BRIDGE, "That 14"), "this says 14 clubs again")
    };
    let article = Article {
        title: Some(title.to_owned()),
        date: "2026-03-04".parse().ok(),
        ..article("in/bridge.txt", BRIDGE)
    };
    Linted { article, findings: vec![headline, long, lanes, text, same, slip], checkables: checkables() }
}

fn checkables() -> Vec<Checkable> {
    let at = |words| span(BRIDGE, words);
    let covered = |fact, verdict| Standing::Covered { fact, verdict };
    let aside = |why: &str, cue| Standing::SetAside { fact: None, why: why.to_owned(), cue };
    let one = |sort, words, standing| Checkable { sort, field: Field::Text, span: at(words), standing };
    vec![
        one(Sort::Number, "1,194 metres long", covered(length(), "contradicts")),
        one(Sort::Date, "1931", Standing::Unvouched),
        one(Sort::Quotation, "“It is the longest on the coast,”", Standing::Unvouched),
        one(
            Sort::Title,
            "Mara Vale, the harbour master",
            covered(
                card("master", "Mara Vale has been harbour master since 2019", "The harbour book"),
                "agrees",
            ),
        ),
        one(Sort::Number, "1,200 metres", aside("said of an earlier time", Some(at("earlier")))),
        one(Sort::Number, "31 teams", Standing::Unvouched),
        one(Sort::Percent, "40 percent", Standing::Unvouched),
        one(Sort::Number, "12 clubs", covered(clubs(), "agrees")),
        one(Sort::Money, "\u{20ac}3 million", Standing::Unvouched),
    ]
}

fn plain() -> Linted {
    let text = "Nothing is wrong here.\n\nThe Harbour League has 12 clubs.\n";
    let standing = Standing::Covered { fact: clubs(), verdict: "agrees" };
    let covered =
        Checkable { sort: Sort::Number, field: Field::Text, span: span(text, "12 clubs"), standing };
    Linted { article: article("in/plain.md", text), findings: Vec::new(), checkables: vec![covered] }
}

fn unread() -> Linted {
    let finding = Diagnostic {
        severity: Severity::Error,
        help: Some("save it as UTF-8".to_owned()),
        ..Diagnostic::warning(
            Code::Encoding,
            Span::default(),
            "this file is in no encoding that can be read".to_owned(),
        )
    };
    Linted::new(article("in/unread.txt", ""), vec![finding])
}

fn hostile() -> Linted {
    let text = format!("{HOSTILE}\n14 clubs\n{HOSTILE}\n");
    let fact = card(HOSTILE, HOSTILE, &format!("javascript:alert(1) https://example.org/{HOSTILE}"));
    let finding = Diagnostic {
        help: Some(HOSTILE.to_owned()),
        observed: Some(HOSTILE.to_owned()),
        expected: Some(HOSTILE.to_owned()),
        labels: vec![Label { span: Span::new(0, 20), text: HOSTILE.to_owned(), sentence: Span::default() }],
        fix: Some(Replacement { span: Span::new(0, 20), text: HOSTILE.to_owned(), is_safe: true }),
        ..found(Severity::Warning, Some(fact), span(&text, "14 clubs"), HOSTILE)
    };
    let article =
        Article { id: Some(HOSTILE.to_owned()), title: Some(HOSTILE.to_owned()), ..article(HOSTILE, &text) };
    Linted::new(article, vec![finding])
}

/// An article that disagrees with one before it.
fn later() -> Linted {
    let text = "The bridge is 1,100 metres long.\n";
    let related = Elsewhere {
        path: Path::new("in/bridge.txt").to_path_buf(),
        article: None,
        field: Field::Text,
        line: 1,
        column: 43,
        words: "1,194 metres".to_owned(),
        sentence: "The Orla Bridge, which opened in 1931, is 1,194 metres long.".to_owned(),
    };
    let finding = Diagnostic {
        code: Code::Disagreement,
        related: vec![related],
        ..found(Severity::Error, None, span(text, "1,100 metres"), "an earlier article says 1,194 metres")
    };
    Linted::new(article("in/later.txt", text), vec![finding])
}
