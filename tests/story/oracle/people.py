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


# --- approval circuits


def _circuits(w: World) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for step in w.plan.approval_steps:  # type: ignore[attr-defined]
        found.setdefault(step.purchase_type, []).append(step)
    return {name: sorted(steps, key=lambda step: step.step) for name, steps in found.items()}


def _days(steps: list[Any]) -> int:
    return sum(step.delay_days or 0 for step in steps)


def _path(*, timed: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        circuits = _circuits(w)
        longest = max((_days(steps), len(steps)) for steps in circuits.values())
        for name, steps in circuits.items():
            signer = next((step.contact for step in steps if step.power is Power.SIGNS), steps[-1].contact)
            told = w.locale.say("story.quoted", text=name) if w.is_foreign else w.running(name)
            if (_days(steps), len(steps)) == longest and said.args["name"] == told and bool(longest[0]) is timed:
                days = {"days": w.locale.say("story.days_long", n=longest[0])} if timed else {}
                return {"n": len(steps), "steps": w.word(len(steps), feminine=True), "signer": signer, **days}
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
