"""What a check and a build give back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from generator.diagnostics import Finding, Findings
from generator.diagnostics.catalogue import EDITION_CODES
from generator.editions import Redaction
from generator.editions.edition import Edition
from generator.model.outline import Cut
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.workbook.origins import Origins


class Step(Enum):
    """What is being done, for whoever shows progress."""

    READ = "read"
    TELL = "tell"
    DECK = "deck"
    PLAN = "plan"
    ANNEXES = "annexes"
    PROVE = "prove"
    WRITE = "write"


class DocumentKind(Enum):
    """The documents: the value starts the file's name, the extension ends it.

    The annexes of a plan are a document of their own where the plan is told without them.
    """

    DECK = "copil", "pptx"
    PLAN = "plan", "docx"
    ANNEXES = "annexes", "docx"

    @property
    def extension(self) -> str:
        """The ending of the file's name."""
        return self.value[1]


@dataclass(frozen=True)
class Checked:
    """What a workbook says and all that was found in it.

    ``plan`` and ``redaction``, what the client may see of it, are None when it cannot be told.
    """

    plan: AccountPlan | None
    redaction: Redaction | None
    origins: Origins
    findings: Findings

    def blocks(self, edition: Edition, *, strict: bool = False, allowed: frozenset[str] = frozenset()) -> bool:
        """Tell whether the findings stop an edition: those about what the client may see stop the client's only."""
        set_apart = EDITION_CODES if edition is Edition.INTERNAL else allowed
        return self.plan is None or self.findings.without(set_apart).blocking(strict=strict)


@dataclass(frozen=True)
class Document:
    """A document that was written, or stood there already."""

    kind: DocumentKind
    edition: Edition
    path: Path


@dataclass(frozen=True)
class Built:
    """What a build wrote, what it found, what it had nothing to tell about.

    ``findings`` are those of the workbook and those met on the way. ``refused`` are the editions asked for and not
    written; ``left_out`` the titles of the sections without matter, ``cut`` the sections
    not asked for and ``since`` the period compared with, by edition.
    ``foreign_texts`` counts the texts that stand in the workbook's language in a document of another one, by edition.
    ``unsearched`` counts the internal values too short to be searched in the client's documents. ``kept`` are the
    copies of documents that people had edited, ``outdated`` documents of former builds that this one does not write.
    """

    checked: Checked
    findings: Findings
    documents: tuple[Document, ...] = ()
    refused: tuple[Edition, ...] = ()
    left_out: Mapping[Edition, tuple[str, ...]] = field(default_factory=dict)
    cut: Mapping[Edition, tuple[Cut, ...]] = field(default_factory=dict)
    foreign_texts: Mapping[Edition, int] = field(default_factory=dict)
    since: Mapping[Edition, Quarter] = field(default_factory=dict)
    unsearched: int = 0
    is_up_to_date: bool = False
    kept: tuple[Path, ...] = ()
    outdated: tuple[Path, ...] = ()

    def passed(self, allowed: frozenset[str]) -> tuple[Finding, ...]:
        """Return the findings let pass into a document of the client's."""
        if not any(document.edition is Edition.CLIENT for document in self.documents):
            return ()
        return tuple(finding for finding in self.findings.errors if finding.code in allowed)

    @property
    def met(self) -> Findings:
        """The findings met on the way, which checking the workbook alone would not tell."""
        known = set(self.checked.findings)
        return Findings.of(finding for finding in self.findings if finding not in known)
