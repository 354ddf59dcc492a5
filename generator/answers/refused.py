"""What the machine or the brand refused, in words."""

from __future__ import annotations

from errno import EACCES, EDQUOT, EEXIST, EISDIR, ELOOP, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from typing import TYPE_CHECKING

from generator.answers.paths import shown
from generator.locales.locale import Locale
from generator.locales.phrase import Phrase
from generator.locales.verbatim import Verbatim

if TYPE_CHECKING:
    from generator.brand.errors import BrandError

_LONGEST = 80


def refusal(error: Exception, locale: Locale) -> str | None:
    """Say what was refused and what to do; None for what is our own bug."""
    from generator.brand.errors import BrandError
    from generator.output.held import FileLocked
    from generator.output.together import FolderBusy
    from generator.plan.layout.errors import LayoutError

    match error:
        case FileLocked(owner=None):
            return locale.say("cli.refused.locked", path=shown(error.path))
        case FileLocked():
            return locale.say("cli.refused.owned", path=shown(error.path), owner=shown(error.owner))
        case FolderBusy():
            return locale.say("cli.refused.busy", path=shown(error.path))
        case BrandError():
            return _brand(error, locale)
        case LayoutError():
            return locale.value(error.reason)
        case OSError():
            return _system(error, locale)
        case _:
            return None


def _brand(error: BrandError, locale: Locale) -> str:
    place = Verbatim(", ".join(str(part) for part in (error.file, error.place) if part))
    return locale.say("cli.refused.brand", place=place, expected=error.expected, found=_found(error.found, locale))


def _found(found: object, locale: Locale) -> str:
    """Say what stands in a brand file as the file writes it."""
    match found:
        case None:
            return locale.say("cli.refused.nothing")
        case Phrase():
            return locale.value(found)
        case "":
            return locale.say("brands.found.empty")
        case str():
            return locale.say("brands.found.text", text=Verbatim(found[:_LONGEST]))
        case list() | dict():
            return locale.say("brands.found.list" if isinstance(found, list) else "brands.found.table")
        case _:
            return str(found).lower()[:_LONGEST]


def _system(error: OSError, locale: Locale) -> str:
    path = Verbatim(error.filename2 or error.filename or "")  # of a draft and the file it is for, the file
    match error.errno:
        case code if code in (ENOSPC, EDQUOT) and not path:
            return locale.say("cli.refused.space_for_answer")
        case code if code in (ENOSPC, EDQUOT):
            return locale.say("cli.refused.space", path=path)
        case code if code in (EACCES, EPERM, EROFS):
            return locale.say("cli.refused.rights", path=path)
        case code if code == EISDIR:
            return locale.say("cli.refused.named", path=path)
        case code if code == ENAMETOOLONG:
            return locale.say("cli.refused.long", path=path)
        case code if code in (ENOTDIR, EEXIST, ENOENT, ELOOP):
            return locale.say("cli.refused.folder", path=path)
        case _:
            return locale.say("cli.refused.system", reason=error.strerror or "", path=path)
