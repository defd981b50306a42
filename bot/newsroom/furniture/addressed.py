"""Words by which a site leads its reader elsewhere: to its channels, its newsletter, another story."""

import regex

from bot.newsroom.furniture.reported import is_reported
from bot.newsroom.text.patterns import any_of

_HEAD = 70  # characters in which such a sentence says what it wants
_LONGEST = 300

_FOLLOW = any_of(
    r"\b(?:subscribe|sign up|follow|join|like us|download|get our|listen to)\b",
    r"\b(?:abonnieren|abonniere|folgen|folge|melden|jetzt)\b|\b(?:abonnez|inscrivez|suivez|rejoignez|téléchargez)\b",
    r"\b(?:suscr[ií]b\w+|s[ií]gu?[ae]\w*|[uú]nete|descarga(?! (?:eléctrica|de))|[uú]nase)\b"
    r"|\b(?:assine|inscreva|siga|acompanhe|entre)\b",
    r"\b(?:iscriviti|abbonati|seguici|segui|unisciti|scarica)\b",
    r"\b(?:подпи(?!сч)\w+|присоединя\w+|следите|больше новостей|читайте)\b",
    r"\b(?:підпи\w+|приєдн\w+|стежте|читайте)\b|\b(?:abone|takip|katıl\w*)\b|(?:اشترك|تابعو?نا|انضم|دنبال کنید|عضو)",
    r"(?:सब्सक्राइब|फॉलो|जुड़)|\b(?:ikuti|gabung\w*|berlangganan)\b"
    r"|(?:登録|フォロー|关注|订阅|扫码|扫描|下载|구독|팔로우)",
    r"\b(?:volg|meld je|zapisz|obserwuj|dołącz|prenumerera|följ|följer|abonner|følg|tilaa|seuraa)\b",
)
_CHANNEL = any_of(
    r"newsletter|boletín|boletim|bulletin|rundbrief|рассылк|розсилк|bülten|نشرت?نا|خبرنامه|न्यूज़लेटर|buletin",
    r"nieuwsbrief|nyhetsbrev|uutiskirje",
    r"ニュースレター|メルマガ|公众号|简报|뉴스레터|telegram|телеграм|whatsapp|вотсап"
    r"|واتس|تلغرام|تيليجرام|youtube|facebook|instagram",
    r"twitter|tiktok|linkedin|google (?:news|новост)|\bкана[лі]\w*|\bkanal\w*|قنات|قناة|کانال|चैनल|\bcanal\b",
    r"\bchannel\b|客户端|频道|二维码|채널",
    r"\bapp\b|\baplica\w+|приложени|застосун|アプリ|앱|podcast|подкаст",
)
_US = any_of(
    r"\b(?:us|our|uns|unser\w*|nous|notre|nos|nuestr\w+|nosotros|nossa|nosso|nostr\w+|нас|наш\w*|bizi|bizim|kami|onze|ons|nas|nasz\w*|vår\w*)\b"
    r"|-(?:nos|nous)\b|\bs[ií]guenos\b|\bseguici\b|تابعو?نا|(?:قنات|نشرت|تطبيق|صفحت|موقع)نا|کانال \S+ ما"
    r"|bülten\w*imiz|我们|ما را|हमें|हमारे"
)
_ELSEWHERE = (
    r"read (?:more|also|next)|don['’]t miss|more from [\p{L} ]{2,30}|see also|also read"
    r"|watch|related|more on this(?: story)?|you (?:may|might) also like"
    r"|auch (?:interessant|spannend|lesenswert)|lesen sie (?:auch|mehr|weiter)|mehr zum thema|siehe auch|lesetipp"
    r"|lire (?:aussi|la suite)|(?:à|pour) lire(?: aussi| également| la suite)?|voir aussi"
    r"|sur le même sujet|pour aller plus loin|retrouvez aussi"
    r"|(?:lee|mira|escucha) (?:también|además|más)|lea (?:también|más)|[tl]e puede interesar|puede interesarle"
    r"|también puede[ns]? leer|más información|noticias? relacionadas?|no te (?:lo )?pierdas"
    r"|ver también|para seguir leyendo"
    r"|también te puede"
    r"|leia (?:também|mais)|ler (?:também|mais)|(?:veja|confira|assista) também|saiba mais"
    r"|(?:per approfondire|guarda anche|ascolta anche)|leggi (?:anche|tutto)"
    r"|(?:ti )?potrebbe interessar(?:ti|e)(?: anche)?"
    r"|чита(?:йте|ть) (?:также|ещё|еще)|смотрите также|по теме|материалы? по теме|читайте також|дивіться також|за темою"
    r"|ayrıca okuyun|ilgili haber(?:ler)?|ilginizi çekebilir|bunlar da ilginizi çekebilir"
    r"|اقر[أؤ](?:وا)? (?:أيضا|أيضًا|أيضاً|المزيد)|(?:شاهد|طالع|تابع)(?:وا)? (?:أيضا|أيضًا|أيضاً)"
    r"|(?:موضوعات|مواضيع|أخبار) ذات صلة"
    r"|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|(?:यह|ये|इसे) भी (?:पढ़ें|देखें)|और पढ़ें|baca (?:juga|selengkapnya)"
    r"|lihat juga|simak juga"
    r"|(?:相关|相關)(?:阅读|閱讀|新闻|新聞|报道|報導)|延伸阅读|推荐阅读|更多(?:新闻|报道|阅读)"
    r"|関連記事|あわせて読みたい|こちらも読まれています|관련 ?기사|더 보기"
    r"|(?:lees|bekijk) (?:ook|meer|verder)|meer over dit onderwerp|(?:prze)?czytaj (?:także|też|więcej)"
    r"|zobacz (?:też|także|również)"
    r"|läs (?:också|även|mer)"
    r"|les også|læs også|lue myös|přečtěte si(?: také)?|διαβάστε επίσης|olvassa el(?: még)?|citește și"
)
_LEADS_ELSEWHERE = regex.compile(rf"[\W_]*(?:{_ELSEWHERE})\s*(?:[:：>»›→|–—]|$|[.!…]$)", regex.IGNORECASE)
_NO_COLON = regex.compile(rf"[\W_]*(?:{_ELSEWHERE})\b", regex.IGNORECASE)
# By where they stand: at the beginning, and anywhere.
_INVITES_AT_ONCE = any_of(
    r"if you (?:enjoyed|liked) this\b|have (?:a story|a news tip|a tip|news (?:to|for))\b(?! and).{0,60}(?:\?|\bus\b)",
    r"for more (?:stories|news|information)\b.{0,40}\b(?:visit|follow|see)\b|(?:email|write to|call|text) us\b",
    r"vous avez une info\b|haben sie (?:hinweise|einen tipp)\b|tienes una historia\b",
    r"(?:receba|recevez|reciba|recibe(?= .{0,60}(?:en tu |en su |nuestr|newsletter|boletín))"
    r"|ricevi|dapatkan|ontvang|otrzymuj|erhalten sie|получайте|отримуйте)"
    r"\b.{0,80}(?:e-?mail|correo|boîte|casella|newsletter|ponsel|boletín|почт|пошт|mailbox)",
    r"(?:partagez|comparte(?= (?:esta|este|la noticia|en))|comparta|compartilhe"
    r"|condividi|поделитесь|поділіться|teilen sie|paylaş|udostępnij"
    r"|deel (?:dit|het|deze))\b.{0,60}(?:amis|amigos|amici|друз|freund|arkadaş|znajomy|vrienden|redes|facebook"
    r"|сет[яі])",
    r"(?:clicca qui|clique aqui|haz clic|haga clic (?:aquí|en)|cliquez (?:ici|sur)"
    r"|нажмите (?:здесь|сюда|на (?:ссылк|кнопк)\w+)|натисніть|klik (?:hier|di sini))\b",
    r"点击(?:这里|此处)|(?:нашли|заметили|если вы (?:нашли|заметили)) .{0,20}ошибку\b|heb je een tip\b",
    r"(?:follow|segui|suis|siga|sledujte|ακολουθήστε|download|get)"
    r"\b.{0,60}\b(?:(?:on|su|sur|no|en|na|στο) (?:facebook|x|instagram|whatsapp|google news)|app to get)\b",
    r"get the (?:latest|day['’]s)\b.{0,60}\b(?:delivered|inbox|phone|app)\b",
    r"stay up to date\b.{0,40}\b(?:newsletter|app)\b|read the full (?:story|article)\b",
    r"(?:you can )?follow .{2,40} on (?:bluesky|threads|mastodon|facebook|instagram|x|twitter|whatsapp)\b",
    r"empfohlener redaktioneller inhalt\b|an dieser stelle finden sie\b|hören sie dazu\b",
    r"lesen sie hier, (?:wie|was|warum)\b|(?:re)?trouvez\b.{0,60}\bnotre (?:chaîne|édition|application)\b",
    r"inscrivez-vous\b.{0,60}\b(?:lettre|newsletter)\b|téléchargez (?:l['’]|notre )app|lire aussi(?=\s\p{Lu})",
    r"(?:sigue(?= (?:a |toda|la actualidad|nuestr|las noticias))|siga|acompanhe|acompañe|puedes seguir)\b.{0,90}"
    r"\b(?:redes sociales|redes sociais|newsletter|facebook|whatsapp)",
    r"(?:participe d[oe] |entre (?:no|em nosso|en nuestro) |úne(?:te|ase) (?:al|a)\b)"
    r".{0,50}\b(?:telegram|whatsapp)\b|subscreva\b|scopri di più\b",
    r"присоединяйтесь к нам\b|установите приложение\b|слідкуйте за\b.{0,60}telegram",
    r"(?:للمزيد من الأخبار|تابعوا? قنات|حم[ّ]?ل(?:وا)? تطبيق)|(?:simak|cek|dapatkan) (?:berita|artikel)\b",
    r"abonneer je\b|iratkozzon fel\b|die wichtigsten nachrichten direkt\b|advertisement\s*[-–—:]|제보는(?! \d)",
)
_INVITES = any_of(
    r"\b(?:in|to) your inbox\b|\bshare (?:it|this) with your friends\b|\btıklayın\b"
    r"|\b(?:(?:contact|reach) (?:us|our|the (?:author|reporter|newsroom)|her|him|them)"
    r"|share (?:your \w+|what you \w+))\b.{0,40}\bby emailing\b",
    r"\bplease consider (?:making a donation|donating|supporting)\b"
    r"|\bconsider (?:making a donation to|donating to|supporting) us\b|\bschreiben sie uns an\b",
    r"\bfinden sie (?:auch )?in unserer app\b|\bвыделите (?:её|ее|ошибку|текст) и нажмите\b|\bпишите нам\b",
    r"(?:читайте|смотрите|следите|подробн\w+|больше|ещё|еще|все|всё|новости)\b.{0,60}\bв наш(?:ем|их) канал\w+"
    r"|\bkanalımıza katılın\b|\buygulamamızı indir|\bbize abone ol|हमारा ऐप|हमें .{0,24}फॉलो",
    r"扫描二维码|掃描二維碼|友だち登録|アプリを(?:ダウンロード|インストール)|ニュースレターに登録",
    r"채널을 (?:구독|추가)|ما را در .{0,24}دنبال کنید",
    r"\bdołącz do nas\b|\bwhats ?app kanalımızdan\b|\bwhats ?app-kanal\b|公式アプリで",
    r"メールマガジンに登録|카카오톡 채널",
    r"(?:네이버|다음)에서 구독",
)
_SHORT_WORDS = 5
_COMMANDS = regex.compile(
    r"[\W_]*(?:click\ (?:here\ (?:to|for)|on\ the\ (?:link|button))\b|click\ here\W*$"
    r"|scroll\ down\ (?:to|for)\b|to\ (?:continue|keep)\ reading\b"
    r"|advertisement\s*$"
    r"|photo:|image:|support\ our\ (?:journalism|work|reporting|newsroom|mission)\b"
    r"|(?:jetzt\ )(?:anmelden|abonnieren)\b)",
    regex.IGNORECASE | regex.VERBOSE,
)


def leads_elsewhere(paragraph: str) -> bool:
    """Whether a short paragraph begins with a label that leads to another story: `READ MORE: …`."""
    return len(paragraph) <= _LONGEST and _LEADS_ELSEWHERE.match(paragraph) is not None


def is_addressed(sentence: str) -> bool:
    """Whether a sentence leads its reader elsewhere, and tells nothing."""
    if len(sentence) > _LONGEST or is_reported(sentence):
        return False
    begins = any(each.match(sentence) for each in (_INVITES_AT_ONCE, _COMMANDS, _LEADS_ELSEWHERE))
    if begins or _INVITES.search(sentence):
        return True
    if _NO_COLON.match(sentence) and len(sentence.split()) <= _SHORT_WORDS:
        return True
    wants = _FOLLOW.search(sentence[:_HEAD])
    return wants is not None and _CHANNEL.search(sentence) is not None and _US.search(sentence) is not None
