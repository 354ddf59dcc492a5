"""Every text of a saved deck with its colour and the one beneath, worked out from the theme."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tests.deck.example_deck import A, C, P, R, SavedDeck, SavedSlide, placeholder_of

Frame = tuple[int, int, int, int]
Ink = tuple[str, str, str, bool]
"""Words, their colour, that of their ground, and whether they are large: 18 pt, or bold 14 pt."""

_R_ID = f"{R}id"


@dataclass(frozen=True)
class Theme:
    """The colours of the theme, with what a master calls them."""

    colours: dict[str, str]

    @classmethod
    def of(cls, deck: SavedDeck) -> Theme:
        """The theme of the first master."""
        master = "ppt/slideMasters/slideMaster1.xml"
        theme = next(path for path in deck.relations(master).values() if "/theme/" in path)
        scheme = next(iter(etree.fromstring(deck.parts[theme]).iter(f"{A}clrScheme")))
        slots = {slot.tag.removeprefix(A): str(slot[0].get("lastClr") or slot[0].get("val")) for slot in scheme}
        mapping = next(iter(etree.fromstring(deck.parts[master]).iter(f"{P}clrMap"))).attrib
        return cls(slots | {str(name): slots[str(slot)] for name, slot in mapping.items()})

    def colour(self, fill: etree._Element | None) -> str | None:
        """The colour of a ``a:solidFill``."""
        if fill is None:
            return None
        one = fill[0]
        if one.tag == f"{A}srgbClr":
            return str(one.get("val"))
        value = self.colours[str(one.get("val"))]
        for change in one:
            value = _changed(value, change.tag.removeprefix(A), int(str(change.get("val"))) / 100_000)
        return value


def inks(slide: SavedSlide, theme: Theme) -> Iterator[Ink]:
    """All the words of a slide: of its places, its shapes, its tables and its charts."""
    yield from _places(slide, theme)
    yield from _drawn(slide, theme)
    yield from _charted(slide, theme)


def _drawn(slide: SavedSlide, theme: Theme) -> Iterator[Ink]:
    painted = list(_behind(slide, theme))
    for shape in slide.tree.iter(f"{P}sp", f"{P}graphicFrame"):
        if shape.tag == f"{P}graphicFrame":
            yield from _cells(shape, theme)
            continue
        box = _box(shape)
        if box is None:
            continue
        own = theme.colour(shape.find(f"{P}spPr/{A}solidFill"))
        if own:
            painted.append((box, own))
        under = (colour for place, colour in reversed(painted) if _holds(place, _middle(box)))
        ground = own or next(under, theme.colours["bg1"])
        for run in shape.iter(f"{A}r"):
            if str(run.findtext(f"{A}t")).strip():
                ink = theme.colour(run.find(f"{A}rPr/{A}solidFill")) or theme.colours["tx1"]
                yield str(run.findtext(f"{A}t")), ink, ground, _is_large(run.find(f"{A}rPr"))


def _places(slide: SavedSlide, theme: Theme) -> Iterator[Ink]:
    """The words of the placeholders, in their own colour or that of the layout, over what the layout paints."""
    layout = etree.fromstring(slide.deck.parts[_layout(slide)])
    homes = {_number(shape): shape for shape in layout.iter(f"{P}sp") if placeholder_of(shape)}
    master = etree.fromstring(slide.deck.parts["ppt/slideMasters/slideMaster1.xml"])
    kinds = {placeholder_of(shape): shape for shape in master.iter(f"{P}sp") if placeholder_of(shape)}
    texts = [next(iter(master.iter(f"{P}{name}Style"))) for name in ("title", "body")]
    for shape in slide.tree.iter(f"{P}sp"):
        kind = placeholder_of(shape)
        if kind is None:
            continue
        home = homes[_number(shape)]
        box = _box(home, is_place=True) or _box(kinds[kind], is_place=True)
        assert box is not None, kind
        under = (colour for place, colour in reversed(list(_behind(slide, theme))) if _holds(place, _middle(box)))
        ground = next(under, theme.colours["bg1"])
        for line in shape.iter(f"{A}p"):
            look = line.find(f"{A}pPr")
            level = int(str(look.get("lvl", "0"))) if look is not None else 0
            styles = [one for one in (home, kinds.get(kind), texts["itle" not in kind]) if one is not None]
            plain = next(found for style in styles for found in style.iter(f"{A}lvl{level + 1}pPr"))[-1]
            for run in line.iter(f"{A}r", f"{A}fld"):
                own = run.find(f"{A}rPr")
                assert own is not None
                ink = theme.colour(own.find(f"{A}solidFill")) or theme.colour(plain.find(f"{A}solidFill"))
                assert ink is not None, kind
                yield str(run.findtext(f"{A}t")), ink, ground, _is_large(own, plain)


def _number(shape: etree._Element) -> str:
    """Which of its layout's places a shape is."""
    place = next(shape.iter(f"{P}ph"))
    return str(place.get("idx", "0"))


def _charted(slide: SavedSlide, theme: Theme) -> Iterator[Ink]:
    """The labels of the charts: on their own bar when they stand inside it, else on what the chart stands on."""
    painted = [
        (box, fill) for shape in slide.tree.iter(f"{P}sp") if (box := _box(shape)) and (fill := _own(shape, theme))
    ]
    for frame in slide.tree.iter(f"{P}graphicFrame"):
        chart = next((slide.deck.parts[slide.relations[str(one.get(_R_ID))]] for one in frame.iter(f"{C}chart")), None)
        if chart is None:
            continue
        under = (colour for place, colour in reversed(painted) if _holds(place, _middle(_placed(frame))))
        ground = next(under, theme.colours["bg1"])
        for series in etree.fromstring(chart).iter(f"{C}ser"):
            yield from _labels(series, theme, ground)


def _labels(series: etree._Element, theme: Theme, ground: str) -> Iterator[Ink]:
    fill = theme.colour(series.find(f"{C}spPr/{A}solidFill"))
    points = {
        one.find(f"{C}idx").get("val"): theme.colour(one.find(f"{C}spPr/{A}solidFill"))  # type: ignore[union-attr]
        for one in series.iter(f"{C}dPt")
    }
    for label in series.iter(f"{C}dLbl"):
        at = str(label.find(f"{C}idx").get("val"))  # type: ignore[union-attr]
        look = next(label.iter(f"{A}defRPr"))
        spot = label.find(f"{C}dLblPos")
        is_inside = spot is not None and spot.get("val") == "ctr"
        ink = theme.colour(look.find(f"{A}solidFill"))
        assert ink is not None
        yield f"label {at}", ink, (points.get(at) or fill or ground) if is_inside else ground, _is_large(look)


def _is_large(*looks: etree._Element | None) -> bool:
    """Whether the first look that says a size says a large one."""
    known = [look for look in looks if look is not None]
    size = int(next((str(look.get("sz")) for look in known if look.get("sz")), "0"))
    is_bold = next((str(look.get("b")) for look in known if look.get("b")), "0") == "1"
    return size >= (1400 if is_bold else 1800)


def _own(shape: etree._Element, theme: Theme) -> str | None:
    return theme.colour(shape.find(f"{P}spPr/{A}solidFill"))


def _layout(slide: SavedSlide) -> str:
    return next(path for path in slide.relations.values() if "/slideLayouts/" in path)


def _behind(slide: SavedSlide, theme: Theme) -> Iterator[tuple[Frame, str]]:
    """The filled shapes of the layout, from the back to the front."""
    for shape in etree.fromstring(slide.deck.parts[_layout(slide)]).iter(f"{P}sp"):
        box, colour = _box(shape), theme.colour(shape.find(f"{P}spPr/{A}solidFill"))
        if box and colour:
            yield box, colour


def _cells(frame: etree._Element, theme: Theme) -> Iterator[Ink]:
    for cell in frame.iter(f"{A}tc"):
        ground = theme.colour(cell.find(f"{A}tcPr/{A}solidFill")) or theme.colours["bg1"]
        for run in cell.iter(f"{A}r"):
            words = str(run.findtext(f"{A}t"))
            ink = theme.colour(run.find(f"{A}rPr/{A}solidFill"))
            if words.strip() and ink:
                yield words, ink, ground, _is_large(run.find(f"{A}rPr"))


def _box(shape: etree._Element, *, is_place: bool = False) -> Frame | None:
    place = shape.find(f"{P}spPr/{A}xfrm")
    if place is None or (placeholder_of(shape) is not None and not is_place):
        return None
    return _around(place)


def _placed(frame: etree._Element) -> Frame:
    place = frame.find(f"{P}xfrm")
    assert place is not None
    return _around(place)


def _around(place: etree._Element) -> Frame:
    at, size = place[0].attrib, place[1].attrib
    return int(at["x"]), int(at["y"]), int(size["cx"]), int(size["cy"])


def _middle(box: Frame) -> tuple[int, int]:
    left, top, width, height = box
    return left + width // 2, top + height // 2


def _holds(box: Frame, point: tuple[int, int]) -> bool:
    left, top, width, height = box
    return left <= point[0] <= left + width and top <= point[1] <= top + height


def _changed(value: str, change: str, share: float) -> str:
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    match change:
        case "lumMod":
            light *= share
        case "lumOff":
            light += share
        case "satMod":
            saturation *= share
        case _:
            raise AssertionError(change)
    parts = colorsys.hls_to_rgb(hue, min(1, max(0, light)), min(1, saturation))
    return "".join(f"{round(part * 255):02X}" for part in parts)


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
