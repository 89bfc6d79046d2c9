//! Everything that was seen in an article, as plain data.

use crate::claim::Extent;
use crate::context::lexicon::Lexicon;
use crate::context::why;
use crate::context::why::Reason;
use crate::document::Document;
use crate::document::map::Field;
use crate::fact::Fact;
use crate::fact::Rules;
use crate::lint::Judged;
use crate::lint::wording;
use crate::report::extract::ArticleView;
use crate::report::extract::ClaimView;
use crate::report::extract::QuoteView;
use crate::report::extract::ValueView;
use crate::source::Article;
use crate::span::Span;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Value;
use crate::value::date::Period;
use crate::value::show;
use crate::verdict::Verdict;

/// What was seen in the text of `article`; its headline is read but not listed.
pub(crate) fn view(
    (rules, lexicon): (&Rules, &Lexicon),
    article: &Article,
    document: &Document<'_>,
    judged: &[Judged],
) -> ArticleView {
    let sentences = document.sentences();
    let values = sentences.iter().flat_map(|sentence| document.values(sentence));
    let quotations = document.quotations().iter();
    ArticleView {
        sentences: sentences.iter().filter_map(|sentence| in_text(document, sentence.span)).collect(),
        values: values.filter_map(|value| seen(document, value)).collect(),
        quotes: quotations.filter_map(|quotation| quote(document, quotation.words)).collect(),
        claims: judged.iter().filter_map(|one| claim((rules, lexicon), document, one)).collect(),
        ..unread(article, document)
    }
}

/// An article that is not read, of which no more is known than its name and its day.
pub(crate) fn unread(article: &Article, document: &Document<'_>) -> ArticleView {
    ArticleView {
        path: article.path.display().to_string(),
        article: article.id.clone(),
        date: document.date().map(|date| date.to_string()),
        ..ArticleView::default()
    }
}

/// The bytes of the article's text, for words that do not stand in the headline.
fn in_text(document: &Document<'_>, span: Span) -> Option<Span> {
    let place = document.place(span);
    (place.field == Field::Text).then_some(place.span)
}

fn seen(document: &Document<'_>, value: &Value) -> Option<ValueView> {
    let span = in_text(document, value.full)?;
    let words = value.full.of(&document.text);
    let (low, high) = ends(value);
    let dates: &[Period] = if let Amount::Dates(periods) = &value.amount { periods } else { &[] };
    let first = dates.first();
    Some(ValueView {
        core: in_text(document, value.core)?,
        value: amount(value),
        low,
        high,
        unit: value.unit.as_ref().map(|unit| unit.name.to_owned()),
        noun: value.noun.map(|noun| document.slice(noun).to_owned()),
        modifier: Some(value.modifier.name().to_owned()),
        role: Some(value.role.name().to_owned()),
        start: first.map(|period| period.start.to_string()),
        end: first.map(|period| period.end.to_string()),
        grain: first.map(|period| period.grain.name().to_owned()),
        candidates: dates.iter().skip(1).map(|period| period.start.to_string()).collect(),
        text: words.to_owned(),
        ..ValueView::new(words, span, value.kind.name())
    })
}

/// The canonical value, where it is one.
fn amount(value: &Value) -> Option<String> {
    match (&value.amount, &value.unit) {
        (Amount::Exact(number), Some(unit)) if value.kind == Kind::Duration => {
            show::duration(*number, unit.name)
        }
        (Amount::Exact(number), _) => Some(show::plain(*number)),
        (Amount::Label(label), _) => Some(label.clone()),
        (Amount::Range(..) | Amount::Pair(..) | Amount::Dates(_), _) => None,
    }
}

/// The ends of a range, or the two numbers of a ratio; "equal to 20" bounds it on both sides.
fn ends(value: &Value) -> (Option<String>, Option<String>) {
    match &value.amount {
        Amount::Range(low, high) if value.kind == Kind::Duration => {
            let iso = |number| show::duration(number, value.unit.as_ref()?.name);
            (iso(*low), iso(*high))
        }
        Amount::Range(low, high) | Amount::Pair(low, high) => {
            (Some(show::plain(*low)), Some(show::plain(*high)))
        }
        Amount::Exact(number) if value.modifier == Modifier::Equal => {
            (Some(show::plain(*number)), Some(show::plain(*number)))
        }
        Amount::Exact(_) | Amount::Dates(_) | Amount::Label(_) => (None, None),
    }
}

fn quote(document: &Document<'_>, words: Span) -> Option<QuoteView> {
    Some(QuoteView { span: in_text(document, words)?, text: document.slice(words).to_owned(), speaker: None })
}

/// Why a claim came to its verdict, in a few words.
fn reason(fact: &Fact, judged: &Judged, why: Option<Reason<'_>>, expected: Option<String>) -> Option<String> {
    if fact.watch {
        return Some(
            "the fact is watched: places are held against each other, not against a value".to_owned(),
        );
    }
    let why = match (judged.claim.extent, judged.judgement.verdict) {
        (Extent::Part, _) => "it speaks of a part of the whole".to_owned(),
        (_, Verdict::NotAsserted) => match why {
            Some(why) => format!("the article does not assert it: {}", why.label),
            None => "the article does not assert it".to_owned(),
        },
        (_, Verdict::AgreedThen) => "it was so at the time spoken of".to_owned(),
        (_, Verdict::Undecided) if judged.judgement.severity.is_none() => {
            "it cannot be held against the fact on that day".to_owned()
        }
        _ => return expected.map(|expected| format!("the fact says {expected}")),
    };
    Some(why)
}

fn claim(
    (rules, lexicon): (&Rules, &Lexicon),
    document: &Document<'_>,
    judged: &Judged,
) -> Option<ClaimView> {
    let fact = rules.fact(judged.claim.fact);
    let why = why::deciding(lexicon, &judged.context);
    let expected = wording::expected(rules, fact, judged.judgement.moment);
    Some(ClaimView {
        fact: fact.id.clone(),
        span: in_text(document, judged.claim.span)?,
        text: document.slice(judged.claim.span).to_owned(),
        value: Some(document.slice(judged.claim.span).to_owned()),
        status: judged.context.status().name().to_owned(),
        cue: why.map(|why| document.slice(why.cue.span).to_owned()),
        cue_span: why.and_then(|why| in_text(document, why.cue.span)),
        cue_group: why.map(|why| why.cue.group.clone()),
        as_of: wording::as_of(judged.judgement.moment),
        verdict: judged.judgement.verdict.name().to_owned(),
        reason: reason(fact, judged, why, expected),
    })
}
