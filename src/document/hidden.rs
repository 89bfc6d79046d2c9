//! Elements of HTML whose words are not prose, up to their end tags.

use crate::document::element::Element;
use crate::document::tag::Tag;

/// An element that is passed over.
#[derive(Debug)]
pub struct Hidden {
    /// Where it begins.
    pub start: usize,
    /// What it is.
    pub element: Element,
    name: String,
    /// How many elements of this name are open.
    depth: usize,
}

impl Hidden {
    /// The element that `tag` opens.
    pub fn new(tag: &Tag, element: Element) -> Hidden {
        Hidden { start: tag.span.start(), element, name: tag.name.clone(), depth: 1 }
    }

    /// Counts an element inside it.
    pub fn open(&mut self, tag: &Tag) {
        if self.name == tag.name && !tag.is_empty {
            self.depth += 1;
        }
    }

    /// Whether the end tag of this name is its own.
    pub fn ends(&mut self, name: &str) -> bool {
        if self.name == name {
            self.depth = self.depth.saturating_sub(1);
        }
        self.depth == 0
    }
}

/// Whether an attribute takes an element out of the page.
pub fn is_not_shown(tag: &Tag) -> bool {
    tag.has("hidden") || tag.value("style").replace(' ', "").contains("display:none")
}
