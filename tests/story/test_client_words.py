"""To a client we speak of the account, not of our workbook, our rules and our terms."""

from __future__ import annotations

import re

import pytest

from generator.editions import redact
from generator.history import compare
from generator.locales import Language, Locale
from generator.model.choices import Calculation, Share, Unit
from generator.model.plan import AccountPlan
from generator.model.table import Sheet
from generator.story import Story, tell_client
from generator.workbook.example import example_plan
from tests.builders import a_contact, a_figure_series, a_kpi, a_plan, quarters
from tests.story.telling import seen, texts
from tools.next_quarter_example import earlier_plan

TABLES = ("Seances", "Entites", "Opportunites", "Ecosysteme", "MotsInterdits", "Parametres", "Equipe")
OURS = {
    Language.FR: r"(?i:feuilles? \d|classeur|filtre|fenêtre=|sans référent|chiffre d’affaires)|\btables? [A-Z]|\bCA\b",
    Language.EN: r"(?i:\bsheets? \d|workbook|\bfilter\b|window=|no counterpart|\brevenue\b)|\btables? [A-Z]",
}
CODE = r"\b[WVLRETD]\d{3}\b"


def told(plan: AccountPlan, language: Language, former: AccountPlan | None = None) -> Story:
    redaction = redact(plan)
    since = None if former is None else compare(redact(former).plan, redaction.plan, silent=redaction.hidden)
    return tell_client(redaction.plan, Locale(language), shows_notices=redaction.shows_notices, since=since)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("is_compared", [False, True])
def test_no_word_of_our_kitchen_is_told_to_the_client(language: Language, *, is_compared: bool) -> None:
    plan = example_plan(language)
    story = told(plan, language, earlier_plan(language) if is_compared else None)
    typed = {kpi.name for kpi in plan.kpis}  # a name of the account manager's own stays as typed
    sheets = "|".join(re.escape(sheet.label.in_(language)) for sheet in Sheet)
    ours = re.compile(rf"{OURS[language]}|{CODE}|{sheets}|\b({'|'.join(TABLES)})\b")
    found = []
    for text in texts(story):
        said = seen(text).replace("_", " ").replace("~", " ")
        for name in typed:
            said = re.sub(re.escape(name), "", said, flags=re.IGNORECASE)
        found += [said] if ours.search(said) else []
    assert sorted(set(found)) == []


def test_sources_are_in_everyday_words() -> None:
    story = told(example_plan(Language.FR), Language.FR)
    sources = {section.key: seen(section.source) for section in story.slides}
    assert sources["quality"] == "Source~: tickets et enquêtes · arrêté au_30/09/2026"
    assert sources["decisions-past"] == "Source~: registre des décisions (9 prises, 1 rejetée) · arrêté au_30/09/2026"


def test_what_a_kpi_is_narrowed_to_is_said_in_words() -> None:
    narrowed = {"filter": "Segment=Siège; Fenêtre=1", "share": Share.CLIENT}
    kpi = a_kpi(calculation=Calculation.SEGMENT_REVENUE, unit=Unit.MONEY, **narrowed)
    figures = (a_figure_series(quarters=quarters(T3_2026=120_000)),)
    said = [seen(text) for text in texts(told(a_plan(kpis=(kpi,), figures=figures), Language.FR))]
    assert "Périmètre" in said
    assert "Siège · un trimestre" in said


@pytest.mark.parametrize(
    ("calculation", "typed", "said"),
    [
        (Calculation.MEETINGS, "Type=COPIL, Suivi; Fenêtre=1", "Steering committee, Follow-up · one quarter"),
        (Calculation.SLA, "Type=Demande", "Request · four quarters"),
    ],
)
def test_what_a_kpi_is_narrowed_to_is_said_in_the_language_of_the_document(
    calculation: Calculation, typed: str, said: str
) -> None:
    kpi = a_kpi(calculation=calculation, filter=typed, unit=Unit.PERCENT, share=Share.CLIENT)
    assert said in [seen(text) for text in texts(told(a_plan(kpis=(kpi,)), Language.EN))]


def test_what_does_not_narrow_a_typed_kpi_is_not_told() -> None:
    kpi = a_kpi(filter="Segment=Siège; Fenêtre=1", quarters=quarters(T3_2026=4), share=Share.CLIENT)
    said = [seen(text) for text in texts(told(a_plan(kpis=(kpi,)), Language.FR))]
    assert "Périmètre" not in said


def test_revenue_is_an_amount_invoiced() -> None:
    figures = (a_figure_series(quarters=quarters(T3_2025=100_000, T3_2026=120_000)),)
    said = [seen(text) for text in texts(told(a_plan(figures=figures), Language.FR))]
    assert "Le montant facturé atteint 120_k€ au T3_2026 (+20~% en un an), porté par l’offre Support" in said
    assert not [text for text in said if re.search(r"\bCA\b|hiffre d’affaires", text)]


@pytest.mark.parametrize(
    ("counterparts", "headline"),
    [
        ((None, None), "Votre organisation compte deux interlocuteurs"),
        (("Claire Vasseur", None), "Un interlocuteur sur deux a son référent chez nous"),
    ],
)
def test_a_missing_counterpart_is_not_told(counterparts: tuple[str | None, ...], headline: str) -> None:
    people = tuple(a_contact(name=f"Personne {rank}", counterpart=name) for rank, name in enumerate(counterparts))
    said = [seen(text) for text in texts(told(a_plan(contacts=people), Language.FR))]
    assert headline in said
    assert not [text for text in said if "sans référent" in text]
