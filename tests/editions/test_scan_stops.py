"""A leak in a file just written: the client's documents are not put in place, ours are, and the cell is named."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.editions.edition import Edition
from generator.pipeline import BuildOptions, DocumentKind, build
from generator.pipeline.drawing import Drawn, draw
from tests.builders import a_kpi, a_plan, a_third_party, an_action, quarters
from tests.cli.transcripts import transcript
from tests.small_builds import STAGES
from tests.test_pipeline import a_workbook

DECK_ALONE = (DocumentKind.DECK,)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    plan = a_plan(
        kpis=(a_kpi(target=10, quarters=quarters(T3_2026=8)),),
        actions=(an_action(),),
        third_parties=(a_third_party(name="Quantor Ouest"),),
    )
    return a_workbook(tmp_path / "compte.xlsx", plan)


def careless(*told: Any, **asked: Any) -> Drawn:
    """Draw a document, and leave a competitor's name in the archive's comment."""
    drawn = draw(*told, **asked)
    buffer = io.BytesIO(drawn.content)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = b"Quantor Ouest"
    return replace(drawn, content=buffer.getvalue())


def test_no_client_document_is_written(workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(STAGES, "draw", careless)
    built = build(workbook, BuildOptions(output=tmp_path / "out", kinds=DECK_ALONE))
    assert [document.edition for document in built.documents] == [Edition.INTERNAL]
    assert built.refused == (Edition.CLIENT,)
    (leak,) = (finding for finding in built.findings if finding.code == "E504")
    assert (leak.value, leak.place.table, leak.place.column) == ("Quantor Ouest", "Ecosysteme", "Nom")
    assert leak.args["part"] == "copil_groupe-valmonde_2026-T3.pptx"
    written = {path.parent.name for path in (tmp_path / "out").rglob("*.pptx")}
    assert written == {"interne"}
    assert not list((tmp_path / "out").rglob("*.client.*"))


def test_the_command_fails_and_leaves_the_former_file(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("build", str(workbook), "--only", "deck", "-o", str(tmp_path / "out"))
    assert transcript(capsys, *arguments)[0] == 0
    (former,) = (tmp_path / "out").rglob("client/*.pptx")
    before = former.read_bytes()
    monkeypatch.setattr(STAGES, "draw", careless)
    a_workbook(workbook, a_plan(actions=(an_action(),), third_parties=(a_third_party(name="Quantor Ouest"),)))
    code, out, _ = transcript(capsys, *arguments)
    assert code == 1
    assert "E E504" in out
    assert "« Quantor Ouest » n’a rien à faire chez le client" in out
    assert "rien d’interne" not in out
    assert former.read_bytes() == before
