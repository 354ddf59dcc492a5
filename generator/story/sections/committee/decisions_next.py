"""The decisions asked today: options, impact, recommendation, who and when."""

from __future__ import annotations

from typing import Any

from generator.measures.citation import cite
from generator.measures.decisions import are_for_the_next_committee, are_pressing, asked
from generator.model.governance import SharedDecision
from generator.story.blocks.decisions import DecisionCard, DecisionCards, DecisionOption
from generator.story.figures import Cited, Said, rows_cited
from generator.story.phrases import full_stop, joined, source
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell the decisions asked; nothing when none is."""
    found = asked(subject.plan)
    if not found:
        return None
    cards = _cards(subject, found)
    said = _headline(subject, found)
    return Section(
        key="decisions-next",
        stage=Stage.DECISIONS,
        title=subject.say("story.decisions.next_title"),
        headline=said.text,
        slide_blocks=(cards,),
        chapter_blocks=(cards,),
        source=source(subject, subject.worded("story.decisions.next_source", n=len(found))),
        notes=_notes(subject, found),
        figures=said.under("decisions-next/title"),
        is_pressing=are_pressing(subject.plan, found),
    )


def _headline(subject: Subject, found: tuple[SharedDecision, ...]) -> Said:
    """Say how many decisions the committee is asked today and the first of them; else how many are to take."""
    first = found[0]
    stake = "" if subject.is_foreign else subject.typeset(first.stake or "")
    args: dict[str, Any] = {
        "count": subject.counted(len(found), rows_cited("decisions", found), feminine=True),
        "name": subject.within(first.ref, first.decision),
    }
    if not are_for_the_next_committee(subject.plan, found):
        return subject.told("story.decisions.next.headline_open", n=len(found), **args).sentence()
    if not stake:
        return subject.told("story.decisions.next.headline", n=len(found), **args).sentence()
    args["stake"] = Cited(stake, (cite("decisions", first, "stake"),))
    return subject.told("story.decisions.next.headline_stake", n=len(found), **args).sentence()


def _cards(subject: Subject, found: tuple[SharedDecision, ...]) -> DecisionCards:
    say = subject.say
    return DecisionCards(
        key="decisions-next/cards",
        cards=tuple(_card(subject, item) for item in found),
        options_title=say("story.decisions.options"),
        impact_title=say("story.decisions.impact"),
        inaction_label=say("story.decisions.inaction"),
        recommendation_title=say("story.decisions.recommendation"),
        decider_title=say("story.decisions.decider"),
        due_title=say("story.decisions.due"),
        alt=subject.series(joined((item.ref, item.decision, item.recommendation or ""), ", ") for item in found),
    )


def _card(subject: Subject, item: SharedDecision) -> DecisionCard:
    typeset = subject.typeset
    letter = (item.recommended or "").strip().upper()
    return DecisionCard(
        key=f"decisions-next/{item.ref}",
        ref=item.ref,
        title=typeset(item.decision),
        options=tuple(
            DecisionOption(chr(ord("A") + rank), typeset(text), chr(ord("A") + rank) == letter)
            for rank, text in enumerate(item.options)
        ),
        stake=typeset(item.stake or ""),
        impact=full_stop(typeset(item.impact or "")),
        inaction=full_stop(subject.running(typeset(item.inaction or ""))),
        recommendation=full_stop(typeset(item.recommendation or "")),
        decider=item.owner or "–",
        due=subject.locale.date(item.due) if item.due else "–",
        is_internal=subject.is_hidden("decisions", item),
    )


def _notes(subject: Subject, found: tuple[SharedDecision, ...]) -> tuple[str, ...]:
    lines = [subject.say("story.decisions.next_note", ref=item.ref, owner=item.owner or "–") for item in found]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.decisions.coaching"))
    return tuple(lines)


SECTION = Shared("decisions-next", tell)
