"""Rows and plans with sound defaults for the tests: each test says only what it is about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from generator.model.account import Account, Entity, ForbiddenWord, Message, Offer, OutlineRow, Settings, TeamMember
from generator.model.actions import Action, Risk
from generator.model.animation import RaciAssignment, Revision, ServiceLevel, Training
from generator.model.choices import (
    ActionStatus,
    AmendmentSubject,
    BodyType,
    Cadence,
    Calculation,
    ContractStatus,
    DecisionStatus,
    Direction,
    FigureMeasure,
    MeetingStatus,
    ObjectiveStatus,
    ObjectiveType,
    OpportunityStage,
    OpportunityType,
    Power,
    Quadrant,
    RaciRole,
    Renewal,
    RiskStatus,
    RiskType,
    SurveyType,
    TeamRole,
    ThirdPartyType,
    TicketMeasure,
    TicketType,
    TrainingStatus,
    Unit,
)
from generator.model.governance import Body, Decision, Meeting
from generator.model.kpis import Kpi
from generator.model.mapping import (
    Amendment,
    ApprovalStep,
    ClientGoal,
    Contact,
    Contract,
    FigureSeries,
    Potential,
    SatisfactionScore,
    SwotStatement,
    ThirdParty,
    TicketSeries,
)
from generator.model.objectives import Objective, Opportunity
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.table import Row

CUTOFF = date(2026, 9, 30)
PERIOD = Quarter(2026, 3)


AnyRow = TypeVar("AnyRow", bound=Row)


def a_plan(**tables: Any) -> AccountPlan:
    """A plan at 30/09/2026 with one of our people, one entity and two offers; tables given replace these."""
    sound: dict[str, Any] = {
        "account": an_account(),
        "team": (a_team_member(),),
        "entities": (an_entity(),),
        "offers": (an_offer(), an_offer(name="Cloud")),
    }
    return AccountPlan(**{**sound, **tables})


def a_quarter(name: str) -> Quarter:
    """The quarter of a name such as ``2026-T3``."""
    year, _, number = name.partition("-T")
    return Quarter(int(year), int(number))


def quarters(**values: object) -> dict[Quarter, Decimal]:
    """Quarter values from names such as ``T3_2026``."""
    return {Quarter(int(name[3:]), int(name[1])): Decimal(str(value)) for name, value in values.items()}


def an_account(**changes: Any) -> Account:
    """The account form of a plan from 2026 to 2028, cut off on 30/09/2026."""
    return _row(
        Account,
        changes,
        client="Groupe Valmonde",
        supplier="Nordane Services",
        manager="Claire Vasseur",
        plan_start=date(2026, 1, 1),
        plan_end=date(2028, 12, 31),
        cutoff=CUTOFF,
        version="1.3",
    )


def some_settings(**changes: Any) -> Settings:
    """The thresholds, at their defaults unless changed."""
    return _row(Settings, changes)


def a_team_member(**changes: Any) -> TeamMember:
    """One of our people: the account manager."""
    return _row(
        TeamMember, changes, name="Claire Vasseur", function="Directrice de clientèle", role=TeamRole.ACCOUNT_MANAGER
    )


def an_entity(**changes: Any) -> Entity:
    """An entity, alone in its segment."""
    return _row(Entity, changes, name="Groupe", segment="Siège")


def an_offer(**changes: Any) -> Offer:
    """An offer that is sold."""
    return _row(Offer, changes, name="Support", active=True)


def a_message(**changes: Any) -> Message:
    """A headline of the account manager's own, internal."""
    return _row(Message, changes, section="kpis", title="Le trimestre est bon")


def an_outline_row(**changes: Any) -> OutlineRow:
    """A row of the outline that changes nothing."""
    return _row(OutlineRow, changes, section="kpis")


def a_forbidden_word(**changes: Any) -> ForbiddenWord:
    """A word that never goes to the client."""
    return _row(ForbiddenWord, changes, word="Projet Falcon")


def a_contract(**changes: Any) -> Contract:
    """An active contract over 2025 to 2027, 100 000 a year, expressly renewed, without notice."""
    return _row(
        Contract,
        changes,
        ref="CT-01",
        title="Support utilisateurs",
        entity="Groupe",
        offers=("Support",),
        scope="Postes de travail",
        signed=date(2024, 12, 1),
        start=date(2025, 1, 1),
        end=date(2027, 12, 31),
        annual_amount=100_000,
        renewal=Renewal.EXPRESS,
        status=ContractStatus.ACTIVE,
    )


def an_amendment(**changes: Any) -> Amendment:
    """An amendment to CT-01 signed on 01/06/2025 that changes nothing."""
    return _row(
        Amendment, changes, ref="AV-01", contract="CT-01", signed=date(2025, 6, 1), subject=AmendmentSubject.SCOPE
    )


def a_contact(**changes: Any) -> Contact:
    """An active client person of whom nothing more is known."""
    return _row(Contact, changes, name="Hélène Castaing", function="Directrice générale", entity="Groupe", active=True)


def an_approval_step(**changes: Any) -> ApprovalStep:
    """The first step of a circuit."""
    return _row(
        ApprovalStep, changes, purchase_type="Renouvellement", step=1, contact="Hélène Castaing", power=Power.SIGNS
    )


def a_third_party(**changes: Any) -> ThirdParty:
    """A competitor."""
    return _row(ThirdParty, changes, name="Ibertec", type=ThirdPartyType.COMPETITOR)


def a_client_goal(**changes: Any) -> ClientGoal:
    """A goal of the client, internal."""
    return _row(ClientGoal, changes, ref="ENJ-01", goal="Moderniser les usines", source="Plan stratégique 2028")


def a_swot_statement(**changes: Any) -> SwotStatement:
    """A strength."""
    return _row(SwotStatement, changes, quadrant=Quadrant.STRENGTH, statement="Équipe stable")


def a_potential(**changes: Any) -> Potential:
    """An eligible cell of which nothing more is known."""
    return _row(Potential, changes, entity="Groupe", offer="Cloud", eligible=True)


def a_score(**changes: Any) -> SatisfactionScore:
    """One respondent's NPS answer of 9, on 15/09/2026."""
    return _row(SatisfactionScore, changes, measured=date(2026, 9, 15), type=SurveyType.NPS, score=9)


def a_ticket_series(**changes: Any) -> TicketSeries:
    """Incidents opened, every priority, without a count."""
    return _row(TicketSeries, changes, type=TicketType.INCIDENT, measure=TicketMeasure.OPENED)


def a_figure_series(**changes: Any) -> FigureSeries:
    """Revenue of the support of the group, without an amount."""
    return _row(FigureSeries, changes, entity="Groupe", offer="Support", measure=FigureMeasure.REVENUE)


def an_objective(**changes: Any) -> Objective:
    """A quality objective under way: from 0 to 10 over 2026, now at 8, internal."""
    return _row(
        Objective,
        changes,
        ref="OBJ-01",
        label="Couvrir dix sites",
        type=ObjectiveType.QUALITY,
        measure="Sites couverts",
        unit="sites",
        baseline=0,
        target=10,
        current=8,
        due=date(2026, 12, 31),
        owner="Claire Vasseur",
        status=ObjectiveStatus.IN_PROGRESS,
    )


def an_opportunity(**changes: Any) -> Opportunity:
    """A deal of 100 000 with even chances."""
    return _row(
        Opportunity,
        changes,
        ref="OPP-01",
        title="Extension du support",
        type=OpportunityType.UP_SELL,
        entity="Groupe",
        offer="Support",
        amount=100_000,
        probability="0.5",
        stage=OpportunityStage.QUALIFIED,
        decision_due=date(2026, 11, 30),
    )


def a_body(**changes: Any) -> Body:
    """A quarterly steering committee without members."""
    return _row(Body, changes, name="COPIL", type=BodyType.STEERING, cadence=Cadence.QUARTERLY)


def a_meeting(**changes: Any) -> Meeting:
    """A steering committee held on 16/07/2026, as planned."""
    return _row(
        Meeting,
        changes,
        ref="S-01",
        body="COPIL",
        planned=date(2026, 7, 16),
        held=date(2026, 7, 16),
        status=MeetingStatus.HELD,
    )


def a_planned_meeting(**changes: Any) -> Meeting:
    """A steering committee planned on 15/10/2026."""
    return a_meeting(
        **{"ref": "S-02", "planned": date(2026, 10, 15), "held": None, "status": MeetingStatus.PLANNED, **changes}
    )


def a_decision(**changes: Any) -> Decision:
    """A decision to take, internal."""
    return _row(
        Decision, changes, ref="D-01", meeting="S-02", decision="Reconduire CT-01", status=DecisionStatus.PENDING
    )


def a_kpi(**changes: Any) -> Kpi:
    """A typed KPI that should rise, without a target nor a value, internal."""
    return _row(
        Kpi,
        changes,
        ref="KPI-01",
        name="Sites couverts",
        calculation=Calculation.MANUAL,
        unit=Unit.COUNT,
        direction=Direction.UP,
    )


def an_action(**changes: Any) -> Action:
    """An action under way, due on 31/12/2026, internal."""
    return _row(
        Action,
        changes,
        ref="A-01",
        action="Former les référents",
        owner="Claire Vasseur",
        due=date(2026, 12, 31),
        status=ActionStatus.IN_PROGRESS,
    )


def a_risk(**changes: Any) -> Risk:
    """An open risk of criticality 6, internal."""
    return _row(
        Risk,
        changes,
        ref="R-01",
        type=RiskType.RISK,
        risk="Départ du référent",
        probability=2,
        impact=3,
        status=RiskStatus.OPEN,
    )


def a_raci_assignment(**changes: Any) -> RaciAssignment:
    """The account manager answers for an activity, internal."""
    return _row(
        RaciAssignment, changes, activity="Préparer le COPIL", person="Claire Vasseur", role=RaciRole.ACCOUNTABLE
    )


def a_service_level(**changes: Any) -> ServiceLevel:
    """An internal service level without a measure."""
    return _row(
        ServiceLevel,
        changes,
        commitment="Répondre à un devis",
        provider="Avant-vente",
        receiver="Compte",
        target=5,
        unit="jours",
    )


def a_training(**changes: Any) -> Training:
    """A training planned, without a date."""
    return _row(Training, changes, person="Claire Vasseur", topic="NIS 2", status=TrainingStatus.PLANNED)


def a_revision(**changes: Any) -> Revision:
    """The version at the cut-off, internal."""
    return _row(
        Revision, changes, version="1.3", dated=CUTOFF, author="Claire Vasseur", reason="Mise à jour du T3 2026"
    )


def _row(row: type[AnyRow], changes: dict[str, Any], **sound: Any) -> AnyRow:
    return row.model_validate({**sound, **changes})
