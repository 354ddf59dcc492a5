"""Why a plan could not be laid out, as one exception that keeps its words for the message shown later."""

from generator.locales.phrase import Phrase


class LayoutError(Exception):
    """The pages of a plan cannot be told: LibreOffice is missing, failed, or comes to no conclusion (``reason``)."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason.key)
        self.reason = reason
