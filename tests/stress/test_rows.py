"""Whatever the data: each row of a table stands on the slides that tell it, or is among those a slide counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from generator.charts.canvas import Drawing, Shape, TextBody
from generator.charts.plots.chart import NativeChart
from generator.deck.slides import NativeTable, Slide
from generator.locales import Language
from generator.model.choices import ActionStatus, DecisionStatus, RiskStatus
from generator.model.plan import AccountPlan
from tests.stress.plans import CASES
from tests.stress.test_geometry import deck_of, every_deck
from tests.stress.test_written import said_more, stood_in

Names = Callable[[AccountPlan], Iterable[str]]

ROWS: dict[str, tuple[str, Names]] = {
    "contracts": ("contracts", lambda plan: (one.ref for one in plan.contracts)),
    "amendments": ("contracts", lambda plan: (one.ref for one in plan.amendments)),
    "contacts": ("people", lambda plan: (one.name for one in plan.contacts if one.active)),
    "steps": ("decision-paths", lambda plan: (one.contact for one in plan.approval_steps)),
    "third parties": ("landscape", lambda plan: (one.name for one in plan.third_parties)),
    "statements": ("landscape", lambda plan: (one.statement for one in plan.swot)),
    "potential": ("whitespace", lambda plan: {name for one in plan.potential for name in (one.entity, one.offer)}),
    "objectives": ("objectives", lambda plan: (one.ref for one in plan.objectives)),
    "opportunities": ("pipeline", lambda plan: (one.ref for one in plan.opportunities)),
    "bodies": ("coverage", lambda plan: (" ".join(one.name.split()[:2]) for one in plan.bodies)),  # long ones are cut
    "people": ("coverage", lambda plan: (one.name for one in plan.contacts if one.active)),
    "kpis": ("kpis", lambda plan: (one.name for one in plan.kpis)),
    "actions": (
        "actions",
        lambda plan: (one.ref for one in plan.actions if one.status is not ActionStatus.CANCELLED),
    ),
    "risks": (
        "risks",
        lambda plan: (one.ref for one in plan.risks if one.status not in (RiskStatus.CLOSED, RiskStatus.MITIGATED)),
    ),
    "decisions asked": (
        "decisions-next",
        lambda plan: (one.ref for one in plan.decisions if one.status is DecisionStatus.PENDING),
    ),
    "decisions taken": (
        "decisions-past",
        lambda plan: (one.ref for one in plan.decisions if one.status is not DecisionStatus.PENDING),
    ),
    "commitments": ("animation", lambda plan: (one.commitment for one in plan.service_levels)),
    "activities": ("animation", lambda plan: {one.activity for one in plan.raci}),
    "trainings": ("animation", lambda plan: {one.topic for one in plan.trainings}),
}

COUNTED: dict[str, str] = {
    "contracts": r"(\d+|un|one) (?:contrats? non tracés?|contracts? not drawn)",
    "amendments": r"(\d+) (?:avenants?|amendments?)",
    "opportunities": r"(\d+) (?:affaires? closes?, non tracées?|closed deals?, not drawn)",
}
"""How a slide that draws some rows of a table says how many it does not draw."""


@every_deck
def test_every_row_is_shown_or_counted(case: str, language: Language) -> None:
    slides, plan = deck_of(case, language).slides, CASES[case]()
    lost = {}
    for table, (section, names_of) in ROWS.items():
        shown = [slide for slide in slides if slide.key.split("#")[0] == section]
        told = [one for slide in shown for one in words(slide)]
        said = "".join(map(spelt, told))
        missing = [name for name in names_of(plan) if spelt(name) not in said]
        counted = [*said_more("\n".join(told)), *undrawn(table, "\n".join(told))]
        if shown and missing and len(missing) not in counted:
            lost[table] = (missing[:3], len(missing), counted)
    assert lost == {}


def undrawn(table: str, text: str) -> list[int]:
    """The numbers of rows of a table that a slide says it does not draw."""
    found = re.findall(rf"\b{COUNTED[table]}\b", stood_in(text)) if table in COUNTED else []
    return [int(number) if number.isdecimal() else 1 for number in found]


def spelt(text: str) -> str:
    """The words of a text between spaces, long ones put together again."""
    letters = "".join(one if one.isalnum() else " " for one in text.replace("\n", ""))
    return f" {' '.join(letters.split())} "


def words(slide: Slide) -> Iterator[str]:
    """Every text of a slide, with what tells its shortened ones in full."""
    for place in slide.places:
        yield from ("".join(text.text for text in line.texts) for line in place.lines)
    for element in slide.elements:
        match element:
            case Drawing():
                for mark in element.marks:
                    if isinstance(mark, Shape):
                        yield mark.alt
                        yield from lines(mark.text)
            case NativeTable():
                for row in element.rows:
                    for cell in row.cells:
                        yield from lines(cell.text)
            case NativeChart():
                yield from element.categories


def lines(body: TextBody | None) -> Iterator[str]:
    """The paragraphs of a text."""
    yield from ("".join(run.text for run in one.runs) for one in (body.paragraphs if body else ()))
