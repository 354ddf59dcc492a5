"""What can be asked of an account, told as values, and as text and JSON for whoever shows them.

Nothing here knows of a terminal or of a page.
"""
