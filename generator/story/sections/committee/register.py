"""The register: every decision, for the annexes of the plan."""

from __future__ import annotations

from generator.story.figures import cited_number, rows_cited
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
    rows = rows_cited("decisions", subject.plan.decisions)
    said = subject.told("story.decisions.register_headline", n=cited_number(subject.locale, len(rows), rows))
    return Section(
        key="register",
        stage=Stage.DECISIONS,
        title=subject.say("story.decisions.register_title"),
        headline=said.text,
        slide_blocks=(),
        chapter_blocks=(table,),
        source=source(subject, subject.worded("story.decisions.source", n=len(subject.plan.decisions))),
        notes=(),
        figures=said.under("register/title"),
    )


SECTION = Shared("register", tell)
