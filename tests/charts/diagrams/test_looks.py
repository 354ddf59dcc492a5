"""What each diagram is drawn with: shapes, fills, outlines, rules and inks, how many of each, wherever they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from generator.brand import Brand, load
from generator.charts.canvas import Connector, Drawing, Line, Mark, Shape
from generator.charts.diagrams import arrange_diagram
from generator.charts.diagrams.arrange import DiagramBlock
from tests.charts.diagrams import samples, samples_people
from tests.charts.diagrams.test_timeline import SLIDE

SAMPLES: tuple[Callable[[], DiagramBlock], ...] = (
    samples.tiles,
    samples.changes,
    samples.facts,
    samples.requests,
    samples.timeline,
    samples.back_plan,
    samples.bar_table,
    samples.bridge,
    samples.goals,
    samples.decisions,
    samples_people.risks,
    samples_people.calendar,
    samples_people.agenda,
    samples_people.org_chart,
    samples_people.influence,
    samples_people.heat_map,
    samples_people.lanes,
    samples_people.swot,
    samples_people.callout,
    samples_people.fact_sheet,
)


@pytest.fixture(scope="module")
def brand() -> Brand:
    return load()


def looks(drawing: Drawing) -> Iterator[str]:
    for mark in drawing.marks:
        yield from _look(mark)


def _look(mark: Mark) -> Iterator[str]:
    match mark:
        case Line():
            way = "level" if mark.y1_emu == mark.y2_emu else "upright" if mark.x1_emu == mark.x2_emu else "slanted"
            dashes = " dashed" if mark.is_dashed else ""
            yield f"line    {way} {mark.colour.hex} {mark.width_pt:g} pt{dashes}"
        case Connector():
            sides = f"{mark.source_side.name} to {mark.target_side.name}".lower()
            yield f"link    {sides} {mark.colour.hex} {mark.width_pt:g} pt"
        case Shape():
            if mark.fill or mark.outline:
                fill = f" filled {mark.fill.hex}" if mark.fill else ""
                outline = f" outlined {mark.outline.hex} {mark.outline_pt:g} pt" if mark.outline else ""
                yield f"shape   {mark.form.name.lower()}{fill}{outline}"
            for paragraph in mark.text.paragraphs if mark.text else ():
                for run in paragraph.runs:
                    bold, raised = " bold" if run.is_bold else "", " raised" if run.is_superscript else ""
                    yield f"text    {run.colour.hex} {run.size_pt:g} pt{bold}{raised} {paragraph.align.name.lower()}"


def test_what_diagrams_are_drawn_with(brand: Brand, golden: Callable[[str, str], None]) -> None:
    told: list[str] = []
    for sample in SAMPLES:
        found = Counter(look for drawing in arrange_diagram(sample(), SLIDE, brand) for look in looks(drawing))
        told += [sample.__name__, *(f"  {count:3} × {look}" for look, count in sorted(found.items())), ""]
    golden("diagrams.txt", "\n".join(told))
