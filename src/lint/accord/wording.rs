//! What the reader is told of two places that do not agree.

use crate::claim::quote::utterance::Utterance;
use crate::claim::quote::word::Word;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Elsewhere;
use crate::document::Document;
use crate::lint::accord;
use crate::lint::accord::Noted;
use crate::lint::accord::Spoken;
use crate::lint::checks::Check;
use crate::lint::slips;
use crate::report::place::Places;
use crate::span::Span;
use crate::verdict::accord::Statement;
use crate::verdict::accord::Topic;

/// What a finding of two places is called among verdicts.
const VERDICT: &str = "disagrees";

/// A statement with what would be told of it.
pub(super) fn noted(document: &Document<'_>, places: &Places<'_>, statement: Statement) -> Noted {
    let Statement { topic, said, span, subject } = statement;
    let name = subject.map_or(String::new(), |subject| accord::shown(document.slice(subject)));
    let finding = Diagnostic {
        verdict: VERDICT,
        help: Some("one of the two places is wrong: look up which, or make clear that they speak of different things".to_owned()),
        ..slips::blank(document, Check::Disagreement.code(), span)
    };
    Noted { at: elsewhere(document, places, span), finding, topic, said, name }
}

/// Words in somebody's mouth with what would be told of them.
pub(super) fn spoken(document: &Document<'_>, places: &Places<'_>, utterance: Utterance) -> Spoken {
    let Utterance { speaker, words, span } = utterance;
    let finding = Diagnostic {
        verdict: VERDICT,
        help: Some(
            "quotation marks promise the very words: look up what was said, and print it in both".to_owned(),
        ),
        ..slips::blank(document, Check::QuoteDrift.code(), span)
    };
    let stands = words.iter().map(|word| document.place(word.span).span).collect();
    let from_start = |word: Word| Word {
        span: Span::new(word.span.start() - span.start(), word.span.end() - span.start()),
        ..word
    };
    Spoken {
        speaker,
        places: stands,
        words: words.into_iter().map(from_start).collect(),
        text: document.slice(span).to_owned(),
        at: elsewhere(document, places, span),
        finding,
    }
}

fn elsewhere(document: &Document<'_>, places: &Places<'_>, span: Span) -> Elsewhere {
    let place = document.place(span);
    let position = places.of(place.field).position(place.span.start());
    let sentence = document.sentences().get(document.sentence_at(span.start())).map_or(span, |s| s.span);
    Elsewhere {
        path: places.article.path.clone(),
        article: places.article.id.clone(),
        field: place.field,
        line: position.line,
        column: position.column,
        words: accord::shown(document.slice(span)),
        sentence: accord::shown(document.slice(sentence)),
    }
}

/// What two statements say of the same; `name` is what the fact says, or what the article calls its subject.
pub(super) fn disagreement(topic: &Topic, name: &str, here: &str, there: &str) -> String {
    match topic {
        Topic::Watched(_) => format!("{name}; this says “{here}”, another place “{there}”"),
        Topic::Figure(about) => {
            let attribute = about.attribute.strip_prefix("has ").unwrap_or(&about.attribute);
            format!("{name} ({attribute}): “{here}” here, “{there}” in another article")
        }
    }
}

/// How one speaker's words differ.
pub(super) fn drift(here: &str, there: &str) -> String {
    format!("the same speaker's words differ: “{here}” here, “{there}” in another article")
}
