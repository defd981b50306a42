"""Datelines: the place, the day and the agency that stand before a report's first sentence, in any language."""

from functools import cache

import regex
from babel import Locale

_AGENCY = (
    r"AA|AFP|ANI|ANP|ANSA|APA|AP|Belga|Bloomberg|CNN|[ČC]TK|dpa(?:-AFX)?|EFE|Efe|epd|Europa Press|IANS|KNA|Kyodo|Lusa"
    r"|MTI|ots"
    r"|NTB|PAP|PTI|ATS|awp|apro|AVN|AGI|Adnkronos|Teleborsa|Agence Ecofin|Agenzia Fides"
    r"|GLOBE NEWSWIRE|PRNewswire|FOLHAPRESS"
    r"|Dow Jones|Reuters|Ritzau|SDA|sda|sid|STT|TASS|TT|UPI|Xinhua|Yonhap|LaPresse|Prensa Latina|BUSINESS WIRE|OTS"
)
_ARABIC = (
    r"رويترز|أ ?\.? ?ف ?\.? ?ب|أ ?ش ?أ|د ?ب ?أ|أ ?ب|فرانس برس|وام|واس|سانا|قنا|كونا|بترا|الأناضول|شينخوا|سبوتنيك|وكالات"
    r"|ایسنا|ایرنا|مهر|فارس|تسنیم|ایلنا"
)
_INDIAN = r"भाषा|आईएएनएस|एएनआई|वार्ता|एपी|एएफपी|रायटर्स?|पीटीआई"
_TAG = (
    rf"(?:{_AGENCY}|{_ARABIC}|{_INDIAN}|EUROPA PRESS|\p{{Lu}}{{2,8}}(?:[-/]\p{{Lu}}{{2,6}})?"
    r"|\p{Lu}{2,12}(?:[-/ ]\p{Lu}{2,12}){1,4})(?:/\w{2,5})?"
)
_PLACES = r"[\p{L}\p{M}\p{N}\s.,،'’/-]{2,40}"
_DAY = r"(?:\p{N}{1,2}\.?\s\p{L}{3,12}\.?|\p{L}{3,12}\.?\s\p{N}{1,2})(?:,?\s\p{N}{4})?"
# No aside between dashes: `HAMAS — Israel's enemy — said` is a sentence.
_NO_ASIDE = r"(?![^-–—]{3,40}[-–—]\s[^-–—.!?]{3,45}\s[-–—]\s\p{Ll})"
_BEGINS = r"(?=[\p{Lu}\p{Lo}\p{N}(“\"«„])"
_DATELINES = (
    # LENN, Nov 24 (Reuters) - · Lenn (dpa/lno) - · (ANSA) - · فارنهولت (رويترز) -
    regex.compile(rf"(?:{_PLACES}\s?)?\({_TAG}\)\s*[.।]?\s*[-–—:]+\s*{_BEGINS}"),
    # (Adnkronos) - · Varnholt — CNN — · Varnholt, Norland | AFP —
    regex.compile(rf"\p{{Lu}}[\p{{L}} ,.-]{{2,40}}\s[—–|]\s(?:{_AGENCY}|CNN|BBC)\s[—–-]+\s*{_BEGINS}"),
    regex.compile(
        rf"(?:\p{{Lu}}[\p{{L}} ,.-]{{2,40}}[,.]\s)?(?:AGI|AVN|UNN|УНН|БЕЛТА|Антара)\s*[.•]?\s*[-–—•]\s*{_BEGINS}"
    ),
    regex.compile(r"(?:Jakarta|Merdeka\.com|Suara\.com|Jakarta, \p{Lu}\w+\.com)\s[-–—]\s+(?=\p{Lu})"),
    regex.compile(r"[〔［\[【]?[記记]者[\p{Han}]{2,4}[／/ ][\p{Han}]{2,8}(?:特稿|報導|报道|報道)[〕］\]】]?\s*"),
    regex.compile(r"[（(][\p{Katakana}\p{Han}ー]{2,12}[＝=][\p{Han}]{2,6}[）)]\s*|[（(](?:CNN|BBC|AFP|AP)[）)]\s+"),
    regex.compile(
        r"\[[\p{Hangul}]{2,8}\s[\p{Hangul}]{2,4}\s기자\]\s*"
        r"|[\p{Hangul}]{2,8}=[\p{Hangul}]{2,4}\s(?:특파원|기자)\s*=?\s*"
    ),
    regex.compile(r"\[앵커\]\s*"),
    # Without a dash: (CNN) · MADRID, 24 (EUROPA PRESS) · वार्नहोल्ट, 24 नवंबर (भाषा)
    regex.compile(rf"(?:{_PLACES}\p{{N}}{{1,2}}(?:\s[\p{{L}}\p{{M}}]{{3,10}}\.?)?\s)?\({_TAG}\)\s*[.।]?\s*{_BEGINS}"),
    # LENN (TT) · LENN: (APP) · LENN (Agência Brasil) - · Lenn/APA – · Jakarta, CNBC Indonesia -
    regex.compile(rf"\p{{Lu}}{{3}}[\p{{Lu}} -]{{0,27}}:?\s\({_TAG}\)\s+{_BEGINS}"),
    regex.compile(rf"\p{{Lu}}{{3}}[\p{{Lu}} -]{{0,27}}\s\(\p{{Lu}}[\p{{L}} ]{{2,24}}\)\s*[-–—]+\s+{_BEGINS}"),
    regex.compile(rf"\p{{Lu}}\p{{L}}{{2,20}}/{_TAG}\s[-–—]\s+{_BEGINS}"),
    regex.compile(r"\p{Lu}\p{L}{2,20},\s(?:CNBC|CNN|BBC News)\sIndonesia\s[-–—]\s+"),
    regex.compile(r"[［\[【(（]?記者[\p{Han}]{2,8}[／/][\p{Han}]{2,8}(?:報導|报道|報道)[］\]】)）]?\s*"),
    regex.compile(rf"[\p{{Lu}} ]{{3,30}}--\({_TAG}\)--\s*"),
    regex.compile(
        rf"\p{{Lu}}[\p{{L}}\s'’-]{{1,40}},\s{_DAY}\s*\([^()]{{2,25}}\)\s*\.?\s*[-–—:]+\s*"
    ),  # Lenn, 24 nov (X).-
    # فارنهولت - رويترز: · فارنهولت 24 نوفمبر / وام / · تهران - ایرنا -
    regex.compile(rf"[\p{{Arabic}}\p{{N}}\s]{{3,40}}?\s*[-ـ–/]\s*(?:{_ARABIC}|«[^«»]{{3,25}}»)\s*[-:/–]\s*"),
    # LENN, November 24. /TASS/. · 24 ноября, Минск /Корр. БЕЛТА/. · ЛЕНН, 24 ноя - РИА Новости, Ада Берг.
    regex.compile(r"(?:\p{Lu}|\p{N}{1,2}\s)[\p{L}\p{N}\s.,'’-]{1,60}[.\s]/[\p{L}. ]{2,20}/\s*(?:\.\s*|[-–—]+\s+)"),
    regex.compile(
        r"\p{Lu}[\p{Lu}\s-]{2,20},\s\p{N}{1,2}\s\p{L}{3,8}\.?\s[-–—]\s"
        r"(?:РИА Новости|ТАСС|Интерфакс|Прайм|УНИАН)[^.]{0,40}\.\s*"
    ),
    regex.compile(r"\p{N}{1,2}\s\p{Cyrillic}{3,9}\.\s\p{Lu}[\w.-]{3,24}\s[-–—]\s*"),
    regex.compile(  # VELMORA — · Lenn. 24 ноября. ИНТЕРФАКС - · LENN, 24 NOV -
        rf"{_NO_ASIDE}"
        r"(?:\p{Lu}\p{L}+(?:[\s-]\p{L}+)?\.\s\p{N}{1,2}\s\p{L}+\.\s)?"
        r"\p{Lu}{4}[\p{Lu}\s.'’-]{0,30}(?:,\s[\p{L}\p{N}\s.,]{2,20})?\s*(?:—|–|--?\s)\s*(?=[\p{Lu}“\"«])"
    ),
    # Lenn, 24 May – · Lenn, le 24 novembre 2026 - · NEW LENN, Nov 24:
    regex.compile(rf"\p{{Lu}}\p{{L}}+(?:\s\p{{L}}+)?,\s(?:le\s)?{_DAY}\s*[-–—]+\s+(?=\p{{Lu}})"),
    regex.compile(rf"\p{{Lu}}[\p{{Lu}}\s]{{2,20}},\s{_DAY}\s*:\s+(?=\p{{Lu}})"),
    regex.compile(r"\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?\.[-–—]\s+(?=\p{Lu})"),  # Lenn.-
    regex.compile(r"(?:\p{Lu}\p{L}+,\s\p{Lu}[\w ]{2,20}\s--|\w{3,15}\.com,\s\p{Lu}\p{L}+\s[-–—]+)\s+(?=\p{Lu})"),  # id
    regex.compile(
        r"[（(]?[^，。（）()\s]{0,12}[社网網報报][^，。（）()]{0,20}\p{N}+日(?:[电電讯訊]|消息)[）)]?\s*(?:[（(][^（）()]{1,20}[）)])?[，,]?\s*"
    ),  # 新华社…电
    regex.compile(
        r"路透[^，。]{0,12}\p{N}+日\s*[电電讯訊]?\s*[-–—]\s*"
        r"|本报[^，。]{0,8}[讯訊电電](?:[（(]记者[^（）()]{1,16}[）)])?\s*"
    ),
    regex.compile(r"(?:央视网|人民网|新华网|中新网)(?:\p{N}+月\p{N}+日)?[电電讯訊消息]{1,2}[：:，]?\s*"),
    regex.compile(  # 北京时间10月10日晚间消息（…）
        r"(?:\w{2,8}[讯訊]\s)?(?:北京时间|北京時間)?\p{N}{1,2}月\p{N}{1,2}日(?:[早午晚]间|[早午晚]間|凌晨|[上下]午|[早晚]上)?消息"
        r"\s*(?:[（(][^（）()]{1,20}[）)])?[，,：:]?\s*"
    ),
    regex.compile(r"【[^【】]{1,24}】\s*"),
    regex.compile(  # (서울=연합뉴스) … 기자 = · [헤럴드경제=김철수 기자]
        r"[(\[][^()\[\]=\n]{1,20}=[^()\[\]=\n]{1,20}[)\]]\s*(?:(?:\p{Hangul}{2,5}\s){1,3}(?:특파원|기자)\s*=?\s*)?"
    ),
    regex.compile(
        r"[［\[（(][^］\])）]{0,24}(?:ロイター|共同|時事|[AＡ][FＦ][PＰ]|ブルームバーグ)[］\])）]\s*[-－―–:：]*\s*"
    ),
)
# At the head of a report alone: SAN TALVIK, Lenn: · 塔尔维克：. Fewer letters are an office's name as often.
_CAPITALS = r"\p{Lu}[\p{Lu}.'’/-]+"
_PLACE = rf"(?:{_CAPITALS}\s){{0,3}}{_CAPITALS}(?:,\s\p{{Lu}}[\p{{L}}.'’ ]{{2,25}}){{0,2}}"
_SPEAKING = r"(?!(?:I|We|You|My|Our|Let)\b)"  # who is quoted so is no place
_BARE_PLACES = (
    regex.compile(rf"(?=[^:]{{5,60}}:){_PLACE}\s*:\s*{_SPEAKING}{_BEGINS}"),
    regex.compile(rf"(?=[^-–—]{{5,60}}[-–—]){_NO_ASIDE}{_PLACE}\s+[-–—]+\s+{_BEGINS}"),
    regex.compile(r"[（(][\p{Han}\p{N}日]{2,14}[讯訊电電][）)]\s*|[\p{Han}]{2,6}\p{N}{1,2}日[讯訊电電]\s*"),
)
_HAN_PLACE = regex.compile(r"([\p{Han}·]{2,12})([:：]|——)\s*(?=\p{Han})")
_MOST_DATELINES = 3


def without_dateline(paragraph: str, *, is_head: bool = False) -> str:
    """Return a paragraph without what an agency writes before its first sentence.

    A bare place stands only at the head of a report, in its first paragraphs.
    """
    forms = (*_DATELINES, *_BARE_PLACES) if is_head else _DATELINES
    for _ in range(_MOST_DATELINES):
        match = next((found for each in forms if (found := each.match(paragraph))), None)
        match = match or (_find_han_place(paragraph) if is_head else None)
        if match is None or match.end() == len(paragraph):
            break
        paragraph = paragraph[match.end() :]
    return paragraph


def _find_han_place(paragraph: str) -> regex.Match[str] | None:
    """Return a place before a Chinese text: `新加坡:`, `圣胡安——`; no speaker, nor a place joined to another."""
    found = _HAN_PLACE.match(paragraph)
    if found is None:
        return None
    if found[2] == "——":
        return None if paragraph[found.end() :].startswith(_list_han_places()) else found
    return found if found[1] in _list_han_places() else None


@cache
def _list_han_places() -> tuple[str, ...]:
    """Return lands and large cities by their Chinese names, as CLDR has them."""
    locale = Locale.parse("zh")
    cities = (zone.get("city") for zone in locale.time_zones.values())
    return tuple(sorted({name for name in (*locale.territories.values(), *cities) if name and len(name) > 1}))
