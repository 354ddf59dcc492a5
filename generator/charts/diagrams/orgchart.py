"""The organisation chart: a hanging tree of boxes, role at left, attitude at right, glued connectors."""

from __future__ import annotations

from dataclasses import replace

from generator.brand import Box
from generator.charts.canvas import Drawing, Mark, Shape
from generator.charts.diagrams.attitude import WIDEST, attitude_mark
from generator.charts.diagrams.hanging_tree import Sheet, in_order, sheets
from generator.charts.diagrams.legend import LegendItem, legend_height, legend_marks
from generator.charts.diagrams.org_cluster import cluster_marks
from generator.charts.diagrams.org_frame import COLUMN_GAP, OrgFrame, org_frames
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, px
from generator.ooxml.identity import continued
from generator.story.blocks.people import AttitudeMark, OrgChart

_WIDEST_BOX = px(360)


def arrange_org_chart(block: OrgChart, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """The densest chart that keeps to the fewest drawings; the legends of roles and attitudes below."""
    if not block.roots:
        return ()
    items = _legend(block, pen)
    text_pt = pen.scale(box).detail[0]
    legend = legend_height(pen, items, box.width_emu, text_pt)
    inner = Box(box.left_emu, box.top_emu, box.width_emu, box.height_emu - (legend + px(12) if items else 0))
    tries = [(frame, sheets(block.roots, frame.room())) for frame in org_frames(block, inner, pen)]
    frame, cut = min(tries, key=lambda one: (len(one[1]), one[0].shortened))
    pages: list[list[Mark]] = []
    for part, sheet in enumerate(cut, start=1):
        key = continued(block.key, part)
        marks, bottom = _sheet(key, sheet, frame, pen)
        place = Box(box.left_emu, bottom + px(12), box.width_emu, legend)
        pages.append([*marks, *legend_marks(pen, f"{key}/legend", items, place, text_pt)])
    cut_into = drawings(block.key, box, block.alt, pages)
    return cut_into if len(cut) == 1 else tuple(map(_told, cut_into, cut))


def _told(drawing: Drawing, sheet: Sheet) -> Drawing:
    """A part of the chart, which tells the people who stand on it."""
    people = (node for cluster in sheet for node in cluster.people)
    return replace(drawing, alt=" · ".join(f"{node.name}, {node.function}" for node in people))


def _sheet(key: str, sheet: Sheet, frame: OrgFrame, pen: Pen) -> tuple[list[Mark], int]:
    """The clusters side by side, centred; and where the lowest box ends."""
    columns = sum(cluster.width for cluster in sheet)
    width = min((frame.box.width_emu - (columns - 1) * COLUMN_GAP) // columns, _WIDEST_BOX)
    left = frame.box.left_emu + (frame.box.width_emu - columns * width - (columns - 1) * COLUMN_GAP) // 2
    boxes: list[Mark] = []
    links: list[Mark] = []
    for cluster in sheet:
        places = tuple(
            Box(left + column * (width + COLUMN_GAP), frame.box.top_emu, width, frame.box.height_emu)
            for column in range(cluster.width)
        )
        drawn, glued = cluster_marks(key, cluster, places, frame, pen)
        boxes.extend(drawn)
        links.extend(glued)
        left += cluster.width * (width + COLUMN_GAP)
    return [*boxes, *links], max(shape.box.bottom_emu for shape in boxes if isinstance(shape, Shape))


def _legend(block: OrgChart, pen: Pen) -> list[LegendItem]:
    items: list[LegendItem] = []
    near, lead = px(12), px(8)
    everyone = [node for root in block.roots for node, _, _ in in_order(root)]
    if block.roles and any(node.role for node in everyone):
        items.append(LegendItem("roles", block.role_title, is_bold=True, colour="dk2", gap_emu=near))
        items.extend(LegendItem(f"role-{letter}", f"{letter} {word}", gap_emu=near) for letter, word in block.roles)
        items[-1] = replace(items[-1], gap_emu=px(28))
    if block.attitudes and any(node.attitude for node in everyone):
        items.append(
            LegendItem("attitudes", block.attitude_title, is_bold=True, colour="dk2", gap_emu=lead, starts_group=True)
        )
        items.extend(_attitude_item(mark, pen) for mark in block.attitudes)
    return items


def _attitude_item(mark: AttitudeMark, pen: Pen) -> LegendItem:
    def symbol(key: str, place: Box) -> list[Mark]:
        return [attitude_mark(pen, key, mark, place)]

    return LegendItem(f"attitude-{mark.attitude.name.lower()}", mark.word, WIDEST, symbol, gap_emu=px(8))
