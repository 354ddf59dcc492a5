"""Keys of a brand file that mean nothing: a word mistyped would otherwise be passed over without a word."""

from collections.abc import Mapping

from generator.brand.errors import BrandError
from generator.brand.settings import Settings
from generator.locales.phrase import phrase


def refuse_strangers(settings: Settings, known: Mapping[str, object]) -> None:
    """Hold every key to those of the default brand, which has them all."""
    for name, value in settings.values.items():
        if name not in known:
            raise BrandError(settings.key(name), phrase("brands.expected.key", names=tuple(known)), value)
        inside = known[name]
        if isinstance(inside, dict) and isinstance(value, dict):
            refuse_strangers(settings.table(name), inside)
