//! How fast hard sentences are checked: many cues, many claims, many insertions, many quotation marks.
//!
//! `cargo bench --bench context`. Each line is one sort of sentence, read at three lengths; the bytes in a
//! second must stay the same from one length to the next. The unit tests count the steps; this is the clock.

use divan::Bencher;
use divan::counter::BytesCount;
use factlint::config::Config;
use factlint::fact::RuleFile;
use factlint::fact::Rules;
use factlint::fact::load;
use factlint::lint::Linter;
use factlint::lint::Options;
use factlint::lint::checks::Checks;
use factlint::source::Article;
use jiff::civil::Date;
use jiff::civil::date;
use std::hint::black_box;

fn main() {
    divan::main();
}

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
value = 12
"#;

const TODAY: Date = date(2026, 3, 4);
/// How many bytes the texts have.
const LENGTHS: [usize; 3] = [20_000, 200_000, 2_000_000];
/// How many bytes of a part are put into one sentence.
const SENTENCE: usize = 3_500;

fn rules() -> Rules {
    load::texts(vec![RuleFile::new("league.toml", RULES.to_owned())]).rules
}

/// Checks a text of sentences in which `part` is repeated between the name of the league and its clubs.
fn check(bencher: Bencher<'_, '_>, part: &str, n_bytes: usize) {
    let sentence = format!("The Harbour League{} has 14 clubs. ", part.repeat(SENTENCE / part.len()));
    let text = sentence.repeat(n_bytes / sentence.len() + 1);
    let rules = rules();
    let config = Config::default();
    let options = Options {
        as_of: None,
        default_date: None,
        today: TODAY,
        show_suppressed: true,
        coverage: false,
        checks: Checks::default(),
    };
    let linter = Linter::new(&rules, &config, options);
    let article = Article { text, ..Article::default() };
    let bytes = BytesCount::new(article.text.len());
    bencher.counter(bytes).bench_local(|| black_box(linter.check(&article).len()));
}

#[divan::bench(args = LENGTHS, sample_count = 5)]
fn cues(bencher: Bencher<'_, '_>, n_bytes: usize) {
    check(bencher, " never denied that it may not", n_bytes);
}

#[divan::bench(args = LENGTHS, sample_count = 5)]
fn claims(bencher: Bencher<'_, '_>, n_bytes: usize) {
    check(bencher, " does not have 14 clubs, and the Harbour League", n_bytes);
}

#[divan::bench(args = LENGTHS, sample_count = 5)]
fn insertions(bencher: Bencher<'_, '_>, n_bytes: usize) {
    check(bencher, " (which is so) — he said —, which is not,", n_bytes);
}

#[divan::bench(args = LENGTHS, sample_count = 5)]
fn quotations(bencher: Bencher<'_, '_>, n_bytes: usize) {
    check(bencher, " “so ‘so", n_bytes);
}
