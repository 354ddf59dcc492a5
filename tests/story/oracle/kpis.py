"""Claims about KPIs: where they stand against their targets, and how they moved."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.locales.formats import common_scale
from generator.locales.money_scale import MoneyScale
from generator.model.choices import Calculation, Direction
from generator.model.quarter import Quarter
from tests.story.oracle.meetings import counted_meetings, rate
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, only


def value_at(w: World, kpi: Any, quarter: Quarter) -> Decimal | None:
    """The value of a KPI in a quarter: typed, or worked by hand where it is computed."""
    if quarter > w.period:
        return None
    if kpi.calculation is Calculation.MANUAL:
        return kpi.quarters.get(quarter)  # type: ignore[no-any-return]
    if kpi.calculation is Calculation.MEETINGS:
        return rate(w, quarter)
    return w.worked[kpi.ref].get(quarter)


def colour(w: World, kpi: Any) -> str:
    """Green at or past the target, amber at or past the threshold, else red; none without a value or a target."""
    value = value_at(w, kpi, w.period)
    if value is None or kpi.target is None:
        return "none"
    sign = 1 if kpi.direction is Direction.UP else -1
    if (value - kpi.target) * sign >= 0:
        return "green"
    return "amber" if kpi.threshold is not None and (value - kpi.threshold) * sign >= 0 else "red"


def of_colour(w: World, *colours: str) -> list[Any]:
    """The KPIs of some colours, in the order of the rows."""
    return [kpi for kpi in w.plan.kpis if colour(w, kpi) in colours]


def _is_shown(w: World, shade: str) -> bool:
    """Whether a KPI has a colour, or had it in the plan before."""
    return bool(of_colour(w, shade) or (w.former is not None and of_colour(w.before(), shade)))


def _against(w: World, kpi: Any) -> Decimal | None:
    """The change told: since the plan before where both can be compared, else since the quarter before."""
    if w.former is not None:
        return _changes(w, kpi)
    now, then = value_at(w, kpi, w.period), value_at(w, kpi, w.period.plus(-1))
    return None if now is None or then is None else now - then


def card_scale(w: World, kpi: Any) -> MoneyScale:
    """The unit of all amounts of a card: values shown, target, threshold, gap and change."""
    now = value_at(w, kpi, w.period)
    gap = None if now is None or kpi.target is None else now - kpi.target
    shown = [value for _, value in _shown(w, kpi)]
    return common_scale(one for one in (*shown, now, kpi.target, kpi.threshold, gap, _against(w, kpi)) if one)


def _in_unit(w: World, kpi: Any, value: Decimal | None) -> str:
    return w.in_unit(value, kpi.unit, scale=card_scale(w, kpi))


def _change(w: World, kpi: Any, value: Decimal | None) -> str:
    return w.change(value, kpi.unit, scale=card_scale(w, kpi))


def target(w: World, kpi: Any) -> str:
    """A target as it is printed: at most where less is better."""
    value = _in_unit(w, kpi, kpi.target)
    if kpi.target is None or kpi.direction is Direction.UP:
        return value
    return w.locale.say("story.at_most", value=value)


def _value(w: World, kpi: Any) -> str:
    return _in_unit(w, kpi, value_at(w, kpi, w.period))


def _worst(w: World) -> list[Any]:
    """Those in the red if any, else in the amber, that miss their target by most for what it is."""

    def gap(kpi: Any) -> Decimal:
        value = value_at(w, kpi, w.period)
        assert value is not None
        return Decimal(abs(value - kpi.target) / (abs(kpi.target) or Decimal(1)))

    missed = of_colour(w, "red") or of_colour(w, "amber")
    return [kpi for kpi in missed if gap(kpi) == max(map(gap, missed))]


def _changes(w: World, kpi: Any) -> Decimal | None:
    """The change since the plan before, where both can be compared."""
    was = None if w.former is None else next((one for one in w.former.kpis if one.ref == kpi.ref), None)
    if was is None or (was.calculation, was.unit, was.filter) != (kpi.calculation, kpi.unit, kpi.filter):
        return None
    now, then = value_at(w, kpi, w.period), value_at(w.before(), was, w.before().period)
    return None if now is None or then is None else now - then


def _headline(kind: str, *, since: bool) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        green, total = of_colour(w, "green"), len(w.plan.kpis)
        rated = of_colour(w, "green", "amber", "red")
        found = "none" if not green else "all" if len(green) == total else "some"
        if not rated or found != kind:
            return None
        number = len(green) if kind == "some" else total
        told: dict[str, Any] = {"n": number, "count": w.word(number), "total": w.word(total), "period": w.period}
        named = green if kind == "all" else _worst(w)
        name = w.called if kind == "all" else w.quoted
        options = [
            {"name": name(kpi.ref, kpi.name), "value": _value(w, kpi), "target": target(w, kpi)}
            | ({"change": _change(w, kpi, _changes(w, kpi))} if since else {})
            for kpi in named
        ]
        says = {key: said.args.get(key) for key in options[0]} if options else {}
        return only(says in options, **told)

    return claim


def _others_unrated(w: World, said: Said) -> Expected:
    green, total = of_colour(w, "green"), len(w.plan.kpis)
    unrated = of_colour(w, "none")
    told = green and unrated and len(green) + len(unrated) == total
    return only(told, n=len(green), count=w.word(len(green)), total=w.word(total), period=w.period)


def _unrated(w: World, said: Said) -> Expected:
    return only(len(of_colour(w, "none")) == len(w.plan.kpis), n=len(w.plan.kpis), period=w.period)


def _takeaway(*colours: str, exact: bool | None = None) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        for kpi in of_colour(w, *colours):
            value = value_at(w, kpi, w.period)
            gap = None if value is None or kpi.target is None else value - kpi.target
            told = {"name": w.called(kpi.ref, kpi.name), "value": _value(w, kpi), "target": target(w, kpi)}
            if "gap" in said.args:
                told["gap"] = _change(w, kpi, gap)
            if all(said.args[key] == shown for key, shown in told.items()) and (exact is None or exact is (gap == 0)):
                return {"period": w.period}
        return None

    return claim


def _unknown(w: World, said: Said) -> Expected:
    names = [w.quoted(kpi.ref, kpi.name) for kpi in w.plan.kpis if value_at(w, kpi, w.period) is None]
    return only(said.args["name"] in names, period=w.period)


def _shown(w: World, kpi: Any) -> list[tuple[Quarter, Decimal]]:
    """The values of its chart: those known among the eight quarters to the period."""
    quarters = w.period.back(8)
    values = ((quarter, value_at(w, kpi, quarter)) for quarter in quarters)
    return [(quarter, value) for quarter, value in values if value is not None]


def _reading(way: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        for kpi in w.plan.kpis:
            shown = _shown(w, kpi)
            if len(shown) < 2 or kpi.name != said.args["name"]:
                continue
            (first_at, first), (last_at, last) = shown[0], shown[-1]
            printed = _in_unit(w, kpi, first), _in_unit(w, kpi, last)
            found = "flat" if printed[0] == printed[1] else "up" if last > first else "down"
            told = (printed[0], first_at, printed[1], last_at)
            says = tuple(said.args[key] for key in ("first", "first_quarter", "last", "last_quarter"))
            if found == way and told == says:
                return {"change": _change(w, kpi, last - first)}
        return None

    return claim


def _turned(*, up: bool) -> Claim:
    """No quarter after the turn goes back, none before it stands alone: the extreme lies where it is said to."""

    def claim(w: World, said: Said) -> Expected:
        for kpi in w.plan.kpis:
            shown = _shown(w, kpi)
            places = [rank for rank, (quarter, _) in enumerate(shown) if quarter == said.args["turn_quarter"]]
            if len(shown) < 3 or not places or 0 in places:
                continue
            values = [value if up else -value for _, value in shown]
            at = places[0]
            rest = values[at:]
            before, here = values[at - 1], values[at]
            turns = rest == sorted(rest) and rest[1:2] > [here] and here < values[0] and before >= here
            told = {
                f"{name}{suffix}": part
                for name, (quarter, value) in (("first", shown[0]), ("turn", shown[at]), ("last", shown[-1]))
                for suffix, part in (("", _in_unit(w, kpi, value)), ("_quarter", quarter))
            }
            if turns and all(said.args[name] == value for name, value in told.items()):
                return told
        return None

    return claim


def _year(w: World, said: Said) -> Expected:
    before = w.period.plus(-4)
    changes = [
        _change(w, kpi, now - then)
        for kpi in w.plan.kpis
        if (now := value_at(w, kpi, w.period)) is not None and (then := value_at(w, kpi, before)) is not None
    ]
    return only(said.args["change"] in changes, quarter=before)


def _bands(w: World) -> Iterator[dict[str, str]]:
    for kpi in w.plan.kpis:
        if kpi.target is not None:
            edge = kpi.target if kpi.threshold is None else kpi.threshold
            yield {
                "target": _in_unit(w, kpi, kpi.target),
                "threshold": _in_unit(w, kpi, kpi.threshold),
                "red_edge": _in_unit(w, kpi, edge),
                "way": "up" if kpi.direction is Direction.UP else "down",
            }


def _band(w: World, said: Said) -> Expected:
    way = said.key.split(".")[-2]
    return only({**said.args, "way": way} in list(_bands(w)))


def _card(w: World, said: Said) -> Expected:
    cards = [(kpi.name, _value(w, kpi), target(w, kpi)) for kpi in w.plan.kpis]
    return only((said.args["name"], said.args["value"], said.args["target"]) in cards)


def _chart(w: World, said: Said) -> Expected:
    for kpi in w.plan.kpis:
        shown = _shown(w, kpi)
        if kpi.name == said.args["name"] and shown:
            now = value_at(w, kpi, w.period)
            told = {"first": _in_unit(w, kpi, shown[0][1]), "first_quarter": shown[0][0], "target": target(w, kpi)}
            told |= {"last": _in_unit(w, kpi, now), "last_quarter": w.period}
            if all(w.locale.value(said.args[key]) == w.locale.value(value) for key, value in told.items()):
                return {}
    return None


def _note(w: World, said: Said) -> Expected:
    return only((said.args["name"], said.args["value"]) in [(kpi.name, _value(w, kpi)) for kpi in w.plan.kpis])


def _fact(w: World, said: Said) -> Expected:
    kind = said.key.rpartition(".")[2]
    against = w.period.plus(-1) if w.former is None else w.before().period
    for kpi in w.plan.kpis:
        value = value_at(w, kpi, w.period)
        if value is None or w.called(kpi.ref, kpi.name) != said.args["name"]:
            continue
        before = value_at(w, kpi, w.period.plus(-1))
        moved = _changes(w, kpi) if w.former else None if before is None else value - before
        base = "name_only" if kpi.target is None else "reached" if colour(w, kpi) == "green" else "missed"
        found = base if not moved else "change_only" if kpi.target is None else f"{base}_change"
        if found == kind and said.args["target"] == target(w, kpi):
            return {"quarter": against} | ({"change": _change(w, kpi, moved)} if moved else {})
    return None


def _strength(kind: str) -> Claim:
    def claim(w: World, said: Said) -> Expected:
        green, total = of_colour(w, "green"), len(w.plan.kpis)
        rated = of_colour(w, "green", "amber", "red")
        found = "none" if not green else "all" if len(green) == total else "some"
        if not rated or found != kind:
            return None
        if kind == "none":
            return {"n": total, "total": w.word(total)}
        named = [f"{w.called(kpi.ref, kpi.name)} {_value(w, kpi)}" for kpi in _named(w, "green")]
        pairs = [w.locale.join(list(pair)) for pair in ((a, b) for a in named for b in named)]
        told = {"n": len(green), "count": w.word(len(green)), "total": w.word(total)}
        return only(said.args["best"] in (*named, *pairs), **told)

    return claim


_OURS = ("SEGMENT_REVENUE", "PENETRATION", "RENEWAL")


def _named(w: World, *colours: str) -> list[Any]:
    """The KPIs that the headline may name: no rhythm of ours, and to the client none of our own business."""
    behind = ("MEETINGS", "COVERAGE", *(() if w.is_internal else _OURS))
    return [one for one in of_colour(w, *colours) if one.calculation.name not in behind]


def standing(w: World, *colours: str) -> list[dict[str, str]]:
    """The KPIs of some colours that may be named, as they stand."""
    rows = _named(w, *colours)
    return [{"name": w.quoted(kpi.ref, kpi.name), "value": _value(w, kpi), "target": target(w, kpi)} for kpi in rows]


def _standing(colour: str) -> Claim:
    """One of the KPIs of a colour, as it stands."""

    def claim(w: World, said: Said) -> Expected:
        shown = {name: str(w.locale.value(said.args[name])) for name in ("name", "value", "target")}
        rows, told = _named(w, colour), standing(w, colour)
        counts = {"n": len(rows), "count": w.word(len(rows))} if colour == "red" else {}
        return only(shown in told and _named(w, "red"), **counts)

    return claim


def _but(w: World, said: Said) -> Expected:
    """Something is off target or late, and something is on target."""
    return only((_named(w, "red") or w.late_actions) and of_colour(w, "green"))


def _unnamed(kind: str) -> Claim:
    """Where none of those on target may be named."""

    def claim(w: World, said: Said) -> Expected:
        green, total = of_colour(w, "green"), len(w.plan.kpis)
        found = "all" if len(green) == total else "some"
        return only(green and found == kind, n=len(green), count=w.word(len(green)), total=w.word(total))

    return claim


def _facts(w: World, said: Said) -> Expected:
    known = [kpi for kpi in w.plan.kpis if value_at(w, kpi, w.period) is not None]
    number = min(3, len(known))
    return only(number, n=number, count=w.word(number))


def _out_of(w: World, said: Said) -> Expected:
    """Of KPIs on target, or of meetings held."""
    told = (said.args["part"], said.args["whole"])
    return only(told in ((len(of_colour(w, "green")), len(w.plan.kpis)), counted_meetings(w)))


def _since(w: World, said: Said) -> Expected:
    return only(w.former, quarter=w.former and w.before().period)


H, K, T, F = "story.kpis.headline", "story.kpis", "story.kpis.takeaway", "story.summary.fact"
CLAIMS: Claims = {
    **{f"{H}.{kind}": _headline(kind, since=False) for kind in ("all", "none", "some")},
    **{f"{H}.{kind}_since": _headline(kind, since=True) for kind in ("all", "none", "some")},
    f"{H}.others_unrated": _others_unrated,
    f"{H}.unrated": _unrated,
    f"{K}.source": lambda w, _: {"n": len(w.plan.kpis)},
    f"{K}.source_client": lambda w, _: {"n": len(w.plan.kpis)},
    "story.count.kpis": lambda w, _: only(w.plan.kpis, n=len(w.plan.kpis)),
    f"{K}.dashed": lambda w, _: only(any(kpi.target is not None for kpi in w.plan.kpis)),
    f"{K}.change": lambda w, _: {"quarter": w.period.plus(-1)},
    f"{K}.since": _since,
    f"{K}.comment": _year,
    f"{K}.followed": lambda w, said: only(
        (said.args["ref"], said.args["owner"]) in [(kpi.ref, kpi.owner) for kpi in w.plan.kpis]
    ),
    f"{T}.on_target": _takeaway("green", exact=False),
    f"{T}.at_target": _takeaway("green", exact=True),
    f"{T}.off_target": _takeaway("amber", "red", exact=False),
    f"{T}.untargeted": lambda w, said: only(
        said.args["name"] in [w.called(kpi.ref, kpi.name) for kpi in w.plan.kpis if kpi.target is None],
        period=w.period,
    ),
    f"{T}.unknown": _unknown,
    **{f"{K}.reading.{way}": _reading(way) for way in ("up", "down", "flat")},
    f"{K}.reading.rebound": _turned(up=True),
    f"{K}.reading.relapse": _turned(up=False),
    f"{K}.reading.year": _year,
    **{f"{K}.band.{way}.{rag}": _band for way in ("up", "down") for rag in ("green", "amber", "red")},
    f"{K}.alt.card": _card,
    f"{K}.alt.chart": _chart,
    f"{K}.note": _note,
    f"{K}.window": lambda w, said: {"count": w.word(said.n or 0)},
    **{
        f"{F}.{kind}": _fact
        for kind in ("reached", "reached_change", "missed", "missed_change", "change_only", "name_only")
    },
    **{f"story.summary.strength.{kind}": _strength(kind) for kind in ("all", "some", "none")},
    **{f"story.summary.strength.{kind}_unnamed": _unnamed(kind) for kind in ("all", "some")},
    "story.summary.headline.but": _but,
    "story.summary.red": _standing("red"),
    "story.summary.green": _standing("green"),
    "story.summary.facts": _facts,
    "story.summary.tile.out_of": _out_of,
    "story.summary.tile.unmeasured": lambda w, _: only(len(of_colour(w, "none")) == len(w.plan.kpis)),
    **{
        f"story.legend.{rag}": lambda w, said: only(_is_shown(w, said.key.rpartition(".")[2]))
        for rag in ("green", "amber", "red")
    },
}
