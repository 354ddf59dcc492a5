"""What the plan says of its evolution: who came and went and which dates moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.history.difference import ChangeKind, Difference, KpiMovement, RoleChange
from generator.history.people import MOVES
from generator.history.turns import Turn
from generator.measures.citation import cite
from generator.model.mapping import Contact, SharedContact
from generator.model.outline import CutBy
from generator.model.schema import table_of
from generator.story.blocks import Block
from generator.story.blocks.prose import Prose
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Sentence, Tone
from generator.story.figures import Said
from generator.story.phrases import change_in_unit, in_unit, is_adverse, source, status, target_text
from generator.story.sections.kpis.chart import kpi_scale
from generator.story.sections.people.turns import attitude_turned, influence_turned
from generator.story.sections.since.headline import headline as since_headline
from generator.story.sections.since.row_changes import changes_cited, told_rows
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared

ROWS = "annexes/changed-rows"
_MOST_NAMED = 8
_KINDS = (ChangeKind.ADDED, ChangeKind.CHANGED, ChangeKind.REMOVED)


def tell(subject: Subject) -> Section | None:
    """Tell what changed since the last version; where versions are told, that there is none to compare with."""
    since = subject.since
    if since is None:
        return _alone(subject) if subject.plan.revisions else None
    return _section(
        subject,
        _headline(subject, since),
        _blocks(subject, since),
        compared(subject, since),
    )


def compared(subject: Subject, since: Difference) -> str:
    """Return what was compared, for the source of what changed."""
    return subject.worded("story.changes.source", quarter=since.since, day=since.since_cutoff)


def _alone(subject: Subject) -> Section:
    """Say that there is nothing to compare with: a first version, or one whose former is not at hand."""
    key = "first" if len(subject.plan.revisions) == 1 else "unknown"
    detail = Prose(key="changes/alone", paragraphs=(Sentence(key, subject.say(f"story.changes.{key}_detail")),))
    return _section(
        subject, subject.told(f"story.changes.{key}"), (detail,), subject.worded("story.changes.source_first")
    )


def _section(subject: Subject, headline: Said, blocks: tuple[Block, ...], said: str) -> Section:
    return Section(
        key="changes",
        stage=Stage.GOVERNANCE,
        title=subject.say("story.changes.title"),
        headline=headline.text,
        slide_blocks=(),
        chapter_blocks=blocks,
        source=source(subject, said),
        notes=(),
        figures=headline.under("changes/title"),
    )


def _headline(subject: Subject, since: Difference) -> Said:
    if not isinstance(subject, InternalSubject):
        return since_headline(subject, since)
    rows = told_rows(since)
    if not rows:
        return subject.told("story.changes.unchanged", quarter=since.since)
    kinds = {kind: [row for row in rows if row.kind is kind] for kind in _KINDS}
    parts = [
        subject.told(f"story.changes.{kind.value}", n=changes_cited(subject, found))
        for kind, found in kinds.items()
        if found
    ]
    return subject.told("story.changes.headline", quarter=since.since, changes=parts)


def _blocks(subject: Subject, since: Difference) -> tuple[Block, ...]:
    prose = Prose(key="changes/sentences", paragraphs=tuple(_sentences(subject, since)))
    kpis = (_kpi_table(subject, since),) if since.kpis else ()
    if not prose.paragraphs:
        return kpis
    if isinstance(subject, InternalSubject) and told_rows(since):
        first, *others = prose.paragraphs
        is_there = subject.outline.chapter_of("changed-rows") is not None
        first = replace(first, text=f"{first.text} {_detail(subject, is_there=is_there)}".rstrip())
        prose = replace(prose, paragraphs=(first, *others), see=ROWS if is_there else "")
    return (prose, *kpis)


def _detail(subject: Subject, *, is_there: bool) -> str:
    """Say where the rows are told one by one; nothing where a person took them out."""
    if is_there:
        return subject.say("story.changes.detail")
    is_kept = subject.outline.is_cut("changed-rows", CutBy.PLAN_PRESET)
    return subject.say("story.changes.detail_elsewhere") if is_kept else ""


def _sentences(subject: Subject, since: Difference) -> Iterable[Sentence]:
    """What moved in a sentence, then people, dates, and the tables that the quarter filled."""
    say, people = subject.say, since.people
    if isinstance(subject, InternalSubject):  # the client reads it as the headline
        yield Sentence("since", f"{since_headline(subject, since).text}.")
    for key, found in (("arrived", people.arrived), ("left", people.left)):
        if found:
            names = _named(subject, [_person(subject, one) for one in found])
            yield Sentence(key, say(f"story.changes.{key}", n=len(found), people=names))
    if people.changed:
        yield from _moves(subject, people.changed)
    if since.slips:
        rows = [
            say("story.changes.slip", ref=cite(slip.table, slip.row).key[0], days=say("story.since.days", n=slip.days))
            for slip in since.slips
        ]
        yield Sentence("slips", say("story.changes.slips", n=len(rows), rows=_named(subject, rows)))
    filled = dict.fromkeys(row.table for row in since.rows if any(change.is_new_quarter for change in row.fields))
    if filled and isinstance(subject, InternalSubject):
        tables = subject.locale.join([subject.locale.label(table_of(name).table.title) for name in filled])
        yield Sentence("quarters", say("story.changes.quarters", quarter=since.since, tables=tables))


def _moves(subject: Subject, changes: Iterable[RoleChange]) -> Iterable[Sentence]:
    """Who moved, by what it is that changed: a place, a part in decisions, an attitude, who meets whom."""
    told = list(changes)
    for key, fields in MOVES.items():
        names = [_moved(subject, key, one) for one in told if any(field.field in fields for field in one.fields)]
        if names:
            yield Sentence(key, subject.say(f"story.changes.{key}", n=len(names), people=_named(subject, names)))


def _moved(subject: Subject, key: str, change: RoleChange) -> str:
    """A person with what their attitude or influence was and is; else with their function."""
    old, new = change.old, change.new
    if isinstance(subject, InternalSubject) and isinstance(old, Contact) and isinstance(new, Contact):
        told = {"attitude": attitude_turned, "influence": influence_turned}.get(key)
        what = told(subject, Turn(old, new)) if told else ""
        if what:
            return subject.say("story.presented", name=new.name, function=what)
    return _person(subject, new)


def _person(subject: Subject, contact: SharedContact) -> str:
    return subject.presented(contact.name, contact.function)


def _named(subject: Subject, names: list[str]) -> str:
    """The first names, and how many others."""
    others = len(names) - _MOST_NAMED
    if others <= 0:
        return subject.locale.join(names)
    return subject.locale.join([*names[:_MOST_NAMED], subject.say("story.changes.others", n=others)])


def _kpi_table(subject: Subject, since: Difference) -> Table:
    say = subject.say
    columns = (
        TableColumn(say("story.changes.kpi.name"), 30),
        TableColumn(subject.quarter(since.since), 12, Align.RIGHT),
        TableColumn(subject.quarter(since.until), 12, Align.RIGHT),
        TableColumn(say("story.changes.kpi.change"), 12, Align.RIGHT),
        TableColumn(say("story.target"), 12, Align.RIGHT),
        TableColumn(say("story.changes.kpi.before"), 14),
        TableColumn(say("story.changes.kpi.after"), 14),
    )
    rows = tuple(_kpi_row(subject, move) for move in since.kpis)
    caption = say("story.changes.kpi.caption", since=since.since, until=since.until)
    return Table(key="changes/kpis", columns=columns, rows=rows, caption=caption, label=say("story.changes.kpi.label"))


def _kpi_row(subject: Subject, move: KpiMovement) -> TableRow:
    locale, kpi, scale = subject.locale, move.kpi, kpi_scale(subject, move.new)
    old = "–" if move.old is None else in_unit(locale, move.old.current.value, move.old.kpi.unit, scale=scale)
    change = change_in_unit(locale, move.change, kpi.unit, scale=scale)
    cells = (
        Cell(f"{kpi.ref} {kpi.name}"),
        Cell(old),
        Cell(in_unit(locale, move.new.current.value, kpi.unit, scale=scale), Tone.STRONG),
        Cell(
            subject.say("story.since.new_kpi") if move.old is None else change,
            Tone.ADVERSE if is_adverse(move.change, kpi.direction) else Tone.NORMAL,
        ),
        Cell(target_text(subject, kpi, scale=scale)),
        Cell("–") if move.old is None else Cell("", status=status(subject, move.old.rag)),
        Cell("", status=status(subject, move.new.rag)),
    )
    return TableRow(f"changes/{kpi.ref}", cells, is_internal=subject.is_hidden("kpis", kpi))


SECTION = Shared("changes", tell)
