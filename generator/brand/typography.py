"""The fonts and the only type sizes there are, in points."""

from dataclasses import dataclass, fields
from pathlib import Path

from generator.brand.errors import BrandError
from generator.brand.settings import Settings
from generator.locales.phrase import phrase


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
        regular=_file(metrics, "regular", directory),
        bold=_file(metrics, "bold", directory),
        margin=metrics.number("margin"),
    )


def read_type_scale(settings: Settings) -> TypeScale:
    """The deck's sizes of a brand file."""
    table = settings.table("type")
    return TypeScale(**{field.name: table.number(field.name) for field in fields(TypeScale)})


def read_plan_scale(settings: Settings) -> PlanScale:
    """The plan's sizes of a brand file."""
    table = settings.table("type").table("plan")
    return PlanScale(**{field.name: table.number(field.name) for field in fields(PlanScale)})


def _file(table: Settings, name: str, directory: Path) -> Path:
    path = directory / table.text(name)
    if not path.is_file():
        raise BrandError(table.key(name), phrase("brands.expected.font"), table.text(name))
    return path
