//! Where a truth was read, with its address as a link.

use crate::report::html::markup::Markup;
use crate::report::link::SCHEMES;

/// What no address holds.
const OUTSIDE: [char; 9] = ['"', '<', '>', '\\', '^', '`', '{', '|', '}'];

/// Adds a source, whose addresses become links.
pub fn add(page: &mut Markup, mut source: &str) {
    while let Some((start, end)) = address(source) {
        page.text(&source[..start]);
        let address = &source[start..end];
        page.raw("<a href=\"").text(address).raw("\" target=\"_blank\" rel=\"noopener noreferrer\">");
        page.text(address).raw("</a>");
        source = &source[end..];
    }
    page.text(source);
}

/// The first address of a text: it ends at a space, and not with a mark of punctuation.
fn address(text: &str) -> Option<(usize, usize)> {
    let starts = SCHEMES.iter().filter_map(|scheme| Some((text.find(scheme)?, scheme.len())));
    let (start, n_scheme) = starts.min()?;
    let rest = &text[start..];
    let is_outside = |c: char| c.is_whitespace() || c.is_control() || OUTSIDE.contains(&c);
    let word = rest.split(is_outside).next().unwrap_or(rest);
    let word = word.trim_end_matches([',', '.', ';', ':', ')', ']', '\'', '”', '’']);
    (word.len() > n_scheme).then_some((start, start + word.len()))
}

#[cfg(test)]
mod tests {
    use super::add;
    use crate::report::html::markup::Markup;

    #[track_caller]
    fn check(source: &str, addresses: &[&str]) {
        let mut page = Markup::new();
        add(&mut page, source);
        let html = page.into_string();
        let links: Vec<&str> =
            html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(links, addresses, "{html}");
    }

    #[test]
    fn addresses_become_links() {
        check("Members, https://example.org/a?b=1, read on 2026-03-01", &["https://example.org/a?b=1"]);
        check("http://a.example and https://b.example.", &["http://a.example", "https://b.example"]);
        check("https://a.example/?b&'c<d>\"e", &["https://a.example/?b&amp;&#39;c"]);
    }

    #[test]
    fn nothing_else_does() {
        check("javascript:alert(1)", &[]);
        check("data:text/html,x, ftp://example.org, https://", &[]);
    }
}
