//! Newsroom files on their way through the conversion that `docs/articles.md` describes.

use crate::workspace::Workspace;
use std::path::Path;
use std::process::Command;

const WRONG: &str = "The Harbour League has 14 clubs.";

/// Files with the id under which their only finding is found.
const FILES: &[(&str, &str, &str)] = &[
    (
        "rss.xml",
        "<rss xmlns:c='c'><channel><title>A</title><item><title>Head</title><guid>a-1</guid>\
         <pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate><c:encoded><![CDATA[<p>WRONG</p>]]></c:encoded></item></channel></rss>",
        "a-1:1:27",
    ),
    (
        "atom.xml",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>b-1</id><title>WRONG</title>\
         <published>2026-03-04T10:00:00Z</published><summary>Text here.</summary></entry></feed>",
        "b-1/title:1:24",
    ),
    (
        "nitf.xml",
        "<nitf><head><docdata><doc-id id-string='c-1'/><date.issue norm='20260304T100000Z'/></docdata></head><body>\
         <body.head><hedline><hl1>Head</hl1></hedline></body.head><body.content><p>Text.</p><p>WRONG</p></body.content></body></nitf>",
        "c-1:1:39",
    ),
    (
        "newsml.xml",
        "<newsMessage xmlns='n'><itemSet><newsItem guid='d-1'><itemMeta><versionCreated>2026-03-04</versionCreated></itemMeta>\
         <contentMeta><headline>Head</headline></contentMeta><contentSet><inlineXML><html xmlns='x'><body><p>WRONG</p></body></html>\
         </inlineXML></contentSet></newsItem></itemSet></newsMessage>",
        "d-1:1:27",
    ),
];

#[test]
fn they_become_json_lines() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/newsroom_to_jsonl.py");
    for (name, text, place) in FILES {
        let workspace = Workspace::with(&[(name, &text.replace("WRONG", WRONG))]);
        let output = Command::new("python3").arg(&script).arg(workspace.path().join(name)).output();
        let output = output.expect("the conversion needs python3");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        workspace.write("a.jsonl", &output.stdout);
        let ran = workspace.run(&["check", "a.jsonl", "--format", "concise"]);
        assert!(
            ran.out.starts_with(&format!("a.jsonl#{place}: error[league-clubs]")),
            "{name}: {}{}",
            ran.out,
            ran.err
        );
    }
}
