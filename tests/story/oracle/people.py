"""Claims about the client's people: who supports us, who is against, whom to win over, who decides how."""

from __future__ import annotations

from typing import Any

from generator.model.choices import Attitude, DecisionRole, Power
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, only

_FOR = (Attitude.CHAMPION, Attitude.SUPPORTER)
_AGAINST = (Attitude.RESERVED, Attitude.OPPONENT)


def _active(w: World) -> list[Any]:
    return [contact for contact in w.plan.contacts if contact.active]


def _deciders(w: World) -> list[Any]:
    return [one for one in _active(w) if one.decision_role is DecisionRole.DECISION_MAKER]


def _first_against(w: World) -> list[str]:
    rows = [one for one in _active(w) if one.attitude in _AGAINST]
    most = max((one.influence or 0 for one in rows), default=0)
    return [w.presented(one.name, one.function) for one in rows if (one.influence or 0) == most]


def _headline(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        deciders = _deciders(w)
        won = [one for one in deciders if one.attitude in _FOR]
        base = "none" if not won else "all" if len(won) == len(deciders) else "some"
        found = f"{base}_adverse" if _first_against(w) else base
        if not deciders or found != kind:
            return None
        number = len(deciders) if base == "none" else len(won)
        told = {"n": number, "total": w.word(len(deciders)), "count": w.word(len(won))}
        return only("who" not in said.args or said.args["who"] in _first_against(w), **told)

    return claim


def _to_win(w: World) -> list[Any]:
    rows = [
        one for one in _active(w) if (one.influence or 0) >= 4 and one.attitude is not None and one.attitude not in _FOR
    ]
    return sorted(rows, key=lambda one: -one.influence)


def _targets(w: World, said: Said) -> Expected:
    rows = _to_win(w)
    names = [one.name for one in rows if one.influence == rows[0].influence]
    return only(rows and said.args["name"] in names, n=len(rows), count=w.word(len(rows), feminine=True), influence=4)


def _initials(name: str) -> str:
    return "".join(part[:1] for part in name.replace("-", " ").split())[:3].upper()


def _lead(w: World, said: Said) -> Expected:
    rows = [one for one in _active(w) if one in _to_win(w)]
    names = [one.name if len(rows) <= 3 else _initials(one.name) for one in rows]
    return only(rows, names=w.locale.join(names))


def _organisation(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        rows = _active(w)
        met = [one for one in rows if one.counterpart]
        found = "none" if not met else "all" if len(met) == len(rows) else "some"
        number = len(met) or len(rows)
        return only(found == kind, n=number, count=w.word(number), total=w.word(len(rows)))

    return claim


def _undrawn(w: World, said: Said) -> Expected:
    """Those below the twelfth level: whoever has left is passed over."""
    chiefs = {one.name: one for one in w.plan.contacts}

    def level(one: Any) -> int:
        found, above = 1, one
        while above.manager in chiefs:
            above = chiefs[above.manager]
            found += above.active
        return found

    number = sum(level(one) > 12 for one in _active(w))
    return only(number, n=number, levels=12)


def _grid(w: World, said: Said) -> Expected:
    placed = [(one.name, one.influence, one.attitude and one.attitude.label) for one in _active(w)]
    return only((said.args["name"], said.args["influence"], said.args["attitude"]) in placed)


def _counterpart(w: World, said: Said) -> Expected:
    names = [one.counterpart.partition(" ") for one in _active(w) if one.counterpart]
    return only(said.args["name"] in [f"{first[:1]}.\u00a0{last}" if last else first for first, _, last in names])


# --- who turned since the last committee


_ORDER = (Attitude.OPPONENT, Attitude.RESERVED, Attitude.NEUTRAL, Attitude.SUPPORTER, Attitude.CHAMPION)


def _pairs(w: World) -> list[tuple[Any, Any]]:
    """Those who are there and were: by reference, by name where there is none."""
    if w.former is None or not w.is_internal:
        return []
    former = [one for one in w.former.contacts if one.active]
    pairs = []
    for now in _active(w):
        by_ref = next((one for one in former if now.ref and one.ref == now.ref), None)
        was = by_ref or next((one for one in former if one.name == now.name and not (one.ref and now.ref)), None)
        if was:
            pairs.append((was, now))
    return pairs


def _step(was: Any, now: Any) -> int:
    return _ORDER.index(now.attitude) - _ORDER.index(was.attitude) if was.attitude and now.attitude else 0


def _fallen(w: World) -> list[tuple[Any, Any]]:
    return [(was, now) for was, now in _pairs(w) if _step(was, now) < 0]


def _risen(w: World) -> list[tuple[Any, Any]]:
    return [(was, now) for was, now in _pairs(w) if _step(was, now) > 0]


def _heavier(w: World) -> list[tuple[Any, Any]]:
    weighed = [(was, now) for was, now in _pairs(w) if was.influence and now.influence and not _step(was, now)]
    return [(was, now) for was, now in weighed if was.influence != now.influence]


def _stance(w: World, contact: Any) -> str:
    return w.locale.say(f"story.people.stance.{contact.attitude.name.lower()}")


def _called(w: World, now: Any) -> str:
    assert w.former is not None
    told = {"name": now.name, "stance": _stance(w, now)}
    if now.observed_on and w.former.account.cutoff < now.observed_on <= w.cutoff:
        return w.locale.say("story.people.news.since", month=w.locale.month_long(now.observed_on), **told)
    return w.locale.say("story.people.news.now", **told)


def _away(w: World, said: Said) -> Expected:
    fallen = [now for _, now in _fallen(w)]
    if not fallen:
        return None
    coldest = min(_ORDER.index(now.attitude) for now in fallen)
    against = [now for now in fallen if _ORDER.index(now.attitude) == coldest]
    most = max(now.influence or 0 for now in against)
    first = [_called(w, now) for now in against if (now.influence or 0) == most]
    return only(said.args["who"] in first, n=len(fallen), count=w.word(len(fallen), feminine=True))


def _towards(w: World, said: Said) -> Expected:
    risen = [now for _, now in _risen(w)]
    most = max((now.influence or 0 for now in risen), default=0)
    first = [_called(w, now) for now in risen if (now.influence or 0) == most]
    is_so = not _fallen(w) and said.args["who"] in first
    return only(is_so, n=len(risen), count=w.word(len(risen), feminine=True))


def _weight(w: World, said: Said) -> Expected:
    changed = _heavier(w)
    most = max((abs(now.influence - was.influence) for was, now in changed), default=0)
    first = [(now.name, was.influence, now.influence) for was, now in changed]
    first = [one for one in first if abs(one[2] - one[1]) == most]
    is_so = not _fallen(w) and not _risen(w) and (said.args["name"], said.args["old"], said.args["new"]) in first
    return only(is_so, n=len(changed), count=w.word(len(changed), feminine=True))


def _news_of(w: World, said: Said) -> Expected:
    turned = [now for _, now in (*_fallen(w), *_risen(w))]
    in_time = [now for now in turned if now.name == said.args["name"]]
    months = [None, *(w.locale.month_long(now.observed_on) for now in in_time if now.observed_on)]
    return only(said.args["stance"] in [_stance(w, now) for now in in_time] and said.args.get("month") in months)


def _turn(w: World, said: Said) -> Expected:
    turned = [(_stance(w, was), _stance(w, now)) for was, now in (*_fallen(w), *_risen(w))]
    return only((said.args["old"], said.args["new"]) in turned)


def _turn_weight(w: World, said: Said) -> Expected:
    told = (said.args["old"], said.args["new"])
    changed = [(was, now) for was, now in _pairs(w) if was.influence and now.influence]
    return only(told in [(was.influence, now.influence) for was, now in changed if was.influence != now.influence])


def turned(w: World) -> int:
    """How many people turned or weigh more or less, each once."""
    return len(_fallen(w)) + len(_risen(w)) + len(_heavier(w))


def _support(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        deciders = _deciders(w)
        won = [one for one in deciders if one.attitude in _FOR]
        found = "none" if not won else "all" if len(won) == len(deciders) else "some"
        told = {"count": w.word(len(won)), "total": w.word(len(deciders))}
        return only(deciders and found == kind, n=len(won) or len(deciders), **told)

    return claim


# --- approval circuits


def _circuits(w: World) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for step in w.plan.approval_steps:  # type: ignore[attr-defined]
        found.setdefault(step.purchase_type, []).append(step)
    return {name: sorted(steps, key=lambda step: step.step) for name, steps in found.items()}


def _days(steps: list[Any]) -> int:
    return sum(step.delay_days or 0 for step in steps)


_POWERS = (Power.VETO, Power.SIGNS, Power.APPROVES, Power.ADVISES, Power.PROPOSES)


def _end(w: World, steps: list[Any]) -> str:
    """Who resists where it weighs most, else who signs, else who comes last."""
    people = {one.name: one for one in _active(w)}
    against = [(step, people[step.contact]) for step in steps if step.contact in people]
    against = [(step, one) for step, one in against if one.attitude in _AGAINST]
    for power in _POWERS:
        there = [(step, one) for step, one in against if step.power is power]
        if there:
            one = min((one for _, one in there), key=lambda one: -(one.influence or 0))
            does = w.locale.say(f"story.paths.does.{power.name.lower()}")
            return w.locale.say("story.paths.resists", name=one.name, stance=_stance(w, one), does=does)
    signers = [step.contact for step in steps if step.power is Power.SIGNS]
    key = "story.paths.signs" if signers else "story.paths.ends"
    return w.locale.say(key, name=(signers or [steps[-1].contact])[0])


def _told_end(w: World, said: Said) -> Expected:
    ends = [w.locale.say(said.key, **said.args) == _end(w, steps) for steps in _circuits(w).values()]
    return only(any(ends))


def _answer(kind: str) -> Claim:
    """The action that is told is open and addressed to somebody, and none is addressed to them before it."""

    def claim(w: World, said: Said) -> Expected:
        open_ones = [one for one in w.open_actions if one.addressee]
        if kind == "none":
            return only({one.name for one in _active(w)} - {one.addressee for one in open_ones})
        action = next((one for one in open_ones if one.ref == said.args["ref"]), None)
        if action is None:
            return None
        same = [one for one in open_ones if one.addressee == action.addressee]
        before = [one for one in same if one.due and (not action.due or one.due < action.due)]
        found = "undated" if not action.due else "late" if action.due < w.cutoff else "due"
        return only(not before and found == kind, **({"due": action.due} if action.due else {}))

    return claim


def _path(*, timed: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        circuits = _circuits(w)
        longest = max((_days(steps), len(steps)) for steps in circuits.values())
        for name, steps in circuits.items():
            told = w.locale.say("story.quoted", text=name) if w.is_foreign else w.running(name)
            if (_days(steps), len(steps)) == longest and said.args["name"] == told and bool(longest[0]) is timed:
                days = {"days": w.locale.say("story.days_long", n=longest[0])} if timed else {}
                return {"n": len(steps), "steps": w.word(len(steps), feminine=True), "last": _end(w, steps), **days}
        return None

    return claim


P, H = "story.people", "story.people.headline"
CLAIMS: Claims = {
    **{
        f"{H}.{kind}": _headline(kind)
        for kind in ("some_adverse", "none_adverse", "all_adverse", "some", "all", "none")
    },
    f"{H}.no_decider": lambda w, _: only(not _deciders(w), n=len(_active(w)), count=w.word(len(_active(w)))),
    f"{H}.nobody_to_win": lambda w, _: only(not _to_win(w), influence=4),
    f"{H}.to_win": _targets,
    f"{P}.news.away": _away,
    f"{P}.news.towards": _towards,
    f"{P}.news.weight": _weight,
    f"{P}.news.since": _news_of,
    f"{P}.news.now": _news_of,
    f"{P}.turn": _turn,
    f"{P}.turn_weight": _turn_weight,
    **{f"{P}.support.{kind}": _support(kind) for kind in ("some", "all", "none")},
    "story.since.group.people": lambda w, _: {"n": turned(w)},
    **{f"{P}.organisation.{kind}": _organisation(kind) for kind in ("all", "some", "none")},
    f"{P}.organisation.source": lambda w, _: {"n": len(_active(w))},
    f"{P}.undrawn": _undrawn,
    f"{P}.source": lambda w, _: {"n": len(_active(w))},
    f"{P}.influence": lambda w, said: only(said.args["level"] in [one.influence for one in _active(w)]),
    f"{P}.counterpart": _counterpart,
    f"{P}.no_counterpart": lambda w, _: only(w.is_internal and any(not one.counterpart for one in _active(w))),
    f"{P}.dated_fact": lambda w, said: only(
        said.args["day"] in [one.observed_on for one in _active(w) if one.observed_fact]
    ),
    f"{P}.grid_alt": _grid,
    f"{P}.to_win": _lead,
    f"{P}.to_win_note": lambda w, _: {"n": len(_to_win(w))},
    f"{P}.nobody_to_win": lambda w, _: only(not _to_win(w)),
    f"{P}.chart_caption": lambda w, _: {"cutoff": w.cutoff},
    **{f"story.answer.{kind}": _answer(kind) for kind in ("due", "late", "undated", "none")},
    **{f"story.paths.{key}": _told_end for key in ("signs", "ends", "resists")},
    "story.paths.headline.days": _path(timed=True),
    "story.paths.headline.steps": _path(timed=False),
    "story.paths.threshold": lambda w, said: only(
        said.args["amount"]
        in [w.money(steps[0].threshold) for steps in _circuits(w).values() if steps[0].threshold is not None]
    ),
    "story.paths.total_delay": lambda w, said: only(said.n in [_days(steps) for steps in _circuits(w).values()]),
    "story.paths.delay": lambda w, said: only(
        said.n in [step.delay_days for steps in _circuits(w).values() for step in steps]
    ),
    "story.paths.source": lambda w, _: {"n": sum(map(len, _circuits(w).values()))},
}
