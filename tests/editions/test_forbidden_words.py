"""A forbidden word is searched in what was written, whoever says it; the name of a font or of a style is no leak."""

from __future__ import annotations

from typing import Any

import pytest

from generator.editions import redact
from generator.editions.scan import Leak, leaks
from generator.editions.secrets import Secrets, secrets_of
from generator.locales import Language
from generator.model.choices import Share
from generator.model.field_path import FieldPath
from tests.builders import a_forbidden_word, a_plan, a_third_party, an_action
from tests.packages import packed

MARGIN = FieldPath("forbidden_words", ("Marge",), "word")


def secrets(*, printed: tuple[str, ...] = (), named: tuple[str, ...] = (), **tables: Any) -> Secrets:
    plan = a_plan(**tables)
    return secrets_of(plan, redact(plan).plan, language=Language.FR, printed=printed, named=named)


def a_file(content: str) -> bytes:
    """A package of one part."""
    return packed({"part.xml": content.encode()})


def found_in(content: str, secret: Secrets) -> tuple[Leak, ...]:
    return leaks(a_file(content), secret, name="copil.pptx")


@pytest.mark.parametrize("said", ["Marge de 22 %", "la marge", "les marges", "LA&#160;MARGE"])
def test_a_forbidden_word_is_one_even_where_our_own_messages_say_it(said: str) -> None:
    secret = secrets(printed=("Marge",), forbidden_words=(a_forbidden_word(word="Marge"),))
    assert found_in(f"<t>{said}</t>", secret) == (Leak("part.xml", "Marge", MARGIN),)


def test_a_short_one_is_searched_too() -> None:
    secret = secrets(forbidden_words=(a_forbidden_word(word="SAP"),))
    assert [leak.text for leak in found_in("<t>Passer à SAP</t>", secret)] == ["SAP"]
    assert found_in("<t>Planter un sapin</t>", secret) == ()


def test_a_phrase_does_not_run_over_two_paragraphs() -> None:
    secret = secrets(forbidden_words=(a_forbidden_word(),))
    apart = found_in("<p><t>Projet</t></p><p><t>Falcon, projet → Falcon, projet · Falcon</t></p>", secret)
    assert "Projet Falcon" not in [leak.text for leak in apart]
    assert [leak.text for leak in found_in("<p><t>Projet </t><t>Falcon</t></p>", secret)] == ["Projet Falcon"]


def test_what_office_says_of_itself_in_any_file_is_said_by_nobody() -> None:
    secret = secrets(forbidden_words=(a_forbidden_word(word="Microsoft"),))
    assert found_in("<Application>Microsoft Excel</Application>", secret) == ()
    assert [leak.text for leak in found_in("<Company>Microsoft</Company>", secret)] == ["Microsoft"]


def test_a_word_that_a_person_let_pass_is_not_stopped_later() -> None:
    secret = secrets(
        forbidden_words=(a_forbidden_word(),), actions=(an_action(action="Projet Falcon", share=Share.CLIENT),)
    )
    assert found_in("<t>Projet Falcon</t>", secret) == ()


def test_a_place_that_a_shared_text_names_may_end_a_sentence_or_be_cut_there() -> None:
    action = an_action(action=r"Vider C:\Data-Prod et le reste", share=Share.CLIENT)
    secret = secrets(actions=(action,))
    assert found_in(r"<p>Vider C:\Data-Prod…</p><p>Vider « C:\Data-Prod ».</p>", secret) == ()
    assert [leak.text for leak in found_in(r"<t>C:\Documents\lea, C:\Data</t>", secret)] == [
        r"C:\Data",
        r"C:\Documents\lea",
    ]


def test_a_third_party_may_be_called_like_a_font_or_a_style_of_the_template() -> None:
    parties = tuple(a_third_party(name=name) for name in ("Microsoft", "Accent", "Office", "Ibertec"))
    secret = secrets(named=("Accent\nTitre",), third_parties=parties)
    assert (
        found_in('<a><latin typeface="Microsoft Himalaya"/><style val="Accent"/><theme name="Office"/></a>', secret)
        == ()
    )
    assert [leak.text for leak in found_in('<shape name="kpis/Ibertec"/>', secret)] == ["Ibertec"]
    assert [leak.text for leak in found_in("<t>Contrer Accent, Microsoft</t>", secret)] == ["Accent"]
