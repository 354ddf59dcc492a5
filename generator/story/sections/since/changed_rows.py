"""Every row that changed since the last version, for the annexes of our plan.

The client has no use for the rows of our tables, nor for a spelling put right in one.
"""

from __future__ import annotations

from collections import Counter

from generator.history.difference import Difference
from generator.model.schema import table_of
from generator.story.phrases import source
from generator.story.sections.since.changes import compared
from generator.story.sections.since.row_changes import row_changes, told_rows
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject
from generator.story.teller import Internal


def tell(subject: InternalSubject) -> Section | None:
    """Tell every row that changed; nothing when none did."""
    since = subject.since
    table = row_changes(subject, since) if since else None
    if since is None or table is None:
        return None
    return Section(
        key="changed-rows",
        stage=Stage.GOVERNANCE,
        title=subject.say("story.changes.rows_title"),
        headline=_headline(subject, since),
        slide_blocks=(),
        chapter_blocks=(table,),
        source=source(subject, compared(subject, since)),
        notes=(),
    )


def _headline(subject: InternalSubject, since: Difference) -> str:
    """How many tables changed, and which one most."""
    rows = Counter(row.table for row in told_rows(since))
    ((name, most),) = rows.most_common(1)
    table = subject.locale.label(table_of(name).table.title)
    count = subject.say("story.changes.count", n=most)
    return subject.say("story.changes.rows_headline", n=len(rows), quarter=since.since, table=table, rows=count)


SECTION = Internal("changed-rows", tell)
