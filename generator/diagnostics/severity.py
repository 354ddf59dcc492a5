"""How grave a finding is."""

from enum import StrEnum


class Severity(StrEnum):
    """An error blocks the documents, a warning does with `--strict`, an information never does."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
