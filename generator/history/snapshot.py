"""The snapshot of a build: its plan as versioned canonical JSON, checked when it is read again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from types import MappingProxyType

from generator.editions.edition import Edition
from generator.history.encoding import Json, decoded, encoded
from generator.history.opinions import without_old_opinions
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.quarter import Quarter
from generator.model.schema import tables
from generator.output.bounded_json import parsed

Upgrade = Callable[[Json], Json]
UPGRADES: Mapping[int, Upgrade] = MappingProxyType({})
"""What makes a form one of the schema of that number, from the one before it, where a field was renamed or went.

A field that came asks for none: its column says ``since`` which number, and it has its default in what is older.
"""
SCHEMA_VERSION = max((*UPGRADES, *(column.column.since for spec in tables() for column in spec.columns)))


@dataclass(frozen=True)
class Snapshot:
    """What a build knew: the plan of one edition, by which program and of which workbook (its SHA-256).

    The client's holds a shared plan and nothing more (TypeError otherwise: our bug), and does not name the workbook,
    whose digest moves with every internal cell. Opinions about people who have left are dropped. ``schema_version`` is
    the one it was written with.
    """

    edition: Edition
    plan: SharedPlan
    workbook_sha256: str
    program_version: str
    schema_version: int = SCHEMA_VERSION

    def __post_init__(self) -> None:
        """Hold the plan to the edition, and drop what is not kept."""
        expected = SharedPlan if self.edition is Edition.CLIENT else AccountPlan
        if type(self.plan) is not expected:
            msg = f"a snapshot of the {self.edition.value} edition holds no {type(self.plan).__name__}"
            raise TypeError(msg)
        object.__setattr__(self, "plan", without_old_opinions(self.plan))
        if self.edition is Edition.CLIENT:
            object.__setattr__(self, "workbook_sha256", "")

    @property
    def period(self) -> Quarter:
        """The period of the plan."""
        return self.plan.period


class Damage(Enum):
    """Why a snapshot cannot be used."""

    UNREADABLE = "unreadable"
    ALTERED = "altered"
    NEWER = "newer"
    MISFIT = "misfit"


@dataclass(frozen=True)
class Damaged:
    """A snapshot that cannot be used.

    ``UNREADABLE`` is no snapshot at all, or a part of one; ``ALTERED`` does not have the content it was written with;
    ``NEWER`` comes from a later program; ``MISFIT`` does not fit the model.
    """

    reason: Damage


def to_bytes(snapshot: Snapshot) -> bytes:
    """Return the snapshot as canonical JSON in UTF-8: the same bytes for the same snapshot."""
    content = {
        "edition": snapshot.edition.value,
        "period": str(snapshot.period),
        "plan": encoded(snapshot.plan),
        "program_version": snapshot.program_version,
        "schema_version": SCHEMA_VERSION,
        "workbook_sha256": snapshot.workbook_sha256,
    }
    return _canonical({**content, "checksum": _checksum(content)}, indent=1) + b"\n"


def from_bytes(data: bytes, *, upgrades: Mapping[int, Upgrade] = UPGRADES) -> Snapshot | Damaged:
    """Read a snapshot of this or an earlier schema."""
    try:
        found = parsed(data)
        version, checksum = int(found["schema_version"]), found.pop("checksum")
        if version > max((SCHEMA_VERSION, *upgrades)):
            return Damaged(Damage.NEWER)
        if checksum != _checksum(found):
            return Damaged(Damage.ALTERED)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, ArithmeticError):
        return Damaged(Damage.UNREADABLE)
    try:
        for newer in sorted(number for number in upgrades if number > version):
            found = upgrades[newer](found)
        return _snapshot(found, version)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, ArithmeticError):
        return Damaged(Damage.MISFIT)


def _snapshot(found: Json, version: int) -> Snapshot:
    edition = Edition(found["edition"])
    kind = SharedPlan if edition is Edition.CLIENT else AccountPlan
    plan = decoded(found["plan"], kind)
    return Snapshot(edition, plan, found["workbook_sha256"], found["program_version"], version)


def _checksum(content: Json) -> str:
    return sha256(_canonical(content)).hexdigest()


def _canonical(content: Json, *, indent: int | None = None) -> bytes:
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=indent)
    return text.encode("utf-8", "surrogatepass")
