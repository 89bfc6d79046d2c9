//! Claims of how many there are.
//!
//! A number belongs to a count when its noun is the attribute ("31 members", "31-member"), when it
//! counts people whom the attribute does something to ("killed 14 people"), or when it stands bare
//! beside the attribute ("Members: 30", "membership at 34"). Then it must speak of the whole: a
//! definite or owned number does, "23 allies" and "12 new members" do not.

mod acts;
mod comprise;
mod extent;
mod having;
mod part;
mod phrase;
mod tie;

use crate::claim::Binding;
use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::anchor::Hit;
use crate::claim::binding;
use crate::claim::binding::Owner;
use crate::claim::binding::Tie;
use crate::claim::binding::rival;
use crate::claim::binding::stranger;
use crate::claim::deed::Act;
use crate::claim::deed::Deed;
use crate::claim::deed::doer;
use crate::claim::grammar;
use crate::claim::mention::Manner;
use crate::claim::mention::Mention;
use crate::claim::occasion;
use crate::claim::scene::Scene;
use crate::claim::slice;
use crate::fact::FactId;
use crate::fact::Kind as FactKind;
use crate::fact::Nature;
use crate::span::Span;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
use rust_decimal::Decimal;
use std::ops::Range;

/// Finds what a sentence says of a `count` fact.
pub fn find(scene: &Scene<'_>, fact: FactId, claims: &mut Vec<Claim>) {
    let attributes: Vec<Hit> = scene.hits_of(&scene.anchors.fact(fact).attribute).collect();
    if attributes.is_empty() && !tie::goes_on(scene, fact) {
        return;
    }
    for value in scene.values().iter().filter(|value| is_count(value)) {
        let tied = tie::tied(scene, fact, value, &attributes).or_else(|| tie::elliptic(scene, fact, value));
        if let Some(core) = tied {
            claims.extend(claim(scene, fact, value, core));
        }
    }
}

fn is_count(value: &Value) -> bool {
    let is_number = matches!(value.kind, Kind::Count | Kind::Number);
    is_number && value.unit.is_none() && matches!(value.amount, Amount::Exact(_) | Amount::Range(..))
}

/// A number that the attribute ties to a fact.
struct Counted<'v> {
    value: &'v Value,
    /// The tokens of number and noun.
    core: Range<usize>,
    /// What is told of the act that it counts.
    act: Act,
}

impl Counted<'_> {
    /// The token at which the number begins with its hedge.
    fn start(&self) -> usize {
        self.act.counted.start
    }
}

fn claim(scene: &Scene<'_>, fact: FactId, value: &Value, core: Range<usize>) -> Option<Claim> {
    let act = Act::of(scene, fact, value, core.end);
    let it = Counted { value, core, act };
    if is_of_other(scene, fact, &it) {
        return None;
    }
    let Owner::Subject(tie, subject) = owner(scene, fact, &it) else { return None };
    let is_certain = is_certain(scene, fact, &it, (tie, subject));
    let span = phrase::marked(scene, value, &it.core);
    let observed = Observed::Value(Box::new(value.clone()));
    Some(Claim {
        deed: it.act.word.map(|at| scene.tokens[at].span),
        binding: if is_certain { Binding::Certain(tie) } else { Binding::Doubtful },
        extent: extent::extent(scene, fact, &it, tie),
        ..Claim::bound(scene, fact, span, observed, (tie, subject))
    })
}

/// Whether a number counts another group, a slice of the fact's or the group at another time.
fn is_of_other(scene: &Scene<'_>, fact: FactId, it: &Counted<'_>) -> bool {
    let core = &it.core;
    // "has 1,200 workers" tells of no cut, unless the fact says so itself: "passed with 88 votes".
    let has = happened(scene, fact)
        && scene.is_after(core.start, &["has", "have", "had", "employs", "with"])
        && !is_told_so(scene, fact, core);
    has || is_employers(scene, fact, core)
        || it.act.deed == Deed::Another
        || slice::is_of_count(scene, fact, it.value, core)
        || phrase::names_another_group(scene, fact, core)
        || occasion::is_another(scene, fact, core)
}

/// "Corby Mills employs 900 people in Tarvo": those who work for somebody are not those who live there.
fn is_employers(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let clause = scene.clauses().around(core.start);
    scene.is_after(core.start, grammar::EMPLOYING)
        && !scene.is_hit_of(fact, scene.tokens[core.start - 1].span)
        && rival::rivals_in(scene, fact, clause.start..core.start).is_empty()
}

/// Whether the fact's sentence has the word before the number, and the clause all its others.
fn is_told_so(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let says = &scene.fact(fact).says;
    let clause = scene.clauses().around(core.start);
    let is_word = |word: &&str| word.len() > 3 && word.chars().all(char::is_lowercase);
    let is_said = |word: &&str| clause.clone().any(|at| scene.word(at).eq_ignore_ascii_case(word));
    let before = scene.word(core.start.saturating_sub(1));
    slice::names(says, before) && says.split(' ').filter(is_word).all(|word| is_said(&word))
}

fn happened(scene: &Scene<'_>, fact: FactId) -> bool {
    scene.fact(fact).nature != Nature::State
}

/// Whether number and subject are tied closely enough to be of the fact.
fn is_certain(scene: &Scene<'_>, fact: FactId, it: &Counted<'_>, (tie, subject): (Tie, Span)) -> bool {
    let (core, start) = (&it.core, it.start());
    let is_comprised = comprise::is_comprised(scene, fact, start);
    let is_ours = doer::is_going_on(scene, &it.act) && is_named(scene, subject);
    let is_tied = tie <= Tie::Clause
        || is_ours
        || phrase::is_definite(scene, core)
        || phrase::is_compound(scene, core)
        || phrase::is_strong(scene, core)
        || is_comprised
        || scene.is_item() && scene.is_after(start, &[":"]);
    let opens = start == 1 && scene.is(0, &["with", "at"]) && having::is_fronted(scene, fact, start);
    let is_close =
        tie <= Tie::Apposition || is_comprised || happened(scene, fact) || opens || it.act.is_total;
    let goes_on = doer::is_done_by(scene, &it.act, subject) && rival::is_topic(scene, fact);
    is_tied && (is_named(scene, subject) || goes_on) && is_close && !is_paired(scene, subject)
        || (is_tied || happened(scene, fact)) && is_plausible(scene, fact, it.value)
}

/// Whether the words of the subject are its name, or stand for it in the sentence that names it.
fn is_named(scene: &Scene<'_>, subject: Span) -> bool {
    let by_name = |entity| scene.mentions.iter().any(|m| m.entity == entity && m.manner == Manner::Name);
    let is_epithet = |m: &Mention| m.manner == Manner::Epithet && scene.recent.contains(&m.entity);
    let stands = |m: &&Mention| m.span == subject && m.manner != Manner::Pronoun;
    scene.mentions_over(subject).filter(stands).any(|m| is_epithet(m) || by_name(m.entity))
}

/// Whether a name is one half of a pair: "the Pact-Norland summit" is not the Pact's alone.
fn is_paired(scene: &Scene<'_>, name: Span) -> bool {
    let name = scene.tokens_of(name);
    let is_joint = |at: usize| scene.tokens.get(at).is_some_and(|t| grammar::is_hyphen(scene.text(), *t));
    let is_name = |at: usize| scene.tokens.get(at).is_some_and(|t| t.is_capitalised(scene.text()));
    let is_first = is_joint(name.end) && is_name(name.end + 1);
    is_first || name.start >= 2 && is_joint(name.start - 1) && is_name(name.start - 2)
}

/// A number more than so many times the true one counts something else.
const MOST: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

/// Whether a number is of the size of the true one, or was once the true one; where the subject is not
/// named beside it, any other counts something else.
fn is_plausible(scene: &Scene<'_>, fact: FactId, value: &Value) -> bool {
    let FactKind::Count(truth) = &scene.fact(fact).kind else { return true };
    let (Amount::Exact(number) | Amount::Range(number, _)) = value.amount else { return true };
    let is_near = |truth: Decimal| {
        let (half, more) = (truth.checked_div(Decimal::TWO)?, truth.checked_mul(MOST)?);
        Some(half <= number && number <= more)
    };
    let last = truth.entries.last().map(|entry| entry.value);
    last.and_then(is_near) == Some(true) || truth.entries.iter().any(|entry| entry.value == number)
}

/// Who is counted; in a list entry or a definite phrase also somebody named shortly before.
fn owner(scene: &Scene<'_>, fact: FactId, it: &Counted<'_>) -> Owner {
    if let Some(agent) = doer::agent(scene, &it.act) {
        return binding::named_at(scene, fact, agent);
    }
    let start = doer::noun(scene, &it.act).unwrap_or(it.core.start);
    match binding::owner(scene, fact, start..head_end(scene, &it.core)) {
        Owner::Subject(_, subject) if doer::is_done_before(scene, fact, &it.act, subject) => Owner::Other,
        Owner::Subject(..) if it.act.word.is_some_and(|verb| doer::is_new(scene, fact, verb)) => Owner::Other,
        Owner::Nobody if goes_back(scene, fact, &it.core) => {
            Owner::Subject(Tie::Sentence, Span::at(scene.span_of(it.core.clone()).start()))
        }
        found => found,
    }
}

/// Whether a number of which the sentence names no owner is that of whoever was named last.
fn goes_back(scene: &Scene<'_>, fact: FactId, core: &Range<usize>) -> bool {
    let is_bare = core.len() == 1;
    let is_label = core.start == 0 && (1..core.end).any(|at| scene.is(at, &[":"]));
    let is_known =
        is_label || scene.is_item() || phrase::is_definite(scene, core) || happened(scene, fact) || is_bare;
    let recent = scene.fact(fact).subjects.iter().all(|subject| scene.recent.contains(subject));
    is_known
        && recent
        && rival::is_topic(scene, fact)
        && !stranger::has_another_subject(scene, fact, core, core)
        && !rival::is_held_against(scene, fact)
}

/// The end of the noun phrase that a compound describes: "the 28-nation Zelmora Union".
fn head_end(scene: &Scene<'_>, core: &Range<usize>) -> usize {
    let mut end = core.end;
    while phrase::is_compound(scene, core) && end < core.end + 4 && is_described(scene, end) {
        end += 1;
    }
    end
}

fn is_described(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_some_and(|token| grammar::is_content(scene.text(), *token))
}
