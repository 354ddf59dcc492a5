"""The versions of the plan, for its front matter."""

from __future__ import annotations

from generator.measures.citation import cite
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.figures import Cited, cited_number, rows_cited
from generator.story.phrases import source
from generator.story.story import Section, Stage
from generator.story.subject import Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell the versions of the plan, for its front matter; nothing without one."""
    revisions = sorted(subject.plan.revisions, key=lambda item: (item.dated, item.version), reverse=True)
    if not revisions:
        return None
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.revisions.version"), 8),
        TableColumn(say("story.revisions.date"), 12),
        TableColumn(say("story.revisions.author"), 20),
        TableColumn(say("story.revisions.reason"), 50),
    )
    rows = tuple(
        TableRow(
            f"revisions/{item.version}",
            (
                Cell(item.version, Tone.STRONG),
                Cell(locale.date(item.dated)),
                Cell(item.author),
                Cell(subject.typeset(item.reason)),
            ),
            is_internal=subject.is_hidden("revisions", item),
        )
        for item in revisions
    )
    table = Table(key="revisions/table", columns=columns, rows=rows, caption=say("story.revisions.caption"), name_at=2)
    told = subject.told(
        "story.revisions.headline",
        n=cited_number(locale, len(revisions), rows_cited("revisions", revisions)),
        version=Cited(revisions[0].version, (cite("revisions", revisions[0], "version"),)),
        day=revisions[0].dated,
    )
    return Section(
        key="revisions",
        stage=Stage.GOVERNANCE,
        title=say("story.revisions.title"),
        headline=told.text,
        slide_blocks=(),
        chapter_blocks=(table,),
        source=source(subject, subject.worded("story.revisions.source")),
        notes=(),
        figures=told.under("revisions/title"),
    )


SECTION = Shared("revisions", tell)
