"""Approval circuits: who acts at each step of a purchase, with which power, in how long."""

from __future__ import annotations

from typing import Any

from generator.measures.citation import cite
from generator.measures.influence import WARY
from generator.model.choices import Attitude, Power
from generator.model.mapping import ApprovalStep, Contact
from generator.story.blocks.people import (
    Lane,
    Lanes,
    LaneStep,
)
from generator.story.figures import Said, cited_number, rows_cited
from generator.story.phrases import joined, source
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject
from generator.story.teller import Internal

_WEIGHT = {
    power: rank for rank, power in enumerate((Power.PROPOSES, Power.ADVISES, Power.APPROVES, Power.SIGNS, Power.VETO))
}
"""How much each power weighs on a path."""


def tell(subject: InternalSubject) -> Section | None:
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
            (_power_letter(subject, power), subject.locale.label(power.label))
            for power in Power
            if any(step.power is power for step in steps)
        ),
        alt=subject.series(f"{name} : " + ", ".join(step.contact for step in found) for name, found in by_type.items()),
        caption=subject.say("story.paths.caption"),
    )
    said = _headline(subject, by_type)
    return Section(
        key="decision-paths",
        stage=Stage.PEOPLE,
        title=subject.say("story.paths.title"),
        headline=said.text,
        slide_blocks=(lanes,),
        chapter_blocks=(lanes,),
        source=source(subject, subject.say("story.paths.source", n=len(steps))),
        notes=(subject.say("story.paths.note"),),
        is_internal=True,
        figures=said.under("decision-paths/title"),
    )


def _power_letter(subject: InternalSubject, power: Power) -> str:
    return subject.say(f"story.paths.letter.{power.name.lower()}")


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
        subject.typeset(name),
        detail,
        tuple(
            LaneStep(
                f"decision-paths/{name}/{step.step}",
                step.contact,
                subject.function_of(step.contact),
                _power_letter(subject, step.power),
                subject.locale.label(step.power.label),
                subject.say("story.paths.delay", n=step.delay_days) if step.delay_days else "",
            )
            for step in steps
        ),
    )


def _headline(subject: InternalSubject, by_type: dict[str, list[ApprovalStep]]) -> Said:
    slowest, steps = max(
        by_type.items(), key=lambda item: (sum(step.delay_days or 0 for step in item[1]), len(item[1]))
    )
    days = sum(step.delay_days or 0 for step in steps)
    args: dict[str, Any] = {
        "count": subject.count(len(by_type)),
        "name": subject.quoted_if_foreign(slowest),
        "steps": subject.counted(len(steps), rows_cited("approval_steps", steps), feminine=True),
        "last": _last(subject, steps),
    }
    if days:
        delays = tuple(cite("approval_steps", step, "delay_days") for step in steps)
        args["days"] = subject.told("story.days_long", n=cited_number(subject.locale, days, delays))
        return subject.told("story.paths.headline.days", n=len(steps), **args).sentence()
    return subject.told("story.paths.headline.steps", n=len(steps), **args).sentence()


def _last(subject: InternalSubject, steps: list[ApprovalStep]) -> Said:
    """Who may block the path; else who signs; else who acts last."""
    wary = [(step, person) for step in steps if (person := _wary(subject, step.contact))]
    if wary:
        step, person = max(wary, key=lambda one: (_WEIGHT[one[0].power], one[1].influence or 0))
        stance = subject.say(f"story.people.stance.{(person.attitude or Attitude.RESERVED).name.lower()}")
        does = subject.say(f"story.paths.does.{step.power.name.lower()}")
        return subject.told("story.paths.resists", name=person.name, stance=stance, does=does)
    signer = next((step.contact for step in steps if step.power is Power.SIGNS), None)
    if signer is None:
        return subject.told("story.paths.ends", name=steps[-1].contact)
    return subject.told("story.paths.signs", name=signer)


def _wary(subject: InternalSubject, name: str) -> Contact | None:
    person = subject.contacts.get(name)
    is_wary = isinstance(person, Contact) and person.active and person.attitude in WARY
    return person if isinstance(person, Contact) and is_wary else None


SECTION = Internal("decision-paths", tell)
