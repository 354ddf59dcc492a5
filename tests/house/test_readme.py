"""What the READMEs promise, tried: every command runs, every option they name exists and none is forgotten."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from generator.cli.main import commands, run
from generator.locales import Language, Locale

ROOT = Path(__file__).parents[2]
READMES = ["README.md", "README.fr.md"]
WORKBOOK = "plan.xlsx"


def typed_commands(name: str) -> list[list[str]]:
    """The copil commands of a README's code blocks, as arguments."""
    blocks = re.findall(r"^```sh\n(.*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("copil ")]
    return [shlex.split(line, comments=True)[1:] for line in lines]


def test_every_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example_workbook: Path) -> None:
    """In order, in an empty folder, what both say once; ``plan.xlsx``, once written, is filled in as the example is."""
    monkeypatch.chdir(tmp_path)
    done = []
    typed = [tuple(arguments) for name in READMES for arguments in typed_commands(name)]
    for arguments in dict.fromkeys(typed):
        assert run(arguments) == 0, arguments
        done.append(arguments[0])
        if arguments[:2] == ("new", WORKBOOK):
            (tmp_path / WORKBOOK).write_bytes(example_workbook.read_bytes())
    assert {"new", "check", "build", "explain"} <= set(done)
    for name in READMES:
        assert {"new", "check", "build", "explain"} <= {command for command, *_ in typed_commands(name)}
    assert {path.suffix for path in (tmp_path / "build").rglob("*") if path.is_file()} >= {".pptx", ".docx"}


def test_the_table_of_commands_names_every_command_and_option() -> None:
    rows = re.findall(r"^\| `copil (\w+)([^`]*)` \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    told = {name: set(re.findall(r"--?[a-z][a-z-]*", line)) for name, line in rows}
    made = {
        name: {
            said
            for option in command.params
            if isinstance(option, click.Option) and not option.hidden
            for said in (option.opts[0], *option.secondary_opts)
        }
        for name, command in commands(Locale(Language.EN)).commands.items()
    }
    assert set(told) == set(made)
    assert made == told


@pytest.mark.parametrize("name", READMES)
def test_every_file_linked_is_there(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", (ROOT / name).read_text(encoding="utf-8"))
    assert targets
    assert [link for link in targets if "://" not in link and not (ROOT / link).exists()] == []
