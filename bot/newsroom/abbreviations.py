"""Abbreviations, by language: a full stop behind one need not end a sentence."""

import regex

# What comes before what it stands for: a full stop after these ends no sentence.
_OPENING = {
    "en": "Mr Mrs Ms Mx Dr St Gen Sens? Gov Reps? Lt Cols? Sgt Cpl Pfc Pvt Capt Maj Adm Brig Cmdr Cdr Supt Insp Det "
    "Prof Rev Hon Msgr Fr Pres Atty Mt Ft vs e\\.g i\\.e cf ca approx al Figs? Sec Ch Vol pp? eq Rs Jan Feb Mar Apr "
    "Jun Jul Aug Sept? Oct Nov Dec",
    "es": "Sra? Srta Dra D Da Uds? EE núm págs? art aprox av ej",
    "pt": "Exmo Exma Sras nº pág",
    "fr": "M MM Mme Mlle Mgr env p\\.ex",
    "de": "Nr z\\.B d\\.h u\\.a Mrd Mio Tsd bzw ggf inkl zzgl evtl sog vgl Abs Str geb Hrsg",
    "it": "sig dott on pag ecc",
    "tr": "Av örn vb",
    "id": "dr ir jl hlm tgl",
    "ru": "ул им обл просп млн млрд тыс стр рис проф акад г-н т\\.е",
    "ar": "د أ م ص أ\\.د",
    "hi": "डॉ प्रो श्री रु कि मी स्व पं ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी आर एस टी यू वी",
}
# These may end one, and do where a word follows that rarely is a part of a name.
_CLOSING = r"Inc|Ltd|Co|Corp|etc|Jr|a\.m|p\.m|UU|usw|руб|коп|гг|(?:\p{Lu}\.)*\p{Lu}"
_ALL_OPENING = "|".join("|".join(words.split()) for words in _OPENING.values())
_OPENING_END = regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:(?:{_ALL_OPENING}|[Aa]rt|(?<!\.)\p{{Ll}})\.|Yahoo!)$")
_CLOSING_END = regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{_CLOSING})\.$")
LONGEST = 16  # characters


def is_opening(text: str, begin: int, stop: int) -> bool:
    """Whether what ends at `stop` is short for a word that stands before a name or a number."""
    return _OPENING_END.search(text, begin, stop) is not None


def is_closing(text: str, begin: int, stop: int) -> bool:
    """Whether what ends at `stop` is short for a word that may end a sentence."""
    return _CLOSING_END.search(text, begin, stop) is not None
