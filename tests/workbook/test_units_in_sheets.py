"""Units on sheets: in headers, in number formats, in the account's currency; each is converted once said, or named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.locales import Language
from generator.model.account import SharedAccount
from generator.model.column import Days
from generator.model.mapping import Contract
from generator.workbook.author import author
from generator.workbook.bind import Bound
from tests.builders import a_contract
from tests.workbook.books import COLOURS, bound, opened, saved, told
from tests.workbook.short_plan import short_plan, the_short
from tests.workbook.test_stacked import series, stacked
from tools.cell_edits import CellContent, edited

MAPPING, ACCOUNT = "1 Cartographie", "0 Compte"


@cache
def mapping(language: Language) -> Worksheet:
    """The mapping's sheet of the example, to find cells in."""
    return opened(the_short(language)).worksheets[2]


def cell_of(sheet: Worksheet, header: str, row: int) -> str:
    return next(cell.coordinate for cell in sheet[6] if cell.value == header)[:-1] + str(row)


def typed(header: str, row: int, content: CellContent, language: Language = Language.FR) -> tuple[Bound, str]:
    """The example with a cell of the mapping's sheet typed anew; row 6 is that of the headers."""
    sheet = mapping(language)
    cell = cell_of(sheet, header, row)
    return bound(edited(the_short(language), {(sheet.title, cell): content})), cell


def first_contract(result: Bound) -> Contract:
    assert result.plan is not None
    return result.plan.contracts[0]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Préavis (jours)", Days(6)),
        ("Préavis [jours]", Days(6)),
        ("Préavis en jours", Days(6)),
        ("Préavis (semaines)", Days(42)),
        ("Préavis (ans)", 72),
    ],
)
def test_a_length_of_time_under_another_unit_is_converted_and_said_once(written: str, value: object) -> None:
    result, cell = typed("Préavis (mois)", 6, written)
    assert told(result.findings) == [("V217", MAPPING, cell)]
    assert first_contract(result).notice_months == value


def test_an_english_header_is_read_likewise() -> None:
    result, cell = typed("Notice (months)", 6, "Notice (days)", Language.EN)
    assert [(said.code, said.place.cell) for said in result.findings] == [("V217", cell)]
    assert first_contract(result).notice_months == Days(6)


@pytest.mark.parametrize(
    ("header", "written", "code"),
    [
        ("Préavis (mois)", "Préavis (lunes)", "V220"),
        ("Préavis (mois)", "Préavis (€)", "V216"),
        ("Durée de reconduction (mois)", "Durée de reconduction (jours)", "V216"),
        ("Influence", "Influence (%)", "V216"),
        ("Impact annuel", "Impact annuel (USD)", "V215"),
        ("Impact annuel", "Impact annuel ($)", "V215"),
        ("Impact annuel", "Impact annuel (%)", "V216"),
        ("Impact annuel", "Impact annuel (TTC)", "V216"),
        ("Impact annuel", "Impact annuel (k€)", "W128"),  # over cells that say €
    ],
)
def test_a_unit_that_a_column_cannot_have_is_one_finding_at_its_header(header: str, written: str, code: str) -> None:
    result, cell = typed(header, 6, written)
    assert told(result.findings) == [(code, MAPPING, cell)]


@pytest.mark.parametrize("written", ["Impact annuel (€ HT)", "Impact annuel (EUR)", "Impact annuel (prévu)"])
def test_a_header_that_says_what_its_column_is_needs_no_word(written: str) -> None:
    assert told(typed("Impact annuel", 6, written)[0].findings) == []


def formatted(header: str, row: int, value: Any, number_format: str, *, titled: str | None = None) -> tuple[Bound, str]:
    book = opened(the_short())
    sheet = book[MAPPING]
    spot = cell_of(sheet, header, row)
    sheet[spot] = value
    sheet[spot].number_format = number_format
    if titled:
        for below in range(7, 40):
            sheet[spot[: -len(str(row))] + str(below)].number_format = number_format
        sheet[cell_of(sheet, header, 6)] = titled
    return bound(saved(book)), spot


@pytest.mark.parametrize(
    ("number_format", "value", "codes"),
    [
        ("[$$-409]#,##0", 12_500, ["V215"]),
        ('"$"#,##0', 12_500, ["V215"]),
        ("[$CHF-100C]\\ #,##0", 12_500, ["V215"]),
        ("0.0%", 0.024, ["V216"]),
        ('#,##0" k€"', 12, ["V219"]),
        ("#,##0,", 12_500, ["V219"]),
        ('#,##0," k€"', 12_500, []),
        ('#,##0\\ "€"', 12_500, []),
    ],
)
def test_an_amount_is_what_its_format_shows_or_is_named(number_format: str, value: float, codes: list[str]) -> None:
    result, cell = formatted("Montant annuel", 7, value, number_format)
    assert told(result.findings) == [(code, MAPPING, cell) for code in codes]
    if not codes:
        assert first_contract(result).annual_amount == Decimal(str(value))


def test_a_column_in_thousands_whose_cells_say_no_unit_is_converted() -> None:
    result, _ = formatted("Montant annuel", 7, 400, "#,##0", titled="Montant annuel (k€)")
    assert [said.code for said in result.findings] == ["V217"]
    assert first_contract(result).annual_amount == Decimal(400_000)


def test_a_reference_is_what_its_format_shows() -> None:
    assert first_contract(formatted("Réf", 7, 1, '"CT-"00')[0]).ref == "CT-01"


@pytest.mark.parametrize(
    ("written", "currency", "codes"), [("€", "EUR", ["V222"]), ("euros", "EUR", ["V222"]), ("k€", "EUR", ["V221"])]
)
def test_the_currency_of_the_account(written: str, currency: str, codes: list[str]) -> None:
    sheet = opened(the_short())[ACCOUNT]
    cell = next(row[0].row for row in sheet.iter_rows(min_col=2, max_col=2) if row[0].value == "Devise")
    result = bound(edited(the_short(), {(ACCOUNT, f"C{cell}"): written}))
    account = result.plan.account if result.plan else None
    assert isinstance(account, SharedAccount)
    assert account.currency == currency
    assert [said.code for said in result.findings] == codes


def test_sums_of_months_keep_their_currency() -> None:
    rows = [["Industrie", "Support", "CA", date(2026, month, 1), "1 000 $"] for month in (7, 8, 9)]
    assert [code for code, _, _ in told(stacked(*rows).findings)] == ["V215"]


def test_the_header_of_stacked_amounts_counts_for_all() -> None:
    row = ["Industrie", "Support", "CA", "T3 2026", 100]
    headers = ("Entité", "Offre", "Mesure", "Période", "Montant (k€)")
    result = stacked(row, headers=headers)
    assert [code for code, _, _ in told(result.findings)] == ["V217"]
    assert [list(values.values()) for _, values in series(result)] == [[Decimal(100_000)]]


@pytest.mark.parametrize("language", Language)
def test_a_notice_in_days_is_read_as_it_was_written(language: Language) -> None:
    plan = short_plan(language)
    own = (plan.contracts[0].model_copy(update={"notice_months": Days(180)}), *plan.contracts[1:])
    assert a_contract(notice_months=Days(180)).notice_months == Days(180)
    result = bound(author(plan.model_copy(update={"contracts": own}), language, colours=COLOURS))
    assert told(result.findings) == []
    assert first_contract(result).notice_months == Days(180)
