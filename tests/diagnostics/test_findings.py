"""The order of findings, and what blocks."""

import pytest

from generator.diagnostics import Finding, Findings, Place, Severity, finding
from generator.locales import Label

SHEETS = ("0 Compte", "1 Cartographie", "5 Actions")


def at(sheet: str | None, cell: str | None = None) -> Finding:
    return finding("V201", Place(sheet=sheet, cell=cell, column="Nom"))


def places(findings: Findings) -> list[tuple[str | None, str | None]]:
    return [(item.place.sheet, item.place.cell) for item in findings]


def test_sorted_by_sheet_then_row_then_column() -> None:
    shuffled = [at("5 Actions", "B9"), at("1 Cartographie", "AA10"), at("1 Cartographie", "Z10")]
    shuffled += [at("1 Cartographie", "B9"), at(None), at("1 Cartographie"), at("Ajoutée", "A1")]
    assert places(Findings.of(shuffled, sheets=SHEETS)) == [
        (None, None),
        ("1 Cartographie", None),
        ("1 Cartographie", "B9"),
        ("1 Cartographie", "Z10"),
        ("1 Cartographie", "AA10"),
        ("5 Actions", "B9"),
        ("Ajoutée", "A1"),
    ]


def test_none_twice_and_sums_keep_the_order() -> None:
    first = Findings.of([at("5 Actions", "B9")], sheets=SHEETS)
    both = first + Findings.of([at("0 Compte", "B7"), at("5 Actions", "B9")])
    assert places(both) == [("0 Compte", "B7"), ("5 Actions", "B9")]
    assert len(both) == 2


def test_lists_of_labels_can_be_compared() -> None:
    made = finding("V206", value="x", allowed=[Label("oui", "yes"), Label("non", "no")])
    assert made == finding("V206", value="x", allowed=(Label("oui", "yes"), Label("non", "no")))
    assert hash(made)
    assert made.args == {"allowed": (Label("oui", "yes"), Label("non", "no"))}


def test_what_blocks() -> None:
    error, warning, info = at("0 Compte"), finding("R423"), finding("R425")
    assert not Findings.of([]).blocking(strict=True)
    assert not Findings.of([info]).blocking(strict=True)
    assert not Findings.of([warning]).blocking()
    assert Findings.of([warning]).blocking(strict=True)
    assert Findings.of([error]).blocking()
    all_three = Findings.of([info, error, warning])
    assert (all_three.errors, all_three.warnings, all_three.infos) == ((error,), (warning,), (info,))
    assert list(all_three.without(["R425", "V201"])) == [warning]


def test_a_rule_may_know_better_than_the_catalogue() -> None:
    assert finding("R423").severity is Severity.WARNING
    assert finding("R423", severity=Severity.INFO).severity is Severity.INFO


def test_unknown_codes_and_wrong_arguments_are_our_bugs() -> None:
    with pytest.raises(KeyError):
        finding("X999")
    with pytest.raises(TypeError, match="R424 takes"):
        finding("R424", count=3)
