"""Claims about the client, and about what changed row by row since the version before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.model.mapping import Contact, SharedContact
from generator.model.schema import table_of, tables
from generator.model.table import Layout
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claim, Claims, World, only


def _pairs(w: World) -> list[tuple[Any, Any]]:
    """Each person active then or now, as they were and as they are; None where they were not or are not there."""
    assert w.former is not None
    was, now = (_by_reference(w, plan.contacts) for plan in (w.former, w.plan))
    names = dict.fromkeys([*now, *was])
    return [(_there(was.get(name)), _there(now.get(name))) for name in names]


def _by_reference(w: World, people: Any) -> dict[str, Any]:
    """People by their reference where both plans know it, which outlasts a spelling put right; else by name."""
    assert w.former is not None
    both = {one.ref for one in w.former.contacts} & {one.ref for one in w.plan.contacts}
    return {one.ref if one.ref in both and one.ref else one.name: one for one in people}


def _there(contact: Any) -> Any:
    return contact if contact is not None and contact.active else None


def _people(w: World, rows: list[Any]) -> str:
    return _joined(w, [w.presented(one.name, one.function) for one in rows])


def _joined(w: World, told: list[str]) -> str:
    others = len(told) - 8
    if others > 0:
        told = [*told[:8], w.locale.say("story.changes.others", n=others)]
    return w.locale.join(told)


def _moved(*fields: str) -> Claim:
    """Those of whom one of these fields changed, and no one else."""

    def claim(w: World, said: Said) -> Expected:
        both = [(was, now) for was, now in _pairs(w) if was and now]
        rows = [
            now for was, now in both if any(getattr(was, field, None) != getattr(now, field, None) for field in fields)
        ]
        return only(rows, n=len(rows), people=_people(w, rows))

    return claim


def _turned(field: str) -> Claim:
    """Those of whom an opinion changed, with what it was and is; with their function where either is not known."""

    def told(w: World, was: Any, now: Any) -> str:
        if not getattr(was, field) or not getattr(now, field):
            return w.presented(now.name, now.function)
        if field == "influence":
            what = w.locale.say("story.people.turn_weight", old=was.influence, new=now.influence)
        else:
            then, since = (w.locale.say(f"story.people.stance.{one.attitude.name.lower()}") for one in (was, now))
            what = w.locale.say("story.people.turn", old=then, new=since)
        return f"{now.name} ({what})"

    def claim(w: World, said: Said) -> Expected:
        both = [(was, now) for was, now in _pairs(w) if was and now]
        rows = [(was, now) for was, now in both if getattr(was, field, None) != getattr(now, field, None)]
        return only(rows, n=len(rows), people=_joined(w, [told(w, was, now) for was, now in rows]))

    return claim


def _arrived(w: World, said: Said) -> Expected:
    rows = [now for was, now in _pairs(w) if now and not was]
    return only(rows, n=len(rows), people=_people(w, rows))


def _left(w: World, said: Said) -> Expected:
    assert w.former is not None
    last = {one.name: one for one in w.plan.contacts}
    rows = [last.get(was.name, was) for was, now in _pairs(w) if was and not now and was.name not in w.silent]
    return only(rows, n=len(rows), people=_people(w, rows))


# --- rows


def _keyed(w: World, plan: Any, spec: Any) -> dict[Any, Any]:
    if spec.field == "contacts":
        return dict(_by_reference(w, plan.contacts))
    return {tuple(getattr(row, name, None) for name in spec.table.key): row for row in getattr(plan, spec.field, ())}


_ROUTINE = {("contacts", "last_contact"), ("contacts", "observed_on"), ("potential", "dated")}


def _differs(w: World, table: str, was: Any, now: Any) -> bool:
    """Whether more changed than what every quarter moves, or than values for quarters that had none.

    A name put right elsewhere is no change of the rows that name it; what we think of who has left is told no more.
    """
    has_left = table == "contacts" and not (was.active and now.active)
    opinions = Contact.model_fields.keys() - SharedContact.model_fields.keys() if has_left else set()
    renamed = {old.name: new.name for old, new in _pairs(w) if old and new}
    for field in type(now).model_fields.keys() - opinions:
        old, new = getattr(was, field), getattr(now, field)
        if field != "name" and isinstance(old, str):
            old = renamed.get(old, old)
        if isinstance(old, tuple):
            old = tuple(renamed.get(one, one) for one in old)
        if field == "quarters":
            if any(old[quarter] != new.get(quarter) for quarter in old):
                return True
        elif isinstance(old, tuple) and isinstance(new, tuple):
            if set(old) != set(new):
                return True
        elif old != new and (table, field) not in _ROUTINE:
            return True
    return False


def _rows(w: World) -> Iterator[tuple[str, str]]:
    """The table and the kind of each row that changed."""
    for spec in tables():
        if spec.table.layout is Layout.FORM:
            continue
        was, now = _keyed(w, w.former, spec), _keyed(w, w.plan, spec)
        for key in dict.fromkeys([*now, *was]):
            if key not in was:
                yield spec.field, "added"
            elif key not in now:
                yield spec.field, "removed"
            elif _differs(w, spec.field, was[key], now[key]):
                yield spec.field, "changed"


def _forms_changed(w: World) -> int:
    """One changed row where the account form changed."""
    assert w.former is not None
    was, now = w.former.account, w.plan.account
    told = [field for field in type(now).model_fields if field not in ("cutoff", "version")]
    return int(any(getattr(was, field) != getattr(now, field) for field in told))


def _count(w: World, said: Said) -> Expected:
    kind = said.key.rpartition(".")[2]
    number = sum(1 for _, found in _rows(w) if found == kind) + (_forms_changed(w) if kind == "changed" else 0)
    return {"n": number}


def _tables(w: World, said: Said) -> Expected:
    found = Counter(table for table, _ in _rows(w))
    most = [
        w.locale.label(table_of(name).table.title) for name, number in found.items() if number == max(found.values())
    ]
    rows = w.locale.say("story.changes.count", n=max(found.values()))
    return only(said.args["table"] in most, n=len(found) + _forms_changed(w), quarter=w.before().period, rows=rows)


def _unchanged(w: World, said: Said) -> Expected:
    return only(not list(_rows(w)) and not _forms_changed(w), quarter=w.before().period)


def _slip(w: World, said: Said) -> Expected:
    dated = (("actions", "due"), ("objectives", "due"), ("decisions", "due"), ("risks", "due"), ("meetings", "planned"),
             ("opportunities", "decision_due"))  # fmt: skip
    for table, field in dated:
        for now in getattr(w.plan, table, ()):
            was = next((one for one in getattr(w.former, table, ()) if one.ref == now.ref), None)
            old, new = getattr(was, field, None), getattr(now, field, None)
            if now.ref == said.args["ref"] and old and new and new > old:
                return {"days": w.locale.say("story.since.days", n=(new - old).days)}
    return None


def _since(w: World, said: Said) -> Expected:
    return {"quarter": w.before().period}


# --- the client


def _client(w: World, said: Said) -> Expected:
    kind = said.key.rpartition(".")[2]
    entities, goals = len(w.plan.entities), len(w.plan.client_goals)
    found = "both" if entities and goals else "goals" if goals else "entities"
    return only(found == kind, client=w.plan.account.client)


C, L = "story.changes", "story.client"
CLAIMS: Claims = {
    f"{C}.arrived": _arrived,
    f"{C}.left": _left,
    f"{C}.place": _moved("function", "entity", "manager"),
    f"{C}.role": _moved("decision_role"),
    f"{C}.attitude": _turned("attitude"),
    f"{C}.influence": _turned("influence"),
    f"{C}.counterpart": _moved("counterpart"),
    **{f"{C}.{kind}": _count for kind in ("added", "changed", "removed")},
    f"{C}.headline": _since,
    f"{C}.caption": _since,
    f"{C}.quarters": _since,
    f"{C}.source": lambda w, _: {"quarter": w.before().period, "day": w.before().cutoff},
    f"{C}.source_client": lambda w, _: {"quarter": w.before().period, "day": w.before().cutoff},
    f"{C}.kpi.caption": lambda w, _: {"since": w.before().period, "until": w.period},
    f"{C}.unchanged": _unchanged,
    f"{C}.rows_headline": _tables,
    f"{C}.count": lambda w, said: only(said.n == max(Counter(table for table, _ in _rows(w)).values(), default=0)),
    f"{C}.slip": _slip,
    f"{C}.first": lambda w, _: only(w.former is None and len(w.plan.revisions) == 1),
    f"{C}.first_detail": lambda w, _: only(w.former is None and len(w.plan.revisions) == 1),
    f"{C}.unknown": lambda w, _: only(w.former is None and len(w.plan.revisions) > 1),
    **{f"{L}.headline.{kind}": _client for kind in ("both", "goals", "entities")},
    f"{L}.part.entities": lambda w, _: {
        "n": len(w.plan.entities),
        "count": w.word(len(w.plan.entities), feminine=True),
    },
    f"{L}.part.goals": lambda w, _: {"n": len(w.plan.client_goals), "count": w.word(len(w.plan.client_goals))},
    f"{L}.entities_caption": lambda w, _: {"client": w.plan.account.client},
    "story.sources.headline": lambda w, _: {
        "n": len(
            [
                spec.field
                for spec in tables()
                if spec.table.layout is not Layout.FORM
                and spec.field != "outline"  # it steers the documents, and tells nothing of the account
                and getattr(w.plan, spec.field, None)
            ]
        )
    },
    "story.sources.caption": lambda w, _: {"cutoff": w.cutoff},
}
