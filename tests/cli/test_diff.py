"""What `copil diff` says of two real workbooks, and of a workbook and a snapshot."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.editions import redact
from generator.editions.edition import Edition
from generator.history import Snapshot, to_bytes
from generator.locales import Language
from generator.model.choices import Share
from generator.model.plan import AccountPlan
from generator.workbook.author import author
from tests.builders import a_plan, a_score, an_account, an_action, an_objective, quarters
from tests.cli.transcripts import Captured, transcript
from tests.workbook.books import COLOURS

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "schemas" / "difference.schema.json").read_text("utf-8"))
EARLIER, LATER = ROOT / "inputs" / "exemple-t2.xlsx", ROOT / "inputs" / "exemple.xlsx"


def ran(capsys: Captured, *arguments: object) -> tuple[int, str, str]:
    """Run the command: exit code, standard output, standard error."""
    return transcript(capsys, "diff", *map(str, arguments))


def told(capsys: Captured, *arguments: object) -> dict[str, Any]:
    """Run it for a program, hold the answer to its schema, and return it."""
    code, out, err = ran(capsys, *arguments, "--json")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    Draft202012Validator(SCHEMA).validate(found)
    return found


def written(folder: Path, name: str, plan: AccountPlan) -> Path:
    """The workbook of a plan, as a file."""
    path = folder / name
    path.write_bytes(author(plan, Language.FR, colours=COLOURS))
    return path


def an_account_plan(**changes: Any) -> AccountPlan:
    """A plan with three actions."""
    actions = tuple(an_action(ref=f"A-0{n}", action=f"Action {n}") for n in (1, 2, 3))
    return a_plan(**{"actions": actions, **changes})


# --- the example's two quarters ---------------------------------------------------------------------------------------


def test_two_quarters_as_text(capsys: Captured) -> None:
    code, out, err = ran(capsys, EARLIER, LATER)
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[:2] == [
        "Groupe Valmonde · T2 2026 → T3 2026 (arrêtés au 30/06/2026 et au 30/09/2026)",
        "50 lignes nouvelles, 9 disparues, 135 modifiées",
    ]
    assert "KPI-02 SLA tenus : 95,6 % → 96,4 % (+0,8 pt)" in lines
    assert any(line.startswith("Actions : 4 closes (A-02, A-15, A-16, A-17) · 14 nouvelles (") for line in lines)
    assert "      Échéance : 01/09/2026 → 15/09/2026 (+14 j)  '5 Actions'!K9" in lines
    assert "  + A-12  Nommer le référent SOC du site d’Angers  '5 Actions'!B18" in lines
    assert "      Terminée le : vide → 28/08/2026  '5 Actions'!P18 → '5 Actions'!P22" in lines


def test_two_quarters_in_english(capsys: Captured) -> None:
    code, out, _ = ran(capsys, EARLIER, LATER, "--lang", "en")
    assert code == 0
    assert "50 new rows, 9 gone, 135 changed" in out
    assert "Other dates: 3 put off (OBJ-03 +90 days, S-17 +7 days, R-01 +61 days)" in out
    assert "Status: In progress → Done" in out


def test_two_quarters_as_json_point_at_their_cells(capsys: Captured) -> None:
    """Every cell cited holds the value told, read again from both files by another library."""
    found = told(capsys, EARLIER, LATER)
    books = {side: load_workbook(path, data_only=True) for side, path in (("old", EARLIER), ("new", LATER))}
    texts = 0
    for row in found["rows"]:
        for field in row["fields"]:
            for side, book in books.items():
                place, value = field[f"{side}_cell"], field[side]
                if place and isinstance(value, str) and field["field"] in {"action", "observed_fact", "comment"}:
                    assert book[place["sheet"]][place["cell"]].value == value
                    texts += 1
    assert texts > 20
    assert found["old"] == {
        "file": "exemple-t2.xlsx",
        "client": "Groupe Valmonde",
        "period": "2026-T2",
        "cutoff": "2026-06-30",
    }
    assert found["findings"] == []
    assert found["actions"]["late"] == ["A-03", "A-07", "A-12"]


def test_a_workbook_with_itself(capsys: Captured) -> None:
    code, out, err = ran(capsys, LATER, LATER)
    assert (code, out.splitlines()[1:]) == (0, ["Rien n’a changé."])
    assert err.startswith("exemple.xlsx n’est pas antérieur")


# --- by key, through real workbooks -----------------------------------------------------------------------------------


def sheet_of(data: bytes) -> tuple[Any, Worksheet]:
    """A workbook and its sheet of actions, opened for editing."""
    book = load_workbook(BytesIO(data))
    return book, book["5 Actions"]


def test_an_action_renamed_moved_and_pushed_down_is_one_change(capsys: Captured, tmp_path: Path) -> None:
    old = written(tmp_path, "old.xlsx", an_account_plan())
    book, sheet = sheet_of(old.read_bytes())
    top = next(cell.row for cell in sheet["B"] if cell.value == "A-01")
    values = [[cell.value for cell in sheet[row]] for row in (top, top + 1, top + 2)]
    values[0][2] = "Action un, dite autrement"
    # two blank rows above, and the first action last
    for at, row in enumerate([[None] * len(values[0])] * 2 + [values[1], values[2], values[0]]):
        for column, value in enumerate(row, start=1):
            sheet.cell(top + at, column).value = value
    new = tmp_path / "new.xlsx"
    book.save(new)
    found = told(capsys, old, new)
    assert [(row["key"], row["kind"], [field["field"] for field in row["fields"]]) for row in found["rows"]] == [
        (["A-01"], "changed", ["action"])
    ]
    field = found["rows"][0]["fields"][0]
    assert (field["old"], field["new"]) == ("Action 1", "Action un, dite autrement")
    assert (field["old_cell"]["cell"], field["new_cell"]["cell"]) == (f"C{top}", f"C{top + 4}")


def test_values_are_printed_with_their_unit_and_all_their_digits(capsys: Captured, tmp_path: Path) -> None:
    old, new = (
        written(
            tmp_path,
            f"{target}.xlsx",
            an_account_plan(objectives=(an_objective(unit="%", baseline="0.9", current="0.95", target=target),)),
        )
        for target in ("0.9641", "0.9644")
    )
    assert "Cible : 96,41 % → 96,44 %" in ran(capsys, old, new)[1]


def test_a_respondent_among_several_is_found_in_the_right_row(capsys: Captured, tmp_path: Path) -> None:
    scores = (a_score(score=9), a_score(score=4), a_score(score=7))
    old = written(tmp_path, "old.xlsx", an_account_plan(satisfaction=(scores[2], scores[0])))
    new = written(tmp_path, "new.xlsx", an_account_plan(satisfaction=scores))
    (row,) = told(capsys, old, new)["rows"]
    sheet = load_workbook(new)["1 Cartographie"]
    assert row["kind"] == "added"
    at = sheet[row["new_cell"]["cell"]]
    assert 4 in [cell.value for cell in sheet[at.row][at.column : at.column + 5]]


# --- snapshots --------------------------------------------------------------------------------------------------------


def snapshot(folder: Path, plan: AccountPlan, edition: Edition) -> Path:
    """The snapshot of a plan, as a file."""
    held = plan if edition is Edition.INTERNAL else redact(plan).plan
    path = folder / f"{plan.period}.{edition.value}.json"
    path.write_bytes(to_bytes(Snapshot(edition, held, "", "0.1")))
    return path


def test_a_snapshot_serves_as_well_as_its_workbook(capsys: Captured, tmp_path: Path) -> None:
    plan = an_account_plan()
    file = written(tmp_path, "old.xlsx", plan)
    assert told(capsys, snapshot(tmp_path, plan, Edition.INTERNAL), file)["rows"] == []


def test_against_a_client_snapshot_only_what_the_client_sees_counts(capsys: Captured, tmp_path: Path) -> None:
    june = an_account(cutoff=quarters(T2_2026=0).popitem()[0].end)
    shared = [an_action(ref=f"A-0{n}", share=Share.CLIENT) for n in (1, 2)]
    old = snapshot(tmp_path, an_account_plan(account=june, actions=tuple(shared)), Edition.CLIENT)
    actions = (shared[0].model_copy(update={"action": "Autre texte"}), an_action(ref="A-02"), an_action(ref="A-03"))
    new = written(tmp_path, "new.xlsx", an_account_plan(account=an_account(ambition="Doubler"), actions=actions))
    found = told(capsys, old, new)
    assert [(row["table"], row["key"], row["kind"]) for row in found["rows"]] == [
        ("Compte", [], "changed"),
        ("Actions", ["A-01"], "changed"),
    ]
    assert found["rows"][1]["fields"][0]["old_cell"] is None
    assert found["rows"][1]["fields"][0]["new_cell"]["sheet"] == "5 Actions"


# --- what stops it ----------------------------------------------------------------------------------------------------


def test_a_damaged_snapshot_is_named(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "2026-T2.interne.json"
    path.write_text("{}")
    code, out, err = ran(capsys, path, LATER)
    assert (code, out) == (1, "")
    assert "L’instantané 2026-T2.interne.json ne peut pas servir de comparaison" in err
    assert path.exists()


@pytest.mark.parametrize(("name", "code"), [("none.xlsx", "W101"), ("none.json", "W101")])
def test_a_file_that_is_not_there(capsys: Captured, tmp_path: Path, name: str, code: str) -> None:
    ended, out, err = ran(capsys, LATER, tmp_path / name)
    assert (ended, out) == (1, "")
    assert code in err


def test_what_cannot_be_read_blocks(capsys: Captured) -> None:
    code, out, err = ran(capsys, ROOT / "inputs" / "defauts.xlsx", LATER)
    assert (code, out) == (1, "")
    assert "V206" in err
    assert "ses erreurs de lecture passeraient pour des lignes disparues" in err


def test_each_finding_says_which_of_the_two_files_it_is_about(capsys: Captured, tmp_path: Path) -> None:
    """A cell alone would not tell: both files have the same sheets."""
    defects = ROOT / "inputs" / "defauts.xlsx"
    copy, gone = tmp_path / "copie.xlsx", tmp_path / "none.xlsx"
    copy.write_bytes(defects.read_bytes())
    for sides in ((defects, copy), (copy, defects), (gone, LATER)):
        code, out, _ = ran(capsys, *sides, "--json")
        assert code == 1
        named = [found["file"] for found in json.loads(out)["findings"]]
        wrong = [side.name for side in sides if side != LATER]
        assert set(named) == set(wrong)
        assert len({named.count(name) for name in wrong}) == 1


@pytest.mark.parametrize("is_snapshot", [True, False])
def test_another_account_is_refused_and_nothing_of_it_is_told(
    capsys: Captured, tmp_path: Path, *, is_snapshot: bool
) -> None:
    plan = an_account_plan(account=an_account(client="Banque Orée"), actions=(an_action(owner="Zoé Canari"),))
    file = snapshot(tmp_path, plan, Edition.INTERNAL) if is_snapshot else written(tmp_path, "autre.xlsx", plan)
    for sides in ((file, LATER), (LATER, file)):
        code, out, err = ran(capsys, *sides)
        assert (code, out) == (1, "")
        assert "E W131" in err
        assert "Banque Orée (fournisseur Nordane Services)" in err
        assert "Canari" not in err


def test_a_renamed_account_is_compared_when_it_is_said(capsys: Captured, tmp_path: Path) -> None:
    old = written(tmp_path, "old.xlsx", an_account_plan(account=an_account(client="Valmonde Industrie")))
    new = written(tmp_path, "new.xlsx", an_account_plan())
    assert ran(capsys, old, new)[0] == 1
    assert ran(capsys, old, new, "--renamed-from", "Banque Orée")[0] == 1
    found = told(capsys, old, new, "--renamed-from", "valmonde  INDUSTRIE")
    assert [row["table"] for row in found["rows"]] == ["Compte"]


def test_a_code_says_what_names_cannot(capsys: Captured, tmp_path: Path) -> None:
    plans = (an_account(client="Valmonde Industrie", code="V-1"), an_account(code="V-1"), an_account(code="V-2"))
    before, same, other = (
        written(tmp_path, f"{n}.xlsx", an_account_plan(account=account)) for n, account in enumerate(plans)
    )
    assert [found["code"] for found in told(capsys, before, same)["findings"]] == ["W132", "W139"]
    assert ran(capsys, same, other)[0] == 1
