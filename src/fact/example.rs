//! The examples of a fact: `accept`, and `reject` with the words that must be flagged in « ».

use crate::fact::Example;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Node;
use crate::fact::table::Table;
use crate::fact::table::Text;
use crate::fact::table::text_as;
use crate::span::Span;

/// Reads the examples that must pass.
pub fn accept(table: &mut Table<'_>) -> Vec<Example> {
    examples(table, "accept", unmarked)
}

/// Reads the examples in which the marked words must be flagged.
pub fn reject(table: &mut Table<'_>) -> Vec<Example> {
    examples(table, "reject", marked)
}

type Check = fn(&Example) -> Option<Mistake>;

fn examples(table: &mut Table<'_>, key: &'static str, check: Check) -> Vec<Example> {
    let items = table.items(key, "a list of texts");
    items.iter().filter_map(|node| example(table, key, node, check)).collect()
}

fn example(table: &mut Table<'_>, key: &str, node: &Node, check: Check) -> Option<Example> {
    let example = match Table::new(node, "this example") {
        Some(inner) => dated(table, inner)?,
        None => table
            .noted(text_as(node, key, "a list of texts in quotes"))
            .and_then(|text| table.noted(plain(text)))?,
    };
    if let Some(mistake) = check(&example) {
        table.report(mistake);
    }
    Some(example)
}

fn plain(text: Text) -> Result<Example, Mistake> {
    let (text, marked) = unmark(&text)?;
    Ok(Example {
        text: text.text,
        marked,
        marked_title: Vec::new(),
        date: None,
        title: None,
        place: text.place,
    })
}

fn dated(table: &mut Table<'_>, mut inner: Table<'_>) -> Option<Example> {
    let text = inner.needed_text("text").and_then(|text| inner.noted(plain(text)));
    let date = inner.day("date");
    let title = inner.text("title").and_then(|title| inner.noted(unmark(&title)));
    let mistakes = inner.close(&["text", "date", "title"]);
    mistakes.into_iter().for_each(|mistake| table.report(mistake));
    let (title, marked_title) =
        title.map_or((None, Vec::new()), |(title, marked)| (Some(title.text), marked));
    Some(Example { date, title, marked_title, ..text? })
}

fn marked(example: &Example) -> Option<Mistake> {
    let is_marked = !example.marked.is_empty() || !example.marked_title.is_empty();
    let mistake = Mistake::error(example.place, "a `reject` example marks the words that must be flagged");
    (!is_marked).then(|| mistake.help("put them between « and »: \"The league has «11» clubs.\""))
}

fn unmarked(example: &Example) -> Option<Mistake> {
    let is_marked = !example.marked.is_empty() || !example.marked_title.is_empty();
    let mistake =
        Mistake::error(example.place, "an `accept` example has no marks: nothing in it may be flagged");
    is_marked.then(|| mistake.help("remove « and », or move it to `reject`"))
}

/// Takes the marks out of a text and says what stood between them.
fn unmark(written: &Text) -> Result<(Text, Vec<Span>), Mistake> {
    let mut text = String::with_capacity(written.text.len());
    let mut spans = Vec::new();
    let mut opened = None;
    for character in written.text.chars() {
        match (character, opened) {
            ('«', None) => opened = Some(text.len()),
            ('»', Some(start)) if start < text.len() => {
                spans.push(Span::new(start, text.len()));
                opened = None;
            }
            ('«' | '»', _) => return Err(unpaired(written)),
            _ => text.push(character),
        }
    }
    match opened {
        Some(_) => Err(unpaired(written)),
        None => Ok((Text { text, place: written.place }, spans)),
    }
}

fn unpaired(written: &Text) -> Mistake {
    let mistake = Mistake::error(written.place, "the marks « and » do not pair up around words");
    mistake.help("put one « before and one » after each stretch of words that must be flagged")
}

#[cfg(test)]
mod tests {
    use crate::fact::Example;
    use crate::fact::trial::check_fact;
    use crate::fact::trial::fact;
    use jiff::civil::date;

    const KEYS: &str = "kind = 'quote'\nvalue = 'so be it'";

    #[track_caller]
    fn check(keys: &str, expected: &[(&str, &str, &str)]) {
        check_fact(&format!("{KEYS}\n{keys}"), expected);
    }

    fn marked(example: &Example) -> Vec<&str> {
        example.marked.iter().map(|span| span.of(&example.text)).collect()
    }

    #[test]
    fn marks_are_taken_out() {
        let example = &fact(&format!("{KEYS}\nreject = ['Is “«so»” or é«be it».']")).reject[0];
        assert_eq!(example.text, "Is “so” or ébe it.");
        assert_eq!(marked(example), ["so", "be it"]);
    }

    #[test]
    fn an_example_may_have_a_day_and_a_headline() {
        let table = "{ text = 'Plain.', date = 2026-03-04, title = 'So «was» it' }";
        let example = &fact(&format!("{KEYS}\nreject = [{table}]")).reject[0];
        assert_eq!(example.date, Some(date(2026, 3, 4)));
        let title = example.title.as_deref().unwrap();
        assert_eq!((title, example.marked_title[0].of(title)), ("So was it", "was"));
    }

    #[test]
    fn marks_pair_up() {
        let message = "the marks « and » do not pair up around words";
        let help = "put one « before and one » after each stretch of words that must be flagged";
        for text in ["'«a'", "'a»'", "'««a»»'", "'«»'"] {
            check(&format!("reject = [{text}]"), &[(text, message, help)]);
        }
    }

    #[test]
    fn only_a_reject_is_marked() {
        check(
            "accept = ['«a»']\nreject = ['b']",
            &[
                (
                    "'«a»'",
                    "an `accept` example has no marks: nothing in it may be flagged",
                    "remove « and », or move it to `reject`",
                ),
                (
                    "'b'",
                    "a `reject` example marks the words that must be flagged",
                    "put them between « and »: \"The league has «11» clubs.\"",
                ),
            ],
        );
    }
}
