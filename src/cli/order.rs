//! Work on a batch in parallel, with its problems kept in their places.

use crate::lint::run::Crew;
use crate::source::Article;
use crate::source::problem::Problem;
use crate::source::read::Entry;

/// Lets `crew` do `work` on each article of `batch`, and `tell` on each problem;
/// what comes of them is in the order of the batch.
pub fn each<T: Send>(
    crew: &Crew,
    batch: Vec<Entry>,
    work: impl Fn(Article) -> T + Sync,
    tell: impl Fn(Problem) -> T,
) -> Vec<T> {
    let mut articles = Vec::new();
    let mut places = Vec::new();
    for entry in batch {
        match entry {
            Ok(article) => {
                articles.push(article);
                places.push(None);
            }
            Err(problem) => places.push(Some(problem)),
        }
    }
    let mut worked = crew.each(articles, work).into_iter();
    places.into_iter().filter_map(|place| place.map(&tell).or_else(|| worked.next())).collect()
}

#[cfg(test)]
mod tests {
    use super::each;
    use crate::lint::run::Crew;
    use crate::source::Article;
    use crate::source::problem::Cause;
    use crate::source::problem::Problem;

    #[test]
    fn problems_keep_their_places() {
        let article = |text: &str| Ok(Article { text: text.to_owned(), ..Article::default() });
        let problem = |path: &str| Err(Problem::new(path.into(), Cause::Missing));
        let batch = vec![problem("1"), article("2"), article("3"), problem("4"), article("5")];
        let crew = Crew::new(2);
        let told = each(&crew, batch, |article| article.text, |problem| problem.path.display().to_string());
        assert_eq!(told, ["1", "2", "3", "4", "5"]);
    }
}
