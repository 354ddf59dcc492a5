"""The column Filtre, as people type it: what is read, and what is not understood."""

from __future__ import annotations

import pytest

from generator.model.choices import BodyType, Calculation, Choice, Priority, TicketType
from generator.model.kpi_filter import USABLE, FilterKey, FilterNames, Flaw, KpiFilter, Misread, read_filter

NAMES = FilterNames.of(
    segments=("Siège", "Usines"),
    offers=("Cloud", "Cybersécurité", "Conseil, audit", "Conseil", "Plan; suivi", "Q=R", 'Écran 15", mural'),
    entities=("Groupe", "Industrie"),
)
REVENUE, MEETINGS, SLA = Calculation.SEGMENT_REVENUE, Calculation.MEETINGS, Calculation.SLA


@pytest.mark.parametrize("text", [None, "", "  ", ";", " ; "])
def test_no_filter_keeps_everything_over_four_quarters(text: str | None) -> None:
    assert read_filter(text, REVENUE, NAMES) == KpiFilter(window=4)


@pytest.mark.parametrize(
    "text",
    [
        "Segment=Usines; Offre=Cloud, Cybersécurité; Entité=Industrie; Fenêtre=1",
        "SEGMENT = usines;OFFRES=Cloud,CYBERSECURITE;entite=Industrie;fenetre=1;",
        "Segment=Usines; Offer=Cloud, Cybersécurité; Entity=Industrie; Window=1",
        'Segment=«Usines»; Offre="Cloud", “Cybersécurité”; Entité=Industrie; Fenêtre=1',
    ],
)
def test_keys_are_read_in_both_languages_without_case_or_accents(text: str) -> None:
    assert read_filter(text, REVENUE, NAMES) == KpiFilter(
        segments=("Usines",), offers=("Cloud", "Cybersécurité"), entities=("Industrie",), window=1
    )


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("Conseil, audit", ("Conseil, audit",)),  # the longest name, not Conseil and something else
        ("Conseil,audit", ("Conseil, audit",)),
        ("Conseil", ("Conseil",)),
        ("Cloud, Conseil, audit, Conseil", ("Cloud", "Conseil, audit", "Conseil")),
        ('"Conseil, audit", Cloud', ("Conseil, audit", "Cloud")),
        ("Plan; suivi", ("Plan; suivi",)),
        ("Cloud, Plan; suivi", ("Cloud", "Plan; suivi")),
        ('"Plan; suivi"', ("Plan; suivi",)),
        ("Q=R", ("Q=R",)),
        ('Écran 15", mural, Cloud', ('Écran 15", mural', "Cloud")),  # an inch sign opens no quotes
        ("Cloud, Cloud", ("Cloud",)),
    ],
)
def test_a_name_with_a_separator_in_it_can_be_kept(typed: str, offers: tuple[str, ...]) -> None:
    assert read_filter(f"Offre={typed}; Fenêtre=1", REVENUE, NAMES) == KpiFilter(offers=offers, window=1)


@pytest.mark.parametrize(
    ("calculation", "typed", "types"),
    [
        (MEETINGS, "Type=Steering committee", (BodyType.STEERING,)),
        (MEETINGS, "Type=copil, Suivi", (BodyType.STEERING, BodyType.FOLLOW_UP)),
        (SLA, "Types=P1, Incident", (Priority.P1, TicketType.INCIDENT)),
    ],
)
def test_types_are_words_of_either_language(calculation: Calculation, typed: str, types: tuple[Choice, ...]) -> None:
    assert read_filter(typed, calculation, NAMES) == KpiFilter(types=types)


@pytest.mark.parametrize(
    ("calculation", "part", "typed", "flaw"),
    [
        (REVENUE, "Siège", "Siège", Flaw.PART),
        (REVENUE, "Segmnt=Siège", "Segmnt=Siège", Flaw.PART),
        (REVENUE, "Segment:Siège", "Segment:Siège", Flaw.PART),
        (REVENUE, "Offre=", "Offre=", Flaw.PART),
        (REVENUE, "=Cloud", "=Cloud", Flaw.PART),
        (REVENUE, "Offre=Clod", "Clod", Flaw.VALUE),
        (REVENUE, "Offre=Cloud, Clod", "Clod", Flaw.VALUE),
        (REVENUE, "Offre=Siège", "Siège", Flaw.VALUE),  # a segment is no offer
        (REVENUE, "Offre=Conseil, audit, etc", "etc", Flaw.VALUE),
        (REVENUE, 'Offre="Cloud', '"Cloud', Flaw.VALUE),  # quotes that do not close
        (REVENUE, "Fenêtre=2", "2", Flaw.WINDOW),
        (REVENUE, "Fenêtre=1|4", "1|4", Flaw.WINDOW),
        (REVENUE, "Type=Incident", "Type=Incident", Flaw.UNUSED_KEY),
        (Calculation.NPS, "Offre=Cloud", "Offre=Cloud", Flaw.UNUSED_KEY),
        (MEETINGS, "Entité=Groupe", "Entité=Groupe", Flaw.UNUSED_KEY),
        (MEETINGS, "Type=P1", "P1", Flaw.VALUE),
        (SLA, "Type=COPIL", "COPIL", Flaw.VALUE),
        (REVENUE, "Fenêtre=1; Fenêtre=4", "Fenêtre=4", Flaw.REPEATED_KEY),
        (REVENUE, "Offre=Cloud; offers=Conseil", "offers=Conseil", Flaw.REPEATED_KEY),
    ],
)
def test_what_is_not_understood_is_told_as_typed(calculation: Calculation, part: str, typed: str, flaw: Flaw) -> None:
    (misread,) = read_filter(part, calculation, NAMES).misread
    assert (misread.typed, misread.flaw) == (typed, flaw)


def test_a_name_after_a_semicolon_belongs_to_no_key() -> None:
    found = read_filter("Segment=Usines; Siège", REVENUE, NAMES)
    assert found == KpiFilter(segments=("Usines",), misread=(Misread("Siège", Flaw.PART),))


def test_a_typed_kpi_has_nothing_to_filter() -> None:
    assert read_filter("n’importe quoi", Calculation.MANUAL, NAMES) == KpiFilter()


def test_every_formula_says_what_it_can_be_filtered_by() -> None:
    assert set(USABLE) == set(Calculation)
    assert all(
        FilterKey.WINDOW in keys for calculation, keys in USABLE.items() if calculation is not Calculation.MANUAL
    )


def test_a_text_as_long_as_a_cell_is_one_part() -> None:
    text = "Offre=" + "a," * 16_000
    assert read_filter(text, REVENUE, NAMES).misread == (Misread(text, Flaw.PART),)
