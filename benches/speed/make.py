#!/usr/bin/env python3
"""Makes the articles and the rule packs of the speed benchmark.

    python3 benches/speed/make.py OUT [--from FILE-OR-FOLDER]

FILE is JSON lines with a key "text"; a FOLDER is read for *.txt and *.md files. Written are

    OUT/articles/      one text file an article, with wrong sentences planted
    OUT/articles.jsonl the same articles as JSON lines
    OUT/packs/N.toml   N facts, for N = 10, 100, 1000, 10000; each pack begins with the smaller ones
    OUT/packs/absent.toml  the pack of 100 and 9,900 facts about names that no article holds
    OUT/packs/N.txt    the same facts as "id<TAB>name<TAB>noun<TAB>value", for other programs
    OUT/planted.json   the planted sentences: article, fact, and where the wrong number stands

The same input gives the same files, byte for byte.
"""

import argparse
import hashlib
import json
import pathlib
import re

PACKS = (10, 100, 1_000, 10_000)
# Transcripts are longer than articles; they are cut after so many characters, about 900 words.
LENGTH = 5_500
# Nouns that such texts count; each fact is about one of them.
NOUNS = (
    "members states countries troops votes jobs schools companies employees workers students "
    "bridges projects communities counties senators households sites veterans missiles"
).split()
# Names in the middle of a sentence: capitalised words, joined by small ones.
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+(?: (?:(?:of|for|the|and|on) )*[A-Z][a-z]+)*")


def texts(path: pathlib.Path):
    """The texts of a JSON lines file, or of all text files of a folder."""
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.suffix in {".txt", ".md"})
        return [p.read_text(encoding="utf-8", errors="replace") for p in files]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def cut(text: str) -> list:
    """A text in parts of the length of newspaper articles, cut between paragraphs."""
    parts, size = [[]], 0
    for line in text.splitlines(keepends=True):
        if size > LENGTH and not line.strip():
            parts.append([])
            size = 0
        parts[-1].append(line)
        size += len(line)
    return ["".join(part) for part in parts if "".join(part).strip()]


def draw(word: str) -> int:
    """A number that looks drawn by chance, and is the same in each run."""
    return int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")


def facts(articles) -> list:
    """Facts about the names of these articles, in an order that has nothing to do with how often they are named."""
    names = {name for text in articles for name in NAME.findall(text) if is_name(name)}
    chosen = sorted(names, key=draw)[: PACKS[-1]]
    if len(chosen) < PACKS[-1]:
        raise SystemExit(f"only {len(chosen)} names in these texts; give more of them")
    return [fact(n, name) for n, name in enumerate(chosen)]


def is_name(words: str) -> bool:
    """Whether words are more than the beginning of a clause, such as "No" and "But"."""
    return " " in words or len(words) > 5


def fact(n: int, name: str) -> tuple:
    """The fact about a name: what is counted, and how many there are."""
    return f"f{n:05}", name, NOUNS[draw(name) % len(NOUNS)], 20 + draw(name + "#") % 900


def toml(pack) -> str:
    return "\n".join(
        f"""[[fact]]
id = "{ident}"
says = "{name} has {value} {noun}"
kind = "count"
subject = {{ names = ["{name}"] }}
attribute = ["{noun}"]
value = {value}
"""
        for ident, name, noun, value in pack
    )


def absent(n: int) -> tuple:
    """A fact about somebody who is in no article."""
    syllables = "zor vel qua mir tesh lup dra nex ob wim".split()
    word = "".join(syllables[int(digit)] for digit in f"{n:04}")
    _, name, noun, value = fact(n, f"{word.capitalize()} Qvist")
    return f"absent{n:05}", name, noun, value


def planted(articles, known) -> list:
    """Puts a wrong sentence about each fact of the smaller packs, and about some of the largest, into the articles."""
    places = []
    for n, (ident, name, noun, value) in enumerate(known[:100] + known[100::50]):
        which = draw(f"{n} {ident}") % len(articles)
        wrong = str(value + 7)
        sentence = f"{name} has {wrong} {noun}, as the office said."
        articles[which] += f"\n\n{sentence}\n"
        places.append({"article": which, "fact": ident, "wrong": wrong})
    return places


def write(out: pathlib.Path, articles, known, places) -> None:
    (out / "articles").mkdir(parents=True, exist_ok=True)
    (out / "packs").mkdir(exist_ok=True)
    for n, text in enumerate(articles):
        folder = out / "articles" / f"{n // 500:03}"
        folder.mkdir(exist_ok=True)
        (folder / f"{n:06}.txt").write_text(text, encoding="utf-8")
    with (out / "articles.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"id": f"{n:06}", "text": text}) + "\n" for n, text in enumerate(articles))
    packs = {str(size): known[:size] for size in PACKS}
    packs["absent"] = known[:100] + [absent(n) for n in range(100, PACKS[-1])]
    for name, pack in packs.items():
        (out / "packs" / f"{name}.toml").write_text(toml(pack), encoding="utf-8")
        rows = ("\t".join(map(str, row)) for row in pack)
        (out / "packs" / f"{name}.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (out / "planted.json").write_text(json.dumps(places, indent=1), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--from", dest="source", type=pathlib.Path, default="../shared/corpus/whitehouse.jsonl")
    parser.add_argument("--times", type=int, default=4, help="how often each article is written [default: 4]")
    given = parser.parse_args()
    articles = [part for text in texts(given.source) for part in cut(text)]
    known = facts(articles)
    # An archive is larger than what there is; the same articles again are as much work.
    articles *= given.times
    places = planted(articles, known)
    write(given.out, articles, known, places)
    size = sum(len(text.encode()) for text in articles)
    print(f"{len(articles)} articles, {size / 1e6:.1f} MB, {len(places)} planted sentences")


if __name__ == "__main__":
    main()
