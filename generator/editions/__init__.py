"""What leaves the house: the client may see only what its types allow."""
