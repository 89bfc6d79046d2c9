//! How much of what could be checked a fact vouches for, as a table and in words.

use crate::diagnostic::Sort;
use crate::diagnostic::Standing;
use crate::report::coverage::count::Count;
use crate::report::coverage::count::Counts;
use crate::report::coverage::count::plural;
use crate::report::html::markup::Markup;

/// The standings in the order in which they are counted and shown: class and words.
pub const STANDINGS: [(&str, &str); 3] =
    [("covered", "covered by a fact"), ("aside", "set aside"), ("unvouched", "vouched for by nobody")];

/// How many words stand how, in words: `12 covered by a fact, 3 set aside, 5 vouched for by nobody`.
pub fn words(count: Count) -> String {
    let parts = count.parts().into_iter().zip(STANDINGS);
    parts.map(|(n, (_, words))| format!("{n} {words}")).collect::<Vec<_>>().join(", ")
}

/// The class that words of a standing are painted with.
pub fn class(standing: &Standing) -> &'static str {
    match standing {
        Standing::Covered { .. } => "covered",
        Standing::SetAside { .. } => "aside",
        Standing::Unvouched => "unvouched",
    }
}

/// A table of the sorts and the total; nothing where nothing could be checked.
pub fn table(counts: &Counts) -> Markup {
    let mut page = Markup::new();
    if counts.total().is_empty() {
        return page;
    }
    page.raw("<section class=\"chart coverage\" aria-labelledby=\"coverage\"><h2 id=\"coverage\">What facts vouch for</h2>\n");
    page.raw("<table><thead><tr><th scope=\"col\">What is stated</th>");
    for (class, words) in STANDINGS {
        page.raw("<th scope=\"col\" class=\"n\"><span class=\"key ").raw(class).raw("\"></span>");
        page.raw(words).raw("</th>");
    }
    page.raw("<td></td></tr></thead>\n<tbody>");
    for (sort, count) in counts.each() {
        row(&mut page, plural(sort), count);
    }
    page.raw("</tbody>\n<tfoot>");
    row(&mut page, "all", counts.total());
    page.raw("</tfoot></table></section>\n");
    page
}

fn row(page: &mut Markup, name: &str, count: Count) {
    if count.is_empty() {
        return;
    }
    let (initial, rest) = name.split_at(1);
    page.raw("<tr><th scope=\"row\">").text(&initial.to_uppercase()).text(rest).raw("</th>");
    for n in count.parts() {
        page.raw("<td class=\"n\">").number(n).raw("</td>");
    }
    let parts: Vec<(&str, usize)> = STANDINGS.iter().map(|(class, _)| *class).zip(count.parts()).collect();
    page.raw("<td>").add(&bar(&parts, count.parts().iter().sum())).raw("</td></tr>\n");
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

/// What readers call words of a sort.
pub fn singular(sort: Sort) -> &'static str {
    match sort {
        Sort::Number => "a number",
        Sort::Percent => "a percentage",
        Sort::Money => "a sum of money",
        Sort::Date => "a date",
        Sort::Title => "a name with a title",
        Sort::Quotation => "a quotation",
        Sort::Term => "a word",
    }
}

#[cfg(test)]
mod tests {
    use super::STANDINGS;
    use super::bar;
    use super::class;
    use super::table;
    use super::words;
    use crate::report::coverage::count::Counts;
    use crate::report::sample;

    #[test]
    fn words_are_counted_by_sort_and_standing() {
        let article = sample::covered();
        let counts = Counts::of_all(&article.checkables);
        assert_eq!(words(counts.total()), "1 covered by a fact, 1 set aside, 1 vouched for by nobody");
        let told = table(&counts).into_string();
        assert!(told.contains(">Percentages</th>") && !told.contains("Quotations"), "{told}");
        assert!(told.contains("<tfoot><tr><th scope=\"row\">All</th>"), "{told}");
    }

    #[test]
    fn every_standing_has_its_class_in_order() {
        let classes: Vec<_> = sample::covered().checkables.iter().map(|one| class(&one.standing)).collect();
        assert!(STANDINGS.iter().all(|(known, _)| classes.contains(known)), "{classes:?}");
    }

    #[test]
    fn where_nobody_asks_there_is_no_table() {
        assert_eq!(table(&Counts::default()).into_string(), "");
    }

    #[test]
    fn a_bar_fills_what_its_counts_say() {
        let told = bar(&[("error", 1), ("warning", 0), ("note", 2)], 6).into_string();
        assert!(told.contains("class=\"error\" x=\"0\" width=\"166\""), "{told}");
        assert!(told.contains("class=\"note\" x=\"166\" width=\"334\""), "{told}");
        assert!(!told.contains("warning"));
    }
}
