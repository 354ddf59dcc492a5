"""The declared tables against the design of the workbook, transcribed by hand and compared both ways.

``*``: without it a row has no meaning. ``©``: the client may see it. ``🔒``: a table the client never sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from generator.locales.language import Label
from generator.model.choices import Share
from generator.model.column import Kind
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.schema import TableSpec, table_of, tables
from generator.model.table import Layout, Sheet
from tests.builders import a_contract, a_kpi, a_meeting, a_plan, a_score, an_action, an_approval_step

# One line a table in workbook order: crosstabs stand last on their sheet.
DESIGN: dict[str, str] = {
    "Compte": "Client*©, Fournisseur*©, Secteur©, Responsable de compte*©, Sponsor©, Début du plan*©, Fin du plan*©, "
    "Date d’arrêté*©, Devise©, Langue©, Version*©, Ambition, Code compte",
    "Equipe": "Nom*©, Réf©, Fonction*©, Rôle*©, E-mail©",
    "Entites": "Entité*©, Entité mère©, Type©, Segment*©",
    "Offres": "Offre*©, Service©, Famille©, Active*©",
    "Messages": "Section*©, Titre©, Commentaire©, Partage",
    "MotsInterdits": "🔒 Mot*",
    "Trame": "Section*©, Ce que c’est, Deck, Plan, Client, Ordre, Titre©, Lignes",
    "Parametres": "🔒 Horizon renouvellement, Alerte préavis, Concentration, Contact sans nouvelle, "
    "Retard à escalader, Cadence tolérance, Criticité risque, Part d’un porteur, Écart KPI, KPI minimum, KPI maximum, "
    "Révision, Délai CR, Répondants minimum, Préavis visible du client, Conservation, Lignes masquées, Texte barré, "
    "Deck, Plan",
    "Contrats": "Réf*©, Intitulé*©, Entité*©, Offres*©, Périmètre*©, Signé le©, Début*©, Fin©, Montant annuel*©, "
    "Reconduction*©, Durée de reconduction©, Préavis©, Statut*©, Remplace©",
    "Avenants": "Réf*©, Contrat*©, Signé le*©, Objet*©, Description©, Impact annuel©, Nouvelle fin©",
    "Interlocuteurs": "Nom*©, Réf©, Fonction*©, Entité*©, Responsable©, Référent©, Actif*©, Rôle décision, Influence, "
    "Attitude, Couverture, Dernier contact, Fait observé, Fait daté du",
    "Circuits": "🔒 Type d’achat*, Seuil, Étape*, Interlocuteur*, Pouvoir*, Délai",
    "Ecosysteme": "🔒 Nom*, Type*, Offres, Entités, Menace, Forces, Faiblesses",
    "Enjeux": "Réf*©, Enjeu*©, Horizon©, Porteur©, Source*©, Date©, Partage",
    "SWOT": "🔒 Quadrant*, Énoncé*, Preuve, Objectif",
    "Potentiel": "🔒 Entité*, Offre*, Éligible*, Dépense estimée, Titulaire, Concurrent, Source, Date",
    "Satisfaction": "Date*©, Type*©, Entité©, Score*©, Échelle max©, Répondants©, Verbatim",
    "Tickets": "Nature*©, Priorité©, Mesure*©, trimestres©",
    # rows of revenue are shared whole, rows of budget and margin not at all
    "Chiffres": "Entité*©, Offre*©, Service©, Mesure*©, trimestres©",
    "Objectifs": "Réf*©, Libellé*©, Type*, Mesure©, Unité©, Départ©, Cible©, Actuel©, Échéance©, Responsable©, "
    "Atteignable, Enjeu©, Contrat©, Offre©, Entité©, Statut*©, Partage",
    "Opportunites": "🔒 Réf*, Intitulé*, Objectif, Type*, Entité*, Offre*, Montant*, Probabilité*, Étape*, "
    "Date décision*, Décideur, Concurrent",
    "Instances": "Instance*©, Type*©, Cadence*©, Durée©, Mission©, Animateur©, Participants client©, "
    "Participants fournisseur©, Objectifs suivis©",
    "Seances": "Réf*©, Instance*©, Prévue le*©, Heure©, Lieu©, Tenue le©, Statut*©, Présents©, CR diffusé le©",
    "Decisions": "Réf*©, Séance*©, Décision*©, Statut*©, Responsable©, Échéance©, Options©, Option recommandée©, "
    "Enjeu chiffré©, Sans décision©, Impact©, Recommandation©, Partage",
    "KPI": "Réf*©, KPI*©, Calcul*©, Filtre©, Unité*©, Sens*©, Départ©, Cible©, Seuil orange©, Responsable©, "
    "Objectifs©, Commentaire©, Partage, trimestres©",
    "Actions": "Réf*©, Action*©, Objectif©, Risque©, KPI©, Contrat©, Responsable©, Destinataire©, Début©, Échéance©, "
    "Avancement©, Statut*©, Priorité©, Instance©, Terminée le©, Partage",
    "Risques": "Réf*©, Type*©, Risque*©, Probabilité*©, Impact*©, Réponse©, Responsable©, Échéance©, Statut*©, Partage",
    "RACI": "Activité*©, Personne*©, Rôle*©, Partage",
    "SLA": "Engagement*©, De*©, Vers*©, Cible*©, Unité*©, Réalisé©, Période©, Partage",
    "Formations": "🔒 Personne*, Thème*, Prévue le, Réalisée le, Statut*",
    "Revisions": "Version*©, Date*©, Auteur*©, Motif*©, Partage",
}

SHEETS = {
    "0 Compte": "Compte Equipe Entites Offres Messages MotsInterdits Trame Parametres",
    "1 Cartographie": "Contrats Avenants Interlocuteurs Circuits Ecosysteme Enjeux SWOT Potentiel Satisfaction Tickets "
    "Chiffres",
    "2 Objectifs": "Objectifs Opportunites",
    "3 Gouvernance": "Instances Seances Decisions",
    "4 KPI": "KPI",
    "5 Actions": "Actions Risques",
    "6 Animation": "RACI SLA Formations Revisions",
}

KEYS = {
    "Compte": (),
    "Equipe": ("name",),
    "Entites": ("name",),
    "Offres": ("name",),
    "Messages": ("section", "share"),
    "MotsInterdits": ("word",),
    "Trame": ("section", "title"),
    "Parametres": (),
    "Contrats": ("ref",),
    "Avenants": ("ref",),
    "Interlocuteurs": ("name",),
    "Circuits": ("purchase_type", "step"),
    "Ecosysteme": ("name",),
    "Enjeux": ("ref",),
    "SWOT": ("quadrant", "statement"),
    "Potentiel": ("entity", "offer"),
    "Satisfaction": ("measured", "type", "entity"),
    "Tickets": ("type", "priority", "measure"),
    "Chiffres": ("entity", "offer", "service", "measure"),
    "Objectifs": ("ref",),
    "Opportunites": ("ref",),
    "Instances": ("name",),
    "Seances": ("ref",),
    "Decisions": ("ref",),
    "KPI": ("ref",),
    "Actions": ("ref",),
    "Risques": ("ref",),
    "RACI": ("activity", "person", "role"),
    "SLA": ("commitment", "period"),
    "Formations": ("person", "topic"),
    "Revisions": ("version",),
}

BY_NAME: dict[str, TableSpec] = {spec.table.name: spec for spec in tables()}


def declared(spec: TableSpec) -> str:
    """A table in the words of the design."""
    mark = "" if spec.shared_row else "🔒 "
    return mark + ", ".join(_column(spec, index) for index in range(len(spec.columns)))


def _column(spec: TableSpec, index: int) -> str:
    column = spec.columns[index]
    name = "trimestres" if column.kind is Kind.QUARTERS else column.label.fr
    required = column.required and column.kind is not Kind.QUARTERS
    return name + "*" * required + "©" * column.shared


def test_every_table_of_the_design_and_no_other_is_declared() -> None:
    assert sorted(BY_NAME) == sorted(DESIGN)


@pytest.mark.parametrize("name", list(DESIGN))
def test_columns_their_order_their_need_and_who_sees_them_are_the_designs(name: str) -> None:
    assert declared(BY_NAME[name]).split(", ") == DESIGN[name].split(", ")


def test_tables_stand_on_their_sheets_in_order() -> None:
    found: dict[str, list[str]] = {}
    for spec in tables():
        found.setdefault(spec.table.sheet.label.fr, []).append(spec.table.name)
    assert {sheet: " ".join(names) for sheet, names in found.items()} == SHEETS
    assert list(found) == [sheet.label.fr for sheet in Sheet]


def test_keys() -> None:
    assert {spec.table.name: spec.table.key for spec in tables()} == KEYS


def test_shapes() -> None:
    by_layout = {layout: [spec.table.name for spec in tables() if spec.table.layout is layout] for layout in Layout}
    assert by_layout[Layout.CROSSTAB] == ["Tickets", "Chiffres", "KPI"]
    assert by_layout[Layout.FORM] == ["Compte", "Parametres"]


def test_only_what_no_document_can_do_without_is_required() -> None:
    assert [spec.table.name for spec in tables() if spec.table.required] == [
        "Compte",
        "Equipe",
        "Entites",
        "Offres",
        "Contrats",
    ]


def labels() -> Iterator[tuple[str, Label]]:
    for spec in tables():
        yield spec.table.name, spec.table.title
        yield spec.table.name, spec.table.help
        for column in spec.columns:
            yield f"{spec.table.name}.{column.field}", column.label
            for choice in column.choices:
                yield f"{spec.table.name}.{column.field}={choice.name}", choice.label


def test_everything_is_worded_in_both_languages() -> None:
    assert [place for place, label in labels() if not (label.fr.strip() and label.en.strip())] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_two_columns_of_a_table_share_a_header(language: str) -> None:
    for spec in tables():
        names = [getattr(column.label, language).casefold() for column in spec.columns]
        assert len(set(names)) == len(names)


def test_links_lead_to_tables_with_a_key_of_one_part() -> None:
    for spec in tables():
        for column in spec.columns:
            for target in column.column.refs:
                assert len(table_of(target).table.key) == 1


# --- rows -------------------------------------------------------------------------------------------------------------


def test_a_key_is_text() -> None:
    assert a_contract().key == ("CT-01",)
    assert an_approval_step(step=2).key == ("Renouvellement", "2")
    assert a_score(entity=None).key == ("2026-09-15", "NPS", "")
    assert a_score(entity="Industrie").key == ("2026-09-15", "NPS", "Industrie")


@pytest.mark.parametrize(
    ("row", "field"), [(a_contract(), "title"), (a_kpi(), "target"), (an_action(), "due"), (a_meeting(), "held")]
)
def test_rows_are_frozen(row: Any, field: str) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(row, field, None)


def test_a_plan_is_frozen() -> None:
    plan: Any = a_plan()
    with pytest.raises(ValidationError, match="frozen"):
        plan.actions = ()


def test_nothing_undeclared_gets_in() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        a_contract(colour="blue")
    with pytest.raises(ValidationError, match="Extra inputs"):
        a_plan(colours=())


def test_rows_are_internal_until_said_otherwise() -> None:
    with_share = [spec for spec in tables() if "share" in spec.row.model_fields]
    assert [spec.table.name for spec in with_share] == [
        "Messages",
        "Enjeux",
        "Objectifs",
        "Decisions",
        "KPI",
        "Actions",
        "Risques",
        "RACI",
        "SLA",
        "Revisions",
    ]
    assert all(spec.row.model_fields["share"].default is Share.INTERNAL for spec in with_share)


def test_a_shared_plan_has_no_place_for_what_is_internal() -> None:
    internal = {spec.field for spec in tables() if DESIGN[spec.table.name].startswith("🔒")}
    assert internal.isdisjoint(SharedPlan.model_fields)
    assert set(AccountPlan.model_fields) - set(SharedPlan.model_fields) == internal


def test_the_help_of_a_list_says_what_separates_its_values() -> None:
    lists = [
        (column.field, column.column.help) for spec in tables() for column in spec.columns if column.kind is Kind.TEXTS
    ]
    assert len(lists) == 9
    assert [name for name, help_ in lists if "« ; »" not in help_.fr or "“;”" not in help_.en] == []
