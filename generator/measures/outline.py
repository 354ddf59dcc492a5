"""The outline of an edition: the rows of the workbook over the declared order, what the client may see, the presets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from hashlib import sha256

from generator.model.account import OutlineRow
from generator.model.choices import DeckPreset, Inclusion, PlanPreset, Share
from generator.model.outline import DIVIDER, Cut, CutBy, Named, Opening, Outline, Standing, named
from generator.model.sections import ANNEXES, BY_KEY, CHAPTERS, DECK_PRESETS, SECTIONS, SectionEntry

_FIRST = Decimal("-Infinity")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A section, an item of one, or what opens a part, with the row that speaks of it if there is one."""

    name: Named
    row: OutlineRow | None = None

    @property
    def section(self) -> SectionEntry | None:
        return BY_KEY.get(self.name.section)

    @property
    def title(self) -> str:
        return (self.row.title or "") if self.row else ""


def outline_of(
    rows: Sequence[OutlineRow],
    share: Share,
    *,
    deck: DeckPreset = DeckPreset.FULL,
    plan: PlanPreset = PlanPreset.CURRENT,
) -> Outline:
    """Return what an edition tells; without rows all there is, in the declared order.

    A row takes away from the client what it may see, and gives it nothing: what an edition tells is declared.
    """
    entries = [one for one in _entries(rows) if _is_seen(one, share)]
    asked = _deck(entries, share)
    shown = _narrowed(asked, deck)
    wished = _chapters(entries)
    chapters = _preset(wished, plan)
    return Outline(
        slides=shown,
        chapters=chapters,
        openings=_chapter_openings(entries, chapters),
        titles={one.name.section: one.title for one in entries if one.section and not one.name.ref and one.title},
        lines={
            one.name.section: one.row.lines
            for one in entries
            if one.section and not one.name.ref and one.row and one.row.lines
        },
        deck_preset=deck,
        plan_preset=plan,
        cut=tuple(_cut(share, asked, shown, wished, chapters)),
        is_usual=[one.name for one in entries] == [Named(entry.key) for entry in SECTIONS if entry.is_told(share)],
    )


def pressed(outline: Outline, pressing: Collection[str]) -> tuple[Standing, ...]:
    """Return the places of the deck where some sections press: these stand where they are declared to then.

    An order that a person chose is kept.
    """
    places = list(outline.slides)
    for place in outline.slides if outline.is_usual else ():
        before = BY_KEY[place.section].pressing_before
        if place.section in pressing and before in {one.section for one in places}:
            places.remove(place)
            places.insert(next(rank for rank, one in enumerate(places) if one.section == before), place)
    return tuple(places)


def in_order(rows: Iterable[OutlineRow]) -> list[OutlineRow]:
    """Return rows by their order, a blank one after the row above it; those of one order as they stand."""
    ranked, last = [], _FIRST
    for row in rows:
        last = last if row.order is None else row.order
        ranked.append((last, row))
    return [row for _, row in sorted(ranked, key=lambda one: one[0])]


def _entries(rows: Sequence[OutlineRow]) -> list[_Entry]:
    """The rows in order, and each section without one after the section that is declared before it."""
    found = [_Entry(name, row) for row in in_order(rows) if (name := named(row.section)) is not None]
    whole = [one.name.section for one in found if not one.name.ref]
    at = 0
    for entry in SECTIONS:
        if entry.key in whole:
            at = 1 + next(rank for rank, one in enumerate(found) if one.name == Named(entry.key))
        else:
            found.insert(at, _Entry(Named(entry.key)))
            at += 1
    return found


def is_for_client(row: OutlineRow) -> bool:
    """Tell whether a row is about something that the client is told: by declaration first, then as the row says.

    What opens a part is ours until a person gives it out.
    """
    name = named(row.section)
    if name is None or (row.deck is Inclusion.NO and row.plan is Inclusion.NO):
        return False
    if name.is_divider:
        return bool(row.client)
    return BY_KEY[name.section].is_told(Share.CLIENT) and row.client is not False


def _is_seen(entry: _Entry, share: Share) -> bool:
    """Whether an edition may tell it."""
    if share is Share.CLIENT and entry.row is not None:
        return is_for_client(entry.row)
    return entry.section is None or entry.section.is_told(share)


def _deck(entries: Iterable[_Entry], share: Share) -> tuple[Standing, ...]:
    """The places of the deck, each with what opens its part: the last name given before it on its side."""
    waiting: dict[bool, str] = {}
    found: list[Standing] = []
    openings = _Openings()
    for entry in entries:
        is_annex = _side(entry, share)
        if is_annex is None:
            continue
        if entry.section is None:
            waiting[is_annex] = entry.title
        else:
            opening = openings.of(waiting.pop(is_annex, ""))
            found.append(Standing(entry.name.section, entry.name.ref, entry.title, is_annex, opening))
    return tuple(sorted(found, key=lambda one: one.is_annex))


def _side(entry: _Entry, share: Share) -> bool | None:
    """Whether its slide stands behind those of the committee; None without a slide."""
    asked = entry.row.deck if entry.row else None
    if entry.section is None:
        is_there, usual = bool(entry.title), False
    else:
        is_there, usual = entry.section.has_slide(share), entry.section.is_annex
    if not is_there or asked is Inclusion.NO:
        return None
    return usual if asked is None else asked is Inclusion.ANNEX


def _narrowed(places: tuple[Standing, ...], preset: DeckPreset) -> tuple[Standing, ...]:
    """What a preset leaves; the shortest deck has neither parts nor items on slides of their own."""
    kept = DECK_PRESETS[preset]
    if kept is None:
        return places
    if preset is DeckPreset.FLASH:
        return tuple(replace(one, opening=None) for one in places if one.section in kept and not one.ref)
    return tuple(one for one in places if not one.is_annex and (one.section in kept or BY_KEY[one.section].is_annex))


def _chapters(entries: Sequence[_Entry]) -> Mapping[str, tuple[str, ...]]:
    """The sections of each chapter in order; one declared ahead of another stands before it."""
    told: dict[str, list[str]] = {chapter.key: [] for chapter in CHAPTERS}
    for entry in entries:
        chapter = _chapter(entry)
        if entry.section is None or chapter is None:
            continue
        placed = told[chapter]
        at = placed.index(entry.section.ahead_of) if entry.section.ahead_of in placed else len(placed)
        placed.insert(at, entry.section.key)
    return {chapter: tuple(found) for chapter, found in told.items() if found}


def _preset(chapters: Mapping[str, tuple[str, ...]], preset: PlanPreset) -> Mapping[str, tuple[str, ...]]:
    """What a preset leaves of the annexes."""
    told = {chapter: tuple(key for key in keys if BY_KEY[key].is_in(preset)) for chapter, keys in chapters.items()}
    return {chapter: keys for chapter, keys in told.items() if keys}


def _chapter(entry: _Entry) -> str | None:
    """The chapter that an entry is told in; None where the plan does not."""
    asked = entry.row.plan if entry.row else None
    if entry.section is None or entry.name.ref or entry.section.chapter is None or asked is Inclusion.NO:
        return None
    return ANNEXES if asked is Inclusion.ANNEX else entry.section.chapter


def _chapter_openings(entries: Sequence[_Entry], chapters: Mapping[str, tuple[str, ...]]) -> Mapping[str, Opening]:
    """What stands before the chapter of the section that follows it."""
    found: dict[str, Opening] = {}
    openings = _Openings()
    waiting = ""
    for entry in entries:
        if entry.section is None:
            waiting = entry.title if entry.row and entry.row.plan in (None, Inclusion.YES) else waiting
        elif waiting and (chapter := _chapter(entry)) is not None:
            if chapter in chapters and chapter not in found and (opening := openings.of(waiting)):
                found[chapter] = opening
            waiting = ""
    return found


@dataclass(frozen=True, slots=True)
class _Openings:
    """The names of parts as they go by in a document; those that read the same are told apart by their turn."""

    known: dict[str, int] = field(default_factory=dict)

    def of(self, title: str) -> Opening | None:
        """Return what a name opens a part with; None without one."""
        if not title:
            return None
        digest = sha256(title.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        turn = self.known[digest] = self.known.get(digest, 0) + 1
        return Opening(f"{DIVIDER}/{digest}" + (f"-{turn}" if turn > 1 else ""), title)


def _cut(
    share: Share,
    asked: Sequence[Standing],
    shown: Sequence[Standing],
    wished: Mapping[str, tuple[str, ...]],
    chapters: Mapping[str, tuple[str, ...]],
) -> Iterator[Cut]:
    """What each document would tell by declaration, and does not."""
    in_deck = {one.section for one in asked}
    in_plan = {section for told in wished.values() for section in told}
    left_in_plan = {section for told in chapters.values() for section in told}
    usual = [entry for entry in SECTIONS if entry.is_told(share)]
    left = (
        (CutBy.OUTLINE, True, (one.key for one in usual if one.has_slide(share) and one.key not in in_deck)),
        (CutBy.DECK_PRESET, True, dict.fromkeys(one.section for one in asked if one.section not in _names(shown))),
        (CutBy.OUTLINE, False, (one.key for one in usual if one.chapter and one.key not in in_plan)),
        (CutBy.PLAN_PRESET, False, (one.key for one in SECTIONS if one.key in in_plan - left_in_plan)),
    )
    for by, is_deck, keys in left:
        if sections := tuple(keys):
            yield Cut(by, is_deck, sections)


def _names(places: Iterable[Standing]) -> frozenset[str]:
    return frozenset(one.section for one in places)


EVERYTHING: Mapping[Share, Outline] = {share: outline_of((), share) for share in Share}
"""What each edition tells by declaration."""
