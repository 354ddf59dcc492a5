"""What the command line prints and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics.catalogue import CATALOGUE
from tests.cli.transcripts import Captured, transcript

DECK = "groupe-valmonde/2026-T3/interne/copil_groupe-valmonde_2026-T3.pptx"
PLAN = "groupe-valmonde/2026-T3/interne/plan_groupe-valmonde_2026-T3.docx"

# --- help and wrong usage ---------------------------------------------------------------------------------------------


def test_help_in_french(capsys: Captured) -> None:
    code, out, err = transcript(capsys, "--help")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Usage : copil [OPTIONS] COMMAND [ARGS]..."
    for word in ("Du classeur du compte au deck de COPIL", "Commandes", "new", "check", "build", "explain"):
        assert word in out


def test_help_in_english_by_option_and_by_machine(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    code, asked, _ = transcript(capsys, "build", "--lang", "en", "--help")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert code == 0
    assert asked == transcript(capsys, "build", "--help")[1]
    assert asked.splitlines()[0].startswith("Usage: copil build [OPTIONS] FILE.xlsx")
    assert "Checks a workbook" in asked or "Check a workbook" in asked


def test_no_command_shows_the_help_and_is_wrong_usage(capsys: Captured) -> None:
    code, out, err = transcript(capsys)
    assert (code, out) == (2, "")
    assert err.startswith("Usage : copil")


def test_version(capsys: Captured) -> None:
    code, out, _ = transcript(capsys, "--version")
    assert code == 0
    assert out.startswith("copil ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["buid"], "Cette commande n’existe pas. Commandes : new, check, build, diff, explain, people, watch."),
        (["check"], "Il manque FILE.xlsx."),
        (["build", "a.xlsx", "--colour"], "L’option --colour n’existe pas."),
        (["build", "a.xlsx", "--lang", "de"], "La valeur donnée pour --lang ne convient pas. Attendu : fr et en."),
        (
            ["check", "Compte", "Valmonde.xlsx"],
            "Un argument de trop : Valmonde.xlsx. Un nom qui contient une espace se met entre guillemets.",
        ),
        (["explain", "Z999"], "Aucun constat ne porte le code Z999. Les codes s’affichent avec copil check."),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(capsys: Captured, arguments: list[str], said: str) -> None:
    code, out, err = transcript(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.splitlines()[0] == said


# --- check ------------------------------------------------------------------------------------------------------------


def test_the_example_passes_with_warnings(capsys: Captured, example_workbook: Path) -> None:
    code, out, err = transcript(capsys, "check", str(example_workbook))
    assert (code, err) == (0, "")
    assert out.splitlines()[-1].startswith("13 avertissements")
    assert "E " not in {line.strip()[:2] for line in out.splitlines()}


def test_strict_lets_the_warnings_of_the_example_block(capsys: Captured, example_workbook: Path) -> None:
    assert transcript(capsys, "check", str(example_workbook), "--strict")[0] == 1


def test_the_defects_block_in_text_and_in_json(capsys: Captured, example_workbook: Path) -> None:
    defects = example_workbook.with_name("defauts.xlsx")
    code, out, _ = transcript(capsys, "check", str(defects))
    assert code == 1
    code, told, err = transcript(capsys, "check", str(defects), "--json")
    records: list[dict[str, Any]] = json.loads(told)["findings"]
    assert (code, err) == (1, "")
    assert {tuple(record) for record in records} == {
        (
            "code",
            "severity",
            "message",
            "help",
            "suggestion",
            "file",
            "sheet",
            "cell",
            "table",
            "column",
            "key",
            "value",
        )
    }
    assert {record["severity"] for record in records} == {"error", "warning", "info"}
    assert all(record["code"] in out for record in records)
    errors = sum(record["severity"] == "error" for record in records)
    assert out.splitlines()[-1].startswith(f"{errors} erreurs")


def test_findings_are_told_in_the_language_asked(capsys: Captured, example_workbook: Path) -> None:
    code, out, _ = transcript(capsys, "check", str(example_workbook), "--lang", "en")
    assert code == 0
    assert out.splitlines()[-1].startswith("13 warnings")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("absent.xlsx", None, "W101"),
        ("notes.csv", b"a;b\n1;2\n", "W104"),
        ("vieux.xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "W10"),
        ("faux.xlsx", b"nothing like it", "W10"),
        ("creux.xlsx", b"", "W10"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_file_that_cannot_be_read_is_a_finding(
    capsys: Captured, tmp_path: Path, command: str, name: str, content: bytes | None, code: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    exit_code, out, _ = transcript(capsys, command, str(file))
    assert exit_code == 1
    assert f"E {code}" in out
    assert "1 erreur" in out


# --- new and explain --------------------------------------------------------------------------------------------------


def test_new_refuses_to_overwrite_unless_forced(capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "compte.xlsx"
    file.write_bytes(b"mine")
    code, out, err = transcript(capsys, "new", str(file))
    assert (code, out) == (2, "")
    assert err == f"{file} existe déjà. Choisissez un autre nom, ou ajoutez --force pour le remplacer.\n"
    assert file.read_bytes() == b"mine"
    assert transcript(capsys, "new", str(file), "--force")[0] == 0
    assert file.read_bytes()[:2] == b"PK"


def test_new_writes_workbooks_only(capsys: Captured, tmp_path: Path) -> None:
    code, _, err = transcript(capsys, "new", str(tmp_path / "compte.csv"))
    assert code == 2
    assert err.startswith("Le fichier à écrire doit finir par .xlsx : ")
    assert list(tmp_path.iterdir()) == []


def test_new_says_where_to_start(capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "account.xlsx"
    assert transcript(capsys, "new", str(file), "--lang", "en") == (
        0,
        f"Workbook to fill in: {file}. Start with the sheet “Read me”.\n",
        "",
    )


def test_an_english_example_is_sound(capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "example.xlsx"
    assert transcript(capsys, "new", str(file), "--lang", "en", "--example")[0] == 0
    assert transcript(capsys, "check", str(file), "--lang", "en")[0] == 0


def test_explain_tells_a_code(capsys: Captured) -> None:
    code, out, err = transcript(capsys, "explain", "r404")
    assert (code, err) == (0, "")
    assert [line.split(" : ")[0] for line in out.splitlines()] == [
        "R404 · avertissement",
        (
            "Le préavis d’un contrat en cours, avenants et reconductions tacites appliqués, tombe bientôt ou est "
            "passé, et aucune action ouverte n’y est liée."
        ),
        "Exemple",
        "Pourquoi",
        "À faire",
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_code_can_be_explained(capsys: Captured, language: str) -> None:
    for code in CATALOGUE:
        assert transcript(capsys, "explain", code, "--lang", language)[0] == 0
