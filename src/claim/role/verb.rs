//! Verbs that say the same as a title: "edits" and "edited by" for an editor.

use crate::claim::role::leader;
use crate::claim::scene::Scene;
use crate::fact::FactId;
use crate::fact::Kind;

/// Verbs of holding the top office, whatever its title.
const LEADING: &[&str] =
    &["runs", "leads", "heads", "run", "led", "headed", "helms", "leading", "heading", "running", "helmed"];

/// Verbs of chairing, which is another office where the one of the fact is no chair.
const CHAIRING: &[&str] = &["chairs", "chaired", "chairing"];

/// The verb of a title.
struct Verb {
    /// Whole titles; a deputy editor edits nothing.
    titles: &'static [&'static str],
    /// Forms for today.
    present: &'static [&'static str],
    /// The form after "has", or before "by".
    participle: &'static str,
}

/// The titles that have a verb of their own. Their past tense is no claim about today, unlike "led".
const VERBS: &[Verb] = &[
    Verb {
        titles: &["editor", "editor-in-chief", "editor in chief"],
        present: &["edits", "editing"],
        participle: "edited",
    },
    Verb { titles: &["coach", "head coach"], present: &["coaches", "coaching"], participle: "coached" },
    Verb { titles: &["manager", "head coach"], present: &["manages", "managing"], participle: "managed" },
    Verb {
        titles: &["captain", "club captain"],
        present: &["captains", "captaining"],
        participle: "captained",
    },
    Verb { titles: &["skipper", "captain"], present: &["skippers", "skippering"], participle: "skippered" },
    Verb { titles: &["governor"], present: &["governs", "governing"], participle: "governed" },
    Verb { titles: &["director"], present: &["directs", "directing"], participle: "directed" },
];

/// Whether the verb at the token `at` is one of holding the office: "runs", "edits", "has edited".
pub fn holds(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let is_perfect = scene.is_after(at, &["has", "have"]);
    let is_own = of(scene, fact)
        .any(|verb| scene.is(at, verb.present) || is_perfect && scene.is(at, &[verb.participle]));
    leads(scene, fact, at) || is_own
}

/// Whether the token `at` is a participle of holding the office, before "by": "led", "edited".
pub fn is_held(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    leads(scene, fact, at) || is_own_participle(scene, fact, at)
}

/// Whether the verb of the token `at` is that of the title and no other office's.
pub fn is_own_participle(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    of(scene, fact).any(|verb| scene.is(at, &[verb.participle]))
}

/// Whether the office has a verb, its own or those of a top office.
pub fn has_any(scene: &Scene<'_>, fact: FactId) -> bool {
    leader::is_top_office(scene, fact) || of(scene, fact).next().is_some()
}

/// Whether the verb at the token `at` is one of leading anything, or of chairing where the office is a chair.
pub fn leads(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let is_chair = titles(scene, fact).iter().any(|title| title.to_lowercase().contains("chair"));
    scene.is(at, LEADING) || is_chair && scene.is(at, CHAIRING)
}

/// The verbs of the titles of a fact.
fn of<'s>(scene: &'s Scene<'_>, fact: FactId) -> impl Iterator<Item = &'static Verb> + 's {
    let is_title = move |verb: &&Verb| {
        let own = titles(scene, fact).iter();
        own.into_iter().any(|own| verb.titles.iter().any(|title| own.eq_ignore_ascii_case(title)))
    };
    VERBS.iter().filter(is_title)
}

fn titles<'s>(scene: &'s Scene<'_>, fact: FactId) -> &'s [String] {
    match &scene.fact(fact).kind {
        Kind::Role { title, .. } => title,
        _ => &[],
    }
}
