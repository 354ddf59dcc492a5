"""The layout of each role: by its name when one has it, by its file when several do, in every master."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.brand import BrandError, default_directory, load
from generator.deck.arrange import arrange
from tests.brand.decks import with_a_second_master
from tests.deck.samples import internal_committee
from tests.packages import packed, replaced, unpacked

LAYOUT = "ppt/slideLayouts/slideLayout3.xml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(default_directory(), tmp_path / "brand")


@pytest.fixture
def two_masters(folder: Path) -> Path:
    file = folder / "deck.pptx"
    file.write_bytes(with_a_second_master(file.read_bytes()))
    return folder


def written(folder: Path, role: str, layout: str) -> Path:
    """The folder with another layout for a role."""
    file = folder / "brand.toml"
    text, changes = re.subn(
        rf'(\[deck\.layouts\].*?\n{role} = )"[^"]*"', rf'\1"{layout}"', file.read_text("utf-8"), flags=re.DOTALL
    )
    assert changes == 1
    file.write_text(text, encoding="utf-8")
    return folder


def test_each_role_has_the_part_of_its_layout() -> None:
    chosen = load().deck.chosen
    assert {role: layout.part for role, layout in chosen.items()} == {
        "cover": "ppt/slideLayouts/slideLayout1.xml",
        "section": "ppt/slideLayouts/slideLayout2.xml",
        "exhibit": "ppt/slideLayouts/slideLayout3.xml",
        "two_exhibits": "ppt/slideLayouts/slideLayout4.xml",
    }


def test_a_name_that_two_masters_have_is_told_with_the_files_to_choose_from(two_masters: Path) -> None:
    with pytest.raises(BrandError, match="one_layout") as error:
        load(two_masters)
    assert (error.value.place, error.value.found) == ("deck.layouts.exhibit", "Titre et contenu")
    assert dict(error.value.expected.named) == {"files": ("slideLayout3.xml", "slideLayout13.xml")}


def test_a_layout_is_named_by_its_file(two_masters: Path) -> None:
    for part in (13, 3):
        brand = load(written(two_masters, "exhibit", f"slideLayout{part}.xml"))
        assert brand.deck.chosen["exhibit"].part == f"ppt/slideLayouts/slideLayout{part}.xml"


LACKING: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "footer": (lambda part: part.replace(b'type="ftr"', b'type="dt"'), "deck.layouts.exhibit"),
    "number": (lambda part: part.replace(b'type="sldNum"', b'type="dt"'), "deck.layouts.exhibit"),
    "title": (lambda part: part.replace(b'type="title"', b'type="obj"'), "deck.layouts.exhibit"),
}


@pytest.mark.parametrize("lacking", LACKING)
def test_a_place_that_goes_by_its_type_is_held_to_be_there(folder: Path, lacking: str) -> None:
    change, place = LACKING[lacking]
    parts = unpacked((folder / "deck.pptx").read_bytes())
    assert change(parts[LAYOUT]) != parts[LAYOUT]
    (folder / "deck.pptx").write_bytes(packed({**parts, LAYOUT: change(parts[LAYOUT])}))
    with pytest.raises(BrandError) as error:
        load(folder)
    assert error.value.place == place


PLACE = '<a:xfrm><a:off x="{}" y="228600"/><a:ext cx="914400" cy="914400"/></a:xfrm>'
PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="90" name="Emblème"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill/>'
    "<p:spPr>{}</p:spPr></p:pic>"
)
TEXT = (
    '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Emblème"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{}</p:spPr>'
    "<p:txBody><a:bodyPr/><a:p><a:r><a:t>Nordane</a:t></a:r></a:p></p:txBody></p:sp>"
)
BAND = TEXT.replace("Nordane", " ")
MASTER = "ppt/slideMasters/slideMaster1.xml"
COVERED = {
    "a picture of the master": (MASTER, PICTURE, 11_000_000, "Titre et contenu"),
    "a text of the layout": (LAYOUT, TEXT, 10_600_000, "Titre et contenu"),
    "a picture of the cover": ("ppt/slideLayouts/slideLayout1.xml", PICTURE, 11_000_000, "Couverture"),
}


def drawn_on(folder: Path, part: str, shape: str, left: int | str) -> Path:
    file = folder / "deck.pptx"
    drawn = shape.format(PLACE.format(left)) + "</p:spTree>"
    file.write_bytes(replaced(file.read_bytes(), part, b"</p:spTree>", drawn.encode()))
    return folder


@pytest.mark.parametrize("case", COVERED)
def test_the_mark_may_cover_no_logo(folder: Path, case: str) -> None:
    part, shape, left, layout = COVERED[case]
    with pytest.raises(BrandError, match="free") as error:
        load(drawn_on(folder, part, shape, left))
    assert (error.value.place, error.value.found) == ("grid.mark", "Emblème")
    assert dict(error.value.expected.named) == {"layout": layout}


@pytest.mark.parametrize(
    ("part", "shape", "left"),
    [(MASTER, PICTURE, 9_000_000), (LAYOUT, BAND, 11_000_000), (LAYOUT, PICTURE, "elsewhere")],
    ids=["a picture beside it", "a band without words", "a place that is none"],
)
def test_what_the_mark_does_not_hide_may_stand(folder: Path, part: str, shape: str, left: int | str) -> None:
    assert load(drawn_on(folder, part, shape, left)).logo is None


def test_the_mark_has_a_place_of_its_own(folder: Path) -> None:
    file = folder / "brand.toml"
    text = file.read_text(encoding="utf-8")
    former = "mark = { x = 11.083, y = 0.198, w = 1.75"
    assert former in text
    file.write_text(text.replace(former, "mark = { x = 9.0, y = 0.198, w = 1.75"), encoding="utf-8")
    brand = load(drawn_on(folder, MASTER, PICTURE, 11_000_000))
    slide = next(one for one in arrange(internal_committee(), brand).slides if one.layout == "exhibit")
    (mark,) = (one for one in slide.elements if one.key.endswith("/mark"))
    assert (mark.box.left_emu, mark.box.right_emu) == (9 * 914_400, 9 * 914_400 + 168 * 9_525)
