"""Next quarter's workbook: the same content, one quarter further, and all that people added."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from generator.diagnostics import Findings
from generator.locales import Language
from generator.model.quarter import Quarter
from generator.workbook.author import author
from generator.workbook.author.additions import Additions, OwnCell, OwnColumn, OwnItem, OwnSheet, OwnTable
from generator.workbook.example import example_plan
from generator.workbook.rollover import LastBook, RolledOver, read_last, roll_over
from generator.workbook.rollover.version import next_version
from tests.builders import a_kpi, a_message, a_plan, quarters
from tests.workbook import hostile
from tests.workbook.books import COLOURS, bound, bounds, fill, opened, saved, the_example
from tests.workbook.short_plan import short_plan, the_short
from tests.workbook.test_layouts import LAYOUTS

NEXT = Quarter(2026, 4)


@cache
def rolled(
    data: bytes, period: Quarter = NEXT, language: Language | None = None, *, keep_messages: bool = True
) -> RolledOver:
    """The workbook of a later period, messages and all."""
    last = read_last(data)
    assert isinstance(last, LastBook)
    return roll_over(last, period, colours=COLOURS, language=language, keep_messages=keep_messages)


def results(data: bytes) -> Workbook:
    """A workbook as Excel saved its results."""
    book = load_workbook(BytesIO(data), data_only=True)
    assert isinstance(book, Workbook)
    return book


def headers(sheet: Worksheet, table: str) -> list[object]:
    """The headers of a table."""
    left, top, right, _ = bounds(sheet.tables[table].ref)
    return [sheet.cell(top, column).value for column in range(left, right + 1)]


def said(sheet: Worksheet, cell: str) -> tuple[str, str]:
    """The text of a comment and its author."""
    comment = sheet[cell].comment
    assert comment is not None
    return comment.text, comment.author


def at_header(sheet: Worksheet, table: str, header: str) -> int:
    """The column of a header on its sheet."""
    return bounds(sheet.tables[table].ref)[0] + headers(sheet, table).index(header)


@cache
def with_own_things() -> bytes:
    """The example after a quarter in somebody's hands: columns, a line, formulas, a sheet, a name of their own.

    The formulas of « Mes calculs » point into Chiffres, which moves as Tickets on its left grows by a column.
    """
    first = opened(the_example())["1 Cartographie"]
    left, _, right, bottom = bounds(first.tables["Chiffres"].ref)
    figures = f"'1 Cartographie'!{first.cell(7, left + 4).coordinate}"
    last = f"'1 Cartographie'!{first.cell(7, left + 4).coordinate}:{first.cell(bottom, right).coordinate}"
    total = sum(sum(series.quarters.values()) for series in example_plan(Language.FR).figures)
    return author(
        example_plan(Language.FR),
        Language.FR,
        colours=COLOURS,
        additions=Additions(
            columns={
                "actions": (
                    OwnColumn("Heures", {0: OwnCell(7.5), 2: OwnCell("à voir")}, 9, after="action"),
                    OwnColumn("Coût", {0: OwnCell(600, "=D7*80", "#,##0"), 1: OwnCell(46295, None, 14)}, 12),
                ),
                "kpis": (OwnColumn("Deux trimestres", {0: OwnCell(9, "=SUM(Y7:Z7)")}, 15),),
                "account": (OwnColumn("Vu par", {1: OwnCell("Claire")}, 12),),
            },
            items={"account": (OwnItem("Code SAP", OwnCell("0042")),)},
            formulas={"contracts": {(0, "annual_amount"): OwnCell(1_650_000, "=1100000*1.5")}},
            sheets=(
                OwnSheet(
                    "Mes calculs",
                    {
                        (0, 0): OwnCell("Premier trimestre"),
                        (0, 1): OwnCell(123, f"={figures}"),
                        (1, 1): OwnCell(float(total), f"=SUM({last})"),
                        (2, 1): OwnCell(2_500_000, "=SUM(Contrats[Montant annuel])*TauxMaison"),
                        (3, 1): OwnCell("non", '=IF(B1>B2,"oui","non")'),
                        (4, 1): OwnCell(46388, None, 14),
                        (5, 1): OwnCell(value=True),
                        (6, 1): OwnCell("=pas une formule"),
                        (7, 1): OwnCell(2, "='0 Compte'!A1"),
                        (8, 1): OwnCell(5, "=[1]Tarifs!A1"),
                        (9, 1): OwnCell("#N/A", "=NA()"),
                        (12, 0): OwnCell("x"),
                        (12, 1): OwnCell(3),
                    },
                    {0: 25.0},
                    (OwnTable("Suivi", 11, 0, 12, 1, ("Qui", "Combien"), "Table Style Light 9"),),
                ),
                OwnSheet("Caché", {(0, 0): OwnCell("secret")}, {}, (), "veryHidden"),
            ),
            names={"TauxMaison": "=0.5", "PremierClient": "='0 Compte'!$C$7"},
        ),
    )


# --- the plan --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", Language)
def test_the_same_plan_one_quarter_further(language: Language) -> None:
    before = short_plan(language)
    moved = before.account.model_copy(update={"cutoff": date(2026, 12, 31), "version": "1.4"})
    result = bound(rolled(the_short(language)).workbook)
    assert result.plan == before.model_copy(update={"account": moved})
    assert list(result.findings) == []


@pytest.mark.parametrize(("language", "header"), [(Language.FR, "T4 2026"), (Language.EN, "Q4 2026")])
def test_each_crosstab_has_a_column_for_the_quarter(language: Language, header: str) -> None:
    book = opened(rolled(the_short(language)).workbook)
    for sheet, table in ((2, "Tickets"), (2, "Chiffres"), (5, "KPI")):
        found = headers(book.worksheets[sheet], table)
        assert found[-1] == header
        assert found.count(header) == 1


def test_two_quarters_at_once_leave_no_gap() -> None:
    book = opened(rolled(the_short(), Quarter(2027, 1)).workbook)
    assert headers(book["4 KPI"], "KPI")[-3:] == ["T3 2026", "T4 2026", "T1 2027"]


def test_closed_actions_stay() -> None:
    refs = [action.ref for action in short_plan(Language.FR).actions]
    assert [action.ref for action in rolled(the_short()).plan.actions] == refs


def test_a_nearly_empty_workbook() -> None:
    plan = a_plan(kpis=(a_kpi(quarters=quarters(T3_2026=4)),))
    result = rolled(author(plan, Language.FR, colours=COLOURS))
    again = bound(result.workbook)
    assert again.plan == result.plan
    assert result.plan.kpis == plan.kpis
    assert headers(opened(result.workbook)["4 KPI"], "KPI")[-2:] == ["T3 2026", "T4 2026"]
    assert headers(opened(result.workbook)["1 Cartographie"], "Tickets")[-1] == "T4 2026"


def test_the_other_language_when_asked() -> None:
    result = rolled(the_short(), language=Language.EN)
    assert result.plan.account.language is Language.EN
    again = bound(result.workbook)
    assert again.plan == result.plan
    assert not again.findings.errors


def test_the_same_workbook_gives_the_same_bytes() -> None:
    assert rolled(with_own_things()).workbook == rolled.__wrapped__(with_own_things()).workbook


def test_an_earlier_period_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="not later"):
        rolled(the_short(), Quarter(2026, 3))


def test_a_workbook_with_errors_is_not_taken_over() -> None:
    book = opened(the_short())
    book["0 Compte"]["C13"] = "bientôt"
    found = read_last(saved(book))
    assert isinstance(found, Findings)
    assert "V204" in {said.code for said in found.errors}


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("1.3", "1.4"),
        ("1.9", "1.10"),
        ("2", "3"),
        ("v1.03", "v1.04"),
        ("1.3 (projet)", "1.4 (projet)"),
        ("T3 2026", "T4 2026"),
        ("2026-T3", "2026-T4"),
        ("finale", "finale 2"),
    ],
)
def test_the_next_version(version: str, expected: str) -> None:
    assert next_version(version, NEXT, Language.FR) == expected


# --- what people added -----------------------------------------------------------------------------------------------


def test_the_plan_with_people_s_own_things_is_the_same() -> None:
    result = rolled(with_own_things())
    again = bound(result.workbook)
    assert again.plan == result.plan
    assert not again.findings.errors
    assert {said.code for said in again.findings} == {"W112", "W113", "W143"}


def test_own_columns_keep_their_place_and_cells() -> None:
    data = rolled(with_own_things()).workbook
    sheet, values = opened(data)["5 Actions"], results(data)["5 Actions"]
    assert headers(sheet, "Actions")[:3] == ["Réf", "Action", "Heures"]
    assert headers(sheet, "Actions")[-1] == "Coût"
    hours, cost = (at_header(sheet, "Actions", header) for header in ("Heures", "Coût"))
    assert [sheet.cell(row, hours).value for row in (7, 8, 9)] == [7.5, None, "à voir"]
    assert (sheet.cell(7, cost).value, values.cell(7, cost).value) == ("=D7*80", 600)
    assert sheet.cell(7, cost).number_format == "#,##0"
    assert (values.cell(8, cost).value, values.cell(8, cost).number_format) == (datetime(2026, 9, 30), "mm-dd-yy")


def test_a_formula_in_a_column_of_ours_stays_a_formula() -> None:
    data = rolled(with_own_things()).workbook
    sheet = opened(data)["1 Cartographie"]
    at = at_header(sheet, "Contrats", "Montant annuel")
    assert sheet.cell(7, at).value == "=1100000*1.5"
    assert results(data)["1 Cartographie"].cell(7, at).value == 1_650_000


def test_an_own_column_behind_the_quarters_stays_behind_the_new_one() -> None:
    sheet = opened(rolled(with_own_things()).workbook)["4 KPI"]
    assert headers(sheet, "KPI")[-3:] == ["T3 2026", "T4 2026", "Deux trimestres"]
    at = at_header(sheet, "KPI", "Deux trimestres")
    two = [sheet.cell(7, at_header(sheet, "KPI", header)).coordinate for header in ("T2 2026", "T3 2026")]
    assert sheet.cell(7, at).value == f"=SUM({two[0]}:{two[1]})"


def test_own_lines_and_columns_of_a_form_stay() -> None:
    sheet = opened(rolled(with_own_things()).workbook)["0 Compte"]
    rows = {sheet.cell(row, 2).value: row for row in range(7, 30)}
    assert sheet.cell(rows["Code SAP"], 3).value == "0042"
    assert rows["Code SAP"] == rows["Code compte"] + 1
    assert headers(sheet, "Compte") == ["Champ", "Valeur", "Aide", "Vu par"]
    assert sheet.cell(rows["Fournisseur"], 5).value == "Claire"


def test_own_sheets_come_along_with_formulas_and_results() -> None:
    data = rolled(with_own_things()).workbook
    sheet, values = opened(data)["Mes calculs"], results(data)["Mes calculs"]
    mapping = opened(data)["1 Cartographie"]
    first = at_header(mapping, "Chiffres", "T4 2023")
    bottom = bounds(mapping.tables["Chiffres"].ref)[3]
    corner = mapping.cell(bottom, at_header(mapping, "Chiffres", "T4 2026")).coordinate
    start = mapping.cell(7, first).coordinate
    before = opened(with_own_things())["Mes calculs"]
    assert sheet["B1"].value == f"='1 Cartographie'!{start}" != before["B1"].value
    assert sheet["B2"].value == f"=SUM('1 Cartographie'!{start}:{corner})"
    assert sheet["B3"].value == "=SUM(Contrats[Montant annuel])*TauxMaison"
    assert sheet["B4"].value == '=IF(B1>B2,"oui","non")'
    assert [values.cell(row, 2).value for row in (1, 3, 4)] == [123, 2_500_000, "non"]
    assert values["B2"].value == results(with_own_things())["Mes calculs"]["B2"].value
    assert values["B5"].value == datetime(2027, 1, 1)
    assert values["B6"].value is True
    assert (sheet["B7"].value, sheet["B7"].data_type) == ("=pas une formule", "s")
    assert (sheet["B10"].value, values["B10"].value) == ("=NA()", "#N/A")
    assert sheet.column_dimensions["A"].width == pytest.approx(25, abs=1)


def test_own_tables_names_and_hidden_sheets_stay() -> None:
    book = opened(rolled(with_own_things()).workbook)
    table = book["Mes calculs"].tables["Suivi"]
    assert (table.ref, [column.name for column in table.tableColumns]) == ("A12:B13", ["Qui", "Combien"])
    assert [book["Mes calculs"].cell(row, 1).value for row in (12, 13)] == ["Qui", "x"]
    assert book["Caché"].sheet_state == "veryHidden"
    assert book["Caché"]["A1"].value == "secret"
    assert book.defined_names["TauxMaison"].attr_text == "0.5"
    assert book.defined_names["PremierClient"].attr_text == "'0 Compte'!$C$7"
    assert book.sheetnames[-2:] == ["Mes calculs", "Caché"]


def test_what_cannot_follow_is_told() -> None:
    left = rolled(with_own_things()).left_behind
    assert left.unsure == ("Mes calculs!B8",)
    assert left.values == ("Mes calculs!B9",)
    assert (left.parts, left.rows, left.cells, left.comments) == ({}, (), (), ())


def test_a_formula_into_another_file_gives_its_result() -> None:
    assert opened(rolled(with_own_things()).workbook)["Mes calculs"]["B9"].value == 5


def test_totals_scribbles_and_comments_are_told() -> None:
    book = opened(the_short())
    sheet = book["4 KPI"]
    _, _, _, bottom = bounds(sheet.tables["KPI"].ref)
    sheet.cell(bottom + 1, 3, "Total")
    sheet.cell(bottom + 6, 2, "à revoir avec Inès")
    sheet["AF20"] = "au calme"
    sheet["AF20"].comment = Comment("vu", "moi")
    left = rolled(saved(book)).left_behind
    assert left.rows[0] == f"4 KPI!C{bottom + 1}"
    assert sorted((*left.rows[1:], *left.cells)) == ["4 KPI!AF20", f"4 KPI!B{bottom + 6}"]
    assert left.comments == ("4 KPI!AF20",)


def test_comments_stay_on_their_cells() -> None:
    book = opened(the_short())
    sheet = book["1 Cartographie"]
    target = sheet.cell(8, at_header(sheet, "Chiffres", "T1 2024"))
    target.comment = Comment("à confirmer", "Claire")
    mine = book.create_sheet("À moi")
    mine["B2"].comment = Comment("brouillon", "Claire")
    again = opened(rolled(saved(book)).workbook)
    moved = again["1 Cartographie"]
    cell = moved.cell(8, at_header(moved, "Chiffres", "T1 2024"))
    assert cell.coordinate != target.coordinate
    assert said(moved, cell.coordinate) == ("à confirmer", "Claire")
    assert said(again["À moi"], "B2") == ("brouillon", "Claire")
    assert said(again["4 KPI"], "B6") == said(book["4 KPI"], "B6")


def test_charts_and_pictures_are_counted() -> None:
    book = opened(the_short())
    sheet = book.create_sheet("Graphique")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=2))
    sheet.add_chart(chart, "C3")
    assert rolled(saved(book)).left_behind.parts == {"charts": 1}


def test_reordered_and_renamed_ours_come_back_in_order() -> None:
    book = opened(the_short())
    sheet = book["3 Gouvernance"]
    sheet.title = "Comités"
    left, top, _, bottom = bounds(sheet.tables["Decisions"].ref)
    for row in range(top, bottom + 1):
        first, second = sheet.cell(row, left), sheet.cell(row, left + 1)
        first.value, second.value = second.value, first.value
    for column, header in zip(sheet.tables["Decisions"].tableColumns, ("Séance", "Réf"), strict=False):
        column.name = header
    mine = book.create_sheet("À moi")
    mine["A1"] = f"=Comités!{sheet.cell(top + 1, left).coordinate}"
    result = rolled(saved(book))
    again = opened(result.workbook)
    moved = again["3 Gouvernance"]
    seat = moved.cell(7, at_header(moved, "Decisions", "Séance")).coordinate
    assert again["À moi"]["A1"].value == f"='3 Gouvernance'!{seat}"
    assert result.plan.decisions == short_plan(Language.FR).decisions


def test_every_cell_of_every_table_is_followed_to_its_value() -> None:
    """Whatever cell of ours a formula names, the new cell holds what the former one did."""
    book = opened(the_example())
    mine = book.create_sheet("Tout")
    for sheet in book.worksheets[1:8]:
        for table in sheet.tables.values():
            left, top, right, bottom = bounds(table.ref)
            is_form = table.name in {"Compte", "Parametres"}
            for row in range(top + is_form, bottom + 1):
                for column in range(left, left + 2 if is_form else right + 1):
                    mine.cell(mine.max_row + 1, 1, f"='{sheet.title}'!{sheet.cell(row, column).coordinate}")
    result = rolled(saved(book))
    again = opened(result.workbook)
    before = {cell.row: value_at(book, str(cell.value)) for cell in mine["A"] if cell.value}
    after = {cell.row: value_at(again, str(cell.value)) for cell in again["Tout"]["A"] if cell.value}
    changed = {before[row]: after[row] for row in before if before[row] != after[row]}
    assert len(before) > 4000
    assert changed == {datetime(2026, 9, 30): datetime(2026, 12, 31), "1.3": "1.4"}
    assert result.left_behind.unsure == ()


def value_at(book: Workbook, formula: str) -> object:
    """What the cell that a formula names holds."""
    sheet, _, cell = formula.removeprefix("=").rpartition("!")
    return book[sheet.strip("'")][cell].value


def test_tidy_figures_become_columns_and_their_notes_are_told() -> None:
    book = opened(the_short())
    sheet = book.create_sheet("Export ERP")
    rows: list[list[object]] = [["Entité", "Offre", "Mesure", "Période", "Valeur", "Qui"]]
    rows += [["Groupe", "Support", "CA", "T2 2026", 100, "Inès"], ["Groupe", "Support", "CA", "T3 2026", 120, "Marc"]]
    fill(sheet, rows)
    del book["1 Cartographie"].tables["Chiffres"]
    clear(book["1 Cartographie"], "Chiffres clés")
    result = rolled(saved(book))
    (series,) = result.plan.figures
    assert {str(quarter): int(value) for quarter, value in series.quarters.items()} == {"2026-T2": 100, "2026-T3": 120}
    mapping = opened(result.workbook)["1 Cartographie"]
    assert headers(mapping, "Chiffres")[-3:] == ["T2 2026", "T3 2026", "T4 2026"]
    assert result.left_behind.cells == ("Export ERP!F3",)


def test_the_months_that_a_quarter_is_the_sum_of_are_not_left_behind() -> None:
    book = opened(the_short())
    months = [["Groupe", "Support", "CA", month, 100] for month in ("2026-07", "2026-08", "2026-09")]
    fill(book.create_sheet("Export ERP"), [["Entité", "Offre", "Mesure", "Période", "Valeur"], *months])
    del book["1 Cartographie"].tables["Chiffres"]
    clear(book["1 Cartographie"], "Chiffres clés")
    result = rolled(saved(book))
    (series,) = result.plan.figures
    assert {str(quarter): int(value) for quarter, value in series.quarters.items()} == {"2026-T3": 300}
    assert result.left_behind.cells == ()


def clear(sheet: Worksheet, title: str) -> None:
    """Empty the columns of the last table of a sheet, from its title on."""
    left = next(cell.column for cell in sheet[4] if cell.value == title)
    for row in sheet.iter_rows(min_row=4, min_col=left):
        for cell in row:
            if type(cell).__name__ == "Cell":
                cell.value = None


@pytest.mark.parametrize(
    "layout",
    ["tables on sheets of their own", "columns of one's own", "headings on two rows, merged", "translated headers"],
)
def test_however_the_tables_were_arranged(layout: str) -> None:
    result = rolled(saved(LAYOUTS[layout]()))
    before = short_plan(Language.FR)
    assert result.plan.model_copy(update={"account": before.account}) == before
    again = bound(result.workbook)
    assert again.plan == result.plan
    assert not again.findings.errors


@pytest.mark.parametrize("make", [hostile.pivot_with_calculated_item, hostile.linked_to_others])
def test_parts_that_nobody_reads_are_no_obstacle(make: Callable[[], bytes]) -> None:
    assert rolled(make()).plan.account.version == "1.4"


@pytest.mark.parametrize("make", [hostile.strict, hostile.backslashed, hostile.in_utf_16])
def test_another_form_of_the_same_workbook_gives_the_same(make: Callable[[], bytes]) -> None:
    assert rolled(make()) == rolled(the_short())


@pytest.mark.parametrize("make", [hostile.in_upper_case, hostile.elsewhere])
def test_a_form_that_cannot_be_taken_over_is_left_as_it_is(make: Callable[[], bytes]) -> None:
    last = read_last(make())
    assert isinstance(last, Findings)
    assert [said.code for said in last] == ["W160"]


def test_a_sheet_name_longer_than_excel_s_is_cut() -> None:
    book = opened(the_short())
    for number in (1, 2):
        with pytest.warns(UserWarning, match="31 characters"):
            book.create_sheet(f"Une feuille au nom beaucoup trop long {number}")
    names = opened(rolled(saved(book)).workbook).sheetnames
    assert names[-2:] == ["Une feuille au nom beaucoup tro", "Une feuille au nom beaucoup (2)"]


def test_formulas_name_the_columns_of_the_other_language() -> None:
    book = opened(rolled(with_own_things(), language=Language.EN).workbook)
    assert book["Mes calculs"]["B3"].value == "=SUM(Contrats[Annual amount])*TauxMaison"
    assert book["Mes calculs"]["B1"].value.startswith("='1 Mapping'!")
    assert book.defined_names["PremierClient"].attr_text == "'0 Account'!$C$7"
    assert headers(book["5 Actions"], "Actions")[:3] == ["Ref", "Action", "Heures"]


def test_a_column_typed_twice_comes_along_under_another_name() -> None:
    book = opened(the_short())
    sheet = book["5 Actions"]
    right = bounds(sheet.tables["Actions"].ref)[2]
    fill(sheet, [["Avis", "Avis"], ["oui", "non"]], top=6, left=right + 1)
    found = headers(opened(rolled(saved(book)).workbook)["5 Actions"], "Actions")
    assert found[-2:] == ["Avis", "Avis (2)"]


def test_headlines_and_comments_of_the_last_quarter_stay_unless_asked_for() -> None:
    messages = (
        a_message(title="Le T3 est bon"),
        a_message(section="revenue", title=None, comment="Le recul du T3 était prévu"),
    )
    data = author(a_plan(messages=messages, kpis=(a_kpi(comment="Six sites ouverts"),)), Language.FR, colours=COLOURS)
    without, kept = rolled(data, keep_messages=False), rolled(data)
    assert (without.plan.messages, kept.plan.messages) == ((), messages)
    read_again = bound(without.workbook).plan
    assert read_again is not None
    assert read_again.messages == ()
    assert [place.partition("!")[0] for place in without.left_behind.messages] == ["0 Compte", "0 Compte"]
    assert kept.left_behind.messages == ()
    assert [kpi.comment for kpi in read_again.kpis] == ["Six sites ouverts"]  # a fact, to be reread


def test_what_hangs_on_a_message_left_behind_stays_with_it() -> None:
    data = author(a_plan(messages=(a_message(title="Le T3 est bon"),)), Language.FR, colours=COLOURS)
    book = opened(data)
    sheet = book["0 Compte"]
    left, top, right, _ = bounds(sheet.tables["Messages"].ref)
    sheet.cell(top + 1, left + 1).comment = Comment("à revoir", "Claire")
    found = rolled(saved(book), keep_messages=False)
    told = opened(found.workbook)["0 Compte"]
    new_left, new_top, new_right, _ = bounds(told.tables["Messages"].ref)
    assert [told.cell(new_top + 1, column).value for column in range(new_left, new_right + 1)] == [None] * (
        right - left + 1
    )
    assert found.left_behind.comments == (f"0 Compte!{sheet.cell(top + 1, left + 1).coordinate}",)
