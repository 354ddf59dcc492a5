"""What was drawn goes to the disk together with what the next build needs; what people edited is kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.locales import Locale
from generator.output.kept import kept_aside
from generator.output.manifest import read_manifest
from generator.output.together import alone_in, replace_all
from generator.pipeline.places import Places
from generator.pipeline.record import Record
from generator.pipeline.results import Built, Document, DocumentKind
from generator.pipeline.telling import Told


def put(
    built: Built, drawn: Mapping[Document, bytes], told: Told, record: Record, *, places: Places, locale: Locale
) -> Built:
    """Write the documents that a build kept, all or none, and return it with what was set aside."""
    documents = {document.path: drawn[document] for document in built.documents}
    snapshots = record.snapshots({edition: told[edition] for edition in told if edition not in built.refused}, places)
    written = documents | snapshots
    with alone_in(places.folder):
        known = read_manifest(places.manifest)
        kept = kept_aside(documents, known, places.folder, label=locale.say("history.edited"))
        replace_all(written | record.manifest(written, places) | kept, places.folder)
    return replace(built, kept=tuple(kept))


def outdated(built: Built, kinds: tuple[DocumentKind, ...], places: Places) -> Built:
    """Return a build with the documents of refused editions that stand there from another one."""
    paths = (places.document(kind, edition) for edition in built.refused for kind in kinds)
    return replace(built, outdated=tuple(path for path in paths if path.exists()))
