//! One article on the page: headline, text, the notes on its findings, and what could be checked in it.

use crate::code::Code;
use crate::diagnostic::Checkable;
use crate::diagnostic::Linted;
use crate::diagnostic::Standing;
use crate::document::map::Field;
use crate::report::coverage::count;
use crate::report::html::contents;
use crate::report::html::coverage;
use crate::report::html::level::Counts;
use crate::report::html::markup::Markup;
use crate::report::html::markup::NUMBER;
use crate::report::html::note;
use crate::report::html::paint;
use crate::report::html::segment::Of;
use crate::report::place;
use crate::report::place::Places;
use crate::span::Span;

/// How much is shown around words of a file that is no article.
const REACH: usize = 600;

/// An article as it stands on the page; its number is left open.
pub fn of(linted: &Linted) -> Markup {
    let places = Places::new(&linted.article);
    let mut page = Markup::new();
    page.raw(if linted.findings.is_empty() { "<article class=\"clean\"" } else { "<article" });
    page.raw(" id=\"a").raw(NUMBER).raw("\" aria-labelledby=\"h").raw(NUMBER).raw("\" data-place=\"");
    page.text(&contents::place(linted)).raw("\">\n").add(&head(linted, &places));
    page.add(&body(linted, &places)).add(&notes(linted, &places)).add(&claims(linted, &places));
    page.raw("</article>\n");
    page
}

fn head(linted: &Linted, places: &Places<'_>) -> Markup {
    let mut page = Markup::new();
    let title = places.text(Field::Title);
    page.raw("<header><h2 id=\"h").raw(NUMBER).raw("\" dir=\"auto\">");
    if title.trim().is_empty() {
        page.text(&contents::place(linted));
    } else {
        page.add(&paint::field(linted, Field::Title, title, Span::new(0, title.len())));
    }
    page.raw("</h2>\n<p class=\"about\">");
    if !title.trim().is_empty() {
        page.raw("<bdi>").text(&contents::place(linted)).raw("</bdi> · ");
    }
    if let Some(date) = linted.article.date {
        page.text(&date.to_string()).raw(" · ");
    }
    page.raw("<span class=\"counts\">").text(&Counts::of(&linted.findings).words()).raw("</span>");
    let stated = count::Counts::of_all(&linted.checkables).total();
    if !stated.is_empty() {
        page.raw(" · ").text(&coverage::words(stated));
    }
    page.raw("</p></header>\n");
    page
}

/// The text; folded where nothing was found in it, and not there where nothing could be read.
fn body(linted: &Linted, places: &Places<'_>) -> Markup {
    let mut page = Markup::new();
    let text = places.text(Field::Text);
    if text.trim().is_empty() {
        return page;
    }
    let is_folded = linted.findings.is_empty();
    page.raw(if is_folded { "<details class=\"whole\"><summary>Read the article</summary>\n" } else { "" });
    let window = window(linted, text);
    page.raw("<div class=\"text\" dir=\"auto\">").raw(if window.start() > 0 { "… " } else { "" });
    page.add(&paint::field(linted, Field::Text, text, window));
    page.raw(if window.end() < text.len() { " …" } else { "" }).raw("</div>\n");
    page.raw(if is_folded { "</details>\n" } else { "" });
    page
}

/// What of the text is shown: all of an article; of files of ours, and of what could not be read to its end, the
/// surroundings of what is said of them.
fn window(linted: &Linted, text: &str) -> Span {
    let whole = Span::new(0, text.len());
    let Some(first) = linted.findings.first() else { return whole };
    if !linted.findings.iter().all(|found| is_aside(linted, found.code)) {
        return whole;
    }
    let spans = linted.findings.iter().filter(|found| found.field == Field::Text).map(|found| found.span);
    let words = spans.fold(first.span, Span::join);
    let near = Span::new(words.start().saturating_sub(REACH), words.end().saturating_add(REACH));
    let lines = place::lines(text, place::clip(text, words));
    place::clip(text, Span::new(lines.start().max(near.start()), lines.end().min(near.end())))
}

/// Whether a check speaks of no words of an article: of our own files, or of what could not be read.
fn is_aside(linted: &Linted, code: Code) -> bool {
    let is_toml = linted.article.path.extension().is_some_and(|ending| ending == "toml");
    let is_ours = matches!(code, Code::FactOverdue | Code::StaleBaseline);
    is_ours || code.is_failure() || (is_toml && code == Code::UnusedIgnore)
}

fn notes(linted: &Linted, places: &Places<'_>) -> Markup {
    let mut page = Markup::new();
    if linted.findings.is_empty() {
        return page;
    }
    page.raw("<ol class=\"notes\">\n");
    for (at, found) in linted.findings.iter().enumerate() {
        page.add(&note::of(places, at, found));
    }
    page.raw("</ol>\n");
    page
}

/// What could be checked and is no finding's business alone: covered, or set aside and why.
fn claims(linted: &Linted, places: &Places<'_>) -> Markup {
    let mut page = Markup::new();
    let told: Vec<(usize, &Checkable)> =
        linted.checkables.iter().enumerate().filter(|(_, one)| one.standing != Standing::Unvouched).collect();
    if told.is_empty() {
        return page;
    }
    page.raw("<details class=\"claims\"><summary>Covered and set aside</summary>\n<ol>\n");
    for (at, one) in told {
        page.add(&claim(places, at, one));
    }
    page.raw("</ol></details>\n");
    page
}

fn claim(places: &Places<'_>, at: usize, one: &Checkable) -> Markup {
    let mut page = Markup::new();
    let text = places.text(one.field);
    paint::note_id(
        page.raw("<li class=\"claim ").raw(coverage::class(&one.standing)).raw("\" id=\""),
        Of::Claim(at),
    );
    if let Some(card) = contents::fact(&one.standing) {
        page.raw("\" data-fact=\"fact-").anchor(&card.id);
    }
    paint::note_id(page.raw("\"><p id=\"t"), Of::Claim(at)).raw("\">");
    page.add(&note::quoted(text, one.span)).raw(", ").raw(coverage::singular(one.sort)).raw(": ");
    page.add(&standing(text, &one.standing)).raw("</p></li>\n");
    page
}

/// What readers call a verdict; of the others the name says enough.
const VERDICTS: &[(&str, &str)] = &[
    ("agrees", "and right"),
    ("agreed-then", "and right at the time it speaks of"),
    ("contradicts", "and wrong"),
    ("outdated", "and no longer so"),
    ("denied", "and denied"),
];

fn told(verdict: &'static str) -> &'static str {
    VERDICTS.iter().find(|(name, _)| *name == verdict).map_or(verdict, |(_, told)| told)
}

fn standing(text: &str, standing: &Standing) -> Markup {
    let mut page = Markup::new();
    match standing {
        Standing::Covered { verdict, .. } => {
            page.raw("covered, ").text(told(verdict));
        }
        Standing::SetAside { why, cue, .. } => {
            page.raw("set aside, ").text(why);
            if let Some(cue) = cue {
                page.raw(" (").add(&note::quoted(text, *cue)).raw(")");
            }
        }
        Standing::Unvouched => {}
    }
    if let Some(card) = contents::fact(standing) {
        page.raw("; see <a class=\"see\" href=\"#fact-")
            .anchor(&card.id)
            .raw("\">")
            .text(&card.id)
            .raw("</a>");
    }
    page
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::code::Code;
    use crate::diagnostic::Linted;
    use crate::document::map::Field;
    use crate::report::sample;
    use crate::span::Span;

    #[track_caller]
    fn check(linted: &Linted, parts: &[&str]) -> String {
        let told = of(linted).into_string();
        parts.iter().for_each(|part| assert!(told.contains(part), "{part:?} is not in {told}"));
        told
    }

    #[test]
    fn an_article_without_findings_is_there_to_read() {
        let right = Linted::new(sample::linted("The bloc met.", "bloc").article, Vec::new());
        let told = check(&right, &["<details class=\"whole\">", ">The bloc met.</div>", "nothing found"]);
        assert!(!told.contains("class=\"notes\""));
    }

    #[test]
    fn a_headline_is_painted_too() {
        let mut linted = sample::linted("A text.", "");
        linted.article.title = Some("The 31-member bloc".to_owned());
        linted.findings[0].field = Field::Title;
        linted.findings[0].span = Span::new(4, 13);
        let told =
            check(&linted, &[">31-member</a> bloc</h2>", "<bdi>in/a.txt</bdi>", ">in the headline</a>"]);
        assert!(told.contains("<div class=\"text\" dir=\"auto\">A text.</div>"), "{told}");
    }

    #[test]
    fn claims_are_told_with_their_fact() {
        check(
            &sample::covered(),
            &[
                "1 covered by a fact, 1 set aside, 1 vouched for by nobody",
                "“<bdi>32 members</bdi>”, a number: covered, and right; see <a class=\"see\" href=\"#fact-bloc-members\">",
                "“<bdi>31</bdi>”, a number: set aside, said by somebody else (“<bdi>said</bdi>”)",
            ],
        );
    }

    #[test]
    fn of_what_is_no_article_only_a_part_is_shown() {
        let mut linted =
            sample::linted(&format!("{}\n[[fact]]\n{}", "a\n".repeat(900), "b\n".repeat(900)), "[[fact]]");
        assert!(of(&linted).into_string().len() > 3600);
        linted.findings[0].code = Code::FactOverdue;
        assert!(check(&linted, &["… <span", "[[fact]]</a> …</div>"]).len() < 2000);
    }

    #[test]
    fn what_could_not_be_read_is_a_note_without_a_text() {
        let told = check(&sample::linted("", ""), &["class=\"notes\"", "in/a.txt"]);
        assert!(!told.contains("class=\"text\""));
    }
}
