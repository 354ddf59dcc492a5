"""The landscape: third parties around the client, and the SWOT."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.measures.citation import cite
from generator.measures.measure import total
from generator.measures.references import in_reading_order
from generator.measures.whitespace import whitespace
from generator.model.choices import Quadrant, ThirdPartyType
from generator.model.mapping import SwotStatement
from generator.story.blocks import Block
from generator.story.blocks.grid import Swot, SwotQuadrant
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Sentence, Tone
from generator.story.figures import Cited, Said, cited_number, rows_cited, titles_cited
from generator.story.phrases import joined, source
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject
from generator.story.teller import Internal


def tell(subject: InternalSubject) -> Section | None:
    """Tell third parties and the SWOT; nothing without either."""
    plan = subject.plan
    swot = _swot(subject)
    blocks: tuple[Block, ...] = (*_third_parties(subject), *swot)
    if not blocks:
        return None
    balance = {one.key: _balance(subject, one) for one in swot}
    said = _headline(subject) if plan.third_parties else balance[blocks[0].key]
    return Section(
        key="landscape",
        stage=Stage.PIPELINE,
        title=subject.say("story.landscape.title"),
        headline=said.text,
        figures=(*said.under("landscape/title"), *titles_cited(balance)),
        headlines={key: one.text for key, one in balance.items()},
        slide_blocks=blocks,
        chapter_blocks=blocks,
        source=source(
            subject,
            joined(
                (
                    subject.say("story.landscape.source", n=len(plan.third_parties)) if plan.third_parties else "",
                    subject.say("story.landscape.source_swot", n=len(plan.swot)) if plan.swot else "",
                ),
                ", ",
            ),
        ),
        notes=(subject.say("story.landscape.note"),),
        is_internal=True,
    )


def _headline(subject: InternalSubject) -> Said:
    rivals = sorted(
        (party for party in subject.plan.third_parties if party.type is ThirdPartyType.COMPETITOR),
        key=lambda party: -(party.threat or 0),
    )
    if not rivals:
        return subject.told("story.landscape.headline.no_rival")
    first = rivals[0]
    count = subject.counted(len(rivals), rows_cited("third_parties", rivals))
    args: dict[str, Any] = {"count": count, "name": first.name}
    if first.entities and first.threat:
        args |= {
            "threat": cited_number(subject.locale, first.threat, (cite("third_parties", first, "threat"),)),
            "entities": subject.locale.join(list(first.entities)),
        }
        said = subject.told("story.landscape.headline.present", n=len(rivals), **args)
    else:
        said = subject.told("story.landscape.headline.rivals", n=len(rivals), **args)
    return _to_win_from(subject, first.name, said).sentence()


def _to_win_from(subject: InternalSubject, rival: str, said: Said) -> Said:
    """Follow a competitor by what is left to win from it."""
    cells = whitespace(subject.plan, subject.figures).cells.values()
    held = total(cell.to_win for cell in cells if cell.competitor == rival)
    if not held.value:
        return said
    amount = Cited(subject.locale.money_short(held.value), held.sources)
    return subject.told("story.so_what", said=said, then=subject.told("story.landscape.to_win_from", amount=amount))


def _balance(subject: InternalSubject, swot: Swot) -> Said:
    """Say how many statements the most pressing quadrant holds, and the first."""
    quadrant = next(one for one in swot.quadrants if one.key == swot.told)
    count, first = len(quadrant.statements), quadrant.statements[0].text
    name = quadrant.key.rpartition("/")[2]
    rows = [row for row in subject.plan.swot if row.quadrant.name.lower() == name]
    said = subject.told(
        f"story.landscape.headline.{name}",
        n=count,
        count=subject.counted(count, rows_cited("swot", rows), feminine=True),
        statement=subject.quoted_if_foreign(first.rstrip(".")),
    )
    if name == Quadrant.STRENGTH.name.lower():
        return said.sentence()
    return subject.told("story.so_what", said=said, then=_objectives(subject, rows)).sentence()


def _objectives(subject: InternalSubject, rows: Sequence[SwotStatement]) -> Said:
    """How many statements no objective takes up; else which objectives do."""
    open_ones = [row for row in rows if row.objective is None]
    if not open_ones:
        refs = dict.fromkeys(row.objective for row in rows if row.objective)
        names = subject.locale.join(sorted(refs, key=in_reading_order))
        return subject.told("story.landscape.taken_up", n=len(refs), objectives=names)
    key = "none_taken_up" if len(open_ones) == len(rows) else "not_taken_up"
    count = subject.counted(len(open_ones), rows_cited("swot", open_ones), feminine=True)
    return subject.told(f"story.landscape.{key}", n=len(open_ones), count=count)


def _third_parties(subject: InternalSubject) -> tuple[Table, ...]:
    if not subject.plan.third_parties:
        return ()
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.landscape.name"), 14),
        TableColumn(say("story.landscape.type"), 12),
        TableColumn(say("story.landscape.offers"), 18),
        TableColumn(say("story.landscape.entities"), 18),
        TableColumn(say("story.landscape.threat"), 8, Align.CENTRE),
        TableColumn(say("story.landscape.strengths"), 26),
        TableColumn(say("story.landscape.weaknesses"), 26),
    )
    ranked = sorted(
        subject.plan.third_parties,
        key=lambda party: (party.type is not ThirdPartyType.COMPETITOR, -(party.threat or 0), party.name),
    )
    rows = tuple(
        TableRow(
            f"landscape/{party.name}",
            (
                Cell(party.name, Tone.STRONG),
                Cell(locale.label(party.type.label)),
                Cell(", ".join(party.offers) or "–"),
                Cell(", ".join(party.entities) or "–"),
                Cell(str(party.threat) if party.threat else "–"),
                Cell(party.strengths or "–"),
                Cell(party.weaknesses or "–"),
            ),
        )
        for party in ranked
    )
    return (
        Table(key="landscape/table", columns=columns, rows=rows, caption=say("story.landscape.caption"), is_wide=True),
    )


def _swot(subject: InternalSubject) -> tuple[Swot, ...]:
    if not subject.plan.swot:
        return ()
    quadrants = [
        SwotQuadrant(
            f"landscape/swot/{quadrant.name.lower()}",
            subject.say(f"story.landscape.quadrant.{quadrant.name.lower()}"),
            tuple(
                Sentence(item.statement, subject.typeset(item.statement))
                for item in subject.plan.swot
                if item.quadrant is quadrant
            ),
        )
        for quadrant in Quadrant
    ]
    strengths, weaknesses, opportunities, threats = quadrants
    pressing = (threats, opportunities, weaknesses, strengths)
    return (
        Swot(
            key="landscape/swot",
            quadrants=(strengths, weaknesses, opportunities, threats),
            alt=subject.series(
                f"{item.title} : {', '.join(one.text for one in item.statements)}" for item in quadrants
            ),
            caption=subject.say("story.landscape.swot_caption"),
            told=next(one.key for one in pressing if one.statements),
        ),
    )


SECTION = Internal("landscape", tell)
