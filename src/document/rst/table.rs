//! Tables that are drawn with characters, a row a block; and lines of verse behind bars.

use crate::document::block::Role;
use crate::document::lines;
use crate::document::passage::Passage;
use crate::document::rst::Reader;
use crate::document::rst::inline;
use crate::span::Span;

/// Which table is open.
#[derive(Debug, Default)]
pub struct State {
    /// Whether it is drawn with borders all around.
    is_grid: bool,
    /// How many borders of a table without bars were read; none outside of one.
    n_borders: usize,
    /// Whether the last line was a border.
    is_at_border: bool,
    /// The lines of the row that is open, a list a cell.
    cells: Vec<Vec<Span>>,
}

impl State {
    /// Ends the table that a blank line ends; whether there is one.
    pub fn blank(&mut self) -> bool {
        // Within a table without bars there may be blank lines, but none before its second border.
        let is_end = self.is_at_border || self.n_borders == 1;
        let is_over = self.is_grid || (self.n_borders > 0 && is_end);
        if is_over {
            (self.is_grid, self.n_borders) = (false, 0);
        }
        is_over
    }

    fn is_open(&self) -> bool {
        self.is_grid || self.n_borders > 0
    }
}

impl Reader<'_, '_> {
    /// Reads a line of a table; whether it is one.
    pub(super) fn is_table(&mut self, line: Span) -> bool {
        let words = line.of(self.text);
        if is_grid_border(words) {
            self.flush();
            self.end_row();
            self.begin_table();
            self.table.is_grid = true;
        } else if words.starts_with('|') && (self.table.is_grid || words.starts_with("| ")) {
            self.flush();
            self.barred(line);
        } else if is_simple_border(words, self.table.n_borders > 0) {
            self.flush();
            self.begin_table();
            self.table.n_borders += 1;
            self.table.is_at_border = true;
        } else if self.table.n_borders > 0 {
            self.table.is_at_border = false;
            self.table.cells = spaced(self.text, line).into_iter().map(|cell| vec![cell]).collect();
            self.end_row();
        } else {
            return false;
        }
        true
    }

    /// To who writes a comment above it, a table is one block.
    fn begin_table(&mut self) {
        if !self.table.is_open() {
            self.prose.open_group();
        }
    }

    /// A line between bars: a part of each cell, or a line of verse.
    fn barred(&mut self, line: Span) {
        if !self.table.is_grid {
            self.table.cells = vec![vec![lines::after(self.text, line, 1)]];
            return self.end_row();
        }
        let cells = cells(self.text, line);
        if !self.table.cells.is_empty() && self.table.cells.len() != cells.len() {
            self.end_row();
        }
        self.table.cells.resize(cells.len(), Vec::new());
        for (cell, part) in self.table.cells.iter_mut().zip(cells) {
            if !part.is_empty() {
                cell.push(part);
            }
        }
    }

    /// Writes the row that is open.
    fn end_row(&mut self) {
        for cell in std::mem::take(&mut self.table.cells) {
            self.prose.cell();
            inline::write(&Passage::of(self.text, &cell), self.prose);
        }
        self.prose.end(if self.is_quoted() { Role::Quotation } else { Role::Item });
        self.has_body = true;
    }
}

fn is_grid_border(line: &str) -> bool {
    line.len() > 2
        && line.starts_with('+')
        && line.ends_with('+')
        && line.bytes().all(|b| b"+-=".contains(&b))
}

/// Rules of equals signs with spaces between; within a table, a single one or one of hyphens too.
fn is_simple_border(line: &str, is_open: bool) -> bool {
    let is_drawn = line.starts_with("==") && line.bytes().all(|byte| b"= ".contains(&byte));
    let is_spanning = is_open && line.starts_with("--") && line.bytes().all(|byte| b"- ".contains(&byte));
    (is_drawn && (is_open || line.contains(' '))) || is_spanning
}

/// The words between the bars of a line.
fn cells(text: &str, line: Span) -> Vec<Span> {
    let mut at = line.start() + 1;
    let inner = line.of(text).get(1..).unwrap_or_default().trim_end_matches('|');
    let cell = |cell: &str| {
        let span = Span::new(at, at + cell.trim_end().len());
        at += cell.len() + 1;
        lines::trimmed(text, span)
    };
    inner.split('|').map(cell).collect()
}

/// The words of a line that stand two spaces apart or farther.
fn spaced(text: &str, line: Span) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut at = line.start();
    for cell in line.of(text).split("  ") {
        let span = lines::trimmed(text, Span::new(at, at + cell.trim_end().len()));
        if !span.is_empty() {
            cells.push(span);
        }
        at += cell.len() + 2;
    }
    cells
}
