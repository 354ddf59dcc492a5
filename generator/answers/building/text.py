"""What is said of a build to a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.answers.building.cuts import cuts_told
from generator.answers.building.report import BuildReport, Reason
from generator.answers.edition.withheld import as_text as withheld_text
from generator.answers.paths import shown, typed
from generator.diagnostics import Findings
from generator.diagnostics.catalogue import PASSABLE
from generator.diagnostics.rendering.text import render_text, summary
from generator.locales.locale import Locale
from generator.locales.verbatim import Verbatim
from generator.pipeline import Edition


def as_text(report: BuildReport, locale: Locale, *, colour: bool = False) -> str:
    """Return what was written, edition by edition, what the client's leaves out, and what was found."""
    page = _Page(report, locale, colour)
    return "\n\n".join(block for block in page.blocks() if block)


@dataclass(frozen=True)
class _Page:
    report: BuildReport
    locale: Locale
    colour: bool

    def blocks(self) -> Iterator[str]:
        if not self.report.built.documents:
            yield self._told(self.report.stopping)
            yield self._reason()
            return
        yield "\n".join(self._written())
        yield from self._withheld()
        yield from self._met()
        yield from self._refused()
        yield "\n".join(self._remarks())

    def _reason(self) -> str:
        say = self.locale.say
        match self.report.reason:
            case Reason.SINCE_UNREAD:
                return say("cli.build.since_unread", file=shown(Path(str(self.report.options.since))))
            case Reason.NOT_LET_IN | Reason.BLOCKED as reason:
                return say(f"cli.build.{reason.value}")

    def _written(self) -> Iterator[str]:
        say, built = self.locale.say, self.report.built
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
            yield from (f"  {line}" for line in cuts_told(built.cut.get(edition, ()), self.locale))
            if typed_texts := built.foreign_texts.get(edition, 0):
                yield "  " + say("cli.build.foreign_texts", n=typed_texts)

    def _heading(self, edition: Edition) -> str:
        since = self.report.built.since
        name = self.locale.say(f"cli.build.edition_name.{edition.name.lower()}")
        if edition not in since:
            return name
        return self.locale.say("cli.build.since_period", edition=name, period=since[edition])

    def _withheld(self) -> Iterator[str]:
        redaction = self.report.built.checked.redaction
        if redaction is not None and self.report.has_client_documents:
            yield withheld_text(redaction.withheld, self.locale)

    def _met(self) -> Iterator[str]:
        """Tell what was found on the way: checking the workbook would not."""
        if len(self.report.built.met):
            yield self._told(self.report.built.met)

    def _refused(self) -> Iterator[str]:
        built, say = self.report.built, self.locale.say
        if not built.refused:
            return
        if len(self.report.blocking):
            yield self._told(self.report.blocking)
        lines = [say(f"cli.build.refused.{edition.name.lower()}") for edition in built.refused]
        if self.report.is_passable:
            lines.append(say("cli.build.passable", codes=", ".join(sorted(PASSABLE))))
        if built.outdated:
            lines.append(say("cli.build.outdated", paths=_listed(built.outdated)))
        yield "\n".join(lines)

    def _remarks(self) -> Iterator[str]:
        report, built, say = self.report, self.report.built, self.locale.say
        if built.outdated and not built.refused:
            yield say("cli.build.left_over", paths=_listed(built.outdated))
        if built.kept:
            yield say("cli.build.kept", n=len(built.kept), paths=_listed(built.kept))
        if (plan := built.checked.plan) is not None and report.is_first:
            yield say("cli.build.first", period=plan.period, folder=shown(report.account))
        if passed := built.passed(report.options.allowed):
            yield say("cli.build.passed", n=len(passed), codes=", ".join(sorted({item.code for item in passed})))
        if built.unsearched and report.has_client_documents:
            yield say("cli.build.proven", n=built.unsearched)
        if len(built.checked.findings):
            details = say("cli.build.details", file=typed(report.file))
            yield summary(built.checked.findings, self.locale) + " · " + details

    def _told(self, findings: Findings) -> str:
        return render_text(findings, self.locale, colour=self.colour).rstrip()


def _listed(paths: tuple[Path, ...]) -> Verbatim:
    return Verbatim("".join(f"\n  {path}" for path in paths))
