"""Nobody and nothing is told of before it is introduced."""

import pytest

from bot.newsroom.drafts.drafting import Material, draft_article
from bot.newsroom.drafts.introductions import Named, read_names, takes_for_known

LEDE = "The storm gate at Valdemar held back a tide of 4.1 metres on Tuesday night and saved the old town."
WHO = "Harbour master Tomas Rehn and the crew of eleven stayed at the gate of Valdemar through the whole night."
SAYS = "Rehn said the gate of Valdemar would close again on Thursday night, when the next tide of 4 metres comes."


def test_surnames_are_told_from_whole_names() -> None:
    text = "Mr Rehn thanked Ada Berg, and the Valdemar office agreed with Dr. Eric Blake of Northwind."
    assert read_names(text, "en") == Named(
        surnames=frozenset({"Rehn", "Valdemar", "Northwind"}),
        titled=frozenset({"Rehn"}),
        whole=frozenset({"Berg", "Blake"}),
        wholes=frozenset({"Ada", "Berg", "Eric", "Blake"}),
        words=frozenset({"Rehn", "Ada", "Berg", "Valdemar", "Eric", "Blake", "Northwind"}),
    )
    early = "Early Tuesday a fire spread, and Blake's lawyer came."
    assert read_names(early, "en").surnames == {"Early", "Blake"}
    nobody = Named(*(frozenset[str]() for _ in range(5)))
    assert read_names("Der Minister sprach mit Rehn.", "de") == nobody  # every noun has a capital there


@pytest.mark.parametrize(
    ("language", "sentence", "is_so"),
    [
        ("en", "The victim told the court that nobody had come.", True),
        ("en", "The storm is over.", False),
        ("en", "The old storm gate is closed.", False),
        ("en", "Four boats broke their moorings.", False),
        ("en", "As temperatures fell below zero, nobody came.", False),
        ("en", "“The victim was alone,” an officer said.", True),
        ("es", "La víctima dijo que nadie había venido.", True),
        ("pt", "As vítimas disseram que ninguém tinha vindo.", True),
        ("fr", "L’ouragan a fait quatre morts.", True),
        ("en", "The Harbour Gazette reported it.", False),
        ("ru", "Шторм кончился, и паромы ходят.", False),
        ("ms", "Mangsa itu ditemui di pelabuhan.", True),
        ("ms", "Storm tersebut melanda pelabuhan.", False),
        ("ms", "Dua bot karam di pelabuhan.", False),
    ],
)
def test_what_a_sentence_takes_for_known_was_told_before(language: str, sentence: str, *, is_so: bool) -> None:
    assert takes_for_known(sentence, frozenset({"storm", "gate", "tide"}), language) is is_so


def test_surname_that_comes_first_is_known_by_its_title() -> None:
    whole, part = read_names("Heng Cheng Hock runs the ferry office.", "en"), read_names("Mr Heng closed it.", "en")
    assert (part.introduced_in(whole), part.joined(whole).surnames) == (frozenset({"Heng"}), frozenset({"Heng"}))
    assert read_names("Heng closed it.", "en").introduced_in(whole) == frozenset()


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


def test_sentence_that_is_shortened_for_the_headline_is_not_told_again() -> None:
    lede = (
        "Harbour engineers closed the old storm gate at Valdemar on Tuesday night before the wind came, after the river "
        "beside the town rose towards its record level and the office warned of a flood."
    )
    reports = [
        Material(outlet="A", title="Storm gate closed before the wind", text="\n".join((LEDE, WHO, SAYS))),
        Material(outlet="B", title="Engineers closed storm gate before wind", text=lede),
    ]
    draft = draft_article(reports)
    shortened = [bullet.text for bullet in draft.bullets if bullet.text.startswith("Harbour engineers")]
    assert sum(lede[:60] in paragraph for paragraph in draft.body[1:]) + len(shortened) <= 1


def test_story_tells_a_surname_behind_the_paragraph_that_introduces_it() -> None:
    told = (
        LEDE,
        "Four fishing boats broke their moorings beside the northern pier before midnight.",
        "Schools in the old town open two hours later than usual on Wednesday.",
        "The ferries to the island of Ossel sail again from Friday morning.",
        "Harbour master Tomas Rehn and a crew of eleven stayed at their posts.",
        "Bakers by the market gave bread to passengers who were stranded there.",
        "Rehn wants new hinges before the next tide of that height comes.",
    )
    body = draft_article([Material(outlet="A", title="Storm gate holds", text="\n".join(told))]).body
    places = {name: next(at for at, text in enumerate(body) if name in text) for name in ("Tomas Rehn", "Rehn wants")}
    assert places["Tomas Rehn"] <= places["Rehn wants"]
