"""Governance bodies: members, cadence, meetings held and to come."""

from __future__ import annotations

from generator.measures.governance import BodyRhythm
from generator.measures.rag import Rag
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.figures import Cited, Said, cited_number, rows_cited
from generator.story.phrases import source, status
from generator.story.story import Section, Stage
from generator.story.subject import Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell the bodies and their rhythm, for the plan; nothing without a body."""
    if not subject.rhythms:
        return None
    said = headline(subject)
    return Section(
        key="governance",
        stage=Stage.GOVERNANCE,
        title=subject.say("story.governance.title"),
        headline=said.text,
        slide_blocks=(),
        chapter_blocks=(_bodies_table(subject), _rhythm_table(subject)),
        source=source(subject, subject.worded("story.governance.source", n=len(subject.rhythms))),
        notes=(),
        figures=said.under("governance/title"),
    )


def headline(subject: Subject) -> Said:
    """Say how many planned meetings were held, and which body is off its cadence."""
    tile, locale = subject.weather.governance, subject.locale
    if not tile.planned:
        bodies = rows_cited("bodies", (rhythm.body for rhythm in subject.rhythms))
        count = subject.counted(tile.body_count, bodies, feminine=True)
        return subject.told("story.governance.headline.none", n=tile.body_count, count=count).sentence()
    meetings = tile.attendance.sources
    kept = subject.told(
        "story.governance.headline.on",
        n=tile.held,
        held=Cited(locale.number(tile.held), meetings),
        planned=Cited(locale.number(tile.planned), meetings),
    )
    if not tile.off_cadence:
        return kept
    late = rows_cited("bodies", (rhythm.body for rhythm in tile.off_cadence))
    names = locale.join([rhythm.body.name for rhythm in tile.off_cadence])
    off = cited_number(locale, len(tile.off_cadence), late)
    return subject.told("story.governance.headline.off", n=off, kept=kept, names=names)


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
                Cell(subject.typeset(", ".join(body.objectives)) or "–"),
            ),
            is_internal=subject.is_hidden("bodies", body),
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
        is_internal=subject.is_hidden("bodies", rhythm.body),
    )


SECTION = Shared("governance", tell)
