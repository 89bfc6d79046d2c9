#!/usr/bin/env python3
"""Tries every link of a built book: that its page is there, and the place on that page.

Usage: links.py FOLDER. Prints what leads nowhere, and ends with 1 if anything does. Links out of the book are
counted and not followed, for no test needs the network.
"""

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """The places and links of one page."""

    def __init__(self, path):
        super().__init__()
        self.places = set()
        self.links = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.places.update(filter(None, (attributes.get("id"), attributes.get("name"))))
        address = attributes.get("href") if tag in ("a", "link") else attributes.get("src")
        if address is not None:
            self.links.append((address, self.getpos()[0]))


def fault(folder, page, address, pages):
    """What is wrong with a link of a page, or None."""
    parts = urlsplit(address)
    target = page if not parts.path else (page.parent / unquote(parts.path)).resolve()
    if not target.is_relative_to(folder):
        return "it leads out of the book"
    if not target.is_file():
        return "there is no such file"
    place = unquote(parts.fragment)
    if place and target in pages and place not in pages[target].places:
        return f"there is no place `{place}` on that page"
    return None


def main():
    folder = Path(sys.argv[1]).resolve()
    # The page for what is not found has addresses of its own, and the page for the printer repeats the others.
    left_out = {"404.html", "print.html", "toc.html"}
    pages = {path: Page(path) for path in sorted(folder.rglob("*.html"))}
    n_links = n_outside = n_faults = 0
    for path, page in pages.items():
        if path.name in left_out:
            continue
        for address, line in page.links:
            if urlsplit(address).scheme:
                n_outside += 1
                continue
            n_links += 1
            wrong = fault(folder, path, address, pages)
            if wrong:
                n_faults += 1
                print(f"{path.relative_to(folder)}:{line}: {address}: {wrong}", file=sys.stderr)
    if n_links == 0:
        sys.exit(f"{folder} has no link: is it a book?")
    print(f"Links tried: {n_links}; lead nowhere: {n_faults}; out of the book, not tried: {n_outside}.")
    sys.exit(1 if n_faults else 0)


if __name__ == "__main__":
    main()
