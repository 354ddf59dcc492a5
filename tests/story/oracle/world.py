"""The plan as the oracle sees it: rows and dates, and how values are printed. It reckons for itself, from the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from generator.locales import Locale
from generator.locales.money_scale import MoneyScale
from generator.model.account import Settings
from generator.model.choices import ActionStatus, BodyType, MeetingStatus, Unit
from generator.model.governance import Meeting
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.quarter import Quarter
from tests.story.oracle.said import Expected, Said

Values = Mapping[str, Mapping[Quarter, Decimal]]


@dataclass(frozen=True)
class World:
    """A plan, the one before it if there is one, and for whom it is told.

    ``worked`` holds values of computed KPIs worked by hand, by reference; those typed are read from the rows.
    ``silent`` are the people of whom the client is no longer told.
    """

    plan: SharedPlan
    locale: Locale
    is_internal: bool = True
    shows_notices: bool = True
    former: SharedPlan | None = None
    worked: Values = field(default_factory=dict)
    chapters: Mapping[str, str] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()

    @property
    def cutoff(self) -> date:
        return self.plan.account.cutoff

    @cached_property
    def period(self) -> Quarter:
        return quarter_ended(self.cutoff)

    @property
    def settings(self) -> Settings:
        return self.plan.settings if isinstance(self.plan, AccountPlan) else Settings()

    @property
    def respondents_minimum(self) -> int:
        """Below it a score is said to be of few answers."""
        return self.settings.respondents_minimum

    @property
    def is_foreign(self) -> bool:
        return self.plan.account.language is not self.locale.language

    def before(self) -> World:
        """The plan of the quarter before, seen likewise."""
        assert self.former is not None
        return World(self.former, self.locale, self.is_internal, self.shows_notices, worked=self.worked)

    # --- words

    def word(self, count: int, *, feminine: bool = False) -> str:
        return self.locale.count_word(count, feminine=feminine)

    def money(self, amount: Decimal, *, signed: bool = False) -> str:
        return self.locale.money_short(amount, signed=signed)

    def running(self, text: str) -> str:
        names = [self.plan.account.client, self.plan.account.supplier]
        for rows in (self.plan.contacts, self.plan.team, self.plan.entities, self.plan.offers, self.plan.bodies):
            names += [str(getattr(row, "name")) for row in rows]  # noqa: B009
        if any(text.startswith(name) and not text[len(name) : len(name) + 1].isalnum() for name in names):
            return text
        return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] in (" ", "’", "'") else text

    def within(self, ref: str, text: str) -> str:
        return ref if self.is_foreign else self.running(text)

    def cited(self, ref: str, text: str) -> str:
        return ref if self.is_foreign else f"{ref}, {self.running(text)}"

    def called(self, ref: str, text: str) -> str:
        return ref if self.is_foreign else text

    def quoted(self, ref: str, text: str) -> str:
        return ref if self.is_foreign else self.locale.say("story.quoted", text=text)

    def presented(self, name: str, function: str) -> str:
        return name if self.is_foreign else f"{name} ({function})"

    def in_unit(
        self, value: Decimal | None, unit: Unit, *, signed: bool = False, scale: MoneyScale | None = None
    ) -> str:
        """A value as a KPI of this unit prints it, an amount in the unit of its card."""
        if value is None:
            return self.locale.say("story.not_available")
        match unit:
            case Unit.MONEY if scale is not None and value:
                return self.locale.money_scaled(value, scale, signed=signed)
            case Unit.MONEY:
                return self.money(value, signed=signed)
            case Unit.PERCENT:
                return self.locale.percent(value, signed=signed)
            case Unit.DAYS:
                return self.locale.say("story.days", n=int(value), value=self._short(value, signed=signed))
            case Unit.POINTS | Unit.COUNT:
                return self._short(value, signed=signed)

    def change(self, value: Decimal | None, unit: Unit, *, scale: MoneyScale | None = None) -> str:
        if value is not None and unit is Unit.PERCENT:
            return self.locale.points(value * 100, signed=True)
        return self.in_unit(value, unit, signed=True, scale=scale)

    def _short(self, value: Decimal, *, signed: bool) -> str:
        whole = value == value.to_integral_value()
        return self.locale.number(value if whole else value.quantize(Decimal("0.1")), signed=signed)

    # --- rows

    @cached_property
    def open_actions(self) -> list[Any]:
        closed = (ActionStatus.DONE, ActionStatus.CANCELLED)
        return [action for action in self.plan.actions if action.status not in closed]

    @cached_property
    def live_actions(self) -> list[Any]:
        return [action for action in self.plan.actions if action.status is not ActionStatus.CANCELLED]

    @cached_property
    def late_actions(self) -> list[Any]:
        """The oldest due date first, then by reference as people count."""
        late = [action for action in self.open_actions if action.due and action.due < self.cutoff]
        return sorted(late, key=lambda action: (action.due, counted(action.ref)))

    @cached_property
    def committees(self) -> list[Meeting]:
        """The steering committees to come, the next first."""
        names = {body.name for body in self.plan.bodies if body.type is BodyType.STEERING}
        return [meeting for meeting in self.meetings_ahead if meeting.body in names]

    @cached_property
    def meetings_ahead(self) -> list[Meeting]:
        ahead = [
            meeting
            for meeting in self.plan.meetings
            if meeting.status not in (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)
            and meeting.planned > self.cutoff
            and not (meeting.held and meeting.held <= self.cutoff)
        ]
        return sorted(ahead, key=lambda meeting: (meeting.planned, counted(meeting.ref)))

    @property
    def session(self) -> date:
        """The day of the committee to come, or the cut-off."""
        return self.committees[0].planned if self.committees else self.cutoff

    @property
    def months_ahead(self) -> int:
        """How many months the calendar has, the first being that of the day after the session."""
        first, last = self.session + timedelta(days=1), self.last_day_ahead
        return (last.year - first.year) * 12 + last.month - first.month + 1

    @property
    def last_day_ahead(self) -> date:
        """The last day of the third month, the first being that of the day after the session.

        Of the fourth where the committee after this one meets in it.
        """
        month = (self.session + timedelta(days=1)).replace(day=1)
        ends = []
        for _ in range(4):
            month = (month + timedelta(days=32)).replace(day=1)
            ends.append(month - timedelta(days=1))
        later = [one.planned for one in self.committees if one.planned > self.session]
        return ends[3] if later and ends[2] < min(later) <= ends[3] else ends[2]


Claim = Callable[[World, Said], Expected]
Claims = Mapping[str, Claim]


def quarter_ended(day: date) -> Quarter:
    """The last quarter that ended on or before a day."""
    quarter = Quarter(day.year, (day.month + 2) // 3)
    tomorrow = day + timedelta(days=1)
    is_last_day = (tomorrow.month + 2) // 3 != (day.month + 2) // 3
    if is_last_day:
        return quarter
    return Quarter(day.year - 1, 4) if quarter.number == 1 else Quarter(day.year, quarter.number - 1)


def counted(ref: str) -> list[tuple[bool, int, str]]:
    """How people count references: A-43 before A-115."""
    parts: list[str] = []
    for letter in ref:
        if parts and parts[-1][-1].isdecimal() == letter.isdecimal():
            parts[-1] += letter
        else:
            parts.append(letter)
    return [(False, int(part), part) if part.isdecimal() else (True, 0, part) for part in parts]


def only(condition: object, **expected: Any) -> Expected:
    """What a message must say where its condition holds; nothing else may be said of it."""
    return expected if condition else None


def row(rows: Iterable[Any], ref: str) -> Any:
    """The row of a reference."""
    return next(one for one in rows if one.ref == ref)
