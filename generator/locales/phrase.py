"""A message not yet said: what a value carries when its words must wait for the reader's language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Phrase:
    """A catalogue key with its arguments, to be said by a Locale. Make one with `phrase()`."""

    key: str
    n: int | None = None
    named: tuple[tuple[str, object], ...] = ()


def phrase(key: str, /, n: int | None = None, **args: object) -> Phrase:
    """Make a phrase of what `Locale.say` will be given."""
    return Phrase(key, n, tuple(args.items()))
