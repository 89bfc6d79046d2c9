//! The noun a number counts: "members" of "32 Pact members", "member" of "32-member".

use crate::span::Span;
use crate::token::Kind;
use crate::value::Scope;
use crate::value::list::Words;
use crate::value::scan::Scan;

/// Words that end a noun phrase or cannot stand in one.
#[rustfmt::skip]
const CLOSED: &Words = &Words::of(&[
    "a", "about", "above", "according", "across", "after", "again", "against", "ago", "ahead", "all",
    "almost", "along", "already", "also", "although", "always", "am", "amid", "among", "an", "and", "any",
    "apart", "are", "around", "as", "at", "away", "back", "be", "because", "been", "before", "behind",
    "being", "below", "between", "both", "but", "by", "came", "can", "could", "did", "do", "does", "down",
    "during", "each", "either", "even", "ever", "every", "except", "far", "for", "from", "had", "has",
    "have", "having", "he", "her", "here", "hers", "herself", "him", "himself", "his", "how", "however", "i", "if", "in",
    "including", "inside", "into", "is", "it", "its", "itself", "just", "later", "like", "may", "me", "might", "must",
    "my", "near", "never", "no", "nor", "not", "now", "of", "off", "on", "once", "one", "only", "onto",
    "or", "our", "out", "over", "per", "said", "say", "says", "shall", "she", "should", "since", "so",
    "soon", "still", "such", "than", "that", "the", "their", "them", "themselves", "then", "there", "these", "they",
    "this", "those", "though", "through", "throughout", "times", "to", "today", "together", "tomorrow",
    "tonight", "too", "toward", "towards", "under", "unless", "until", "up", "upon", "us", "versus", "via",
    "was", "we", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose",
    "why", "will", "with", "within", "without", "would", "yesterday", "yet", "you", "your",
]);

/// Plurals without an "s", and words that are counted in the singular.
#[rustfmt::skip]
const PLURALS: &Words = &Words::of(&[
    "aircraft", "alumni", "children", "crew", "criteria", "data", "dead", "feet", "firefighters", "fish",
    "folk", "geese", "injured", "killed", "media", "men", "mice", "missing", "people", "personnel",
    "police", "policemen", "sheep", "species", "staff", "teeth", "women", "wounded",
]);

/// How many tokens a counted noun may have.
const LONGEST: usize = 7;

/// The noun counted by a number that ends at `end`, and the token after it.
pub(crate) struct Counted {
    /// The whole chain: "The Pact member states".
    pub(crate) span: Span,
    /// The token after the noun.
    pub(crate) end: usize,
    /// Whether the number is a part of those the noun names.
    pub(crate) scope: Scope,
    /// Whether it is the second half of a compound: "32-member".
    pub(crate) is_compound: bool,
    /// Whether a plural was found; without one the end of the noun is a guess.
    pub(crate) is_plural: bool,
}

/// Whether `word` cannot stand in a noun phrase.
pub(crate) fn is_closed(word: &str) -> bool {
    CLOSED.has(word)
}

/// Whether the word at `at` cannot.
pub(crate) fn is_closed_at(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_any(at, CLOSED)
}

/// Finds what is counted after the token `end`.
pub(crate) fn find(scan: &Scan<'_>, end: usize) -> Option<Counted> {
    let tied = scan.past_joint(end);
    if tied > end {
        return compound(scan, tied);
    }
    if scan.word(end) == "of" {
        let start = past_owner(scan, end + 1)?;
        return chain(scan, start, Scope::PartOf);
    }
    chain(scan, end, Scope::Whole)
}

/// "member" of "32-member".
fn compound(scan: &Scan<'_>, at: usize) -> Option<Counted> {
    let is_open = !is_closed_at(scan, at) && scan.word(at) != "strong";
    let is_noun = scan.is_word(at) && is_open && scan.lex(at).is_none();
    let end = at + 1;
    is_noun.then(|| Counted {
        span: scan.span(at, end),
        end,
        scope: Scope::Whole,
        is_compound: true,
        is_plural: false,
    })
}

/// The place after "the", "its" or "The Pact's" and a number, which is where the noun of a part begins.
fn past_owner(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let mut at = at;
    let is_determiner = matches!(
        scan.word(at),
        "the" | "its" | "their" | "his" | "her" | "our" | "my" | "your" | "these" | "those" | "all" | "whose"
    );
    if is_determiner {
        at += 1 + usize::from(scan.word(at) == "all" && scan.word(at + 1) == "the");
    } else {
        let owner = (at..at + 4).find(|at| scan.kind(*at) == Kind::Possessive || !scan.is_word(*at))?;
        // "one of the Pact's members"; without an owner only "of" and a number, as in "12 of 32 members".
        at = if scan.kind(owner) == Kind::Possessive { owner + 1 } else { at };
    }
    let is_number = |at: usize| scan.is_number(at) || scan.lex(at).is_some();
    Some((at..at + 6).find(|at| !is_number(*at)).unwrap_or(at))
}

/// The words from `start` on up to the first plural that no plural follows.
fn chain(scan: &Scan<'_>, start: usize, scope: Scope) -> Option<Counted> {
    let stop = (start..start + LONGEST).find(|at| !may_stand(scan, *at)).unwrap_or(start + LONGEST);
    let plural = (start..stop).find(|at| is_plural(scan, *at) && !is_tied(scan, *at));
    let end = match plural {
        Some(at) => at + 1,
        None => singular(scan, start, stop)?,
    };
    Some(Counted { span: scan.span(start, end), end, scope, is_compound: false, is_plural: plural.is_some() })
}

fn may_stand(scan: &Scan<'_>, at: usize) -> bool {
    if scan.is_hyphen(at) {
        return scan.is_joint(at);
    }
    if scan.is_number(at) {
        // "K-12 schools".
        return at.checked_sub(1).is_some_and(|hyphen| scan.is_joint(hyphen));
    }
    let word = scan.word(at);
    let is_more = matches!(word, "more" | "fewer" | "less") && scan.word(at + 1) == "than";
    // "won't" and "they're" are verbs.
    let is_open = !is_closed_at(scan, at) && !word.contains(['\'', '’']);
    scan.is_word(at) && is_open && !is_more
}

/// Whether a hyphen ties the word at `at` to the next.
fn is_tied(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_joint(at + 1) && scan.is_word(at + 2)
}

fn is_plural(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    let ends_in_s = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    let is_adjective =
        matches!(word, "overseas" | "previous" | "united" | "various") || word.ends_with("ous");
    // "U.S. states": a capitalised name in -s may well be followed by the noun itself.
    let is_name = scan.is_capitalised(at) && scan.is_word(at + 1) && is_lower_plural(scan, at + 1);
    scan.is_any(at, PLURALS) && !is_lower_plural(scan, at + 1) || ends_in_s && !is_adjective && !is_name
}

fn is_lower_plural(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    let ends_in_s = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    may_stand(scan, at) && !scan.is_capitalised(at) && (ends_in_s || scan.is_any(at, PLURALS))
}

/// The end of a chain without a plural: a short one, that does not end like a verb or an adverb.
fn singular(scan: &Scan<'_>, start: usize, stop: usize) -> Option<usize> {
    let is_verbal = |at: usize| ["ed", "ing", "ly"].iter().any(|ending| scan.word(at).ends_with(ending));
    let is_short = stop > start && stop - start <= 3;
    let last = scan.word(stop.checked_sub(1)?);
    (is_short && !is_verbal(stop - 1) && last != "more" && last.len() > 2 && !scan.is_hyphen(stop - 1))
        .then_some(stop)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::span::Span;
    use crate::token;
    use crate::value::Scope;
    use crate::value::scan::Scan;
    use crate::value::scan::lower;

    /// The noun after the first word of a text.
    #[track_caller]
    fn check(text: &str, expected: Option<(&str, Scope)>) {
        let tokens = token::split(text, Span::new(0, text.len()));
        let found = find(&Scan::new(text, &tokens, &lower(text, &tokens)), 1)
            .map(|noun| (noun.span.of(text), noun.scope));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_chain_ends_at_the_first_plural() {
        check("14 Baltic member ports agreed", Some(("Baltic member ports", Scope::Whole)));
        check("14 people in town", Some(("people", Scope::Whole)));
    }

    #[test]
    fn names_in_the_plural_do_not_end_it() {
        check("14 Orkneys ferries sailed", Some(("Orkneys ferries", Scope::Whole)));
    }

    #[test]
    fn owners_make_a_part() {
        check("12 of the 14 ports", Some(("ports", Scope::PartOf)));
        check("12 of Rigmar's ports", Some(("ports", Scope::PartOf)));
        check("12 of which sailed", None);
    }

    #[test]
    fn verbs_and_prepositions_are_no_nouns() {
        check("14 won't sail", None);
        check("14 in town", None);
        check("14 voted", None);
    }
}
