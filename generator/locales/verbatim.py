"""What is said letter by letter: people copy it, so typography leaves it alone."""


class Verbatim(str):
    """A text that a message prints as it is: a path, an argument of a command, a line that is set already."""

    __slots__ = ()
