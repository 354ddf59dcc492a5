"""What there is to say of a build beside its files: why there are none, what blocks, what was let pass."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.diagnostics import Findings
from generator.diagnostics.catalogue import FOLDER_CODES, PASSABLE
from generator.pipeline import BuildOptions, Built, Edition, Since

_ANOTHERS = "W131"
"""What is compared with is another account's; where it was not asked for, it lies in the folder."""


class Reason(Enum):
    """Why there is no document: the folder, what was to be compared with, or the workbook."""

    NOT_LET_IN = "not_let_in"
    SINCE_UNREAD = "since_unread"
    BLOCKED = "blocked"


@dataclass(frozen=True)
class BuildReport:
    """A build of a workbook, and what was asked for."""

    built: Built
    file: Path
    options: BuildOptions

    @property
    def stopping(self) -> Findings:
        """What to tell where there is no document: what was met on the way when that stopped it, else all."""
        return self.built.met if self.built.met.errors else self.built.findings

    @property
    def reason(self) -> Reason:
        """Why there is no document."""
        codes = {found.code for found in self.built.met.errors}
        if codes & FOLDER_CODES:
            return Reason.NOT_LET_IN
        if isinstance(self.options.since, Path) and codes and not self.built.since:
            return Reason.SINCE_UNREAD
        return Reason.NOT_LET_IN if _ANOTHERS in codes else Reason.BLOCKED

    @property
    def blocking(self) -> Findings:
        """The findings of the workbook that stand in the way."""
        findings = self.built.checked.findings
        passing = findings.infos if self.options.strict else (*findings.infos, *findings.warnings)
        return findings.without({found.code for found in passing} | self.options.allowed)

    @property
    def is_passable(self) -> bool:
        """Whether a person may let pass all that blocks."""
        return {found.code for found in self.blocking} == PASSABLE

    @property
    def has_client_documents(self) -> bool:
        """Whether the client's edition was written, or stands there."""
        return any(document.edition is Edition.CLIENT for document in self.built.documents)

    @property
    def is_first(self) -> bool:
        """Whether a comparison was left to the program, which knew of nothing earlier."""
        built = self.built
        return self.options.since is Since.AUTO and not (built.since or len(built.met) or built.is_up_to_date)

    @property
    def account(self) -> Path:
        """The folder of the account: above its periods and editions."""
        return self.built.documents[0].path.parents[2]
