"""Drafting from the reports' own sentences."""

import json
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import mean, stdev

import pytest
import regex
from rouge_score.rouge_scorer import RougeScorer

from bot.newsroom.drafts.drafting import Material, draft_article
from bot.newsroom.drafts.leaning import leans
from bot.newsroom.facts.evidence import make_evidence
from bot.newsroom.text.cleaning import clean_line
from bot.newsroom.text.language import guess_language
from bot.newsroom.text.sentences import opened, split_sentences
from bot.newsroom.text.terms import content_terms, jaccard
from bot.newsroom.text.words import count_words
from storage.model import ArticleText, Bullet, Picture, Source

GAZETTE = Material(
    outlet="The Harbour Gazette",
    title="Storm gate holds back the tide | The Harbour Gazette",
    url="https://harbour.example/gate",
    section="World",
    text=(
        "The storm gate at Valdemar held back a tide of 4.1 metres on Tuesday night.\n"
        "Engineers closed the gate at 19:40 after wind gauges failed.\n"
        "Read more: our tide tables.\n"
        "He said nothing else.\n"
        "Two fishing boats broke their moorings in the harbour, but nobody was hurt."
    ),
)
WIRE = Material(
    outlet="Meridian Wire",
    title="Valdemar escapes flood",
    text=(
        "Mayor Tomas Rehn thanked the crew of eleven who stayed through the night.\n"
        "The storm gate at Valdemar held back a tide of 4.1 metres on Tuesday night, the harbour office said.\n"
        "Schools in the old town open two hours late on Wednesday."
    ),
    picture=Picture(url="https://wire.example/p.jpg", credit="Meridian Wire"),
)


def test_one_report_gives_three_bullets_of_its_own_sentences() -> None:
    draft = draft_article([GAZETTE])
    assert draft == ArticleText(
        headline="Storm gate holds back the tide",
        bullets=(
            Bullet(text="The storm gate at Valdemar held back a tide of 4.1 metres on Tuesday night.", sources=(1,)),
            Bullet(text="Engineers closed the gate at 19:40 after wind gauges failed.", sources=(1,)),
            Bullet(text="Two fishing boats broke their moorings in the harbour, but nobody was hurt.", sources=(1,)),
        ),
        sources=(
            Source(
                outlet="The Harbour Gazette",
                title="Storm gate holds back the tide",
                url="https://harbour.example/gate",
            ),
        ),
        section="World",
    )


def test_story_opens_with_the_lede_and_tells_what_the_bullets_leave_out() -> None:
    more = ("Schools in the old town open two hours late on Wednesday.", "A crew of eleven stayed through the night.")
    draft = draft_article([replace(GAZETTE, text="\n".join((GAZETTE.text, *more)))])
    lede = (
        "The storm gate at Valdemar held back a tide of 4.1 metres on Tuesday night, according to The Harbour Gazette."
    )
    assert (len(draft.bullets), draft.body) == (3, (f"{lede} [1]", f"{more[0]} [1]", f"{more[1]} [1]"))


def test_two_reports_share_a_draft_and_what_both_say_cites_both() -> None:
    draft = draft_article([GAZETTE, WIRE])
    tide = next(bullet for bullet in draft.bullets if "4.1 metres" in bullet.text)
    assert tide.sources == (1, 2)
    assert {source for bullet in draft.bullets for source in bullet.sources} == {1, 2}
    assert len([bullet for bullet in draft.bullets if "4.1 metres" in bullet.text]) == 1
    assert draft.picture == WIRE.picture
    assert all(regex.search(r"\[[12]\]$", paragraph) for paragraph in draft.body)


@pytest.mark.parametrize(
    ("dateline", "is_one"),
    [
        ("(CNN)", True),
        ("LENN, Nov 24 (Reuters) - ", True),
        ("NEW LENN, Nov. 24, 2026 /Newswire/ -- ", True),
        ("VELMORA — ", True),
        ("Lenn, 24 November – ", True),
        ("Maren Holt (Lenn Rovers) – ", False),
        ("NASA: ", False),
        ("On Monday, ", False),
    ],
)
def test_dateline_is_no_part_of_a_bullet(dateline: str, is_one: bool) -> None:  # noqa: FBT001
    sentence = "The mill at the river burned down on Tuesday night."
    draft = draft_article([Material(outlet="A", title="T", text=f"{dateline}{sentence}")])
    assert draft.bullets[0].text == (sentence if is_one else f"{dateline}{sentence}")


def test_of_as_many_reports_in_two_languages_the_newest_is_told() -> None:
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    english = Material(outlet="A", title="Ferries", text=NEWS, published_at=at)
    german = Material(outlet="B", title="Fähren", text="Der Rat von Marn schloss am Dienstag das alte Terminal.")
    german = replace(german, language="de", published_at=at + timedelta(hours=1))
    assert [draft_article(pair).language for pair in ([english, german], [german, english])] == ["de", "de"]
    assert draft_article([english, replace(german, published_at=None)]).language == "en"


def test_reports_without_text_are_refused() -> None:
    with pytest.raises(ValueError, match="no text"):
        draft_article([Material(outlet="A", title="T", text="Too short.")])


def test_three_bullets_say_at_least_as_much_as_the_first_three_sentences(shared: Path) -> None:
    articles = json.loads((shared / "highlights.json").read_text("utf-8"))
    scorer = RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    gains: list[float] = []
    for article in articles:
        text, wanted = article["article"], "\n".join(article["highlights"])
        bullets = draft_article([Material(outlet="A", title="", text=text)]).bullets
        assert len(bullets) == 3
        assert all(_says(clean_line(text), bullet.text) and bullet.sources == (1,) for bullet in bullets)
        for name, said in (("ours", " ".join(each.text for each in bullets)), ("lead", _lead(text))):
            scores = scorer.score(wanted, said)
            sums[name][0] += scores["rouge1"].fmeasure
            sums[name][1] += scores["rouge2"].fmeasure
            gains.append(
                100 * scores["rouge1"].fmeasure if name == "ours" else gains.pop() - 100 * scores["rouge1"].fmeasure
            )
    means = {name: [round(value / len(articles) * 100, 2) for value in values] for name, values in sums.items()}
    print(means)  # noqa: T201 - read with -s
    t = mean(gains) / (stdev(gains) / len(gains) ** 0.5)
    print(f"{mean(gains):+.2f}, t {t:.2f}")  # noqa: T201
    assert (mean(gains) >= 1.0, t > 2) == (True, True)
    assert means["ours"][1] >= means["lead"][1]


def _says(text: str, bullet: str) -> bool:
    """Whether a text says all words of a bullet, in their order; asides between them may be left out."""
    words = iter(regex.findall(r"\w+", text))
    return all(word in words for word in regex.findall(r"\w+", bullet))


def _lead(text: str) -> str:
    return " ".join(split_sentences(text)[:3])


def load_events(shared: Path) -> list[list[Material]]:
    """Return the reports of each labelled event that several tell of."""
    document = json.loads((shared / "clusters" / "dev.json").read_text("utf-8"))
    events = defaultdict(list)
    for number, (article, label) in enumerate(zip(document["articles"], document["clusters"], strict=True)):
        text = "\n".join(sentence["content"] for sentence in article["sentences"])
        is_chinese = bool(regex.search(r"\p{Han}", article["title"]))
        language = "zh" if is_chinese else guess_language(f"{article['title']} {text}")
        if label != 166:
            events[label].append(
                Material(outlet=f"Outlet {number}", title=article["title"], text=text, language=language)
            )
    return [reports for reports in events.values() if len(reports) >= 2]


def test_drafts_of_real_events_are_short_in_one_language_and_repeat_nothing(shared: Path) -> None:
    words, cited, drafts = [], 0, [(reports, draft_article(reports)) for reports in load_events(shared)]
    for reports, draft in drafts:
        texts = [bullet.text for bullet in draft.bullets]
        terms = [content_terms(text) for text in texts]
        assert not any(_is_same(one, other) for place, one in enumerate(terms) for other in terms[place + 1 :])
        assert len({bool(regex.search(r"\p{Han}{4}", text)) for text in texts}) == 1
        assert not any(opened(text) for text in texts)
        assert not leans(texts[0], draft.language)
        words += [count_words(text) for text in texts]
        cited += len({number for bullet in draft.bullets for number in bullet.sources}) >= 2
        for bullet in draft.bullets:
            said = " ".join(reports[number - 1].text for number in bullet.sources)
            assert all(number in said for number in regex.findall(r"\d+(?:[.,]\d+)*", bullet.text))
    long = sum(each > 35 for each in words) / len(words)
    print(f"{len(drafts)} drafts, {mean(words):.1f} words a bullet, {long:.1%} over 35, {cited} cite two")  # noqa: T201
    assert (len(drafts), mean(words) <= 22, long <= 0.03) == (48, True, True)


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return jaccard(one, other) >= 0.4 or len(one & other) >= 0.7 * min(len(one), len(other))


def test_bullets_say_more_of_a_report_left_out_than_the_newest_other_ones_lead(shared: Path) -> None:
    scorer = RougeScorer(["rouge1"], tokenizer=_Tokenizer())
    differences = []
    for reports in load_events(shared):
        for language in {report.language for report in reports}:
            own = [report for report in reports if report.language == language]
            for place, left_out in enumerate(own if len(own) >= 3 else ()):
                others = own[:place] + own[place + 1 :]
                wanted = _lead_of(left_out)
                said = " ".join(bullet.text for bullet in draft_article(others).bullets[:3])
                ours, theirs = (scorer.score(wanted, each)["rouge1"].fmeasure for each in (said, _lead_of(others[-1])))
                differences.append(100 * (ours - theirs))
    print(f"{mean(differences):+.2f} over {len(differences)}")  # noqa: T201
    assert mean(differences) >= 1.5


class _Tokenizer:
    def tokenize(self, text: str) -> list[str]:
        return regex.findall(r"\p{Han}|[\p{L}\p{N}]+", text.lower())


def _lead_of(report: Material) -> str:
    sentences = [each for paragraph in report.text.split("\n") for each in split_sentences(paragraph.strip())]
    return " ".join(sentences[:3])


NEWS = "The council of Marn closed the old ferry terminal on Tuesday night."


@pytest.mark.parametrize(
    "before",
    [
        "(ANSA) - MARN, 24 NOV - ", "Marn (dpa/lno) - ", "Marn, 24 nov (EFE).- ", "Марн. 24 ноября. ИНТЕРФАКС - ",
        "MARN, November 24. /TASS/. ", "新华社马恩11月24日电（记者李明）", "【马恩】", "(마른=연합뉴스) 김철수 기자 = ",
        "Lenn, 24 May – ", "(ANSA) - (AP) - (dpa) - ", "MARN (COURIER/NORTH NEWS NETWORK) - ",
        "北京时间11月24日晚间消息（李明）",
    ],
)  # fmt: skip
def test_agencies_place_and_name_are_no_part_of_a_bullet(before: str) -> None:
    (bullet,) = draft_article([Material(outlet="A", title="Ferries", text=before + NEWS)]).bullets
    assert bullet.text == NEWS


@pytest.mark.parametrize(
    "furniture",
    [
        "By Leah Ann Sand, Marn Courier Staff Writer.", "Updated at 3:15 p.m. on Tuesday, November 24, 2026.",
        "(Photo by Ada Larsen/Harbour Pictures) The old terminal is seen on Monday in the rain.",
        "Click the link below to follow our channel for more news of Marn.",
        "Suscríbase a nuestro boletín y reciba las noticias de Marn cada mañana.",
        "Читайте также: прошлой зимой остров остался без света на три дня.",
        "Lesen Sie auch: Warum die Fähren von Marn im Winter nicht mehr fahren.",
        "Your first month costs one crown, and you can cancel your plan at any time.",
        "To continue reading, become a member for nine crowns a month.",
        "© 2026 Marn Courier, all the words of this page are ours alone.",
        "“The piers were rotten for ten years, and nobody ever looked at them.",
        "The piers were rotten and nobody ever looked at them for ten years,” the papers of the court read.",
    ],
)  # fmt: skip
def test_what_is_not_of_the_story_becomes_no_bullet(furniture: str) -> None:
    text = f"{NEWS}\n{furniture}\nEngineers found cracks in eleven of forty wooden piers."
    draft = draft_article([Material(outlet="A", title="Ferries", text=text)])
    assert [bullet.text for bullet in draft.bullets] == [
        NEWS, "Engineers found cracks in eleven of forty wooden piers.",
    ]  # fmt: skip
    assert draft.body == ()


def test_news_of_subscribing_and_advertising_is_news() -> None:
    text = (
        "More than three million people subscribe to the Marn streaming service, the firm said.\n"
        "It wants viewers to sign up for yearly plans from January, its chief told investors.\n"
        "An advertisement for the service was banned by the regulator on Tuesday."
    )
    assert len(draft_article([Material(outlet="A", title="Streaming", text=text)]).bullets) == 3


def test_name_behind_an_elision_is_known() -> None:
    evidence = make_evidence("Le maire d'Arvik a visité l'île d’Ossel mercredi.")
    assert {"arvik", "ossel", "ile"} <= evidence.names


@pytest.mark.parametrize(
    "sentence",
    [
        "The Associated Press (AP) said on Monday that the old ferry terminal of Marn is closed.",
        "Ministers from Iran/Iraq/Syria met on Monday in the old ferry terminal of Marn.",
        "By Monday, 4,000 people had fled the city of Marn, officials of the harbour said.",
    ],
)
def test_sentence_that_begins_like_a_dateline_or_byline_stays_whole(sentence: str) -> None:
    (bullet,) = draft_article([Material(outlet="A", title="Ferries", text=sentence)]).bullets
    assert bullet.text == sentence
