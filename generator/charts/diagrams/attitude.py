"""An attitude as a shape and a letter, in colours that are not those of the statuses."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Anchor, Form, Shape, TextBody
from generator.charts.diagrams.pen import Pen, px
from generator.model.choices import Attitude
from generator.story.blocks.people import AttitudeMark
from generator.story.blocks.table import Align

_LOOKS: dict[Attitude, tuple[Form, str, bool, float]] = {
    Attitude.CHAMPION: (Form.HEXAGON, "accent1", True, 20),
    Attitude.SUPPORTER: (Form.RECTANGLE, "accent1", False, 18),
    Attitude.NEUTRAL: (Form.DIAMOND, "accent6", False, 23),
    Attitude.RESERVED: (Form.TRAPEZOID_DOWN, "accent5", False, 20),
    Attitude.OPPONENT: (Form.OCTAGON, "accent5", True, 19),
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
    body = TextBody((pen.paragraph(fitted, "lt1" if is_filled else colour, align=Align.CENTRE),), Anchor.MIDDLE)
    ink = pen.colour(colour)
    return Shape(key, box, form, fill=ink if is_filled else pen.colour("lt1"), outline=ink, outline_pt=1.2, text=body)
