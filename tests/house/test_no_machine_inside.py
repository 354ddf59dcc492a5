"""No file of the project names a place on somebody's machine."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile, is_zipfile

ROOT = Path(__file__).parents[2]
NOT_OURS = {".git", ".venv", "build", "dist", "node_modules", "__pycache__", ".hypothesis"}
MACHINE = re.compile(rb"(?<![\w.:/-])/(?:home|root|Users|tmp|work|opt|mnt|private)/\w|[A-Z]:\\Users\\")


def project_files(folder: Path = ROOT) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or path.name.endswith("_cache") or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from project_files(path)
        elif not path.name.startswith("~$"):
            yield path


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    if is_zipfile(path):
        with ZipFile(path) as package:
            yield from ((f"{path.name}!{name}", package.read(name)) for name in package.namelist())
    else:
        yield path.relative_to(ROOT).as_posix(), path.read_bytes()


def test_no_absolute_path() -> None:
    found = [
        f"{name}: {match[0].decode('latin-1')}"
        for path in project_files()
        for name, content in contents(path)
        if not name.endswith((".png", ".jpg", ".ttf", ".otf"))
        for match in MACHINE.finditer(content)
    ]
    assert found == []
