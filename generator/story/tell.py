"""From a plan to its story: each section told, put in the order of the deck and of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import count

from generator.diagnostics.findings import Findings
from generator.editions.edition import Edition
from generator.editions.redaction import Hidden
from generator.history.difference import Difference
from generator.locales.locale import Locale
from generator.model.account import Settings
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.schema import table_of
from generator.model.sections import TITLES
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.text import Sentence
from generator.story.cover import plan_years, tell_cover
from generator.story.messages import with_messages
from generator.story.outline import ANNEX, ANNEXES, CHAPTERS, CLIENT_ONLY, COMMITTEE, FRONT, NUMBERS
from generator.story.sections import (
    actions,
    agenda,
    animation,
    changes,
    client,
    coherence,
    contracts,
    coverage,
    decision_paths,
    decisions,
    decisions_next,
    glossary,
    governance,
    kpis,
    landscape,
    next_steps,
    objectives,
    organisation,
    people,
    pipeline,
    quality,
    revenue,
    revisions,
    risks,
    since,
    sources,
    summary,
    whitespace,
)
from generator.story.story import Chapter, Section, Stage, Story
from generator.story.subject import InternalSubject, Subject
from generator.story.typed_texts import foreign_texts

# the tables (fields of the plan) that give a chapter something to say
_TABLES_OF_CHAPTER: Mapping[str, tuple[str, ...]] = {
    "front": ("revisions",),
    "client": ("entities", "client_goals"),
    "mapping": (
        "contracts", "contacts", "approval_steps", "third_parties", "swot", "potential", "satisfaction", "tickets",
        "figures",
    ),
    "objectives": ("objectives", "opportunities"),
    "governance": ("bodies",),
    "kpis": ("kpis",),
    "actions": ("actions", "decisions", "meetings"),
    "risks": ("risks",),
    "animation": ("raci", "service_levels", "trainings"),
}  # fmt: skip


def tell_internal(
    plan: AccountPlan,
    locale: Locale,
    findings: Findings,
    *,
    since: Difference | None = None,
    hidden: Hidden = frozenset(),
    shared: SharedPlan | None = None,
) -> Story:
    """Tell the whole plan, with what the checks found and what changed since the last committee.

    ``hidden`` are the rows that the client does not see; they are marked so. ``shared`` is what the client does see,
    when it is at hand.
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
    )
    return _story(subject, Edition.INTERNAL, {**_shared_sections(subject), **_internal_sections(subject)})


def tell_client(
    plan: SharedPlan,
    locale: Locale,
    *,
    shows_notices: bool,
    respondents_minimum: int = Settings().respondents_minimum,
    since: Difference | None = None,
) -> Story:
    """Tell what the client may see; ``since`` compares two shared plans."""
    subject = Subject(plan, locale, shows_notices=shows_notices, respondents_minimum=respondents_minimum, since=since)
    sections = _client_sections(subject)
    numbers = _numbers(sections)
    if numbers != subject.chapters:  # what follows a chapter left out moves up, and is referred to by its new number
        subject = replace(subject, chapters=numbers)
        sections = _client_sections(subject)
    return _story(subject, Edition.CLIENT, sections)


def _client_sections(subject: Subject) -> dict[str, Section]:
    return {**_shared_sections(subject), **_present((organisation.tell(subject),))}


def _numbers(sections: dict[str, Section]) -> dict[str, str]:
    """Number the chapters that have something to say, without a gap; the front and the annexes keep theirs."""
    numbers, rank = dict(NUMBERS), count(1)
    for number, key, wanted in CHAPTERS:
        if number not in (FRONT, ANNEX) and any(_is_in_plan(sections, name) for name in wanted):
            numbers[key] = str(next(rank))
    return numbers


def _is_in_plan(sections: dict[str, Section], name: str) -> bool:
    return name in sections and bool(sections[name].chapter_blocks)


def _shared_sections(subject: Subject) -> dict[str, Section]:
    told = _present(
        (
            summary.tell(subject),
            since.tell(subject),
            decisions.tell_past(subject),
            kpis.tell(subject),
            contracts.tell(subject),
            quality.tell(subject),
            objectives.tell(subject),
            actions.tell(subject),
            risks.tell(subject),
            decisions_next.tell(subject),
            next_steps.tell(subject),
            revenue.tell(subject),
            governance.tell(subject),
            animation.tell(subject),
            revisions.tell(subject),
            changes.tell(subject),
            changes.tell_rows(subject),
            client.tell(subject),
            glossary.tell(subject),
            decisions.tell_register(subject),
        )
    )
    committee = [told[key] for key in COMMITTEE if key in told and told[key].slide_blocks]
    return {**told, **_present((agenda.tell(subject, committee),))}


def _internal_sections(subject: InternalSubject) -> dict[str, Section]:
    return _present(
        (
            people.tell(subject),
            decision_paths.tell(subject),
            whitespace.tell(subject),
            pipeline.tell(subject),
            landscape.tell(subject),
            coverage.tell(subject),
            coherence.tell(subject),
            sources.tell(subject),
        )
    )


def _present(sections: Iterable[Section | None]) -> dict[str, Section]:
    return {section.key: section for section in sections if section is not None}


def _story(subject: Subject, edition: Edition, sections: dict[str, Section]) -> Story:
    sections = {key: with_messages(subject, section) for key, section in sections.items()}
    account, say = subject.plan.account, subject.say
    is_internal = edition is Edition.INTERNAL
    order = tuple(key for key in (*COMMITTEE, *ANNEXES) if key not in CLIENT_ONLY) if is_internal else COMMITTEE
    cutoff = say("story.cutoff", cutoff=subject.cutoff)
    slides = tuple(sections[key] for key in order if key in sections and sections[key].slide_blocks)
    stages = set(Stage) if is_internal else {section.stage for section in slides}
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
        slides=slides,
        chapters=_chapters(subject, sections, is_internal=is_internal),
        contents_title=say("story.contents"),
        figures_title=say("story.figures"),
        figure_word=say("story.figure"),
        table_word=say("story.table"),
        section_word=say("story.subsection"),
        left_out=tuple(say(TITLES[key]) for key in order if key not in sections or not sections[key].slide_blocks),
        foreign_texts=foreign_texts(subject),
    )


def _chapters(subject: Subject, sections: dict[str, Section], *, is_internal: bool) -> tuple[Chapter, ...]:
    chapters = []
    for _, key, wanted in CHAPTERS:
        found = tuple(sections[name] for name in wanted if _is_in_plan(sections, name))
        if not found and not is_internal:
            continue
        chapters.append(
            Chapter(
                subject.chapters[key],
                key,
                subject.say(f"story.chapter.{key}"),
                _takeaway(key, found),
                found or (_missing(subject, key),),
            )
        )
    return tuple(chapters)


def _takeaway(key: str, sections: tuple[Section, ...]) -> str:
    """A chapter of several sections opens with the headline of the first.

    Unless a section of its own key says it itself.
    """
    return "" if not sections or sections[0].key == key else sections[0].headline


def _missing(subject: Subject, key: str) -> Section:
    """Say which tables of an empty chapter are empty, and on which sheet; a table that has rows is not one of them."""
    empty = [table_of(name) for name in _TABLES_OF_CHAPTER[key] if not getattr(subject.plan, name, ())]
    names = [subject.locale.label(spec.table.title) for spec in empty]
    text = (
        subject.say("story.missing", n=len(empty), sheet=empty[0].table.sheet.label, tables=subject.locale.join(names))
        if empty
        else subject.say("story.nothing_to_tell", cutoff=subject.cutoff)
    )
    block = Prose(key=f"{key}/missing", paragraphs=(Sentence("missing", text),), role=ProseRole.MISSING)
    return Section(
        key=key,
        stage=Stage.SUMMARY,
        title="",
        headline="",
        slide_blocks=(),
        chapter_blocks=(block,),
        source="",
        notes=(),
        is_internal=True,
    )
