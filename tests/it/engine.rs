//! The engine with the rules of the tests, and what must hold for every article it reads.

use factlint::config::Config;
use factlint::diagnostic::Diagnostic;
use factlint::diagnostic::Linted;
use factlint::document::map::Field;
use factlint::fact::RuleFile;
use factlint::fact::load;
use factlint::lint::Linter;
use factlint::lint::Options;
use factlint::lint::checks::Checks;
use factlint::report;
use factlint::report::Format;
use factlint::report::Run;
use factlint::report::Style;
use factlint::source::Article;
use factlint::span::Span;
use jiff::civil::date;

/// An engine with these rules; they stay in memory as long as the tests run.
pub fn linter(rules: &str) -> Linter<'static> {
    let file = RuleFile::new("a.toml", rules.to_owned());
    let loaded = load::texts(vec![file]);
    assert!(loaded.mistakes.is_empty(), "{:?}", loaded.mistakes);
    let day = date(2026, 3, 4);
    let options = Options {
        as_of: Some(day),
        default_date: None,
        today: day,
        show_suppressed: false,
        coverage: false,
        checks: Checks::default(),
    };
    Linter::new(Box::leak(Box::new(loaded.rules)), Box::leak(Box::new(Config::default())), options)
}

/// What a finding is known by wherever it stands: its fact or else its check, and its words as a reader sees them.
pub fn key(article: &Article, finding: &Diagnostic) -> (String, String) {
    let fact = finding.fact.as_ref().map_or(finding.code.name(), |card| &card.id);
    (fact.to_owned(), plain(words(article, finding.field, finding.span)))
}

/// Words as a reader sees them: without what cannot be seen, and with plain letters.
pub fn plain(words: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let seen =
        words.nfkc().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{200d}' | '\u{2060}' | '\u{feff}'));
    let letters = seen.map(|c| match c {
        '\u{2010}' | '\u{2011}' => '-',
        '“' | '”' => '"',
        other => other,
    });
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words at a span, which must lie on whole characters of its field.
pub fn words(article: &Article, field: Field, span: Span) -> &str {
    let text = match field {
        Field::Title => article.title.as_deref().unwrap_or_default(),
        Field::Text => &article.text,
    };
    let words = text.get(span.start()..span.end());
    assert!(words.is_some(), "{span:?} does not lie in {text:?}");
    words.unwrap_or_default()
}

/// Checks what must hold for every article: spans lie in it, and every format can be written.
pub fn check_sound(linter: &Linter<'_>, article: &Article, width: usize) {
    let findings = linter.check(article);
    for finding in &findings {
        words(article, finding.field, finding.span);
        words(article, finding.field, finding.sentence);
        for label in &finding.labels {
            words(article, finding.field, label.span);
            words(article, finding.field, label.sentence);
        }
        if let Some(fix) = &finding.fix {
            words(article, finding.field, fix.span);
        }
    }
    check_written(&Linted::new(article.clone(), findings), width);
    let view = linter.extract(article);
    for sentence in &view.sentences {
        words(article, Field::Text, *sentence);
    }
    for value in &view.values {
        words(article, Field::Text, value.span);
    }
}

/// Checks that findings can be written in every format, and that machines can read them.
pub fn check_written(linted: &Linted, width: usize) {
    let run = Run::default();
    for format in Format::ALL {
        for (color, unicode) in [(false, true), (true, false)] {
            let style = Style { color, unicode, width, links: color };
            let text = report::article(*format, &style, &run, linted).text;
            if *format == Format::Jsonl {
                let lines = text.lines().map(serde_json::from_str::<serde_json::Value>);
                assert!(lines.into_iter().all(|line| line.is_ok()), "{text}");
            }
            // A machine may want to be told of articles that are as they should be, too.
            let is_told = !linted.findings.is_empty() || !format.is_human() && *format != Format::Jsonl;
            assert!(is_told || text.is_empty(), "{format:?}");
            assert!(linted.findings.is_empty() || !text.is_empty(), "{format:?}");
        }
    }
}

/// Checks what must hold for the fixes of an article: fewer findings and no new one, and no second time.
pub fn check_mended(linter: &Linter<'_>, article: &Article) {
    use factlint::lint::mend::apply::Allow;
    let Some(mended) = linter.mend(article, Allow::All) else { return };
    let mut before: Vec<_> = linter.check(article).iter().map(|finding| key(article, finding)).collect();
    let after = linter.check(&mended.article);
    assert!(after.len() + mended.n_fixed <= before.len(), "{article:?} became {mended:?}");
    for finding in &after {
        let key = key(&mended.article, finding);
        let at = before.iter().position(|other| *other == key);
        assert!(at.is_some(), "{key:?} is new in {mended:?}");
        at.map(|at| before.swap_remove(at));
    }
    assert!(linter.mend(&mended.article, Allow::All).is_none(), "{mended:?} can be mended again");
}
