"""What a page of findings tells, and the brand it is told in."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics.finding import Finding
from generator.diagnostics.findings import Findings
from generator.diagnostics.rendering.stage import Stage
from generator.diagnostics.severity import Severity


@dataclass(frozen=True, kw_only=True)
class Look:
    """The brand of the page.

    `colours` are CSS colours by the names that the style sheet uses, `font` a font family, `sender` the text logo in
    two parts. `symbols` stand beside the words of the severities, and of what is sound (None).
    """

    colours: Mapping[str, str]
    font: str
    sender: tuple[str, str]
    symbols: Mapping[Severity | None, str]


@dataclass(frozen=True, kw_only=True)
class Report:
    """The findings of one workbook: `subject` is the client or the file, `facts` say which state of it was checked."""

    file: str
    subject: str
    findings: Findings
    stages: tuple[Stage, ...]
    facts: tuple[str, ...] = ()
    strict: bool = False

    @property
    def elsewhere(self) -> tuple[Finding, ...]:
        """The findings that belong to no stage: those of the file, of a list, of a sheet of one's own."""
        placed = {item for stage in self.stages for item in stage.findings}
        return tuple(item for item in self.findings if item not in placed)
