"""The tables of the workbook that the documents were made from."""

from __future__ import annotations

from generator.measures.citation import cite
from generator.model.schema import tables
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.figures import cited_number
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject
from generator.story.teller import Internal


def tell(subject: InternalSubject) -> Section:
    """Tell us which tables of the workbook the documents were made from, and how many rows each holds."""
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.sources.sheet"), 18),
        TableColumn(say("story.sources.table"), 24),
        TableColumn(say("story.sources.rows"), 10),
    )
    rows, first = [], []
    for spec in tables():
        held = getattr(subject.plan, spec.field, None)
        if isinstance(held, tuple) and held and not spec.table.steers:
            first.append(cite(spec.field, held[0]))
            rows.append(
                TableRow(
                    f"sources/{spec.field}",
                    (
                        Cell(locale.label(spec.table.sheet.label)),
                        Cell(locale.label(spec.table.title)),
                        Cell(locale.number(len(held))),
                    ),
                )
            )
    table = Table(
        key="sources/table",
        columns=columns,
        rows=tuple(rows),
        caption=say("story.sources.caption", cutoff=subject.cutoff),
        name_at=1,
    )
    told = subject.told("story.sources.headline", n=cited_number(locale, len(rows), tuple(first)))
    return Section(
        key="sources",
        stage=Stage.SUMMARY,
        title=say("story.sources.title"),
        headline=told.text,
        slide_blocks=(),
        chapter_blocks=(table,),
        source="",
        notes=(),
        figures=told.under("sources/title"),
    )


SECTION = Internal("sources", tell)
