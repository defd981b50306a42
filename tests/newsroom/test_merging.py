"""What two editors made of one text, put together."""

from dataclasses import replace

from bot.newsroom.merging import Merged, merge_texts
from storage.model import ArticleText, Bullet, Source

BASE = ArticleText(
    headline="Ferries go electric",
    bullets=(Bullet(text="Four of nine.", sources=(1,)), Bullet(text="By spring.", sources=(2,))),
    body=("The harbour says so. [1]",),
    sources=(Source(outlet="Meridian Wire"), Source(outlet="Marn Courier")),
)


def test_what_only_one_changed_is_as_that_one_has_it() -> None:
    mine, theirs = replace(BASE, credit_line="Wire"), replace(BASE, headline="Four ferries go electric")
    assert merge_texts(BASE, mine, theirs) == Merged(replace(theirs, credit_line="Wire"), ())
    assert merge_texts(BASE, BASE, theirs) == Merged(theirs, ())


def test_what_both_changed_is_as_the_second_one_has_it_and_named() -> None:
    mine, theirs = replace(BASE, headline="Mine"), replace(BASE, headline="Theirs", section="World")
    assert merge_texts(BASE, mine, theirs) == Merged(replace(mine, section="World"), ("headline",))
    same = replace(BASE, headline="Theirs")
    assert merge_texts(BASE, same, theirs) == Merged(theirs, ())


def test_bullets_go_with_the_sources_that_they_name() -> None:
    mine = replace(BASE, bullets=(*BASE.bullets, Bullet(text="Two say so.", sources=(2,))))
    theirs = replace(BASE, bullets=(Bullet(text="By spring.", sources=(1,)),), sources=BASE.sources[1:])
    merged = merge_texts(BASE, mine, theirs)
    assert (merged.text, merged.both) == (mine, ("bullets", "sources"))
    longer = replace(BASE, body=(*BASE.body, "More. [2]"))
    assert merge_texts(BASE, mine, longer) == Merged(replace(mine, body=longer.body), ())
