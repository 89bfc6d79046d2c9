//! What an article says of facts, for somebody who points at its words.

use crate::context::lexicon::Lexicon;
use crate::context::why;
use crate::document::Document;
use crate::document::map::Place;
use crate::fact::Fact;
use crate::fact::FactId;
use crate::fact::Rules;
use crate::lint::Judged;
use crate::lint::wording;
use crate::verdict::moment::Moment;
use jiff::civil::Date;

/// What an article says of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The fact.
    pub fact: FactId,
    /// The words that say it.
    pub place: Place,
    /// What came of it: agrees, contradicts, ….
    pub verdict: &'static str,
    /// How it is said: asserted, negated, hedged, ….
    pub status: &'static str,
    /// The words that decided the status.
    pub cue: Option<Cue>,
    /// What the fact says of the day or days that are spoken of.
    pub truth: Option<Truth>,
}

/// Words that decided how something is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The words.
    pub words: String,
    /// What they do to the claim: "taken back here".
    pub label: &'static str,
    /// What `disable` in the configuration calls them.
    pub group: String,
}

/// A truth with the time at which it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truth {
    /// The value, as it would be written.
    pub value: String,
    /// The day or days that were asked about.
    pub as_of: Option<String>,
    /// The first and the last day on which it holds, for a truth that changes.
    pub stretch: Option<(Option<Date>, Option<Date>)>,
}

/// All that an article says of facts, in its order.
pub(crate) fn all(
    (rules, lexicon): (&Rules, &Lexicon),
    document: &Document<'_>,
    judged: &[Judged],
) -> Vec<Told> {
    let mut all: Vec<Told> = judged.iter().map(|one| told((rules, lexicon), document, one)).collect();
    all.sort_by_key(|told| told.place);
    all
}

fn told((rules, lexicon): (&Rules, &Lexicon), document: &Document<'_>, judged: &Judged) -> Told {
    let fact = rules.fact(judged.claim.fact);
    let why = why::deciding(lexicon, &judged.context);
    Told {
        fact: judged.claim.fact,
        place: document.place(judged.claim.span),
        verdict: judged.judgement.verdict.name(),
        status: judged.context.status().name(),
        cue: why.map(|why| Cue {
            words: document.slice(why.cue.span).to_owned(),
            label: why.label,
            group: why.cue.group.clone(),
        }),
        truth: truth(rules, fact, judged.judgement.moment),
    }
}

fn truth(rules: &Rules, fact: &Fact, moment: Moment) -> Option<Truth> {
    let value = wording::expected(rules, fact, moment)?;
    Some(Truth { value, as_of: wording::as_of(moment), stretch: stretch(fact, moment) })
}

/// The days of the one entry that holds at a moment, of a truth that has others.
fn stretch(fact: &Fact, moment: Moment) -> Option<(Option<Date>, Option<Date>)> {
    let stretches = fact.kind.stretches();
    let holds = |(from, until): &&(Option<Date>, Option<Date>)| match moment {
        Moment::Day(None) => until.is_none(),
        Moment::Day(Some(day)) => {
            from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
        }
        Moment::During(period) => {
            from.is_none_or(|from| from < period.end) && until.is_none_or(|until| period.start <= until)
        }
    };
    let mut held = stretches.iter().filter(holds);
    let (first, second) = (held.next(), held.next());
    first.filter(|_| stretches.len() > 1 && second.is_none()).copied()
}
