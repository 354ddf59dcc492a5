"""Names to be found in a text a person typed: one name, or several one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.quoting import unquoted


@dataclass(frozen=True, slots=True)
class Listed:
    """A part of a text that lists names, as typed, and the name it stands for; None for a part that names nothing."""

    typed: str
    name: str | None


@dataclass(frozen=True)
class Names:
    """Names by the form under which they are compared; ``folded`` gives that form of a text.

    A name may be there under several forms, such as its words in two languages.
    """

    by_form: Mapping[str, str]
    folded: Callable[[str], str]

    @classmethod
    def of(cls, names: Iterable[str], folded: Callable[[str], str]) -> Names:
        """Return the names by their own form; of two that share one the first stands."""
        return cls({folded(name): name for name in reversed(tuple(names))}, folded)

    def find(self, typed: str) -> str | None:
        """Return the name that a text is, in quotes or not."""
        found = self.by_form.get(self.folded(typed))
        return self.by_form.get(self.folded(unquoted(typed))) if found is None else found

    def listed(self, pieces: Sequence[str], most: int) -> Iterator[Listed]:
        """Yield what pieces of a text name, the longest name first: one may hold ``most`` pieces.

        Every second piece is a separator, which counts only within a name.
        """
        at = 0
        while at < len(pieces):
            ends = range(min(len(pieces), at + 2 * most - 1), at, -2)
            spans = ((end, "".join(pieces[at:end]).strip()) for end in ends)
            end, typed = next(
                ((end, typed) for end, typed in spans if self.find(typed) is not None), (at + 1, pieces[at].strip())
            )
            if typed:
                yield Listed(typed, self.find(typed))
            at = end + 1
