//! Articles in groups, so that a run holds a few of them and never all.

use crate::source::read::Pending;

/// How many bytes of text a batch holds before it is full.
const FULL: usize = 2 << 20;

/// What a file counts as that is not read yet: the length of an article.
const FILE: usize = 4 << 10;

/// What an entry without text counts as, so that a million bad lines make many batches.
const ENTRY: usize = 256;

/// Groups articles, in order, into batches of about two megabytes.
pub fn batches(mut entries: impl Iterator<Item = Pending>) -> impl Iterator<Item = Vec<Pending>> {
    std::iter::from_fn(move || {
        let mut batch = Vec::new();
        let mut n_bytes = 0;
        while n_bytes < FULL {
            let Some(entry) = entries.next() else { break };
            n_bytes += size(&entry);
            batch.push(entry);
        }
        (!batch.is_empty()).then_some(batch)
    })
}

fn size(pending: &Pending) -> usize {
    match pending {
        Pending::File(_) => FILE,
        Pending::Read(Ok(article)) => ENTRY + article.text.len(),
        Pending::Read(Err(problem)) => ENTRY + problem.before.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::FULL;
    use super::batches;
    use crate::source::Article;
    use crate::source::read::Pending;

    #[test]
    fn nothing_is_lost_and_no_batch_grows() {
        let article = || Pending::Read(Ok(Article { text: "a".repeat(FULL / 4), ..Article::default() }));
        let sizes: Vec<usize> = batches((0..10).map(|_| article())).map(|batch| batch.len()).collect();
        assert_eq!(sizes, [4, 4, 2]);
    }

    #[test]
    fn short_articles_fill_a_batch_too() {
        let first = batches(std::iter::repeat_with(|| Pending::Read(Ok(Article::default())))).next();
        assert_eq!(first.map(|batch| batch.len()), Some(FULL / super::ENTRY));
    }
}
