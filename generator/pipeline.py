"""The stages in order: the table of contents of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from generator.brand import load
from generator.checks import check_coherence, to_findings
from generator.deck import write_deck
from generator.diagnostics import Findings
from generator.editions.edition import Edition
from generator.locales import Language, Locale
from generator.locales.slug import slug
from generator.model.choices import DocumentLanguage
from generator.model.plan import AccountPlan
from generator.output.together import write_together
from generator.plan import write_plan
from generator.story import Story, tell_internal
from generator.workbook.bind import bind
from generator.workbook.origins import Origins
from generator.workbook.read import read


class Step(Enum):
    """What is being done, for whoever shows progress."""

    READ = "read"
    TELL = "tell"
    DECK = "deck"
    PLAN = "plan"
    WRITE = "write"


class DocumentKind(Enum):
    """The two documents: the value starts the file's name, the extension ends it."""

    DECK = "copil", "pptx"
    PLAN = "plan", "docx"


@dataclass(frozen=True)
class Checked:
    """What a workbook says: its plan (None when it cannot be told), the way back to its cells, all that was found."""

    plan: AccountPlan | None
    origins: Origins
    findings: Findings


@dataclass(frozen=True)
class Document:
    """A document that was written."""

    kind: DocumentKind
    edition: Edition
    path: Path


@dataclass(frozen=True)
class Built:
    """What a build wrote (nothing when findings block it), what it found, and the sections that had nothing to tell."""

    checked: Checked
    documents: tuple[Document, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BuildOptions:
    """``language`` None follows the workbook; ``brand`` None is the default one; ``strict`` lets warnings block."""

    output: Path
    kinds: tuple[DocumentKind, ...] = tuple(DocumentKind)
    language: Language | None = None
    brand: Path | None = None
    strict: bool = False
    on_step: Callable[[Step], None] = field(default=lambda _: None)


def check(workbook: Path, *, language: Language = Language.FR) -> Checked:
    """Read a workbook and return its plan and every finding; ``language`` words the values that findings cite."""
    bound = bind(read(workbook))
    if bound.plan is None:
        return Checked(None, bound.origins, bound.findings)
    locale = Locale(language, bound.plan.account.currency)
    coherence = to_findings(check_coherence(bound.plan), bound.origins.place, locale)
    return Checked(bound.plan, bound.origins, bound.findings + coherence)


def build(workbook: Path, options: BuildOptions) -> Built:
    """Check a workbook, then write its documents, all or none.

    OSError and BrandError come from the machine or the brand.
    """
    options.on_step(Step.READ)
    checked = check(workbook, language=options.language or Language.FR)
    if checked.plan is None or checked.findings.blocking(strict=options.strict):
        return Built(checked)
    options.on_step(Step.TELL)
    brand = load(options.brand)
    story = tell_internal(checked.plan, document_locale(checked.plan, options.language), checked.findings)
    files = {}
    for kind, step, write in ((DocumentKind.DECK, Step.DECK, write_deck), (DocumentKind.PLAN, Step.PLAN, write_plan)):
        if kind in options.kinds:
            options.on_step(step)
            files[kind] = write(story, brand)
    options.on_step(Step.WRITE)
    documents = tuple(Document(kind, story.edition, document_path(options.output, story, kind)) for kind in files)
    folder = options.output / slug(story.account)
    write_together({document.path: files[document.kind] for document in documents}, folder)
    return Built(checked, documents, story.left_out)


def document_locale(plan: AccountPlan, language: Language | None) -> Locale:
    """Return the locale of the documents: the language asked for, else the workbook's."""
    own = Language.EN if plan.account.language is DocumentLanguage.EN else Language.FR
    return Locale(language or own, plan.account.currency)


def document_path(output: Path, story: Story, kind: DocumentKind) -> Path:
    """Return where a document goes: ``<output>/<account>/<period>/<edition>/copil_<account>_<period>.pptx``."""
    name, extension = kind.value
    account, period = slug(story.account), str(story.period)
    return output / account / period / story.edition.value / f"{name}_{account}_{period}.{extension}"
