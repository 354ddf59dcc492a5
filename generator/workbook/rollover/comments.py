"""The comments that people hung on their cells, followed to where the cells stand now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.comments import Comment

from generator.workbook.author.additions import OwnComment
from generator.workbook.rollover.last import LastBook
from generator.workbook.rollover.moves import At, Moves
from generator.workbook.rollover.own_sheets import new_names


@dataclass(frozen=True)
class Comments:
    """Comments by new sheet and cell (from 0), and the cells, as `Sheet!A1`, whose comment has no new place."""

    placed: dict[str, dict[At, OwnComment]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


def own_comments(last: LastBook, moves: Moves) -> Comments:
    """Return the comments of the last workbook, but for our own notes on headers."""
    found, names = Comments(), new_names(last)
    for sheet, at, comment, coordinate in _theirs(last):
        moved = moves.cell(sheet, at) if moves.is_ours(sheet) else (names[sheet], at)
        if moved is None:
            found.left.append(f"{sheet}!{coordinate}")
        else:
            name, (row, column) = moved
            text = OwnComment(str(comment.text), str(comment.author or ""))
            found.placed.setdefault(name, {})[row - 1, column - 1] = text
    return found


def _theirs(last: LastBook) -> Iterator[tuple[str, At, Comment, str]]:
    grounds = last.bound.origins.grounds.values()
    ours = {(cell.sheet, cell.row, cell.column) for ground in grounds for cell in ground.headers.values()}
    for sheet, cells in last.written.items():
        for at, cell in sorted(cells.items()):
            if cell.comment is not None and (sheet, *at) not in ours:
                yield sheet, at, cell.comment, cell.coordinate
