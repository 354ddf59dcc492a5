"""The palette: values of the mock-ups, tints worked out in HSL, contrasts."""

from dataclasses import replace

import pytest

from generator.brand import Colour, Role, Tint, contrast, load
from generator.brand.palette import LETTERS, ROLES, SILHOUETTES, read_palette
from generator.brand.settings import Settings
from generator.charts.style import rag_form
from generator.measures.rag import Rag

PALETTE = load().palette


def test_a_slot_is_a_plain_theme_reference() -> None:
    assert PALETTE["message"] == Colour("0E7080", Tint("accent1"))
    assert PALETTE["message"].css == "#0E7080"
    assert Tint("accent1").modifiers == ()


@pytest.mark.parametrize(
    ("name", "mockup"),
    [
        ("series5", "5B9FAA"),
        ("heat3", "5B9FAA"),
        ("heat2", "8FBFC7"),
        ("heat1", "C9E0E4"),
        ("highlight", "E4F0F2"),
        ("reserved_soft", "F1EAF2"),
        ("rule", "D3DAE0"),
    ],
)
def test_a_tint_is_within_a_shade_of_the_mockup(name: Role, mockup: str) -> None:
    colour = PALETTE[name]
    distance = max(abs(int(colour.hex[at : at + 2], 16) - int(mockup[at : at + 2], 16)) for at in (0, 2, 4))
    assert distance <= 1
    assert colour.tint is not None
    assert colour.tint.modifiers


def test_luminance_is_multiplied_then_offset() -> None:
    # 808080 has luminance 128/255; half of it plus 25 % is 0.501, which is 128 again; black plus 25 % is 64.
    tables: dict[str, object] = {
        "palette": dict.fromkeys(
            (*("dk1", "lt1", "dk2", "lt2", "hlink", "folHlink"), *(f"accent{n}" for n in range(1, 7))), "808080"
        )
        | {"dk1": "000000"},
        "roles": dict.fromkeys(ROLES, "accent1")
        | {
            "rule": {"slot": "accent1", "sat": 100, "lum": 50, "off": 25},
            "card": {"slot": "dk1", "sat": 100, "lum": 100, "off": 25},
            "muted": "5a6673",
        },
        "rag": {key: {"strong": "1d7a4b", "soft": "e5f2ea", "shape": "disc", "symbol": "●"} for key in "VOR"},
    }
    palette = read_palette(Settings(tables, ""))
    assert palette["rule"].hex == "808080"
    assert palette["card"].hex == "404040"
    assert palette["card"].tint == Tint("dk1", lum_off=25_000)
    assert palette["ink"] == Colour("808080", Tint("accent1"))
    assert palette["muted"] == Colour("5A6673")
    assert palette.rag("O").soft == Colour("E5F2EA")


def test_a_slot_that_a_theme_gives_another_colour_is_no_reference_there() -> None:
    theme = dict(PALETTE.slots) | {"accent6": "70AD47", "accent1": "4472C4"}
    del theme["lt2"]
    bound = PALETTE.bound(theme)
    assert bound["muted"] == Colour("5A6673")
    assert bound["highlight"] == Colour(PALETTE["highlight"].hex)
    assert bound["card"] == Colour("F3F5F7")
    assert bound["ink"] == PALETTE["ink"]
    assert bound["cover_ink"] == PALETTE["cover_ink"]
    assert PALETTE.bound(PALETTE.slots) == PALETTE


def test_the_modifiers_come_in_the_order_office_applies_them() -> None:
    tint = Tint("accent1", lum_mod=68_000, lum_off=32_000, sat_mod=40_000)
    assert tint.modifiers == (("satMod", 40_000), ("lumMod", 68_000), ("lumOff", 32_000))


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast(Colour("000000"), Colour("FFFFFF")) == pytest.approx(21.0)
    assert contrast(Colour("0E7080"), Colour("0E7080")) == pytest.approx(1.0)


@pytest.mark.parametrize("text", ["ink", "strong", "message", "series1", "reserved", "muted", "link"])
@pytest.mark.parametrize("ground", ["ground", "card", "highlight"])
def test_text_colours_read_on_every_light_ground(text: Role, ground: Role) -> None:
    assert contrast(PALETTE[text], PALETTE[ground]) >= 4.5


@pytest.mark.parametrize("letter", ["V", "O", "R"])
def test_status_colours_read_on_white_on_cards_and_carry_a_shape(letter: str) -> None:
    rag = PALETTE.rag(letter)
    assert contrast(rag.strong, PALETTE["ground"]) >= 4.5
    assert contrast(rag.strong, PALETTE["card"]) >= 4.45  # orange on cards: 4.5 to one decimal
    assert rag.symbol
    assert rag.shape


def test_a_brand_has_every_status_and_every_shape_is_drawn() -> None:
    assert {*LETTERS, Rag.NONE.value} == {rag.value for rag in Rag}
    drawn = {rag_form(replace(PALETTE.rag("V"), shape=shape)) for shape in SILHOUETTES}
    assert len(drawn) == len(SILHOUETTES)


def test_what_stands_on_the_dark_panel_reads() -> None:
    roles: tuple[Role, ...] = ("on_strong", "cover_ink", "frame")
    for name in roles:
        assert contrast(PALETTE[name], PALETTE["strong"]) >= 4.5
    assert contrast(PALETTE["on_message"], PALETTE["message"]) >= 4.5


def test_text_on_a_fill_is_the_one_that_reads() -> None:
    assert PALETTE.text_on(PALETTE["strong"]) == PALETTE["ground"]
    assert PALETTE.text_on(PALETTE["connector"]) == PALETTE["ink"]
    for colour in (*map(PALETTE.series, range(5)), *PALETTE.heat_colours):
        assert contrast(PALETTE.text_on(colour), colour) >= 4.5


def test_series_keep_their_colour_and_the_sixth_is_the_others() -> None:
    assert [PALETTE.series(rank).hex for rank in range(4)] == ["2F5575", "7393AE", "B4C5D3", "0E7080"]
    assert PALETTE.series(4) == PALETTE["series5"]
    assert PALETTE.series(5) == PALETTE.series(99) == PALETTE["others"]
