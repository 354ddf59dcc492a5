"""The headlines and comments of one's own, which speak of the quarter they were written in."""

from __future__ import annotations

from dataclasses import replace

from openpyxl.utils import get_column_letter

from generator.workbook.rollover.last import LastBook

_TABLE = "messages"


def messages_of(last: LastBook) -> tuple[str, ...]:
    """Return where they stand, as `Sheet!A1`."""
    ground = last.bound.origins.grounds.get(_TABLE)
    if ground is None:
        return ()
    column = get_column_letter(ground.headers["section"].column)
    return tuple(f"{ground.sheet}!{column}{row}" for row in sorted(last.ranks[_TABLE]))


def without_messages(last: LastBook) -> LastBook:
    """Return the last workbook as if it held none."""
    return replace(last, plan=last.plan.model_copy(update={_TABLE: ()}))
