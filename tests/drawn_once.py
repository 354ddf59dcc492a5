"""Documents drawn once in a process, and the client's searched once: both are pure, which tests of their own show.

Many tests ask where documents are written, kept or refused, and build the same few over again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from generator.brand import Brand
from generator.editions.edition import Edition
from generator.model.plan import AccountPlan
from generator.pipeline import drawing, proof
from generator.pipeline.drawing import Drawn
from generator.pipeline.options import BuildOptions
from generator.pipeline.proof import Proof
from generator.pipeline.results import DocumentKind
from generator.pipeline.telling import Telling

Made = TypeVar("Made", Drawn, Proof)
KEPT = 16
_DRAWN: deque[tuple[object, Drawn]] = deque(maxlen=KEPT)
_PROVEN: deque[tuple[object, Proof]] = deque(maxlen=KEPT)


def draw(kind: DocumentKind, edition: Edition, telling: Telling, *, brand: Brand, options: BuildOptions) -> Drawn:
    """Draw a document, unless it was drawn from the same before: all is asked but the folder it goes to."""
    asked = (kind, edition, telling, brand, replace(options, output=Path()))
    return _once(_DRAWN, asked, lambda: drawing.draw(kind, edition, telling, brand=brand, options=options))


def prove(
    documents: Mapping[Path, bytes], plan: AccountPlan, told: Telling, *, brand: Brand, machine: Iterable[str]
) -> Proof:
    """Search documents, unless the same were searched for the same before."""
    asked = ({path.name: content for path, content in documents.items()}, plan, told, brand, machine := tuple(machine))
    return _once(_PROVEN, asked, lambda: proof.prove(documents, plan, told, brand=brand, machine=machine))


def _once(known: deque[tuple[object, Made]], asked: object, make: Callable[[], Made]) -> Made:
    made = next((answer for question, answer in known if question == asked), None)
    if made is None:
        known.append((asked, made := make()))
    return made
