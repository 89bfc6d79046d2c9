"""What a linter says of single texts, and what it refuses."""

import datetime
import pickle
import subprocess
import sys

import factlint
import pytest

LEAGUE = """
[[fact]]
id = "league-clubs"
says = "The Harbour League has 12 clubs"
kind = "count"
subject = { names = ["Harbour League"] }
attribute = ["clubs"]
timeline = [
    { value = 10, from = 2020-01-01 },
    { value = 12, from = 2024-07-01 },
]
"""
WRONG = "“Über” all, the Harbour League has 14 clubs."


@pytest.fixture(scope="module")
def linter():
    return factlint.Linter(LEAGUE)


def test_a_finding_has_its_words_in_characters_and_in_bytes(linter):
    [finding] = linter.check(WRONG, date="2026-03-04", id="a-1")
    assert (finding.fact, finding.severity, finding.expected) == ("league-clubs", "error", "12")
    assert WRONG[finding.span.start : finding.span.end] == finding.text == "14"
    assert WRONG.encode()[finding.span.byte_start : finding.span.byte_end] == b"14"
    assert (finding.span.line, finding.span.col) == (1, finding.span.start + 1)
    assert finding.article == "a-1" and finding.as_of == "2026-03-04"
    assert finding.related[0].text == "The Harbour League has 12 clubs"


def test_what_is_right_is_silent(linter):
    assert linter.check("The Harbour League has 12 clubs.", date=datetime.date(2026, 3, 4)) == []
    assert linter.check("") == []


def test_an_article_is_judged_at_its_day(linter):
    text = "The Harbour League has 10 clubs."
    assert linter.check(text, date="2023-01-01") == []
    assert [finding.verdict for finding in linter.check(text, date="2026-01-01")] == ["outdated"]


def test_a_headline_is_read_too(linter):
    [finding] = linter.check("It met.", title="Ü: the Harbour League has 14 clubs")
    assert finding.field == "title" and finding.span.start == 26


def test_markup_is_read_through(linter):
    assert [finding.text for finding in linter.check("The Harbour League has **14** clubs.", format="markdown")] == ["14"]


def test_a_comment_silences_and_is_shown_on_request():
    text = "<!-- factlint-ignore league-clubs: a joke -->\nThe Harbour League has 14 clubs."
    assert factlint.Linter(LEAGUE).check(text, format="markdown") == []
    shown = factlint.Linter(LEAGUE, show_suppressed=True).check(text, format="markdown")
    assert [finding.suppressed for finding in shown] == ["a joke"]


def test_settings_count(tmp_path):
    path = tmp_path / "factlint.toml"
    path.write_text('[[overrides]]\npaths = ["**"]\nchecks = { arithmetic = "off" }\n')
    text = "Sales rose 50% from 10,000 to 29,500."
    assert len(factlint.Linter(LEAGUE).check(text)) == 1
    assert factlint.Linter(LEAGUE, config='checks.arithmetic = "off"').check(text) == []


def test_a_linter_travels_without_its_files(tmp_path):
    rules, table = tmp_path / "rules.toml", tmp_path / "clubs.csv"
    table.write_text("name,clubs\nHarbour League,12\nRiver League,9\n")
    rules.write_text(
        '[[fact]]\neach = "clubs.csv"\nid = "clubs-{name}"\nsays = "The {name} has {clubs} clubs"\nkind = "count"\n'
        'subject = { names = ["{name}"] }\nattribute = ["clubs"]\nvalue = "{clubs}"\n'.replace("clubs-{name}", "c-{clubs}")
    )
    state = pickle.dumps(factlint.Linter([rules]))
    rules.unlink()
    table.unlink()
    linter = pickle.loads(state)
    assert linter.facts == ["c-12", "c-9"]
    assert [finding.fact for finding in linter.check("The River League has 8 clubs.")] == ["c-9"]


@pytest.mark.parametrize(
    "rules, words",
    [
        ("[[fact]]\nid = 'a'\n", "`says`"),
        ("[[fact]\n", "not TOML"),
        (LEAGUE.replace('"count"', '"cuont"'), "`count`"),
        (["nowhere/*.toml"], "no rule file matches"),
        ("", "no fact"),
    ],
)
def test_rules_with_a_mistake_are_refused(rules, words):
    with pytest.raises(factlint.RulesError, match=words):
        factlint.Linter(rules)


def test_a_path_is_not_taken_for_rules():
    with pytest.raises(ValueError, match=r"rules=\['rules/a.toml'\]"):
        factlint.Linter("rules/a.toml")
    with pytest.raises(ValueError, match="at least one"):
        factlint.Linter([])


def test_what_is_no_day_and_no_format_is_refused(linter):
    with pytest.raises(ValueError, match="2026-03-04"):
        linter.check("Text.", date="4 March")
    with pytest.raises(ValueError, match="asciidoc"):
        linter.check("Text.", format="word")


def test_the_command_line_is_there(tmp_path):
    (tmp_path / "rules.toml").write_text(LEAGUE)
    (tmp_path / "a.txt").write_text(WRONG)
    arguments = ["check", "--isolated", "--rules", "rules.toml", "--format", "concise", "a.txt"]
    command = [sys.executable, "-m", "factlint", *arguments]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 1
    assert ran.stdout.startswith("a.txt:1:36: error[league-clubs]")
