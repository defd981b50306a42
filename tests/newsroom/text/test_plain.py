"""What is plain words, and what leads or does something."""

import pytest

from bot.newsroom.text.plain import is_plain


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. paid $12.5 million (about 3,200 homes) by 5:30 p.m. on 22/9; AT&T and/or others said “no”.",
        "It’s −5°C at 80 km/h, well-known as ‘C-3’…", "市长说：“早就烂了。没人查过。”3億5000万円", "قال د. سامي: «نعم»، ٣٠٪ من المنازل.".replace("٪", "%"),
        "मंगलवार को 12.5 करोड़ रुपये।", "سه‌شنبه ۲۲ سپتامبر", "L'art. 5 vaut 40 % § 2.", "", "e.g. 3–5 boats",
    ],
)  # fmt: skip
def test_words_numbers_and_signs_are_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "See https://a.example", "Write to t.me/x", "visit example.com", "ask @desk", "Send /start now", "a #tag", "<b>bold</b>", "*bold*",
        "`code`", "[link](x)", "a_b", "tg://resolve", "{x}", "x|y", "a~b", "mailto:a@b", "www.example", "пример.рф", "1.example", "a\\b", "x = y",
    ],
)  # fmt: skip
def test_what_leads_or_does_something_is_not(text: str) -> None:
    assert not is_plain(f"The gate held. {text} It rained.")
