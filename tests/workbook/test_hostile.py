"""Broken, forged and outsized files: refused with one finding of their own kind, or read as if nothing was there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics import Place, finding
from generator.diagnostics.wording import message
from generator.locales import Language, Locale
from generator.model.account_identity import AccountIdentity
from generator.pipeline import BuildOptions, build
from generator.workbook.author import author
from generator.workbook.file_kind import content
from generator.workbook.read import read
from tests.builders import a_contact, a_plan
from tests.packages import packed
from tests.workbook import hostile
from tests.workbook.books import COLOURS, bound, told
from tests.workbook.hostile import ACTIONS, WORKBOOK, the_parts, with_edit, with_part, with_rows
from tests.workbook.short_plan import short_plan, the_short
from tools.cell_edits import edited

Made = Callable[[], bytes]
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
BILLION = b"".join(b'<!ENTITY a%d "&a%d;&a%d;&a%d;&a%d;">' % (n, n - 1, n - 1, n - 1, n - 1) for n in range(1, 30))


def with_dimension(said: bytes) -> bytes:
    """The example whose sheet of actions says that its cells stand elsewhere."""
    return with_edit(ACTIONS, lambda xml: re.sub(rb'(?<=<dimension ref=")[^"]+', said, xml))


REFUSED: dict[str, tuple[Made, str]] = {
    "an .xls renamed": (lambda: OLE + b"\0" * 600, "W102"),
    "a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "W103"),
    "a zip password": (hostile.encrypted_entries, "W103"),
    "a CSV": (lambda: b"Client;Montant\nGroupe;12\n", "W104"),
    "nothing": (lambda: b"", "W105"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0", "W105"),
    "any zip": (lambda: packed({"notes.txt": b"bonjour"}), "W105"),
    "truncated": (lambda: the_short()[:-2_000], "W106"),
    "cut in half": (lambda: the_short()[: len(the_short()) // 2], "W106"),
    "a wrong checksum": (hostile.with_wrong_checksum, "W106"),
    "a size that lies": (hostile.lying_about_size, "W106"),
    "XML that is none": (lambda: with_part(ACTIONS, b"bonjour"), "W106"),
    "XML cut short": (lambda: with_edit(ACTIONS, lambda xml: xml[:-100]), "W106"),
    "an encoding nobody knows": (lambda: with_edit(ACTIONS, lambda xml: xml.replace(b"UTF-8", b"UTF-38", 1)), "W106"),
    "an encoding of bytes and no XML": (
        lambda: with_edit(ACTIONS, lambda xml: xml.replace(b"UTF-8", b"rot13", 1)),
        "W106",
    ),
    "no sheet": (lambda: with_part(WORKBOOK, b"<workbook/>"), "W106"),
    "a half character": (lambda: with_rows(hostile.a_text(b"B500", b"&#xD800;")), "W106"),
    "a control character": (lambda: with_rows(hostile.a_text(b"B500", b"\x0b")), "W106"),
    "a cell nowhere": (lambda: with_rows(hostile.a_text(b"ZZZ500", b"x")), "W106"),
    "a row nowhere": (lambda: with_rows(b'<row r="9999999"><c t="str"><v>x</v></c></row>'), "W106"),
    "a shared text that is not there": (
        lambda: with_rows(b'<row r="500"><c r="B500" t="s"><v>999999</v></c></row>'),
        "W106",
    ),
    "a shared text counted from the end": (
        lambda: with_rows(b'<row r="500"><c r="B500" t="s"><v>-1</v></c></row>'),
        "W106",
    ),
    "a number that is none": (lambda: with_rows(b'<row r="500"><c r="B500"><v>douze</v></c></row>'), "W106"),
    "a bomb": (hostile.swollen, "W108"),
    "too many parts": (hostile.too_many_parts, "W108"),
    "a part twice": (lambda: packed(the_parts(), (ACTIONS, b"<worksheet/>")), "W109"),
    "a part twice in another case": (lambda: packed(the_parts(), (ACTIONS.upper(), b"<worksheet/>")), "W109"),
    "a part that climbs": (lambda: with_part("../../etc/passwd", b"x"), "W109"),
    "a part that climbs the Windows way": (lambda: with_part("xl\\..\\..\\x", b"x"), "W109"),
    "an absolute part": (lambda: with_part("/etc/passwd", b"x"), "W109"),
    "a part on a drive": (lambda: with_part("C:/x", b"x"), "W109"),
    "entities": (lambda: with_edit(WORKBOOK, hostile.declaring(b'<!ENTITY a "b">')), "W120"),
    "entities in millions": (lambda: with_edit(WORKBOOK, hostile.declaring(BILLION)), "W120"),
    "an entity from a file": (
        lambda: with_edit(WORKBOOK, hostile.declaring(b'<!ENTITY a SYSTEM "file:///etc/passwd">')),
        "W120",
    ),
    "a sheet that is named and not there": (lambda: hostile.without(ACTIONS), "W106"),
    "a sheet that nothing leads to": (lambda: hostile.without("xl/_rels/workbook.xml.rels"), "W106"),
    "shared texts that are not there": (lambda: hostile.without("xl/sharedStrings.xml"), "W106"),
    "a main part of another kind": (lambda: with_part(WORKBOOK, b"<notes/>"), "W105"),
    "a .docx with its main part renamed": (lambda: with_part(WORKBOOK, b"<w:document/>"), "W121"),
    "a part twice, once with a backslash": (
        lambda: packed({**the_parts(), "xl\\worksheets\\sheet7.xml": b"<worksheet/>"}),
        "W109",
    ),
    "an .xlsb": (lambda: packed({"xl/workbook.bin": b"x"}), "W121"),
    "a .docx": (lambda: packed({"word/document.xml": b"<w/>"}), "W121"),
    "an .ods": (lambda: packed({"content.xml": b"<o/>"}), "W121"),
    "millions of cells without an end": (lambda: with_rows(b"<row>" + b"<c></c>" * 4_000_001 + b"</row>"), "W122"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_one_finding_of_its_own(case: str) -> None:
    made, code = REFUSED[case]
    result = bound(made())
    assert [said.code for said in result.findings] == [code]
    assert result.plan is None


@pytest.mark.parametrize("case", ["truncated", "a bomb", "a part that climbs", "entities in millions", "a CSV"])
def test_a_refused_file_writes_nothing(case: str, tmp_path: Path) -> None:
    path = tmp_path / "compte.xlsx"
    path.write_bytes(REFUSED[case][0]())
    output = tmp_path / "build"
    assert build(path, BuildOptions(output=output)).documents == ()
    assert sorted(tmp_path.iterdir()) == [path]


HARMLESS: dict[str, tuple[Made, list[str]]] = {
    "a far cell": (lambda: with_rows(hostile.far_cell()), ["W142"]),
    "300,000 blank formatted rows": (lambda: with_rows(hostile.blank_rows(300_000)), []),
    "thousands of formatted cells": (lambda: with_rows(hostile.blank_rows(20_000, cells=20)), []),
    "a dimension too small": (lambda: with_dimension(b"A1"), []),
    "a dimension too large": (lambda: with_dimension(b"A1:XFD1048576"), []),
    "a sheet of 16,384 columns": (
        lambda: with_edit(
            "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", hostile.wide_row() + b"</sheetData>")
        ),
        [],
    ),
    "a pivot with a calculated item": (hostile.pivot_with_calculated_item, []),
    "a strict file": (hostile.strict, []),
    "backslashes in the names of its entries": (hostile.backslashed, []),
    "names in capitals": (hostile.in_upper_case, []),
    "a main part and a sheet called otherwise": (hostile.elsewhere, []),
    "no relations of the package": (lambda: hostile.without("_rels/.rels"), []),
    "UTF-16": (hostile.in_utf_16, []),
    "a byte order mark before each part": (hostile.after_a_byte_order_mark, []),
    "no styles": (lambda: with_edit("xl/_rels/workbook.xml.rels", lambda xml: xml.replace(b"/styles", b"/other")), []),
    "macros": (lambda: with_part("xl/vbaProject.bin", b"\xcc\x61"), ["W126"]),
    "links to other workbooks": (hostile.linked_to_others, ["W127"]),
    "a style that is not there": (lambda: with_edit(ACTIONS, lambda xml: xml.replace(b' s="18"', b"")), []),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_read_as_if_nothing_was_there(case: str) -> None:
    made, codes = HARMLESS[case]
    result = bound(made())
    assert [said.code for said in result.findings] == codes
    assert result.plan == short_plan(Language.FR)


TEN_MEGABYTES = "a" * 10_000_000
OVERLONG: dict[str, Made] = {
    "of its own": lambda: edited(the_short(), {("5 Actions", "C8"): TEN_MEGABYTES}),
    "shared": lambda: with_edit(
        "xl/sharedStrings.xml",
        lambda xml: xml.replace(b"Publier le tableau de bord", TEN_MEGABYTES.encode(), 1),
    ),
}


@pytest.mark.parametrize("case", OVERLONG)
def test_a_text_of_ten_megabytes_is_named_with_its_cell(case: str) -> None:
    data = OVERLONG[case]()
    found = [said for said in bound(data).findings if said.code == "V213"]
    assert [(said.place.sheet, said.place.cell) for said in found] == [("5 Actions", "C8")]
    assert found[0].args["length"] >= 10_000_000  # type: ignore[operator]
    assert found[0].value is not None
    assert len(found[0].value) <= 80


def test_a_text_as_long_as_excel_allows_is_kept_whole() -> None:
    text = "é" * 32_767
    result = bound(edited(the_short(), {("5 Actions", "C8"): text}))
    assert told(result.findings) == []
    assert result.plan is not None
    assert result.plan.actions[1].action == text


STRANGE_TEXTS = {
    "control characters": ("Ven_x000B_dre\x07", "Ven\ndre"),
    "line ends": ("Vendre_x000D_\nplus", "Vendre\nplus"),
    "an escaped escape": ("_x005F_x000B_", "_x000B_"),
    "half a pair": ("Vendre _xD83D_ plus", "Vendre � plus"),
    "a pair in two halves": ("Fin _xD83D__xDE00_", "Fin 😀"),
    "no character": ("Fin_xFFFF_", "Fin�"),
    "a formula": ("=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1"),
    "a family": ("👩\u200d👧 accueillies", "👩\u200d👧 accueillies"),
    "right to left": ("\u202eשלום\u202c", "שלום"),
    "markup": ("<w:p>&amp;</w:p>", "<w:p>&amp;</w:p>"),
}


@pytest.mark.parametrize("case", STRANGE_TEXTS)
def test_strange_texts_are_carried_safely(case: str) -> None:
    typed, read_as = STRANGE_TEXTS[case]
    xml = typed.replace("\x07", "_x0007_")
    result = bound(edited(the_short(), {("5 Actions", "C8"): xml}))
    assert told(result.findings) == []
    assert result.plan is not None
    assert result.plan.actions[1].action == read_as
    assert result.plan.actions[1].action.encode("utf-8")


NAMES = [
    "../../x",
    "CON",
    "a/b:c",
    "",
    "x" * 300,
    "..",
    "nul.txt",
    "Société Générale & Cie",
    "😀",
    "a\0b",
    "\ud800",
    " ",
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_any_account_name_gives_a_safe_part_of_a_path(name: str) -> None:
    made = AccountIdentity(name, "Nordane Services").slug
    assert 0 < len(made) <= 80
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert made not in {"con", "nul", "prn", "aux"}
    assert Path("build", made).resolve().parent == Path("build").resolve()


def test_names_that_differ_only_outside_ascii_do_not_meet() -> None:
    assert len({AccountIdentity(name, "Nordane").slug for name in ("", "😀", "☃", "CON", "nul", "Nul.")}) == 6


def test_an_organisation_1500_levels_deep_is_read() -> None:
    people = (a_contact(name=f"P{n}", manager=f"P{n - 1}" if n else None) for n in range(1_500))
    plan = a_plan(contacts=tuple(people))
    result = bound(author(plan, Language.FR, colours=COLOURS))
    assert result.plan == plan


def test_a_folder_a_missing_file_and_a_device_are_told(tmp_path: Path) -> None:
    codes = [read(path).findings.items[0].code for path in (tmp_path, tmp_path / "absent.xlsx", Path("/dev/null"))]
    assert codes == ["W107", "W101", "W105"]


def test_a_file_beyond_any_workbook_is_not_even_loaded(tmp_path: Path) -> None:
    path = tmp_path / "enorme.xlsx"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    assert [said.code for said in read(path).findings] == ["W108"]


def test_a_file_that_the_system_withholds_raises_what_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def withheld(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    path = tmp_path / "compte.xlsx"
    path.write_bytes(the_short())
    monkeypatch.setattr(Path, "read_bytes", withheld)
    with pytest.raises(PermissionError):
        content(path)


@pytest.mark.parametrize("language", Language)
def test_each_refusal_has_words_of_its_own_and_names_the_file(language: Language) -> None:
    place = Place(file="compte.xlsx", sheet="5 Actions")
    codes = {code for _, code in REFUSED.values()} | {"W101", "W107"}
    said = {code: message(finding(code, place), Locale(language)) for code in codes}
    assert len(set(said.values())) == len(codes)
    assert all("compte.xlsx" in words or "5 Actions" in words.replace("\u00a0", " ") for words in said.values())
