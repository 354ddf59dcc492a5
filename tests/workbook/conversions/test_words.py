"""Texts, lists, allowed values, yes and no."""

from __future__ import annotations

import inspect
from dataclasses import replace
from datetime import datetime

import pytest

from generator.diagnostics import Place
from generator.locales import Language
from generator.model import choices
from generator.model.choices import ActionStatus, Choice, ContractStatus, MeetingStatus, Unit
from generator.model.column import Kind
from generator.workbook.conversions import Question, convert
from generator.workbook.conversions.words import _by_words
from generator.workbook.raw import CellError, UncomputedFormula

HERE = Place(sheet="S", cell="A1", column="C")


def ask(kind: Kind, options: type[Choice] | None = None, language: Language = Language.FR) -> Question:
    return Question(HERE, kind, language, tuple(options) if options else ())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("À faire", ActionStatus.TO_DO),
        ("a faire", ActionStatus.TO_DO),
        ("A FAIRE ", ActionStatus.TO_DO),
        ("Terminée", ActionStatus.DONE),
        ("terminé", ActionStatus.DONE),
        ("Terminées", ActionStatus.DONE),
        ("Bloqué", ActionStatus.BLOCKED),
        ("annulés", ActionStatus.CANCELLED),
        ("En\u00a0cours", ActionStatus.IN_PROGRESS),
        ("Done", ActionStatus.DONE),
        ("in progress", ActionStatus.IN_PROGRESS),
    ],
    ids=repr,
)
def test_allowed_values_whatever_their_looks(typed: str, expected: ActionStatus) -> None:
    reading = convert(typed, ask(Kind.CHOICE, ActionStatus))
    assert (reading.value, reading.findings) == (expected, ())


def test_active_contracts_agree_in_gender() -> None:
    assert convert("Active", ask(Kind.CHOICE, ContractStatus)).value is ContractStatus.ACTIVE
    assert convert("non renouvelée", ask(Kind.CHOICE, ContractStatus)).value is ContractStatus.NOT_RENEWED


def test_symbols_are_words_too() -> None:
    assert convert("€", ask(Kind.CHOICE, Unit)).value is Unit.MONEY
    assert convert("%", ask(Kind.CHOICE, Unit)).value is Unit.PERCENT


def test_an_unknown_value_names_the_allowed_ones_and_the_nearest() -> None:
    reading = convert("Planfiée", ask(Kind.CHOICE, MeetingStatus))
    said = reading.findings[0]
    assert reading.failed
    assert (said.code, said.suggestion) == ("V206", "Planifiée")
    assert said.args["allowed"] == tuple(member.label for member in MeetingStatus)


@pytest.mark.parametrize(
    "options",
    [
        kind
        for _, kind in inspect.getmembers(choices, inspect.isclass)
        if issubclass(kind, Choice) and kind is not Choice
    ],
    ids=repr,
)
def test_every_word_of_every_list_reads_as_itself(options: type[Choice]) -> None:
    exact, _ = _by_words(tuple(options))
    for member in options:
        for word in member.label:
            assert convert(word, ask(Kind.CHOICE, options)).value is member
    assert set(exact.values()) == set(options)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Oui", True),
        ("oui", True),
        ("O", True),
        ("x", True),
        ("Yes", True),
        (True, True),
        (1, True),
        ("Non", False),
        ("no", False),
        (False, False),
        (0, False),
    ],
    ids=repr,
)
def test_yes_and_no(typed: object, expected: bool) -> None:  # noqa: FBT001
    assert convert(typed, ask(Kind.YES_NO)).value is expected


def test_neither_yes_nor_no() -> None:
    assert [said.code for said in convert("peut-être", ask(Kind.YES_NO)).findings] == ["V206"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Cloud; Support", ("Cloud", "Support")),
        ("Cloud ;Support;", ("Cloud", "Support")),
        ("Cloud\nSupport", ("Cloud", "Support")),
        ("Cloud; Cloud", ("Cloud",)),
        ("Cloud", ("Cloud",)),
    ],
    ids=repr,
)
def test_lists(typed: str, expected: tuple[str, ...]) -> None:
    assert convert(typed, ask(Kind.TEXTS)).value == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  Claire   Vasseur ", "Claire Vasseur"),
        ("Claire\u00a0Vasseur", "Claire Vasseur"),
        ("Claire\r\nVasseur", "Claire Vasseur"),
        ("Cafe\u0301", "Café"),
        ("un\x07deux", "undeux"),
        ("=1+1", "=1+1"),
        (1.3, "1.3"),
        (12, "12"),
        (datetime(2026, 3, 1), "01/03/2026"),
    ],
    ids=repr,
)
def test_texts_are_cleaned(typed: object, expected: str) -> None:
    assert convert(typed, ask(Kind.TEXT)).value == expected


def test_long_texts_keep_their_lines() -> None:
    assert convert("un\r\n\r\ndeux", Question(HERE, Kind.TEXT, is_long=True)).value == "un\ndeux"


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.MONEY, Kind.DATE, Kind.CHOICE], ids=repr)
def test_errors_and_formulas_without_a_result_are_told(kind: Kind) -> None:
    error, formula = convert(CellError("#REF!"), ask(kind)), convert(UncomputedFormula("=B2*2"), ask(kind))
    assert [(said.code, said.value) for said in (*error.findings, *formula.findings)] == [
        ("W118", "#REF!"),
        ("W117", "=B2*2"),
    ]


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.TEXTS])
def test_a_name_no_line_could_carry_is_named_and_not_read(kind: Kind) -> None:
    at_most, too_long = convert("n" * 500, ask(kind)), convert("n" * 501, ask(kind))

    assert (at_most.failed, at_most.findings) == (False, ())
    (said,) = too_long.findings
    assert (too_long.failed, said.code, dict(said.args)) == (True, "V240", {"length": 501, "most": 500})
    assert said.value == "n" * 79 + "…"


def test_an_explanation_may_be_as_long_as_a_cell_holds() -> None:
    told = "mot " * 8_000 + "fin"

    assert convert(told, replace(ask(Kind.TEXT), is_long=True)).value == told


def test_a_list_may_be_longer_than_any_of_its_names() -> None:
    names = tuple(f"Offre {n:03}" for n in range(400))

    assert convert("; ".join(names), ask(Kind.TEXTS)).value == names
