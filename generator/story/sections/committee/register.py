"""The register: every decision, for the annexes of the plan."""

from __future__ import annotations

from generator.story.phrases import source
from generator.story.sections.committee.decision_table import decision_table
from generator.story.story import Section, Stage
from generator.story.subject import Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell the whole register, for the annexes of the plan."""
    if not subject.plan.decisions:
        return None
    caption = subject.say("story.decisions.register_caption")
    table = decision_table(subject, subject.plan.decisions, "register/table", caption)
    return Section(
        key="register",
        stage=Stage.DECISIONS,
        title=subject.say("story.decisions.register_title"),
        headline=subject.say("story.decisions.register_headline", n=len(subject.plan.decisions)),
        slide_blocks=(),
        chapter_blocks=(table,),
        source=source(subject, subject.worded("story.decisions.source", n=len(subject.plan.decisions))),
        notes=(),
    )


SECTION = Shared("register", tell)
