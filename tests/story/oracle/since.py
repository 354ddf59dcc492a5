"""Claims about the time since the last committee: KPIs, actions, contracts and decisions that moved."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from generator.model.choices import ActionStatus, ContractStatus, DecisionStatus, Direction
from tests.story.oracle.contracts import Term, terms
from tests.story.oracle.kpis import card_scale, colour, value_at
from tests.story.oracle.people import turned
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, only

_OVER = (ActionStatus.DONE, ActionStatus.CANCELLED)


def _was(w: World, table: str, ref: str) -> Any:
    assert w.former is not None
    return next((one for one in getattr(w.former, table) if one.ref == ref), None)


def closed_actions(w: World) -> list[Any]:
    """Done now: open before, or come and done since."""
    since = w.before().cutoff
    done = [(action, _was(w, "actions", action.ref)) for action in w.plan.actions if action.status is ActionStatus.DONE]
    return [
        action
        for action, was in done
        if (was.status not in _OVER if was else action.done is not None and action.done > since)
    ]


def new_actions(w: World) -> list[Any]:
    """Open, and not there before."""
    return [action for action in w.open_actions if _was(w, "actions", action.ref) is None]


def slipped_actions(w: World) -> list[tuple[Any, int]]:
    """Still open, and due later than before: with the days."""
    pairs = [(action, _was(w, "actions", action.ref)) for action in w.open_actions if action.due]
    return [(action, (action.due - was.due).days) for action, was in pairs if was and was.due and was.due < action.due]


def _signed(w: World) -> list[Any]:
    since, rows = w.before().cutoff, []
    for contract in w.plan.contracts:
        was = _was(w, "contracts", contract.ref)
        was_draft = was is not None and was.status is ContractStatus.DRAFT
        is_signed = contract.signed is not None and since < contract.signed <= w.cutoff
        if contract.status is not ContractStatus.DRAFT and (is_signed or was_draft):
            rows.append(contract)
    return rows


def _amended(w: World) -> list[Any]:
    return [one for one in w.plan.amendments if w.before().cutoff < one.signed <= w.cutoff]


def _ended(w: World) -> list[Term]:
    before = {term.ref for term in terms(w.before()) if term.is_current}
    return [term for term in terms(w) if term.ref in before and not term.is_current and not term.successors]


def _applied(w: World) -> list[Any]:
    applied = [one for one in w.plan.decisions if one.status is DecisionStatus.APPLIED]
    return [
        one
        for one in applied
        if (was := _was(w, "decisions", one.ref)) is None or was.status is not DecisionStatus.APPLIED
    ]


def _moves(w: World) -> list[tuple[Any, Decimal | None]]:
    """Each KPI with its change between the two periods; None where it is not to be compared."""
    found = []
    for kpi in w.plan.kpis:
        was = _was(w, "kpis", kpi.ref)
        now, then = value_at(w, kpi, w.period), value_at(w.before(), was, w.before().period) if was else None
        is_alike = was is not None and (was.calculation, was.unit, was.filter) == (
            kpi.calculation,
            kpi.unit,
            kpi.filter,
        )
        found.append((kpi, now - then if is_alike and now is not None and then is not None else None))
    return found


def _better(w: World) -> list[tuple[Any, Decimal]]:
    return [(kpi, move) for kpi, move in _moves(w) if move and (move > 0) is (kpi.direction is Direction.UP)]


def _worse(w: World) -> list[tuple[Any, Decimal]]:
    return [(kpi, move) for kpi, move in _moves(w) if move and (move > 0) is not (kpi.direction is Direction.UP)]


def _kpis(*, up: bool, of_all: bool = False) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        told, total = _better(w) if up else _worse(w), len(w.plan.kpis)
        if not told or (not up and _better(w)) or (up and (len(told) == total) is not of_all):
            return None
        named = [(w.called(kpi.ref, kpi.name), w.change(move, kpi.unit)) for kpi, move in told]
        counts = {"n": len(told), "count": w.word(len(told)), "total": w.word(total)}
        return only((said.args["name"], said.args["change"]) in named, **counts, quarter=w.before().period)

    return claim


def _flat(*, of_all: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        known = [move for _, move in _moves(w) if move is not None]
        is_all = len(known) == len(w.plan.kpis)
        told = known and not any(known) and is_all is of_all
        counts = {} if of_all else {"n": len(known), "count": w.word(len(known)), "total": w.word(len(w.plan.kpis))}
        return only(told, quarter=w.before().period, **counts)

    return claim


def _many(rows: str, *, feminine: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        number = len(_FOUND[rows](w))
        return only(number, n=number, count=w.word(number, feminine=feminine))

    return claim


def _closed_and_slipped(w: World, said: Said) -> Expected:
    closed, slipped = closed_actions(w), slipped_actions(w)
    too = w.locale.say("story.since.slipped_too", n=len(slipped), count=w.word(len(slipped), feminine=True))
    return only(closed and slipped, n=len(closed), count=w.word(len(closed), feminine=True), slipped=too)


def _title(rows: str) -> Claim:
    return lambda w, _: {"n": len(_FOUND[rows](w))}


def _agreed(w: World) -> list[Any]:
    return [*_signed(w), *_amended(w), *_ended(w), *_applied(w)]


def _kind_of_agreed(w: World) -> str:
    contracts = [*_signed(w), *_amended(w), *_ended(w)]
    return "both" if contracts and _applied(w) else "contracts" if contracts else "decisions"


def _more(w: World, said: Said) -> Expected:
    found = [len(rows) for rows in (closed_actions(w), slipped_actions(w), new_actions(w), _agreed(w))]
    return only(any(count - _most(w) == said.n for count in (*found, turned(w))))


def _most(w: World) -> int:
    """How many rows a list shows: five, four where five lists stand side by side."""
    lists = (closed_actions(w), slipped_actions(w), new_actions(w), _agreed(w), [None] * turned(w))
    return 4 if all(lists) else 5


def _nothing(w: World, said: Said) -> Expected:
    nothing = not closed_actions(w) and not slipped_actions(w) and not new_actions(w)
    return only(nothing and not _agreed(w), quarter=w.before().period)


def _direction(*, good: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        told = _better(w) if good else _worse(w)
        return only(said.args["change"] in [w.change(move, kpi.unit) for kpi, move in told])

    return claim


def _what(table: str, field: str, arg: str = "day") -> Claim:
    """Some row of the list bears the date that is told."""
    return lambda w, said: only(said.args[arg] in [getattr(one, field) for one in _FOUND[table](w)])


def _slip(w: World, said: Said) -> Expected:
    days = [w.locale.say("story.since.days", n=days) for _, days in slipped_actions(w)]
    dues = [action.due for action, _ in slipped_actions(w)]
    return only(said.args["days"] in days and said.args["day"] in dues)


def _late_news(w: World, said: Said) -> Expected:
    dues = [action.due for action in new_actions(w) if action.due]
    return only(said.args["day"] in [due for due in dues if due < w.cutoff])


def _due_news(w: World, said: Said) -> Expected:
    dues = [action.due for action in new_actions(w) if action.due]
    return only(said.args["day"] in [due for due in dues if due >= w.cutoff])


def _amends(w: World, said: Said) -> Expected:
    return only((said.args["contract"], said.args["day"]) in [(one.contract, one.signed) for one in _amended(w)])


def _yearly(w: World, said: Said) -> Expected:
    amounts = [w.money(one.annual_amount) for one in _signed(w)]
    impacts = [w.money(one.annual_impact, signed=True) for one in _amended(w) if one.annual_impact]
    return only(said.args["amount"] in (*amounts, *impacts))


def _days(w: World, said: Said) -> Expected:
    """Of a date put off, of any row still to come."""
    dated = (("actions", "due"), ("objectives", "due"), ("decisions", "due"), ("risks", "due"), ("meetings", "planned"),
             ("opportunities", "decision_due"))  # fmt: skip
    for table, field in dated:
        for now in getattr(w.plan, table, ()):
            was = next((one for one in getattr(w.former, table, ()) if one.ref == now.ref), None)
            old, new = getattr(was, field, None), getattr(now, field, None)
            if old and new and new - old == timedelta(days=said.n or 0):
                return {"n": said.n}
    return None


def _note_kpi(w: World, said: Said) -> Expected:
    for kpi in w.plan.kpis:
        was = _was(w, "kpis", kpi.ref)
        if was is not None and kpi.name == said.args["name"]:
            old = w.in_unit(value_at(w.before(), was, w.before().period), was.unit, scale=card_scale(w, kpi))
            new = w.in_unit(value_at(w, kpi, w.period), kpi.unit, scale=card_scale(w, kpi))
            if (old, new) == (said.args["old"], said.args["new"]):
                return {"since": w.before().period, "until": w.period}
    return None


def _new_kpi(w: World, said: Said) -> Expected:
    return only(any(_was(w, "kpis", kpi.ref) is None for kpi in w.plan.kpis))


def _first_value(w: World, said: Said) -> Expected:
    pairs = [(kpi, _was(w, "kpis", kpi.ref)) for kpi in w.plan.kpis]
    return only(
        any(
            was is not None
            and value_at(w, kpi, w.period) is not None
            and value_at(w.before(), was, w.before().period) is None
            for kpi, was in pairs
        )
    )


def _statuses(w: World) -> list[tuple[str, str]]:
    pairs = [(kpi, _was(w, "kpis", kpi.ref)) for kpi in w.plan.kpis]
    return [(colour(w.before(), was), colour(w, kpi)) for kpi, was in pairs if was is not None]


def _was_status(w: World, said: Said) -> Expected:
    letters = [letter(w, old) for old, new in _statuses(w) if old != new]
    return only(said.args["status"] in letters, quarter=w.before().period)


def letter(w: World, rag: str) -> str:
    """The letter of a colour."""
    french = {"green": "V", "amber": "O", "red": "R"}.get(rag, "–")
    return french if w.locale.language.value == "fr" else {"V": "G", "O": "A"}.get(french, french)


def _moved(w: World, said: Said) -> Expected:
    printed = [
        (
            w.in_unit(value_at(w.before(), was, w.before().period), was.unit, scale=card_scale(w, kpi)),
            w.in_unit(value_at(w, kpi, w.period), kpi.unit, scale=card_scale(w, kpi)),
        )
        for kpi in w.plan.kpis
        if (was := _was(w, "kpis", kpi.ref)) is not None
    ]
    return only((said.args["old"], said.args["new"]) in printed)


_FOUND: dict[str, Any] = {
    "closed": closed_actions,
    "new": new_actions,
    "slipped": slipped_actions,
    "signed": _signed,
    "amended": _amended,
    "ended": _ended,
    "applied": _applied,
}
S = "story.since"
CLAIMS: Claims = {
    f"{S}.kpis.up": _kpis(up=True),
    f"{S}.kpis.up_all": _kpis(up=True, of_all=True),
    f"{S}.kpis.down": _kpis(up=False),
    f"{S}.kpis.flat": _flat(of_all=True),
    f"{S}.kpis.flat_known": _flat(of_all=False),
    f"{S}.rest": lambda w, _: {"quarter": w.before().period},
    f"{S}.nothing": lambda w, _: only(
        not closed_actions(w) and not slipped_actions(w) and not new_actions(w), quarter=w.before().period
    ),
    f"{S}.none": _nothing,
    **{
        f"{S}.{family}.{key}": _many(key, feminine=True)
        for family in ("actions", "too")
        for key in ("closed", "slipped")
    },
    f"{S}.actions.both": _closed_and_slipped,
    f"{S}.too.both": _closed_and_slipped,
    f"{S}.slipped_too": _many("slipped", feminine=True),
    **{f"{S}.{key}": _many(key, feminine=False) for key in ("signed", "amended", "ended")},
    **{f"{S}.{key}": _many(key, feminine=True) for key in ("applied", "new")},
    f"{S}.better": _direction(good=True),
    f"{S}.worse": _direction(good=False),
    f"{S}.unchanged": lambda w, _: only(any(move == 0 for _, move in _moves(w))),
    f"{S}.new_kpi": _new_kpi,
    f"{S}.not_comparable": lambda w, _: only(any(move is None for _, move in _moves(w))),
    f"{S}.first_value": _first_value,
    f"{S}.no_value": lambda w, _: only(any(value_at(w, kpi, w.period) is None for kpi in w.plan.kpis)),
    f"{S}.was": _was_status,
    f"{S}.same_status": lambda w, _: only(any(old == new for old, new in _statuses(w))),
    f"{S}.moved": _moved,
    **{f"{S}.group.{key}": _title(key) for key in ("closed", "slipped", "new")},
    **{
        f"{S}.group.{kind}": lambda w, said: only(not _agreed(w) or said.key.endswith(_kind_of_agreed(w)))
        for kind in ("contracts", "decisions", "both")
    },
    f"{S}.what.closed": _what("closed", "done"),
    f"{S}.what.closed_undated": lambda w, _: only(any(action.done is None for action in closed_actions(w))),
    f"{S}.what.slipped": _slip,
    f"{S}.what.due": _due_news,
    f"{S}.what.late": _late_news,
    f"{S}.what.undated": lambda w, _: only(any(action.due is None for action in new_actions(w))),
    f"{S}.what.signed": _what("signed", "signed"),
    f"{S}.what.signed_undated": lambda w, _: only(any(one.signed is None for one in _signed(w))),
    f"{S}.what.amended": _amends,
    f"{S}.what.ended": lambda w, said: only(said.args["day"] in [term.contract.end for term in _ended(w)]),
    f"{S}.what.ended_undated": lambda w, _: only(any(term.contract.end is None for term in _ended(w))),
    f"{S}.what.applied": lambda w, _: only(_applied(w)),
    f"{S}.days": _days,
    f"{S}.yearly": _yearly,
    f"{S}.mark.new": lambda w, _: only(new_actions(w)),
    f"{S}.mark.closed": lambda w, _: only(closed_actions(w)),
    f"{S}.mark.slipped": lambda w, _: only(slipped_actions(w)),
    f"{S}.more_kpis": lambda w, _: only(len(w.plan.kpis) > 6, n=len(w.plan.kpis) - 6),
    f"{S}.more": _more,
    f"{S}.source": lambda w, _: {"quarter": w.before().period, "day": w.before().cutoff},
    f"{S}.note": lambda w, _: {"quarter": w.before().period, "day": w.before().cutoff},
    f"{S}.note_kpi": _note_kpi,
}
