"""Drawings painted by matplotlib's object interface: no global state, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, assert_never
from warnings import catch_warnings, filterwarnings
from zlib import Z_RLE

from matplotlib import get_data_path, rc_context
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, Patch, PathPatch, Polygon
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from PIL import Image

from generator.brand import EMU_PER_INCH, EMU_PER_PT, Brand, Colour, FontMetrics, Fonts
from generator.charts.canvas import Connector, Drawing, Line, Shape
from generator.charts.picture.lettering import Stretch, has, lettered, stretches
from generator.charts.picture.outlines import corners, way
from generator.charts.picture.setting import Piece, font_ascent, set_text

DOTS_PER_INCH = 220
_FALLBACK = Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
_BOXED = 0.85
_DASHES = (0, (4.5, 3.0))
_THICK_PT = 2.0  # from here on lines are strokes of a chart, whose joints must be round
# Flat areas shrink as much by their runs as by a search, in three quarters of the time.
_ENCODING: Any = {"compress_level": 1, "compress_type": Z_RLE}
_SETTINGS: Any = {"text.hinting": "none", "path.simplify": False}


def paint(drawing: Drawing, brand: Brand) -> bytes:
    """The drawing as a PNG of its own size, on the brand's ground, sharp on paper; painted once in a process."""
    return _painted(drawing, brand.palette["lt1"], brand.fonts, brand.metrics)


@lru_cache(maxsize=128)  # both editions of an account have most pictures in common
def _painted(drawing: Drawing, ground: Colour, fonts: Fonts, metrics: FontMetrics) -> bytes:
    figure = Figure(figsize=_inches(drawing), dpi=DOTS_PER_INCH, facecolor=ground.css)
    canvas = FigureCanvasAgg(figure)
    for artist in _artists(drawing, fonts, metrics, _transform(drawing)):
        figure.add_artist(artist)
    buffer = io.BytesIO()
    with rc_context(_SETTINGS), catch_warnings():
        # a name in a script that no font at hand draws is whole in the table or the text beside the picture
        filterwarnings("ignore", message=r"Glyph \d+ .* missing from font")
        canvas.draw()  # type: ignore[no-untyped-call]
    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    dots = Image.frombuffer("RGBA", canvas.get_width_height(), pixels, "raw", "RGBA", 0, 1)
    dots.convert("RGB").save(buffer, "PNG", **_ENCODING, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return buffer.getvalue()


def _inches(drawing: Drawing) -> tuple[float, float]:
    return drawing.box.width_emu / EMU_PER_INCH, drawing.box.height_emu / EMU_PER_INCH


def _transform(drawing: Drawing) -> Affine2D:
    """From EMU on the page, downwards, to dots of the picture, upwards."""
    scale = DOTS_PER_INCH / EMU_PER_INCH
    moved = Affine2D().translate(-drawing.box.left_emu, -drawing.box.bottom_emu)
    return moved.scale(scale, -scale)


def _artists(drawing: Drawing, fonts: Fonts, metrics: FontMetrics, transform: Affine2D) -> Iterator[Artist]:
    boxes = {mark.key: mark.box for mark in drawing.marks if isinstance(mark, Shape)}
    for rank, mark in enumerate(drawing.marks):
        match mark:
            case Shape():
                artists = list(_shape(mark, fonts, metrics, transform))
            case Line():
                artists = [_line(mark, transform)]
            case Connector():
                artists = [_stroke(way(mark, boxes), mark.colour.css, mark.width_pt, transform)]
            case _:
                assert_never(mark)
        for artist in artists:
            artist.set_zorder(rank)
            yield artist


def _shape(shape: Shape, fonts: Fonts, metrics: FontMetrics, transform: Affine2D) -> Iterator[Artist]:
    if shape.fill is not None or shape.outline is not None:
        yield _outline(shape, transform)
    for piece in set_text(shape, metrics, font_ascent(fonts.regular)):
        yield from _texts(piece, fonts, metrics, transform)


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


def _texts(piece: Piece, fonts: Fonts, metrics: FontMetrics, transform: Affine2D) -> Iterator[Artist]:
    """A piece of text; what the brand's font cannot draw is set in the one that comes with matplotlib."""
    points = Affine2D().scale(EMU_PER_PT) + transform
    for stretch in stretches(piece, fonts, metrics):
        if stretch.is_drawn:
            letters = lettered(stretch, piece, fonts, metrics)
            yield PathPatch(letters, facecolor=piece.run.colour.css, linewidth=0, transform=points)
        else:
            yield _foreign(stretch, piece, points)


def _foreign(stretch: Stretch, piece: Piece, transform: Transform) -> Text:
    """What the fallback lacks too is a box, wider than a letter: it is set smaller, to keep its place."""
    scale = 1.0 if all(has(_FALLBACK, character) for character in stretch.text) else _BOXED
    return Text(
        stretch.left_pt,
        piece.baseline_pt,
        stretch.text,
        color=piece.run.colour.css,
        fontproperties=FontProperties(fname=str(_FALLBACK), size=piece.run.size_pt * scale),
        horizontalalignment="left",
        verticalalignment="baseline",
        transform=transform,
        parse_math=False,
    )
