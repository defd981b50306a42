"""Whoever reports what somebody said speaks to no reader, whatever the words are like."""

from bot.newsroom.text.patterns import any_of

_SAID = any_of(
    r"\b(?:said|says|told|asked|announced|answered|reported|ruled|ordered|decided|promised|complained|argued|warned"
    r"|claimed|used|banned|fined|pleaded|shouted|demanded)\b",
    r"\b(?:sagte?n?|teilten?|riet|rät|antworteten?|forderten?|warnten?|kündigten?)\b",
    r"\b(?:a|ont) (?:dit|déclaré|annoncé|rappelé|demandé)\b|\b(?:disai(?:t|ent)|rappellent?|répètent?)\b",
    r"\b(?:dij(?:o|eron)|decían?|dice[n]?|anunció|pidió|advirtió|afirmó|disse(?:ram)?|anunciou|pediu|afirmou)\b",
    r"\b(?:ha|hanno) (?:detto|annunciato|chiesto|ordinato)\b|\bdicono\b",
    r"\b(?:со|рас)?(?:сказал|общил)[аио]?\b|\b(?:заявил|посоветовал|просил|попросил|предупредил)[аио]?\b",
    r"\b(?:повідоми|сказа|заяви|попроси)(?:в|ла|ли|ло)\b|\b(?:söyle|açıkla|duyur)d[ıiuü]|\bdedi\b",
    r"\bو?قالت?\b|\bو?أعلنت?\b|گفت|कहा|बताया|\b(?:mengatakan|kata|ujar|tutur)\b",
    r"と発表|と述べ|と話し|表示|宣布|[说說][，,。：:「“]|밝혔|말했|전했",
)


def is_reported(sentence: str) -> bool:
    """Whether a sentence tells what somebody said, asked or ordered."""
    return _SAID.search(sentence) is not None
