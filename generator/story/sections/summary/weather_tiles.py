"""The four weather tiles of the synthesis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.measures.actions import ActionState, live, open_actions
from generator.measures.citation import cite_all
from generator.measures.contracts import ContractLife
from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.story.blocks.summary import Tile, Tiles
from generator.story.blocks.text import Status
from generator.story.figures import NOTHING_SAID, Cited, Figure, Said, cited_number, rows_cited
from generator.story.phrases import status
from generator.story.sections.actions.cited import days_cited
from generator.story.sections.contracts.state import amount_cited, ending, near_notices
from generator.story.sections.kpis.cited import named_value
from generator.story.sections.summary.facts import telling
from generator.story.subject import InternalSubject, Subject


@dataclass(frozen=True, slots=True)
class _Told:
    """A tile with its texts as said."""

    key: str
    title: str
    rag: Rag
    figure: Said
    caption: Said
    detail: Said = NOTHING_SAID

    def tile(self, subject: Subject) -> Tile:
        """The tile as it is shown."""
        shown = (self.figure.text, self.caption.text, self.detail.text)
        return Tile(self.key, self.title, status(subject, self.rag), *shown)

    def figures(self) -> Iterator[Figure]:
        """What is printed on each of its lines."""
        for line, said in (("figure", self.figure), ("caption", self.caption), ("detail", self.detail)):
            yield from said.under(f"{self.key}/{line}")


def weather_tiles(subject: Subject) -> Tiles:
    """Return the weather: contracts, figures, actions, governance; to the client only those that have something to say.

    A tile that says that there is no action would be untrue where they are all internal.
    """
    tiles = tuple(told.tile(subject) for told in _told(subject))
    alt = subject.series(f"{tile.title} : {tile.status.letter}, {tile.figure} {tile.caption}" for tile in tiles)
    return Tiles(
        key="summary/tiles",
        tiles=tiles,
        alt=alt,
        label=subject.say("story.summary.tiles", cutoff=subject.cutoff),
        legend=_legend(subject, tiles),
    )


def _legend(subject: Subject, tiles: Iterable[Tile]) -> tuple[Status, ...]:
    """What the statuses shown mean, those of the facts among them."""
    shown = {*(tile.status.rag for tile in tiles), *(reading.rag for reading in telling(subject))}
    order = (Rag.GREEN, Rag.AMBER, Rag.RED)
    words = {rag: subject.say(f"story.summary.legend.{rag.name.lower()}") for rag in order if rag in shown}
    return tuple(status(subject, rag, text) for rag, text in words.items())


def tile_figures(subject: Subject) -> tuple[Figure, ...]:
    """Return the figures of the tiles, with what they were made from."""
    return tuple(figure for told in _told(subject) for figure in told.figures())


def _told(subject: Subject) -> tuple[_Told, ...]:
    tell_of = {
        _contracts_tile: bool(subject.lives),
        _figures_tile: bool(subject.weather.figures.measured),
        _actions_tile: bool(subject.weather.actions.total),
        _governance_tile: bool(subject.weather.governance.planned),
    }
    is_internal = isinstance(subject, InternalSubject)
    return tuple(tile(subject) for tile, has_news in tell_of.items() if has_news or is_internal)


def _contracts_tile(subject: Subject) -> _Told:
    tile, tell = subject.weather.contracts, subject.told
    notices, ends = near_notices(subject), ending(subject)
    key, title = "summary/contracts", subject.say("story.summary.tile.contracts")
    for lives, told, until in (
        (notices, "notices", notices[-1].notice_date if notices else None),
        (ends, "ends", ends[-1].current_end if ends else None),
    ):
        if lives:
            return _Told(
                key,
                title,
                tile.rag,
                tell(f"story.summary.tile.{told}", n=_lives(subject, lives)),
                tell("story.summary.tile.until", until=until),
                tell("story.summary.tile.to_extend", amount=amount_cited(subject, lives)),
            )
    current = tuple(life for life in subject.lives if life.is_current)
    amount = subject.locale.money_short(tile.under_contract.value or Decimal(0))
    return _Told(
        key,
        title,
        tile.rag,
        tell("story.summary.tile.current", n=_lives(subject, current)),
        tell("story.summary.tile.current_caption", n=tile.current_count),
        tell("story.summary.tile.current_detail", amount=Cited(amount, tile.under_contract.sources, "CONTRATS")),
    )


def _lives(subject: Subject, lives: tuple[ContractLife, ...]) -> Cited:
    return cited_number(subject.locale, len(lives), rows_cited("contracts", (life.contract for life in lives)))


def _figures_tile(subject: Subject) -> _Told:
    tile = subject.weather.figures
    key, title = "summary/figures", subject.say("story.summary.tile.figures")
    if not tile.measured:
        return _Told(key, title, tile.rag, Said("–"), subject.told("story.summary.tile.unmeasured"))
    first = [named_value(subject, reading) for reading in (*tile.red, *tile.amber, *tile.green)[:2]]
    return _Told(
        key,
        title,
        tile.rag,
        subject.told(
            "story.summary.tile.out_of",
            part=_readings(subject, tile.green, len(tile.green)),
            whole=_readings(subject, subject.readings, tile.total),
        ),
        subject.told("story.summary.tile.on_target"),
        Said(subject.series(one.text for one in first), tuple(cited for one in first for cited in one.cited)),
    )


def _readings(subject: Subject, readings: Iterable[KpiReading], number: int) -> Cited:
    return cited_number(subject.locale, number, rows_cited("kpis", (reading.kpi for reading in readings)))


def _actions_tile(subject: Subject) -> _Told:
    tile, tell = subject.weather.actions, subject.told
    key, title = "summary/actions", subject.say("story.summary.tile.actions")
    if not tile.total:
        return _Told(key, title, tile.rag, Said("–"), tell("story.summary.tile.no_action"))
    caption = tell("story.summary.tile.of_actions", n=_states(subject, live(subject.actions)))
    if tile.late:
        oldest = max(tile.late, key=lambda state: state.days_late)
        return _Told(
            key,
            title,
            tile.rag,
            tell("story.summary.tile.late", n=_states(subject, tile.late)),
            caption,
            tell("story.summary.tile.oldest", n=days_cited(subject, oldest)),
        )
    still_open = _states(subject, open_actions(subject.actions))
    figure = tell("story.summary.tile.open", n=still_open)
    return _Told(key, title, tile.rag, figure, caption, tell("story.summary.tile.none_late"))


def _states(subject: Subject, states: Sequence[ActionState]) -> Cited:
    return cited_number(subject.locale, len(states), rows_cited("actions", (state.action for state in states)))


def _governance_tile(subject: Subject) -> _Told:
    tile, tell, locale = subject.weather.governance, subject.told, subject.locale
    key, title = "summary/governance", subject.say("story.summary.tile.governance")
    if not tile.planned:
        return _Told(key, title, tile.rag, Said("–"), tell("story.summary.tile.no_meeting"))
    if tile.off_cadence:
        bodies = rows_cited("bodies", (rhythm.body for rhythm in tile.off_cadence))
        detail = tell("story.summary.tile.off_cadence", n=cited_number(locale, len(tile.off_cadence), bodies))
    elif tile.longest_minutes_days is not None:
        slowest = next(delay.meeting for delay in tile.minutes if delay.days == tile.longest_minutes_days)
        sent = cite_all("meetings", slowest, ("held", "minutes_sent"))
        detail = tell("story.summary.tile.minutes", n=cited_number(locale, tile.longest_minutes_days, sent))
    else:
        detail = tell("story.summary.tile.on_cadence")
    meetings = tile.attendance.sources
    return _Told(
        key,
        title,
        tile.rag,
        tell(
            "story.summary.tile.out_of",
            part=cited_number(locale, tile.held, meetings),
            whole=cited_number(locale, tile.planned, meetings),
        ),
        tell("story.summary.tile.meetings", n=tile.held),
        detail,
    )
