"""Where sentences end."""

import pytest

from bot.newsroom.sentences import split_sentences


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("Dr. Smith of the U.S. Navy left. He was late.", ("Dr. Smith of the U.S. Navy left.", "He was late.")),
        ('He said, "No. Never." Then he left.', ('He said, "No.', 'Never."', "Then he left.")),
        ("He lives at No. 4 now. No. Never.", ("He lives at No. 4 now.", "No.", "Never.")),
        ("It cost 3.5 million. 40 came.", ("It cost 3.5 million.", "40 came.")),
        ("他走了。她留下。", ("他走了。", "她留下。")),
        ("没有。”他说。", ("没有。”", "他说。")),
        ("هل جاء؟ نعم.", ("هل جاء؟", "نعم.")),
        (
            "It rained. Dr. J. Smith agreed. Gov. A. B. Ruiz left.",
            ("It rained.", "Dr. J. Smith agreed.", "Gov. A. B. Ruiz left."),
        ),
        (
            "He is in Washington D.C. It is warm at 5 p.m. The sun sets.",
            ("He is in Washington D.C.", "It is warm at 5 p.m.", "The sun sets."),
        ),
        (
            "Am Montag, dem 3. November, sind z. B. Brücken zu. Gut.",
            ("Am Montag, dem 3. November, sind z. B. Brücken zu.", "Gut."),
        ),
        ("El Sr. J. López dijo que EE. UU. paga. Bien.", ("El Sr. J. López dijo que EE. UU. paga.", "Bien.")),
        ("L'art. 5 vaut. Пожар на ул. Ленина. Да.", ("L'art. 5 vaut.", "Пожар на ул. Ленина.", "Да.")),
        ("डॉ. शर्मा और ए. के. वर्मा आए। ठीक है।", ("डॉ. शर्मा और ए. के. वर्मा आए।", "ठीक है।")),
        ("no end", ("no end",)),
        ("  ", ()),
    ],
)
def test_sentences(paragraph: str, sentences: tuple[str, ...]) -> None:
    assert split_sentences(paragraph) == sentences
