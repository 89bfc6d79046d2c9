//! Everything seen in an article, as `extract` tells it to machines.

/// An article with all that was seen in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct ArticleView {
    /// The file.
    pub path: String,
    /// The article within the file.
    pub article: Option<String>,
}

/// The article as one line of JSON.
pub fn line(view: &ArticleView) -> String {
    crate::report::json::write(view) + "\n"
}
