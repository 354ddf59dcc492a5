"""A base holds a document's parts as drawn, gives its build id, and is read within bounds, whatever the file holds."""

from __future__ import annotations

import json
import random
import zlib
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from generator.editions.edition import Edition
from generator.edits.base import MOST_BYTES, Base, base_of, from_bytes, read_base, to_bytes
from generator.history.snapshot import Damage, Damaged
from generator.model.account_identity import AccountIdentity
from generator.model.quarter import Quarter

PICTURE = b"\x89PNG\r\n\x1a\n\x00"
DECK: dict[str, bytes] = {
    "[Content_Types].xml": b"<Types/>",
    "_rels/.rels": b"<Relationships/>",
    "ppt/embeddings/book1.xlsx": b"PK\x03\x04",
    "ppt/media/image1.png": PICTURE,
    "ppt/media/drawing1.svg": b"<svg/>",
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels": b"<Relationships/>",
    "ppt/slideLayouts/slideLayout1.xml": b"<p:sldLayout/>",
    "ppt/slideMasters/slideMaster1.xml": b"<p:sldMaster/>",
    "ppt/notesMasters/notesMaster1.xml": b"<p:notesMaster/>",
    "ppt/theme/theme1.xml": b"<a:theme/>",
    "ppt/slides/slide1.xml": "<p:sld>Groupe Valmonde, priorités</p:sld>".encode(),
    "ppt/slides/_rels/slide1.xml.rels": b"<Relationships/>",
    "docProps/core.xml": "<dc:title/>".encode("utf-16"),
}
WHOLE = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": "<Relationships/>",
    "ppt/slides/slide1.xml": "<p:sld>Groupe Valmonde, priorités</p:sld>",
    "ppt/slides/_rels/slide1.xml.rels": "<Relationships/>",
}
VALMONDE = AccountIdentity("Groupe Valmonde", "Nordane Services", "VAL-01")


def a_base(parts: dict[str, bytes] | None = None, **told: Any) -> Base:
    """The base of a deck of the house's."""
    known = {"account": VALMONDE, "period": Quarter(2026, 3), "edition": Edition.INTERNAL, "kind": "deck"}
    return base_of(DECK if parts is None else parts, **{**known, **told})


def packed(content: object) -> bytes:
    return zlib.compress(json.dumps(content).encode())


def told(**changes: Any) -> dict[str, Any]:
    """What a base says, told by hand, with some of it changed."""
    return {
        "schema": 1,
        "account": {"client": "Groupe Valmonde", "supplier": "Nordane Services", "code": None},
        "period": "2026-T3",
        "edition": "client",
        "kind": "plan",
        "parts": {"word/document.xml": "<w:document/>"},
        "digests": {"word/media/image1.png": "ab" * 32},
        **changes,
    }


# --- what it holds ----------------------------------------------------------------------------------------------------


def test_what_people_may_edit_is_kept_whole_the_rest_by_its_digest() -> None:
    """XML that is no UTF-8 is kept by its digest too: nothing of ours is written so."""
    base = a_base()
    assert base.parts == WHOLE
    assert base.digests.keys() == DECK.keys() - WHOLE.keys()
    assert base.digests["ppt/media/image1.png"] == sha256(PICTURE).hexdigest()


def test_it_reads_what_it_wrote_the_same_for_the_same_document() -> None:
    written = to_bytes(a_base())
    assert written is not None
    assert from_bytes(written) == a_base()
    assert to_bytes(a_base(dict(reversed(DECK.items())))) == written


def test_the_id_says_nothing_and_is_another_for_any_other_document() -> None:
    others = [
        a_base({**DECK, "ppt/slides/slide1.xml": b"<p:sld/>"}),
        a_base({**DECK, "ppt/media/image1.png": PICTURE + b"\x00"}),
        a_base({**DECK, "ppt/slides/slide2.xml": b"<p:sld/>"}),
        a_base(account=AccountIdentity("Groupe Valmonde", "Nordane Services")),
        a_base(account=AccountIdentity("Groupe Valmonde", "Nordane", "VAL-01")),
        a_base(account=AccountIdentity("Valmonde", "Nordane Services", "VAL-01")),
        a_base(period=Quarter(2026, 2)),
        a_base(edition=Edition.CLIENT),
        a_base(kind="plan"),
    ]
    ids = [base.id for base in (a_base(), *others)]
    assert len(set(ids)) == len(ids)
    assert {len(one) for one in ids} == {32}
    assert set("".join(ids)) <= set("bcdfghjklmnpqrst")
    assert a_base().id == ids[0]


def noise(size: int) -> bytes:
    """A text that no compression makes shorter than three quarters of it."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return "".join(random.Random(7).choices(letters, k=size)).encode()  # noqa: S311 - no secret


def test_one_that_would_take_too_much_is_not_kept() -> None:
    kept = to_bytes(a_base({"a.xml": noise(380_000)}))
    assert kept is not None
    assert 280_000 < len(kept) <= 300_000 == MOST_BYTES
    assert to_bytes(a_base({"a.xml": noise(420_000)})) is None
    assert to_bytes(a_base({"a.xml": b"<" * 32_000_001})) is None


# --- what anybody may have put there ----------------------------------------------------------------------------------


def test_a_base_told_by_hand_is_read() -> None:
    assert from_bytes(packed(told())) == Base(
        AccountIdentity("Groupe Valmonde", "Nordane Services"),
        Quarter(2026, 3),
        Edition.CLIENT,
        "plan",
        {"word/document.xml": "<w:document/>"},
        {"word/media/image1.png": "ab" * 32},
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nothing like it",
        packed(told())[:-5],
        packed(told()) + b"more",
        packed([]),
        packed({}),
        packed(told(schema="one")),
        packed(told(schema=None)),
        zlib.compress(b"\xff\xfe"),
        zlib.compress(b'{"schema": 1, "schema": 1}'),
        zlib.compress(b"[" * 100_000),
        zlib.compress(b'{"schema": 1e999}'),
        zlib.compress(b" " * 40_000_000),
        bytes(MOST_BYTES + 1),
    ],
    ids=[
        *("empty", "text", "cut short", "something behind", "a list", "an empty object", "a word for a number"),
        *("no schema", "not UTF-8", "a key twice", "too deep", "not finite", "too large inside", "too large"),
    ],
)
def test_what_is_no_base_is_unreadable(content: bytes) -> None:
    assert from_bytes(content) == Damaged(Damage.UNREADABLE)


@pytest.mark.parametrize(
    "change",
    [
        {"account": None},
        {"account": {"client": "Groupe Valmonde"}},
        {"account": {"client": 1, "supplier": "", "code": None}},
        {"account": {"client": "", "supplier": "", "code": 1}},
        {"period": "2026-T5"},
        {"period": 2026},
        {"edition": "both"},
        {"kind": None},
        {"parts": []},
        {"parts": {"a.xml": 1}},
        {"digests": {"a.png": None}},
        {"digests": None},
        {"parts": {"a.xml": "half a character: \ud800"}},
        {"parts": {"\ud800.xml": ""}},
        {"digests": {"a.png": "\udfff"}},
        {"kind": "\ud800"},
        {"account": {"client": "\ud800", "supplier": "", "code": None}},
    ],
    ids=ascii,
)
def test_what_does_not_fit_is_a_misfit(change: dict[str, object]) -> None:
    assert from_bytes(packed(told(**change))) == Damaged(Damage.MISFIT)


def test_that_of_a_later_program_is_refused() -> None:
    assert from_bytes(packed(told(schema=2, parts="otherwise"))) == Damaged(Damage.NEWER)


@pytest.mark.parametrize(
    ("name", "is_read"),
    [
        ("2026-T3.interne.deck.base", True),
        ("2026-T2.interne.deck.base", False),
        ("2026-T3.client.deck.base", False),
        ("2026-T3.interne.plan.base", False),
        ("deck.base", False),
    ],
)
def test_a_file_must_be_what_its_name_says(tmp_path: Path, name: str, *, is_read: bool) -> None:
    path = tmp_path / name
    path.write_bytes(to_bytes(a_base()) or b"")
    assert read_base(path) == (a_base() if is_read else Damaged(Damage.MISFIT))


def test_a_file_that_is_too_large_or_no_file_is_unreadable(tmp_path: Path) -> None:
    large, folder = tmp_path / "2026-T3.interne.deck.base", tmp_path / "2026-T3.interne.plan.base"
    large.write_bytes(bytes(MOST_BYTES + 1))
    folder.mkdir()
    assert [read_base(path) for path in (large, folder)] == [Damaged(Damage.UNREADABLE)] * 2


def test_a_base_is_the_same_whatever_became_of_it_on_the_disk() -> None:
    """The id follows from what is told, not from how it is compressed."""
    base = replace(a_base(), parts=dict(reversed(WHOLE.items())))
    assert base.id == a_base().id
