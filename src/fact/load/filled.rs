//! Facts made of a table: one a row, of the template that names it.

use crate::fact::checked;
use crate::fact::each::Template;
use crate::fact::load::Loading;
use crate::fact::load::file;
use crate::fact::mistake::Mistake;
use crate::fact::raw::Node;
use crate::fact::rows;
use crate::fact::table::text_of;
use std::path::Path;
use std::path::PathBuf;

impl Loading {
    /// The facts of a template, where `each` names its table.
    pub(super) fn many(&mut self, node: &Node, each: &Node) {
        let Some((path, file)) = self.table(each) else { return };
        let rows = rows::read(&path, self.rules.files.get(file).map_or("", |file| file.text.as_str()));
        let template = Template::new(node, &path, file, &rows);
        self.mistakes.extend(template.mistakes());
        if !template.is_usable() {
            return;
        }
        let first = self.mistakes.len();
        for row in &rows.rows {
            let empty = template.empty_cells(row);
            if !empty.is_empty() {
                self.mistakes.extend(empty);
                continue;
            }
            let (fact, mistakes) = checked::read(&template.filled(row), &mut self.scope);
            self.rules.facts.extend(fact);
            self.blame(first, mistakes.into_iter().map(|mistake| template.blame(mistake, row)));
        }
    }

    /// Adds mistakes but those that every row repeats, which are all from `first` on.
    fn blame(&mut self, first: usize, mistakes: impl Iterator<Item = Mistake>) {
        for mistake in mistakes {
            let is_known = self
                .mistakes
                .iter()
                .skip(first)
                .any(|known| known.place == mistake.place && known.message == mistake.message);
            if !is_known {
                self.mistakes.push(mistake);
            }
        }
    }

    /// The file that `each` names, beside the rule file, read once.
    fn table(&mut self, each: &Node) -> Option<(PathBuf, usize)> {
        let text = text_of(each, "each").map_err(|mistake| self.mistakes.push(mistake)).ok()?;
        let rule_file = self.rules.files.get(each.place.file).map(|file| file.path.as_path());
        let path = rule_file.and_then(Path::parent).unwrap_or(Path::new("")).join(&text.text);
        if let Some(known) = self.rules.files.iter().position(|file| file.path == path) {
            return Some((path, known));
        }
        let carried = self.tables.iter().position(|file| file.path == path);
        let (table, broken) = match carried {
            Some(at) => (self.tables.swap_remove(at), None),
            None => file::read(&path),
        };
        if let Some((_, why)) = broken {
            let mistake = Mistake::error(each.place, format!("{} {why}", path.display()));
            let help = "name a CSV or JSON lines file in UTF-8, beside this rule file or below it";
            self.mistakes.push(mistake.help(help));
            return None;
        }
        self.rules.files.push(table);
        Some((path, self.rules.files.len() - 1))
    }
}

#[cfg(test)]
mod tests {
    use crate::fact::RuleFile;
    use crate::fact::load::texts_with;
    use crate::fact::trial::mistakes;
    use crate::fact::trial::quantity;

    /// The mistakes of a template over a table, written to a folder of its own for the length of a test.
    fn filled(name: &str, table: &str, keys: &str) -> (Vec<String>, Vec<(String, String, String)>) {
        let folder = std::env::temp_dir().join(format!("factlint-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name), table).unwrap();
        let text = format!("[[fact]]\neach = '{name}'\nsays = '{{club}}'\nkind = 'count'\n{keys}");
        let file = RuleFile::new(folder.join("rules.toml"), text);
        let loaded = texts_with(vec![file], quantity);
        std::fs::remove_dir_all(&folder).unwrap();
        let ids = loaded.rules.facts.iter().map(|fact| format!("{} {}", fact.id, fact.says)).collect();
        let shorter = |text: String| text.replace(&format!("{}/", folder.display()), "");
        let mistakes =
            mistakes(&loaded).into_iter().map(|(words, message, help)| (words, shorter(message), help));
        (ids, mistakes.collect())
    }

    #[track_caller]
    fn check_filled(name: &str, table: &str, keys: &str, ids: &[&str], expected: &[(&str, &str, &str)]) {
        let (found, mistakes) = filled(name, table, keys);
        assert_eq!(found, ids);
        let mistakes: Vec<(&str, &str, &str)> = mistakes
            .iter()
            .map(|(words, message, help)| (words.as_str(), message.as_str(), help.as_str()))
            .collect();
        assert_eq!(mistakes, expected);
    }

    const KEYS: &str = "id = 'fans-{id}'\nsubject = { names = ['{club}'] }\nattribute = ['fan']\n";

    #[test]
    fn a_table_makes_a_fact_a_row() {
        let keys = format!("{KEYS}timeline = [{{ value = '{{fans}}', from = '{{since}}' }}]");
        let csv = "id,club,fans,since\na,Alma,\"1,200\",2020-01-01\nb,Boa,31,2021-01-01\n";
        check_filled("good.csv", csv, &keys, &["fans-a Alma", "fans-b Boa"], &[]);
        let lines = "{\"id\":\"a\",\"club\":\"Alma\",\"fans\":1200,\"since\":\"2020-01-01\"}\n";
        check_filled("good.jsonl", lines, &keys, &["fans-a Alma"], &[]);
    }

    #[test]
    fn a_faulty_cell_is_named_by_file_row_and_column() {
        let whole = "bad.csv, row 3, column `fans`: the value of a count is a whole number, without quotes and commas";
        let other = "write it as in: value = 12. A number with a unit is of kind `measure`";
        let second = "bad.csv, row 5, column `id`: a second fact with the id `fans-a`";
        check_filled(
            "bad.csv",
            "id,club,fans\na,Alma,1200\nb,Boa,many\nc,,7\na,Dora,8\ne,Eve\n",
            &format!("{KEYS}value = '{{fans}}'"),
            &["fans-a Alma"],
            &[
                ("b,Boa,many", whole, other),
                (
                    "c,,7",
                    "bad.csv, row 4: the cell of column `club` is empty",
                    "fill the cell, or remove the row",
                ),
                ("a,Dora,8", second, "give one of the two another id"),
                (
                    "e,Eve",
                    "bad.csv: row 6 has 2 cells where the header has 3",
                    "give every row a cell for every column, with quotes around a cell that holds a comma",
                ),
            ],
        );
    }

    #[test]
    fn a_missing_column_is_told_once() {
        let missing = "less.csv has no column `fans`";
        check_filled(
            "less.csv",
            "id,club,fan\na,Alma,1\nb,Boa,2\n",
            &format!("{KEYS}value = '{{fans}}'"),
            &[],
            &[("'{fans}'", missing, "did you mean `fan`? its columns are `id`, `club` and `fan`")],
        );
    }

    #[test]
    fn what_every_row_repeats_is_told_once() {
        check_filled(
            "same.csv",
            "id,club,fans\na,Alma,1\nb,Boa,2\n",
            "id = 'fans-{id}'\nsubject = { names = ['{club}'] }\nvalue = '{fans}'\nrivals = ['red']\nnature = 'even'",
            &[],
            &[
                (
                    "[[fact]]",
                    "fact `fans-{id}` needs `attribute`",
                    "add a line such as: attribute = [\"club\", \"team\"]",
                ),
                (
                    "rivals",
                    "`rivals` does not belong in a fact of kind `count`",
                    "it belongs in facts of kind `term`: remove it, or change `kind`",
                ),
                (
                    "'even'",
                    "`nature` cannot be `even`",
                    "did you mean `event`? it is one of `state`, `event` or `plan`",
                ),
            ],
        );
    }
}
