//! What was not noticed, what is found in articles as they stand, and the scores, for people.

use crate::document::map::Field;
use crate::report::Style;
use crate::report::mutation::Alarm;
use crate::report::mutation::Change;
use crate::report::mutation::location;
use crate::report::mutation::score::Score;
use crate::report::mutation::score::Scores;
use crate::report::paint::Paint;
use crate::report::visible;

/// The heads of the columns behind the name.
const HEADS: [&str; 4] = ["made", "noticed", "missed", "score"];
/// The widths of these columns.
const WIDTHS: [usize; 4] = [4, 7, 6, 6];
/// How many columns of some words are shown.
const LONGEST: usize = 60;

/// A change that nothing noticed, as a line.
pub fn missed(style: &Style, change: &Change) -> String {
    let place = location((&change.path, change.article.as_deref()), Field::Text, change.span.as_ref());
    let head = Paint::Yellow.on("not noticed", style.color);
    let (old, new, fact) = (cut(&change.old), cut(&change.new), visible::line(&change.fact));
    format!("{}: {head} [{fact}] “{old}” changed to “{new}”\n", visible::line(&place))
}

/// A finding in an article as it stands, as a line.
pub fn alarm(style: &Style, alarm: &Alarm) -> String {
    let place = location((&alarm.path, alarm.article.as_deref()), alarm.field, alarm.span.as_ref());
    let head = Paint::of(alarm.severity).on("found as it stands", style.color);
    let (name, message) = (visible::line(&alarm.name), visible::line(&alarm.message));
    format!("{}: {head} [{name}] {message}\n", visible::line(&place))
}

fn cut(words: &str) -> String {
    let words = visible::line(words);
    if words.chars().count() <= LONGEST {
        return words;
    }
    words.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// The scores: of each sort of change, of each fact (the weakest first), and in all.
pub fn scores(style: &Style, scores: &Scores) -> String {
    let sorts: Vec<(&str, Score)> = scores.sorts.iter().map(|(sort, score)| (sort.name(), *score)).collect();
    let mut facts: Vec<(&str, Score)> =
        scores.facts.iter().map(|(id, score)| (id.as_str(), *score)).collect();
    // One share is less than another where its missed ones weigh more; equal ones stay in the order of their ids.
    facts.sort_by(|(_, one), (_, other)| (one.noticed * other.made).cmp(&(other.noticed * one.made)));
    let total = [("all changes", scores.total)];
    let names = sorts.iter().chain(&facts).chain(&total).map(|(name, _)| visible::width(name));
    let width = names.max().unwrap_or(0);
    let parts = [("change", &sorts[..]), ("fact", &facts[..]), ("", &total[..])];
    parts.iter().map(|(head, rows)| table(style, (head, width), rows)).collect::<Vec<_>>().join("\n")
}

fn table(style: &Style, (head, width): (&str, usize), rows: &[(&str, Score)]) -> String {
    let heads: String = HEADS.iter().zip(WIDTHS).map(|(head, width)| format!("  {head:>width$}")).collect();
    let head = if head.is_empty() {
        String::new()
    } else {
        Paint::Dim.on(&format!("{head:width$}{heads}"), style.color) + "\n"
    };
    let rows = rows.iter().map(|(name, score)| row(&visible::line(name), width, *score));
    format!("{head}{}", rows.collect::<String>())
}

fn row(name: &str, width: usize, score: Score) -> String {
    let share = score.share().percent().map_or("-".to_owned(), |percent| format!("{percent}%"));
    let missed = score.made - score.noticed;
    let cells = [score.made.to_string(), score.noticed.to_string(), missed.to_string(), share];
    let cells: String = cells.iter().zip(WIDTHS).map(|(cell, width)| format!("  {cell:>width$}")).collect();
    let pad = " ".repeat(width.saturating_sub(visible::width(name)));
    format!("{name}{pad}{cells}\n")
}

#[cfg(test)]
mod tests {
    use super::scores;
    use crate::report::mutation::Sort;
    use crate::report::mutation::score::Score;
    use crate::report::mutation::score::Scores;
    use crate::report::sample;

    #[test]
    fn the_weakest_fact_stands_first() {
        let of = |made, noticed| Score { made, noticed };
        let all = Scores {
            total: of(5, 4),
            facts: [("bridge".to_owned(), of(3, 3)), ("club".to_owned(), of(2, 1))].into(),
            sorts: [(Sort::Number, of(3, 3)), (Sort::Unit, of(2, 1))].into(),
        };
        let expected = "\
change          made  noticed  missed   score
another number     3        3       0  100.0%
another unit       2        1       1   50.0%

fact            made  noticed  missed   score
club               2        1       1   50.0%
bridge             3        3       0  100.0%

all changes        5        4       1   80.0%
";
        assert_eq!(scores(&sample::PLAIN, &all), expected);
    }
}
