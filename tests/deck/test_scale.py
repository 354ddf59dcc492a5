"""One factor for a slide of another size: what is drawn is the default's deck, larger or smaller as a whole."""

from __future__ import annotations

import re
import shutil
import tomllib
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from generator.brand import load
from generator.deck import write_deck
from tests.deck.samples import internal_committee
from tests.packages import packed, unpacked
from tests.validity import complaints

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SLIDE = (12_192_000, 6_858_000)
PIXEL = 9_525
_LENGTHS = ("x", "y", "cx", "cy", "sz", "lIns", "tIns", "rIns", "bIns", "marL", "indent")


def resized(file: Path, factor: float) -> None:
    """A template whose designer made everything larger or smaller: places, sizes, line pitches, the slide."""
    parts = unpacked(file.read_bytes())
    lengths = re.compile(rf'( (?:{"|".join(_LENGTHS)})|<a:spcPts val)="(-?\d+)"')
    for name, part in parts.items():
        if name.startswith(("ppt/slideMasters/slide", "ppt/slideLayouts/slide", "ppt/presentation.xml")):
            parts[name] = lengths.sub(
                lambda found: f'{found[1]}="{round(int(found[2]) * factor)}"', part.decode()
            ).encode()
    file.write_bytes(packed(parts))


@cache
def brand_folder(parent: Path, factor: float) -> Path:
    """The default brand with its grid and its presentation so much larger, and this factor."""
    made = shutil.copytree(load().deck.file.parent, parent / f"brand-{factor}")
    text = (made / "brand.toml").read_text(encoding="utf-8")
    before, grid, after = re.split(r"(?s)(\n\[grid\].*?)(?=\n# -----)", text, maxsplit=1)
    lines = [_resized_line(line, factor) for line in grid.splitlines()]
    text = before.replace("scale = 1.0 ", f"scale = {factor} ") + "\n".join(lines) + after
    assert f"scale = {factor} " in text
    (made / "brand.toml").write_text(text, encoding="utf-8")
    assert tomllib.loads(text)["grid"]["columns"] == 12
    resized(made / "deck.pptx", factor)
    return made


def _resized_line(line: str, factor: float) -> str:
    told, hash_, comment = line.partition("#")
    if told.startswith("columns"):
        return line
    return re.sub(r"\d+\.\d+", lambda found: f"{float(found[0]) * factor:.5f}", told) + hash_ + comment


@pytest.fixture(scope="module")
def parent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scales")


@cache
def deck(parent: Path, factor: float) -> bytes:
    return write_deck(internal_committee(), load(brand_folder(parent, factor) if factor != 1 else None))


def slides(parent: Path, factor: float) -> dict[str, etree._Element]:
    parts = unpacked(deck(parent, factor))
    return {name: etree.fromstring(part) for name, part in parts.items() if name.startswith("ppt/slides/slide")}


def places(slide: etree._Element) -> list[tuple[str, tuple[int, int, int, int]]]:
    """Name and place of everything that has one, in order."""
    found = []
    for shape in slide.iter(f"{P}sp", f"{P}cxnSp", f"{P}grpSp", f"{P}graphicFrame"):
        place = next(shape.iter(f"{A}xfrm", f"{P}xfrm"), None)
        if place is not None and len(place):
            at, size = place[0], place[1]
            name = str(next(shape.iter(f"{P}cNvPr")).get("name"))
            box = tuple(int(str(one.get(key))) for one, key in ((at, "x"), (at, "y"), (size, "cx"), (size, "cy")))
            found.append((name, box))
    return found  # type: ignore[return-value]


def sizes(root: etree._Element) -> list[int]:
    """Every type size, in hundredths of a point."""
    return [int(str(one.get("sz"))) for one in root.iter(f"{A}rPr", f"{A}defRPr") if one.get("sz")]


def test_twice_the_slide_is_twice_everything(parent: Path) -> None:
    default, large = slides(parent, 1), slides(parent, 2)
    assert default.keys() == large.keys()
    for name, slide in default.items():
        doubled = [(key, tuple(2 * value for value in box)) for key, box in places(slide)]
        for (key, wanted), (other, found) in zip(doubled, places(large[name]), strict=True):
            assert key == other
            assert all(abs(one - two) <= 2 for one, two in zip(wanted, found, strict=True)), (name, key)
        assert [2 * size for size in sizes(slide)] == sizes(large[name])
        lines = [
            [int(str(one.get("w"))) for one in root.iter(f"{A}ln") if one.get("w")] for root in (slide, large[name])
        ]
        assert [2 * width for width in lines[0]] == lines[1]


def test_charts_grow_with_the_slide(parent: Path) -> None:
    charts = [
        {
            name: etree.fromstring(part)
            for name, part in unpacked(deck(parent, factor)).items()
            if "/charts/chart" in name
        }
        for factor in (1, 2)
    ]
    assert charts[0].keys() == charts[1].keys()
    markers = [
        [int(str(one.get("val"))) for chart in found.values() for one in chart.iter(f"{C}size")] for found in charts
    ]
    assert markers[0]
    assert [2 * size for size in markers[0]] == markers[1]
    for name, chart in charts[0].items():
        pairs = list(zip(sizes(chart), sizes(charts[1][name]), strict=True))
        assert [pair for pair in pairs if pair[1] != 2 * pair[0]] in ([], [(1000, 1000)]), (
            name
        )  # of texts it has none of


@pytest.mark.parametrize("factor", [0.85, 0.6, 2])
def test_all_stands_inside_the_slide_in_the_sizes_of_the_scale(parent: Path, factor: float, tmp_path: Path) -> None:
    wide, tall = (length * factor + PIXEL for length in SLIDE)
    told = tomllib.loads((load().deck.file.parent / "brand.toml").read_text(encoding="utf-8"))["type"]
    allowed = {round(size * factor * 100) for size in told.values() if not isinstance(size, dict)}
    small = min(allowed)
    for name, slide in slides(parent, factor).items():
        for key, (left, top, width, height) in places(slide):
            assert left >= 0, (name, key)
            assert top >= 0, (name, key)
            assert left + width <= wide, (name, key)
            assert top + height <= tall, (name, key)
        texts = (size for size in sizes(slide) if size >= small)  # below, there are the spaces of progress bars
        assert not {size for size in texts if min(abs(size - one) for one in allowed) > 1}, name
    (tmp_path / "deck.pptx").write_bytes(deck(parent, factor))
    assert complaints(tmp_path / "deck.pptx") == []


def test_a_smaller_slide_says_the_same_on_as_many_slides(parent: Path) -> None:
    def texts(factor: float) -> dict[str, list[str]]:
        return {name: [str(run.text) for run in root.iter(f"{A}t")] for name, root in slides(parent, factor).items()}

    assert texts(0.85).keys() == texts(1).keys()
    same = [name for name, words in texts(1).items() if words == texts(0.85)[name]]
    assert len(same) >= 0.9 * len(texts(1))
