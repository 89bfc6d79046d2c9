"""Reads the reports in a folder as others would; with a second argument, holds SARIF against that schema."""

import json
import pathlib
import sys

import jsonschema
import junitparser
from xml.etree import ElementTree

folder = pathlib.Path(sys.argv[1])


def check(schema, name):
    document = json.loads((folder / name).read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    errors = [f"{name} {list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(document)]
    if errors:
        sys.exit("\n".join(errors))


def schema_of_issues():
    """What GitLab's manual says of a code quality report."""
    text = {"type": "string", "minLength": 1}
    lines = {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}}
    location = {"type": "object", "required": ["path", "lines"], "properties": {"path": text, "lines": lines}}
    levels = ["info", "minor", "major", "critical", "blocker"]
    properties = {
        "description": text,
        "check_name": text,
        "fingerprint": text,
        "severity": {"enum": levels},
        "location": location,
    }
    return {"type": "array", "items": {"type": "object", "required": list(properties), "properties": properties}}


if len(sys.argv) > 2:
    check(json.loads(pathlib.Path(sys.argv[2]).read_text("utf-8")), "sarif")
    sys.exit()
check(schema_of_issues(), "gitlab")
check(json.loads(pathlib.Path("schemas/report.schema.json").read_text("utf-8")), "json")
suites = list(junitparser.JUnitXml.fromfile(str(folder / "junit")))
assert suites and all(suite.tests == len(list(suite)) for suite in suites), "the counts of a suite are wrong"
root = ElementTree.parse(folder / "checkstyle").getroot()
for error in root.iter("error"):
    assert {"line", "column", "severity", "message", "source"} <= set(error.attrib), error.attrib
    assert error.get("severity") in ("error", "warning", "info"), error.attrib
assert root.tag == "checkstyle" and root.find("file") is not None
