"""An attitude as a shape and a letter, in colours that are not those of the statuses."""

from __future__ import annotations

from generator.brand import Box, Role
from generator.charts.canvas import Anchor, Form, Shape, TextBody
from generator.charts.diagrams.pen import Pen, px
from generator.model.choices import Attitude
from generator.story.blocks.people import AttitudeMark
from generator.story.blocks.table import Align

_LOOKS: dict[Attitude, tuple[Form, Role, bool, float]] = {
    Attitude.CHAMPION: (Form.HEXAGON, "message", True, 20),
    Attitude.SUPPORTER: (Form.RECTANGLE, "message", False, 18),
    Attitude.NEUTRAL: (Form.DIAMOND, "muted", False, 23),
    Attitude.RESERVED: (Form.TRAPEZOID_DOWN, "reserved", False, 20),
    Attitude.OPPONENT: (Form.OCTAGON, "reserved", True, 19),
}
WIDEST = px(23)


def attitude_mark(pen: Pen, key: str, mark: AttitudeMark, place: Box) -> Shape:
    """The attitude's shape with its letter, centred in the place."""
    form, colour, is_filled, side = _LOOKS[mark.attitude]
    width, height = px(side), px(side if form in (Form.DIAMOND, Form.OCTAGON) else 18)
    box = Box(
        place.left_emu + (place.width_emu - width) // 2, place.top_emu + (place.height_emu - height) // 2, width, height
    )
    fitted = pen.fit(mark.letter, width, (pen.brand.type.small,), is_bold=True, leading=1.0)
    ink = pen.colour(colour)
    letter = pen.brand.palette.text_on(ink) if is_filled else ink
    body = TextBody((pen.paragraph(fitted, letter, align=Align.CENTRE),), Anchor.MIDDLE)
    return Shape(
        key, box, form, fill=ink if is_filled else pen.colour("ground"), outline=ink, outline_pt=1.2, text=body
    )
