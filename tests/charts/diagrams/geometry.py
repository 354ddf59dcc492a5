"""What holds of every drawing: all inside, words apart and in their places, connectors glued, keys once."""

from __future__ import annotations

from generator.brand import EMU_PER_PT, EMU_PER_PX, Box, Brand
from generator.charts.canvas import Anchor, Connector, Drawing, Line, Paragraph, Shape
from generator.story.blocks.table import Align

_TOLERANCE = EMU_PER_PX


def problems(drawing: Drawing, room: Box, brand: Brand) -> list[str]:
    """Everything that is wrong with a drawing, in words for the one who mends it."""
    shapes = {mark.key: mark for mark in drawing.marks if isinstance(mark, Shape)}
    found = [*_outside(drawing, room), *_unglued(drawing, shapes), *_repeated(drawing)]
    words = [(shape, _ink(shape, brand)) for shape in shapes.values() if shape.text]
    found.extend(f"{shape.key}: text higher than its place" for shape, ink in words if not _holds(shape.box, ink))
    found.extend(f"{shape.key}: {size} pt" for shape, _ in words for size in _sizes(shape) if size < 9)
    for at, (one, ink) in enumerate(words):
        found.extend(f"{one.key} covers {other.key}" for other, that in words[at + 1 :] if _touch(ink, that))
    return found


def texts(drawing: Drawing) -> list[str]:
    """The words of a drawing, shape by shape."""
    bodies = [mark.text for mark in drawing.marks if isinstance(mark, Shape) and mark.text]
    return [" ".join("".join(run.text for run in one.runs) for one in body.paragraphs) for body in bodies]


def _outside(drawing: Drawing, room: Box) -> list[str]:
    found = [] if _inside(drawing.box, room) else [f"{drawing.key}: drawing outside its room"]
    for mark in drawing.marks:
        match mark:
            case Shape():
                found.extend([] if _inside(mark.box, drawing.box) else [f"{mark.key}: outside"])
            case Line():
                left, right = sorted((mark.x1_emu, mark.x2_emu))
                top, bottom = sorted((mark.y1_emu, mark.y2_emu))
                found.extend(
                    [] if _inside(Box(left, top, right - left, bottom - top), drawing.box) else [f"{mark.key}: outside"]
                )
            case Connector():
                pass
    return found


def _unglued(drawing: Drawing, shapes: dict[str, Shape]) -> list[str]:
    ends = [
        (mark.key, end) for mark in drawing.marks if isinstance(mark, Connector) for end in (mark.source, mark.target)
    ]
    return [f"{key}: no shape {end}" for key, end in ends if end not in shapes]


def _repeated(drawing: Drawing) -> list[str]:
    keys = [drawing.key, *(mark.key for mark in drawing.marks)]
    return sorted({f"{key}: twice" for key in keys if keys.count(key) > 1})


def _sizes(shape: Shape) -> set[float]:
    assert shape.text
    return {run.size_pt for paragraph in shape.text.paragraphs for run in paragraph.runs}


def _ink(shape: Shape, brand: Brand) -> list[Box]:
    """Where the paragraphs of a shape really stand, measured line by line."""
    body = shape.text
    assert body
    left, right = shape.box.left_emu + body.left_emu, shape.box.right_emu - body.right_emu
    top, bottom = shape.box.top_emu + body.top_emu, shape.box.bottom_emu - body.bottom_emu
    sizes = [_paragraph(paragraph, (right - left) / EMU_PER_PT, brand) for paragraph in body.paragraphs]
    height = int(sum(one[1] for one in sizes) * EMU_PER_PT)
    start = {Anchor.TOP: top, Anchor.MIDDLE: (top + bottom - height) // 2, Anchor.BOTTOM: bottom - height}[body.anchor]
    boxes: list[Box] = []
    for paragraph, (width_pt, height_pt) in zip(body.paragraphs, sizes, strict=True):
        width = int(width_pt * EMU_PER_PT)
        edges = {Align.LEFT: left, Align.CENTRE: (left + right - width) // 2, Align.RIGHT: right - width}
        boxes.append(Box(edges[paragraph.align], start, width, int(height_pt * EMU_PER_PT)))
        start = boxes[-1].bottom_emu
    return boxes


def _paragraph(paragraph: Paragraph, width_pt: float, brand: Brand) -> tuple[float, float]:
    text = "".join(run.text for run in paragraph.runs)
    size = max(run.size_pt for run in paragraph.runs)
    is_bold = all(run.is_bold for run in paragraph.runs)
    lines = brand.metrics.wrap(text, width_pt, size, bold=is_bold)
    widest = max(brand.metrics.width_pt(line, size, bold=is_bold) for line in lines)
    return widest, len(lines) * (paragraph.leading_pt or brand.metrics.line_height_pt(size)) + paragraph.after_pt


def _holds(box: Box, ink: list[Box]) -> bool:
    """Two pixels of line pitch over a box of one line are air, not ink."""
    slack = 2 * EMU_PER_PX
    high = [one for one in ink if one.top_emu < box.top_emu - slack or one.bottom_emu > box.bottom_emu + slack]
    return not high and all(one.width_emu <= box.width_emu + _TOLERANCE for one in ink)


def _inside(inner: Box, outer: Box) -> bool:
    return (
        inner.left_emu >= outer.left_emu - _TOLERANCE
        and inner.right_emu <= outer.right_emu + _TOLERANCE
        and inner.top_emu >= outer.top_emu - _TOLERANCE
        and inner.bottom_emu <= outer.bottom_emu + _TOLERANCE
    )


def _touch(one: list[Box], other: list[Box]) -> bool:
    return any(_cover(mine, that) for mine in one for that in other)


def _cover(one: Box, other: Box) -> bool:
    air = 2 * EMU_PER_PX
    across = min(one.right_emu, other.right_emu) - max(one.left_emu, other.left_emu)
    down = min(one.bottom_emu, other.bottom_emu) - max(one.top_emu, other.top_emu)
    return across > air and down > air
