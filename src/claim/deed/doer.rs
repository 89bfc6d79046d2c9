//! Who did what is counted: by the verb, by the noun of it, by "by".

use crate::claim::binding::head;
use crate::claim::deed::Act;
use crate::claim::deed::between;
use crate::claim::deed::own;
use crate::claim::grammar;
use crate::claim::past;
use crate::claim::scene::Scene;
use crate::claim::titles;
use crate::fact::FactId;
use crate::span::Span;

/// The noun that tells the act, where the phrase of what is counted begins: "Zelmora's recall of 34,000 cars".
pub fn noun(scene: &Scene<'_>, act: &Act) -> Option<usize> {
    let word = act.word.filter(|at| *at < act.counted.start);
    let is_noun = |at: &usize| {
        // "the cut of 2,100 jobs", and not "was convicted of 12 murders", "signed for 58 jets".
        let is_past = past::is_form(scene.word(*at)) && !scene.is(*at, &["cut"]);
        !is_past && scene.is(*at + 1, &["of", "for"])
    };
    word.filter(is_noun)
}

/// Who did it, in a passive: the token behind "by" in "34,000 cars were recalled by Zelmora".
pub fn agent(scene: &Scene<'_>, act: &Act) -> Option<usize> {
    let verb = act.word.filter(|at| *at >= act.counted.end)?;
    let by = verb + 1 + usize::from(scene.is(verb + 1, PARTICLES));
    let name = by + 1;
    let is_before = |at: &usize| scene.is(*at, grammar::DEFINITE) || titles::is_title(scene.word(*at));
    let is_named = |at: &usize| !scene.mentions_starting(*at).is_empty();
    let n_before = (name..name + TITLE).take_while(|at| is_before(at) && !is_named(at)).count();
    scene.is(by, &["by"]).then_some(name + n_before)
}

/// Small words that belong to a verb: "shot down".
const PARTICLES: &[&str] = &["down", "off", "out", "up", "over"];

/// How many words of an article and a title may stand before a name.
const TITLE: usize = 3;

/// Whether a pronoun or a name right before the verb says who did it: "He has visited 86 countries".
pub fn is_done_by(scene: &Scene<'_>, act: &Act, doer: Span) -> bool {
    let Some(verb) = act.word else { return false };
    let end = scene.tokens_of(doer).end;
    let is_small = |at: usize| between::is_small_verb(scene.text(), scene.tokens[at]);
    end <= verb && (end..verb).all(is_small)
}

/// "stormed the mill, arresting 74 people": whether a participle tells the act, which is that of the subject of the sentence.
pub fn is_going_on(scene: &Scene<'_>, act: &Act) -> bool {
    act.word.is_some_and(|at| scene.word(at).ends_with("ing"))
}

/// "The college trained 3,000 nurses before it merged with Velmar": whether somebody else stands before the verb, and
/// `doer` behind what is counted.
pub fn is_done_before(scene: &Scene<'_>, fact: FactId, act: &Act, doer: Span) -> bool {
    let verb = act.word.filter(|at| *at < act.counted.start && past::is_form(scene.word(*at)));
    let Some(verb) = verb.filter(|_| scene.tokens_of(doer).start >= act.counted.end) else { return false };
    let last = between::before(scene.text(), scene.tokens, verb);
    let is_somebody = |last: usize| grammar::is_content(scene.text(), scene.tokens[last]);
    let subjects = &scene.fact(fact).subjects;
    let is_ours = scene.mentions_in(0..verb).any(|mention| subjects.contains(&mention.entity));
    own(scene, fact).verb.is_some()
        && !is_ours
        && last.is_some_and(|last| is_somebody(last) && !scene.is(last, &["having"]))
}

/// "rose 12% and its shares fell 4%", "and the state has replanted 500 hectares": whether the verb at the token `verb` has a
/// subject of its own behind "and", which is none of the fact's.
pub fn is_new(scene: &Scene<'_>, fact: FactId, verb: usize) -> bool {
    let end = verb - grammar::auxiliaries(scene, verb, &["also", "then", "now", "since"]);
    let is_inner =
        |at: &usize| grammar::is_content(scene.text(), scene.tokens[*at]) && !past::is_form(scene.word(*at));
    let n_nouns = (0..end).rev().take(SUBJECT).take_while(is_inner).count();
    let Some(article) = (end - n_nouns).checked_sub(1) else { return false };
    let opens = scene.is(article, grammar::DEFINITE) || scene.is(article, &["a", "an"]);
    let is_joined = scene.is_after(article, grammar::JOINING)
        || scene.is_after(article, &["but", "while"])
        || is_behind_clause(scene, fact, article);
    let is_ours = |at: usize| {
        let span = scene.tokens[at].span;
        scene.is_hit_of(fact, span) || scene.is_mentioned(span) || head::is_of_fact(scene, fact, at)
    };
    n_nouns > 0 && opens && is_joined && !(article + 1..end).any(is_ours)
}

/// "Since Orla took office, the economy has added": whether a clause about the fact's subject ends before the token `at`.
fn is_behind_clause(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let start = scene.clauses().around(at).start;
    let opens = ["since", "as", "when", "while", "after", "before", "because", "although", "if", "under"];
    let subjects = &scene.fact(fact).subjects;
    scene.is_after(at, &[","])
        && scene.is(start, &opens)
        && scene.mentions_in(start..at).any(|mention| subjects.contains(&mention.entity))
}

/// How many words such a subject may have.
const SUBJECT: usize = 4;

/// "62 wells dug by Linford had run dry": whether a participle only says which of those done are meant, and another verb
/// says what is told of them.
pub fn is_picked(scene: &Scene<'_>, act: &Act) -> bool {
    let verb = act.word.filter(|at| *at == act.counted.end);
    let Some(name) = verb.and_then(|_| agent(scene, act)) else { return false };
    let mention = scene.mentions_starting(name).into_iter().next();
    let end = mention.map_or(name + 1, |mention| scene.tokens_of(mention.span).end);
    let words = [grammar::AUXILIARY, grammar::BE];
    words.iter().any(|words| scene.is(end, words)) || past::is_form(scene.word(end))
}
