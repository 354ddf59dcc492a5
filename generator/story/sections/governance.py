"""Governance: bodies and their rhythm, who sits where, and how coherent the plan is."""

from __future__ import annotations

from typing import Any

from generator.diagnostics.finding import Finding
from generator.diagnostics.severity import Severity
from generator.diagnostics.wording import message, what_to_do
from generator.measures.coverage import GovernanceCoverage, governance_coverage, is_decision_maker
from generator.measures.governance import BodyRhythm
from generator.measures.rag import Rag
from generator.model.choices import BodyType, DecisionRole
from generator.model.mapping import SharedContact
from generator.story.blocks.grid import Matrix, MatrixCell, MatrixRow
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.phrases import joined, lower_first, sentence, source, status
from generator.story.sections.people import letter_of
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject

COHERENCE_ROWS = 12
_RAG = {Severity.ERROR: Rag.RED, Severity.WARNING: Rag.AMBER, Severity.INFO: Rag.NONE}


def tell(subject: Subject) -> Section | None:
    """Tell the bodies and their rhythm, for the plan; nothing without a body."""
    if not subject.rhythms:
        return None
    return Section(
        key="governance",
        stage=Stage.GOVERNANCE,
        title=subject.say("story.governance.title"),
        headline=headline(subject),
        slide_blocks=(),
        chapter_blocks=(_bodies_table(subject), _rhythm_table(subject)),
        source=source(subject, subject.say("story.governance.source", n=len(subject.rhythms))),
        notes=(),
    )


def headline(subject: Subject) -> str:
    """Say how many planned meetings were held, and which body is off its cadence."""
    tile = subject.weather.governance
    args: dict[str, Any] = {"held": subject.locale.number(tile.held), "planned": subject.locale.number(tile.planned)}
    if not tile.planned:
        return sentence(
            subject.say(
                "story.governance.headline.none", n=tile.body_count, count=subject.count(tile.body_count, feminine=True)
            )
        )
    kept = subject.say("story.governance.headline.on", n=tile.held, **args)
    if not tile.off_cadence:
        return kept
    names = subject.locale.join([rhythm.body.name for rhythm in tile.off_cadence])
    return subject.say("story.governance.headline.off", n=len(tile.off_cadence), kept=kept, names=names)


def _bodies_table(subject: Subject) -> Table:
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.governance.body"), 16),
        TableColumn(say("story.governance.type"), 10),
        TableColumn(say("story.governance.cadence"), 12),
        TableColumn(say("story.governance.duration"), 8, Align.RIGHT),
        TableColumn(say("story.governance.mission"), 26),
        TableColumn(say("story.governance.chair"), 14),
        TableColumn(say("story.governance.client_members"), 24),
        TableColumn(say("story.governance.supplier_members"), 24),
        TableColumn(say("story.governance.objectives"), 16),
    )
    rows = tuple(
        TableRow(
            f"governance/{body.name}",
            (
                Cell(body.name, Tone.STRONG),
                Cell(locale.label(body.type.label)),
                Cell(locale.label(body.cadence.label)),
                Cell(say("story.minutes", n=body.duration_minutes) if body.duration_minutes else "–"),
                Cell(body.mission or "–"),
                Cell(body.chair or "–"),
                Cell(", ".join(body.client_members) or "–"),
                Cell(", ".join(body.supplier_members) or "–"),
                Cell(locale.typeset(", ".join(body.objectives)) or "–"),
            ),
            is_internal=body.type is BodyType.INTERNAL,
        )
        for body in subject.plan.bodies
    )
    return Table(
        key="governance/bodies",
        columns=columns,
        rows=rows,
        caption=say("story.governance.bodies_caption"),
        is_wide=True,
    )


def _rhythm_table(subject: Subject) -> Table:
    say = subject.say
    columns = (
        TableColumn(say("story.governance.body"), 24),
        TableColumn(say("story.governance.planned"), 10, Align.RIGHT),
        TableColumn(say("story.governance.held"), 10, Align.RIGHT),
        TableColumn(say("story.governance.last"), 12),
        TableColumn(say("story.governance.next"), 14),
        TableColumn(say("story.governance.on_cadence"), 16),
    )
    return Table(
        key="governance/rhythm",
        columns=columns,
        rows=tuple(_rhythm_row(subject, rhythm) for rhythm in subject.rhythms),
        caption=say("story.governance.rhythm_caption", cutoff=subject.cutoff),
    )


def _rhythm_row(subject: Subject, rhythm: BodyRhythm) -> TableRow:
    locale = subject.locale
    state = (
        status(subject, Rag.GREEN, subject.say("story.governance.kept"))
        if rhythm.is_on_cadence
        else status(subject, Rag.AMBER, subject.say("story.governance.not_kept", n=rhythm.days_since))
    )
    return TableRow(
        f"governance/{rhythm.body.name}/rhythm",
        (
            Cell(rhythm.body.name),
            Cell(locale.number(rhythm.planned)),
            Cell(locale.number(rhythm.held)),
            Cell(locale.date(rhythm.last_held) if rhythm.last_held else "–"),
            Cell(
                locale.date(rhythm.next_planned.planned)
                if rhythm.next_planned
                else subject.say("story.governance.not_dated")
            ),
            Cell("", status=state),
        ),
    )


def tell_coverage(subject: InternalSubject) -> Section | None:
    """Tell who sits in which body; nothing without people or bodies."""
    found = governance_coverage(subject.plan)
    if not found.people or not found.bodies:
        return None
    matrix = _coverage_matrix(subject, found)
    return Section(
        key="coverage",
        stage=Stage.GOVERNANCE,
        title=subject.say("story.coverage.title"),
        headline=_coverage_headline(subject, found),
        slide_blocks=(matrix,),
        chapter_blocks=(matrix,),
        source=source(subject, subject.say("story.coverage.source", n=len(found.people))),
        notes=(subject.say("story.coverage.note"), subject.say("story.coverage.coaching")),
        is_internal=True,
    )


def _coverage_headline(subject: InternalSubject, found: GovernanceCoverage) -> str:
    deciders = [person for person in found.people if is_decision_maker(person)]
    if not deciders:
        return subject.say("story.coverage.headline.no_decider")
    if not found.unseated:
        return sentence(subject.say("story.coverage.headline.all", n=len(deciders), count=subject.count(len(deciders))))
    first = found.unseated[0]
    args: dict[str, Any] = {
        "count": subject.count(len(found.unseated)),
        "total": subject.count(len(deciders)),
        "name": first.name,
        "function": first.function,
    }
    key = "story.coverage.headline.none" if len(found.unseated) == len(deciders) else "story.coverage.headline.gap"
    return sentence(subject.say(key, n=len(found.unseated), **args))


def _coverage_matrix(subject: InternalSubject, found: GovernanceCoverage) -> Matrix:
    seated = {person for person, _ in found.seats}
    shown = [person for person in found.people if is_decision_maker(person) or person.name in seated]
    others = len(found.people) - len(shown)
    rows = tuple(_coverage_row(subject, found, person) for person in shown)
    return Matrix(
        key="coverage/matrix",
        corner=subject.say("story.coverage.corner"),
        columns=tuple(body.name for body in found.bodies),
        rows=rows,
        legend=(
            ("●", subject.say("story.coverage.member")),
            (_decider_letter(subject), subject.say("story.coverage.decider")),
            ("–", subject.say("story.coverage.gap")),
        ),
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


def _decider_letter(subject: InternalSubject) -> str:
    return letter_of(subject, DecisionRole.DECISION_MAKER)


def _coverage_row(subject: InternalSubject, found: GovernanceCoverage, person: SharedContact) -> MatrixRow:
    is_gap = person in found.unseated
    cells = tuple(
        MatrixCell("●", Tone.ACCENT)
        if found.sits(person.name, body.name)
        else MatrixCell("–" if is_gap else "", Tone.INTERNAL if is_gap else Tone.MUTED, is_gap)
        for body in found.bodies
    )
    decider = f"{_decider_letter(subject)} · " if is_decision_maker(person) else ""
    return MatrixRow(f"coverage/{person.name}", person.name, f"{decider}{person.function}", cells, is_gap)


def tell_coherence(subject: InternalSubject) -> Section | None:
    """Tell what the checks found, ranked; nothing when they found nothing."""
    found = ranked(subject)
    if not found:
        return None
    shown, others = found[:COHERENCE_ROWS], len(found) - COHERENCE_ROWS
    warnings = sum(1 for item in found if item.severity is not Severity.INFO)
    key = "story.coherence.headline.warnings" if warnings else "story.coherence.headline.infos"
    first = message(found[0], subject.locale).rstrip(".")
    return Section(
        key="coherence",
        stage=Stage.COHERENCE,
        title=subject.say("story.coherence.title"),
        headline=sentence(
            subject.say(
                key,
                n=warnings or len(found),
                count=subject.count(warnings or len(found)),
                first=lower_first(first),
            )
        ),
        slide_blocks=(
            _findings_table(subject, shown, subject.say("story.coherence.more", n=others) if others > 0 else ""),
        ),
        chapter_blocks=(_findings_table(subject, found, ""),),
        source=source(subject, subject.say("story.coherence.source", n=len(found))),
        notes=(subject.say("story.coherence.note"),),
        is_internal=True,
    )


def ranked(subject: InternalSubject) -> tuple[Finding, ...]:
    """Return the findings of the coherence rules, the gravest first."""
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    found = [item for item in subject.findings if item.code.startswith("R")]
    return tuple(sorted(found, key=lambda item: (order[item.severity], item.code)))


def _findings_table(subject: InternalSubject, found: tuple[Finding, ...], more: str) -> Table:
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.coherence.code"), 6),
        TableColumn(say("story.coherence.finding"), 46),
        TableColumn(say("story.coherence.remedy"), 40),
        TableColumn(say("story.coherence.place"), 14),
    )
    rows = tuple(
        TableRow(
            f"coherence/{index}",
            (
                Cell("", status=status(subject, _RAG[item.severity], item.code)),
                Cell(locale.typeset(message(item, locale))),
                Cell(locale.typeset(what_to_do(item.code, locale))),
                Cell(joined((item.place.sheet or "", item.place.cell or "")), Tone.MUTED),
            ),
        )
        for index, item in enumerate(found)
    )
    return Table(
        key="coherence/table",
        columns=columns,
        rows=rows,
        caption=say("story.coherence.caption"),
        more=more,
        is_wide=True,
    )
