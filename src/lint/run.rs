//! Many articles at once.

use crate::source::Article;
use rayon::ThreadPoolBuilder;
use rayon::iter::IntoParallelIterator;
use rayon::iter::ParallelIterator;

/// Does `work` on each article with `jobs` threads, and gives what came of it in their order.
pub fn articles<T: Send>(articles: Vec<Article>, jobs: usize, work: impl Fn(Article) -> T + Sync) -> Vec<T> {
    match ThreadPoolBuilder::new().num_threads(jobs).build() {
        Ok(pool) if jobs > 1 && articles.len() > 1 => {
            pool.install(|| articles.into_par_iter().map(&work).collect())
        }
        // One thread is always to be had: this one.
        _ => articles.into_iter().map(work).collect(),
    }
}
