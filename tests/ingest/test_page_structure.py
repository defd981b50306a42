"""A page's structure tells its story from cards of others, and puts together what advertisements cut."""

from bot.ingest.page_file import parse_page

URL = "https://outlet.example/2026/storm-gate"
LEDE = (
    "The storm gate at the harbour held back the tide on Tuesday night, and no cellar in the old town was flooded, "
    "the harbour office said on Wednesday."
)
REST = (
    "The harbour office closed the gate before the wind came, and opened it again when the ferries began to sail on "
    "Wednesday morning, an hour later than the timetable has it."
)
MORE = "Four of the boats in the inner harbour broke their lines, and one of them sank beside the quay of the pilots."
END = "The next high water is expected at the end of the week, and the office will look at the hinges until then."
OTHER = (
    "Ferry fares rise in spring: a ticket to the islands will cost a tenth more from the first of March, the company "
    "says, and children will travel free of charge …"
)


def page(content: str) -> str:
    """Return a page with the content as its body; what it is called is in its head."""
    return f"<html lang=en><head><title>Storm gate holds</title></head><body><main>{content}</main></body></html>"


def text_of(content: str) -> list[str]:
    return parse_page(page(content).encode(), url=URL).text.splitlines()


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_articles_inside_an_article_are_other_stories() -> None:
    card = f"<article><a href='/2026/fares'><img src='/fares.jpg' alt=''></a>{paragraphs(OTHER)}</article>"
    assert text_of(f"<article><h1>Storm gate holds</h1>{paragraphs(LEDE, REST, MORE, END)}{card * 3}</article>") == [
        LEDE, REST, MORE, END,
    ]  # fmt: skip


def test_posts_of_a_live_page_are_its_story() -> None:
    live = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'
    post = f"<article><a href='/2026/storm-gate?post=2'>09:20</a>{paragraphs(REST, MORE)}</article>"
    assert text_of(f"{live}<article>{paragraphs(LEDE, END, LEDE)}{post}</article>")[-2:] == [REST, MORE]


def test_a_heading_that_is_a_link_to_another_page_is_no_line_of_this_one() -> None:
    teasers = "<h3><a href='/2026/fares'>Ferry fares rise in spring</a></h3>"
    own = "<h3><a href='#boats'>Four boats broke their lines</a></h3>"
    story = f"<article>{paragraphs(LEDE, REST)}{own}{paragraphs(MORE)}{teasers}{paragraphs(END)}</article>"
    assert text_of(story) == [LEDE, REST, "Four boats broke their lines", MORE, END]


def test_a_card_of_links_inside_a_sentence_is_left_out_and_the_sentence_kept() -> None:
    links = "".join(f"<a href='/2026/{name}'>{name.title()} of the mayor</a>" for name in ("speech", "trip", "house"))
    named = LEDE.replace("harbour office", f"<a href='/office'>harbour office</a><span><span>{links}</span></span>")
    assert text_of(f"<article>{paragraphs(named, REST, MORE, END)}</article>") == [LEDE, REST, MORE, END]


def test_a_story_cut_by_advertisements_is_read_whole() -> None:
    parts = (
        f"<div class='grid'><div class='article__body'>{paragraphs(*part)}</div><div class='aside'>Advertisement</div></div>"
        for part in ((LEDE, REST), (MORE, END))
    )
    assert text_of(f"<article>{'<div class=row>Advertisement</div>'.join(parts)}</article>") == [LEDE, REST, MORE, END]
