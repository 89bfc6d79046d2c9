//! The table: a row an article, the sum of all, and the same for each sort of words.

use crate::report::Style;
use crate::report::coverage::Covered;
use crate::report::coverage::count::Count;
use crate::report::coverage::count::Counts;
use crate::report::coverage::count::plural;
use crate::report::paint::Paint;
use crate::report::visible;

/// The heads of the columns behind the name.
const HEADS: [&str; 4] = ["covered", "set aside", "unvouched", "coverage"];
/// How many columns stand between two of them.
const GAP: usize = 2;
/// A name is never cut to less than this.
const NARROWEST: usize = 24;

/// What a row is about, and what it says.
struct Row {
    name: String,
    told: Told,
}

enum Told {
    Count(Count),
    Words(String),
}

/// The articles with their sum, and the sums of the sorts.
pub fn whole(style: &Style, articles: &[Covered], (total, sorts): (Count, &Counts)) -> String {
    let mut rows: Vec<Row> = articles.iter().map(row).collect();
    let n = articles.len();
    if n > 1 {
        rows.push(Row { name: format!("all {n} articles"), told: Told::Count(total) });
    }
    let sorts =
        sorts.each().map(|(sort, count)| Row { name: plural(sort).to_owned(), told: Told::Count(count) });
    let room = style.width.saturating_sub(HEADS.iter().map(|head| head.len() + GAP).sum()).max(NARROWEST);
    let names = rows.iter().chain(&sorts).map(|row| visible::width(&row.name));
    let width = names.max().unwrap_or(0).min(room);
    format!("{}\n{}", table(style, "article", width, &rows), table(style, "of these", width, &sorts))
}

fn row(covered: &Covered) -> Row {
    let told = covered.skipped.as_ref();
    let told = told.map_or(Told::Count(covered.total), |why| Told::Words(visible::line(why)));
    Row { name: visible::line(&covered.name()), told }
}

fn table(style: &Style, head: &str, width: usize, rows: &[Row]) -> String {
    let heads: String = HEADS.iter().map(|head| format!("{}{head}", " ".repeat(GAP))).collect();
    let head = Paint::Dim.on(&format!("{head:width$}{heads}"), style.color);
    let rows: String = rows.iter().map(|row| line(style, width, row)).collect();
    format!("{head}\n{rows}")
}

fn line(style: &Style, width: usize, row: &Row) -> String {
    let name = fitted(style, &row.name, width);
    let pad = " ".repeat(width.saturating_sub(visible::width(&name)));
    match &row.told {
        Told::Words(words) => format!("{name}{pad}{}{words}\n", " ".repeat(GAP)),
        Told::Count(count) => format!("{name}{pad}{}\n", cells(count)),
    }
}

fn cells(count: &Count) -> String {
    let share = count.share().percent().map_or("-".to_owned(), |percent| format!("{percent}%"));
    let cells = [count.covered.to_string(), count.set_aside.to_string(), count.unvouched.to_string(), share];
    let gap = " ".repeat(GAP);
    HEADS.iter().zip(cells).map(|(head, cell)| format!("{gap}{cell:>width$}", width = head.len())).collect()
}

/// A name without its beginning, if it is too long: what tells files apart is mostly their end.
fn fitted(style: &Style, name: &str, width: usize) -> String {
    if visible::width(name) <= width {
        return name.to_owned();
    }
    let mark = if style.unicode { "…" } else { "..." };
    let mut room = width.saturating_sub(visible::width(mark));
    let end: Vec<char> = name
        .chars()
        .rev()
        .take_while(|c| {
            let columns = visible::columns(*c);
            let fits = columns <= room;
            room = room.saturating_sub(columns);
            fits
        })
        .collect();
    mark.chars().chain(end.into_iter().rev()).collect()
}

#[cfg(test)]
mod tests {
    use super::whole;
    use crate::report::Style;
    use crate::report::coverage::Covered;
    use crate::report::coverage::count::Count;
    use crate::report::coverage::count::Counts;
    use crate::report::sample;

    fn covered(path: &str, [covered, set_aside, unvouched]: [usize; 3]) -> Covered {
        let total = Count { covered, set_aside, unvouched };
        Covered { path: path.to_owned(), total, ..Covered::default() }
    }

    #[test]
    fn columns_stand_below_their_heads() {
        let articles = [covered("a.txt", [1, 0, 2]), covered("in/b.txt", [0, 11, 0])];
        let total = Count { covered: 1, set_aside: 11, unvouched: 2 };
        let shown = whole(&sample::PLAIN, &articles, (total, &Counts::default()));
        let expected = "\
article             covered  set aside  unvouched  coverage
a.txt                     1          0          2     33.3%
in/b.txt                  0         11          0         -
all 2 articles            1         11          2     33.3%

of these            covered  set aside  unvouched  coverage
numbers                   0          0          0         -
";
        assert!(shown.starts_with(expected), "{shown}");
    }

    #[test]
    fn a_long_name_keeps_its_end() {
        let style = Style { width: 70, unicode: false, ..sample::PLAIN };
        let articles = [covered("archive/2026/03/a-very-long-name-of-an-article.txt", [1, 0, 0])];
        let shown = whole(&style, &articles, (Count::default(), &Counts::default()));
        assert!(shown.lines().all(|line| line.len() <= 70), "{shown}");
        assert!(shown.contains("\n...ong-name-of-an-article.txt  "), "{shown}");
    }

    #[test]
    fn an_article_that_was_not_read_says_why() {
        let mut article = covered("a.txt", [0, 0, 0]);
        article.skipped = Some("this article is in German".to_owned());
        let shown = whole(&sample::PLAIN, &[article], (Count::default(), &Counts::default()));
        assert!(shown.contains("a.txt               this article is in German\n"), "{shown}");
    }
}
