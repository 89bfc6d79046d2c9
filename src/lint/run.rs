//! Many articles at once.

use crate::source::Article;

/// Does `work` on each article, and gives what came of it in their order.
pub fn articles<T: Send>(articles: Vec<Article>, _jobs: usize, work: impl Fn(Article) -> T + Sync) -> Vec<T> {
    articles.into_iter().map(work).collect()
}
