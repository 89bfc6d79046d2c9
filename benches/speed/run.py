#!/usr/bin/env python3
"""Times factlint over what make.py made, and prints tables for docs/benchmarks.md.

    python3 benches/speed/run.py OUT [--bin target/release/factlint] [--runs 3] [--gigabyte] [--peers FOLDER]

Seconds are those of the processor, user and system, the least of all runs, for a clock on the wall tells what
else the machine did. --peers times other programs too: those found on the PATH, and textlint with its rule
prh in FOLDER/node_modules (npm install --prefix FOLDER textlint textlint-rule-prh).
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

PACKS = ("10", "100", "1000", "10000", "absent")
FORMATS = ("full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown")
# So much text is given to a program that reads less than a megabyte a second.
SLOW = 1_000_000
# How programs end that have read everything, with or without a finding.
FOUND = {0, 1, 2, 65}


def once(args: list, out=None) -> tuple:
    """Seconds of the processor, seconds on the wall, and the exit code of one run."""
    started = time.perf_counter()
    child = subprocess.Popen(args, stdout=out or subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - started, child.returncode


def least(runs: int, args: list) -> tuple:
    """The same, the least of several runs after one to warm up."""
    once(args)
    tried = [once(args) for _ in range(runs)]
    return min(t[0] for t in tried), min(t[1] for t in tried), tried[0][2]


def memory(args: list) -> str:
    """The most memory of one run, in MB; GNU time knows, while here the memory of this program would count."""
    if not pathlib.Path("/usr/bin/time").exists():
        return "-"
    told = subprocess.run(["/usr/bin/time", "-f", "%M", *args], capture_output=True, text=True).stderr
    return f"{int(told.splitlines()[-1]) / 1000:.0f}"


def row(*cells) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def head(*cells) -> None:
    row(*cells)
    row(*("---" if n == 0 else "---:" for n in range(len(cells))))


class Bench:
    def __init__(self, out: pathlib.Path, binary: str, runs: int):
        self.out, self.binary, self.runs = out, binary, runs
        self.articles = out / "articles"
        self.size = sum(p.stat().st_size for p in self.articles.rglob("*.txt"))
        self.planted = json.loads((out / "planted.json").read_text())

    def check(self, pack: str, *more) -> list:
        rules = str(self.out / "packs" / f"{pack}.toml")
        return [self.binary, "check", "--isolated", "--rules", rules, "--format", "concise", *map(str, more)]

    def found(self, pack: str) -> str:
        """How many of the planted sentences that a pack has facts about are found."""
        facts = {line.split("\t")[0] for line in (self.out / "packs" / f"{pack}.txt").read_text().splitlines()}
        args = [self.binary, "check", "--isolated", "--rules", str(self.out / "packs" / f"{pack}.toml")]
        printed = subprocess.run([*args, "--format", "jsonl", str(self.articles)], capture_output=True, text=True)
        told = [json.loads(line) for line in printed.stdout.splitlines()]
        seen = {(int(pathlib.Path(d["path"]).stem), d["fact"], d["observed"]) for d in told if d.get("fact")}
        wanted = [(p["article"], p["fact"], p["wrong"]) for p in self.planted if p["fact"] in facts]
        return f"{sum(w in seen for w in wanted)} of {len(wanted)}"

    def packs(self) -> dict:
        print(f"\n{self.size / 1e6:.1f} MB in {sum(1 for _ in self.articles.rglob('*.txt')):,} files, one thread:\n")
        head("facts", "CPU seconds", "MB per CPU second", "memory, MB", "planted sentences found")
        seconds = {}
        for pack in PACKS:
            args = self.check(pack, "-j1", self.articles)
            cpu, _, _ = least(self.runs, args)
            seconds[pack] = cpu
            name = "100, and 9,900 about nobody here" if pack == "absent" else f"{int(pack):,}"
            row(name, f"{cpu:.3f}", f"{self.size / 1e6 / cpu:.0f}", memory(args), self.found(pack))
        return seconds

    def ratios(self, seconds: dict) -> None:
        print()
        head("ratio", "factor")
        row("9,900 more facts about nobody here, to 100 facts", f"{seconds['absent'] / seconds['100']:.2f}")
        row("10,000 facts to 100 facts", f"{seconds['10000'] / seconds['100']:.2f}")
        walls = [least(self.runs, self.check("1000", f"-j{jobs}", self.articles))[1] for jobs in (1, 2)]
        row("two threads to one, on the wall, 1,000 facts", f"{walls[0] / walls[1]:.2f}")
        if shutil.which("rg"):
            rg = least(self.runs, ["rg", "-c", "-F", "-j1", "Ukraine", str(self.articles)])[0]
            row("1,000 facts to `rg -c -F` with one word", f"{seconds['1000'] / rg:.1f}")

    def starts(self, folder: pathlib.Path) -> None:
        article = folder / "article.txt"
        article.write_text(next(self.articles.rglob("*.txt")).read_text()[:4096])
        print("\nOne article of 4 KB, from the command to its end:\n")
        head("facts", "milliseconds on the wall")
        for pack in PACKS[:-1]:
            row(f"{int(pack):,}", f"{least(max(self.runs, 5), self.check(pack, article))[1] * 1000:.1f}")

    def crowd(self, folder: pathlib.Path) -> None:
        filler = "The harbour office said on Monday that the boats had come back after a night of wind. " * 10
        article, rules = folder / "crowd.txt", folder / "crowd.toml"
        article.write_text((filler + "The Harbour League has 14 clubs.\n\n") * 5_000)
        rules.write_text(
            '[[fact]]\nid = "clubs"\nsays = "The Harbour League has 12 clubs"\nkind = "count"\n'
            'subject = { names = ["Harbour League"] }\nattribute = ["club"]\nvalue = 12\n'
        )
        print(f"\n5,000 findings in one article of {article.stat().st_size / 1e6:.1f} MB:\n")
        head("format", "CPU seconds")
        for name in FORMATS:
            args = [self.binary, "check", "--isolated", "--rules", str(rules), "-j1", "--format", name, str(article)]
            row(name, f"{least(self.runs, args)[0]:.2f}")

    def gigabyte(self, folder: pathlib.Path) -> None:
        lines, large = (self.out / "articles.jsonl").read_bytes(), folder / "large.jsonl"
        with large.open("wb") as file:
            for _ in range(1_000_000_000 // len(lines) + 1):
                file.write(lines)
        args = self.check("1000", "-j1", large)
        cpu, _, _ = least(1, args)
        root = pathlib.Path(__file__).parents[2]
        example = ["cargo", "build", "-q", "--release", "--example", "json_pass"]
        subprocess.run(example, cwd=root, check=True)
        bare = least(1, [str(root / "target/release/examples/json_pass"), str(large)])[0]
        print(f"\n{large.stat().st_size / 1e9:.2f} GB of JSON lines, 1,000 facts, one thread:\n")
        head("CPU seconds", "MB per CPU second", "memory, MB", "to a bare pass of serde_json")
        row(f"{cpu:.1f}", f"{large.stat().st_size / 1e6 / cpu:.0f}", memory(args), f"{cpu / bare:.1f}")
        large.unlink()


def sample(bench: Bench, folder: pathlib.Path) -> tuple:
    """A folder with the first articles, as many as slow programs can be asked to read."""
    some, size = folder / "some", 0
    some.mkdir()
    for path in sorted(bench.articles.rglob("*.txt")):
        if size > SLOW:
            break
        shutil.copy(path, some)
        size += path.stat().st_size
    return some, size


def rows_of(bench: Bench) -> list:
    return [line.split("\t") for line in (bench.out / "packs" / "1000.txt").read_text().splitlines()]


def pattern(name: str, noun: str, value: str) -> str:
    """A name near a number of the noun that is not the fact's."""
    return rf"{re.escape(name)}[^.\n]{{0,60}}\b(?!{value}\b)\d+ {noun}"


def semgrep_rules(rows: list) -> str:
    rule = "  - {{id: {0}, languages: [regex], message: wrong, severity: ERROR, pattern-regex: {1}}}\n"
    return "rules:\n" + "".join(rule.format(r[0], json.dumps(pattern(*r[1:]))) for r in rows)


def prh_rules(rows: list) -> str:
    # A JavaScript regular expression knows no escaped spaces.
    rule = "  - expected: right {0}\n    pattern: {1}\n"
    return "version: 1\nrules:\n" + "".join(
        rule.format(r[0], json.dumps("/" + pattern(*r[1:]).replace("\\ ", " ") + "/")) for r in rows
    )


PYTHON = """
import pathlib, re, sys
patterns = [re.compile(line) for line in open(sys.argv[1], encoding="utf-8").read().splitlines()]
for path in pathlib.Path(sys.argv[2]).rglob("*.txt"):
    text = path.read_text(encoding="utf-8")
    for pattern in patterns:
        for found in pattern.finditer(text):
            print(path, found.group())
"""


def peers(bench: Bench, seconds: float, textlint: pathlib.Path, folder: pathlib.Path) -> None:
    rows, (some, size) = rows_of(bench), sample(bench, folder)
    (folder / "semgrep.yaml").write_text(semgrep_rules(rows))
    (folder / "prh.yaml").write_text(prh_rules(rows))
    (folder / "patterns.txt").write_text("\n".join(pattern(*r[1:]).replace("\\ ", " ") for r in rows))
    (folder / "peer.py").write_text(PYTHON)
    (folder / "textlintrc.json").write_text(json.dumps({"rules": {"prh": {"rulePaths": [str(folder / "prh.yaml")]}}}))
    modules = textlint / "node_modules"
    programs = [
        ("semgrep, languages: regex", ["semgrep", "scan", "--metrics=off", "--disable-version-check", "-j1", "--no-git-ignore",
                              "--config", str(folder / "semgrep.yaml"), str(some)], size),
        ("textlint with prh", [str(modules / ".bin/textlint"), "--rules-base-directory", str(modules),
                               "-c", str(folder / "textlintrc.json"), str(some)], size),
        ("one regular expression a rule, in Python", [sys.executable, str(folder / "peer.py"),
                                                      str(folder / "patterns.txt"), str(some)], size),
        ("proselint, its own rules", ["proselint", "check", str(some)], size),
        ("codespell, its own words", ["codespell", str(bench.articles)], bench.size),
        ("typos, its own words", ["typos", str(bench.articles)], bench.size),
    ]
    own = bench.size / 1e6 / seconds
    print("\nOther programs, one thread, 1,000 rules where they take rules:\n")
    head("program", "MB per CPU second", "factlint to it")
    row("factlint, 1,000 facts", f"{own:.0f}", 1)
    for name, args, n_bytes in programs:
        if not shutil.which(args[0]):
            row(name, "not installed", "")
            continue
        with tempfile.TemporaryFile() as out:
            cpu, _, code = once(args, out)
        speed = n_bytes / 1e6 / cpu
        row(name, f"{speed:.2f}" if code in FOUND else f"ended with {code}", f"{own / speed:.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--bin", default="target/release/factlint")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--gigabyte", action="store_true")
    parser.add_argument("--peers", type=pathlib.Path)
    given = parser.parse_args()
    bench = Bench(given.out, given.bin, given.runs)
    seconds = bench.packs()
    bench.ratios(seconds)
    with tempfile.TemporaryDirectory(dir=given.out) as folder:
        folder = pathlib.Path(folder)
        bench.starts(folder)
        bench.crowd(folder)
        if given.gigabyte:
            bench.gigabyte(folder)
        if given.peers:
            peers(bench, seconds["1000"], given.peers, folder)


if __name__ == "__main__":
    main()
