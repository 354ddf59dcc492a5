"""Points of attention: the open risks by criticality, and their grid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.measures.citation import cite_all
from generator.measures.rag import Rag
from generator.measures.references import in_reading_order
from generator.measures.thresholds import settings_of
from generator.model.actions import SharedRisk
from generator.model.choices import RiskStatus
from generator.story.blocks.risks import RiskGrid, RiskMark
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.figures import Cited, Said, cited_number, rows_cited
from generator.story.phrases import source, status
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared

TOP = 5
_AMBER = 8


def tell(subject: Subject) -> Section | None:
    """Tell the risks; no slide when none is open, nothing without a row."""
    if not subject.plan.risks:
        return None
    grid = _grid(subject)
    said = headline(subject)
    return Section(
        key="risks",
        stage=Stage.ACTIONS,
        title=subject.say("story.risks.title"),
        headline=said.text,
        slide_blocks=(grid,) if grid.marks else (),
        chapter_blocks=(*((grid,) if grid.marks else ()), _register(subject)),
        source=source(subject, subject.worded("story.risks.source", n=len(subject.plan.risks))),
        notes=(
            subject.say("story.risks.note", critical=critical(subject)),
            *((subject.say("story.risks.coaching"),) if isinstance(subject, InternalSubject) else ()),
        ),
        figures=said.under("risks/title"),
    )


def critical(subject: Subject) -> int:
    """Return the probability × impact from which a risk is critical."""
    return settings_of(subject.plan).risk_criticality


def ranked(subject: Subject) -> tuple[SharedRisk, ...]:
    """Return the open risks, the most critical first."""
    still_open = [risk for risk in subject.plan.risks if risk.status is RiskStatus.OPEN]
    return tuple(
        sorted(still_open, key=lambda risk: (-risk.probability * risk.impact, -risk.impact, in_reading_order(risk.ref)))
    )


def headline(subject: Subject) -> Said:
    """Say how many risks are critical and the first of them; else the first open one; else that all are closed."""
    risks, every = ranked(subject), subject.plan.risks
    if not risks:
        return subject.told("story.risks.headline.none", n=len(every), count=_number(subject, every)).sentence()
    first = risks[0]
    made_of = cite_all("risks", first, ("probability", "impact"))
    args: dict[str, Any] = {
        "what": subject.cited(first.ref, first.risk),
        "score": cited_number(subject.locale, first.probability * first.impact, made_of),
    }
    high = [risk for risk in risks if risk.probability * risk.impact >= critical(subject)]
    if high:
        key = "story.risks.headline.critical" if len(high) < len(risks) else "story.risks.headline.all_critical"
        args["total"] = _number(subject, risks)
        return subject.told(key, n=len(high), count=_number(subject, high), **args).sentence()
    return subject.told("story.risks.headline.calm", n=len(risks), count=_number(subject, risks), **args).sentence()


def _number(subject: Subject, risks: Sequence[SharedRisk]) -> Cited:
    return subject.counted(len(risks), rows_cited("risks", risks))


def risk_rag(subject: Subject, risk: SharedRisk) -> Rag:
    """Return a risk's colour: by criticality while open, none once mitigated or closed."""
    if risk.status is not RiskStatus.OPEN:
        return Rag.NONE
    score = risk.probability * risk.impact
    return Rag.RED if score >= critical(subject) else Rag.AMBER if score >= _AMBER else Rag.GREEN


def _grid(subject: Subject) -> RiskGrid:
    risks = ranked(subject)
    marks = tuple(_mark(subject, risk) for risk in risks)
    top = min(TOP, subject.most("risks", TOP))
    others = len(risks) - top
    return RiskGrid(
        key="risks/grid",
        probability_title=subject.say("story.risks.probability"),
        impact_title=subject.say("story.risks.impact"),
        list_title=subject.say(
            "story.risks.list_title", n=min(top, len(risks)), count=subject.count(min(top, len(risks)))
        ),
        marks=marks,
        listed=marks[:top],
        critical=critical(subject),
        more=subject.elsewhere(subject.say("story.risks.more", n=others), "risks") if others > 0 else "",
        alt=subject.series(
            subject.say(
                "story.risks.alt.row", ref=risk.ref, name=risk.risk, probability=risk.probability, impact=risk.impact
            )
            for risk in risks
        ),
        caption=subject.say("story.risks.caption"),
    )


def _mark(subject: Subject, risk: SharedRisk) -> RiskMark:
    locale = subject.locale
    score = risk.probability * risk.impact
    return RiskMark(
        key=f"risks/{risk.ref}",
        ref=risk.ref,
        title=subject.typeset(risk.risk),
        detail=locale.label(risk.type.label),
        response=subject.typeset(risk.response) if risk.response else subject.say("story.risks.no_response"),
        owner=risk.owner or "–",
        due=locale.date(risk.due) if risk.due else "–",
        probability=risk.probability,
        impact=risk.impact,
        status=status(subject, risk_rag(subject, risk), str(score)),
        is_internal=subject.is_hidden("risks", risk),
    )


def _register(subject: Subject) -> Table:
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.ref"), 6),
        TableColumn(say("story.risks.type"), 10),
        TableColumn(say("story.risks.risk"), 30),
        TableColumn(say("story.risks.p"), 4, Align.CENTRE),
        TableColumn(say("story.risks.i"), 4, Align.CENTRE),
        TableColumn(say("story.risks.score"), 8),
        TableColumn(say("story.risks.response"), 28),
        TableColumn(say("story.owner"), 14),
        TableColumn(say("story.due"), 10),
        TableColumn(say("story.status"), 9),
    )
    rest = [risk for risk in subject.plan.risks if risk.status is not RiskStatus.OPEN]
    rows = tuple(
        TableRow(
            f"risks/{risk.ref}",
            (
                Cell(risk.ref),
                Cell(locale.label(risk.type.label)),
                Cell(subject.typeset(risk.risk)),
                Cell(str(risk.probability)),
                Cell(str(risk.impact)),
                Cell("", status=status(subject, risk_rag(subject, risk), str(risk.probability * risk.impact))),
                Cell(subject.typeset(risk.response or "–")),
                Cell(risk.owner or "–"),
                Cell(locale.date(risk.due) if risk.due else "–"),
                Cell(locale.label(risk.status.label)),
            ),
            is_closed=risk.status is not RiskStatus.OPEN,
            is_internal=subject.is_hidden("risks", risk),
        )
        for risk in (*ranked(subject), *rest)
    )
    return Table(
        key="risks/register",
        columns=columns,
        rows=rows,
        caption=say("story.risks.register_caption"),
        name_at=2,
        is_wide=True,
    )


SECTION = Shared("risks", tell)
