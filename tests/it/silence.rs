//! An editor sees why the linter was silent: for each status the words that decided, from the command line.

use crate::workspace::Workspace;

/// A statement about the twelve clubs of the league, its status, the words that decided, and what is said of
/// them.
const CASES: &[(&str, &str, &str, &str)] = &[
    (
        "The Harbour League has 12 clubs, compared with the 14 clubs of the Harbour League of old.",
        "other-subject",
        "compared with",
        "held against something else here (compare.with)",
    ),
    (
        "The phrase “the Harbour League has 14 clubs” contains two errors.",
        "mention",
        "The phrase",
        "the word itself is spoken of here (mention)",
    ),
    (
        "Vale said the Harbour League has 14 clubs. His office later said he had misspoken.",
        "retracted",
        "misspoken",
        "taken back here (retract.misspoke)",
    ),
    (
        "Vale at first said the Harbour League has 14 clubs. It has 12 clubs.",
        "retracted",
        "12",
        "put in its place here (replaced)",
    ),
    ("The Harbour League has 12 clubs, not 14.", "contrasted", ", not", "ruled out here (contrast.not)"),
    (
        "At the time the Harbour League had 14 clubs.",
        "historical",
        "At the time",
        "told of the past (time.past)",
    ),
    ("In 2019 the Harbour League had 14 clubs.", "historical", "In 2019", "speaks of this time (date)"),
    (
        "If the Harbour League has 14 clubs, it will vote.",
        "hypothetical",
        "If",
        "only supposed here (suppose.if)",
    ),
    ("Does the Harbour League have 14 clubs?", "hypothetical", "?", "asked here (question)"),
    ("The Harbour League does not have 14 clubs.", "negated", "not", "denied here (deny.not)"),
    (
        "“We in the Harbour League have 14 clubs,” Vale said.",
        "quoted",
        "We in the Harbour League have 14 clubs,",
        "in somebody else's words (quotation)",
    ),
    ("Vale said the Harbour League has 14 clubs.", "attributed", "said", "said by somebody else (say.verb)"),
    (
        "The Harbour League probably has 14 clubs.",
        "hedged",
        "probably",
        "not stated as certain (hedge.adverb)",
    ),
];

/// What is wrong with the account of one case.
fn fault(workspace: &Workspace, (text, status, cue, label): (&str, &str, &str, &str)) -> Option<String> {
    workspace.write("a.txt", format!("Good.\n\n{text}\n"));
    let seen = workspace.run(&["extract", "--rules", "rules", "--format", "jsonl", "a.txt"]).out;
    let seen: serde_json::Value = serde_json::from_str(&seen).expect("a line of JSON");
    let claims = seen["claims"].as_array().expect("claims");
    let claim = claims.iter().find(|claim| claim["text"].as_str().is_some_and(|text| text.starts_with("14")));
    let Some(claim) = claim else { return Some(format!("no claim in {text}: {claims:?}")) };
    let article = format!("Good.\n\n{text}\n");
    let ends: Vec<usize> =
        claim["cue_span"].as_array()?.iter().filter_map(|end| end.as_u64()?.try_into().ok()).collect();
    let found = (&claim["status"], &claim["cue"], &article[ends[0]..ends[1]]);
    if found != (&status.into(), &cue.into(), cue) {
        return Some(format!("{text}: {found:?}"));
    }
    let drawn = workspace.run(&["check", "--show-suppressed", "a.txt"]).out;
    let painted = workspace.run(&["extract", "--rules", "rules", "a.txt"]).out;
    let group = claim["cue_group"].as_str().expect("a group");
    let is_told = drawn.contains(label) && painted.contains(&format!("{status} by “{cue}” (3:"));
    (!is_told || !label.contains(group)).then(|| format!("{label}\n{drawn}\n{painted}"))
}

#[test]
fn every_status_is_told_with_its_cue() {
    let workspace = Workspace::with(&[]);
    let faults: Vec<String> = CASES.iter().filter_map(|case| fault(&workspace, *case)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What `check --show-suppressed` draws of one article.
#[track_caller]
fn check_drawn(text: &str, expected: &str) {
    let workspace = Workspace::with(&[("a.txt", text)]);
    let ran = workspace.run(&["check", "--show-suppressed", "--width", "90"]);
    assert_eq!(ran.out, expected, "{}", ran.out);
}

const NEXT: &str = "  ☞ info[league-clubs]: The Harbour League has 12 clubs; “14” is not asserted here
   ╭─[a.txt:1:34]
 1 │ Vale said the Harbour League has 14 clubs.
   ·      ──┬─                        ─┬
   ·        │                          ╰── says 14
   ·        ╰── said by somebody else (say.verb)
 2 │ \n 3 │ His office later corrected the figure.
   ·                  ────┬────
   ·                      ╰── taken back here (retract.act)
   ╰────
  rule: rules/league.toml:6, article without a date

";

#[test]
fn a_cue_in_the_next_sentence_is_drawn_with_the_claim() {
    check_drawn(
        "Vale said the Harbour League has 14 clubs.\n\nHis office later corrected the figure.\n",
        NEXT,
    );
}

const FAR: &str = "  ☞ info[league-clubs]: The Harbour League has 12 clubs; “14” is not asserted here
   ╭─[a.txt:1:51]
 1 │ … meeting that the Harbour League has 14 clubs, after which he spoke of the new …
   ·                                       ─┬
   ·                                        ╰── says 14
   ╰────
   ╭─[a.txt:1:176]
 1 │ His office later corrected the figure, and he was sorry.
   ·                  ────┬────
   ·                      ╰── taken back here (retract.act)
   ╰────
  note: said by somebody else (say.verb): “told”, line 1 column 6
  rule: rules/league.toml:6, article without a date

";

#[test]
fn one_too_far_away_gets_a_picture_of_its_own() {
    check_drawn(
        "Vale told the meeting that the Harbour League has 14 clubs, after which he spoke of the new pier, of \
         its cost and of who is to pay for it. The mood was good. His office later corrected the figure, and \
         he was sorry.\n",
        FAR,
    );
}
