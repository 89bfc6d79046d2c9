//! The small closed classes of English words that binding leans on.

use crate::claim::scene::Scene;
use crate::token::Kind;
use crate::token::Token;

/// Words that make the noun phrase after them definite, and so speak of a known whole.
pub const DEFINITE: &[&str] =
    &["the", "this", "these", "those", "its", "their", "our", "all", "both", "his", "her", "every", "each"];

/// Pronouns for an owner.
pub const OWNERS: &[&str] = &["its", "their", "his", "her"];

/// Words that open a noun phrase without making it definite.
pub const INDEFINITE: &[&str] = &["a", "an", "some", "any", "another", "no", "one"];

/// Prepositions, after which the subject of a clause does not stand.
pub const PREPOSITIONS: &[&str] = &[
    "of", "in", "on", "at", "to", "for", "from", "with", "by", "within", "across", "inside", "under", "over",
    "into", "onto", "among", "between", "against", "through", "during", "about", "like", "including", "than",
    "per", "via", "throughout", "toward", "towards", "without", "alongside", "as", "behind", "around",
    "upon", "outside",
];

/// Prepositions that tie a place or an owner to the noun before them.
pub const OWNING: &[&str] = &["of", "in", "within", "at", "on", "for", "inside", "across", "to", "from"];

/// Forms of "be" and verbs that stand like it between a subject and what it is.
pub const BE: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "being", "remain", "remains", "remained", "stay", "stays",
    "stayed", "become", "becomes", "became", "isn't", "aren't", "wasn't", "weren't", "seem", "seems",
    "appears", "equals",
];

/// Auxiliaries: what follows them is the verb of the clause.
pub const AUXILIARY: &[&str] = &[
    "will", "would", "can", "could", "may", "might", "shall", "should", "must", "do", "does", "did", "has",
    "have", "had", "won't", "wouldn't", "can't", "cannot", "couldn't", "doesn't", "don't", "didn't",
    "hasn't", "haven't", "hadn't", "shouldn't", "mustn't", "not", "never",
];

/// Verbs after which an indefinite number is the whole: "The Pact has 31 members".
pub const COMPRISING: &[&str] = &[
    "has", "have", "had", "having", "hasn't", "haven't", "counts", "count", "counted", "comprises",
    "comprise", "comprised", "comprising", "numbers", "number", "numbered", "numbering", "boasts", "boast",
    "boasted", "contains", "contain", "contained", "consists", "consist", "consisted", "unites", "unite",
    "united", "totals", "totalled", "totaled", "groups", "reached", "reach", "reaches", "hit", "represents",
    "represent", "representing", "encompasses", "encompass", "got", "lists", "links", "binds", "spans",
    "includes", "include", "included", "embraces", "embrace", "embraced", "musters", "mustered",
];

/// Verbs by which somebody has what is counted: "employs 12,000 people", "runs 14 plants".
pub const RUNNING: &[&str] = &[
    "employ", "employs", "employed", "employing", "operate", "operates", "operated", "operating", "run",
    "runs", "ran", "running", "own", "owns", "owned", "owning", "carries", "carry", "carried", "manages",
    "managed",
];

/// Those of them that are nothing but verbs, so that what stands before them is their subject.
pub const EMPLOYING: &[&str] =
    &["employ", "employs", "employed", "operate", "operates", "operated", "own", "owns", "owned"];

/// Verbs that say of something lasting what there is of it, in the present: "features 33 clubs".
pub const LASTING: &[&str] = &[
    "features", "feature", "maintains", "maintain", "offers", "offer", "covers", "cover", "oversees",
    "oversee",
];

/// Nouns for all that somebody has of a kind: "a network of 430 branches".
pub const NETWORKS: &[&str] =
    &["network", "chain", "fleet", "workforce", "staff", "portfolio", "estate", "roster", "payroll"];

/// Verbs of saying: a date beside one is the day of speaking. Those beside a quotation are not quite the same
/// (`quote::speaker::SPEECH`): newspapers report and one goes on, but neither of them speaks.
pub const SAYING: &[&str] = &[
    "said", "say", "says", "told", "tells", "added", "adds", "wrote", "writes", "reported", "reports",
    "noted", "stated", "tweeted", "posted", "confirmed", "explained", "spoke", "clarified", "according",
    "argued", "replied", "testified", "commented", "acknowledged", "admitted", "quoted", "asked", "warned",
    "insisted", "declared", "announced", "conceded",
];

/// Verbs by which something came to be; the class `founding` of the lexicon has the same.
pub const FOUNDED: &[&str] =
    &["founded", "established", "created", "formed", "launched", "started", "began", "born", "set", "built"];

/// Conjunctions that join two things of a kind.
pub const JOINING: &[&str] = &["and", "or", "nor", "plus"];

/// Adjectives that open a sentence with a capital and name nobody.
pub const CAPITALISED_ADJECTIVES: &[&str] = &[
    "former", "new", "current", "acting", "interim", "outgoing", "incoming", "longtime", "then", "ex", "a",
    "an", "as", "and", "when", "while", "like", "now", "but", "both", "today", "yesterday", "that", "by",
    "for", "with", "if", "only", "even", "still", "co", "mr", "ms", "mrs", "dr",
];

/// Words that never belong to a noun phrase: where one stands, the phrase has ended.
pub const NEVER_IN_NOUN_PHRASE: &[&str] = &[
    "that", "which", "who", "whom", "whose", "when", "where", "while", "but", "if", "because", "although",
    "though", "he", "she", "it", "they", "we", "i", "you", "there", "then", "so", "just", "also", "only",
    "however", "yet", "since", "until", "after", "before", "whether", "how", "why", "what", "not", "never",
    "now",
];

/// Whether a token could be a noun or an adjective, by what it is not.
pub fn is_content(text: &str, token: Token) -> bool {
    token.kind == Kind::Word
        && ![DEFINITE, INDEFINITE, PREPOSITIONS, BE, AUXILIARY, JOINING, NEVER_IN_NOUN_PHRASE]
            .iter()
            .any(|class| token.is_any(text, class))
}

/// Nouns, adjectives and verbs in "ly".
const NO_ADVERBS: &[&str] = &[
    "ally", "anomaly", "assembly", "belly", "bully", "butterfly", "elderly", "family", "fly", "friendly",
    "holy", "jelly", "lily", "monopoly", "rally", "rely", "reply", "silly", "supply", "ugly",
];

/// Whether a word is an adverb in "ly", by its small first letter and by what it is not: "Billy" and "Italy" are names.
pub fn is_adverb(word: &str) -> bool {
    word.ends_with("ly") && word.starts_with(char::is_lowercase) && !NO_ADVERBS.contains(&word)
}

/// How many auxiliaries, adverbs in "-ly" and other `adverbs` stand before the verb at the token `at`.
pub fn auxiliaries(scene: &Scene<'_>, at: usize, adverbs: &[&str]) -> usize {
    let is_inner = |at: &usize| {
        [BE, AUXILIARY, adverbs].iter().any(|words| scene.is(*at, words)) || is_adverb(scene.word(*at))
    };
    (0..at).rev().take_while(is_inner).count()
}

/// Verbs by which a figure is given anew.
const REVISING: &[&str] = &[
    "revised", "corrected", "raised", "lowered", "updated", "amended", "changed", "adjusted", "revises",
    "raises", "lowers", "increased", "cut", "reduced",
];
/// How far from the new figure such a verb may stand.
const REVISED: usize = 5;

/// "put the number at 2,000 but revised it to 2,100": whether the figure at the token `start` is given anew.
pub fn is_given_anew(scene: &Scene<'_>, start: usize) -> bool {
    let verb = (start.saturating_sub(REVISED)..start).find(|at| scene.is(*at, REVISING));
    let taken_up = ["it", "that", "this", "figure", "number", "toll", "total", "estimate"];
    let is_meant =
        scene.is_after(start, &["meant"]) && scene.is_after(start - 1, &["had", "he", "she", "they"]);
    is_meant
        || scene.is_after(start, &["to"])
            && verb.is_some_and(|verb| (verb + 1..start).any(|at| scene.is(at, &taken_up)))
}

/// Whether a token is a hyphen of any kind.
pub fn is_hyphen(text: &str, token: Token) -> bool {
    token.kind == Kind::Mark && matches!(token.span.of(text), "-" | "\u{2010}" | "\u{2011}" | "–")
}

/// Whether a token is a quotation mark, or the star or line of an emphasis in plain text.
pub fn is_quote_or_emphasis(text: &str, token: Token) -> bool {
    token.kind == Kind::Mark
        && matches!(token.span.of(text), "\"" | "“" | "”" | "'" | "‘" | "’" | "«" | "»" | "*" | "_")
}

#[cfg(test)]
mod tests {
    use super::FOUNDED;
    use super::NEVER_IN_NOUN_PHRASE;
    use super::SAYING;
    use crate::claim::quote::speaker::SPEECH;
    use crate::value::noun;

    #[test]
    fn who_speaks_says_something() {
        let only = |of: &[&'static str], not: &[&str]| -> Vec<&'static str> {
            of.iter().copied().filter(|word| !not.contains(word)).collect()
        };
        let told = ["reported", "reports", "spoke", "according", "quoted"];
        assert_eq!(only(SAYING, SPEECH), told);
        let going_on = ["saying", "adding", "writing", "asks", "continued", "recalled", "called", "calls"];
        assert_eq!(only(SPEECH, SAYING), going_on);
    }

    #[test]
    fn what_ends_a_noun_phrase_ends_that_of_a_number_too() {
        assert!(NEVER_IN_NOUN_PHRASE.iter().all(|word| noun::is_closed(word)));
    }

    #[test]
    fn what_came_to_be_is_the_same_in_the_lexicon() {
        let lexicon = include_str!("../context/lexicon.toml");
        let line = lexicon.lines().find_map(|line| line.strip_prefix("founding = \"")).expect("the class");
        assert_eq!(line.trim_end_matches('"').split(' ').collect::<Vec<_>>(), FOUNDED);
    }
}
