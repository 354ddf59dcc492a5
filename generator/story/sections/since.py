"""What moved since the last steering committee: KPIs, actions, contracts, decisions."""

from __future__ import annotations

from generator.history.difference import Difference, KpiMovement
from generator.measures.rag import Rag
from generator.story.blocks.prose import Prose
from generator.story.blocks.summary import Tile, Tiles
from generator.story.phrases import change_in_unit, in_unit, is_adverse, joined, sentence, source, status
from generator.story.sections.movers import largest_mover, relative_change
from generator.story.sections.since_lists import change_lists
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject

MOST_KPIS = 6


def tell(subject: Subject) -> Section | None:
    """Tell what moved; nothing without an earlier edition, or when there is no row to compare."""
    since = subject.since
    if since is None:
        return None
    tiles, lists = _tiles(subject, since), change_lists(subject, since)
    if tiles is None and lists is None:
        return None
    return Section(
        key="since",
        stage=Stage.SUMMARY,
        title=subject.say("story.since.title"),
        headline=headline(subject, since),
        slide_blocks=tuple(block for block in (tiles, lists or _nothing(subject, since)) if block is not None),
        chapter_blocks=(),
        source=source(subject, _source(subject, since)),
        notes=_notes(subject, since),
    )


def headline(subject: Subject, since: Difference) -> str:
    """Say how many KPIs improved and the largest mover, then what became of actions, contracts or decisions."""
    kpis, rest = _kpis_said(subject, since), _rest_said(subject, since)
    if kpis and rest:
        return sentence(subject.say("story.since.both", kpis=kpis, rest=rest))
    if rest:
        return sentence(subject.say("story.since.rest", quarter=since.since, rest=rest))
    return sentence(kpis or subject.say("story.since.nothing", quarter=since.since))


def actions_said(subject: Subject, since: Difference, *, family: str = "actions") -> str:
    """Say how many actions were closed and how many slipped; nothing when none. ``family`` says how."""
    closed, slipped = len(since.actions.closed), len(since.actions.slipped)
    if closed and slipped:
        too = subject.say("story.since.slipped_too", n=slipped, count=subject.count(slipped, feminine=True))
        return subject.say(
            f"story.since.{family}.both", n=closed, count=subject.count(closed, feminine=True), slipped=too
        )
    if closed:
        return subject.say(f"story.since.{family}.closed", n=closed, count=subject.count(closed, feminine=True))
    if slipped:
        return subject.say(f"story.since.{family}.slipped", n=slipped, count=subject.count(slipped, feminine=True))
    return ""


def _kpis_said(subject: Subject, since: Difference) -> str:
    known = tuple(move for move in since.kpis if move.change is not None)
    better = tuple(move for move in known if move.change and not is_adverse(move.change, move.kpi.direction))
    worse = tuple(move for move in known if is_adverse(move.change, move.kpi.direction))
    if not known:
        return ""
    if not better and not worse:
        return subject.say("story.since.kpis.flat", quarter=since.since)
    told, key = (better, "story.since.kpis.up") if better else (worse, "story.since.kpis.down")
    if len(better) == len(since.kpis):
        key = "story.since.kpis.up_all"
    most = largest_mover(told)
    return subject.say(
        key,
        n=len(told),
        count=subject.count(len(told)),
        total=subject.count(len(since.kpis)),
        quarter=since.since,
        name=most.kpi.name,
        change=change_in_unit(subject.locale, most.change, most.kpi.unit),
    )


def _rest_said(subject: Subject, since: Difference) -> str:
    """What became of the actions, else of the contracts, else of the decisions."""
    said = actions_said(subject, since)
    if said:
        return said
    counted = (
        ("story.since.signed", len(since.contracts.signed), False),
        ("story.since.amended", len(since.contracts.amended), False),
        ("story.since.ended", len(since.contracts.ended), False),
        ("story.since.applied", len(since.decisions_applied), True),
        ("story.since.new", len(since.actions.new), True),
    )
    parts = [
        subject.say(key, n=number, count=subject.count(number, feminine=feminine))
        for key, number, feminine in counted
        if number
    ]
    return subject.locale.join(parts[:2])


def _tiles(subject: Subject, since: Difference) -> Tiles | None:
    """The KPIs in the workbook's order; of many, those that moved most."""
    if not since.kpis:
        return None
    kept = sorted(since.kpis, key=relative_change, reverse=True)[:MOST_KPIS]
    tiles = tuple(_tile(subject, since, move) for move in since.kpis if move in kept)
    alt = subject.series(f"{tile.title} : {tile.figure}, {tile.caption} ({tile.status.letter})" for tile in tiles)
    return Tiles(key="since/kpis", tiles=tiles, alt=alt)


def _tile(subject: Subject, since: Difference, move: KpiMovement) -> Tile:
    now = in_unit(subject.locale, move.new.current.value, move.kpi.unit)
    old = None if move.old is None else in_unit(subject.locale, move.old.current.value, move.old.kpi.unit)
    return Tile(
        f"since/{move.kpi.ref}",
        move.kpi.name,
        status(subject, move.new.rag),
        now if old is None or old == now else subject.say("story.since.moved", old=old, new=now),
        _change_said(subject, move),
        _status_said(subject, since, move),
    )


def _change_said(subject: Subject, move: KpiMovement) -> str:
    if move.old is None:
        return subject.say("story.since.new_kpi")
    if move.new.current.value is None:
        return subject.say("story.since.no_value")
    if move.old.current.value is None:
        return subject.say("story.since.first_value")
    if move.change is None:
        return subject.say("story.since.not_comparable")
    if not move.change:
        return subject.say("story.since.unchanged")
    change = change_in_unit(subject.locale, move.change, move.kpi.unit)
    key = "story.since.worse" if is_adverse(move.change, move.kpi.direction) else "story.since.better"
    arrow = "↑" if move.change > 0 else "↓"
    return f"{arrow} {subject.say(key, change=change)}"


def _status_said(subject: Subject, since: Difference, move: KpiMovement) -> str:
    """The former status, where it was another."""
    if move.old is None or move.old.rag is Rag.NONE:
        return ""
    if move.old.rag is move.new.rag:
        return subject.say("story.since.same_status")
    letter = subject.locale.label(move.old.rag.letter)
    return subject.say("story.since.was", status=letter, quarter=since.since)


def _nothing(subject: Subject, since: Difference) -> Prose:
    text = subject.say("story.since.none", quarter=since.since)
    return Prose(key="since/none", paragraphs=(text,), label=subject.say("story.since.none_label"))


def _source(subject: Subject, since: Difference) -> str:
    said = subject.say("story.since.source", quarter=since.since, day=since.since_cutoff)
    others = len(since.kpis) - MOST_KPIS
    return joined((said, subject.say("story.since.more_kpis", n=others) if others > 0 else ""))


def _notes(subject: Subject, since: Difference) -> tuple[str, ...]:
    lines = [subject.say("story.since.note", quarter=since.since, day=since.since_cutoff)]
    lines += [
        subject.say(
            "story.since.note_kpi",
            name=move.kpi.name,
            old=in_unit(subject.locale, move.old.current.value, move.old.kpi.unit),
            since=since.since,
            new=in_unit(subject.locale, move.new.current.value, move.kpi.unit),
            until=since.until,
        )
        for move in since.kpis
        if move.old is not None
    ]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.since.coaching"))
    return tuple(lines)
