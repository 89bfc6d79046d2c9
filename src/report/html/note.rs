//! The note on a finding: what is wrong, the fact with its source, and what decided.

use crate::diagnostic::Card;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Elsewhere;
use crate::diagnostic::Label;
use crate::document::map::Field;
use crate::report::finding;
use crate::report::html::level::Level;
use crate::report::html::markup::Markup;
use crate::report::html::paint;
use crate::report::html::segment::Of;
use crate::report::html::source;
use crate::report::place;
use crate::report::place::Places;
use crate::span::Span;

/// How many bytes of quoted words are shown in a note; the article has them all.
const REACH: usize = 200;

/// The note on the finding at `at`.
pub fn of(places: &Places<'_>, at: usize, found: &Diagnostic) -> Markup {
    let mut page = Markup::new();
    let level = Level::of(found);
    paint::note_id(page.raw("<li class=\"finding ").raw(level.name()).raw("\" id=\""), Of::Finding(at));
    page.raw("\" data-level=\"").raw(level.name()).raw("\" data-name=\"").text(finding::name(found));
    if let Some(card) = &found.fact {
        page.raw("\" data-tells=\"fact-").anchor(&card.id);
    }
    page.raw("\">\n<p class=\"kind\"><span class=\"level\">")
        .raw(level.word())
        .raw("</span> <bdi class=\"name\">");
    page.text(finding::name(found)).raw("</bdi>").add(&position(places, at, found)).raw("</p>\n");
    paint::note_id(page.raw("<p class=\"message\" id=\"t"), Of::Finding(at)).raw("\">");
    page.text(&found.message).raw("</p>\n");
    if let Some(help) = &found.help {
        page.raw("<p class=\"help\">").text(help).raw("</p>\n");
    }
    page.add(&terms(places, found)).raw("</li>\n");
    page
}

/// Where the words stand, which leads back to them; nowhere in what could not be read.
fn position(places: &Places<'_>, at: usize, found: &Diagnostic) -> Markup {
    let mut page = Markup::new();
    let text = places.text(found.field);
    if text.trim().is_empty() {
        return page;
    }
    paint::words_id(page.raw(" <a class=\"back\" href=\"#"), at).raw("\">");
    if has_lines(places, found) {
        let place = places.of(found.field).position(place::clip(text, found.span).start());
        page.raw("line ").number(place.line).raw(", character ").number(place.column);
    } else {
        page.raw(if found.field == Field::Title { "in the headline" } else { "in the text" });
    }
    page.raw("</a>");
    page
}

/// Whether an editor would find the lines: not in one article of many, and not in a Word document.
fn has_lines(places: &Places<'_>, found: &Diagnostic) -> bool {
    let article = places.article;
    let is_word = article.path.extension().is_some_and(|ending| ending == "docx");
    article.id.is_none() && found.field == Field::Text && !is_word
}

/// What else there is to say, each with its name.
fn terms(places: &Places<'_>, found: &Diagnostic) -> Markup {
    let mut page = Markup::new();
    let text = places.text(found.field);
    term(&mut page, "Says", found.observed.as_deref());
    term(&mut page, "Expected", found.expected.as_deref());
    term(&mut page, "Judged as of", found.as_of.as_deref());
    term(&mut page, "Said how", found.status);
    term(&mut page, "Verdict", verdict(found));
    page.add(&labels(text, &found.labels)).add(&fix(text, found)).add(&elsewhere(&found.related));
    if let Some(card) = &found.fact {
        page.raw("<dt>Fact</dt><dd>").add(&fact(card)).raw("</dd>\n");
    }
    term(&mut page, "Not counted", found.suppressed.as_deref());
    if page == Markup::new() {
        return page;
    }
    let mut list = Markup::new();
    list.raw("<dl>\n").add(&page).raw("</dl>\n");
    list
}

/// What a claim came to; a check without a claim has only its name.
fn verdict(found: &Diagnostic) -> Option<&str> {
    let is_claim = !found.code.is_failure() && found.verdict != "none";
    is_claim.then_some(found.verdict)
}

fn term(page: &mut Markup, name: &'static str, text: Option<&str>) {
    if let Some(text) = text {
        page.raw("<dt>").raw(name).raw("</dt><dd>").text(text).raw("</dd>\n");
    }
}

/// The words that decided.
fn labels(text: &str, labels: &[Label]) -> Markup {
    let mut page = Markup::new();
    if labels.is_empty() {
        return page;
    }
    page.raw("<dt>Because of</dt><dd><ul>");
    for label in labels {
        page.raw("<li>").add(&quoted(text, label.span)).raw(": ").text(&label.text).raw("</li>");
    }
    page.raw("</ul></dd>\n");
    page
}

/// Words of an article between quotation marks, cut to a bounded length.
pub fn quoted(text: &str, span: Span) -> Markup {
    let words = place::clip(text, span);
    let shown = place::clip(text, Span::new(words.start(), words.end().min(words.start() + REACH)));
    let mut page = Markup::new();
    page.raw("“<bdi>").text(shown.of(text)).raw(if shown == words { "" } else { "…" }).raw("</bdi>”");
    page
}

fn fix(text: &str, found: &Diagnostic) -> Markup {
    let mut page = Markup::new();
    let Some(fix) = &found.fix else { return page };
    page.raw("<dt>Fix</dt><dd>write “<bdi>")
        .text(&fix.text)
        .raw("</bdi>” in place of ")
        .add(&quoted(text, fix.span));
    page.raw(if fix.is_safe { "" } else { "; look at it before you do" }).raw("</dd>\n");
    page
}

/// Words of other articles that say otherwise.
fn elsewhere(related: &[Elsewhere]) -> Markup {
    let mut page = Markup::new();
    if related.is_empty() {
        return page;
    }
    page.raw("<dt>See also</dt><dd><ul>");
    for other in related {
        let id = other.article.as_deref();
        let article = finding::located(finding::slashes(&other.path), id, Field::Text);
        page.raw("<li><bdi class=\"place\" data-place=\"").text(&article).raw("\">");
        page.text(&finding::elsewhere(other)).raw("</bdi> “<bdi>").text(&other.words).raw("</bdi>”<br>");
        page.raw("<span class=\"sentence\">").text(&other.sentence).raw("</span></li>");
    }
    page.raw("</ul></dd>\n");
    page
}

/// A fact: the truth, where it was read, and the rule that says so.
pub fn fact(card: &Card) -> Markup {
    let mut page = Markup::new();
    page.raw("<p class=\"says\">").text(&card.says).raw("</p>");
    if let Some(text) = &card.source {
        page.raw("<p class=\"source\">");
        source::add(&mut page, text);
        page.raw("</p>");
    }
    page.raw("<p class=\"rule\"><bdi>").text(&card.id).raw("</bdi>, <bdi>").text(&card.path).raw("</bdi>:");
    page.number(card.line).raw("</p>");
    page
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::diagnostic::Elsewhere;
    use crate::diagnostic::Label;
    use crate::diagnostic::Linted;
    use crate::diagnostic::Replacement;
    use crate::document::map::Field;
    use crate::report::place::Places;
    use crate::report::sample;
    use crate::span::Span;

    fn told(linted: &Linted) -> String {
        of(&Places::new(&linted.article), 0, &linted.findings[0]).into_string()
    }

    #[track_caller]
    fn check(linted: &Linted, parts: &[&str]) {
        let told = told(linted);
        parts.iter().for_each(|part| assert!(told.contains(part), "{part:?} is not in {told}"));
    }

    #[test]
    fn a_note_tells_the_fact_and_its_source() {
        check(
            &sample::linted("The 31-member bloc met.", "31-member"),
            &[
                "data-level=\"error\" data-name=\"bloc-members\" data-tells=\"fact-bloc-members\"",
                "the bloc has 32 members; this says 31</p>",
                ">line 1, character 5</a>",
                "<dt>Says</dt><dd>31</dd>\n<dt>Expected</dt><dd>32</dd>",
                "The bloc has had 32 members since 7 March 2024.</p>",
                "<a href=\"https://example.org/members\"",
                "<bdi>rules/bloc.toml</bdi>:12",
            ],
        );
    }

    #[test]
    fn a_note_tells_what_decided_and_what_would_mend_it() {
        let mut linted = sample::linted("The 31-member bloc met, he said.", "31-member");
        let found = &mut linted.findings[0];
        let (span, sentence) = (Span::new(27, 31), found.sentence);
        found.labels.push(Label { span, text: "said by somebody else (say.verb)".to_owned(), sentence });
        found.fix = Some(Replacement { span: Span::new(4, 6), text: "32".to_owned(), is_safe: false });
        found.suppressed = Some("a slip".to_owned());
        check(
            &linted,
            &[
                "class=\"finding quiet\"",
                "“<bdi>said</bdi>”: said by somebody else (say.verb)",
                "write “<bdi>32</bdi>” in place of “<bdi>31</bdi>”; look at it before you do",
                "<dt>Not counted</dt><dd>a slip</dd>",
            ],
        );
    }

    #[test]
    fn a_note_tells_where_else_to_look() {
        let mut linted = sample::linted("The 31-member bloc met.", "31-member");
        linted.article.id = Some("b".to_owned());
        linted.findings[0].related.push(Elsewhere {
            path: "in/a.jsonl".into(),
            article: Some("\"a\"".to_owned()),
            field: Field::Text,
            line: 1,
            column: 9,
            words: "32".to_owned(),
            sentence: "It has 32.".to_owned(),
        });
        check(
            &linted,
            &[
                "data-place=\"in/a.jsonl#&quot;a&quot;\">in/a.jsonl#&quot;a&quot;:1:9</bdi> “<bdi>32</bdi>”",
                ">in the text</a>",
            ],
        );
    }

    #[test]
    fn what_could_not_be_read_has_no_place() {
        assert!(!told(&sample::linted("", "")).contains("class=\"back\""));
    }

    #[test]
    fn endless_words_are_cut() {
        let mut linted = sample::linted(&"é".repeat(5000), "");
        linted.findings[0].fix =
            Some(Replacement { span: Span::new(0, 10_000), text: String::new(), is_safe: true });
        assert!(told(&linted).len() < 3000);
    }
}
