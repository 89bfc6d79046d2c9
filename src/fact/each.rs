//! Many facts from one table: `each` names a file, and `{column}` is filled in from every row.

use crate::fact::Place;
use crate::fact::mistake::Mistake;
use crate::fact::mistake::all_of;
use crate::fact::nearest::hint;
use crate::fact::nearest::nearest;
use crate::fact::raw::Data;
use crate::fact::raw::Node;
use crate::fact::raw::Pair;
use crate::fact::rows::Row;
use crate::fact::rows::Rows;
use std::path::Path;

/// A `[[fact]]` with `each`, and the table that fills it.
#[derive(Debug)]
pub struct Template<'a> {
    /// The `[[fact]]`.
    pub node: &'a Node,
    /// The file of the table.
    pub path: &'a Path,
    /// The index of that file.
    pub file: usize,
    /// What it holds.
    pub rows: &'a Rows,
    holes: Vec<Hole>,
}

/// A `{column}` in the template.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hole {
    column: String,
    place: Place,
}

impl<'a> Template<'a> {
    /// A template for the rows of the table `path`, the file with the index `file`.
    pub fn new(node: &'a Node, path: &'a Path, file: usize, rows: &'a Rows) -> Template<'a> {
        let mut holes = Vec::new();
        collect(node, &mut holes);
        Template { node, path, file, rows, holes }
    }

    /// What is wrong with the table or with the columns asked of it.
    pub fn mistakes(&self) -> Vec<Mistake> {
        let name = self.path.display();
        let broken = self.rows.broken.iter().map(|(span, message)| {
            Mistake::error(Place { file: self.file, span: *span }, format!("{name}: {message}"))
                .help("give every row a cell for every column, with quotes around a cell that holds a comma")
        });
        let missing =
            self.holes.iter().filter(|hole| self.lacks(&hole.column)).map(|hole| self.missing(hole));
        broken.chain(missing).collect()
    }

    /// Whether the header has no such column; without a header each row is asked instead.
    fn lacks(&self, column: &str) -> bool {
        !self.rows.columns.is_empty() && !self.rows.columns.iter().any(|known| known == column)
    }

    fn missing(&self, hole: &Hole) -> Mistake {
        let columns = || self.rows.columns.iter().map(String::as_str);
        let meant = nearest(&hole.column, columns());
        let all = format!("its columns are {}", all_of(columns()));
        let message = format!("{} has no column `{}`", self.path.display(), hole.column);
        Mistake::error(hole.place, message).help(hint(meant, &all))
    }

    /// The cells of `row` that are needed and not there.
    pub fn empty_cells(&self, row: &Row) -> Vec<Mistake> {
        let is_empty = |hole: &&Hole| row.cells.get(&hole.column).is_none_or(String::is_empty);
        let holes = self.holes.iter().filter(|hole| !self.lacks(&hole.column)).filter(is_empty);
        let mut columns: Vec<&Hole> = Vec::new();
        for hole in holes {
            if columns.iter().all(|known| known.column != hole.column) {
                columns.push(hole);
            }
        }
        columns.into_iter().map(|hole| self.empty(row, hole)).collect()
    }

    fn empty(&self, row: &Row, hole: &Hole) -> Mistake {
        let message = format!(
            "{}, row {}: the cell of column `{}` is empty",
            self.path.display(),
            row.number,
            hole.column
        );
        Mistake::error(self.place_of(row), message)
            .label(hole.place, "needed here")
            .help("fill the cell, or remove the row")
    }

    fn place_of(&self, row: &Row) -> Place {
        Place { file: self.file, span: row.span }
    }

    /// Whether every column the template asks for exists.
    pub fn is_usable(&self) -> bool {
        !self.holes.iter().any(|hole| self.lacks(&hole.column))
    }

    /// The fact of one row.
    pub fn filled(&self, row: &Row) -> Node {
        fill(self.node, row, false)
    }

    /// A mistake of the template itself, which every row repeats with an id of its own.
    fn of_template(&self, mistake: Mistake, row: &Row) -> Mistake {
        let filled = self.filled(row);
        let (own, written) = (format!("`{}`", id_of(&filled)), format!("`{}`", id_of(self.node)));
        Mistake { message: mistake.message.replace(&own, &written), ..mistake }
    }

    /// A mistake in the fact of `row`, with the cell it comes from.
    pub fn blame(&self, mistake: Mistake, row: &Row) -> Mistake {
        let covers = |hole: &&Hole| {
            mistake.place.span.contains(hole.place.span) && hole.place.file == mistake.place.file
        };
        let columns: Vec<&str> = self.holes.iter().filter(covers).map(|hole| hole.column.as_str()).collect();
        let name = self.path.display();
        if columns.is_empty() {
            return self.of_template(mistake, row);
        }
        let message = format!("{name}, row {}, column {}: {}", row.number, all_of(columns), mistake.message);
        let template = mistake.place;
        Mistake { message, place: self.place_of(row), ..mistake }.label(template, "filled in here")
    }
}

/// The id of a fact as it is written, filled in or not.
fn id_of(node: &Node) -> &str {
    let pairs = node.pairs().unwrap_or(&[]);
    pairs.iter().find(|pair| pair.key == "id").and_then(|pair| pair.node.text()).unwrap_or("")
}

fn collect(node: &Node, holes: &mut Vec<Hole>) {
    match &node.data {
        Data::Text(text) => {
            let columns = pieces(text).into_iter().filter_map(Piece::column);
            holes.extend(columns.map(|column| Hole { column: column.to_owned(), place: node.place }));
        }
        Data::List(list) => list.iter().for_each(|item| collect(item, holes)),
        Data::Table(pairs) => {
            pairs.iter().filter(|pair| pair.key != "each").for_each(|pair| collect(&pair.node, holes))
        }
        Data::Filled(_) | Data::Number(_) | Data::Flag(_) | Data::Day(_) | Data::Clock => {}
    }
}

/// A part of a text: words as they are, or a column to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Words(&'a str),
    Column(&'a str),
}

impl<'a> Piece<'a> {
    fn column(self) -> Option<&'a str> {
        match self {
            Piece::Column(name) => Some(name),
            Piece::Words(_) => None,
        }
    }
}

/// Cuts a text at its `{column}`s; `{2,3}` and `\p{Lu}` of a pattern are none.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        let Some(close) = text[open..].find('}').map(|found| open + found) else { break };
        at = open + 1;
        if is_column(&text[..open], &text[open + 1..close]) {
            pieces.extend([Piece::Words(&text[from..open]), Piece::Column(&text[open + 1..close])]);
            (from, at) = (close + 1, close + 1);
        }
    }
    pieces.push(Piece::Words(&text[from..]));
    pieces
}

fn is_column(before: &str, name: &str) -> bool {
    let is_class = before.ends_with("\\p") || before.ends_with("\\P");
    !is_class && name.starts_with(char::is_alphabetic) && !name.contains('{')
}

fn fill(node: &Node, row: &Row, is_pattern: bool) -> Node {
    let data = match &node.data {
        Data::Text(text) => filled_text(text, row, is_pattern),
        Data::List(list) => Data::List(list.iter().map(|item| fill(item, row, is_pattern)).collect()),
        Data::Table(pairs) => Data::Table(pairs.iter().map(|pair| filled_pair(pair, row)).collect()),
        other => other.clone(),
    };
    Node { place: node.place, data }
}

fn filled_pair(pair: &Pair, row: &Row) -> Pair {
    Pair { key: pair.key.clone(), place: pair.place, node: fill(&pair.node, row, pair.key == "patterns") }
}

/// Text without a column stays what it was: only a cell may stand for a number or a date.
fn filled_text(text: &str, row: &Row, is_pattern: bool) -> Data {
    let pieces = pieces(text);
    if pieces.iter().all(|piece| piece.column().is_none()) {
        return Data::Text(text.to_owned());
    }
    let cell = |column: &str| row.cells.get(column).map_or("", String::as_str);
    let words = pieces.into_iter().map(|piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Column(column) if is_pattern => regex::escape(cell(column)),
        Piece::Column(column) => cell(column).to_owned(),
    });
    Data::Filled(words.collect())
}

#[cfg(test)]
mod tests {
    use super::Piece;
    use super::pieces;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let columns: Vec<&str> = pieces(text).into_iter().filter_map(Piece::column).collect();
        assert_eq!(columns, expected);
    }

    #[test]
    fn columns_stand_in_braces() {
        check("{name} has {how many} inhabitants", &["name", "how many"]);
        check("none", &[]);
        check("{a}{b}", &["a", "b"]);
    }

    #[test]
    fn braces_of_a_pattern_are_no_columns() {
        check(r"\d{2,3} \p{Lu} {name}", &["name"]);
        check("{ {é}", &["é"]);
        check("{open", &[]);
    }
}
