"""Comments on cells: notes and conversations of every sheet, and parts that are broken."""

from __future__ import annotations

import pytest

from generator.workbook.xlsx.comments import CellComment, comments
from tests.packages import packed

MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TYPE = "http://schemas.microsoft.com/office/2017/10/relationships/"
RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{TYPE}comments" Target="../comments1.xml"/>'
    f'<Relationship Id="r2" Type="{TYPE}threadedComment" Target="../threadedComments/one.xml"/>'
    f'<Relationship Id="r3" Type="{TYPE}comments" Target="../none.xml"/>'
    "</Relationships>"
).encode()
BOOK = (
    b"<workbook " + MAIN + b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    b'<sheets><sheet name="Suivi" sheetId="1" r:id="r1"/></sheets></workbook>'
)
BOOK_RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{TYPE}worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
).encode()
NOTES = (
    b"<comments " + MAIN + b"><authors><author>Claire</author></authors><commentList>"
    b'<comment ref="B2" authorId="0">'
    b'<text><r><t>Claire:</t></r><r><t xml:space="preserve"> vu avec Marc</t></r></text></comment>'
    b'<comment ref="C3" authorId="0"><text/></comment></commentList></comments>'
)
THREAD = (
    b'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    b'<threadedComment ref="D4" dT="2026-09-01T00:00:00" personId="{0}" id="{1}"><text>Demander \xc3\xa0 Paul</text>'
    b'</threadedComment><threadedComment ref="D4" personId="{0}" id="{2}" parentId="{1}"><text>Fait</text>'
    b"</threadedComment></ThreadedComments>"
)


def a_book(notes: bytes) -> bytes:
    """A workbook of one sheet with a note, an empty one, and a conversation."""
    return packed(
        {
            "xl/workbook.xml": BOOK,
            "xl/_rels/workbook.xml.rels": BOOK_RELATED,
            "xl/worksheets/sheet1.xml": b"<worksheet " + MAIN + b"/>",
            "xl/worksheets/_rels/sheet1.xml.rels": RELATED,
            "xl/comments1.xml": notes,
            "xl/threadedComments/one.xml": THREAD,
        }
    )


CONVERSATION = (CellComment("Suivi", "D4", "Demander à Paul"), CellComment("Suivi", "D4", "Fait"))


def test_notes_and_conversations() -> None:
    assert comments(a_book(NOTES)) == (
        CellComment("Suivi", "B2", "Claire: vu avec Marc"),
        CellComment("Suivi", "C3", ""),
        *CONVERSATION,
    )


@pytest.mark.parametrize("broken", [b"", b"<comments>", b'<!DOCTYPE x [<!ENTITY a "b">]><comments/>'])
def test_a_part_that_cannot_be_read_gives_none(broken: bytes) -> None:
    assert comments(a_book(broken)) == CONVERSATION
