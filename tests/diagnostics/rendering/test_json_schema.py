"""What `copil check --format json` prints fits the schema that is published."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.cli.main import run
from generator.diagnostics import Findings, Place, Severity, finding
from generator.diagnostics.rendering.json import records
from generator.locales import Label, Language, Locale

ROOT = Path(__file__).parents[3]
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs/schemas/findings.schema.json").read_text("utf-8"))


def faults(told: object) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(told)]


def test_the_schema_is_sound() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["exemple.xlsx", "defauts.xlsx"])
def test_the_findings_of_a_workbook_fit(capsys: pytest.CaptureFixture[str], name: str, language: str) -> None:
    run(["check", str(ROOT / "inputs" / name), "--format", "json", "--lang", language])
    told = json.loads(capsys.readouterr().out)
    assert len(told) > 10
    assert faults(told) == []


def test_a_file_that_cannot_be_read_fits(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(["check", str(tmp_path / "absent.xlsx"), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert [record["code"] for record in told] == ["W101"]
    assert faults(told) == []


def test_the_schema_declares_what_is_written_and_nothing_else() -> None:
    found = finding("L301", Place(sheet="5 Actions", cell="F12"), value="X", target=Label("Équipe", "Team"))
    (record,) = records(Findings.of([found]), Locale(Language.FR))
    declared = SCHEMA["$defs"]["finding"]
    assert list(record) == list(declared["properties"]) == declared["required"]
    assert [str(severity) for severity in Severity] == declared["properties"]["severity"]["enum"]


@pytest.mark.parametrize(
    "change", [{"severity": "fatal"}, {"code": "X999"}, {"cell": "12F"}, {"message": ""}, {"sheet": 3}]
)
def test_what_does_not_fit_is_caught(change: dict[str, object]) -> None:
    found = finding("L301", Place(sheet="5 Actions", cell="F12"), value="X", target=Label("Équipe", "Team"))
    (record,) = records(Findings.of([found]), Locale(Language.FR))
    assert faults([record]) == []
    assert faults([{**record, **change}]) != []
