"""``account.json`` is read as it was written, and never believed when it is anything else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.history.ownership import Ownership, Unowned, ownership_path, read_ownership, to_bytes
from generator.model.account_identity import AccountIdentity

NOW = AccountIdentity("Groupe « Valmonde »", "Nordane Services", "V-1")
BEFORE = AccountIdentity("Valmonde Industrie", "Nordane Services")
WRITTEN = to_bytes(Ownership(NOW, (BEFORE,)))


def found(folder: Path, content: bytes) -> Ownership | Unowned | None:
    ownership_path(folder).write_bytes(content)
    return read_ownership(folder)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert read_ownership(tmp_path) is None
    assert found(tmp_path, WRITTEN) == Ownership(NOW, (BEFORE,))
    told = json.loads(WRITTEN)
    assert (told["schema"], told["client"], told["supplier"], told["code"]) == (1, NOW.client, NOW.supplier, "V-1")
    assert len(told["identity"]) == 64


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"[" * 100_000,
        b'{"schema": Infinity}',
        b'{"schema": 1}',
        b" " * 1_100_000,
        WRITTEN.replace(b"V-1", b"").replace(b'"code": ""', b'"code": 4'),
        WRITTEN.replace(b"Nordane", b"Lumiere"),
        WRITTEN.replace(b'"formerly": [', b'"formerly": [3, '),
    ],
    ids=["empty", "bytes", "list", "nested", "infinite", "short", "long", "number", "edited", "formerly"],
)
def test_what_copil_did_not_write_is_not_believed(tmp_path: Path, content: bytes) -> None:
    assert found(tmp_path, content) is Unowned.DAMAGED


def test_a_folder_in_its_place_and_a_later_schema_are_told(tmp_path: Path) -> None:
    assert found(tmp_path, WRITTEN.replace(b'"schema": 1', b'"schema": 2')) is Unowned.NEWER
    ownership_path(tmp_path).unlink()
    ownership_path(tmp_path).mkdir()
    assert read_ownership(tmp_path) is Unowned.DAMAGED


def test_a_renamed_account_is_known_by_its_former_names() -> None:
    owned = Ownership(BEFORE).renamed(NOW)
    assert owned == Ownership(NOW, (BEFORE,))
    assert owned.knows(BEFORE)
    assert not owned.knows(AccountIdentity("Banque Orée", "Nordane Services"))
    assert owned.renamed(BEFORE) == Ownership(BEFORE, (NOW,))
