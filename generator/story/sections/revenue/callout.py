"""What to keep of revenue: what carried it, what held it back, what a year brought in."""

from __future__ import annotations

from decimal import Decimal

from generator.model.quarter import QUARTERS_A_YEAR, Quarter
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.text import Sentence
from generator.story.subject import Subject


def callout(subject: Subject, quarter: Quarter) -> tuple[Prose, ...]:
    """Return at most one callout: none when there is no year before to compare with."""
    moves = subject.figures.movers(quarter)
    if not moves or all(move.then.value is None for move in moves):
        return ()
    locale = subject.locale
    total = sum((move.change for move in moves), Decimal(0))
    grown = _grown(subject, total, sum((move.then.value or Decimal(0) for move in moves), Decimal(0)))
    best, worst = max(moves, key=lambda move: move.change), min(moves, key=lambda move: move.change)
    lines: list[Sentence] = []
    if best.change > 0:
        key = (
            "story.revenue.callout.more_than_all" if total > 0 and best.change > total else "story.revenue.callout.best"
        )
        change = locale.money_short(best.change, signed=True)
        lines.append(Sentence("best", subject.say(key, offer=best.offer, change=change, total=grown)))
    if worst.change < 0:
        key = "story.revenue.callout.worst" if lines else "story.revenue.callout.worst_of_all"
        change = locale.money_short(-worst.change)
        lines.append(Sentence("worst", subject.say(key, offer=worst.offer, change=change, total=grown)))
    window = subject.figures.revenue(quarter.back(QUARTERS_A_YEAR)).value
    if window is not None and subject.figures.has_revenue(quarter.back(QUARTERS_A_YEAR)):
        year = subject.worded("story.revenue.callout.year", amount=locale.money_short(window))
        lines.append(Sentence("year", year))
    return (
        (
            Prose(
                key="revenue/callout",
                paragraphs=tuple(lines),
                role=ProseRole.CALLOUT,
                label=subject.say("story.takeaways"),
            ),
        )
        if lines
        else ()
    )


def _grown(subject: Subject, change: Decimal, before: Decimal) -> str:
    """A change with its rate, where there was something to grow from."""
    amount = subject.locale.money_short(change, signed=True)
    if before <= 0:
        return amount
    return subject.say(
        "story.revenue.callout.grown", amount=amount, rate=subject.locale.percent(change / before, signed=True)
    )
