"""How the KPIs moved since the last committee, a tile each: both values, the change, the former status."""

from __future__ import annotations

from collections.abc import Iterator

from generator.history.difference import Difference, KpiMovement
from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.story.blocks.summary import Tile, Tiles
from generator.story.blocks.text import Tone
from generator.story.figures import Cited, Figure, Said
from generator.story.phrases import change_in_unit, in_unit, is_adverse, status
from generator.story.sections.kpis.chart import kpi_scale
from generator.story.sections.kpis.cited import movement_cited, value_cited
from generator.story.sections.kpis.movers import relative_change
from generator.story.subject import Subject

MOST_KPIS = 6


def movement_tiles(subject: Subject, since: Difference) -> Tiles | None:
    """Return the KPIs in the workbook's order, of many those that moved most; None without a KPI."""
    if not since.kpis:
        return None
    tiles = tuple(_tile(subject, since, move) for move in _kept(since))
    alt = subject.series(f"{tile.title} : {tile.figure}, {tile.caption} ({tile.status.letter})" for tile in tiles)
    return Tiles(key="since/kpis", tiles=tiles, alt=alt)


def tile_figures(subject: Subject, since: Difference) -> Iterator[Figure]:
    """Yield the figures of the tiles, with what they were made from in both plans."""
    for move in _kept(since):
        key = f"since/{move.kpi.ref}"
        yield from _figure_said(subject, move).under(f"{key}/figure")
        if move.change:
            yield movement_cited(subject, move).under(f"{key}/caption")


def colours_told(since: Difference) -> Iterator[Rag]:
    """Yield the colours that the tiles show: today's, and the former one where it was another."""
    for move in _kept(since):
        yield move.new.rag
        if move.old is not None:
            yield move.old.rag


def _kept(since: Difference) -> tuple[KpiMovement, ...]:
    """The KPIs that have a tile, in the workbook's order."""
    kept = sorted(since.kpis, key=relative_change, reverse=True)[:MOST_KPIS]
    return tuple(move for move in since.kpis if move in kept)


def _figure_said(subject: Subject, move: KpiMovement) -> Said:
    """The value, after the former one where it was another."""
    now = value_cited(subject, move.new)
    old = None if move.old is None else former_value(subject, move.old, move.new)
    if move.old is None or old is None or old == now.text:
        return Said(now.text, (now,))
    then = Cited(old, (), former=move.old.current.sources)
    return subject.told("story.since.moved", old=then, new=now)


def _tile(subject: Subject, since: Difference, move: KpiMovement) -> Tile:
    return Tile(
        f"since/{move.kpi.ref}",
        move.kpi.name,
        status(subject, move.new.rag),
        _figure_said(subject, move).text,
        _change_said(subject, move),
        _status_said(subject, since, move),
        Tone.ADVERSE if is_adverse(move.change, move.kpi.direction) else Tone.STRONG,
    )


def former_value(subject: Subject, old: KpiReading, new: KpiReading) -> str:
    """Print the former value of a KPI, an amount in the unit of its card today."""
    return in_unit(subject.locale, old.current.value, old.kpi.unit, scale=kpi_scale(subject, new))


def _change_said(subject: Subject, move: KpiMovement) -> str:
    if move.old is None:
        return subject.say("story.since.new_kpi")
    if move.new.current.value is None:
        return subject.say("story.since.no_value")
    if move.old.current.value is None:
        return subject.say("story.since.first_value")
    if move.change is None:
        return subject.say("story.since.not_comparable")
    if not move.change:
        return subject.say("story.since.unchanged")
    change = change_in_unit(subject.locale, move.change, move.kpi.unit, scale=kpi_scale(subject, move.new))
    key = "story.since.worse" if is_adverse(move.change, move.kpi.direction) else "story.since.better"
    arrow = "↑" if move.change > 0 else "↓"
    return f"{arrow} {subject.say(key, change=change)}"


def _status_said(subject: Subject, since: Difference, move: KpiMovement) -> str:
    """The former status, where it was another."""
    if move.old is None or move.old.rag is Rag.NONE:
        return ""
    if move.old.rag is move.new.rag:
        return subject.say("story.since.same_status")
    letter = subject.locale.label(move.old.rag.letter)
    return subject.say("story.since.was", status=letter, quarter=since.since)
