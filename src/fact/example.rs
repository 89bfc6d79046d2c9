//! The examples of a fact: `accept`, and `reject` with the words that must be flagged in « ».

use crate::fact::Example;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Node;
use crate::fact::table::Table;
use crate::fact::table::Text;
use crate::fact::table::text_of;
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
        None => table.noted(text_of(node, key)).and_then(|text| table.noted(plain(text)))?,
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
