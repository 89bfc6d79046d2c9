//! A sentence that says the opposite: its verb denied.

use crate::document::sentence::Sentence;
use crate::lint::mend::Words;
use crate::span::Span;
use crate::token::Token;

/// Verbs with what denies them; only those that stand right, whatever follows.
const DENIED: &[(&str, &str)] = &[
    ("is", "is not"),
    ("are", "are not"),
    ("was", "was not"),
    ("were", "were not"),
    ("will", "will not"),
    ("has", "does not have"),
    ("have", "do not have"),
    ("had", "did not have"),
];
/// How many words may stand between the verb and the claim.
const REACH: usize = 6;

/// The denied verb in the place of the nearest one before `claim`, in its own clause.
pub(crate) fn one(text: &str, sentence: &Sentence, claim: Span) -> Option<Words> {
    let tokens = sentence.tokens(text);
    let end = tokens.partition_point(|token| token.span.end() <= claim.start());
    let near = tokens.get(end.saturating_sub(REACH)..end)?;
    let is_end = |token: &&Token| token.is_any(text, &[",", ";", ":", "–", "—", "not", "never", "no"]);
    let verb = near.iter().rev().take_while(|token| !is_end(token));
    let mut denied = verb.filter_map(|token| {
        let written = token.span.of(text);
        let row = DENIED.iter().find(|(verb, _)| *verb == written)?;
        Some(Words { span: token.span, text: row.1.to_owned() })
    });
    denied.next().filter(|words| is_main(text, tokens, words.span))
}

/// Whether "has" and "had" are no auxiliaries: no participle stands behind them.
fn is_main(text: &str, tokens: &[Token], verb: Span) -> bool {
    let after = tokens.partition_point(|token| token.span.start() < verb.end());
    let next = tokens.get(after).map_or("", |token| token.span.of(text));
    let is_having = matches!(verb.of(text), "has" | "have" | "had");
    !(is_having && (next.ends_with("ed") || next.ends_with("en") || next == "not"))
}

#[cfg(test)]
mod tests {
    use super::one;
    use crate::document::Document;
    use crate::span::Span;

    #[track_caller]
    fn check(text: &str, claim: &str, expected: Option<&str>) {
        let document = Document::plain(text, None);
        let at = text.find(claim).expect("the claim");
        let words = one(text, &document.sentences()[0], Span::new(at, at + claim.len()));
        assert_eq!(words.map(|words| words.text).as_deref(), expected, "{text}");
    }

    #[test]
    fn the_verb_of_the_claim_is_denied() {
        check("The league has 12 clubs.", "12", Some("does not have"));
        check("Ana Brandt is the chair.", "the chair", Some("is not"));
        check("The league grew to 12 clubs.", "12", None);
        check("The league has added 12 clubs.", "12", None);
        check("It is not 12 but 14.", "12", None);
    }
}
