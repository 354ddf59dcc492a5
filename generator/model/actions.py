"""Stage 5: the action plan and the risk register."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from generator.locales.language import Label
from generator.model.choices import ActionPriority, ActionStatus, RiskStatus, RiskType, Share
from generator.model.column import Column, Level, Rate
from generator.model.governance import PEOPLE
from generator.model.table import Row, Sheet, Table


class SharedAction(Row, frozen=True):
    """What the client may see of an action."""

    ref: Annotated[str, Column("Réf", "Ref", "Référence courte et stable", "Short stable reference", "A-01")]
    action: Annotated[str, Column("Action", "Action", "Verbe à l’infinitif, résultat attendu", "Verb first, expected result", "Corriger la cause racine des P1", long=True)]
    objective: Annotated[str | None, Column("Objectif", "Objective", "Objectif servi", "Objective served", "OBJ-02", refs=("objectives",))] = None
    risk: Annotated[str | None, Column("Risque", "Risk", "Risque traité", "Risk treated", "R-01", refs=("risks",))] = None
    kpi: Annotated[str | None, Column("KPI", "KPI", "KPI à redresser", "KPI to put right", "KPI-05", refs=("kpis",))] = None
    contract: Annotated[str | None, Column("Contrat", "Contract", "Contrat concerné", "Contract at stake", "CT-01", refs=("contracts",))] = None
    owner: Annotated[str | None, Column("Responsable", "Owner", "Qui fait", "Who does it", "Inès Marchal", refs=PEOPLE)] = None
    addressee: Annotated[str | None, Column("Destinataire", "Addressee", "Pour qui, chez le client", "For whom, at the client", "Élise Morand", refs=("contacts",))] = None
    start: Annotated[date | None, Column("Début", "Start", "Date de début", "Start date", "01/07/2026")] = None
    due: Annotated[date | None, Column("Échéance", "Due", "Date de fin attendue", "Date it should end", "15/08/2026")] = None
    progress: Annotated[Rate | None, Column("Avancement", "Progress", "De 0 à 100 %", "From 0 to 100%", "0.6")] = None
    status: Annotated[ActionStatus, Column("Statut", "Status", "Où en est l’action", "Where the action stands", "En cours")]
    priority: Annotated[ActionPriority | None, Column("Priorité", "Priority", "Haute, moyenne ou basse", "High, medium or low", "Haute")] = None
    body: Annotated[str | None, Column("Instance", "Body", "Instance qui la suit", "Body that follows it", "COPIL Valmonde", refs=("bodies",))] = None
    done: Annotated[date | None, Column("Terminée le", "Done on", "Date de clôture", "Date it was closed", "12/09/2026")] = None


class Action(SharedAction, frozen=True):
    """An action addressed to named people."""

    table: ClassVar[Table] = Table(
        "Actions", Sheet.ACTIONS, Label("Plan d’actions", "Action plan"), Label("Une action par ligne, avec un nom et une date", "One action a row, with a name and a date"), ("ref",),
    )
    share: Annotated[Share, Column("Partage", "Sharing", "Interne, ou Client pour l’édition client", "Internal, or Client for the client edition", "Client")] = Share.INTERNAL


class SharedRisk(Row, frozen=True):
    """What the client may see of a risk."""

    ref: Annotated[str, Column("Réf", "Ref", "Référence courte et stable", "Short stable reference", "R-01")]
    type: Annotated[RiskType, Column("Type", "Type", "Risque, problème, hypothèse ou dépendance", "Risk, issue, assumption or dependency", "Risque")]
    risk: Annotated[str, Column("Risque", "Risk", "Ce qui peut arriver, et pourquoi", "What may happen, and why", "Départ du référent usine", long=True)]
    probability: Annotated[Level, Column("Probabilité", "Probability", "De 1 (faible) à 5 (forte)", "From 1 (low) to 5 (high)", "3")]
    impact: Annotated[Level, Column("Impact", "Impact", "De 1 (faible) à 5 (fort)", "From 1 (low) to 5 (high)", "4")]
    response: Annotated[str | None, Column("Réponse", "Response", "Ce que nous faisons", "What we do about it", "Doubler le poste", long=True)] = None
    owner: Annotated[str | None, Column("Responsable", "Owner", "Qui suit le risque", "Who follows the risk", "Inès Marchal", refs=PEOPLE)] = None
    due: Annotated[date | None, Column("Échéance", "Due", "Date de la réponse", "Date of the response", "31/10/2026")] = None
    status: Annotated[RiskStatus, Column("Statut", "Status", "Où en est le risque", "Where the risk stands", "Ouvert")]


class Risk(SharedRisk, frozen=True):
    """An entry of the risk register."""

    table: ClassVar[Table] = Table(
        "Risques", Sheet.ACTIONS, Label("Risques", "Risks"), Label("Risques, problèmes, hypothèses et dépendances", "Risks, issues, assumptions and dependencies"), ("ref",),
    )
    share: Annotated[Share, Column("Partage", "Sharing", "Interne, ou Client pour l’édition client", "Internal, or Client for the client edition", "Client")] = Share.INTERNAL
