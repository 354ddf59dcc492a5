"""Whatever a file or its surroundings are, a command ends with an exit code of its own and with words of ours."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli.main import run
from tests.packages import packed, unpacked
from tests.small_builds import small_workbook

ENDS = {0, 1, 2, 3}
WRITTEN_IN = (
    b"-1",
    b"",
    b"x",
    b"99999999999999999999",
    b"1e400",
    b"A0",
    b"XFE1",
    b"rId1",
    b"../../x",
    b"0",
    b"\\",
    b"&x;",
)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_workbook(tmp_path_factory.mktemp("hostile"))


@st.composite
def damages(draw: st.DrawFn, package: bytes) -> bytes:
    """A package with a part lost, cut short, or holding another value between two quotes."""
    parts = unpacked(package)
    name = draw(st.sampled_from(sorted(parts)))
    content = parts.pop(name)
    match draw(st.sampled_from(("lost", "cut", "changed"))):
        case "cut":
            parts[name] = content[: draw(st.integers(0, len(content)))]
        case "changed":
            pieces = content.split(b'"')
            pieces[draw(st.integers(0, len(pieces) - 1))] = draw(st.sampled_from(WRITTEN_IN))
            parts[name] = b'"'.join(pieces)
        case _:
            pass
    return packed(parts)


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_damaged_workbook_ends_in_words(data: st.DataObject, workbook: Path, tmp_path: Path) -> None:
    broken = tmp_path / "compte.xlsx"
    broken.write_bytes(data.draw(damages(workbook.read_bytes())))
    assert run(["check", str(broken), "--annotate", str(tmp_path / "annotated.xlsx")]) in ENDS


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on POSIX only")
def test_what_is_no_file_is_told(workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe = tmp_path / "pipe.xlsx"
    os.mkfifo(pipe)
    for command in (["check", str(pipe)], ["build", str(pipe)], ["new", str(tmp_path / "n.xlsx"), "--from", str(pipe)]):
        assert run(command) == 1
        assert "W105" in capsys.readouterr().out
    assert run(["build", str(workbook), "-o", str(tmp_path / "out"), "--since", str(pipe)]) == 1


REFUSED = {
    "a file for a folder": ("a-file", "Rien ne peut s’écrire là"),
    "a name too long": ("x" * 300, "Ce chemin est trop long pour le disque"),
    "a link to itself": ("loop", "Rien ne peut s’écrire là"),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows words its own refusals")
@pytest.mark.parametrize("case", REFUSED)
def test_an_output_folder_that_is_none(
    case: str, workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a-file").write_bytes(b"")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    name, words = REFUSED[case]
    assert run(["build", str(workbook), "-o", str(tmp_path / name), "--lang", "fr"]) == 3
    assert capsys.readouterr().err.startswith(words)


@pytest.mark.skipif(os.name == "nt", reason="Windows words its own refusals")
def test_a_file_to_write_that_is_a_folder(workbook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "report.html"
    folder.mkdir()
    assert run(["check", str(workbook), "-o", str(folder), "--lang", "en"]) == 3
    assert capsys.readouterr().err.startswith(f"A folder bears this name already: {folder}.")
