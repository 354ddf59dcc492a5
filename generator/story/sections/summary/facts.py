"""What the KPIs that say most say: three facts, by weight."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.model.choices import Calculation
from generator.story.blocks.summary import KeyFact, KeyFacts
from generator.story.figures import Figure, Said
from generator.story.phrases import full_stop, sentence, status
from generator.story.sections.kpis.cited import change_cited, few_cited, target_said, value_cited
from generator.story.sections.kpis.few_answers import answers_of, with_few_answers
from generator.story.sections.kpis.movers import told_change
from generator.story.subject import InternalSubject, Subject

FACTS = 3
_RHYTHM = frozenset({Calculation.MEETINGS, Calculation.COVERAGE})
"""What measures how we run the account: no result that anyone waits for."""
_OURS = frozenset({Calculation.SEGMENT_REVENUE, Calculation.PENETRATION, Calculation.RENEWAL})
"""What measures our business with the client, not what the client gets from us."""


def facts(subject: Subject) -> KeyFacts | None:
    """What the KPIs that say most say."""
    known = [reading for reading in subject.readings if reading.current.value is not None]
    if not known:
        return None
    told = tuple(_fact(subject, reading) for reading in telling(subject))
    return KeyFacts(
        key="summary/facts",
        label=sentence(subject.say("story.summary.facts", n=len(told), count=subject.count(len(told)))),
        facts=told,
    )


def fact_figures(subject: Subject) -> Iterator[Figure]:
    """The figures of the facts, with what they were made from."""
    for reading in telling(subject):
        key = f"summary/facts/fact/{reading.kpi.ref}"
        yield value_cited(subject, reading).under(f"{key}/figure")
        yield from _fact_said(subject, reading).under(f"{key}/text")


def telling(subject: Subject) -> list[KpiReading]:
    """The KPIs that say most, the heaviest first; one on target among them when there is one."""
    ranked = sorted(
        (one for one in subject.readings if one.current.value is not None),
        key=lambda one: (_stands_back(subject, one), _weight(one)),
    )
    shown, rest = ranked[:FACTS], ranked[FACTS:]
    if any(one.rag is Rag.GREEN for one in shown):
        return shown
    good = [one for one in rest if one.rag is Rag.GREEN]
    return [*shown[: FACTS - 1], good[0]] if good else shown


def leading(subject: Subject) -> list[KpiReading]:
    """The KPIs that a headline may name, the heaviest first: results, and to the client none of our own."""
    return sorted((one for one in subject.readings if not _stands_back(subject, one)), key=_weight)


def _stands_back(subject: Subject, reading: KpiReading) -> bool:
    behind = _RHYTHM if isinstance(subject, InternalSubject) else _RHYTHM | _OURS
    return reading.kpi.calculation in behind


def _weight(reading: KpiReading) -> tuple[int, Decimal]:
    """Off target first, then the largest change for what it was."""
    rank = {Rag.RED: 0, Rag.AMBER: 1, Rag.GREEN: 2, Rag.NONE: 3}[reading.rag]
    year = reading.year_change or reading.change or Decimal(0)
    base = abs(reading.current.value or Decimal(1)) or Decimal(1)
    return rank, -abs(year) / base


def _fact(subject: Subject, reading: KpiReading) -> KeyFact:
    kpi = reading.kpi
    value, text = value_cited(subject, reading).text, _fact_said(subject, reading).text
    shown = None if reading.rag is Rag.NONE else status(subject, reading.rag)
    return KeyFact(kpi.ref, value, subject.marked(text, "kpis", kpi), shown)


def _fact_said(subject: Subject, reading: KpiReading) -> Said:
    kpi = reading.kpi
    quarter, change = told_change(subject, reading)
    args: dict[str, Any] = {
        "name": subject.called(kpi.ref, kpi.name),
        "target": target_said(subject, reading),
        "quarter": quarter,
    }
    if change:
        args["change"] = change_cited(subject, reading)
    if kpi.target is None:
        key = "story.summary.fact.change_only" if change else "story.summary.fact.name_only"
    elif reading.rag is Rag.GREEN:
        key = "story.summary.fact.reached_change" if change else "story.summary.fact.reached"
    else:
        key = "story.summary.fact.missed_change" if change else "story.summary.fact.missed"
    said = subject.told(key, **args)
    text = with_few_answers(subject, said.text, answers_of(reading))
    if kpi.comment:
        text = f"{text} {full_stop(subject.typeset(kpi.comment))}"
    return Said(text, (*said.cited, *few_cited(subject, reading)))
