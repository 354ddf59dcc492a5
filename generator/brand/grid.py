"""The grid of the deck and the page of the plan: every place has a name and its measures in EMU."""

from dataclasses import dataclass, fields

from generator.brand.errors import BrandError
from generator.brand.settings import Settings
from generator.locales.phrase import phrase

EMU_PER_INCH = 914_400
EMU_PER_PT = 12_700
EMU_PER_PX = 9_525
TWIPS_PER_INCH = 1_440
_WIDEST_SLIDE, _WIDEST_PAGE = 56, 22  # inches, as PowerPoint and Word allow
_WIDEST_SPACE = 2
_NARROWEST = 0.5
_LEAST_TEXT = 3  # inches: on less, diagrams have no room
_ROUNDING = 0.01


@dataclass(frozen=True)
class Box:
    """A rectangle on the slide, in EMU from its top left corner."""

    left_emu: int
    top_emu: int
    width_emu: int
    height_emu: int

    @property
    def right_emu(self) -> int:
        """Where it ends at the right."""
        return self.left_emu + self.width_emu

    @property
    def bottom_emu(self) -> int:
        """Where it ends at the bottom."""
        return self.top_emu + self.height_emu

    @property
    def width_pt(self) -> float:
        """Its width in points, as text is measured."""
        return self.width_emu / EMU_PER_PT

    @property
    def height_pt(self) -> float:
        """Its height in points."""
        return self.height_emu / EMU_PER_PT

    def meets(self, other: "Box") -> bool:
        """Whether the two share a point inside."""
        across = self.left_emu < other.right_emu and other.left_emu < self.right_emu
        return across and self.top_emu < other.bottom_emu and other.top_emu < self.bottom_emu

    def inset(self, horizontal_emu: int, vertical_emu: int) -> "Box":
        """The box without a padding on its four sides."""
        return Box(
            self.left_emu + horizontal_emu,
            self.top_emu + vertical_emu,
            self.width_emu - 2 * horizontal_emu,
            self.height_emu - 2 * vertical_emu,
        )

    def band(self, top_emu: int, height_emu: int) -> "Box":
        """A horizontal band of the box; `top_emu` counts from the box's own top."""
        return Box(self.left_emu, self.top_emu + top_emu, self.width_emu, height_emu)

    def split(self, count: int, gap_emu: int) -> tuple["Box", ...]:
        """The box cut into `count` equal columns; rounding never leaves the box."""
        width = (self.width_emu - (count - 1) * gap_emu) // count
        return tuple(
            Box(self.left_emu + i * (width + gap_emu), self.top_emu, width, self.height_emu) for i in range(count)
        )

    def stack(self, count: int, gap_emu: int) -> tuple["Box", ...]:
        """The box cut into `count` equal rows."""
        height = (self.height_emu - (count - 1) * gap_emu) // count
        return tuple(
            Box(self.left_emu, self.top_emu + i * (height + gap_emu), self.width_emu, height) for i in range(count)
        )


@dataclass(frozen=True)
class Grid:
    """The named places of a slide."""

    width_emu: int
    height_emu: int
    margin_emu: int
    columns: int
    gutter_emu: int
    unit_emu: int
    card_gap_emu: int
    tracker_gap_emu: int
    cover_width_emu: int
    cover_person_emu: int
    tracker: Box
    logo: Box
    mark: Box
    headline: Box
    body: Box
    main: Box
    side: Box
    source: Box
    footer: Box
    date: Box
    number: Box
    cover_panel: Box
    cover_quarters: Box

    def cards(self, count: int, within: Box | None = None) -> tuple[Box, ...]:
        """Equal cards side by side over the body, or within a box of it."""
        return (within or self.body).split(count, self.card_gap_emu)

    def tracker_segments(self, count: int) -> tuple[Box, ...]:
        """The segments of the stage tracker."""
        return self.tracker.split(count, self.tracker_gap_emu)


@dataclass(frozen=True)
class Page:
    """The page of the plan, portrait, in twips (twentieths of a point)."""

    width_twips: int
    height_twips: int
    left_twips: int
    right_twips: int
    top_twips: int
    bottom_twips: int
    header_twips: int
    footer_twips: int

    @property
    def text_width_twips(self) -> int:
        """The width between the margins."""
        return self.width_twips - self.left_twips - self.right_twips

    @property
    def text_height_twips(self) -> int:
        """The height between the margins."""
        return self.height_twips - self.top_twips - self.bottom_twips


def emu(inches: float) -> int:
    """Inches as EMU on a whole pixel (1/96 in), so that edges which should meet do."""
    return round(inches * 96) * EMU_PER_PX


def read_grid(settings: Settings) -> Grid:
    """The grid of a brand file."""
    table = settings.table("grid")
    width, height = (table.number(name, low=1, high=_WIDEST_SLIDE) for name in ("width", "height"))
    return Grid(
        width_emu=emu(width),
        height_emu=emu(height),
        margin_emu=_space(table, "margin"),
        columns=table.whole("columns", low=1, high=100),
        gutter_emu=_space(table, "gutter"),
        unit_emu=_space(table, "unit"),
        card_gap_emu=_space(table, "card_gap"),
        tracker_gap_emu=_space(table, "tracker_gap"),
        cover_width_emu=emu(table.number("cover_width", low=_NARROWEST, high=width)),
        cover_person_emu=emu(table.number("cover_person", low=_NARROWEST, high=width)),
        **{field.name: _box(table.table(field.name), width, height) for field in fields(Grid) if field.type is Box},
    )


def read_page(settings: Settings) -> Page:
    """The page of a brand file."""
    table = settings.table("page")
    page = Page(**{field.name: _twips(table, field.name.removesuffix("_twips")) for field in fields(Page)})
    if min(page.text_width_twips, page.text_height_twips) < _LEAST_TEXT * TWIPS_PER_INCH:
        raise BrandError(table.place, phrase("brands.expected.text_area"), phrase("brands.found.margins"))
    return page


def _space(table: Settings, name: str) -> int:
    return emu(table.number(name, low=0, high=_WIDEST_SPACE))


def _twips(table: Settings, name: str) -> int:
    return round(table.number(name, low=0, high=_WIDEST_PAGE) * TWIPS_PER_INCH)


def _box(table: Settings, width: float, height: float) -> Box:
    """A box of the grid, which lies on the slide."""
    x, y = (table.number(name, low=0, high=_WIDEST_SLIDE) for name in ("x", "y"))
    w, h = (table.number(name, low=1 / 96, high=_WIDEST_SLIDE) for name in ("w", "h"))
    if x + w > width + _ROUNDING or y + h > height + _ROUNDING:
        raise BrandError(table.place, phrase("brands.expected.on_slide"), phrase("brands.found.off_slide"))
    return Box(*map(emu, (x, y, w, h)))
