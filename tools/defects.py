"""Plant defects in the example workbook, to show what findings look like."""

from __future__ import annotations

from datetime import date

from openpyxl.utils import coordinate_to_tuple, get_column_letter

from generator.model.field_path import FieldPath
from generator.workbook.bind import bind
from generator.workbook.origins import Origins
from generator.workbook.read import read
from tools.cell_edits import CellContent, Error, Formula, edited

_HEADER = ("",)  # no row has such a key: the place found is the column's header

_EPOCH = date(1899, 12, 30)
_SUPPORTERS = (
    "Hélène Castaing",
    "Marc Oberlin",
    "Laure Tessier",
    "Vincent Aubry",
    "Julien Roche",
    "Amina Sellami",
    "Didier Pons",
    "Sandrine Vallet",
    "Pauline Mercier",
    "Yasmine Haddad",
    "Bruno Keller",
    "Delphine Roux",
)

_Content = CellContent | date
_Defects = tuple[tuple[str, tuple[str, ...], str, _Content], ...]

_UNREADABLE: _Defects = (
    ("account", (), "sponsor", "Thomas Lerougue"),
    ("account", (), "currency", "€"),
    ("settings", (), "respondents_minimum", "cinq"),
    ("team", ("Inès Marchal",), "role", "Livraison"),
    ("messages", ("kpis", "Client"), "section", "indicateurs"),
    ("messages", ("revenue", "Interne"), "section", "organisation"),
    ("contracts", ("CT-06",), "notice_months", "2,5"),
    ("contracts", ("CT-09",), "signed", "08/09/2023"),
    ("contracts", ("CT-01",), "renewal_months", "1 an"),
    ("amendments", ("AV-03",), "annual_impact", "80 k€"),
    ("contacts", ("Philippe Arnoux",), "influence", 6),
    ("contacts", ("Vincent Aubry",), "last_contact", "fin août"),
    ("contacts", ("Lars Engström",), "manager", "CASTAIN Hélène"),
    ("potential", ("Iberia", "Support"), "estimated_spend", "50.000"),
    ("client_goals", ("ENJ-02",), "horizon", "fin 2028"),
    ("tickets", _HEADER, "2024-T3", "T3 2O24"),
    ("tickets", _HEADER, "2024-T1", "2023-T4"),
    ("tickets", ("Incident", "P1", "Ouverts"), "2023-T4", "onze"),
    ("figures", ("Groupe", "Infogérance", "", "Budget"), "2024-T1", Formula("DK8*1.02")),
    ("figures", ("Groupe", "Infogérance", "", "Marge"), "2024-T2", Error("#REF!")),
    ("objectives", ("OBJ-03",), "contract", "CT-03, CT-04"),
    ("bodies", ("Comité stratégique",), "supplier_members", "Thomas Lerouge, Claire Vasseur"),
    ("bodies", ("Revue contractuelle",), "cadence", "Deux fois l’an"),
    ("meetings", ("S-05",), "starts_at", "matin"),
    ("decisions", ("D-05",), "ref", "d-04"),
    ("decisions", ("D-06",), "owner", "Amina Sellami et Claire Vasseur"),
    ("decisions", ("D-08",), "meeting", "S-99"),
    ("decisions", ("D-09",), "recommended", "B"),
    ("decisions", ("D-12",), "options", "B. Geler six semaines; A. Poursuivre au rythme prévu"),
    ("kpis", ("KPI-04",), "target", "quatre-vingt-dix"),
    ("kpis", ("KPI-04",), "filter", "COPIL; Type=Comité; Fenêtre=2; Offre=Cloud; Type=Suivi"),
    ("kpis", ("KPI-05",), "filter", "Entité=Industrie"),
    ("actions", ("A-04",), "body", "COPIL Valmont"),
    ("actions", ("A-05",), "progress", 30),
    ("actions", ("A-07",), "priority", "Urgente"),
    ("risks", ("R-02",), "probability", "forte"),
    ("risks", ("R-04",), "due", "31/02/2027"),
    ("risks", ("R-05",), "risk", None),
    ("trainings", _HEADER, "topic", "Sujet"),
    ("service_levels", ("Analyse d’un P1 remise", "2026-T3"), "period", "automne"),
    ("approval_steps", _HEADER, "threshold", "Seuil (k€)"),
    ("approval_steps", _HEADER, "delay_days", "Délai (semaines)"),
    ("bodies", _HEADER, "duration_minutes", "Durée (séances)"),
    ("potential", ("Industrie", "Support"), "estimated_spend", "2,4 %"),
    ("potential", ("Industrie", "Conseil"), "estimated_spend", "150 000 $"),
)

_INCOHERENT: _Defects = (
    ("settings", (), "kpi_maximum", 4),
    ("settings", (), "owner_share", 0.15),
    # contracts
    ("contracts", ("CT-01",), "annual_amount", 3000000),
    ("contracts", ("CT-03",), "replaces", None),
    ("contracts", ("CT-05",), "signed", None),
    ("contracts", ("CT-06",), "offers", "Conseil"),
    ("contracts", ("CT-07",), "status", "Actif"),
    ("contracts", ("CT-04",), "notice_months", 90),
    ("contracts", ("CT-09",), "end", date(2026, 12, 31)),
    ("contracts", ("CT-09",), "notice_months", 2),
    ("contracts", ("CT-09",), "status", "Actif"),
    ("potential", ("Iberia", "Support"), "eligible", "Non"),
    # people
    *(("contacts", (name,), "attitude", "Neutre") for name in _SUPPORTERS),
    ("contacts", ("Hélène Castaing",), "manager", "Marc Oberlin"),
    ("contacts", ("Stéphane Girard",), "influence", 4),
    ("contacts", ("Thierry Lambert",), "coverage", "Aucune"),
    ("contacts", ("Bruno Keller",), "last_contact", date(2026, 11, 12)),
    ("contacts", ("Gilles Fontaine",), "last_contact", date(2023, 5, 12)),
    ("contacts", ("Gilles Fontaine",), "observed_on", date(2023, 5, 12)),
    # figures
    ("figures", ("Groupe", "Infogérance", "", "CA"), "2026-T4", 230000),
    ("figures", ("Logistique", "Support", "", "Marge"), "2026-T3", 44880),
    # objectives
    ("objectives", ("OBJ-01",), "type", "Relation"),
    ("objectives", ("OBJ-02",), "type", "Relation"),
    ("objectives", ("OBJ-02",), "due", date(2029, 6, 30)),
    ("objectives", ("OBJ-03",), "type", "Relation"),
    ("objectives", ("OBJ-04",), "goal", None),
    ("objectives", ("OBJ-05",), "baseline", None),
    # governance
    ("bodies", ("COPIL Valmonde",), "client_members", "Nathalie Ferrand"),
    ("bodies", ("Suivi de production",), "objectives", "OBJ-01 ; OBJ-02"),
    ("meetings", ("S-11",), "minutes_sent", None),
    ("decisions", ("D-10",), "due", date(2026, 8, 15)),
    ("decisions", ("D-13",), "meeting", "S-08"),
    # KPIs
    ("kpis", ("KPI-01",), "2026-T3", 250000),
    ("kpis", ("KPI-02",), "target", 0.99),
    ("kpis", ("KPI-02",), "threshold", 0.98),
    ("kpis", ("KPI-03",), "owner", None),
    # actions
    ("actions", ("A-08",), "objective", "OBJ-02"),
    ("actions", ("A-08",), "addressee", "Gilles Fontaine"),
    ("actions", ("A-20",), "start", date(2027, 3, 5)),
    ("actions", ("A-27",), "progress", 1),
    ("actions", ("A-28",), "objective", "OBJ-02"),
    ("actions", ("A-33",), "owner", None),
    # the living document
    ("raci", ("Publier les SLA du mois", "Karim Belhadj", "R"), "role", "A"),
    ("service_levels", ("Comptes rendus diffusés à temps", "2026-T3"), "achieved", 1.2),
    ("revisions", ("1.2",), "dated", date(2026, 4, 30)),
    ("revisions", ("1.3",), "dated", date(2026, 5, 31)),
)

_TELLING: _Defects = (
    ("kpis", ("KPI-03",), "calculation", "COUVERTURE"),
    ("risks", ("R-03",), "response", "Un suppléant par usine, avant qu’Ibertec n’en propose un"),
)

_BESIDE_THE_ROWS: dict[FieldPath, tuple[int, int, CellContent]] = {
    # beside a setting counted in days
    FieldPath("settings", (), "escalation_days"): (1, 0, "mois"),
    # below the amendments, a sum
    FieldPath("amendments", ("AV-07",), "annual_impact"): (0, 1, 250000),
    # below the risks, past a gap
    FieldPath("risks", ("R-10",), "risk"): (0, 3, "Voir aussi le registre des risques du groupe"),
    # below the RACI, a heading
    FieldPath("raci", ("Mettre à jour le plan de compte", "Maud Perrin", "R"), "activity"): (0, 1, "Activités de 2027"),
}
"""What is typed so many columns to the right of a value, and so many rows below it."""


def with_defects(example: bytes) -> bytes:
    """Return the example workbook with every defect planted. LookupError when a row to spoil is no longer there."""
    origins = bind(read(example)).origins
    edits = dict[tuple[str, str], CellContent]()
    for path, (right, down, content) in _BESIDE_THE_ROWS.items():
        sheet, cell = _cell(path, origins)
        row, column = coordinate_to_tuple(cell)
        edits[sheet, f"{get_column_letter(column + right)}{row + down}"] = content
    for table, key, field, planted in (*_UNREADABLE, *_INCOHERENT, *_TELLING):
        at = _cell(FieldPath(table, key, field), origins)
        edits[at] = (planted - _EPOCH).days if isinstance(planted, date) else planted
    return edited(example, edits)


def _cell(path: FieldPath, origins: Origins) -> tuple[str, str]:
    """Return the sheet and the cell that a value stands in."""
    place = origins.place(path)
    is_there = path.key in {(), _HEADER} or bool(origins.rows.get(path.table, {}).get(path.key))
    if place is None or place.sheet is None or place.cell is None or not is_there:
        raise LookupError(f"the example holds no {path}")
    return place.sheet, place.cell
