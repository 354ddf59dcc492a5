"""Tools of the workshop, outside the installed program."""
