//! Retractions: "X said A. A spokesman later said he had misspoken."
//!
//! A retraction is believed when it is unmistakable, or when something links it to the claim: another
//! value of the same fact beside it, a word for what was said ("the remark"), or "initially" before
//! the claim.

use crate::context::Cue;
use crate::context::Fate;
use crate::context::Polarity;
use crate::context::Site;
use crate::context::Source;
use crate::context::automaton::Hit;
use crate::context::class::Class;
use crate::context::evidence;
use crate::context::group::Claims;
use crate::context::group::Effect;
use crate::context::group::Group;
use crate::context::group::Needs;
use crate::context::outline::Outline;
use crate::context::reading::Reading;
use crate::context::scope::View;
use crate::span::Span;

/// The cues that take the claim back, where something does; `source` is who says it.
pub fn find(view: &View<'_>, reading: &Reading<'_>, source: Source) -> Option<Vec<Cue>> {
    // What nobody said nobody takes back, unless the right value stands beside the correction.
    let is_said = source != Source::Author || view.first(&[Effect::Initial]).is_some();
    notice(view, reading)
        .or_else(|| same_sentence(view, is_said))
        .or_else(|| following(view, reading, is_said))
        .or_else(|| replaced(view, reading, is_said))
}

/// A correction notice names what was wrong in the sentence that opens it, or in the one after.
fn notice(view: &View<'_>, reading: &Reading<'_>) -> Option<Vec<Cue>> {
    let is_notice = |hit: &&Hit| view.group(hit).is_some_and(|group| group.effect == Effect::Notice);
    let hit = view.near().filter(is_notice).find(|hit| hit.end <= view.claim.start)?;
    let follows_colon = (hit.end..view.claim.start).any(|at| view.outline.is_mark(at, ';'));
    if follows_colon {
        return None;
    }
    let needs = view.group(hit).map_or(Needs::Nothing, |group| group.needs);
    let opening = if needs == Needs::Notice { Some(amended(view, reading)?) } else { None };
    Some(opening.into_iter().chain([view.cue(hit)]).collect())
}

/// "This article was amended on Monday." in the sentence before the claim.
fn amended(view: &View<'_>, reading: &Reading<'_>) -> Option<Cue> {
    let before = view.place.0.checked_sub(1)?;
    let outline = reading.outline(before).filter(|_| reading.block_of(before) == Some(view.place.1))?;
    let opens = |hit: &&Hit| view.group(hit).is_some_and(|group| group.effect == Effect::Amended);
    outline.hits.iter().find(opens).map(|hit| cue(view, outline, hit))
}

/// "retracted its claim that", "misspoke when he said".
pub fn ahead(view: &View<'_>) -> Option<Vec<Cue>> {
    if view.form.is_attributive() || view.outline.is_upheld {
        return None;
    }
    view.reaching(Effect::Retract).find(|hit| hit.end <= view.claim.start).map(|hit| vec![view.cue(hit)])
}

fn same_sentence(view: &View<'_>, is_said: bool) -> Option<Vec<Cue>> {
    if view.outline.is_upheld {
        return None;
    }
    // "the chief executive, Tom Orla — sorry, Ana Brandt": a slip is put right wherever it stands.
    let reaches =
        |hit: &&Hit| !view.form.is_attributive() || view.group(hit).is_some_and(|group| group.attributive);
    let later = view.near().filter(|hit| view.claim.end <= hit.first).filter(reaches);
    let hit = later.into_iter().find(|hit| is_believed(view, view.outline, hit, (0, is_said)))?;
    Some(vec![view.cue(hit)])
}

/// How many sentences after a claim may still take it back.
const FOLLOWING: usize = 2;

fn following(view: &View<'_>, reading: &Reading<'_>, is_said: bool) -> Option<Vec<Cue>> {
    if view.form.is_attributive() {
        return None;
    }
    (1..=FOLLOWING).find_map(|distance| {
        let outline = neighbour(view, reading, distance)?;
        if outline.is_upheld {
            return None;
        }
        let hit = outline.turns.iter().find(|hit| is_believed(view, outline, hit, (distance, is_said)))?;
        Some(vec![cue(view, outline, hit)])
    })
}

/// The sentence `distance` after that of the claim, at most one paragraph on.
fn neighbour<'r>(view: &View<'_>, reading: &'r Reading<'_>, distance: usize) -> Option<&'r Outline> {
    let at = view.place.0 + distance;
    let block = reading.block_of(at)?;
    (block <= view.place.1 + 1).then(|| reading.outline(at)).flatten()
}

fn cue(view: &View<'_>, outline: &Outline, hit: &Hit) -> Cue {
    let group = view.group(hit).map_or_else(String::new, |group| group.id.clone());
    Cue { group, span: outline.span_of(hit.first..hit.end) }
}

/// Whether `hit`, so many sentences after the claim, takes the claim back.
fn is_believed(view: &View<'_>, outline: &Outline, hit: &Hit, (distance, is_said): (usize, bool)) -> bool {
    let retracts = |group: &Group| {
        group.effect == Effect::Retract && group.claims == Claims::Earlier && distance <= group.sentences
    };
    view.group(hit).is_some_and(retracts) && evidence::suffices(view, outline, hit, is_said)
}

/// "X said A. Y later confirmed the remark."
pub fn endorsed(view: &View<'_>, reading: &Reading<'_>) -> Option<Cue> {
    let outline = neighbour(view, reading, 1)?;
    let endorses = |hit: &&Hit| {
        let group = view.group(hit);
        group.is_some_and(|group| group.effect == Effect::Endorse && group.claims == Claims::Earlier)
    };
    let hit = outline.turns.iter().find(|hit| endorses(hit) && evidence::has_object(view, outline, hit))?;
    Some(cue(view, outline, hit))
}

/// "X said A; Y says it is B": a true value in a later clause of a sentence that only passes the claim on.
pub fn is_contradicted(view: &View<'_>) -> Option<Cue> {
    let site = view.site;
    let end = view.outline.words.last()?.span.end();
    let turn = view.clause_end()?;
    let is_later = |span: &&Span| turn <= span.start() && span.end() <= end;
    let truth = site.truths.iter().filter(|_| !site.truths.contains(&site.claim)).find(is_later)?;
    (!view.form.is_attributive()).then(|| Cue { group: "replaced".to_owned(), span: *truth })
}

/// The true value behind a claim that was said "at first", or that somebody said: whoever prints both
/// lets the second stand.
fn replaced(view: &View<'_>, reading: &Reading<'_>, is_said: bool) -> Option<Vec<Cue>> {
    let site = view.site;
    if view.form.is_attributive() || site.truths.contains(&site.claim) {
        return None;
    }
    let initial = view.first(&[Effect::Initial]);
    let near = (0..=FOLLOWING).filter_map(|distance| Some((distance, neighbour(view, reading, distance)?)));
    let truths = near.filter_map(|(distance, outline)| Some((distance, outline, truth_in(view, outline)?)));
    let stands = |&(distance, outline, truth): &(usize, &Outline, Span)| {
        let is_given = is_said && (distance <= 1 || gives_value(view, outline, truth));
        (initial.is_some() || is_given) && is_live(view, reading, truth)
    };
    let (_, _, truth) = truths.into_iter().find(stands)?;
    let cues = initial.map(|hit| view.cue(hit)).into_iter();
    Some(cues.chain([Cue { group: "replaced".to_owned(), span: truth }]).collect())
}

/// Whether the article does not throw out or deny the other value in its turn: "not ten but 12".
fn is_live(view: &View<'_>, reading: &Reading<'_>, truth: Span) -> bool {
    let truths = [truth];
    let site = Site { claim: truth, form: None, truths: &truths, rivals: &[], ..view.site.clone() };
    let context = reading.of(&site);
    context.polarity == Polarity::Affirmed && !matches!(context.fate, Fate::Discarded | Fate::Compared)
}

/// "The company says it has ten", "later put at ten", "the figure is ten", "it has ten".
fn gives_value(view: &View<'_>, outline: &Outline, truth: Span) -> bool {
    let truth = outline.words_of(truth).start;
    let states = |at: usize| outline.is(view.lexicon, at, Class::Finite);
    let speech = || {
        outline
            .speaks
            .get_or_init(|| (0..outline.words.len()).any(|at| outline.is(view.lexicon, at, Class::Speech)))
    };
    let returns = |at: &usize| {
        view.lexicon.is_any(outline.words[*at], LATER) || evidence::is_figure(view, outline, *at)
    };
    let first = || *outline.returns.get_or_init(|| (0..outline.words.len()).find(returns));
    truth.checked_sub(1).is_some_and(states) || *speech() || first().is_some_and(|first| first < truth)
}

/// Words that put what follows after what was said.
const LATER: &[&str] = &[
    "later", "now", "since", "actually", "then", "afterwards", "subsequently", "again", "eventually",
    "instead",
];

/// A true value after the claim in `outline`.
fn truth_in(view: &View<'_>, outline: &Outline) -> Option<Span> {
    let whole = outline.span_of(0..outline.words.len());
    let site = view.site;
    site.truths.iter().copied().find(|span| site.claim.end() <= span.start() && whole.contains(*span))
}

#[cfg(test)]
mod tests {
    use crate::context::Status;
    use crate::context::sample::check;
    use crate::fact::Nature;

    #[test]
    fn what_is_taken_back_is_retracted() {
        check(
            Status::Retracted,
            Nature::State,
            &[
                "The union first said the fleet had «12» ferries. It later corrected the figure to {ten}.",
                "The union said the fleet had «12» ferries. It has since withdrawn the statement.",
                "The union said the fleet had «12» ferries, a claim it later retracted.",
                "The union said the fleet had «12» ferries, then corrected itself.",
                "The union said the fleet had «12» ferries but later admitted the mistake.",
                "The union said the fleet had «12» ferries. The actual number is {ten}.",
                "The union said the fleet had «12» ferries. In fact it has {ten}.",
                "The union said the fleet had «12» ferries. That was wrong.",
                "The union said the fleet had «12» ferries. This is incorrect.",
                "The union said the fleet had «12» ferries. A spokesman clarified that it has {ten}.",
                "The union mistakenly posted that the fleet had «12» ferries before deleting the post.",
                "The union said the fleet had «12» ferries; it has {ten}.",
                "The union said the fleet had «12» ferries, but it has {ten}.",
                "Correction: an earlier version of this article gave the number of ferries as «12». It is {ten}.",
                "The union said the fleet had «12» ferries. It walked that back on Monday.",
                "An earlier version of this story misstated the number of ferries as «12».",
                "At first the union said the fleet had «12» ferries. On Monday it put the number at {ten}.",
                "The union said the fleet had «12» ferries. The captain said the union had confused it with another.",
                "“We have «12» ferries,” Finn said. Hours later her office said she had misspoken.",
                "Finn told the court the fleet had «12» ferries. She was mistaken, her lawyer said.",
                "Finn told the court the fleet had «12» ferries. Her lawyer said she meant {ten}.",
                "Finn told the court the fleet had «12» ferries, before correcting herself.",
                "Finn put the fleet at «12», but the true number is {ten}.",
                "Finn put the fleet at «12». The company issued a clarification.",
                "Finn put the fleet at «12» and then took it back.",
                "Finn put the fleet at «12»; her office later revised the figure to {ten}.",
                "The paper reported that the fleet had «12» ferries. It has since published a correction.",
                "The paper reported that the fleet had «12» ferries. It apologised for the error.",
                "Finn said the fleet had «12» ferries. The company disputed that.",
                "Finn said the fleet had «12» ferries. That is not the case.",
                "Finn said the fleet had «12» ferries. She later backtracked.",
                "Finn said the fleet had «12» ferries. The real figure is {ten}.",
                "Finn said the fleet had «12» ferries, when in fact it has {ten}.",
                "Finn said the fleet had «12» ferries. It actually has {ten}.",
                "Finn originally said the fleet had «12» ferries but has since put the figure at {ten}.",
                "The board announced «12» ferries, then quietly lowered the number to {ten}.",
            ],
        );
    }

    #[test]
    fn corrections_of_something_else_take_nothing_back() {
        check(
            Status::Attributed,
            Nature::State,
            &[
                "The union said the fleet had «12» ferries. It later corrected its own address.",
                "The union said the fleet had «12» ferries. The mayor apologised for the delay.",
                "The union said the fleet had «12» ferries. The mayor changed the subject.",
                "The union said the fleet had «12» ferries. It stood by the figure.",
                "The union said the fleet had «12» ferries. The strike was a mistake, it added.",
                "Finn said the fleet had «12» ferries. The weather was wrong for sailing.",
                "Finn said the fleet had «12» ferries. She has not retracted the remark.",
                "Finn said the fleet had «12» ferries. She later apologised for her tone.",
                "Finn said the fleet had «12» ferries. The board corrected the minutes of another meeting.",
            ],
        );
    }

    #[test]
    fn what_nobody_said_nobody_takes_back() {
        check(
            Status::Asserted,
            Nature::State,
            &[
                "The fleet has «12» ferries; that is not enough.",
                "The fleet has «12» ferries. That is not enough.",
                "The fleet has «12» ferries. It is not enough.",
                "The fleet has «12» ferries. It has not grown since.",
                "The fleet has «12» ferries. It does not own a dock.",
                "The fleet has «12» ferries. In fact, it is the largest in the north.",
                "The fleet has «12» ferries. Actually running them is another matter.",
                "The fleet has «12» ferries. The company rejected that offer.",
                "The fleet has «12» ferries. She denied it was for sale.",
                "The fleet has «12» ferries. The plan was a mistake.",
                "The fleet has «12» ferries. He made a mistake and lost one dock.",
                "The fleet has «12» ferries. The post was deleted.",
                "The fleet has «12» ferries. Two were recalled for repairs.",
                "The fleet has «12» ferries. It updated its website.",
                "The fleet has «12» ferries. It cut the number of crew.",
                "The fleet has «12» ferries. “It is not a lot,” Vale said.",
                "The company does more than fish; it has «12» ferries.",
            ],
        );
    }

    #[test]
    fn corrections_in_many_words() {
        check(
            Status::Retracted,
            Nature::State,
            &[
                "Vale said the fleet had «12» ferries — a slip, his office said.",
                "Vale's office retracted a statement that the fleet had «12» ferries.",
                "Vale, having told reporters the fleet had «12» ferries, corrected himself on Tuesday.",
                "Vale spoke of «12» ferries; his office later said he meant {ten}.",
                "Vale wrote that the fleet had «12» ferries. The post has since been corrected.",
                "Vale wrote that the fleet had «12» ferries. He has since corrected the post.",
                "Vale said the fleet had «12» ferries. “I got that wrong,” he said later.",
                "Vale said the fleet had «12» ferries. His spokeswoman said that was an error.",
                "Vale said the fleet had «12» ferries. His office said he had been misinformed.",
                "Vale said the fleet had «12» ferries. His office said the number was {ten}.",
                "Vale said the fleet had «12» ferries. The company said it has {ten}.",
                "The fleet has «12» ferries, Vale said at first. The count was later put at {ten}.",
                "Early reports spoke of «12» ferries. The company says it has {ten}.",
                "This article has been amended: it originally said the fleet had «12» ferries.",
                "Editor's note: An earlier version of this article incorrectly said the fleet had «12» ferries.",
                "We wrongly reported that the fleet has «12» ferries.",
            ],
        );
    }
}
