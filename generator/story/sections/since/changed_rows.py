"""Every row that changed since the last version, for the annexes of our plan.

The client has no use for the rows of our tables, nor for a spelling put right in one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.history.difference import Difference
from generator.model.schema import table_of
from generator.story.figures import Said
from generator.story.phrases import source
from generator.story.sections.since.changes import compared
from generator.story.sections.since.row_changes import changes_cited, row_changes, told_rows
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject
from generator.story.teller import Internal


def tell(subject: InternalSubject) -> Section | None:
    """Tell every row that changed; nothing when none did."""
    since = subject.since
    table = row_changes(subject, since) if since else None
    if since is None or table is None:
        return None
    said = _headline(subject, since)
    return Section(
        key="changed-rows",
        stage=Stage.GOVERNANCE,
        title=subject.say("story.changes.rows_title"),
        headline=said.text,
        slide_blocks=(),
        chapter_blocks=(table,),
        source=source(subject, compared(subject, since)),
        notes=(),
        figures=said.under("changed-rows/title"),
    )


def _headline(subject: InternalSubject, since: Difference) -> Said:
    """How many tables changed, and which one most."""
    changes = told_rows(since)
    rows = Counter(row.table for row in changes)
    ((name, _),) = rows.most_common(1)
    table = subject.locale.label(table_of(name).table.title)
    count = subject.told("story.changes.count", n=changes_cited(subject, [row for row in changes if row.table == name]))
    tables = replace(changes_cited(subject, changes), text=subject.locale.number(len(rows)), number=len(rows))
    return subject.told("story.changes.rows_headline", n=tables, quarter=since.since, table=table, rows=count)


SECTION = Internal("changed-rows", tell)
