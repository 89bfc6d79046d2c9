//! Facts of kind `term`: which of a closed set of words applies.

use crate::fact::Kind;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Node;
use crate::fact::scope::Scope;
use crate::fact::table::Table;
use crate::fact::table::Text;
use crate::fact::table::text_of;
use crate::fact::timeline::Timeline;
use crate::fact::truth;

/// Reads what a term has of its own.
pub fn read(table: &mut Table<'_>, _scope: &Scope) -> Option<Kind> {
    let same = table.placed_words("same");
    let rivals = table.placed_words("rivals");
    let value = truth::read(table, r#"value = "open""#, word)?;
    check_sides(table, &value, &same, &rivals);
    if value.entries.len() == 1 && rivals.is_empty() {
        let idle =
            Mistake::warning(table.place, format!("{} has no `rivals`: no word contradicts it", table.name));
        table.report(idle.help("list the words that would be wrong: rivals = [\"closed\", \"shut\"]"));
    }
    let plain = |words: Vec<Text>| words.into_iter().map(|word| word.text).collect();
    Some(Kind::Term { value, same: plain(same), rivals: plain(rivals) })
}

fn word(node: &Node) -> Result<String, Mistake> {
    text_of(node, "value").map(|text| text.text)
}

/// A word cannot both agree and contradict; an earlier value of a timeline may well be a rival.
fn check_sides(table: &mut Table<'_>, value: &Timeline<String>, same: &[Text], rivals: &[Text]) {
    let is_value =
        |word: &str| value.entries.len() == 1 && value.entries.iter().any(|entry| entry.value == word);
    for rival in rivals {
        let twin = same.iter().find(|word| word.text == rival.text);
        if twin.is_none() && !is_value(&rival.text) {
            continue;
        }
        let place = twin.map_or_else(|| table.place_of("value"), |word| word.place);
        let message = format!("`{}` cannot both be right and contradict it", rival.text);
        table.report(
            Mistake::error(rival.place, message).label(place, "right here").help("remove one of the two"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::fact::trial::check_fact;

    #[track_caller]
    fn check(keys: &str, expected: &[(&str, &str, &str)]) {
        check_fact(&format!("kind = 'term'\nsubject = 'league'\nattribute = ['gate']\n{keys}"), expected);
    }

    #[test]
    fn a_rival_is_neither_the_value_nor_the_same() {
        let message = |word: &str| format!("`{word}` cannot both be right and contradict it");
        let help = "remove one of the two";
        check(
            "value = 'open'\nsame = ['ajar']\nrivals = ['ajar', 'shut', 'open']",
            &[("'ajar'", &message("ajar"), help), ("'open'", &message("open"), help)],
        );
    }

    #[test]
    fn a_term_without_rivals_is_idle() {
        let message = "fact `it` has no `rivals`: no word contradicts it";
        let help = "list the words that would be wrong: rivals = [\"closed\", \"shut\"]";
        check("value = 'open'", &[("[[fact]]", message, help)]);
    }

    #[test]
    fn an_earlier_value_may_be_a_rival() {
        check(
            "rivals = ['open']\ntimeline = [{ value = 'open', from = 2020-01-01 }, { value = 'shut', from = 2021-01-01 }]",
            &[],
        );
    }
}
