"""What was drawn goes to the disk together with what the next build needs; what people edited is kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Finding, Findings, Place, finding
from generator.history.admission import Admitted, admit
from generator.history.folder import bases_gone_by
from generator.locales import Locale
from generator.output.kept import kept_aside
from generator.output.manifest import Manifest, read_manifest
from generator.output.together import alone_in, replace_all
from generator.pipeline.admission import claim
from generator.pipeline.drawing import Drawn
from generator.pipeline.options import BuildOptions
from generator.pipeline.places import Places
from generator.pipeline.record import Record
from generator.pipeline.results import Built, Document, DocumentKind
from generator.pipeline.telling import Told


def put(
    built: Built, drawn: Mapping[Document, Drawn], told: Told, record: Record, *, places: Places, locale: Locale
) -> Built:
    """Write the documents that a build kept, all or none, and return it with what was set aside.

    Their bases are written with them; those that no later build can need go.
    """
    documents = {document.path: drawn[document].content for document in built.documents}
    bases = {places.base(one.kind, one.edition): drawn[one].base for one in built.documents}
    snapshots = record.snapshots({edition: told[edition] for edition in told if edition not in built.refused}, places)
    written = {**documents, **snapshots, **bases}
    ids = {one.path: drawn[one].build_id for one in built.documents if drawn[one].base is not None}
    with alone_in(places.folder):
        admitted = admit(places.folder, places.account)
        if not isinstance(admitted, Admitted):  # another account came first
            return _refused(built, admitted)
        claim(admitted, places)
        known = read_manifest(places.manifest)
        kept = kept_aside(documents, known, places.folder, label=locale.say("history.edited"))
        gone = dict.fromkeys(bases_gone_by(places.history, places.period))
        replace_all({**written, **record.manifest(known, written, ids, places), **kept, **gone}, places.folder)
    return replace(built, kept=tuple(kept), findings=built.findings + _replaced(known, record, documents))


def _refused(built: Built, met: Finding) -> Built:
    editions = tuple(dict.fromkeys((*built.refused, *(document.edition for document in built.documents))))
    return replace(built, documents=(), refused=editions, findings=built.findings + Findings.of([met]))


def _replaced(known: Manifest, record: Record, documents: Mapping[Path, bytes]) -> Findings:
    """W136: name the other workbook whose documents were written over, once: from now on they are this one's."""
    former = known.workbook
    if former is None or not documents or not record.workbook.is_another(former):
        return Findings()
    return Findings.of([finding("W136", Place(file=record.workbook.name), value=former.name)])


def outdated(built: Built, options: BuildOptions, places: Places) -> Built:
    """Return a build with the documents asked for that stand there from another one: it does not write them.

    Those of refused editions, and the annexes of a plan that has them inside.
    """
    kinds = dict.fromkeys((*options.kinds, *((DocumentKind.ANNEXES,) if DocumentKind.PLAN in options.kinds else ())))
    written = {document.path for document in built.documents}
    paths = (places.document(kind, edition) for edition in options.editions for kind in kinds)
    return replace(built, outdated=tuple(path for path in paths if path not in written and path.exists()))
