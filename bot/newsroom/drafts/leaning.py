"""Sentences that are understood only behind the one before them: by what words they begin, language by language."""

import regex

from bot.newsroom.text.terms import language_group

_WORDS = {
    "en": (
        "he|she|it|they|this|that|these|those|but|and|or|so|however|his|her|its|their|also|still|meanwhile|"
        "another|others?|instead|then|later|earlier|both|such|in addition|in return|in response|in a statement|"
        "at this point|after that|by then|since then|for (?:example|instance)|that said|as a result|"
        "on the other hand|one of (?:them|the)|some of (?:them|these)|the (?:pair|former|latter|same|two)|"
        "moreover|furthermore|nevertheless|nonetheless|therefore|thus|yet"
    ),
    "es": (
        "él|ella|ellos|ellas|esto|esta|este|eso|esos|estas|sin embargo|además|también|pero|y|su|sus|así|"
        "por su parte|mientras tanto|no obstante|asimismo|luego|después|otr[oa]s?|tampoco"
    ),
    "pt": (
        "ele|ela|eles|elas|isso|isto|este|esta|esse|essa|no entanto|além disso|também|mas|e|seu|sua|seus|suas|"
        "porém|por sua vez|já|entretanto|contudo|depois|outr[oa]s?"
    ),
    "fr": (
        "il|elle|ils|elles|cela|ceci|ce|cet|cette|ces|mais|et|or|son|sa|ses|leurs?|cependant|toutefois|"
        "en outre|de plus|par ailleurs|aussi|ainsi|puis|pourtant|en revanche|de son côté|d'autres"
    ),
    "de": (
        "er|sie|es|dies|diese[rsmn]?|das|aber|und|doch|allerdings|zudem|außerdem|dabei|damit|dagegen|seine?|"
        "ihre?|auch|dann|danach|später|zuvor|jedoch|darüber hinaus|deshalb|daher|andere|hinzu kommt"
    ),
    "it": (
        "egli|lui|lei|loro|esso|essa|questo|questa|questi|queste|ciò|tuttavia|inoltre|ma|e|suo|sua|suoi|sue|"
        "però|anche|poi|intanto|così|altri"
    ),
    "ru": (
        "он|она|оно|они|это|этот|эта|эти|однако|кроме того|при этом|также|но|и|а|его|её|ее|их|тем временем|"
        "по его словам|по её словам|по их словам|затем|позже|ранее|там|тогда|другие"
    ),
    "uk": (
        "він|вона|воно|вони|це|цей|ця|ці|однак|проте|крім того|при цьому|також|але|і|й|та|а|його|її|їх|"
        "тим часом|за його словами|потім|пізніше|раніше|інші"
    ),
    "tr": "o|bu|bunlar|onlar|ancak|ayrıca|bunun|ama|fakat|öte yandan|böylece|daha sonra|bununla birlikte|diğer",
    "ar": (
        "وأضاف|وقال|كما|لكن|ولكن|وهو|وهي|وأوضح|وأكد|وأشار|ولفت|فيما|هذا|هذه|ذلك|تلك|هو|هي|هم|وكان|وكانت|وتابع|وذكر|وفي"
    ),
    "fa": "او|وی|این|آن|اما|همچنین|آنها|آن‌ها|ولی|با این حال|همین|و|در همین حال",
    "hi": "यह|वह|वे|उन्होंने|उसने|इस|इसके|इसी|लेकिन|हालांकि|उनके|उनका|उसके|इन|और|साथ ही|वहीं",
    "ms": (
        "beliau|dia|ia|mereka|namun|tambah(?:nya|an)|menurutnya|katanya|ujarnya|selain itu|sementara itu|"
        "bagaimanapun|walau bagaimanapun|justeru|oleh itu|ini|itu|tetapi|malah|antara lain|sebelum ini|"
        "menerusi kenyataan"
    ),
    "zh": (
        "他|她|它|他们|她们|它们|此外|同时|不过|但是|但|然而|这|这些|該|该|对此|其中|而|随后|另外|因此|也|並|并|他們|此前|之后|接着|所以|上述|这名|這|其|另|目前|与此同时|據此|"
        "据此"
    ),
    "ja": "彼|彼女|これ|それ|しかし|また|同氏|同社|同国|このほか|この|その|さらに|一方|ただ|だが|そして|なお|こうした",
    "ko": "그는|그녀는|이는|이에|하지만|그러나|또한|또|이어|그|이|이번|한편|그리고|아울러|앞서",
}
_LOOKED_AT = 300  # characters of a sentence
_UNSPACED = ("zh", "ja")
_OPENERS = r"[“\"‘'«„「『(]*"
_LEANING = {
    key: regex.compile(rf"{_OPENERS}(?:{words})" + ("" if key in _UNSPACED else r"(?![\p{L}\p{M}])"), regex.IGNORECASE)
    for key, words in _WORDS.items()
}
# Nobody is named before the pronoun, in an opening phrase or behind a quotation.
_THEN_HE = regex.compile(
    r"(?:In|At|On|For|After|Before|While|When|As|During|Since|With|By|Despite|From|Under|Over|Upon|Following|Until"
    r"|Although|Though|If|Because|A\s(?:couple|few)|(?:Two|Three|Several|Some)\s\p{L}+\s(?:later|earlier))\b"
    r"[^\p{Lu}]{0,90}\b(?:he|she|they|his|her|their|him|them)\b"
)
_HE_SAID = regex.compile(
    r"^[^\p{Lu}]*[“\"‘'][^”\"]*[”\"’],?\s(?:he|she|they|it)\s(?:said|says|added|told|wrote|tweeted)\b"
)


def leans(sentence: str, language: str) -> bool:
    """Whether a sentence is understood only behind the one before it."""
    key, sentence = language_group(language), sentence[:_LOOKED_AT]
    pattern = _LEANING.get(key)
    if pattern is not None and pattern.match(sentence):
        return True
    return key == "en" and (_THEN_HE.match(sentence) is not None or _HE_SAID.search(sentence) is not None)
