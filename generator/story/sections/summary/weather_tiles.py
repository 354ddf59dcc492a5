"""The four weather tiles of the synthesis."""

from __future__ import annotations

from decimal import Decimal

from generator.story.blocks.summary import Tile, Tiles
from generator.story.phrases import status
from generator.story.sections.contracts.state import amount_of, ending, near_notices
from generator.story.sections.kpis.chart import kpi_value
from generator.story.subject import InternalSubject, Subject


def weather_tiles(subject: Subject) -> Tiles:
    """Return the weather: contracts, figures, actions, governance; to the client only those that have something to say.

    A tile that says that there is no action would be untrue where they are all internal.
    """
    tell_of = {
        _contracts_tile: bool(subject.lives),
        _figures_tile: bool(subject.weather.figures.measured),
        _actions_tile: bool(subject.weather.actions.total),
        _governance_tile: bool(subject.weather.governance.planned),
    }
    is_internal = isinstance(subject, InternalSubject)
    tiles = tuple(tile(subject) for tile, has_news in tell_of.items() if has_news or is_internal)
    alt = subject.series(f"{tile.title} : {tile.status.letter}, {tile.figure} {tile.caption}" for tile in tiles)
    return Tiles(key="summary/tiles", tiles=tiles, alt=alt)


def _contracts_tile(subject: Subject) -> Tile:
    tile, say = subject.weather.contracts, subject.say
    notices, ends = near_notices(subject), ending(subject)
    title = say("story.summary.tile.contracts")
    if notices:
        return Tile(
            "summary/contracts",
            title,
            status(subject, tile.rag),
            say("story.summary.tile.notices", n=len(notices)),
            say("story.summary.tile.until", until=notices[-1].notice_date),
            say("story.summary.tile.to_extend", amount=subject.locale.money_short(amount_of(notices))),
        )
    if ends:
        return Tile(
            "summary/contracts",
            title,
            status(subject, tile.rag),
            say("story.summary.tile.ends", n=len(ends)),
            say("story.summary.tile.until", until=ends[-1].current_end),
            say("story.summary.tile.to_extend", amount=subject.locale.money_short(amount_of(ends))),
        )
    return Tile(
        "summary/contracts",
        title,
        status(subject, tile.rag),
        say("story.summary.tile.current", n=tile.current_count),
        say("story.summary.tile.current_caption", n=tile.current_count),
        say(
            "story.summary.tile.current_detail",
            amount=subject.locale.money_short(tile.under_contract.value or Decimal(0)),
        ),
    )


def _figures_tile(subject: Subject) -> Tile:
    tile, say = subject.weather.figures, subject.say
    title = say("story.summary.tile.figures")
    if not tile.measured:
        return Tile("summary/figures", title, status(subject, tile.rag), "–", say("story.summary.tile.unmeasured"), "")
    first = (*tile.red, *tile.amber, *tile.green)[:2]
    detail = subject.series(
        f"{subject.called(reading.kpi.ref, reading.kpi.name)} {kpi_value(subject, reading, reading.current.value)}"
        for reading in first
    )
    figure = say("story.summary.tile.out_of", part=len(tile.green), whole=tile.total)
    return Tile(
        "summary/figures",
        title,
        status(subject, tile.rag),
        figure,
        say("story.summary.tile.on_target"),
        detail,
    )


def _actions_tile(subject: Subject) -> Tile:
    tile, say = subject.weather.actions, subject.say
    title = say("story.summary.tile.actions")
    if not tile.total:
        return Tile("summary/actions", title, status(subject, tile.rag), "–", say("story.summary.tile.no_action"), "")
    if tile.late:
        return Tile(
            "summary/actions",
            title,
            status(subject, tile.rag),
            say("story.summary.tile.late", n=len(tile.late)),
            say("story.summary.tile.of_actions", n=tile.total),
            say("story.summary.tile.oldest", n=tile.oldest_days),
        )
    return Tile(
        "summary/actions",
        title,
        status(subject, tile.rag),
        say("story.summary.tile.open", n=tile.open_count),
        say("story.summary.tile.of_actions", n=tile.total),
        say("story.summary.tile.none_late"),
    )


def _governance_tile(subject: Subject) -> Tile:
    tile, say = subject.weather.governance, subject.say
    title = say("story.summary.tile.governance")
    if not tile.planned:
        return Tile(
            "summary/governance", title, status(subject, tile.rag), "–", say("story.summary.tile.no_meeting"), ""
        )
    if tile.off_cadence:
        detail = say("story.summary.tile.off_cadence", n=len(tile.off_cadence))
    elif tile.longest_minutes_days is not None:
        detail = say("story.summary.tile.minutes", n=tile.longest_minutes_days)
    else:
        detail = say("story.summary.tile.on_cadence")
    return Tile(
        "summary/governance",
        title,
        status(subject, tile.rag),
        say("story.summary.tile.out_of", part=tile.held, whole=tile.planned),
        say("story.summary.tile.meetings", n=tile.held),
        detail,
    )
