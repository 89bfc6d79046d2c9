//! Many articles at once.

use rayon::ThreadPool;
use rayon::ThreadPoolBuilder;
use rayon::iter::IndexedParallelIterator;
use rayon::iter::IntoParallelIterator;
use rayon::iter::ParallelIterator;

/// How many a thread takes at once: few, so that none has much to do when the others are done.
const FEW: usize = 4;

/// Threads that work on articles; made once a run.
pub struct Crew {
    pool: Option<ThreadPool>,
}

impl Crew {
    /// A crew of `jobs` threads; one is the thread that asks.
    pub fn new(jobs: usize) -> Crew {
        // Where threads cannot be had the work is done by this one, only slower.
        let pool = (jobs > 1).then(|| ThreadPoolBuilder::new().num_threads(jobs).build().ok()).flatten();
        Crew { pool }
    }

    /// Does `work` on each of `many`, and gives what came of it in their order.
    pub fn each<I: Send, T: Send>(&self, many: Vec<I>, work: impl Fn(I) -> T + Sync) -> Vec<T> {
        match &self.pool {
            Some(pool) => pool.install(|| many.into_par_iter().with_max_len(FEW).map(&work).collect()),
            None => many.into_iter().map(work).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Crew;

    #[track_caller]
    fn check(jobs: usize) {
        let found = Crew::new(jobs).each((0..100).collect(), |n: i32| n.to_string());
        assert_eq!(found, (0..100).map(|n| n.to_string()).collect::<Vec<_>>());
    }

    #[test]
    fn order_does_not_depend_on_threads() {
        check(1);
        check(2);
        check(7);
    }
}
