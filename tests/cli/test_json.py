"""``--json`` means the same on every command that has it: one document on standard output, in a published form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import pytest
from jsonschema import Draft202012Validator

from generator.cli.main import commands, run
from generator.diagnostics import Findings, Place, Severity, finding
from generator.diagnostics.rendering.json import records
from generator.locales import Label, Language, Locale

ROOT = Path(__file__).parents[2]
SCHEMAS: dict[str, Any] = {
    path.name.partition(".")[0]: json.loads(path.read_text("utf-8"))
    for path in sorted((ROOT / "docs" / "schemas").glob("*.schema.json"))
}
FINDINGS = SCHEMAS["findings"]
BOOK, FORMER, DEFECTS = (str(ROOT / "inputs" / f"{name}.xlsx") for name in ("exemple", "exemple-t2", "defauts"))
DECK = ("--only", "deck", "--edition", "interne")

ANSWERED = [
    (("check", BOOK), "findings", 0),
    (("check", DEFECTS), "findings", 1),
    (("check", "absent.xlsx"), "findings", 1),
    (("build", BOOK, *DECK), "build", 0),
    (("build", "absent.xlsx"), "build", 1),
    (("diff", FORMER, BOOK), "difference", 0),
    (("explain", BOOK, "CA"), "figure", 0),
    (("explain", DEFECTS, "CA"), "figure", 0),
    (("explain", BOOK), "figures", 0),
    (("explain", "R404"), "code", 0),
    (("explain", "edition"), "edition", 0),
    (("people", BOOK, "Hélène Castaing"), "person", 0),
    (("people", BOOK, "Hélène Castaing", "--erase"), "person", 0),
]
REFUSED = [
    (("diff", DEFECTS, BOOK), "refused", 1),
    (("diff", "absent.xlsx", BOOK), "refused", 1),
    (("explain", "absent.xlsx", "CA"), "refused", 1),
    (("explain", "absent.xlsx"), "refused", 1),
    (("people", "absent.xlsx", "Hélène Castaing"), "refused", 1),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds and histories go to a folder of the test's own."""
    monkeypatch.chdir(tmp_path)


def named(case: object) -> str | None:
    return " ".join(Path(part).name for part in case) if isinstance(case, tuple) else None


def faults(told: object, schema: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(told)]


@pytest.mark.parametrize(("arguments", "form", "code"), ANSWERED + REFUSED, ids=named)
def test_one_document_in_its_form(
    capsys: pytest.CaptureFixture[str], arguments: Sequence[str], form: str, code: int
) -> None:
    assert run([*arguments, "--json", "--lang", "en"]) == code
    out = capsys.readouterr().out
    told = json.loads(out)
    assert out == json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    assert faults(told, SCHEMAS[form]) == []
    assert list(told) == list(SCHEMAS[form]["properties"]), "keys stand in the order that is published"
    assert (told["command"], told["form"], told["copil"]) == (arguments[0], 1, "0.1.0")
    one = {"type": "array", "items": {"$ref": "#/$defs/finding"}, "$defs": FINDINGS["$defs"]}
    assert faults(told["findings"], one) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", BOOK),
        ("build", "absent.xlsx"),
        ("diff", FORMER, BOOK),
        ("explain", "R404"),
        ("people", BOOK, "Hélène Castaing"),
    ],
    ids=named,
)
def test_its_former_spelling_gives_the_same(capsys: pytest.CaptureFixture[str], arguments: Sequence[str]) -> None:
    ended = run([*arguments, "--json"])
    told = capsys.readouterr()
    assert told.out.startswith("{")
    assert run([*arguments, "--format", "json"]) == ended
    assert capsys.readouterr() == told


def test_every_command_has_it_but_those_that_answer_nothing() -> None:
    made = commands(Locale(Language.EN)).commands
    assert {name for name, command in made.items() if "--json" not in spellings(command)} == {"new", "watch"}
    assert {name for name, command in made.items() if "--format" in spellings(command)} == set(made) - {"new", "watch"}
    assert {arguments[0] for arguments, *_ in ANSWERED} == set(made) - {"new", "watch"}


def spellings(command: click.Command) -> set[str]:
    return {spelling for option in command.params for spelling in option.opts}


@pytest.mark.parametrize(
    "arguments", [("explain", BOOK, "KPI-99"), ("explain", "Z999"), ("people", BOOK, "?"), ("diff", BOOK)], ids=named
)
def test_wrong_usage_is_said_on_standard_error_alone(
    capsys: pytest.CaptureFixture[str], arguments: Sequence[str]
) -> None:
    assert run([*arguments, "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err


def test_the_last_form_asked_for_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    run(["explain", "R404", "--format", "json", "--format", "text"])
    assert capsys.readouterr().out.startswith("R404")
    run(["explain", "R404", "--format", "text", "--json"])
    assert capsys.readouterr().out.startswith("{")


def test_every_form_is_sound_and_answered() -> None:
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)
    assert {form for _, form, _ in ANSWERED + REFUSED} == set(SCHEMAS)


def test_each_form_starts_and_ends_alike() -> None:
    for schema in SCHEMAS.values():
        names = list(schema["properties"])
        assert (names[:3], names[-1]) == (["command", "form", "copil"], "findings")
        assert schema["required"] == names


# --- findings ---------------------------------------------------------------------------------------------------------


def test_the_schema_declares_what_is_written_of_a_finding_and_nothing_else() -> None:
    found = finding("L301", Place(sheet="5 Actions", cell="F12"), value="X", target=Label("Équipe", "Team"))
    (record,) = records(Findings.of([found]), Locale(Language.FR))
    declared = FINDINGS["$defs"]["finding"]
    assert list(record) == list(declared["properties"]) == declared["required"]
    assert [str(severity) for severity in Severity] == declared["properties"]["severity"]["enum"]


@pytest.mark.parametrize(
    "change", [{"severity": "fatal"}, {"code": "X999"}, {"cell": "12F"}, {"message": ""}, {"sheet": 3}]
)
def test_what_does_not_fit_is_caught(change: dict[str, object]) -> None:
    found = finding("L301", Place(sheet="5 Actions", cell="F12"), value="X", target=Label("Équipe", "Team"))
    (record,) = records(Findings.of([found]), Locale(Language.FR))
    told = {"command": "check", "form": 1, "copil": "", "findings": [record]}
    assert faults(told, FINDINGS) == []
    assert faults(told | {"findings": [{**record, **change}]}, FINDINGS) != []
