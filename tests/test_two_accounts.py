"""Two accounts never meet: nothing of the one is read, told or replaced where the other's documents are built."""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

import pytest

from generator.editions import redact
from generator.editions.edition import Edition
from generator.editions.package_text import said_in
from generator.history import Snapshot, ownership, to_bytes
from generator.history.folder import path_of
from generator.history.ownership import Ownership, ownership_path, read_ownership
from generator.model.account_identity import AccountIdentity, identity_of
from generator.model.choices import Share
from generator.model.plan import AccountPlan
from generator.output.journal import journal_path
from generator.pipeline import BuildOptions, Built, build
from tests.builders import a_contract, a_plan, an_account, an_action, an_objective
from tests.cli.transcripts import Captured, transcript
from tests.packages import unpacked
from tests.small_builds import contents
from tests.test_pipeline import a_workbook

CANARY = "Zygomorphe"
JUNE = date(2026, 6, 30)
pytestmark = pytest.mark.usefixtures("drawn_once")
MINISTRY = "Ministère de la Transformation et des Services Publics Régionaux – Direction"
PAIRS = [
    ({"supplier": "Lumière Conseil"}, {}),
    ({"code": "V-1"}, {}),
    ({"code": "V-1"}, {"code": "V-2"}),
    ({}, {"code": "V-1"}),
    ({"client": "Val-Monde"}, {"client": "Val Monde"}),
]
"""What the forms of two accounts that share a folder's name say; in doubt they are two."""


def a_plan_of(word: str, **account: Any) -> AccountPlan:
    """A plan that says the word to the client and to the house."""
    return a_plan(
        account=an_account(ambition=f"Ambition {word}", **account),
        contracts=(a_contract(title=f"Contrat {word}"),),
        objectives=(an_objective(label=f"Objectif {word}", share=Share.CLIENT),),
        actions=(
            an_action(action=f"Action {word}", share=Share.CLIENT),
            an_action(ref="A-02", action=f"Secret {word}"),
        ),
    )


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Write the workbook of an account."""

    def write(name: str, word: str = "Beta", **account: Any) -> Path:
        return a_workbook(tmp_path / name, a_plan_of(word, **account))

    return write


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def history_of(plan: AccountPlan, out: Path) -> None:
    """Leave the snapshots of a build, as the first versions did: nothing else says whose they are."""
    for edition, kept in ((Edition.INTERNAL, plan), (Edition.CLIENT, redact(plan).plan)):
        path = path_of(out, identity_of(plan.account), plan.period, edition)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(to_bytes(Snapshot(edition, kept, "", "0.1")))


def built(workbook: Path, out: Path, **options: Any) -> Built:
    return build(workbook, BuildOptions(output=out, **options))


def said_by(path: Path) -> str:
    """All that a file holds: the parts of a document, unpacked, or the text of any other file, inflated if need be."""
    if path.suffix == ".base":
        return zlib.decompress(path.read_bytes()).decode()
    if not is_zipfile(path):
        return path.read_text("utf-8")
    return "".join(part.decode("utf-8", "replace") for part in unpacked(path.read_bytes()).values())


def codes(found: Built) -> list[str]:
    return [one.code for one in found.met]


# --- one folder, two accounts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_old", [True, False], ids=["before account.json", "with account.json"])
@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_another_account_in_the_folder_stops_the_build_before_anything_of_it_is_read(
    capsys: Captured,
    book: Callable[..., Path],
    out: Path,
    first: dict[str, Any],
    second: dict[str, Any],
    *,
    is_old: bool,
) -> None:
    plan = a_plan_of(CANARY, cutoff=JUNE, **first)
    history_of(plan, out)
    folder = out / identity_of(plan.account).slug
    if not is_old:
        ownership_path(folder).write_bytes(a_file_saying(plan))
    before = contents(out)
    code, told, err = transcript(capsys, "build", str(book("b.xlsx", **second)), "-o", str(out))
    assert (code, err) == (1, "")
    assert "E W134" in told
    for account in (plan.account, an_account(**second)):
        assert account.client in told
        assert account.supplier in told
    assert CANARY not in told
    assert contents(out) == before


def a_file_saying(plan: AccountPlan) -> bytes:
    """What such a folder has held since."""
    return ownership.to_bytes(Ownership(identity_of(plan.account)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{MINISTRY} des achats", f"{MINISTRY} du numérique"),
        ("Société Générée", "Societe generee"),
        ("Groupe Orange", "Groupe « Orange+ »"),
    ],
)
def test_names_that_look_alike_get_documents_apart(book: Callable[..., Path], out: Path, one: str, other: str) -> None:
    built(book("a.xlsx", CANARY, client=one, cutoff=JUNE), out)
    found = built(book("b.xlsx", client=other), out)
    assert (found.since, codes(found)) == ({}, [])
    folder = out / AccountIdentity(other, "Nordane Services").slug
    assert [document.path.parents[2] for document in found.documents] == [folder] * 4
    assert CANARY not in "".join(map(said_by, folder.rglob("*.*")))
    assert "Beta" in said_by(found.documents[0].path)
    assert built(book("a3.xlsx", CANARY, client=one), out).since.keys() == set(Edition)


def test_a_killed_build_of_another_account_is_not_finished(book: Callable[..., Path], out: Path) -> None:
    plan = a_plan_of(CANARY, supplier="Lumière Conseil")
    folder = out / identity_of(plan.account).slug
    folder.mkdir(parents=True)
    ownership_path(folder).write_bytes(a_file_saying(plan))
    journal_path(folder).write_text('[{"path": "2026-T3/x.docx", "draft": "draft"}]')
    (folder / "draft").write_text(CANARY)
    assert codes(built(book("b.xlsx"), out)) == ["W134"]
    assert journal_path(folder).exists()
    assert (folder / "draft").exists()


def test_a_snapshot_brought_from_another_account_stops_the_build(
    capsys: Captured, book: Callable[..., Path], out: Path
) -> None:
    built(book("b.xlsx"), out)
    other = a_plan_of(CANARY, client="Groupe Oree", cutoff=JUNE)
    history_of(other, out)
    history = out / "groupe-valmonde" / "history"
    for path in (out / "groupe-oree" / "history").iterdir():
        shutil.copy(path, history)
    before = contents(out)
    found = built(book("b.xlsx", "Gamma"), out)
    assert (codes(found)[0], found.documents) == ("W131", ())
    assert CANARY not in str(found.met)
    assert contents(out) == before
    _, told, _ = transcript(capsys, "build", str(book("b.xlsx", "Gamma")), "-o", str(out))
    assert told.splitlines()[-1] == (  # nothing is to be mended in the workbook
        "Rien n’a été écrit, et rien de ce dossier n’a été repris. Réglez ce qui précède et relancez."
    )


@pytest.mark.parametrize("content", [b"{}", b"[" * 100_000])
def test_a_file_that_no_longer_says_whose_folder_it_is_stops_the_build(
    book: Callable[..., Path], out: Path, content: bytes
) -> None:
    built(book("b.xlsx"), out)
    ownership_path(out / "groupe-valmonde").write_bytes(content)
    before = contents(out)
    assert codes(built(book("b.xlsx", "Gamma"), out)) == ["W137"]
    assert contents(out) == before


def test_people_are_looked_for_in_no_other_accounts_folder(
    capsys: Captured, book: Callable[..., Path], out: Path
) -> None:
    history_of(a_plan_of(CANARY, cutoff=JUNE, supplier="Lumière Conseil"), out)
    before = contents(out)
    for erase in ([], ["--erase"]):
        code, told, _ = transcript(capsys, "people", str(book("b.xlsx")), "Claire Vasseur", *erase, "-o", str(out))
        assert code == 1
        assert "E W134" in told
        assert CANARY not in told
    assert contents(out) == before


# --- a file that is asked for -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_snapshot", [True, False])
def test_a_former_file_of_another_account_is_read_no_further(
    capsys: Captured, book: Callable[..., Path], tmp_path: Path, out: Path, *, is_snapshot: bool
) -> None:
    plan = a_plan_of(CANARY, cutoff=JUNE, client="Banque Orée")
    if is_snapshot:
        file = tmp_path / "t2.json"
        file.write_bytes(to_bytes(Snapshot(Edition.CLIENT, redact(plan).plan, "", "0.1")))
    else:  # with an error of reading, which would cite a cell
        broken = plan.model_copy(update={"actions": (an_action(owner=CANARY),)})
        file = a_workbook(tmp_path / "t2.xlsx", broken)
    code, told, _ = transcript(capsys, "build", str(book("b.xlsx")), "--since", str(file), "-o", str(out))
    assert code == 1
    assert "E W131" in told
    assert "Banque Orée" in told
    assert CANARY not in told
    assert not out.exists()


def test_a_former_workbook_is_not_taken_for_what_the_client_has_read(
    book: Callable[..., Path], tmp_path: Path, out: Path
) -> None:
    """What is internal today and stood in a shared row of that workbook is searched for all the same."""
    former = a_workbook(tmp_path / "t2.xlsx", a_plan_of("Parallélépipède", cutoff=JUNE))
    now = a_plan_of("Beta").model_copy(
        update={
            "objectives": (an_objective(label="Objectif sans ambages", share=Share.CLIENT),),
            "actions": (an_action(ref="A-03", action="Secret Parallélépipède"),),
        }
    )
    found = built(a_workbook(tmp_path / "t3.xlsx", now), out, since=former)
    told = [
        said.prose
        for one in found.documents
        if one.edition is Edition.CLIENT
        for said in said_in(one.path.read_bytes())
    ]
    assert Edition.CLIENT in found.refused or not any("Parallélépipède" in text for text in told)


# --- a rename ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "now", "folder"),
    [
        ({"client": "Valmonde Industrie"}, {}, "groupe-valmonde"),
        ({"supplier": "Lumière Conseil"}, {}, "groupe-valmonde"),
        ({}, {"code": "V-1"}, "groupe-valmonde"),
    ],
    ids=["client", "supplier", "code"],
)
def test_a_renamed_account_takes_its_history_along_once_it_is_said(
    book: Callable[..., Path], out: Path, before: dict[str, Any], now: dict[str, Any], folder: str
) -> None:
    plan = a_plan_of("Alpha", cutoff=JUNE, **before)
    history_of(plan, out)
    former, new = identity_of(plan.account), identity_of(an_account(**now))
    workbook = book("b.xlsx", **now)
    found = built(workbook, out, renamed_from=former.client.upper())
    assert (codes(found), set(found.since)) == ([], set(Edition))
    assert [path.name for path in out.iterdir()] == [folder]
    owned = read_ownership(out / folder)
    assert owned == Ownership(new, (former,))
    assert built(workbook, out).is_up_to_date
    assert built(workbook, out, renamed_from=former.client).is_up_to_date
    assert codes(built(workbook, out, since=path_of(out, new, plan.period, Edition.INTERNAL))) == []


@pytest.mark.parametrize("name", ["Banque Orée", "groupe-valmonde", "../out"])
def test_a_name_that_no_folder_has_moves_nothing(book: Callable[..., Path], out: Path, name: str) -> None:
    history_of(a_plan_of(CANARY, cutoff=JUNE, client="Valmonde Industrie"), out)
    before = contents(out)
    found = built(book("b.xlsx"), out, renamed_from=name)
    assert (codes(found), found.documents) == (["W138"], ())
    assert contents(out) == before


def test_a_folder_is_never_moved_over_another(book: Callable[..., Path], out: Path) -> None:
    history_of(a_plan_of(CANARY, cutoff=JUNE, client="Valmonde Industrie"), out)
    built(book("b.xlsx"), out)
    before = contents(out)
    assert codes(built(book("b.xlsx", "Gamma"), out, renamed_from="Valmonde Industrie")) == ["W138"]
    assert contents(out) == before


def test_a_code_that_another_folder_has_is_asked_about(book: Callable[..., Path], out: Path) -> None:
    """A copied workbook in which the code was left, or a client that was renamed: only a person knows."""
    built(book("a.xlsx", CANARY, client="Valmonde Industrie", code="V-1"), out)
    before = contents(out)
    found = built(book("b.xlsx", code="v-1"), out)
    assert (codes(found), found.documents) == (["W139"], ())
    assert CANARY not in str(found.met)
    assert contents(out) == before


def test_the_folder_of_a_first_version_follows_the_name_it_has_now(book: Callable[..., Path], out: Path) -> None:
    plan = a_plan_of("Alpha", cutoff=JUNE, client="Société Orée")
    history_of(plan, out)
    early, own = out / "societe-oree", out / identity_of(plan.account).slug
    own.rename(early)
    found = built(book("b.xlsx", client="Société Orée"), out)
    assert found.since.keys() == set(Edition)
    assert [path.name for path in out.iterdir()] == [own.name]


def test_the_folder_of_a_first_version_that_is_another_accounts_stays(book: Callable[..., Path], out: Path) -> None:
    history_of(a_plan_of(CANARY, cutoff=JUNE, client="Societe Oree"), out)
    found = built(book("b.xlsx", client="Société Orée"), out)
    assert (codes(found), found.since) == ([], {})
    assert (out / "societe-oree").exists()


# --- where documents go -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("groupe-valmonde", "elsewhere"),
        ("groupe-valmonde", "out/other"),
        ("groupe-valmonde/history", "elsewhere"),
        ("groupe-valmonde/2026-T3", "elsewhere"),
        ("groupe-valmonde/2026-T3/client", "out/groupe-valmonde/2026-T3/interne"),
        ("groupe-valmonde/2026-T3/interne", "nowhere"),
        ("groupe-valmonde/2026-T3/client/copil_groupe-valmonde_2026-T3.pptx", "elsewhere/deck.pptx"),
        ("groupe-valmonde/account.json", "elsewhere/deck.pptx"),
    ],
)
def test_a_link_in_the_way_is_refused_before_anything_is_written(
    book: Callable[..., Path], tmp_path: Path, out: Path, link: str, target: str
) -> None:
    for folder in ("elsewhere", "out/other", "out/groupe-valmonde/2026-T3/interne"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    (tmp_path / "elsewhere" / "deck.pptx").write_text("a document")
    path = out / link
    if path.is_dir():
        shutil.rmtree(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(tmp_path / target)
    before = contents(tmp_path)
    workbook = book("b.xlsx")
    found = built(workbook, out)
    workbook.unlink()
    assert (codes(found), found.documents) == (["W135"], ())
    assert contents(tmp_path) == before


def test_one_document_in_the_place_of_both_editions_is_refused(book: Callable[..., Path], out: Path) -> None:
    built(book("b.xlsx"), out)
    deck, plan = "copil_groupe-valmonde_2026-T3.pptx", "plan_groupe-valmonde_2026-T3.docx"
    client, internal = (out / "groupe-valmonde" / "2026-T3" / name / deck for name in ("client", "interne"))
    client.unlink()
    os.link(internal, client)
    assert codes(built(book("b.xlsx", "Gamma"), out)) == ["W135"]
    assert sorted(path.name for path in client.parent.iterdir()) == [deck, plan]


# --- two workbooks of one account -------------------------------------------------------------------------------------


def test_the_second_workbook_says_whose_documents_it_replaces_and_says_it_once(
    capsys: Captured, book: Callable[..., Path], tmp_path: Path, out: Path
) -> None:
    first, second = book("compte.xlsx", "Alpha"), book("compte v2.xlsx")
    assert codes(built(first, out)) == []
    assert codes(built(book("compte.xlsx", "Gamma"), out)) == []
    moved = tmp_path / "ailleurs" / "compte.xlsx"
    moved.parent.mkdir()
    shutil.move(first, moved)
    assert codes(built(moved, out)) == []
    code, told, _ = transcript(capsys, "build", str(second), "-o", str(out))
    assert code == 0
    assert "A W136  Ces documents remplacent ceux d’un autre classeur, compte.xlsx" in told
    assert codes(built(second, out)) == []
    assert codes(built(book("compte v2.xlsx", "Delta"), out)) == []
    assert codes(built(moved, out)) == ["W136"]
