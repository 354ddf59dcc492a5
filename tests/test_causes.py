"""One bad cell is told once: nothing that merely follows from it is told beside it."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pipeline.check import checked
from generator.workbook.bind import Bound
from generator.workbook.coordinates import coordinate
from generator.workbook.raw import CellError
from tests.workbook.books import bound
from tests.workbook.short_plan import the_short
from tests.workbook.test_mutations import FREE, Spot, Target, changed, targets

Told = Counter[tuple[str, str | None, str | None]]
NOBODY = "zzz qqq"


def told(book: Bound) -> Told:
    """Every finding by code and cell."""
    return Counter((said.code, said.place.sheet, said.place.cell) for said in checked(book).findings)


@cache
def told_of_the_example() -> Told:
    return told(bound(the_short()))


@cache
def items() -> tuple[Target, ...]:
    """The filled cells of the forms, which are told by their item."""
    grounds = bound(the_short()).origins.grounds.values()
    return tuple(
        Target((ground.sheet, header.row, ground.values_at), ground.columns[name])
        for ground in grounds
        if ground.values_at is not None
        for name, header in ground.headers.items()
    )


def beside(spot: Spot, content: object) -> tuple[int, Told]:
    """How many findings a cell has once it holds this, and the new ones that stand elsewhere."""
    new = told(changed({spot: content})) - told_of_the_example()
    here = {at: count for at, count in new.items() if at[1:] == (spot[0], coordinate(spot[1], spot[2]))}
    return sum(here.values()), new - Counter(here)


@settings(max_examples=24)
@given(st.sampled_from((*items(), *targets())))
def test_a_cell_in_error_is_told_once_and_nothing_follows(target: Target) -> None:
    assert beside(target.spot, CellError("#N/A")) == (1, Counter())


@settings(max_examples=12)
@given(st.sampled_from([target for target in targets() if target.column.column.refs]))
def test_a_name_that_leads_nowhere_is_told_once_and_nothing_follows(target: Target) -> None:
    assert beside(target.spot, NOBODY) == (1, Counter())


@settings(max_examples=12)
@given(st.sampled_from([target for target in targets() if target.column.cell_kind not in FREE]))
def test_nonsense_is_told_once_and_nothing_follows(target: Target) -> None:
    assert beside(target.spot, "zzz") == (1, Counter())


@pytest.mark.parametrize(
    ("table", "field"),
    [
        ("entities", "name"),  # the rows of many tables name it
        ("contracts", "ref"),
        ("contracts", "annual_amount"),  # revenue without its contract
        ("kpis", "target"),
        ("actions", "owner"),
        ("actions", "due"),
        ("meetings", "held"),
        ("kpis", "share"),  # what refers to it would look hidden from the client
        ("account", "cutoff"),
    ],
)
def test_the_cells_that_much_follows_from(table: str, field: str) -> None:
    ground = bound(the_short()).origins.grounds[table]
    column = ground.columns[field]
    cells = items() if ground.values_at is not None else targets()
    at = ground.values_at or ground.headers[field].column
    first = next(one for one in cells if one.column is column and one.spot[0] == ground.sheet and one.spot[2] == at)
    assert beside(first.spot, CellError("#N/A"))[0] == 1
    assert beside(first.spot, CellError("#N/A"))[1] == Counter()


HEADED = ("contracts", "potential", "bodies", "raci")
"""Tables that links, rules and the client's edition rest on; one drawn in lists, one under the links of its sheet."""


def new(contents: dict[Spot, object]) -> Counter[str]:
    """The codes of the findings that changes give."""
    return Counter(code for code, _, _ in (told(changed(contents)) - told_of_the_example()).elements())


def headers(table: str) -> list[Spot]:
    """The cells of the headers of a table."""
    ground = bound(the_short()).origins.grounds[table]
    return [(ground.sheet, header.row, header.column) for header in ground.headers.values()]


@pytest.mark.parametrize("table", HEADED)
def test_a_table_with_headers_of_its_own_is_told_once_and_nothing_follows(table: str) -> None:
    assert new({spot: f"Mot {number}" for number, spot in enumerate(headers(table))}) == {"W140": 1}


@pytest.mark.parametrize(("table", "code"), [("contracts", "W144"), ("amendments", "W140"), ("raci", "W140")])
def test_a_table_without_headers_is_told_once_and_nothing_follows(table: str, code: str) -> None:
    assert new(dict.fromkeys(headers(table))) == {code: 1}


@pytest.mark.parametrize("table", HEADED)
def test_a_header_that_stands_twice_is_told_once_and_nothing_follows(table: str) -> None:
    first, *_ = bound(the_short()).origins.grounds[table].headers.values()
    assert new({headers(table)[1]: first.value}) == {"W146": 1}


def test_quarters_of_another_year_are_told_once_and_nothing_follows() -> None:
    ground = bound(the_short()).origins.grounds["figures"]
    at = {(ground.sheet, ground.headers[name].row, ground.headers[name].column): name for name in ground.quarters}
    assert new({spot: f"T{name[-1]} {name[:4]}/{int(name[:4]) + 1}" for spot, name in at.items()}) == {"W154": 1}
