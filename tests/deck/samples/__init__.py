"""Stories written by hand, as the deck receives them."""

from tests.deck.samples.story import a_section, a_story, committee, internal_committee

__all__ = ["a_section", "a_story", "committee", "internal_committee"]
