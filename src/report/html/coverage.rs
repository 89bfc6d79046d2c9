//! How much of what could be checked a fact vouches for, counted.

use crate::diagnostic::Checkable;
use crate::diagnostic::Sort;
use crate::diagnostic::Standing;
use crate::report::html::markup::Markup;

/// The standings in the order in which they are counted and shown: class and words.
pub const STANDINGS: [(&str, &str); 3] =
    [("covered", "covered by a fact"), ("aside", "set aside"), ("unvouched", "vouched for by nobody")];

/// How many words there are of each sort and standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    of_each: [[usize; 3]; 6],
}

impl Coverage {
    /// The coverage of an article.
    pub fn of(checkables: &[Checkable]) -> Coverage {
        let mut coverage = Coverage::default();
        for one in checkables {
            coverage.of_each[one.sort as usize][place(&one.standing)] += 1;
        }
        coverage
    }

    /// Adds another to it.
    pub fn add(&mut self, other: &Coverage) {
        let pairs = self.of_each.iter_mut().flatten().zip(other.of_each.iter().flatten());
        pairs.for_each(|(mine, theirs)| *mine += theirs);
    }

    /// How many words of a sort have each standing.
    pub fn of_sort(&self, sort: Sort) -> [usize; 3] {
        self.of_each[sort as usize]
    }

    /// How many words have each standing.
    pub fn total(&self) -> [usize; 3] {
        let sum = |mut total: [usize; 3], row: &[usize; 3]| {
            total.iter_mut().zip(row).for_each(|(sum, n)| *sum += n);
            total
        };
        self.of_each.iter().fold([0; 3], sum)
    }

    /// Whether there is nothing that could be checked, or nobody asked.
    pub fn is_empty(&self) -> bool {
        self.total() == [0; 3]
    }

    /// The total in words: `12 covered by a fact, 3 set aside, 5 vouched for by nobody`.
    pub fn words(&self) -> String {
        let parts = self.total().into_iter().zip(STANDINGS);
        parts.map(|(n, (_, words))| format!("{n} {words}")).collect::<Vec<_>>().join(", ")
    }
}

/// The place of a standing among [`STANDINGS`].
fn place(standing: &Standing) -> usize {
    match standing {
        Standing::Covered { .. } => 0,
        Standing::SetAside { .. } => 1,
        Standing::Unvouched => 2,
    }
}

/// The class that words of a standing are painted with.
pub fn class(standing: &Standing) -> &'static str {
    STANDINGS[place(standing)].0
}

/// A table of the sorts and the total; nothing where nothing could be checked.
pub fn table(coverage: &Coverage) -> Markup {
    let mut page = Markup::new();
    if coverage.is_empty() {
        return page;
    }
    page.raw("<section class=\"chart coverage\" aria-labelledby=\"coverage\"><h2 id=\"coverage\">What facts vouch for</h2>\n");
    page.raw("<table><thead><tr><th scope=\"col\">What is stated</th>");
    for (class, words) in STANDINGS {
        page.raw("<th scope=\"col\" class=\"n\"><span class=\"key ").raw(class).raw("\"></span>");
        page.raw(words).raw("</th>");
    }
    page.raw("<td></td></tr></thead>\n<tbody>");
    for &sort in Sort::ALL {
        row(&mut page, plural(sort), coverage.of_sort(sort));
    }
    page.raw("</tbody>\n<tfoot>");
    row(&mut page, "All", coverage.total());
    page.raw("</tfoot></table></section>\n");
    page
}

fn row(page: &mut Markup, name: &'static str, counts: [usize; 3]) {
    let total: usize = counts.iter().sum();
    if total == 0 {
        return;
    }
    page.raw("<tr><th scope=\"row\">").raw(name).raw("</th>");
    for n in counts {
        page.raw("<td class=\"n\">").number(n).raw("</td>");
    }
    let parts: Vec<(&str, usize)> = STANDINGS.iter().map(|(class, _)| *class).zip(counts).collect();
    page.raw("<td>").add(&bar(&parts, total)).raw("</td></tr>\n");
}

/// A bar of parts, of which `whole` would fill it; it says no more than the numbers beside it.
pub fn bar(parts: &[(&'static str, usize)], whole: usize) -> Markup {
    let mut page = Markup::new();
    page.raw("<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    let mut at = 0;
    for &(class, n) in parts.iter().filter(|(_, n)| *n > 0) {
        let end = at + n;
        let (from, to) = (at * 1000 / whole.max(1), end * 1000 / whole.max(1));
        page.raw("<rect class=\"").raw(class).raw("\" x=\"").number(from).raw("\" width=\"");
        page.number((to - from).max(1)).raw("\" height=\"10\"/>");
        at = end;
    }
    page.raw("</svg>");
    page
}

fn plural(sort: Sort) -> &'static str {
    match sort {
        Sort::Number => "Numbers",
        Sort::Percent => "Percentages",
        Sort::Money => "Sums of money",
        Sort::Date => "Dates",
        Sort::Title => "Names with a title",
        Sort::Quotation => "Quotations",
    }
}

/// What readers call words of a sort.
pub fn singular(sort: Sort) -> &'static str {
    match sort {
        Sort::Number => "a number",
        Sort::Percent => "a percentage",
        Sort::Money => "a sum of money",
        Sort::Date => "a date",
        Sort::Title => "a name with a title",
        Sort::Quotation => "a quotation",
    }
}

#[cfg(test)]
mod tests {
    use super::Coverage;
    use super::bar;
    use super::table;
    use crate::diagnostic::Sort;
    use crate::report::sample;

    #[test]
    fn words_are_counted_by_sort_and_standing() {
        let article = sample::covered();
        let mut coverage = Coverage::of(&article.checkables);
        assert_eq!(coverage.words(), "1 covered by a fact, 1 set aside, 1 vouched for by nobody");
        coverage.add(&Coverage::of(&article.checkables));
        assert_eq!(coverage.of_sort(Sort::Number), [2, 2, 0]);
        assert_eq!(coverage.of_sort(Sort::Percent), [0, 0, 2]);
        assert_eq!(coverage.total(), [2, 2, 2]);
        let told = table(&coverage).into_string();
        assert!(told.contains(">Percentages</th>") && !told.contains("Quotations"), "{told}");
    }

    #[test]
    fn where_nobody_asks_there_is_no_table() {
        assert_eq!(table(&Coverage::default()).into_string(), "");
    }

    #[test]
    fn a_bar_fills_what_its_counts_say() {
        let told = bar(&[("error", 1), ("warning", 0), ("note", 2)], 6).into_string();
        assert!(told.contains("class=\"error\" x=\"0\" width=\"166\""), "{told}");
        assert!(told.contains("class=\"note\" x=\"166\" width=\"334\""), "{told}");
        assert!(!told.contains("warning"));
    }
}
