"""Dates and times as people type them; every expectation is written by hand."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from generator.diagnostics import Place
from generator.model.column import Kind
from generator.workbook.conversions import Question, convert


def ask(kind: Kind = Kind.DATE, *, year: int | None = None, epoch_1904: bool = False) -> Question:
    cutoff = None if year is None else date(year, 9, 30)
    return Question(Place(sheet="S", cell="A1", column="C"), kind, cutoff=cutoff, epoch_1904=epoch_1904)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (datetime(2026, 12, 31), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 14, 30), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2026, 12, 31)),
        (46387, date(2026, 12, 31)),
        (46387.5, date(2026, 12, 31)),
    ],
    ids=repr,
)
def test_a_real_date_is_read_without_a_word(cell: object, expected: date) -> None:
    reading = convert(cell, ask())
    assert (reading.value, reading.findings) == (expected, ())


def test_a_serial_number_follows_the_date_system() -> None:
    # day 44925 of the system of 1904 is day 46387 of the system of 1900: 1462 days apart
    assert convert(44925, ask(epoch_1904=True)).value == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("31/12/2026", date(2026, 12, 31)),
        ("3/4/2026", date(2026, 4, 3)),
        ("31-12-26", date(2026, 12, 31)),
        ("31.12.2026", date(2026, 12, 31)),
        ("2026-12-31", date(2026, 12, 31)),
        ("2026-12-31 00:00:00", date(2026, 12, 31)),
        ("31 décembre 2026", date(2026, 12, 31)),
        ("31 déc. 2026", date(2026, 12, 31)),
        ("1er octobre 2026", date(2026, 10, 1)),
        ("jeudi 15 octobre 2026", date(2026, 10, 15)),
        ("15 août 2026", date(2026, 8, 15)),
        ("30 Sep 2026", date(2026, 9, 30)),
        ("30 September 2026", date(2026, 9, 30)),
        ("September 30, 2026", date(2026, 9, 30)),
        ("31\u00a0/\u00a012 / 2026", date(2026, 12, 31)),
    ],
    ids=repr,
)
def test_a_date_typed_as_text_is_read_and_said(typed: str, expected: date) -> None:
    reading = convert(typed, ask())
    assert reading.value == expected
    assert [(said.code, said.args["reading"]) for said in reading.findings] == [("V205", expected)]


@pytest.mark.parametrize(
    "typed", ["31/02/2026", "2026-13-01", "bientôt", 2026, 12, "ju 2026", "32 mars 2026", True], ids=repr
)
def test_what_is_no_date_is_told(typed: object) -> None:
    reading = convert(typed, ask())
    assert reading.failed
    assert [said.code for said in reading.findings] == ["V204"]


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("fin octobre", "31/10/2026"),
        ("fin octobre 2027", "31/10/2027"),
        ("déc. 2026", "31/12/2026"),
        ("début mars", "01/03/2026"),
        ("mi-juin 2026", "15/06/2026"),
        ("février 2028", "29/02/2028"),
        ("un jour", None),
    ],
    ids=repr,
)
def test_a_month_alone_is_suggested_not_guessed(typed: str, suggestion: str | None) -> None:
    reading = convert(typed, ask(year=2026))
    assert reading.failed
    assert reading.findings[0].suggestion == suggestion


def test_a_month_without_a_year_needs_one_to_be_suggested() -> None:
    assert convert("fin octobre", ask()).findings[0].suggestion is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (time(10, 0), time(10, 0)),
        (0.4375, time(10, 30)),
        ("10:00", time(10, 0)),
        ("10h", time(10, 0)),
        ("10 h 30", time(10, 30)),
        ("10h30", time(10, 30)),
        ("9:05", time(9, 5)),
        ("14:30:00", time(14, 30)),
    ],
    ids=repr,
)
def test_times_of_day(typed: object, expected: time) -> None:
    assert convert(typed, ask(Kind.TIME)).value == expected


@pytest.mark.parametrize("typed", ["matin", "25:00", "10:75", 14, True], ids=repr)
def test_what_is_no_time_is_told(typed: object) -> None:
    assert [said.code for said in convert(typed, ask(Kind.TIME)).findings] == ["V212"]


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("S42", "16/10/2026"),
        ("s. 42", "16/10/2026"),
        ("W42", "16/10/2026"),
        ("2026-W42", "16/10/2026"),
        ("semaine 42 2026", "16/10/2026"),
        ("S53", "01/01/2027"),
        ("2027-W53", None),
        ("S54", None),
        ("S2", None),
        ("T4", "31/12/2026"),
        ("fin T4", "31/12/2026"),
        ("Q1 2027", "31/03/2027"),
        ("début T4", "01/10/2026"),
        ("mid Q4", "15/11/2026"),
        ("fin 2027", "31/12/2027"),
        ("fin oct.", "31/10/2026"),
        ("J+14", "14/10/2026"),
        ("D - 30", "31/08/2026"),
        ("15/10", "15/10/2026"),
        ("15 oct.", "15/10/2026"),
        ("31/02", None),
        ("15/10 → 18/10", "18/10/2026"),
        ("15/10/2026 -> 18/11/2026", "18/11/2026"),
        ("bientôt", None),
    ],
)
def test_a_day_that_is_meant_is_offered_and_not_applied(typed: str, suggestion: str | None) -> None:
    reading = convert(typed, ask(year=2026))
    assert [(said.code, said.suggestion) for said in reading.findings] == [("V204", suggestion)]
    assert reading.value is None


@pytest.mark.parametrize(
    ("cell", "epoch_1904", "expected"),
    [
        (46308.999999999, False, date(2026, 10, 14)),
        (46308.99999999, False, date(2026, 10, 14)),  # 864 microseconds before midnight
        (46308.9999, False, date(2026, 10, 13)),  # nine seconds before
        (46309.75, False, date(2026, 10, 14)),
        (44846.999999999, True, date(2026, 10, 14)),
    ],
)
def test_a_hair_before_midnight_is_the_next_day(cell: float, *, epoch_1904: bool, expected: date) -> None:
    assert convert(cell, ask(epoch_1904=epoch_1904)).value == expected


@pytest.mark.parametrize("cell", [-3, 60, 2026, 1e308, datetime(9999, 12, 31), datetime(1905, 7, 18), True])
def test_a_day_out_of_any_plan_is_refused(cell: object) -> None:
    assert [said.code for said in convert(cell, ask()).findings] == ["V204"]
