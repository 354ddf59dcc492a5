"""The approval path of the notice that leaves no time: when to set out at the latest, and past whom."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from generator.measures.back_plan import BackPlan, back_plans
from generator.measures.influence import WARY
from generator.model.choices import Attitude
from generator.model.mapping import ApprovalStep, Contact
from generator.story.blocks.timeline import BackPlan as BackPlanBlock
from generator.story.blocks.timeline import DatedEvent, PathStep
from generator.story.sections.contracts.state import near_notices
from generator.story.sections.people.organisation import attitude_mark
from generator.story.subject import InternalSubject, Subject


def launches(subject: Subject) -> tuple[BackPlan, ...]:
    """Return the way back of each near notice, the first to leave first; nothing in the client's edition."""
    if not isinstance(subject, InternalSubject):
        return ()
    own = replace(subject.locale, language=subject.plan.account.language)
    stems = own.say("story.contracts.renewal_words").split("|")
    return back_plans(subject.plan, near_notices(subject), stems)


def back_plan(subject: Subject) -> tuple[BackPlanBlock, ...]:
    """Return the way back of the notice that is first to leave, if there is one."""
    return tuple(_block(subject, one) for one in launches(subject)[:1] if isinstance(subject, InternalSubject))


def _block(subject: InternalSubject, one: BackPlan) -> BackPlanBlock:
    say, ref = subject.say, one.life.contract.ref
    steps = tuple(map(partial(_step, subject), one.steps))
    late = (subject.cutoff - one.launch).days
    title = say("story.contracts.back.title", n=one.days, ref=ref)
    launch = say("story.contracts.back.launch_late" if late > 0 else "story.contracts.back.launch", day=one.launch)
    margin = say("story.contracts.back.late", n=late) if late > 0 else say("story.contracts.back.margin", n=-late)
    return BackPlanBlock(
        key="contracts/back-plan",
        title=title,
        note=_resistance(subject, one),
        today=subject.cutoff,
        today_label=subject.locale.date(subject.cutoff),
        launch=one.launch,
        launch_label=launch,
        margin=margin,
        due=one.notice,
        due_label=say("story.contracts.back.due", day=one.notice),
        events=_committee(subject, one),
        steps=steps,
        alt=subject.series((title, launch, *(_told(step) for step in steps))),
        caption=say("story.contracts.back.caption", ref=ref),
    )


def _committee(subject: InternalSubject, one: BackPlan) -> tuple[DatedEvent, ...]:
    """The next steering committee, when it meets before the launch."""
    meeting = subject.steering
    if meeting is None or not subject.cutoff < meeting.planned < one.launch:
        return ()
    label = subject.say("story.contracts.back.committee", day=meeting.planned)
    return (DatedEvent("committee", meeting.planned, label),)


def _step(subject: InternalSubject, step: ApprovalStep) -> PathStep:
    attitude = _attitude(subject, step)
    return PathStep(
        key=f"contracts/back-plan/{step.step}",
        power=subject.locale.label(step.power.label),
        days=step.delay_days or 0,
        days_label=subject.say("story.contracts.back.days", n=step.delay_days) if step.delay_days else "",
        person=step.contact,
        attitude=None if attitude is None else attitude_mark(subject, attitude),
        resists=attitude in WARY,
    )


def _attitude(subject: InternalSubject, step: ApprovalStep) -> Attitude | None:
    contact = subject.contacts.get(step.contact)
    return contact.attitude if isinstance(contact, Contact) else None


def _resistance(subject: InternalSubject, one: BackPlan) -> str:
    """Say how many of the days pass by people who are against us or hesitate, and who they are."""
    held = [step for step in one.steps if _attitude(subject, step) in WARY]
    days = sum(step.delay_days or 0 for step in held)
    if not days:
        return ""
    people = dict.fromkeys(step.contact for step in held if step.delay_days)
    return subject.say("story.contracts.back.resistance", n=days, total=one.days, people=tuple(people))


def _told(step: PathStep) -> str:
    who = step.person if step.attitude is None else f"{step.person} ({step.attitude.word})"
    return " ".join(part for part in (step.power, who, step.days_label) if part)
