"""What an edition tells: the rows of the outline over the declared order, what the client may see, the presets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.measures.outline import in_order, outline_of
from generator.model.account import OutlineRow
from generator.model.choices import DeckPreset, Inclusion, PlanPreset, Share
from generator.model.outline import CutBy, Outline, named
from tests.builders import an_outline_row
from tests.story import contents

NO, YES, ANNEX = Inclusion.NO, Inclusion.YES, Inclusion.ANNEX
COMMITTEE = [key for key in contents.COMMITTEE if key not in contents.CLIENT]


def deck(outline: Outline) -> list[str]:
    """The keys of the committee's slides."""
    return [place.key for place in outline.slides if not place.is_annex]


def annexes(outline: Outline) -> list[str]:
    return [place.key for place in outline.slides if place.is_annex]


def ours(*rows: OutlineRow, preset: DeckPreset = DeckPreset.FULL) -> Outline:
    return outline_of(rows, Share.INTERNAL, deck=preset)


def theirs(*rows: OutlineRow, preset: DeckPreset = DeckPreset.FULL) -> Outline:
    return outline_of(rows, Share.CLIENT, deck=preset)


def row(section: str, **changes: object) -> OutlineRow:
    return an_outline_row(section=section, **changes)


def test_a_blank_row_stands_where_its_order_says() -> None:
    rows = [
        row("risks"),  # before all that have an order
        row("kpis", order=Decimal(20)),
        row("quality"),  # after the row above it
        row("next", order=Decimal(10)),
        row("actions", order=Decimal(20)),  # as the sheet has it
    ]
    assert [one.section for one in in_order(rows)] == ["risks", "next", "kpis", "quality", "actions"]


def test_a_section_without_a_row_follows_the_one_declared_before_it() -> None:
    told = deck(ours(row("decisions-next", order=Decimal(1)), row("kpis", order=Decimal(2))))
    assert told[0] == "summary"
    assert told.index("decisions-next") < told.index("kpis")
    assert sorted(told) == sorted(COMMITTEE)
    behind = COMMITTEE[COMMITTEE.index("kpis") + 1]
    assert told[told.index("kpis") + 1] == behind


def test_no_takes_out_and_annex_puts_behind() -> None:
    found = ours(row("risks", deck=NO), row("quality", deck=ANNEX), row("revenue", deck=YES), row("people", plan=NO))
    assert sorted(deck(found)) == sorted({*COMMITTEE, "revenue"} - {"risks", "quality"})
    assert sorted(annexes(found)) == sorted({*contents.ANNEXES, "quality"} - {"revenue"})
    assert "people" not in found.chapters["mapping"]
    assert "risks" in found.chapters["risks"]


def test_a_chapter_goes_with_its_last_section_and_sections_keep_their_chapter() -> None:
    found = ours(
        row("next", order=Decimal(1)),
        row("actions", order=Decimal(2), plan=ANNEX),
        row("decisions-next", order=Decimal(3)),
        row("risks", order=Decimal(4), plan=NO),
    )
    assert "risks" not in found.chapters
    assert found.chapters["actions"] == ("next", "decisions-next")
    assert "actions" in found.chapters["annexes"]
    assert list(found.chapters) == [key for _, key, _ in contents.CHAPTERS if key != "risks"]


def test_what_is_declared_ahead_stays_ahead() -> None:
    found = ours(row("whitespace", order=Decimal(1)), row("people", order=Decimal(2)))
    mapping = found.chapters["mapping"]
    assert mapping.index("landscape") < mapping.index("whitespace")


@pytest.mark.parametrize("yes", [True, None])
def test_the_client_gets_nothing_by_a_row(*, yes: bool | None) -> None:
    rows = [row(key, client=yes, deck=YES, plan=YES) for key in (*contents.INTERNAL, "revenue", "animation")]
    found, usual = theirs(*rows), outline_of((), Share.CLIENT)
    assert {place.section for place in found.slides} == {place.section for place in usual.slides}
    assert {key: set(told) for key, told in found.chapters.items()} == {
        key: set(told) for key, told in usual.chapters.items()
    }


def test_the_client_is_kept_from_a_section_and_we_are_not() -> None:
    hidden = row("risks", client=False)
    assert "risks" not in theirs(hidden).sections
    assert "risks" in ours(hidden).sections


def test_an_opening_stands_before_what_follows_it_and_goes_with_nothing_behind_it() -> None:
    found = ours(
        row("intertitre", title="Rien", order=Decimal(1)),
        row("intertitre", title="Résultats", order=Decimal(2)),
        row("kpis", order=Decimal(3)),
        row("intertitre", title="Suite", order=Decimal(4)),
        row("contracts", order=Decimal(5)),
        row("next", order=Decimal(99)),
        row("intertitre", title="Fin", order=Decimal(100)),
    )
    opened = {place.section: place.opening.title for place in found.slides if place.opening}
    assert opened == {"kpis": "Résultats", "contracts": "Suite"}
    assert {key: one.title for key, one in found.openings.items()} == {"kpis": "Résultats", "mapping": "Suite"}


def test_openings_of_one_name_are_told_apart() -> None:
    rows = [row("intertitre", title="Partie"), row("kpis"), row("intertitre", title="Partie"), row("next")]
    keys = [place.opening.key for place in ours(*rows).slides if place.opening]
    assert len(keys) == len(set(keys)) == 2
    assert keys[1] == f"{keys[0]}-2"


def test_an_opening_is_ours_until_it_is_given_to_the_client() -> None:
    kept, given = row("intertitre", title="Entre nous"), row("intertitre", title="Pour vous", client=True)
    opened = [place.opening.title for place in theirs(kept, row("kpis"), given, row("next")).slides if place.opening]
    assert opened == ["Pour vous"]


def test_an_item_stands_apart_with_its_section_or_without() -> None:
    both = deck(ours(row("kpis:KPI-02"), row("kpis")))
    assert both.index("kpis/part/KPI-02") + 1 == both.index("kpis")
    alone = ours(row("kpis:KPI-02", order=Decimal(1)), row("kpis", order=Decimal(2), deck=NO))
    assert "kpis/part/KPI-02" in deck(alone)
    assert "kpis" not in deck(alone)
    assert alone.chapters["kpis"] == ("kpis",)


def test_the_shortest_deck() -> None:
    rows = (row("intertitre", title="Partie"), row("kpis:KPI-02"), row("next", order=Decimal(-1)))
    found = ours(*rows, preset=DeckPreset.FLASH)
    assert sorted(deck(found)) == ["decisions-next", "kpis", "next", "summary"]
    assert annexes(found) == []
    assert [place.opening for place in found.slides] == [None] * 4


def test_the_short_deck_keeps_what_was_moved_into_it() -> None:
    found = ours(row("revenue", deck=YES), row("risks", deck=ANNEX), preset=DeckPreset.SHORT)
    assert annexes(found) == []
    assert "revenue" in deck(found)
    assert {"risks", "quality", "decisions-past"}.isdisjoint(deck(found))


def test_what_is_cut_is_counted_by_its_reason() -> None:
    found = outline_of([row("risks", deck=NO), row("kpis", plan=NO)], Share.CLIENT, deck=DeckPreset.FLASH)
    assert [(cut.by, cut.is_deck, len(cut.sections)) for cut in found.cut] == [
        (CutBy.OUTLINE, True, 1),
        (CutBy.DECK_PRESET, True, len(contents.COMMITTEE) - 5),
        (CutBy.OUTLINE, False, 1),
    ]
    (cut,) = outline_of((), Share.INTERNAL, plan=PlanPreset.SHORT).cut
    assert (cut.by, cut.is_deck, cut.sections) == (CutBy.PLAN_PRESET, False, contents.FULL_ONLY)
    assert outline_of((), Share.INTERNAL, plan=PlanPreset.FULL).cut == ()


def test_names_and_numbers_of_rows() -> None:
    found = ours(row("kpis", title="Nos chiffres"), row("actions", lines=8), row("kpis:KPI-02", title="SLA"))
    assert found.titles == {"kpis": "Nos chiffres"}
    assert found.lines == {"actions": 8}
    assert [place.title for place in found.slides if place.ref] == ["SLA"]


def test_what_a_row_names() -> None:
    assert [named(text) is None for text in ("kpis", "kpis: KPI-02", "intertitre", "intertitre:x", "kpi", "")] == [
        False, False, False, True, True, True,
    ]  # fmt: skip
