"""What a build wrote and what it came from, as a file beside it: the next build knows whether anything moved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True)
class Manifest:
    """A build's fingerprint, and the SHA-256 of each of its files by path in the account's folder."""

    fingerprint: str
    files: Mapping[str, str]


def manifest_of(fingerprint: str, files: Mapping[Path, bytes], folder: Path) -> Manifest:
    """Return the manifest of files that lie inside a folder."""
    digests = {path.relative_to(folder).as_posix(): sha256(content).hexdigest() for path, content in files.items()}
    return Manifest(fingerprint, digests)


def to_bytes(manifest: Manifest) -> bytes:
    """Write a manifest as JSON, the same for the same one."""
    return (json.dumps(asdict(manifest), sort_keys=True, indent=1, ensure_ascii=False) + "\n").encode()


def from_bytes(content: bytes) -> Manifest | None:
    """Read a manifest; None for what is damaged, which then counts for nothing."""
    try:
        read = json.loads(content)
        files = {str(name): str(digest) for name, digest in read["files"].items()}
        return Manifest(str(read["fingerprint"]), files)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def is_up_to_date(manifest: Manifest | None, fingerprint: str, folder: Path) -> bool:
    """Tell whether a build with this fingerprint would write what stands in the folder already."""
    return (
        manifest is not None
        and manifest.fingerprint == fingerprint
        and all(_standing(folder / name) == digest for name, digest in manifest.files.items())
    )


def _standing(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
