"""Stage 6: what keeps the plan alive: responsibilities, service levels, training, revisions."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from generator.locales.language import Label
from generator.model.choices import RaciRole, Share, TrainingStatus
from generator.model.column import Column, Number
from generator.model.governance import PEOPLE
from generator.model.quarter import Quarter
from generator.model.table import Row, Sheet, Table


class SharedRaciAssignment(Row, frozen=True):
    """What the client may see of the RACI."""

    activity: Annotated[str, Column("Activité", "Activity", "Activité récurrente du compte", "Recurring activity of the account", "Préparer le COPIL")]
    person: Annotated[str, Column("Personne", "Person", "Une personne de l’une des deux équipes", "A person of either team", "Claire Vasseur", refs=PEOPLE)]
    role: Annotated[RaciRole, Column("Rôle", "Role", "R réalise, A répond, C conseille, I est informé", "R does, A answers for it, C is consulted, I is informed", "R")]


class RaciAssignment(SharedRaciAssignment, frozen=True):
    """A role of a person in an activity."""

    table: ClassVar[Table] = Table(
        "RACI", Sheet.ANIMATION, Label("RACI", "RACI"), Label("Qui fait quoi ; un seul A par activité", "Who does what; a single A per activity"), ("activity", "person", "role"),
    )
    share: Annotated[Share, Column("Partage", "Sharing", "Interne, ou Client pour l’édition client", "Internal, or Client for the client edition", "Interne")] = Share.INTERNAL


class SharedServiceLevel(Row, frozen=True):
    """What the client may see of a service level."""

    commitment: Annotated[str, Column("Engagement", "Commitment", "Ce qui est promis", "What is promised", "Réponse à une demande de devis", long=True)]
    provider: Annotated[str, Column("De", "From", "Équipe ou instance qui s’engage", "Team or body that commits", "Avant-vente")]
    receiver: Annotated[str, Column("Vers", "To", "Équipe ou instance qui reçoit", "Team or body that receives", "Équipe compte")]
    target: Annotated[Number, Column("Cible", "Target", "Valeur promise", "Value promised", "5")]
    unit: Annotated[str, Column("Unité", "Unit", "Unité ; avec % les valeurs vont de 0 à 1", "Unit; with % values run from 0 to 1", "jours")]
    achieved: Annotated[Number | None, Column("Réalisé", "Achieved", "Valeur mesurée", "Value measured", "6")] = None
    period: Annotated[Quarter | None, Column("Période", "Period", "Trimestre de la mesure", "Quarter of the measure", "T3 2026")] = None


class ServiceLevel(SharedServiceLevel, frozen=True):
    """An internal service level and what was achieved."""

    table: ClassVar[Table] = Table(
        "SLA", Sheet.ANIMATION, Label("SLA internes", "Internal SLAs"), Label("Les engagements entre nos équipes", "Commitments between our teams"), ("commitment", "period"),
    )
    share: Annotated[Share, Column("Partage", "Sharing", "Interne, ou Client pour l’édition client", "Internal, or Client for the client edition", "Interne")] = Share.INTERNAL


class Training(Row, frozen=True):
    """A training of one of our people."""

    table: ClassVar[Table] = Table(
        "Formations", Sheet.ANIMATION, Label("Formations", "Training"), Label("Les formations utiles au compte", "Training useful to the account"), ("person", "topic"),
    )
    person: Annotated[str, Column("Personne", "Person", "Qui se forme", "Who is trained", "Karim Belhadj", refs=PEOPLE)]
    topic: Annotated[str, Column("Thème", "Topic", "Sujet de la formation", "Subject of the training", "NIS 2")]
    planned: Annotated[date | None, Column("Prévue le", "Planned on", "Date prévue", "Planned date", "20/11/2026")] = None
    done: Annotated[date | None, Column("Réalisée le", "Done on", "Date de réalisation", "Date it took place", "")] = None
    status: Annotated[TrainingStatus, Column("Statut", "Status", "Où en est la formation", "Where the training stands", "Prévue")]


class SharedRevision(Row, frozen=True):
    """What the client may see of a revision."""

    version: Annotated[str, Column("Version", "Version", "Numéro de version", "Version number", "1.3")]
    dated: Annotated[date, Column("Date", "Date", "Date de la version", "Date of the version", "30/09/2026")]
    author: Annotated[str, Column("Auteur", "Author", "Qui a révisé", "Who revised", "Claire Vasseur")]
    reason: Annotated[str, Column("Motif", "Reason", "Ce qui change", "What changes", "Mise à jour du T3 2026", long=True)]


class Revision(SharedRevision, frozen=True):
    """A version of the plan."""

    table: ClassVar[Table] = Table(
        "Revisions", Sheet.ANIMATION, Label("Révisions", "Revisions"), Label("L’historique des versions du plan", "The history of the plan’s versions"), ("version",),
    )
    share: Annotated[Share, Column("Partage", "Sharing", "Interne, ou Client pour l’édition client", "Internal, or Client for the client edition", "Client")] = Share.INTERNAL
