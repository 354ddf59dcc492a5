"""Zip packages taken apart and made again, for tests that damage or forge one."""

from __future__ import annotations

import warnings
import zipfile
from io import BytesIO


def packed(parts: dict[str, bytes], *more: tuple[str, bytes]) -> bytes:
    """A zip package of these parts; `more` may repeat a name."""
    stream = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        warnings.simplefilter("ignore", UserWarning)  # a repeated name is meant
        for name, data in (*parts.items(), *more):
            package.writestr(name, data)
    return stream.getvalue()


def unpacked(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def replaced(package: bytes, part: str, former: bytes, new: bytes) -> bytes:
    """A package with the first of some bytes of a part replaced, which it must hold."""
    parts = unpacked(package)
    assert former in parts[part]
    return packed({**parts, part: parts[part].replace(former, new, 1)})
