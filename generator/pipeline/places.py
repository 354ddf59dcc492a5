"""Where everything of an account goes under the output folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.editions.edition import Edition
from generator.history.folder import history_folder, path_of
from generator.locales.slug import slug
from generator.model.quarter import Quarter
from generator.pipeline.results import DocumentKind


@dataclass(frozen=True)
class Places:
    """The files of an account's period; a name can never leave the output folder."""

    output: Path
    account: str
    period: Quarter

    @property
    def folder(self) -> Path:
        """The folder of the account: ``<output>/<account>``."""
        return self.output / slug(self.account)

    @property
    def history(self) -> Path:
        """The folder of its snapshots."""
        return history_folder(self.output, self.account)

    @property
    def manifest(self) -> Path:
        """What the last build of the period wrote."""
        return self.history / f"{self.period}.build.json"

    def snapshot(self, edition: Edition) -> Path:
        """What an edition of the period knew."""
        return path_of(self.output, self.account, self.period, edition)

    def document(self, kind: DocumentKind, edition: Edition) -> Path:
        """A document: ``<account>/<period>/<edition>/copil_<account>_<period>.pptx``."""
        name, extension = kind.value
        account = slug(self.account)
        return self.folder / str(self.period) / edition.value / f"{name}_{account}_{self.period}.{extension}"
