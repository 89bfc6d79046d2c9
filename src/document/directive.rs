//! What an author tells factlint, in a comment or in the front matter of an article.
//!
//! Read here and not judged: whether a name is known, a reason given or a day past is the work of
//! [`crate::lint`]. A comment that does not begin with the mark is nobody's business.

use crate::source::date;
use crate::span::Span;
use jiff::civil::Date;

/// What a comment begins with that is meant for factlint.
const MARK: &str = "factlint-";

/// What stands around the words of a comment: where it begins and where it ends.
const COMMENTS: &[(&str, &str)] = &[("<!--", "-->"), ("{/*", "*/}"), ("//", ""), ("..", "")];

/// Verbs as they are written; the longer ones first, for they begin like the short one.
const VERBS: &[(&str, Verb)] = &[
    ("ignore-start", Verb::Start),
    ("ignore-end", Verb::End),
    ("ignore-file", Verb::File),
    ("ignore", Verb::Ignore),
    ("as-of", Verb::AsOf),
];

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Findings in this line or the next block are silenced.
    Ignore,
    /// Findings from here on are silenced.
    Start,
    /// Up to here.
    End,
    /// Findings in the whole article are silenced.
    File,
    /// The article is judged at a day.
    AsOf,
    /// Nothing that is known.
    Unknown,
}

impl Verb {
    /// All verbs that are known, as they are written after the mark.
    pub fn names() -> impl Iterator<Item = &'static str> {
        VERBS.iter().map(|(name, _)| *name)
    }
}

/// What an author tells factlint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Its words, without the marks of the comment.
    pub span: Span,
    /// The whole comment.
    pub comment: Span,
    /// What is to be done.
    pub verb: Verb,
    /// The verb as it is written.
    pub written: String,
    /// What it is about: facts and checks with commas between them, or a day.
    pub what: String,
    /// Until when, as it is written.
    pub until: Option<String>,
    /// Why; empty where no reason is given.
    pub reason: String,
    /// The bytes of the text that it covers, for [`Verb::Ignore`] and [`Verb::File`].
    pub reach: Span,
}

impl Directive {
    /// The directive in the comment at `comment` of `text`, if it is one.
    pub fn parse(text: &str, comment: Span) -> Option<Directive> {
        let span = words(text, comment);
        let rest = span.of(text).strip_prefix(MARK)?;
        let (written, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        // "factlint-ignore: why" names nothing, and is still meant.
        let (written, rest) = written.split_once(':').map_or((written, rest), |(verb, _)| (verb, ""));
        let directive = Directive::new(written, span, comment);
        Some(if directive.verb == Verb::AsOf { directive.about(rest) } else { directive.saying(rest) })
    }

    /// A directive that says nothing yet.
    pub fn new(written: &str, span: Span, comment: Span) -> Directive {
        let verb = VERBS.iter().find(|(name, _)| *name == written).map_or(Verb::Unknown, |(_, verb)| *verb);
        Directive {
            span,
            comment,
            verb,
            written: written.to_owned(),
            what: String::new(),
            until: None,
            reason: String::new(),
            reach: Span::at(comment.end()),
        }
    }

    /// The same about `what`.
    pub fn about(mut self, what: &str) -> Directive {
        what.trim().clone_into(&mut self.what);
        self
    }

    /// The same with "league-clubs until 2027-01-01: a reason".
    fn saying(mut self, words: &str) -> Directive {
        let (what, reason) = words.split_once(':').unwrap_or((words, ""));
        self.reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some((what, until)) = what.split_once(" until ") else { return self.about(what) };
        self.until = Some(until.trim().to_owned());
        self.about(what)
    }

    /// The facts and checks it is about.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.what.split(',').map(str::trim).filter(|name| !name.is_empty())
    }
}

/// The day at which the first directive that names one wants the article judged.
pub fn as_of(directives: &[Directive]) -> Option<Date> {
    let days = directives.iter().filter(|directive| directive.verb == Verb::AsOf);
    days.filter_map(|directive| date::parse(&directive.what)).next()
}

/// The words of a comment, without its marks and the space around them.
fn words(text: &str, comment: Span) -> Span {
    let written = comment.of(text);
    let known = COMMENTS.iter().find(|(open, close)| {
        written.len() >= open.len() + close.len() && written.starts_with(open) && written.ends_with(close)
    });
    let (open, close) = known.map_or((0, 0), |(open, close)| (open.len(), close.len()));
    let inner = written.get(open..written.len() - close).unwrap_or_default();
    let start = comment.start() + open + (inner.len() - inner.trim_start().len());
    Span::new(start, start + inner.trim().len())
}

#[cfg(test)]
mod tests {
    use super::Directive;
    use super::Verb;
    use crate::span::Span;

    /// Checks the verb, what it is about, until when and why.
    #[track_caller]
    fn check(text: &str, expected: Option<(Verb, &str, Option<&str>, &str)>) {
        let found = Directive::parse(text, Span::new(0, text.len()));
        let found = found.as_ref().map(|d| (d.verb, d.what.as_str(), d.until.as_deref(), d.reason.as_str()));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn every_kind_of_comment_is_read() {
        let expected = Some((Verb::Ignore, "clubs", None, "as then"));
        check("<!-- factlint-ignore clubs: as then -->", expected);
        check("{/* factlint-ignore clubs: as then */}", expected);
        check("// factlint-ignore clubs: as then", expected);
        check(".. factlint-ignore clubs:\n   as then", expected);
    }

    #[test]
    fn a_directive_says_what_until_when_and_why() {
        check("<!--factlint-ignore-start a, b:c: d-->", Some((Verb::Start, "a, b", None, "c: d")));
        check("<!-- factlint-ignore-end a -->", Some((Verb::End, "a", None, "")));
        check(
            "<!-- factlint-ignore-file a until 2027-01-01: x -->",
            Some((Verb::File, "a", Some("2027-01-01"), "x")),
        );
        check("<!-- factlint-as-of 2023-02-01 -->", Some((Verb::AsOf, "2023-02-01", None, "")));
        check("<!-- factlint-ignor a: x -->", Some((Verb::Unknown, "a", None, "x")));
        check("<!-- factlint-ignore: x -->", Some((Verb::Ignore, "", None, "")));
        check("<!-- factlint-ignore -->", Some((Verb::Ignore, "", None, "")));
    }

    #[test]
    fn other_comments_are_nobodys_business() {
        check("<!-- see factlint-ignore -->", None);
        check("<!---->", None);
        check("<!-->", None);
        check("", None);
    }
}
