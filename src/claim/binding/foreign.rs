//! Owners that the rules do not know: foreign names, related firms, second offices.

use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::head;
use crate::claim::binding::phrase;
use crate::claim::binding::settle;
use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::scene::Scene;
use crate::claim::titles;
use crate::claim::titles::Trait;
use crate::effort;
use crate::fact::FactId;
use crate::fact::Kind;
use crate::token;
use crate::token::Token;
use std::ops::Range;

/// Nouns after a name that turn it into somebody else, beside rivals: "Zelmora supplier Orvane".
const RELATED: &[&str] = &[
    "subsidiary", "partner", "partners", "affiliate", "unit", "successor", "parent", "investor", "investors",
    "backer", "backers", "critic", "critics", "opponent", "supplier", "customer", "alumnus", "spinoff",
    "co-founder", "cofounder", "founder", "employee", "executive", "researcher", "candidate", "hopeful",
    "aspirant",
];

/// Nouns for others of the same kind as somebody named: "Zelmora rival Orvane", "a rival suitor".
pub const RIVALS: &[&str] = &[
    "rival", "rivals", "competitor", "competitors", "suitor", "suitors", "bidder", "bidders", "peer",
    "peers", "sister", "counterpart", "counterparts", "neighbour", "neighbours", "neighbor", "neighbors",
    "predecessor",
];

/// Whether the token `at` turns the name before it into somebody else.
fn is_relation(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, RELATED) || scene.is(at, RIVALS)
}

/// Words that end the name of an organisation and leave it the same one.
pub const BODIES: &[&str] = &[
    "board", "group", "inc", "corp", "corporation", "company", "co", "holdings", "technologies", "limited",
    "ltd", "plc", "ag", "se", "government", "administration", "international", "global", "worldwide",
    "systems", "networks",
];
/// Words that open a sentence in front of a title and name nobody.
const OPENERS: &[&str] = &[
    "longtime", "long-time", "billionaire", "company", "firm", "tech", "technology", "bank", "group", "club",
    "party", "team", "studio", "school", "state", "city", "federal", "national", "regional", "local",
    "founding", "newly", "embattled", "outspoken", "ousted", "veteran", "defiant", "departing", "retiring",
    "deputy", "chief", "why", "how", "what", "who", "our", "its", "his", "her", "their", "my", "your", "no",
    "under",
];
/// Words for parties, which before a title say whose politician somebody is: "Quay's Labour mayor".
const PARTIES: &[&str] = &[
    "labour", "conservative", "tory", "liberal", "democrat", "democratic", "republican", "socialist",
    "social", "christian", "green", "greens", "centrist", "communist", "nationalist", "independent",
    "progressive", "unionist", "populist", "islamist", "marxist",
];
/// "Chairman and CEO": the name stands before the first of two offices.
pub fn is_second_office(scene: &Scene<'_>, fact: FactId, and: usize) -> bool {
    let is_role = matches!(scene.fact(fact).kind, Kind::Role { .. });
    is_role && and.checked_sub(1).is_some_and(|at| is_second(scene, at))
}

fn is_second(scene: &Scene<'_>, at: usize) -> bool {
    titles::is(scene.word(at), Trait::Second)
}

/// Whether the token `at` stands before the core, but for another office.
pub fn is_beside(scene: &Scene<'_>, fact: FactId, at: usize, core: &Range<usize>) -> bool {
    let between = at + 1..core.start;
    let is_office = matches!(scene.fact(fact).kind, Kind::Role { .. })
        && !is_second(scene, at)
        && between.clone().all(|at| is_second(scene, at) || scene.is(at, &["and", "&"]));
    between.is_empty() && !is_second(scene, at) || is_office
}

/// Whether the token `at` ends a name the rules do not know, in front of a title or a term.
pub fn is_foreign_name(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let is_named = match scene.fact(fact).kind {
        Kind::Role { .. } => true,
        // Before a word that describes, the first word of a sentence names nobody.
        Kind::Term { .. } => at > 0,
        _ => false,
    };
    let token = scene.tokens[at];
    let is_known = scene.is_hit_of(fact, token.span);
    let is_word = token.is_any(scene.text(), grammar::DEFINITE)
        || token.is_any(scene.text(), grammar::CAPITALISED_ADJECTIVES);
    let is_party = matches!(scene.fact(fact).kind, Kind::Role { .. }) && token.is_any(scene.text(), PARTIES);
    let is_opener = at == 0 && token.is_any(scene.text(), OPENERS);
    // A headline of which only names have capitals shows names; terms are read with less trust.
    let is_shown = match scene.fact(fact).kind {
        Kind::Role { .. } => !scene.is_title_case(),
        _ => !scene.is_heading(),
    };
    is_named && is_name_like(scene, at) && is_shown && !is_word && !is_known && !is_opener && !is_party
}

/// Whether a token looks like a name: a capital at its front, or within ("eBay").
pub fn is_name_like(scene: &Scene<'_>, at: usize) -> bool {
    let is_word = |token: &Token| token.kind == token::Kind::Word && token.span.len() > 1;
    scene
        .tokens
        .get(at)
        .filter(|token| is_word(token))
        .is_some_and(|token| token.span.of(scene.text()).contains(char::is_uppercase))
}

/// "The Pact's women's league", "the Northern League second tier has 20 clubs": a name before another noun, of
/// which a figure is told.
pub fn is_modifier(scene: &Scene<'_>, fact: FactId, mention: &Mention, core: &Range<usize>) -> bool {
    let end = scene.tokens_of(mention.span).end;
    let is_inner = |at: &usize| {
        let token = scene.tokens[*at];
        (grammar::is_content(scene.text(), token) || token.kind == token::Kind::Possessive)
            && !token.is_capitalised(scene.text())
            && ![grammar::COMPRISING, grammar::SAYING, grammar::LASTING, grammar::EMPLOYING]
                .iter()
                .any(|verbs| scene.is(*at, verbs))
    };
    let is_adverb = |at: usize| grammar::is_adverb(scene.word(at)) || scene.is(at, ADVERBS);
    let noun = (end..core.start).take_while(is_inner).last();
    let next = noun.map(|noun| noun + 1);
    let owns = scene.tokens.get(end).is_some_and(|token| token.kind == token::Kind::Possessive);
    let is_told = next.is_some_and(|at| {
        // "the Orla's longest feeder, the Sel, is 40 km long".
        let is_named = owns && scene.is(at, &[","]);
        let tells = [grammar::COMPRISING, grammar::BE, grammar::LASTING, grammar::EMPLOYING];
        tells.iter().any(|verbs| scene.is(at, verbs)) || is_named
    });
    // "the Pact's women's league", "the Pact women's league".
    let is_owned =
        noun.is_some_and(|noun| (end + 1..noun).any(|at| scene.tokens[at].kind == token::Kind::Possessive));
    // "its sales figures", and not "its longest feeder" where the fact says how long it is.
    let is_own = |at: usize| scene.is_hit_of(fact, scene.tokens[at].span) && !scene.word(at).ends_with("est");
    let is_figure = matches!(scene.fact(fact).kind, Kind::Count(_) | Kind::Measure { .. });
    is_figure
        && (mention.manner != Manner::Pronoun || scene.is(end - 1, grammar::OWNERS))
        && is_told
        && !noun.is_some_and(|noun| (end..noun).any(is_own))
        && noun.is_some_and(|noun| {
            let is_ours = head::is_of_fact(scene, fact, noun) || head::is_transparent(scene, noun);
            !is_adverb(noun) && (is_owned || !is_ours)
        })
}

/// Adverbs between a subject and its verb.
const ADVERBS: &[&str] = &[
    "still", "now", "also", "already", "once", "only", "then", "today", "alone", "itself", "too", "never",
    "ever", "always", "often", "just", "even", "soon", "again", "all", "both", "each", "yesterday",
    "instead", "thus",
];

/// "Zelmora's closest rival, Orvane, reported": whether the mention is only named to say whose rival somebody is.
pub fn is_rivals(scene: &Scene<'_>, mention: &Mention) -> bool {
    let end = scene.tokens_of(mention.span).end;
    let is_owner = scene.tokens.get(end).is_some_and(|token| token.kind == token::Kind::Possessive);
    let is_adjective =
        |at: &usize| scene.tokens.get(*at).is_some_and(|token| grammar::is_content(scene.text(), *token));
    let mut noun = (end + 1..end + 4).take_while(is_adjective);
    mention.manner != Manner::Pronoun && is_owner && noun.any(|at| scene.is(at, RIVALS))
}

/// "neighbouring Velmark, whose central bank": a word that stands for somebody named, in a clause about
/// somebody the rules do not know.
pub fn is_strangers(scene: &Scene<'_>, mention: &Mention) -> bool {
    let start = scene.clauses().around(scene.token_at(mention.span.start())).start;
    let before = start.checked_sub(1 + usize::from(scene.is_after(start, &[","])));
    let is_known = |at: usize| !scene.mentions_ending(at).is_empty();
    let opens = scene.is(start, &["where", "whose", "which"]);
    let is_foreign = |at: usize| is_name_like(scene, at) && !is_known(at) && !phrase::is_time(scene, at);
    mention.manner == Manner::Epithet && opens && before.is_some_and(|at| at > 0 && is_foreign(at))
}

/// The subject at the front of a longer name: "Harbour Authority Board chairman".
pub fn named_before(scene: &Scene<'_>, fact: FactId, at: usize) -> Option<Owner> {
    let mut from = at;
    while from > 0 && scene.is(from, BODIES) && scene.tokens[from - 1].is_capitalised(scene.text()) {
        from -= 1;
        if let owner @ Some(_) = settle(scene, fact, &scene.mentions_ending(from), Tie::Phrase) {
            return owner;
        }
    }
    None
}

/// Somebody else, where the name is only the first word of "Zelmora rival Orvane".
pub fn related<'s>(scene: &'s Scene<'_>, here: Vec<&'s Mention>) -> Vec<&'s Mention> {
    let Some(first) = here.first() else { return here };
    let end = scene.tokens_of(first.span).end;
    if !is_relation(scene, end) {
        return here;
    }
    scene.tokens.get(end + 1).map_or(Vec::new(), |next| {
        scene.mentions.iter().filter(|mention| mention.span.start() == next.span.start()).collect()
    })
}

/// Whether the phrase at the token `from` is about somebody related to whoever is named in it.
pub fn is_related(scene: &Scene<'_>, from: usize) -> bool {
    (from..from + 4).any(|at| is_relation(scene, at))
}

/// Whether a name the rules do not know stands in `tokens`, the part of a clause before its object.
pub fn has_foreign_subject(scene: &Scene<'_>, fact: FactId, tokens: Range<usize>) -> bool {
    let text = scene.text();
    let is_role = matches!(scene.fact(fact).kind, Kind::Role { .. });
    !is_role
        && tokens.skip(1).any(|at| {
            let token = scene.tokens[at];
            token.is_capitalised(text)
                && !scene.is_after(at, grammar::PREPOSITIONS)
                && !scene.is_hit(token.span)
                && !scene.is_heading()
        })
}

/// "Zelmora's parliament has 281 members": what is counted belongs to what the subject owns.
pub fn is_owner_of_other(scene: &Scene<'_>, fact: FactId, mention: &Mention) -> bool {
    let end = scene.tokens_of(mention.span).end;
    if mention.manner == Manner::Pronoun && is_relation(scene, end) {
        return true;
    }
    let is_owner = scene.tokens.get(end).is_some_and(|token| token.kind == token::Kind::Possessive);
    let owned = scene.tokens.get(end + 1).map(|token| token.span);
    let is_known = owned.is_some_and(|span| scene.is_hit_of(fact, span) || scene.is_mentioned(span));
    // "The Pact's membership totals 31 countries", "Zelmora's network of 31 shops": a quantity owns nothing.
    if scene.is(end + 1, head::QUANTITIES) || scene.is(end + 1, grammar::NETWORKS) {
        return false;
    }
    // "Zelmora's decision to cut 200 jobs" is what Zelmora does itself.
    let is_deed = scene.is(end + 2, &["to"]);
    matches!(scene.fact(fact).kind, Kind::Count(_)) && is_owner && !is_known && !is_deed
}

/// "Its contractor, Rime Storage, was fined", "Merrin's brother Ivo gave": whether what somebody owns is named right
/// behind, and the name is nobody's whom the rules know.
pub fn owns_somebody(scene: &Scene<'_>, mention: &Mention, core: &Range<usize>) -> bool {
    let end = scene.tokens_of(mention.span).end;
    let is_owner = scene.tokens.get(end).is_some_and(|token| token.kind == token::Kind::Possessive);
    let noun = end + usize::from(is_owner);
    let is_inner = |at: &usize| {
        scene
            .tokens
            .get(*at)
            .is_some_and(|t| grammar::is_content(scene.text(), *t) && !t.is_capitalised(scene.text()))
    };
    let n_nouns = (noun..noun + OWNED).take_while(is_inner).count();
    let comma = noun + n_nouns;
    let name = comma + usize::from(scene.is(comma, &[","]));
    let is_stranger = is_name_like(scene, name) && !scene.is_mentioned(scene.tokens[name].span);
    let is_said = (name..core.start).any(|at| scene.is(at, grammar::SAYING));
    (is_owner || scene.is(noun.saturating_sub(1), grammar::OWNERS))
        && n_nouns > 0
        && !titles::is_title(scene.word(comma - 1))
        && is_stranger
        && name < core.start
        && !is_said
        && !phrase::is_time(scene, name)
}

/// How many words what is owned may have.
const OWNED: usize = 3;

/// How many words before the core another subject is looked for, so that the work on a value is bounded.
const INTERRUPTED: usize = 120;

/// Whether another name is the subject of a verb between a mention and the core.
pub fn is_interrupted(scene: &Scene<'_>, mention: &Mention, core: &Range<usize>) -> bool {
    let text = scene.text();
    let from = scene.tokens_of(mention.span).end.max(core.start.saturating_sub(INTERRUPTED));
    (from..core.start.saturating_sub(1)).any(|at| {
        effort::spend(1);
        let token = scene.tokens[at];
        let is_verb = || [grammar::COMPRISING, grammar::BE].iter().any(|verbs| scene.is(at + 1, verbs));
        let is_unknown = || !scene.is_mentioned(token.span);
        at > 0 && token.is_capitalised(text) && is_verb() && is_unknown()
    })
}
