"""The words of a finding, in the reader's language."""

from string import Formatter

from generator.diagnostics.catalogue import CATALOGUE
from generator.diagnostics.finding import Finding
from generator.locales import Locale
from generator.locales.catalogue import messages, text

IMPLICIT_ARGS = ("value", "suggestion", "file", "sheet", "cell", "table", "column", "key")
"""What every message may name without its catalogue entry declaring it."""

_UNKNOWN = "–"
_LEFT_OPEN = "…"


def message(finding: Finding, locale: Locale) -> str:
    """Say what is wrong, naming the value and what was expected."""
    args: dict[str, object] = {name: _implicit(finding, name) for name in IMPLICIT_ARGS}
    args |= finding.args
    count = args.pop("n", None)
    return locale.say(_key(finding.code, "message"), n=count if isinstance(count, int) else None, **args)


def why(code: str, locale: Locale) -> str:
    """Say why it matters."""
    return locale.say(_key(code, "why"))


def what_to_do(code: str, locale: Locale) -> str:
    """Say what to do about it."""
    return locale.say(_key(code, "help"))


def rule(code: str, locale: Locale) -> str:
    """Say in general what is wrong: in the code's own words for it, else in its message with what varies left open."""
    if _key(code, "rule") in messages(locale.language, "diagnostics"):
        return locale.say(_key(code, "rule"))
    pattern = text(locale.language, _key(code, "message"))
    general = "".join(literal + (_LEFT_OPEN if name else "") for literal, name, _, _ in Formatter().parse(pattern))
    return locale.typeset(general)


def example(code: str, locale: Locale) -> str:
    """Show one finding of this code as it is told."""
    return locale.say(f"examples.{code}")


def explanation(code: str, locale: Locale) -> str:
    """Explain a code in general, for `copil explain`; KeyError when there is none."""
    severity = locale.say(f"diagnostics.severity.{CATALOGUE[code].severity.value}")
    return "\n".join(
        (
            f"{code} · {severity}",
            rule(code, locale),
            locale.say("diagnostics.text.example", example=example(code, locale)),
            locale.say("diagnostics.text.why", why=why(code, locale)),
            locale.say("diagnostics.text.help", help=what_to_do(code, locale)),
        )
    )


def _implicit(finding: Finding, name: str) -> str:
    source: object = finding if name in {"value", "suggestion"} else finding.place
    return getattr(source, name) or _UNKNOWN


def _key(code: str, part: str) -> str:
    return f"diagnostics.{code}.{part}"
