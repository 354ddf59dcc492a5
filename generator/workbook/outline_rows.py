"""The rows of the outline: what each names, what is there twice, and what asks for something that does not change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.diagnostics import Finding, finding
from generator.locales import phrase
from generator.model.choices import Inclusion, Share
from generator.model.outline import DIVIDER, named
from generator.model.schema import table_of
from generator.model.sections import BY_KEY, SECTIONS, SectionEntry
from generator.workbook.conversions import shown
from generator.workbook.drafts import Draft
from generator.workbook.matching import folded, nearest
from generator.workbook.section_keys import key_of, unknown

ITEMS: Mapping[str, str] = {"kpis": "kpis", "contracts": "contracts", "decisions-next": "decisions"}
"""The tables that hold the items of sections which can stand on slides of their own."""

_DIVIDERS = frozenset({folded(DIVIDER), "divider"})


def outline_read(rows: Mapping[str, list[Draft]]) -> list[Finding]:
    """Bring the sections of the outline to their keys, in place; return what is to be said of its rows."""
    made = rows.get("outline", [])
    told = [said for one in made for said in _named(one, rows)]
    told += _twice(made)
    told += [said for one in made for said in _idle(one)]
    told += _tied(made)
    told += _unnamed(made)
    return told


def _named(made: Draft, rows: Mapping[str, list[Draft]]) -> Iterator[Finding]:
    """Read what a row is about."""
    typed = made.values.get("section")
    if not isinstance(typed, str):
        return
    head, colon, ref = (part.strip() for part in typed.partition(":"))
    if folded(head) in _DIVIDERS and not ref:
        made.values["section"] = DIVIDER
        if not made.values.get("title") and "title" not in made.lost:
            yield finding("L312", made.place("title"))
        return
    key = key_of(head)
    if key is None:
        yield unknown("L308", made, head)
    elif not colon:
        made.values["section"] = key
    else:
        yield from _item(made, key, ref, rows)


def _item(made: Draft, key: str, ref: str, rows: Mapping[str, list[Draft]]) -> Iterator[Finding]:
    """Read a row about one item of a section."""
    table = ITEMS.get(key)
    if table is None:
        yield finding("L309", made.place("section"), value=f"{key}:{shown(ref)}", allowed=tuple(ITEMS))
        return
    keys = [one.key[0] for one in rows.get(table, ())]
    known = {folded(name): name for name in keys}
    if folded(ref) in known:
        made.values["section"] = f"{key}:{known[folded(ref)]}"
        return
    target, near = table_of(table).table.title, nearest(folded(ref), known)
    yield finding("L301", made.place("section"), value=shown(ref), suggestion=near and known[near], target=target)


def _twice(rows: list[Draft]) -> Iterator[Finding]:
    """Tell the rows about what a row above is about already, and keep them out of the model."""
    first: dict[str, Draft] = {}
    for made in rows:
        about = made.values.get("section")
        if not isinstance(about, str) or about == DIVIDER:
            continue
        known = first.setdefault(about, made)
        if known is not made and known.key != made.key:  # the same key is told of any table
            place = made.place("section")
            yield finding("L302", place, value=about, first=known.place("section").cell or "")
            made.is_doubled = True


def _idle(made: Draft) -> Iterator[Finding]:
    """Tell what a row asks for that changes nothing, and why."""
    name = named(str(made.values.get("section") or ""))
    entry = BY_KEY.get(name.section) if name else None
    if entry is None or made.is_doubled:
        return
    for field, value, reason in _asked_in_vain(made.values, entry):
        why = phrase(f"workbook.outline.{reason}")
        yield finding("L310", made.place(field), value=_word(made, field, value), reason=why)


def _word(made: Draft, field: str, value: object) -> str:
    """Return what a cell holds as it stands there."""
    header = made.ground.headers.get(field)
    cell = made.row.cells.get(header.column) if header else None
    return shown(value if cell is None else cell.value)


def _asked_in_vain(values: Mapping[str, object], entry: SectionEntry) -> Iterator[tuple[str, object, str]]:
    deck, plan, there = values.get("deck"), values.get("plan"), (Inclusion.YES, Inclusion.ANNEX)
    if values.get("client") is True and entry.only is Share.INTERNAL:
        yield "client", True, "internal"
    if isinstance(deck, Inclusion) and deck in there and entry.slide is None:
        yield "deck", deck, "no_slide"
    if isinstance(plan, Inclusion) and plan in there and entry.chapter is None:
        yield "plan", plan, "no_chapter"
    has_slide = entry.slide is not None and deck is not Inclusion.NO
    has_chapter = entry.chapter is not None and plan is not Inclusion.NO
    if (title := values.get("title")) and not (has_slide or has_chapter):
        yield "title", title, "untold"
    if values.get("lines") and not has_slide:
        yield "lines", values["lines"], "no_rows"


def _tied(rows: list[Draft]) -> Iterator[Finding]:
    """Tell the rows whose order a row above has: they stand as they do on the sheet."""
    first: dict[Decimal, Draft] = {}
    for made in rows:
        order = made.values.get("order")
        is_told = {made.values.get("deck"), made.values.get("plan")} != {Inclusion.NO}
        if isinstance(order, Decimal) and is_told and not made.is_doubled:
            known = first.setdefault(order, made)
            if known is not made:
                yield finding("L311", made.place("order"), value=shown(order), first=known.place("order").cell or "")


def _unnamed(rows: list[Draft]) -> Iterator[Finding]:
    """Tell the sections that no row is about: they are told where they always are."""
    if not rows or any("section" in made.lost for made in rows):
        return
    about = {made.values.get("section") for made in rows}
    left = tuple(entry.key for entry in SECTIONS if entry.key not in about)
    if left:
        yield finding("L313", rows[0].ground.place(None, "section"), n=len(left), names=left)
