"""The stages of a build in order: the table of contents of the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from generator.brand import Brand, load
from generator.checks import to_findings
from generator.diagnostics import Findings
from generator.editions.edition import Edition
from generator.history.admission import Admitted
from generator.locales import Locale
from generator.model.account_identity import identity_of
from generator.model.sections import TITLES
from generator.output.bounded_json import bounded
from generator.pipeline.admission import admission
from generator.pipeline.check import check, document_locale
from generator.pipeline.drawing import Drawn, draw
from generator.pipeline.former import Current, former_of
from generator.pipeline.options import BuildOptions
from generator.pipeline.places import Places
from generator.pipeline.proof import Proof, prove
from generator.pipeline.record import record_of
from generator.pipeline.results import Built, Checked, Document, Step
from generator.pipeline.telling import Teller, Telling, Told
from generator.pipeline.writing import outdated, put


def build(workbook: Path, options: BuildOptions, *, on_step: Callable[[Step], None] = lambda _: None) -> Built:
    """Check a workbook, then write its documents, all or none; what blocks the client's edition blocks no other.

    ``on_step`` is told what is being done. OSError, FileLocked and FolderBusy come from the machine, BrandError
    from the brand, LayoutError from counting.
    """
    on_step(Step.READ)
    content = _content(workbook)
    checked = check(workbook, language=options.language)
    editions = _open_editions(checked, options)
    if checked.plan is None or checked.redaction is None or not editions:
        return Built(checked, checked.findings, refused=options.editions)
    plan = checked.plan

    on_step(Step.TELL)
    places = Places(options.output, identity_of(plan.account), plan.period)
    admitted = admission(places, options.renamed_from)
    if not isinstance(admitted, Admitted):
        return Built(checked, checked.findings + Findings.of(admitted), refused=options.editions)
    teller = Teller(
        plan,
        checked.redaction,
        checked.findings,
        document_locale(plan, options.language),
        deck=options.deck or plan.settings.deck,
        preset=options.plan or plan.settings.plan,
    )
    current = Current(plan, checked.redaction.plan, admitted.owned)
    formers = {edition: former_of(edition, current, options.since, places) for edition in editions}
    met = Findings.of(finding for former in formers.values() for finding in former.findings)
    if met.errors:
        return Built(checked, checked.findings + met, refused=options.editions)
    told = {edition: teller.tell(edition, formers[edition]) for edition in editions}
    built = _promised(checked, told, met=met, options=options, places=places, locale=teller.locale)
    built = outdated(built, options, places)
    record = record_of(workbook.name, content, told, options=options, places=places)
    if record.is_standing(places):
        return replace(built, is_up_to_date=True)

    brand = load(options.brand)
    drawn: dict[Document, Drawn] = {}
    for document in built.documents:
        on_step(Step[document.kind.name])
        telling = told[document.edition]
        drawn[document] = draw(document.kind, document.edition, telling, brand=brand, options=options)
    on_step(Step.PROVE)
    proof = _proof(drawn, told, checked, brand, options)
    built = outdated(_proven(built, proof, teller.locale), options, places)

    on_step(Step.WRITE)
    return put(built, drawn, told, record, places=places, locale=teller.locale)


def _content(workbook: Path) -> bytes:
    """The workbook's bytes, taken before it is read: were it saved in between, the next build would see it."""
    try:
        return bounded(workbook)
    except (OSError, ValueError):  # the reader says it as a finding
        return b""


def _open_editions(checked: Checked, options: BuildOptions) -> tuple[Edition, ...]:
    """Return the editions asked for that no finding blocks."""
    return tuple(
        edition
        for edition in options.editions
        if not checked.blocks(edition, strict=options.strict, allowed=options.allowed)
    )


def _promised(
    checked: Checked, told: Told, *, met: Findings, options: BuildOptions, places: Places, locale: Locale
) -> Built:
    """Return what a build gives back if all goes well."""
    formers = {edition: telling.former.plan for edition, telling in told.items()}
    return Built(
        checked,
        findings=checked.findings + met,
        documents=tuple(
            Document(kind, edition, places.document(kind, edition))
            for edition, telling in told.items()
            for kind in telling.kinds(options.kinds)
        ),
        refused=tuple(edition for edition in options.editions if edition not in told),
        left_out={edition: _left_out(telling, locale) for edition, telling in told.items()},
        cut={edition: telling.story.cut for edition, telling in told.items()},
        foreign_texts={edition: told[edition].story.foreign_texts for edition in told},
        since={edition: plan.period for edition, plan in formers.items() if plan is not None},
    )


def _left_out(telling: Telling, locale: Locale) -> tuple[str, ...]:
    """Return the titles of the sections without matter; with nothing to compare, that of changes is not expected."""
    unexpected = {locale.say(TITLES["since"])} if telling.former.plan is None else set()
    return tuple(title for title in telling.story.left_out if title not in unexpected)


def _proof(drawn: Mapping[Document, Drawn], told: Told, checked: Checked, brand: Brand, options: BuildOptions) -> Proof:
    if checked.plan is None or Edition.CLIENT not in told:
        return Proof()
    shared = {document.path: one.content for document, one in drawn.items() if document.edition is Edition.CLIENT}
    return prove(shared, checked.plan, told[Edition.CLIENT], brand=brand, machine=options.machine)


def _proven(built: Built, proof: Proof, locale: Locale) -> Built:
    """Return the build as the proof leaves it: a leak takes the client's documents out."""
    built = replace(built, unsearched=proof.unsearched)
    if not proof.breaches:
        return built
    found = to_findings(proof.breaches, built.checked.origins.place, locale)
    return replace(
        built,
        findings=built.findings + found,
        documents=tuple(document for document in built.documents if document.edition is not Edition.CLIENT),
        refused=(*built.refused, Edition.CLIENT),
        left_out={edition: titles for edition, titles in built.left_out.items() if edition is not Edition.CLIENT},
    )
