"""The history on the disk: named by period and edition, the latest earlier one found, the damaged one set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.editions import redact
from generator.editions.edition import Edition
from generator.history import Damaged, Snapshot, to_bytes
from generator.history.folder import (
    asides_in,
    base_path,
    bases_gone_by,
    bases_in,
    latest_before,
    path_of,
    read_snapshot,
    set_aside,
    snapshots_in,
)
from generator.history.predecessor import damaged, doubts
from generator.history.snapshot import Damage
from generator.model.account_identity import identity_of
from generator.model.quarter import Quarter
from tests.builders import a_plan, an_account

INTERNAL, CLIENT = Edition.INTERNAL, Edition.CLIENT


def test_a_snapshot_lies_beside_the_documents_in_no_edition() -> None:
    path = path_of(Path("build"), identity_of(an_account()), Quarter(2026, 3), CLIENT)
    assert path == Path("build/groupe-valmonde/history/2026-T3.client.json")


@pytest.mark.parametrize(
    ("period", "edition", "found"),
    [
        (Quarter(2026, 3), INTERNAL, "2026-T1.interne.json"),
        (Quarter(2026, 3), CLIENT, "2026-T2.client.json"),
        (Quarter(2026, 1), INTERNAL, "2025-T4.interne.json"),
        (Quarter(2025, 4), INTERNAL, None),
        (Quarter(2030, 1), INTERNAL, "2026-T3.interne.json"),
    ],
)
def test_the_latest_earlier_period_of_the_edition(
    tmp_path: Path, period: Quarter, edition: Edition, found: str | None
) -> None:
    names = ("2025-T4.interne", "2026-T1.interne", "2026-T2.client", "2026-T3.interne", "2026-T5.interne", "notes")
    for name in names:
        (tmp_path / f"{name}.json").touch()
    (tmp_path / "2026-T2.interne.json.damaged").touch()
    latest = latest_before(tmp_path, period, edition)
    assert (latest and latest.name) == found


def test_without_a_history_there_is_nothing_to_find(tmp_path: Path) -> None:
    assert latest_before(tmp_path / "none", Quarter(2026, 3), INTERNAL) is None
    assert snapshots_in(tmp_path / "none") == ()


def test_a_snapshot_must_be_what_its_name_says(tmp_path: Path) -> None:
    written = to_bytes(Snapshot(INTERNAL, a_plan(), "", "0.1"))
    for name in ("2026-T3.interne", "former", "2026-T2.interne", "2026-T3.client"):
        (tmp_path / f"{name}.json").write_bytes(written)
    read = {path.stem: read_snapshot(path) for path in tmp_path.iterdir()}
    assert isinstance(read["2026-T3.interne"], Snapshot)
    assert isinstance(read["former"], Snapshot)
    assert read["2026-T2.interne"] == read["2026-T3.client"] == Damaged(Damage.MISFIT)


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"plan": ' * 100_000, b"1" * 10_000, b'{"a": 1e999999}'])
def test_a_snapshot_of_anything_is_damaged(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "2026-T2.interne.json").write_bytes(content)
    assert read_snapshot(tmp_path / "2026-T2.interne.json") == Damaged(Damage.UNREADABLE)


def test_a_folder_named_as_a_snapshot_is_damaged_and_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "2026-T2.interne.json"
    path.mkdir()
    assert read_snapshot(path) == Damaged(Damage.UNREADABLE)
    assert set_aside(path).name == "2026-T2.interne.json.damaged"


def test_a_damaged_snapshot_is_set_aside_and_none_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "2026-T2.interne.json"
    asides = []
    for content in ("first", "second", "third"):
        path.write_text(content)
        asides.append(set_aside(path))
    assert [aside.name for aside in asides] == [f"{path.name}.damaged{n}" for n in ("", "-2", "-3")]
    assert [aside.read_text() for aside in asides] == ["first", "second", "third"]
    assert latest_before(tmp_path, Quarter(2026, 3), INTERNAL) is None
    assert asides_in(tmp_path) == tuple(sorted(asides))


def test_what_is_doubtful_about_a_predecessor() -> None:
    now, july = a_plan(), a_plan(account=an_account(cutoff=Quarter(2026, 2).end))
    assert doubts(july, now, "t2.xlsx") == ()
    assert doubts(july, redact(now).plan, "t2.xlsx") == ()
    assert [said.code for said in doubts(now, july, "t3.xlsx")] == ["W132"]
    assert [said.code for said in doubts(now, now, "t3.xlsx")] == ["W132"]
    dollars = a_plan(account=an_account(currency="USD", cutoff=Quarter(2026, 2).end))
    assert [said.code for said in doubts(dollars, now, "t2.xlsx")] == ["W133"]
    renamed = a_plan(account=an_account(client="Valmonde", code="V-1", cutoff=Quarter(2026, 2).end))
    coded = a_plan(account=an_account(code="v-1"))
    assert [(said.code, said.severity) for said in doubts(renamed, coded, "t2.xlsx")] == [("W139", Severity.WARNING)]
    assert damaged("t2.json", Damaged(Damage.NEWER)).place.file == "t2.json"


def test_a_base_lies_beside_the_snapshots() -> None:
    path = base_path(Path("build/groupe-valmonde/history"), Quarter(2026, 3), CLIENT, "deck")
    assert path == Path("build/groupe-valmonde/history/2026-T3.client.deck.base")


def test_only_the_bases_of_the_latest_earlier_period_are_of_use(tmp_path: Path) -> None:
    """Those of later periods stay: an old quarter may be built again."""
    named = ("2025-T4.interne.deck", "2026-T1.client.plan", "2026-T1.interne.deck", "2026-T3.interne.deck")
    for name in (*named, "2026-T4.client.deck", "2026-T0.client.deck", "2026-T1.other.deck", "2025-T1.client"):
        (tmp_path / f"{name}.base").touch()
    (tmp_path / "2025-T1.client.json").touch()
    assert [path.stem for path in bases_in(tmp_path)] == [*named, "2026-T4.client.deck"]
    gone = {
        period: [path.stem for path in bases_gone_by(tmp_path, period)]
        for period in (Quarter(2026, 3), Quarter(2026, 1), Quarter(2025, 4), Quarter(2027, 1))
    }
    assert gone == {
        Quarter(2026, 3): ["2025-T4.interne.deck"],
        Quarter(2026, 1): [],
        Quarter(2025, 4): [],
        Quarter(2027, 1): [*named],
    }
    assert bases_in(tmp_path / "none") == ()
