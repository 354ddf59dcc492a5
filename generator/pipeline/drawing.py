"""A document drawn: its base first, then the document with the build id that its base gives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from generator.brand import Brand
from generator.deck import draw_deck
from generator.editions.edition import Edition
from generator.edits.base import Base, base_of
from generator.edits.base import to_bytes as base_bytes
from generator.model.account_identity import identity_of
from generator.ooxml.repack import Parts, packed
from generator.pipeline.options import BuildOptions, Pages
from generator.pipeline.results import DocumentKind
from generator.pipeline.telling import Telling
from generator.plan import can_page, draw_annexes, draw_plan
from generator.plan.layout.errors import LayoutError


@dataclass(frozen=True)
class Drawn:
    """A document as it goes to the disk, its build id, and its base as it is kept; None for one too large to be."""

    content: bytes
    build_id: str
    base: bytes | None


def draw(kind: DocumentKind, edition: Edition, telling: Telling, *, brand: Brand, options: BuildOptions) -> Drawn:
    """Draw a document of an edition as it was told."""
    parts = _parts(kind, telling, brand, options)
    base = base_of(
        parts,
        account=identity_of(telling.plan.account),
        period=telling.plan.period,
        edition=edition,
        kind=kind.name.lower(),
    )
    return identified(parts, base)


def identified(parts: Parts, base: Base) -> Drawn:
    """Put the build id into a document: its base is of the parts without it, so that neither waits for the other."""
    from generator.ooxml.build_property import with_build_id

    return Drawn(packed(with_build_id(parts, base.id)), base.id, base_bytes(base))


def _parts(kind: DocumentKind, telling: Telling, brand: Brand, options: BuildOptions) -> Parts:
    match kind:
        case DocumentKind.DECK:
            return draw_deck(telling.story, brand)
        case DocumentKind.PLAN:
            return _paged(draw_plan, telling, brand, options)
        case DocumentKind.ANNEXES:
            return _paged(draw_annexes, telling, brand, options)
        case _:
            assert_never(kind)


def _paged(draws: Callable[..., Parts], telling: Telling, brand: Brand, options: BuildOptions) -> Parts:
    """A plan with the pages asked for; where they are told if they can be, a layout that fails costs them alone."""
    is_asked = options.pages is Pages.ALWAYS
    if is_asked or (options.pages is Pages.FOUND and can_page()):
        try:
            return draws(telling.story, brand, native_charts=options.native_charts, pages=True)
        except LayoutError:
            if is_asked:
                raise
    return draws(telling.story, brand, native_charts=options.native_charts)
