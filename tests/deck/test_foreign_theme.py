"""A template whose theme has wholly other colours: every colour that is drawn is still a role of the brand."""

from __future__ import annotations

import colorsys
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generator.brand import Brand, load
from generator.deck import write_deck
from generator.plan import write_plan
from tests.deck.samples import internal_committee
from tests.packages import packed, unpacked
from tests.plan.samples import story
from tests.validity import complaints

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOREIGN = {
    "dk1": "101010",
    "lt1": "FFFEFA",
    "dk2": "44546A",
    "lt2": "FFE699",
    "hlink": "0563C1",
    "folHlink": "954F72",
    "accent1": "ED7D31",
    "accent2": "A5A5A5",
    "accent3": "FFC000",
    "accent4": "4472C4",
    "accent5": "70AD47",
    "accent6": "FF00FF",
}
OVERRIDE = (
    '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent2" accent2="accent1" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
    "</p:clrMapOvr>"
)
SHEET = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
PAGE = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2", "hyperlink": "hlink"}


def tinted(base: str, sat: float, lum: float, off: float) -> str:
    """A colour changed in HSL, by shares."""
    hue, light, strength = colorsys.rgb_to_hls(*(int(base[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    changed = colorsys.hls_to_rgb(hue, min(1.0, light * lum + off), min(1.0, strength * sat))
    return "".join(f"{round(part * 255):02X}" for part in changed)


def roles(folder: Path) -> set[str]:
    """Every colour that the brand file gives a role or a status."""
    told: dict[str, Any] = tomllib.loads((folder / "brand.toml").read_text(encoding="utf-8"))
    slots = told["palette"]
    found = {part for rag in told["rag"].values() for part in (rag["strong"], rag["soft"])}
    for role in told["roles"].values():
        if isinstance(role, str):
            found.add(slots.get(role, role))
        else:
            found.add(tinted(slots[role["slot"]], role["sat"] / 100, role["lum"] / 100, role["off"] / 100))
    return found


def recoloured(file: Path, theme: dict[str, str]) -> None:
    """Give every theme of a template these colours."""
    parts = unpacked(file.read_bytes())
    for name in parts:
        if "/theme/" in name:
            text = parts[name].decode()
            for slot, colour in theme.items():
                text = re.sub(rf'<a:{slot}><a:srgbClr val="\w+"/>', f'<a:{slot}><a:srgbClr val="{colour}"/>', text)
            parts[name] = text.encode()
    file.write_bytes(packed(parts))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The default brand in files of another company: its colours, and exhibits on its dark ground."""
    made = shutil.copytree(load().deck.file.parent, tmp_path_factory.mktemp("brands") / "brand")
    for name in ("deck.pptx", "plan.docx"):
        recoloured(made / name, FOREIGN)
    parts = unpacked((made / "deck.pptx").read_bytes())
    layout = "ppt/slideLayouts/slideLayout3.xml"
    plain = b"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    assert plain in parts[layout]
    (made / "deck.pptx").write_bytes(packed({**parts, layout: parts[layout].replace(plain, OVERRIDE.encode())}))
    return made


def shown(root: etree._Element, mapping: dict[str, str], theme: dict[str, str]) -> Iterator[str]:
    """Every colour of a part of a presentation as it looks through a map of its theme."""
    for colour in root.iter(f"{A}srgbClr", f"{A}schemeClr"):
        value = str(colour.get("val"))
        if colour.tag == f"{A}srgbClr":
            yield value
            continue
        changes = {str(one.tag).removeprefix(A): int(str(one.get("val"))) / 100_000 for one in colour}
        base = theme[mapping[value]]
        yield (
            tinted(base, changes.get("satMod", 1), changes.get("lumMod", 1), changes.get("lumOff", 0))
            if changes
            else base
        )


def drawn(deck: bytes, theme: dict[str, str]) -> dict[str, set[str]]:
    """The colours of each slide and each chart by part."""
    parts = unpacked(deck)
    master = etree.fromstring(parts["ppt/slideMasters/slideMaster1.xml"]).find(f"{P}clrMap")
    assert master is not None
    found = {}
    for name, part in parts.items():
        if name.startswith(("ppt/slides/slide", "ppt/charts/chart")):
            root = etree.fromstring(part)
            own = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
            mapping = (master if own is None else own).attrib
            found[name] = set(shown(root, {str(key): str(value) for key, value in mapping.items()}, theme))
    return found


def stray(deck: bytes, folder: Path, theme: dict[str, str]) -> dict[str, set[str]]:
    wanted = roles(folder)
    return {name: colours - wanted for name, colours in drawn(deck, theme).items() if colours - wanted}


def own_theme() -> dict[str, str]:
    told: dict[str, Any] = tomllib.loads((load().deck.file.parent / "brand.toml").read_text(encoding="utf-8"))
    return dict(told["palette"])


def test_the_default_draws_its_roles_and_follows_its_theme() -> None:
    deck = write_deck(internal_committee(), load())
    assert stray(deck, load().deck.file.parent, own_theme()) == {}
    assert stray(deck, load().deck.file.parent, FOREIGN)


def test_every_colour_of_a_deck_is_a_role(folder: Path, tmp_path: Path) -> None:
    deck = write_deck(internal_committee(), load(folder))
    found = drawn(deck, FOREIGN)
    assert len(found) > 20
    assert stray(deck, folder, FOREIGN) == {}
    assert not {colour for colours in found.values() for colour in colours} & {FOREIGN["accent6"], FOREIGN["lt2"]}
    (tmp_path / "deck.pptx").write_bytes(deck)
    assert complaints(tmp_path / "deck.pptx") == []


def test_a_slide_takes_the_colour_map_of_its_layout(folder: Path) -> None:
    parts = unpacked(write_deck(internal_committee(), load(folder)))
    maps = {
        name: etree.fromstring(part).find(f"{P}clrMapOvr/{A}overrideClrMapping")
        for name, part in parts.items()
        if name.startswith("ppt/slides/slide")
    }
    assert maps.pop("ppt/slides/slide1.xml") is None  # the cover's layout has none
    assert maps.pop("ppt/slides/slide7.xml") is None  # nor has that of the divider
    assert {None if one is None else one.get("tx1") for one in maps.values()} == {"lt1"}


def written(document: bytes, theme: dict[str, str]) -> set[str]:
    """The colours of the text of a plan: a reference to the theme wins over the colour beside it."""
    found = set()
    for element in etree.fromstring(unpacked(document)["word/document.xml"]).iter("{*}*"):
        for plain, reference in (("color", "themeColor"), ("fill", "themeFill")):
            value, slot = element.get(f"{W}{plain}"), element.get(f"{W}{reference}")
            if slot is not None:
                found.add(theme[PAGE.get(slot, slot)])
            elif value not in (None, "auto"):
                found.add(str(value))
    return found


@pytest.mark.parametrize("brand", ["default", "foreign"])
def test_every_colour_of_a_plan_s_text_is_a_role(brand: str, folder: Path) -> None:
    used: Brand = load(folder) if brand == "foreign" else load()
    found = written(write_plan(story(), used), FOREIGN if brand == "foreign" else own_theme())
    assert len(found) > 5
    assert found <= roles(folder)


def test_native_charts_of_a_plan_have_the_colours_of_roles(folder: Path) -> None:
    parts = unpacked(write_plan(story(), load(folder), native_charts=True))
    mapping = SHEET | {slot: slot for slot in FOREIGN}
    charts = [etree.fromstring(part) for name, part in parts.items() if name.startswith("word/charts/chart")]
    assert len(charts) > 3
    assert {colour for chart in charts for colour in shown(chart, mapping, FOREIGN)} <= roles(folder)
