"""Whose plan it is: the one home of what makes two plans those of one account, or of two.

When in doubt two accounts are two: only what a person retypes without noticing (case, spaces, the apostrophe's form)
does not count, accents and signs do.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from generator.locales.phrase import Phrase, phrase
from generator.locales.slug import slug
from generator.model.account import SharedAccount

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


@dataclass(frozen=True, slots=True)
class AccountIdentity:
    """An account, as its workbook writes it: the company's own code for it where there is one, and both names.

    A client's snapshot never holds the code.
    """

    client: str
    supplier: str
    code: str | None = None

    @property
    def names(self) -> tuple[str, str]:
        """Both names as they are compared."""
        return retyped(self.client), retyped(self.supplier)

    def is_same(self, other: AccountIdentity) -> bool:
        """Tell whether a plan and another are of one account: by their codes, else by both names."""
        if self.code and other.code:
            return retyped(self.code) == retyped(other.code)
        return self.names == other.names

    def is_written_as(self, other: AccountIdentity) -> bool:
        """Tell whether code and names are all the same: nothing was renamed, no code came or went."""
        return self.names == other.names and retyped(self.code or "") == retyped(other.code or "")

    @property
    def digest(self) -> str:
        """The SHA-256 of both names: the code is internal, and paths are read by the client too."""
        return sha256(json.dumps(self.names).encode()).hexdigest()

    @property
    def slug(self) -> str:
        """The name of the account's folder, and what its documents are named after."""
        return slug(retyped(self.client), digest=self.digest)

    @property
    def told(self) -> Phrase:
        """The account as a finding names it."""
        client, supplier = _in_line(self.client), _in_line(self.supplier)
        if self.code is None:
            return phrase("history.account.names", client=client, supplier=supplier)
        return phrase("history.account.code", client=client, supplier=supplier, code=_in_line(self.code))


def identity_of(account: SharedAccount) -> AccountIdentity:
    """Return whose plan an account form opens."""
    return AccountIdentity(account.client, account.supplier, getattr(account, "code", None))


def retyped(name: str) -> str:
    """Return the form under which names of accounts are compared."""
    lower = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).lower())
    return " ".join(lower.translate(_APOSTROPHES).split())


def _in_line(name: str) -> str:
    """Return a name as a message holds it: in one line, without what would steer a terminal."""
    return "".join(char for char in " ".join(name.split()) if unicodedata.category(char) != "Cc")
