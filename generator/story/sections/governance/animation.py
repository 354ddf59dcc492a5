"""What keeps the plan alive: RACI, internal service levels, training."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from generator.measures.rag import Rag
from generator.model.animation import SharedServiceLevel
from generator.model.choices import RaciRole, TrainingStatus
from generator.story.blocks import Block
from generator.story.blocks.grid import Matrix, MatrixCell, MatrixRow
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Status, Tone
from generator.story.phrases import free_unit, sentence, source, status
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell responsibilities, service levels and training; nothing without any. The slides are internal."""
    is_internal = isinstance(subject, InternalSubject)
    raci, levels = _raci(subject), _service_levels(subject)
    trainings = _trainings(subject) if isinstance(subject, InternalSubject) else ()
    blocks: tuple[Block, ...] = (*raci, *levels, *trainings)
    if not blocks:
        return None
    slide_blocks: tuple[Block, ...] = (*levels, *trainings, *raci)
    headlines = _headlines(subject)
    return Section(
        key="animation",
        stage=Stage.GOVERNANCE,
        title=subject.say("story.animation.title" if is_internal else "story.animation.title_client"),
        headline=headlines[slide_blocks[0].key],
        headlines=headlines,
        slide_blocks=slide_blocks if is_internal else (),
        chapter_blocks=blocks,
        source=source(subject, subject.worded("story.animation.source")),
        notes=(subject.say("story.animation.note"),),
        is_internal=is_internal,
    )


def _headlines(subject: Subject) -> dict[str, str]:
    """What each block says, by its key."""
    told = {"animation/sla": _kept(subject), "animation/raci": _accountable(subject)}
    return told | ({"animation/training": _trained(subject)} if isinstance(subject, InternalSubject) else {})


def _kept(subject: Subject) -> str:
    """How many measured commitments are kept."""
    levels = [level for level in subject.plan.service_levels if level.achieved is not None]
    if not levels:
        return subject.say("story.animation.headline.not_measured")
    return _share(subject, "kept", sum(map(is_kept, levels)), len(levels))


def _trained(subject: InternalSubject) -> str:
    """How many of the training sessions that are not cancelled are done."""
    live = [item for item in subject.plan.trainings if item.status is not TrainingStatus.CANCELLED]
    if not live:
        return subject.say("story.animation.headline.cancelled")
    return _share(subject, "trained", sum(item.status is TrainingStatus.DONE for item in live), len(live))


def _accountable(subject: Subject) -> str:
    """How many activities nobody answers for; else who answers for most of them.

    The client is not told that nobody does, since who does may be internal.
    """
    rows = subject.plan.raci
    if not rows:
        return ""
    activities = {row.activity for row in rows}
    answering = Counter(row.person for row in rows if row.role is RaciRole.ACCOUNTABLE)
    alone = len(activities - {row.activity for row in rows if row.role is RaciRole.ACCOUNTABLE})
    if isinstance(subject, InternalSubject) and alone:
        return _share(subject, "unanswered", alone, len(activities))
    if not answering:
        count = subject.count(len(activities), feminine=True)
        return sentence(subject.say("story.animation.headline.shared_out", n=len(activities), count=count))
    ((person, most),) = answering.most_common(1)
    return _share(subject, "answers", most, len(activities), person=person)


def _share(subject: Subject, key: str, part: int, whole: int, **args: Any) -> str:
    """``part`` of ``whole`` in a sentence, with its own words for none and for all."""
    which = f"all_{key}" if part == whole else f"none_{key}" if not part else key
    is_feminine = key != "kept"
    told = {
        "count": subject.count(part, feminine=is_feminine),
        "total": subject.count(whole, feminine=is_feminine),
    }
    return sentence(subject.say(f"story.animation.headline.{which}", n=part or whole, **told, **args))


def is_kept(level: SharedServiceLevel) -> bool:
    """Tell whether a service level was kept: a rate must reach its target, a delay must not pass it."""
    if level.achieved is None:
        return False
    return level.achieved >= level.target if level.unit.strip() == "%" else level.achieved <= level.target


def _raci(subject: Subject) -> tuple[Matrix, ...]:
    rows = subject.plan.raci
    if not rows:
        return ()
    people = tuple(dict.fromkeys(row.person for row in rows))
    roles: dict[tuple[str, str], tuple[RaciRole, ...]] = {}
    for row in rows:
        roles[row.activity, row.person] = (*roles.get((row.activity, row.person), ()), row.role)
    internal = {row.activity for row in rows if subject.is_hidden("raci", row)}
    activities = tuple(dict.fromkeys(row.activity for row in rows))
    return (
        Matrix(
            key="animation/raci",
            corner=subject.say("story.animation.activity"),
            columns=people,
            rows=tuple(
                MatrixRow(
                    f"animation/raci/{activity}",
                    activity,
                    subject.say("story.internal") if activity in internal else "",
                    tuple(_role_cell(subject, roles.get((activity, person), ())) for person in people),
                    is_internal=activity in internal,
                )
                for activity in activities
            ),
            legend=tuple(
                (subject.locale.label(role.label), subject.say(f"story.animation.role.{role.name.lower()}"))
                for role in RaciRole
                if any(role in held for held in roles.values())
            ),
            more="",
            alt=subject.series(
                f"{activity} : "
                + ", ".join(
                    f"{person} {_letters(subject, held)}" for (name, person), held in roles.items() if name == activity
                )
                for activity in activities
            ),
            caption=subject.say("story.animation.raci_caption"),
        ),
    )


def _role_cell(subject: Subject, roles: tuple[RaciRole, ...]) -> MatrixCell:
    tone = Tone.ACCENT if RaciRole.ACCOUNTABLE in roles else Tone.NORMAL
    return MatrixCell(_letters(subject, roles), tone) if roles else MatrixCell("")


def _letters(subject: Subject, roles: tuple[RaciRole, ...]) -> str:
    """What a person is in an activity: `A/R` for one who both answers for it and does it."""
    return "/".join(subject.locale.label(role.label) for role in roles)


def _service_levels(subject: Subject) -> tuple[Table, ...]:
    levels = subject.plan.service_levels
    if not levels:
        return ()
    say = subject.say
    columns = (
        TableColumn(say("story.animation.commitment"), 30),
        TableColumn(say("story.animation.provider"), 14),
        TableColumn(say("story.animation.receiver"), 14),
        TableColumn(say("story.animation.period"), 10),
        TableColumn(say("story.target"), 10, Align.RIGHT),
        TableColumn(say("story.animation.achieved"), 10, Align.RIGHT),
        TableColumn(say("story.status"), 12),
    )
    rows = tuple(
        TableRow(
            "/".join(("animation/sla", level.commitment, str(level.period or ""))),
            (
                Cell(subject.typeset(level.commitment)),
                Cell(level.provider),
                Cell(level.receiver),
                Cell(subject.quarter(level.period) if level.period else "–"),
                Cell(_amount(subject, level.target, level.unit)),
                Cell(_amount(subject, level.achieved, level.unit)),
                Cell("", status=_sla_status(subject, level)),
            ),
            is_internal=subject.is_hidden("service_levels", level),
        )
        for level in levels
    )
    return (
        Table(
            key="animation/sla",
            columns=columns,
            rows=rows,
            caption=say("story.animation.sla_caption"),
            label=say("story.animation.sla_label"),
        ),
    )


def _amount(subject: Subject, value: Decimal | None, unit: str) -> str:
    printed = free_unit(subject.locale, value, unit)
    return printed if value is None or unit in printed or unit in ("%", "€") else f"{printed}\u00a0{unit}"


def _sla_status(subject: Subject, level: SharedServiceLevel) -> Status:
    if level.achieved is None:
        return status(subject, Rag.NONE, subject.say("story.animation.not_measured"))
    return (
        status(subject, Rag.GREEN, subject.say("story.animation.kept"))
        if is_kept(level)
        else status(subject, Rag.RED, subject.say("story.animation.not_kept"))
    )


def _trainings(subject: InternalSubject) -> tuple[Table, ...]:
    if not subject.plan.trainings:
        return ()
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.animation.person"), 20),
        TableColumn(say("story.animation.topic"), 34),
        TableColumn(say("story.animation.planned"), 12),
        TableColumn(say("story.animation.done"), 12),
        TableColumn(say("story.status"), 12),
    )
    rows = tuple(
        TableRow(
            f"animation/training/{item.person}/{item.topic}",
            (
                Cell(item.person),
                Cell(subject.typeset(item.topic)),
                Cell(locale.date(item.planned) if item.planned else "–"),
                Cell(locale.date(item.done) if item.done else "–"),
                Cell(locale.label(item.status.label)),
            ),
            is_closed=item.status is not TrainingStatus.PLANNED,
            is_internal=True,
        )
        for item in subject.plan.trainings
    )
    return (
        Table(
            key="animation/training",
            columns=columns,
            rows=rows,
            caption=say("story.animation.training_caption"),
            label=say("story.animation.training_label"),
            name_at=1,
        ),
    )


SECTION = Shared("animation", tell)
