"""`python -m tools.labels_catalogue LANGUAGE`: writes the `labels.po` of a language, its words kept."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from generator.locales.catalogue import labels
from generator.locales.language import Label
from generator.measures.rag import Rag
from generator.model.kpi_filter import FilterKey
from generator.model.schema import tables


def declared() -> list[Label]:
    """Every label that the model declares in French and English, in the order of the workbook."""
    return list(dict.fromkeys(label for label in _labels() if type(label) is Label and label.fr))


def labels_catalogue(language: str, words: Mapping[tuple[str, str], str]) -> str:
    """The catalogue of a language with these words for what the model declares, those that are missing left empty."""
    catalogue = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for label in declared():
        catalogue.add(label.en, words.get((label.fr, label.en), ""), context=label.fr)
    written = BytesIO()
    write_po(written, catalogue, width=0, omit_header=True)
    return written.getvalue().decode("utf-8")


def _labels() -> Iterator[Label]:
    for spec in tables():
        yield from (spec.table.sheet.label, spec.table.title, spec.table.help)
        for column in spec.columns:
            yield from (column.label, column.column.help, *(choice.label for choice in column.choices))
            if column.column.unit:
                yield column.column.unit
    yield from (key.value for key in FilterKey)
    yield from (colour.letter for colour in Rag)


def _known(language: str) -> Mapping[tuple[str, str], str]:
    try:
        return labels(language)
    except KeyError:
        return {}


if __name__ == "__main__":
    spoken = sys.argv[1]
    file = Path("generator/locales") / spoken / "labels.po"
    file.write_text(labels_catalogue(spoken, _known(spoken)), encoding="utf-8")
