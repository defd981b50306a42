"""Good inputs with pieces changed, cut, doubled and swapped: nearer to what breaks a reader than noise is."""

import json
import os
from typing import Any

from hypothesis import strategies as st

EXAMPLES = int(os.environ.get("SOAK_EXAMPLES", "150"))
PIECES = (
    "", "\x00", "\ufeff", "\u202e", "\u200b", "\ud83d", "🗞️", "[", "]", "[1]", "[99999999999999999999]", "<", ">", "<![CDATA[", "]]>", "&", "&#x110000;",
    "&bogus;", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", '"', "'", "\\", "{", "}", "${x}", "%s", "#", "# ", "•", "1.", "Credited from:", "Sources:",
    "=", "[[", "true", "null", "-1", "1e999", "9" * 400, "é" * 300, "\r", "\n\n", "\t", "http://", "http://[", "javascript:", "://", "a" * 5000,
    "2026-13-45", "24:00", "UTC+99", "/start", "/story_", "@", ":", "::", "/", "..", "--", "|",
)  # fmt: skip
pieces = st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | pieces,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(pieces, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def mutated_text(draw: st.DrawFn, seeds: tuple[str, ...]) -> str:
    """Return one of the seeds with some pieces put in, or put in place of others."""
    text = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from((0, 0, 1, 3, 20, 200))))
        text = text[:start] + draw(pieces) + text[end:]
    return text


def mutated_bytes(*seeds: str) -> st.SearchStrategy[bytes]:
    """Return the same in one of several encodings, or cut short."""
    encoded = mutated_text(seeds).map(lambda text: text.encode("utf-8", "replace"))
    odd = mutated_text(seeds).map(lambda text: text.encode("utf-16", "replace"))
    cut = st.tuples(encoded, st.integers(0, 400)).map(lambda pair: pair[0][: pair[1]])
    return encoded | odd | cut | st.binary(max_size=200)


@st.composite
def mutated_json(draw: st.DrawFn, seeds: tuple[Any, ...]) -> Any:
    """Return one of the seeds with some of its values, at any depth, replaced, dropped or renamed."""
    value = json.loads(json.dumps(draw(st.sampled_from(seeds))))
    for _ in range(draw(st.integers(0, 4))):
        holder = value
        while isinstance(holder, dict) and holder:
            key = draw(st.sampled_from(sorted(holder)))
            if isinstance(holder[key], dict) and holder[key] and draw(st.booleans()):
                holder = holder[key]
                continue
            if draw(st.integers(0, 3)):
                holder[key] = draw(json_values)
            else:
                del holder[key]
            break
    return value
