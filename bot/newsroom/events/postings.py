"""Postings: moment and event of the newest reports with a term, the oldest of them first, in one string of bytes."""

import struct

POSTING = struct.Struct(">QQ")  # a report's moment and its event: packed so, they are ordered as what is packed
NEWEST = 32  # of the reports with a term, so many are looked at, however common it is


def insert(postings: bytes, posting: bytes) -> bytes:
    """Return the newest of some postings and another."""
    size = POSTING.size
    if len(postings) == NEWEST * size:
        if posting < postings[:size]:
            return postings
        postings = postings[size:]
    place = len(postings)
    while place and postings[place - size : place] > posting:  # most come nearly in order
        place -= size
    return postings[:place] + posting + postings[place:]
