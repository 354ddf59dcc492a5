"""The watch: a line a save, what changed in it, and nothing that stops it but the person at the keyboard."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from generator import pipeline
from generator.brand.errors import BrandError
from generator.cli import watch
from generator.cli.changes import told_changes
from generator.cli.main import run
from generator.cli.saves import Stamp
from generator.cli.watch import Rebuilds
from generator.diagnostics import Findings, Place, finding
from generator.editions.edition import Edition
from generator.history.compare import compare
from generator.locales import Language, Locale
from generator.locales.phrase import phrase
from generator.model.plan import AccountPlan
from generator.output.held import FileLocked
from generator.output.together import FolderBusy
from generator.pipeline import BuildOptions, Built, Checked, Document, DocumentKind
from generator.workbook.origins import Origins
from tests.builders import a_contract, a_kpi, a_plan, an_account, an_action, quarters

FRENCH = Locale(Language.FR)
BOOK = Path("valmonde.xlsx")
SOUND = Findings()
WARNED = Findings.of([finding("W115", Place(sheet="5 Actions"))])


def built(plan: AccountPlan | None, *, findings: Findings = SOUND, folder: str = "out", **more: Any) -> Built:
    """The house's documents of a plan; none without a plan."""
    kinds = DocumentKind if plan else ()
    return Built(
        Checked(plan, None, Origins(), findings),
        findings,
        documents=tuple(Document(kind, Edition.INTERNAL, Path(folder) / kind.name) for kind in kinds),
        **more,
    )


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


# --- the command ------------------------------------------------------------------------------------------------------


def test_it_builds_at_each_save_until_interrupted(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "valmonde.xlsx"
    with ZipFile(file, "w"):
        pass
    asked: list[tuple[Path, BuildOptions]] = []

    def build(workbook: Path, options: BuildOptions) -> Built:
        asked.append((workbook, options))
        return built(a_plan())

    monkeypatch.setattr(pipeline, "build", build)
    monkeypatch.setattr(watch, "sights", sights_of(file, (1, 1, 2, 2)))
    assert run(["watch", str(tmp_path), "--lang", "fr", "--only", "deck", "-o", str(tmp_path / "out")]) == 0
    out, err = capsys.readouterr()
    assert [line[8:] for line in out.splitlines()] == ["  valmonde.xlsx  2 documents écrits"] * 2
    assert [plain(line) for line in err.splitlines()] == [
        f"1 classeur surveillé dans {tmp_path}. Enregistrez dans Excel pour générer ; Ctrl-C pour arrêter.",
        "Surveillance terminée.",
    ]
    assert [(workbook, options.output, options.kinds) for workbook, options in asked] == [
        (file, tmp_path / "out", (DocumentKind.DECK,))
    ] * 2


def test_interrupted_while_it_builds_it_ends_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "valmonde.xlsx"
    file.write_bytes(b"")

    def build(*_: object) -> Built:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "build", build)
    monkeypatch.setattr(watch, "sights", sights_of(file, (1,) * 10))
    assert run(["watch", str(file), "--lang", "fr"]) == 0


def test_nothing_to_watch_is_wrong_usage(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["watch", str(tmp_path / "nowhere"), "--lang", "fr"]) == 2
    assert plain(capsys.readouterr().err) == f"Rien à surveiller : {tmp_path / 'nowhere'} n’existe pas.\n"


def test_looks_are_apart() -> None:
    pauses: list[float] = []
    looks = watch.sights(Path("nowhere"), pauses.append)
    assert [next(looks), next(looks), next(looks)] == [{}, {}, {}]
    assert pauses == [1.0, 1.0]


def sights_of(file: Path, moments: tuple[int, ...]) -> Callable[[Path], Iterator[Mapping[Path, Stamp]]]:
    """Looks at a file last saved at these moments; then the person has had enough."""

    def look(_: Path) -> Iterator[Mapping[Path, Stamp]]:
        yield from ({file: Stamp(0, moment)} for moment in moments)
        raise KeyboardInterrupt

    return look


def plain(told: str) -> str:
    """The text with plain spaces and hyphens."""
    return told.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2011", "-")
