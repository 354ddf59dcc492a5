"""What a build was asked to leave out of its documents, counted and named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.locales.locale import Locale
from generator.model.outline import Cut
from generator.model.sections import TITLES


def cuts_told(cuts: Iterable[Cut], locale: Locale) -> Iterator[str]:
    """Yield a line a document and reason: how many sections it does not tell, and which."""
    for cut in cuts:
        document = locale.say("cli.build.cut.deck" if cut.is_deck else "cli.build.cut.plan")
        names = " · ".join(locale.say(TITLES[key]) for key in cut.sections)
        yield locale.say(f"cli.build.cut.{cut.by.value}", n=len(cut.sections), document=document, sections=names)
