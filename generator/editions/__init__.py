"""What leaves the house: the client sees only what its types allow, and each file for it is searched before it goes."""

from generator.editions.redaction import Redaction, redact
from generator.editions.withheld import WithheldTable

__all__ = ["Redaction", "WithheldTable", "redact"]
