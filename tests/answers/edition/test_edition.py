"""What the client edition may hold: every table and column of the workbook, on one side or the other."""

from __future__ import annotations

import json

import pytest

from generator.answers.edition.records import as_json
from generator.answers.edition.text import as_text
from generator.answers.edition.withheld import as_records
from generator.answers.edition.withheld import as_text as withheld_text
from generator.editions import redact
from generator.editions.allow_list import allow_list
from generator.locales import Language, Locale
from generator.model.schema import tables
from tests.builders import a_plan, a_risk, an_account

FRENCH = Locale(Language.FR)


@pytest.fixture(scope="module")
def told() -> dict[str, str]:
    """The French text of each table, by its Excel name, on one line with plain spaces."""
    text = as_text(allow_list(), FRENCH).replace("\u202f", " ").replace("\u00a0", " ")
    blocks = [block for block in text.split("\n\n") if block.startswith("  ")]
    return {block.partition("(")[2].partition(")")[0]: " ".join(block.split()) for block in blocks}


def test_every_table_is_told_in_the_order_of_the_workbook(told: dict[str, str]) -> None:
    assert list(told) == [spec.table.name for spec in tables()]


def test_every_column_stands_on_one_side() -> None:
    for table, spec in zip(json.loads(as_json(allow_list(), FRENCH))["tables"], tables(), strict=True):
        names = {column.label.fr for column in spec.columns}
        assert set(table["shared"]) | set(table["internal"]) == names
        assert [column.label.fr for column in spec.columns if column.shared] == table["shared"]
        assert (not table["shared"]) is (spec.shared_row is None)


def test_a_lawyer_reads_rows_columns_and_conditions(told: dict[str, str]) -> None:
    assert told["Contrats"] == (
        "Contrats (Contrats) Lignes : Toutes les lignes, sauf les contrats au statut Brouillon. Partagé : Réf, "
        "Intitulé, Entité, Offres, Périmètre, Signé le, Début, Fin, Montant annuel, Reconduction, "
        "Durée de reconduction, Préavis (seulement si le paramètre « Préavis visible du client » vaut Oui), Statut, "
        "Remplace Interne : rien"
    )
    assert told["Decisions"].startswith(
        "Décisions (Decisions) Lignes : Les lignes dont la colonne Partage dit Client ; vide vaut Interne. "
        "Sauf quand la ligne citée en « Séance » n’est pas partagée. Partagé : Réf,"
    )
    assert told["Opportunites"] == "Opportunités (Opportunites) Lignes : Aucune ligne : cette table reste interne."
    assert "Interne : Type, Atteignable, Partage" in told["Objectifs"]


def test_what_is_left_out_is_printed_by_table() -> None:
    plan = a_plan(account=an_account(ambition="Doubler"), risks=(a_risk(),))
    lines = withheld_text(redact(plan).withheld, FRENCH).splitlines()
    assert lines == [
        "L’édition client laisse de côté\u202f:",
        "  Table       Lignes          Colonnes",
        "  Le compte   –               Ambition, Code compte",
        "  Paramètres  toute la table  –",
        "  Risques     1 sur\u00a01         Partage",
    ]


def test_the_records_name_every_table() -> None:
    records = as_records(redact(a_plan(risks=(a_risk(),))).withheld, FRENCH)
    assert [record["table"] for record in records] == [spec.table.name for spec in tables()]
    assert {"table": "Risques", "rows": 1, "rows_left_out": 1, "columns_left_out": ["Partage"]} in records
