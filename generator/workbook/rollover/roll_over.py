"""Author next quarter's workbook from the last one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.locales import Language
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.table import Sheet
from generator.workbook.author.additions import Additions
from generator.workbook.author.arrangement import arrangement
from generator.workbook.author.book import author
from generator.workbook.colours import WorkbookColours
from generator.workbook.rollover.comments import own_comments
from generator.workbook.rollover.following import Follower
from generator.workbook.rollover.gathered import gathered
from generator.workbook.rollover.last import LastBook
from generator.workbook.rollover.left_behind import LeftBehind, left_behind
from generator.workbook.rollover.messages import messages_of, without_messages
from generator.workbook.rollover.moves import moves
from generator.workbook.rollover.version import next_version
from generator.workbook.usual_outline import usual_outline


@dataclass(frozen=True)
class RolledOver:
    """The new workbook as .xlsx bytes, its plan, what people added and came along, and what did not."""

    workbook: bytes
    plan: AccountPlan
    additions: Additions
    left_behind: LeftBehind


def roll_over(
    last: LastBook,
    period: Quarter,
    *,
    colours: WorkbookColours,
    language: Language | None = None,
    keep_messages: bool = False,
) -> RolledOver:
    """Return the workbook of a later period: the same content, cut off on its last day, one version further.

    Headlines and comments of one's own were written of the last period: they come along when ``keep_messages``.
    ValueError for a period that is not later.
    """
    if period <= last.plan.period:
        raise ValueError(f"{period} is not later than {last.plan.period}")
    language = language or last.plan.account.language
    messages = () if keep_messages else messages_of(last)
    last = last if keep_messages else without_messages(last)
    plan = _moved_on(last.plan, period, language)
    additions = gathered(last, period, language)
    placed = {
        placement.spec.field: placement
        for sheet in Sheet
        for placement in arrangement(sheet, plan, language, period, additions=additions)
    }
    moved = moves(last, additions, placed, language)
    follower, comments = Follower(last, moved, placed, language), own_comments(last, moved)
    additions = replace(follower.additions(additions), comments=comments.placed)
    workbook = author(plan, language, colours=colours, additions=additions)
    unsure, values = tuple(follower.unsure), tuple(follower.values)
    left = left_behind(last, messages=messages, comments=tuple(comments.left), values=values, unsure=unsure)
    return RolledOver(workbook, plan, additions, left)


def _moved_on(plan: AccountPlan, period: Quarter, language: Language) -> AccountPlan:
    changes = {
        "cutoff": period.end,
        "version": next_version(plan.account.version, period, language),
        "language": language,
    }
    account = plan.account.model_copy(update=changes)
    return plan.model_copy(update={"account": account, "outline": plan.outline or usual_outline(language)})
