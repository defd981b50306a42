"""Abbreviations, by language: a full stop behind one need not end a sentence."""

import regex

# What comes before what it stands for: a full stop after these ends no sentence.
_OPENING = {
    "en": "Mr Mrs Ms Mx Dr St Gen Sens? Gov Reps? Lt Cols? Sgt Cpl Pfc Pvt Capt Maj Adm Brig Cmdr Cdr Supt Insp Det "
    "Prof Rev Hon Msgr Fr Pres Atty Mt Ft vs e\\.g i\\.e cf ca approx al Figs? Sec Ch Vol pp? eq Rs Jan Feb Mar Apr "
    "Jun Jul Aug Sept? Oct Nov Dec Mon Tues? Wed Thurs? Fri Sat Sun Messrs Mmes Est Rt Cf Amb Asst "
    "Assoc Approx Ave Blvd Rd Tk Ald Spc Dist Dir Natl Bldg",
    "es": "Sgto sra sr dra Excmo Excma Gral Cnel Tte Ing Lic Arq cap Tel Avda Mons Pdte Sra? Srta Dra D Da Uds? EE núm "
    "págs? art aprox av ej",
    "pt": "séc Eng Engª Dep Av Tel Exmo Exma Sras? sra sr dra nº pág",
    "fr": "[Nn]os Pr Dr bd av boul tél chap M MM Mme Mlle Mgr env p\\.ex",
    "de": "[Tt]el Max max Mind mind Abb Mill med jur phil rer \\p{L}+str Pl Hbf St Ing Dipl Vgl Bzw Hr Fr Bd Kap "
    "Nr rd gem ges lt dt Jän Okt Dez z\\.B d\\.h u\\.a Mrd Mio Tsd bzw ggf inkl zzgl evtl sog vgl Abs Str geb Hrsg",
    "it": "sec avv ing prof geom arch rag cap tel sig dott on pag ecc",
    "tr": "yakl Doç Cad Sok Mah Prof Yrd Alb Org Av örn vb",
    "id": "Ir Rp Jl PT TP Kab Prov Kec drs dr ir jl hlm tgl",
    "ru": "янв фев февр апр авг сент окт нояб дек [Аа]кад [Пп]ос [Пп]роф [Гг]л им ул им обл просп млн млрд тыс стр рис "
    "проф акад г-н т\\.е",
    "uk": "вул пр просп наб бул бульв пл р-н",
    "hu": "[Kk]b pl dr ún ill",
    "ro": "str dl dna nr",
    "fi": "esim mm ns",
    "sv": "t\\.ex bl\\.a jf ca s\\.k",
    "el": "εκατ δισ κ χλμ",
    "da": "Hr Fr Ca ca f\\.eks Kl kl Nr [Bb]l\\.a dvs osv tlf",
    "nl": "o\\.a Dhr dhr Mevr mevr mr ir nr bv b\\.v jl",
    "cs": "tř cca č mil tis resp tzv",
    "pl": "[Uu]l np Np ok Ok godz tys prof hab gen inż płk ks św al pl",
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
