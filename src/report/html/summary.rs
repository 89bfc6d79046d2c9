//! What the page says of the run as a whole: counts, a chart, the list of articles.

use crate::report::Style;
use crate::report::html::contents::Contents;
use crate::report::html::contents::Line;
use crate::report::html::contents::Subject;
use crate::report::html::coverage;
use crate::report::html::coverage::bar;
use crate::report::html::filter;
use crate::report::html::level::Counts;
use crate::report::html::level::Level;
use crate::report::html::markup::Markup;
use crate::report::summary::Summary;
use crate::report::summary::counted;

/// How many rows of the chart are shown before the others are folded.
const ROWS: usize = 12;
/// How many articles are listed before the others are folded.
const LISTED: usize = 30;

/// The part of the page that stands first and is written last.
pub fn of(summary: &Summary, contents: &Contents) -> Markup {
    let mut page = Markup::new();
    page.raw("<section id=\"summary\" aria-label=\"Summary\">\n<p class=\"told\">")
        .text(&told(summary))
        .raw("</p>\n");
    page.add(&tiles(contents)).add(&chart(contents)).add(&coverage::table(&contents.coverage));
    page.add(&articles(contents))
        .add(&filter::of(contents))
        .add(&filter::legend(contents))
        .raw("</section>\n");
    page
}

/// The summary in words, without the time that the run took: the same input gives the same page.
fn told(summary: &Summary) -> String {
    let style = Style { color: false, unicode: true, width: 100, links: false };
    format!("{}.", summary.told(&style))
}

fn tiles(contents: &Contents) -> Markup {
    let mut page = Markup::new();
    let counts = contents.counts();
    page.raw("<ul class=\"tiles\">");
    let always = [Level::Error, Level::Warning, Level::Note];
    let quiet = [Level::Quiet].into_iter().filter(|level| counts.get(*level) > 0);
    for level in always.into_iter().chain(quiet) {
        let n = counts.get(level);
        page.raw("<li class=\"").raw(level.name()).raw(if n == 0 { " none" } else { "" }).raw("\"><b>");
        page.number(n).raw("</b> ").raw(level.words(n)).raw("</li>");
    }
    page.raw("</ul>\n");
    page
}

/// How many findings there are of each fact and check, the most first.
fn chart(contents: &Contents) -> Markup {
    let mut page = Markup::new();
    let rows = rows(contents);
    let Some(most) = rows.first().map(|(_, counts)| counts.total()) else { return page };
    page.raw("<section class=\"chart\" aria-labelledby=\"chart\"><h2 id=\"chart\">Findings by fact and check</h2>\n");
    let (shown, folded) = rows.split_at(rows.len().min(ROWS));
    page.add(&bars(shown, most));
    if !folded.is_empty() {
        page.raw("<details><summary>").number(folded.len()).raw(" more</summary>\n");
        page.add(&bars(folded, most)).raw("</details>\n");
    }
    page.raw("</section>\n");
    page
}

fn rows(contents: &Contents) -> Vec<(&Subject, &Counts)> {
    let mut rows: Vec<(&Subject, &Counts)> = contents.subjects.iter().collect();
    // Those of the same number stay in the order of their names.
    rows.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.total()));
    rows
}

fn bars(rows: &[(&Subject, &Counts)], most: usize) -> Markup {
    let mut page = Markup::new();
    page.raw("<table><thead class=\"unseen\"><tr><th scope=\"col\">Fact or check</th>");
    page.raw("<th scope=\"col\">Findings</th><td></td></tr></thead>\n<tbody>");
    for (subject, counts) in rows {
        page.raw("<tr><th scope=\"row\">").add(&link(subject)).raw("</th><td class=\"n\" title=\"");
        page.text(&counts.words()).raw("\">").number(counts.total()).raw("</td><td>");
        let parts: Vec<(&str, usize)> = counts.told().map(|(level, n)| (level.name(), n)).collect();
        page.add(&bar(&parts, most)).raw("</td></tr>\n");
    }
    page.raw("</tbody></table>\n");
    page
}

/// The name of what findings are about; that of a fact leads to the fact.
fn link(subject: &Subject) -> Markup {
    let mut page = Markup::new();
    match subject {
        Subject::Fact(id) => page.raw("<a href=\"#fact-").anchor(id).raw("\">").text(id).raw("</a>"),
        Subject::Check(name) => page.text(name),
    };
    page
}

/// The list of articles: first those in which something was found.
fn articles(contents: &Contents) -> Markup {
    let mut page = Markup::new();
    let numbered = contents.lines.iter().enumerate().map(|(at, line)| (at + 1, line));
    let (found, clean): (Vec<_>, Vec<_>) = numbered.partition(|(_, line)| line.counts.total() > 0);
    if found.len() + clean.len() < 2 {
        return page;
    }
    let (shown, folded) = found.split_at(found.len().min(LISTED));
    page.raw("<nav class=\"list\" aria-labelledby=\"list\"><h2 id=\"list\">Articles</h2>\n")
        .add(&list(shown));
    page.add(&more(folded, " more with findings")).add(&more(&clean, " without findings")).raw("</nav>\n");
    page
}

fn more(lines: &[(usize, &Line)], words: &'static str) -> Markup {
    let mut page = Markup::new();
    if !lines.is_empty() {
        page.raw("<details><summary>").text(&counted(lines.len(), "article")).raw(words).raw("</summary>\n");
        page.add(&list(lines)).raw("</details>\n");
    }
    page
}

fn list(lines: &[(usize, &Line)]) -> Markup {
    let mut page = Markup::new();
    if lines.is_empty() {
        return page;
    }
    page.raw("<ul>\n");
    for (number, line) in lines {
        page.raw("<li><a href=\"#a").number(*number).raw("\" dir=\"auto\">").text(&line.name).raw("</a>");
        if line.counts.total() > 0 {
            page.raw(" <span class=\"counts\">").text(&line.counts.words()).raw("</span>");
        }
        page.raw("</li>\n");
    }
    page.raw("</ul>\n");
    page
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::diagnostic::Linted;
    use crate::report::html::contents::Contents;
    use crate::report::html::contents::Entry;
    use crate::report::sample;
    use crate::report::summary::Summary;

    fn contents(articles: &[Linted]) -> Contents {
        let mut contents = Contents::default();
        for linted in articles {
            contents.enter(Entry::of(linted));
        }
        contents
    }

    #[track_caller]
    fn check(articles: &[Linted], has: &[&str], has_not: &[&str]) {
        let told = of(&Summary::default(), &contents(articles)).into_string();
        has.iter().for_each(|part| assert!(told.contains(part), "{part:?} is not in {told}"));
        has_not.iter().for_each(|part| assert!(!told.contains(part), "{part:?} is in {told}"));
    }

    #[test]
    fn nothing_at_all_is_one_sentence() {
        check(
            &[],
            &["Checked 0 articles against 0 facts: nothing found."],
            &["filter", "<table", "<nav", "legend"],
        );
    }

    #[test]
    fn findings_are_counted_charted_and_filtered() {
        let wrong = sample::linted("The 31-member bloc met.", "31-member");
        let right = Linted::new(wrong.article.clone(), Vec::new());
        check(
            &[wrong.clone(), right, wrong],
            &[
                "<li class=\"error\"><b>2</b> errors</li>",
                "<a href=\"#fact-bloc-members\">bloc-members</a></th><td class=\"n\" title=\"2 errors\">2</td>",
                "<option value=\"bloc-members\">bloc-members (2)</option>",
                "<li><a href=\"#a3\" dir=\"auto\">in/a.txt</a> <span class=\"counts\">1 error</span></li>",
                "<summary>1 article without findings</summary>\n<ul>\n<li><a href=\"#a2\"",
            ],
            &["id=\"unvouched\"", "value=\"warning\""],
        );
    }

    #[test]
    fn coverage_is_told_where_somebody_asked() {
        check(&[sample::covered()], &["id=\"unvouched\"", "What facts vouch for"], &["name=\"level\""]);
    }

    #[test]
    fn what_is_many_is_folded() {
        let mut many = sample::linted("The 31-member bloc met.", "31-member");
        many.findings = (0..40)
            .map(|at| {
                let mut found = many.findings[0].clone();
                let mut card = found.fact.as_deref().cloned().unwrap();
                card.id = format!("fact-{at:02}");
                found.fact = Some(std::sync::Arc::new(card));
                found
            })
            .collect();
        check(
            &vec![many; 40],
            &["<summary>28 more</summary>", "<summary>10 articles more with findings</summary>"],
            &[],
        );
    }
}
