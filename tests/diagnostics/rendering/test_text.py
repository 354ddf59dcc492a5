"""Findings as a terminal shows them."""

from datetime import date
from decimal import Decimal
from textwrap import dedent

from generator.diagnostics import Finding, Findings, Place, finding
from generator.diagnostics.rendering.text import render_text, summary
from generator.locales import Label, Language, Locale, phrase

FR, EN = Locale(Language.FR), Locale(Language.EN)
NOTICE = finding(
    "R404",
    Place(sheet="1 Cartographie", cell="B9", key="CT-01"),
    notice=date(2026, 11, 30),
    state=phrase("checks.notice_ahead", n=46),
)
UNKNOWN = finding(
    "L301",
    Place(sheet="5 Actions", cell="F12", column="Responsable"),
    value="DUPONT Marie",
    suggestion="Marie Dupont",
    target=Label("Équipe", "Team"),
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_french() -> None:
    assert plain(render_text(Findings.of([UNKNOWN, NOTICE], sheets=["1 Cartographie"]), FR)) == dedent(
        """\
        1 Cartographie
          B9     A R404  Le préavis de CT-01, le 30/11/2026, tombe dans 46 jours, et aucune action ouverte n’y est liée.
                   Pourquoi : Passé le préavis, le contrat se reconduit ou se perd sans décision.
                   À faire : Créer une action liée à ce contrat, avec un porteur et une date avant le préavis.

        5 Actions
          F12    E L301  « DUPONT Marie » est inconnu ; « Responsable » attend une ligne du tableau « Équipe ».
                   Pourquoi : Un lien rompu retire la ligne des tableaux et des alertes.
                   À faire : Choisir dans la liste, ou ajouter la ligne manquante ; là où plusieurs valeurs sont permises, les séparer par « ; ».
                   Marie Dupont ?

        1 erreur, 1 avertissement
        """  # noqa: E501 - a finding is told on lines as long as they come
    )


def test_english_without_a_sheet() -> None:
    gap = finding("R427", Place(key="OBJ-07"), pipeline=Decimal(812), gap=Decimal(1130), shortfall=Decimal(318))
    assert plain(render_text(Findings.of([gap]), EN)) == dedent(
        """\
        Workbook
                 W R427  The open deals linked to OBJ-07 weigh €812 weighted, with €1,130 to win: €318 is missing.
                   Why: Only the deals linked to an objective serve it: these are not enough.
                   To do: Open deals, link those that serve it (column “Objective”), or review the target.

        1 warning
        """
    )


def test_colour_only_on_demand() -> None:
    assert "\x1b[" not in render_text(Findings.of([UNKNOWN]), FR)
    assert "\x1b[31mE L301\x1b[0m" in render_text(Findings.of([UNKNOWN]), FR, colour=True)


def test_nothing_to_say() -> None:
    assert render_text(Findings.of([]), FR) == "Rien à signaler.\n"
    assert summary(Findings.of([finding("R425", Place(key="OBJ-01"))]), FR) == "1 information"


def _unread_columns(count: int) -> list[Finding]:
    return [
        finding("W112", Place(sheet="5 Actions", cell=f"Z{row}", table="Actions"), value=f"col {row}")
        for row in range(1, count + 1)
    ]


def test_many_of_one_kind_are_told_by_the_first_and_counted() -> None:
    told = plain(render_text(Findings.of([*_unread_columns(1_000), UNKNOWN]), FR)).splitlines()

    assert sum("W112  " in line for line in told) == 5
    assert "… et 995 autres W112 (Actions, Z6 à Z1000) ; copil check --full dit chacun." in (
        line.strip() for line in told
    )
    assert any("L301" in line for line in told)
    assert told[-1] == "1 erreur, 1 000 informations"
    assert len(told) < 30


def test_a_few_of_one_kind_and_all_when_asked_are_told_one_by_one() -> None:
    few, many = Findings.of(_unread_columns(6)), Findings.of(_unread_columns(1_000))

    assert render_text(few, EN) == render_text(few, EN, whole=True)
    assert "more" not in render_text(few, EN)
    assert sum("W112  " in line for line in render_text(many, EN, whole=True).splitlines()) == 1_000
    assert plain(render_text(many, EN)).count("… and 995 more W112 (Actions, Z6 to Z1000)") == 1


def test_the_same_code_in_two_tables_is_counted_apart() -> None:
    elsewhere = [
        finding("W112", Place(sheet="5 Actions", cell=f"A{row}", table="Risques"), value="x") for row in range(1, 9)
    ]
    told = plain(render_text(Findings.of([*_unread_columns(10), *elsewhere]), EN))

    assert "… and 5 more W112 (Actions, Z6 to Z10)" in told
    assert "… and 3 more W112 (Risques, A6 to A8)" in told
