"""From a plan to its story: each section told, put in the order of the deck and of the plan."""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics.findings import Findings
from generator.editions.edition import Edition
from generator.editions.redaction import Hidden
from generator.history.difference import Difference
from generator.locales.locale import Locale
from generator.model.account import Settings
from generator.model.choices import PlanPreset
from generator.model.plan import AccountPlan, SharedPlan
from generator.story.chapters import chapter_numbers, tell_chapters
from generator.story.cover import plan_years, tell_cover
from generator.story.messages import with_messages
from generator.story.outline import slides
from generator.story.story import Section, Stage, Story
from generator.story.subject import InternalSubject, Subject
from generator.story.tellers import tell_sections
from generator.story.typed_texts import foreign_texts


def tell_internal(
    plan: AccountPlan,
    locale: Locale,
    findings: Findings,
    *,
    since: Difference | None = None,
    hidden: Hidden = frozenset(),
    shared: SharedPlan | None = None,
    preset: PlanPreset = PlanPreset.CURRENT,
) -> Story:
    """Tell the whole plan, with what the checks found and what changed since the last committee.

    ``hidden`` are the rows that the client does not see; they are marked so. ``shared`` is what the client does see,
    when it is at hand; ``preset`` says how much the plan tells.
    """
    subject = InternalSubject(
        plan,
        locale,
        shows_notices=True,
        respondents_minimum=plan.settings.respondents_minimum,
        since=since,
        hidden=hidden,
        findings=findings,
        shared=shared,
        preset=preset,
    )
    return _story(subject, Edition.INTERNAL, tell_sections(subject))


def tell_client(
    plan: SharedPlan,
    locale: Locale,
    *,
    shows_notices: bool,
    respondents_minimum: int = Settings().respondents_minimum,
    since: Difference | None = None,
    preset: PlanPreset = PlanPreset.CURRENT,
) -> Story:
    """Tell what the client may see; ``since`` compares two shared plans."""
    subject = Subject(
        plan, locale, shows_notices=shows_notices, respondents_minimum=respondents_minimum, since=since, preset=preset
    )
    sections = tell_sections(subject)
    chapters = chapter_numbers(sections)
    if chapters != subject.chapters:  # what follows a chapter left out moves up, and is referred to by its new number
        subject = replace(subject, chapters=chapters)
        sections = tell_sections(subject)
    return _story(subject, Edition.CLIENT, sections)


def _story(subject: Subject, edition: Edition, sections: dict[str, Section]) -> Story:
    sections = {key: with_messages(subject, section) for key, section in sections.items()}
    account, say = subject.plan.account, subject.say
    is_internal = edition is Edition.INTERNAL
    deck = slides(subject.share)
    cutoff = say("story.cutoff", cutoff=subject.cutoff)
    shown = tuple(sections[entry.key] for entry in deck if entry.key in sections and sections[entry.key].slide_blocks)
    told = {section.key for section in shown}
    stages = set(Stage) if is_internal else {section.stage for section in shown}
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
        stages=tuple((stage, say(f"story.stage.{stage.value}")) for stage in Stage if stage in stages),
        deck_sections=(say("story.section.committee"), say("story.section.annexes") if is_internal else ""),
        slides=shown,
        chapters=tell_chapters(subject, sections, is_internal=is_internal),
        contents_title=say("story.contents"),
        figures_title=say("story.figures"),
        figure_word=say("story.figure"),
        table_word=say("story.table"),
        section_word=say("story.subsection"),
        annex_word=say("story.annex_word"),
        preset=subject.preset,
        left_out=tuple(say(entry.title) for entry in deck if entry.key not in told),
        foreign_texts=foreign_texts(subject),
    )
