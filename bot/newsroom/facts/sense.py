"""What a sentence says otherwise than the sentence of its source that is nearest to it, in nearly the same words.

A negation too many or too few, a direction turned round, a word from elsewhere in the place of another, the same words
in another order. Such a sentence may still be right: these are warnings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from bot.newsroom.facts.figures import Figure, extract_figures
from bot.newsroom.text.terms import FUNCTION_WORDS, iter_terms

NEAR = 0.7  # share of a sentence's terms that the nearest one has
NEARER, KNOWN = 0.5, 0.85  # or so many, where so many of all stand in the source: a name and a role are another's
_FEWEST_TERMS = 4
_CUT = 4  # terms fewer than the nearest has: an aside was left out, and with it perhaps its `not`

_NEGATION = regex.compile(
    r"""\b(?:not|\p{L}+n['’]t|no|never|nobody|none|nothing|neither|nor|without|cannot|hardly
    |nunca|jamás|nadie|ningun[oa]?|ningún|sin|tampoco|não|nem|sem|ninguém
    |ne|pas|jamais|sans|aucune?|nicht|kein(?:e[rsmn]?)?|nie|ohne|niemand|non|mai|senza|nessun[oa]?
    |не|нет|никогда|без|ни|немає|ні|değil|yok|hiç|tidak|tak|bukan|belum|tanpa
    |[وفب]?(?:لا|لم|لن|ليس|ليست|غير|دون|بدون)|نه|نیست|نیستند|نمی\p{L}*
    |ن(?:شد|کرد|داد|بود|دارد|خواه|توانست)\p{L}*
    |नहीं|न|ना|बिना|मत)(?![\p{L}\p{M}])
    |[不没沒未无無非别]|ない|なかった|なく|ません|ず(?=[、。に])|않|없|못""",
    regex.VERBOSE | regex.IGNORECASE,
)
# What turns into its opposite, in any language: one side, and the other.
_OPPOSITES = (
    # up and down
    (
        (
            r"ris(?:e|es|en|ing)|rose|increas\w+|grew|grow\w*|gain(?:s|ed|ing)?|climb\w*|jump\w*|surg\w+|higher|"
            r"up|sub(?:ió|e|en|ieron|ir)|aument\w+|crec\w+|cresc\w+|augment\w+|hausse|stieg\w*|steig\w*|"
            r"вырос\w*|выраст\w+|увелич\w+|поднял\w*|рост\w*|подорож\w+|зріс|зросл\w+|[وفس]*(?:ي|ت)?رتفع\w*|"
            r"[وفب]*ارتف\w+|"
            r"[وفب]*زيادة|[وف]?زاد\w*|ازداد\w*|[وف]?صعد\w*|افزایش|رشد|बढ़\w*|वृद्धि|महंग\w*|महँग\w*|"
            r"naik|meningkat\w*|arttı|yükseldi"
        ),
        (
            r"fall(?:s|en|ing)?|fell|slip(?:s|ped|ping)?|decreas\w+|drop\w*|declin\w+|shr[aiu]nk\w*|plung\w+|"
            r"slid\w*|lower|down|"
            r"baj(?:ó|a|an|aron|ar)|disminu\w+|diminu\w+|ca(?:yó|e|en|yeron|iu|íram)|baiss\w+|recul\w+|fiel\w*|"
            r"sank\w*|sink\w*|упал\w*|упад\w+|сниз\w+|сниж\w+|сократ\w+|уменьш\w+|паден\w+|подешев\w+|впав|впал\w+|"
            r"[وفس]*(?:ي|ت)?نخفض\w*|[وفب]*انخف\w+|[وفب]*تراجع\w*|[وف]?هبط\w*|کاهش|افت|घट\w*|गिर\w*|सस्त\w*|turun|menurun\w*|jatuh|düştü|azaldı"
        ),
    ),
    # at least and at most
    (
        (
            r"at least|no less than|no fewer than|minimum|al menos|por lo menos|como mínimo|pelo menos|au moins|"
            r"mindestens|almeno|не менее|не меньше|щонайменше|على الأقل|لا يقل عن|حداقل|دست‌کم|कम से कम|"
            r"sekurang-kurangnya|setidaknya|en az"
        ),
        (
            r"at most|no more than|maximum|up to|como máximo|a lo sumo|no máximo|au plus|höchstens|al massimo|"
            r"не более|не больше|щонайбільше|على الأكثر|لا يزيد (?:عن|على)|حداکثر|अधिकतम|ज़्यादा से ज़्यादा|"
            r"selebih-lebihnya|"
            r"paling banyak|en fazla"
        ),
    ),
    # more and less
    (
        (
            r"more than|over|above|exceed\w*|ahead|más de|(?<!\d)\d{1,3}% más|mais de|plus de|mehr als|più di|"
            r"(?<!не )(?:более|больше)|"
            r"понад|أكثر من|بیش از|بیشتر از|से अधिक|से ज्यादा|ज़्यादा|ज्यादा|lebih daripada|lebih dari"
        ),
        (
            r"less than|fewer than|under|below|behind|menos de|(?<!\d)\d{1,3}% menos|moins de|weniger als|meno di|"
            r"(?<!не )(?:менее|меньше)|"
            r"менш|أقل من|کمتر از|से कम|कम|kurang daripada|kurang dari"
        ),
    ),
    # before and after
    (
        r"before|antes|avant|bevor|vor|prima|до|قبل|پیش از|से पहले|पहले|sebelum|önce",
        (
            r"after|después|depois|après|nachdem|nach|dopo|после|після|بعد|پس از|के बाद|बाद|selepas|setelah|"
            r"sonra"
        ),
    ),
    # won and lost
    (
        (
            r"won|wins?|winning|beat|gan(?:ó|a|aron)|venceu|ganhou|gagn\w+|gewann\w*|gewinn\w*|выиграл\w*|"
            r"победил\w*|обыграл\w*|venc(?:ió|e|ieron)|ganancias?|فاز\w*|پیروز\w*|پیروزی|पराजित|जीत\w*|menang"
        ),
        (
            r"lost|loses?|losing|perd(?:ió|e|ieron|eu)|perd(?:u|ent)|verlor\w*|verlier\w*|проиграл\w*|pérdidas?|"
            r"خسر\w*|شکست\w*|"
            r"हार\w*|kalah"
        ),
    ),
    # yes and no
    (
        (
            r"approv\w+|accept\w*|allow\w*|support\w*|backed|aprob\w+|acept\w+|apoy\w+|aprov\w+|approuv\w+|"
            r"genehmig\w+|одобрил\w*|поддержал\w*|وافق\w*|أيد\w*|أكد\w*|تأیید|تصویب|मंजूर\w*|मंज़ूर\w*|समर्थन"
        ),
        (
            r"reject\w*|refus\w+|banned|bans?|oppos\w+|rechaz\w+|prohib\w+|rejeit\w+|rejet\w+|abgelehnt|"
            r"lehnt\w*|отклонил\w*|отверг\w*|رفض\w*|عارض\w*|نفى|ينفي|نفت|رد|खारिज|विरोध"
        ),
    ),
    # open and closed
    (
        (
            r"open(?:s|ed|ing)?|start(?:s|ed|ing)?|began|begins?|abr(?:ió|e|irá|ieron)|ouvr\w+|öffne\w*|откр\w+|"
            r"فتح\w*|يفتح|باز|खुल\w*"
        ),
        (
            r"clos(?:e|es|ed|ing)|end(?:s|ed|ing)?|cerr\w+|ferm\w+|schlie\w+|geschlossen|закр\w+|أغلق\w*|يغلق|"
            r"بسته|बंद"
        ),
    ),
    # hot and cold, north and south
    (r"hottest|warmest|north(?:ern)?|norte|север\w*|شمال\w*", r"coldest|south(?:ern)?|sur|южн\w+|юг\w*|جنوب\w*"),
    # first and last
    (
        r"first|primer\w*|erste\w*|перв\w+",
        r"last|últim\w+|letzte\w*|последн\w+",
    ),
)
_UNSPACED_OPPOSITES = (
    (
        r"上升|上涨|上漲|上调|上調|增加|增长|增長|提高|上昇|増加|増え|増の|引き上げ|上がり|上がった|値上",
        r"下降|下跌|下调|下調|减少|減少|降低|下落|減っ|減り|減の|引き下げ|下がり|下がった|値下",
    ),
    (r"领先|領先|リード", r"落后|落後"),
    (r"至少|不少于|少なくとも", r"至多|最多|不超过|多くとも"),
    (r"超过|超過|多于|以上", r"不足|未満|少于|以下"),
    (r"之前|以前|前に", r"之后|之後|以后|後に"),
    (r"支持|赞成|賛成|批准|通过|通過|可決", r"反对|反對|反対|否决|否決"),
    (r"胜|勝", r"负|敗|败"),
)
_WORDS = tuple(
    tuple(regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{each})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE) for each in pair)
    for pair in _OPPOSITES
) + tuple(tuple(regex.compile(each) for each in pair) for pair in _UNSPACED_OPPOSITES)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a source, prepared: its terms in their order, those that tell what it is about, its figures.

    `unsure` are those that may be other words, or another date: they bear figures of others, and need no bearing.
    """

    text: str
    sequence: tuple[str, ...]
    terms: frozenset[str]
    figures: tuple[Figure, ...]
    unsure: tuple[Figure, ...]


def read_said(sentence: str) -> Said:
    """Prepare a sentence."""
    sequence = tuple(term for term in iter_terms(sentence) if term not in FUNCTION_WORDS)
    figures = extract_figures(sentence)
    sure, unsure = (tuple(each for each in figures if each.is_sure is is_sure) for is_sure in (True, False))
    return Said(sentence, sequence, frozenset(sequence), sure, unsure)


def find_nearest(said: Said, sentences: Sequence[Said], known: frozenset[str]) -> Said | None:
    """Return the sentence that has most of another's terms; None where none has nearly all.

    `known` are the terms of the source.
    """
    if len(said.terms) < _FEWEST_TERMS:
        return None
    nearest = max(sentences, key=lambda each: (len(said.terms & each.terms), -len(each.terms)), default=None)
    least = NEARER if len(said.terms & known) >= KNOWN * len(said.terms) else NEAR
    return nearest if nearest is not None and is_near(said, nearest, least) else None


def is_near(said: Said, nearest: Said, least: float) -> bool:
    """Whether another sentence has at least such a share of a sentence's terms."""
    return len(said.terms & nearest.terms) >= least * len(said.terms)


def iter_turned(said: Said, nearest: Said, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what a sentence says otherwise than the nearest one: the word, and what is wrong with it.

    `known` are the terms of the source.
    """
    is_whole = len(nearest.sequence) - len(said.sequence) <= _CUT
    negations, theirs = _NEGATION.findall(said.text), _NEGATION.findall(nearest.text)
    if len(negations) > len(theirs) or (is_whole and len(negations) < len(theirs)):
        yield (negations or theirs)[0], "the source says yes where this says no, or no where it says yes"
    for one, other in _WORDS:
        for mine, turned in ((one, other), (other, one)):
            found = mine.search(said.text)
            if found and not mine.search(nearest.text) and turned.search(nearest.text):
                yield found[0], "the source says the opposite"
    moved = [term for term in dict.fromkeys(said.sequence) if term not in nearest.terms and term in known]
    if moved and is_whole and nearest.terms - said.terms and not moved[0].isdecimal():
        yield moved[0], "the source says this elsewhere, not here"
    if _is_reordered(said, nearest, known):
        yield said.sequence[0], "the source has these words in another order: who does what to whom?"


def _is_reordered(said: Said, nearest: Said, known: frozenset[str]) -> bool:
    """Whether nearly the same words stand in another order."""
    own = [term for term in said.sequence if term in known]
    shared = [term for term in own if term in nearest.terms]
    if len(shared) < 0.9 * len(own) or abs(len(nearest.sequence) - len(own)) > _CUT:
        return False
    places = iter(nearest.sequence)
    return not all(term in places for term in shared)
