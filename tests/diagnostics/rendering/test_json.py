"""Findings as a program reads them."""

from generator.diagnostics import Findings, Place, finding
from generator.diagnostics.rendering.json import records
from generator.locales import Label, Language, Locale


def test_one_object_a_finding() -> None:
    unknown = finding(
        "L301",
        Place(sheet="5 Actions", cell="F12", table="Actions", column="Responsable", key="A-07"),
        value="DUPONT Marie",
        suggestion="Marie Dupont",
        target=Label("Équipe", "Team"),
    )
    assert records(Findings.of([unknown]), Locale(Language.EN)) == [
        {
            "code": "L301",
            "severity": "error",
            "message": "“DUPONT Marie” is unknown; “Responsable” expects a row of the table “Team”.",
            "help": "Choose from the drop-down, or add the missing row; where several values are allowed, separate "
            "them with “;”.",
            "suggestion": "Marie Dupont",
            "file": None,
            "sheet": "5 Actions",
            "cell": "F12",
            "table": "Actions",
            "column": "Responsable",
            "key": "A-07",
            "value": "DUPONT Marie",
        }
    ]


def test_no_finding_is_an_empty_list() -> None:
    assert records(Findings.of([]), Locale(Language.FR)) == []
