from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.brand import Box, Brand, load
from generator.charts.canvas import Drawing, Form, Line, Shape
from generator.charts.diagrams import arrange_diagram
from generator.charts.diagrams.pen import px
from generator.story.blocks.timeline import Mark, MarkKind, Timeline
from tests.charts.diagrams import samples
from tests.charts.diagrams.geometry import texts

SLIDE = Box(px(48), px(152), px(1184), px(484))


@pytest.fixture(scope="module")
def brand() -> Brand:
    return load()


def _shapes(drawing: Drawing) -> dict[str, Shape]:
    return {mark.key: mark for mark in drawing.marks if isinstance(mark, Shape)}


def _today(drawing: Drawing) -> int:
    (line,) = (mark for mark in drawing.marks if isinstance(mark, Line) and mark.key.endswith("today/line"))
    return line.x1_emu


def _with_marks(*marks: Mark) -> Timeline:
    base = samples.timeline()
    return replace(base, rows=(replace(base.rows[0], marks=marks),))


def test_bars_run_in_proportion_to_their_dates(brand: Brand) -> None:
    (drawing,) = arrange_diagram(samples.timeline(), SLIDE, brand)
    bars = {key: shape.box for key, shape in _shapes(drawing).items() if key.endswith("/bar")}

    three_years, also_three_years = bars["contracts/CT‑02/bar"].width_emu, bars["contracts/CT‑05/bar"].width_emu
    assert three_years == pytest.approx(also_three_years, rel=0.01)
    assert bars["contracts/CT‑02/bar"].left_emu > bars["contracts/CT‑01/bar"].left_emu


def test_an_open_end_runs_to_the_edge(brand: Brand) -> None:
    base = samples.timeline()
    rows = (replace(base.rows[0], end=None, marks=()), replace(base.rows[1], end=base.end, marks=()))
    (drawing,) = arrange_diagram(replace(base, rows=rows), SLIDE, brand)
    bars = [shape.box for key, shape in _shapes(drawing).items() if key.endswith("/bar")]

    assert bars[0].right_emu == bars[1].right_emu


@pytest.mark.parametrize(
    "day", [date(2026, 6, 1), date(2026, 8, 1), date(2026, 9, 15), date(2026, 9, 30), date(2026, 10, 8)]
)
@pytest.mark.parametrize("kind", [MarkKind.AMENDMENT, MarkKind.NOTICE_NEAR])
def test_a_label_never_crosses_the_today_line(day: date, kind: MarkKind, brand: Brand) -> None:
    (drawing,) = arrange_diagram(_with_marks(Mark("AV‑01", day, kind, "AV‑01 signé")), SLIDE, brand)
    label = _shapes(drawing)["contracts/CT‑01/mark/AV‑01/label"].box

    assert not label.left_emu <= _today(drawing) <= label.right_emu


def test_an_amendment_just_before_today_has_its_label_at_left(brand: Brand) -> None:
    (drawing,) = arrange_diagram(
        _with_marks(Mark("AV‑01", date(2026, 8, 20), MarkKind.AMENDMENT, "AV‑01")), SLIDE, brand
    )
    shapes = _shapes(drawing)

    assert shapes["contracts/CT‑01/mark/AV‑01"].form is Form.DIAMOND
    assert shapes["contracts/CT‑01/mark/AV‑01/label"].box.right_emu < shapes["contracts/CT‑01/mark/AV‑01"].box.left_emu


def test_labels_of_close_marks_do_not_cover_each_other(brand: Brand) -> None:
    marks = tuple(
        Mark(f"AV‑0{month}", date(2025, month, 1), MarkKind.AMENDMENT, f"AV‑0{month}") for month in range(1, 7)
    )
    (drawing,) = arrange_diagram(_with_marks(*marks), SLIDE, brand)
    labels = [shape.box for key, shape in _shapes(drawing).items() if key.endswith("/label")]

    assert labels
    assert all(
        one.right_emu <= other.left_emu
        or other.right_emu <= one.left_emu
        or one.bottom_emu <= other.top_emu
        or other.bottom_emu <= one.top_emu
        for at, one in enumerate(labels)
        for other in labels[at + 1 :]
    )


def test_a_label_without_a_place_stays_in_the_alternative_text(brand: Brand) -> None:
    marks = tuple(
        Mark(f"AV‑{day}", date(2025, 1, 2 + day), MarkKind.AMENDMENT, "Avenant numéro un, signé à Lyon")
        for day in range(8)
    )
    (drawing,) = arrange_diagram(_with_marks(*marks), SLIDE, brand)
    shapes = _shapes(drawing)

    hidden = [key for key in (f"contracts/CT‑01/mark/AV‑{at}" for at in range(8)) if f"{key}/label" not in shapes]
    assert hidden
    assert all(shapes[key].alt == "Avenant numéro un, signé à Lyon" for key in hidden)


def test_the_legend_names_only_what_is_used(brand: Brand) -> None:
    base = samples.timeline()
    (drawing,) = arrange_diagram(replace(base, rows=base.rows[1:2]), SLIDE, brand)
    words = texts(drawing)

    assert {"Contrat actif", "Préavis ultérieur"} <= set(words)
    assert not {"À reconduire dans les 12 mois", "Avenant signé", "Préavis à moins de 90 jours"} & set(words)


def test_today_out_of_range_has_no_line(brand: Brand) -> None:
    (drawing,) = arrange_diagram(replace(samples.timeline(), today=date(2031, 1, 1)), SLIDE, brand)

    assert "30/09/2026" not in texts(drawing)
    assert not [mark for mark in drawing.marks if "today" in mark.key]


def test_a_group_that_goes_on_is_named_again(brand: Brand) -> None:
    base = samples.timeline()
    rows = tuple(replace(base.rows[0], key=f"CT‑{at}", group="Groupe" if at == 0 else "") for at in range(20))
    drawings = arrange_diagram(replace(base, rows=rows), SLIDE, brand)

    assert len(drawings) > 1
    assert all("Groupe" in texts(drawing) for drawing in drawings)
