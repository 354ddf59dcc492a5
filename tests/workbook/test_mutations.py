"""Random changes to a sound workbook: the program always answers, and what it cannot use it never drops in silence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.locales import Language
from generator.model.column import Kind
from generator.model.plan import AccountPlan
from generator.model.schema import ColumnSpec, tables
from generator.workbook.bind import Bound, bind
from generator.workbook.conversions import is_blank
from generator.workbook.ground import Ground
from generator.workbook.opening import OpenedBook, opened
from generator.workbook.raw import CellError, OverlongText, RawCell, RawSheet, UncomputedFormula
from generator.workbook.read import tables_of
from tests.workbook.books import bound
from tests.workbook.short_plan import short_plan, the_short

Spot = tuple[str, int, int]

TEXTS = st.text(max_size=30) | st.text(alphabet="0123456789 ,.-/%€kMT'()\u202f;:=_xD8", max_size=12)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
CONTENTS = (
    st.none()
    | TEXTS
    | NUMBERS
    | st.booleans()
    | st.datetimes(min_value=datetime(1900, 1, 1))
    | st.times()
    | st.timedeltas()
    | st.sampled_from([CellError("#REF!"), UncomputedFormula("=A1"), OverlongText("abc", 40_000)])
    | st.sampled_from(
        ["Total", "Total général", "n/a", "T3 2026", "A-01", "Groupe", "Oui", "45 %", "1.234", "31/02/2026"]
    )
)
NONSENSE = st.sampled_from(["¿qué?", "zzz", CellError("#N/A"), UncomputedFormula("=A1+1"), OverlongText("abc", 40_000)])
FREE = {Kind.TEXT, Kind.TEXTS}


@dataclass(frozen=True)
class Target:
    """A filled cell of a row: where it stands and what its column asks for."""

    spot: Spot
    column: ColumnSpec


@cache
def the_book() -> OpenedBook:
    book = opened(the_short())
    assert isinstance(book, OpenedBook)
    return book


@cache
def filled() -> tuple[Spot, ...]:
    """Every filled cell on the sheets of the stages: titles, headers, rows."""
    return tuple((sheet.name, *at) for sheet in the_book().sheets[1:-1] for at in sheet.cells)


@cache
def targets() -> tuple[Target, ...]:
    """The filled cells of the rows of all tables."""
    origins = bound(the_short()).origins
    return tuple(
        Target((ground.sheet, row.number, header.column), ground.columns[name])
        for field, ground in origins.grounds.items()
        if ground.values_at is None
        for rows in origins.rows[field].values()
        for row in rows
        for name, header in ground.headers.items()
        if header.column in row.cells
    )


def changed(contents: dict[Spot, object]) -> Bound:
    """What binding the example gives once these cells hold something else."""
    sheets = tuple(_changed(sheet, contents) for sheet in the_book().sheets)
    return bind(tables_of(replace(the_book(), sheets=sheets)))


def _changed(sheet: RawSheet, contents: dict[Spot, object]) -> RawSheet:
    cells = dict(sheet.cells)
    for (name, row, column), content in contents.items():
        if name == sheet.name:
            cells.pop((row, column), None)
            if content is not None and content != "":
                cells[row, column] = RawCell(name, row, column, content)
    return replace(sheet, cells=cells)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_cells_hold_there_is_an_answer(data: st.DataObject) -> None:
    spots = data.draw(st.lists(st.sampled_from(filled()), min_size=1, max_size=8, unique=True))
    result = changed({spot: data.draw(CONTENTS) for spot in spots})
    assert result.plan is not None or result.findings.errors
    assert lost_rows(result.plan) <= len(spots) or result.findings


@settings(max_examples=60, deadline=None)
@given(target=st.sampled_from(targets()), content=NONSENSE)
def test_nonsense_where_a_value_is_expected_is_named_with_its_cell(target: Target, content: object) -> None:
    if target.column.cell_kind in FREE and isinstance(content, str) and not target.column.column.refs:
        return
    result = changed({target.spot: content})
    sheet, row, column = target.spot
    at = RawCell(sheet, row, column, None).coordinate
    named = [said for said in result.findings.errors if (said.place.sheet, said.place.cell) == (sheet, at)]
    assert named


@settings(max_examples=60, deadline=None)
@given(target=st.sampled_from(targets()))
def test_a_required_cell_left_blank_is_named(target: Target) -> None:
    result = changed({target.spot: None})
    if target.column.required and lost_rows(result.plan):
        sheet, row, _ = target.spot
        assert any(
            said.place.sheet == sheet and str(row) in (said.place.cell or "") for said in result.findings
        ) or not [cell for cell in same_row(target) if not is_blank(cell.value)]
    elif not target.column.required:
        assert lost_rows(result.plan) == 0


@settings(max_examples=60, deadline=None)
@given(data=st.data(), content=st.none() | st.sampled_from(["Colonne du juriste", 12, CellError("#REF!")]))
def test_a_header_that_names_nothing_is_told(data: st.DataObject, content: object) -> None:
    grounds = bound(the_short()).origins.grounds
    ground = grounds[data.draw(st.sampled_from(sorted(grounds)))]
    header = ground.headers[data.draw(st.sampled_from(sorted(ground.headers)))]
    result = changed({(ground.sheet, header.row, header.column): content})
    assert result.findings or not any_value_under(ground, header)


def test_a_form_without_any_header_is_told() -> None:
    zone = next(zone for zone in the_book().sheets[1].zones if zone.name == "Compte")
    result = changed({("0 Compte", zone.top, column): None for column in range(zone.left, zone.right + 1)})
    assert [(said.code, said.place.table) for said in result.findings.errors] == [("W111", "Compte")]
    assert result.plan is None


def any_value_under(ground: Ground, header: RawCell) -> bool:
    sheet = next(sheet for sheet in the_book().sheets if sheet.name == ground.sheet)
    if ground.values_at is not None:
        return (header.row, ground.values_at) in sheet.cells
    return any(column == header.column and row > header.row for row, column in sheet.cells)


def same_row(target: Target) -> list[RawCell]:
    """The other cells of the row of a target, within its table."""
    sheet, row, column = target.spot
    found = next(one for one in the_book().sheets if one.name == sheet)
    zone = next(zone for zone in found.zones if zone.left <= column <= zone.right)
    columns = range(zone.left, zone.right + 1)
    return [cell for (at, place), cell in found.cells.items() if at == row and place in columns and place != column]


def lost_rows(plan: AccountPlan | None) -> int:
    """How many rows of the example a plan lacks."""
    if plan is None:
        return 1_000
    before = short_plan(Language.FR)
    fields = [spec.field for spec in tables() if spec.table.key]
    return sum(max(0, len(getattr(before, field)) - len(getattr(plan, field))) for field in fields)


@settings(max_examples=40, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(1, 9_000), st.integers(0, 255)), min_size=1, max_size=10))
def test_bytes_changed_at_random_are_answered(changes: list[tuple[int, int]]) -> None:
    data = bytearray(the_short())
    for back, byte in changes:  # from the end, where the directory of the package stands
        data[-back] = byte
    result = bound(bytes(data))
    assert result.plan is not None or result.findings.errors


def test_the_example_unchanged_is_the_example() -> None:
    assert changed({}).plan == short_plan(Language.FR)


def test_moments_and_durations_in_any_cell_are_answered() -> None:
    for target in targets()[::97]:
        result = changed({target.spot: time(23, 59)})
        assert result.plan is not None or result.findings.errors
