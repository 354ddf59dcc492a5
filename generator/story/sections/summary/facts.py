"""What the KPIs that say most say: three facts of the quarter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.story.blocks.summary import KeyFact, KeyFacts
from generator.story.figures import Figure, Said
from generator.story.phrases import full_stop, sentence
from generator.story.sections.kpis.cited import change_cited, few_cited, target_said, value_cited
from generator.story.sections.kpis.few_answers import answers_of, with_few_answers
from generator.story.sections.kpis.movers import told_change
from generator.story.subject import Subject

FACTS = 3


def facts(subject: Subject) -> KeyFacts | None:
    """What the KPIs that say most say."""
    known = [reading for reading in subject.readings if reading.current.value is not None]
    if not known:
        return None
    told = tuple(_fact(subject, reading) for reading in telling(known))
    return KeyFacts(
        key="summary/facts",
        label=sentence(subject.say("story.summary.facts", n=len(told), count=subject.count(len(told)))),
        facts=told,
    )


def fact_figures(subject: Subject) -> Iterator[Figure]:
    """The figures of the facts, with what they were made from."""
    for reading in telling(subject.readings):
        key = f"summary/facts/fact/{reading.kpi.ref}"
        yield value_cited(subject, reading).under(f"{key}/figure")
        yield from _fact_said(subject, reading).under(f"{key}/text")


def telling(readings: Iterable[KpiReading]) -> list[KpiReading]:
    """The KPIs that say most: those in the red, then the best movers; one on target among them when there is one."""
    ranked = sorted((one for one in readings if one.current.value is not None), key=_weight)
    shown, rest = ranked[:FACTS], ranked[FACTS:]
    if any(one.rag is Rag.GREEN for one in shown):
        return shown
    good = [one for one in rest if one.rag is Rag.GREEN]
    return [*shown[: FACTS - 1], good[0]] if good else shown


def _weight(reading: KpiReading) -> tuple[int, Decimal]:
    rank = {Rag.RED: 0, Rag.AMBER: 1, Rag.GREEN: 1, Rag.NONE: 2}[reading.rag]
    year = reading.year_change or reading.change or Decimal(0)
    base = abs(reading.current.value or Decimal(1)) or Decimal(1)
    return rank, -abs(year) / base


def _fact(subject: Subject, reading: KpiReading) -> KeyFact:
    kpi = reading.kpi
    value, text = value_cited(subject, reading).text, _fact_said(subject, reading).text
    return KeyFact(kpi.ref, value, subject.marked(text, "kpis", kpi))


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
