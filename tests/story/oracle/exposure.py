"""Claims that read an entity across the tables: revenue, satisfaction, people met, seats, deals, competitors."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model.choices import DecisionRole, FigureMeasure, OpportunityStage, Quadrant, SurveyType
from generator.model.quarter import Quarter
from tests.story.oracle.market import by_entity, to_win
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, counted, only


def _revenue(w: World, entity: str | None = None) -> Decimal:
    rows = [row for row in w.plan.figures if row.measure is FigureMeasure.REVENUE and entity in (None, row.entity)]
    return sum((row.quarters.get(at, Decimal(0)) for row in rows for at in w.period.back(4)), Decimal(0))


def _nps(w: World, quarter: Quarter, entity: str | None = None) -> Decimal | None:
    people = points = Decimal(0)
    for row in w.plan.satisfaction:
        is_asked = row.type is SurveyType.NPS and row.measured <= w.cutoff and entity in (None, row.entity)
        if not is_asked or Quarter.containing(row.measured) != quarter:
            continue
        if row.respondents in (None, 1):
            if 0 <= row.score <= 10:
                people, points = people + 1, points + (100 if row.score >= 9 else -100 if row.score <= 6 else 0)
        elif row.respondents and -100 <= row.score <= 100:
            people, points = people + row.respondents, points + row.score * row.respondents
    return points / people if people else None


def _last_nps(w: World, entity: str) -> tuple[Decimal, Decimal] | None:
    """The latest score of an entity in a year, and that of the account then."""
    for quarter in reversed(w.period.back(4)):
        own, whole = _nps(w, quarter, entity), _nps(w, quarter)
        if own is not None and whole is not None:
            return own, whole
    return None


def _signs(w: World, one: Any) -> tuple[str, dict[str, Any]]:
    """Which signs an unseated decision maker and their entity give, and what is told of them."""
    scores = _last_nps(w, one.entity)
    days = (w.cutoff - one.last_contact).days if one.last_contact else 0
    told = {
        "entity": one.entity,
        "share": w.locale.percent(_revenue(w, one.entity) / _revenue(w), 0) if _revenue(w) else "",
        "who": w.presented(one.name, one.function),
    }
    signs = []
    if scores and scores[0] < scores[1]:
        signs.append("nps")
        told["nps"] = w.locale.number(scores[0], 0)
    if days > w.settings.contact_silence_days:
        signs.append("silent")
        told["days"] = w.locale.say("story.days_long", n=days)
    return "_".join(signs), told


def _reading(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        seated = {name for body in w.plan.bodies for name in (body.chair, *body.client_members, *body.supplier_members)}
        alone: list[Any] = [
            one
            for one in w.plan.contacts
            if one.active
            and getattr(one, "decision_role", None) is DecisionRole.DECISION_MAKER
            and one.name not in seated
            and _revenue(w, one.entity) > 0
            and _revenue(w) > 0
        ]
        told = [(_revenue(w, one.entity), *_signs(w, one)) for one in alone]
        told = [one for one in told if one[1]]
        most = max((weight for weight, _, _ in told), default=Decimal(0))
        fits = [args for weight, signs, args in told if weight == most and signs == kind]
        return next((args for args in fits if args["who"] == said.args["who"]), None)

    return claim


# --- what is to be done about what is to win


def _live_deals(w: World, entity: str) -> list[Any]:
    over = (OpportunityStage.WON, OpportunityStage.LOST)
    return [one for one in w.plan.opportunities if one.entity == entity and one.stage not in over]  # type: ignore[attr-defined]


def _richest(w: World) -> list[str]:
    sums = by_entity(w)
    most = max(sums.values(), default=Decimal(0))
    return [entity for entity, amount in sums.items() if amount == most and amount]


def _aimed(w: World, said: Said) -> Expected:
    for entity in _richest(w):
        deals = _live_deals(w, entity)
        told = w.money(sum((deal.amount for deal in deals), Decimal(0)))
        if deals and (len(deals), told) == (said.n, said.args["amount"]):
            return {"n": len(deals), "count": w.word(len(deals), feminine=True), "amount": told}
    return None


def _from_rival(w: World, said: Said) -> Expected:
    held: dict[str, Decimal] = {}
    for cell, amount in to_win(w):
        if cell.competitor:
            held[cell.competitor] = held.get(cell.competitor, Decimal(0)) + amount
    return only(said.args["amount"] in [w.money(amount) for amount in held.values() if amount])


def _pressing(w: World) -> list[Any]:
    order = (Quadrant.THREAT, Quadrant.OPPORTUNITY, Quadrant.WEAKNESS, Quadrant.STRENGTH)
    held = [[row for row in w.plan.swot if row.quadrant is one] for one in order]  # type: ignore[attr-defined]
    return next(rows for rows in held if rows)


def _taken_up(w: World, said: Said) -> Expected:
    rows = _pressing(w)
    refs = sorted({row.objective for row in rows if row.objective}, key=counted)
    return only(all(row.objective for row in rows), n=len(refs), objectives=w.locale.join(refs))


def _not_taken_up(*, of_all: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        rows = _pressing(w)
        alone = [row for row in rows if not row.objective]
        is_all = len(alone) == len(rows)
        return only(alone and is_all is of_all, n=len(alone), count=w.word(len(alone), feminine=True))

    return claim


def _weighed(w: World, said: Said) -> Expected:
    whole = _revenue(w)
    return only(whole, share=w.locale.percent(_revenue(w, said.args["entity"]) / whole, 0) if whole else "")


def _score_of(w: World, said: Said) -> Expected:
    told = [_last_nps(w, entity.name) for entity in w.plan.entities]
    return only(said.args["nps"] in [w.locale.number(one[0], 0) for one in told if one and one[0] < one[1]])


CLAIMS: Claims = {
    "story.coverage.weighed": _weighed,
    "story.coverage.answered": _score_of,
    **{f"story.coverage.reading.{kind}": _reading(kind) for kind in ("nps_silent", "nps", "silent")},
    "story.whitespace.aimed": _aimed,
    "story.whitespace.unaimed": lambda w, _: only(any(not _live_deals(w, entity) for entity in _richest(w))),
    "story.landscape.to_win_from": _from_rival,
    "story.landscape.taken_up": _taken_up,
    "story.landscape.none_taken_up": _not_taken_up(of_all=True),
    "story.landscape.not_taken_up": _not_taken_up(of_all=False),
}
