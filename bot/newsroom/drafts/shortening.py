"""Shortening a sentence to a bullet: asides between commas and brackets go, what is left is said word for word.

Only what can be left out without a change of sense goes: clauses that `who`, `which`, `where` or a time hang on, never
a condition, a contrast or who said it. Nothing inside a quotation is touched.
"""

import regex

from bot.newsroom.text.terms import language_group

_MOST_CHARACTERS = 1000  # what is longer is no sentence to be shortened
_FEWEST_WORDS = 8  # what is left says something
# What an aside begins with, by language: wherever it stands, and only at the end.
_RELATIVE = {
    "en": "who|whom|whose|which|where",
    "es": "que|quien(?:es)?|cuy[oa]s?|donde",
    "pt": "que|quem|cuj[oa]s?|onde",
    "fr": "qui|dont|où",
    "de": "deren|dessen|welche[rsmn]?|wo|wobei",
    "it": "che|cui",
    "ru": "котор(?:ый|ая|ое|ые|ого|ой|ых|ым|ую|ому|ыми)|где",
    "uk": "як(?:ий|а|е|і|ого|ої|их|им|у|ому|ими)|де",
    "ms": "yang|di mana",
    "ar": "الذي|التي|الذين|حيث",
}
_TRAILING = {
    "en": "when|as(?! well)|after|before|while|with|following|amid|including|such as|adding|bringing|leaving|raising|"
    "making|marking|calling|since|because|(?!killing|injuring|wounding)\\p{Ll}{3,}ing",
    "es": "mientras|tras|después de|cuando|en medio de|incluid[oa]s?",
    "pt": "enquanto|após|depois de|quando|incluindo",
    "fr": "que|tandis que|alors que|après|lorsque|notamment",
    "de": "während|nachdem|als",
    "it": "dove|mentre|dopo|quando|tra cui",
    "ru": "когда|после того как|пока|после чего",
    "uk": "коли|після того як|поки",
    "ms": "ketika|selepas|manakala|sambil|termasuk|semasa",
    "ar": "بعد|عندما|فيما",
}
_SAID = (
    r"said|says|told|adds?|added|reports?|reported|announced|confirmed|according|wrote|writes|dijo|según|informó|disse|segundo|"
    r"afirmou|selon|déclaré|indiqué|sagte|laut|teilte|secondo|detto|сообщил|сообщила|сообщили|заявил|заявила|сказал|"
    r"повідомив|повідомила|заявив|kata|menurut|berkata|ujar|lapor|بحسب|وفق|قال|قالت|حسب"
)
_TAIL = regex.compile(rf"\s?,\s(?=[^,“”\"]{{0,80}}\b(?:{_SAID})\b)[^,“”\"]{{3,120}}[.۔]$", regex.IGNORECASE)
# According to figures that triggered new alarm: what is said of a source is no news.
_OF_SOURCE = regex.compile(r"(?<=^\s?,\saccording\sto\s[^,]{3,80})\s(?:that|which|who)\s[^,“”\"]+(?=[.]$)")
_BRACKETS = regex.compile(r"\s?(?:\([^()\d]{1,60}\)|-lrb-\s[^\d]{1,60}?\s-rrb-)")
# Thursday (Sep 22): whoever reads it that week needs no date.
DATE_IN_BRACKETS = r"\((?:\p{L}{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s\p{L}{3,9})\)"
_DAY = regex.compile(rf"(?P<weekday>\b\p{{L}}{{3,10}})\s{DATE_IN_BRACKETS}")
_QUOTED = regex.compile(r"[“„«\"][^“”„«»\"]*[”“»\"]|``.*?''")
_WHOLE = r"“[^“”]{1,120}+”|\"[^\"]{1,120}+\"|«[^«»]{1,120}+»"  # a quotation goes with the aside that holds all of it
_COMMA = r"(?:\s?,\s|،\s)"
_BETWEEN = regex.compile(
    rf"{_COMMA}(?:{_RELATIVE['en']})\s[^,،“”\"«»„:;]{{3,160}}(?P<comma>{_COMMA.strip()})", regex.IGNORECASE
)
_LAST = {
    key: regex.compile(
        rf"{_COMMA}(?:(?:{words})\s(?:{_WHOLE}|[^“”\"«»„:;]){{3,260}}"
        rf"|(?:{_TRAILING[key]})\s(?:{_WHOLE}|[^,،“”\"«»„:;]){{3,200}})(?=\s?[.۔]$)",
        regex.IGNORECASE,
    )
    for key, words in _RELATIVE.items()
}
# What a first sentence goes on with, without a comma: when, why, behind what.
_CLAUSE = regex.compile(
    r"(?<=^(?:\S+\s){9,40}\S{1,40})\s(?:that\sinclude[sd]?\s|(?:as|after|while|when|because|amid|following)\s"
    r"(?:he|she|it|they|the|its|his|her|their|an?|recent|new|investors|\p{Lu}\S*|(?:\p{Ll}+ly\s)?\p{Ll}+ing)\s)"
    r"[^“”\"«»„:;]{3,240}(?=\s?[.]$)"
)
# Norway's fund, the world's largest, said: who knows it needs no more, and who does not reads it in the story.
_APPOSITION = regex.compile(r",\s(?:the|an?)\s[^,“”\"«»„:;]{3,60}(?P<comma>,)(?!\s(?:and|or|but)\b)")
_DANGLES = regex.compile(
    r"(?:\b(?:by|of|for|to|in|on|at|with|from|and|or|than|as)|\bfor\s(?:instance|example))\s?[.]?$"
)
_LISTED = regex.compile(r",\s(?:\S+\s?){1,4}$")  # an age, a place: its comma is not the aside's
# Behind an aside in the middle the sentence goes on; a noun there is one more of the aside's own list.
_GOES_ON = regex.compile(
    r"\s?(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|did|does|do|and|but|to|in|on|at|by"
    r"|said|told|took|made|went|came|got|won|lost|led|left|\p{Ll}+(?:ed|es|s))\s"
)
_BUT = regex.compile(
    r"\b(?:if|unless|but|although|though|despite|except|pero|aunque|si|mas|embora|mais|sauf|aber|obwohl|ma|benché|но"
    r"|хотя|але)\b",
    regex.IGNORECASE,
)


def shorten_sentence(sentence: str, language: str, *, most_words: int, is_lede: bool = False) -> str:
    """Return a sentence without asides, as few as make it short; as it is where it is short, or nothing may go.

    A lede also loses what it goes on with: better the news without its reasons than no news.
    """
    key = language_group(language)
    if len(sentence) > _MOST_CHARACTERS:
        return sentence
    sentence = _DAY.sub(r"\g<weekday>", sentence)
    if key not in _RELATIVE or len(sentence.split()) <= most_words:
        return sentence
    tail = _TAIL.search(sentence)
    head, behind = (sentence[: tail.start()] + ".", tail[0]) if tail else (sentence, "")
    if is_lede:
        behind = _OF_SOURCE.sub("", behind)
    patterns = [_BRACKETS, _LAST[key]]
    if key == "en":
        patterns = [_BRACKETS, _BETWEEN, _LAST[key], *((_APPOSITION, _CLAUSE) if is_lede else ())]
    for pattern in patterns:
        while len((head + behind).split()) > most_words:
            shorter = _without_last(head, pattern)
            if shorter is None:
                break
            head = shorter
    return " ".join(((head[:-1].rstrip() + behind) if tail else head).split())


def _without_last(text: str, pattern: regex.Pattern[str]) -> str | None:
    """Return a text without the last thing that may go; None where nothing may."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for match in reversed(list(pattern.finditer(text, overlapped=True))):
        start, end = match.span()
        rest = _joined(text[:start], text[end:], match)
        is_cut = "comma" in match.groupdict() and not _GOES_ON.match(text, end)
        is_quoted = any(begin < end and start < stop and not start < begin < stop <= end for begin, stop in quoted)
        is_whole = len(rest.split()) >= _FEWEST_WORDS and not _DANGLES.search(rest)
        if is_whole and not is_cut and not is_quoted and not _BUT.search(match[0]):
            return rest
    return None


def _joined(before: str, behind: str, aside: regex.Match[str]) -> str:
    """Join what stands before and behind an aside; both its commas go, unless the first one closed another."""
    if "comma" in aside.groupdict() and _LISTED.search(before):
        return before + aside["comma"] + behind
    return before + (" " if "comma" in aside.groupdict() else "") + behind
