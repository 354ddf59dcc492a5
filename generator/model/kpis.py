"""Stage 4: the KPIs, one row each."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.locales.language import Label
from generator.model.choices import Calculation, Direction, Share, Unit
from generator.model.column import Column, Kind, Number
from generator.model.governance import PEOPLE
from generator.model.mapping import QuarterValues
from generator.model.table import Layout, Row, Sheet, Table


class SharedKpi(Row, frozen=True):
    """What the client may see of a KPI."""

    ref: Annotated[str, Column("Réf", "Ref", "Référence courte et stable", "Short stable reference", "KPI-01")]
    name: Annotated[str, Column("KPI", "KPI", "Nom court", "Short name", "SLA tenus")]
    calculation: Annotated[Calculation, Column("Calcul", "Calculation", "Formule ; MANUEL : valeurs saisies", "Formula; MANUEL: typed values", "SLA")]
    filter: Annotated[str | None, Column("Filtre", "Filter", "Segment=…; Offre=…, …; Entité=…; Type=…; Fenêtre=1 ou 4 ; un nom qui contient « ; » ou « , » entre guillemets", "Segment=…; Offer=…, …; Entity=…; Type=…; Window=1 or 4; a name that holds “;” or “,” in quotes", "Fenêtre=1")] = None
    unit: Annotated[Unit, Column("Unité", "Unit", "Avec % les valeurs vont de 0 à 1", "With % values run from 0 to 1", "%")]
    direction: Annotated[Direction, Column("Sens", "Direction", "Hausse si plus vaut mieux", "Up if more is better", "Hausse")]
    baseline: Annotated[Number | None, Column("Départ", "Baseline", "Valeur au début du plan", "Value at the start of the plan", "0.93")] = None
    target: Annotated[Number | None, Column("Cible", "Target", "Valeur visée", "Value aimed at", "0.95")] = None
    threshold: Annotated[Number | None, Column("Seuil orange", "Amber threshold", "Au-delà, du mauvais côté, le KPI est rouge", "Past it, on the wrong side, the KPI is red", "0.93")] = None
    owner: Annotated[str | None, Column("Responsable", "Owner", "Qui suit le KPI", "Who follows the KPI", "Inès Marchal", refs=PEOPLE)] = None
    objectives: Annotated[tuple[str, ...], Column("Objectifs", "Objectives", "Objectifs mesurés, séparés par « ; »", "Objectives measured, separated by “;”", "OBJ-02", refs=("objectives",))] = ()
    comment: Annotated[str | None, Column("Commentaire", "Comment", "Lecture du trimestre, en une phrase", "Reading of the quarter, in one sentence", "", long=True)] = None
    quarters: Annotated[QuarterValues, Kind.NUMBER, Column("Trimestres", "Quarters", "Valeur du trimestre ; vide quand elle est calculée", "Value of the quarter; blank when computed")] = Field(default_factory=dict)


class Kpi(SharedKpi, frozen=True):
    """A KPI with its target and its values by quarter."""

    table: ClassVar[Table] = Table(
        "KPI", Sheet.KPIS, Label("KPI", "KPIs"), Label("Trois à cinq KPI ; une colonne par trimestre", "Three to five KPIs; one column a quarter"), ("ref",), Layout.CROSSTAB,
    )
    share: Annotated[Share, Column("Partage", "Sharing", "Interne, ou Client pour l’édition client", "Internal, or Client for the client edition", "Client", after="comment")] = Share.INTERNAL
