"""What is said of a build to a program: ``docs/schemas/build.schema.json`` tells its form."""

from __future__ import annotations

from generator.answers.edition.withheld import as_records
from generator.answers.envelope import as_json as enveloped
from generator.locales.locale import Locale
from generator.pipeline import BuildOptions, Built


def as_json(built: Built, options: BuildOptions, locale: Locale) -> str:
    """Return all of a build as one document, ready to print."""
    redaction = built.checked.redaction
    return enveloped(
        "build",
        built.findings,
        locale,
        up_to_date=built.is_up_to_date,
        documents=[
            {"kind": document.kind.name.lower(), "edition": document.edition.value, "path": str(document.path)}
            for document in built.documents
        ],
        kept=[str(path) for path in built.kept],
        refused=[edition.value for edition in built.refused],
        outdated=[str(path) for path in built.outdated],
        since={edition.value: str(period) for edition, period in built.since.items()},
        left_out={edition.value: list(titles) for edition, titles in built.left_out.items()},
        cut={
            edition.value: [
                {"document": "deck" if cut.is_deck else "plan", "by": cut.by.value, "sections": list(cut.sections)}
                for cut in cuts
            ]
            for edition, cuts in built.cut.items()
        },
        foreign_texts={edition.value: number for edition, number in built.foreign_texts.items()},
        withheld=[] if redaction is None else as_records(redaction.withheld, locale),
        unsearched=built.unsearched,
        allowed=sorted({found.code for found in built.passed(options.allowed)}),
    )
