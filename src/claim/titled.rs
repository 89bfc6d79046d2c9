//! Who is called by which title, without any rule: "CEO Ana Brandt", "Ana Brandt, mayor of Quay".
//!
//! A title is a word of [`titles`] with the words that go on with it; a name is one or more words with
//! capitals right beside it. Headlines are left out, for there every word has a capital.

use crate::claim::role::opener::is_opening_word;
use crate::claim::role::person::is_of_title;
use crate::claim::titles;
use crate::document::Document;
use crate::document::block::Role;
use crate::document::sentence::Sentence;
use crate::span::Span;
use crate::token::Kind;
use crate::token::Token;
use crate::value::date::words::is_full_name;
use std::ops::Range;

/// A person with an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Titled {
    /// What the person is called by: "chief executive".
    pub title: Span,
    /// The name.
    pub name: Span,
}

impl Titled {
    /// Title and name, with what stands between them.
    pub fn span(&self) -> Span {
        self.title.join(self.name)
    }
}

/// Words that go on with a title and are none: "prime minister", "chief financial officer".
const WITHIN: &[&str] = &[
    "prime", "vice", "managing", "financial", "operating", "technology", "foreign", "finance", "interior",
    "defence", "defense", "executive", "research", "-",
];
/// How many words a name may have.
const LONGEST: usize = 4;
/// How many words may stand between a name and the title behind it: "Ana Brandt, the club's new owner".
const APART: usize = 5;
/// Words that have no capital in a headline either, beside those of two letters.
const SMALL: &[&str] = &["and", "but", "for", "from", "nor", "over", "the", "with"];

/// Words with a capital that make a thing of a title, or are a thing: "Executive Order", "Election Day, the president".
/// They are in the order of their letters.
const THINGS: &[&str] = &[
    "Accord", "Act", "Administration", "Agency", "Agreement", "Assembly", "Award", "Bank", "Bill", "Board",
    "Branch", "Bureau", "Center", "Centre", "Code", "Committee", "Council", "Counsel", "Court", "Day",
    "Department", "District", "Election", "Electric", "Fund", "Hospital", "House", "Institute", "Law",
    "Mills", "Motors", "Office", "Order", "Orders", "Party", "Plan", "Proclamation", "Program", "Purpose",
    "Report", "School", "Services", "Session", "Staff", "Summit", "Team", "Treaty", "University",
];

/// A sentence as words.
#[derive(Clone, Copy)]
struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

/// The persons with an office in an article, in order.
pub fn all(document: &Document<'_>) -> Vec<Titled> {
    let is_heading =
        |sentence: &&Sentence| matches!(document.blocks[sentence.block].role, Role::Title | Role::Heading);
    let sentences = document.sentences().iter().filter(|sentence| !is_heading(sentence));
    sentences.flat_map(|sentence| in_sentence(document, sentence)).collect()
}

fn in_sentence(document: &Document<'_>, sentence: &Sentence) -> Vec<Titled> {
    let text = &*document.text;
    let words = Words { text, tokens: sentence.tokens(text) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.tokens.len() {
        let Some(title) = words.title(at) else {
            at += 1;
            continue;
        };
        at = title.end;
        found.extend(words.titled(title).filter(|_| !words.is_headline()));
    }
    found
}

impl Words<'_> {
    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(self.text, word))
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn span(&self, range: &Range<usize>) -> Option<Span> {
        let last = range.end.checked_sub(1)?;
        Some(self.tokens.get(range.start)?.span.join(self.tokens.get(last)?.span))
    }

    fn is_headline(&self) -> bool {
        let is_small = |token: &Token| token.span.len() <= 2 || token.is_any(self.text, SMALL);
        let mut telling = self.tokens.iter().filter(|token| token.kind == Kind::Word && !is_small(token));
        telling.all(|token| token.is_capitalised(self.text))
    }

    /// The title that begins at the token `start`.
    fn title(&self, start: usize) -> Option<Range<usize>> {
        let is_office = |at: usize| titles::is_office(self.word(at));
        let is_part = |at: &usize| is_office(*at) || WITHIN.iter().any(|word| self.is(*at, word));
        if !is_part(&start) || self.is(start, "-") {
            return None;
        }
        let end = (start..self.tokens.len()).find(|at| !is_part(at)).unwrap_or(self.tokens.len());
        // "defence" alone is no title, and neither is the end of "chief executive -".
        let last = (start..end).rev().find(|at| is_office(*at))?;
        Some(start..last + 1)
    }

    fn titled(&self, title: Range<usize>) -> Option<Titled> {
        let name = self.behind(&title).or_else(|| self.before(&title)).filter(|name| !self.is_thing(name))?;
        Some(Titled { title: self.span(&title)?, name: self.span(&name)? })
    }

    /// "CEO Ana Brandt", "CEO, Ana Brandt,".
    fn behind(&self, title: &Range<usize>) -> Option<Range<usize>> {
        let has_comma = self.is(title.end, ",");
        let start = title.end + usize::from(has_comma);
        let end = (start..(start + LONGEST).min(self.tokens.len())).find(|at| !self.is_of_name(*at));
        let name = start..end.unwrap_or((start + LONGEST).min(self.tokens.len()));
        let is_set_off = self.is(name.end, ",") || self.is(name.end, ".");
        let is_name = if has_comma { name.len() > 1 && is_set_off } else { !name.is_empty() };
        is_name.then_some(name)
    }

    /// "Ana Brandt, chief executive of Orvane", "Ana Brandt, the club's owner".
    fn before(&self, title: &Range<usize>) -> Option<Range<usize>> {
        let nearest = title.start.saturating_sub(APART + 1)..title.start;
        let comma = nearest.rev().find(|at| self.tokens[*at].kind == Kind::Mark)?;
        let start = (0..comma).rev().find(|at| !self.is_of_name(*at)).map_or(0, |at| at + 1);
        let is_name = self.is(comma, ",") && (2..=LONGEST).contains(&(comma - start));
        is_name.then_some(start..comma)
    }

    /// Whether a word of a name says that it is nobody's.
    fn is_thing(&self, name: &Range<usize>) -> bool {
        name.clone().any(|at| THINGS.binary_search(&self.word(at)).is_ok())
    }

    /// Whether the token `at` can be part of a person's name.
    fn is_of_name(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let word = self.word(at);
        let is_stop = word == "." && at > 0 && self.tokens[at - 1].span.len() == 1;
        let is_loud = word.len() > 1 && word.chars().all(char::is_uppercase);
        let is_day = word != "May" && is_full_name(word);
        let is_other = is_loud || is_day || is_of_title(word) || titles::is_no_name(word);
        is_stop
            || token.is_capitalised(self.text) && !is_other && !is_opening_word(self.text, self.tokens, at)
    }
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::document::Document;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = all(&Document::plain(text, None));
        let found: Vec<(&str, &str)> =
            found.iter().map(|one| (one.title.of(text), one.name.of(text))).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_title_stands_before_a_name() {
        check("Orvane CEO Ana Brandt left.", &[("CEO", "Ana Brandt")]);
        check("The Orvane CEO, Ana M. Brandt, left.", &[("CEO", "Ana M. Brandt")]);
        check("Its chief financial officer Leo Vale left.", &[("chief financial officer", "Leo Vale")]);
        check("Prime Minister Vale met Mayor Quay.", &[("Prime Minister", "Vale"), ("Mayor", "Quay")]);
    }

    #[test]
    fn or_behind_it() {
        check("Ana Brandt, CEO of Orvane, left.", &[("CEO", "Ana Brandt")]);
        check("They met Ana Brandt, the club's new owner, there.", &[("owner", "Ana Brandt")]);
    }

    #[test]
    fn a_title_without_a_name_is_nobody() {
        check("The chief executive left on Monday.", &[]);
        check("The mayor, who left, met Vale.", &[]);
        check("Defence spending rose.", &[]);
        check("The head of Orvane left.", &[]);
    }

    #[test]
    fn things_called_by_a_title_are_nobody() {
        check("He signed Executive Order 12 on Monday.", &[]);
        check("The General Assembly met, and General Counsel Vale spoke.", &[]);
        check("It became the Inflation Relief Act, the President said.", &[]);
        assert!(super::THINGS.is_sorted());
    }

    #[test]
    fn the_first_word_of_a_sentence_is_no_given_name() {
        check("Unlike Ana Brandt, CEO of Orvane, he left.", &[("CEO", "Ana Brandt")]);
        check("Will Brandt, CEO of Orvane, left.", &[("CEO", "Will Brandt")]);
    }

    #[test]
    fn headlines_name_nobody() {
        check("Orvane CEO Says Deal Was Rushed", &[]);
    }
}
