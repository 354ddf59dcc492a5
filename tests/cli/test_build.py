"""What `copil build` writes, says and refuses."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from generator.brand import default_directory
from generator.diagnostics.catalogue import CATALOGUE
from tests.cli.transcripts import Captured, transcript

ACCOUNT = "groupe-valmonde"
NAMES = ("copil_groupe-valmonde_2026-T3.pptx", "plan_groupe-valmonde_2026-T3.docx")
DECK, PLAN = (f"{ACCOUNT}/2026-T3/interne/{name}" for name in NAMES)
CLIENT_DECK, CLIENT_PLAN = (f"{ACCOUNT}/2026-T3/client/{name}" for name in NAMES)
SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
BUILD, FINDINGS = (json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8")) for name in ("build", "findings"))


def as_promised(printed: str) -> dict[str, Any]:
    """A report for a program, held to the schema that is published."""
    report: dict[str, Any] = json.loads(printed)
    Draft202012Validator(BUILD).validate(report)
    Draft202012Validator(FINDINGS["properties"]["findings"] | {"$defs": FINDINGS["$defs"]}).validate(report["findings"])
    assert list(report) == list(BUILD["properties"])
    return report


def files_in(folder: Path) -> set[str]:
    """The files a person sees in a folder."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if not path.name.startswith(".")}


@pytest.fixture
def telling(example_workbook: Path, tmp_path: Path) -> Path:
    """The example with a forbidden word in a text that the client would read."""
    file = tmp_path / "bavard.xlsx"
    book = load_workbook(example_workbook)
    sheet = book["5 Actions"]
    table = sheet.tables["Actions"].ref
    heads, *rows = sheet[table]
    column = {str(cell.value): cell.column - heads[0].column for cell in heads}
    shared = next(row for row in rows if row[column["Partage"]].value == "Client")
    account = book["0 Compte"]
    words = account.tables["MotsInterdits"].ref.split(":")[0]
    word = str(account[words].offset(row=1).value)
    shared[column["Action"]].value = f"Revoir la {word} du support"
    book.save(file)
    return file


def test_build_writes_both_editions_at_the_default_paths(
    capsys: Captured, example_workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "exemple.xlsx"
    file.write_bytes(example_workbook.read_bytes())
    monkeypatch.chdir(tmp_path)
    code, out, err = transcript(capsys, "build", "exemple.xlsx")
    assert (code, err) == (0, "")
    told = [line.split(" : ")[0].strip() for line in out.splitlines() if line]
    assert [
        line for line in told if line in {"Édition interne", "Édition client", "Deck de COPIL", "Plan de compte"}
    ] == [
        *("Édition interne", "Deck de COPIL", "Plan de compte"),
        *("Édition client", "Deck de COPIL", "Plan de compte"),
    ]
    assert files_in(tmp_path / "build") == {
        *(DECK, PLAN, CLIENT_DECK, CLIENT_PLAN),
        f"{ACCOUNT}/account.json",
        *(f"{ACCOUNT}/history/2026-T3.{kind}.json" for kind in ("interne", "client", "build")),
        *(f"{ACCOUNT}/history/2026-T3.{edition}.deck.base" for edition in ("interne", "client")),
        *(f"{ACCOUNT}/history/2026-T3.{edition}.plan.base" for edition in ("interne", "client")),
    }
    assert out.splitlines()[-1].endswith(" avertissements · Détail : copil check exemple.xlsx")


def test_building_again_leaves_the_files_as_they_are(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    arguments = ("build", str(example_workbook), "--only", "deck", "--edition", "client", "-o", str(tmp_path))
    assert transcript(capsys, *arguments)[0] == 0
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    code, out, _ = transcript(capsys, *arguments)
    assert code == 0
    assert out.startswith("À jour : rien n’a changé depuis la dernière génération")
    assert {path: path.stat().st_mtime_ns for path in before} == before
    (tmp_path / CLIENT_DECK).write_bytes(b"edited")
    assert not transcript(capsys, *arguments)[1].startswith("À jour")
    assert (tmp_path / CLIENT_DECK).read_bytes()[:2] == b"PK"


def test_build_of_one_document_in_english_reports_as_json(
    capsys: Captured, example_workbook: Path, tmp_path: Path
) -> None:
    arguments = ("build", str(example_workbook), "--only", "deck", "--edition", "interne")
    code, out, err = transcript(capsys, *arguments, "--lang", "en", "--json", "-o", str(tmp_path))
    report = as_promised(out)
    assert (code, err) == (0, "")
    assert report["documents"] == [{"kind": "deck", "edition": "interne", "path": str(tmp_path / DECK)}]
    assert {name for name in files_in(tmp_path) if "/history/" not in name} == {f"{ACCOUNT}/account.json", DECK}
    assert (report["up_to_date"], report["refused"], report["since"], report["allowed"]) == (False, [], {}, [])
    assert {entry["table"] for entry in report["withheld"]} > {"Opportunites", "SWOT", "Actions"}
    assert all(record["code"] in CATALOGUE for record in report["findings"])


def test_a_text_that_tells_stops_the_client_edition_only(capsys: Captured, telling: Path, tmp_path: Path) -> None:
    arguments = ("build", str(telling), "--only", "deck", "-o", str(tmp_path / "out"))
    code, out, _ = transcript(capsys, *arguments)
    assert code == 1
    assert "E E502" in out
    assert "L’édition client n’est pas écrite : corrigez ce qui la bloque" in out
    assert {name for name in files_in(tmp_path / "out") if name.endswith(".pptx")} == {DECK}
    assert f"{ACCOUNT}/history/2026-T3.client.json" not in files_in(tmp_path / "out")

    code, out, _ = transcript(capsys, *arguments, "--allow", "E502")
    assert code == 0
    assert "Un texte cité par E502 est passé dans l’édition client, à votre demande." in out
    assert {name for name in files_in(tmp_path / "out") if name.endswith(".pptx")} == {DECK, CLIENT_DECK}


def test_annexes_that_a_shorter_plan_left_beside_are_told(
    capsys: Captured, example_workbook: Path, tmp_path: Path
) -> None:
    plan = ("build", str(example_workbook), "--only", "plan", "--edition", "client", "--no-pages", "-o", str(tmp_path))
    assert "Reste d’une génération" not in transcript(capsys, *plan, "--outline", "plan=court")[1]
    code, out, _ = transcript(capsys, *plan, "--outline", "plan=courant")
    left = next(tmp_path.rglob("annexes_*.docx"))
    assert code == 0
    assert f"Reste d’une génération précédente, que celle-ci n’écrit plus :\n  {left}\n" in out.replace("\u202f", " ")


def test_what_a_refused_edition_left_standing_is_told_apart(capsys: Captured, telling: Path, tmp_path: Path) -> None:
    """The client's deck was let through once: it stays, and is said to be of another build."""
    deck = ("build", str(telling), "--only", "deck", "-o", str(tmp_path))
    assert transcript(capsys, *deck, "--allow", "E502", "--edition", "client")[0] == 0
    code, out, _ = transcript(capsys, *deck)
    assert code == 1
    assert "A R4" not in out, "what blocks nothing is counted, not told"
    assert (
        "Si ces textes peuvent sortir, une fois relus : --allow E502.\n"
        f"Ceux qui sont en place viennent d’une génération précédente :\n  {tmp_path / CLIENT_DECK}\n"
    ) in out
    checked = transcript(capsys, "check", str(telling))
    assert checked[0] == 1
    assert checked[1].splitlines()[-1] == (
        f"Seule l’édition client est bloquée : copil build {telling} écrit l’édition interne."
    )
    report = as_promised(transcript(capsys, *deck, "--json")[1])
    assert (report["refused"], report["outdated"]) == (["client"], [str(tmp_path / CLIENT_DECK)])


def test_a_deck_edited_by_hand_is_kept_beside_the_new_one(
    capsys: Captured, example_workbook: Path, tmp_path: Path
) -> None:
    deck = ("build", str(example_workbook), "--only", "deck", "--edition", "interne", "-o", str(tmp_path))
    transcript(capsys, *deck)
    (tmp_path / DECK).write_bytes(b"edited by hand")
    code, out, _ = transcript(capsys, *deck)
    kept = (tmp_path / DECK).with_name("copil_groupe-valmonde_2026-T3 (modifié).pptx")
    assert (code, kept.read_bytes()) == (0, b"edited by hand")
    assert (
        "Un document avait été modifié depuis sa génération : votre version est gardée à côté de la nouvelle.\n"
        f"  {kept}\n"
    ) in out


def test_doubts_about_what_is_compared_are_told(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    """Checking the workbook would not tell them."""
    deck = ("build", str(example_workbook), "--only", "deck", "--edition", "interne", "-o", str(tmp_path))
    first = transcript(capsys, *deck)[1]
    assert f"aucun COPIL d’avant le T3 2026 dans {tmp_path / ACCOUNT}. Un ancien classeur" in first
    out = transcript(capsys, *deck, "--since", str(example_workbook))[1]
    assert "A W132  exemple.xlsx n’est pas antérieur" in out
    assert "Rien n’est comparé" not in out


def test_nothing_is_compared_across_currencies(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    """An amount of the former quarter would be printed with the currency of this one."""
    former, deck = tmp_path / "t2.xlsx", ("--only", "deck", "--edition", "interne", "-o", str(tmp_path / "o"))
    book = load_workbook(example_workbook.with_name("exemple-t2.xlsx"))
    book["0 Compte"]["C15"] = "USD"
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row if "€" in cell.number_format):
        cell.number_format = "#,##0"
    book.save(former)
    code, out, _ = transcript(capsys, "build", str(example_workbook), *deck, "--since", str(former))
    assert code == 1
    assert "E W133  t2.xlsx est en USD, et le plan en EUR." in out
    assert not (tmp_path / "o").exists()

    transcript(capsys, "build", str(former), *deck)
    code, out, _ = transcript(capsys, "build", str(example_workbook), *deck)
    assert (code, "comparée au" in out, "A W133  2026-T2.interne.json est en USD" in out) == (0, False, True)
    assert "aucun COPIL d’avant" not in out


def test_only_a_text_may_be_allowed(capsys: Captured, telling: Path) -> None:
    code, out, err = transcript(capsys, "build", str(telling), "--allow", "E504")
    assert (code, out) == (2, "")
    assert err.splitlines()[0] == "La valeur donnée pour --allow ne convient pas. Attendu : E502."


def test_the_last_build_is_what_the_next_is_compared_with(
    capsys: Captured, example_workbook: Path, tmp_path: Path
) -> None:
    deck = ("--only", "deck", "--json", "-o", str(tmp_path))
    former = str(example_workbook.with_name("exemple-t2.xlsx"))
    first = as_promised(transcript(capsys, "build", former, *deck)[1])
    second = as_promised(transcript(capsys, "build", str(example_workbook), *deck)[1])
    assert (first["since"], second["since"]) == ({}, {"interne": "2026-T2", "client": "2026-T2"})
    bytes_compared = (tmp_path / DECK).read_bytes(), (tmp_path / CLIENT_DECK).read_bytes()

    alone = as_promised(transcript(capsys, "build", str(example_workbook), *deck, "--since", "none")[1])
    assert alone["since"] == {}
    again = as_promised(transcript(capsys, "build", str(example_workbook), *deck, "--since", former)[1])
    assert again["since"] == second["since"]
    assert ((tmp_path / DECK).read_bytes(), (tmp_path / CLIENT_DECK).read_bytes()) == bytes_compared


def test_a_comparison_that_was_asked_for_and_cannot_be_made_stops_the_build(
    capsys: Captured, example_workbook: Path, tmp_path: Path
) -> None:
    """Its findings are told, not those of the workbook; nothing is written without the comparison."""
    asked = tmp_path / "t2.json"
    asked.write_text("{}", "utf-8")
    code, out, _ = transcript(capsys, "build", str(example_workbook), "--since", str(asked), "-o", str(tmp_path / "o"))
    assert code == 1
    assert "E W130" in out
    assert "R4" not in out
    assert out.splitlines()[-1] == (
        f"Rien n’a été écrit : {asked}, demandé par --since, ne peut pas servir. "
        "Donnez un autre fichier, ou --since none pour ne rien comparer."
    )
    assert not (tmp_path / "o").exists()


def test_a_damaged_snapshot_is_named_and_set_aside(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    history = tmp_path / ACCOUNT / "history"
    history.mkdir(parents=True)
    (history / "2026-T2.interne.json").write_text('{"half": ', "utf-8")
    deck = ("--only", "deck", "--edition", "interne", "--json", "-o", str(tmp_path))
    code, out, _ = transcript(capsys, "build", str(example_workbook), *deck)
    report = as_promised(out)
    assert (code, report["since"]) == (0, {})
    assert [found["code"] for found in report["findings"] if found["code"] == "W130"] == ["W130"]
    assert (history / "2026-T2.interne.json.damaged").read_text("utf-8") == '{"half": '


def test_a_blocked_build_writes_nothing(capsys: Captured, blocked: Path, tmp_path: Path) -> None:
    code, out, _ = transcript(capsys, "build", str(blocked), "-o", str(tmp_path / "out"))
    assert code == 1
    assert out.endswith("\n\nRien n’a été écrit : corrigez ce qui bloque, enregistrez le classeur et relancez.\n")
    assert not (tmp_path / "out").exists()


def test_a_blocked_build_reports_as_json_too(capsys: Captured, blocked: Path, tmp_path: Path) -> None:
    code, out, _ = transcript(capsys, "build", str(blocked), "--json", "-o", str(tmp_path / "out"))
    report = as_promised(out)
    assert code == 1
    assert report["documents"] == []
    assert {record["code"] for record in report["findings"]} == {"W119"}


def test_a_document_open_in_office_is_left_as_it_was(
    capsys: Captured, example_workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The deck could be replaced, the plan could not: both stay as they were."""
    for name in (DECK, PLAN):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"former")
    replaced = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).suffix == ".docx":
            raise PermissionError(13, "in use", str(target))
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    code, out, err = transcript(capsys, "build", str(example_workbook), "-o", str(tmp_path))
    assert (code, out) == (3, "")
    assert err == (
        f"{tmp_path / PLAN} ne peut pas être remplacé : il est ouvert dans Office, ou protégé. "
        "Fermez-le et relancez ; rien n’a été modifié.\n"
    )
    folder = (tmp_path / DECK).parent
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        Path(DECK).name: b"former",
        Path(PLAN).name: b"former",
    }


def test_an_output_that_is_a_file_is_refused_by_the_machine(
    capsys: Captured, example_workbook: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_bytes(b"a file, not a folder")
    code, out, err = transcript(capsys, "build", str(example_workbook), "--only", "deck", "-o", str(tmp_path / "out"))
    assert (code, out) == (3, "")
    assert err.startswith(f"Rien ne peut s’écrire là : {tmp_path / 'out'}")
    assert (tmp_path / "out").read_bytes() == b"a file, not a folder"


def test_a_brand_that_cannot_serve_is_said(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    code, out, err = transcript(
        capsys, "build", str(example_workbook), "--brand", str(tmp_path), "-o", str(tmp_path / "out")
    )
    assert (code, out) == (3, "")
    assert err.startswith("La marque ne peut pas servir (")
    assert not (tmp_path / "out").exists()


def test_a_brand_that_lacks_a_colour_says_which(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    shutil.copytree(default_directory(), tmp_path / "marque")
    brand = tmp_path / "marque" / "brand.toml"
    kept = [line for line in brand.read_text("utf-8").splitlines() if not line.startswith("accent1 =")]
    brand.write_text("\n".join(kept), "utf-8")
    output = str(tmp_path / "o")
    code, out, err = transcript(capsys, "build", str(example_workbook), "--brand", str(brand.parent), "-o", output)
    assert (code, out) == (3, "")
    assert err == f"La marque ne peut pas servir ({brand}, palette.accent1) : attendu un texte ; trouvé rien.\n"


def test_nothing_passed_where_no_client_document_was_written(capsys: Captured, telling: Path, tmp_path: Path) -> None:
    arguments = (
        "build",
        str(telling),
        "--only",
        "deck",
        "--edition",
        "interne",
        "--allow",
        "E502",
        "-o",
        str(tmp_path),
    )
    code, out, _ = transcript(capsys, *arguments)
    assert code == 0
    assert "est passé dans l’édition client" not in out
    assert json.loads(transcript(capsys, *arguments, "--json")[1])["allowed"] == []


def test_a_comparison_that_cannot_serve_is_what_stops_even_a_telling_workbook(
    capsys: Captured, telling: Path, tmp_path: Path
) -> None:
    asked = tmp_path / "absent.xlsx"
    arguments = ("build", str(telling), "--since", str(asked), "-o", str(tmp_path / "o"))
    code, out, _ = transcript(capsys, *arguments)
    assert code == 1
    assert f"{asked}, demandé par --since, ne peut pas servir." in out
    codes = {found["code"] for found in json.loads(transcript(capsys, *arguments, "--json")[1])["findings"]}
    assert {"W101", "E502"} <= codes
