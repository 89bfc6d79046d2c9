//! What else the office of a title is called, without an editor having to say so.

/// Last words of titles whose holder newsrooms call the chief, boss or head of the organisation.
const CHIEFS: &[&str] = &["ceo", "executive", "secretary-general", "director-general"];

/// The short words for the holder of a top office: "the Pact's chief" for its secretary general.
const SHORT: &[&str] = &["chief", "boss", "head"];

/// Titles and how they are shortened.
const SHORTENED: &[(&str, &str)] = &[
    ("chief executive", "CEO"),
    ("chief executive officer", "CEO"),
    ("prime minister", "PM"),
    ("secretary general", "Sec. Gen."),
    ("secretary-general", "Sec-Gen"),
];

/// Words for one who chairs, whichever of them the editor wrote.
const CHAIRS: &[&str] = &["chair", "chairman", "chairwoman", "chairperson"];

/// The titles as they were given, and others of the same office.
pub fn all(given: &[String]) -> Vec<String> {
    let mut found = given.to_vec();
    if given.iter().any(|title| is_chief(title)) {
        found.extend(SHORT.iter().map(|title| (*title).to_owned()));
    }
    for title in given {
        found.extend(shortened(title));
        found.extend(chairs(title));
    }
    found
}

fn is_chief(title: &str) -> bool {
    let title = title.to_lowercase().replace(" general", "-general");
    title.starts_with("chief executive") || CHIEFS.contains(&last_word(&title))
}

fn last_word(title: &str) -> &str {
    title.rsplit(' ').next().unwrap_or(title)
}

fn shortened(title: &str) -> Option<String> {
    let found = SHORTENED.iter().find(|(long, _)| title.eq_ignore_ascii_case(long));
    found.map(|(_, short)| (*short).to_owned())
}

/// "chairwoman" for "chairman", "co-chairwoman" for "co-chairman".
fn chairs(title: &str) -> Vec<String> {
    let last = title.rsplit([' ', '-']).next().unwrap_or(title);
    if !CHAIRS.contains(&last.to_lowercase().as_str()) {
        return Vec::new();
    }
    let head = &title[..title.len() - last.len()];
    CHAIRS.iter().map(|chair| format!("{head}{chair}")).collect()
}

#[cfg(test)]
mod tests {
    use super::all;

    #[track_caller]
    fn check(given: &str, expected: &[&str], unexpected: &[&str]) {
        let found = all(&[given.to_owned()]);
        let is_there = |title: &&str| found.iter().any(|f| f == *title);
        assert!(expected.iter().all(is_there), "{found:?}");
        assert!(!unexpected.iter().any(is_there), "{found:?}");
    }

    #[test]
    fn a_top_office_has_short_names() {
        check("secretary general", &["secretary general", "chief", "head", "Sec. Gen."], &["CEO"]);
        check("chief executive", &["CEO", "boss"], &[]);
        check("prime minister", &["PM"], &["chief"]);
        check("president", &["president"], &["chief", "head"]);
        check("chief financial officer", &[], &["chief", "boss"]);
    }

    #[test]
    fn whoever_chairs_may_be_any_of_four() {
        check("chairman", &["chairwoman", "chair", "chairperson"], &[]);
        check("co-chair", &["co-chairwoman"], &["chair"]);
    }
}
