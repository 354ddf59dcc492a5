"""What every test shares: property tests that try the same examples on every machine."""

from hypothesis import settings

settings.register_profile("copil", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("copil")
