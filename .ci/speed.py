#!/usr/bin/env python3
"""Gates on speed, by what no other program on the machine can change: instructions, memory and findings.

The texts are those of seeds/ again and again, with sentences about made-up names put in between. Instructions
are counted by callgrind, and the difference of two runs is taken, so that starting counts for nothing.
"""

import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
BINARY = ROOT / "target/release/factlint"
# The most that is allowed; each a quarter above what was counted when it was set.
INSTRUCTIONS_A_BYTE = 205
INSTRUCTIONS_TO_START = {100: 19_500_000, 10_000: 735_000_000}
MEGABYTES = {1_000: 16, 10_000: 64}
MORE_FACTS = 1.25
TWICE_THE_TEXT = 2.1

failures = []


def gate(what: str, value: float, most: float) -> None:
    is_met = value <= most
    print(f"{'met ' if is_met else 'MISSED'} {what}: {value:,.2f}, at most {most:,.2f}")
    if not is_met:
        failures.append(what)


def maker():
    """The module that makes the articles and packs of the benchmark."""
    spec = importlib.util.spec_from_file_location("make", ROOT / "benches/speed/make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(folder: pathlib.Path) -> None:
    make = maker()
    facts = [make.absent(n) for n in range(10_000)]
    for size in (100, 1_000, 10_000):
        (folder / f"{size}.toml").write_text(make.toml(facts[:size]))
    seeds = [path.read_text() for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for name, times in (("none", 0), ("once", 8), ("twice", 16), ("four-times", 32)):
        (folder / name).mkdir()
        for n in range(times * len(seeds)):
            _, who, noun, value = facts[n % 100]
            right, wrong = f"{who} has {value} {noun}.", f"{who} has {value + 7} {noun}."
            (folder / name / f"{n:03}.txt").write_text(f"{seeds[n % len(seeds)]}\n\n{right}\n\n{wrong}\n")
    (folder / "none/empty.txt").write_text("Nobody is named here.\n")


def command(folder: pathlib.Path, size: int, name: str) -> list:
    rules = str(folder / f"{size}.toml")
    return [str(BINARY), "check", "--isolated", "--rules", rules, "-j1", "--format", "jsonl", str(folder / name)]


def instructions(folder: pathlib.Path, size: int, name: str) -> int:
    tool = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder / 'callgrind.out'}"]
    told = subprocess.run([*tool, *command(folder, size, name)], capture_output=True, text=True).stderr
    return int(re.search(r"Collected : (\d+)", told).group(1))


def count(folder: pathlib.Path) -> None:
    n_bytes = sum(path.stat().st_size for path in (folder / "once").iterdir())
    once = {size: instructions(folder, size, "once") for size in (100, 1_000, 10_000)}
    twice = {size: instructions(folder, size, "twice") for size in once}
    more = {size: twice[size] - once[size] for size in once}
    again = instructions(folder, 1_000, "four-times") - twice[1_000]
    gate("instructions a byte, 1,000 facts", more[1_000] / n_bytes, INSTRUCTIONS_A_BYTE)
    gate("the next two texts to the last one", again / more[1_000], TWICE_THE_TEXT)
    gate("10,000 facts to 100, of which 100 are met", more[10_000] / more[100], MORE_FACTS)
    for size, most in INSTRUCTIONS_TO_START.items():
        gate(f"instructions to start, {size:,} facts", instructions(folder, size, "none"), most)


def weigh(folder: pathlib.Path) -> None:
    if not pathlib.Path("/usr/bin/time").exists():
        print("NOT TRIED: GNU time is not installed, so no memory was measured.", file=sys.stderr)
        return
    for size, most in MEGABYTES.items():
        # Asked from here, the memory of this program would count too. How much of the binary the system maps beside
        # what is needed differs from run to run.
        timed = ["/usr/bin/time", "-f", "%M", *command(folder, size, "twice")]
        runs = [subprocess.run(timed, capture_output=True, text=True).stderr for _ in range(5)]
        least = min(int(told.splitlines()[-1]) for told in runs)
        gate(f"megabytes of memory, {size:,} facts", least / 1000, most)


def find(folder: pathlib.Path) -> None:
    wrong = {}
    for size in (100, 1_000, 10_000):
        printed = subprocess.run(command(folder, size, "once"), capture_output=True, text=True).stdout
        told = [json.loads(line) for line in printed.splitlines()]
        wrong[size] = sorted((d["path"], d["fact"]) for d in told if d.get("fact"))
    n_articles = sum(1 for _ in (folder / "once").iterdir())
    gate("planted sentences missed", n_articles - len(wrong[100]), 0)
    gate("packs that find something else", sum(found != wrong[100] for found in wrong.values()), 0)


def main() -> None:
    subprocess.run(["cargo", "build", "--release", "--locked", "--bin", "factlint"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        write(folder)
        find(folder)
        weigh(folder)
        if shutil.which("valgrind"):
            count(folder)
        else:
            print("NOT TRIED: valgrind is not installed, so no instructions were counted.", file=sys.stderr)
    sys.exit(f"{len(failures)} gates are missed." if failures else 0)


if __name__ == "__main__":
    main()
