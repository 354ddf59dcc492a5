"""``python -m generator`` is ``copil``."""

from generator.cli.main import main

if __name__ == "__main__":
    main()
