//! Names of persons where nouns are piled up, as in headlines: "Quay mayor Wall Street row".

use crate::claim::grammar;
use crate::claim::role::part;
use crate::claim::scene::Scene;
use crate::token::Kind;
use std::ops::Range;

/// Last words of names that are no person's.
const THINGS: &[&str] = &[
    "Accord", "Act", "Airport", "Arena", "Avenue", "Award", "Awards", "Bay", "Bill", "Bridge", "Building",
    "Castle", "Centre", "Center", "Church", "City", "Coast", "Court", "Cup", "Day", "Deal", "East",
    "Election", "Festival", "Fund", "Games", "Hall", "Harbour", "Harbor", "Hill", "Hospital", "Hotel",
    "House", "Island", "Islands", "Lake", "League", "Line", "Market", "Museum", "North", "Park", "Plan",
    "Plaza", "Port", "Prize", "Report", "River", "Road", "School", "Show", "South", "Square", "Stadium",
    "Station", "Street", "Summit", "Theatre", "Theater", "Tower", "Treaty", "Trophy", "Valley", "Village",
    "War", "Week", "West", "World",
];

/// Whether words with capitals in a headline name a person: a whole name, where not every word has a capital.
pub fn is_name(scene: &Scene<'_>, name: Range<usize>) -> bool {
    let last = name.end.checked_sub(1).map_or("", |last| scene.word(last));
    let is_whole = name.len() > 1 || is_subject(scene, name.end);
    // "Chief Executive: Ana Brandt" in a box.
    let is_entry = name.len() > 1 && scene.is_after(name.start, &[":"]) && name.end == scene.tokens.len();
    is_whole && !THINGS.contains(&last) && (is_entry || !scene.is_title_case())
}

/// "Mayor of Quay Ana Brandt opened it": a title without an article runs on into the name.
pub fn runs_on(scene: &Scene<'_>, title: &Range<usize>, name: &Range<usize>) -> bool {
    let opens = (0..title.start).all(|at| scene.tokens[at].kind == Kind::Mark);
    let is_place = name.clone().any(|at| THINGS.contains(&scene.word(at)) || part::is_part(scene, at));
    let goes_on = part::is_capitalised(scene, name.end) || scene.is(name.end, &["of", "'", "’", "-"]);
    opens && (2..=3).contains(&name.len()) && !is_place && !goes_on && !scene.is_title_case()
}

/// Whether a verb or the end follows a single name: "Quay mayor Brandt to stay", but not "Quay mayor Asia trip".
fn is_subject(scene: &Scene<'_>, end: usize) -> bool {
    let is_verb =
        [grammar::BE, grammar::AUXILIARY, grammar::SAYING, &["to"]].iter().any(|of| scene.is(end, of));
    is_verb || scene.tokens.get(end).is_none_or(|token| token.kind == Kind::Mark)
}
