"""Plans of every kind, drawn: few rows a table, each column at random, and the same rows one quarter before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from generator.model.choices import (
    ActionStatus,
    Attitude,
    BodyType,
    Cadence,
    ContractStatus,
    DecisionRole,
    DecisionStatus,
    Direction,
    FigureMeasure,
    Incumbent,
    MeetingStatus,
    ObjectiveStatus,
    ObjectiveType,
    OpportunityStage,
    OpportunityType,
    Power,
    Priority,
    Quadrant,
    RaciRole,
    Renewal,
    RiskStatus,
    Share,
    SurveyType,
    ThirdPartyType,
    TicketMeasure,
    TicketType,
    TrainingStatus,
    Unit,
)
from generator.model.column import Days
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from tests import builders

T = TypeVar("T")
NAMES = ("Hélène Castaing", "Marc Oberlin", "Olivier Brun", "Élise Morand", "Paul Ott")
ENTITIES, OFFERS = ("Groupe", "Iberia"), ("Support", "Cloud", "Réseau")


def two_plans(seed: int) -> tuple[AccountPlan, AccountPlan]:
    """A plan at 30/06/2026 and one at 30/09/2026: rows of the same references, drawn anew."""
    chance = Random(seed)  # noqa: S311
    return _Drawn(chance, date(2026, 6, 30)).plan(), _Drawn(chance, date(2026, 9, 30)).plan()


class _Drawn:
    """Draws the tables of a plan at a cut-off."""

    def __init__(self, chance: Random, cutoff: date) -> None:
        self.chance = chance
        self.cutoff = cutoff
        self.period = Quarter.containing(cutoff)

    def one(self, values: Iterable[Any]) -> Any:
        return self.chance.choice(tuple(values))

    def maybe(self, value: T) -> T | None:
        return self.chance.choice((None, value, value))

    def day(self, before: int = 120, after: int = 200) -> date:
        return self.cutoff + timedelta(days=self.chance.choice((0, 1, -1, self.chance.randint(-before, after))))

    def refs(self, prefix: str, most: int = 4) -> list[str]:
        """References that do not sort as they are spelt."""
        all_of = [f"{prefix}-{number}" for number in (2, 10, 9, 115)]
        return all_of[: self.chance.randint(0, most)]

    def amount(self) -> Decimal:
        return Decimal(self.chance.choice((0, 40_000, 125_000, 1_650_000)))

    def share(self) -> Share:
        return self.chance.choice((Share.CLIENT, Share.CLIENT, Share.INTERNAL))

    def values(self, unit: Unit = Unit.COUNT) -> dict[Quarter, Decimal]:
        scale = {Unit.MONEY: Decimal(10_000), Unit.PERCENT: Decimal("0.1")}.get(unit, Decimal(1))
        return {
            quarter: Decimal(self.chance.randint(0, 9)) * scale
            for quarter in self.period.back(6)
            if self.chance.random() < 0.7
        }

    def plan(self) -> AccountPlan:
        return builders.a_plan(
            account=builders.an_account(cutoff=self.cutoff),
            entities=tuple(builders.an_entity(name=name) for name in ENTITIES),
            offers=tuple(builders.an_offer(name=name) for name in OFFERS),
            contracts=tuple(self.contract(ref) for ref in self.refs("CT")),
            amendments=tuple(self.amendment(ref) for ref in self.refs("AV", 2)),
            contacts=tuple(self.contact(name) for name in NAMES[: self.chance.randint(0, 5)]),
            approval_steps=tuple(self.step(rank) for rank in range(self.chance.randint(0, 4))),
            third_parties=tuple(self.third_party(rank) for rank in range(self.chance.randint(0, 3))),
            client_goals=tuple(self.goal(ref) for ref in self.refs("ENJ", 3)),
            swot=tuple(self.swot(rank) for rank in range(self.chance.randint(0, 4))),
            tickets=_unlike((self.tickets() for _ in range(self.chance.randint(0, 3))), "type", "priority", "measure"),
            figures=tuple(self.figures()),
            potential=tuple(self.potential()),
            satisfaction=_unlike(
                (self.score() for _ in range(self.chance.randint(0, 5))), "measured", "type", "entity"
            ),
            objectives=tuple(self.objective(ref) for ref in self.refs("OBJ")),
            opportunities=tuple(self.opportunity(ref) for ref in self.refs("OPP")),
            bodies=tuple(self.body(name) for name in ("COPIL", "Suivi")[: self.chance.randint(0, 2)]),
            meetings=tuple(self.meeting(ref) for ref in self.refs("S")),
            decisions=tuple(self.decision(ref) for ref in self.refs("D")),
            kpis=tuple(self.kpi(ref) for ref in self.refs("KPI")),
            actions=tuple(self.action(ref) for ref in self.refs("A")),
            risks=tuple(self.risk(ref) for ref in self.refs("R")),
            raci=tuple(self.raci()),
            service_levels=_unlike((self.level() for _ in range(self.chance.randint(0, 4))), "commitment", "period"),
            trainings=tuple(self.training(rank) for rank in range(self.chance.randint(0, 3))),
            revisions=tuple(self.revision(rank) for rank in range(self.chance.randint(0, 2))),
        )

    def contract(self, ref: str) -> Any:
        start = self.day(900, 40)
        return builders.a_contract(
            ref=ref,
            entity=self.one(ENTITIES),
            signed=self.maybe(start - timedelta(days=self.chance.randint(0, 60))),
            start=start,
            end=self.maybe(start + timedelta(days=self.chance.randint(100, 1500))),
            annual_amount=self.amount(),
            renewal=self.one(Renewal),
            renewal_months=self.maybe(12),
            notice_months=self.maybe(self.one((self.chance.randint(0, 6), Days(45)))),
            status=self.one((*ContractStatus, ContractStatus.ACTIVE, ContractStatus.ACTIVE)),
            replaces=self.one((None, None, None, "CT-9")) if ref != "CT-9" else None,
        )

    def amendment(self, ref: str) -> Any:
        return builders.an_amendment(
            ref=ref,
            contract=self.one(("CT-2", "CT-10")),
            signed=self.day(300, 30),
            annual_impact=self.maybe(Decimal(-10_000)),
            new_end=self.maybe(self.day(10, 600)),
        )

    def contact(self, name: str) -> Any:
        return builders.a_contact(
            name=name,
            function=self.one(("Acheteur", "Acheteur", "Directeur")),
            entity=self.one(("Groupe", "Groupe", "Iberia")),
            counterpart=self.maybe("Claire Vasseur"),
            active=self.chance.random() < 0.85,
            decision_role=self.maybe(self.one(DecisionRole)),
            influence=self.maybe(self.chance.randint(1, 5)),
            attitude=self.maybe(self.one(Attitude)),
            observed_fact=self.maybe("A présenté notre bilan"),
            observed_on=self.maybe(self.day()),
            last_contact=self.maybe(self.day()),
        )

    def step(self, rank: int) -> Any:
        return builders.an_approval_step(
            purchase_type=("Renouvellement", "Achat")[rank % 2],
            step=rank + 1,
            contact=self.one(NAMES),
            power=self.one(Power),
            delay_days=self.maybe(self.chance.randint(1, 20)),
            threshold=self.maybe(Decimal(100_000)),
        )

    def third_party(self, rank: int) -> Any:
        return builders.a_third_party(
            name=("Ibertec", "Securia", "Prismea")[rank],
            type=self.one(ThirdPartyType),
            threat=self.maybe(self.chance.randint(1, 5)),
            entities=self.one(((), ("Groupe",), ENTITIES)),
        )

    def goal(self, ref: str) -> Any:
        return builders.a_client_goal(ref=ref, goal=f"Moderniser {ref}", share=self.share(), owner=self.maybe(NAMES[0]))

    def swot(self, rank: int) -> Any:
        return builders.a_swot_statement(
            quadrant=self.one(Quadrant),
            statement=f"Énoncé numéro {rank}.",
            objective=self.one((None, "OBJ-10", "OBJ-9")),
        )

    def tickets(self) -> Any:
        return builders.a_ticket_series(
            type=self.one(TicketType),
            priority=self.one((None, Priority.P1, Priority.P2)),
            measure=self.one((TicketMeasure.OPENED, TicketMeasure.OPENED, TicketMeasure.RESOLVED)),
            quarters=self.values(),
        )

    def figures(self) -> list[Any]:
        return [
            builders.a_figure_series(entity=entity, offer=offer, measure=measure, quarters=self.values(Unit.MONEY))
            for entity in ENTITIES
            for offer in OFFERS
            for measure in FigureMeasure
            if self.chance.random() < 0.4
        ]

    def potential(self) -> list[Any]:
        return [
            builders.a_potential(
                entity=entity,
                offer=offer,
                eligible=self.chance.random() < 0.8,
                estimated_spend=self.maybe(self.amount()),
                incumbent=self.maybe(self.one(Incumbent)),
                competitor=self.maybe("Ibertec"),
            )
            for entity in ENTITIES
            for offer in OFFERS
            if self.chance.random() < 0.5
        ]

    def score(self) -> Any:
        people = self.one((None, 1, 4, 20))
        kind = self.one(SurveyType)
        return builders.a_score(
            measured=self.day(500, 20),
            type=kind,
            entity=self.maybe(self.one(ENTITIES)),
            score=self.chance.randint(0, 10) if kind is SurveyType.NPS else self.chance.randint(1, 5),
            scale_max=None if kind is SurveyType.NPS else 5,
            respondents=people,
        )

    def objective(self, ref: str) -> Any:
        return builders.an_objective(
            ref=ref,
            label=f"Couvrir {ref}",
            type=self.one(ObjectiveType),
            measure=self.maybe(f"Mesure {ref}"),
            unit=self.one(("sites", "%", "€", "k€", "k€")),
            baseline=self.one((0, 0, -4)),
            current=self.maybe(self.chance.randint(-2, 12)),
            contract=self.one((None, "CT-2", "CT-10")),
            due=self.maybe(self.day(300, 500)),
            status=self.one((*ObjectiveStatus, ObjectiveStatus.IN_PROGRESS, ObjectiveStatus.IN_PROGRESS)),
            goal=self.maybe("ENJ-2"),
            share=self.share(),
        )

    def opportunity(self, ref: str) -> Any:
        return builders.an_opportunity(
            ref=ref,
            type=self.one(OpportunityType),
            amount=self.one((0, 2_000, 8_000, 125_000)),
            probability=self.one(("0.1", "0.5", "1")),
            stage=self.one(OpportunityStage),
            decision_due=self.day(),
            objective=self.maybe(self.one(("OBJ-2", "OBJ-10"))),
        )

    def body(self, name: str) -> Any:
        return builders.a_body(
            name=name,
            type=self.one((BodyType.STEERING, BodyType.STEERING, BodyType.FOLLOW_UP, BodyType.INTERNAL)),
            cadence=self.one(Cadence),
            duration_minutes=self.maybe(90),
            client_members=self.one(((), NAMES[:2])),
        )

    def meeting(self, ref: str) -> Any:
        planned, status = self.day(300, 200), self.one(MeetingStatus)
        return builders.a_meeting(
            ref=ref,
            body=self.one(("COPIL", "Suivi")),
            planned=planned,
            held=self.maybe(planned) if status is MeetingStatus.HELD else None,
            status=status,
            minutes_sent=self.maybe(planned + timedelta(days=3)),
        )

    def decision(self, ref: str) -> Any:
        return builders.a_decision(
            ref=ref,
            decision=f"Reconduire {ref}",
            meeting=self.one(("S-2", "S-10")),
            status=self.one(DecisionStatus),
            due=self.maybe(self.day()),
            owner=self.maybe("Claire Vasseur"),
            stake=self.maybe("1,65 M€ par an"),
            share=self.share(),
        )

    def kpi(self, ref: str) -> Any:
        unit = self.one(Unit)
        scale = {Unit.MONEY: Decimal(10_000), Unit.PERCENT: Decimal("0.1")}.get(unit, Decimal(1))
        return builders.a_kpi(
            ref=ref,
            name=f"Indicateur {ref}",
            unit=unit,
            direction=self.one(Direction),
            target=self.maybe(Decimal(5) * scale),
            threshold=self.maybe(Decimal(4) * scale),
            quarters=self.values(unit),
            comment=self.maybe("Le trimestre est bon."),
            share=self.share(),
        )

    def action(self, ref: str) -> Any:
        status = self.one(ActionStatus)
        return builders.an_action(
            ref=ref,
            action=f"Former les référents {ref}",
            due=self.maybe(self.day()),
            owner=self.maybe("Claire Vasseur"),
            addressee=self.maybe(self.one(NAMES)),
            objective=self.maybe(self.one(("OBJ-2", "OBJ-10"))),
            status=status,
            done=self.maybe(self.day(60, 0)) if status is ActionStatus.DONE else None,
            share=self.share(),
        )

    def risk(self, ref: str) -> Any:
        return builders.a_risk(
            ref=ref,
            risk=f"Départ du référent {ref}",
            probability=self.chance.randint(1, 5),
            impact=self.chance.randint(1, 5),
            status=self.one(RiskStatus),
            response=self.maybe("Doubler le poste"),
            share=self.share(),
        )

    def raci(self) -> list[Any]:
        return [
            builders.a_raci_assignment(activity=activity, person=person, role=self.one(RaciRole), share=self.share())
            for activity in ("Préparer", "Relire", "Animer")
            for person in ("Claire Vasseur", NAMES[0])
            if self.chance.random() < 0.4
        ]

    def level(self) -> Any:
        """A measure of a commitment, which may have others of other quarters."""
        return builders.a_service_level(
            commitment=self.one(("Répondre", "Rappeler")),
            period=self.maybe(self.one(self.period.back(3))),
            achieved=self.maybe(self.chance.randint(3, 7)),
            share=self.share(),
        )

    def training(self, rank: int) -> Any:
        return builders.a_training(topic=f"Thème {rank}", status=self.one(TrainingStatus))

    def revision(self, rank: int) -> Any:
        return builders.a_revision(
            version=f"1.{rank}", dated=self.cutoff - timedelta(days=90 * rank), share=self.share()
        )


def _unlike(rows: Iterable[Any], *key: str) -> tuple[Any, ...]:
    """The rows, one a key."""
    return tuple({tuple(getattr(row, name) for name in key): row for row in rows}.values())
