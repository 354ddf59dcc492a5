"""The decisions asked today: options, impact, recommendation, who and when."""

from __future__ import annotations

from typing import Any

from generator.model.governance import SharedDecision
from generator.story.blocks.decisions import DecisionCard, DecisionCards, DecisionOption
from generator.story.phrases import full_stop, joined, lower_first, sentence, source
from generator.story.sections.decisions import pending
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject


def tell(subject: Subject) -> Section | None:
    """Tell the decisions asked; nothing when none is."""
    asked = pending(subject)
    if not asked:
        return None
    cards = _cards(subject, asked)
    return Section(
        key="decisions-next",
        stage=Stage.DECISIONS,
        title=subject.say("story.decisions.next_title"),
        headline=_headline(subject, asked),
        slide_blocks=(cards,),
        chapter_blocks=(cards,),
        source=source(subject, subject.say("story.decisions.next_source", n=len(asked))),
        notes=_notes(subject, asked),
    )


def _headline(subject: Subject, asked: tuple[SharedDecision, ...]) -> str:
    stake = subject.locale.typeset(asked[0].stake or "")
    args: dict[str, Any] = {
        "count": subject.count(len(asked), feminine=True),
        "name": lower_first(asked[0].decision),
    }
    if not stake:
        return sentence(subject.say("story.decisions.next.headline", n=len(asked), **args))
    return sentence(subject.say("story.decisions.next.headline_stake", n=len(asked), stake=stake, **args))


def _cards(subject: Subject, asked: tuple[SharedDecision, ...]) -> DecisionCards:
    say = subject.say
    return DecisionCards(
        key="decisions-next/cards",
        cards=tuple(_card(subject, item) for item in asked),
        options_title=say("story.decisions.options"),
        impact_title=say("story.decisions.impact"),
        recommendation_title=say("story.decisions.recommendation"),
        decider_title=say("story.decisions.decider"),
        due_title=say("story.decisions.due"),
        alt=subject.series(joined((item.ref, item.decision, item.recommendation or ""), ", ") for item in asked),
    )


def _card(subject: Subject, item: SharedDecision) -> DecisionCard:
    typeset = subject.locale.typeset
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
        recommendation=full_stop(typeset(item.recommendation or "")),
        decider=item.owner or "–",
        due=subject.locale.date(item.due) if item.due else "–",
        is_internal=subject.is_hidden("decisions", item),
    )


def _notes(subject: Subject, asked: tuple[SharedDecision, ...]) -> tuple[str, ...]:
    lines = [subject.say("story.decisions.next_note", ref=item.ref, owner=item.owner or "–") for item in asked]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.decisions.coaching"))
    return tuple(lines)
