"""Forms of dates, links and pictures that some feeds alone have."""

import pytest

from bot.ingest.feed_dates import read_date
from bot.ingest.feed_file import join_address
from bot.ingest.feed_media import read_media


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("20261124T0930Z", "2026-11-24 09:30"),
        ("20261127T0930+0100", "2026-11-27 08:30"),
        ("2026-W48-2", "2026-11-24 00:00"),
        ("2026-W99-2", None),
    ],
)
def test_iso_dates_without_hyphens_and_by_weeks_are_read(written: str, moment: str | None) -> None:
    read = read_date(written, None)
    assert (read and f"{read:%Y-%m-%d %H:%M}") == moment


def test_link_without_a_scheme_leads_to_its_host() -> None:
    assert join_address("www.b.example/2", "https://a.example/dir/feed") == "https://www.b.example/2"


def test_picture_of_rss_is_its_address_and_not_its_title_too() -> None:
    item = "<item><image><url>https://a.example/i.jpg</url><title>Logo</title></image></item>"
    (medium,) = read_media(f"<rss><channel>{item}</channel></rss>".encode())
    assert medium is not None
    assert medium.url == "https://a.example/i.jpg"
