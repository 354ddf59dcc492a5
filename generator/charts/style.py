"""Chart description + brand: which colour a series, a bar or a status takes, the same in both documents."""

from __future__ import annotations

from generator.brand import Palette, Role, contrast
from generator.brand import Rag as RagStyle
from generator.brand.palette import Colour, Silhouette
from generator.charts.canvas import Form
from generator.measures.rag import Rag
from generator.story.blocks.chart import Bar, ColumnChart, Series, SeriesRole
from generator.story.blocks.text import Tone

_ROLES: dict[SeriesRole, Role] = {
    SeriesRole.MESSAGE: "message",
    SeriesRole.TARGET: "muted",
    SeriesRole.CONTEXT: "frame",
    SeriesRole.MARGIN: "reserved",
}
_TONES: dict[Tone, Role] = {
    Tone.NORMAL: "ink",
    Tone.STRONG: "ink",
    Tone.MUTED: "muted",
    Tone.ACCENT: "message",
    Tone.INTERNAL: "reserved",
}
_READABLE = 4.5
_FORMS: dict[Silhouette, Form] = {"disc": Form.ELLIPSE, "triangle": Form.TRIANGLE, "square": Form.RECTANGLE}


def series_colour(series: Series | Bar, palette: Palette) -> Colour:
    """The colour of a series or a bar: by its offer's rank, or by what it is to the message."""
    if series.role is SeriesRole.RANKED:
        return palette.series(series.rank)
    return palette[_ROLES[series.role]]


def column_colour(chart: ColumnChart, series: Series, at: int, palette: Palette) -> Colour:
    """The colour of a column: a told one among those of context that stand alone takes the accent."""
    is_told = len(chart.series) == 1 and series.role is SeriesRole.CONTEXT and at in chart.emphasised
    return palette["message"] if is_told else series_colour(series, palette)


def label_colour(series: Series, palette: Palette) -> Colour:
    """The colour of a text that belongs to a series: the series' own when it can be read on the ground."""
    colour = series_colour(series, palette)
    return colour if contrast(colour, palette["ground"]) >= _READABLE else palette["muted"]


def tone_colour(tone: Tone, palette: Palette) -> Colour:
    """The colour of a text by what it means to the reader."""
    return palette.rag(Rag.RED.value).strong if tone is Tone.ADVERSE else palette[_TONES[tone]]


def is_bold(tone: Tone) -> bool:
    """Whether a text of this tone is set in bold."""
    return tone in (Tone.STRONG, Tone.ACCENT, Tone.ADVERSE, Tone.INTERNAL)


def rag_style(rag: Rag, palette: Palette) -> RagStyle | None:
    """Colours, shape and symbol of a status; None when there is no data."""
    return None if rag is Rag.NONE else palette.rag(rag.value)


def rag_colour(rag: Rag, palette: Palette) -> Colour:
    """The strong colour of a status, grey without data."""
    style = rag_style(rag, palette)
    return palette["muted"] if style is None else style.strong


def rag_form(style: RagStyle) -> Form:
    """The outline that says a status without its colour."""
    return _FORMS[style.shape]
