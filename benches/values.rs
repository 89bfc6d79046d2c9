//! How fast values are read.
//!
//! `FACTLINT_BENCH_TEXT=articles.jsonl cargo bench --bench values` reads a file of plain text, or of
//! JSON lines with a field `text`; without it a made-up article is read over and over. The first line
//! of the output is the reader of values alone, the second with sentences and words cut before it.

use divan::Bencher;
use divan::counter::BytesCount;
use factlint::document::Document;
use factlint::span::Span;
use factlint::token;
use factlint::token::Token;
use factlint::value::read;
use std::hint::black_box;

fn main() {
    divan::main();
}

/// A made-up article with about as many numbers as news has.
const ARTICLE: &str = "The harbour league has 14 member ports, up from 12 in 2019, its secretary said on \
Tuesday. Freight rose 3.4 percent to 1.2 million tonnes in the first quarter, while nearly a third of the \
ferries ran late. The new pier, which is about 240 metres (787 feet) long, will cost $35 million, or more \
than twice what the council had planned for it. At least 60 boats were damaged in the storm of 14 March, \
and repairs may last until autumn. \"We will not close a single berth,\" the mayor told reporters, adding \
that the town had weathered worse. Fishermen who work the outer banks say that the catch has been poor \
for years, and that few of their children want to go to sea at all.\n\n";

/// How many bytes of the made-up article are read at least.
const LEAST: usize = 1_000_000;

/// The articles to read.
fn articles() -> Vec<String> {
    let Some(path) = std::env::var_os("FACTLINT_BENCH_TEXT") else {
        return vec![ARTICLE.repeat(LEAST / ARTICLE.len() + 1)];
    };
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let field = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(value.get("text")?.as_str()?.to_owned())
    };
    let articles: Vec<String> = text.lines().filter_map(field).collect();
    if articles.is_empty() { vec![text] } else { articles }
}

fn bytes(articles: &[String]) -> BytesCount {
    BytesCount::new(articles.iter().map(String::len).sum::<usize>())
}

/// The tokens of each sentence, with the place of its article.
fn sentences(articles: &[String]) -> Vec<(usize, Vec<Token>)> {
    let of = |(at, text): (usize, &String)| {
        let document = Document::plain(text, None);
        let spans: Vec<Span> = document.sentences().iter().map(|sentence| sentence.span).collect();
        spans.into_iter().map(|span| (at, token::split(text, span))).collect::<Vec<_>>()
    };
    articles.iter().enumerate().flat_map(of).collect()
}

#[divan::bench(sample_count = 10)]
fn a_values(bencher: Bencher<'_, '_>) {
    let articles = articles();
    let sentences = sentences(&articles);
    bencher.counter(bytes(&articles)).bench_local(|| {
        let read = |(at, tokens): &(usize, Vec<Token>)| read::sentence(&articles[*at], tokens, None).len();
        black_box(sentences.iter().map(read).sum::<usize>())
    });
}

#[divan::bench(sample_count = 10)]
fn b_sentences_and_values(bencher: Bencher<'_, '_>) {
    let articles = articles();
    bencher.counter(bytes(&articles)).bench_local(|| {
        let read = |text: &String| {
            let document = Document::plain(text, None);
            let sentences = document.sentences().iter();
            sentences.map(|s| read::sentence(text, s.tokens(text), None).len()).sum::<usize>()
        };
        black_box(articles.iter().map(read).sum::<usize>())
    });
}
