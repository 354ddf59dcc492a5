"""What only the internal plan holds: which words, phrases and numbers are searched, and which are public."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.editions import redact
from generator.editions.needles import Needles, digits_of, numbers_in, paths_in, phrases_in
from generator.editions.scan import Leak, leaks
from generator.editions.secrets import Secrets, secrets_of
from generator.locales import Language, Locale
from generator.model.choices import FigureMeasure, Share
from generator.model.field_path import FieldPath
from generator.ooxml.chart_parts import chart_workbook
from tests.builders import (
    a_client_goal,
    a_contact,
    a_figure_series,
    a_message,
    a_plan,
    a_third_party,
    an_account,
    an_action,
    an_opportunity,
    quarters,
)


def secrets(*, printed: tuple[str, ...] = (), machine: tuple[str, ...] = (), **tables: Any) -> Secrets:
    plan = a_plan(**tables)
    return secrets_of(plan, redact(plan).plan, language=Language.FR, printed=printed, machine=machine)


# --- numbers ----------------------------------------------------------------------------------------------------------

NUMBER = Decimal("12500.5")
NO_BREAK, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    "printed",
    [
        "12500.5",
        "12500,5",
        "12,500.5",
        "12.500,5",
        "12 500,5",
        "12'500.5",
        f"12{NO_BREAK}500,5",
        f"12{NARROW}500,5 €",
        "12 500,50 €",
        "£12,500.50",
        "-12500.50",
        "12,5005 k€",
        "0.0125005",
        "12501 €",
    ],
)
def test_a_number_is_found_however_it_is_printed(printed: str) -> None:
    assert Needles.of((), (NUMBER,)).in_prose(f"Soit {printed} par an.")


@pytest.mark.parametrize("language", Language)
def test_a_number_is_found_as_our_documents_print_it(language: Language) -> None:
    locale, needles = Locale(language), Needles.of((), (NUMBER,))
    for printed in (locale.number(NUMBER), locale.number(NUMBER, 0), locale.money(NUMBER), locale.money(-NUMBER)):
        assert needles.in_prose(printed), printed


@pytest.mark.parametrize(
    "said", ["12,5 k€", "125005 lots plus", "id112500.5", "#12500", "1250", "12500.55", "le 12/5/2005", "CT-125005x"]
)
def test_what_looks_like_it_is_another_number(said: str) -> None:
    needles = Needles.of((), (Decimal("12500.5"),))
    assert bool(needles.in_prose(said)) is (said == "125005 lots plus")  # the same digits, whatever the scale


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("48213", {"48213"}),
        ("-48213.40", {"482134", "48213"}),
        ("48213.456", {"48213456", "4821346", "48213"}),
        ("0.123456", {"123456"}),
        ("1250000", set()),
        ("4821", set()),
        ("0.91666666666666666666", set()),
    ],
)
def test_short_numbers_and_quotients_are_not_searched(number: str, digits: set[str]) -> None:
    assert digits_of(Decimal(number)) == digits


def test_numbers_of_a_line_are_told_apart() -> None:
    assert list(numbers_in("au T3 2026 : 1 264 k€ sur 12 mois, 96,4 %").values()) == ["2026", "1 264", "12", "96,4"]


def test_sums_of_what_the_client_may_see_are_no_secret_and_internal_ones_are() -> None:
    def series(measure: FigureMeasure, offer: str, amount: str) -> Any:
        return a_figure_series(measure=measure, offer=offer, quarters=quarters(T3_2026=amount))

    found = secrets(
        figures=(
            series(FigureMeasure.REVENUE, "Support", "40001.25"),
            series(FigureMeasure.REVENUE, "Cloud", "50001.50"),
            series(FigureMeasure.MARGIN, "Support", "10001.25"),
            series(FigureMeasure.MARGIN, "Cloud", "20001.50"),
        ),
        opportunities=(an_opportunity(amount=Decimal("90002.75")),),
    )
    assert found.needles.numbers >= {"1000125", "200015", "3000275"}  # margins, and their sum
    assert not found.needles.numbers & {"4000125", "500015", "9000275"}  # revenue, and its sum


# --- words ------------------------------------------------------------------------------------------------------------


def test_a_name_is_found_in_any_case_and_with_any_space() -> None:
    needles = Needles.of(("Quantor-Ouest d'Anjou",))
    for said in ("QUANTOR-OUEST D\u2019ANJOU", "Quantor\u2011Ouest\u00a0d'Anjou,", "(quantor-ouest d'anjou)"):
        assert "Quantor-Ouest d'Anjou" in needles.in_prose(said)
    assert needles.in_prose("Quantorouest") == {}


def test_keys_are_compared_as_they_are_typed() -> None:
    needles = Needles.of(("Header",))
    assert needles.in_names("people/Header/role") == {"Header": "Header"}
    assert needles.in_names("people/header/role") == {}
    assert Needles.of(("chart",)).in_names("kpis/chart") == {}
    assert Needles.of(("chart 2",)).in_names("kpis/chart 2") == {"chart 2": "chart 2"}


def test_the_key_of_a_section_is_no_secret() -> None:
    assert not list(secrets(messages=(a_message(section="summary", title=None),)).needles)


def test_a_long_text_is_found_by_any_run_of_its_words() -> None:
    needles = Needles.of(("Le comité a dit oui puis non et le budget reste gelé pour deux ans encore",))
    assert "non et le budget reste gelé" in needles.in_prose("On sait que puis non et le budget reste gelé.")
    assert list(phrases_in("du T4 2025 au T3 2026 sur un an")) == []  # in any plan
    assert list(phrases_in("Go")) == []


def test_the_words_of_the_client_s_own_texts_are_no_secret() -> None:
    found = secrets(
        account=an_account(ambition="Supervision nocturne de Valmonde"),
        actions=(an_action(action="Étendre la supervision", share=Share.CLIENT),),
        contacts=(a_contact(observed_fact="Apprécie peu la supervision"),),
    )
    assert found.needles.words >= {"nocturne", "apprécie"}
    assert not found.needles.words & {"supervision", "valmonde"}
    assert "Supervision nocturne de Valmonde" in found.needles.phrases


def test_what_our_messages_the_calendar_and_the_templates_say_is_no_secret() -> None:
    ambition = "Tableau octobre zigurat échéance hexapode"
    found = secrets(account=an_account(ambition=ambition), printed=("Un zigurat",))
    assert found.needles.words == {"hexapode"}
    assert found.needles.phrases == {ambition}


def test_what_an_earlier_plan_gave_to_the_client_is_no_secret() -> None:
    before = redact(a_plan(client_goals=(a_client_goal(goal="Zigurat", share=Share.CLIENT),))).plan
    plan = a_plan(client_goals=(a_client_goal(goal="Zigurat"),))
    shared = redact(plan).plan
    assert "Zigurat" in secrets_of(plan, shared, language=Language.FR).needles.phrases
    assert "Zigurat" not in secrets_of(plan, shared, language=Language.FR, given=(before,)).needles.phrases


def test_a_needle_leads_to_the_row_it_names_before_those_that_speak_of_it() -> None:
    found = secrets(
        opportunities=(an_opportunity(competitor="Quantor"),), third_parties=(a_third_party(name="Quantor"),)
    )
    assert found.sources["Quantor"] == FieldPath("third_parties", ("Quantor",), "name")


def test_what_is_too_short_and_what_is_a_date_is_counted() -> None:
    bare = secrets().unsearched
    found = secrets(
        messages=(a_message(title="Oui"),),
        contacts=(a_contact(influence=4, last_contact=date(2026, 9, 1), observed_fact="Absent"),),
    )
    assert found.unsearched - bare == 3  # "Oui", 4 and the date


# --- the machine ------------------------------------------------------------------------------------------------------


FOLDER = "home"
HOME, WINDOWS = f"/{FOLDER}/claire/compte.xlsx", r"C:\Documents\compte.xlsx"
SHARE = r"\\serveur\partage\compte.xlsx"


@pytest.mark.parametrize("path", [HOME, WINDOWS, SHARE, "file:///compte.xlsx"])
def test_places_of_a_disk_are_known(path: str) -> None:
    assert paths_in(f"Source : {path} (annexe)") == {path}
    assert paths_in(f'<a Target="{path}"/>') == {path}


def test_places_in_a_package_and_on_the_web_are_others() -> None:
    assert paths_in("/word/media/image1.png ../media/x ppt/slides https://site.example/home/page") == set()


def test_a_path_that_the_shared_plan_names_may_be_printed() -> None:
    named = secrets(actions=(an_action(action=f"Ranger {HOME}", share=Share.CLIENT),))
    assert named.paths == {HOME}


def test_the_user_is_searched_unless_the_plan_names_him() -> None:
    assert secrets(machine=("cvasseur", "zenith-7", "Claire")).machine.words == {"cvasseur", "zenith"}


def test_the_words_of_office_itself_are_no_secret() -> None:
    found = secrets(account=an_account(ambition="Worksheets, Microsoft Excel false Zigurat"))
    assert leaks(chart_workbook({(0, 0): "Zigurat"}), found, name="x.xlsx") == (
        Leak("xl/sharedStrings.xml", "zigurat", FieldPath("account", (), "ambition")),
    )
