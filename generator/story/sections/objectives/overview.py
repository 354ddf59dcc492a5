"""The objectives at a glance, for the plan: each with its way to date, then what those off their way run into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.measures.actions import ActionState
from generator.measures.progress import ObjectiveProgress
from generator.measures.rag import Rag
from generator.story.blank import day_or_blank
from generator.story.blocks.objectives import ObjectiveCard, ObjectiveCards
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.phrases import joined, status
from generator.story.sections.actions.table import action_status
from generator.story.sections.objectives.cards import way_told
from generator.story.sections.objectives.progress import progress_bar
from generator.story.subject import Subject

_OFF = (Rag.RED, Rag.AMBER)


def objectives_overview(subject: Subject) -> Table:
    """Return every objective: its title over its measure and its date, its bar or its state, where it stands."""
    say = subject.say
    columns = (
        TableColumn(say("story.objectives.objective")),
        TableColumn(say("story.objectives.bar")),
        TableColumn(say("story.objectives.current"), align=Align.RIGHT),
        TableColumn(say("story.status")),
    )
    rows = tuple(_row(subject, item) for item in sorted(subject.progress, key=lambda item: item.rag not in _OFF))
    caption = say("story.objectives.overview_caption")
    return Table(key="objectives/overview", columns=columns, rows=rows, caption=caption)


def objectives_off(subject: Subject) -> tuple[Table, ...]:
    """Return what each objective off its way runs into and what moves it on; nothing when all keep their way."""
    off = [item for item in subject.progress if item.rag in _OFF and item.is_open]
    if not off:
        return ()
    say = subject.say
    columns = (
        TableColumn(say("story.objectives.objective")),
        TableColumn(say("story.objectives.stops")),
        TableColumn(say("story.objectives.moves")),
    )
    return (
        Table(
            key="objectives/off",
            columns=columns,
            rows=tuple(_off_row(subject, item) for item in off),
            caption=say("story.objectives.off_caption"),
        ),
    )


def brief(subject: Subject, cards: ObjectiveCards) -> ObjectiveCards:
    """Return the cards with the references of what is linked to each, whose rows stand in annexes of their own."""
    return replace(cards, cards=tuple(_brief(subject, card) for card in cards.cards))


def _brief(subject: Subject, card: ObjectiveCard) -> ObjectiveCard:
    kinds = (("indicators_label", card.indicators), ("actions_label", card.actions))
    linked = (
        subject.say("story.objectives.linked", label=subject.say(f"story.objectives.{key}"), refs=_refs(table))
        for key, table in kinds
        if table is not None
    )
    comment = " ".join((*card.comment, *linked))
    return replace(card, comment=(comment,) if comment else (), comment_label="", indicators=None, actions=None)


def _refs(table: Table) -> str:
    return ", ".join(row.cells[0].text for row in table.rows)


def _row(subject: Subject, item: ObjectiveProgress) -> TableRow:
    objective, bar = item.objective, progress_bar(subject, item)
    measure = subject.typeset(objective.measure) if objective.measure else ""
    about = joined((objective.ref, measure, day_or_blank(subject, objective.due)))
    way = Cell(bar=bar) if bar.share is not None else Cell(bar.state or bar.target)
    return TableRow(
        f"objectives/{objective.ref}/overview",
        (
            Cell(subject.typeset(objective.label), Tone.STRONG, detail=about),
            way,
            Cell(bar.current or bar.target, Tone.STRONG),
            Cell(status=status(subject, item.rag)),
        ),
        is_internal=subject.is_hidden("objectives", objective),
    )


def _off_row(subject: Subject, item: ObjectiveProgress) -> TableRow:
    objective = item.objective
    linked = [state for state in subject.actions if state.action.objective == objective.ref and state.is_open]
    stuck = [state for state in linked if state.is_late or state.is_blocked]
    return TableRow(
        f"objectives/{objective.ref}/off",
        (
            Cell(
                subject.typeset(objective.label), Tone.STRONG, detail=joined((objective.ref, *way_told(subject, item)))
            ),
            Cell(_lines(_stuck(subject, state) for state in stuck) or "–"),
            Cell(_lines(_moving(subject, state) for state in _without(linked, stuck)) or "–"),
        ),
        is_internal=subject.is_hidden("objectives", objective),
    )


def _without(states: Sequence[ActionState], others: Sequence[ActionState]) -> list[ActionState]:
    return [state for state in states if state not in others]


def _stuck(subject: Subject, state: ActionState) -> str:
    return joined((_named(subject, state), action_status(subject, state).text))


def _moving(subject: Subject, state: ActionState) -> str:
    progress, due = state.action.progress, state.action.due
    share = "" if progress is None else subject.locale.percent(progress, 0)
    return joined((_named(subject, state), share, "" if due is None else subject.locale.date(due)))


def _named(subject: Subject, state: ActionState) -> str:
    return f"{state.action.ref}, {subject.typeset(state.action.action)}"


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)
