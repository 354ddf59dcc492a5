"""The column Section of Messages: keys and titles are read, anything else is told with the nearest keys."""

from __future__ import annotations

import pytest

from generator.diagnostics import Finding
from generator.model.choices import Share
from generator.model.sections import BY_KEY
from generator.workbook.bind import Bound
from tests.builders import a_message, a_plan
from tests.workbook.in_memory import bound_plan


def read(*messages: tuple[str, Share]) -> Bound:
    rows = tuple(a_message(section=section, share=share, title=f"Titre {section}") for section, share in messages)
    return bound_plan(a_plan(messages=rows))


def told(found: Bound) -> list[Finding]:
    return [said for said in found.findings if said.code.startswith("L3")]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("summary", "summary"),
        (" KPIs ", "kpis"),
        ("Decisions Next", "decisions-next"),
        ("Synthèse", "summary"),
        ("synthese", "summary"),
        ("Vie des contrats", "contracts"),
        ("Risques", "risks"),  # the chapter's title; the slide is headed otherwise
        ("Montant facturé par offre", "revenue"),  # as the client reads it
        ("Next steps", "next"),
        ("Prochaines étapes", "next"),
    ],
)
def test_a_key_or_a_title_is_read(typed: str, key: str) -> None:
    found = read((typed, Share.INTERNAL))
    assert found.plan is not None
    assert ([message.section for message in found.plan.messages], told(found)) == ([key], [])


@pytest.mark.parametrize(
    ("typed", "nearest", "suggestion"), [("nimporte", None, None), ("contrats", "contracts", "contracts")]
)
def test_what_names_no_section_is_told_with_the_nearest_keys(
    typed: str, nearest: str | None, suggestion: str | None
) -> None:
    (said,) = told(read((typed, Share.CLIENT)))
    near = said.args["near"]
    assert (said.code, said.value, said.suggestion, said.place.cell) == ("L303", typed, suggestion, "B7")
    assert isinstance(near, tuple)
    assert len(near) == 3
    assert set(near) <= set(BY_KEY)
    assert nearest is None or near[0] == nearest


@pytest.mark.parametrize(
    ("key", "share", "codes"),
    [
        ("pipeline", Share.CLIENT, ["L304"]),
        ("pipeline", Share.INTERNAL, []),
        ("sources", Share.CLIENT, ["L304"]),
        ("changed-rows", Share.CLIENT, ["L304"]),
        ("organisation", Share.INTERNAL, ["L304"]),
        ("organisation", Share.CLIENT, []),
        ("kpis", Share.CLIENT, []),
    ],
)
def test_a_message_for_an_edition_without_its_section_is_told(key: str, share: Share, codes: list[str]) -> None:
    assert [said.code for said in told(read((key, share)))] == codes


def test_a_key_and_its_title_are_the_same_section() -> None:
    assert [said.code for said in told(read(("summary", Share.CLIENT), ("Synthèse", Share.CLIENT)))] == ["L302"]
    assert told(read(("summary", Share.CLIENT), ("Synthèse", Share.INTERNAL))) == []
