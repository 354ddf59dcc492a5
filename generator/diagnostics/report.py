"""What is known where findings are written out: of the workbook, of the reader, of the brand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.diagnostics.finding import Finding
from generator.diagnostics.findings import Findings
from generator.diagnostics.severity import Severity
from generator.diagnostics.stage import Stage


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
    """The findings of one workbook: `subject` is the client or the file, `facts` say which state of it was checked.

    `command` asked for them, of the program of that version. `strict` lets warnings block. `whole` tells each finding
    where there are many of a kind, `colour` says that a terminal shows it. `look` reads the brand: no form that has no
    look asks for it.
    """

    file: str
    subject: str
    findings: Findings
    stages: tuple[Stage, ...]
    look: Callable[[], Look]
    command: str
    program: str
    facts: tuple[str, ...] = ()
    strict: bool = False
    whole: bool = False
    colour: bool = False

    @property
    def elsewhere(self) -> tuple[Finding, ...]:
        """The findings that belong to no stage: those of the file, of a list, of a sheet of one's own."""
        placed = {item for stage in self.stages for item in stage.findings}
        return tuple(item for item in self.findings if item not in placed)
