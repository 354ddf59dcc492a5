"""The covers: account, meeting, where we are in the plan, who it is from and for."""

from __future__ import annotations

from datetime import datetime, timedelta

from generator.locales.typography import capitalise
from generator.model.quarter import Quarter
from generator.story.sections.committee.agenda import steering_body
from generator.story.story import Cover, CoverPerson, PlanQuarter
from generator.story.subject import Subject

_MOST_YEARS = 5


def tell_cover(subject: Subject) -> Cover:
    """Tell the covers; the meeting's lines are empty when no steering committee is planned."""
    account = subject.plan.account
    return Cover(
        client=account.client,
        supplier=account.supplier,
        deck_kicker=subject.say("story.cover.deck_kicker", period=subject.period),
        plan_kicker=subject.say("story.cover.plan_kicker", years=plan_years(subject)),
        meeting=_meeting(subject),
        place=subject.steering.place or "" if subject.steering else "",
        plan_line=_plan_line(subject),
        years=_years(subject),
        people=_people(subject),
    )


def plan_years(subject: Subject) -> str:
    """Return the years of the plan: ``2026–2028``, or one year."""
    first, last = subject.plan.account.plan_start.year, subject.plan.account.plan_end.year
    return str(first) if first == last else f"{first}–{last}"


def _meeting(subject: Subject) -> str:
    meeting = subject.steering
    if meeting is None:
        return ""
    locale, day = subject.locale, subject.locale.date_long(meeting.planned)
    if meeting.starts_at is None:
        return subject.say("story.cover.meeting", day=day)
    start, body = locale.time(meeting.starts_at), steering_body(subject)
    if body is None or not body.duration_minutes:
        return subject.say("story.cover.meeting_at", day=day, start=start)
    end = (datetime.combine(meeting.planned, meeting.starts_at) + timedelta(minutes=body.duration_minutes)).time()
    return subject.say("story.cover.meeting_span", day=day, start=start, end=locale.time(end))


def _quarters(subject: Subject) -> list[Quarter]:
    account = subject.plan.account
    first, last = Quarter.containing(account.plan_start), Quarter.containing(account.plan_end)
    quarters = [first]
    while quarters[-1] < last and len(quarters) < _MOST_YEARS * 4:
        quarters.append(quarters[-1].plus(1))
    return quarters


def _plan_line(subject: Subject) -> str:
    quarters, years = _quarters(subject), plan_years(subject)
    if subject.period not in quarters:
        return subject.say("story.cover.plan_years", years=years)
    rank = quarters.index(subject.period) + 1
    return subject.say(
        "story.cover.plan_line", years=years, rank=subject.locale.ordinal_word(rank), total=subject.count(len(quarters))
    )


def _years(subject: Subject) -> tuple[tuple[str, tuple[PlanQuarter, ...]], ...]:
    by_year: dict[int, list[PlanQuarter]] = {}
    for quarter in _quarters(subject):
        name = subject.quarter(quarter).split("\u00a0")[0]
        by_year.setdefault(quarter.year, []).append(
            PlanQuarter(name, quarter < subject.period, quarter == subject.period)
        )
    return tuple((str(year), tuple(quarters)) for year, quarters in by_year.items())


def _people(subject: Subject) -> tuple[CoverPerson, ...]:
    account, say = subject.plan.account, subject.say
    chief = _client_chief(subject)
    people = []
    if chief:
        people.append(
            CoverPerson(say("story.cover.for_client", company=account.client), chief, subject.function_of(chief))
        )
    people.append(
        CoverPerson(
            say("story.cover.for_supplier", company=account.supplier),
            account.manager,
            subject.function_of(account.manager),
            next((member.email or "" for member in subject.plan.team if member.name == account.manager), ""),
        )
    )
    version = say("story.cover.version", version=account.version)
    people.append(
        CoverPerson(say("story.cover.document"), version, capitalise(say("story.cutoff", cutoff=subject.cutoff)))
    )
    return tuple(people)


def _client_chief(subject: Subject) -> str:
    """The first client member of the steering committee.

    Else the first person of the organisation without a manager.
    """
    body = steering_body(subject)
    if body is not None and body.client_members:
        return body.client_members[0]
    return next((contact.name for contact in subject.plan.contacts if contact.active and contact.manager is None), "")
