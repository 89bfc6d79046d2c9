"""Facts that texts can be held against: :class:`Linter`."""

from __future__ import annotations

import datetime
import json
import os
from typing import TYPE_CHECKING, Any, List, Optional, Sequence, Tuple, Union

from factlint import _factlint
from factlint._finding import Finding

if TYPE_CHECKING:
    import pyarrow

Path = Union[str, "os.PathLike[str]"]
Day = Union[str, datetime.date]

#: Rules given as a text, not as files, are called so in messages.
_TEXT = "rules.toml"


class Linter:
    """Rules, ready to check one text after the other, from any thread.

    ``rules`` are paths and patterns of rule files in a list, or the TOML of rules as a text. ``config`` is the path of
    a ``factlint.toml``, a setting such as ``'fail-on = "warning"'``, or a list of both; without it no file is read, as
    with ``--isolated``. ``as_of`` judges every article as if it were dated so, ``default_date`` dates those that carry
    no date, and ``today`` is the day of the run. With ``show_suppressed``, findings that somebody silenced are given
    too, with the reason.

    A linter can be pickled: it carries the texts of its rules, so that it works where their files are not.

    Raises :class:`factlint.RulesError` where rules or settings cannot be used; its message names every mistake.
    """

    def __init__(
        self,
        rules: Union[str, Sequence[Path]],
        config: Union[None, Path, Sequence[Path]] = None,
        *,
        as_of: Optional[Day] = None,
        default_date: Optional[Day] = None,
        today: Optional[Day] = None,
        show_suppressed: bool = False,
    ) -> None:
        days = (_day(as_of), _day(default_date), _day(today) or datetime.date.today().isoformat())
        self._start((_sources(rules, config), days, show_suppressed))

    def _start(self, state: Tuple[Any, Any, bool]) -> None:
        sources, self._days, self._show_suppressed = state
        self._engine = _factlint.Engine(sources, self._days, self._show_suppressed)

    def __getstate__(self) -> Tuple[Any, Any, bool]:
        return (self._engine.sources(), self._days, self._show_suppressed)

    def __setstate__(self, state: Tuple[Any, Any, bool]) -> None:
        self._start(state)

    def __repr__(self) -> str:
        n_facts = len(self.facts)
        return f"<factlint.Linter of {n_facts} fact{'' if n_facts == 1 else 's'}>"

    @property
    def facts(self) -> List[str]:
        """The ids of the facts."""
        return self._engine.facts()

    @property
    def rules_hash(self) -> str:
        """The hash of the rules, the same for the same words in the same order."""
        return self._engine.rules_hash()

    def check(
        self,
        text: str,
        date: Optional[Day] = None,
        id: Optional[str] = None,
        format: str = "text",
        *,
        title: Optional[str] = None,
    ) -> List[Finding]:
        """What is to be said of one article, in the order of its words.

        ``date`` is the day of the article, ``id`` its name in findings and in their fingerprints, ``title`` its headline,
        and ``format`` one of ``text``, ``markdown``, ``html``, ``rst`` and ``asciidoc``.

        Raises ``ValueError`` for a date or a format that is none.
        """
        found = json.loads(self._engine.check((text, _day(date), id, title, format)))
        return [Finding.of(fields, title if fields["field"] == "title" else text) for fields in found]

    def check_batch(
        self,
        batch: "Union[pyarrow.RecordBatch, pyarrow.Table]",
        text: str = "text",
        date: str = "date",
        id: str = "id",
        *,
        title: str = "title",
        format: str = "text",
        jobs: int = 1,
    ) -> "pyarrow.RecordBatch":
        """The findings of many articles, one a row of ``batch``, as a record batch with the columns of :func:`schema`.

        ``text``, ``date``, ``id`` and ``title`` name columns. There must be a column of texts; of the others those that
        bear the usual name may be missing. Columns of any type that can be cast to text will do, such as dates,
        timestamps and numbers. ``jobs`` is the number of threads; other threads of Python run meanwhile.

        What is wrong with a row is a finding about it, with the code ``unreadable`` or ``date``: one bad row costs no
        other row anything.

        Each article is checked by itself. Facts with ``watch = true``, ``disagreement`` and ``quote-drift`` hold articles
        against one another, which only the command line does.

        Raises ``ValueError`` for a column or a format that is not there, and ``TypeError`` for what is no batch.
        """
        given = {"text": text, "date": date, "id": id, "title": title}
        batches = [_columns(part, given) for part in _batches(batch)]
        return self._engine.check_batches(batches, format, max(jobs, 1))


def schema() -> "pyarrow.Schema":
    """The columns that :meth:`Linter.check_batch` gives, a row a finding.

    ``row`` is the index of the article in what was checked. ``byte_start`` and ``byte_end`` count bytes of the text in
    UTF-8, ``start`` and ``end`` its characters. The others are the fields of :class:`factlint.Finding`, whose ``article``
    is called ``id``.
    """
    return _factlint.schema()


def _sources(rules: Union[str, Sequence[Path]], config: Union[None, Path, Sequence[Path]]) -> Any:
    """The texts of rules and settings."""
    if config is None:
        config = []
    elif isinstance(config, (str, os.PathLike)):
        config = [config]
    settings = _factlint.settings([os.fspath(one) for one in config])
    return {"rules": _rules(rules), "tables": [], "settings": settings}


def _rules(rules: Union[str, Sequence[Path]]) -> "List[Tuple[Any, str]]":
    if not isinstance(rules, str):
        files = [rules] if isinstance(rules, os.PathLike) else list(rules)
        if not files:
            raise ValueError("`rules` is an empty list; name at least one rule file")
        return _factlint.rules([os.fspath(one) for one in files])
    if rules.strip() and "=" not in rules and "\n" not in rules:
        raise ValueError(f"rules as a text are TOML; to name files, give a list: rules=[{rules!r}]")
    return [(_TEXT, rules)]


def _day(day: Optional[Day]) -> Optional[str]:
    return day.isoformat() if isinstance(day, datetime.date) else day


def _batches(batch: Any) -> "List[pyarrow.RecordBatch]":
    """The record batches of what was given: a batch, a table, or anything that speaks Arrow's C interface."""
    import pyarrow

    if isinstance(batch, pyarrow.RecordBatch):
        return [batch]
    if isinstance(batch, pyarrow.Table):
        return batch.to_batches()
    if hasattr(batch, "__arrow_c_array__"):
        return [pyarrow.record_batch(batch)]
    if hasattr(batch, "__arrow_c_stream__"):
        return pyarrow.table(batch).to_batches()
    raise TypeError(f"a pyarrow RecordBatch or Table is needed, not {type(batch).__name__}")


def _columns(batch: "pyarrow.RecordBatch", given: "dict[str, str]") -> "pyarrow.RecordBatch":
    """The columns that articles are made of, under their usual names and as texts; nothing is copied that is text."""
    import pyarrow

    names = batch.schema.names
    found = {}
    for usual, name in given.items():
        if name in names:
            column = batch.column(name)
            found[usual] = column if column.type == pyarrow.string() else _cast(column, name)
        elif name != usual or usual == "text":
            raise ValueError(f"there is no column {name!r}; there are: {', '.join(map(repr, names)) or 'none'}")
    return pyarrow.RecordBatch.from_pydict(found)


def _cast(column: "pyarrow.Array", name: str) -> "pyarrow.Array":
    import pyarrow

    try:
        return column.cast(pyarrow.string())
    except pyarrow.ArrowException as error:
        raise ValueError(f"the column {name!r} is {column.type}, which cannot be read as text: {error}") from None
