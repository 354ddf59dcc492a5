"""What the program composes around the data is public: a text of ours, typed in an internal cell, is no leak."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.brand import Brand, load
from generator.deck import write_deck
from generator.editions import redact
from generator.editions.needles import LONGEST_PHRASE
from generator.editions.package_text import said_in
from generator.editions.scan import leaks
from generator.editions.secrets import Secrets, secrets_of
from generator.locales import Language
from generator.model.plan import AccountPlan
from generator.plan import write_plan
from generator.story import Story
from generator.story.texts import furniture_of, texts_of
from generator.workbook.example import example_plan
from tests.builders import a_kpi, a_plan, a_revision, a_swot_statement, a_third_party, an_account, an_action, quarters
from tests.editions.test_scan import printed
from tests.packages import packed
from tests.story.telling import tell_to_client

MADE_UP = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}|\d{4}-\d\d-\d\dT12:00:00Z")
"""The identifier of a section of slides, and the noon of the cut-off that every file is said to be from."""

SLUGS = ("copil_groupe-valmonde_2026-T3.pptx", "plan_groupe-valmonde_2026-T3.docx")


def secrets_with(plan: AccountPlan, story: Story, texts: list[str]) -> Secrets:
    """What is searched once these texts stand in internal cells too."""
    statements = tuple(a_swot_statement(statement=text) for text in texts)
    with_texts = plan.model_copy(update={"swot": statements})
    around = (*furniture_of(story), *SLUGS, *printed())
    return secrets_of(
        with_texts, redact(with_texts).plan, language=story.language, printed=around, told=texts_of(story)
    )


def written(story: Story, brand: Brand) -> dict[str, bytes]:
    return dict(zip(SLUGS, (write_deck(story, brand), write_plan(story, brand)), strict=True))


@pytest.mark.parametrize("language", Language, ids=lambda language: str(language.value))
def test_no_text_of_ours_typed_in_an_internal_cell_is_a_leak(language: Language) -> None:
    plan = example_plan(language)
    story = tell_to_client(plan, language)
    files = written(story, load())
    short = {
        line.strip()
        for file in files.values()
        for said in said_in(file)
        for line in said.prose.splitlines()
        if len(line.split()) <= LONGEST_PHRASE and not MADE_UP.fullmatch(line.strip())
    }
    texts = sorted({*texts_of(story), *short, *SLUGS} - {""})
    assert len(texts) > 1000
    secrets = secrets_with(plan, story, texts)
    assert [leak for name, file in files.items() for leak in leaks(file, secrets, name=name)] == []


CLIENTS = st.sampled_from(["Groupe Valmonde", "Ardenne & Fils", "Société Générée", "L’Étang 2000", "COPIL Conseil"])
PERIODS = st.dates(min_value=an_account().plan_start, max_value=an_account().plan_end)


@settings(max_examples=8, deadline=None)
@given(CLIENTS, PERIODS, st.sampled_from(Language))
def test_no_header_footer_or_title_is_a_leak_whatever_the_client_and_the_period(
    client: str, cutoff: object, language: Language
) -> None:
    plan = a_plan(account=an_account(client=client, cutoff=cutoff), actions=(an_action(),))
    story = tell_to_client(plan, language)
    name = f"copil_{story.period}.pptx"
    content = write_deck(story, load())
    secrets = secrets_with(plan, story, [*furniture_of(story), name])
    assert leaks(content, secrets, name=SLUGS[0]) == ()


@pytest.mark.parametrize("reason", ["COPIL T3", "COPIL T3 2026", "T3 2026", "Version 1.3", "Plan de compte 2026–2028"])
def test_a_revision_may_be_called_like_the_footer(reason: str) -> None:
    plan = a_plan(
        revisions=(a_revision(reason=reason),), kpis=(a_kpi(quarters=quarters(T3_2026=8)),), actions=(an_action(),)
    )
    story = tell_to_client(plan, Language.FR)
    secrets = secrets_of(
        plan, redact(plan).plan, language=Language.FR, printed=furniture_of(story), told=texts_of(story)
    )
    for name, content in written(story, load()).items():
        assert leaks(content, secrets, name=name) == ()


def test_a_name_inside_what_we_compose_is_a_leak_all_the_same() -> None:
    plan = a_plan(third_parties=(a_third_party(name="Quantor Ouest"),))
    story = tell_to_client(plan, Language.FR)
    around = [*furniture_of(story)]
    secrets = secrets_of(
        plan,
        redact(plan).plan,
        language=Language.FR,
        printed=around,
        told=(*texts_of(story), f"{story.footer} · Quantor Ouest"),
    )
    deck = packed({"ppt/slides/slide1.xml": f"<t>{story.footer} · Quantor Ouest</t>".encode()})
    assert [leak.text for leak in leaks(deck, secrets, name=SLUGS[0])] == ["Quantor Ouest"]


def test_an_internal_text_that_a_sentence_tells_is_a_leak_where_one_word_is_no_one_elses() -> None:
    """Were the story told of more than the client sees, the proof would say so."""
    plan = a_plan(swot=(a_swot_statement(statement="Marge rabotée"), a_swot_statement(statement="Contrats à signer")))
    sentences = ("Marge rabotée sur deux contrats", "Contrats à signer")
    secrets = secrets_of(plan, redact(plan).plan, language=Language.FR, told=sentences)
    deck = packed({"ppt/slides/slide1.xml": "".join(f"<p><t>{text}</t></p>" for text in sentences).encode()})
    assert [leak.text for leak in leaks(deck, secrets, name=SLUGS[0])] == ["Marge rabotée"]
