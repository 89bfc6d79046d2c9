//! Ages against years of birth: "born in 1950, died in 2015 at the age of 70".

use crate::span::Span;
use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
use crate::value::date::Grain;
use crate::value::date::Period;
use crate::verdict::arithmetic::Slip;
use crate::verdict::arithmetic::line::Line;
use crate::verdict::arithmetic::line::exact;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The slip of the age in a line that gives a birth too.
pub(super) fn check(line: &Line<'_>) -> Vec<Slip> {
    slip(line).into_iter().collect()
}

fn slip(line: &Line<'_>) -> Option<Slip> {
    match life(line) {
        Some(life) => held(line, only(line, |at| is_age(line, at))?, &life),
        None => held(line, only(line, |at| is_apposed(line, at))?, &living(line)?),
    }
}

/// When somebody was born, and between which days he was as old as is said.
struct Life {
    born: Period,
    day: (Date, Date),
    // The words that say so.
    told: Vec<Span>,
}

/// Somebody of whom only the birth is told.
fn living(line: &Line<'_>) -> Option<Life> {
    let birth = only(line, |at| is_birth(line, at))?;
    // The article may have been written some weeks before its date.
    let today = line.today()?;
    let day = (today.checked_sub(jiff::Span::new().days(60)).ok()?, today);
    Some(Life { born: period(&line.values[birth])?, day, told: vec![line.values[birth].core] })
}

/// Birth and death: "born in 1950, died in 2015", "(1950–2015)".
fn life(line: &Line<'_>) -> Option<Life> {
    let is_death = |at| period(&line.values[at]).is_some() && follows(line, at, &["died", "dies"], 4);
    let dates = only(line, |at| is_birth(line, at)).zip(only(line, is_death));
    let Some((birth, death)) = dates else { return bracketed(line) };
    let told = vec![line.values[birth].core, line.values[death].core];
    let then = period(&line.values[death])?;
    Some(Life { born: period(&line.values[birth])?, day: (then.start, then.end.yesterday().ok()?), told })
}

/// "Mira Holt (1931–2001)", of whom it is said that she died.
fn bracketed(line: &Line<'_>) -> Option<Life> {
    let at = (0..line.values.len()).find(|at| is_lifespan(line, *at))?;
    let is_dead = (line.after(at)..line.tokens.len()).any(|at| line.is(at, &["died", "death"]));
    let whole = period(&line.values[at]).filter(|whole| whole.grain == Grain::Year && is_dead)?;
    let last = whole.end.yesterday().ok()?;
    let first_birthday = whole.start.checked_add(jiff::Span::new().years(1)).ok()?;
    let born = Period { start: whole.start, end: first_birthday, grain: Grain::Year };
    Some(Life { born, day: (last.first_of_year(), last), told: vec![line.values[at].core] })
}

/// Whether a date stands in brackets behind a word with a capital.
fn is_lifespan(line: &Line<'_>, at: usize) -> bool {
    let first = line.first(at);
    let is_named = first.checked_sub(2).is_some_and(|name| line.word(name).starts_with(char::is_uppercase));
    is_named && line.is(first - 1, &["("]) && line.is(line.after(at), &[")"])
}

fn is_birth(line: &Line<'_>, at: usize) -> bool {
    period(&line.values[at]).is_some() && follows(line, at, &["born"], 2)
}

/// The only value of its sort in a line.
fn only(line: &Line<'_>, is_wanted: impl Fn(usize) -> bool) -> Option<usize> {
    let mut found = (0..line.values.len()).filter(|at| is_wanted(*at));
    found.next().filter(|_| found.next().is_none())
}

fn period(value: &Value) -> Option<Period> {
    match &value.amount {
        Amount::Dates(candidates) if candidates.len() == 1 => candidates.first().copied(),
        _ => None,
    }
}

/// Whether one of `words` stands at most `reach` tokens before a value.
fn follows(line: &Line<'_>, value: usize, words: &[&str], reach: usize) -> bool {
    let first = line.first(value);
    (first.saturating_sub(reach)..first).any(|at| line.is(at, words))
}

/// "aged 70", "at the age of 70", "died at 70", "was 70 when she died".
fn is_age(line: &Line<'_>, value: usize) -> bool {
    let (first, after) = (line.first(value), line.after(value));
    let is_of_age = first > 1 && line.follows(first - 2, &["age", "of"]);
    let is_end = line.is(after, &[",", ".", ";", "in", "on"]) || after >= line.tokens.len();
    let is_at = first > 0 && line.is(first - 1, &["at"]) && is_end;
    let is_when = line.is(after, &["when"]) && line.is(after + 2, &["died"]);
    let is_bare = line.values[value].kind == Kind::Number && (is_at || is_when);
    let is_written = line.values[value].kind == Kind::Age || is_of_age || is_bare;
    is_written && exact(&line.values[value]).is_some()
}

/// "Ana Vale, 45, was born".
fn is_apposed(line: &Line<'_>, value: usize) -> bool {
    line.values[value].kind == Kind::Age && line.follows(line.after(value), &[",", "was", "born"])
}

/// Holds an age against a life.
fn held(line: &Line<'_>, age: usize, life: &Life) -> Option<Slip> {
    let (first, last) = life.day;
    let least = years(life.born.end.yesterday().ok()?, first);
    let most = years(life.born.start, last);
    let stated = exact(&line.values[age])?;
    let fits = Decimal::from(least) <= stated && stated <= Decimal::from(most);
    let expected = if least == most { least.to_string() } else { format!("{least} or {most}") };
    let told: Vec<&str> = life.told.iter().map(|span| line.words(*span)).collect();
    (!fits && least <= most && least >= 0).then(|| Slip {
        span: line.values[age].core,
        operands: life.told.clone(),
        computation: format!("born {}, the age is {expected}", told.join(", died ")),
        expected,
    })
}

/// Full years from one day to another.
fn years(born: Date, day: Date) -> i16 {
    let is_before = (day.month(), day.day()) < (born.month(), born.day());
    day.year() - born.year() - i16::from(is_before)
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::verdict::arithmetic::find_in;
    use jiff::civil::date;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let slips = find_in(&Document::plain(text, Some(date(2026, 3, 4))));
        let found: Vec<&str> = slips.iter().map(|slip| slip.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_age_at_death_is_computed() {
        check("Ana Vale was born in 1950 and died in 2015 at the age of 65.", &[]);
        check("Ana Vale was born in 1950 and died in 2015 at the age of 70.", &["70"]);
        check("Ana Vale, who was born in 1950, died in 2015 at 70.", &["70"]);
        check("Ana Vale (1931–2001) was 70 when she died.", &[]);
        check("Ana Vale (1931–2001) was 80 when she died.", &["80"]);
        check("Ana Vale, born on 3 May 1950, died on 2 May 2015, aged 64.", &[]);
    }

    #[test]
    fn an_age_today_is_computed() {
        check("Ana Vale, 55, was born in 1970.", &[]);
        check("Ana Vale, 45, was born in 1970.", &["45"]);
    }
}
