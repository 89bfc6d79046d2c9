//! `[context]`: which cues are switched off, and what counts where the truth stands beside a wrong value.

use crate::context::lexicon::Lexicon;
use crate::context::tense;
use crate::context::why;
use crate::fact::mistake::Mistake;
use crate::fact::nearest::hint;
use crate::fact::nearest::nearest;
use crate::fact::sections::Section;
use crate::fact::table::Table;
use crate::fact::table::Text;
use crate::verdict::beside::TruthBeside;

/// What `[context]` says.
#[derive(Debug, Default)]
pub struct Settings {
    /// The groups and rules that are switched off.
    pub off: Vec<String>,
    /// Which findings become notes where the same sentence asserts the true value.
    pub truth_beside: Option<TruthBeside>,
}

const KEYS: &[&str] = &["disable", "truth-beside"];

const TRUTH_BESIDE: &[(&str, TruthBeside)] =
    &[("off", TruthBeside::Off), ("warnings", TruthBeside::Warnings), ("all", TruthBeside::All)];

/// Reads `[context]`, where there is one.
pub fn read(section: Option<&Section>, mistakes: &mut Vec<Mistake>) -> Settings {
    let table = section.and_then(|section| Table::new(&section.node, "[context]"));
    let Some(mut table) = table else { return Settings::default() };
    let off = disabled(&mut table);
    let truth_beside = table.choice("truth-beside", TRUTH_BESIDE);
    mistakes.extend(table.close(KEYS));
    Settings { off, truth_beside }
}

fn disabled(table: &mut Table<'_>) -> Vec<String> {
    let mut off = Vec::new();
    for id in table.placed_words("disable") {
        match refusal(&id) {
            Some(mistake) => table.report(mistake),
            None => off.push(id.text),
        }
    }
    off
}

/// What is wrong with an id that is to be switched off.
fn refusal(id: &Text) -> Option<Mistake> {
    let groups = || Lexicon::built_in().groups.iter().map(|group| group.id.as_str());
    let name = id.text.as_str();
    if name == tense::PAST_TENSE || groups().any(|group| group == name) {
        return None;
    }
    if why::RULES.contains(&name) {
        let fixed = Mistake::error(id.place, format!("`{name}` cannot be switched off"));
        return Some(fixed.help("it is no list of words but a part of how sentences are read"));
    }
    let mistake = Mistake::error(id.place, format!("there is no group of cues `{name}`"));
    let meant = nearest(name, groups().chain([tense::PAST_TENSE]));
    let list = "`factlint extract` names the group of each cue in brackets";
    Some(mistake.help(hint(meant, if meant.is_some() { "" } else { list })))
}

#[cfg(test)]
mod tests {
    use crate::config::trial::check;
    use crate::config::trial::config;
    use crate::verdict::beside::TruthBeside;

    #[test]
    fn groups_and_one_rule_are_switched_off() {
        let config = config("[context]\ndisable = ['hedge.modal', 'tense.past']\ntruth-beside = 'all'\n");
        assert!(config.lexicon().group_named("hedge.modal").is_none());
        assert!(config.lexicon().is_off("tense.past"));
        assert_eq!(config.truth_beside, TruthBeside::All);
    }

    #[test]
    fn what_does_not_exist_cannot_be_switched_off() {
        check(
            "[context]\ndisable = ['hedge.modle', 'xylophone', 'quotation']\n",
            &[
                ("'hedge.modle'", "there is no group of cues `hedge.modle`", "did you mean `hedge.modal`?"),
                (
                    "'xylophone'",
                    "there is no group of cues `xylophone`",
                    "`factlint extract` names the group of each cue in brackets",
                ),
                (
                    "'quotation'",
                    "`quotation` cannot be switched off",
                    "it is no list of words but a part of how sentences are read",
                ),
            ],
        );
    }

    #[test]
    fn settings_have_their_words() {
        check(
            "[context]\ndisable = 'hedge.modal'\ntruth-beside = 'warning'\ntruth = 1\n",
            &[
                (
                    "'hedge.modal'",
                    "`disable` must be a list of words, and this is text",
                    "write it as in: disable = [\"hedge.phrase\"]",
                ),
                (
                    "'warning'",
                    "`truth-beside` cannot be `warning`",
                    "did you mean `warnings`? it is one of `off`, `warnings` or `all`",
                ),
                (
                    "truth",
                    "[context] has an unknown key `truth`",
                    "known keys are `disable` and `truth-beside`",
                ),
            ],
        );
    }
}
