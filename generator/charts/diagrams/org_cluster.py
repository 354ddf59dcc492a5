"""A tree of the organisation chart drawn: root on top, columns of hanging branches, glued connectors."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Connector, Form, Mark, Side
from generator.charts.diagrams.hanging_tree import Cluster, in_order
from generator.charts.diagrams.org_frame import TRUNK, OrgFrame
from generator.charts.diagrams.org_person import person_marks
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.story.blocks.people import OrgNode

_DOT = px(4)


def cluster_marks(
    key: str, cluster: Cluster, places: tuple[Box, ...], frame: OrgFrame, pen: Pen
) -> tuple[list[Mark], list[Mark]]:
    """The boxes and the connectors of a tree over its columns."""
    boxes: list[Mark] = []
    links: list[Mark] = []
    start = frame.box.top_emu
    root_key = ""
    if cluster.root:
        root_key = key_of(key, cluster.root.key)
        width = min(places[0].width_emu, max(px(220), frame.narrowest))
        middle = (places[0].left_emu + places[-1].right_emu) // 2
        place = Box(middle - width // 2, start, width, frame.level.height)
        boxes.extend(person_marks(root_key, cluster.root, place, frame, pen))
        start += frame.level.height + frame.level.under_root
    for column, place in zip(cluster.columns, places, strict=False):
        trunk = f"{key_of(key, column[0].key)}/trunk" if len(column) > 1 and root_key else ""
        top = Box(place.left_emu, start, place.width_emu, 0)
        drawn, glued = _column(key, column, (root_key, trunk), top, frame, pen)
        boxes.extend(drawn)
        links.extend(glued)
    return boxes, links


def _column(
    key: str, branches: tuple[OrgNode, ...], above: tuple[str, str], place: Box, frame: OrgFrame, pen: Pen
) -> tuple[list[Mark], list[Mark]]:
    """Branches under each other, hung from the root, or from an upright of their own when there is a trunk."""
    root_key, trunk = above
    boxes: list[Mark] = []
    links: list[Mark] = []
    if trunk:
        dot = Box(place.left_emu + TRUNK // 2 - _DOT // 2, place.top_emu, _DOT, _DOT)
        boxes.append(pen.fill(trunk, dot, "accent3", form=Form.ELLIPSE))
        links.append(_glue(f"{trunk}/link", (root_key, Side.BOTTOM), (trunk, Side.TOP), pen))
    top = place.top_emu
    for branch in branches:
        for node, level, chief in in_order(branch):
            own = key_of(key, node.key)
            inset = (TRUNK if trunk else 0) + min(level * frame.indent, place.width_emu // 2)
            box = Box(place.left_emu + inset, top, place.width_emu - inset, frame.level.height)
            boxes.extend(person_marks(own, node, box, frame, pen))
            if chief:
                links.append(
                    _glue(f"{own}/link", (f"{key_of(key, chief.key)}/role", Side.BOTTOM), (own, Side.LEFT), pen)
                )
            top += frame.pitch
        branch_key = key_of(key, branch.key)
        if trunk:
            links.append(_glue(f"{branch_key}/link", (trunk, Side.BOTTOM), (branch_key, Side.LEFT), pen))
        elif root_key:
            links.append(_glue(f"{branch_key}/link", (root_key, Side.BOTTOM), (branch_key, Side.TOP), pen))
    return boxes, links


def _glue(key: str, source: tuple[str, Side], target: tuple[str, Side], pen: Pen) -> Connector:
    return Connector(key, *source, *target, pen.colour("accent3"), 1.2)
