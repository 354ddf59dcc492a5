"""The files that a brand names: inside its folder, there, of a size to be read, and of the kind they are given as."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

from generator.brand.errors import BrandError
from generator.brand.settings import Settings
from generator.locales.phrase import Phrase, phrase
from generator.output.bounded_json import bounded

_MOST_BYTES = 50_000_000


def path_of(settings: Settings, name: str, folder: Path) -> Path:
    """Return the path that a value names; one that leads out of the folder is a `BrandError`."""
    told = settings.text(name)
    either = (PurePosixPath(told), PureWindowsPath(told))
    if any(path.anchor or ".." in path.parts for path in either) or "\0" in told:
        raise BrandError(settings.key(name), phrase("brands.expected.inside"), told)
    return folder / told


def content_of(path: Path, place: str, expected: Phrase) -> bytes:
    """Return what a file of the brand holds, a `BrandError` when there is none or when it is out of all measure."""
    try:
        return bounded(path, most_bytes=_MOST_BYTES)
    except OSError:
        raise BrandError(place, expected, path.name) from None
    except ValueError:
        found = phrase("brands.found.too_large", file=path.name, megabytes=_MOST_BYTES // 1_000_000)
        raise BrandError(place, expected, found if path.is_file() else path.name) from None


def refuse_unless(is_right: Callable[[bytes], bool], path: Path, place: str, expected: Phrase) -> None:
    """Hold a file to its kind."""
    if not is_right(content_of(path, place, expected)):
        raise BrandError(place, expected, path.name)


def refuse_links(path: Path, place: str, folder: Path) -> None:
    """Hold a file that is there to its folder: a link may lead anywhere."""
    if not path.resolve().is_relative_to(folder.resolve()):
        raise BrandError(place, phrase("brands.expected.inside"), path.name)
