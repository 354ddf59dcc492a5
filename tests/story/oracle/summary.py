"""Claims of the synthesis about actions and the plan itself, of the cover and of what a chapter lacks."""

from __future__ import annotations

from generator.model.choices import ContractStatus
from generator.model.quarter import Quarter
from generator.model.schema import tables
from tests.story.oracle.contracts import near
from tests.story.oracle.decisions import asked
from tests.story.oracle.kpis import of_colour
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claims, World, only


def _late(w: World, said: Said) -> Expected:
    number = len(w.late_actions)
    return only(number, n=number, count=w.word(number, feminine=True))


def _plain(w: World, said: Said) -> Expected:
    nothing = not of_colour(w, "green", "amber", "red") and not near(w) and not w.late_actions and not asked(w)
    return only(nothing, client=w.plan.account.client)


def _oldest(w: World, said: Said) -> Expected:
    return only(w.late_actions, n=max(((w.cutoff - one.due).days for one in w.late_actions), default=0))


def _plan_quarters(w: World) -> list[Quarter]:
    quarters = [Quarter.containing(w.plan.account.plan_start)]
    while quarters[-1] < Quarter.containing(w.plan.account.plan_end):
        quarters.append(quarters[-1].plus(1))
    return quarters


def _rank(w: World, said: Said) -> Expected:
    quarters = _plan_quarters(w)
    if w.period not in quarters:
        return None
    return {"rank": w.locale.ordinal_word(quarters.index(w.period) + 1), "total": w.word(len(quarters))}


def _missing(w: World, said: Said) -> Expected:
    """Every table that is named is empty, and every one of them stands on the sheet that is named."""
    titles = {w.locale.label(spec.table.title): spec for spec in tables()}
    joined = said.args["tables"]
    named = [spec for title, spec in titles.items() if _names(w, joined, title)]
    empty = all(not getattr(w.plan, spec.field, ()) for spec in named)
    sheets = {w.locale.label(spec.table.sheet.label) for spec in named}
    return only(named and empty and sheets == {w.locale.label(said.args["sheet"])}, n=len(named))


def _names(w: World, joined: str, title: str) -> bool:
    """Whether a title is one of those joined, not a part of another."""
    last = w.locale.join(["", ""]).strip()
    return title in [part.strip() for piece in joined.split(f" {last} ") for part in piece.split(",")]


def _to_complete(w: World, said: Said) -> Expected:
    """Nobody owns it or it has no date, a contract that is no draft none of signature; to the client no owner lacks."""
    due = [one for one in (*w.open_actions, *w.plan.objectives) if one.due is None or (w.is_internal and not one.owner)]
    signed = [one for one in w.plan.contracts if one.signed is None and one.status is not ContractStatus.DRAFT]
    return only(due or signed)


T = "story.summary.tile"
CLAIMS: Claims = {
    "story.summary.tiles": lambda w, _: {"cutoff": w.cutoff},
    "story.summary.headline.then": lambda w, _: only(asked(w) or near(w)),
    "story.summary.stake.late": _late,
    "story.summary.headline.plain": _plain,
    "story.summary.headline.plain_client": _plain,
    f"{T}.late": lambda w, _: only(w.late_actions, n=len(w.late_actions)),
    f"{T}.open": lambda w, _: only(not w.late_actions, n=len(w.open_actions)),
    f"{T}.of_actions": lambda w, _: {"n": len(w.live_actions)},
    f"{T}.oldest": _oldest,
    f"{T}.none_late": lambda w, _: only(not w.late_actions),
    f"{T}.no_action": lambda w, _: only(not w.live_actions),
    "story.cover.plan_line": _rank,
    "story.cover.plan_years": lambda w, _: only(w.period not in _plan_quarters(w)[:20]),
    "story.missing": lambda _, said: only(said.args["sheets"]),
    "story.missing_on": _missing,
    "story.to_complete": _to_complete,
    "story.source": lambda w, _: {"cutoff": w.cutoff},
    "story.cutoff": lambda w, _: {"cutoff": w.cutoff},
}
