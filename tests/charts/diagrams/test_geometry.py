"""Nothing overflows, whatever the size: every sample, mock-up or strained, over a slide and over a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.brand import Box, Brand, load
from generator.charts.canvas import Shape
from generator.charts.diagrams import DiagramBlock, arrange_diagram, preferred_height_emu
from generator.charts.diagrams.pen import px
from generator.story.blocks.prose import Prose, Term
from generator.story.blocks.text import Sentence
from tests.charts.diagrams import samples as s
from tests.charts.diagrams import samples_people as p
from tests.charts.diagrams.geometry import problems, texts

SLIDE = Box(px(48), px(152), px(1184), px(484))
HALF = Box(px(48), px(320), px(684), px(306))
PAGE = Box(0, 0, px(624), px(880))
FORTY_WORDS = s.LONG


def _long_tiles() -> DiagramBlock:
    return replace(
        s.tiles(), tiles=tuple(replace(one, title=FORTY_WORDS, detail=FORTY_WORDS) for one in s.tiles().tiles)
    )


def _long_decisions(cards: int) -> DiagramBlock:
    base = s.decisions()
    long = (
        replace(
            base.cards[at % 3],
            key=f"D‑{at}",
            title=FORTY_WORDS,
            impact=FORTY_WORDS,
            inaction=FORTY_WORDS,
            recommendation=FORTY_WORDS,
        )
        for at in range(cards)
    )
    return replace(base, cards=tuple(long))


def _long_timeline() -> DiagramBlock:
    base = s.long_timeline(9)
    return replace(base, rows=tuple(replace(row, title=FORTY_WORDS, detail=FORTY_WORDS) for row in base.rows))


def _long_back_plan() -> DiagramBlock:
    base = s.back_plan()
    steps = tuple(replace(step, person=FORTY_WORDS, power=FORTY_WORDS) for step in base.steps)
    return replace(base, title=FORTY_WORDS, note=FORTY_WORDS, steps=steps)


def _long_risks() -> DiagramBlock:
    base = p.risks(30)
    return replace(base, listed=tuple(replace(one, title=FORTY_WORDS, response=FORTY_WORDS) for one in base.listed))


def _long_facts() -> DiagramBlock:
    base = s.facts()
    return replace(base, facts=tuple(replace(base.facts[at % 3], text=FORTY_WORDS) for at in range(7)))


def _long_requests() -> DiagramBlock:
    base = s.requests()
    asked = tuple(replace(base.requests[at % 3], ref=f"D‑{at}", title=FORTY_WORDS) for at in range(7))
    return replace(base, requests=asked, more="4 autres décisions : plan, annexe A.")


def _crowded_grid() -> DiagramBlock:
    base = p.influence()
    return replace(
        base, people=tuple(replace(one, influence=4, attitude=at % 2) for at, one in enumerate(base.people * 3))
    )


def _long_calendar() -> DiagramBlock:
    base = p.calendar(14)
    months = tuple(
        replace(one, events=tuple(replace(event, title=FORTY_WORDS) for event in one.events)) for one in base.months
    )
    return replace(base, months=months)


SAMPLES: dict[str, Callable[[], DiagramBlock]] = {
    "tiles": s.tiles,
    "tiles of forty words": _long_tiles,
    "changes": s.changes,
    "changes of one group": lambda: s.changes(1),
    "changes of forty words": lambda: s.changes(text=FORTY_WORDS),
    "facts": s.facts,
    "facts of forty words": _long_facts,
    "requests": s.requests,
    "requests of forty words": _long_requests,
    "timeline": s.timeline,
    "timeline of one": lambda: s.long_timeline(1),
    "timeline of twenty-four": lambda: s.long_timeline(24),
    "timeline of forty words": _long_timeline,
    "bar table": s.bar_table,
    "bar table of dumbbells": lambda: s.bar_table(pairs=True),
    "bar table of thirty": lambda: s.bar_table(30),
    "bar table of forty words": lambda: s.bar_table(6, FORTY_WORDS),
    "bridge": s.bridge,
    "bridge of no step": lambda: s.bridge(0),
    "bridge of nine long names": lambda: s.bridge(9, "Accompagnement de la transformation numérique"),
    "back plan": s.back_plan,
    "back plan that is late": lambda: s.back_plan(launch=date(2026, 9, 1)),
    "back plan of short steps": lambda: s.back_plan(launch=date(2026, 12, 20), days=(1, 1, 1)),
    "back plan of twelve steps": lambda: s.back_plan(days=(3,) * 12),
    "back plan of forty words": _long_back_plan,
    "goals": s.goals,
    "twenty goals": lambda: s.many_goals(20),
    "goals of forty words": lambda: s.many_goals(6, title=FORTY_WORDS),
    "decisions": s.decisions,
    "one decision": lambda: replace(s.decisions(), cards=s.decisions().cards[:1]),
    "seven decisions of forty words": lambda: _long_decisions(7),
    "risks": p.risks,
    "thirty risks": lambda: p.risks(30),
    "risks of forty words": _long_risks,
    "calendar": p.calendar,
    "calendar of fourteen a month": lambda: p.calendar(14),
    "calendar of forty words": _long_calendar,
    "agenda": p.agenda,
    "agenda of twenty": lambda: p.agenda(20, 18),
    "organisation": p.org_chart,
    "sixty people": p.large_org_chart,
    "sixty people for the client": lambda: p.large_org_chart(is_client=True),
    "a chief of twenty-three": lambda: p.flat_org_chart(23),
    "a chief of sixty": lambda: p.flat_org_chart(60),
    "influence": p.influence,
    "influence of a crowd": _crowded_grid,
    "heat map": p.heat_map,
    "heat map of twelve by ten": lambda: p.large_heat_map(12, 10),
    "heat map of three by twenty": lambda: p.large_heat_map(3, 20),
    "lanes": p.lanes,
    "lanes of nine steps": lambda: p.long_lanes(9),
    "swot": p.swot,
    "swot of fifteen": lambda: p.swot(15),
    "callout": p.callout,
    "callout of forty words": lambda: replace(p.callout(), paragraphs=(Sentence("long", FORTY_WORDS),) * 12),
    "sheet": p.fact_sheet,
    "sheet of forty words": lambda: replace(p.fact_sheet(), rows=(Term("definition", "Définition", FORTY_WORDS),) * 12),
}
ROOMS = {"slide": SLIDE, "half a slide": HALF, "page": PAGE}


@pytest.fixture(scope="module")
def brand() -> Brand:
    return load()


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS.keys())
@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_everything_stands_inside_apart_and_glued(sample: Callable[[], DiagramBlock], room: Box, brand: Brand) -> None:
    drawings = arrange_diagram(sample(), room, brand, internal_mark="Interne")

    assert drawings
    assert [problem for drawing in drawings for problem in problems(drawing, room, brand)] == []
    assert [(drawing.part, drawing.parts) for drawing in drawings] == [
        (at + 1, len(drawings)) for at in range(len(drawings))
    ]
    assert len({drawing.key for drawing in drawings}) == len(drawings)


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_the_preferred_height_holds_the_whole_in_one_drawing(sample: Callable[[], DiagramBlock], brand: Brand) -> None:
    block = sample()
    height = preferred_height_emu(block, PAGE.width_emu, brand)

    drawings = arrange_diagram(block, Box(0, 0, PAGE.width_emu, height), brand)

    assert height > 0
    assert len(drawings) == len(arrange_diagram(block, Box(0, 0, PAGE.width_emu, 100 * height), brand))


def test_the_same_block_gives_the_same_drawing(brand: Brand) -> None:
    assert arrange_diagram(s.timeline(), SLIDE, brand) == arrange_diagram(s.timeline(), SLIDE, brand)


def test_nothing_to_draw_is_no_drawing(brand: Brand) -> None:
    empty: tuple[DiagramBlock, ...] = (
        replace(s.tiles(), tiles=()),
        replace(s.facts(), facts=()),
        replace(s.requests(), requests=()),
        replace(s.timeline(), rows=()),
        replace(s.goals(), goals=()),
        replace(s.decisions(), cards=()),
        replace(p.risks(), marks=(), listed=()),
        replace(p.calendar(), months=()),
        replace(p.agenda(), items=(), client=(), supplier=()),
        replace(p.org_chart(), roots=()),
        replace(p.influence(), people=()),
        replace(p.heat_map(), rows=()),
        replace(p.lanes(), lanes=()),
        replace(p.swot(), quadrants=p.swot(0).quadrants),
        Prose(key="empty", paragraphs=()),
        replace(p.fact_sheet(), rows=()),
    )
    assert [arrange_diagram(block, SLIDE, brand) for block in empty] == [()] * len(empty)
    assert preferred_height_emu(empty[0], SLIDE.width_emu, brand) == 0


def test_each_drawing_tells_what_the_block_tells(brand: Brand) -> None:
    (drawing,) = arrange_diagram(s.timeline(), SLIDE, brand)

    assert drawing.alt == s.timeline().alt
    assert drawing.key == "contracts"
    assert "contracts/CT‑01/bar" in {mark.key for mark in drawing.marks}


def test_what_is_shortened_is_told_in_full(brand: Brand) -> None:
    (drawing,) = arrange_diagram(_long_tiles(), SLIDE, brand)

    titles = [mark for mark in drawing.marks if isinstance(mark, Shape) and mark.key.endswith("/title")]
    assert all(title.alt == FORTY_WORDS for title in titles)
    assert all("…" in text for text in texts(drawing) if text.startswith("Reconduire"))
