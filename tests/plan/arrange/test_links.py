"""Addresses can be written to; a reference leads to the page of what it names, unless it stands on it."""

from __future__ import annotations

from generator.plan.arrange.chapters import Placed
from generator.plan.arrange.document import Paragraph, Span
from generator.plan.arrange.links import linked
from generator.plan.arrange.styles import Style
from tests.plan.samples import story


def led(text: str, key: str = "actions/table") -> list[tuple[str, str]]:
    """The pieces of a text with what each leads to."""
    placed = Placed(Paragraph(content=(Span(text, Style.STRONG),)), is_landscape=False, key=key)
    (found,) = linked((placed,), story("objectives", "kpis"))
    assert isinstance(found.part, Paragraph)
    spans = [one for one in found.part.content if isinstance(one, Span)]
    assert {one.style for one in spans} == {Style.STRONG}
    return [(one.text, one.address or one.block) for one in spans]


def test_an_address_is_a_link() -> None:
    assert led("Écrire à ines.marchal@nordane.example, sans attendre.") == [
        ("Écrire à ", ""),
        ("ines.marchal@nordane.example", "mailto:ines.marchal@nordane.example"),
        (", sans attendre.", ""),
    ]


def test_an_address_in_letters_of_its_own_is_escaped() -> None:
    assert led("zoé@société.example") == [("zoé@société.example", "mailto:zo%C3%A9@soci%C3%A9t%C3%A9.example")]


def test_a_reference_leads_to_its_page() -> None:
    assert led("KPI‑05 (OBJ‑02)") == [
        ("KPI‑05", "kpis/KPI-05"),
        (" (", ""),
        ("OBJ‑02", "objectives/OBJ-02"),
        (")", ""),
    ]


def test_a_reference_on_its_own_page_and_one_inside_a_longer_word_lead_nowhere() -> None:
    assert led("OBJ‑02", key="objectives/OBJ-02") == [("OBJ‑02", "")]
    assert led("KPI‑055") == [("KPI‑055", "")]
    assert led("Rien à suivre") == [("Rien à suivre", "")]
