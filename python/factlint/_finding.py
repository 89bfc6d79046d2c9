"""What is found in an article, as objects with the fields that ``factlint check --format json`` writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Optional, Tuple


@dataclass(frozen=True)
class Span:
    """Where words stand in the text that was given to the linter."""

    start: int
    """The index of the first character, as Python counts: ``text[start:end]`` are the words."""
    end: int
    """The index behind the last character."""
    byte_start: int
    """The first byte of the text in UTF-8."""
    byte_end: int
    """The byte behind the last."""
    line: int
    """The line, counted from 1."""
    col: int
    """The character in the line, counted from 1."""
    end_line: int
    """The line of the end."""
    end_col: int
    """The character behind the last."""


@dataclass(frozen=True)
class Label:
    """Further words that matter to a finding."""

    span: Optional[Span]
    """Where they stand."""
    text: str
    """What they mean."""


@dataclass(frozen=True)
class Related:
    """The rule behind a finding, or words that say otherwise."""

    path: str
    """The rule file, or the file of the other article."""
    line: int
    """The line in it, counted from 1."""
    text: str
    """The fact in one sentence, or the words."""


@dataclass(frozen=True)
class Fix:
    """Words that would mend a finding."""

    span: Optional[Span]
    """The words they stand in for."""
    text: str
    """The new words."""
    safe: bool
    """Whether they may be put in without a person looking at it."""


@dataclass(frozen=True)
class Finding:
    """Words of an article that cannot be so, or something that could not be checked."""

    code: str
    """The check that speaks: ``fact``, ``misquote``, ``arithmetic``, … (``factlint explain`` lists them)."""
    fact: Optional[str]
    """The id of the fact, where it is about one."""
    severity: str
    """``error``, ``warning`` or ``info``."""
    verdict: str
    """What the claim came to: ``contradicts``, ``outdated``, …"""
    status: Optional[str]
    """How the article says it: ``asserted``, ``attributed``, …"""
    message: str
    """What is wrong, in one sentence."""
    help: Optional[str]
    """What to do, or what else there is to know."""
    article: Optional[str]
    """The id that the article was given."""
    field: str
    """``text`` or ``title``."""
    span: Optional[Span]
    """Where the words stand in that field; ``None`` where nothing could be read."""
    text: str
    """The words."""
    observed: Optional[str]
    """What the words say."""
    expected: Optional[str]
    """What the fact says instead."""
    as_of: Optional[str]
    """The day at which the fact was judged."""
    sentence: str
    """The sentence around the words."""
    labels: Tuple[Label, ...]
    """Further words that matter, such as those that decided."""
    related: Tuple[Related, ...]
    """The rule behind it."""
    fix: Optional[Fix]
    """Words that would mend it."""
    fingerprint: str
    """What it is known by from one run to the next; it does not change with the lines."""
    suppressed: Optional[str]
    """Why it does not count, where somebody said so; such findings are given on request only."""

    @staticmethod
    def of(fields: Mapping[str, Any], words: Optional[str]) -> "Finding":
        """The finding with these fields of JSON, whose spans stand in ``words``."""
        read = (words or "").encode()
        own = {name: fields[name] for name in Finding.__dataclass_fields__}
        own["span"] = _span(fields["span"], read)
        own["labels"] = tuple(Label(_span(one["span"], read), one["text"]) for one in fields["labels"])
        own["related"] = tuple(Related(one["path"], one["line"], one["text"]) for one in fields["related"])
        fix = fields["fix"]
        own["fix"] = fix and Fix(_span(fix["span"], read), fix["text"], fix["safe"])
        return Finding(**own)


def _span(fields: Optional[Mapping[str, int]], words: bytes) -> Optional[Span]:
    if fields is None:
        return None
    start, end = (len(words[: fields[end]].decode()) for end in ("byte_start", "byte_end"))
    return Span(start=start, end=end, **fields)
