"""Checks a Parquet of articles with Ray Data, and writes what is found as Parquet, partitioned by fact.

    python examples/ray_map_batches.py articles.parquet findings.parquet --rules 'rules/*.toml'

The articles have the columns text and, where there are such, id, date and title. The rules are read once, here, and
sent to every worker; the workers need the package factlint and none of the rule files.
"""

import argparse

import factlint
import pyarrow
import ray

# An article takes some kilobytes; so many rows are a few megabytes a batch.
ROWS_PER_BATCH = 1_000


class Check:
    """A worker of Ray with its linter, which it gets once."""

    def __init__(self, linter):
        self.linter = linter

    def __call__(self, batch):
        found = pyarrow.Table.from_batches([self.linter.check_batch(batch)])
        # `row` counts within a batch, and Ray decides where one begins.
        return found.drop_columns(["row"])


def findings(articles, linter, workers):
    """The findings of a dataset of articles, as a dataset."""
    return articles.map_batches(
        Check,
        fn_constructor_args=[linter],
        batch_format="pyarrow",
        batch_size=ROWS_PER_BATCH,
        compute=ray.data.ActorPoolStrategy(size=workers),
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", help="a Parquet of articles")
    parser.add_argument("findings", help="where the findings are written")
    parser.add_argument("--rules", action="append", required=True, help="a pattern of rule files; may be given again")
    parser.add_argument("--config", help="a factlint.toml")
    parser.add_argument("--workers", type=int, default=1, help="how many workers check [default: 1]")
    given = parser.parse_args()

    linter = factlint.Linter(given.rules, config=given.config)
    found = findings(ray.data.read_parquet(given.articles), linter, given.workers)
    found.write_parquet(given.findings, partition_cols=["fact"], mode="overwrite")


if __name__ == "__main__":
    main()
