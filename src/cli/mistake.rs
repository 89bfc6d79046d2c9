//! Mistakes in rule files or configurations, as standard error shows them.

use crate::cli::tell;
use crate::fact::Place;
use crate::fact::RuleFile;
use crate::fact::mistake::Label;
use crate::fact::mistake::Mistake;
use crate::report::Style;
use crate::report::mistake;
use crate::report::mistake::MistakeView;
use crate::report::place::Index;
use crate::source::short;
use std::cell::OnceCell;

/// Tells mistakes in some files.
pub fn tell<'m>(style: &Style, files: &[RuleFile], mistakes: impl IntoIterator<Item = &'m Mistake>) {
    let artist = Artist::new(files);
    mistakes.into_iter().for_each(|one| tell::raw(&artist.drawn(style, one)));
}

/// Draws the mistakes of some files; the lines of each file are looked for once, when it has one.
pub struct Artist<'f> {
    files: &'f [RuleFile],
    indexes: Vec<OnceCell<Index<'f>>>,
    none: Index<'static>,
}

impl<'f> Artist<'f> {
    /// One for mistakes in `files`.
    pub fn new(files: &'f [RuleFile]) -> Artist<'f> {
        Artist { files, indexes: files.iter().map(|_| OnceCell::new()).collect(), none: Index::new("") }
    }

    /// A mistake with the lines it stands in.
    pub fn drawn(&self, style: &Style, mistake: &Mistake) -> String {
        let (near, far): (Vec<_>, Vec<_>) =
            mistake.labels.iter().partition(|label| label.place.file == mistake.place.file);
        let far = far.iter().map(|label| self.elsewhere(label));
        let help: Vec<String> = mistake.help.iter().cloned().chain(far).collect();
        let help = help.join("; ");
        let view = MistakeView {
            severity: mistake.severity,
            message: &mistake.message,
            help: (!help.is_empty()).then_some(&help),
            path: &self.path(mistake.place),
            index: self.index(mistake.place),
            span: mistake.place.span,
            labels: near.into_iter().map(|label| (label.place.span, label.text.clone())).collect(),
        };
        mistake::mistake(style, &view)
    }

    /// A label that stands in another file than its mistake.
    fn elsewhere(&self, label: &Label) -> String {
        let line = self.index(label.place).position(label.place.span.start()).line;
        format!("{}:{line}: {}", self.path(label.place), label.text)
    }

    /// The path of the file of a place, cut to be read.
    fn path(&self, place: Place) -> String {
        self.files.get(place.file).map_or_else(String::new, |file| short::path(&file.path))
    }

    fn index(&self, place: Place) -> &Index<'f> {
        let file = self.files.get(place.file).zip(self.indexes.get(place.file));
        file.map_or(&self.none, |(file, index)| index.get_or_init(|| Index::new(&file.text)))
    }
}

#[cfg(test)]
mod tests {
    use super::Artist;
    use crate::effort;
    use crate::fact::RuleFile;
    use crate::fact::load;
    use crate::fact::load::Loaded;
    use crate::report::Style;

    const PLAIN: Style = Style { color: false, unicode: true, width: 80, links: false };

    #[test]
    fn the_lines_of_a_file_are_looked_for_once() {
        let text = "[[fact]]\nid = \n".repeat(50);
        let Loaded { rules, mistakes } = load::texts(vec![RuleFile::new("rules.toml", text.clone())]);
        assert_eq!(mistakes.len(), 50);
        let artist = Artist::new(&rules.files);
        let spent = effort::of(|| mistakes.iter().for_each(|one| drop(artist.drawn(&PLAIN, one))));
        assert_eq!(spent, text.len());
    }
}
