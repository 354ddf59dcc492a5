"""From a plan to its story: each section told, put in the order of the deck and of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.diagnostics.findings import Findings
from generator.editions.edition import Edition
from generator.editions.redaction import Hidden
from generator.history.difference import Difference
from generator.locales.locale import Locale
from generator.model.account import Settings
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.schema import TableSpec
from generator.model.sections import CHAPTERS
from generator.model.table import Sheet
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.text import Sentence
from generator.story.cover import plan_years, tell_cover
from generator.story.messages import with_messages
from generator.story.outline import NUMBERS, numbers, sections_of, slides, tables_of
from generator.story.story import Chapter, Section, Stage, Story
from generator.story.subject import InternalSubject, Subject
from generator.story.talk import with_notes
from generator.story.tellers import shown, tell_sections
from generator.story.typed_texts import foreign_texts


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
    return _story(subject, Edition.INTERNAL, tell_sections(subject))


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
    sections = tell_sections(subject)
    chapters = _numbers(sections)
    if chapters != subject.chapters:  # what follows a chapter left out moves up, and is referred to by its new number
        subject = replace(subject, chapters=chapters)
        sections = tell_sections(subject)
    return _story(subject, Edition.CLIENT, sections)


def _numbers(sections: Mapping[str, Section]) -> Mapping[str, str]:
    """Number the chapters that have something to say, without a gap."""
    return {**NUMBERS, **numbers({chapter.key for chapter in CHAPTERS if _told_in(chapter.key, sections)})}


def _told_in(chapter: str, sections: Mapping[str, Section]) -> tuple[Section, ...]:
    """Return the sections that have something to say in a chapter, in its order."""
    found = (sections[entry.key] for entry in sections_of(chapter) if entry.key in sections)
    return tuple(section for section in found if section.chapter_blocks)


def _story(subject: Subject, edition: Edition, sections: dict[str, Section]) -> Story:
    sections = {key: with_notes(subject, with_messages(subject, section)) for key, section in sections.items()}
    account, say = subject.plan.account, subject.say
    is_internal = edition is Edition.INTERNAL
    cutoff = say("story.cutoff", cutoff=subject.cutoff)
    in_order = shown(subject, sections)
    told = {section.key for section in in_order}
    stages = dict.fromkeys(section.stage for section in in_order)
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
        stages=tuple((stage, say(f"story.stage.{stage.value}")) for stage in stages),
        deck_sections=(say("story.section.committee"), say("story.section.annexes") if is_internal else ""),
        slides=in_order,
        chapters=_chapters(subject, sections, is_internal=is_internal),
        contents_title=say("story.contents"),
        figures_title=say("story.figures"),
        figure_word=say("story.figure"),
        table_word=say("story.table"),
        section_word=say("story.subsection"),
        left_out=tuple(say(entry.title) for entry in slides(subject.share) if entry.key not in told),
        foreign_texts=foreign_texts(subject),
    )


def _chapters(subject: Subject, sections: dict[str, Section], *, is_internal: bool) -> tuple[Chapter, ...]:
    chapters = []
    for key in (chapter.key for chapter in CHAPTERS):
        found = _told_in(key, sections)
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
    empty = [spec for spec in tables_of(key) if not getattr(subject.plan, spec.field, ())]
    text = (
        subject.say("story.missing", sheets=subject.series(_by_sheet(subject, empty)))
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


def _by_sheet(subject: Subject, empty: Iterable[TableSpec]) -> Iterator[str]:
    """Name empty tables sheet by sheet: a chapter may rest on several."""
    found: dict[Sheet, list[str]] = {}
    for spec in empty:
        found.setdefault(spec.table.sheet, []).append(subject.locale.label(spec.table.title))
    for sheet, names in found.items():
        yield subject.say("story.missing_on", n=len(names), sheet=sheet.label, tables=subject.locale.join(names))
