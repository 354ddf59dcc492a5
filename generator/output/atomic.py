"""Writing a file all or nothing: a reader never sees half of it, and a failure leaves the former one."""

from __future__ import annotations

from pathlib import Path

from generator.output.drafts import draft
from generator.output.held import put


def write_atomically(path: Path, content: bytes) -> None:
    """Write the bytes beside the file, then put them in its place; an open file is `FileLocked`."""
    drafted = draft(path, content)
    try:
        put(drafted, path)
    finally:
        drafted.unlink(missing_ok=True)
