"""What keeps the plan alive: RACI, internal service levels, training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from generator.measures.pipeline import currency_scale
from generator.measures.rag import Rag
from generator.model.animation import SharedRaciAssignment, SharedServiceLevel, Training
from generator.model.choices import RaciRole, TrainingStatus
from generator.model.table import Row
from generator.story.blocks import Block
from generator.story.blocks.grid import Matrix, MatrixCell, MatrixRow
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Status, Tone
from generator.story.figures import NOTHING_SAID, Cited, Said, rows_cited, titles_cited
from generator.story.phrases import free_unit, joined, source, status
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell responsibilities, service levels and training; nothing without any. The slides are internal.

    Who answers for what is a slide only where nobody answers for something: else there is nothing to do about it.
    """
    is_internal = isinstance(subject, InternalSubject)
    raci, levels = _raci(subject), _service_levels(subject)
    trainings = _trainings(subject) if isinstance(subject, InternalSubject) else ()
    blocks: tuple[Block, ...] = (*raci, *levels, *trainings)
    if not blocks:
        return None
    slide_blocks: tuple[Block, ...] = (*levels, *trainings, *(raci if _unanswered(subject.plan.raci) else ()))
    told = _headlines(subject)
    said = told[(slide_blocks or blocks)[0].key]
    return Section(
        key="animation",
        stage=Stage.GOVERNANCE,
        title=subject.say("story.animation.title" if is_internal else "story.animation.title_client"),
        headline=said.text,
        headlines={key: one.text for key, one in told.items()},
        slide_blocks=slide_blocks if is_internal else (),
        chapter_blocks=blocks,
        source=source(
            subject, joined((subject.worded("story.animation.source"), _kept_off(subject, raci, slide_blocks)))
        ),
        notes=(subject.say("story.animation.note"),),
        is_internal=is_internal,
        figures=(*said.under("animation/title"), *titles_cited(told)),
    )


def _kept_off(subject: Subject, raci: tuple[Matrix, ...], shown: tuple[Block, ...]) -> str:
    """How many activities the slides do not show, each with somebody who answers for it."""
    if not raci or raci[0] in shown or not isinstance(subject, InternalSubject):
        return ""
    return subject.elsewhere(subject.say("story.animation.answered", n=len(raci[0].rows)), "animation")


def _headlines(subject: Subject) -> dict[str, Said]:
    """What each block says, by its key."""
    told = {"animation/sla": _kept(subject), "animation/raci": _accountable(subject)}
    return told | ({"animation/training": _trained(subject)} if isinstance(subject, InternalSubject) else {})


def _kept(subject: Subject) -> Said:
    """How many measured commitments are kept, each by its latest measure."""
    levels = _latest(level for level in subject.plan.service_levels if level.achieved is not None)
    if not levels:
        return subject.told("story.animation.headline.not_measured")
    kept = [level for level in levels if is_kept(level)]
    said = _share(
        subject, "kept", _counted(subject, "service_levels", kept), _counted(subject, "service_levels", levels)
    )
    missed = next((level for level in levels if not is_kept(level)), None)
    if missed is None or len(levels) == 1:
        return said
    first = subject.told("story.animation.to_mend", commitment=subject.quoted_if_foreign(missed.commitment))
    return subject.told("story.so_what", said=said, then=first)


def _latest(measured: Iterable[SharedServiceLevel]) -> tuple[SharedServiceLevel, ...]:
    """The latest measure of each commitment; one without a period is the oldest."""
    in_time = sorted(measured, key=lambda level: str(level.period or ""))
    return tuple({level.commitment: level for level in in_time}.values())


def _trained(subject: InternalSubject) -> Said:
    """How many of the training sessions that are not cancelled are done."""
    live = [item for item in subject.plan.trainings if item.status is not TrainingStatus.CANCELLED]
    if not live:
        return subject.told("story.animation.headline.cancelled")
    done = [item for item in live if item.status is TrainingStatus.DONE]
    said = _share(subject, "trained", _counted(subject, "trainings", done), _counted(subject, "trainings", live))
    then = _next_training(subject, [item for item in live if item.status is not TrainingStatus.DONE])
    return said if then is None else subject.told("story.so_what", said=said, then=then)


def _next_training(subject: InternalSubject, planned: Sequence[Training]) -> Said | None:
    """How many sessions are past their date; else when the next one is; nothing without a date."""
    overdue = [item for item in planned if item.planned is not None and item.planned < subject.cutoff]
    if overdue:
        count = _counted(subject, "trainings", overdue)
        return subject.told("story.animation.overdue", n=len(overdue), count=count)
    ahead = [item for item in planned if item.planned is not None]
    first = min(ahead, key=lambda item: item.planned or subject.cutoff, default=None)
    if first is None or first.planned is None:
        return None
    return subject.told("story.animation.next_session", day=first.planned, person=first.person)


def _accountable(subject: Subject) -> Said:
    """How many activities nobody answers for; else who answers for most of them.

    The client is not told that nobody does, since who does may be internal.
    """
    rows = subject.plan.raci
    if not rows:
        return NOTHING_SAID
    accountable = [row for row in rows if row.role is RaciRole.ACCOUNTABLE]
    alone = _unanswered(rows)
    total = _activities(subject, rows)
    if isinstance(subject, InternalSubject) and alone:
        return _share(subject, "unanswered", _activities(subject, alone), total)
    if not accountable:
        return subject.told("story.animation.headline.shared_out", n=total.number, count=total).sentence()
    ((person, _),) = Counter(row.person for row in accountable).most_common(1)
    own = [row for row in accountable if row.person == person]
    return _share(subject, "answers", _activities(subject, own), total, person=person)


def _unanswered(rows: Sequence[SharedRaciAssignment]) -> list[SharedRaciAssignment]:
    """The rows of activities that nobody answers for."""
    answered = {row.activity for row in rows if row.role is RaciRole.ACCOUNTABLE}
    return [row for row in rows if row.activity not in answered]


def _counted(subject: Subject, table: str, rows: Sequence[Row]) -> Cited:
    return subject.counted(len(rows), rows_cited(table, rows), feminine=table == "trainings")


def _activities(subject: Subject, rows: Sequence[SharedRaciAssignment]) -> Cited:
    """How many activities these rows are of."""
    return subject.counted(len({row.activity for row in rows}), rows_cited("raci", rows), feminine=True)


def _share(subject: Subject, key: str, part: Cited, whole: Cited, **args: Any) -> Said:
    """``part`` of ``whole`` in a sentence, with its own words for none and for all."""
    which = f"all_{key}" if part.number == whole.number else key if part.number else f"none_{key}"
    number = part.number or whole.number
    return subject.told(f"story.animation.headline.{which}", n=number, count=part, total=whole, **args).sentence()


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
    is_told = value is None or unit in printed or unit == "%" or currency_scale(unit, subject.locale.currency) == 1
    return printed if is_told else f"{printed}\u00a0{unit}"


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
