"""Each section that is declared has one module, each module one row, and both name the same readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.checks import check_coherence, to_findings
from generator.diagnostics import Findings
from generator.editions import redact
from generator.history.compare import compare
from generator.locales import Language, Locale
from generator.measures.outline import outline_of
from generator.model.choices import PlanPreset, Share
from generator.model.plan import AccountPlan
from generator.model.sections import BY_KEY
from generator.story.story import Section
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Internal, OfTheCommittee, Shared, Teller
from generator.story.tellers import agreed, tell_sections, tellers
from generator.workbook.example import example_plan
from generator.workbook.origins import Origins
from tests.story import contents
from tools.next_quarter_example import earlier_plan

DECLARED = {*contents.COMMITTEE, *contents.ANNEXES, *(key for _, _, keys in contents.CHAPTERS for key in keys)}


def nothing(_: Subject) -> Section | None:
    return None


def with_one_more(found: list[Teller]) -> list[Teller]:
    return [*found, Shared("weather", nothing)]


def without_one(found: list[Teller]) -> list[Teller]:
    return found[1:]


def twice(found: list[Teller]) -> list[Teller]:
    return [*found, replace(found[0])]


def internal_told_to_all(found: list[Teller]) -> list[Teller]:
    return [Shared(one.key, nothing) if one.key == "people" else one for one in found]


def shared_told_to_us_alone(found: list[Teller]) -> list[Teller]:
    return [Internal(one.key, nothing) if one.key == "kpis" else one for one in found]


def test_each_section_has_its_module() -> None:
    found = tellers()
    assert set(found) == DECLARED
    assert [key for key, one in found.items() if key != one.key] == []
    assert {key for key, one in found.items() if isinstance(one, Internal)} == contents.INTERNAL
    assert [key for key, one in found.items() if isinstance(one, OfTheCommittee)] == ["agenda"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (with_one_more, "weather"),
        (without_one, "without a module"),
        (twice, "two modules"),
        (internal_told_to_all, "people"),
        (shared_told_to_us_alone, "kpis"),
    ],
)
def test_modules_that_do_not_agree_with_the_declaration_are_refused(
    change: Callable[[list[Teller]], list[Teller]], named: str
) -> None:
    found = list(tellers().values())
    assert agreed(found) == tellers()
    with pytest.raises(ValueError, match=named):
        agreed(change(found))


@pytest.mark.parametrize("share", Share)
def test_each_section_is_told_as_it_is_declared(share: Share) -> None:
    """Under its key and its title, and as ours where it stands among the annexes of the deck."""
    subject = told_to(share)
    told = tell_sections(subject)
    assert DECLARED - set(told) == (contents.CLIENT if share is Share.INTERNAL else contents.INTERNAL)
    for key, section in told.items():
        entry = BY_KEY[key]
        title = entry.title_client if entry.title_client and share is Share.CLIENT else entry.title
        assert (section.key, section.title) == (key, subject.say(title))
        assert section.is_internal == (key in contents.ANNEXES and share is Share.INTERNAL), key


def told_to(share: Share) -> Subject:
    """The example after its next quarter, as both editions are told it."""
    locale, old, new = Locale(Language.FR), earlier_plan(Language.FR), example_plan(Language.FR)
    if share is Share.INTERNAL:
        return InternalSubject(
            new,
            locale,
            since=compare(old, new),
            findings=found_in(new),
            outline=outline_of((), Share.INTERNAL, plan=PlanPreset.FULL),
        )
    shared = redact(new).plan
    return Subject(shared, locale, since=compare(redact(old).plan, shared))


def found_in(plan: AccountPlan) -> Findings:
    return to_findings(check_coherence(plan), Origins().place, Locale(Language.FR))
