"""The program end to end: a workbook in, both documents out, read again as files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.table import TableColumn
from openpyxl.worksheet.worksheet import Worksheet
from pptx import Presentation

from generator.brand import load
from generator.cli.main import run
from generator.cli.new import workbook_colours
from generator.locales import Language
from generator.model.choices import Share
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.pipeline import BuildOptions, Built, DocumentKind, Edition, build, check
from generator.workbook.author.book import author
from tests.both.saved_plan import SavedPlan, plain
from tests.builders import a_contract, a_kpi, a_plan, an_action, an_objective, quarters
from tests.documents import categories, charts, deck_text, path_of, plan_text, values
from tests.validity import complaints


@pytest.fixture(scope="module")
def grown(example_workbook: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The example a quarter later: a quarter column, three actions and a contract more."""
    folder = tmp_path_factory.mktemp("grown")
    file = folder / "exemple.xlsx"
    book = openpyxl.load_workbook(example_workbook)
    set_field(book["0 Compte"], "Compte", "Date d’arrêté", date(2026, 12, 31))
    close_actions(book["5 Actions"])
    for ref, action in (
        ("A-37", "Ouvrir le guichet de Porto"),
        ("A-38", "Doubler le poste de Nantes"),
        ("A-39", "Auditer les accès de Lyon"),
    ):
        add_row(
            book["5 Actions"],
            "Actions",
            {
                "Réf": ref,
                "Action": action,
                "Responsable": "Claire Vasseur",
                "Début": date(2026, 11, 2),
                "Échéance": date(2027, 2, 15),
                "Avancement": 0.25,
                "Statut": "En cours",
                "Partage": "Client",
            },
        )
    add_row(
        book["1 Cartographie"],
        "Contrats",
        {
            "Réf": "CT-11",
            "Intitulé": "Guichet de Porto",
            "Entité": "Iberia",
            "Offres": "Support",
            "Périmètre": "Site de Porto",
            "Signé le": date(2026, 11, 20),
            "Début": date(2026, 12, 1),
            "Fin": date(2028, 11, 30),
            "Montant annuel": 90_000,
            "Reconduction": "Expresse",
            "Statut": "Actif",
        },
    )
    add_column(book["4 KPI"], "KPI", "T4 2026", {4: 5})
    add_column(book["1 Cartographie"], "Tickets", "T4 2026", dict.fromkeys(range(15), 40))
    book.save(file)
    return build(file, BuildOptions(output=folder / "out", editions=(Edition.INTERNAL,)))


def table_bounds(sheet: Worksheet, name: str) -> tuple[int, int, int, int]:
    """First column, header row, last column, last row of a table."""
    left, top, right, bottom = range_boundaries(sheet.tables[name].ref)
    assert left is not None
    assert top is not None
    assert right is not None
    assert bottom is not None
    return left, top, right, bottom


def headers(sheet: Worksheet, name: str) -> dict[str, int]:
    left, top, right, _ = table_bounds(sheet, name)
    return {str(sheet.cell(top, column).value): column for column in range(left, right + 1)}


def set_field(sheet: Worksheet, name: str, field: str, value: object) -> None:
    left, top, _, bottom = table_bounds(sheet, name)
    row = next(row for row in range(top, bottom + 1) if sheet.cell(row, left).value == field)
    sheet.cell(row, left + 1).value = value  # type: ignore[assignment]


def close_actions(sheet: Worksheet) -> None:
    """Mark done every action still open."""
    _, top, _, bottom = table_bounds(sheet, "Actions")
    column = headers(sheet, "Actions")
    for row in range(top + 1, bottom + 1):
        if sheet.cell(row, column["Statut"]).value not in ("Terminée", "Annulée"):
            sheet.cell(row, column["Statut"]).value = "Terminée"
            sheet.cell(row, column["Avancement"]).value = 1
            sheet.cell(row, column["Terminée le"]).value = date(2026, 10, 5)


def add_row(sheet: Worksheet, name: str, row: Mapping[str, Any]) -> None:
    """Type a row under a table, which grows as it does in Excel."""
    left, top, right, bottom = table_bounds(sheet, name)
    column = headers(sheet, name)
    for header, value in row.items():
        sheet.cell(bottom + 1, column[header]).value = value
    sheet.tables[name].ref = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom + 1}"


def add_column(sheet: Worksheet, name: str, header: str, typed: Mapping[int, float]) -> None:
    """Type a quarter's column at the right of a crosstab, which grows as it does in Excel."""
    left, top, right, bottom = table_bounds(sheet, name)
    assert sheet.cell(top, right + 1).value is None
    sheet.cell(top, right + 1).value = header
    for row, value in typed.items():
        sheet.cell(top + 1 + row, right + 1).value = value
    table = sheet.tables[name]
    table.ref = f"{get_column_letter(left)}{top}:{get_column_letter(right + 1)}{bottom}"
    column = TableColumn(id=right - left + 2, name=header)
    table.tableColumns.append(column)


def a_workbook(file: Path, plan: AccountPlan | None) -> Path:
    file.write_bytes(author(plan, Language.FR, colours=workbook_colours(load().palette), period=Quarter(2026, 3)))
    return file


# --- the example ------------------------------------------------------------------------------------------------------


def test_the_deck_has_its_slides_and_native_charts(built: Built) -> None:
    path = path_of(built, DocumentKind.DECK)
    assert len(Presentation(str(path)).slides) >= 14
    assert len(charts(path)) >= 6


def test_every_slide_has_a_title_of_its_own(built: Built) -> None:
    slides = Presentation(str(path_of(built, DocumentKind.DECK))).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title is not None]
    assert len(titles) == len(slides)
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_the_plan_has_every_chapter(built: Built) -> None:
    document = Document(str(path_of(built, DocumentKind.PLAN)))
    paragraphs = [Paragraph(found, document) for found in document.element.body.iter(qn("w:p"))]
    styles = {"Heading1", "HeadingFront", "HeadingAnnex"}
    found = [
        paragraph.text for paragraph in paragraphs if paragraph.style is not None and paragraph.style.style_id in styles
    ]
    assert [title for title in found if title not in ("Sommaire", "Figures et tableaux")] == [
        "Fiche de version, évolutions",
        "Synthèse",
        "Le client et ses enjeux",
        "Cartographie",
        "Objectifs SMART",
        "Gouvernance",
        "KPI",
        "Plan d’actions",
        "Risques",
        "Animation du plan",
        "Annexes",
    ]


def test_the_plan_has_a_picture_for_each_kpi(built: Built) -> None:
    body = Document(str(path_of(built, DocumentKind.PLAN))).element.body
    drawings = {found.get("name"): found for found in body.iter() if str(found.tag).endswith("}docPr")}
    for ref in ("KPI-01", "KPI-02", "KPI-03", "KPI-04", "KPI-05"):
        assert drawings[f"kpis/{ref}/chart"].get("descr")


def test_both_documents_are_sound_packages(built: Built) -> None:
    assert [complaints(document.path) for document in built.documents] == [[]] * 4


def test_the_same_workbook_gives_the_same_bytes(built: Built, example_workbook: Path, tmp_path: Path) -> None:
    again = build(example_workbook, BuildOptions(output=tmp_path))
    assert [document.path.read_bytes() for document in again.documents] == [
        document.path.read_bytes() for document in built.documents
    ]


def test_nothing_is_left_out_of_the_example(built: Built) -> None:
    """Nor is what changed since the last committee missed: there is none before it."""
    assert built.left_out == dict.fromkeys(Edition, ())


# Revenue of 2026-T3, added by hand from the rows Mesure = CA of the example's key figures:
# 440 000 + 272 000 + 85 000 + 205 000 + 128 000 = 1 130 000; a year before, 1 036 000: +94 000, +9,1 %.


def test_the_total_revenue_worked_by_hand_stands_in_both_documents(built: Built) -> None:
    deck, plan = path_of(built, DocumentKind.DECK), path_of(built, DocumentKind.PLAN)
    for text in (deck_text(deck), plan_text(plan)):
        assert "Le CA du T3\u00a02026 gagne 94\u00a0k€ en un an, à\u00a01,13\u00a0M€" in text
        assert "un total de\u00a0+94\u00a0k€ (+9,1\u202f%)" in text


def test_the_revenue_of_each_offer_worked_by_hand_stands_in_the_plan(example_workbook: Path, tmp_path: Path) -> None:
    options = BuildOptions(
        output=tmp_path, kinds=(DocumentKind.PLAN,), editions=(Edition.INTERNAL,), native_charts=True
    )
    (document,) = build(example_workbook, options).documents
    last = {
        name: series[-1]
        for name, series in SavedPlan(document.path.read_bytes()).charts["revenue/columns#2"].series.items()
    }
    assert last == {
        "Infogérance": 440_000,
        "Support": 272_000,
        "Conseil": 85_000,
        "Cloud": 205_000,
        "Cybersécurité": 128_000,
        "Σ": 1_130_000,
    }


def test_the_bridge_of_revenue_worked_by_hand_stands_in_both_documents(built: Built) -> None:
    """A year before: 420 000 + 258 000 + 130 000 + 150 000 + 78 000, the offers in that order."""
    steps = ("1\u202f036", "+55", "+50", "+20", "+14", "−45", "1\u202f130")
    names = ("T3\u00a02025", "Cloud", "Cybersécurité", "Infogérance", "Support", "Conseil", "T3\u00a02026")
    said = "\u202f; ".join(f"{name} {step}" for name, step in zip(names, steps, strict=True))
    assert said in plan_text(path_of(built, DocumentKind.PLAN))
    shown = deck_text(path_of(built, DocumentKind.DECK)).split("\n")
    at = [shown.index(step) for step in steps]
    assert at == sorted(at)
    assert [shown[one + 1] for one in at[1:-1]] == list(names[1:-1])


def test_the_amount_under_notice_worked_by_hand_stands_in_both_documents(built: Built) -> None:
    """CT-01, 1 650 000, and CT-06, 110 000, of 4 140 000 under contract."""
    deck, plan = path_of(built, DocumentKind.DECK), path_of(built, DocumentKind.PLAN)
    for text in (deck_text(deck), plan_text(plan)):
        assert "Deux préavis engagent 1,76\u00a0M€ par an d’ici le\u00a030/11/2026" in text
    assert "sur\u00a04\u202f140\u00a0k€ sous contrat" in deck_text(deck)
    picture = SavedPlan(plan.read_bytes()).pictures["contracts/timeline"]
    assert "sur 4 140 k€ sous contrat" in [plain(str(one.get("aria-label"))) for one in picture.iter()]


# --- a quarter later --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "expected",
    ["Ouvrir le guichet de Porto", "Doubler le poste de Nantes", "Auditer les accès de Lyon", "Guichet de Porto"],
)
def test_new_rows_show_in_both_documents(grown: Built, expected: str) -> None:
    assert expected in deck_text(path_of(grown, DocumentKind.DECK))
    assert expected in plan_text(path_of(grown, DocumentKind.PLAN))


def test_the_new_quarter_shows_in_both_documents(grown: Built) -> None:
    found = charts(path_of(grown, DocumentKind.DECK))
    for name in ("kpis/KPI-05/chart/chart", "quality/critical/chart"):
        assert categories(found[name])[-1] == "T4 26"
    typed = values(found["kpis/KPI-05/chart/chart"])
    assert [series[-1] for name, series in typed.items() if name == "Incidents P1"] == [5]
    assert "T4\u00a02026" in deck_text(path_of(grown, DocumentKind.DECK))
    assert "5 au T4\u00a02026" in plan_text(path_of(grown, DocumentKind.PLAN))


def test_the_grown_documents_are_sound_packages_under_the_new_period(grown: Built) -> None:
    assert [document.path.parent.parent.name for document in grown.documents] == ["2026-T4"] * 2
    assert [complaints(document.path) for document in grown.documents] == [[]] * 2


# --- little, and nothing ----------------------------------------------------------------------------------------------


def minimal_plan() -> AccountPlan:
    """Stage 0, one contract, one objective, one KPI, one action."""
    return a_plan(
        contracts=(a_contract(),),
        objectives=(an_objective(),),
        kpis=(a_kpi(target=10, quarters=quarters(T3_2026=8)),),
        actions=(an_action(),),
    )


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("small")
    return build(a_workbook(folder / "petit.xlsx", minimal_plan()), BuildOptions(output=folder / "out"))


def test_a_minimal_workbook_builds_both_documents(small: Built) -> None:
    assert [document.kind for document in small.documents] == [DocumentKind.DECK, DocumentKind.PLAN] * 2
    assert [complaints(document.path) for document in small.documents] == [[]] * 4
    for text in (deck_text(path_of(small, DocumentKind.DECK)), plan_text(path_of(small, DocumentKind.PLAN))):
        assert "Support utilisateurs" in text
        assert "Sites couverts" in text
        assert "Former les référents" in text
    assert "Couvrir dix sites" in plan_text(path_of(small, DocumentKind.PLAN))


def test_what_a_minimal_workbook_lacks_is_said(small: Built) -> None:
    assert {"Suivi des décisions", "Qualité de service", "Carte de pouvoir", "Potentiel"} <= set(
        small.left_out[Edition.INTERNAL]
    )
    assert "feuille «\u202f3 Gouvernance\u202f» est vide" in plan_text(path_of(small, DocumentKind.PLAN))


def test_an_empty_workbook_gives_findings_and_no_document(tmp_path: Path) -> None:
    file = tmp_path / "vide.xlsx"
    assert run(["new", str(file), "--lang", "fr"]) == 0
    found = build(file, BuildOptions(output=tmp_path / "out"))
    assert found.documents == ()
    assert found.checked.plan is None
    assert found.checked.findings.blocking()
    assert not (tmp_path / "out").exists()
    assert [item.place.sheet for item in found.checked.findings] == [
        "0 Compte",
        "1 Cartographie",
        "2 Objectifs",
        "3 Gouvernance",
        "4 KPI",
        "5 Actions",
        "6 Animation",
    ]


def test_a_book_that_is_no_workbook_gives_a_finding(tmp_path: Path) -> None:
    file = tmp_path / "faux.xlsx"
    file.write_bytes(b"nothing like a workbook")
    found = check(file)
    assert found.plan is None
    assert len(found.findings) == 1


# --- choices ----------------------------------------------------------------------------------------------------------


def test_one_document_alone_and_the_steps_said(tmp_path: Path) -> None:
    steps: list[str] = []
    options = BuildOptions(
        output=tmp_path / "out", kinds=(DocumentKind.PLAN,), editions=(Edition.INTERNAL,), language=Language.EN
    )
    workbook = a_workbook(tmp_path / "petit.xlsx", minimal_plan())
    found = build(workbook, options, on_step=lambda step: steps.append(step.value))
    assert [document.path.relative_to(tmp_path).as_posix() for document in found.documents] == [
        "out/groupe-valmonde/2026-T3/interne/plan_groupe-valmonde_2026-T3.docx"
    ]
    assert steps == ["read", "tell", "plan", "prove", "write"]
    assert "Objectives" in plan_text(found.documents[0].path)


def test_strict_lets_warnings_block(example_workbook: Path, tmp_path: Path) -> None:
    assert build(example_workbook, BuildOptions(output=tmp_path / "out", strict=True)).documents == ()
    assert not (tmp_path / "out").exists()


def test_an_account_name_cannot_leave_the_output_folder(tmp_path: Path) -> None:
    plan = minimal_plan()
    named = plan.model_copy(update={"account": plan.account.model_copy(update={"client": "../../Évadé & Cie"})})
    options = BuildOptions(output=tmp_path / "out", kinds=(DocumentKind.DECK,))
    found = build(a_workbook(tmp_path / "petit.xlsx", named), options)
    assert _inside(tmp_path / "out", (document.path for document in found.documents))
    assert re.fullmatch("evade-cie-[0-9a-f]{8}", found.documents[0].path.parent.parent.parent.name)


def test_shared_and_internal_rows_stand_together_in_the_internal_edition(tmp_path: Path) -> None:
    plan = minimal_plan().model_copy(
        update={"actions": (an_action(), an_action(ref="A-02", action="Ouvrir le portail", share=Share.CLIENT))}
    )
    options = BuildOptions(output=tmp_path / "out", kinds=(DocumentKind.DECK,))
    text = deck_text(build(a_workbook(tmp_path / "petit.xlsx", plan), options).documents[0].path)
    assert "Former les référents" in text
    assert "Ouvrir le portail" in text


def _inside(folder: Path, paths: Iterable[Path]) -> bool:
    return all(path.resolve().is_relative_to(folder.resolve()) for path in paths)


# --- typography -------------------------------------------------------------------------------------------------------

# A plain space where French wants a no-break one, or none where it wants one; a space where English wants none.
WRONG = {
    Language.FR: re.compile(r".{0,30}(?: [;:!?%€»]|« |\w[;!?»](?!\w)|\w: |\d \d{3}\b|\w'\w).{0,20}"),
    Language.EN: re.compile(r".{0,30}(?:[ \u00a0\u202f][;:!?]|\d[ \u00a0\u202f]%|\w'\w).{0,20}"),
}
TYPED_AS_IT_IS = ("Offre=Cloud", "Type=", "Fenêtre=", "· ?\u202f:")  # a filter is a formula, ? a code of a legend


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory, example_workbook: Path) -> Built:
    options = BuildOptions(
        output=tmp_path_factory.mktemp("english"), editions=(Edition.INTERNAL,), language=Language.EN
    )
    return build(example_workbook, options)


def test_the_english_documents_are_sound_packages(english: Built) -> None:
    assert [complaints(document.path) for document in english.documents] == [[]] * 2


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
def test_every_text_of_both_documents_is_typeset(built: Built, english: Built, language: Language) -> None:
    found = built if language is Language.FR else english
    texts = (deck_text(path_of(found, DocumentKind.DECK)), plan_text(path_of(found, DocumentKind.PLAN)))
    wrong = [match[0] for text in texts for match in WRONG[language].finditer(text) if not _is_french(match[0], found)]
    assert [told for told in wrong if not any(typed in told for typed in TYPED_AS_IT_IS)] == []


def _is_french(told: str, found: Built) -> bool:
    """Tell whether a text is the workbook's, set as its own language wants it in a document of the other."""
    return "\u202f" in told and found.checked.plan is not None and not WRONG[Language.FR].search(told)
