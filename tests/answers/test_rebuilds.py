"""A line a save: what came of it, what changed since the build before, and nothing that stops the watch."""

from __future__ import annotations

import errno
from datetime import date, datetime
from pathlib import Path

import pytest

from generator.answers.difference.changes import told_changes
from generator.answers.rebuilds import Rebuilds
from generator.brand.errors import BrandError
from generator.diagnostics import Findings, Place, finding
from generator.editions.edition import Edition
from generator.history.compare import compare
from generator.locales import Language, Locale
from generator.locales.phrase import phrase
from generator.output.held import FileLocked
from generator.output.together import FolderBusy
from generator.pipeline import Built
from tests.answers.outcomes import built
from tests.builders import a_contract, a_kpi, a_plan, an_account, an_action, quarters
from tests.cli.transcripts import plain

FRENCH = Locale(Language.FR)
BOOK = Path("valmonde.xlsx")
WARNED = Findings.of([finding("W115", Place(sheet="5 Actions"))])


def rebuilds(*outcomes: Built | Exception) -> Rebuilds:
    """Rebuilds that give these outcomes in turn, at 14:02:07."""
    turns = iter(outcomes)

    def build(_: Path) -> Built:
        outcome = next(turns)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return Rebuilds(FRENCH, build, now=lambda: datetime(2026, 10, 5, 14, 2, 7))


def test_the_first_build_says_what_was_found_and_written() -> None:
    told = rebuilds(built(a_plan(), findings=WARNED)).line(BOOK)
    assert told == "14:02:07  valmonde.xlsx  1 information · 2 documents écrits"


def test_later_builds_say_what_changed_since_the_one_before() -> None:
    before = a_plan(actions=(an_action(ref="A-01"), an_action(ref="A-02"), an_action(ref="A-03")))
    after = a_plan(
        actions=(an_action(ref="A-01", due=date(2026, 12, 24)), an_action(ref="A-03"), an_action(ref="A-04")),
        contracts=(a_contract(ref="CT-01"),),
    )
    watched = rebuilds(built(before), built(after), built(after))
    watched.line(BOOK)
    assert plain(watched.line(BOOK)) == (
        "14:02:07  valmonde.xlsx  Contrats : + CT-01 · "
        "Plan d’actions : A-01 (Échéance), + A-04, − A-02 · 2 documents écrits"
    )
    assert watched.line(BOOK) == "14:02:07  valmonde.xlsx  2 documents écrits"


def test_a_build_that_wrote_nothing_new_is_up_to_date() -> None:
    assert rebuilds(built(a_plan(), is_up_to_date=True)).line(BOOK) == "14:02:07  valmonde.xlsx  à jour"


def test_an_edition_refused_is_told() -> None:
    told = rebuilds(built(a_plan(), refused=(Edition.CLIENT,))).line(BOOK)
    assert plain(told) == "14:02:07  valmonde.xlsx  2 documents écrits · édition client non écrite"


def test_many_rows_are_counted() -> None:
    before = a_plan()
    after = a_plan(actions=tuple(an_action(ref=f"A-{n:02}") for n in range(1, 6)))
    (told,) = told_changes(compare(before, after).rows, FRENCH)
    assert plain(told) == "Plan d’actions : 5 lignes changées"


def test_a_form_names_its_fields_and_a_crosstab_its_quarters() -> None:
    before = a_plan(kpis=(a_kpi(quarters=quarters(T3_2026=8)),))
    after = a_plan(account=an_account(version="9"), kpis=(a_kpi(quarters=quarters(T3_2026=8, T4_2026=9)),))
    told = [plain(line) for line in told_changes(compare(before, after).rows, FRENCH)]
    assert told == ["Le compte : Version", "KPI : KPI-01 (T4 2026)"]


def test_a_blocked_build_says_where_to_look_and_keeps_the_plan_it_compares_with() -> None:
    blocked = built(None, findings=Findings.of([finding("W101", Place(file="valmonde.xlsx"))]))
    watched = rebuilds(built(a_plan()), blocked, built(a_plan(actions=(an_action(ref="A-01"),))))
    watched.line(BOOK)
    assert plain(watched.line(BOOK)).endswith("1 erreur · rien n’a été écrit : copil check valmonde.xlsx")
    assert "+ A-01" in plain(watched.line(BOOK))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FileLocked(Path("out/deck.pptx")), "out/deck.pptx ne peut pas être remplacé"),
        (FileLocked(Path("out/deck.pptx"), Path("out/~$deck.pptx")), "supprimez out/~$deck.pptx"),
        (FolderBusy(Path("out")), "Une autre génération écrit dans out"),
        (OSError(errno.ENOSPC, "No space left on device", "out/deck.pptx"), "Le disque est plein : out/deck.pptx"),
        (PermissionError(errno.EACCES, "Permission denied", "valmonde.xlsx"), "L’accès à valmonde.xlsx est refusé"),
        (OSError(errno.EIO, "Input/output error", "out"), "La machine a refusé (Input/output error) : out"),
        (BrandError("deck.file", phrase("brands.expected.text"), "deck.pptx"), "La marque ne peut pas servir"),
        (
            ZeroDivisionError("by hand"),
            "erreur du programme (ZeroDivisionError('by hand')) ; copil build valmonde.xlsx",
        ),
    ],
)
def test_whatever_goes_wrong_is_told_and_the_next_save_is_built(error: Exception, told: str) -> None:
    watched = rebuilds(error, built(a_plan()))
    assert plain(told) in plain(watched.line(BOOK))
    assert watched.line(BOOK).endswith("2 documents écrits")


def test_two_workbooks_of_one_account_and_period_are_told_apart() -> None:
    watched = rebuilds(built(a_plan()), built(a_plan()), built(a_plan(), folder="elsewhere"))
    watched.line(BOOK)
    assert watched.line(Path("copie.xlsx")).endswith("même compte et même période que valmonde.xlsx")
    assert watched.line(Path("autre.xlsx")).endswith("2 documents écrits")
