"""Times the ways to check an archive: the command line, the Python package, Spark and Ray.

    python benches/archives/run.py FOLDER --rules 'rules/*.toml' [--factlint PATH] [--spark] [--ray] [--runs 3]

FOLDER is made by make.py. CPU seconds are those of all processes that a way starts, its workers included; so it runs on
Linux only. Ray ends without waiting for its processes, so that their time is missing. Run it with the Python that has factlint, pyarrow and, where they are asked for, pyspark and ray.
"""

import argparse
import ctypes
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
# From linux/prctl.h: children whose parent has ended become ours, so that their time is counted.
PR_SET_CHILD_SUBREAPER = 36

BATCHES = """
import sys, factlint, pyarrow.parquet
linter = factlint.Linter([sys.argv[2]])
file = pyarrow.parquet.ParquetFile(sys.argv[1])
print(sum(linter.check_batch(batch).num_rows for batch in file.iter_batches(1000)))
"""


def ways(given, scratch):
    """The ways by their names, each with its command and what its environment has beside ours."""
    rules = ["--rules", given.rules]
    check = [given.factlint, "check", "--isolated", *rules, "--format", "jsonl", "--exit-zero", "-j1"]
    parquet, found = given.folder / "articles.parquet", scratch / "found"
    one_core = {"ARROW_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    yield "command line, JSON lines", [*check, given.folder / "articles.jsonl"], {}
    yield "command line, gzip", [*check, given.folder / "articles.jsonl.gz"], {}
    yield "command line, Zstandard", [*check, given.folder / "articles.jsonl.zst"], {}
    yield "check_batch, Parquet", [sys.executable, "-c", BATCHES, parquet, given.rules], one_core
    for cores in (1, 2) if given.spark else ():
        submit = {"PYSPARK_SUBMIT_ARGS": f"--master local[{cores}] --driver-memory 4g pyspark-shell"}
        # Spark and its Python would share two processors even where it is told to use one.
        held = ["taskset", "-c", ",".join(map(str, range(cores)))]
        command = [*held, sys.executable, EXAMPLES / "spark_mapinarrow.py", parquet, found / f"spark-{cores}", *rules]
        yield f"Spark, {cores} core{'s' if cores > 1 else ''}", command, submit
    if given.ray:
        yield "Ray Data", [sys.executable, EXAMPLES / "ray_map_batches.py", parquet, found / "ray", *rules], {}


def reap():
    """Waits for what was left behind, so that its time is counted."""
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


def timed(command, more):
    """CPU seconds and seconds of a command with all that it starts."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([str(word) for word in command], env={**os.environ, **more}, check=True, capture_output=True)
    taken = time.monotonic() - start
    reap()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, taken


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--rules", required=True)
    parser.add_argument("--factlint", default="factlint")
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--ray", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    with (given.folder / "articles.jsonl").open(encoding="utf-8") as lines:
        sizes = [len(json.loads(line)["text"].encode()) for line in lines]
    print(f"{len(sizes)} articles, {sum(sizes) / 1e6:.0f} MB of text, best of {given.runs}")
    print("| way | CPU s | s | articles per CPU second | to the command line |\n|---|---|---|---|---|")
    first = None
    with tempfile.TemporaryDirectory() as scratch:
        for name, command, more in ways(given, pathlib.Path(scratch)):
            spent, taken = min(timed(command, more) for _ in range(given.runs))
            first = first or spent
            print(f"| {name} | {spent:.1f} | {taken:.1f} | {len(sizes) / spent:.0f} | {spent / first:.2f} |", flush=True)


if __name__ == "__main__":
    main()
