"""Stage 3: governance bodies, their meetings and decisions."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, ClassVar

from generator.locales.language import Label
from generator.model.choices import BodyType, Cadence, DecisionStatus, MeetingStatus, Share
from generator.model.column import Column, Count
from generator.model.table import Row, Sheet, Table

PEOPLE = ("team", "contacts")


class Body(Row, frozen=True):
    """A governance body."""

    table: ClassVar[Table] = Table(
        "Instances", Sheet.GOVERNANCE, Label("Instances", "Bodies"), Label("Une instance par ligne : qui se voit, à quel rythme, pour quoi", "One body a row: who meets, how often, what for"), ("name",),
    )
    name: Annotated[str, Column("Instance", "Body", "Nom unique de l’instance", "Unique name of the body", "COPIL Valmonde")]
    type: Annotated[BodyType, Column("Type", "Type", "Nature de l’instance ; Interne : jamais montrée au client", "Kind of body; Internal: never shown to the client", "COPIL")]
    cadence: Annotated[Cadence, Column("Cadence", "Cadence", "Rythme des séances", "How often it meets", "Trimestrielle")]
    duration_minutes: Annotated[Count | None, Column("Durée", "Duration", "Durée d’une séance", "Length of a meeting", "90", unit=Label("min", "min"))] = None
    mission: Annotated[str | None, Column("Mission", "Mission", "À quoi elle sert", "What it is for", "Arbitrer et décider", long=True)] = None
    chair: Annotated[str | None, Column("Animateur", "Chair", "Qui anime", "Who chairs", "Claire Vasseur", refs=PEOPLE)] = None
    client_members: Annotated[tuple[str, ...], Column("Participants client", "Client members", "Noms séparés par « ; »", "Names separated by “;”", "Hélène Castaing; Marc Oberlin", refs=("contacts",))] = ()
    supplier_members: Annotated[tuple[str, ...], Column("Participants fournisseur", "Supplier members", "Noms séparés par « ; »", "Names separated by “;”", "Claire Vasseur; Thomas Lerouge", refs=("team",))] = ()
    objectives: Annotated[tuple[str, ...], Column("Objectifs suivis", "Objectives followed", "Références séparées par « ; »", "References separated by “;”", "OBJ-01; OBJ-02", refs=("objectives",))] = ()


class Meeting(Row, frozen=True):
    """A meeting of a body; a postponed meeting's new date is a row of its own."""

    table: ClassVar[Table] = Table(
        "Seances", Sheet.GOVERNANCE, Label("Séances", "Meetings"), Label("Une séance par ligne ; la nouvelle date d’une séance reportée est une nouvelle ligne", "One meeting a row; a postponed meeting’s new date is a new row"), ("ref",),
    )
    ref: Annotated[str, Column("Réf", "Ref", "Référence courte et stable", "Short stable reference", "S-01")]
    body: Annotated[str, Column("Instance", "Body", "Instance qui se réunit", "Body that meets", "COPIL Valmonde", refs=("bodies",))]
    planned: Annotated[date, Column("Prévue le", "Planned on", "Date prévue", "Planned date", "15/10/2026")]
    starts_at: Annotated[time | None, Column("Heure", "Time", "Heure de début", "Start time", "10:00")] = None
    place: Annotated[str | None, Column("Lieu", "Place", "Salle, site ou visioconférence", "Room, site or video call", "Siège, salle Confluence")] = None
    held: Annotated[date | None, Column("Tenue le", "Held on", "Date de la séance, si elle a eu lieu", "Date of the meeting, if it took place", "16/07/2026")] = None
    status: Annotated[MeetingStatus, Column("Statut", "Status", "Où en est la séance", "Where the meeting stands", "Planifiée")]
    attendees: Annotated[tuple[str, ...], Column("Présents", "Attendees", "Noms séparés par « ; »", "Names separated by “;”", "Marc Oberlin; Claire Vasseur", refs=PEOPLE)] = ()
    minutes_sent: Annotated[date | None, Column("CR diffusé le", "Minutes sent on", "Date de diffusion du compte rendu", "Date the minutes were sent", "17/07/2026")] = None


class SharedDecision(Row, frozen=True):
    """What the client may see of a decision."""

    ref: Annotated[str, Column("Réf", "Ref", "Référence courte et stable", "Short stable reference", "D-01")]
    meeting: Annotated[str, Column("Séance", "Meeting", "Séance qui prend la décision", "Meeting that takes the decision", "S-12", refs=("meetings",))]
    decision: Annotated[str, Column("Décision", "Decision", "Ce qui est décidé, ou à décider", "What is decided, or to decide", "Reconduire l’infogérance (CT-01)", long=True)]
    status: Annotated[DecisionStatus, Column("Statut", "Status", "Où en est la décision", "Where the decision stands", "À prendre")]
    owner: Annotated[str | None, Column("Responsable", "Owner", "Qui décide, puis qui applique", "Who decides, then who applies", "Hélène Castaing", refs=PEOPLE)] = None
    due: Annotated[date | None, Column("Échéance", "Due", "Date limite", "Deadline", "30/11/2026")] = None
    options: Annotated[tuple[str, ...], Column("Options", "Options", "Dans l’ordre A, B, C, séparées par « ; »", "In order A, B, C, separated by “;”", "Reconduire 36 mois; Reconduire 12 mois", long=True)] = ()
    recommended: Annotated[str | None, Column("Option recommandée", "Recommended option", "La lettre de l’option", "The letter of the option", "A")] = None
    stake: Annotated[str | None, Column("Enjeu chiffré", "Stake", "Quelques mots et un chiffre", "A few words and a figure", "1,65 M€ par an")] = None
    inaction: Annotated[str | None, Column("Sans décision", "If not decided", "Ce qui se passe si rien n’est décidé, en quelques mots", "What happens if nothing is decided, in a few words", "Reconduction tacite de 12 mois", long=True, since=3)] = None
    impact: Annotated[str | None, Column("Impact", "Impact", "Ce que la décision change", "What the decision changes", "Équipe stable jusqu’en 2030", long=True)] = None
    recommendation: Annotated[str | None, Column("Recommandation", "Recommendation", "Ce que nous recommandons, en une phrase", "What we recommend, in one sentence", "Signer l’option A avant le préavis", long=True)] = None


class Decision(SharedDecision, frozen=True):
    """A decision taken, or to take."""

    table: ClassVar[Table] = Table(
        "Decisions", Sheet.GOVERNANCE, Label("Décisions", "Decisions"), Label("Décisions prises et à prendre", "Decisions taken and to take"), ("ref",),
    )
    share: Annotated[Share, Column("Partage", "Sharing", "Interne, ou Client pour l’édition client", "Internal, or Client for the client edition", "Client")] = Share.INTERNAL
