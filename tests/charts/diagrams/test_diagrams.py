"""What each diagram shows of its block, beyond standing in its place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.brand import Box, Brand, load
from generator.charts.canvas import Connector, Drawing, Form, Shape, Side
from generator.charts.diagrams import arrange_diagram
from generator.charts.diagrams.pen import key_of, px
from generator.story.blocks.objectives import GoalLine
from tests.charts.diagrams import samples as s
from tests.charts.diagrams import samples_people as p
from tests.charts.diagrams.geometry import texts

SLIDE = Box(px(48), px(152), px(1184), px(484))


@pytest.fixture(scope="module")
def brand() -> Brand:
    return load()


def _shapes(drawing: Drawing) -> dict[str, Shape]:
    return {mark.key: mark for mark in drawing.marks if isinstance(mark, Shape)}


def test_a_key_of_the_same_section_is_not_repeated() -> None:
    assert key_of("contracts/timeline", "contracts/CT-01", "bar") == "contracts/CT-01/bar"
    assert key_of("contracts", "CT-01") == "contracts/CT-01"


def test_tiles_have_the_same_lines_at_the_same_heights(brand: Brand) -> None:
    (drawing,) = arrange_diagram(s.tiles(), Box(px(48), px(152), px(1184), px(140)), brand)
    shapes = _shapes(drawing)

    for line in ("title", "figure", "caption", "detail"):
        assert len({shapes[f"summary/weather/{one.key}/{line}"].box.top_emu for one in s.tiles().tiles}) == 1
    assert drawing.box.height_emu == px(140)


def test_a_status_is_a_shape_and_a_letter(brand: Brand) -> None:
    (drawing,) = arrange_diagram(s.tiles(), SLIDE, brand)
    shapes = _shapes(drawing)

    forms = [shapes[f"summary/weather/{key}/status/symbol"].form for key in ("contracts", "actions", "governance")]
    assert forms == [Form.TRIANGLE, Form.RECTANGLE, Form.ELLIPSE]
    legend, tiles = ["V", "O", "R"], ["O", "O", "R", "V"]
    assert [word for word in texts(drawing) if len(word) == 1] == [*legend, *tiles]


def test_a_request_without_what_happens_otherwise_has_one_line_and_each_has_its_terms(brand: Brand) -> None:
    (drawing,) = arrange_diagram(s.requests(), SLIDE, brand)
    bodies = {key: shape.text for key, shape in _shapes(drawing).items() if shape.text}
    lines = {
        (ref, part): [
            "".join(run.text for run in line.runs) for line in bodies[f"summary/requests/{ref}/{part}"].paragraphs
        ]
        for ref in ("D‑11", "D‑12")
        for part in ("text", "terms")
    }
    assert lines == {
        ("D‑11", "text"): [
            "Reconduire CT‑01 pour 36 mois",
            "Sans décision : reconduction tacite de 12 mois, sans l’économie de 49,5 k€ par an",
        ],
        ("D‑11", "terms"): ["1,65 M€ par an", "Hélène Castaing", "30/11/2026"],
        ("D‑12", "text"): ["Geler les bascules d’usines 6 semaines"],
        ("D‑12", "terms"): ["Marc Oberlin", "15/10/2026"],
    }


def test_a_goal_is_as_tall_as_its_objectives(brand: Brand) -> None:
    (drawing,) = arrange_diagram(s.goals(), SLIDE, brand)
    shapes = _shapes(drawing)

    goal = shapes["goals/ENJ‑01"].box
    assert goal.top_emu == shapes["goals/OBJ‑01"].box.top_emu
    assert goal.bottom_emu == shapes["goals/OBJ‑02"].box.bottom_emu


def test_a_goal_is_glued_to_each_of_its_objectives(brand: Brand) -> None:
    (drawing,) = arrange_diagram(s.goals(), SLIDE, brand)
    glued = [
        (one.source, one.source_side, one.target, one.target_side)
        for one in drawing.marks
        if isinstance(one, Connector)
    ]

    assert ("goals/ENJ‑01", Side.RIGHT, "goals/OBJ‑02", Side.LEFT) in glued
    assert len(glued) == 5


def test_a_link_ends_in_dots_on_the_edges_that_it_joins(brand: Brand) -> None:
    (drawing,) = arrange_diagram(s.goals(), SLIDE, brand)
    shapes = _shapes(drawing)
    goal, objective = shapes["goals/ENJ‑01"].box, shapes["goals/OBJ‑02"].box

    for end, x, middle in (("from", goal.right_emu, goal), ("to", objective.left_emu, objective)):
        dot = shapes[f"goals/OBJ‑02/link/{end}"].box
        assert (dot.width_emu, dot.height_emu) == (px(8), px(8))
        assert dot.left_emu + px(4) == x
        assert dot.top_emu + px(4) == pytest.approx(middle.top_emu + middle.height_emu / 2, abs=1)


def test_objectives_of_no_goal_have_neither_box_nor_connector(brand: Brand) -> None:
    base = s.goals()
    alone = GoalLine("untied", "", "", "", base.goals[0].objectives)
    (drawing,) = arrange_diagram(replace(base, goals=(alone,)), SLIDE, brand)

    assert "goals/untied" not in _shapes(drawing)
    assert "goals/OBJ‑01" in _shapes(drawing)
    assert not [mark for mark in drawing.marks if isinstance(mark, Connector)]


@pytest.mark.parametrize(("share", "expected"), [("0.5", 0.5), ("1.4", 1.0), ("0.75", 0.75)])
def test_progress_fills_its_share_of_the_track(share: str, expected: float, brand: Brand) -> None:
    base = s.goals()
    line = base.goals[1].objectives[0]
    changed = replace(line, progress=replace(line.progress, share=Decimal(share)))
    (drawing,) = arrange_diagram(replace(base, goals=(replace(base.goals[1], objectives=(changed,)),)), SLIDE, brand)
    shapes = _shapes(drawing)

    done, track = shapes["goals/OBJ‑03/progress/done"].box, shapes["goals/OBJ‑03/progress/track"].box
    assert done.width_emu == pytest.approx(track.width_emu * expected, abs=2)


@pytest.mark.parametrize("share", [Decimal(0), Decimal("-0.3")])
def test_no_way_done_fills_nothing(share: Decimal, brand: Brand) -> None:
    base = s.goals()
    line = base.goals[1].objectives[0]
    changed = replace(line, progress=replace(line.progress, share=share))
    (drawing,) = arrange_diagram(replace(base, goals=(replace(base.goals[1], objectives=(changed,)),)), SLIDE, brand)

    assert "goals/OBJ‑03/progress/done" not in _shapes(drawing)


def test_what_the_client_does_not_see_is_marked(brand: Brand) -> None:
    base = s.goals()
    inside = replace(base.goals[1].objectives[0], is_internal=True)
    block = replace(base, goals=(replace(base.goals[1], objectives=(inside,)),))

    (marked,) = arrange_diagram(block, SLIDE, brand, internal_mark="Interne")
    (plain,) = arrange_diagram(block, SLIDE, brand)

    assert any("OBJ‑03 · Interne" in text for text in texts(marked))
    assert not any("Interne" in text for text in texts(plain))


def test_only_the_recommended_option_is_filled(brand: Brand) -> None:
    (drawing,) = arrange_diagram(s.decisions(), SLIDE, brand)
    shapes = _shapes(drawing)

    filled = {letter: shapes[f"decisions/D‑12/option-{letter}"].fill for letter in "ABC"}
    assert filled["B"] == brand.palette["message"]
    assert filled["A"] == filled["C"] == brand.palette["ground"]


def test_recommendations_stand_at_one_height_across_the_cards(brand: Brand) -> None:
    (drawing,) = arrange_diagram(s.decisions(), SLIDE, brand)
    bands = [shape.box.top_emu for key, shape in _shapes(drawing).items() if key.endswith("/recommendation")]

    assert len(bands) == 3
    assert len(set(bands)) == 1


def test_what_follows_without_a_decision_stands_on_a_line_of_its_own_under_a_bold_label(brand: Brand) -> None:
    (drawing,) = arrange_diagram(s.decisions(), SLIDE, brand)
    shapes = _shapes(drawing)
    body = shapes["decisions/D‑11/impact/inaction"].text

    assert body is not None
    assert [(run.text, run.is_bold) for run in body.paragraphs[0].runs] == [
        ("Sans décision :", True),
        (" reconduction tacite de 12 mois, sans l’économie de 49,5 k€ par an.", False),
    ]
    assert shapes["decisions/D‑11/impact/inaction"].box.top_emu >= shapes["decisions/D‑11/impact/text"].box.bottom_emu
    assert "decisions/D‑12/impact/inaction" not in shapes


def test_decisions_go_on_by_three_and_evenly(brand: Brand) -> None:
    base = s.decisions()
    cards = tuple(replace(base.cards[at % 3], key=f"D‑{at}") for at in range(4))

    drawings = arrange_diagram(replace(base, cards=cards), SLIDE, brand)

    assert [sum(key.count("/") == 1 for key in _shapes(one)) for one in drawings] == [2, 2]


def test_risks_of_a_cell_are_all_listed_in_it(brand: Brand) -> None:
    (drawing,) = arrange_diagram(p.risks(), SLIDE, brand)

    assert "R‑02 R‑05" in texts(drawing)


def test_cells_are_red_from_the_critical_product(brand: Brand) -> None:
    (drawing,) = arrange_diagram(p.risks(), SLIDE, brand)
    shapes, soft = _shapes(drawing), brand.palette.rag("R").soft

    assert shapes["risks/cell-5-3"].fill == shapes["risks/cell-4-4"].fill == soft
    assert shapes["risks/cell-5-2"].fill == brand.palette["card"]


def test_a_crowded_cell_counts_whom_it_cannot_print(brand: Brand) -> None:
    base = p.influence()
    crowd = tuple(
        replace(base.people[at % 14], key=f"{at}", initials=f"P{at}", influence=4, attitude=1) for at in range(60)
    )
    (drawing,) = arrange_diagram(replace(base, people=crowd), Box(0, 0, px(284), px(484)), brand)
    cell = _shapes(drawing)["influence/cell-4-1"]

    assert cell.text is not None
    assert cell.text.paragraphs[-1].runs[-1].text.strip().startswith("+")
    assert "Personne NF" in cell.alt


def test_chiefs_hang_their_people_from_their_role(brand: Brand) -> None:
    (drawing,) = arrange_diagram(p.org_chart(), Box(px(48), px(152), px(850), px(484)), brand)
    glued = {
        (one.source, one.source_side, one.target, one.target_side)
        for one in drawing.marks
        if isinstance(one, Connector)
    }

    assert ("people/Hélène-Castaing", Side.BOTTOM, "people/Marc-Oberlin", Side.TOP) in glued
    assert ("people/Marc-Oberlin/role", Side.BOTTOM, "people/Didier-Pons", Side.LEFT) in glued
    assert len(glued) == 13


def test_the_client_sees_neither_letters_nor_their_legend(brand: Brand) -> None:
    drawings = arrange_diagram(p.large_org_chart(is_client=True), SLIDE, brand)

    words = [text for drawing in drawings for text in texts(drawing)]
    assert not {"Rôle", "Attitude", "D", "M"} & set(words)


def test_heat_goes_from_pale_to_the_accent(brand: Brand) -> None:
    (drawing,) = arrange_diagram(p.heat_map(), SLIDE, brand)
    shapes = _shapes(drawing)

    low, middle, high = (
        shapes[f"whitespace/{key}"].fill
        for key in ("Logistique/cell/Conseil", "Iberia/cell/Support", "Iberia/cell/Infogérance")
    )
    assert (low, middle, high) == (brand.palette["heat1"], brand.palette["heat2"], brand.palette["message"])
    assert shapes["whitespace/Groupe/cell/Infogérance"].fill == brand.palette["card"]


def test_totals_close_the_last_rows_only(brand: Brand) -> None:
    drawings = arrange_diagram(p.large_heat_map(12, 5), SLIDE, brand)

    assert len(drawings) > 1
    assert ["125 000" in texts(drawing) for drawing in drawings] == [*[False] * (len(drawings) - 1), True]


def test_agenda_items_lead_to_their_sections(brand: Brand) -> None:
    (drawing,) = arrange_diagram(p.agenda(), SLIDE, brand)

    assert _shapes(drawing)["agenda/item/section-2/title"].link == "section-2"


def test_a_first_of_the_month_has_its_ending_raised(brand: Brand) -> None:
    (drawing,) = arrange_diagram(s.requests(), SLIDE, brand)
    body = _shapes(drawing)["summary/requests/D‑13/text"].text

    assert body is not None
    assert [(run.text, run.is_superscript) for run in body.paragraphs[1].runs] == [
        ("Sans décision :", False),
        (" hors du SOC au 1", False),
        ("er", True),
        (" janvier 2027", False),
    ]
