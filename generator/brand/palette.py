"""The palette: the colour of each role, from a slot of the theme, a tint of one, or of its own; and the statuses."""

import colorsys
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

from generator.brand.errors import BrandError
from generator.brand.settings import Settings
from generator.locales.phrase import phrase

Role = Literal[
    "ink", "ground", "strong", "on_strong", "message", "on_message", "card", "muted", "frame", "connector",
    "reserved", "reserved_soft", "rule", "highlight", "link", "cover_ink", "cover_frame",
    "series1", "series2", "series3", "series4", "series5", "others", "heat1", "heat2", "heat3", "heat4",
]  # fmt: skip
"""What a colour is for: documents name no other."""
ROLES: tuple[Role, ...] = get_args(Role)
_SERIES: tuple[Role, ...] = ("series1", "series2", "series3", "series4", "series5")
_HEAT: tuple[Role, ...] = ("heat1", "heat2", "heat3", "heat4")
SLOTS = (
    *("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3"),
    *("accent4", "accent5", "accent6", "hlink", "folHlink"),
)
SHEET_NAMES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""What drawings call a slot, when it is not its own name: the map of the master says which slot that is."""
PAGE_NAMES = {"dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2", "hlink": "hyperlink"}
"""What Word's text calls one, likewise."""
Silhouette = Literal["disc", "triangle", "square"]
"""The outline that says a status without its colour."""
SILHOUETTES: tuple[Silhouette, ...] = get_args(Silhouette)
LETTERS = ("V", "O", "R")
_TINT = ("slot", "sat", "lum", "off")
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
    """A colour as both writers need it: `hex` without #, and the theme reference unless it is a literal."""

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
    shape: Silhouette
    symbol: str


@dataclass(frozen=True)
class Palette:
    """The colours by role, the statuses by letter, and what the brand file says of the theme's slots."""

    colours: Mapping[Role, Colour]
    rags: Mapping[str, Rag]
    slots: Mapping[str, str]

    def __getitem__(self, role: Role) -> Colour:
        """The colour of this role."""
        return self.colours[role]

    def rag(self, letter: str) -> Rag:
        """The status of this letter (V, O, R)."""
        return self.rags[letter]

    def series(self, rank: int) -> Colour:
        """The colour of the series of this rank (from 0); beyond the last it is that of the others."""
        return self[_SERIES[rank] if rank < len(_SERIES) else "others"]

    def text_on(self, background: Colour) -> Colour:
        """The ground or the ink, whichever reads better on this background."""
        return max((self["ground"], self["ink"]), key=lambda text: contrast(text, background))

    @cached_property
    def heat_colours(self) -> tuple[Colour, ...]:
        """The steps of a heat map, from the smallest amount to the largest."""
        return tuple(self[role] for role in _HEAT)

    def bound(self, theme: Mapping[str, str]) -> "Palette":
        """The palette of a document with this theme: a slot that has another colour there is no reference any more."""
        shared = {slot for slot, value in self.slots.items() if theme.get(slot) == value}
        return replace(self, colours={role: _bound(colour, shared) for role, colour in self.colours.items()})


def contrast(one: Colour, other: Colour) -> float:
    """The WCAG contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one.hex), _luminance(other.hex)))
    return (lighter + 0.05) / (darker + 0.05)


def read_palette(settings: Settings) -> Palette:
    """The palette of a brand file: its tables `palette`, `roles` and `rag`."""
    slots = {name: _hex(settings.table("palette"), name) for name in SLOTS}
    roles, rags = settings.table("roles"), settings.table("rag")
    return Palette(
        colours={role: _role(roles, role, slots) for role in ROLES},
        rags={letter: _rag(letter, rags.table(letter)) for letter in LETTERS},
        slots=slots,
    )


def _bound(colour: Colour, shared: Collection[str]) -> Colour:
    return colour if colour.tint is None or colour.tint.slot in shared else Colour(colour.hex)


def _role(roles: Settings, role: Role, slots: Mapping[str, str]) -> Colour:
    """The colour of a role: a slot by its name, a tint of one, or a colour of its own."""
    match roles.values.get(role):
        case str(name) if name in slots:
            return Colour(slots[name], Tint(name))
        case str(value) if _COLOUR.fullmatch(value):
            return Colour(value.upper())
        case dict():
            return _tinted(roles.table(role), slots)
        case value:
            raise BrandError(roles.key(role), phrase("brands.expected.colour"), value)


def _rag(letter: str, table: Settings) -> Rag:
    return Rag(
        letter=letter,
        strong=Colour(_hex(table, "strong")),
        soft=Colour(_hex(table, "soft")),
        shape=_silhouette(table, "shape"),
        symbol=table.text("symbol"),
    )


def _silhouette(table: Settings, name: str) -> Silhouette:
    told = table.text(name)
    for shape in SILHOUETTES:
        if told == shape:
            return shape
    raise BrandError(table.key(name), phrase("brands.expected.shape", names=SILHOUETTES), told)


def _hex(table: Settings, name: str) -> str:
    value = table.text(name)
    if not _COLOUR.fullmatch(value):
        raise BrandError(table.key(name), phrase("brands.expected.hex"), value)
    return value.upper()


def _tinted(table: Settings, slots: Mapping[str, str]) -> Colour:
    slot = table.text("slot")
    if slot not in slots:
        raise BrandError(table.key("slot"), phrase("brands.expected.slot"), slot)
    for name in table.values.keys() - set(_TINT):
        raise BrandError(table.key(name), phrase("brands.expected.key", names=_TINT), table.values[name])
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
