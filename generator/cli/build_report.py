"""What ``copil build`` says of a build to a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.build_options import PASSABLE
from generator.cli.paths import shown, typed
from generator.cli.terminal import has_colour
from generator.locales.locale import Locale
from generator.locales.verbatim import Verbatim

if TYPE_CHECKING:
    from generator.diagnostics import Findings
    from generator.pipeline import BuildOptions, Built, Edition

ABOUT_FOLDERS = frozenset({"W134", "W135", "W137", "W138", "W139"})
"""The codes that keep an account out of a folder: nothing is to be mended in the workbook."""


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
            stopping = self.built.met if self.built.met.errors else self.built.findings
            return f"{self._told(stopping)}\n\n{self._reason()}"
        blocks = [
            "\n".join(self._written()),
            *self._withheld(),
            *self._met(),
            *self._refused(),
            "\n".join(self._remarks()),
        ]
        return "\n\n".join(block for block in blocks if block)

    def _reason(self) -> str:
        """Say why there is no document: because of the folder, of what was to be compared with, or of the workbook."""
        stopping = {found.code for found in self.built.met.errors}
        if stopping & ABOUT_FOLDERS:
            return self.locale.say("cli.build.not_let_in")
        if isinstance(self.options.since, Path) and stopping and not self.built.since:
            return self.locale.say("cli.build.since_unread", file=shown(self.options.since))
        return self.locale.say("cli.build.blocked")

    def _written(self) -> Iterator[str]:
        say, built = self.locale.say, self.built
        if built.is_up_to_date:
            yield say("cli.build.up_to_date")
        for edition in dict.fromkeys(document.edition for document in built.documents):
            yield self._heading(edition)
            for document in built.documents:
                if document.edition is edition:
                    yield "  " + say(f"cli.build.written.{document.kind.name.lower()}", path=shown(document.path))
            titles = built.left_out.get(edition, ())
            if titles:
                yield "  " + say("cli.build.left_out", n=len(titles), sections=", ".join(titles))
            if typed_texts := built.foreign_texts.get(edition, 0):
                yield "  " + say("cli.build.foreign_texts", n=typed_texts)

    def _heading(self, edition: Edition) -> str:
        name = self.locale.say(f"cli.build.edition_name.{edition.name.lower()}")
        if edition not in self.built.since:
            return name
        return self.locale.say("cli.build.since_period", edition=name, period=self.built.since[edition])

    def _withheld(self) -> Iterator[str]:
        from generator.cli.withheld import as_text

        redaction = self.built.checked.redaction
        if redaction is not None and self._has_client_documents():
            yield as_text(redaction.withheld, self.locale)

    def _has_client_documents(self) -> bool:
        return any(document.edition.value == "client" for document in self.built.documents)

    def _met(self) -> Iterator[str]:
        """Tell what was found on the way: checking the workbook would not."""
        if len(self.built.met):
            yield self._told(self.built.met)

    def _refused(self) -> Iterator[str]:
        built, say = self.built, self.locale.say
        if not built.refused:
            return
        blocking = self._blocking()
        if len(blocking):
            yield self._told(blocking)
        lines = [say(f"cli.build.refused.{edition.name.lower()}") for edition in built.refused]
        if {found.code for found in blocking} == PASSABLE:
            lines.append(say("cli.build.passable", codes=", ".join(sorted(PASSABLE))))
        if built.outdated:
            lines.append(say("cli.build.outdated", paths=_listed(built.outdated)))
        yield "\n".join(lines)

    def _blocking(self) -> Findings:
        """Return the findings of the workbook that stand in the way."""
        findings = self.built.checked.findings
        passing = findings.infos if self.options.strict else (*findings.infos, *findings.warnings)
        return findings.without({found.code for found in passing} | self.options.allowed)

    def _remarks(self) -> Iterator[str]:
        from generator.diagnostics.rendering.text import summary

        built, say = self.built, self.locale.say
        if built.kept:
            yield say("cli.build.kept", n=len(built.kept), paths=_listed(built.kept))
        if (plan := built.checked.plan) is not None and self._is_first():
            yield say("cli.build.first", period=plan.period, folder=shown(self._account()))
        if passed := built.passed(self.options.allowed):
            yield say("cli.build.passed", n=len(passed), codes=", ".join(sorted({item.code for item in passed})))
        if built.unsearched and self._has_client_documents():
            yield say("cli.build.proven", n=built.unsearched)
        if len(built.checked.findings):
            details = say("cli.build.details", file=typed(self.file))
            yield summary(built.checked.findings, self.locale) + " · " + details

    def _is_first(self) -> bool:
        """Tell whether a comparison was left to the program, which knew of nothing earlier."""
        from generator.pipeline import Since

        built = self.built
        return self.options.since is Since.AUTO and not (built.since or len(built.met) or built.is_up_to_date)

    def _account(self) -> Path:
        """The folder of the account: above its periods and editions."""
        return self.built.documents[0].path.parents[2]

    def _told(self, findings: Findings) -> str:
        from generator.diagnostics.rendering.text import render_text

        return render_text(findings, self.locale, colour=has_colour()).rstrip()


def _listed(paths: tuple[Path, ...]) -> Verbatim:
    return Verbatim("".join(f"\n  {path}" for path in paths))
