"""Articles in columns of Arrow: the same findings as one by one, whatever the columns are and however they are cut."""

import datetime
import json
import subprocess
import sys
import threading

import factlint
import pyarrow
import pytest
from test_linter import LEAGUE, WRONG

RIGHT = "The Harbour League has 12 clubs."
TEXTS = [WRONG, RIGHT, None, "The Harbour League has 10 clubs.", ""]
DAYS = ["2026-03-04", "2026-03-04", None, "2023-01-01", "soon"]


@pytest.fixture(scope="module")
def linter():
    return factlint.Linter(LEAGUE)


def batch(texts=TEXTS, days=DAYS):
    return pyarrow.record_batch({"id": list(range(len(texts))), "date": days, "text": texts})


def told(found):
    return [(row["row"], row["code"], row["fact"]) for row in found.to_pylist()]


EXPECTED = [(0, "fact", "league-clubs"), (2, "unreadable", None), (4, "date", None)]


def test_a_bad_row_is_a_finding_and_costs_no_other_row(linter):
    found = linter.check_batch(batch())
    assert found.schema == factlint.schema()
    assert told(found) == EXPECTED
    assert found.column("id").to_pylist() == ["0", "2", "4"]


def test_the_columns_say_what_the_objects_say(linter):
    [finding] = linter.check(WRONG, date="2026-03-04", id="0")
    row = linter.check_batch(batch()).to_pylist()[0]
    same = set(row) - {"row", "id", "labels", "related", "fix"}
    assert same, "columns to compare"
    for name in same:
        owner = finding.span if hasattr(finding.span, name) else finding
        assert row[name] == getattr(owner, name), name
    assert row["related"] == [{"path": one.path, "line": one.line, "text": one.text} for one in finding.related]


@pytest.mark.parametrize(
    "column",
    [
        pyarrow.array(TEXTS, pyarrow.large_string()),
        pyarrow.array(TEXTS, pyarrow.string_view()),
        pyarrow.array(TEXTS).dictionary_encode(),
        pyarrow.array(["x", *TEXTS]).slice(1),
    ],
    ids=["large", "view", "dictionary", "slice"],
)
def test_a_text_may_be_stored_in_any_way(linter, column):
    given = pyarrow.RecordBatch.from_arrays([column, pyarrow.array(DAYS)], ["text", "date"])
    assert told(linter.check_batch(given)) == EXPECTED


@pytest.mark.parametrize("kind", [pyarrow.date32(), pyarrow.timestamp("us"), pyarrow.timestamp("s", "UTC")])
def test_a_day_may_be_stored_in_any_way(linter, kind):
    days = [datetime.datetime(2026, 3, 4, 12), datetime.datetime(2023, 1, 1, 12)]
    texts = ["The Harbour League has 10 clubs."] * 2
    given = pyarrow.record_batch({"text": texts, "date": pyarrow.array(days).cast(kind)})
    assert told(linter.check_batch(given)) == [(0, "fact", "league-clubs")]


def test_a_table_is_one_list_of_rows(linter):
    table = pyarrow.Table.from_batches([batch(), batch()])
    found = linter.check_batch(table)
    assert told(found) == EXPECTED + [(row + 5, code, fact) for row, code, fact in EXPECTED]


def test_what_speaks_the_interface_of_arrow_will_do(linter):
    class Frame:
        def __arrow_c_stream__(self, requested_schema=None):
            return pyarrow.Table.from_batches([batch()]).__arrow_c_stream__(requested_schema)

    assert told(linter.check_batch(Frame())) == EXPECTED
    with pytest.raises(TypeError, match="not list"):
        linter.check_batch([WRONG])


def test_columns_may_have_other_names_and_must_be_there(linter):
    renamed = batch().rename_columns(["key", "day", "body"])
    assert told(linter.check_batch(renamed, text="body", date="day", id="key")) == EXPECTED
    with pytest.raises(ValueError, match="no column 'text'; there are: 'key', 'day', 'body'"):
        linter.check_batch(renamed)
    with pytest.raises(ValueError, match="no column 'when'"):
        linter.check_batch(batch(), date="when")
    with pytest.raises(ValueError, match="cannot be read as text"):
        linter.check_batch(pyarrow.record_batch({"text": [[1], [2]]}))


def test_no_row_gives_no_finding(linter):
    found = linter.check_batch(batch([], []).slice(0, 0).cast(batch().schema))
    assert found.num_rows == 0 and found.schema == factlint.schema()


def test_neither_cuts_nor_threads_change_findings(linter):
    texts = [WRONG if at % 7 == 0 else RIGHT for at in range(1_500)]
    whole = pyarrow.table({"text": texts})
    one = linter.check_batch(whole)
    assert one.num_rows == len(texts[::7])
    assert linter.check_batch(whole, jobs=4) == one
    cut = pyarrow.Table.from_batches(whole.to_batches(max_chunksize=111))
    assert linter.check_batch(cut) == one


def test_other_threads_run_meanwhile(linter):
    turns, is_over = [], threading.Event()

    def count():
        while not is_over.wait(0.001):
            turns.append(1)

    other = threading.Thread(target=count)
    other.start()
    linter.check_batch(pyarrow.table({"text": [WRONG] * 1_000}))
    is_over.set()
    other.join()
    assert len(turns) > 5


def test_the_command_line_finds_the_same(linter, tmp_path):
    texts, days = [WRONG, RIGHT, "The Harbour League has 10 clubs."], ["2026-03-04", "2026-03-04", "2023-01-01"]
    lines = [json.dumps({"id": str(at), "text": text, "date": days[at]}) for at, text in enumerate(texts)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "rules.toml").write_text(LEAGUE)
    arguments = ["check", "--isolated", "--rules", "rules.toml", "--format", "jsonl", "a.jsonl"]
    command = [sys.executable, "-m", "factlint", *arguments]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    theirs = [json.loads(line) for line in ran.stdout.splitlines()]
    ours = linter.check_batch(batch(texts, days)).to_pylist()
    assert [(one["article"], one["span"]["byte_start"], one["message"]) for one in theirs] == [
        (one["id"], one["byte_start"], one["message"]) for one in ours
    ]
    assert len(ours) == 1
