"""From a plan to its story: each section told, put in the order of the deck and of the plan."""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics.findings import Findings
from generator.editions.edition import Edition
from generator.editions.redaction import Hidden
from generator.history.difference import Difference
from generator.locales.locale import Locale
from generator.measures.outline import EVERYTHING
from generator.model.account import Settings
from generator.model.choices import Share
from generator.model.outline import Outline
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.sections import TITLES
from generator.story.chapters import tell_chapters, told_in
from generator.story.cover import plan_years, tell_cover
from generator.story.messages import with_messages
from generator.story.story import Section, Story
from generator.story.subject import InternalSubject, Subject
from generator.story.talk import with_notes
from generator.story.tellers import slides_of, tell_sections
from generator.story.typed_texts import foreign_texts


def tell_internal(
    plan: AccountPlan,
    locale: Locale,
    findings: Findings,
    *,
    since: Difference | None = None,
    hidden: Hidden = frozenset(),
    shared: SharedPlan | None = None,
    outline: Outline = EVERYTHING[Share.INTERNAL],
) -> Story:
    """Tell the whole plan, with what the checks found and what changed since the last committee.

    ``hidden`` are the rows that the client does not see; they are marked so. ``shared`` is what the client does see,
    when it is at hand. ``outline`` is what is told, and in which order.
    """
    subject = InternalSubject(
        plan,
        locale,
        shows_notices=True,
        respondents_minimum=plan.settings.respondents_minimum,
        since=since,
        hidden=hidden,
        outline=outline,
        findings=findings,
        shared=shared,
    )
    return _story(subject, Edition.INTERNAL)


def tell_client(
    plan: SharedPlan,
    locale: Locale,
    *,
    shows_notices: bool,
    respondents_minimum: int = Settings().respondents_minimum,
    since: Difference | None = None,
    outline: Outline = EVERYTHING[Share.CLIENT],
) -> Story:
    """Tell what the client may see; ``since`` compares two shared plans, ``outline`` is what is told in which order."""
    subject = Subject(
        plan,
        locale,
        shows_notices=shows_notices,
        respondents_minimum=respondents_minimum,
        since=since,
        outline=outline,
    )
    return _story(subject, Edition.CLIENT)


def _told(subject: Subject) -> tuple[Subject, dict[str, Section]]:
    """The sections, told again where chapters turn out to be silent: what follows moves up, and so do references."""
    sections, outline = tell_sections(subject), subject.outline
    silent = frozenset(chapter for chapter in outline.chapters if not told_in(chapter, outline, sections))
    if not silent:
        return subject, sections
    subject = replace(subject, silent=silent)
    return subject, tell_sections(subject)


def _story(subject: Subject, edition: Edition) -> Story:
    subject, sections = _told(subject)
    sections = {key: with_notes(subject, with_messages(subject, section)) for key, section in sections.items()}
    account, say = subject.plan.account, subject.say
    is_internal = edition is Edition.INTERNAL
    outline = subject.outline
    cutoff = say("story.cutoff", cutoff=subject.cutoff)
    shown = slides_of(subject, sections)
    told = {section.key for section in shown}
    asked = dict.fromkeys(place.section for place in outline.slides if not place.ref)
    return Story(
        edition=edition,
        language=subject.locale.language,
        account=account.client,
        supplier=account.supplier,
        author=account.manager,
        period=subject.period,
        cutoff=subject.cutoff,
        version=account.version,
        deck_title=say("story.deck_title", client=account.client, period=subject.period),
        plan_title=say("story.plan_title", client=account.client, years=plan_years(subject)),
        footer=say(
            "story.footer", client=account.client, period=subject.period, version=account.version, cutoff=cutoff
        ),
        plan_header=say("story.plan_header", client=account.client, years=plan_years(subject)),
        plan_footer=say("story.plan_footer", version=account.version, cutoff=cutoff),
        page_word=say("story.page"),
        confidential=say("story.confidential") if is_internal else "",
        plan_confidential=say("story.plan_confidential") if is_internal else "",
        internal_mark=say("story.internal") if is_internal else "",
        cover=tell_cover(subject),
        stages=tuple(
            (stage, say(f"story.stage.{stage.value}")) for stage in dict.fromkeys(section.stage for section in shown)
        ),
        deck_sections=(say("story.section.committee"), subject.worded("story.section.annexes")),
        slides=shown,
        chapters=tell_chapters(subject, sections),
        contents_title=say("story.contents"),
        figures_title=say("story.figures"),
        figure_word=say("story.figure"),
        table_word=say("story.table"),
        section_word=say("story.subsection"),
        annex_word=say("story.annex_word"),
        preset=outline.plan_preset,
        left_out=tuple(say(TITLES[key]) for key in asked if key not in told),
        cut=outline.cut,
        foreign_texts=foreign_texts(subject),
    )
