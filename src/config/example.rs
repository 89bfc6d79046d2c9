//! The examples of a user's cues: read with their marks, tried once all cues are known.

use crate::context::example::Example;
use crate::context::group::Group;
use crate::context::lexicon::Lexicon;
use crate::fact::Place;
use crate::fact::mistake::Mistake;
use crate::fact::table::Table;

/// An example with its place, and whether the cues should decide about its claim.
#[derive(Clone, Debug)]
pub struct Trial {
    example: Example,
    decides: bool,
    place: Place,
}

/// Reads the example that stands for `key`, if there is one.
pub fn read(table: &mut Table<'_>, key: &'static str, decides: bool) -> Option<Trial> {
    let text = table.text(key)?;
    let place = text.place;
    let Some(example) = Example::read(&text.text) else {
        let mistake = Mistake::error(place, format!("the example in `{key}` marks no claim"));
        table
            .report(mistake.help("put the words of the claim between « and »: \"The club has «11» boats.\""));
        return None;
    };
    Some(Trial { example, decides, place })
}

impl Trial {
    /// What is wrong if the example does not come out as it should.
    pub fn failure(&self, lexicon: &Lexicon, group: &Group) -> Option<Mistake> {
        if self.example.is_decided_by(lexicon, group) == self.decides {
            return None;
        }
        let status = self.example.context(lexicon, crate::context::example::nature(group)).status().name();
        let (message, help) = if self.decides {
            (
                "do not decide about the claim in `shields`",
                "check the phrases, and where the claim stands (`claims`, `stops`, `furthest`)",
            )
        } else {
            (
                "decide about the claim in `not`, which they should leave alone",
                "narrow the phrases, or end their reach with `stops` or `furthest`",
            )
        };
        let mistake =
            Mistake::error(self.place, format!("cues `{}` {message}: it is read as {status}", group.id));
        Some(mistake.help(help))
    }
}
