"""Stage 2: SMART objectives and the opportunities behind them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from generator.locales.language import Label
from generator.model.choices import ObjectiveStatus, ObjectiveType, OpportunityStage, OpportunityType, Share
from generator.model.column import Amount, Column, Number, Rate
from generator.model.table import Row, Sheet, Table


class SharedObjective(Row, frozen=True):
    """What the client may see of an objective."""

    ref: Annotated[str, Column("Réf", "Ref", "Référence courte et stable", "Short stable reference", "OBJ-01")]
    label: Annotated[str, Column("Libellé", "Label", "Verbe, objet, périmètre", "Verb, object, scope", "Ramener les incidents P1 à 4 par trimestre", long=True)]
    measure: Annotated[str | None, Column("Mesure", "Measure", "Ce qui est mesuré", "What is measured", "Incidents P1 par trimestre")] = None
    unit: Annotated[str | None, Column("Unité", "Unit", "Unité de la mesure ; avec % les valeurs vont de 0 à 1", "Unit of the measure; with % values run from 0 to 1", "incidents")] = None
    baseline: Annotated[Number | None, Column("Départ", "Baseline", "Valeur au début", "Value at the start", "9")] = None
    target: Annotated[Number | None, Column("Cible", "Target", "Valeur à atteindre", "Value to reach", "4")] = None
    current: Annotated[Number | None, Column("Actuel", "Current", "Valeur à la date d’arrêté", "Value at the cut-off date", "7")] = None
    due: Annotated[date | None, Column("Échéance", "Due", "Date à laquelle la cible est atteinte", "Date by which the target is reached", "31/12/2026")] = None
    owner: Annotated[str | None, Column("Responsable", "Owner", "Une personne de notre équipe", "One of our people", "Inès Marchal", refs=("team",))] = None
    goal: Annotated[str | None, Column("Enjeu", "Client goal", "Enjeu du client que l’objectif sert", "Client goal that the objective serves", "ENJ-01", refs=("client_goals",))] = None
    contract: Annotated[str | None, Column("Contrat", "Contract", "Contrat concerné", "Contract at stake", "CT-01", refs=("contracts",))] = None
    offer: Annotated[str | None, Column("Offre", "Offer", "Offre concernée", "Offer at stake", "Infogérance", refs=("offers",))] = None
    entity: Annotated[str | None, Column("Entité", "Entity", "Entité concernée", "Entity at stake", "Industrie", refs=("entities",))] = None
    status: Annotated[ObjectiveStatus, Column("Statut", "Status", "Où en est l’objectif", "Where the objective stands", "En cours")]


class Objective(SharedObjective, frozen=True):
    """A SMART objective; its type and why it is attainable are internal."""

    table: ClassVar[Table] = Table(
        "Objectifs", Sheet.OBJECTIVES, Label("Objectifs SMART", "SMART objectives"),
        Label("Un objectif par ligne : mesure, départ, cible, échéance, responsable", "One objective a row: measure, baseline, target, due date, owner"), ("ref",),
    )
    type: Annotated[ObjectiveType, Column("Type", "Type", "Nature de l’objectif ; interne", "Kind of objective; internal", "Qualité", after="label")]
    attainable: Annotated[str | None, Column("Atteignable", "Attainable", "Pourquoi la cible est atteignable ; interne", "Why the target can be reached; internal", "Niveau tenu au T4 2025", after="owner", long=True)] = None
    share: Annotated[Share, Column("Partage", "Sharing", "Interne, ou Client pour l’édition client", "Internal, or Client for the client edition", "Client")] = Share.INTERNAL


class Opportunity(Row, frozen=True):
    """A deal of the pipeline."""

    table: ClassVar[Table] = Table(
        "Opportunites", Sheet.OBJECTIVES, Label("Opportunités", "Opportunities"), Label("Les affaires en cours ; jamais montrées au client", "Deals in progress; never shown to the client"), ("ref",),
    )
    ref: Annotated[str, Column("Réf", "Ref", "Référence courte et stable", "Short stable reference", "OPP-01")]
    title: Annotated[str, Column("Intitulé", "Title", "Nom de l’affaire", "Name of the deal", "Extension du SOC", long=True)]
    objective: Annotated[str | None, Column("Objectif", "Objective", "Objectif que l’affaire sert", "Objective that the deal serves", "OBJ-04", refs=("objectives",))] = None
    type: Annotated[OpportunityType, Column("Type", "Type", "Nature de l’affaire", "Kind of deal", "Up-sell")]
    entity: Annotated[str, Column("Entité", "Entity", "Entité qui achète", "Entity that buys", "Logistique", refs=("entities",))]
    offer: Annotated[str, Column("Offre", "Offer", "Offre proposée", "Offer proposed", "Cybersécurité", refs=("offers",))]
    amount: Annotated[Amount, Column("Montant", "Amount", "Montant annuel hors taxes", "Annual amount excluding tax", "140000")]
    probability: Annotated[Rate, Column("Probabilité", "Probability", "De 0 à 100 %", "From 0 to 100%", "0.6")]
    stage: Annotated[OpportunityStage, Column("Étape", "Stage", "Étape de vente", "Sales stage", "Proposée")]
    decision_due: Annotated[date, Column("Date décision", "Decision date", "Date de décision attendue", "Date the decision is expected", "30/11/2026")]
    decider: Annotated[str | None, Column("Décideur", "Decider", "Qui tranche chez le client", "Who decides at the client", "Marc Oberlin", refs=("contacts",))] = None
    competitor: Annotated[str | None, Column("Concurrent", "Competitor", "Concurrent en lice", "Competitor in the race", "Securia", refs=("third_parties",))] = None
