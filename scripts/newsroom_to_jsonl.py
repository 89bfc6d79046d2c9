#!/usr/bin/env python3
"""Turns newsroom files into JSON lines, one article a line, for factlint.

Reads RSS, Atom, WordPress exports (WXR), NITF and NewsML-G2:

    python3 scripts/newsroom_to_jsonl.py export.xml > articles.jsonl
    factlint check articles.jsonl

Needs nothing but Python. Findings name the article by the id it has in its feed.
"""

import json
import sys
from email.utils import parsedate_to_datetime
from html import escape
from xml.etree import ElementTree


def local(element):
    """The name of an element without its namespace."""
    return element.tag.rsplit("}", 1)[-1]


def children(element, *names):
    """The children with one of these names, the first name first."""
    return [child for name in names for child in element if local(child) == name]


def descendants(element, *names):
    """The elements below with one of these names, in the order of the text."""
    return [below for below in element.iter() if local(below) in names]


def words(element):
    return "".join(element.itertext()).strip() if element is not None else ""


def first(elements):
    return next((words(element) for element in elements if words(element)), "")


def day(written):
    """The ISO day of a date as feeds write it; nothing if it is none."""
    if written[:10].count("-") == 2:
        return written[:10]
    if len(written) > 7 and written[:8].isdigit():
        return f"{written[:4]}-{written[4:6]}-{written[6:8]}"
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (TypeError, ValueError):
        return ""


def markup(element):
    """What is inside an element, as HTML without namespaces."""
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        name = {"hl1": "h1", "hl2": "h2", "bq": "blockquote"}.get(local(child), local(child))
        parts += [f"<{name}>", markup(child), f"</{name}>", escape(child.tail or "", quote=False)]
    return "".join(parts)


def rss(root):
    for item in descendants(root, "item"):
        yield {
            "id": first(children(item, "guid", "link", "post_id")),
            "date": day(first(children(item, "post_date", "pubDate", "date"))),
            "title": first(children(item, "title")),
            "text": first(children(item, "encoded", "description")),
        }


def atom(root):
    for entry in descendants(root, "entry"):
        body = (children(entry, "content", "summary") or [None])[0]
        is_markup = body is not None and body.get("type") == "xhtml"
        is_html = body is not None and body.get("type") == "html"
        text = markup(body) if is_markup else words(body)
        yield {
            "id": first(children(entry, "id")),
            "date": day(first(children(entry, "published", "updated"))),
            "title": first(children(entry, "title")),
            "text": text if is_markup or is_html else escape(text, quote=False),
        }


def nitf(root):
    dates = [found.get("norm", "") for found in descendants(root, "date.issue", "story.date")]
    ids = [found.get("id-string", "") for found in descendants(root, "doc-id")]
    bodies = descendants(root, "body.content")
    yield {
        "id": next(filter(None, ids), ""),
        "date": next(filter(None, map(day, dates)), ""),
        "title": first(descendants(root, "hl1", "headline", "title")),
        "text": "".join(markup(body) for body in bodies),
    }


def newsml(root):
    for item in descendants(root, "newsItem"):
        bodies = descendants(item, "body.content") or descendants(item, "body") or descendants(item, "inlineXML")
        yield {
            "id": item.get("guid", ""),
            "date": day(first(descendants(item, "published", "versionCreated", "contentCreated"))),
            "title": first(descendants(item, "headline", "hl1", "title")),
            "text": "".join(markup(body) for body in bodies),
        }


KINDS = {"rss": rss, "RDF": rss, "feed": atom, "nitf": nitf, "newsItem": newsml, "newsMessage": newsml}


def main(paths):
    for path in paths:
        root = ElementTree.parse(path).getroot()
        read = KINDS.get(local(root))
        if read is None:
            sys.exit(f"{path}: a root element <{local(root)}> is not known")
        for article in read(root):
            article["format"] = "html"
            print(json.dumps({key: value for key, value in article.items() if value or key == "text"}))


if __name__ == "__main__":
    main(sys.argv[1:] or sys.exit(__doc__))
