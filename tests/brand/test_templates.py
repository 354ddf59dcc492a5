"""The template files keep the contract of brand.toml, and hold nothing but the brand."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from generator.brand import Box, load
from generator.brand.palette import SLOTS
from tests.packages import unpacked
from tools.templates.deck import deck
from tools.templates.plan import plan

BRAND = load()
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FILES = [BRAND.deck.file, BRAND.plan.file]


def parts(path: Path) -> dict[str, bytes]:
    return unpacked(path.read_bytes())


def placeholders(sheet: Any) -> list[Any]:
    """python-pptx's own annotation of these collections does not iterate."""
    return list(sheet.placeholders)


def test_the_files_are_what_the_authoring_tool_writes(tmp_path: Path) -> None:
    for path, content in ((BRAND.deck.file, deck(BRAND)), (BRAND.plan.file, plan(BRAND))):
        (tmp_path / path.name).write_bytes(content)
        assert parts(tmp_path / path.name) == parts(path), "run: python -m tools.templates"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_theme_is_the_palette_and_the_fonts(path: Path) -> None:
    name = next(name for name in parts(path) if name.endswith("theme1.xml"))
    theme = etree.fromstring(parts(path)[name])
    for slot in SLOTS:
        assert theme.find(f".//{A}{slot}/{A}srgbClr").get("val") == BRAND.palette.slots[slot]  # type: ignore[union-attr]
    faces = {kind: theme.find(f".//{A}{kind}Font/{A}latin").get("typeface") for kind in ("major", "minor")}  # type: ignore[union-attr]
    assert faces == {"major": BRAND.fonts.major, "minor": BRAND.fonts.minor}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_left_over(path: Path) -> None:
    names = parts(path)
    assert not [name for name in names if "thumbnail" in name or "printer" in name or "stylesWithEffects" in name]
    core = names["docProps/core.xml"].decode()
    assert "creator" not in core
    assert "lastModifiedBy" not in core
    assert path.stat().st_size < 40_000


def test_the_deck_has_the_four_layouts_and_no_slide() -> None:
    presentation = Presentation(str(BRAND.deck.file))
    assert len(presentation.slides) == 0
    assert len(presentation.slide_masters) == 1
    assert [layout.name for layout in presentation.slide_layouts] == list(BRAND.deck.layouts.values())


def test_the_layouts_offer_the_places_of_the_contract() -> None:
    layouts = {layout.name: layout for layout in Presentation(str(BRAND.deck.file)).slide_layouts}
    places, wanted = BRAND.deck.placeholders, {
        "cover": ["body", *(role for role in BRAND.deck.placeholders if role.startswith("cover"))],
        "section": ["body", "section_number"],
        "exhibit": ["body", "source"],
        "two_exhibits": ["body", "second", "source"],
    }  # fmt: skip
    for role, roles in wanted.items():
        layout = layouts[BRAND.deck.layouts[role]]
        found = {place.placeholder_format.idx: place for place in placeholders(layout)}
        assert {places[name] for name in roles} <= set(found)
        assert found[0].placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
        if role != "cover":
            kinds = {place.placeholder_format.type for place in placeholders(layout)}
            assert {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER} <= kinds


def test_the_places_stand_on_the_grid() -> None:
    presentation = Presentation(str(BRAND.deck.file))
    title = next(place for place in placeholders(presentation.slide_master) if place.placeholder_format.idx == 0)
    box = BRAND.grid.headline
    assert (title.left, title.top, title.width, title.height) == (
        box.left_emu,
        box.top_emu,
        box.width_emu,
        box.height_emu,
    )
    for layout in presentation.slide_layouts:
        for shape in layout.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= BRAND.grid.width_emu
            assert shape.top + shape.height <= BRAND.grid.height_emu


def test_shape_ids_are_unique_on_master_and_layouts() -> None:
    presentation = Presentation(str(BRAND.deck.file))
    for sheet in (presentation.slide_master, *presentation.slide_layouts):
        ids = [shape.shape_id for shape in sheet.shapes]
        assert len(ids) == len(set(ids))


def test_the_plan_has_every_style_of_the_contract() -> None:
    styles = {style.style_id: style for style in docx.Document(str(BRAND.plan.file)).styles}
    wanted = {*BRAND.plan.styles.values(), BRAND.plan.table_style, BRAND.plan.card_style, BRAND.plan.definition_style}
    assert wanted <= set(styles)
    assert styles["Heading1"].name == "Heading 1"
    assert styles["Caption"].name == "Caption"


def test_headings_are_numbered_by_their_style_and_keep_with_what_follows() -> None:
    document = docx.Document(str(BRAND.plan.file))
    for level in (1, 2, 3):
        properties = document.styles[f"Heading {level}"].element.pPr
        assert properties.numPr is not None
        assert properties.find(f"{W}keepNext") is not None
        assert properties.find(f"{W}outlineLvl").get(f"{W}val") == str(level - 1)


def test_the_plan_asks_the_reader_nothing_and_is_french_a4() -> None:
    content = parts(BRAND.plan.file)
    assert b"updateFields" not in content["word/settings.xml"]
    assert b'w:lang w:val="fr-FR"' in content["word/styles.xml"]
    section = docx.Document(str(BRAND.plan.file)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    assert section.different_first_page_header_footer
    assert b"NUMPAGES" in content["word/footer1.xml"]


def test_a_picture_logo_is_right_aligned_in_the_place_of_the_mark(tmp_path: Path) -> None:
    logo, file = tmp_path / "logo.png", tmp_path / "deck.pptx"
    Image.new("RGB", (600, 100), "white").save(logo)
    file.write_bytes(deck(replace(BRAND, logo=logo)))
    picture = next(shape for shape in Presentation(str(file)).slide_master.shapes if shape.name == "Logo")
    box = BRAND.grid.mark
    assert picture.left + picture.width == box.right_emu
    assert picture.height <= box.height_emu
    assert round(picture.width / picture.height) == 6


def test_the_authored_deck_is_at_the_scale_of_the_brand() -> None:
    grid = replace(BRAND.grid, headline=Box(914_400, 1_143_000, 22_555_200, 1_447_800), width_emu=24_384_000)
    large = deck(replace(BRAND, grid=grid, deck=replace(BRAND.deck, scale=2.0)))
    sheets = Presentation(io.BytesIO(large))
    title = next(
        one for one in placeholders(sheets.slide_master) if one.placeholder_format.type == PP_PLACEHOLDER.TITLE
    )
    assert (title.left, title.top, title.width, title.height) == (914_400, 1_143_000, 22_555_200, 1_447_800)
    assert sheets.slide_width == 24_384_000
    style = sheets.slide_master.element.find(f".//{P}titleStyle/{A}lvl1pPr/{A}defRPr")
    assert style.get("sz") == "4800"
