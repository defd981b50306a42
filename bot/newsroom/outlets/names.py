"""Whether an unknown name reads like an outlet's."""

from enum import Enum
from html import unescape

import regex

from bot.newsroom.outlets.urls import find_host
from bot.newsroom.text.cleaning import clean_line
from storage.words import fold, iter_words, squash


class NameContext(Enum):
    """In what context an unknown name stands; the better the context, the less it must prove."""

    CREDITED = "credited"  # in a credit line or source list
    MEDIA = "media"  # after "outlets including"
    OUTLETS = "outlets"  # in one list with known outlets
    UNKNOWN = "unknown"
    KNOWN_ONLY = "known only"  # after words that mostly mean something else ("per cent")


_UNNAMED = frozenset(
    """official officials expert experts analyst analysts source sources authority authorities police government
    ministry minister media outlets outlet reports report reporter reporters witness witnesses resident residents local
    locals observer observers critic critics people diplomat diplomats lawyer lawyers investigator investigators
    researcher researchers scientist scientists economist economists insiders spokesman spokeswoman spokesperson
    spokespeople statement statements study studies survey surveys poll polls data estimate estimates figures forecast
    forecasts document documents court courts law army military union unions agency agencies journalist journalists
    correspondent correspondents aide aides adviser advisers staff team groups group activists campaigners
    organisers organizers companies context bank banks president premier king queen senator mayor governor chancellor
    secretary spokesmen leaders leader him her them it he she they those some many others other several various
    multiple one which what whom whose this that these press newspapers newspaper networks broadcasters""".split()
)
_NO_OUTLETS = frozenset(
    """nasa nato un eu who imf fbi cia opec unicef unesco unhcr wto ecb fda cdc epa nhs kremlin pentagon white house
    congress senate parliament bundestag interpol europol hamas hezbollah taliban moscow washington beijing london
    paris berlin kyiv brussels tokyo delhi tehran ankara jerusalem ukraine russia china israel iran india france
    germany japan britain turkey""".split()
)
_TITLES = frozenset(
    """mr mrs ms dr prof professor president minister prime sir lord lady king queen prince princess senator sen rep
    governor gov general gen colonel col captain mayor chancellor secretary judge justice pope imam rabbi ambassador
    foreign defence defense interior finance vice deputy former chief""".split()
)
# Words that make a name an outlet's wherever they stand in it, and words that do so at its end only.
_MEDIA_WORDS = frozenset(
    """news times post daily herald tv radio journal gazette tribune chronicle observer telegraph courier mirror
    bulletin insider weekly magazine dispatch examiner sentinel argus newspaper broadcasting zeitung nachrichten diario
    periodico noticias jornal gazeta pravda novosti nouvelles giornale corriere shimbun akhbar""".split()
)
_MEDIA_ENDINGS = _MEDIA_WORDS | frozenset(
    """press media network channel review mail star standard mercury echo ledger register reporter monitor today online
    live wire globe guardian world presse asahi xinwen report quill lantern""".split()
)
_INSTITUTIONS = frozenset(
    """organization organisation bank programme program fund agency ministry council commission union university
    institute department office association committee authority court party police foundation secretary minister
    chartered federation parliament hospital county context corporation bureau service centre center""".split()
)
_DOMAIN = regex.compile(r"(?:[\w-]+\.)+(?:com|org|net|news|tv|info|co|io|[a-z]{2})(?:\.[a-z]{2})?", regex.IGNORECASE)
_LETTER = regex.compile(r"\p{L}")


def reads_like_outlet(name: str, context: NameContext) -> bool:
    """Whether an unknown name, in this context, is taken for an outlet."""
    words = fold(name).replace("’", "'").split()
    if context is NameContext.KNOWN_ONLY or not words or not _LETTER.search(name) or _is_unnamed(name, words):
        return False
    if context is NameContext.CREDITED:
        return True
    if context is NameContext.MEDIA:
        return not name.islower() or _has_media_part(name)
    if words[0].strip(".") in _TITLES or any(word in _NO_OUTLETS for word in words):
        return False
    is_alone_among_outlets = context is NameContext.OUTLETS and len(words) == 1 and not name.islower()
    return is_alone_among_outlets or _DOMAIN.fullmatch(name) is not None or _has_media_part(name)


def _is_unnamed(name: str, words: list[str]) -> bool:
    """Whether a name is of those who are not named: officials, state media; but `Harbour Media` is one."""
    if words[0] in ("state", "local", "social", "national", "foreign") and words[-1] in ("media", "press"):
        return True
    is_proper = len(words) > 1 and name.rsplit(maxsplit=1)[-1][0].isupper()
    return words[-1] in _UNNAMED and not (is_proper and _has_media_part(name))


def _has_media_part(name: str) -> bool:
    """Whether the name has a word like News in it, or Press at its end; run together (`northwindpost`), at an end."""
    words = fold(name).split()
    if len(words) > 1:
        is_news_agency = words[-2:] in (["news", "agency"], ["press", "agency"])
        if any(word in _INSTITUTIONS for word in words) and not is_news_agency:
            return False
        return is_news_agency or words[-1] in _MEDIA_ENDINGS or any(word in _MEDIA_WORDS for word in words)
    slug = squash(name)
    parts = _MEDIA_ENDINGS | {"asia", "global"}
    return slug not in _MEDIA_ENDINGS and any(
        len(slug) > len(part) + 1 and (slug.endswith(part) or (part in _MEDIA_WORDS and slug.startswith(part)))
        for part in parts
        if len(part) > 1
    )


def has_media_word(name: str) -> bool:
    """Whether a name of several words is an outlet's beyond doubt, by one of its words."""
    return len(name.split()) > 1 and _has_media_part(name)


# What sites call their parts and their feeds: a title of nothing else names no outlet.
_PARTS = frozenset(
    """a about all and article articles asia africa america americas art arts at blog breaking business city climate
    column columns comment comments community country crime culture current daily economy education entertainment
    environment europe features feed feeds finance food for from front full global health headline headlines home in
    international investigations island latest law life lifestyle local main market markets media middle east money most
    movies music nation national new newest news newsroom north of on opinion our page people podcast podcasts policy
    politics popular post posts press read recent region regional releases rss science section site society south sport
    sports stories story tech technology text the today top topics travel uk updates us video videos west world atom xml
    actualidad cultura deportes economía economia españa internacional mundo nacional noticias opinión política portada
    sociedad tecnología titulares últimas ultimas últimos actualité actualités actu à la une économie france monde
    politique société sports toute toutes l'actualité aktuell aktuelle alle nachrichten deutschland gesellschaft inland
    ausland kultur meldungen panorama politik ressort schlagzeilen startseite themen welt wirtschaft wissen ultime
    notizie cronaca economia esteri italia mondo politica prima pagina tutte новости главное главные лента мир общество
    политика последние россия спорт экономика haberler son dakika dünya ekonomi gündem spor berita terkini nasional
    الأخبار أخبار آخر العالم الرئيسية اقتصاد رياضة سياسة اخبار جهان ورزش समाचार खबरें देश दुनिया 首页 新闻 最新 国际 国内
    要闻 ニュース 主要 国内 国際 뉴스 최신
    weather football soccer tennis cricket rugby basketball baseball obituaries letters real
    estate crime courts court justice election elections homepage untitled games gaming cars motoring royals celebrity
    nieuws binnenland buitenland sport economie politiek wiadomości kraj świat gospodarka polityka nyheter inrikes
    utrikes ekonomi kultur nyhed indland udland новини головні світ україна політика економіка спорт культура війна
    empresas y negocios ciudades sucesos tecnologia esportes cotidiano brasil salute scienza viaggi
    世界 社会 社會 政治 経済 经济 財經 财经 体育 體育 娱乐 娛樂 科技 文化 国际新闻 國際新聞 国内新闻 社会新闻
    财经新闻 体育新闻
    スポーツ 経済 エンタメ 정치 경제 사회 스포츠 국제
    de все дня лента всі hírek ειδήσεις lokalne noticias última hora محلية zprávy zpravodajství vijesti știri uutiset
    senaste nytt algemeen tin mới nhất ข่าวล่าสุด חדשות 新着記事 記事 ताजा toda artikel artikels""".split()
)
# Titles that programs come with.
_NO_NAMES = frozenset("index channel my site my blog fil info just another wordpress site rss feed".split())
_SECTION_WORDS = frozenset(word for part in _PARTS for word in iter_words(part))
_TITLE_PARTS = regex.compile(
    r"\s+[|–—•·»›>:-]+\s+|:\s+|\s*[»｜|：]\s*|(?<=[\p{Han}\p{Katakana}])[-_—](?=[\p{Han}\p{Katakana}])"
)
# What stands around a name in the title of a feed.
_BEFORE_NAME = regex.compile(
    r"(?:(?:the )?latest(?: (?:news|posts|stories|articles))?|comments|últimas noticias|últimas notícias|últimas"
    r"|dernières (?:actualités|nouvelles)|aktuelle (?:nachrichten|meldungen)|ultime notizie|последние новости)"
    r"\s+(?:from|of|on|for|de|da|von|aus|di|с)\s*:?\s+",
    regex.IGNORECASE,
)
_AFTER_NAME = regex.compile(r"\s+(?:RSS(?:\s+feeds?)?|feeds?)$|\s*\((?P<inside>[^()]{2,30})\)$", regex.IGNORECASE)
_QUERY = regex.compile(r"[\"“”«»].*[\"“”«»]")  # what was looked for
_TAGLINE_WORDS = 4
_LANDS = ("us", "uk", "eu", "un")
_SUBDOMAINS = ("www.", "feeds.", "rss.", "feed.", "m.")


def outlet_name(title: str, url: str) -> str:
    """Return the name an outlet goes by until it is known better: the part of a title that is no section's name.

    Of several, the one that its address has, else the first; of none, the host.
    """
    host = find_host(url) or url.casefold()
    for prefix in _SUBDOMAINS:
        host = host.removeprefix(prefix)
    parts = [part for each in _TITLE_PARTS.split(unescape(clean_line(title))) if (part := _bare(each))]
    named = [part for part in parts if not _is_section(part) and not _QUERY.fullmatch(part)]
    named = [part for part in named if len(parts) == 1 or squash(part) not in _LANDS]
    label = squash(host.partition(".")[0])
    own = next((part for part in named if label and label in (squash(part), _initials(part))), None)
    sure = next((part for part in named if has_media_word(part)), None)
    return (own or sure or _likeliest(named) or host)[:100]


def _bare(part: str) -> str:
    """Return a part of a title without what feeds put around a name."""
    part = _BEFORE_NAME.sub("", part.strip())
    found = _AFTER_NAME.search(part)
    if found is not None and (found["inside"] is None or _is_section(found["inside"])) and found.start():
        part = part[: found.start()]
    return part.strip()


def _initials(part: str) -> str:
    return "".join(word[0] for word in iter_words(part))


def _likeliest(named: list[str]) -> str | None:
    """Return the last of several names, as sites put theirs behind their sections'; a tagline is none."""
    short = [part for part in named if len(part.split()) <= _TAGLINE_WORDS]
    return next(iter((short or named)[::-1]), None)


def _is_section(part: str) -> bool:
    words = tuple(iter_words(part))
    is_long_enough = any(len(word) > 2 or not word.isascii() for word in words)
    is_program_s = all(word in _NO_NAMES for word in words)
    return is_long_enough and (is_program_s or all(word in _SECTION_WORDS or word.isnumeric() for word in words))
