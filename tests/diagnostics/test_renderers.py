"""The forms of the findings: found by name, each with the same signature and endings of its own."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from generator.diagnostics import Findings, Place, finding, rendering
from generator.diagnostics.renderers import name_for, names, renderer
from generator.diagnostics.report import Look, Report
from generator.locales import Language, Locale

ENGLISH = Locale(Language.EN)


def no_look() -> Look:
    pytest.fail("a brand is read for a form that has no look")


REPORT = Report(
    file="valmonde.xlsx",
    subject="Groupe Valmonde",
    findings=Findings.of([finding("W112", Place(sheet="Contracts", cell="H6"), value="Colour")]),
    stages=(),
    look=no_look,
    command="check",
    program="7.1",
)


def test_text_json_and_page_are_the_forms() -> None:
    assert names() == ("html", "json", "text")


@pytest.mark.parametrize(
    ("suffix", "name"),
    [(".html", "html"), (".htm", "html"), (".json", "json"), (".txt", None), ("", None), (".xlsx", None)],
)
def test_an_ending_chooses_its_form(suffix: str, name: str | None) -> None:
    assert name_for(suffix) == name


def test_no_ending_is_that_of_two_forms() -> None:
    endings = [suffix for name in names() for suffix in renderer(name).suffixes]
    assert sorted(set(endings)) == sorted(endings)


def test_what_programs_read() -> None:
    assert [name for name in names() if renderer(name).is_for_programs] == ["json"]


def test_a_report_as_text() -> None:
    told = renderer("text").render(REPORT, ENGLISH).splitlines()
    assert told[0] == "Contracts"
    assert told[1].startswith("  H6     I W112  ")
    assert told[-1] == "1 note"


def test_a_report_as_json_names_who_answers() -> None:
    told = json.loads(renderer("json").render(REPORT, ENGLISH))
    assert list(told) == ["command", "form", "copil", "findings"]
    assert (told["command"], told["form"], told["copil"]) == ("check", 1, "7.1")
    assert [found["code"] for found in told["findings"]] == ["W112"]


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """One form more, a module beside the others, and nothing else."""
    (tmp_path / "lines.py").write_text(
        "from generator.diagnostics.renderer import Renderer\n"
        "RENDERER = Renderer(lambda report, locale: f'{report.file}: {len(report.findings)}\\n', ('.lines',))\n"
    )
    (tmp_path / "silent.py").touch()
    monkeypatch.setattr(rendering, "__path__", [*rendering.__path__, str(tmp_path)])
    yield rendering
    for name in ("lines", "silent"):
        sys.modules.pop(f"{rendering.__name__}.{name}", None)
        vars(rendering).pop(name, None)


@pytest.mark.usefixtures("lines")
def test_a_module_more_is_a_form_more() -> None:
    assert "lines" in names()
    assert renderer("lines").render(REPORT, ENGLISH) == "valmonde.xlsx: 1\n"


@pytest.mark.usefixtures("lines")
def test_a_module_that_does_not_say_how_is_our_bug() -> None:
    with pytest.raises(TypeError, match="silent"):
        renderer("silent")
