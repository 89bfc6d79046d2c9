//! What the reader may choose to see, and what each look means.

use crate::report::html::contents::Contents;
use crate::report::html::contents::Subject;
use crate::report::html::coverage::STANDINGS;
use crate::report::html::level::Counts;
use crate::report::html::level::Level;
use crate::report::html::markup::Markup;

/// What is shown and what is not; of no use without the script, which shows it.
pub fn of(contents: &Contents) -> Markup {
    let mut page = Markup::new();
    let counts = contents.counts();
    if counts.total() == 0 && contents.coverage.total().is_empty() {
        return page;
    }
    page.raw("<div id=\"filter\" role=\"group\" aria-label=\"What to show\" hidden>\n");
    if counts.total() > 0 {
        page.raw("<fieldset><legend>Show</legend>");
        counts.told().for_each(|(level, n)| show(&mut page, level, n));
        page.add(&clean(contents)).raw("</fieldset>\n").add(&choice(contents));
    }
    if !contents.coverage.total().is_empty() {
        page.raw("<fieldset><legend>Paint</legend>");
        page.raw("<label><input type=\"checkbox\" id=\"claims\" checked> what facts cover</label>\n");
        page.raw(
            "<label><input type=\"checkbox\" id=\"unvouched\"> what nobody vouches for</label></fieldset>\n",
        );
    }
    page.raw("</div>\n");
    page
}

/// Whether the findings of a level are shown.
fn show(page: &mut Markup, level: Level, n: usize) {
    page.raw("<label class=\"").raw(level.name()).raw("\"><input type=\"checkbox\" name=\"level\" value=\"");
    page.raw(level.name()).raw("\" checked> ").raw(level.words(2)).raw(" (").number(n).raw(")</label>\n");
}

/// Whether articles are shown in which nothing was found, where there are both.
fn clean(contents: &Contents) -> Markup {
    let mut page = Markup::new();
    let n = contents.lines.iter().filter(|line| line.counts.total() == 0).count();
    if n > 0 {
        page.raw("<label><input type=\"checkbox\" id=\"clean\" checked> articles without findings (");
        page.number(n).raw(")</label>\n");
    }
    page
}

fn choice(contents: &Contents) -> Markup {
    let mut page = Markup::new();
    page.raw("<label>about <select id=\"name\">\n<option value=\"\">every fact and check</option>\n");
    let is_fact = |subject: &&Subject| matches!(subject, Subject::Fact(_));
    let (facts, checks): (Vec<_>, Vec<_>) = contents.subjects.keys().partition(is_fact);
    for (name, subjects) in [("Facts", facts), ("Checks", checks)] {
        if subjects.is_empty() {
            continue;
        }
        page.raw("<optgroup label=\"").raw(name).raw("\">\n");
        for subject in subjects {
            let n = contents.subjects.get(subject).map_or(0, Counts::total);
            page.raw("<option value=\"").text(subject.name()).raw("\">").text(subject.name());
            page.raw(" (").number(n).raw(")</option>\n");
        }
        page.raw("</optgroup>\n");
    }
    page.raw("</select></label>\n");
    page
}

/// What each look means.
pub fn legend(contents: &Contents) -> Markup {
    let mut page = Markup::new();
    let counts = contents.counts();
    if counts.total() == 0 && contents.coverage.total().is_empty() {
        return page;
    }
    page.raw("<p class=\"legend\">In the text: ");
    for (level, _) in counts.told() {
        page.raw("<span class=\"w ").raw(level.name()).raw("\">").raw(level.word()).raw("</span> ");
    }
    if !contents.coverage.total().is_empty() {
        for (at, (class, words)) in STANDINGS.into_iter().enumerate() {
            page.raw(if at == 0 { "" } else { " " });
            page.raw("<span class=\"w ").raw(class).raw("\">").raw(words).raw("</span>");
        }
    }
    page.raw("</p>\n");
    page
}

#[cfg(test)]
mod tests {
    use super::legend;
    use super::of;
    use crate::diagnostic::Linted;
    use crate::report::html::contents::Contents;
    use crate::report::html::contents::Entry;
    use crate::report::sample;

    fn told(articles: &[Linted]) -> String {
        let mut contents = Contents::default();
        for linted in articles {
            contents.enter(Entry::of(linted));
        }
        let mut page = of(&contents);
        page.add(&legend(&contents));
        page.into_string()
    }

    #[test]
    fn there_is_only_to_choose_from_what_there_is() {
        assert_eq!(told(&[]), "");
        let wrong = sample::linted("The 31-member bloc met.", "31-member");
        let only = told(std::slice::from_ref(&wrong));
        assert!(
            only.contains("value=\"error\" checked> errors (1)") && !only.contains("value=\"note\""),
            "{only}"
        );
        assert!(!only.contains("id=\"clean\"") && !only.contains("id=\"unvouched\""));
        let both = told(&[wrong, sample::covered()]);
        assert!(both.contains("id=\"clean\" checked> articles without findings (1)"), "{both}");
        assert!(both.contains("id=\"unvouched\"> what nobody vouches for"));
    }

    #[test]
    fn facts_and_checks_are_apart() {
        let mut wrong = sample::linted("The 31-member bloc met.", "31-member");
        wrong.findings.push(wrong.findings[0].clone());
        wrong.findings[1].fact = None;
        let told = told(&[wrong]);
        assert!(told.contains("<optgroup label=\"Facts\">\n<option value=\"bloc-members\">"), "{told}");
        assert!(told.contains("<optgroup label=\"Checks\">\n<option value=\"fact\">"), "{told}");
    }
}
