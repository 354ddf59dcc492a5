"""The lists of the slide: actions closed, slipped and new, contracts and decisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.history.difference import Difference, Slip
from generator.history.turns import Turn, reweighed, turned_away, turned_towards
from generator.model.actions import SharedAction
from generator.model.mapping import Amendment, Contract
from generator.story.blocks.since import Change, ChangeGroup, ChangeLists
from generator.story.blocks.text import Tone
from generator.story.sections.people.turns import attitude_turned, influence_turned
from generator.story.subject import InternalSubject, Subject

MOST, WIDE_ENOUGH = 5, 4
"""How many changes a list shows, one less where there are more lists than stand at ease side by side."""
_ELSEWHERE = {"contracts": ("contracts", "register"), "people": ("changes",)}
"""The sections of the plan that tell a list whole, where they are not the actions."""


def change_lists(subject: Subject, since: Difference) -> ChangeLists | None:
    """Return the lists that hold something; None when nothing happened."""
    say, actions = subject.say, since.actions
    closed = sorted(actions.closed, key=lambda action: action.done or date.min, reverse=True)
    slipped = sorted(actions.slipped, key=lambda slip: -slip.days)
    late = {action.ref for action in actions.late}
    new = sorted(actions.new, key=lambda action: (action.ref not in late, action.due or date.max))
    turns = _turned(subject, since) if isinstance(subject, InternalSubject) else []
    told: list[tuple[str, str, list[Change]]] = [
        ("people", say("story.since.group.people", n=len(turns)), turns),
        ("closed", say("story.since.group.closed", n=len(closed)), [_closed(subject, one) for one in closed]),
        ("slipped", say("story.since.group.slipped", n=len(slipped)), [_slipped(subject, one) for one in slipped]),
        ("new", say("story.since.group.new", n=len(new)), [_new(subject, one, is_late=one.ref in late) for one in new]),
        ("contracts", _agreed_title(subject, since), _agreed(subject, since)),
    ]
    held = [one for one in told if one[2]]
    if not held:
        return None
    most = MOST if len(held) <= WIDE_ENOUGH else MOST - 1
    groups = tuple(_group(subject, key, title, changes, most) for key, title, changes in held)
    return ChangeLists(key="since/lists", groups=groups, alt=_alt(subject, groups))


def _group(subject: Subject, key: str, title: str, changes: Sequence[Change], most: int) -> ChangeGroup:
    most = min(most, subject.most("since", most))
    others = len(changes) - most
    places = _ELSEWHERE.get(key, ("actions",))
    more = subject.elsewhere(subject.say("story.since.more", n=others), *places) if others > 0 else ""
    return ChangeGroup(key=f"since/{key}", title=title, changes=tuple(changes[:most]), more=more)


def _turned(subject: InternalSubject, since: Difference) -> list[Change]:
    """Who turned away from us first, then who turned towards us, then whose weight changed."""
    changed = since.people.changed
    attitudes = [(turn, Tone.ADVERSE) for turn in turned_away(changed)]
    attitudes += [(turn, Tone.STRONG) for turn in turned_towards(changed)]
    found = [_turn(subject, turn, attitude_turned(subject, turn), tone) for turn, tone in attitudes]
    return found + [_turn(subject, turn, influence_turned(subject, turn), Tone.STRONG) for turn in reweighed(changed)]


def _turn(subject: InternalSubject, turn: Turn, what: str, tone: Tone) -> Change:
    return Change(turn.new.name, what, subject.typeset(turn.new.function), tone)


def _closed(subject: Subject, action: SharedAction) -> Change:
    key = "story.since.what.closed" if action.done else "story.since.what.closed_undated"
    return _action(subject, action, subject.say(key, day=action.done or ""), Tone.MUTED)


def _slipped(subject: Subject, slip: Slip) -> Change:
    days = subject.say("story.since.days", n=slip.days)
    what = subject.say("story.since.what.slipped", days=days, day=slip.new)
    return _action(subject, acted_on(slip), what, Tone.ADVERSE)


def _new(subject: Subject, action: SharedAction, *, is_late: bool) -> Change:
    if action.due is None:
        return _action(subject, action, subject.say("story.since.what.undated"), Tone.MUTED)
    key = "story.since.what.late" if is_late else "story.since.what.due"
    return _action(subject, action, subject.say(key, day=action.due), Tone.ADVERSE if is_late else Tone.MUTED)


def _action(subject: Subject, action: SharedAction, what: str, tone: Tone) -> Change:
    return Change(
        action.ref,
        what,
        subject.typeset(action.action),
        tone,
        is_internal=subject.is_hidden("actions", action),
    )


def acted_on(slip: Slip) -> SharedAction:
    """The action whose date was put off."""
    if not isinstance(slip.row, SharedAction):
        raise TypeError(slip.table)
    return slip.row


def _agreed_title(subject: Subject, since: Difference) -> str:
    contracts = since.contracts
    has_contracts = bool(contracts.signed or contracts.amended or contracts.ended)
    key = "both" if has_contracts and since.decisions_applied else "contracts" if has_contracts else "decisions"
    return subject.say(f"story.since.group.{key}")


def _agreed(subject: Subject, since: Difference) -> list[Change]:
    say, contracts = subject.say, since.contracts
    found = [
        _contract(subject, one, _signed(subject, one), _with_amount(subject, one.title, one))
        for one in contracts.signed
    ]
    found += [_amendment(subject, one) for one in contracts.amended]
    for one in contracts.ended:
        key = "story.since.what.ended" if one.end else "story.since.what.ended_undated"
        found.append(_contract(subject, one, say(key, day=one.end or ""), subject.typeset(one.title)))
    typeset = subject.typeset
    found += [
        Change(
            one.ref,
            say("story.since.what.applied"),
            typeset(one.decision),
            Tone.MUTED,
            is_internal=subject.is_hidden("decisions", one),
        )
        for one in since.decisions_applied
    ]
    return found


def _signed(subject: Subject, contract: Contract) -> str:
    if contract.signed is None:
        return subject.say("story.since.what.signed_undated")
    return subject.say("story.since.what.signed", day=contract.signed)


def _contract(subject: Subject, contract: Contract, what: str, text: str) -> Change:
    hidden = subject.is_hidden("contracts", contract)
    return Change(contract.ref, what, text, Tone.MUTED, is_internal=hidden)


def _amendment(subject: Subject, amendment: Amendment) -> Change:
    what = subject.say("story.since.what.amended", contract=amendment.contract, day=amendment.signed)
    text = _with_amount(subject, amendment.description or subject.locale.label(amendment.subject.label), amendment)
    hidden = subject.is_hidden("amendments", amendment)
    return Change(amendment.ref, what, text, Tone.MUTED, is_internal=hidden)


def _with_amount(subject: Subject, text: str, row: Contract | Amendment) -> str:
    amount = row.annual_amount if isinstance(row, Contract) else row.annual_impact
    said = subject.typeset(text)
    if not amount:
        return said
    printed = subject.locale.money_short(amount, signed=isinstance(row, Amendment))
    return subject.say("story.since.yearly", text=said, amount=printed)


def _alt(subject: Subject, groups: tuple[ChangeGroup, ...]) -> str:
    told = (
        subject.say(
            "story.since.alt.group",
            title=group.title,
            items=", ".join(f"{one.ref} ({one.what})" for one in group.changes),
        )
        for group in groups
    )
    return subject.series(told)
