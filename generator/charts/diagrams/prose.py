"""Sentences in a panel: what to remember is tinted with a bar at left, what is missing is framed."""

from __future__ import annotations

from generator.brand import Box, Role
from generator.charts.canvas import Drawing, Mark
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.rows import paginate, tops
from generator.charts.fitting import FittedText
from generator.ooxml.identity import continued, told_apart
from generator.story.blocks.prose import Prose, ProseRole

_BAR, _PAD, _GAP = px(4), px(16), px(6)


def arrange_prose(block: Prose, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """A panel as tall as its paragraphs."""
    if not block.paragraphs:
        return ()
    is_body = block.role in (ProseRole.BODY, ProseRole.REFERENCE)
    pad = 0 if is_body else _PAD
    inner = Box(
        box.left_emu + (0 if is_body else _BAR + pad),
        box.top_emu,
        box.width_emu - (0 if is_body else _BAR + 2 * pad),
        box.height_emu,
    )
    label = pen.fit(block.label, inner.width_emu, (pen.brand.type.label,), is_bold=True)
    head = pad + (label.height_emu + _GAP if block.label else 0)
    room = box.height_emu - head - pad
    fitted = _fitted([one.text for one in block.paragraphs], inner.width_emu, room, pen, is_panel=not is_body)
    keys = told_apart(one.key for one in block.paragraphs)
    pages: list[list[Mark]] = []
    for part, page in enumerate(paginate([one.height_emu for one in fitted], room, _GAP), start=1):
        key = continued(block.key, part)
        shown = [fitted[at] for at in page]
        heights = [one.height_emu for one in shown]
        bottom = head + sum(heights) + _GAP * (len(shown) - 1) + pad
        marks: list[Mark] = [*_panel(key, block.role, box.band(0, bottom), pen)]
        if block.label:
            marks.append(
                pen.write(f"{key}/label", inner.band(pad, label.height_emu), (label, _label_colour(block.role)))
            )
        for at, one, top, height in zip(page, shown, tops(heights, head, _GAP), heights, strict=True):
            colour: Role = "muted" if block.role is ProseRole.MISSING else "ink"
            marks.append(pen.write(key_of(block.key, f"paragraph/{keys[at]}"), inner.band(top, height), (one, colour)))
        pages.append(marks)
    return drawings(
        block.key, box, " ".join(filter(None, (block.label, *(one.text for one in block.paragraphs)))), pages
    )


def _fitted(paragraphs: list[str], width: int, room: int, pen: Pen, *, is_panel: bool) -> list[FittedText]:
    """The paragraphs at the largest size that holds them; those of a panel give way, others go on."""
    size = pen.brand.type
    sizes = size.steps(size.body, size.table)
    share = (room - _GAP * (len(paragraphs) - 1)) // len(paragraphs)
    tries = [(one, room) for one in sizes] + [(sizes[-1], share)] * is_panel
    for one_size, tallest in tries:
        fitted = [
            pen.fit(text, width, (one_size,), height_emu=tallest, may_shorten=True, leading=1.28) for text in paragraphs
        ]
        if sum(one.height_emu for one in fitted) + _GAP * (len(fitted) - 1) <= room and not any(
            one.is_shortened for one in fitted
        ):
            break
    return fitted


def _label_colour(role: ProseRole) -> Role:
    roles: dict[ProseRole, Role] = {
        ProseRole.CALLOUT: "message",
        ProseRole.BODY: "strong",
        ProseRole.REFERENCE: "strong",
        ProseRole.MISSING: "muted",
    }
    return roles[role]


def _panel(key: str, role: ProseRole, box: Box, pen: Pen) -> list[Mark]:
    bar = Box(box.left_emu, box.top_emu, _BAR, box.height_emu)
    match role:
        case ProseRole.BODY | ProseRole.REFERENCE:
            return []
        case ProseRole.CALLOUT:
            return [pen.fill(f"{key}/panel", box, "highlight"), pen.fill(f"{key}/bar", bar, "message")]
        case ProseRole.MISSING:
            return [pen.frame(f"{key}/panel", box, "frame"), pen.fill(f"{key}/bar", bar, "muted")]
