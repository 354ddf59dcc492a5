"""The synthesis: the weather, three facts by weight, the decisions asked.

And in the plan the ambition and priorities.
"""

from __future__ import annotations

from generator.measures.actions import live
from generator.measures.decisions import asked
from generator.story.phrases import joined, source
from generator.story.sections.contracts import contracts
from generator.story.sections.summary.direction import ambition, priorities
from generator.story.sections.summary.facts import fact_figures, facts
from generator.story.sections.summary.headline import headline
from generator.story.sections.summary.requests import requests
from generator.story.sections.summary.weather_tiles import tile_figures, weather_tiles
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell the synthesis; there always is one."""
    weather, told, asks = weather_tiles(subject), facts(subject), requests(subject)
    said = headline(subject)
    tiles = (weather,) if weather.tiles else ()
    evidence = tuple(block for block in (told, asks) if block is not None)
    return Section(
        key="summary",
        stage=Stage.SUMMARY,
        title=subject.say("story.summary.title"),
        headline=said.text,
        slide_blocks=(*tiles, *evidence),
        chapter_blocks=(*ambition(subject), *tiles, *evidence, *priorities(subject)),
        source=source(subject, _source(subject)),
        notes=_notes(subject),
        figures=(*said.under("summary/title"), *tile_figures(subject), *fact_figures(subject)),
    )


def _source(subject: Subject) -> str:
    counts = {
        "contracts": len(subject.plan.contracts),
        "kpis": len(subject.readings),
        "actions": len(live(subject.actions)),
        "meetings": subject.weather.governance.planned,
        "decisions": len(asked(subject.plan)),
    }
    return joined((subject.say(f"story.count.{key}", n=count) for key, count in counts.items() if count), ", ")


def _notes(subject: Subject) -> tuple[str, ...]:
    lines = [subject.say("story.summary.note"), contracts.headline(subject).text]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.summary.coaching"))
    return tuple(lines)


SECTION = Shared("summary", tell)
