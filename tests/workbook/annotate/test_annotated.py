"""An annotated copy, read back: notes and colour on the right cells, links that lead there, nothing else changed."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from generator.diagnostics import Finding, Findings, Place, Severity, finding
from generator.locales import Label, Language, Locale
from generator.workbook.annotate import Annotated, NoteColours, annotated
from generator.workbook.bind import bind
from generator.workbook.read import read
from generator.workbook.xlsx.comments import comments as comments_of
from tests.packages import unpacked
from tests.validity import complaints
from tests.workbook import hostile
from tests.workbook.books import saved, the_example
from tests.workbook.short_plan import the_short

COLOURS = NoteColours(
    fills={Severity.ERROR: "FFDDDD", Severity.WARNING: "FFEECC", Severity.INFO: "DDEEFF"},
    edges={Severity.ERROR: "BB0000", Severity.WARNING: "BB6600", Severity.INFO: "0066BB"},
    text="111111",
    title="222222",
    title_text="FEFEFE",
    link="0000AA",
    line="D0D0D0",
)
UNKNOWN = finding(
    "L301",
    Place(sheet="Suivi", cell="B3", table="Actions", column="Responsable", key="A-07"),
    value="DUPONT Marie",
    suggestion="Marie Dupont",
    target=Label("Équipe", "Team"),
)


def at(cell: str | None, code: str = "V201", *, sheet: str | None = "Suivi") -> Finding:
    """A finding on a cell: V201 an error, R423 a warning, W112 an information."""
    return finding(code, Place(sheet=sheet, cell=cell, column="Échéance", table="Actions", key="OBJ-01"), value="x")


def annotate(data: bytes, *findings: Finding, language: Language = Language.FR) -> Annotated:
    made = annotated(data, Findings.of(findings), Locale(language), colours=COLOURS, file="suivi.xlsx")
    assert made is not None
    return made


def reopened(made: Annotated, *, values: bool = False) -> Workbook:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Sparkline", UserWarning)  # what openpyxl drops, and the copy does not
        return load_workbook(BytesIO(made.content), data_only=values)


def faults(made: Annotated, folder: Path) -> list[str]:
    """What a full validation of the copy finds wrong."""
    path = folder / "copy.xlsx"
    path.write_bytes(made.content)
    return complaints(path)


@pytest.fixture(scope="module")
def typed() -> bytes:
    """A sheet typed by hand, without a note, with white text on a dark cell, and a column with a format of its own."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Suivi")
    sheet.write_row(
        "A1", ("Réf", "Responsable"), book.add_format({"font_color": "#FFFFFF", "bold": True, "bg_color": "#000000"})
    )
    sheet.write_row("A2", ("A-01", "Claire Vasseur"))
    sheet.write_row("A3", ("A-07", "DUPONT Marie"))
    sheet.write("D9", 0.5, book.add_format({"num_format": "0.0%"}))
    sheet.set_column("E:E", 12, book.add_format({"num_format": "dd/mm/yyyy"}))
    book.close()
    return stream.getvalue()


@pytest.fixture(scope="module")
def drawn() -> bytes:
    """A workbook with what openpyxl loses: a formula with its result, a text box, a sparkline; and a note."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Suivi")
    sheet.write("A1", 40)
    sheet.write_formula("A2", "=A1+2", None, 42)
    sheet.write("B3", "DUPONT Marie")
    sheet.insert_textbox("F2", "Note de réunion")
    sheet.add_sparkline("C1", {"range": "Suivi!A1:A2"})
    sheet.write_comment("B3", "Vu avec Inès", {"author": "Claire"})
    sheet.write_comment("A1", "Autre note")
    book.add_worksheet("Autre")
    book.close()
    return stream.getvalue()


def test_a_note_and_colour_on_the_cell(typed: bytes) -> None:
    cell = reopened(annotate(typed, UNKNOWN))["Suivi"]["B3"]
    assert cell.value == "DUPONT Marie"
    assert cell.fill.fgColor.rgb == "FFFFDDDD"
    assert cell.font.color.rgb == "FF111111"
    assert {edge.color.rgb for edge in (cell.border.left, cell.border.right, cell.border.top, cell.border.bottom)} == {
        "FFBB0000"
    }
    assert cell.comment is not None
    assert cell.comment.author == "copil"
    head, message, advice, suggestion = cell.comment.text.replace("\u202f", " ").strip().split("\n")
    assert head == "Erreur · L301"
    assert message.startswith("« DUPONT Marie » est inconnu")
    assert advice.startswith("À faire : ")
    assert suggestion == "Marie Dupont ?"


def test_only_the_cells_of_findings_are_noted(typed: bytes) -> None:
    sheet = reopened(annotate(typed, UNKNOWN, at("D9")))["Suivi"]
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment] == ["B3", "D9"]


def test_the_gravest_finding_gives_the_colour_and_comes_first(typed: bytes) -> None:
    cell = reopened(annotate(typed, at("B2", "W112"), at("B2", "V201"), at("B2", "R423")))["Suivi"]["B2"]
    assert cell.fill.fgColor.rgb == "FFFFDDDD"
    assert cell.comment is not None
    heads = [line for line in cell.comment.text.split("\n") if " · " in line]
    assert heads == ["Erreur · V201", "Avertissement · R423", "Information · W112"]


def test_text_stays_readable_and_formats_stay(typed: bytes) -> None:
    sheet = reopened(annotate(typed, at("A1", "R423"), at("D9", "W112")))["Suivi"]
    assert (sheet["A1"].fill.fgColor.rgb, sheet["A1"].font.color.rgb, sheet["A1"].font.b) == (
        "FFFFEECC",
        "FF111111",
        True,
    )
    assert (sheet["D9"].fill.fgColor.rgb, sheet["D9"].number_format, sheet["D9"].value) == ("FFDDEEFF", "0.0%", 0.5)
    assert sheet["B2"].fill.fill_type is None


def test_a_blank_cell_takes_the_format_of_its_column(typed: bytes) -> None:
    assert reopened(annotate(typed, at("E4")))["Suivi"]["E4"].number_format == "dd/mm/yyyy"


def test_fonts_of_any_order_come_out_in_order() -> None:
    """Not every program writes the parts of a font in the one order that Excel takes."""
    book = Workbook()
    assert book.active is not None
    book.active["A1"].font = Font(color="FFFFFFFF", bold=True, name="Arial")
    made = annotate(saved(book), at("A1", sheet="Sheet"))
    font = unpacked(made.content)["xl/styles.xml"].decode().split("<font>")[-1]
    places = [font.index(f"<{name}") for name in ("b", "sz", "color", "name")]
    assert places == sorted(places)


@pytest.mark.parametrize("cell", ["A2", "B1", "C3", "B7", "AA1", "E9", "XFD1048576"])
def test_a_blank_cell_is_noted_in_its_place(typed: bytes, cell: str, tmp_path: Path) -> None:
    """A blank cell has no element in the file: one is added, rows and cells in order."""
    made = annotate(typed, at(cell))
    sheet = reopened(made)["Suivi"]
    assert sheet[cell].comment is not None
    assert sheet[cell].fill.fgColor.rgb == "FFFFDDDD"
    assert (sheet["A2"].value, sheet["B3"].value, sheet["D9"].value) == ("A-01", "DUPONT Marie", 0.5)
    assert faults(made, tmp_path) == []


def test_formulas_keep_their_results_and_nothing_else_moves(drawn: bytes) -> None:
    made = annotate(drawn, UNKNOWN, at("A2", "R423"))
    assert reopened(made)["Suivi"]["A2"].value == "=A1+2"
    assert reopened(made, values=True)["Suivi"]["A2"].value == 42
    before, after = unpacked(drawn), unpacked(made.content)
    touched = {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    }
    assert {name for name in before if before[name] != after[name]} == touched
    assert set(after) - set(before) == {"xl/worksheets/sheet3.xml"}
    assert b"Note de r" in after["xl/drawings/drawing1.xml"]
    assert b"sparkline" in after["xl/worksheets/sheet1.xml"]


def test_notes_that_were_there_stay(drawn: bytes) -> None:
    sheet = reopened(annotate(drawn, UNKNOWN, at("A2")))["Suivi"]
    assert sheet["B3"].comment.text.startswith("Erreur · L301")
    assert sheet["B3"].comment.text.endswith("Vu avec Inès")
    assert sheet["B3"].comment.author == "Claire"
    assert sheet["A1"].comment.text == "Autre note"
    assert sheet["A2"].comment.author == "copil"


def test_every_note_has_one_box(drawn: bytes) -> None:
    vml = unpacked(annotate(drawn, UNKNOWN, at("A2"), at("C5")).content)["xl/drawings/vmlDrawing1.vml"].decode()
    places = [part.split("</x:ClientData>")[0] for part in vml.split("<x:ClientData")[1:]]
    rows = [int(part.split("<x:Row>")[1].split("<")[0]) for part in places]
    columns = [int(part.split("<x:Column>")[1].split("<")[0]) for part in places]
    assert sorted(zip(rows, columns, strict=True)) == [(0, 0), (1, 0), (2, 1), (4, 2)]
    ids = [part.split('"')[0] for part in vml.split('id="_x0000_s')[1:]]
    assert len(ids) == len(set(ids)) == 4


def test_a_sheet_lists_the_findings_and_leads_to_them(typed: bytes) -> None:
    made = annotate(typed, UNKNOWN, at("D9", "R423"), at(None, "W115"), at(None, "W112", sheet=None))
    book = reopened(made)
    assert made.register == "Contrôles"
    assert book.sheetnames == ["Suivi", "Contrôles"]
    assert book.active is book["Contrôles"]
    assert [bool(sheet.sheet_view.tabSelected) for sheet in book.worksheets] == [False, True]
    rows = list(book["Contrôles"].iter_rows(min_row=4, max_col=5))
    assert [cell.value for cell in rows[0]] == ["Gravité", "Code", "Feuille", "Cellule", "Constat"]
    told = [(row[0].value, row[1].value, row[2].value, row[3].value) for row in rows[1:]]
    assert told == [
        ("Information", "W112", None, None),
        ("Information", "W115", "Suivi", None),
        ("Erreur", "L301", "Suivi", "B3"),
        ("Avertissement", "R423", "Suivi", "D9"),
    ]
    links = [row[3].hyperlink for row in rows[1:]]
    assert [link.location if link else None for link in links] == [None, None, "'Suivi'!B3", "'Suivi'!D9"]
    assert all(link.target is None for link in links if link)


def test_the_list_in_english(typed: bytes) -> None:
    made = annotate(typed, UNKNOWN, language=Language.EN)
    sheet = reopened(made)["Checks"]
    assert sheet["A1"].value == "Workbook check"
    assert sheet["E5"].value.startswith("“DUPONT Marie” is unknown")


def test_a_name_that_is_taken_and_one_with_an_apostrophe() -> None:
    book = Workbook()
    assert book.active is not None
    book.active.title = "L'équipe"
    book.create_sheet("contrôles")
    made = annotate(saved(book), at("B2", sheet="L'équipe"))
    assert made.register == "Contrôles (2)"
    assert reopened(made)["Contrôles (2)"]["D5"].hyperlink.location == "'L''équipe'!B2"
    assert reopened(made)["L'équipe"]["B2"].comment is not None


def test_text_that_looks_like_a_formula_or_holds_control_characters(typed: bytes) -> None:
    nasty = "=cmd|'/c calc'!A1 \x07_x000D_ 🙂"
    found = finding(
        "L301", Place(sheet="Suivi", cell="B3"), value=nasty, suggestion=nasty, target=Label("Équipe", "Team")
    )
    book = reopened(annotate(typed, found))
    cell = book["Contrôles"]["H5"]
    assert (cell.data_type, cell.value) == ("s", "=cmd|'/c calc'!A1 _x005F_x000D_ 🙂")
    assert "=cmd|'/c calc'!A1 " in book["Suivi"]["B3"].comment.text


def test_what_the_copy_cannot_keep_or_show_is_said(typed: bytes) -> None:
    assert annotate(typed, UNKNOWN).losses == ()
    assert annotate(with_part(typed, "_xmlsignatures/sig1.xml", b"<Signature/>"), UNKNOWN).losses == ("signature",)
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
        'Target="../threadedComments/threadedComment1.xml"/></Relationships>'
    )
    threaded = with_part(typed, "xl/worksheets/_rels/sheet1.xml.rels", relations.encode())
    threaded = with_part(threaded, "xl/threadedComments/threadedComment1.xml", b"<ThreadedComments/>")
    assert annotate(threaded, UNKNOWN).losses == ("threads",)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(name, content)
    return stream.getvalue()


def test_without_a_finding_the_list_is_empty(typed: bytes) -> None:
    book = reopened(annotate(typed))
    assert "Rien à signaler." in book["Contrôles"]["A2"].value
    assert book["Contrôles"].max_row == 4


def test_same_bytes_each_time(typed: bytes) -> None:
    assert annotate(typed, UNKNOWN).content == annotate(typed, UNKNOWN).content


def test_an_annotated_copy_says_the_same_when_it_is_checked(example_workbook: Path, tmp_path: Path) -> None:
    """Neither notes nor colours nor the added sheet are taken for anything of the plan."""
    data = example_workbook.with_name("defauts.xlsx").read_bytes()
    found = bind(read(data)).findings
    made = annotate(data, *found)
    assert tuple(bind(read(made.content)).findings) == tuple(found)
    cells = {(item.place.sheet, item.place.cell) for item in found if item.place.sheet and item.place.cell}
    book = reopened(made)
    noted = {
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment and " · " in cell.comment.text.split("\n")[0]
    }
    assert noted == cells
    assert faults(made, tmp_path) == []


def test_the_example_annotated_twice_keeps_both() -> None:
    twice = annotate(annotate(the_example(), at("C7", sheet="0 Compte")).content, at("C7", "R423", sheet="0 Compte"))
    book = reopened(twice)
    assert twice.register == "Contrôles (2)"
    assert "Contrôles" in book.sheetnames
    comment: Comment | None = book["0 Compte"]["C7"].comment
    assert comment is not None
    assert comment.text.index("R423") < comment.text.index("V201")


# --- files in other forms ---------------------------------------------------------------------------------------------


def changed(data: bytes, name: str, *, old: str = "", new: str = "", to: str | None = None) -> bytes:
    """The package with a text of a part replaced, or the part renamed (dropped for "")."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for part, content in unpacked(data).items():
            if part != name or to is None:
                told = content.decode().replace(old, new).encode() if part == name else content
                package.writestr(part, told)
            elif to:
                package.writestr(to, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "old", "new", "to"),
    [
        (
            "xl/workbook.xml",
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/x",
            None,
        ),
        ("xl/styles.xml", "", "", ""),
        ("xl/styles.xml", "cellXfs", "otherXfs", None),
        ("xl/drawings/vmlDrawing1.vml", "", "", ""),
        ("xl/drawings/vmlDrawing1.vml", "</xml>", "", None),
        ("xl/comments1.xml", "<comments", "<!DOCTYPE comments><comments", None),
        ("xl/comments1.xml", "</comments>", "", None),
    ],
)
def test_what_cannot_be_added_to_safely_is_left_alone(
    drawn: bytes, name: str, old: str, new: str, to: str | None
) -> None:
    data = changed(drawn, name, old=old, new=new, to=to)
    assert annotated(data, Findings.of([UNKNOWN]), Locale(Language.FR), colours=COLOURS, file="x.xlsx") is None


def test_names_of_parts_match_without_case(drawn: bytes) -> None:
    """As the package format has it, and some programs write it."""
    data = changed(drawn, "xl/worksheets/sheet1.xml", to="xl/worksheets/Sheet1.xml")
    assert b"DUPONT" in unpacked(annotate(data, UNKNOWN).content)["xl/comments1.xml"]


def test_a_sheet_without_numbers_of_rows_and_cells(drawn: bytes) -> None:
    """Numbers may be left out: rows and cells then follow each other."""
    plain = '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row>'
    sheet = unpacked(drawn)["xl/worksheets/sheet2.xml"].decode()
    data = changed(
        drawn,
        "xl/worksheets/sheet2.xml",
        old=sheet,
        new=sheet.replace("<sheetData/>", f"<sheetData>{plain}{plain}</sheetData>"),
    )
    noted = reopened(annotate(data, at("B2", sheet="Autre"), at("A4", sheet="Autre")))["Autre"]
    assert [[cell.value for cell in row] for row in noted["A1:B2"]] == [["a", "b"], ["a", "b"]]
    assert noted["B2"].comment is not None
    assert noted["A4"].comment is not None


@pytest.mark.parametrize(
    "make",
    [hostile.backslashed, hostile.in_upper_case, hostile.elsewhere, hostile.in_utf_16],
)
def test_a_workbook_of_another_form_is_annotated_where_the_usual_one_is(make: Callable[[], bytes]) -> None:
    found = at("C9", sheet="5 Actions")
    copy = annotate(make(), found).content
    assert bind(read(copy)).plan == bind(read(the_short())).plan
    comments = {(said.sheet, said.cell) for said in comments_of(copy)}
    assert comments == {(said.sheet, said.cell) for said in comments_of(annotate(the_short(), found).content)}
    assert ("5 Actions", "C9") in comments


def test_a_number_that_is_none_leaves_the_workbook_as_it_is() -> None:
    data = hostile.with_edit(hostile.ACTIONS, lambda xml: xml.replace(b'<col min="1"', b'<col min="one"'))
    assert bind(read(data)).plan is not None
    assert (
        annotated(data, Findings.of([at("C9", sheet="5 Actions")]), Locale(Language.FR), colours=COLOURS, file="a.xlsx")
        is None
    )
