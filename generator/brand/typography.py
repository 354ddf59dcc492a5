"""The fonts and the only type sizes there are, in points."""

from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path

from generator.brand.errors import BrandError
from generator.brand.files import path_of, refuse_unless
from generator.brand.font_file import is_font
from generator.brand.settings import Settings
from generator.locales.phrase import phrase
from generator.locales.verbatim import Verbatim

_SMALLEST_PT, _LARGEST_PT = 4, 400


@dataclass(frozen=True)
class Fonts:
    """Theme fonts by name, and the files that measure and draw them (`family` is the files' own family name)."""

    major: str
    minor: str
    family: str
    regular: Path
    bold: Path
    margin: float


@dataclass(frozen=True)
class TypeScale:
    """The deck's sizes in points, largest use first."""

    cover: float
    figure: float
    figure_tile: float
    headline: float
    figure_card: float
    card_title: float
    body: float
    label: float
    table: float
    chart: float
    small: float

    def steps(self, start_pt: float, floor_pt: float) -> tuple[float, ...]:
        """The sizes of the scale from `start_pt` down to `floor_pt`, both included when they are on the scale."""
        sizes = {float(getattr(self, field.name)) for field in fields(self)}
        return tuple(sorted((size for size in sizes if floor_pt <= size <= start_pt), reverse=True))


@dataclass(frozen=True)
class PlanScale:
    """The Word plan's sizes in points; `leading` is the line pitch of body text."""

    title: float
    subtitle: float
    heading1: float
    heading2: float
    heading3: float
    lead: float
    body: float
    table: float
    caption: float
    leading: float


def read_fonts(settings: Settings, directory: Path) -> Fonts:
    """The fonts of a brand file; the metric files must exist in its folder."""
    fonts = settings.table("fonts")
    metrics = fonts.table("metrics")
    return Fonts(
        major=fonts.text("major"),
        minor=fonts.text("minor"),
        family=metrics.text("family"),
        regular=_font(metrics, "regular", directory),
        bold=_font(metrics, "bold", directory),
        margin=metrics.number("margin", low=0, high=1),
    )


def read_type_scale(settings: Settings) -> TypeScale:
    """The deck's sizes of a brand file."""
    table = settings.table("type")
    sizes = {field.name: _size(table, field.name) for field in fields(TypeScale)}
    for (above, most), (name, size) in pairwise(sizes.items()):
        if size > most:
            raise BrandError(table.key(name), phrase("brands.expected.at_most", name=Verbatim(table.key(above))), size)
    return TypeScale(**sizes)


def read_plan_scale(settings: Settings) -> PlanScale:
    """The plan's sizes of a brand file."""
    table = settings.table("type").table("plan")
    return PlanScale(**{field.name: _size(table, field.name) for field in fields(PlanScale)})


def _size(table: Settings, name: str) -> float:
    return table.number(name, low=_SMALLEST_PT, high=_LARGEST_PT)


def _font(table: Settings, name: str, directory: Path) -> Path:
    path = path_of(table, name, directory)
    refuse_unless(is_font, path, table.key(name), phrase("brands.expected.font"))
    return path
