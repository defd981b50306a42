"""Drafts of several reports: one language, the newest word, and a story that says who reports what."""

from dataclasses import replace
from datetime import timedelta

from bot.newsroom.drafts.drafting import Material, draft_article
from tests.make import NOW

COURIER = Material(
    outlet="Marn Courier", title="Ferry pier closes", published_at=NOW - timedelta(hours=3),
    text=(
        "MARN, Lenn: The harbour company closed the old ferry pier of Marn on Monday night after cracks were found.\n"
        "It will stay closed until the spring of next year.\n"
        "Some 1,200 commuters used the pier every day before the closure.\n"
        "Mayor Ada Larsen asked the bus company for twelve additional night buses.\n"
        "“Nobody will be left standing in the rain,” she said.\n"
        "The ferry to the island of Ossel leaves from the fish market instead."
    ),
)  # fmt: skip
POST = Material(
    outlet="Tallvik Post", title="Cracks close the ferry pier of Marn", published_at=NOW,
    text=(
        "Divers found cracks in eleven of forty wooden piles, and the harbour company of Marn closed its ferry pier.\n"
        "Some 1,400 commuters used the pier every day before the closure.\n"
        "Repairs cost nine million crowns, an engineer of the harbour company estimated on Tuesday."
    ),
)  # fmt: skip
BLATT = Material(
    outlet="Blatt", title="Steg gesperrt", language="de", text="Der alte Fähranleger von Marn ist gesperrt."
)


def test_list_signs_of_a_page_are_no_part_of_a_sentence() -> None:
    signed = "\n".join(f"- {line}" for line in (POST.text or "").split("\n"))
    plain, listed = (draft_article([replace(POST, text=text)]) for text in (POST.text, signed))
    assert (listed.bullets, listed.body) == (plain.bullets, plain.body)


def test_draft_is_in_the_language_of_most_reports_and_names_the_others_as_sources() -> None:
    draft = draft_article([BLATT, COURIER, POST, replace(BLATT, text=" ")])
    assert draft.language == "en"
    assert [source.outlet for source in draft.sources] == ["Blatt", "Marn Courier", "Tallvik Post", "Blatt"]
    assert {number for bullet in draft.bullets for number in bullet.sources} == {2, 3}
    assert draft.headline == "Cracks close the ferry pier of Marn"


def test_first_bullet_is_the_news_and_the_newest_report_wins_where_they_tell_the_same() -> None:
    draft = draft_article([COURIER, POST])
    assert draft.bullets[0].text == (
        "The harbour company closed the old ferry pier of Marn on Monday night after cracks were found."
    )
    said = " ".join([*(bullet.text for bullet in draft.bullets), *draft.body])
    assert ("1,400" in said, "1,200" in said) == (True, False)


def test_story_opens_with_the_other_lede_and_credits_each_outlet_for_its_own() -> None:
    draft = draft_article([COURIER, POST])
    assert draft.body[0].startswith(
        "Divers found cracks in eleven of forty wooden piles, and the harbour company of Marn closed its ferry pier, "
        "according to Tallvik Post. [2]"
    )
    assert "twelve additional night buses" in " ".join([*(bullet.text for bullet in draft.bullets), *draft.body])
    assert "She said" not in draft.body[0]


def test_sentence_that_leans_on_another_stands_behind_it() -> None:
    text = (
        "The harbour company closed the old ferry pier of Marn on Monday night.\n"
        "Schools in the old town will open two hours later all week.\n"
        "However, the library keeps its usual opening hours during the repairs.\n"
        "Engineers found cracks in eleven of forty wooden piles.\n"
        "A crew of eleven worked through the night with lamps.\n"
        "The ferry to the island of Ossel leaves from the fish market instead.\n"
        "It costs two crowns less until the new pier opens to the public."
    )
    assert draft_article([replace(COURIER, text=text)]).body == (
        "The harbour company closed the old ferry pier of Marn on Monday night, according to Marn Courier. [1]",
        "A crew of eleven worked through the night with lamps. [1]",
        "The ferry to the island of Ossel leaves from the fish market instead. [1] "
        "It costs two crowns less until the new pier opens to the public. [1]",
    )


def test_long_story_has_nine_sentences_in_four_paragraphs() -> None:
    told = (
        "The harbour company closed the old ferry pier of Marn on Monday night",
        "Divers counted cracks in eleven of forty wooden piles",
        "Schools along the quay open two hours later all week",
        "A crane from Tallvik lifts the first beams on Thursday",
        "Bakers by the market offer bread to stranded passengers",
        "Police ask drivers to leave the lower bridge free",
        "Fishermen moor their boats behind the lighthouse instead",
        "Hotels in the upper town report full houses",
        "The mayor thanked volunteers at a short ceremony",
        "Tickets bought in advance stay valid until spring",
        "Insurers estimate damages near three million crowns",
        "Musicians moved their concert into the customs hall",
        "Two museums extend evening hours for visitors",
        "Seagulls nest undisturbed beneath the broken planks",
    )
    article = draft_article([replace(COURIER, text="\n".join(f"{each}." for each in told))])
    sentences = [sentence for paragraph in article.body for sentence in paragraph.split("[1]") if sentence.strip()]
    assert (len(sentences), len(article.body)) == (9, 4)


def test_report_of_nothing_but_quotations_has_no_story() -> None:
    text = "“The old ferry pier of Marn is rotten.”\n“Divers found cracks in eleven wooden piles.”"
    assert draft_article([Material(outlet="A", title="Pier", text=text)]).body == ()


def test_column_and_question_are_no_headline() -> None:
    titles = (
        "Opinion: Marn needs a new ferry pier",
        "Will the ferry pier of Marn ever open?",
        "Ferry pier of Marn closes",
    )
    reports = [replace(COURIER, outlet=str(place), title=title) for place, title in enumerate(titles)]
    assert draft_article(reports).headline == "Ferry pier of Marn closes"
    assert draft_article([replace(COURIER, title="")]).headline.startswith("The harbour company closed")
