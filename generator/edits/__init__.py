"""What people edit in the documents by hand, told from what copil wrote."""
