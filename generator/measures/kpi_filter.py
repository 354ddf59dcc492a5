"""What a KPI is narrowed to: the text of its column ``Filtre``, read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.choices import Choice
from generator.model.plan import SharedPlan

_KEYS = {
    "segment": "segments", "segments": "segments",
    "offre": "offers", "offres": "offers", "offer": "offers", "offers": "offers",
    "entite": "entities", "entites": "entities", "entity": "entities", "entities": "entities",
    "type": "types", "types": "types",
}  # fmt: skip
_WINDOW_KEYS = frozenset({"fenetre", "window"})
_WINDOWS = {"1": 1, "4": 4}


@dataclass(frozen=True, slots=True)
class KpiFilter:
    """The values a KPI keeps, as typed; an empty tuple keeps everything.

    ``window`` is in quarters; ``unknown`` holds the parts that could not be read.
    """

    segments: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    window: int = 4
    unknown: tuple[str, ...] = ()


def parse_filter(text: str | None) -> KpiFilter:
    """Read ``Segment=…; Offre=A,B; Entité=…; Type=…; Fenêtre=1|4``, in either language.

    Case and accents do not matter.
    """
    values: dict[str, tuple[str, ...]] = {}
    window, unknown = 4, []
    for part in filter(None, (piece.strip() for piece in (text or "").split(";"))):
        name, _, typed = part.partition("=")
        items = tuple(item for item in (piece.strip() for piece in typed.split(",")) if item)
        key = folded(name)
        if key in _WINDOW_KEYS and typed.strip() in _WINDOWS:
            window = _WINDOWS[typed.strip()]
        elif key in _KEYS and items:
            values[_KEYS[key]] = values.get(_KEYS[key], ()) + items
        else:
            unknown.append(part)
    return KpiFilter(**values, window=window, unknown=tuple(unknown))


def folded(text: str) -> str:
    """Return the text without case, accents or surrounding and repeated spaces."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return " ".join(plain.casefold().split())


def matching(names: Iterable[str], typed: tuple[str, ...]) -> frozenset[str] | None:
    """Return the names that a filter keeps, None when it keeps everything."""
    if not typed:
        return None
    wanted = {folded(item) for item in typed}
    return frozenset(name for name in names if folded(name) in wanted)


def entities_kept(plan: SharedPlan, kpi_filter: KpiFilter) -> frozenset[str] | None:
    """Return the entities kept by segment and by name, both when both are given; None keeps every entity.

    An entity named stands for itself, not for those below it: a segment is what groups entities.
    """
    if not kpi_filter.segments and not kpi_filter.entities:
        return None
    segments = {folded(item) for item in kpi_filter.segments}
    names = {folded(item) for item in kpi_filter.entities}
    return frozenset(
        entity.name
        for entity in plan.entities
        if (not segments or folded(entity.segment) in segments) and (not names or folded(entity.name) in names)
    )


def offers_kept(plan: SharedPlan, kpi_filter: KpiFilter) -> frozenset[str] | None:
    """Return the offers kept; None keeps every offer."""
    return matching((offer.name for offer in plan.offers), kpi_filter.offers)


def keeps(kpi_filter: KpiFilter, *choices: Choice | None) -> bool:
    """Tell whether ``Type=`` keeps a row that bears any of these choices, by its word in either language."""
    if not kpi_filter.types:
        return True
    wanted = {folded(item) for item in kpi_filter.types}
    return any(folded(word) in wanted for choice in choices if choice is not None for word in choice.label)
