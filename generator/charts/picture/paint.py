"""Drawings painted by matplotlib's renderer: no figure, no global state, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path as File
from typing import Any, assert_never
from warnings import catch_warnings, filterwarnings
from zlib import Z_RLE

from matplotlib import get_data_path, rc_context
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgb
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from PIL import Image

from generator.brand import EMU_PER_INCH, EMU_PER_PT, Box, Brand, Colour, FontMetrics, Fonts
from generator.charts.canvas import Connector, Drawing, Line, Shape
from generator.charts.picture.lettering import Stretch, has, lettered, stretches
from generator.charts.picture.outlines import Point, corners, way
from generator.charts.picture.setting import Piece, font_ascent, set_text

DOTS_PER_INCH = 220
_FALLBACK = File(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
_BOXED = 0.85
_DASHES = (4.5, 3.0)
_THICK_PT = 2.0  # from here on lines are strokes of a chart, whose ends must be round
# Flat areas shrink as much by their runs as by a search, in three quarters of the time.
_ENCODING: Any = {"compress_level": 1, "compress_type": Z_RLE}


def paint(drawing: Drawing, brand: Brand) -> bytes:
    """The drawing as a PNG of its own size, on the brand's ground, sharp on paper; painted once in a process."""
    return _painted(drawing, brand.palette["ground"], brand.fonts, brand.metrics)


@lru_cache(maxsize=128)  # both editions of an account have most pictures in common
def _painted(drawing: Drawing, ground: Colour, fonts: Fonts, metrics: FontMetrics) -> bytes:
    easel = _Easel(drawing.box, fonts, metrics)
    easel.fill(_cornered(drawing.box), ground)
    boxes = {mark.key: mark.box for mark in drawing.marks if isinstance(mark, Shape)}
    for mark in drawing.marks:
        _mark(mark, boxes, easel)
    buffer = io.BytesIO()
    easel.image().save(buffer, "PNG", **_ENCODING, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return buffer.getvalue()


def _mark(mark: Shape | Line | Connector, boxes: Mapping[str, Box], easel: _Easel) -> None:
    match mark:
        case Shape():
            _shape(mark, easel)
        case Line():
            ends = ((mark.x1_emu, mark.y1_emu), (mark.x2_emu, mark.y2_emu))
            easel.stroke(Path(ends), mark.colour, mark.width_pt, is_dashed=mark.is_dashed)
        case Connector():
            easel.stroke(Path(way(mark, boxes)), mark.colour, mark.width_pt)
        case _:
            assert_never(mark)


def _shape(shape: Shape, easel: _Easel) -> None:
    outline = _outline(shape)
    if shape.fill is not None:
        easel.fill(outline, shape.fill)
    if shape.outline is not None:
        easel.stroke(outline, shape.outline, shape.outline_pt)
    for piece in set_text(shape, easel.metrics, font_ascent(easel.fonts.regular)):
        easel.write(piece)


def _outline(shape: Shape) -> Path:
    points = corners(shape.form, shape.box)
    if points is not None:
        return _closed(points)
    box = shape.box
    placed = Affine2D().scale(box.width_emu / 2, box.height_emu / 2)
    placed.translate(box.left_emu + box.width_emu / 2, box.top_emu + box.height_emu / 2)
    return Path.unit_circle().transformed(placed)


def _cornered(box: Box) -> Path:
    left, top, right, bottom = box.left_emu, box.top_emu, box.right_emu, box.bottom_emu
    return _closed(((left, top), (right, top), (right, bottom), (left, bottom)))


def _closed(points: tuple[Point, ...]) -> Path:
    return Path((*points, points[0]), closed=True)


class _Easel:
    """The renderer with what it needs to know of one picture; places are in EMU, downwards."""

    def __init__(self, box: Box, fonts: Fonts, metrics: FontMetrics) -> None:
        self.fonts, self.metrics = fonts, metrics
        self._scale = DOTS_PER_INCH / EMU_PER_INCH
        width, height = int(box.width_emu * self._scale), int(box.height_emu * self._scale)
        self._renderer: Any = RendererAgg(width, height, DOTS_PER_INCH)  # type: ignore[no-untyped-call]
        self._height = height
        moved = Affine2D().translate(-box.left_emu, -box.bottom_emu)
        self._place = moved.scale(self._scale, -self._scale)
        self._place_pt = Affine2D().scale(EMU_PER_PT) + self._place

    def fill(self, path: Path, colour: Colour) -> None:
        """Fill a path."""
        self._renderer.draw_path(self._gc(colour, 0.0), path, self._place, to_rgb(colour.css))

    def stroke(self, path: Path, colour: Colour, width_pt: float, *, is_dashed: bool = False) -> None:
        """Draw along a path."""
        gc = self._gc(colour, width_pt)
        if is_dashed:
            gc.set_dashes(0, _DASHES)
        self._renderer.draw_path(gc, path, self._place)

    def write(self, piece: Piece) -> None:
        """Set a piece of text; what the brand's font cannot draw is set in the one that comes with matplotlib."""
        for stretch in stretches(piece, self.fonts, self.metrics):
            if stretch.is_drawn:
                letters = lettered(stretch, piece, self.fonts, self.metrics)
                colour = piece.run.colour
                self._renderer.draw_path(self._gc(colour, 0.0), letters, self._place_pt, to_rgb(colour.css))
            else:
                self._write_foreign(stretch, piece)

    def image(self) -> Image.Image:
        """What was painted."""
        pixels = self._renderer.buffer_rgba()
        size = (int(self._renderer.width), int(self._renderer.height))
        return Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1).convert("RGB")

    def _write_foreign(self, stretch: Stretch, piece: Piece) -> None:
        """What the fallback lacks too is a box, wider than a letter: it is set smaller, to keep its place."""
        scale = 1.0 if all(has(_FALLBACK, character) for character in stretch.text) else _BOXED
        font = FontProperties(fname=str(_FALLBACK), size=piece.run.size_pt * scale)
        x, y = self._place_pt.transform((stretch.left_pt, piece.baseline_pt))
        with rc_context({"text.hinting": "none"}), catch_warnings():
            # a name in a script that no font at hand draws is whole in the table or the text beside the picture
            filterwarnings("ignore", message=r"Glyph \d+ .* missing from font")
            gc = self._gc(piece.run.colour, 0.0)
            self._renderer.draw_text(gc, x, self._height - y, stretch.text, font, 0)

    def _gc(self, colour: Colour, width_pt: float) -> Any:
        gc = self._renderer.new_gc()
        gc.set_foreground(colour.css)
        gc.set_linewidth(width_pt)
        gc.set_joinstyle("miter")
        gc.set_capstyle("round" if width_pt >= _THICK_PT else "butt")
        return gc
