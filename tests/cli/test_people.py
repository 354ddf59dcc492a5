"""What `copil people` tells of a person, and what it takes out of the history."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from openpyxl.comments import Comment

from generator.editions import redact
from generator.editions.edition import Edition
from generator.edits.base import Base, base_of
from generator.edits.base import to_bytes as to_base
from generator.history import Snapshot, compare, from_bytes, to_bytes
from generator.history.folder import path_of
from generator.model.account_identity import AccountIdentity, identity_of
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from tests.builders import an_account
from tests.cli.transcripts import Captured, transcript

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schemas" / "person.schema.json").read_text("utf-8"))
NAME = "Hélène Castaing"


@pytest.fixture
def output(example: AccountPlan, tmp_path: Path) -> Path:
    """A folder with two snapshots of the example, a damaged one, and a document."""
    former = example.model_copy(
        update={"account": example.account.model_copy(update={"cutoff": an_account().plan_start})}
    )
    snapshots = (
        Snapshot(Edition.INTERNAL, example, "", "0.1"),
        Snapshot(Edition.CLIENT, redact(example).plan, "", "0.1"),
        Snapshot(Edition.INTERNAL, former, "", "0.1"),
    )
    for snapshot in snapshots:
        path = path_of(tmp_path, identity_of(example.account), snapshot.period, snapshot.edition)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(to_bytes(snapshot))
    (path.parent / "2025-T1.interne.json.damaged").write_text("Castaing")
    (path.parent / "2025-T2.interne.json").write_text("Castaing")
    (path.parent / "2026-T3.build.json").write_text("{}")
    document = tmp_path / "groupe-valmonde" / "2026-T3" / "interne" / "plan.docx"
    document.parent.mkdir(parents=True)
    document.touch()
    return tmp_path


def ran(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    """Run the command: exit code, standard output, standard error."""
    return transcript(capsys, "people", *arguments)


def told(capsys: Captured, *arguments: str) -> dict[str, object]:
    """Run it for a program, hold the answer to its schema, and return it."""
    code, out, err = ran(capsys, *arguments, "--json")
    assert (code, err) == (0, "")
    found: dict[str, object] = json.loads(out)
    Draft202012Validator(SCHEMA).validate(found)
    return found


def test_the_workbook_and_each_snapshot(capsys: Captured, example_workbook: Path, output: Path) -> None:
    code, out, err = ran(capsys, str(example_workbook), NAME, "-o", str(output))
    lines = out.splitlines()
    assert (code, err, lines[0]) == (0, "", "Hélène Castaing · C-01")
    assert "    '1 Cartographie'!AJ7  Attitude : Favorable" in lines
    assert "    '2 Objectifs'!AE11  OPP-05 · Décideur : Hélène Castaing" in lines
    assert "2026-T3.client.json : " in out
    assert any(line.endswith("2025-T1.interne.json.damaged") for line in lines)
    assert any(line.endswith("plan.docx") for line in lines)


def test_every_cell_that_names_the_person_is_told(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    """The cells of the file that hold the name, read again by another library, are among those told."""
    found = told(capsys, str(example_workbook), NAME, "-o", str(tmp_path))
    assert isinstance(found["workbook"], dict)
    cells = {(cell["sheet"], cell["cell"]) for cell in found["workbook"]["mentions"]}
    book = load_workbook(example_workbook, data_only=True)
    named = {
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and NAME in cell.value
    }
    assert len(named) > 20
    assert named <= cells


def test_a_comment_and_a_cell_of_ones_own_are_told(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    book = load_workbook(example_workbook)
    book["5 Actions"]["C8"].comment = Comment("Vu avec CASTAING Hélène", "KAM")
    book.create_sheet("Notes")["B3"] = "Déjeuner avec Mme Castaing"
    file = tmp_path / "annote.xlsx"
    book.save(file)
    _, out, _ = ran(capsys, str(file), NAME, "-o", str(tmp_path))
    assert "    '5 Actions'!C8  Commentaire : Vu avec CASTAING Hélène" in out.splitlines()
    assert "    'Notes'!B3  Déjeuner avec Mme Castaing (nom de famille seul : à vérifier)" in out.splitlines()


def test_erasing_cleans_every_snapshot_and_nothing_else(
    capsys: Captured, example_workbook: Path, output: Path, example: AccountPlan
) -> None:
    before = example_workbook.read_bytes()
    found = told(capsys, str(example_workbook), NAME, "--erase", "-o", str(output))
    assert isinstance(found["erased"], list)
    assert isinstance(found["unreadable"], list)
    assert [Path(path).name for path in found["unreadable"]] == ["2025-T2.interne.json", "2025-T1.interne.json.damaged"]
    assert len(found["erased"]) == 3
    assert example_workbook.read_bytes() == before
    for path in map(Path, found["erased"]):
        text = path.read_text("utf-8")
        assert "Castaing" not in text
        assert "personne effacée" in text
        snapshot = from_bytes(path.read_bytes())
        assert isinstance(snapshot, Snapshot)
        assert compare(snapshot.plan, example).rows  # it can still be compared with
    again = told(capsys, str(example_workbook), NAME, "--erase", "-o", str(output))
    assert again["erased"] == []


def test_erasing_says_what_it_cannot_clean(capsys: Captured, example_workbook: Path, output: Path) -> None:
    _, out, _ = ran(capsys, str(example_workbook), NAME, "--erase", "-o", str(output))
    for said in (
        "Historique nettoyé : 3 instantanés réécrits.",
        "n’est jamais réécrit",
        "illisibles",
        "Documents déjà produits",
    ):
        assert said in out


def a_base(account: AccountIdentity, text: str) -> Base:
    """The base of a plan that says this."""
    told = {"word/document.xml": f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>".encode()}
    return base_of(told, account=account, period=Quarter(2026, 3), edition=Edition.CLIENT, kind="plan")


def kept(output: Path, base: Base, name: str = "2026-T3.client.plan.base") -> Path:
    """A base as a file of the history."""
    path = output / "groupe-valmonde" / "history" / name
    path.write_bytes(to_base(base) or b"")
    return path


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Sponsor : Hélène Castaing.", True),
        ("Sponsor : CASTAING</w:t></w:r><w:r><w:t> Hélène", True),
        ("Vu avec Mme Castaing", True),
        ("Vu avec Mme Castaingeot", False),
        ("Sponsor : Marc Oberlin.", False),
    ],
)
def test_a_document_kept_as_written_goes_when_it_may_name_the_person(
    capsys: Captured, example_workbook: Path, output: Path, example: AccountPlan, text: str, *, is_named: bool
) -> None:
    path = kept(output, a_base(identity_of(example.account), text))
    found = told(capsys, str(example_workbook), NAME, "-o", str(output))
    assert (found["bases"], found["deleted"]) == ([str(path)] if is_named else [], [])
    assert path.exists()
    after = told(capsys, str(example_workbook), NAME, "--erase", "-o", str(output))
    assert (after["bases"], after["deleted"]) == ([], [str(path)] if is_named else [])
    assert path.exists() is not is_named


def test_it_is_said_that_it_goes_and_that_the_document_stays(
    capsys: Captured, example_workbook: Path, output: Path, example: AccountPlan
) -> None:
    path = kept(output, a_base(identity_of(example.account), NAME))
    asked = (str(example_workbook), NAME, "-o", str(output))
    assert (
        "1 document a été gardé tel qu’écrit, pour y reconnaître ce que vous changez, et nomme cette personne :\n"
        f"  {path}\n"
    ) in ran(capsys, *asked)[1]
    assert (f"1 copie de document supprimée de l’historique ; le document lui-même reste.\n  {path}\n") in ran(
        capsys, *asked, "--erase"
    )[1]


def test_what_a_build_writes_before_the_folder_is_ones_own_is_erased_too(
    capsys: Captured, example_workbook: Path, output: Path, example: AccountPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = next(output.rglob("2026-T3.client.json"))
    content = snapshot.read_bytes()
    snapshot.unlink()
    base = to_base(a_base(identity_of(example.account), NAME)) or b""
    path = snapshot.with_name("2026-T3.client.plan.base")

    class AfterABuild(FileLock):
        def acquire(self, *args: Any, **kwargs: Any) -> Any:
            taken = super().acquire(*args, **kwargs)
            snapshot.write_bytes(content)
            path.write_bytes(base)
            return taken

    monkeypatch.setattr("filelock.FileLock", AfterABuild)
    found = told(capsys, str(example_workbook), NAME, "--erase", "-o", str(output))
    assert isinstance(found["erased"], list)
    assert str(snapshot) in found["erased"]
    assert "Castaing" not in snapshot.read_text("utf-8")
    assert found["deleted"] == [str(path)]
    assert not path.exists()


def test_a_damaged_one_is_told_and_left(capsys: Captured, example_workbook: Path, output: Path) -> None:
    path = output / "groupe-valmonde" / "history" / "2026-T3.client.plan.base"
    path.write_bytes(b"Castaing")
    found = told(capsys, str(example_workbook), NAME, "--erase", "-o", str(output))
    assert isinstance(found["unreadable"], list)
    assert str(path) in found["unreadable"]
    assert path.exists()


def test_one_of_another_account_is_refused_and_nothing_is_erased(
    capsys: Captured, example_workbook: Path, output: Path
) -> None:
    kept(output, a_base(AccountIdentity("Banque Orée", "Nordane Services"), NAME))
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    code, out, _ = ran(capsys, str(example_workbook), NAME, "--erase", "-o", str(output))
    assert code == 1
    assert "E W131" in out
    assert "Banque Orée (fournisseur Nordane Services)" in out
    assert {path: path.read_bytes() for path in before} == before


def test_a_lone_surname_erases_nobody(capsys: Captured, example_workbook: Path, output: Path) -> None:
    before = {path: path.read_bytes() for path in output.rglob("*.json")}
    code, out, err = ran(capsys, str(example_workbook), "Castaing", "--erase", "-o", str(output))
    assert (code, out) == (2, "")
    assert "Hélène Castaing" in err
    assert {path: path.read_bytes() for path in output.rglob("*.json")} == before


def test_nobody_of_that_name(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    code, out, err = ran(capsys, str(example_workbook), "Helen Castang", "-o", str(tmp_path / "none"))
    assert (code, err) == (0, "")
    assert out.splitlines()[:3] == [
        "Helen Castang",
        "Rien sur cette personne dans exemple.xlsx ni dans son historique.",
        "Personne ne porte ce nom : s’agit-il de Hélène Castaing ?",
    ]
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(("name", "code"), [("", 2), (" - ", 2)])
def test_a_name_is_needed(capsys: Captured, example_workbook: Path, name: str, code: int) -> None:
    assert ran(capsys, str(example_workbook), "--", name) == (code, "", "Il manque le nom de la personne.\n")


def test_a_file_that_is_no_workbook(capsys: Captured, tmp_path: Path) -> None:
    code, out, _ = ran(capsys, str(tmp_path / "none.xlsx"), NAME)
    assert code == 1
    assert "W101" in out
