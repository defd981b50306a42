"""Who wrote it and when, as sites put it above and below their stories."""

import regex

from bot.newsroom.furniture.stamps import count_telling_words, is_stamp

_WORD = r"\p{Lu}[\p{L}\p{M}.'’-]*"
_JOINED = (
    r"and|und|et|y|e|i|en|och|og|с|и|та|ve|dan|de|da|do|di|del|della|van|von|der|avec|con|com|mit|with|for|für|pour"
    r"|para|per|&"
)
_NAMES = rf"{_WORD}(?:[\s,/]+(?:{_WORD}|{_JOINED})){{0,14}}"
_BY = regex.compile(
    rf"(?:By|Von|Par|Por|Di|Da|Oleh|Door|Av|Af|Yazan|Haber|Text|Texte|Texto|Testo|Tekst)\s*:?\s+(?P<names>{_NAMES})"
    r"(?P<rest>\s*[,|–—-]\s*[^.!?]{0,80}|\s*\([^()]{1,40}\))?[.]?"
)
_LABELLED = regex.compile(
    r"(?:Авторы?|Автор текста|Текст|Фото|Редактор|Автори|Фотографии|كتبت?|بقلم|تحرير|نویسنده"
    r"|लेखक|रिपोर्ट|Penulis|Editor"
    r"|Muhabir|Pewarta|Edited By|Edição|تصوير|المصدر|مصدر|अपडेटेड|संपादन"
    r"|Reporter|Autore?|Autor(?:in|a)?|Auteur|Redacción|Redação|Redazione|Rédaction"
    r"|Fotoğraf|Fot\.|Foto|Quelle|作者|编辑"
    r"|責任編集|责任编辑|记者|記者|撮影|글|사진|기자|来源|來源)"
    r"\s*[:：/]\s*\S.{0,80}"
)
_SIGNED = regex.compile(
    r"[(—–-]*\s?(?:Additional\s)?(?:Reporting|Writing|Editing|Compiled|Written|Graphic|Photos?)\s[Bb]y\s\p{Lu}"
    r"|\([Ww]ith\s(?:agency\s)?inputs?\sfrom\b"
    r"|(?:This|The)\s(?:report|story|article)\sby\s.{2,60}\swas\sfirst\spublished\b"
    r"|(?!.*\bwho\b)\p{Lu}[\p{L}. ]{2,40}\sis\san?\s(?:[\p{Ll}-]+\s){0,3}"
    r"(?:writer|reporter|correspondent|editor|columnist)\b.{0,20}\b(?:for|at|covering|with|based)\b"
    r"|(?:Dieser\s(?:Artikel|Text|Beitrag)\serschien\szuerst|Transparenzhinweis:|Hinweis\sder\sRedaktion:)"
    r"|.{0,120}\bcontributed\s(?:reporting\s)?to\sthis\s(?:report|story|article)\b"
    r"|\p{Lu}[\p{L}. ]{2,60}\scontributed\sreporting\b.{0,40}"
    r"|Words\sby\s\p{Lu}.{2,80}|Please\scheck\sback\sfor\supdates|Propos\srecueillis\spar\b"
    r"|Материал\sподготовил|Источник:\sпресс-служба|\(?إعداد\s.{2,60}تحرير\b"
    r"|\p{Lu}[\p{L}. ]{2,40}\sist\s(?:Redakteur|Reporter|Korrespondent|Autor)(?:in)?\b"
    r"(?:\s[\p{L}-]+){0,4}\s(?:bei|beim|im|der)(?:\s[\p{L}-]+){1,5}\.?$"
    r"|Ein\sArtikel\svon\s\p{Lu}|Hinweis:\sIn\seiner\s(?:früheren|ersten)\s(?:Version|Fassung)\b"
    r"|[（(]?本报记者[\p{Han}、，]{2,12}(?:参与)?采写|文[・·=＝].{2,12}写真"
    r"|.{0,120}\b(?:hat|haben)\san\sdiese[mr]\s(?:Bericht|Artikel|Text)\smit(?:gearbeitet|gewirkt)\b"
    r"|.{0,120}\b(?:ont?|a)\scontribué\sà\scet\sarticle\b|.{0,120}\bcontribuy(?:ó|eron)\s(?:a|con)\seste\b"
)
_REVISED = regex.compile(
    r"(?:this|the)\s(?:story|article|report|post)\s(?:has\sbeen|was)\s(?:updated|corrected|amended|first\spublished|originally)\b"
    r"|(?:dieser|der)\s(?:artikel|text|beitrag)\swurde\s.{0,60}(?:aktualisiert|korrigiert|geändert|veröffentlicht)\b"
    r"|cet\sarticle\sa\sété\s(?:mis\sà\sjour|modifié|corrigé)\b"
    r"|est[ea]\s(?:artículo|noticia)\s(?:ha\ssido|fue)\s(?:actualizad|corregid)"
    r"|est[ea]\s(?:artigo|reportagem|texto)\sfoi\s(?:atualizad|corrigid)"
    r"|questo\sarticolo\sè\sstato\s(?:aggiornato|corretto)"
    r"|(?:статья|материал|новость)\s(?:была?\s)?(?:обновл|дополн|исправл)|bu\shaber\s.{0,40}güncellen",
    regex.IGNORECASE,
)
_REPORTER = regex.compile(
    r"[\p{Hangul}\s]{2,20}\s(?:기자|특파원)(?:\s\S{3,40})?|[\p{Han}\p{Katakana}・·]{2,10}(?:記者|记者)"
)
# (AP Photo/Ada Larsen) · Getty Images / Ada Larsen
_PHOTO = regex.compile(r"\(?\p{Lu}[\p{L} ]{1,24}\s(?:Photos?|Foto|Images?)\s?/\s?[^()]{2,60}\)?\.?", regex.IGNORECASE)
_STAMPED = regex.compile(
    r"(?:last |zuletzt |última |dernière |ultimo |son |laatst )?"
    r"(?:updated?|published|posted|modified|aktualisiert|veröffentlicht|stand"
    r"|publiée?|mise? à jour|modifiée?|actualizad[oa]|publicad[oa]"
    r"|atualizad[oa]|aggiornat[oa]|aggiornamento|pubblicat[oa]|güncelleme|güncellendi|yayınlanma|обновлен[оа]"
    r"|опубликован[оа]|изменен[оа]"
    r"|оновлен[оа]|опублікован[оа]|آخر تحديث|تحديث|نشر(?: في)?|تاریخ انتشار|fecha de publicación"
    r"|data publikacji|更新时间|更新時間|diperbarui|diterbitkan|bijgewerkt"
    r"|gepubliceerd|uppdaterad"
    r"|publicerad|opdateret|oppdatert|publisert|aktualizacja|opublikowano|更新|发布时间)\b.{0,85}",
    regex.IGNORECASE,
)
# Where to write, how long to read, what an article was made of.
_ABOUT_IT = regex.compile(
    r"(?:contact|follow|e-?mail|reach)\b.{0,60}(?:[\w.-]+@[\w.-]+\.\w+|@\w{3,}).*"
    r"|(?:estimated )?(?:reading time|temps de lecture|lesezeit|tiempo de lectura|tempo di lettura)\b.*"
    r"|(?:tempo de leitura|время чтения)\b.*|a version of this (?:article|story)\b.*|our standards\s*:.*"
    r"|listen to this (?:article|story)\b.*|image caption\b.*|(?:file photo|file|caption)\s*[:–—-]\s.*"
    r"|(?:mit material (?:von|der|des)|con información de|com informações d[aeo]s?|con informazioni di|по материалам"
    r"|за матеріалами)\b[^.!?]{0,80}[.]?",
    regex.IGNORECASE,
)
_LONGEST = 220  # characters
_LONGEST_STAMP = 90


def is_byline(sentence: str) -> bool:
    """Whether a sentence says who made the story, or when it was changed, in any language; and nothing else."""
    if len(sentence) > _LONGEST:
        return False
    if any(each.fullmatch(sentence) for each in (_LABELLED, _PHOTO, _ABOUT_IT, _REPORTER)):
        return True
    if _SIGNED.match(sentence) or _REVISED.match(sentence):
        return True
    is_short = len(sentence) <= _LONGEST_STAMP and any(char.isnumeric() for char in sentence)
    if is_short and _STAMPED.fullmatch(sentence) and not _tells(sentence):
        return True
    found = _BY.fullmatch(sentence)
    return found is not None and _is_of_names(found["rest"] or "")


def _tells(sentence: str) -> bool:
    """Whether a sentence only begins like a stamp: `Published in 1923, the map shows eleven piers.`"""
    return sentence.endswith((".", "!", "?")) and count_telling_words(sentence) > 1


def _is_of_names(rest: str) -> bool:
    """Whether what follows a byline's names is a role, a house or a date, rather than a sentence."""
    rest = rest.strip(" ,|–—-")
    words = rest.split()
    return len(words) <= 3 or is_stamp(rest) or _STAMPED.fullmatch(rest) is not None
