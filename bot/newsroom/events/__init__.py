"""Events: which reports tell of the same happening, and which article goes on with which."""
