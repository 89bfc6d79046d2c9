//! One page to open or to mail: the articles with what was found painted in, and nothing from any network.
//!
//! [`begin`], one [`article`] each (in any thread), [`numbered`] in their order, [`end`]. Articles are written
//! as they are made, so the summary is written last; the style puts it first, and the script moves it there.
//! Without the script the page can still be read, and every finding leads to its note.

mod article;
pub mod contents;
mod coverage;
mod filter;
mod level;
mod markup;
mod note;
mod paint;
mod segment;
mod source;
mod summary;

use crate::diagnostic::Linted;
use crate::report::Run;
use crate::report::binder::Part;
use crate::report::html::contents::Contents;
use crate::report::html::contents::Entry;
use crate::report::html::markup::Markup;
use crate::report::html::markup::NUMBER;
use crate::report::summary::Summary;

/// How the page looks.
const STYLE: &str = include_str!("style.css");
/// What the page does.
const SCRIPT: &str = include_str!("page.js");

/// What a browser may take from this page and from elsewhere: this style and this script, and nothing else.
///
/// A test knows the hashes; it tells the new ones when the files change.
const POLICY: &str = concat!(
    "default-src 'none'; base-uri 'none'; form-action 'none'; ",
    "style-src 'sha256-hRB3Pr0Gr0aLwd0JF14D7F4+lvUGVp7hO8QHVn24iAs='; ",
    "script-src 'sha256-vFN/WVZetN46CsI8g4HcKkjNe9Le/1sGfxdx2JR43kk='"
);

/// What stands before the first article.
pub fn begin(run: &Run) -> String {
    let mut page = Markup::new();
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").raw(POLICY).raw("\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
    page.raw("<meta name=\"generator\" content=\"factlint ").raw(env!("CARGO_PKG_VERSION")).raw("\">\n");
    page.raw("<title>Fact check</title>\n<style>").raw(STYLE).raw("</style>\n</head>\n<body>\n");
    page.raw("<a class=\"skip\" href=\"#articles\">To the articles</a>\n<a class=\"skip\" href=\"#summary\">To the summary</a>\n");
    page.raw("<header id=\"top\"><h1>Fact check</h1>\n").add(&imprint(run)).raw("</header>\n");
    page.raw("<main id=\"articles\" tabindex=\"-1\" aria-label=\"Articles\">\n");
    page.into_string()
}

/// What checked, against which rules, as of which day.
fn imprint(run: &Run) -> Markup {
    let mut page = Markup::new();
    page.raw("<p class=\"imprint\">factlint ").raw(env!("CARGO_PKG_VERSION"));
    if !run.rules_hash.is_empty() {
        page.raw(" · rules ").text(&run.rules_hash);
    }
    if let Some(day) = &run.as_of {
        page.raw(" · judged as of ").text(day);
    }
    page.raw("</p>\n");
    page
}

/// An article, whose number is still open, with what the end has to know of it.
pub fn article(linted: &Linted) -> Part {
    let entry = Entry::of(linted);
    Part { text: article::of(linted).into_string(), entry: Some(Box::new(entry)) }
}

/// The next article with its number; what is no article of this page's making is only shown.
pub fn numbered(contents: &mut Contents, part: Part) -> String {
    if let Some(entry) = part.entry {
        return part.text.replace(NUMBER, &contents.enter(*entry).to_string());
    }
    let mut page = Markup::new();
    if !part.text.is_empty() {
        page.raw("<pre class=\"text\">").block(&part.text).raw("</pre>\n");
    }
    page.into_string()
}

/// What stands behind the last article.
pub fn end(summary: &Summary, contents: &Contents) -> String {
    let mut page = Markup::new();
    if contents.lines.is_empty() {
        page.raw("<p class=\"empty\">No article was checked.</p>\n");
    }
    page.raw("</main>\n").add(&summary::of(summary, contents)).add(&facts(contents)).raw(DESK);
    page.raw("<script>").raw(SCRIPT).raw("</script>\n</body>\n</html>\n");
    page.into_string()
}

/// The facts that were met, each once.
fn facts(contents: &Contents) -> Markup {
    let mut page = Markup::new();
    if contents.facts.is_empty() {
        return page;
    }
    page.raw(
        "<section id=\"facts\" aria-labelledby=\"facts-head\"><h2 id=\"facts-head\">The facts</h2>\n<ul>\n",
    );
    for card in contents.facts.values() {
        page.raw("<li class=\"fact\" id=\"fact-")
            .anchor(&card.id)
            .raw("\">")
            .add(&note::fact(card))
            .raw("</li>\n");
    }
    page.raw("</ul></section>\n");
    page
}

/// Where the script shows the note on the chosen words; without it there is no use for it.
const DESK: &str = r#"<aside id="desk" aria-label="The chosen words" hidden>
<div id="steps" role="group" aria-label="Step through the findings">
<button type="button" id="previous" aria-keyshortcuts="k p">Previous</button>
<output id="place"></output>
<button type="button" id="next" aria-keyshortcuts="j n">Next</button>
</div>
<div id="card" tabindex="-1"></div>
<p id="hint"><label><input type="checkbox" id="keys" checked> Keys</label>: <kbd>j</kbd> or <kbd>n</kbd> next,
<kbd>k</kbd> or <kbd>p</kbd> previous, <kbd>Enter</kbd> to the note, <kbd>Esc</kbd> back</p>
</aside>
"#;

#[cfg(test)]
mod tests {
    use super::POLICY;
    use super::SCRIPT;
    use super::STYLE;
    use super::article;
    use super::begin;
    use super::end;
    use super::numbered;
    use crate::diagnostic::Card;
    use crate::diagnostic::Linted;
    use crate::report::Run;
    use crate::report::binder::Part;
    use crate::report::html::contents::Contents;
    use crate::report::sample;
    use crate::report::summary::Summary;
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use html5gum::DefaultEmitter;
    use html5gum::Token;
    use html5gum::Tokenizer;
    use std::collections::BTreeSet;
    use std::sync::Arc;

    /// Words that try to leave wherever they are put.
    const HOSTILE: &str =
        "\"><script>alert(1)</script>'<img src=x onerror=alert(1)>--></style></title>\u{202e}\0\u{1}\u{ffff}";

    fn page(articles: &[Linted]) -> String {
        let run = Run { rules_hash: "abc".to_owned(), ..Run::default() };
        let mut contents = Contents::default();
        let mut page = begin(&run);
        for linted in articles {
            page.push_str(&numbered(&mut contents, article(linted)));
        }
        page + &end(&Summary::default(), &contents)
    }

    /// The elements of a page that must be closed, with their attributes; every one of them is.
    fn elements(page: &str) -> Vec<(String, Vec<(String, String)>)> {
        const VOID: &[&str] = &["meta", "br", "input", "rect"];
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let mut open = Vec::new();
        let mut found = Vec::new();
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(page, emitter) {
            match token.unwrap() {
                Token::StartTag(tag) => {
                    let name = text(&tag.name);
                    let attributes =
                        tag.attributes.iter().map(|(name, value)| (text(name), text(&value.value)));
                    found.push((name.clone(), attributes.collect()));
                    if !VOID.contains(&name.as_str()) {
                        open.push(name);
                    }
                }
                Token::EndTag(tag) => assert_eq!(open.pop(), Some(text(&tag.name))),
                Token::Error(error) => panic!("{error:?}"),
                _ => {}
            }
        }
        assert_eq!(open, [] as [String; 0]);
        found
    }

    /// Checks that a page is whole: what is open is closed, ids are there once, and what leads somewhere arrives.
    #[track_caller]
    fn check(articles: &[Linted]) {
        let page = page(articles);
        let elements = elements(&page);
        let values = |name: &str| {
            let all = elements.iter().flat_map(|(_, attributes)| attributes);
            all.filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect::<Vec<_>>()
        };
        let ids: BTreeSet<&str> = values("id").into_iter().collect();
        assert_eq!(ids.len(), values("id").len(), "an id is there twice");
        let ways = values("href").into_iter().filter_map(|href| href.strip_prefix('#'));
        let named = ["data-on", "data-cue", "aria-labelledby", "aria-describedby", "data-fact"];
        let named = named.iter().flat_map(|name| values(name)).flat_map(|value| value.split(' '));
        ways.chain(named).for_each(|id| assert!(ids.contains(id), "nothing is called {id:?}"));
        assert_eq!(elements.iter().filter(|(name, _)| name == "article").count(), articles.len());
        assert_eq!(elements.iter().filter(|(name, _)| name == "script").count(), 1);
        let is_handler = |name: &str| name.starts_with("on") || name == "style";
        let attributes = elements.iter().flat_map(|(_, attributes)| attributes);
        assert!(!attributes.into_iter().any(|(name, _)| is_handler(name)));
        assert!(!page.contains(['\u{202e}', '\0', '\u{1}']));
    }

    fn hostile() -> Linted {
        let mut linted = sample::linted(&format!("{HOSTILE} 31-member"), "31-member");
        linted.article.path = HOSTILE.into();
        linted.article.id = Some(HOSTILE.to_owned());
        linted.article.title = Some(HOSTILE.to_owned());
        let found = &mut linted.findings[0];
        found.message = HOSTILE.to_owned();
        found.help = Some(HOSTILE.to_owned());
        found.observed = Some(HOSTILE.to_owned());
        found.suppressed = Some(HOSTILE.to_owned());
        found.fact = Some(Arc::new(Card {
            id: HOSTILE.to_owned(),
            says: HOSTILE.to_owned(),
            source: Some(format!("javascript:alert(1), https://{HOSTILE}")),
            path: HOSTILE.to_owned(),
            line: 1,
        }));
        linted
    }

    #[test]
    fn a_page_is_whole_with_any_articles() {
        let wrong = sample::linted("The 31-member bloc met.", "31-member");
        let right = Linted::new(wrong.article.clone(), Vec::new());
        let unread = sample::linted("", "");
        let mut crowded = wrong.clone();
        crowded.checkables = sample::covered().checkables;
        crowded.findings = (0..20).map(|_| crowded.findings[0].clone()).collect();
        check(&[]);
        check(std::slice::from_ref(&right));
        check(&[wrong.clone(), right, wrong, unread, crowded, sample::covered()]);
    }

    #[test]
    fn an_article_can_do_nothing_but_be_read() {
        check(&[hostile(), hostile()]);
        let page = page(&[hostile()]);
        assert!(!page.contains("<img") && page.matches("alert(1)</script>").count() == 0, "{page}");
        assert!(!page.contains("href=\"javascript:"));
    }

    #[test]
    fn what_was_not_made_here_is_shown_as_text() {
        let mut contents = Contents::default();
        assert_eq!(
            numbered(&mut contents, Part::from("-<b>\n".to_owned())),
            "<pre class=\"text\">-&lt;b&gt;\n</pre>\n"
        );
        assert_eq!(numbered(&mut contents, Part::default()), "");
    }

    #[test]
    fn the_policy_knows_the_style_and_the_script() {
        for (what, text) in [("style", STYLE), ("script", SCRIPT)] {
            let hash = STANDARD.encode(hmac_sha256::Hash::hash(text.as_bytes()));
            let source = format!("{what}-src 'sha256-{hash}'");
            assert!(POLICY.contains(&source), "the {what} has changed; its hash is now {source}");
            assert!(!text.to_lowercase().contains(&format!("</{what}")) && !text.contains("<!--"));
        }
    }
}
