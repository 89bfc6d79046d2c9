"""factlint: facts declared in TOML, articles checked against them.

>>> import factlint
>>> linter = factlint.Linter('''
... [[fact]]
... id = "league-clubs"
... says = "The Harbour League has 12 clubs"
... kind = "count"
... subject = { names = ["Harbour League"] }
... attribute = ["clubs"]
... value = 12
... ''')
>>> [finding] = linter.check("The Harbour League has 14 clubs.")
>>> finding.text, finding.expected, finding.fact
('14', '12', 'league-clubs')
"""

from factlint._factlint import RulesError, __version__
from factlint._finding import Finding, Fix, Label, Related, Span
from factlint._linter import Linter, schema

__all__ = ["Finding", "Fix", "Label", "Linter", "Related", "RulesError", "Span", "__version__", "schema"]
