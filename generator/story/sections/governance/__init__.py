"""How the plan is governed and kept alive."""
