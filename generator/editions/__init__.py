"""What leaves the house: the client may see only what its types allow."""

from generator.editions.redaction import Redaction, redact
from generator.editions.withheld import WithheldTable

__all__ = ["Redaction", "WithheldTable", "redact"]
