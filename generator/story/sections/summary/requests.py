"""The decisions asked, each with its stake, its date and what happens without it."""

from __future__ import annotations

from generator.measures.decisions import are_for_the_next_committee, asked
from generator.model.governance import SharedDecision
from generator.story.blocks.summary import Request, Requests
from generator.story.phrases import sentence
from generator.story.subject import Subject

MOST = 3


def requests(subject: Subject) -> Requests | None:
    """The first decisions asked, and how many more there are; None without any."""
    found = asked(subject.plan)
    if not found:
        return None
    others = len(found) - MOST
    key = "requests" if are_for_the_next_committee(subject.plan, found) else "requests_open"
    count = subject.count(len(found), feminine=True)
    return Requests(
        key="summary/requests",
        label=sentence(subject.say(f"story.summary.{key}", n=len(found), count=count)),
        requests=tuple(_request(subject, item) for item in found[:MOST]),
        terms_label=subject.say("story.summary.request_terms"),
        inaction_label=subject.say("story.decisions.inaction"),
        more=subject.say("story.summary.more_requests", n=others) if others > 0 else "",
    )


def _request(subject: Subject, item: SharedDecision) -> Request:
    return Request(
        item.ref,
        subject.marked(subject.typeset(item.decision), "decisions", item),
        owner=item.owner or "–",
        due=subject.locale.date(item.due) if item.due else "–",
        stake=subject.typeset(item.stake or ""),
        inaction=subject.running(subject.typeset(item.inaction or "")),
    )
