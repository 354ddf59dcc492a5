"""Plant defects in the example workbook, to show what findings look like: `python -m tools.defects SOURCE TARGET`."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.model.field_path import FieldPath
from generator.workbook.bind import bind
from generator.workbook.read import read
from tools.cell_edits import CellContent, Error, Formula, edited

_HEADER = ("",)  # no row has such a key: the place found is the column's header

_DEFECTS: tuple[tuple[str, tuple[str, ...], str, CellContent], ...] = (
    ("account", (), "sponsor", "Thomas Lerougue"),
    ("settings", (), "concentration_rate", 50),
    ("team", ("Inès Marchal",), "role", "Livraison"),
    ("entities", ("Iberia",), "parent", "Groupe Valmonde SA"),
    ("contracts", ("CT-04",), "annual_amount", "400.000"),
    ("contracts", ("CT-05",), "end", "31/02/2027"),
    ("contracts", ("CT-06",), "notice_months", "2,5"),
    ("contracts", ("CT-09",), "signed", "08/09/2023"),
    ("contracts", ("CT-10",), "ref", "ct-09"),
    ("amendments", ("AV-02",), "contract", "CT-50"),
    ("amendments", ("AV-03",), "annual_impact", "80 k€"),
    ("contacts", ("Philippe Arnoux",), "influence", 6),
    ("contacts", ("Vincent Aubry",), "last_contact", "fin août"),
    ("contacts", ("Lars Engström",), "manager", "CASTAIN Hélène"),
    ("tickets", _HEADER, "2024-T3", "T3 2O24"),
    ("tickets", _HEADER, "2026-T1", "2025-T4"),
    ("tickets", ("Incident", "P1", "Ouverts"), "2023-T4", "onze"),
    ("figures", ("Groupe", "Infogérance", "", "Budget"), "2024-T1", Formula("DK8*1.02")),
    ("figures", ("Groupe", "Infogérance", "", "Marge"), "2024-T2", Error("#REF!")),
    ("objectives", ("OBJ-03",), "label", None),
    ("opportunities", ("OPP-02",), "probability", 30),
    ("bodies", ("Revue contractuelle",), "cadence", "Deux fois l’an"),
    ("meetings", ("S-05",), "starts_at", "matin"),
    ("decisions", ("D-08",), "meeting", "S-99"),
    ("kpis", ("KPI-04",), "target", "quatre-vingt-dix"),
    ("actions", ("A-04",), "owner", "Maude Perin"),
    ("actions", ("A-07",), "status", "En retard"),
    ("risks", ("R-02",), "probability", "forte"),
    ("trainings", _HEADER, "topic", "Sujet"),
    ("service_levels", ("Analyse d’un P1 remise", "2026-T3"), "period", "automne"),
)


def with_defects(example: bytes) -> bytes:
    """Return the example workbook with every defect planted. LookupError when a row to spoil is no longer there."""
    origins = bind(read(example)).origins
    edits: dict[tuple[str, str], CellContent] = {}
    for table, key, field, content in _DEFECTS:
        path = FieldPath(table, key, field)
        place = origins.place(path)
        is_there = key in {(), _HEADER} or bool(origins.rows.get(table, {}).get(key))
        if place is None or place.sheet is None or place.cell is None or not is_there:
            raise LookupError(f"the example holds no {path}")
        edits[place.sheet, place.cell] = content
    return edited(example, edits)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:3])
    target.write_bytes(with_defects(source.read_bytes()))
