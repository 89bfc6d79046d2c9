//! What begins with two points: comments, footnotes, targets, and directives with their options.

use crate::document::block::Role;
use crate::document::lines;
use crate::document::rst::Kind;
use crate::document::rst::Level;
use crate::document::rst::Reader;
use crate::span::Span;

/// What becomes of the body of a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// It is read.
    Words,
    /// It is somebody else's words.
    Quotation,
    /// It is no prose.
    Hidden,
}

impl Body {
    /// The level of such a body.
    pub fn kind(self) -> Kind {
        match self {
            Body::Words => Kind::Body,
            Body::Quotation => Kind::Quotation,
            Body::Hidden => Kind::Hidden,
        }
    }
}

/// Directives that show words: whether what stands behind their name is prose, and what their body is.
const DIRECTIVES: &[(&str, bool, Body)] = &[
    ("admonition", true, Body::Words),
    ("attention", true, Body::Words),
    ("caution", true, Body::Words),
    ("centered", true, Body::Words),
    ("class", false, Body::Words),
    ("compound", false, Body::Words),
    ("container", false, Body::Words),
    ("csv-table", true, Body::Words),
    ("danger", true, Body::Words),
    ("deprecated", false, Body::Words),
    ("epigraph", true, Body::Quotation),
    ("error", true, Body::Words),
    ("figure", false, Body::Words),
    ("glossary", false, Body::Words),
    ("highlights", true, Body::Quotation),
    ("hint", true, Body::Words),
    ("image", false, Body::Hidden),
    ("important", true, Body::Words),
    ("line-block", false, Body::Words),
    ("list-table", true, Body::Words),
    ("meta", false, Body::Hidden),
    ("note", true, Body::Words),
    ("only", false, Body::Words),
    ("pull-quote", true, Body::Quotation),
    ("rubric", true, Body::Words),
    ("seealso", true, Body::Words),
    ("sidebar", true, Body::Words),
    ("table", true, Body::Words),
    ("tip", true, Body::Words),
    ("topic", true, Body::Words),
    ("versionadded", false, Body::Words),
    ("versionchanged", false, Body::Words),
    ("warning", true, Body::Words),
];
/// Options whose words a reader sees or hears.
const SHOWN: &[&str] = &["alt", "caption", "description"];

impl Reader<'_, '_> {
    /// A line that begins with two points.
    pub(super) fn explicit(&mut self, line: Span, indent: usize) {
        let inner = lines::after(self.text, line, 2);
        let words = inner.of(self.text);
        if words.starts_with('_') || words.starts_with('|') {
            return self.push(indent, Kind::Hidden);
        }
        if let Some(end) = words.strip_prefix('[').and_then(|rest| rest.find(']')) {
            self.push(indent, Kind::Body);
            return self.words(lines::after(self.text, inner, end + 2), Role::Paragraph);
        }
        match name(words) {
            Some(name) => self.directive(inner, name, indent),
            None => self.push(indent, Kind::Comment(line)),
        }
    }

    fn directive(&mut self, inner: Span, name: &str, indent: usize) {
        let known = DIRECTIVES.iter().find(|(known, ..)| name.eq_ignore_ascii_case(known));
        let &(_, is_shown, body) = known.unwrap_or(&("", false, Body::Hidden));
        if body == Body::Quotation {
            self.prose.open_group();
        }
        let argument = lines::after(self.text, inner, name.len() + 2);
        self.push(indent, if known.is_none() { Kind::Hidden } else { Kind::Options { body } });
        if is_shown {
            self.words(argument, Role::Paragraph);
        }
        self.has_body |= known.is_some();
    }

    /// A line directly below the name of a directive.
    pub(super) fn option(&mut self, line: Span, indent: usize, body: Body) {
        let words = line.of(self.text);
        let option = words.strip_prefix(':').and_then(|rest| rest.split_once(':'));
        let Some((name, _)) = option else {
            if let Some(level) = self.levels.last_mut() {
                *level = Level { indent, kind: body.kind() };
            }
            if body != Body::Hidden {
                self.content(line, indent);
            }
            return;
        };
        self.flush();
        if name.split(' ').next().is_some_and(|name| SHOWN.contains(&name)) {
            self.words(lines::after(self.text, line, name.len() + 2), Role::Paragraph);
            self.flush();
        }
    }

    pub(super) fn push(&mut self, indent: usize, kind: Kind) {
        self.levels.push(Level { indent: indent + 1, kind });
    }

    pub(super) fn words(&mut self, line: Span, role: Role) {
        if !line.is_empty() {
            self.role = Some(role);
            self.lines.push(line);
        }
    }
}

/// The name of a directive before its two colons.
fn name(words: &str) -> Option<&str> {
    let (name, rest) = words.split_once("::")?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_+.:".contains(c));
    (is_name && (rest.is_empty() || rest.starts_with(' '))).then_some(name)
}
