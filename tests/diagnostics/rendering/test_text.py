"""Findings as a terminal shows them."""

from datetime import date
from decimal import Decimal
from textwrap import dedent

from generator.diagnostics import Findings, Place, finding
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
