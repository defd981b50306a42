"""What a site says to its reader in a story's place: subscribe, sign in, accept cookies, turn JavaScript on.

A sentence is such a notice where it names the thing and speaks of it as these notices do, in any of the languages
that pages are read in; one that reports what somebody said is none, whatever it speaks of.
"""

from bot.newsroom.furniture.reported import is_reported
from bot.newsroom.text.patterns import any_of, any_word_of
from bot.newsroom.text.sentences import split_sentences
from storage.words import UNSPACED

_LONGEST = 320  # characters of a sentence
_LONGEST_PARAGRAPH = 1000
_UNSPACED_WEIGHT = 2
_LEAST_STORY = 60  # characters that are left of a page

# By where they stand: at the beginning, at a word, and in scripts without such places.
_OPENING = any_of(
    r"(?:this|the) .{0,40}\bfor (?:our )?(?:members|(?:paying |premium )?subscribers) only(?:[.!]|\W*$)",
    r"(?:please )?(?:subscribe|sign in|log ?in|register|sign up|join)\b"
    r".{0,40}\bto (?:read|continue|keep|unlock|access|see)\b",
    r"(?:already|become|not yet) an? (?:subscriber|member)\b(?! (?:to|of) the\b)|(?:keep|continue) reading\b",
    r"create (?:a free |an )?account\b(?! of)|sie haben (?:bereits|schon) ein abo",
    r"(?:start|begin) your (?:free )?(?:trial|subscription)\b|(?:get|enjoy) (?:unlimited|full) (?:digital )?access\b",
    r"support (?:independent|our|quality|local) journalism\b|you have reached your (?:article )?limit\b",
    r"(?:jetzt )?weiterlesen\b(?! (?:kann|können|darf|will))"
    r"|jetzt (?:abonnieren|testen|anmelden|registrieren|freischalten)\b(?! (?:müssen|sich|die|der|das|auch))",
    r"(?:bereits|schon) abonnent|(?:déjà|pas encore) abonné|pour lire la suite\b|kun for abonnenter\b|word abonnee\b",
    r"unlock this (?:story|article)\b|sblocca l['’]articolo\b|доступ к статье ограничен|mit werbung weiterlesen\b",
    r"please (?:enable cookies|complete the captcha)\b|(?:abonnez-vous|connectez-vous|identifiez-vous)\b",
    r"profitez de (?:notre|nos) offre|(?:inicia|inicie) sesión\b",
    r"suscríbete\b.{0,40}\b(?:para|y) (?:leer|seguir|sigue)\b|faça (?:login|seu cadastro)\b",
    r"(?:já é|seja) assinante\b|assine (?:já|agora|por)\b",
    r"(?:accedi|abbonati|registrati)\b.{0,20}\b(?:per|e) (?:continuare|leggere|leggi)\b|оформите подписку",
    r"(?:войдите|авторизуйтесь|зарегистрируйтесь)\b.{0,20}\bчтобы\b|оформіть (?:передплату|підписку)",
    r"увійдіть\b.{0,20}\bщоб\b|(?:masuk|login|daftar)\b.{0,20}\buntuk (?:membaca|melanjutkan)\b|log in om\b",
    r"zaloguj się\b|(?:we|by|please|to|if you|manage|give|with)\b.{0,80}\b(?:your|you) consent\b|your consent\b",
    r"accept all\b",
    r"(?:our systems? (?:have|has) detected |we(?:'ve| have) (?:detected|noticed) )?unusual traffic (?:from|coming)\b",
    r"(?:sorry, )?the page (?:that )?you (?:are looking|were looking|requested)\b",
    r"(?:it|this page) may have been (?:moved|removed|deleted)\b"
    r"|(?:error )?404\b(?=\W*$|\W+(?:page\b|not found|error))",
    r"the rest of this (?:story|article) (?:is (?:only|for|available)|requires)\b"
    r"|join (?:the )?(?:thousands|millions) of (?:\p{L}+ )?(?:readers|subscribers|members|others|people who)\b"
    r"|choose (?:the|a|your) plan\b",
    r"billed (?:monthly|yearly|annually)\b|(?:sorry, )?you have been blocked\b|you are unable to access\b",
    r"completing the captcha\b|we recogni[sz]e you are attempting to access\b"
    r"|we are (?:currently )?performing\b.{0,40}maint",
    r"please (?:upgrade|update) your browser\b|we are engaged on the issue\b"
    r"|unfortunately, (?:our|this) (?:web)?site\b",
    r"jetzt (?:ein )?abo (?:abschließen|bestellen|sichern|testen)\b|lesen sie (?:diesen|den) artikel mit\b"
    r"|besuchen sie unsere seite\b|das angebot endet\b",
    r"danach (?:nur|für) .{1,12}(?:euro|€)(?=\W*$|\s(?:im|pro|monatlich))|créez (?:un|votre) compte\b(?! de)"
    r"|offre spéciale\b|vous pouvez résilier\b",
    r"merci de (?:le|la) mettre à jour\b",
    r"suscr[ií]b(?:ete|[ae]se)\b.{0,60}\b(?:por|para|y) .{0,30}(?:€|euros?|al mes|leer?|lee)\b",
    r"para (?:continuar|seguir) (?:leyendo|lendo)\b"
    r"|reg[ií]str[ea](?:te|se)\b.{0,30}\bpara (?:continuar|seguir|leer|acceder|ver)\b|puede cancelar\b",
    r"ha[s]? alcanzado el límite de (?:artículos|lecturas|noticias)\b|per continuare a leggere\b"
    r"|hai raggiunto il limite\b",
    r"(?:você|voce) atingiu o limite\b|чтобы (?:дочитать|прочитать|читать) (?:статью|материал|дальше|полностью)\b",
    r"отключите (?:блокировщик|adblock)|ваш запрос похож\b|подтвердите, что вы не робот",
    r"berlangganan (?:mulai|hanya|sekarang)\b|anda telah mencapai batas\b|neem een abonnement\b|schakel javascript\b",
    r"wykup (?:prenumeratę|abonament|dostęp)\b|włącz obsługę\b|używamy plików cookie\b",
)
_AT_WORD = any_word_of(
    r"to (?:our )?subscribers (?:of .{1,40} )?only\b|(?:members|subscribers)[- ]only\b",
    r"available (?:only |exclusively )?to (?:our )?(?:members|subscribers)\b|cancel any ?time\b|digital-?abo\b",
    r"jederzeit kündbar\b|cancela cuando quieras\b|acceso ilimitado\b|acesso ilimitado\b|accesso illimitato\b",
    r"accès illimité\b|puoi disdire\b|cancele quando quiser\b|résiliable à tout moment\b|nur für abonnent",
    r"abonnent\w* vorbehalten\b|exklusiv für (?:abonnent|mitglieder|leser)|hier geht es zur anmeldung\b",
    r"réservée?s? (?:à|aux) (?:nos )?abonnés\b|il vous reste \d+ ?%|sans engagement\b|låst för prenumeranter\b",
    r"vain tilaajille\b|pouze pro předplatitele\b|exclusief voor abonnees\b|csak előfizetőink\b",
    r"free articles? (?:remaining|left)\b|doar abonaților\b|wykup dostęp\b",
    r"(?:website|site) is (?:currently |temporarily )?(?:unavailable|not available) in (?:most|your)\b",
    r"(?:exclusivo|solo|sólo|disponible) para (?:los |nuestros )?(?:suscriptores|socios|abonados)\b",
    r"(?:ya eres|hazte) (?:suscriptor|socio)\b|exclusivo para (?:os |nossos )?assinantes\b",
    r"riservat\w+ (?:agli|ai nostri) abbonati\b|только (?:для )?(?:наших? )?подписчик",
    r"(?:тільки|лише) (?:для )?(?:наших )?передплатник|(?:yalnızca|sadece) (?:abone|üye)ler",
    r"okumaya devam etmek için\b|için (?:abone olun|giriş yapın)\b|khusus (?:untuk )?(?:pelanggan|anggota)\b",
    r"alleen voor abonnees\b|tylko dla (?:subskrybentów|prenumeratorów)\b|votre (?:accord|consentement)\b",
    r"ihre\w* (?:zustimmung|einwilligung)\b|tuo consenso\b|(?:su|tu|seu) consentimi?ento\b|before you continue to\b",
    r"we and our (?:\d+ )?partners\b|nos partenaires et nous\b|noi e i nostri partner\b|nuestros (?:\d+ )?socios\b",
    r"wir und unsere (?:\d+ )?partner\b|checking your browser\b|are (?:you )?(?:not )?a (?:robot|bot)\b",
    r"using automation tools\b|access to this page has been denied\b|redirect to your requested content\b",
    r"verify (?:that )?you are (?:a )?human\b|security check to access\b|seite (?:wurde |konnte )?nicht gefunden\b",
    r"page introuvable\b|página (?:não|no) (?:foi )?encontrada\b|pagina non trovata\b|halaman tidak ditemukan\b",
    r"sayfa bulunamadı\b|available to .{1,30}\b(?:plus |premium )?(?:members|subscribers)\b",
    r"cancel (?:at any time|whenever you like)\b|monatlich kündbar\b|à tout moment (?:votre|l['’])abonnement\b",
    r"en cualquier momento\b.{0,20}suscripci|cancelar cuando quiera\b|exclusivo para (?:subscritores|assinantes)\b",
    r"(?:il )?primo mese (?:costa|a)(?: solo)? (?:\d|un euro)|первый месяц (?:стоит|за)(?: всего)? \d"
    r"|отменить .{0,12}в любой момент\b",
    r"ilk ay(?: sadece| yalnızca)? \d+ (?:lira|tl)\W*(?:$|sonra)|dilediğiniz zaman iptal\b|gratis bulan ini\b"
    r"|artikel lengkap\b",
    r"czytaj bez ograniczeń\b|performed triggered the security\b|you(?:'|’)?re not a (?:robot|bot)\b",
    r"unusual activity from\b|unavailable (?:due to|for) legal reasons\b|\beea\b.{0,40}gdpr",
    r"mit werbung und tracking\b|mit einem pur-abo\b",
)
_ANYWHERE = any_of(
    r"اشترك(?:وا)? الآن|مشترک شوید|μόνο για συνδρομητές|само за абонати|למנויים בלבד|对订阅者开放",
    r"유료회원 전용|للمشتركين فقط",
    r"متاح للمشتركين|سج[ّ]?لوا? الدخول|لمتابعة القراءة|(?:فقط|تنها) برای (?:مشترکان|اعضا)",
    r"برای ادامه (?:خواندن|مطالعه)|केवल (?:सब्सक्राइबर|ग्राहक|सदस्य)|आगे पढ़ने के लिए|लॉग ?इन कर(?:ें|के)|会員限定",
    r"続きを(?:読む|お読み)|残り\s?[\d,]+\s?文字|(?:会員登録|ログイン)(?:が必要|して|すると)|付费内容",
    r"(?:登录|注册|付费|订阅|开通会员)后?(?:可|才能|即可|继续)?(?:继续)?(?:阅读|查看|观看)"
    r"|仅(?:限|供)(?:会员|订阅)|剩余内容",
    r"구독자 전용|유료 회원",
    r"(?:로그인|구독|회원가입) ?(?:후|하시면)|ваше(?:го|му)? согласи|страница не найдена|сторінку не знайдено",
    r"页面不存在",
    r"ページ(?:が|は)見つかりません|الصفحة غير موجودة|페이지를 찾을 수 없|लेख पढ़ने के लिए"
    r"|(?:للاطلاع|لقراءة) .{0,12}المقال كاملا",
    r"المقالات المجانية|برای خواندن ادامه|免费文章已|免費文章已|有料記事|いつでも解約"
    r"|언제든지 해지|访问过于频繁|安全验证|安全驗證",
)
_COOKIES = any_of(r"cookie|çerez\w*|クッキー|ملفات تعريف الارتباط|کوکی|файл\w* куки|куки-файл|कुकीज़?")
_OURS = any_of(
    r"\b(?:we|our|your|us|wir|unsere?\w*|ihre?\w*|nous|nos|notre|votre|vous|nuestr\w+|usamos|utilizamos|su|tu|tuo|noi|nostr\w+"
    r"|nossos?|seus?|usiamo|utilizziamo|мы|наш\w*|вы|вам|ваш\w*|ми|biz|bize|size|bu sit\w*"
    r"|sitemiz\w*|kami|anda|przez nas|onze|wij)\b",
    r"当サイト|本網站|本网站|使用しています|お使い|نستخدم|نحن|شما|ما از|हम|आपके|我们|您",
)
_SCRIPT = any_of(r"java ?script|جاوا ?اسکریپت|جافا ?سكريبت|जावास्क्रिप्ट|ad[- ]?blocker|adblock")
_TURNED_ON = any_of(
    r"\b(?:en|dis)able|\benabled\b|\bdisabled\b|\bturn(?:ed)? (?:on|off)\b|aktivier|\bactiv|habilit|abilit",
    r"desactiv|включ|увімк|etkinleştir|aktifkan|\bschakel\b|\bwłącz",
    r"有効|启用|开启|啟用|تفعيل|فعال|सक्षम|चालू|활성화|\bbrowser\b|navegador|navigateur"
    r"|браузер|ブラウザ|浏览器|متصفح|tarayıcı|peramban",
)
_SOLD = any_of(r"\b(?:sold|baked|ate|bakery|bakers?)\b")  # cookies that are eaten


def is_wall(sentence: str) -> bool:
    """Whether a sentence is a notice of a site to its reader."""
    if len(sentence) > _LONGEST or is_reported(sentence):
        return False
    return _is_closed(sentence) or (_asks_browser(sentence) and not _SOLD.search(sentence))


def _is_closed(text: str) -> bool:
    """Whether a text speaks of what is for subscribers, who consented, or whoever is no robot."""
    return bool(_OPENING.match(text) or _AT_WORD.search(text) or _ANYWHERE.search(text))


def _asks_browser(text: str) -> bool:
    """Whether a text speaks of a site's own cookies, or of scripts that are to be turned on."""
    if _COOKIES.search(text) and _OURS.search(text):
        return True
    return _SCRIPT.search(text) is not None and _TURNED_ON.search(text) is not None


def without_walls(text: str) -> str:
    """Return a page's text without the paragraphs that are such notices; nothing where that is all of it."""
    kept = [line for line in text.split("\n") if not _is_wall_of(line)]
    left = "\n".join(kept)
    weight = len(left) + _UNSPACED_WEIGHT * len(UNSPACED.findall(left))
    return left if len(left) == len(text) or weight >= _LEAST_STORY else ""


def _is_wall_of(line: str) -> bool:
    """Whether each sentence of a line is one; few lines have any, so they are not cut into sentences for it."""
    if len(line) > _LONGEST_PARAGRAPH or not (_is_closed(line) or _asks_browser(line)):
        return False
    return all(map(is_wall, split_sentences(line)))
