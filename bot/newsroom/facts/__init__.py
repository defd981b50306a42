"""The fact gate: what an article says against what its sources said."""
