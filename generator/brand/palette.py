"""The palette: theme slots, tints derived from them, and status colours, each with its computed hexadecimal value."""

import colorsys
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.brand.errors import BrandError
from generator.brand.settings import Settings
from generator.locales.phrase import phrase

SLOTS = (
    *("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3"),
    *("accent4", "accent5", "accent6", "hlink", "folHlink"),
)
_WHOLE = 100_000  # DrawingML percentages are thousandths of a percent
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True)
class Tint:
    """A theme slot and what is done to it, in DrawingML's thousandths of a percent (100 000 leaves it alone)."""

    slot: str
    lum_mod: int = _WHOLE
    lum_off: int = 0
    sat_mod: int = _WHOLE

    @property
    def modifiers(self) -> tuple[tuple[str, int], ...]:
        """The children of `a:schemeClr`, in order: element name and value; empty for a plain slot."""
        pairs = (("satMod", self.sat_mod, _WHOLE), ("lumMod", self.lum_mod, _WHOLE), ("lumOff", self.lum_off, 0))
        return tuple((name, value) for name, value, neutral in pairs if value != neutral)


@dataclass(frozen=True)
class Colour:
    """A colour as both writers need it: `hex` without #, and the theme reference unless it is a literal (status)."""

    hex: str
    tint: Tint | None = None

    @property
    def css(self) -> str:
        """`#RRGGBB`, as pictures take it."""
        return f"#{self.hex}"


@dataclass(frozen=True)
class Rag:
    """A status: never a colour alone, always with its letter and its shape."""

    letter: str
    strong: Colour
    soft: Colour
    shape: str
    symbol: str


@dataclass(frozen=True)
class Palette:
    """Every colour of the brand by name: the slots, the tints, the statuses, the series and heat-map orders."""

    colours: Mapping[str, Colour]
    rags: Mapping[str, Rag]
    series_order: tuple[str, ...]
    others: str
    heat_order: tuple[str, ...]

    def __getitem__(self, name: str) -> Colour:
        """The slot or tint of this name; an unknown name is a `BrandError`."""
        if name not in self.colours:
            raise BrandError(name, phrase("brands.expected.colour"), name)
        return self.colours[name]

    def rag(self, letter: str) -> Rag:
        """The status of this letter (V, O, R)."""
        if letter not in self.rags:
            raise BrandError(f"rag.{letter}", phrase("brands.expected.letter", letters=tuple(self.rags)), letter)
        return self.rags[letter]

    def series(self, rank: int) -> Colour:
        """The colour of the series of this rank (from 0); beyond the last it is that of the others."""
        return self.series_colours[rank] if rank < len(self.series_colours) else self[self.others]

    def text_on(self, background: Colour) -> Colour:
        """White or text colour, whichever reads better on this background."""
        return max((self["lt1"], self["dk1"]), key=lambda text: contrast(text, background))

    @cached_property
    def series_colours(self) -> tuple[Colour, ...]:
        """The colours of the series, in the order of the offers."""
        return tuple(self[name] for name in self.series_order)

    @cached_property
    def heat_colours(self) -> tuple[Colour, ...]:
        """The steps of a heat map, from the smallest amount to the largest."""
        return tuple(self[name] for name in self.heat_order)


def contrast(one: Colour, other: Colour) -> float:
    """The WCAG contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one.hex), _luminance(other.hex)))
    return (lighter + 0.05) / (darker + 0.05)


def read_palette(settings: Settings) -> Palette:
    """The palette of a brand file: its tables `palette`, `tints`, `rag`, `series` and `heat`."""
    slots = {name: _hex(settings.table("palette"), name) for name in SLOTS}
    plain = {name: Colour(value, Tint(name)) for name, value in slots.items()}
    tints = {name: _tinted(table, slots) for name, table in settings.table("tints").tables().items()}
    series, heat = settings.table("series"), settings.table("heat")
    palette = Palette(
        colours=plain | tints,
        rags={letter: _rag(letter, table) for letter, table in settings.table("rag").tables().items()},
        series_order=series.names("order"),
        others=series.text("others"),
        heat_order=heat.names("order"),
    )
    for name in (*palette.series_order, palette.others, *palette.heat_order):
        palette[name]
    return palette


def _rag(letter: str, table: Settings) -> Rag:
    return Rag(
        letter=letter,
        strong=Colour(_hex(table, "strong")),
        soft=Colour(_hex(table, "soft")),
        shape=table.text("shape"),
        symbol=table.text("symbol"),
    )


def _hex(table: Settings, name: str) -> str:
    value = table.text(name)
    if not _COLOUR.fullmatch(value):
        raise BrandError(table.key(name), phrase("brands.expected.hex"), value)
    return value.upper()


def _tinted(table: Settings, slots: Mapping[str, str]) -> Colour:
    slot = table.text("slot")
    if slot not in slots:
        raise BrandError(table.key("slot"), phrase("brands.expected.slot"), slot)
    percents = (round(table.number(name, low=-100, high=1_000) * 1000) for name in ("lum", "off", "sat"))
    tint = Tint(slot, *percents)
    return Colour(_applied(slots[slot], tint), tint)


def _applied(value: str, tint: Tint) -> str:
    """The modifiers worked out in HSL, as Office does."""
    hue, luminance, saturation = colorsys.rgb_to_hls(*_rgb(value))
    saturation = min(1.0, saturation * tint.sat_mod / _WHOLE)
    luminance = min(1.0, max(0.0, luminance * tint.lum_mod / _WHOLE + tint.lum_off / _WHOLE))
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, luminance, saturation))


def _rgb(value: str) -> tuple[float, float, float]:
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _luminance(value: str) -> float:
    red, green, blue = ((c / 12.92) if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(value))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
