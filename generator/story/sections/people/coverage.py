"""Who sits in which governance body, and which decision maker sits nowhere."""

from __future__ import annotations

from typing import Any

from generator.measures.coverage import GovernanceCoverage, governance_coverage, is_decision_maker
from generator.model.choices import DecisionRole
from generator.model.mapping import SharedContact
from generator.story.blocks.grid import Matrix, MatrixCell, MatrixRow
from generator.story.blocks.text import Tone
from generator.story.figures import Said, rows_cited
from generator.story.phrases import joined, source
from generator.story.sections.people.answer import answered
from generator.story.sections.people.exposure import exposure
from generator.story.sections.people.organisation import letter_of
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject
from generator.story.teller import Internal


def tell(subject: InternalSubject) -> Section | None:
    """Tell who sits in which body; nothing without people or bodies."""
    found = governance_coverage(subject.plan)
    if not found.people or not found.bodies:
        return None
    matrix = _matrix(subject, found)
    exposed = exposure(subject, found.unseated)
    said = exposed.said.sentence() if exposed else _headline(subject, found)
    told = subject.say("story.coverage.source", n=len(found.people))
    return Section(
        key="coverage",
        stage=Stage.GOVERNANCE,
        title=subject.say("story.coverage.title"),
        headline=said.text,
        slide_blocks=(matrix,),
        chapter_blocks=(matrix,),
        source=source(subject, joined((told, exposed.source if exposed else ""))),
        notes=(subject.say("story.coverage.note"), subject.say("story.coverage.coaching")),
        is_internal=True,
        figures=said.under("coverage/title"),
    )


def _headline(subject: InternalSubject, found: GovernanceCoverage) -> Said:
    deciders = [person for person in found.people if is_decision_maker(person)]
    if not deciders:
        return subject.told("story.coverage.headline.no_decider")
    every = subject.counted(len(deciders), rows_cited("contacts", deciders))
    if not found.unseated:
        return subject.told("story.coverage.headline.all", n=len(deciders), count=every).sentence()
    first = found.unseated[0]
    args: dict[str, Any] = {
        "count": subject.counted(len(found.unseated), rows_cited("contacts", found.unseated)),
        "total": every,
        "who": subject.presented(first.name, first.function),
    }
    key = "story.coverage.headline.none" if len(found.unseated) == len(deciders) else "story.coverage.headline.gap"
    return answered(subject, subject.told(key, n=len(found.unseated), **args), first.name).sentence()


def _matrix(subject: InternalSubject, found: GovernanceCoverage) -> Matrix:
    seated = {person for person, _ in found.seats}
    shown = [person for person in found.people if is_decision_maker(person) or person.name in seated]
    others = len(found.people) - len(shown)
    rows = tuple(_row(subject, found, person) for person in shown)
    return Matrix(
        key="coverage/matrix",
        corner=subject.say("story.coverage.corner"),
        columns=tuple(body.name for body in found.bodies),
        rows=rows,
        legend=_legend(subject, found),
        more=subject.say("story.coverage.more", n=others) if others else "",
        alt=subject.series(
            f"{person.name} : "
            + (
                ", ".join(body.name for body in found.bodies if found.sits(person.name, body.name))
                or subject.say("story.coverage.nowhere")
            )
            for person in shown
        ),
        caption=subject.say("story.coverage.caption"),
    )


def _legend(subject: InternalSubject, found: GovernanceCoverage) -> tuple[tuple[str, str], ...]:
    """What the marks mean, of those that stand in the matrix."""
    words = (
        (bool(found.seats), "●", "member"),
        (any(map(is_decision_maker, found.people)), _decider_letter(subject), "decider"),
        (bool(found.unseated), "–", "gap"),
    )
    return tuple((mark, subject.say(f"story.coverage.{word}")) for is_drawn, mark, word in words if is_drawn)


def _decider_letter(subject: InternalSubject) -> str:
    return letter_of(subject, DecisionRole.DECISION_MAKER)


def _row(subject: InternalSubject, found: GovernanceCoverage, person: SharedContact) -> MatrixRow:
    is_gap = person in found.unseated
    cells = tuple(
        MatrixCell("●", Tone.ACCENT)
        if found.sits(person.name, body.name)
        else MatrixCell("–" if is_gap else "", Tone.INTERNAL if is_gap else Tone.MUTED, is_gap)
        for body in found.bodies
    )
    decider = f"{_decider_letter(subject)} · " if is_decision_maker(person) else ""
    return MatrixRow(f"coverage/{person.name}", person.name, f"{decider}{person.function}", cells, is_gap)


SECTION = Internal("coverage", tell)
