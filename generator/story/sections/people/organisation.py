"""The client's organisation chart: names and counterparts for the client, roles and attitudes for us alone."""

from __future__ import annotations

from collections.abc import Sequence

from generator.measures.organisation import LEVELS, PersonNode, organisation, people_undrawn
from generator.model.choices import Attitude, DecisionRole
from generator.model.mapping import Contact, SharedContact
from generator.story.blocks.people import (
    AttitudeMark,
    OrgChart,
    OrgNode,
)
from generator.story.figures import Said, rows_cited
from generator.story.phrases import joined, source
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell the client its own organisation and our counterparts, without role, influence or attitude."""
    active = [contact for contact in subject.plan.contacts if contact.active]
    if not active:
        return None
    chart = org_chart(subject)
    covered = [contact for contact in active if contact.counterpart]
    key = "all" if len(covered) == len(active) else "some" if covered else "none"
    said = _headline(subject, key, covered or active, active)
    return Section(
        key="organisation",
        stage=Stage.OBJECTIVES,
        title=subject.say("story.people.organisation.title"),
        headline=said.text,
        slide_blocks=(chart,),
        chapter_blocks=(chart,),
        source=source(subject, people_told(subject, "story.people.organisation.source", len(active))),
        notes=(),
        figures=said.under("organisation/title"),
    )


def _headline(subject: Subject, key: str, counted: Sequence[SharedContact], active: Sequence[SharedContact]) -> Said:
    count, total = (subject.counted(len(one), rows_cited("contacts", one)) for one in (counted, active))
    return subject.told(f"story.people.organisation.{key}", n=len(counted), count=count, total=total).sentence()


def people_told(subject: Subject, key: str, active: int) -> str:
    """Return the source of a chart of people, which counts those below the last level that is drawn."""
    below = len(people_undrawn(subject.plan))
    undrawn = subject.say("story.people.undrawn", n=below, levels=LEVELS) if below else ""
    return joined((subject.say(key, n=active), undrawn))


def org_chart(subject: Subject) -> OrgChart:
    """Return the tree of active people; roles and attitudes only for the internal edition."""
    is_internal = isinstance(subject, InternalSubject)
    say, label = subject.say, subject.locale.label
    trees = organisation(subject.plan)
    roots = tuple(_node(subject, node) for node in trees)
    people = [node.contact for root in trees for node in root.walk()]
    known = [contact for contact in people if is_internal and isinstance(contact, Contact)]
    roles = {contact.decision_role for contact in known}
    attitudes = {contact.attitude for contact in known}
    return OrgChart(
        key="people/chart",
        roots=roots,
        role_title=say("story.people.role") if roles - {None} else "",
        roles=tuple((letter_of(subject, role), label(role.label)) for role in DecisionRole if role in roles),
        attitude_title=say("story.people.attitude") if attitudes - {None} else "",
        attitudes=tuple(attitude_mark(subject, attitude) for attitude in Attitude if attitude in attitudes),
        alt=subject.series(f"{contact.name}, {contact.function}" for contact in people),
        caption=say("story.people.chart_caption", cutoff=subject.cutoff),
    )


def letter_of(subject: Subject, choice: DecisionRole | Attitude) -> str:
    """Return the letter of a role or an attitude, in the reader's language."""
    return subject.say(f"story.people.letter.{choice.name.lower()}")


def attitude_mark(subject: Subject, attitude: Attitude) -> AttitudeMark:
    """Return how an attitude is drawn: its shape, its letter, its word."""
    return AttitudeMark(attitude, letter_of(subject, attitude), subject.locale.label(attitude.label))


def _node(subject: Subject, node: PersonNode) -> OrgNode:
    contact = node.contact
    detail, is_alert = _third_line(subject, contact)
    role, attitude, is_decider = "", None, False
    if isinstance(contact, Contact) and isinstance(subject, InternalSubject):
        role = letter_of(subject, contact.decision_role) if contact.decision_role else ""
        attitude = attitude_mark(subject, contact.attitude) if contact.attitude else None
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
    if contact.counterpart is not None:
        return joined(
            (influence, subject.say("story.people.counterpart", name=_initialled(contact.counterpart))), "\u2003"
        ), False
    if not isinstance(subject, InternalSubject):
        return "", False
    return joined((influence, subject.say("story.people.no_counterpart")), "\u2003"), True


def _initialled(name: str) -> str:
    first, _, last = name.partition(" ")
    return f"{first[:1]}.\u00a0{last}" if last else name


SECTION = Shared("organisation", tell)
