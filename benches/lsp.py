#!/usr/bin/env python3
"""Types into an article with the language server behind it, and times how long each edit takes to be answered.

    python3 benches/lsp.py [--bin target/release/factlint] [--size 100000] [--facts 100] [--rate 100] [--edits 1000]
                           [--rules GLOB] [--article FILE] [--limit MILLISECONDS]

An edit is answered when the findings of its version, or of a newer one, have come. Where the machine is busy with other
things, only the processor time says how fast the server is. Without --rules and --article
both are made up, the same each time: every twentieth sentence speaks of a fact, every hundredth wrongly. With --limit
the exit code is 1 where one edit in a hundred takes longer.
"""

import argparse
import json
import pathlib
import queue
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time

NOUNS = ["club", "boat", "pier", "school", "bridge", "lamp", "market", "choir", "orchard", "ferry"]
PLAIN = [
    "The wind came in from the sea all morning and nobody went out before noon.",
    "A spokeswoman said the talks had gone well, and that more would follow in spring.",
    "“We have waited long enough for this,” the keeper of the lighthouse told reporters — quietly.",
    "Old trees line the road, which leads past the mill and down to the water 😀.",
    "Nobody in the village could say who had painted the boats, or when that had been done.",
    "She had come by train, and would leave the same way as soon as the last speech was over.",
    "Whether the plan can be paid for is another question, and one that the council put off again.",
    "In the end they agreed on little more than a day on which to meet once more.",
    "Prices rose by 4 percent in March, from 50 euros to 52, the office for statistics said.",
    "On Wednesday, March 4, 2026, the council met for the second time.",
]


def rules(n_facts):
    """A pack of facts about harbours, each of which has so many of something."""
    parts = []
    for at in range(n_facts):
        noun = NOUNS[at % len(NOUNS)]
        parts.append(f"""[[entity]]
id = "harbour-{at}"
names = ["Port Aster{at} Harbour"]

[[fact]]
id = "harbour-{at}-{noun}"
says = "Port Aster{at} Harbour has {at + 11} {noun}s"
kind = "count"
subject = "harbour-{at}"
attribute = ["{noun}"]
value = {at + 11}
""")
    return "\n".join(parts)


def article(size, n_facts):
    """An article of about so many bytes."""
    chance = random.Random(7)
    lines, length, at = ["---\ndate: 2026-03-04\n---\n# The harbours\n"], 0, 0
    while length < size:
        sentences = []
        for _ in range(6):
            at += 1
            which = chance.randrange(n_facts)
            number = which + 11 + (3 if at % 100 == 0 else 0)
            fact = f"Port Aster{which} Harbour has {number} {NOUNS[which % len(NOUNS)]}s."
            sentences.append(fact if at % 20 == 0 else chance.choice(PLAIN))
        lines.append(" ".join(sentences) + "\n")
        length += len(lines[-1].encode()) + 1
    return "\n".join(lines)


class Server:
    """The server, with the times at which findings came."""

    def __init__(self, program):
        self.process = subprocess.Popen([program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.inbox = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        output = self.process.stdout
        while header := output.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                header = output.readline()
            body = output.read(length)
            self.inbox.put((time.perf_counter(), json.loads(body)))

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def wait(self, is_meant):
        while True:
            when, message = self.inbox.get(timeout=60)
            if is_meant(message):
                return when, message


def edits(text, count):
    """Edits as somebody types: a letter is put in and taken out again, here and there, figures among them."""
    chance = random.Random(11)
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines) if len(line) > 40]
    for at in range(count):
        if at % 2 == 0:
            place = {"line": chance.choice(places), "character": 20}
            yield {"range": {"start": place, "end": place}, "text": chance.choice("ab 1")}
        else:
            after = {"line": place["line"], "character": 21}
            yield {"range": {"start": place, "end": after}, "text": ""}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="target/release/factlint")
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--facts", type=int, default=100)
    parser.add_argument("--rate", type=float, default=100, help="edits a second")
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--rules", help="a pattern for rule files, instead of those made up")
    parser.add_argument("--article", type=pathlib.Path, help="a Markdown file, instead of the one made up")
    parser.add_argument("--limit", type=float, help="milliseconds that 99 of 100 edits may take")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(measured(given, pathlib.Path(folder).resolve()))


def measured(given, folder):
    pattern = str(pathlib.Path(given.rules).resolve()) if given.rules else "rules.toml"
    (folder / "factlint.toml").write_text(f"rules = [{json.dumps(pattern)}]\n")
    (folder / "rules.toml").write_text(rules(given.facts))
    text = given.article.read_text() if given.article else article(given.size, given.facts)
    uri = (folder / "article.md").as_uri()
    (folder / "article.md").write_text(text)
    server = Server(given.bin)
    server.send({"id": 1, "method": "initialize", "params": {"capabilities": {}, "rootUri": folder.as_uri()}})
    server.wait(lambda message: message.get("id") == 1)
    server.send({"method": "initialized", "params": {}})
    begun = time.perf_counter()
    document = {"uri": uri, "languageId": "markdown", "version": 0, "text": text}
    server.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    told = lambda message: message.get("params", {}).get("uri") == uri
    when, message = server.wait(told)
    n_findings = len(message["params"]["diagnostics"])
    print(f"opened: {len(text.encode()):,} bytes, {n_findings} findings after {(when - begun) * 1000:.1f} ms")
    took, n_told = typed(given, server, (uri, text), told)
    took.sort()
    at = lambda share: took[min(len(took) - 1, int(len(took) * share))] * 1000
    print(f"{len(took)} edits, {given.rate:g} a second, {n_told} times told: "
          f"p50 {at(0.5):.1f} ms, p99 {at(0.99):.1f} ms, longest {at(1):.1f} ms")
    server.send({"id": 2, "method": "shutdown", "params": None})
    server.send({"method": "exit", "params": None})
    server.process.wait(10)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    each = (spent.ru_utime + spent.ru_stime) / max(n_told, 1) * 1000
    print(f"processor time of the server: {each:.1f} ms for each time that it told something")
    return int(given.limit is not None and at(0.99) > given.limit)


def typed(given, server, document, told):
    """How long each edit took to be answered, and how often the server said something."""
    uri, text = document
    sent, took, n_told = {}, [], 0

    def take(when, message):
        nonlocal n_told
        n_told += 1
        version = message["params"]["version"]
        for answered in [number for number in sent if number <= version]:
            took.append(when - sent.pop(answered))

    begun = time.perf_counter()
    for at, edit in enumerate(edits(text, given.edits)):
        pause = begun + at / given.rate - time.perf_counter()
        if pause > 0:
            time.sleep(pause)
        sent[at + 1] = time.perf_counter()
        change = {"textDocument": {"uri": uri, "version": at + 1}, "contentChanges": [edit]}
        server.send({"method": "textDocument/didChange", "params": change})
        while not server.inbox.empty():
            take(*server.wait(told))
    while sent:
        take(*server.wait(told))
    return took, n_told


if __name__ == "__main__":
    main()
