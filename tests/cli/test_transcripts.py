"""What the command line prints and how it ends."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.brand.brand import default_directory
from generator.cli.main import run
from generator.diagnostics.catalogue import CATALOGUE

DECK = "groupe-valmonde/2026-T3/interne/copil_groupe-valmonde_2026-T3.pptx"
PLAN = "groupe-valmonde/2026-T3/interne/plan_groupe-valmonde_2026-T3.docx"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def french_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")


@pytest.fixture
def blocked(tmp_path: Path, capsys: Captured) -> Path:
    """A workbook with nothing typed in it."""
    file = tmp_path / "vide.xlsx"
    run(["new", str(file)])
    capsys.readouterr()
    return file


def plain(text: str) -> str:
    """A text with plain spaces and hyphens."""
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("\u2011", "-")


def transcript(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    """Run a command line: exit code, standard output, standard error, with plain spaces."""
    code = run(arguments)
    printed = capsys.readouterr()
    return code, plain(printed.out), plain(printed.err)


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
        (["buid"], "Cette commande n’existe pas. Commandes : new, check, build, explain."),
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


@pytest.mark.parametrize("edition", ["client", "both"])
def test_editions_still_to_come_say_so(capsys: Captured, example_workbook: Path, tmp_path: Path, edition: str) -> None:
    code, out, err = transcript(capsys, "build", str(example_workbook), "--edition", edition, "-o", str(tmp_path / "o"))
    assert (code, out) == (2, "")
    assert err == (
        f"L’édition « {edition} » n’est pas encore disponible : seule l’édition interne s’écrit aujourd’hui. "
        "Relancez avec --edition interne.\n"
    )
    assert not (tmp_path / "o").exists()


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
    code, told, err = transcript(capsys, "check", str(defects), "--format", "json")
    records: list[dict[str, Any]] = json.loads(told)
    assert (code, err) == (1, "")
    assert {tuple(record) for record in records} == {
        (
            "code",
            "severity",
            "message",
            "help",
            "suggestion",
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


# --- build ------------------------------------------------------------------------------------------------------------


def test_build_writes_both_files_at_the_default_paths(
    capsys: Captured, example_workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "exemple.xlsx"
    file.write_bytes(example_workbook.read_bytes())
    monkeypatch.chdir(tmp_path)
    code, out, err = transcript(capsys, "build", "exemple.xlsx")
    assert (code, err) == (0, "")
    assert [line.split(" : ")[0] for line in out.splitlines()[:2]] == ["Deck de COPIL", "Plan de compte"]
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()) == [
        f"build/{Path(DECK).parts[0]}/.lock",
        f"build/{DECK}",
        f"build/{PLAN}",
        "exemple.xlsx",
    ]
    assert out.splitlines()[-1] == "13 avertissements · Détail : copil check exemple.xlsx"


def test_build_of_one_document_in_english_reports_as_json(
    capsys: Captured, example_workbook: Path, tmp_path: Path
) -> None:
    arguments = ("build", str(example_workbook), "--only", "deck", "--lang", "en", "--json", "-o", str(tmp_path))
    code, out, err = transcript(capsys, *arguments)
    report = json.loads(out)
    assert (code, err) == (0, "")
    assert report["documents"] == [{"kind": "deck", "edition": "interne", "path": str(tmp_path / DECK)}]
    assert [path.name for path in tmp_path.rglob("[!.]*") if path.is_file()] == [Path(DECK).name]
    assert len([record for record in report["findings"] if record["severity"] == "warning"]) == 13
    assert all(record["code"] in CATALOGUE for record in report["findings"])


def test_a_blocked_build_writes_nothing(capsys: Captured, blocked: Path, tmp_path: Path) -> None:
    code, out, _ = transcript(capsys, "build", str(blocked), "-o", str(tmp_path / "out"))
    assert code == 1
    assert out.endswith("\n\nRien n’a été écrit : corrigez ce qui bloque, enregistrez le classeur et relancez.\n")
    assert not (tmp_path / "out").exists()


def test_a_blocked_build_reports_as_json_too(capsys: Captured, blocked: Path, tmp_path: Path) -> None:
    code, out, _ = transcript(capsys, "build", str(blocked), "--json", "-o", str(tmp_path / "out"))
    report = json.loads(out)
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
    assert err.startswith("La machine a refusé (")
    assert (tmp_path / "out").read_bytes() == b"a file, not a folder"


def test_a_brand_that_cannot_serve_is_said(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    code, out, err = transcript(
        capsys, "build", str(example_workbook), "--brand", str(tmp_path), "-o", str(tmp_path / "out")
    )
    assert (code, out) == (3, "")
    assert err.startswith("La marque ne peut pas servir (")
    assert not (tmp_path / "out").exists()


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


def test_a_brand_that_lacks_a_colour_says_which(capsys: Captured, example_workbook: Path, tmp_path: Path) -> None:
    shutil.copytree(default_directory(), tmp_path / "marque")
    brand = tmp_path / "marque" / "brand.toml"
    kept = [line for line in brand.read_text("utf-8").splitlines() if not line.startswith("accent1 =")]
    brand.write_text("\n".join(kept), "utf-8")
    output = str(tmp_path / "o")
    code, out, err = transcript(capsys, "build", str(example_workbook), "--brand", str(brand.parent), "-o", output)
    assert (code, out) == (3, "")
    assert err == "La marque ne peut pas servir (palette.accent1) : attendu un texte, trouvé rien.\n"
