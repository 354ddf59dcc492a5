"""Other people's words for our tables and columns, kept as data: they name what is not read, and propose."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from generator.model.schema import ColumnSpec, TableSpec
from generator.workbook.matching import folded, folded_header

_NUMBERED = re.compile(r"^\s*\d+\s*[\-–.)]?\s*(?=\S)")
_COPIED = re.compile(
    r"[\s\-–_]*[(\[]?\s*(?:copie|copy|bis|ancien(?:ne)?|old|v?\d{1,3})(?:\s*(?:de|of)?\s*\d+)?\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_COPY_OF = re.compile(r"^\s*(?:copie|copy)\s+(?:de|of)\s+", re.IGNORECASE)


def own_titles(spec: TableSpec) -> frozenset[str]:
    """Return the name and the titles of a table as the model has them, folded."""
    return frozenset({folded(spec.table.name), *(folded(title) for title in spec.table.title)})


def all_titles(spec: TableSpec) -> frozenset[str]:
    """Return the titles of a table and the words that other people entitle it with, folded."""
    return own_titles(spec) | titles(spec.field)


@cache
def titles(field: str) -> frozenset[str]:
    """Return the words that other people entitle a table with, folded."""
    return frozenset(folded(word) for word in _data().get("titles", {}).get(field, ()))


@cache
def words(field: str, column: str) -> frozenset[str]:
    """Return the words that other people head a column with, folded."""
    return frozenset(folded_header(word) for word in _resolved(_data()["columns"].get(field, {}).get(column, ())))


def bare(sheet: str) -> str:
    """Return the name of a sheet folded, without the number before it and the mark of a copy."""
    plain = _NUMBERED.sub("", _COPY_OF.sub("", sheet))
    return folded(_COPIED.sub("", plain)) or folded(sheet)


def proposed(spec: TableSpec, header: str) -> ColumnSpec | None:
    """Return the column that a header of somebody else's could stand for."""
    word = folded_header(header)
    named = [column for column in spec.columns if word in {folded_header(label) for label in column.label}]
    likely = [column for column in spec.columns if word in words(spec.field, column.field)]
    return next(iter((*named, *likely)), None)


def _resolved(listed: list[str] | tuple[()]) -> Iterator[str]:
    for word in listed:
        yield from _data()["concepts"][word[1:]] if word.startswith("@") else (word,)


@cache
def _data() -> Mapping[str, Mapping[str, dict[str, list[str]]]]:
    source = files(__package__).joinpath("synonyms.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
