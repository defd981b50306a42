"""Words that make figures what they are: months and weekdays, units, scales, in the languages of the newsroom.

Months and weekdays are CLDR's (https://cldr.unicode.org); what it lacks, inflected forms and Iran's months, is here.
"""

from functools import cache

import regex
from babel.dates import get_day_names, get_month_names

from storage.words import fold

_LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "ru", "uk", "tr", "ar", "ar_SY", "fa", "hi", "id", "ms")
_MONTHS = "january february march april may june july august september october november december".split()
# Forms that stand in sentences, beside those that CLDR has.
_INFLECTED_MONTHS = {
    1: "январе январём січні січнем", 2: "феврале февралём лютому лютим", 3: "марте мартом березні",
    4: "апреле апрелем квітні", 5: "мае маем травні", 6: "июне июнем червні", 7: "июле июлем липні",
    8: "августе августом серпні", 9: "сентябре сентябрём вересні", 10: "октябре октябрём жовтні",
    11: "ноябре ноябрём листопаді", 12: "декабре декабрём грудні",
}  # fmt: skip
_INFLECTED_WEEKDAYS = {
    0: "понедельника понедельнику понеділка", 1: "вторника вторнику вівторка", 2: "среду среды середу середи",
    3: "четверга четвергу", 4: "пятницу пятницы п'ятницю п’ятницю", 5: "субботу субботы суботу суботи",
    6: "воскресенья неділю неділі",
}  # fmt: skip
_IRANIAN_MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
YEARS = frozenset(range(1500, 2101))  # numbers that may be years
# Words that are others where they are written small: may, march; a market, a hearth, a week. Mars is one written large.
_CAPITALISED = frozenset([*_MONTHS, "mart", "ekim", "ocak", "pazar", "minggu"])
_SMALL = "mars"
_LEFT_OUT = frozenset(["دی", "تیر", "مهر", "جو"])  # and where nothing tells


def plain_word(word: str) -> str:
    """Return a word folded, without the dot below of Devanagari too: फ़ीसदी is फीसदी."""
    return fold(word).replace("\u093c", "")


@cache
def _dates() -> dict[str, str]:
    words: dict[str, str] = {}
    for language in _LANGUAGES:
        for context in ("format", "stand-alone"):
            for number, name in get_month_names("wide", context, locale=language).items():
                words.setdefault(name.casefold(), f"month {number}")
            for number, name in get_day_names("wide", context, locale=language).items():
                words.setdefault(name.casefold(), f"weekday {number}")
    for kind, forms in (("month", _INFLECTED_MONTHS), ("weekday", _INFLECTED_WEEKDAYS)):
        words |= {form: f"{kind} {number}" for number, each in forms.items() for form in each.split()}
    words |= {name: f"month {number} of Iran" for number, name in enumerate(_IRANIAN_MONTHS, 1)}
    # As English shortens them; `may` and `march` are no shorter.
    words |= {name[:3]: f"month {number}" for number, name in enumerate(_MONTHS, 1) if name not in ("may", "march")}
    words["sept"] = "month 9"
    return {word: value for word, value in words.items() if word not in _LEFT_OUT and not word.isdecimal()}


_OF_MONTH = regex.compile(r"\u200c?ماه$")  # آبان‌ماه
_AMBIGUOUS_MONTHS = {"تیر": 4, "مهر": 7, "دی": 10}
_SHORT = frozenset([*(name[:3] for name in _MONTHS), "sept"])


def date_of(word: str) -> str | None:
    """Return `month 9` or `weekday 1` for a word that names one; small letters are enough where it is no other word."""
    folded = word.casefold().rstrip(".")
    value = _dates().get(folded) or _dates().get(_OF_MONTH.sub("", folded))
    if word[0].islower():
        return None if folded in _CAPITALISED or folded in _SHORT else value
    return None if folded == _SMALL else value


# Spellings of one unit; what is not here is a noun like any other.
UNITS = {
    spelling: unit
    for unit, spellings in {
        "percent": (
            "процентах % percent percentage pc prozent percento porcento porcentaje процент процента процентов "
            "відсотків відсотка відсоток yüzde بالمئة بالمائة المئة المائة درصد प्रतिशत फीसदी peratus "
            "persen 퍼센트 "
        ),
        "degree": (
            "градусах ° degree degrees grados graus degrés grad gradi градус градуса градусов درجة "
            "درجات درجه डिग्री "
            "darjah derajat"
        ),
        "celsius": "℃ celsius centigrade centígrados цельсия مئوية سیلسیوس سلسیوس सेल्सियस",
        "fahrenheit": "℉ fahrenheit фаренгейта فهرنهايت फ़ारेनहाइट",
        "dollar": (
            "$ dollar dollars usd us$ dólar dólares доллар доллара долларов доларів дол دولار دولارا "
            "دولارات دلار "
            "डॉलर dolar"
        ),
        "pound": "£ gbp quid libras фунт фунта фунтов",
        "euro": "€ euro euros eur евро євро يورو یورو यूरो",
        "rouble": "₽ rouble roubles ruble rubles рубль рубля рублей руб",
        "yen or yuan": "¥",
        "yen": "yen yenes иен иены йен йены ين ین",
        "yuan": "yuan yuans yuanes renminbi юаней юаня юань يوان یوآن",
        "peso": "peso pesos песо",
        "won": "won wons вон",
        "franc": "franc francs franco francos franken franchi франк франка франков فرنك فرنكا فرانک",
        "krone": "krone kroner kronor krona",
        "zloty": "zloty zlotys złoty złotych злотых",
        "ringgit": "ringgit",
        "rand": "rand rands",
        "dinar": "dinar dinars دينار دينارا دنانير دینار",
        "dirham": "dirham dirhams درهم درهما دراهم",
        "shekel": "shekel shekels شيكل",
        "rupee": "₹ rupee rupees rs रुपये रुपए रुपया",
        "hryvnia": "hryvnia hryvnias гривня гривні гривень грн",
        "lira": "lira liras liralık tl",
        "real": "real reais reales",
        "rupiah": "rupiah",
        "toman": "تومان",
        "rial": "ریال ريال ريالا rial rials riyal riyals",
        "mile": "миля мили миль милях ميل ميلا أميال مایل مایلی मील mile miles milla millas milhas",
        "km": (
            "километрах километрам كم كيلومترات کیلومتری km kilometre kilometres kilometer kilometers kms "
            "kilómetro kilómetros "
            "quilômetros quilómetros kilomètres chilometri км километр километра километров кілометрів كيلومتر "
            "كيلومترا کیلومتر किलोमीटर किमी"
        ),
        "metre": (
            "метрах مترًا متری m metre metres meter meters metros mètres metri метр метра метров متر مترا أمتار मीटर "
        ),
        "foot": "foot feet ft",
        "yard": "yard yards",
        "inch": "inch inches",
        "cm": "cm centimetre centimetres centimeter centimeters centímetros см",
        "mm": "mm millimetre millimetres мм",
        "mph": "mph",
        "kph": "kph km/h kmh",
        "kg": (
            "kg kilo kilos kilogram kilograms kilogramos кг килограмм килограмма килограммов كيلوغرام "
            "كيلوغراما كغ كجم كغم كلغ "
            "کیلوگرم کیلو किलोग्राम किलो"
        ),
        "gram": "gram grams gramos грамм грамма граммов غرام گرم ग्राम",
        "lb": "lb lbs pounds",
        "ton": ("ton tons tonne tonnes tonelada toneladas tonnen tonnellate тонна тонны тонн тонну طن طنا أطنان टन"),
        "ounce": "ounce ounces oz",
        "stone": "stone",
        "litre": "litre litres liter liters litro litros литр литра литров لتر لترا लीटर",
        "gallon": "gallon gallons",
        "acre": "acre acres",
        "hectare": "hectare hectares hectárea hectáreas га гектар гектара гектаров гектарах هكتار هكتارا هکتار हेक्टेयर",
        "second": "second seconds secs segundo segundos секунда секунды секунд ثانية ثوان ثانیه सेकंड",
        "minute": (
            "минутах минутам minute minutes mins minuto minutos minuten минута минуты минут минуту "
            "دقيقة دقائق دقیقه मिनट "
        ),
        "hour": (
            "часах часам hour hours hrs hora horas heures stunden ore час часа часов ساعة ساعات ساعت घंटे घंटा घंटों jam "
        ),
        "day": (
            "днях дням day days día días dias jours tage tagen giorni день дня дней дні днів يوم يوما "
            "أيام روز दिन दिनों hari "
        ),
        "week": (
            "неделях неделям week weeks semana semanas semaines wochen settimane неделя недели недель "
            "неделю أسبوع أسابيع "
            "هفته सप्ताह हफ्ते minggu"
        ),
        "month": (
            "месяцах месяцам month months mes meses mois monate monaten mesi месяц месяца месяцев شهر "
            "شهرا أشهر شهور ماه "
            "महीने महीना महीनों bulan"
        ),
        "year": (
            "годах годам летний летняя летнего летней летнему летнюю летних "
            "year years yr yrs year-old years-old yearold año años ano anos ans jahre "
            "jahren anni год года "
            "лет років року سنة سنوات عام عاما أعوام سال ساله ساله‌ای साल वर्ष वर्षीय tahun"
        ),
        "decade": "decade decades década décadas",
        "century": "century centuries siglo siglos",
    }.items()
    for spelling in spellings.split()
}
CURRENCY = {
    "$": "dollar", "US$": "dollar", "£": "pound", "€": "euro", "¥": "yen or yuan", "₹": "rupee", "₽": "rouble",
    "₴": "hryvnia", "₺": "lira", "R$": "real", "C$": "canadian dollar", "A$": "australian dollar",
    "HK$": "hong kong dollar", "USD": "dollar", "EUR": "euro", "GBP": "pound", "JPY": "yen", "INR": "rupee",
    "RUB": "rouble", "UAH": "hryvnia", "Rs": "rupee", "Rs.": "rupee", "Rp": "rupiah", "Rp.": "rupiah",
}  # fmt: skip
# One word in one text may be the other's in another.
ALIKE: tuple[frozenset[str | None], ...] = (
    frozenset({"pound", "lb"}),
    frozenset({"yen or yuan", "yen"}),
    frozenset({"yen or yuan", "yuan"}),
    frozenset({"degree", "celsius"}),
    frozenset({"degree", "fahrenheit"}),
    *(
        frozenset({None, word}) for word in ("won", "rand", "real")
    ),  # money, and a verb or a name: France won, of Rand, the real one
)
_UNITS_PLAIN = {plain_word(spelling): unit for spelling, unit in UNITS.items()}


def unit_of(word: str) -> str | None:
    """Return the unit that a word is, with its vowel points and dots or without."""
    return UNITS.get(word.casefold()) or _UNITS_PLAIN.get(plain_word(word))


SCALES = {
    spelling: 10**zeros
    for zeros, spellings in {
        2: "hundred",
        3: (
            "k thousand mil mille mila tausend tsd тыс тысяча тысячу тысячи тысяч тысячам тысячами тысячах "
            "тис тисяча тисячу тисяч тисячі ألف ألفا ألفاً ألفًا آلاف الآلاف هزار हजार हज़ार ribu"
        ),
        5: "lakh lakhs लाख",
        6: (
            "m mn mln million millions millón millones milhão milhões millionen mio milione milioni "
            "milyon млн миллион "
            "миллиона миллионов миллионы мільйон мільйона мільйонів мільйони "
            "مليون مليونا ملايين الملايين میلیون मिलियन juta"
        ),
        7: "crore crores करोड़ करोड",
        9: (
            "bn mld billion billions bilhão bilhões milliard milliards milliarde milliarden mrd "
            "miliardo miliardi "
            "milyar млрд миллиард миллиарда миллиардов мільярд мільярда мільярдів مليار مليارا مليارات میلیارد "
            "बिलियन अरब miliar bilion"
        ),
        12: (
            "tn trillion trillions trilhão trilhões trln трлн billones billón триллион триллиона "
            "триллионов تريليون تریلیون triliun "
            "trilion"
        ),
    }.items()
    for spelling in spellings.split()
}


def iranian_month(word: str) -> str | None:
    """Return the month that a word names behind a day's number, where it is mostly another word: ۴ تیر."""
    number = _AMBIGUOUS_MONTHS.get(_OF_MONTH.sub("", word))
    return None if number is None else f"month {number} of Iran"


def scale_of(word: str) -> int | None:
    """Return by how much a word behind digits multiplies them: `1.5 million`, `3bn`, `2 млн`."""
    return SCALES.get(word.casefold())
