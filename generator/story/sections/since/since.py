"""What moved since the last steering committee: KPIs, actions, contracts, decisions."""

from __future__ import annotations

from generator.history.difference import Difference
from generator.story.blocks.prose import Prose
from generator.story.blocks.text import Sentence
from generator.story.phrases import joined, rag_legend, source
from generator.story.sections.kpis.chart import kpi_value
from generator.story.sections.since.headline import headline
from generator.story.sections.since.lists import change_lists
from generator.story.sections.since.tiles import MOST_KPIS, colours_told, former_value, movement_tiles, tile_figures
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell what moved; nothing without an earlier edition, or when there is no row to compare."""
    since = subject.since
    if since is None:
        return None
    tiles, lists = movement_tiles(subject, since), change_lists(subject, since)
    if tiles is None and lists is None:
        return None
    said = headline(subject, since)
    return Section(
        key="since",
        stage=Stage.SUMMARY,
        title=subject.say("story.since.title"),
        headline=said.text,
        slide_blocks=tuple(block for block in (tiles, lists or _nothing(subject, since)) if block is not None),
        chapter_blocks=(),
        source=source(subject, _source(subject, since)),
        notes=_notes(subject, since),
        figures=(*said.under("since/title"), *tile_figures(subject, since)),
    )


def _nothing(subject: Subject, since: Difference) -> Prose:
    text = subject.say("story.since.none", quarter=since.since)
    return Prose(key="since/none", paragraphs=(Sentence("none", text),), label=subject.say("story.since.none_label"))


def _source(subject: Subject, since: Difference) -> str:
    said = subject.say("story.since.source", quarter=since.since, day=since.since_cutoff)
    legend = rag_legend(subject, colours_told(since))
    others = len(since.kpis) - MOST_KPIS
    more = subject.elsewhere(subject.say("story.since.more_kpis", n=others), "changes") if others > 0 else ""
    return joined((said, subject.say("story.since.legend", legend=legend) if legend else "", more))


def _notes(subject: Subject, since: Difference) -> tuple[str, ...]:
    lines = [subject.say("story.since.note", quarter=since.since, day=since.since_cutoff)]
    lines += [
        subject.say(
            "story.since.note_kpi",
            name=move.kpi.name,
            old=former_value(subject, move.old, move.new),
            since=since.since,
            new=kpi_value(subject, move.new, move.new.current.value),
            until=since.until,
        )
        for move in since.kpis
        if move.old is not None
    ]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.since.coaching"))
    return tuple(lines)


SECTION = Shared("since", tell)
