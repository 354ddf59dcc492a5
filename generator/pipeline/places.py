"""Where everything of an account goes under the output folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.editions.edition import Edition
from generator.history.folder import account_folder, base_path, history_folder, path_of
from generator.history.ownership import ownership_path
from generator.model.account_identity import AccountIdentity
from generator.model.quarter import Quarter
from generator.pipeline.results import DocumentKind


@dataclass(frozen=True)
class Places:
    """The files of an account's period; a name can never leave the output folder."""

    output: Path
    account: AccountIdentity
    period: Quarter

    @property
    def folder(self) -> Path:
        """The folder of the account: ``<output>/<account>``."""
        return account_folder(self.output, self.account)

    @property
    def history(self) -> Path:
        """The folder of its snapshots."""
        return history_folder(self.folder)

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
        return self.edition(edition) / f"{name}_{self.account.slug}_{self.period}.{extension}"

    def base(self, kind: DocumentKind, edition: Edition) -> Path:
        """What a document was drawn as: ``history/<period>.<edition>.deck.base``."""
        return base_path(self.history, self.period, edition, kind.name.lower())

    def edition(self, edition: Edition) -> Path:
        """The folder of an edition of the period."""
        return self.folder / str(self.period) / edition.value

    @property
    def all(self) -> tuple[Path, ...]:
        """Every file that a build of the period may write."""
        told = [(kind, edition) for kind in DocumentKind for edition in Edition]
        bases, documents = (self.base(*one) for one in told), (self.document(*one) for one in told)
        return (ownership_path(self.folder), self.manifest, *map(self.snapshot, Edition), *bases, *documents)
