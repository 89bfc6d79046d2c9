//! What the subject of a fact says of itself: "Harbour Foods reported a rise in sales", "according to the Tide Poll".
//!
//! A firm that reports its own sales, a league that lists its clubs and a poll that finds what the fact is of are no
//! third party: what is said so is the fact itself.

use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::scope::View;
use crate::context::word::Word;
use crate::token::Kind;

/// Verbs by which somebody tells figures of its own, with the figure for an object.
const REPORTING: &[&str] = &["reported", "reports", "reporting", "lists", "listed", "listing"];
/// Nouns for what is only there to be read.
const MOUTHPIECES: &[&str] =
    &["poll", "survey", "census", "index", "barometer", "register", "yearbook", "almanac"];

/// Whether a speech verb has the subject of the fact for its speaker, which says it of itself.
pub fn is_own(view: &View<'_>, hit: &Hit) -> bool {
    let Some(subject) = view.site.subject else { return false };
    let words = view.outline.words_of(subject);
    let speaks = words.end == hit.first;
    let is_behind = words.start >= hit.end && words.start <= hit.end + 1;
    let is_cited = is_behind && (hit.end..words.start).all(|at| view.is(at, Class::Determiner));
    let last = view.slice(subject).rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is_mouthpiece = MOUTHPIECES.contains(&last.as_str());
    is_mouthpiece && (speaks || is_cited) || speaks && is_report(view, hit)
}

/// "reported a rise", "lists 33 clubs": not "reported that".
fn is_report(view: &View<'_>, hit: &Hit) -> bool {
    let verb = view.outline.span_of(hit.first..hit.end);
    let is_figure = |word: &Word| {
        let opens = view.lexicon.is(*word, Class::Determiner) && !view.lexicon.is_any(*word, &["that"]);
        opens || view.lexicon.is(*word, Class::Number) || word.kind == Kind::Number
    };
    let is_figure = view.outline.words.get(hit.end).is_some_and(is_figure);
    is_figure && REPORTING.contains(&view.slice(verb).to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use crate::context;
    use crate::context::Site;
    use crate::context::Source;
    use crate::context::lexicon::Lexicon;
    use crate::document::Document;
    use crate::fact::Nature;
    use crate::span::Span;

    #[track_caller]
    fn check(expected: Source, subject: &str, value: &str, texts: &[&str]) {
        for text in texts {
            let document = Document::titled(text, "It met.", None);
            let find = |words: &str| {
                let at = document.text.find(words).expect("the words are there");
                Span::new(at, at + words.len())
            };
            let (claim, nature) = (find(value), Nature::State);
            let subject = Some(find(subject));
            let site =
                Site { claim, subject, deed: None, form: None, nature, truths: &[], rivals: &[], dates: &[] };
            assert_eq!(context::read(Lexicon::built_in(), &document, &site).source, expected, "{text}");
        }
    }

    #[test]
    fn what_a_subject_tells_of_itself_is_said_by_nobody_else() {
        let own =
            ["Tide Foods reported a rise of 15 percent", "Tide Foods lists 15 shops", "Tide Foods: 15 shops"];
        check(Source::Author, "Tide Foods", "15", &own);
        let polls = [
            "Support is at 15 percent, according to the Tide Poll",
            "The Tide Poll put support at 15 percent",
        ];
        check(Source::Author, "Tide Poll", "15", &polls);
    }

    #[test]
    fn what_others_say_of_it_is_said_by_them() {
        let said = [
            "Vale reported a rise of 15 percent at Tide Foods",
            "Tide Foods reported that it has 15 shops",
            "Vale: Tide Foods has 15 shops",
            "Tide Foods: We have 15 shops",
        ];
        check(Source::Neutral, "Tide Foods", "15", &said);
    }
}
