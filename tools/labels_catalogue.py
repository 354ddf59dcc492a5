"""`python -m tools.labels_catalogue LANGUAGE`: writes the `labels.po` of a language, its words kept."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

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


def write(language: str, locales: Path) -> None:
    """Write the catalogue into the folder of the language, which the program need not speak yet."""
    file = locales / language / "labels.po"
    file.parent.mkdir(exist_ok=True)
    file.write_text(labels_catalogue(language, _written(file)), encoding="utf-8")


def _written(file: Path) -> Mapping[tuple[str, str], str]:
    catalogue = read_po(BytesIO(file.read_bytes()) if file.exists() else BytesIO())
    return {(str(one.context), str(one.id)): str(one.string) for one in catalogue if one.id}


if __name__ == "__main__":
    write(sys.argv[1], Path("generator/locales"))
