"""A third language is a member, its manner and its catalogues: tried with German that has the words of English."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packages import unpacked
from tools.labels_catalogue import declared, labels_catalogue

ROOT = Path(__file__).parents[2]
MEMBER = ('    EN = "en"\n', '    EN = "en"\n    DE = "de"\n')
LAST = "            case _:\n                assert_never(self)"
GERMAN = 'Manner("de-DE", office_id=0x407, is_plural=lambda count: count != 1, typography=())'
MANNER = (LAST, f"            case Language.DE:\n                return {GERMAN}\n{LAST}")
TRIAL = """
import sys
from pathlib import Path

from generator.brand import load
from generator.checks import check_coherence, to_findings
from generator.cli.new import workbook_colours
from generator.deck import write_deck
from generator.editions import redact
from generator.locales import Language, Locale
from generator.plan import write_plan
from generator.story import tell_client, tell_internal
from generator.workbook.author import author
from generator.workbook.bind import bind
from generator.workbook.example import example_plan
from generator.workbook.origins import Origins
from generator.workbook.read import read

german, brand, folder = Language("de"), load(), Path(sys.argv[1])
french = example_plan(german)
plan = french.model_copy(update={"account": french.account.model_copy(update={"language": german})})
(folder / "plan.xlsx").write_bytes(author(plan, german, colours=workbook_colours(brand.palette)))
read_back = bind(read(folder / "plan.xlsx"))
assert read_back.plan == plan, [(said.code, said.place, said.args) for said in read_back.findings][:3]

locale = Locale(german)
redaction = redact(plan)
findings = to_findings(check_coherence(plan), Origins().place, locale)
internal = tell_internal(plan, locale, findings, hidden=redaction.hidden, shared=redaction.plan)
client = tell_client(redaction.plan, locale, shows_notices=redaction.shows_notices)
(folder / "deck.pptx").write_bytes(write_deck(internal, brand))
(folder / "plan.docx").write_bytes(write_plan(client, brand, native_charts=True))
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with a third language, in a folder of its own."""
    folder = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", folder / "templates")
    speaking = folder / "generator" / "locales" / "language.py"
    source = speaking.read_text(encoding="utf-8")
    for former, new in (MEMBER, MANNER):
        assert source.count(former) == 1
        source = source.replace(former, new)
    speaking.write_text(source, encoding="utf-8")
    words = speaking.parent / "de"
    shutil.copytree(speaking.parent / "en", words)
    told_apart = {(one.fr, one.en): f"{one.en} dt" if one.en[0].isalnum() else one.en for one in declared()}
    (words / "labels.po").write_text(labels_catalogue("de", told_apart), encoding="utf-8")
    return folder


def run(program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=program,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(program)},
        check=False,
    )


def test_a_workbook_and_both_editions_are_made_in_a_third_language(program: Path, tmp_path: Path) -> None:
    done = run(program, "-c", TRIAL, str(tmp_path))
    assert done.stderr == ""
    deck, plan = parts(tmp_path / "deck.pptx"), parts(tmp_path / "plan.docx")
    assert 'lang="de-DE"' in deck
    assert 'w:val="de-DE"' in plan
    assert "Donnerstag 15 Oktober 2026" in deck  # the calendar's own words
    assert "€1,13M" in deck  # a comma by the calendar of numbers, the rest as in English
    assert "In progress dt" in deck
    assert "In progress dt" in plan


def test_a_label_that_its_catalogue_lacks_is_named(program: Path) -> None:
    asked = "from generator.locales.language import Label, Language; Label('Un mot', 'A word').in_(Language('de'))"
    done = run(program, "-c", asked)
    assert done.stderr.splitlines()[-1] == "KeyError: ('Un mot', 'A word')"


def parts(package: Path) -> str:
    """Every part of a document as one text."""
    return "".join(part.decode("utf-8", "replace") for part in unpacked(package.read_bytes()).values())
