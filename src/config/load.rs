//! The configuration file as a whole: its tables, and every mistake in them at once.

use crate::config::Config;
use crate::config::context;
use crate::config::cues;
use crate::context::lexicon::Lexicon;
use crate::fact::Place;
use crate::fact::RuleFile;
use crate::fact::load;
use crate::fact::mistake::Mistake;
use crate::fact::raw;
use crate::fact::raw::Data;
use crate::fact::raw::Pair;
use crate::fact::sections;
use crate::fact::sections::Section;
use crate::fact::table::unknown;
use std::path::Path;

/// A configuration with what was wrong in its file.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The settings that are sound.
    pub config: Config,
    /// The file.
    pub file: RuleFile,
    /// All mistakes, in the order of the file.
    pub mistakes: Vec<Mistake>,
}

/// Loads the configuration file at `path`.
pub fn file(path: &Path) -> Loaded {
    match load::read_file(path) {
        (file, None) => text(file),
        (file, Some((span, why))) => {
            let mistakes = vec![load::unread(path, Place { file: 0, span }, &why)];
            Loaded { file, mistakes, ..Loaded::default() }
        }
    }
}

/// Loads a configuration that was read already.
pub fn text(file: RuleFile) -> Loaded {
    let mut sections = cut(&file.text);
    let mut mistakes = std::mem::take(&mut sections.mistakes);
    let context = context::read(sections.context.iter().find(|section| !section.is_spoilt), &mut mistakes);
    let cues = sections.cues.iter().filter(|section| !section.is_spoilt);
    let cues: Vec<cues::Cues> = cues::read(cues, &mut mistakes);
    let lexicon = laid_over(&cues, context.off, &mut mistakes);
    mistakes.sort_by_key(|mistake| mistake.place);
    Loaded { config: Config { lexicon, truth_beside: context.truth_beside }, file, mistakes }
}

/// The built-in lexicon with all that is sound laid over it; its examples are tried then.
fn laid_over(cues: &[cues::Cues], off: Vec<String>, mistakes: &mut Vec<Mistake>) -> Option<Lexicon> {
    if cues.is_empty() && off.is_empty() {
        return None;
    }
    let groups = cues.iter().map(|cues| cues.group.clone()).collect();
    // Each phrase was tried before, so nothing can be wrong here that was not told there.
    let lexicon = Lexicon::with(groups, off).ok()?;
    mistakes.extend(cues.iter().flat_map(|cues| cues.failures(&lexicon)));
    Some(lexicon)
}

/// The tables of a configuration file.
#[derive(Default)]
struct Sections {
    context: Vec<Section>,
    cues: Vec<Section>,
    mistakes: Vec<Mistake>,
}

fn cut(text: &str) -> Sections {
    let parsed = raw::parse(text, 0);
    let mut sections = Sections::default();
    for pair in parsed.pairs {
        sort(pair, &mut sections);
    }
    sections::spoil(sections.context.iter_mut().chain(&mut sections.cues), &parsed.mistakes);
    sections.mistakes.extend(parsed.mistakes);
    sections
}

fn sort(pair: Pair, sections: &mut Sections) {
    match pair.key.as_str() {
        "context" => match pair.node.data {
            Data::Table(_) => sections.context.push(Section { node: pair.node, is_spoilt: false }),
            _ => sections.mistakes.push(no_table(&pair)),
        },
        "cues" => sections.cues = sections::tables(pair, &mut sections.mistakes),
        _ => sections.mistakes.push(unknown("the configuration", &pair, &["context", "cues"])),
    }
}

fn no_table(pair: &Pair) -> Mistake {
    let message = format!("`{}` must be one table, and this is {}", pair.key, pair.node.sort());
    let place = match &pair.node.data {
        Data::List(list) => list.first().map_or(pair.place, |first| first.place),
        _ => pair.node.place,
    };
    Mistake::error(place, message).help(format!("begin it once, with a line of its own: [{}]", pair.key))
}

#[cfg(test)]
mod tests {
    use crate::config::trial::check;

    #[test]
    fn an_unknown_table_is_told_with_what_was_meant() {
        check(
            "[contxt]\ndisable = []\n",
            &[("contxt", "the configuration has an unknown key `contxt`", "did you mean `context`?")],
        );
        check(
            "colour = 1\n",
            &[(
                "colour",
                "the configuration has an unknown key `colour`",
                "known keys are `context` and `cues`",
            )],
        );
    }

    #[test]
    fn headers_have_the_right_number_of_brackets() {
        check(
            "[[context]]\n",
            &[(
                "[[context]]",
                "`context` must be one table, and this is a list",
                "begin it once, with a line of its own: [context]",
            )],
        );
        check(
            "[cues]\nid = 'own'\neffect = 'hedge'\nphrases = ['methinks']\n",
            &[(
                "[cues]",
                "`cues` needs two pairs of brackets",
                "begin each with a line of its own, in two pairs of brackets: [[cues]]",
            )],
        );
    }

    #[test]
    fn a_table_with_a_syntax_error_leaves_the_others() {
        check(
            "[context]\ndisable = [oops]\n[[cues]]\nid = 3\n",
            &[
                (
                    "oops",
                    "not TOML: string values must be quoted, expected literal string",
                    "put text in straight double quotes: key = \"text\"",
                ),
                ("[[cues]]", "this group of cues needs `effect`", "add a line such as: effect = \"rumour\""),
                (
                    "[[cues]]",
                    "this group of cues needs `phrases`",
                    "add a line such as: phrases = [\"word on the quay (is|was) that\"]",
                ),
                (
                    "3",
                    "`id` must be text in quotes, and this is a number",
                    "write it as in: id = \"league-clubs\"",
                ),
            ],
        );
    }
}
