"""Each document is kept as drawn, beside the snapshots: recognised by one id, and written, kept and deleted with it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from generator.editions.edition import Edition
from generator.edits import base as kept_bases
from generator.edits.base import Base, read_base
from generator.model.account_identity import AccountIdentity
from generator.pipeline import BuildOptions, Built, DocumentKind, build
from generator.plan.layout.office import office
from tests.builders import a_plan, an_account, an_action
from tests.packages import unpacked
from tests.small_builds import contents, small_output, small_workbook
from tests.test_pipeline import a_workbook

ID_PART, TYPES, RELATIONS = "docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"
ALL = [(kind, edition) for kind in ("deck", "plan") for edition in ("client", "interne")]


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bases")
    small_output(folder, "Former les référents")
    return folder


@pytest.fixture
def folder(pristine: Path, tmp_path: Path) -> Path:
    """A workbook and what was built of it."""
    shutil.copytree(pristine, tmp_path / "account")
    return tmp_path / "account"


def history(folder: Path) -> Path:
    (found,) = (folder / "out").glob("*/history")
    return found


def base_at(folder: Path, kind: str, edition: str) -> Base:
    found = read_base(history(folder) / f"2026-T3.{edition}.{kind}.base")
    assert isinstance(found, Base)
    return found


def parts_of(folder: Path, kind: str, edition: str) -> dict[str, bytes]:
    """The parts of a document, as it stands on the disk."""
    suffix = {"deck": "pptx", "plan": "docx"}[kind]
    (path,) = (folder / "out").glob(f"*/2026-T3/{edition}/*.{suffix}")
    return unpacked(path.read_bytes())


def id_in(parts: dict[str, bytes]) -> str:
    return "".join(map(str, etree.fromstring(parts[ID_PART]).itertext()))


# --- what is kept -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "edition"), ALL)
def test_a_base_is_its_document_before_the_id_was_put_in(pristine: Path, kind: str, edition: str) -> None:
    base, parts = base_at(pristine, kind, edition), parts_of(pristine, kind, edition)
    assert base.parts.keys() | base.digests.keys() == parts.keys() - {ID_PART}
    moved = {name for name, text in base.parts.items() if parts[name].decode() != text}
    assert moved == {TYPES, RELATIONS}
    assert ID_PART not in base.parts[TYPES] + base.parts[RELATIONS]
    assert id_in(parts) == base.id


def test_a_base_says_which_document_it_is_of_as_its_edition_knows_it(tmp_path: Path) -> None:
    """The company's own code for an account is internal: the client's base does not hold it."""
    plan = a_plan(account=an_account(code="VAL-01"), actions=(an_action(),))
    build(a_workbook(tmp_path / "compte.xlsx", plan), BuildOptions(output=tmp_path / "out"))
    names = (plan.account.client, plan.account.supplier)
    for kind, edition in ALL:
        base = base_at(tmp_path, kind, edition)
        assert (base.kind, base.edition.value, str(base.period)) == (kind, edition, "2026-T3")
        assert base.account == AccountIdentity(*names, "VAL-01" if edition == "interne" else None)
        assert ("VAL-01" in str(base)) is (edition == "interne")


def test_every_document_has_an_id_of_its_own_which_the_manifest_knows(pristine: Path) -> None:
    ids = {(kind, edition): base_at(pristine, kind, edition).id for kind, edition in ALL}
    assert len(set(ids.values())) == len(ALL)
    told = (history(pristine) / "2026-T3.build.json").read_text("utf-8")
    assert all(told.count(f'"base": "{one}"') == 1 for one in ids.values())


def test_it_is_as_small_as_promised(built: Built) -> None:
    """Measured: decks of 176 and 292 kB are kept in 86 and 151 kB, plans of 1.7 and 2.5 MB in 58 and 80."""
    (folder,) = {document.path.parents[2] for document in built.documents}
    sizes = {path.name: path.stat().st_size for path in (folder / "history").glob("*.base")}
    assert len(sizes) == len(ALL)
    assert max(sizes.values()) < 200_000


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
def test_an_application_that_saves_the_document_keeps_its_id(pristine: Path, tmp_path: Path) -> None:
    (plan,) = (pristine / "out").glob("*/2026-T3/client/*.docx")
    command = [str(office()), "--headless", "--norestore", f"-env:UserInstallation={(tmp_path / 'own').as_uri()}"]
    subprocess.run([*command, "--convert-to", "docx", "--outdir", str(tmp_path), str(plan)], check=True, timeout=300)
    again = unpacked((tmp_path / plan.name).read_bytes())
    assert id_in(again) == base_at(pristine, "plan", "client").id


# --- how it lives -----------------------------------------------------------------------------------------------------


def test_one_that_was_deleted_or_spoilt_is_written_again_and_nothing_else(folder: Path) -> None:
    before = contents(folder / "out")
    for spoil in (Path.unlink, lambda path: path.write_bytes(b"spoilt")):
        spoil(history(folder) / "2026-T3.client.deck.base")
        again = build(folder / "compte.xlsx", BuildOptions(output=folder / "out"))
        assert not again.is_up_to_date
        assert again.kept == ()
        assert contents(folder / "out") == before
    assert build(folder / "compte.xlsx", BuildOptions(output=folder / "out")).is_up_to_date


def test_a_base_follows_its_document_alone(folder: Path) -> None:
    """Another text in the house's documents: the client's stay as they are, and so do their bases."""
    before = contents(folder / "out")
    small_workbook(folder, "Réunir les référents")
    build(folder / "compte.xlsx", BuildOptions(output=folder / "out"))
    after = contents(folder / "out")
    changed = {Path(name).name for name in before if name.endswith(".base") and after[name] != before[name]}
    assert changed == {f"2026-T3.{edition}.{kind}.base" for kind, edition in ALL if edition == "interne"}


def test_a_document_too_large_to_be_kept_is_written_without_a_base(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The base of what stood there before goes: it would be that of another document."""
    small_workbook(folder, "Réunir les référents")
    monkeypatch.setattr(kept_bases, "MOST_BYTES", 1_000)
    made = build(folder / "compte.xlsx", BuildOptions(output=folder / "out"))
    assert (len(made.documents), made.kept) == (len(ALL), ())
    assert list(history(folder).glob("*.base")) == []
    told = (history(folder) / "2026-T3.build.json").read_text("utf-8")
    assert ".base" not in told
    assert id_in(parts_of(folder, "deck", "interne"))
    assert build(folder / "compte.xlsx", BuildOptions(output=folder / "out")).is_up_to_date


def test_those_of_this_period_and_the_one_before_are_kept(folder: Path) -> None:
    kept = history(folder)
    later, latest, older = "2026-T4.client.plan.base", "2026-T1.interne.deck.base", "2025-T4.interne.deck.base"
    for name in (later, latest, older, "2025-T4.client.plan.base"):
        (kept / name).write_bytes(b"as it was")
    (kept / "2024-T1.notes.base").write_bytes(b"of a person")
    (kept / "2024-T2.client.deck.base" / "a person's folder").mkdir(parents=True)
    small_workbook(folder, "Réunir les référents")
    options = BuildOptions(output=folder / "out", kinds=(DocumentKind.DECK,), editions=(Edition.CLIENT,))
    build(folder / "compte.xlsx", options)
    assert {path.name for path in kept.glob("*.base")} == {
        *(f"2026-T3.{edition}.{kind}.base" for kind, edition in ALL),
        *(later, latest, "2024-T1.notes.base", "2024-T2.client.deck.base"),
    }
