"""Which texts are links to be read, and which are posts that name one."""

import pytest

from bot.ingest.links import clean_links

A, B = "https://harbour.example/plug", "http://meridian.example/a?b=c"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (A, (A,)),
        (f"{A}\n{B} {A}", (A, B)),
        (f"{A}, {B};", (A, B)),
        (f"Ferries go electric {A}", (A,)),
        (f"Ferries go electric\n{A}", (A,)),
        (f"Ferries go electric. Fares stay. {A}", (A,)),
        (f"Ferries go electric. Fares stay, the city says.\n{A}", None),
        (f"Ferries go electric\n• Four boats replace nine.\n{A}", None),
        (f"{A} says that ferries go electric", None),
        (f"{'Ferries ' * 40}{A}", None),
        ("Ferries go electric", None),
        ("", None),
    ],
)
def test_title_before_a_link_is_no_post(text: str, links: tuple[str, ...] | None) -> None:
    assert clean_links(text) == links
