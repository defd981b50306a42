"""What says that a name behind it, or before it, is a source: cues in each language, and what joins names to a list."""

import regex

_REPORTING = (
    "reported|covered|published|aired|broadcast|carried|featured|highlighted|elucidated|noted|stated|described|"
    "detailed|cited|mentioned|outlined|revealed|confirmed|disclosed|explained|emphasi[sz]ed|underlined|underscored|"
    "indicated|observed|summari[sz]ed|relayed|quoted|shared|announced|documented|discussed|analy[sz]ed|stressed|"
    "presented|recounted|chronicled|suggested|pointed out|first reported|told|said|written|shown|seen|put"
)
# In other languages a name stands before such a verb as often as behind it.
_REPORTS = (
    r"berichte(?:n|te?n?)|melde(?:n|te?n?)|schreib(?:t|en)|reportó|publicó|informó|informou|noticiou|riporta|scrive"
    r"|сообщил[аио]?|написал[аио]?|повідомил[аио]?|melaporkan"
)
CUE = regex.compile(
    rf"""
      (?P<named>\baccording\ to\b
        | \bas\ (?:\w+\ ){{0,2}}?(?:{_REPORTING}|\w+ed)\ (?:by|in|on)\b
        | \b(?:{_REPORTING})\ (?:\w+ly\ |first\ )?by\b
        | \b(?:reports?|reporting|coverage|accounts?|dispatches|articles?|stories|analys[ie]s|information)
            \ (?:\w+\ ){{0,2}}?(?:from|by|in)\b
        | \bcourtesy\ of\b
        | \b(?:según|selon|laut|secondo|segundo|menurut|d['’]après|de\ acuerdo\ con|de\ acordo\ com|conforme
            |por\ informação\ de|nach\ (?:informationen|angaben)\ (?:des|der|von))\b
        | \b(?:по\ данным|по\ сообщению|по\ информации|со\ ссылкой\ на|за\ даними|за\ інформацією|з\ посиланням\ на
            |(?:как\ )?сообща(?:ет|ют)|повідомля(?:є|ють))\b
        | (?:بحسب|حسب|وفق(?:ا|ًا|اً)?|نقلا\ عن|نقلًا\ عن|به\ گزارش|به\ نقل\ از)(?=\s))
    | (?P<media>\b(?:outlets|media|newspapers|papers|agencies|broadcasters|publications|news\ sites|websites|sources|
        organi[sz]ations|networks|channels|press)\ (?:\w+\ )?(?:including|such\ as|like|namely)\b)
    | (?P<known>\b(?:per|via|citing|cited\ by|quoting|told(?:\ to)?|interview\ with|speaking\ to|spoke\ to|as\ per
        |writing\ (?:in|for)|(?:statement|comments|remarks|interview)\ (?:to|with)
        |reports|reported|said|says|writes|wrote|{_REPORTS}|informan?|informam?|rapporte(?:nt)?|riferi(?:sce|scono)|wie|lapor
        |пиш(?:е|у)т|пише|пишуть|published\ in|reported\ in
        |rapporté|indiqué|écrit|révélé|annoncé|recogió|señaló|recoge|divulgou|publicou|riferito|riportato|scritto
        |передал[аио]?|перед[аá][её]т|передає|dilansir|dikutip(?:\ dari)?|melansir|mengutip)\b
        | (?:ذكرت?|أفادت?|أوردت?|نقلت?|قالت?|كتبت?|بثت?)(?=\s))
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
SAYING = regex.compile(
    r"(?:\s+(?:news\s+)?agency)?\s*,?\s*(?:(?:all|both|also|first|earlier|separately|has|have|had)\s+)*"
    r"(?:report(?:ed|s|ing)?|sa(?:id|ys)|wr(?:ote|ites)|note[sd]|confirm(?:ed|s)|reveal(?:ed|s)|claim(?:ed|s)|"
    r"quote[sd]|cite[sd]|add(?:ed|s)|announced|disclosed|estimate[sd]|described|found|puts?\s+it|"
    r"report|tally|poll|investigation|analysis|count|survey|interview|"
    r"(?:a|ont|ha|hat|haben)\s(?:rapporté|écrit|indiqué|révélé|riferito|scritto|riportato|informado|berichtet|gemeldet)"
    rf"|{_REPORTS}|rapporte|écrit|informa|riferisce|сообщает|пишет|повідомляє|bildirdi|yazdı|aktardı|memberitakan)\b"
)
# Between a cue and its first name.
LEAD_IN = regex.compile(
    r"""\s*[:,]?\s*(?:(?:(?:the\ )?(?:a\ )?(?:new\ |recent\ |joint\ |separate\ )?
        (?:reports?|reporting|coverage|articles?|stories|information|an\ article|data|analysis)
        \ (?:\w+\ )?(?:from|by|in|of)
      | (?:\w+\ ){0,4}?(?:outlets|media|newspapers|papers|agencies|broadcasters|publications|sites|websites|sources|
          organi[sz]ations|networks|channels|press)(?:\ outlets)?\ (?:\w+\ )?(?:including|such\ as|like|namely)
      | l['’] | (?:a|o|os|as|laporan|dari|la|le|les|der|die|das|dem|den|el|il|lo|gli)\s+ | [„“«"]
      | (?:agence|agencia|agência|agenzia|nachrichtenagentur|agentur|zeitung|sender|magazin|journal|quotidien
          |chaîne|diario|periódico|cadena|jornal|quotidiano|giornale|emittente|kantor\ berita|harian|surat\ kabar)
        (?:\ (?:de\ presse|de\ noticias|de\ notícias|di\ stampa))?\s+
      | (?:агентств\w{1,2}|газет\w|телеканал\w?|издани\w{1,2}|агенці\w|видання|وكالة(?:\s(?:ال)?أنباء)?|صحيفة
          |قناة|خبرگزاری|روزنامه|شبكة|समाचार\ एजेंसी)\s+
      | both | either | news\ agency | news\ agencies | newspaper | (?:public\ |state\ )?broadcaster
      )\s*[:,]?\s*)*""",
    regex.VERBOSE | regex.IGNORECASE,
)
SEPARATOR = regex.compile(
    r"\s+و(?=[\p{Arabic}\p{Lu}])"  # written together with the word behind it
    r"|\s*(?:,|;|&|،|、)?\s*(?:and|or|&|as\s+well\s+as|along\s+with|together\s+with|plus|with|y|e|ed|et|und|sowie|dan|serta|ve|ile|и|й|та|و|i|oraz"
    r"|en|och|og|और|एवं|ja|és|și|và|και)?"
    r"(?:\s+(?:by|from|to|in|on|via|d[ao]s?))?\s+"
    r"|\s*[,;&、،/|+]\s*|\s+و(?=[\p{Arabic}\p{Lu}])|[和与與及や・と](?=\S)|[과와]\s",
    regex.IGNORECASE,
)
# Names before their cue, known ones only: in scripts without blanks, and where the cue comes last.
_NAMES = r"(?P<names>[^\n。，.।!?]{2,70}?)"
BEHIND_NAMES = regex.compile(
    rf"(?:据|據)\s?{_NAMES}\s?(?:的?报道|的?報導|的?報道|消息|称|稱|援引)"
    rf"|(?:^|[。，\s]){_NAMES}\s?(?:によると|によれば|が(?:報じ|伝え))"
    rf"|(?:^|[\s,.]){_NAMES}(?:에\s?따르면|(?:이|가|은|는)?\s?보도)"
    rf"|(?:^|[.।]\s){_NAMES}\s(?:(?:की\sरिपोर्ट\s)?के\s(?:अनुसार|मुताबिक)"
    r"|(?:haberine|aktardığına|bildirdiğine)\sgöre|گزارش\sداد|نوشت)"
    rf"|(?:^|[。，\s]){_NAMES}\s?(?:报道|報道|報導)(?:称|稱|说|說)"
)
BETWEEN_NAMES = regex.compile(
    r"\s?[和与與及、や·・]\s?|[과와]\s?|と(?=[\p{Lu}\p{Han}\p{Katakana}])|,\s|\s(?:및|और|एवं|ve)\s"
)
NEXT = regex.compile(
    r"\s*[,;、،&/|+]"
    r"|\s+(?:and|with|und|sowie|y|e|ed|et|dan|serta|ve|ile|och|og|en|i|oraz|и|й|та|و|और|एवं|ja|és|și|và|και)\s"
    r"|\s+و(?=[\p{Arabic}\p{Lu}])|(?<=[网網報报聞闻社刊])[和与與及と](?=\p{Han})|(?<=[문보])[과와]\s",
    regex.IGNORECASE,
)
