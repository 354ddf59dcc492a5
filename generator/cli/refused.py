"""What the machine or the brand refused, in words."""

from __future__ import annotations

from errno import EACCES, EDQUOT, EEXIST, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS

from generator.cli.paths import shown
from generator.locales.locale import Locale
from generator.locales.verbatim import Verbatim


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
            found = locale.say("cli.refused.nothing") if error.found is None else str(error.found)
            return locale.say("cli.refused.brand", place=error.place, expected=error.expected, found=found)
        case LayoutError():
            return locale.value(error.reason)
        case OSError():
            return _system(error, locale)
        case _:
            return None


def _system(error: OSError, locale: Locale) -> str:
    path = Verbatim(error.filename or "")
    match error.errno:
        case code if code in (ENOSPC, EDQUOT):
            return locale.say("cli.refused.space", path=path)
        case code if code in (EACCES, EPERM, EROFS):
            return locale.say("cli.refused.rights", path=path)
        case code if code in (ENOTDIR, EEXIST, ENOENT):
            return locale.say("cli.refused.folder", path=path)
        case _:
            return locale.say("cli.refused.system", reason=error.strerror or "", path=path)
