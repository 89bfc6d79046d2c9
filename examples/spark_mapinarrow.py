"""Checks a Parquet of articles with Spark, and writes what is found as Parquet, partitioned by fact.

    spark-submit examples/spark_mapinarrow.py articles.parquet findings.parquet --rules 'rules/*.toml'

The articles have the columns text and, where there are such, id, date and title. The rules are read once, by the
driver, and sent to every worker; the workers need the package factlint and none of the rule files.
"""

import argparse
import os
import sys

import factlint
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

# An article takes some kilobytes; so many rows are a few megabytes a batch.
ROWS_PER_BATCH = 1_000

# What is told of a finding. `row` is left out: it counts within a batch, and Spark decides where one begins.
COLUMNS = [name for name in factlint.schema().names if name != "row"]


def findings(spark, articles, linter):
    """The findings of a data frame of articles, as a data frame."""
    shared = spark.sparkContext.broadcast(linter)
    schema = factlint.schema()
    told = from_arrow_schema(schema.remove(schema.get_field_index("row")))

    def check(batches):
        for batch in batches:
            yield shared.value.check_batch(batch).select(COLUMNS)

    wanted = [name for name in ("id", "date", "title", "text") if name in articles.columns]
    return articles.select(*wanted).mapInArrow(check, told)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", help="a Parquet of articles")
    parser.add_argument("findings", help="where the findings are written")
    parser.add_argument("--rules", action="append", required=True, help="a pattern of rule files; may be given again")
    parser.add_argument("--config", help="a factlint.toml")
    given = parser.parse_args()

    # On one machine the workers are of the same Python; on a cluster whoever set it up said which.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    linter = factlint.Linter(given.rules, config=given.config)
    spark = SparkSession.builder.appName("factlint").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS_PER_BATCH)
    found = findings(spark, spark.read.parquet(given.articles), linter)
    found.write.mode("overwrite").partitionBy("fact").parquet(given.findings)
    spark.stop()


if __name__ == "__main__":
    main()
