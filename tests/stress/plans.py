"""Account plans nobody would want to present: empty, huge, wordy, foreign, hostile; all fictional."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import cycle
from typing import Any, TypeVar

from generator.locales import Language
from generator.model.account import Account, Entity, Message, Offer, TeamMember
from generator.model.actions import Action, Risk
from generator.model.animation import RaciAssignment, Revision, ServiceLevel, Training
from generator.model.choices import (
    ActionPriority,
    ActionStatus,
    AmendmentSubject,
    Attitude,
    BodyType,
    Cadence,
    Calculation,
    Choice,
    ContractStatus,
    Coverage,
    DecisionRole,
    DecisionStatus,
    Direction,
    EntityType,
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
from tests.stress.wordy import worded_in

CUTOFF = date(2026, 9, 30)
QUARTERS = Quarter(2026, 3).back(7)
Wording = Callable[[str, int], str]
C = TypeVar("C", bound=Choice)


def plainly(kind: str, rank: int) -> str:
    """A short name."""
    return f"{kind} {rank:02d}"


def at_length(kind: str, rank: int) -> str:
    """A name of forty words."""
    words = [
        "transformation",
        "opérationnelle",
        "des",
        "activités",
        "industrielles",
        "et",
        "logistiques",
        "pour",
        "la",
        "direction",
        "générale",
    ]
    return " ".join([kind, f"{rank:02d}", *(words[(rank + step) % len(words)] for step in range(38))])


def in_one_word(kind: str, rank: int) -> str:
    """A name of ninety letters without a space to break at."""
    return f"{kind.replace(' ', '')}{rank:02d}" + "abcdefghij" * 8


def in_strange_scripts(kind: str, rank: int) -> str:
    """Emoji, CJK, right-to-left text, control characters, a formula, markup: one after the other."""
    strange = (
        "🚀👩‍💻 équipe",
        "株式会社 東京本社",
        "شركة الاتصالات",
        "חברה \u202eבינלאומית",
        "a\x00b\x07c\x1fd\x0be",
        "=1+1",
        "<b>&amp;</b>",
        "ligne\nsuite\tfin",
        "\ufffe\uffff\u2028fin",
    )
    return f"{strange[rank % len(strange)]} {kind} {rank}"


@dataclass(frozen=True, kw_only=True)
class Size:
    """How many rows each table gets, how they are worded, and how large amounts are."""

    team: int = 5
    entities: int = 4
    offers: int = 3
    contracts: int = 4
    contacts: int = 8
    levels: int = 3
    goals: int = 3
    objectives: int = 5
    opportunities: int = 5
    bodies: int = 3
    meetings: int = 6
    decisions: int = 6
    kpis: int = 4
    actions: int = 12
    risks: int = 6
    others: int = 4
    scores: int = 4
    wording: Wording = plainly
    amounts: tuple[int, ...] = (120_000, 480_000, 75_000)
    margins: tuple[int, ...] = (20_000, 90_000)
    missing_quarter: bool = False
    kpis_without_value: int = 0
    steering: bool = True
    messages: bool = False


def plan_of(size: Size) -> AccountPlan:
    """Build a plan of that size."""
    return _Builder(size).plan()


def required_only() -> AccountPlan:
    """Only what a workbook cannot do without: the account, one of us, one entity, one offer, one contract."""
    full = plan_of(Size(team=1, entities=1, offers=1, contracts=1))
    return AccountPlan(
        account=full.account, team=full.team, entities=full.entities, offers=full.offers, contracts=full.contracts
    )


def _days(rank: int, step: int = 9, spread: int = 400) -> date:
    return CUTOFF + timedelta(days=(rank * step) % spread - spread // 3)


class _Builder:
    """Builds each table with links that resolve, from one wording."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.word = size.wording
        self.money = cycle(Decimal(amount) for amount in size.amounts)

    def names(self, kind: str, count: int) -> tuple[str, ...]:
        return tuple(self.word(kind, rank) for rank in range(1, count + 1))

    def pick(self, kind: str, count: int, rank: int) -> str | None:
        return self.word(kind, rank % count + 1) if count else None

    def person(self, rank: int) -> str:
        return self.word("Membre", rank % self.size.team + 1)

    def entity(self, rank: int) -> str:
        return self.word("Entité", rank % self.size.entities + 1)

    def offer(self, rank: int) -> str:
        return self.word("Offre", rank % self.size.offers + 1)

    def plan(self) -> AccountPlan:
        return AccountPlan(
            account=Account(
                client=self.word("Client", 1),
                supplier=self.word("Société", 2),
                sector=self.word("Secteur", 3),
                manager=self.person(0),
                sponsor=self.person(1),
                plan_start=date(2026, 1, 1),
                plan_end=date(2028, 12, 31),
                cutoff=CUTOFF,
                version="1.3",
                ambition=self.word("Doubler", 4),
            ),
            team=tuple(
                TeamMember(
                    name=name,
                    function=self.word("Responsable", rank),
                    role=_one_of(TeamRole, rank),
                    email="x@nordane.example",
                )
                for rank, name in enumerate(self.names("Membre", self.size.team))
            ),
            entities=tuple(self.entities()),
            offers=tuple(
                Offer(
                    name=name,
                    service=self.word("Service", rank % 3),
                    family=self.word("Famille", rank % 2),
                    active=rank != 1,
                )
                for rank, name in enumerate(self.names("Offre", self.size.offers))
            ),
            messages=tuple(self.messages()),
            contracts=tuple(self.contracts()),
            amendments=tuple(self.amendments()),
            contacts=tuple(self.contacts()),
            approval_steps=tuple(self.approval_steps()),
            third_parties=tuple(self.third_parties()),
            client_goals=tuple(self.goals()),
            swot=tuple(self.swot()),
            tickets=tuple(self.tickets()),
            figures=tuple(self.figures()),
            potential=tuple(self.potential()),
            satisfaction=tuple(self.satisfaction()),
            objectives=tuple(self.objectives()),
            opportunities=tuple(self.opportunities()),
            bodies=tuple(self.bodies()),
            meetings=tuple(self.meetings()),
            decisions=tuple(self.decisions()),
            kpis=tuple(self.kpis()),
            actions=tuple(self.actions()),
            risks=tuple(self.risks()),
            raci=tuple(self.raci()),
            service_levels=tuple(self.service_levels()),
            trainings=tuple(self.trainings()),
            revisions=tuple(self.revisions()),
        )

    def messages(self) -> Iterator[Message]:
        if self.size.messages:
            for section in ("summary", "kpis", "contracts", "actions", "risks", "objectives", "revenue", "governance"):
                yield Message(section=section, title=self.word("Titre", 1), comment=self.word("Commentaire", 2))

    def entities(self) -> Iterator[Entity]:
        for rank, name in enumerate(self.names("Entité", self.size.entities)):
            parent = self.entity((rank - 1) // 3) if rank else None
            yield Entity(
                name=name, parent=parent, type=_one_of(EntityType, min(rank, 4)), segment=self.word("Segment", rank % 6)
            )

    def contracts(self) -> Iterator[Contract]:
        for rank in range(self.size.contracts):
            start = date(2023 + rank % 3, 1 + rank % 12, 1)
            yield Contract(
                ref=f"CT-{rank:02d}",
                title=self.word("Contrat", rank),
                entity=self.entity(rank),
                offers=(self.offer(rank),),
                scope=self.word("Périmètre", rank),
                signed=start - timedelta(days=20),
                start=start,
                end=None if rank % 7 == 6 else date(2026 + rank % 3, 12 - rank % 12, 28),
                annual_amount=next(self.money),
                renewal=_one_of(Renewal, rank),
                renewal_months=12,
                notice_months=3,
                status=(ContractStatus.ACTIVE, ContractStatus.ACTIVE, ContractStatus.DRAFT, ContractStatus.EXPIRED)[
                    rank % 4
                ],
            )

    def amendments(self) -> Iterator[Amendment]:
        for rank in range(min(self.size.others, self.size.contracts)):
            yield Amendment(
                ref=f"AV-{rank:02d}",
                contract=f"CT-{rank:02d}",
                signed=date(2026, 2, 1 + rank % 28),
                subject=_one_of(AmendmentSubject, rank),
                description=self.word("Avenant", rank),
                annual_impact=-next(self.money) / 10,
            )

    def contacts(self) -> Iterator[Contact]:
        names = self.names("Personne", self.size.contacts)
        for rank, name in enumerate(names):
            parent = None if rank == 0 else names[_parent(rank, self.size.contacts, self.size.levels)]
            yield Contact(
                name=name,
                function=self.word("Responsable", rank),
                entity=self.entity(rank),
                manager=parent,
                counterpart=self.person(rank),
                active=rank % 11 != 10,
                decision_role=_one_of(DecisionRole, rank),
                influence=rank % 5 + 1,
                attitude=None if rank % 9 == 8 else _one_of(Attitude, rank),
                coverage=_one_of(Coverage, rank),
                last_contact=_days(rank),
                observed_fact=self.word("Fait", rank),
                observed_on=_days(rank),
            )

    def approval_steps(self) -> Iterator[ApprovalStep]:
        if not self.size.contacts:
            return
        for rank in range(self.size.others):
            yield ApprovalStep(
                purchase_type=self.word("Achat", rank // 3),
                threshold=next(self.money),
                step=rank % 3 + 1,
                contact=self.word("Personne", rank % self.size.contacts + 1),
                power=_one_of(Power, rank),
                delay_days=10,
            )

    def third_parties(self) -> Iterator[ThirdParty]:
        for rank in range(self.size.others):
            yield ThirdParty(
                name=self.word("Tiers", rank),
                type=_one_of(ThirdPartyType, rank),
                offers=(self.offer(rank),),
                entities=(self.entity(rank),),
                threat=rank % 5 + 1,
                strengths=self.word("Forces", rank),
                weaknesses=self.word("Faiblesses", rank),
            )

    def goals(self) -> Iterator[ClientGoal]:
        for rank in range(self.size.goals):
            yield ClientGoal(
                ref=f"ENJ-{rank:02d}",
                goal=self.word("Moderniser", rank),
                horizon=2028,
                owner=self.pick("Personne", self.size.contacts, rank),
                source=self.word("Source", rank),
                dated=_days(rank),
            )

    def swot(self) -> Iterator[SwotStatement]:
        for rank in range(self.size.others * 2):
            yield SwotStatement(
                quadrant=_one_of(Quadrant, rank),
                statement=self.word("Énoncé", rank),
                evidence=self.word("Preuve", rank),
            )

    def tickets(self) -> Iterator[TicketSeries]:
        for rank in range(min(self.size.others * 3, 36)):
            yield TicketSeries(
                type=_one_of(TicketType, rank // 12),
                priority=_one_of(Priority, rank // 3 % 4),
                measure=_one_of(TicketMeasure, rank % 3),
                quarters={quarter: Decimal(40 + rank - 5 * (rank % 3)) for quarter in QUARTERS},
            )

    def figures(self) -> Iterator[FigureSeries]:
        margins = cycle(Decimal(margin) for margin in self.size.margins)
        for entity in range(self.size.entities):
            for offer in range(self.size.offers):
                for measure in FigureMeasure:
                    values = margins if measure is FigureMeasure.MARGIN else self.money
                    yield FigureSeries(
                        entity=self.entity(entity),
                        offer=self.offer(offer),
                        measure=measure,
                        quarters={quarter: next(values) for quarter in self.told()},
                    )

    def told(self) -> tuple[Quarter, ...]:
        return tuple(quarter for quarter in QUARTERS if not (self.size.missing_quarter and quarter == QUARTERS[-2]))

    def potential(self) -> Iterator[Potential]:
        for entity in range(self.size.entities):
            for offer in range(self.size.offers):
                yield Potential(
                    entity=self.entity(entity),
                    offer=self.offer(offer),
                    eligible=(entity + offer) % 4 != 3,
                    estimated_spend=next(self.money),
                    incumbent=_one_of(Incumbent, entity + offer),
                    competitor=self.pick("Tiers", self.size.others - 1, offer) if self.size.others > 1 else None,
                    source="Appel d’offres",
                    dated=_days(offer),
                )

    def satisfaction(self) -> Iterator[SatisfactionScore]:
        for rank in range(self.size.scores):
            kind = _one_of(SurveyType, rank)
            yield SatisfactionScore(
                measured=QUARTERS[-1 - rank // 3 % 4].end,
                type=kind,
                entity=self.entity(rank) if rank % 2 else None,
                score=Decimal(rank % 5),
                scale_max=Decimal(5),
                respondents=1 if kind is SurveyType.NPS else 24,
                verbatim=self.word("Verbatim", rank),
            )

    def objectives(self) -> Iterator[Objective]:
        for rank in range(self.size.objectives):
            yield Objective(
                ref=f"OBJ-{rank:02d}",
                label=self.word("Réduire", rank),
                type=_one_of(ObjectiveType, rank),
                measure=self.word("Mesure", rank),
                unit="€" if rank % 2 else self.word("unité", rank),
                baseline=Decimal(0),
                target=next(self.money),
                current=next(self.money) / 2,
                due=_days(rank, 31),
                owner=self.person(rank),
                goal=f"ENJ-{rank % self.size.goals:02d}" if self.size.goals else None,
                contract=f"CT-{rank % self.size.contracts:02d}",
                offer=self.offer(rank),
                entity=self.entity(rank),
                status=_one_of(ObjectiveStatus, rank),
                attainable=self.word("Niveau", rank),
            )

    def opportunities(self) -> Iterator[Opportunity]:
        for rank in range(self.size.opportunities):
            yield Opportunity(
                ref=f"OPP-{rank:02d}",
                title=self.word("Affaire", rank),
                objective=self.pick_ref("OBJ", self.size.objectives, rank),
                type=_one_of(OpportunityType, rank),
                entity=self.entity(rank),
                offer=self.offer(rank),
                amount=next(self.money),
                probability=Decimal(rank % 11) / 10,
                stage=_one_of(OpportunityStage, rank),
                decision_due=_days(rank, 23),
                decider=self.pick("Personne", self.size.contacts, rank),
            )

    def pick_ref(self, prefix: str, count: int, rank: int) -> str | None:
        return f"{prefix}-{rank % count:02d}" if count else None

    def bodies(self) -> Iterator[Body]:
        kinds = tuple(kind for kind in BodyType if self.size.steering or kind is not BodyType.STEERING)
        for rank in range(self.size.bodies):
            yield Body(
                name=self.word("Instance", rank),
                type=kinds[rank % len(kinds)],
                cadence=_one_of(Cadence, rank),
                duration_minutes=90,
                mission=self.word("Arbitrer", rank),
                chair=self.person(rank),
                client_members=self.names("Personne", min(self.size.contacts, 4)),
                objectives=("OBJ-00",) if self.size.objectives else (),
            )

    def meetings(self) -> Iterator[Meeting]:
        for rank in range(self.size.meetings if self.size.bodies else 0):
            planned = date(2026, 1, 15) + timedelta(days=(rank * 17) % 350)
            held = planned <= CUTOFF
            yield Meeting(
                ref=f"S-{rank:02d}",
                body=self.word("Instance", rank % self.size.bodies),
                planned=planned,
                starts_at=time(10),
                place=self.word("Salle", rank),
                held=planned if held else None,
                status=MeetingStatus.HELD if held else MeetingStatus.PLANNED,
                minutes_sent=planned if held else None,
            )

    def decisions(self) -> Iterator[Decision]:
        for rank in range(self.size.decisions if self.size.meetings and self.size.bodies else 0):
            yield Decision(
                ref=f"D-{rank:02d}",
                meeting=f"S-{rank % self.size.meetings:02d}",
                decision=self.word("Décider", rank),
                status=_one_of(DecisionStatus, rank),
                owner=self.person(rank),
                due=_days(rank),
                options=self.names("Option", rank % 4),
                recommended="A" if rank % 4 else None,
                stake=self.word("Enjeu", rank),
                impact=self.word("Impact", rank),
                recommendation=self.word("Recommander", rank),
            )

    def kpis(self) -> Iterator[Kpi]:
        for rank in range(self.size.kpis):
            is_money = rank % 2
            values = (
                {}
                if rank < self.size.kpis_without_value
                else {quarter: (next(self.money) if is_money else Decimal(rank + 1) / 10) for quarter in self.told()}
            )
            yield Kpi(
                ref=f"KPI-{rank:02d}",
                name=self.word("KPI", rank),
                calculation=Calculation.MANUAL,
                unit=Unit.MONEY if is_money else Unit.PERCENT,
                direction=_one_of(Direction, rank),
                baseline=Decimal(0),
                target=Decimal(1),
                threshold=Decimal("0.5"),
                owner=self.person(rank),
                objectives=("OBJ-00",) if self.size.objectives else (),
                comment=self.word("Lecture", rank),
                quarters=values,
            )

    def actions(self) -> Iterator[Action]:
        for rank in range(self.size.actions):
            status = _one_of(ActionStatus, rank)
            due = _days(rank, 13)
            yield Action(
                ref=f"A-{rank:03d}",
                action=self.word("Rédiger", rank),
                objective=self.pick_ref("OBJ", self.size.objectives, rank),
                risk=self.pick_ref("R", self.size.risks, rank),
                kpi=self.pick_ref("KPI", self.size.kpis, rank),
                owner=self.person(rank),
                start=due - timedelta(days=60),
                due=due,
                progress=Decimal(rank % 11) / 10,
                status=status,
                priority=_one_of(ActionPriority, rank),
                body=self.pick_body(rank),
                done=min(due, CUTOFF) if status is ActionStatus.DONE else None,
            )

    def pick_body(self, rank: int) -> str | None:
        return self.word("Instance", rank % self.size.bodies) if self.size.bodies else None

    def risks(self) -> Iterator[Risk]:
        for rank in range(self.size.risks):
            yield Risk(
                ref=f"R-{rank:02d}",
                type=_one_of(RiskType, rank),
                risk=self.word("Départ", rank),
                probability=rank % 5 + 1,
                impact=rank // 2 % 5 + 1,
                response=self.word("Doubler", rank),
                owner=self.person(rank),
                due=_days(rank),
                status=_one_of(RiskStatus, rank % 2),
            )

    def raci(self) -> Iterator[RaciAssignment]:
        for rank in range(self.size.others):
            for person in range(min(self.size.team, 12)):
                yield RaciAssignment(
                    activity=self.word("Activité", rank),
                    person=self.person(person),
                    role=_one_of(RaciRole, 1 if person == 0 else (0, 2, 3)[person % 3]),
                )

    def service_levels(self) -> Iterator[ServiceLevel]:
        for rank in range(self.size.others):
            yield ServiceLevel(
                commitment=self.word("Répondre", rank),
                provider=self.word("Équipe", rank),
                receiver=self.word("Équipe", rank + 1),
                target=Decimal(5),
                unit="jours",
                achieved=Decimal(6),
                period=QUARTERS[-1],
            )

    def trainings(self) -> Iterator[Training]:
        for rank in range(self.size.others):
            yield Training(
                person=self.person(rank),
                topic=self.word("Thème", rank),
                planned=_days(rank),
                status=_one_of(TrainingStatus, rank),
            )

    def revisions(self) -> Iterator[Revision]:
        for rank in range(self.size.others):
            yield Revision(
                version=f"1.{rank}",
                dated=date(2026, 1, 5) + timedelta(days=rank),
                author=self.person(rank),
                reason=self.word("Mise à jour", rank),
            )


def _one_of(choices: type[C], rank: int) -> C:
    members = tuple(choices)
    return members[rank % len(members)]


def _parent(rank: int, count: int, levels: int) -> int:
    """The manager's rank in a tree of about that many levels: as wide as it takes."""
    width = next((width for width in range(1, count + 1) if sum(width**level for level in range(levels)) >= count), 1)
    return (rank - 1) // width


HUGE = (0, 9_999_999_999, 1, 9_999_999, 123_456_789)
LOSSES = (-9_999_999_999, 0, -5, 1_000_000)
ONE: dict[str, Any] = dict.fromkeys(
    (
        "team",
        "entities",
        "offers",
        "contracts",
        "contacts",
        "levels",
        "goals",
        "objectives",
        "opportunities",
        "bodies",
        "meetings",
        "decisions",
        "kpis",
        "actions",
        "risks",
        "others",
        "scores",
    ),
    1,
)
CROWD: dict[str, Any] = {
    "contacts": 60,
    "levels": 5,
    "team": 12,
    "entities": 12,
    "offers": 10,
    "contracts": 24,
    "objectives": 20,
    "opportunities": 30,
    "bodies": 8,
    "meetings": 40,
    "decisions": 30,
    "kpis": 8,
    "actions": 500,
    "risks": 40,
    "others": 12,
    "scores": 30,
    "goals": 8,
}
HEAVY = Size(
    team=9,
    entities=9,
    offers=6,
    contracts=18,
    contacts=45,
    levels=4,
    goals=5,
    objectives=9,
    opportunities=14,
    bodies=4,
    meetings=16,
    decisions=12,
    kpis=4,
    actions=120,
    risks=20,
    others=8,
    scores=16,
    wording=worded_in(Language.FR),
    amounts=(120_000, 480_000, 75_000, 310_000, 940_000),
    margins=(20_000, 90_000),
)

CASES: dict[str, Callable[[], AccountPlan]] = {
    "required": required_only,
    "ones": lambda: plan_of(Size(**ONE)),
    "people": lambda: plan_of(Size(contacts=60, levels=5, team=12)),
    "grid": lambda: plan_of(Size(entities=12, offers=10)),
    "contracts": lambda: plan_of(Size(contracts=24, others=12)),
    "actions": lambda: plan_of(Size(actions=500)),
    "long": lambda: plan_of(Size(wording=at_length, messages=True)),
    "word": lambda: plan_of(Size(wording=in_one_word, messages=True)),
    "amounts": lambda: plan_of(Size(amounts=HUGE, margins=LOSSES)),
    "zeros": lambda: plan_of(Size(amounts=(0,), margins=(0,))),
    "kpis": lambda: plan_of(Size(kpis=8, missing_quarter=True, kpis_without_value=3)),
    "silent": lambda: plan_of(Size(kpis_without_value=99)),
    "strange": lambda: plan_of(Size(wording=in_strange_scripts, messages=True)),
    "no_committee": lambda: plan_of(Size(steering=False)),
    "all": lambda: plan_of(
        Size(
            **CROWD,
            wording=at_length,
            amounts=HUGE,
            margins=LOSSES,
            missing_quarter=True,
            kpis_without_value=2,
            messages=True,
        )
    ),
    "crowd": lambda: plan_of(Size(**CROWD, messages=True)),
    "heavy": lambda: plan_of(HEAVY),
}
