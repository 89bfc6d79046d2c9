//! Work on a batch in parallel, with its problems kept in their places.

use crate::lint::run::Crew;
use crate::source::Article;
use crate::source::problem::Problem;
use crate::source::read::Pending;

/// Lets `crew` read each article of `batch` and do `work` on it, and `tell` of each that cannot be read;
/// what comes of them is in the order of the batch.
pub fn each<T: Send>(
    crew: &Crew,
    batch: Vec<Pending>,
    work: impl Fn(Article) -> T + Sync,
    tell: impl Fn(Problem) -> T,
) -> Vec<T> {
    let worked = crew.each(batch, |pending| pending.read().map(&work));
    worked.into_iter().map(|worked| worked.unwrap_or_else(&tell)).collect()
}

#[cfg(test)]
mod tests {
    use super::each;
    use crate::lint::run::Crew;
    use crate::source::Article;
    use crate::source::problem::Cause;
    use crate::source::problem::Problem;
    use crate::source::read::Pending;

    #[test]
    fn problems_keep_their_places() {
        let article = |text: &str| Pending::Read(Ok(Article { text: text.to_owned(), ..Article::default() }));
        let problem = |path: &str| Pending::Read(Err(Problem::new(path.into(), Cause::Missing)));
        let batch = vec![problem("1"), article("2"), article("3"), problem("4"), article("5")];
        let crew = Crew::new(2);
        let told = each(&crew, batch, |article| article.text, |problem| problem.path.display().to_string());
        assert_eq!(told, ["1", "2", "3", "4", "5"]);
    }
}
