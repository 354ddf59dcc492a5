"""`copil new --from`: what it writes, refuses and tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.cli.main import run
from generator.model.quarter import Quarter
from generator.workbook.bind import bind
from generator.workbook.read import read
from tests.cli.transcripts import Captured, transcript


@pytest.fixture
def last(tmp_path: Path, capsys: Captured) -> Path:
    """The example, as it was left last quarter."""
    file = tmp_path / "t3.xlsx"
    run(["new", str(file), "--example"])
    capsys.readouterr()
    return file


def test_the_next_quarter_by_default(capsys: Captured, tmp_path: Path, last: Path) -> None:
    file = tmp_path / "t4.xlsx"
    code, out, err = transcript(capsys, "new", "--from", str(last), str(file))
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"Classeur du T4 2026 : {file} (version 1.4, date d’arrêté 31/12/2026).",
        (
            "Non repris : votre mise en forme (couleurs, fusions, filtres, lignes masquées), vos liens et vos règles "
            "de saisie."
        ),
        (
            "Restés dans t3.xlsx, 2 titres ou commentaires de Messages, qui parlaient du trimestre passé : "
            "0 Compte!Z7 et 0 Compte!Z8 (--keep-messages les reprend)."
        ),
        "Repris, 5 commentaires de KPI : relisez-les, ils peuvent parler du trimestre passé.",
        (
            "Ensuite : complétez la colonne T4 2026 de Tickets de support, Chiffres clés et KPI, "
            f"ajoutez la version 1.4 aux Révisions, puis copil check {file}"
        ),
    ]
    plan = bind(read(file)).plan
    assert plan is not None
    assert plan.period == Quarter(2026, 4)
    assert plan.messages == ()


def test_messages_come_along_when_asked(capsys: Captured, tmp_path: Path, last: Path) -> None:
    file = tmp_path / "t4.xlsx"
    code, out, _ = transcript(capsys, "new", "--from", str(last), str(file), "--keep-messages")
    assert (code, "Messages" in out) == (0, False)
    plan = bind(read(file)).plan
    assert plan is not None
    assert [message.section for message in plan.messages] == ["kpis", "revenue"]


@pytest.mark.parametrize(("answer", "kept"), [("o", 2), ("Oui", 2), ("yes", 2), ("", 0), ("n", 0)])
def test_on_a_terminal_they_are_asked_for(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, last: Path, answer: str, kept: int
) -> None:
    file, asked = tmp_path / "t4.xlsx", []

    def prompt(text: str, **_: object) -> str:
        asked.append(text)
        return answer

    monkeypatch.setattr("generator.cli.next_quarter.is_watched", lambda: True)
    monkeypatch.setattr("generator.cli.next_quarter.click.prompt", prompt)
    assert transcript(capsys, "new", "--from", str(last), str(file))[0] == 0
    plan = bind(read(file)).plan
    assert plan is not None
    assert len(plan.messages) == kept
    assert [text.replace("\u202f", " ").replace("\u00a0", " ") for text in asked] == [
        "Les 2 messages (titres ou commentaires) parlaient du T3 2026. Les reprendre ? [o/N]"
    ]


@pytest.mark.parametrize("typed", ["2026-T4", "2026Q4", "T4 2026", "Q4 2026", "T4-26"])
def test_a_period_in_any_of_its_forms(capsys: Captured, tmp_path: Path, last: Path, typed: str) -> None:
    file = tmp_path / "t4.xlsx"
    assert transcript(capsys, "new", str(file), "--from", str(last), "--period", typed)[0] == 0
    assert file.exists()


def test_in_english_both_the_terminal_and_the_workbook(capsys: Captured, tmp_path: Path, last: Path) -> None:
    file = tmp_path / "q1.xlsx"
    arguments = ("new", str(file), "--from", str(last), "--period", "2027-Q1", "--lang", "en")
    code, out, _ = transcript(capsys, *arguments)
    assert code == 0
    assert out.startswith(f"Workbook of Q1 2027: {file} (version 1.4, cut-off date 31 Mar 2027).\n")
    assert load_workbook(file).sheetnames[1] == "0 Account"


def test_the_workbook_keeps_its_language_when_none_is_asked(capsys: Captured, tmp_path: Path) -> None:
    first, file = tmp_path / "q3.xlsx", tmp_path / "q4.xlsx"
    transcript(capsys, "new", str(first), "--example", "--lang", "en")
    assert transcript(capsys, "new", str(file), "--from", str(first))[0] == 0
    assert load_workbook(file).sheetnames[1] == "0 Account"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("2026-T3", "t3.xlsx s’arrête au T3 2026 : --period attend un trimestre de T4 2026 à T3 2029, pas T3 2026.\n"),
        ("2025-T4", "t3.xlsx s’arrête au T3 2026 : --period attend un trimestre de T4 2026 à T3 2029, pas T4 2025.\n"),
        ("2062-T4", "t3.xlsx s’arrête au T3 2026 : --period attend un trimestre de T4 2026 à T3 2029, pas T4 2062.\n"),
        ("bientôt", "« bientôt » n’est pas un trimestre. Attendu, par exemple : 2026-T4, T4 2026 ou 2026Q4.\n"),
        ("T5 2026", "« T5 2026 » n’est pas un trimestre. Attendu, par exemple : 2026-T4, T4 2026 ou 2026Q4.\n"),
    ],
)
def test_a_period_that_cannot_be(capsys: Captured, tmp_path: Path, last: Path, typed: str, message: str) -> None:
    file = tmp_path / "t4.xlsx"
    assert transcript(capsys, "new", str(file), "--from", str(last), "--period", typed) == (2, "", message)
    assert not file.exists()


def test_options_that_do_not_go_together(capsys: Captured, tmp_path: Path, last: Path) -> None:
    file = str(tmp_path / "t4.xlsx")
    alone = transcript(capsys, "new", file, "--period", "2026-T4")
    kept = transcript(capsys, "new", file, "--keep-messages")
    both = transcript(capsys, "new", file, "--from", str(last), "--example")
    assert alone == (2, "", "--period va avec --from : indiquez le classeur à reprendre.\n")
    assert kept == (2, "", "--keep-messages va avec --from : indiquez le classeur à reprendre.\n")
    assert both == (2, "", "--from et --example ne vont pas ensemble : choisissez l’un des deux.\n")


def test_nothing_is_written_over(capsys: Captured, tmp_path: Path, last: Path) -> None:
    file = tmp_path / "t4.xlsx"
    file.write_bytes(b"mine")
    code, _, err = transcript(capsys, "new", str(file), "--from", str(last))
    assert (code, file.read_bytes()) == (2, b"mine")
    assert err.startswith(f"{file} existe déjà.")
    before = last.read_bytes()
    code, _, err = transcript(capsys, "new", str(last), "--from", str(last), "--force")
    assert (code, last.read_bytes()) == (2, before)
    assert err.startswith("Le nouveau classeur ne peut pas prendre la place de celui qu’il reprend : ")


def test_what_cannot_be_read_stops_it(capsys: Captured, tmp_path: Path, last: Path) -> None:
    book = load_workbook(last)
    book["0 Compte"]["C13"] = "bientôt"
    book.save(last)
    file = tmp_path / "t4.xlsx"
    code, out, err = transcript(capsys, "new", str(file), "--from", str(last))
    assert (code, err) == (1, "")
    assert "C13" in out
    assert out.endswith(
        "Rien n’a été écrit : ce qui ne se lit pas serait perdu. Corrigez t3.xlsx, enregistrez-le et relancez.\n"
    )
    assert not file.exists()


def test_a_workbook_that_is_not_there(capsys: Captured, tmp_path: Path) -> None:
    code, out, _ = transcript(capsys, "new", str(tmp_path / "t4.xlsx"), "--from", str(tmp_path / "rien.xlsx"))
    assert code == 1
    assert "W101" in out
    assert out.endswith("Rien n’a été écrit : rien.xlsx ne peut pas être repris.\n")


def test_what_came_along_and_what_did_not_is_told(capsys: Captured, tmp_path: Path, last: Path) -> None:
    book = load_workbook(last)
    mine = book.create_sheet("Mes calculs")
    mine["A1"] = 12
    for row in range(30, 39):
        book["4 KPI"].cell(row, 40, "note")
    book["5 Actions"].cell(6, bounds_right(book["5 Actions"].tables["Actions"].ref) + 1, "Coût")
    book.save(last)
    code, out, _ = transcript(capsys, "new", str(tmp_path / "t4.xlsx"), "--from", str(last))
    assert code == 0
    assert "Repris avec vos données, votre colonne : Coût.\n" in out
    assert "Reprise, votre feuille : Mes calculs.\n" in out
    assert (
        "Restées dans t3.xlsx, 9 cellules hors de nos tableaux : 4 KPI!AN30, 4 KPI!AN31, 4 KPI!AN32, 4 KPI!AN33, "
        "4 KPI!AN34, 4 KPI!AN35 et 3 autres.\n"
    ) in out


def bounds_right(ref: str) -> int:
    """The last column of a range, from 1."""
    from openpyxl.utils import range_boundaries

    return range_boundaries(ref)[2] or 0
