"""What only the internal plan holds: what no file handed to the client may say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import assert_never

from babel.dates import get_day_names, get_month_names

from generator.editions.cell_values import Value, cell_values
from generator.editions.filtering import all_rows, shared_rows
from generator.editions.internal_names import identities
from generator.editions.measured import measured_changes, measured_numbers
from generator.editions.needles import Needles, paths_in
from generator.editions.phrase_search import PhraseSearch
from generator.locales.catalogue import messages
from generator.locales.language import Language
from generator.measures.citation import cite
from generator.model.field_path import FieldPath
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.schema import table_of, tables
from generator.model.sections import TITLES

_PRINTED_DOMAINS = ("story", "locales")
# in any native chart's workbook, and the languages that Office marks texts with
OFFICES_OWN = frozenset({"Microsoft Excel", "Worksheets", "Sheet1", "General", "External", "false"}) | {
    language.manner.tag for language in Language
}
_KEY = re.compile(r"[a-z-]+/\S+")
_OFFICES_NAMES = "Calibri, Normal, Office"


@dataclass(frozen=True)
class Secrets:
    """What to search in a file, and where in the plan each needle comes from.

    ``needles`` are searched in what people read, ``keys`` in names, and the ``forbidden`` words in what people read,
    even where our own messages or a template say them. ``machine`` are the names of the user and of the machine.
    ``unsearched`` counts the values of the internal plan alone that are too short to be searched, and its dates: a day
    of one table is often by chance one of another. ``paths`` are places of a disk that the client may read, since the
    shared plan names them.
    """

    needles: Needles
    keys: Needles
    forbidden: PhraseSearch
    machine: Needles
    sources: Mapping[str, FieldPath]
    paths: frozenset[str]
    unsearched: int


def secrets_of(
    plan: AccountPlan,
    shared: SharedPlan,
    *,
    language: Language,
    printed: Iterable[str] = (),
    told: Iterable[str] = (),
    named: Iterable[str] = (),
    given: Iterable[SharedPlan] = (),
    machine: Iterable[str] = (),
) -> Secrets:
    """Return what a plan holds and what the client may read does not.

    The client may read the shared plan and its measures, the catalogues in ``language``, what ``printed`` says (the
    texts of the templates, our headers and footers), the plans it was ``given`` before, and what is ``told`` of all
    that: sentences of ours repeat an internal text by chance where all their words are ours or shared. A word that
    only an internal text holds, and the whole name of something internal, stay searched even there. ``named`` are the
    names of the templates (styles, fonts, layouts), which may be those of a third party. ``machine`` are names of the
    user and the machine.
    """
    allowed, said = (shared, *given), tuple(told)
    public = {value for one in allowed for _, value in cell_values(one)}
    own = sorted((pair for pair in cell_values(plan) if pair[1] not in public), key=lambda pair: _is_reference(pair[0]))
    texts = (*_said_anyway(language), *printed, *(value for value in public if isinstance(value, str)))
    held = [(path, _needles(value)) for path, value in own]
    measured = Needles.of((), measured_numbers(plan))
    every = Needles.union(*(found for _, found in held), measured).without(texts, _numbers(allowed))
    names = frozenset(identities(all_rows(plan), shared_rows(plan)))
    needles = every.less_composed(said, of=(*texts, *TITLES, *_keys_among(said)), but=names)
    return Secrets(
        needles=needles,
        keys=needles.not_named("\n".join((_OFFICES_NAMES, *named))),
        forbidden=PhraseSearch(_unsaid(plan, shared)),
        machine=Needles(words=Needles.of(machine).words).without(texts),
        sources=_sources(plan, held, frozenset(needles)),
        paths=frozenset(path for value in public if isinstance(value, str) for path in paths_in(value)),
        unsearched=len({value for (_, value), (_, found) in zip(own, held, strict=True) if not any(found)}),
    )


def _numbers(plans: Iterable[SharedPlan]) -> Iterator[Decimal]:
    """Yield what these plans hold, what their measures make of it, and how that moved."""
    for plan in plans:
        yield from (value for _, value in cell_values(plan) if isinstance(value, Decimal))
        yield from measured_numbers(plan)
        yield from measured_changes(plan)


def _sources(
    plan: AccountPlan, held: list[tuple[FieldPath, Needles]], searched: frozenset[str]
) -> dict[str, FieldPath]:
    """Return the first field that holds each needle."""
    words = {item.word: cite("forbidden_words", item, "word") for item in plan.forbidden_words}
    return words | {needle: path for path, found in reversed(held) for needle in found if needle in searched}


def _keys_among(texts: Iterable[str]) -> Iterator[str]:
    """Yield the names of sections and shapes, such as ``risks/grid``: words of ours that no catalogue has."""
    return (text for text in texts if _KEY.fullmatch(text))


def _unsaid(plan: AccountPlan, shared: SharedPlan) -> tuple[str, ...]:
    """Return the forbidden words, but those that shared texts hold: a person let them pass, or there is no document."""
    search = PhraseSearch(item.word for item in plan.forbidden_words)
    said = {word for _, value in cell_values(shared) if isinstance(value, str) for word in search.found_in(value)}
    return tuple(item.word for item in plan.forbidden_words if item.word not in said)


def _needles(value: Value) -> Needles:
    match value:
        case str():
            return Needles.of((value,))
        case Decimal():
            return Needles.of((), (value,))
        case date():
            return Needles()
        case _:
            assert_never(value)


def _is_reference(path: FieldPath) -> bool:
    """Tell whether a field names a row: the cell to show is where that row stands, not where it is spoken of."""
    return any(column.column.refs for column in table_of(path.table).columns if column.field == path.field)


@cache
def _said_anyway(language: Language) -> tuple[str, ...]:
    """The words of any document in a language: our messages, the labels of the model, the calendar, Office's own."""
    said = [*OFFICES_OWN]
    said += [form for domain in _PRINTED_DOMAINS for forms in messages(language, domain).values() for form in forms]
    for spec in tables():
        labels = [spec.table.title, spec.table.sheet.label, *(column.label for column in spec.columns)]
        labels += [choice.label for column in spec.columns for choice in column.choices]
        said += [spec.table.name, *(text for label in labels for text in label)]
    for names in (get_month_names, get_day_names):
        said += [name for width in ("wide", "abbreviated") for name in names(width, locale=language.value).values()]
    return tuple(said)
