//! Ages against years of birth: "born in 1950, died in 2015 at the age of 70".

use crate::value::Amount;
use crate::value::Kind;
use crate::value::Value;
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
    let birth = only(line, |at| period(&line.values[at]).is_some() && follows(line, at, &["born"], 2))?;
    let death =
        only(line, |at| period(&line.values[at]).is_some() && follows(line, at, &["died", "dies"], 4));
    match death {
        Some(death) => {
            let age = only(line, |at| is_age(line, at))?;
            let then = period(&line.values[death])?;
            held(line, age, birth, (then.start, then.end.yesterday().ok()?))
                .map(|slip| with(slip, line, death))
        }
        None => {
            let age = only(line, |at| is_apposed(line, at))?;
            // The article may have been written some weeks before its date.
            held(line, age, birth, (line.today?.checked_sub(jiff::Span::new().days(60)).ok()?, line.today?))
        }
    }
}

fn with(mut slip: Slip, line: &Line<'_>, death: usize) -> Slip {
    slip.operands.push(line.values[death].core);
    slip
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

/// "aged 70", "at the age of 70".
fn is_age(line: &Line<'_>, value: usize) -> bool {
    let first = line.first(value);
    let is_written =
        line.values[value].kind == Kind::Age || first > 1 && line.follows(first - 2, &["age", "of"]);
    is_written && exact(&line.values[value]).is_some()
}

/// "Ana Vale, 45, was born".
fn is_apposed(line: &Line<'_>, value: usize) -> bool {
    line.values[value].kind == Kind::Age && line.follows(line.after(value), &[",", "was", "born"])
}

/// Holds an age at a day between two against the day of birth.
fn held(line: &Line<'_>, age: usize, birth: usize, (first, last): (Date, Date)) -> Option<Slip> {
    let born = period(&line.values[birth])?;
    let least = years(born.end.yesterday().ok()?, first);
    let most = years(born.start, last);
    let stated = exact(&line.values[age])?;
    let fits = Decimal::from(least) <= stated && stated <= Decimal::from(most);
    let expected = if least == most { least.to_string() } else { format!("{least} or {most}") };
    (!fits && least <= most && least >= 0).then(|| Slip {
        span: line.values[age].core,
        operands: vec![line.values[birth].core],
        computation: format!("born {}, the age is {expected}", line.words(line.values[birth].core)),
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
    use crate::verdict::arithmetic::find;
    use jiff::civil::date;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let slips = find(&Document::plain(text, Some(date(2026, 3, 4))));
        let found: Vec<&str> = slips.iter().map(|slip| slip.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_age_at_death_is_computed() {
        check("Ana Vale was born in 1950 and died in 2015 at the age of 65.", &[]);
        check("Ana Vale was born in 1950 and died in 2015 at the age of 70.", &["70"]);
        check("Ana Vale, born on 3 May 1950, died on 2 May 2015, aged 64.", &[]);
    }

    #[test]
    fn an_age_today_is_computed() {
        check("Ana Vale, 55, was born in 1970.", &[]);
        check("Ana Vale, 45, was born in 1970.", &["45"]);
    }
}
