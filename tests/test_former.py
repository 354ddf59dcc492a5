"""What the client's edition is compared with, read from the history and from a file that was asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.editions import redact
from generator.editions.edition import Edition
from generator.history import Snapshot, to_bytes
from generator.history.ownership import Ownership
from generator.model.account_identity import identity_of
from generator.model.choices import Share
from generator.model.plan import SharedPlan
from generator.model.quarter import Quarter
from generator.pipeline import Since
from generator.pipeline.former import Current, former_of
from generator.pipeline.places import Places
from tests.builders import a_plan, a_third_party, an_account, an_action

BEFORE = a_plan(
    account=an_account(cutoff=date(2026, 6, 30)),
    actions=(
        an_action(share=Share.CLIENT, action="Répondre à Ibertec"),
        an_action(ref="A-02", share=Share.CLIENT, action="Former"),
    ),
    third_parties=(a_third_party(),),
)
NOW = a_plan(actions=(an_action(share=Share.CLIENT, action="Répondre à l’appel d’offres"),))


@pytest.mark.parametrize("asked", [True, False], ids=["--since", "history"])
@pytest.mark.parametrize(
    ("edition", "first"), [(Edition.INTERNAL, "Répondre à Ibertec"), (Edition.CLIENT, "Répondre à l’appel d’offres")]
)
def test_an_internal_snapshot_tells_the_client_nothing_that_its_edition_was_refused_for(
    tmp_path: Path, edition: Edition, first: str, *, asked: bool
) -> None:
    places = Places(tmp_path, identity_of(NOW.account), NOW.period)
    snapshot = places.history / f"{Quarter(2026, 2)}.{Edition.INTERNAL.value}.json"
    snapshot.parent.mkdir(parents=True)
    snapshot.write_bytes(to_bytes(Snapshot(Edition.INTERNAL, BEFORE, "", "")))
    current = Current(NOW, redact(NOW).plan, Ownership(identity_of(NOW.account)))
    former = former_of(edition, current, snapshot if asked else Since.AUTO, places)
    found = former.plan
    assert found is not None
    assert not former.is_public
    assert [action.action for action in found.actions] == [first, "Former"]
    assert (type(found) is SharedPlan) is (edition is Edition.CLIENT)
