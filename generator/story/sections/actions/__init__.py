"""The actions and the risks."""
