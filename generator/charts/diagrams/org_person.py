"""A person's box: role at left, name, function and counterpart, attitude in the corner."""

from __future__ import annotations

from generator.brand import Box, Role
from generator.charts.canvas import Anchor, Mark, Shape, TextBody
from generator.charts.diagrams.attitude import WIDEST, attitude_mark
from generator.charts.diagrams.org_frame import CORNER, OrgFrame, person_texts, room_under_corner
from generator.charts.diagrams.pen import Pen, px
from generator.story.blocks.people import OrgNode
from generator.story.blocks.table import Align


def person_marks(key: str, node: OrgNode, box: Box, frame: OrgFrame, pen: Pen) -> list[Mark]:
    """The box of a person: outline with its lines, role, attitude."""
    right = CORNER if node.attitude else px(4)
    width = box.width_emu - frame.band - px(9) - right
    fitted = person_texts(node, width, frame.level, pen, height_emu=box.height_emu)
    colours: tuple[Role, ...] = ("strong", "ink", "reserved" if node.is_detail_alert else "muted")
    written = pen.write(key, box, *zip(fitted, colours, strict=True))
    paragraphs = written.text.paragraphs if written.text else ()
    right -= room_under_corner(node, *fitted[:2])
    body = TextBody(paragraphs, Anchor.MIDDLE, left_emu=frame.band + px(9), right_emu=right)
    marks: list[Mark] = [
        Shape(key, box, fill=pen.colour("ground"), outline=pen.colour("frame"), text=body, alt=written.alt)
    ]
    marks.append(_role(f"{key}/role", node, Box(box.left_emu, box.top_emu, frame.band, box.height_emu), pen))
    if node.attitude:
        corner = Box(
            box.right_emu - px(4) - WIDEST,
            box.top_emu + px(3),
            WIDEST,
            max(px(20), px(fitted[0].leading_pt * 96 / 72) + px(8)),
        )
        marks.append(attitude_mark(pen, f"{key}/attitude", node.attitude, corner))
    return marks


def _role(key: str, node: OrgNode, box: Box, pen: Pen) -> Shape:
    colour = pen.colour("strong" if node.is_decision_maker else "connector")
    if not node.role:
        return Shape(key, box, fill=colour)
    fitted = pen.fit(node.role, box.width_emu, (pen.brand.type.label,), is_bold=True)
    paragraph = pen.paragraph(fitted, pen.brand.palette.text_on(colour), align=Align.CENTRE)
    return Shape(key, box, fill=colour, text=TextBody((paragraph,), Anchor.MIDDLE))
