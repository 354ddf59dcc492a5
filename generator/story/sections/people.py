"""The client's people: organisation, who decides, who supports us; and the approval circuits."""

from __future__ import annotations

from typing import Any

from generator.measures.organisation import PersonNode, organisation
from generator.model.choices import Attitude, DecisionRole, Power
from generator.model.mapping import ApprovalStep, Contact, SharedContact
from generator.story.blocks.people import (
    AttitudeMark,
    GridPerson,
    InfluenceGrid,
    Lane,
    Lanes,
    LaneStep,
    OrgChart,
    OrgNode,
)
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.phrases import joined, lower_first, sentence, source
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject

_SUPPORTING = (Attitude.CHAMPION, Attitude.SUPPORTER)
_ADVERSE = (Attitude.RESERVED, Attitude.OPPONENT)
_KEY_INFLUENCE = 4
_COLUMNS = {
    Attitude.OPPONENT: 0,
    Attitude.RESERVED: 1,
    Attitude.NEUTRAL: 2,
    Attitude.SUPPORTER: 3,
    Attitude.CHAMPION: 4,
}


def tell(subject: InternalSubject) -> Section | None:
    """Tell the power map; nothing without an active contact."""
    active = _active(subject)
    if not active:
        return None
    chart, grid = org_chart(subject), _grid(subject, active)
    return Section(
        key="people",
        stage=Stage.PEOPLE,
        title=subject.say("story.people.title"),
        headline=headline(subject, active),
        slide_blocks=(chart, *grid),
        chapter_blocks=(chart, *grid, _table(subject, active)),
        source=source(subject, subject.say("story.people.source", n=len(active))),
        notes=(subject.say("story.people.note"), subject.say("story.people.coaching")),
        is_internal=True,
    )


def tell_organisation(subject: Subject) -> Section | None:
    """Tell the client its own organisation and our counterparts, without role, influence or attitude."""
    active = [contact for contact in subject.plan.contacts if contact.active]
    if not active:
        return None
    chart = org_chart(subject)
    alone = sum(1 for contact in active if not contact.counterpart)
    key = "story.people.organisation.all" if not alone else "story.people.organisation.some"
    covered = len(active) - alone
    return Section(
        key="organisation",
        stage=Stage.OBJECTIVES,
        title=subject.say("story.people.organisation.title"),
        headline=sentence(subject.say(key, n=covered, count=subject.count(covered), total=subject.count(len(active)))),
        slide_blocks=(chart,),
        chapter_blocks=(chart,),
        source=source(subject, subject.say("story.people.organisation.source", n=len(active))),
        notes=(),
    )


def _active(subject: InternalSubject) -> tuple[Contact, ...]:
    return tuple(contact for contact in subject.plan.contacts if contact.active)


def headline(subject: InternalSubject, active: tuple[Contact, ...]) -> str:
    """Say how many decision makers support us, and who stands against; else who decides."""
    deciders = [contact for contact in active if contact.decision_role is DecisionRole.DECISION_MAKER]
    support = [contact for contact in deciders if contact.attitude in _SUPPORTING]
    adverse = sorted(
        (contact for contact in active if contact.attitude in _ADVERSE), key=lambda contact: -(contact.influence or 0)
    )
    if not deciders:
        return sentence(
            subject.say("story.people.headline.no_decider", n=len(active), count=subject.count(len(active)))
        )
    args: dict[str, Any] = {"count": subject.count(len(support)), "total": subject.count(len(deciders))}
    if adverse:
        args |= {"name": adverse[0].name, "function": adverse[0].function}
        if not support:
            return sentence(subject.say("story.people.headline.none_adverse", n=len(deciders), **args))
        key = "all_adverse" if len(support) == len(deciders) else "some_adverse"
        return sentence(subject.say(f"story.people.headline.{key}", n=len(support), **args))
    if not support:
        return sentence(subject.say("story.people.headline.none", n=len(deciders), **args))
    key = "all" if len(support) == len(deciders) else "some"
    return sentence(subject.say(f"story.people.headline.{key}", n=len(support), **args))


def org_chart(subject: Subject) -> OrgChart:
    """Return the tree of active people; roles and attitudes only for the internal edition."""
    is_internal = isinstance(subject, InternalSubject)
    say, label = subject.say, subject.locale.label
    roots = tuple(_node(subject, node) for node in organisation(subject.plan))
    return OrgChart(
        key="people/chart",
        roots=roots,
        role_title=say("story.people.role") if is_internal else "",
        roles=tuple((letter_of(subject, role), label(role.label)) for role in DecisionRole) if is_internal else (),
        attitude_title=say("story.people.attitude") if is_internal else "",
        attitudes=tuple(_attitude_mark(subject, attitude) for attitude in Attitude) if is_internal else (),
        alt=subject.series(
            f"{node.contact.name}, {node.contact.function}"
            for root in organisation(subject.plan)
            for node in root.walk()
        ),
        caption=say("story.people.chart_caption", cutoff=subject.cutoff),
    )


def letter_of(subject: Subject, choice: DecisionRole | Attitude) -> str:
    """Return the letter of a role or an attitude, in the reader's language."""
    return subject.say(f"story.people.letter.{choice.name.lower()}")


def _attitude_mark(subject: Subject, attitude: Attitude) -> AttitudeMark:
    return AttitudeMark(attitude, letter_of(subject, attitude), subject.locale.label(attitude.label))


def _node(subject: Subject, node: PersonNode) -> OrgNode:
    contact = node.contact
    detail, is_alert = _third_line(subject, contact)
    role, attitude, is_decider = "", None, False
    if isinstance(contact, Contact) and isinstance(subject, InternalSubject):
        role = letter_of(subject, contact.decision_role) if contact.decision_role else ""
        attitude = _attitude_mark(subject, contact.attitude) if contact.attitude else None
        is_decider = contact.decision_role is DecisionRole.DECISION_MAKER
    return OrgNode(
        key=f"people/{contact.ref or contact.name}",
        name=contact.name,
        function=contact.function,
        detail=detail,
        is_detail_alert=is_alert,
        role=role,
        attitude=attitude,
        is_decision_maker=is_decider,
        entity=contact.entity,
        children=tuple(_node(subject, child) for child in node.reports),
    )


def _third_line(subject: Subject, contact: SharedContact) -> tuple[str, bool]:
    influence = ""
    if isinstance(contact, Contact) and isinstance(subject, InternalSubject) and contact.influence is not None:
        influence = subject.say("story.people.influence", level=contact.influence)
    if contact.counterpart is None:
        return joined((influence, subject.say("story.people.no_counterpart")), "\u2003"), isinstance(
            subject, InternalSubject
        )
    return joined(
        (influence, subject.say("story.people.counterpart", name=_initialled(contact.counterpart))), "\u2003"
    ), False


def _initialled(name: str) -> str:
    first, _, last = name.partition(" ")
    return f"{first[:1]}.\u00a0{last}" if last else name


def initials(name: str) -> str:
    """Return a person's initials: ``HC``."""
    return "".join(part[:1] for part in name.replace("-", " ").split())[:3].upper()


def _grid(subject: InternalSubject, active: tuple[Contact, ...]) -> tuple[InfluenceGrid, ...]:
    placed = [contact for contact in active if contact.influence is not None and contact.attitude is not None]
    if not placed:
        return ()
    targets = [contact for contact in placed if _is_target(contact)]
    people = tuple(
        GridPerson(
            f"people/grid/{contact.ref or contact.name}",
            initials(contact.name),
            contact.name,
            contact.influence or 1,
            _COLUMNS[contact.attitude or Attitude.NEUTRAL],
            contact.decision_role is DecisionRole.DECISION_MAKER,
            contact in targets,
        )
        for contact in placed
    )
    lead = (
        subject.say("story.people.to_win", names=subject.locale.join([initials(contact.name) for contact in targets]))
        if targets
        else ""
    )
    note = (
        subject.say("story.people.to_win_note", n=len(targets))
        if targets
        else subject.say("story.people.nobody_to_win")
    )
    return (
        InfluenceGrid(
            key="people/grid",
            title=subject.say("story.people.grid_title"),
            people=people,
            attitudes=tuple(
                _attitude_mark(subject, attitude) for attitude in sorted(Attitude, key=lambda item: _COLUMNS[item])
            ),
            note_lead=lead,
            note=note,
            alt=subject.series(
                subject.say(
                    "story.people.grid_alt",
                    name=person.name,
                    influence=person.influence,
                    attitude=contact.attitude.label if contact.attitude else "–",
                )
                for person, contact in zip(people, placed, strict=True)
            ),
            caption=subject.say("story.people.grid_caption"),
        ),
    )


def _is_target(contact: Contact) -> bool:
    return (contact.influence or 0) >= _KEY_INFLUENCE and contact.attitude not in _SUPPORTING


def _table(subject: InternalSubject, active: tuple[Contact, ...]) -> Table:
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.people.name"), 16),
        TableColumn(say("story.people.function"), 20),
        TableColumn(say("story.entity"), 12),
        TableColumn(say("story.people.counterpart_title"), 15),
        TableColumn(say("story.people.role"), 12),
        TableColumn(say("story.people.attitude"), 10),
        TableColumn(say("story.people.last_contact"), 11),
        TableColumn(say("story.people.fact"), 28),
    )
    rows = tuple(
        TableRow(
            f"people/{contact.ref or contact.name}",
            (
                Cell(
                    contact.name, Tone.STRONG if contact.decision_role is DecisionRole.DECISION_MAKER else Tone.NORMAL
                ),
                Cell(contact.function),
                Cell(contact.entity),
                Cell(
                    contact.counterpart or say("story.people.no_counterpart"),
                    Tone.NORMAL if contact.counterpart else Tone.INTERNAL,
                ),
                Cell(locale.label(contact.decision_role.label) if contact.decision_role else "–"),
                Cell(locale.label(contact.attitude.label) if contact.attitude else "–"),
                Cell(locale.date(contact.last_contact) if contact.last_contact else "–"),
                Cell(_fact(subject, contact)),
            ),
        )
        for contact in active
    )
    return Table(
        key="people/table", columns=columns, rows=rows, caption=say("story.people.table_caption"), is_wide=True
    )


def _fact(subject: InternalSubject, contact: Contact) -> str:
    if not contact.observed_fact:
        return "–"
    fact = subject.locale.typeset(contact.observed_fact)
    return subject.say("story.people.dated_fact", fact=fact, day=contact.observed_on) if contact.observed_on else fact


def tell_paths(subject: InternalSubject) -> Section | None:
    """Tell the approval circuits; nothing without a step."""
    steps = sorted(subject.plan.approval_steps, key=lambda step: (step.purchase_type, step.step))
    if not steps:
        return None
    types = list(dict.fromkeys(step.purchase_type for step in subject.plan.approval_steps))
    by_type = {name: [step for step in steps if step.purchase_type == name] for name in types}
    lanes = Lanes(
        key="decision-paths/lanes",
        lanes=tuple(_lane(subject, name, found) for name, found in by_type.items()),
        powers=tuple(
            (_power_letter(power), subject.locale.label(power.label))
            for power in Power
            if any(step.power is power for step in steps)
        ),
        alt=subject.series(f"{name} : " + ", ".join(step.contact for step in found) for name, found in by_type.items()),
        caption=subject.say("story.paths.caption"),
    )
    return Section(
        key="decision-paths",
        stage=Stage.PEOPLE,
        title=subject.say("story.paths.title"),
        headline=_paths_headline(subject, by_type),
        slide_blocks=(lanes,),
        chapter_blocks=(lanes,),
        source=source(subject, subject.say("story.paths.source", n=len(steps))),
        notes=(subject.say("story.paths.note"),),
        is_internal=True,
    )


def _power_letter(power: Power) -> str:
    return {Power.PROPOSES: "P", Power.ADVISES: "A", Power.APPROVES: "V", Power.SIGNS: "S", Power.VETO: "×"}[power]


def _lane(subject: InternalSubject, name: str, steps: list[ApprovalStep]) -> Lane:
    threshold = steps[0].threshold
    delay = sum(step.delay_days or 0 for step in steps)
    detail = joined(
        (
            subject.say("story.paths.threshold", amount=subject.locale.money_short(threshold))
            if threshold is not None
            else "",
            subject.say("story.paths.total_delay", n=delay) if delay else "",
        )
    )
    return Lane(
        f"decision-paths/{name}",
        subject.locale.typeset(name),
        detail,
        tuple(
            LaneStep(
                f"decision-paths/{name}/{step.step}",
                step.contact,
                subject.function_of(step.contact),
                _power_letter(step.power),
                subject.locale.label(step.power.label),
                subject.say("story.paths.delay", n=step.delay_days) if step.delay_days else "",
            )
            for step in steps
        ),
    )


def _paths_headline(subject: InternalSubject, by_type: dict[str, list[ApprovalStep]]) -> str:
    slowest, steps = max(
        by_type.items(), key=lambda item: (sum(step.delay_days or 0 for step in item[1]), len(item[1]))
    )
    days = sum(step.delay_days or 0 for step in steps)
    signer = next((step.contact for step in steps if step.power is Power.SIGNS), steps[-1].contact)
    args: dict[str, Any] = {
        "count": subject.count(len(by_type)),
        "name": lower_first(slowest),
        "steps": subject.count(len(steps), feminine=True),
        "signer": signer,
    }
    if days:
        return sentence(
            subject.say("story.paths.headline.days", n=len(steps), days=subject.say("story.days_long", n=days), **args)
        )
    return sentence(subject.say("story.paths.headline.steps", n=len(steps), **args))
