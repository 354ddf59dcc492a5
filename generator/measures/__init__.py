"""Derived figures: pure functions of the model, exact, each with the fields that went into it."""
