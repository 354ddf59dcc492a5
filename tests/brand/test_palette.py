"""The palette: values of the mock-ups, tints worked out in HSL, contrasts."""

import pytest

from generator.brand import BrandError, Colour, Tint, contrast, load
from generator.brand.palette import read_palette
from generator.brand.settings import Settings

PALETTE = load().palette


def test_a_slot_is_a_plain_theme_reference() -> None:
    assert PALETTE["accent1"] == Colour("0E7080", Tint("accent1"))
    assert PALETTE["accent1"].css == "#0E7080"
    assert Tint("accent1").modifiers == ()


@pytest.mark.parametrize(
    ("name", "mockup"),
    [
        ("accent1_light", "5B9FAA"),
        ("heat_high", "8FBFC7"),
        ("heat_low", "C9E0E4"),
        ("highlight", "E4F0F2"),
        ("accent5_light", "F1EAF2"),
        ("rule", "D3DAE0"),
    ],
)
def test_a_tint_is_within_a_shade_of_the_mockup(name: str, mockup: str) -> None:
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
        "tints": {
            "same": {"slot": "accent1", "sat": 100, "lum": 50, "off": 25},
            "lifted": {"slot": "dk1", "sat": 100, "lum": 100, "off": 25},
        },
        "rag": {},
        "series": {"order": ["accent1"], "others": "accent2"},
        "heat": {"order": ["accent1"]},
    }
    palette = read_palette(Settings(tables, ""))
    assert palette["same"].hex == "808080"
    assert palette["lifted"].hex == "404040"
    assert palette["lifted"].tint == Tint("dk1", lum_off=25_000)


def test_the_modifiers_come_in_the_order_office_applies_them() -> None:
    tint = Tint("accent1", lum_mod=68_000, lum_off=32_000, sat_mod=40_000)
    assert tint.modifiers == (("satMod", 40_000), ("lumMod", 68_000), ("lumOff", 32_000))


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast(Colour("000000"), Colour("FFFFFF")) == pytest.approx(21.0)
    assert contrast(Colour("0E7080"), Colour("0E7080")) == pytest.approx(1.0)


@pytest.mark.parametrize("text", ["dk1", "dk2", "accent1", "accent2", "accent5", "accent6", "hlink"])
@pytest.mark.parametrize("ground", ["lt1", "lt2", "highlight"])
def test_text_colours_read_on_every_light_ground(text: str, ground: str) -> None:
    assert contrast(PALETTE[text], PALETTE[ground]) >= 4.5


@pytest.mark.parametrize("letter", ["V", "O", "R"])
def test_status_colours_read_on_white_on_cards_and_carry_a_shape(letter: str) -> None:
    rag = PALETTE.rag(letter)
    assert contrast(rag.strong, PALETTE["lt1"]) >= 4.5
    assert contrast(rag.strong, PALETTE["lt2"]) >= 4.45  # orange on cards: 4.5 to one decimal
    assert rag.symbol
    assert rag.shape


def test_what_stands_on_the_dark_panel_reads() -> None:
    for name in ("lt1", "panel_text", "accent4"):
        assert contrast(PALETTE[name], PALETTE["dk2"]) >= 4.5


def test_text_on_a_fill_is_the_one_that_reads() -> None:
    assert PALETTE.text_on(PALETTE["dk2"]) == PALETTE["lt1"]
    assert PALETTE.text_on(PALETTE["accent3"]) == PALETTE["dk1"]
    for colour in (*PALETTE.series_colours, *PALETTE.heat_colours):
        assert contrast(PALETTE.text_on(colour), colour) >= 4.5


def test_series_keep_their_colour_and_the_sixth_is_the_others() -> None:
    assert [PALETTE.series(rank).hex for rank in range(4)] == ["2F5575", "7393AE", "B4C5D3", "0E7080"]
    assert PALETTE.series(4) == PALETTE["accent1_light"]
    assert PALETTE.series(5) == PALETTE.series(99) == PALETTE["accent6"]


def test_an_unknown_colour_says_its_name() -> None:
    with pytest.raises(BrandError, match="turquoise"):
        PALETTE["turquoise"]
