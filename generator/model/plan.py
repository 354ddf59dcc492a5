"""The account plan: every table of the workbook as a tuple of frozen rows.

``SharedPlan`` is what the client may see; a table absent from it is internal. ``AccountPlan`` narrows each table to its full rows.
"""

from __future__ import annotations

from pydantic import BaseModel

from generator.model.account import (
    Account,
    Entity,
    ForbiddenWord,
    Message,
    Offer,
    OutlineRow,
    Settings,
    SharedAccount,
    SharedMessage,
    SharedOutlineRow,
    TeamMember,
)
from generator.model.actions import Action, Risk, SharedAction, SharedRisk
from generator.model.animation import (
    RaciAssignment,
    Revision,
    ServiceLevel,
    SharedRaciAssignment,
    SharedRevision,
    SharedServiceLevel,
    Training,
)
from generator.model.governance import Body, Decision, Meeting, SharedDecision
from generator.model.kpis import Kpi, SharedKpi
from generator.model.mapping import (
    Amendment,
    ApprovalStep,
    ClientGoal,
    Contact,
    Contract,
    FigureSeries,
    Potential,
    SatisfactionScore,
    SharedClientGoal,
    SharedContact,
    SharedSatisfactionScore,
    SwotStatement,
    ThirdParty,
    TicketSeries,
)
from generator.model.objectives import Objective, Opportunity, SharedObjective
from generator.model.quarter import Quarter


class SharedPlan(BaseModel, frozen=True, extra="forbid"):
    """What the client may see of a plan."""

    account: SharedAccount
    team: tuple[TeamMember, ...] = ()
    entities: tuple[Entity, ...] = ()
    offers: tuple[Offer, ...] = ()
    messages: tuple[SharedMessage, ...] = ()
    outline: tuple[SharedOutlineRow, ...] = ()
    contracts: tuple[Contract, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    contacts: tuple[SharedContact, ...] = ()
    client_goals: tuple[SharedClientGoal, ...] = ()
    satisfaction: tuple[SharedSatisfactionScore, ...] = ()
    tickets: tuple[TicketSeries, ...] = ()
    figures: tuple[FigureSeries, ...] = ()
    objectives: tuple[SharedObjective, ...] = ()
    bodies: tuple[Body, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    decisions: tuple[SharedDecision, ...] = ()
    kpis: tuple[SharedKpi, ...] = ()
    actions: tuple[SharedAction, ...] = ()
    risks: tuple[SharedRisk, ...] = ()
    raci: tuple[SharedRaciAssignment, ...] = ()
    service_levels: tuple[SharedServiceLevel, ...] = ()
    revisions: tuple[SharedRevision, ...] = ()

    @property
    def period(self) -> Quarter:
        """The last quarter ended on or before the cut-off date."""
        return Quarter.last_ended(self.account.cutoff)


class AccountPlan(SharedPlan, frozen=True):
    """The whole plan, as read from the workbook."""

    account: Account
    messages: tuple[Message, ...] = ()
    forbidden_words: tuple[ForbiddenWord, ...] = ()
    outline: tuple[OutlineRow, ...] = ()
    settings: Settings = Settings()
    contacts: tuple[Contact, ...] = ()
    approval_steps: tuple[ApprovalStep, ...] = ()
    third_parties: tuple[ThirdParty, ...] = ()
    client_goals: tuple[ClientGoal, ...] = ()
    swot: tuple[SwotStatement, ...] = ()
    potential: tuple[Potential, ...] = ()
    satisfaction: tuple[SatisfactionScore, ...] = ()
    objectives: tuple[Objective, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    decisions: tuple[Decision, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    actions: tuple[Action, ...] = ()
    risks: tuple[Risk, ...] = ()
    raci: tuple[RaciAssignment, ...] = ()
    service_levels: tuple[ServiceLevel, ...] = ()
    trainings: tuple[Training, ...] = ()
    revisions: tuple[Revision, ...] = ()
