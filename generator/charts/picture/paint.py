"""Drawings painted by matplotlib's object interface: no global state, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, assert_never
from warnings import catch_warnings, filterwarnings

from matplotlib import get_data_path, rc_context
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, Patch, Polygon
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image

from generator.brand import EMU_PER_INCH, EMU_PER_PT, Brand
from generator.charts.canvas import Connector, Drawing, Line, Shape
from generator.charts.picture.outlines import corners, way
from generator.charts.picture.setting import Piece, font_ascent, set_text

DOTS_PER_INCH = 220
_COMPRESSION = 4  # half the time of the default for a few percent of size
_FALLBACK = Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
_DASHES = (0, (4.5, 3.0))
_THICK_PT = 2.0  # from here on lines are strokes of a chart, whose joints must be round
_SETTINGS: Any = {"text.hinting": "none", "path.simplify": False}


def paint(drawing: Drawing, brand: Brand) -> bytes:
    """The drawing as a PNG of its own size, on white, sharp on paper."""
    figure = Figure(figsize=_inches(drawing), dpi=DOTS_PER_INCH, facecolor=brand.palette["lt1"].css)
    canvas = FigureCanvasAgg(figure)
    for artist in _artists(drawing, brand, _transform(drawing)):
        figure.add_artist(artist)
    buffer = io.BytesIO()
    with rc_context(_SETTINGS), catch_warnings():
        # a name in a script that no font at hand draws is whole in the table or the text beside the picture
        filterwarnings("ignore", message=r"Glyph \d+ .* missing from font")
        canvas.draw()  # type: ignore[no-untyped-call]
    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    dots = Image.frombuffer("RGBA", canvas.get_width_height(), pixels, "raw", "RGBA", 0, 1)
    dots.convert("RGB").save(buffer, "PNG", compress_level=_COMPRESSION, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return buffer.getvalue()


def _inches(drawing: Drawing) -> tuple[float, float]:
    return drawing.box.width_emu / EMU_PER_INCH, drawing.box.height_emu / EMU_PER_INCH


def _transform(drawing: Drawing) -> Affine2D:
    """From EMU on the page, downwards, to dots of the picture, upwards."""
    scale = DOTS_PER_INCH / EMU_PER_INCH
    moved = Affine2D().translate(-drawing.box.left_emu, -drawing.box.bottom_emu)
    return moved.scale(scale, -scale)


def _artists(drawing: Drawing, brand: Brand, transform: Affine2D) -> Iterator[Artist]:
    boxes = {mark.key: mark.box for mark in drawing.marks if isinstance(mark, Shape)}
    for rank, mark in enumerate(drawing.marks):
        match mark:
            case Shape():
                artists = list(_shape(mark, brand, transform))
            case Line():
                artists = [_line(mark, transform)]
            case Connector():
                artists = [_stroke(way(mark, boxes), mark.colour.css, mark.width_pt, transform)]
            case _:
                assert_never(mark)
        for artist in artists:
            artist.set_zorder(rank)
            yield artist


def _shape(shape: Shape, brand: Brand, transform: Affine2D) -> Iterator[Artist]:
    if shape.fill is not None or shape.outline is not None:
        yield _outline(shape, transform)
    for piece in set_text(shape, brand.metrics, font_ascent(brand.fonts.regular)):
        yield from _texts(piece, brand, transform)


def _outline(shape: Shape, transform: Affine2D) -> Patch:
    look: dict[str, Any] = {
        "facecolor": "none" if shape.fill is None else shape.fill.css,
        "edgecolor": "none" if shape.outline is None else shape.outline.css,
        "linewidth": 0.0 if shape.outline is None else shape.outline_pt,
        "transform": transform,
        "joinstyle": "miter",
    }
    points = corners(shape.form, shape.box)
    if points is not None:
        return Polygon(points, closed=True, **look)
    centre = (shape.box.left_emu + shape.box.width_emu / 2, shape.box.top_emu + shape.box.height_emu / 2)
    return Ellipse(centre, shape.box.width_emu, shape.box.height_emu, **look)


def _line(line: Line, transform: Affine2D) -> Line2D:
    ends = ((line.x1_emu, line.y1_emu), (line.x2_emu, line.y2_emu))
    return _stroke(ends, line.colour.css, line.width_pt, transform, is_dashed=line.is_dashed)


def _stroke(
    points: tuple[tuple[float, float], ...],
    colour: str,
    width_pt: float,
    transform: Affine2D,
    *,
    is_dashed: bool = False,
) -> Line2D:
    return Line2D(
        [x for x, _ in points],
        [y for _, y in points],
        color=colour,
        linewidth=width_pt,
        linestyle=_DASHES if is_dashed else "-",
        solid_capstyle="round" if width_pt >= _THICK_PT else "butt",
        solid_joinstyle="miter",
        transform=transform,
    )


def _texts(piece: Piece, brand: Brand, transform: Affine2D) -> Iterator[Text]:
    """A piece of text; what the brand's font cannot draw is drawn by the one that comes with matplotlib."""
    path = brand.fonts.bold if piece.run.is_bold else brand.fonts.regular
    shown, left = brand.metrics.drawable(piece.run.text), piece.left_pt
    for is_known, characters in groupby(shown, key=lambda one: _draws(path, one)):
        text = "".join(characters)
        yield Text(
            left * EMU_PER_PT,
            piece.baseline_pt * EMU_PER_PT,
            text,
            color=piece.run.colour.css,
            fontproperties=FontProperties(fname=str(path if is_known else _FALLBACK), size=piece.run.size_pt),
            horizontalalignment="left",
            verticalalignment="baseline",
            transform=transform,
            parse_math=False,
        )
        left += brand.metrics.width_pt(text, piece.run.size_pt, bold=piece.run.is_bold)


@lru_cache(maxsize=1024)
def _draws(path: Path, character: str) -> bool:
    return bool(get_font(str(path)).get_char_index(ord(character)))
