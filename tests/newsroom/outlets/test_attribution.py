"""The outlets that a sentence names as its sources."""

import pytest

from bot.newsroom.outlets.attribution import extract_outlets, split_names
from bot.newsroom.outlets.directory import better_spelling, make_directory
from bot.newsroom.outlets.names import NameContext, reads_like_outlet
from storage.model import Outlet
from storage.outlets import read_shipped_outlets

DIRECTORY = make_directory(read_shipped_outlets())


@pytest.mark.parametrize(
    ("sentence", "outlets"),
    [
        ("He left, according to Reuters, the BBC and officials.", ("Reuters", "BBC")),
        ("according to trtglobal, channelnewsasia, and indiatimes.", ("TRT Global", "CNA", "Indiatimes")),
        ("per reports from several state media outlets including Al Jazeera and SCMP.", ("Al Jazeera", "SCMP")),
        ("as highlighted by SCMP and Al Jazeera.", ("SCMP", "Al Jazeera")),
        ("As detailed by scmp, bbc, and the Financial Times, he left.", ("SCMP", "BBC", "Financial Times")),
        ("as covered by France 24 as well as Le Monde.", ("France 24", "Le Monde")),
        ("Reuters and AFP reported that it rained.", ("Reuters", "AFP")),
        ("Reuters and a friend went home.", ()),
        ("The Globe and Mail said so.", ("The Globe and Mail",)),
        ("He told Reuters that he left, according to Reuters.", ("Reuters",)),
        ("The U.S. said, per Axios, that Dr. Smith left.", ("Axios",)),
        ("Prices rose 5 per cent, according to experts.", ()),
        ("It is fine, according to Dmitry Peskov.", ()),
        ("According to NASA, it is fine.", ()),
        ("According to President Macron, it is fine.", ()),
        ("Time is short, according to time.", ()),
        ("Time is short, according to Time.", ("Time",)),
        ("according to Dr. Who", ()),
        ("according to the northwindpost and The Daily Quill.", ("northwindpost", "The Daily Quill")),
        ("Several outlets including Zenith, Reuters and The Moon said so.", ("Zenith", "Reuters", "The Moon")),
        ("Outlets such as reuters, friends and quillwire said so.", ("Reuters", "quillwire")),
        ("according to Zenith and Reuters", ("Zenith", "Reuters")),
        ("according to harbour.example.org", ("harbour.example.org",)),
        ("according to Radio of the Valley, he left", ("Radio of the Valley",)),
        ("according to Al Jazeera's correspondent", ("Al Jazeera",)),
        ("according to both Reuters and AFP", ("Reuters", "AFP")),
        ("according to", ()),
        ("according to (nobody)", ()),
        ("as reported by state media and local press", ()),
        ("as reported by Harbour Media", ("Harbour Media",)),
        ("reports from officials, as noted by Reuters", ("Reuters",)),
        ("As reported by Reuters, prices rose 3%.", ("Reuters",)),
        ("According to both AP and AFP, streets were calm.", ("Associated Press", "AFP")),
        ("He told the Associated Press and to Reuters that he left.", ("Associated Press", "Reuters")),
        ("As covered by Le Monde and in The Harbour Gazette.", ("Le Monde", "The Harbour Gazette")),
        ("According to Reuters, Macron will resign.", ("Reuters",)),
        ("according to the World Health Organization", ()),
        ("according to a report by the World Bank", ()),
        ("according to Press Secretary Dana Cole", ()),
        ("Michael Fox said it.", ()),
        ("The sun said nothing.", ()),
        ("It was reported in Vanguard County today.", ()),
        ("According to The Times of Malta, it rained.", ("The Times of Malta",)),
        ("According to CNBC TV18, Reuters and BBC, it rained.", ("CNBC TV18", "Reuters", "BBC")),
        ("The Tallvik Tribune reported rain.", ("The Tallvik Tribune",)),
        ("It rained, reports Reuters.", ("Reuters",)),
        ("LONDON (Reuters) - Oil fell.", ("Reuters",)),
        ("Reuters - Oil prices fell.", ("Reuters",)),
        ("As the BBC put it, he left.", ("BBC",)),
        ("A Reuters tally showed it.", ("Reuters",)),
        ("The Tallvik Tribune (a paper) closed.", ()),
        ("Según El País, llovió.", ("El País",)),
        ("Reuters news agency reported that it rained.", ("Reuters",)),
        ("Segundo a Folha de S.Paulo, choveu.", ("Folha de S.Paulo",)),
        ("De acordo com a Reuters, choveu.", ("Reuters",)),
        ("Nach Informationen des Spiegel regnete es.", ("Der Spiegel",)),
        ("Со ссылкой на Reuters, шёл дождь.", ("Reuters",)),
        ("За даними Reuters, йшов дощ.", ("Reuters",)),
        ("به نقل از Reuters باران بارید.", ("Reuters",)),
        ("Reuters'ın aktardığına göre yağmur yağdı.", ("Reuters",)),
        ("Menurut laporan Reuters, hujan turun.", ("Reuters",)),
        ("ロイター通信によると、雨が降った。", ("Reuters",)),
        ("路透社报道称，昨天下雨。", ("Reuters",)),
        ("according to Xinhua News Agency and Tallvik News Agency", ("Xinhua", "Tallvik News Agency")),
    ],
)
def test_outlets_are_found_and_nobody_else(sentence: str, outlets: tuple[str, ...]) -> None:
    assert extract_outlets(sentence, DIRECTORY) == outlets


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("TRTGLOBAL", ("TRT Global",)),
        ("TRT Global, Al Jazeera and 3 more", ("TRT Global", "Al Jazeera")),
        ("The Globe and Mail, Reuters & NORTHWINDPOST", ("The Globe and Mail", "Reuters", "NORTHWINDPOST")),
        ("AP and officials", ("Associated Press",)),
        ("Zenith; Reuters.", ("Zenith", "Reuters")),
        ("12", ()),
        ("State Media", ()),
    ],
)
def test_every_name_of_a_credit_line_counts(line: str, names: tuple[str, ...]) -> None:
    assert split_names(line, DIRECTORY) == names


def test_shipped_directory_resolves_every_alias_to_one_outlet() -> None:
    shipped = read_shipped_outlets()
    assert len(shipped) >= 100
    for outlet in shipped:
        assert {DIRECTORY.find_name(spelling.upper()) for spelling in (outlet.name, *outlet.aliases)} == {outlet.name}
        assert {DIRECTORY.find_name(f"www.{domain}") for domain in outlet.domains} == {outlet.name}
        assert outlet.country
        assert outlet.language


def test_directory_extended_keeps_known_spellings() -> None:
    directory = make_directory([Outlet(name="Meridian Wire")]).extended(["MERIDIANWIRE", "Zenith"])
    assert (directory.find_name("meridianwire"), directory.find_name("ZENITH")) == ("Meridian Wire", "Zenith")


@pytest.mark.parametrize(
    ("one", "other", "better"),
    [
        ("NORTHWINDPOST", "Northwind Post", "Northwind Post"),
        ("Northwind Post", "northwindpost", "Northwind Post"),
        ("northwindpost", "NorthwindPost", "NorthwindPost"),
        ("northwindpost", "NORTHWINDPOST", "NORTHWINDPOST"),
    ],
)
def test_better_spelling_reads_more_like_a_name(one: str, other: str, better: str) -> None:
    assert better_spelling(one, other) == better


def test_a_name_without_letters_is_no_outlet() -> None:
    assert not reads_like_outlet("1234", NameContext.CREDITED)
    assert not reads_like_outlet("Reuters", NameContext.KNOWN_ONLY)


@pytest.mark.parametrize(
    "line",
    ["Küstenbote und Tagesblick", "Küstenbote y Tagesblick", "Küstenbote dan Tagesblick", "Küstenbote ve Tagesblick",
     "Küstenbote/Tagesblick", "Küstenbote et Tagesblick", "Küstenbote и Tagesblick"],
)  # fmt: skip
def test_credit_line_is_parted_by_the_and_of_any_language(line: str) -> None:
    assert split_names(line, DIRECTORY) == ("Küstenbote", "Tagesblick")
