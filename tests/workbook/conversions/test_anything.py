"""Whatever a cell holds, a conversion answers: a value of the right type, a blank, or a finding. It never raises."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Place
from generator.model.choices import ActionStatus
from generator.model.column import Days, Kind
from generator.model.quarter import Quarter
from generator.workbook.conversions import Question, convert

TYPES: dict[Kind, tuple[type, ...]] = {
    Kind.TEXT: (str,),
    Kind.MONEY: (Decimal,),
    Kind.RATE: (Decimal,),
    Kind.NUMBER: (Decimal,),
    Kind.INTEGER: (int,),
    Kind.LEVEL: (int,),
    Kind.TERM: (int, Days),
    Kind.CURRENCY: (str,),
    Kind.DATE: (date,),
    Kind.TIME: (time,),
    Kind.QUARTER: (Quarter,),
    Kind.HORIZON: (Quarter, int),
    Kind.CHOICE: (ActionStatus,),
    Kind.YES_NO: (bool,),
    Kind.TEXTS: (tuple,),
}
TYPED = st.text(alphabet="0123456789 ,.-+/%€kMT()' \u202f:hnéavr;\n", max_size=14) | st.text(max_size=20)
CELLS = (
    TYPED
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.datetimes()
    | st.times()
)


@settings(max_examples=300, deadline=None)
@given(cell=CELLS, kind=st.sampled_from(sorted(TYPES, key=lambda kind: kind.value)))
def test_every_cell_gets_an_answer(cell: object, kind: Kind) -> None:
    reading = convert(cell, Question(Place(cell="A1"), kind, choices=tuple(ActionStatus), cutoff=date(2026, 9, 30)))
    if reading.failed:
        assert reading.value is None
        assert reading.findings
    elif reading.value is not None:
        assert isinstance(reading.value, TYPES[kind])


@settings(max_examples=200, deadline=None)
@given(amount=st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_an_amount_written_the_french_way_is_read_exactly(amount: Decimal) -> None:
    written = f"{amount:,.2f} €".replace(",", "\u202f").replace(".", ",")
    assert convert(written, Question(Place(), Kind.MONEY)).value == amount


@settings(max_examples=200, deadline=None)
@given(day=st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)))
def test_a_date_written_the_french_way_is_read_exactly(day: date) -> None:
    assert convert(f"{day:%d/%m/%Y}", Question(Place(), Kind.DATE)).value == day
