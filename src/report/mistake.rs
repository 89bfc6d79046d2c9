//! Mistakes in rule files, in the same dress as findings.

use crate::report::Style;
use crate::report::full::notice::Notice;
use crate::report::full::notice::Other;
use crate::report::full::notice::Snippet;
use crate::report::place;
use crate::report::place::Index;
use crate::severity::Severity;
use crate::span::Span;

/// How many lines away a further label may stand to be shown in the same picture.
const NEAR: usize = 6;

/// A mistake in a rule file, as plain data.
#[derive(Clone, Debug)]
pub struct MistakeView<'m> {
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: &'m str,
    /// What to do.
    pub help: Option<&'m str>,
    /// The file.
    pub path: &'m str,
    /// Its text, with its lines.
    pub index: &'m Index<'m>,
    /// The words at fault.
    pub span: Span,
    /// Further words of the same file, with what they mean.
    pub labels: Vec<(Span, String)>,
}

/// The mistake with the lines it stands in, and an empty line behind it.
pub fn mistake(style: &Style, view: &MistakeView<'_>) -> String {
    let help = view.help.map(|help| ("help", help.to_owned()));
    let is_empty = view.index.text().is_empty();
    let file = is_empty.then(|| ("file", view.path.to_owned()));
    let notice = Notice {
        severity: view.severity,
        head: view.severity.name().to_owned(),
        message: view.message.to_owned(),
        snippet: (!is_empty).then(|| snippet(view)),
        footers: help.into_iter().chain(file).collect(),
    };
    notice.draw(style) + "\n"
}

fn snippet<'m>(view: &MistakeView<'m>) -> Snippet<'m> {
    let (index, text) = (view.index, view.index.text());
    let words = words(text, view.span);
    let (own, others): (Vec<_>, Vec<_>) =
        view.labels.iter().cloned().partition(|(span, _)| *span == view.span);
    let other = |(span, label)| Other { words: place::clip(text, span), label, whole: None };
    let others: Vec<Other> = others.into_iter().map(other).collect();
    Snippet {
        path: view.path.to_owned(),
        index,
        words,
        label: own.into_iter().next().map(|(_, label)| label),
        whole: whole(index, words, &others),
        others,
    }
}

/// The words to underline: of a table of many lines, its first line.
fn words(text: &str, span: Span) -> Span {
    let span = place::clip(text, span);
    let first = span.of(text).lines().next().unwrap_or("");
    Span::new(span.start(), span.start() + first.len())
}

/// The lines of a mistake, with those of the labels near it.
fn whole(index: &Index<'_>, words: Span, others: &[Other]) -> Span {
    let line = index.position(words.start()).line;
    let is_near = |span: &Span| index.position(span.start()).line.abs_diff(line) <= NEAR;
    let near = others.iter().map(|other| other.words).filter(is_near);
    place::lines(index.text(), near.fold(words, Span::join))
}

#[cfg(test)]
mod tests {
    use super::MistakeView;
    use super::mistake;
    use crate::report::place::Index;
    use crate::report::sample;
    use crate::severity::Severity;
    use crate::span::Span;

    const RULES: &str = "[[fact]]\nid = \"bloc-members\"\ncuont = 32\n\n[[fact]]\nid = \"bloc-members\"\n";

    fn view<'m>(index: &'m Index<'m>, words: &str) -> MistakeView<'m> {
        let start = index.text().find(words).unwrap();
        MistakeView {
            severity: Severity::Error,
            message: "unknown key `cuont`",
            help: Some("did you mean `count`?"),
            path: "rules/bloc.toml",
            index,
            span: Span::new(start, start + words.len()),
            labels: Vec::new(),
        }
    }

    #[test]
    fn a_mistake_shows_its_line() {
        insta::assert_snapshot!(mistake(&sample::PLAIN, &view(&Index::new(RULES), "cuont")));
    }

    #[test]
    fn a_label_near_by_is_in_the_same_picture() {
        let index = Index::new(RULES);
        let mut view = view(&index, "cuont");
        (view.message, view.help) = ("two facts have the id `bloc-members`", None);
        view.span = Span::new(RULES.len() - 15, RULES.len() - 1);
        view.labels =
            vec![(Span::new(14, 28), "first used here".to_owned()), (view.span, "again".to_owned())];
        insta::assert_snapshot!(mistake(&sample::PLAIN, &view));
    }

    #[test]
    fn a_label_far_away_is_noted() {
        let text = format!("{}{RULES}", "# nothing\n".repeat(50));
        let index = Index::new(&text);
        let mut view = view(&index, "cuont");
        view.labels = vec![(Span::new(0, 9), "declared here".to_owned())];
        insta::assert_snapshot!(mistake(&sample::PLAIN, &view));
    }

    #[test]
    fn of_a_whole_table_its_head_is_underlined() {
        let index = Index::new(RULES);
        let mut view = view(&index, "cuont");
        view.span = Span::new(0, RULES.len());
        insta::assert_snapshot!(mistake(&sample::PLAIN, &view));
    }

    #[test]
    fn a_file_without_text_is_named() {
        let index = Index::new("");
        let mut view = view(&index, "");
        view.message = "no such file";
        insta::assert_snapshot!(mistake(&sample::PLAIN, &view));
    }
}
