//! A mistake in a rule file or a configuration, as standard error shows it.

use crate::fact::Place;
use crate::fact::RuleFile;
use crate::fact::mistake::Label;
use crate::fact::mistake::Mistake;
use crate::report::Style;
use crate::report::mistake;
use crate::report::mistake::MistakeView;
use crate::source::short;

/// A mistake in one of `files`.
pub fn shown(style: &Style, files: &[RuleFile], mistake: &Mistake) -> String {
    let (path, text) = file(files, mistake.place);
    let (near, far): (Vec<_>, Vec<_>) =
        mistake.labels.iter().partition(|label| label.place.file == mistake.place.file);
    let far = far.iter().map(|label| elsewhere(files, label));
    let help: Vec<String> = mistake.help.iter().cloned().chain(far).collect();
    let help = help.join("; ");
    let view = MistakeView {
        severity: mistake.severity,
        message: &mistake.message,
        help: (!help.is_empty()).then_some(&help),
        path: &path,
        text,
        span: mistake.place.span,
        labels: near.into_iter().map(|label| (label.place.span, label.text.clone())).collect(),
    };
    mistake::mistake(style, &view)
}

/// A label that stands in another file than its mistake.
fn elsewhere(files: &[RuleFile], label: &Label) -> String {
    let line = files.get(label.place.file).map_or(1, |file| file.line_of(label.place.span.start()).0);
    format!("{}:{line}: {}", file(files, label.place).0, label.text)
}

/// The path, cut to be read, and the text of the file of a place.
fn file(files: &[RuleFile], place: Place) -> (String, &str) {
    let file = files.get(place.file);
    file.map_or((String::new(), ""), |file| (short::path(&file.path), &file.text))
}
