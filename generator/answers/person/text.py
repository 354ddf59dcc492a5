"""What is held about a person, for a terminal: by table with cells, then each snapshot, then what was not searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.answers.paths import shown
from generator.answers.person.holdings import Cell, Holdings
from generator.answers.worded import cell, column_name, key_of, shortened, worded
from generator.history.mentions import Mention, MentionKind
from generator.locales.characters import HYPHEN
from generator.locales.locale import Locale
from generator.model.schema import table_of

_LONGEST = 160


def as_text(held: Holdings, locale: Locale, *, erased: bool = False) -> str:
    """Return all that is held, ready to print; ``erased`` tells that the history was asked to be cleaned."""
    lines = [*_person(held, locale, erased=erased), *_workbook(held, locale)]
    lines += [*_history(held, locale), *_bases(held, locale)]
    lines += [*(_erasure(held, locale) if erased else ()), *_unsearched(held, locale)]
    return "\n".join(lines).replace(HYPHEN, "-")


def _person(held: Holdings, locale: Locale, *, erased: bool) -> Iterator[str]:
    person = held.person
    yield " · ".join((*person.names, *person.refs))
    if held.is_empty:
        yield locale.say("people.nothing_left" if erased else "people.nothing", file=held.file.name)
    if held.suggestion:
        yield locale.say("people.suggestion", name=held.suggestion)
    if person.others:
        yield locale.say("people.others", names=", ".join(person.others))


def _workbook(held: Holdings, locale: Locale) -> Iterator[str]:
    if not held.cells:
        return
    yield ""
    yield locale.say("people.file", n=len(held.cells), file=held.file.name)
    for table, cells in groupby(held.cells, key=lambda found: found.mention and found.mention.path.table):
        yield f"  {locale.label(table_of(table).table.title) if table else locale.say('people.elsewhere')}"
        yield from (f"    {cell(found.place)}  {_cell(found, locale)}" for found in cells)


def _history(held: Holdings, locale: Locale) -> Iterator[str]:
    for path, found in held.snapshots.items():
        if not found:
            continue
        yield ""
        yield locale.say("people.file", n=len(found), file=path.name)
        for table, mentions in groupby(found, key=lambda mention: mention.path.table):
            yield f"  {locale.label(table_of(table).table.title)}"
            yield from (f"    {_mention(mention, locale)}" for mention in mentions)


def _bases(held: Holdings, locale: Locale) -> Iterator[str]:
    if held.bases:
        yield ""
        yield locale.say("people.bases", n=len(held.bases))
        yield from (f"  {path}" for path in held.bases)


def _cell(found: Cell, locale: Locale) -> str:
    if found.mention is not None:
        return _mention(found.mention, locale)
    text = shortened(str(found.value), _LONGEST)
    return _marked(locale.say("people.comment", text=text) if found.is_comment else text, found.kind, locale)


def _mention(mention: Mention, locale: Locale) -> str:
    spec = table_of(mention.path.table)
    column = spec.column(mention.path.field)
    label = column_name(spec, mention.path.field, locale)
    if mention.kind is not MentionKind.OWN and spec.table.key:
        label = f"{key_of(spec, mention.row, locale)} · {label}"
    value = worded(mention.value, column, mention.row, locale)
    return _marked(locale.say("people.mention", label=label, value=value), mention.kind, locale)


def _marked(text: str, kind: MentionKind, locale: Locale) -> str:
    return f"{text} {locale.say('people.possible')}" if kind is MentionKind.POSSIBLE else text


def _erasure(held: Holdings, locale: Locale) -> Iterator[str]:
    yield ""
    yield locale.say("people.erased", n=len(held.erased)) if held.erased else locale.say("people.erased_none")
    yield from (f"  {path}" for path in held.erased)
    if held.deleted:
        yield locale.say("people.deleted", n=len(held.deleted))
        yield from (f"  {path}" for path in held.deleted)
    if any(held.snapshots.values()):
        yield locale.say("people.left")
    if held.cells:
        yield locale.say("people.workbook_kept", file=shown(held.file))


def _unsearched(held: Holdings, locale: Locale) -> Iterator[str]:
    groups: tuple[tuple[str, Iterable[object]], ...] = (
        ("people.unreadable", held.unreadable),
        ("people.documents", held.documents),
    )
    for key, paths in groups:
        listed = [f"  {path}" for path in paths]
        yield from ("", locale.say(key), *listed) if listed else ()
    yield from ("", locale.say("people.not_searched"))
