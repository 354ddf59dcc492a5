"""``account.json``: whose folder it is, beside the history, so that no other account is ever read or written there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from generator.model.account_identity import AccountIdentity

SCHEMA = 1
_NAME = "account.json"
_MOST_BYTES = 1_048_576
_LONGEST_NAME = 32_767  # characters an Excel cell holds
_PARTS = ("client", "supplier", "code")


@dataclass(frozen=True)
class Ownership:
    """The account of a folder as written last, and as it was before it was renamed."""

    account: AccountIdentity
    formerly: tuple[AccountIdentity, ...] = field(default=())

    def knows(self, other: AccountIdentity) -> bool:
        """Tell whether a plan is of this account, under the name it has or had."""
        return any(one.is_same(other) for one in (self.account, *self.formerly))

    def renamed(self, account: AccountIdentity) -> Ownership:
        """Return the ownership under another identity; the ones before are kept."""
        known = (self.account, *self.formerly)
        return Ownership(account, tuple(one for one in known if not one.is_written_as(account)))


class Unowned(Enum):
    """Why the file does not say whose folder it is."""

    DAMAGED = "damaged"
    NEWER = "newer"


def ownership_path(folder: Path) -> Path:
    """Return where an account's folder keeps its owner."""
    return folder / _NAME


def read_ownership(folder: Path) -> Ownership | Unowned | None:
    """Read whose folder it is; None when no file says so. OSError when the disk refuses it."""
    path = ownership_path(folder)
    if not path.exists():
        return None
    if not path.is_file() or path.stat().st_size > _MOST_BYTES:
        return Unowned.DAMAGED
    return _read(path.read_bytes())


def to_bytes(owned: Ownership) -> bytes:
    """Return an ownership as JSON in UTF-8: the same bytes for the same one."""
    told = {"schema": SCHEMA, **_told(owned.account), "formerly": [_told(one) for one in owned.formerly]}
    return (json.dumps(told, sort_keys=True, indent=1) + "\n").encode()


def _read(content: bytes) -> Ownership | Unowned:
    try:
        found = json.loads(content)
        if int(found["schema"]) > SCHEMA:
            return Unowned.NEWER
        return Ownership(_identity(found), tuple(_identity(one) for one in found["formerly"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        return Unowned.DAMAGED


def _told(account: AccountIdentity) -> dict[str, str | None]:
    return {"identity": account.digest} | {part: getattr(account, part) for part in _PARTS}


def _identity(found: Any) -> AccountIdentity:
    client, supplier, code = (found[part] for part in _PARTS)
    if not (_is_name(client) and _is_name(supplier) and (code is None or _is_name(code))):
        raise ValueError("no names of an account")
    account = AccountIdentity(client, supplier, code)
    if found["identity"] != account.digest:
        raise ValueError("not the names it was written with")
    return account


def _is_name(name: object) -> bool:
    return isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME
