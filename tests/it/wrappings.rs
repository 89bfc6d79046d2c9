//! One sentence of every kind of fact in every wrapping, each flagged at its exact words.

use factlint::config::Config;
use factlint::fact::RuleFile;
use factlint::fact::load;
use factlint::lint::Linter;
use factlint::lint::Options;
use factlint::lint::checks::Checks;
use factlint::source::Article;
use factlint::source::Format;
use jiff::civil::date;

pub const RULES: &str = r#"
[[entity]]
id = "zelmora"
names = ["Zelmora"]
[[entity]]
id = "vale"
names = ["Orla Vale"]
[[entity]]
id = "lee"
names = ["Ana Lee"]
[[fact]]
id = "count"
says = "Zelmora has 31 member states"
kind = "count"
subject = "zelmora"
attribute = ["member", "member state"]
value = 31
source = { title = "A", url = "https://example.org", read-on = 2026-03-04 }
[[fact]]
id = "role"
says = "Orla Vale is secretary general of Zelmora"
kind = "role"
subject = "zelmora"
title = ["secretary general"]
timeline = [{ value = "lee", from = 2015-01-01, until = 2020-01-01 }, { value = "vale", from = 2020-01-01 }]
source = { title = "A", url = "https://example.org", read-on = 2026-03-04 }
[[fact]]
id = "measure"
says = "Deletions of Zelmora rose 295%"
kind = "measure"
subject = "zelmora"
nature = "event"
attribute = ["deletion"]
value = "295%"
change = "up"
source = { title = "A", url = "https://example.org", read-on = 2026-03-04 }
[[fact]]
id = "date"
says = "The summit of Zelmora was on 3 March 2026"
kind = "date"
subject = "zelmora"
nature = "event"
attribute = ["summit"]
value = "2026-03-03"
slack-days = 0
source = { title = "A", url = "https://example.org", read-on = 2026-03-04 }
[[fact]]
id = "term"
says = "Zelmora uninstalls were counted by Sensor Hill"
kind = "term"
subject = "zelmora"
nature = "event"
attribute = ["uninstall"]
value = "Sensor Hill"
rivals = ["Figure Dale"]
source = { title = "A", url = "https://example.org", read-on = 2026-03-04 }
[[fact]]
id = "quote"
says = "Vale called Zelmora a pact of rather large friends who meet each spring in the hills"
kind = "quote"
speaker = "vale"
value = "a pact of rather large friends who meet each spring in the hills"
source = { title = "A", url = "https://example.org", read-on = 2026-03-04 }
[[fact]]
id = "name"
says = "His name is written Orla Vale"
kind = "name"
subject = "vale"
value = "Orla Vale"
never = ["Orlo Vail"]
source = { title = "A", url = "https://example.org", read-on = 2026-03-04 }
[[fact]]
id = "statement"
says = "Zelmora never agreed to leave the pact"
kind = "statement"
subject = "zelmora"
patterns = ["Zelmora agreed to leave the pact"]
holds = false
source = { title = "A", url = "https://example.org", read-on = 2026-03-04 }
"#;

/// Sentences with the words at fault between guillemets; a wrapping cuts these in two at `|`.
pub const SENTENCES: &[(&str, &str)] = &[
    ("count", "Zelmora has «twenty|-|nine» member states."),
    ("role", "Zelmora secretary general «Ana| |Lee» spoke in the capital."),
    ("measure", "Deletions of Zelmora rose by «395| |percent» in a day."),
    ("date", "The summit of Zelmora took place on «4| |March 2026» in the capital."),
    ("term", "Uninstalls of Zelmora were counted by «Figure| |Dale» that day."),
    ("quote", "Orla Vale called it “a pact of «very| |small» friends who meet each spring in the hills”."),
    ("name", "The speech of «Orlo| |Vail» was heard in the capital."),
    ("statement", "The minister wrote that «Zelmora agreed| |to leave the pact»."),
];

/// B stands for what comes before the words at fault, 1 and 2 for these, S for what is between them,
/// E for the same as an entity and A for what comes after. The guillemets mark what is to be flagged.
const WRAPPINGS: &[(&str, Format, &str)] = &[
    ("nothing", Format::Text, "B«1S2»A"),
    ("a byte that is not seen", Format::Text, "B«1\u{200b}S\u{ad}2»A"),
    ("text around", Format::Text, "A heading\r\n\r\nB«1S2»A\r\n\r\nThe end.\r\n"),
    ("paragraph", Format::Markdown, "B«1S2»A\n"),
    ("bold", Format::Markdown, "B**«1**S2»A"),
    ("bold whole", Format::Markdown, "B__«1S2»__A"),
    ("italic end", Format::Markdown, "B«1S*2»*A"),
    ("link", Format::Markdown, "B[«1S2»](https://example.org/30-members \"30\")A"),
    ("half a link", Format::Markdown, "B[«1](https://example.org)S2»A"),
    ("reference", Format::Markdown, "B[«1S2»][x]A\n\n[x]: https://example.org"),
    ("entity", Format::Markdown, "B«1E2»A"),
    ("footnote mark", Format::Markdown, "B«1[^x]S2»A\n\n[^x]: See below."),
    ("footnote", Format::Markdown, "See here.[^x]\n\n[^x]: B«1S2»A"),
    ("heading", Format::Markdown, "## B«1S2»A"),
    ("closed heading", Format::Markdown, "# B«1S2»A # {#top}\n"),
    ("underlined heading", Format::Markdown, "B«1S2»A\n===\n"),
    ("item", Format::Markdown, "- One.\n- B«1S2»A\n"),
    ("nested item", Format::Markdown, "1. One.\n   * [x] B«1S**2»**A\n"),
    ("row", Format::Markdown, "| A | B |\n|---|:-:|\n| One. | B**«1**S2»A |\n"),
    ("alt text", Format::Markdown, "![B«1S2»A](a.png)"),
    ("front matter title", Format::Markdown, "---\ntags: [a]\ntitle: \"B«1S2»A\"\n---\n\nText.\n"),
    ("front matter description", Format::Markdown, "+++\ndescription = 'B«1S2»A'\n+++\nText.\n"),
    ("folded description", Format::Markdown, "---\ndescription: >\n  B«1S2»A\n---\nText.\n"),
    ("inline HTML", Format::Markdown, "B<b>«1</b>S<!-- 30 -->2»A"),
    ("HTML block", Format::Markdown, "<div class=\"a\">\nB<b>«1</b>E2»A\n</div>\n"),
    ("note", Format::Markdown, "> [!NOTE]\n> B«1S2»A\n"),
    ("HTML paragraph", Format::Html, "<p>B«1S2»A</p>"),
    ("HTML bold", Format::Html, "<p>B<strong>«1</strong>S2»A</p>"),
    ("HTML link", Format::Html, "<p>B<a title='30 members' href='https://example.org'>«1S2»</a>A</p>"),
    ("HTML entity", Format::Html, "<p>B«1E2»A</p>"),
    ("soft hyphen", Format::Html, "<p>B«1&shy;S&zwj;2»A</p>"),
    ("HTML comment", Format::Html, "<p>B«1<!-- 30 members -->S2»A</p>"),
    ("HTML row", Format::Html, "<table><tr><td>One.</td><td>B«1S2»A</td></tr></table>"),
    ("HTML item", Format::Html, "<ul><li>One.<li>B«1S2»A</ul>"),
    ("HTML heading", Format::Html, "<h2>B«1S<i>2»</i>A</h2>"),
    ("HTML title", Format::Html, "<head><title>B«1E2»A</title></head><body><p>Text.</p></body>"),
    ("HTML description", Format::Html, "<meta name=\"description\" content=\"B«1E2»A\"><p>Text.</p>"),
    ("HTML alt text", Format::Html, "<img src='30.png' alt='B«1E2»A'>"),
    ("MDX comment", Format::Markdown, "B«1{/* 30 members */}S2»A"),
    ("marked", Format::Html, "<p>B<mark>«1</mark>S2»A</p>"),
    ("HTML caption", Format::Html, "<figure><img src='30.png'><figcaption>B«1S2»A</figcaption></figure>"),
    ("rST strong", Format::Rst, "B**«1S2»**A"),
    ("rST link", Format::Rst, "B`«1S2» <https://example.org/30>`_\\ A"),
    ("rST role", Format::Rst, "B:emphasis:`«1S2»`\\ A"),
    ("rST item", Format::Rst, "* One.\n\n  1. B«1S2»A\n"),
    ("rST footnote", Format::Rst, "See here [#f]_.\n\n.. [#f] B«1S2»A\n"),
    (
        "rST heading",
        Format::Rst,
        "B«1S2»A\n=====================================================================\n",
    ),
    ("rST note", Format::Rst, ".. note::\n\n   B«1S2»A\n"),
    ("rST alt text", Format::Rst, ".. image:: 30.png\n   :alt: B«1S2»A\n"),
    ("rST description", Format::Rst, ".. meta::\n   :description: B«1S2»A\n"),
    ("rST row", Format::Rst, "+------+---+\n| One. | B«1S2»A |\n+------+---+\n"),
    ("rST title", Format::Rst, ":date: 2026-03-04\n:title: B«1S2»A\n\nText.\n"),
    ("AsciiDoc bold", Format::AsciiDoc, "B**«1**S2»A"),
    ("AsciiDoc link", Format::AsciiDoc, "Bxref:30.html[«1S2»]A"),
    ("AsciiDoc address", Format::AsciiDoc, "Bhttps://example.org/30[«1S2»]A"),
    ("AsciiDoc entity", Format::AsciiDoc, "B«1E2»A"),
    ("AsciiDoc item", Format::AsciiDoc, "* One.\n** B«1S2»A\n"),
    ("AsciiDoc footnote", Format::AsciiDoc, "See here.footnote:[B«1S2»A]\n"),
    ("AsciiDoc heading", Format::AsciiDoc, "== B«1S2»A\n"),
    ("AsciiDoc row", Format::AsciiDoc, "|===\n|One. |B«1S2»A\n|===\n"),
    ("AsciiDoc alt text", Format::AsciiDoc, "image::30.png[\"B«1S2»A\",300]\n"),
    ("AsciiDoc description", Format::AsciiDoc, "= Text\n:description: B«1S2»A\n\nText.\n"),
    ("AsciiDoc block title", Format::AsciiDoc, ".B«1S2»A\n====\nText.\n====\n"),
    ("HTML script before", Format::Html, "<script>var a = '<p>';</script><p>B«1S2»A<style>b{}</style>"),
];

/// The two lines of a wrapped sentence, for words with a space between them.
const WRAPPED: &[(&str, Format, &str)] = &[
    ("wrapped text", Format::Text, "In the longest of all of its many summits, B«1\r\n2»A"),
    ("wrapped Markdown", Format::Markdown, "B«1\n2»A"),
    ("wrapped quotation mark", Format::Markdown, "- B«1\n  2»A"),
    ("wrapped rST", Format::Rst, "* B«1\n  2»A"),
    ("wrapped AsciiDoc", Format::AsciiDoc, "* B«1\n2»A"),
    ("broken line", Format::Html, "<p>B«1&Tab;\r\n\t 2»A</p>"),
    ("thin space", Format::Text, "B«1\u{2009}2»A"),
    ("no-break space", Format::Text, "B«1\u{a0}2»A"),
];

/// Characters that stand for others, in words with a hyphen between them.
const HYPHENATED: &[(&str, Format, &str)] = &[
    ("no-break hyphen", Format::Text, "B«1\u{2011}2»A"),
    ("hyphen", Format::Html, "B«1&hyphen;2»A"),
    ("wide hyphen", Format::Markdown, "B«1－2»A"),
];

/// The text of a sentence in a wrapping, without guillemets, and the words that stood between them.
fn wrap(sentence: &str, template: &str) -> (String, String) {
    let parts: Vec<&str> = sentence.split(['«', '|', '»']).collect();
    let entity = if parts[2] == "-" { "&#45;" } else { "&nbsp;" };
    let put = |c: char| match c {
        'B' => parts[0].to_owned(),
        '1' => parts[1].to_owned(),
        'S' => parts[2].to_owned(),
        'E' => entity.to_owned(),
        '2' => parts[3].to_owned(),
        'A' => parts[4].to_owned(),
        other => other.to_string(),
    };
    // Only the marks around the words at fault stand for the sentence; elsewhere letters are letters.
    let open = template.find('«').expect("an opening mark");
    let before = template[..open].rfind('B').expect("a beginning");
    let end = template.rfind('A').expect("an end") + 1;
    let middle: String = template[before..end].chars().map(put).collect();
    let marked = [&template[..before], &middle, &template[end..]].concat();
    let words = marked.split(['«', '»']).nth(1).expect("marked words").to_owned();
    (marked.replace(['«', '»'], ""), words)
}

/// What is wrong with a sentence in a wrapping, if anything.
fn fault(
    linter: &Linter<'_>,
    (fact, sentence): (&str, &str),
    (name, format, template): (&str, Format, &str),
) -> Option<String> {
    let (text, words) = wrap(sentence, template);
    let article = Article { text, format, ..Article::default() };
    let linted = linter.check(&article);
    let found: Vec<_> = linted
        .iter()
        .map(|finding| (finding.fact.as_ref().map(|card| card.id.as_str()), finding.span.of(&article.text)))
        .collect();
    let is_right = found == [(Some(fact), words.as_str())];
    (!is_right).then(|| format!("{name}: {words:?} in {:?}, but found {found:?}", article.text))
}

#[test]
fn every_wrapping_is_read_through() {
    let file = RuleFile::new("a.toml", RULES.to_owned());
    let loaded = load::texts(vec![file]);
    assert!(loaded.mistakes.is_empty(), "{:?}", loaded.mistakes);
    let day = date(2026, 3, 4);
    let options = Options {
        as_of: Some(day),
        default_date: None,
        today: day,
        show_suppressed: false,
        coverage: false,
        checks: Checks::default(),
    };
    let config = Config::default();
    let linter = Linter::new(&loaded.rules, &config, options);
    let mut faults: Vec<String> = Vec::new();
    for sentence in SENTENCES {
        let others = if sentence.1.contains("|-|") { HYPHENATED } else { WRAPPED };
        let wrappings = WRAPPINGS.iter().chain(others);
        faults.extend(wrappings.filter_map(|wrapping| fault(&linter, *sentence, *wrapping)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
