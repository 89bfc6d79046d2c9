//! Everything seen in an article, painted into it.

use crate::report::Style;
use crate::report::extract::ArticleView;

/// The article with all that was seen in it.
pub fn article(_style: &Style, view: &ArticleView, text: &str) -> String {
    format!("{}\n{text}\n", view.path)
}
