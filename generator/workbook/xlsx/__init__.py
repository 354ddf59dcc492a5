"""The parts of an .xlsx file as plain values, read in one bounded pass each and trusting none of them."""
