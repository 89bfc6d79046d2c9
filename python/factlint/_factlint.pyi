"""The engine, in Rust; use :class:`factlint.Linter`."""

import os
from typing import List, Optional, Sequence, Tuple, TypedDict

import pyarrow

__version__: str

_Text = Tuple["str | os.PathLike[str]", str]

class _Sources(TypedDict):
    rules: List[_Text]
    tables: List[_Text]
    settings: List[_Text]

class RulesError(ValueError):
    """Rules or settings that cannot be used; the message names every mistake with its file and line."""

class Engine:
    def __new__(
        cls, sources: _Sources, days: Tuple[Optional[str], Optional[str], str], show_suppressed: bool
    ) -> "Engine": ...
    def sources(self) -> _Sources: ...
    def facts(self) -> List[str]: ...
    def rules_hash(self) -> str: ...
    def check(self, article: Tuple[str, Optional[str], Optional[str], Optional[str], str]) -> str: ...
    def check_batches(
        self, batches: Sequence[pyarrow.RecordBatch], format: str, jobs: int
    ) -> pyarrow.RecordBatch: ...

def rules(patterns: Sequence[str]) -> List[_Text]: ...
def settings(config: Sequence[str]) -> List[_Text]: ...
def schema() -> pyarrow.Schema: ...
def run(arguments: Sequence[str]) -> int: ...
