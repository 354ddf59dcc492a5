"""`python -m tools.templates [FOLDER]`: writes deck.pptx and plan.docx of a brand folder from its brand.toml."""

import sys
from pathlib import Path

from generator.brand.brand import read_brand
from tools.templates.deck import deck
from tools.templates.plan import plan

if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "templates")
    brand = read_brand(folder)
    brand.deck.file.write_bytes(deck(brand))
    brand.plan.file.write_bytes(plan(brand))
