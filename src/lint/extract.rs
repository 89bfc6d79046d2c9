//! Everything that was seen in an article, as plain data.

use crate::document::Document;
use crate::document::map::Field;
use crate::fact::Rules;
use crate::lint::Judged;
use crate::lint::wording;
use crate::report::extract::ArticleView;
use crate::report::extract::ClaimView;
use crate::report::extract::QuoteView;
use crate::report::extract::ValueView;
use crate::source::Article;
use crate::span::Span;
use crate::value;
use crate::value::Value;
use crate::value::show;
use crate::verdict::moment::Moment;

/// What was seen in the text of `article`; its headline is read but not listed.
pub fn view(rules: &Rules, article: &Article, document: &Document<'_>, judged: &[Judged]) -> ArticleView {
    let text = &*document.text;
    let sentences = document.sentences();
    let values = sentences.iter().flat_map(|s| value::read::sentence(text, s.tokens(text), document.date));
    let quotations = document.quotations().iter();
    ArticleView {
        path: article.path.display().to_string(),
        article: article.id.clone(),
        date: document.date.map(|date| date.to_string()),
        sentences: sentences.iter().filter_map(|sentence| in_text(document, sentence.span)).collect(),
        values: values.filter_map(|value| seen(document, &value)).collect(),
        quotes: quotations.filter_map(|quotation| quote(document, quotation.words)).collect(),
        claims: judged.iter().filter_map(|one| claim(rules, document, one)).collect(),
    }
}

/// The bytes of the article's text, for words that do not stand in the headline.
fn in_text(document: &Document<'_>, span: Span) -> Option<Span> {
    let place = document.place(span);
    (place.field == Field::Text).then_some(place.span)
}

fn seen(document: &Document<'_>, value: &Value) -> Option<ValueView> {
    let text = &document.text;
    let span = in_text(document, value.full)?;
    let dates = show::dates(value);
    let first = dates.first();
    Some(ValueView {
        span,
        core: in_text(document, value.core)?,
        text: value.full.of(text).to_owned(),
        kind: show::kind(value.kind).to_owned(),
        value: show::amount(value),
        low: show::low(value),
        high: show::high(value),
        unit: show::unit(value),
        noun: value.noun.map(|noun| noun.of(text).to_owned()),
        modifier: Some(show::modifier(value.modifier).to_owned()),
        role: Some(show::role(value.role).to_owned()),
        start: first.map(|period| period.start.to_string()),
        end: first.map(|period| period.end.to_string()),
        grain: first.map(|period| value::date::show::grain(period.grain).to_owned()),
        candidates: dates.iter().skip(1).map(|period| period.start.to_string()).collect(),
    })
}

fn quote(document: &Document<'_>, words: Span) -> Option<QuoteView> {
    Some(QuoteView { span: in_text(document, words)?, text: document.slice(words).to_owned(), speaker: None })
}

fn claim(rules: &Rules, document: &Document<'_>, judged: &Judged) -> Option<ClaimView> {
    let fact = &rules.facts[judged.claim.fact.0 as usize];
    let cue = judged.context.cues.first();
    Some(ClaimView {
        fact: fact.id.clone(),
        span: in_text(document, judged.claim.span)?,
        text: document.slice(judged.claim.span).to_owned(),
        value: Some(document.slice(judged.claim.span).to_owned()),
        status: judged.context.status().name().to_owned(),
        cue: cue.map(|cue| document.slice(cue.span).to_owned()),
        as_of: match judged.judgement.moment {
            Moment::Day(day) => day.map(|day| day.to_string()),
            Moment::During(period) => Some(value::date::show::show(period)),
        },
        verdict: judged.judgement.verdict.name().to_owned(),
        reason: wording::expected(rules, fact, judged.judgement.moment),
    })
}
