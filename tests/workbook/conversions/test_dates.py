"""Dates and times as people type them; every expectation is written by hand."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from generator.diagnostics import Place
from generator.model.column import Kind
from generator.workbook.conversions import Question, convert


def ask(kind: Kind = Kind.DATE, *, year: int | None = None, epoch_1904: bool = False) -> Question:
    return Question(Place(sheet="S", cell="A1", column="C"), kind, year=year, epoch_1904=epoch_1904)


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
