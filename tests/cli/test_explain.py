"""What `copil explain` tells of a figure, down to its cells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from generator.answers.figure.figures import Figures, read_figures
from generator.answers.figure.text import as_text
from generator.locales import Language, Locale
from tests.cli.transcripts import Captured, transcript


def test_a_kpi_down_to_its_cells(capsys: Captured, example_workbook: Path) -> None:
    code, out, err = transcript(capsys, "explain", str(example_workbook), "KPI-02")
    assert (code, err) == (0, "")
    head, cells = out.split("\n\n")
    assert head.splitlines() == [
        "KPI-02 · SLA tenus",
        "Résultat : 96,4 %",
        "Formule : tickets résolus dans le SLA ÷ tickets résolus",
        "Fenêtre : T3 2026",
        "Filtre : Fenêtre=1",
        "Cible : 95 %",
        "Seuil orange : 93 %",
        "Statut : vert",
        "Trimestre précédent : 95,6 %",
        "Un an avant : 94 %",
        "Tickets résolus : 1 250",
        "Valeur saisie pour ce trimestre : 96,4 %",
    ]
    assert cells.splitlines()[0] == "10 cellules lues"
    told = {line.split()[2]: line.rpartition(" : ")[2] for line in cells.splitlines()[1:]}
    sheet = load_workbook(example_workbook)["1 Cartographie"]
    assert told == {cell: str(sheet[cell].value) for cell in told}
    assert len(told) == 10


def test_the_cells_add_up(capsys: Captured, example_workbook: Path) -> None:
    """The revenue told is the sum of the cells told, read again from the file."""
    code, out, _ = transcript(capsys, "explain", str(example_workbook), "CA", "--json")
    told = json.loads(out)
    book = load_workbook(example_workbook, data_only=True)
    total = sum(book[cell["sheet"]][cell["cell"]].value for cell in told["cells"])
    assert code == 0
    assert total == float(told["result"]) == sum(cell["value"] for cell in told["cells"]) == 4_434_000
    assert told["shown"] == "4 434 000 €"
    assert told["window"] == ["2025-T4", "2026-T1", "2026-T2", "2026-T3"]
    assert set(told["cells"][0]) == {"sheet", "cell", "table", "column", "key", "value"}


def test_a_contract_in_english(capsys: Captured, example_workbook: Path) -> None:
    code, out, _ = transcript(capsys, "explain", str(example_workbook), "ct-01", "--lang", "en")
    assert code == 0
    assert out.splitlines()[:3] == [
        "CT-01 · Infogérance du SI",
        "Result: €1,650,000",
        "Formula: annual amount of the contract + annual impacts of its signed amendments",
    ]
    assert "Current end: 31 May 2027" in out.splitlines()
    assert "  1 Cartographie  W7  Avenants · AV-01 · Impact annuel: 50,000" in out.splitlines()


def test_without_a_key_what_can_be_asked_for(capsys: Captured, example_workbook: Path) -> None:
    code, out, err = transcript(capsys, "explain", str(example_workbook))
    assert (code, err) == (0, "")
    listed = [line.split()[0] for line in out.splitlines()[1:-1]]
    assert listed[0] == "KPI-01"
    assert {"OBJ-01", "CT-01", "CA", "PIPELINE"} <= set(listed)
    figures = read_figures(example_workbook)
    assert isinstance(figures, Figures)
    for key in listed:
        figure = figures.figure(key)
        assert figure is not None, key
        assert as_text(figure, Locale(Language.FR, "EUR")).startswith(f"{key} · ")


def test_an_unknown_key_has_near_ones(capsys: Captured, example_workbook: Path) -> None:
    code, out, err = transcript(capsys, "explain", str(example_workbook), "KPI-22")
    assert (code, out) == (2, "")
    assert err.startswith("Rien ne s’appelle « KPI-22 » dans ce classeur. Peut-être : KPI-02")


def test_errors_of_the_workbook_are_said_beside(capsys: Captured, example_workbook: Path) -> None:
    code, out, err = transcript(capsys, "explain", str(example_workbook.with_name("defauts.xlsx")), "CA")
    assert code == 0
    assert out.startswith("CA · ")
    assert "ce qui n’a pas pu être lu n’entre pas dans le calcul" in err


def test_a_file_that_cannot_be_read_is_a_finding(capsys: Captured, tmp_path: Path) -> None:
    code, out, _ = transcript(capsys, "explain", str(tmp_path / "absent.xlsx"), "CA")
    assert code == 1
    assert "E W101" in out


def test_explaining_draws_nothing(capsys: Captured) -> None:
    usage = "Usage : copil explain [OPTIONS] CODE|FILE.xlsx|edition [KEY]"
    assert transcript(capsys, "explain", "--help")[1].startswith(usage)


@pytest.mark.parametrize("key", ["KPI-01", "KPI-05", "OBJ-01", "CT-01", "CA", "NPS", "PIPELINE", "RENOUVELLEMENT"])
def test_the_json_fits_the_schema_that_is_published(capsys: Captured, example_workbook: Path, key: str) -> None:
    schema = json.loads((Path(__file__).parents[2] / "docs/schemas/figure.schema.json").read_text("utf-8"))
    told = json.loads(transcript(capsys, "explain", str(example_workbook), key, "--json")[1])
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(told)] == []
    assert list(told) == list(schema["properties"])
    assert told["cells"]
