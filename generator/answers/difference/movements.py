"""What a steering committee asks first of a difference, a line a subject: KPIs, actions, contracts, people, dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.answers.worded import key_of
from generator.history.difference import Difference, KpiMovement, Slip
from generator.locales.locale import Locale
from generator.model.schema import table_of
from generator.story.phrases import change_in_unit, in_unit

_Parts = Iterable[tuple[str, list[str]]]


def movement_lines(found: Difference, locale: Locale) -> Iterator[str]:
    """Return a line for every KPI that moved, then one for every subject of which there is something to say."""
    yield from (_kpi(movement, locale) for movement in found.kpis if _has_moved(movement))
    for subject, parts in _subjects(found, locale):
        told = [
            locale.say(f"diff.{subject}.{part}", n=len(names), names=", ".join(names)) for part, names in parts if names
        ]
        if told:
            yield locale.say("diff.line", label=locale.say(f"diff.{subject}.label"), parts=" · ".join(told))


def days(slip: Slip, locale: Locale) -> str:
    """Return how far a date was put off: ``+14 j``."""
    return locale.say("diff.days", n=slip.days, value=locale.number(slip.days, signed=True))


def _has_moved(movement: KpiMovement) -> bool:
    return movement.old is None or movement.old.current.value != movement.new.current.value


def _kpi(movement: KpiMovement, locale: Locale) -> str:
    kpi = movement.kpi
    new = in_unit(locale, movement.new.current.value, kpi.unit)
    if movement.old is None:
        return locale.say("diff.kpi.added", ref=kpi.ref, name=kpi.name, new=new)
    old = in_unit(locale, movement.old.current.value, movement.old.kpi.unit)
    if movement.change is None:
        return locale.say("diff.kpi.values", ref=kpi.ref, name=kpi.name, old=old, new=new)
    change = change_in_unit(locale, movement.change, kpi.unit)
    return locale.say("diff.kpi.moved", ref=kpi.ref, name=kpi.name, old=old, new=new, change=change)


def _subjects(found: Difference, locale: Locale) -> Iterator[tuple[str, _Parts]]:
    actions, contracts, people = found.actions, found.contracts, found.people
    others = [_slip(slip, locale) for slip in found.slips if slip.table != "actions"]
    yield (
        "actions",
        (
            ("closed", [row.ref for row in actions.closed]),
            ("added", [row.ref for row in actions.new]),
            ("slipped", [_slip(slip, locale) for slip in actions.slipped]),
            ("late", [row.ref for row in actions.late]),
        ),
    )
    yield (
        "contracts",
        (
            ("signed", [row.ref for row in contracts.signed]),
            ("amended", [row.ref for row in contracts.amended]),
            ("ended", [row.ref for row in contracts.ended]),
        ),
    )
    yield (
        "people",
        (
            ("arrived", [row.name for row in people.arrived]),
            ("left", [row.name for row in people.left]),
            ("changed", [change.new.name for change in people.changed]),
        ),
    )
    yield "decisions", (("applied", [row.ref for row in found.decisions_applied]),)
    yield "dates", (("slipped", others),)


def _slip(slip: Slip, locale: Locale) -> str:
    return f"{key_of(table_of(slip.table), slip.row, locale)} {days(slip, locale)}"
