//! The titles of persons, what is known of each, and what else an office is called without an editor
//! having to say so.

/// What is known of a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// It goes with a name whatever its bearer does, and is no office: "Dr Vale".
    Courtesy,
    /// As the last word of a title it names the top office of an organisation: "chief executive".
    Top,
    /// Many hold it at a time, and keep it before their names: "Senator Vale". It names an office only with
    /// the organisation beside it.
    Shared,
    /// Its holder chairs: whichever of these words an editor wrote, the others mean the same.
    Chair,
    /// One person holds it beside another office: "chairman and CEO".
    Second,
    /// It is also a family name: "Leo Prince".
    Surname,
}

/// The titles of one word, each with what is known of it. None of them is a given name.
const TITLES: &[(&str, &[Trait])] = &[
    // Before a name.
    ("mr", &[Trait::Courtesy]),
    ("mrs", &[Trait::Courtesy]),
    ("ms", &[Trait::Courtesy]),
    ("mx", &[Trait::Courtesy]),
    ("dr", &[Trait::Courtesy]),
    ("sir", &[Trait::Courtesy]),
    ("dame", &[Trait::Courtesy]),
    ("lord", &[Trait::Courtesy]),
    ("lady", &[Trait::Courtesy]),
    ("prof", &[Trait::Courtesy]),
    ("professor", &[Trait::Courtesy]),
    ("cllr", &[Trait::Courtesy]),
    ("councillor", &[Trait::Courtesy]),
    ("rev", &[Trait::Courtesy]),
    ("revd", &[Trait::Courtesy]),
    ("lt", &[Trait::Courtesy]),
    ("sgt", &[Trait::Courtesy]),
    ("baroness", &[Trait::Courtesy]),
    ("admiral", &[Trait::Courtesy]),
    ("captain", &[Trait::Courtesy]),
    ("colonel", &[Trait::Courtesy]),
    // Of firms and clubs.
    ("ceo", &[Trait::Top, Trait::Second]),
    ("cfo", &[]),
    ("cto", &[]),
    ("executive", &[Trait::Top]),
    ("officer", &[Trait::Top]),
    ("boss", &[Trait::Top, Trait::Surname]),
    ("head", &[Trait::Top, Trait::Surname]),
    ("chief", &[Trait::Top]),
    ("leader", &[Trait::Top]),
    ("chair", &[Trait::Top, Trait::Chair, Trait::Second]),
    ("chairman", &[Trait::Top, Trait::Chair, Trait::Second]),
    ("chairwoman", &[Trait::Top, Trait::Chair, Trait::Second]),
    ("chairperson", &[Trait::Top, Trait::Chair, Trait::Second]),
    ("secretary-general", &[Trait::Top]),
    ("director-general", &[Trait::Top]),
    ("director", &[Trait::Second]),
    ("founder", &[Trait::Second]),
    ("co-founder", &[Trait::Second]),
    ("owner", &[Trait::Second]),
    ("administrator", &[]),
    ("deputy", &[]),
    ("analyst", &[]),
    ("spokesman", &[]),
    ("spokeswoman", &[]),
    ("spokesperson", &[]),
    // Of states.
    ("president", &[Trait::Top, Trait::Shared, Trait::Second]),
    ("vice-president", &[Trait::Shared]),
    ("general", &[Trait::Top, Trait::Shared]),
    ("secretary", &[Trait::Shared]),
    ("minister", &[Trait::Shared]),
    ("premier", &[Trait::Shared]),
    ("pm", &[Trait::Shared]),
    ("chancellor", &[Trait::Shared]),
    ("governor", &[Trait::Shared]),
    ("gov", &[Trait::Shared]),
    ("senator", &[Trait::Shared]),
    ("sen", &[Trait::Shared]),
    ("representative", &[Trait::Shared]),
    ("rep", &[Trait::Shared]),
    ("congressman", &[Trait::Shared]),
    ("congresswoman", &[Trait::Shared]),
    ("mayor", &[Trait::Shared]),
    ("ambassador", &[Trait::Shared]),
    ("judge", &[Trait::Shared]),
    ("justice", &[Trait::Shared, Trait::Surname]),
    ("coroner", &[]),
    ("king", &[Trait::Shared]),
    ("queen", &[Trait::Shared]),
    ("prince", &[Trait::Surname]),
    ("pope", &[]),
];

/// What is known of a word, if it is a title, whatever its case.
fn traits(word: &str) -> Option<&'static [Trait]> {
    let row = TITLES.iter().find(|(title, _)| title.eq_ignore_ascii_case(word));
    row.map(|(_, traits)| *traits)
}

/// Whether a word is a title.
pub fn is_title(word: &str) -> bool {
    traits(word).is_some()
}

/// Whether a word is a title of which this is known.
pub fn is(word: &str, what: Trait) -> bool {
    traits(word).is_some_and(|traits| traits.contains(&what))
}

/// Whether a word is a title and no part of a name.
pub fn is_no_name(word: &str) -> bool {
    traits(word).is_some_and(|traits| !traits.contains(&Trait::Surname))
}

/// Whether a word is the title of an office and nothing else.
pub fn is_office(word: &str) -> bool {
    is_no_name(word) && !is(word, Trait::Courtesy)
}

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
    if !is(last, Trait::Chair) {
        return Vec::new();
    }
    let head = &title[..title.len() - last.len()];
    let chairs = TITLES.iter().filter(|(_, traits)| traits.contains(&Trait::Chair));
    chairs.map(|(chair, _)| format!("{head}{chair}")).collect()
}

#[cfg(test)]
mod tests {
    use super::TITLES;
    use super::Trait;
    use super::all;
    use super::is;
    use super::is_no_name;
    use super::is_office;
    use std::collections::BTreeSet;

    #[test]
    fn every_title_stands_once_and_in_small_letters() {
        let words: BTreeSet<&str> = TITLES.iter().map(|(word, _)| *word).collect();
        assert_eq!(words.len(), TITLES.len());
        assert!(words.iter().all(|word| *word == word.to_lowercase()));
    }

    #[test]
    fn titles_are_known_in_any_case() {
        assert!(is("Chairperson", Trait::Top) && is("CHAIR", Trait::Chair) && is("Sen", Trait::Shared));
        assert!(is_office("Premier") && !is_office("Dame") && !is_office("Orla"));
        assert!(is_no_name("Dame") && !is_no_name("Prince"));
    }

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
