"""Each rule tells what breaks it, where it stands, and leaves alone what comes near."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from inspect import getmembers, isfunction, signature
from pkgutil import iter_modules

import pytest

from generator import checks
from generator.checks import Breach, check_coherence
from generator.checks.actions import SMALLEST_LOAD
from generator.checks.rules import rules
from generator.checks.selling import LOW_CSAT, LOW_NPS
from generator.diagnostics import Severity
from generator.diagnostics.catalogue import CATALOGUE
from generator.locales import Language
from generator.locales.catalogue import messages
from generator.measures.influence import KEY_INFLUENCE
from tests.checks.cases import BROKEN, NEAR, Case


def breaches_of(case: Case) -> list[Breach]:
    return [item for item in check_coherence(case.plan) if item.code == case.code]


def name_of(case: Case) -> str:
    return f"{case.code} {case.about}"


@pytest.mark.parametrize("case", BROKEN, ids=name_of)
def test_what_breaks_a_rule_is_told_at_its_place(case: Case) -> None:
    found = [(item.path.table, next(iter(item.path.key), ""), item.path.field) for item in breaches_of(case)]
    assert found == list(case.places)


@pytest.mark.parametrize("case", NEAR, ids=name_of)
def test_what_comes_near_is_left_alone(case: Case) -> None:
    assert breaches_of(case) == []


def checks_written() -> list[str]:
    """The public functions of the package that yield breaches."""
    modules = [import_module(found.name) for found in iter_modules(checks.__path__, "generator.checks.")]
    return [
        name
        for module in modules
        for name, function in getmembers(module, isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and signature(function).return_annotation == "Iterator[Breach]"
    ]


def test_no_check_is_forgotten_nor_applied_twice() -> None:
    assert sorted(rule.check.__name__ for rule in rules()) == sorted(checks_written())


def test_each_rule_has_a_rank_of_its_own_so_that_no_order_of_modules_shows() -> None:
    ranks = [rule.rank for rule in rules()]
    assert ranks == sorted(set(ranks))


def test_what_weighs_more_is_told_before_whichever_module_holds_it() -> None:
    """One of each matter, by hand: their modules stand in another order."""
    told = ["R401", "R404", "R434", "R443", "R435", "R444", "R408"]
    assert [code for code in dict.fromkeys(rule.code for rule in rules()) if code in told] == told


def test_catalogue_and_rules_agree() -> None:
    assert {rule.code for rule in rules()} == {code for code in CATALOGUE if code.startswith("R")}


@pytest.mark.parametrize("language", Language)
def test_every_rule_is_told_in_general(language: Language) -> None:
    told = messages(language, "diagnostics")
    assert [rule.code for rule in rules() if f"diagnostics.{rule.code}.rule" not in told] == []


@pytest.mark.parametrize("language", Language)
def test_every_rule_is_told_in_a_sentence(language: Language) -> None:
    told = messages(language, "diagnostics")
    assert [rule.code for rule in rules() if not told[f"diagnostics.{rule.code}.rule"][0].endswith(".")] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.FR, {"R412": "d’influence 4 ou 5", "R457": "d’influence 4 ou 5", "R428": "CSAT sous 60 %"}),
        (Language.EN, {"R412": "of influence 4 or 5", "R457": "of influence 4 or 5", "R428": "CSAT below 60 %"}),
    ],
)
def test_the_thresholds_that_are_told_are_those_that_are_held(language: Language, said: dict[str, str]) -> None:
    assert (4, Decimal(0), Decimal("0.6"), 3) == (KEY_INFLUENCE, LOW_NPS, LOW_CSAT, SMALLEST_LOAD)
    told = messages(language, "diagnostics")
    least = {Language.FR: "au moins trois", Language.EN: "at least three"}[language]
    for code, words in {**said, "R454": least}.items():
        assert words in told[f"diagnostics.{code}.rule"][0]


def test_a_rule_yields_its_own_code() -> None:
    told = {item.code for case in BROKEN for item in breaches_of(case)}
    assert told == {rule.code for rule in rules()}


def test_every_rule_has_a_near_miss() -> None:
    assert {case.code for case in NEAR} == {rule.code for rule in rules()}


@pytest.mark.parametrize("case", BROKEN, ids=name_of)
def test_severities_are_the_catalogues_save_two(case: Case) -> None:
    for item in breaches_of(case):
        if item.severity is not CATALOGUE[item.code].severity:
            assert (item.code, item.severity) in {("R402", Severity.ERROR), ("R424", Severity.INFO)}
