"""What the coherence rules found, the gravest first."""

from __future__ import annotations

from generator.diagnostics.finding import Finding
from generator.diagnostics.severity import Severity
from generator.diagnostics.wording import message, what_to_do
from generator.measures.rag import Rag
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.figures import Cited, Said
from generator.story.phrases import joined, source, status
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject
from generator.story.teller import Internal

COHERENCE_ROWS = 12
_RAG = {Severity.ERROR: Rag.RED, Severity.WARNING: Rag.AMBER, Severity.INFO: Rag.NONE}


def tell(subject: InternalSubject) -> Section | None:
    """Tell what the checks found, ranked; nothing when they found nothing."""
    found = ranked(subject)
    if not found:
        return None
    most = subject.most("coherence", COHERENCE_ROWS)
    shown, others = found[:most], len(found) - most
    said = _headline(subject, found)
    return Section(
        key="coherence",
        stage=Stage.COHERENCE,
        title=subject.say("story.coherence.title"),
        headline=said.text,
        slide_blocks=(_findings_table(subject, shown, _more(subject, others)),),
        chapter_blocks=(_findings_table(subject, found, ""),),
        source=source(subject, subject.say("story.coherence.source", n=len(found))),
        notes=(subject.say("story.coherence.note"),),
        is_internal=True,
        figures=said.under("coherence/title"),
    )


def _more(subject: InternalSubject, others: int) -> str:
    return subject.elsewhere(subject.say("story.coherence.more", n=others), "coherence") if others > 0 else ""


def _headline(subject: InternalSubject, found: tuple[Finding, ...]) -> Said:
    """How many findings ask for something, and the gravest; their cells stand in the table, each at its own."""
    warnings = sum(1 for item in found if item.severity is not Severity.INFO)
    number = warnings or len(found)
    return subject.told(
        "story.coherence.headline.warnings" if warnings else "story.coherence.headline.infos",
        n=number,
        count=subject.counted(number, ()),
        first=Cited(subject.running(message(found[0], subject.locale).rstrip(".")), ()),
    ).sentence()


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
            _key(item),
            (
                Cell("", status=status(subject, _RAG[item.severity], item.code)),
                Cell(locale.typeset(message(item, locale))),
                Cell(locale.typeset(what_to_do(item.code, locale))),
                Cell(joined((item.place.sheet or "", item.place.cell or "")), Tone.MUTED),
            ),
        )
        for item in found
    )
    return Table(
        key="coherence/table",
        columns=columns,
        rows=rows,
        caption=say("story.coherence.caption"),
        more=more,
        name_at=1,
        is_wide=True,
    )


def _key(item: Finding) -> str:
    """The rule, and the row and the column it speaks of; never the cell, which moves when a row goes."""
    place = item.place
    return "/".join(filter(None, ("coherence", item.code, place.table, place.key, place.column)))


SECTION = Internal("coherence", tell)
