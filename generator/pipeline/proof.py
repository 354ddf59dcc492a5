"""The proof on every build: what goes to the client is searched for what only the internal plan holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.brand import Brand
from generator.editions.package_text import said_in
from generator.editions.scan import leaks, to_breaches
from generator.editions.secrets import secrets_of
from generator.model.breach import Breach
from generator.model.plan import AccountPlan
from generator.pipeline.telling import Telling
from generator.story.texts import furniture_of, texts_of


@dataclass(frozen=True)
class Proof:
    """What the client's documents say that they should not, and how many internal values cannot be searched."""

    breaches: tuple[Breach, ...] = ()
    unsearched: int = 0


def prove(
    documents: Mapping[Path, bytes], plan: AccountPlan, told: Telling, *, brand: Brand, machine: Iterable[str]
) -> Proof:
    """Search the documents of a client's edition; what the brand's templates and our own headers say is no secret."""
    former = told.former.plan if told.former.is_public else None
    templates = tuple(
        said for template in (brand.deck.file, brand.plan.file) for said in said_in(template.read_bytes())
    )
    secrets = secrets_of(
        plan,
        told.plan,
        language=told.story.language,
        printed=(*(said.prose for said in templates), *furniture_of(told.story), *(path.name for path in documents)),
        told=texts_of(told.story),
        named=(said.names for said in templates),
        given=() if former is None else (former,),
        machine=machine,
    )
    found = {path.name: leaks(content, secrets, name=path.name) for path, content in documents.items()}
    return Proof(to_breaches(found), secrets.unsearched)
