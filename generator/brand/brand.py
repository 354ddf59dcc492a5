"""A brand as one value, and where the default one lies."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.brand.contract import hold_deck, hold_plan
from generator.brand.errors import BrandError
from generator.brand.files import path_of, refuse_links, refuse_unless
from generator.brand.grid import Grid, Page, read_grid, read_page
from generator.brand.metrics import FontMetrics
from generator.brand.palette import Palette, read_palette
from generator.brand.scale import scaled
from generator.brand.settings import Settings, read_settings
from generator.brand.strangers import refuse_strangers
from generator.brand.template import DeckTemplate, PlanTemplate, read_deck_template, read_plan_template
from generator.brand.typography import Fonts, PlanScale, TypeScale, read_fonts, read_plan_scale, read_type_scale
from generator.locales.phrase import phrase

FILE_NAME = "brand.toml"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True)
class Wordmark:
    """The logo as text: a bold part and a regular part."""

    bold: str
    regular: str

    @property
    def text(self) -> str:
        """Both parts on one line."""
        return f"{self.bold} {self.regular}".strip()


@dataclass(frozen=True)
class Brand:
    """Everything the writers need to know about how documents look."""

    name: str
    wordmark: Wordmark
    logo: Path | None
    palette: Palette
    fonts: Fonts
    type: TypeScale
    plan_type: PlanScale
    grid: Grid
    page: Page
    deck: DeckTemplate
    plan: PlanTemplate

    @cached_property
    def metrics(self) -> FontMetrics:
        """The font metrics of this brand."""
        return FontMetrics(self.fonts.regular, self.fonts.bold, self.fonts.margin)

    def for_deck(self) -> "Brand":
        """The brand as the deck is decided with: colours bound to its template's theme, the grid in design units."""
        return replace(self, palette=self.palette.bound(self.deck.theme), grid=scaled(self.grid, 1 / self.deck.scale))

    def for_plan(self) -> "Brand":
        """The brand as the plan is decided with: colours bound to its template's theme."""
        return replace(self, palette=self.palette.bound(self.plan.theme))


def load(directory: Path | None = None) -> Brand:
    """The brand of a folder, or the default one; a folder that cannot be used is a `BrandError`."""
    folder = default_directory() if directory is None else directory
    try:
        brand = read_brand(folder)
        if directory is not None:
            _refuse_links(brand, folder)
        hold_deck(brand.deck, brand.grid)
        hold_plan(brand.plan)
    except BrandError as error:
        error.file = folder / FILE_NAME
        raise
    return brand


def _refuse_links(brand: Brand, folder: Path) -> None:
    """Hold a folder that was given to itself; where the program is installed, its own files may be links."""
    files = {"deck.file": brand.deck.file, "plan.file": brand.plan.file, "logo.file": brand.logo}
    files |= {"fonts.metrics.regular": brand.fonts.regular, "fonts.metrics.bold": brand.fonts.bold}
    for place, file in files.items():
        if file is not None:
            refuse_links(file, place, folder)


def read_brand(folder: Path) -> Brand:
    """The brand as its file says it, before its templates exist: what authors them starts from here."""
    settings = read_settings(folder / FILE_NAME)
    brand = Brand(
        name=settings.text("name"),
        wordmark=Wordmark(settings.table("wordmark").text("bold"), settings.table("wordmark").text("regular")),
        logo=_logo(settings, folder),
        palette=read_palette(settings),
        fonts=read_fonts(settings, folder),
        type=read_type_scale(settings),
        plan_type=read_plan_scale(settings),
        grid=read_grid(settings),
        page=read_page(settings),
        deck=read_deck_template(settings, folder),
        plan=read_plan_template(settings, folder),
    )
    refuse_strangers(settings, read_settings(default_directory() / FILE_NAME).values)
    return brand


def default_directory() -> Path:
    """The folder of the default brand: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / FILE_NAME).is_file():
            return folder
    raise BrandError(FILE_NAME, phrase("brands.expected.default"), str(package))


def _logo(settings: Settings, folder: Path) -> Path | None:
    logo = settings.table("logo")
    if not logo.text("file"):
        return None
    path = path_of(logo, "file", folder)
    refuse_unless(
        lambda content: content.startswith(_PICTURES), path, logo.key("file"), phrase("brands.expected.picture")
    )
    return path
