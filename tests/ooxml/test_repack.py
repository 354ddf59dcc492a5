"""Canonical repacking: order, dates and stamps are fixed, contents are kept."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from generator.ooxml.repack import canonical, canonical_parts, in_order, packed

STAMP = datetime(2026, 9, 30, tzinfo=UTC)
CORE = (
    '<cp><dcterms:created xsi:type="dcterms:W3CDTF">{0}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{0}</dcterms:modified></cp>'
)


def package(when: tuple[int, int, int, int, int, int], *, reverse: bool = False, embedded: bytes = b"") -> bytes:
    core = CORE.format(f"{when[0]}-01-01T00:00:00Z")
    parts = {
        "ppt/slides/slide1.xml": b"<p/>" * 400,
        "docProps/core.xml": core.encode(),
        "_rels/.rels": b"<r/>",
        "[Content_Types].xml": b"<t/>",
        "ppt/media/image1.png": b"\x89PNG" + bytes(200),
    }
    if embedded:
        parts["ppt/embeddings/book.xlsx"] = embedded
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(parts, reverse=reverse):
            archive.writestr(zipfile.ZipInfo(name, when), parts[name])
    return buffer.getvalue()


def entries(content: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return archive.infolist()


def test_the_same_parts_give_the_same_bytes() -> None:
    book = package((2024, 5, 1, 0, 0, 0))
    other = package((2025, 6, 2, 10, 0, 0), reverse=True)
    one = canonical(package((2024, 5, 1, 0, 0, 0), embedded=book), stamp=STAMP)
    assert one == canonical(package((2025, 6, 2, 10, 0, 0), reverse=True, embedded=other), stamp=STAMP)
    assert one == canonical(one, stamp=STAMP)


def test_content_types_come_first_then_root_relations_then_names() -> None:
    names = [entry.filename for entry in entries(canonical(package((2024, 5, 1, 0, 0, 0), reverse=True)))]
    assert names == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "ppt/media/image1.png",
        "ppt/slides/slide1.xml",
    ]


def test_entries_carry_no_trace_of_machine_or_clock() -> None:
    for entry in entries(canonical(package((2024, 5, 1, 0, 0, 0)))):
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert (entry.external_attr, entry.create_system) == (0o600 << 16, 0)
        assert (entry.extra, entry.comment) == (b"", b"")
        stored = entry.filename.endswith(".png")
        assert entry.compress_type == (zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)


def test_both_stamps_become_the_given_one_in_embedded_packages_too() -> None:
    book = package((2024, 5, 1, 0, 0, 0))
    outer = canonical(package((2024, 5, 1, 0, 0, 0), embedded=book), stamp=STAMP)
    with zipfile.ZipFile(io.BytesIO(outer)) as archive:
        expected = CORE.format("2026-09-30T00:00:00Z").encode()
        assert archive.read("docProps/core.xml") == expected
        with zipfile.ZipFile(io.BytesIO(archive.read("ppt/embeddings/book.xlsx"))) as inner:
            assert inner.read("docProps/core.xml") == expected


def test_a_name_is_there_once_and_the_last_wins() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", "old")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.xml", "new")
    content = canonical(buffer.getvalue())
    assert [entry.filename for entry in entries(content)] == ["a.xml"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("a.xml") == b"new"


def test_a_part_given_in_pieces_stands_in_the_place_of_the_package_s_own() -> None:
    pieces = {"ppt/slides/slide1.xml": [b"<a>", b"", "é</a>".encode()]}
    whole = packed(canonical_parts(package((2024, 5, 1, 0, 0, 0)), stamp=STAMP, instead=pieces))

    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.read("ppt/slides/slide1.xml").decode() == "<a>é</a>"
        assert archive.testzip() is None


def test_a_part_that_the_package_lacks_cannot_be_given() -> None:
    with pytest.raises(ValueError, match=r"ppt/slides/slide2\.xml"):
        canonical_parts(package((2024, 5, 1, 0, 0, 0)), instead={"ppt/slides/slide2.xml": [b"<a/>"]})


def test_parts_are_put_in_order_whoever_added_some() -> None:
    whole = canonical(package((2024, 5, 1, 0, 0, 0)), stamp=STAMP)
    parts = canonical_parts(whole, stamp=STAMP)
    assert packed(parts) == whole
    assert packed(in_order(dict(reversed(list(parts.items()))))) == whole
