"""What ``copil build`` says of a build, to a person or to a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.terminal import has_colour
from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.diagnostics import Finding
    from generator.pipeline import BuildOptions, Built, Edition


@dataclass(frozen=True)
class BuildReport:
    """A build of a workbook, and what was asked for."""

    built: Built
    file: Path
    options: BuildOptions
    locale: Locale

    def as_text(self) -> str:
        """Return what was written, edition by edition, what the client's leaves out, and what was found."""
        if not self.built.documents:
            return f"{self._findings()}\n\n{self._reason()}"
        blocks = [
            "\n".join(self._written()),
            *self._withheld(),
            *self._refused(),
            "\n".join(self._remarks()),
        ]
        return "\n\n".join(block for block in blocks if block)

    def as_json(self) -> str:
        """Return all of it as one document."""
        from generator.cli.withheld import as_records
        from generator.diagnostics.rendering.json import records

        built, redaction = self.built, self.built.checked.redaction
        report = {
            "up_to_date": built.is_up_to_date,
            "documents": [
                {"kind": document.kind.name.lower(), "edition": document.edition.value, "path": str(document.path)}
                for document in built.documents
            ],
            "refused": [edition.value for edition in built.refused],
            "since": {edition.value: str(period) for edition, period in built.since.items()},
            "left_out": {edition.value: list(titles) for edition, titles in built.left_out.items()},
            "withheld": [] if redaction is None else as_records(redaction.withheld, self.locale),
            "unsearched": built.unsearched,
            "allowed": sorted({finding.code for finding in self._passed()}),
            "findings": list(records(built.findings, self.locale)),
        }
        return json.dumps(report, ensure_ascii=False, indent=2)

    def _reason(self) -> str:
        """Say why there is no document: the findings are those of what was to be compared with, or of the workbook."""
        if isinstance(self.options.since, Path) and not self.built.checked.findings.errors:
            return self.locale.say("cli.build.since_unread", file=str(self.options.since))
        return self.locale.say("cli.build.blocked")

    def _written(self) -> Iterator[str]:
        say, built = self.locale.say, self.built
        if built.is_up_to_date:
            yield say("cli.build.up_to_date")
        for edition in dict.fromkeys(document.edition for document in built.documents):
            yield self._heading(edition)
            for document in built.documents:
                if document.edition is edition:
                    yield "  " + say(f"cli.build.written.{document.kind.name.lower()}", path=str(document.path))
            titles = built.left_out.get(edition, ())
            if titles:
                yield "  " + say("cli.build.left_out", n=len(titles), sections=", ".join(titles))

    def _heading(self, edition: Edition) -> str:
        name = self.locale.say(f"cli.build.edition_name.{edition.name.lower()}")
        if edition not in self.built.since:
            return name
        return self.locale.say("cli.build.since_period", edition=name, period=self.built.since[edition])

    def _withheld(self) -> Iterator[str]:
        from generator.cli.withheld import as_text

        redaction = self.built.checked.redaction
        if redaction is not None and any(document.edition.value == "client" for document in self.built.documents):
            yield as_text(redaction.withheld, self.locale)

    def _refused(self) -> Iterator[str]:
        if self.built.refused:
            yield self._findings()
        for edition in self.built.refused:
            yield self.locale.say(f"cli.build.refused.{edition.name.lower()}")

    def _remarks(self) -> Iterator[str]:
        from generator.diagnostics.rendering.text import summary

        built, say = self.built, self.locale.say
        if passed := self._passed():
            yield say("cli.build.passed", n=len(passed), codes=", ".join(sorted({item.code for item in passed})))
        if built.unsearched:
            yield say("cli.build.proven", n=built.unsearched)
        if len(built.findings) and not built.refused:
            yield summary(built.findings, self.locale) + " · " + say("cli.build.details", file=str(self.file))

    def _passed(self) -> tuple[Finding, ...]:
        """Return the findings that would have stopped the client's edition."""
        return tuple(finding for finding in self.built.findings.errors if finding.code in self.options.allowed)

    def _findings(self) -> str:
        from generator.diagnostics.rendering.text import render_text

        return render_text(self.built.findings, self.locale, colour=has_colour()).rstrip()
