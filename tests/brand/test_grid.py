"""The grid: the measures of the mock-ups' table, in whole pixels."""

from generator.brand import EMU_PER_INCH, EMU_PER_PX, Box, load

BRAND = load()
GRID = BRAND.grid


def px(left: int, top: int, width: int, height: int) -> Box:
    return Box(left * EMU_PER_PX, top * EMU_PER_PX, width * EMU_PER_PX, height * EMU_PER_PX)


def test_the_slide_is_sixteen_by_nine() -> None:
    assert (GRID.width_emu, GRID.height_emu) == (12_192_000, 6_858_000)


def test_named_places_are_those_of_the_mockups() -> None:
    assert GRID.headline == px(48, 60, 1184, 76)
    assert GRID.body == px(48, 152, 1184, 484)
    assert GRID.source == px(48, 648, 1184, 16)
    assert GRID.tracker == px(48, 22, 984, 26)
    assert GRID.mark.right_emu == GRID.headline.right_emu == px(48, 0, 1184, 0).right_emu
    assert GRID.footer.top_emu == 676 * EMU_PER_PX
    assert GRID.body.bottom_emu + 12 * EMU_PER_PX == GRID.source.top_emu


def test_useful_splits() -> None:
    # three cards of 384 px, four of 284 px, five of 224 px, all with a gap of 16 px
    for count, width in ((3, 384), (4, 284), (5, 224)):
        cards = GRID.cards(count)
        assert {card.width_emu for card in cards} == {width * EMU_PER_PX}
        assert cards[-1].right_emu == GRID.body.right_emu
        assert cards[1].left_emu - cards[0].right_emu == 16 * EMU_PER_PX
    assert GRID.main.width_emu == round(7.75 * EMU_PER_INCH)
    assert GRID.side.left_emu == 840 * EMU_PER_PX
    assert GRID.side.right_emu == GRID.body.right_emu


def test_six_tracker_segments_have_gaps_of_eight_pixels() -> None:
    segments = GRID.tracker_segments(6)
    assert len(segments) == 6
    assert segments[1].left_emu - segments[0].right_emu == 8 * EMU_PER_PX


def test_a_box_insets_bands_and_stacks() -> None:
    box = px(10, 20, 100, 60)
    assert box.inset(4 * EMU_PER_PX, 2 * EMU_PER_PX) == px(14, 22, 92, 56)
    assert box.band(8 * EMU_PER_PX, 12 * EMU_PER_PX) == px(10, 28, 100, 12)
    assert box.stack(2, 4 * EMU_PER_PX) == (px(10, 20, 100, 28), px(10, 52, 100, 28))
    assert (box.width_pt, box.height_pt) == (75.0, 45.0)


def test_the_page_is_a4() -> None:
    assert (BRAND.page.width_twips, BRAND.page.height_twips) == (11_906, 16_838)
    assert BRAND.page.text_width_twips == 11_906 - 2 * 1_246


def test_boxes_that_share_an_edge_do_not_meet() -> None:
    box = px(0, 0, 10, 10)
    assert box.meets(px(9, 9, 20, 20))
    assert px(9, 9, 20, 20).meets(box)
    assert box.meets(px(2, 2, 3, 3))
    assert not box.meets(px(10, 0, 10, 10))
    assert not box.meets(px(0, 10, 10, 10))
    assert not box.meets(px(20, 5, 5, 30))
