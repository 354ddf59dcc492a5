"""What `copil check` writes beside what it prints: a page, JSON, an annotated copy."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.diagnostics import rendering
from tests.cli.transcripts import Captured, plain, transcript


@pytest.fixture
def defects(example_workbook: Path, tmp_path: Path) -> Path:
    """A copy of the workbook of mistakes, in a folder of its own."""
    file = tmp_path / "valmonde.xlsx"
    file.write_bytes(example_workbook.with_name("defauts.xlsx").read_bytes())
    return file


def test_the_page_goes_to_a_file(capsys: Captured, defects: Path, tmp_path: Path) -> None:
    page = tmp_path / "out" / "constats.html"
    code, out, err = transcript(capsys, "check", str(defects), "-o", str(page))
    assert (code, out, err) == (1, f"Résultat du contrôle : {page}\n", "")
    html = page.read_text("utf-8")
    assert html.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert "<h1>Groupe Valmonde</h1>" in html
    assert "<b>Nordane</b> Services" in html


def test_the_page_in_english_on_standard_output(capsys: Captured, example_workbook: Path) -> None:
    code, out, err = transcript(capsys, "check", str(example_workbook), "--format", "html", "--lang", "en")
    assert (code, err) == (0, "")
    assert '<html lang="en">' in out
    assert "The documents can be written; 13 warnings deserve a look before the committee." in out


def test_the_page_of_a_file_that_cannot_be_read(capsys: Captured, tmp_path: Path) -> None:
    code, out, _ = transcript(capsys, "check", str(tmp_path / "absent.xlsx"), "--format", "html")
    assert code == 1
    assert "<h1>absent</h1>" in out
    assert "Fichier introuvable : absent.xlsx" in out
    assert "{first}" not in out


def test_a_sound_workbook_blocks_with_strict_and_the_page_says_why(capsys: Captured, example_workbook: Path) -> None:
    code, out, _ = transcript(capsys, "check", str(example_workbook), "--format", "html", "--strict")
    assert code == 1
    assert "13 avertissements bloquent les documents, puisque le contrôle est strict." in out


def test_json_to_a_file_by_its_name(capsys: Captured, defects: Path, tmp_path: Path) -> None:
    file = tmp_path / "constats.json"
    _, out, err = transcript(capsys, "check", str(defects), "-o", str(file))
    assert (out, err) == ("", f"Résultat du contrôle : {file}\n")
    _, out, _ = transcript(capsys, "check", str(defects), "--json")
    assert json.loads(plain(file.read_text("utf-8"))) == json.loads(out)


def test_a_form_more_is_one_module(
    capsys: Captured, defects: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is offered by its name and chosen by its ending, and is given what is known of the workbook."""
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "tally.py").write_text(
        "from generator.diagnostics.renderer import Renderer\n"
        "def told(report, locale):\n"
        "    errors, stages = len(report.findings.errors), len(report.stages)\n"
        "    return f'{report.subject}, {errors}, {stages}, {locale.language.value}\\n'\n"
        "RENDERER = Renderer(told, ('.tally',))\n"
    )
    monkeypatch.setattr(rendering, "__path__", [*rendering.__path__, str(tmp_path / "forms")])
    try:
        _, out, _ = transcript(capsys, "check", str(defects), "--format", "tally")
        assert out.splitlines()[0] == "Groupe Valmonde, 42, 7, fr"
        transcript(capsys, "check", str(defects), "-o", str(tmp_path / "constats.tally"))
        assert (tmp_path / "constats.tally").read_text("utf-8") == "Groupe Valmonde, 42, 7, fr\n"
        assert "html|json|tally|text" in "".join(transcript(capsys, "check", "--help")[1].split())
    finally:
        sys.modules.pop(f"{rendering.__name__}.tally", None)
        vars(rendering).pop("tally", None)


def test_an_annotated_copy_beside_the_findings(capsys: Captured, defects: Path, tmp_path: Path) -> None:
    digest = sha256(defects.read_bytes()).hexdigest()
    copy = tmp_path / "annote.xlsx"
    code, out, err = transcript(capsys, "check", str(defects), "--annotate", str(copy))
    assert code == 1
    assert "42 erreurs" in out.splitlines()[-1]
    assert err == f"Copie annotée : {copy}. Sa feuille « Contrôles » mène à chaque constat.\n"
    assert sha256(defects.read_bytes()).hexdigest() == digest
    book = load_workbook(copy)
    assert book.sheetnames[-1] == "Contrôles"
    assert "Livraison" in book["0 Compte"]["J9"].comment.text


def test_a_copy_of_a_sound_workbook_in_english(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    copy = tmp_path / "annotated.xlsx"
    code, _, err = transcript(capsys, "check", str(example_workbook), "--annotate", str(copy), "--lang", "en")
    assert (code, err) == (0, f"Annotated copy: {copy}. Its sheet “Checks” leads to each finding.\n")


def test_the_workbook_is_never_written_over(capsys: Captured, defects: Path) -> None:
    before = defects.read_bytes()
    same = defects.parent / "." / defects.name
    for option in ("--annotate", "-o"):
        code, out, err = transcript(capsys, "check", str(defects), option, str(same))
        assert (code, out) == (2, "")
        assert err == f"{defects} est le classeur lui-même : il n’est jamais remplacé. Donnez un autre nom.\n"
    assert defects.read_bytes() == before


def test_not_even_under_another_name(capsys: Captured, defects: Path) -> None:
    link = defects.with_name("lien.xlsx")
    link.hardlink_to(defects)
    assert transcript(capsys, "check", str(defects), "--annotate", str(link))[0] == 2


def test_the_copy_is_a_workbook_of_the_same_kind(capsys: Captured, defects: Path, tmp_path: Path) -> None:
    code, _, err = transcript(capsys, "check", str(defects), "--annotate", str(tmp_path / "copie.pdf"))
    assert code == 2
    assert err == f"La copie annotée doit finir par .xlsx, comme le classeur : {tmp_path / 'copie.pdf'}\n"


def test_two_results_need_two_names(capsys: Captured, defects: Path, tmp_path: Path) -> None:
    both = str(tmp_path / "deux.xlsx")
    code, _, err = transcript(capsys, "check", str(defects), "-o", both, "--annotate", both)
    assert code == 2
    assert err.startswith("Le résultat et la copie annotée ne peuvent pas porter le même nom")


def test_what_is_no_workbook_gives_no_copy(capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "faux.xlsx"
    file.write_bytes(b"nothing like it")
    code, _, err = transcript(capsys, "check", str(file), "--annotate", str(tmp_path / "copie.xlsx"))
    assert code == 1
    assert err == f"Pas de copie annotée ({tmp_path / 'copie.xlsx'}) : le classeur n’a pas pu être lu.\n"
    assert not (tmp_path / "copie.xlsx").exists()


def test_a_copy_open_in_excel_is_left_as_it_was(
    capsys: Captured, defects: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "annote.xlsx"
    copy.write_bytes(b"former")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    code, _, err = transcript(capsys, "check", str(defects), "--annotate", str(copy))
    assert code == 3
    assert err.startswith(f"{copy} ne peut pas être remplacé")
    assert copy.read_bytes() == b"former"


@pytest.mark.parametrize("arguments", [("--format", "html"), ("--annotate", "copy.xlsx")])
def test_reports_draw_nothing(example_workbook: Path, tmp_path: Path, arguments: tuple[str, str]) -> None:
    """Neither the page nor the copy loads a library that draws documents."""
    told = "import sys; from generator.cli.main import run; run(sys.argv[1:]); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", told, "check", str(example_workbook), *arguments],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
    )
    loaded = {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}
    assert "generator" in loaded
    assert loaded & {"matplotlib", "pptx", "docx", "xlsxwriter"} == set()
