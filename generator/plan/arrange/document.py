"""The plan as a value: what stands on its pages, in order, with nothing left to decide for the writer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from generator.brand.palette import Colour
from generator.charts.canvas import Anchor, Drawing
from generator.charts.plots.figures import NativeFigure
from generator.locales.language import Language
from generator.plan.arrange.styles import Style, TableStyle


@dataclass(frozen=True, slots=True)
class Span:
    """Text in a character style, or as its paragraph has it.

    ``address`` makes it a link out of the document (``mailto:…``), ``block`` one to the block of that key.
    """

    text: str
    style: Style | None = None
    address: str = ""
    block: str = ""


class ReferenceKind(Enum):
    """What a reference names: a figure or a table by its caption, a section by its heading."""

    CAPTION = auto()
    SECTION = auto()


@dataclass(frozen=True, slots=True)
class Reference:
    """``(figure 7)`` in a sentence: the number of what stands under the key once it is known, and what is around it."""

    key: str
    before: str
    after: str = ""
    number: str = ""
    kind: ReferenceKind = ReferenceKind.CAPTION


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing or a native chart at its own size, on the line of text; an empty ``alt`` marks it as decoration."""

    key: str
    drawing: Drawing | NativeFigure
    alt: str


Inline = Span | Reference | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph in a style, which says all but what stays together."""

    content: tuple[Inline, ...]
    style: Style = Style.BODY
    keeps_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1 to 3; ``number`` is what the template's list prints before it, "" for none.

    ``restart`` says at which number the list starts again here; ``starts_page`` breaks the page before a level 1;
    one that ``opens_stretch`` stands on a new page already, and a break of its own would leave a blank one before it.
    """

    key: str
    level: int
    text: str
    number: str = ""
    is_annex: bool = False
    is_front: bool = False
    restart: int | None = None
    starts_page: bool = False
    opens_stretch: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A border."""

    colour: Colour
    width_pt: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A cell: paragraphs, and what differs from the table's style."""

    paragraphs: tuple[Paragraph, ...]
    span: int = 1
    fill: Colour | None = None
    top: Edge | None = None
    left: Edge | None = None
    bottom: Edge | None = None
    right: Edge | None = None
    anchor: Anchor = Anchor.TOP
    padding_twips: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row, which never splits; a header is repeated on every page and has no key."""

    key: str
    cells: tuple[TableCell, ...]
    is_header: bool = False
    keeps_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePart:
    """A table: its look, its columns in twips, its rows; ``has_first_column`` asks for the style's first column."""

    key: str
    style: TableStyle
    widths_twips: tuple[int, ...]
    rows: tuple[TableRow, ...]
    alt: str = ""
    has_first_column: bool = False


class CaptionKind(Enum):
    """What a caption counts."""

    FIGURE = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """``Figure 7 – …``: the word, its number, the text; the key gives the bookmark of references.

    A figure's stands below it, a table's above.
    """

    key: str
    kind: CaptionKind
    word: str
    text: str
    number: int = 0
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table of contents: its level, number and text, and the key it leads to."""

    key: str
    level: int
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, computed."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class CaptionList:
    """The list of the captions of one kind; the title stands before the first list only."""

    title: str
    word: str
    captions: tuple[Caption, ...]


Part = Paragraph | Heading | TablePart | Caption | Contents | CaptionList


@dataclass(frozen=True, slots=True)
class Block:
    """Parts that a later build finds again, and replaces, by their key."""

    key: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks on pages of one orientation."""

    is_landscape: bool
    blocks: tuple[Block, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part in reading order."""
        return tuple(part for block in self.blocks for part in block.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What the file says of itself."""

    title: str
    subject: str
    author: str
    version: str
    created: date
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The whole plan; the first stretch opens with the cover, which shows neither header nor footer."""

    properties: Properties
    supplier: str
    header: str
    confidential: str
    footer: str
    page_word: str
    stretches: tuple[Stretch, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part in reading order, whatever its orientation."""
        return tuple(part for stretch in self.stretches for part in stretch.parts)
