"""Makes an archive of many articles out of a few, as JSON lines, plain and compressed, and as Parquet.

    python benches/archives/make.py OUT --from articles.jsonl --rows 100000

Each article comes as often as it takes, under a new id. Needs pyarrow, and gzip and zstd on the path.
"""

import argparse
import itertools
import json
import pathlib
import subprocess

import pyarrow
import pyarrow.parquet

COLUMNS = ("id", "date", "title", "text")
GROUP = 1_000


def articles(source, rows):
    """So many articles, each with an id of its own."""
    known = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    for at, article in enumerate(itertools.islice(itertools.cycle(known), rows)):
        kept = {name: article.get(name) for name in COLUMNS}
        yield {**kept, "id": f"{article.get('id', '')}+{at}"}


def write(out, source, rows):
    lines = out / "articles.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for article in articles(source, rows):
            file.write(json.dumps({name: words for name, words in article.items() if words}) + "\n")
    subprocess.run(["gzip", "-kf1", lines], check=True)
    subprocess.run(["zstd", "-qkf", lines], check=True)
    schema = pyarrow.schema([(name, pyarrow.string()) for name in COLUMNS])
    with pyarrow.parquet.ParquetWriter(out / "articles.parquet", schema, use_dictionary=False) as file:
        every = articles(source, rows)
        while group := list(itertools.islice(every, GROUP)):
            file.write_table(pyarrow.Table.from_pylist(group, schema))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path, help="a folder")
    parser.add_argument("--from", dest="source", type=pathlib.Path, required=True, help="articles in JSON lines")
    parser.add_argument("--rows", type=int, default=100_000, help="how many articles to make [default: 100000]")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    write(given.out, given.source, given.rows)


if __name__ == "__main__":
    main()
