"""Articles as files and as pasted posts: read into a text, in which nothing is guessed in silence."""
