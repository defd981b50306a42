"""Nobody and nothing is told of before it is introduced."""

import pytest

from bot.newsroom.drafts.drafting import Material, draft_article
from bot.newsroom.drafts.introductions import all_names, surnames_in, takes_for_known, whole_names

LEDE = "The storm gate at Valdemar held back a tide of 4.1 metres on Tuesday night and saved the old town."
WHO = "Harbour master Tomas Rehn and the crew of eleven stayed at the gate of Valdemar through the whole night."
SAYS = "Rehn said the gate of Valdemar would close again on Thursday night, when the next tide of 4 metres comes."


def test_surnames_are_told_from_whole_names() -> None:
    text = "Mr Rehn thanked Ada Berg, and the Valdemar office agreed with Dr. Eric Blake of Northwind."
    assert surnames_in(text, "en") == {"Rehn", "Valdemar", "Northwind"}
    assert whole_names(text, "en") == {"Berg", "Blake"}
    assert all_names([text], "en") == {"Rehn", "Ada", "Berg", "Valdemar", "Eric", "Blake", "Northwind"}
    assert surnames_in("Der Minister sprach mit Rehn.", "de") == frozenset()  # every noun has a capital there


@pytest.mark.parametrize(
    ("sentence", "is_so"),
    [
        ("The victim told the court that nobody had come.", True),
        ("The storm is over.", False),
        ("The old storm gate is closed.", False),
        ("Four boats broke their moorings.", False),
        ("“The victim was alone,” an officer said.", True),
        ("La víctima dijo que nadie había venido.", True),
        ("L’ouragan a fait quatre morts.", True),
        ("The Harbour Gazette reported it.", False),
    ],
)
def test_what_a_sentence_takes_for_known_was_told_before(sentence: str, *, is_so: bool) -> None:
    assert takes_for_known(sentence, frozenset({"storm", "gate", "tide"})) is is_so


def test_surname_is_no_bullet_before_its_name() -> None:
    report = Material(outlet="A", title="Storm gate holds", text="\n".join((LEDE, WHO, SAYS)))
    copy = Material(outlet="B", title="Gate holds", text="\n".join((LEDE, SAYS)))
    bullets = [bullet.text for bullet in draft_article([report, copy]).bullets]
    assert bullets == [LEDE, WHO, SAYS]


def test_story_introduces_whom_it_quotes() -> None:
    more = (
        "Engineers of the harbour office will look at the hinges of the gate before the ferries sail again on Friday.",
        "The victim of the night is a fishing boat that broke its moorings and sank beside the northern pier.",
    )
    report = Material(outlet="A", title="Storm gate holds", text="\n".join((LEDE, *more, WHO, SAYS)))
    told = "\n".join(draft_article([report]).body)
    assert "The victim" not in told
    assert told.find("Tomas Rehn") < told.find("Rehn said") or "Rehn said" not in told
