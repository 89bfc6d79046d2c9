//! What an article states that could be checked, and who vouches for each of it.
//!
//! `stated.rs` finds the words without asking any fact, `standing.rs` asks which fact was held against them,
//! and [`silenced`] takes back what somebody told to ignore. Words inside a quotation that a fact was held
//! against are that quotation's, and count once.

pub mod silenced;
mod standing;
pub(crate) mod stated;

use crate::claim::Observed;
use crate::diagnostic::Checkable;
use crate::diagnostic::Sort;
use crate::diagnostic::Standing;
use crate::document::Document;
use crate::lint::Judged;
use crate::lint::Linter;
use crate::lint::coverage::standing::Claims;
use crate::lint::coverage::stated::Stated;
use crate::span::Span;

impl Linter<'_> {
    /// What an article states that could be checked, in order.
    pub(crate) fn checkables(&self, document: &Document<'_>, judged: &[Judged]) -> Vec<Checkable> {
        let claims = Claims::new(self, document, judged);
        let mut covered = 0;
        let mut found = Vec::new();
        for stated in stated::all(document, terms(judged)) {
            // Quotations stand before what is in them.
            if stated.span.start() < covered {
                continue;
            }
            let standing = claims.standing(&stated);
            if stated.sort == Sort::Quotation && matches!(standing, Standing::Covered { .. }) {
                covered = stated.span.end();
            }
            found.extend(at_its_place(document, &stated, standing));
        }
        found
    }
}

/// The words that facts of the kind `term` decide.
fn terms(judged: &[Judged]) -> impl Iterator<Item = Span> {
    let terms = judged.iter().filter(|one| matches!(one.claim.observed, Observed::Term(_)));
    terms.map(|one| one.claim.span)
}

/// The words where they stand in the article; words that markup put there stand nowhere.
fn at_its_place(document: &Document<'_>, stated: &Stated, standing: Standing) -> Option<Checkable> {
    let place = document.place(stated.span);
    let standing = match standing {
        Standing::SetAside { fact, why, cue } => {
            let cue = cue.map(|cue| document.place(cue)).filter(|cue| cue.field == place.field);
            Standing::SetAside { fact, why, cue: cue.map(|cue| cue.span) }
        }
        other => other,
    };
    let checkable = Checkable { sort: stated.sort, field: place.field, span: place.span, standing };
    (!place.span.is_empty()).then_some(checkable)
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::diagnostic::Standing;
    use crate::fact::trial;
    use crate::lint::Linter;
    use crate::lint::Options;
    use crate::source::Article;

    const RULES: &str = r#"
        [[entity]]
        id = "league"
        names = ["Harbour League"]
        epithets = ["league"]

        [[entity]]
        id = "vale"
        names = ["Ana Vale", "Vale"]

        [[fact]]
        id = "clubs"
        says = "The Harbour League has 12 clubs"
        kind = "count"
        subject = "league"
        attribute = ["club"]
        timeline = [
            { value = 10, from = 2020-01-01 },
            { value = 12, from = 2024-01-01 },
        ]

        [[fact]]
        id = "chair"
        says = "Ana Vale chairs the Harbour League"
        kind = "role"
        subject = "league"
        title = ["chair"]
        value = "Ana Vale"

        [[fact]]
        id = "toll"
        says = "Vale said what she said"
        kind = "quote"
        speaker = "vale"
        value = "We pay 40 crowns for every boat in the harbour"

        [[fact]]
        id = "state"
        says = "The Harbour League keeps an open basin"
        kind = "term"
        subject = "league"
        attribute = ["basin"]
        value = "open"
        rivals = ["closed"]
    "#;

    /// Checks each of the words with its sort and who vouches for it, what is set aside with the reason.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let loaded = trial::load(&[RULES]);
        assert_eq!(trial::mistakes(&loaded), []);
        let options = Options { coverage: true, ..Options::undated() };
        let config = Config::default();
        let linter = Linter::new(&loaded.rules, &config, options);
        let article = Article { text: text.to_owned(), ..Article::default() };
        let found = linter.read(&article).checkables;
        let told: Vec<(&str, &str, String)> = found
            .iter()
            .map(|one| {
                let standing = match &one.standing {
                    Standing::Covered { fact, verdict } => format!("{} {verdict}", fact.id),
                    Standing::SetAside { why, .. } => why.clone(),
                    Standing::Unvouched => String::new(),
                };
                (one.sort.name(), one.span.of(text), standing)
            })
            .collect();
        let told: Vec<(&str, &str, &str)> =
            told.iter().map(|(sort, words, standing)| (*sort, *words, standing.as_str())).collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn a_fact_vouches_or_nobody_does() {
        check(
            "The Harbour League has 12 clubs and 40 boats.",
            &[("number", "12", "clubs agrees"), ("number", "40", "")],
        );
        check("The Harbour League has 14 clubs.", &[("number", "14", "clubs contradicts")]);
        check("The toll rose 4% to $3 million.", &[("percent", "4%", ""), ("money", "$3 million", "")]);
    }

    #[test]
    fn what_is_not_asserted_is_set_aside() {
        check(
            "Vale said the Harbour League has 14 clubs. She had misspoken.",
            &[("number", "14", "taken back here")],
        );
        check(
            "In all, 4 Harbour League clubs stayed away.",
            &[("number", "4", "speaks of a part of the whole")],
        );
        check(
            "In 2022 the Harbour League had 10 clubs.",
            &[("date", "2022", ""), ("number", "10", "clubs agreed-then")],
        );
        check(
            "In 1960 the Harbour League had 7 clubs.",
            &[("date", "1960", ""), ("number", "7", "the fact says nothing of that time")],
        );
    }

    #[test]
    fn numbers_that_are_no_amounts_are_set_aside() {
        check("The Boeing 737 landed.", &[("number", "737", "no amount, as in names and addresses")]);
        check(
            "Several boats met at 8 a.m.",
            &[("number", "Several", "too vague to be held to a number"), ("date", "8 a.m.", "a time of day")],
        );
        check("It was the first boat.", &[("number", "first", "a rank, not an amount")]);
    }

    #[test]
    fn the_day_of_the_article_is_its_own() {
        check(
            "Published 4 March 2026\n\nThe boat came on 2 March 2026.",
            &[("date", "4 March 2026", "the article's own date"), ("date", "2 March 2026", "")],
        );
    }

    #[test]
    fn titles_go_with_names() {
        check("Harbour League chair Ana Vale left.", &[("title", "chair Ana Vale", "chair agrees")]);
        check("Harbour League chair Leo Quay left.", &[("title", "chair Leo Quay", "chair contradicts")]);
        check("The mayor, Otto Brandt, left.", &[("title", "mayor, Otto Brandt", "")]);
    }

    #[test]
    fn a_word_that_a_fact_decides_is_told_too() {
        check("The Harbour League keeps an open basin.", &[("term", "open", "state agrees")]);
        check(
            "The Harbour League keeps a “closed” basin.",
            &[
                ("quotation", "closed", "too short to be held to anybody's words"),
                ("term", "closed", "state contradicts"),
            ],
        );
    }

    #[test]
    fn a_quotation_counts_once() {
        check(
            "“We pay 40 crowns for every boat,” Vale said.",
            &[("quotation", "We pay 40 crowns for every boat,", "toll agrees")],
        );
        check(
            "“We want 50 crowns for the bridge,” Quay said.",
            &[("quotation", "We want 50 crowns for the bridge,", ""), ("number", "50", "")],
        );
        check(
            "It was “a bargain”.",
            &[("quotation", "a bargain", "too short to be held to anybody's words")],
        );
    }
}
