"""Spark and Ray find what the command line finds, whatever the partitions, and also where a worker is killed.

Opt-in, since Spark and Ray are half a gigabyte: `.ci/cluster.sh` runs these.
"""

import collections
import json
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

import factlint
import pyarrow
import pyarrow.dataset
import pyarrow.parquet
import pytest

ROOT = pathlib.Path(__file__).parents[2]
RULES = """
[[fact]]
id = "league-clubs"
says = "The Harbour League has 12 clubs"
kind = "count"
subject = { names = ["Harbour League"] }
attribute = ["clubs"]
value = 12

[[fact]]
id = "river-boats"
says = "The River Guild has 40 boats"
kind = "count"
subject = { names = ["River Guild"] }
attribute = ["boats"]
value = 40
"""
N_ROWS = 6_000
# What tells one finding from another, whatever found it.
KEYS = ("id", "code", "byte_start", "byte_end", "message", "fingerprint")

sys.path.insert(0, str(ROOT / "examples"))


def texts():
    for at in range(N_ROWS):
        yield f"Report {at}. The Harbour League has {12 + (at % 3 == 0)} clubs. The River Guild has {40 - (at % 5 == 0)} boats."


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """A folder with the articles as Parquet and as JSON lines, and the rules."""
    folder = tmp_path_factory.mktemp("archive")
    rows = [{"id": f"a-{at}", "date": "2026-03-04", "text": text} for at, text in enumerate(texts())]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), folder / "articles.parquet", row_group_size=500)
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (folder / "rules.toml").write_text(RULES)
    return folder


@pytest.fixture(scope="module")
def expected(archive):
    """What the command line finds."""
    arguments = ["check", "--isolated", "--rules", "rules.toml", "--format", "jsonl", "articles.jsonl"]
    ran = subprocess.run([sys.executable, "-m", "factlint", *arguments], cwd=archive, capture_output=True, check=False)
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(found) == len(range(0, N_ROWS, 3)) + len(range(0, N_ROWS, 5))
    return collections.Counter((one["article"], one["code"], one["fact"], one["text"], one["message"]) for one in found)


def counted(findings):
    """Findings as Parquet holds them, counted, so that none may be lost or come twice."""
    names = ("id", "code", "fact", "text", "message")
    return collections.Counter(tuple(row[name] for name in names) for row in findings.to_pylist())


def written(folder):
    partitioning = pyarrow.dataset.partitioning(pyarrow.schema([("fact", pyarrow.string())]), flavor="hive")
    return pyarrow.dataset.dataset(folder, partitioning=partitioning).to_table()


def children(of):
    """The processes below a process, with their command lines."""
    found = {}
    for path in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rsplit(")", 1)[1].split()[1])
            found[int(path.name)] = (parent, (path / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except (OSError, ValueError):
            continue  # It has ended meanwhile.
    below, todo = {}, [of]
    while todo:
        at = todo.pop()
        new = {pid: line for pid, (parent, line) in found.items() if parent == at and pid not in below}
        below.update(new)
        todo.extend(new)
    return below


def kill_one(sign, after, killed):
    """Kills one process below this one whose command line holds `sign`, once there is one and some time has passed."""
    for _ in range(600):
        time.sleep(0.1)
        such = [pid for pid, line in children(os.getpid()).items() if sign in line]
        if such:
            time.sleep(after)
            os.kill(min(such), signal.SIGKILL)
            killed.append(min(such))
            return


@pytest.fixture(scope="module")
def spark():
    """Spark with two executors, each a process of its own."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("test")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", 200)
    session = builder.config("spark.sql.files.maxPartitionBytes", 1 << 16).getOrCreate()
    yield session
    session.stop()


@pytest.mark.parametrize("partitions", [1, 2, 7])
def test_spark_finds_the_same_whatever_the_partitions(spark, archive, expected, tmp_path, partitions):
    import spark_mapinarrow

    articles = spark.read.parquet(str(archive / "articles.parquet")).repartition(partitions)
    found = spark_mapinarrow.findings(spark, articles, factlint.Linter([archive / "rules.toml"]))
    found.write.partitionBy("fact").parquet(str(tmp_path / "found"))
    assert (tmp_path / "found" / "fact=league-clubs").is_dir()
    assert counted(written(tmp_path / "found")) == expected


def test_spark_loses_nothing_when_an_executor_is_killed(spark, archive, expected, tmp_path):
    import spark_mapinarrow

    articles = spark.read.parquet(str(archive / "articles.parquet")).repartition(40)
    found = spark_mapinarrow.findings(spark, articles, factlint.Linter([archive / "rules.toml"]))
    killed = []
    killer = threading.Thread(target=kill_one, args=("CoarseGrainedExecutorBackend", 0.5, killed))
    killer.start()
    found.write.partitionBy("fact").parquet(str(tmp_path / "found"))
    killer.join()
    assert killed, "an executor was killed"
    assert counted(written(tmp_path / "found")) == expected


@pytest.fixture(scope="module")
def ray():
    import ray

    # The example is a module here and no program, which workers have to find.
    environment = {"env_vars": {"PYTHONPATH": str(ROOT / "examples")}}
    # Each worker holds a processor, and reading and writing need some beside them.
    ray.init(num_cpus=4, include_dashboard=False, logging_level="ERROR", runtime_env=environment)
    yield ray
    ray.shutdown()


@pytest.mark.parametrize("workers", [1, 2])
def test_ray_finds_the_same_whatever_the_workers(ray, archive, expected, tmp_path, workers):
    import ray_map_batches

    articles = ray.data.read_parquet(str(archive / "articles.parquet"))
    found = ray_map_batches.findings(articles, factlint.Linter([archive / "rules.toml"]), workers)
    found.write_parquet(str(tmp_path / "found"), partition_cols=["fact"])
    assert counted(written(tmp_path / "found")) == expected


def test_ray_loses_nothing_when_a_worker_is_killed(ray, archive, expected, tmp_path):
    import ray_map_batches

    articles = ray.data.read_parquet(str(archive / "articles.parquet"), override_num_blocks=40)
    found = ray_map_batches.findings(articles, factlint.Linter([archive / "rules.toml"]), 1)
    killed = []
    killer = threading.Thread(target=kill_one, args=("ray::MapWorker(MapBatches(Check))", 0.2, killed))
    killer.start()
    found.write_parquet(str(tmp_path / "found"), partition_cols=["fact"])
    killer.join()
    assert killed, "a worker was killed"
    assert counted(written(tmp_path / "found")) == expected
