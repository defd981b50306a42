"""What a site says to its reader in a story's place: subscribe, sign in, accept cookies, turn JavaScript on.

A sentence is such a notice where it names the thing and speaks of it as these notices do, in any of the languages
that pages are read in; one that reports what somebody said is none, whatever it speaks of.
"""

from bot.newsroom.text.patterns import any_of
from bot.newsroom.text.sentences import split_sentences
from storage.words import UNSPACED

_LONGEST = 320  # characters of a sentence
_LONGEST_PARAGRAPH = 1000
_UNSPACED_WEIGHT = 2
_LEAST_STORY = 60  # characters that are left of a page

_FOR_SUBSCRIBERS = any_of(
    r"^(?:this|the) .{0,40}\bfor (?:our )?(?:members|(?:paying |premium )?subscribers) only\W*$",
    r"\bto (?:our )?subscribers (?:of .{1,40} )?only\b",
    r"\b(?:members|subscribers)[- ]only\b|\bavailable (?:only |exclusively )?to (?:our )?(?:members|subscribers)\b",
    r"^(?:please )?(?:subscribe|sign in|log ?in|register|sign up|join)\b"
    r".{0,40}\bto (?:read|continue|keep|unlock|access|see)\b",
    r"^(?:already|become|not yet) an? (?:subscriber|member)\b|^(?:keep|continue) reading\b|\bcancel any ?time\b",
    r"^create (?:a free |an )?account\b|\bdigital-?abo\b|\bjederzeit kündbar\b|^sie haben (?:bereits|schon) ein abo",
    r"\bcancela cuando quieras\b|\bacceso ilimitado\b|\bacesso ilimitado\b|\baccesso illimitato\b|\baccès illimité\b",
    r"\bpuoi disdire\b|\bcancele quando quiser\b|\brésiliable à tout moment\b|اشترك(?:وا)? الآن|مشترک شوید",
    r"^(?:start|begin) your (?:free )?(?:trial|subscription)\b",
    r"^(?:get|enjoy) (?:unlimited|full) (?:digital )?access\b",
    r"^support (?:independent|our|quality|local) journalism\b|^you have reached your (?:article )?limit\b",
    r"^(?:jetzt )?weiterlesen\b|\bnur für abonnent|\babonnent\w* vorbehalten\b",
    r"\bexklusiv für (?:abonnent|mitglieder|leser)",
    r"^jetzt (?:abonnieren|testen|anmelden|registrieren|freischalten)\b|^(?:bereits|schon) abonnent",
    r"\bhier geht es zur anmeldung\b",
    r"\bréservée?s? (?:à|aux) (?:nos )?abonnés\b|^(?:déjà|pas encore) abonné|\bil vous reste \d+ ?%",
    r"\bsans engagement\b|^pour lire la suite\b|^kun for abonnenter\b|\blåst för prenumeranter\b",
    r"\bvain tilaajille\b|\bpouze pro předplatitele\b|\bexclusief voor abonnees\b",
    r"^word abonnee\b|\bcsak előfizetőink\b",
    r"\bfree articles? (?:remaining|left)\b|^unlock this (?:story|article)\b|\bdoar abonaților\b|\bwykup dostęp\b",
    r"^sblocca l['’]articolo\b|^доступ к статье ограничен|μόνο για συνδρομητές|само за абонати",
    r"למנויים בלבד|对订阅者开放",
    r"유료회원 전용|^mit werbung weiterlesen\b|^please (?:enable cookies|complete the captcha)\b",
    r"\b(?:website|site) is (?:currently |temporarily )?(?:unavailable|not available) in (?:most|your)\b",
    r"^(?:abonnez-vous|connectez-vous|identifiez-vous)\b|^profitez de (?:notre|nos) offre",
    r"\b(?:exclusivo|solo|sólo|disponible) para (?:los |nuestros )?(?:suscriptores|socios|abonados)\b",
    r"\b(?:ya eres|hazte) (?:suscriptor|socio)\b|^(?:inicia|inicie) sesión\b",
    r"^suscríbete\b.{0,40}\b(?:para|y) (?:leer|seguir|sigue)\b",
    r"\bexclusivo para (?:os |nossos )?assinantes\b|^faça (?:login|seu cadastro)\b|^(?:já é|seja) assinante\b",
    r"^assine (?:já|agora|por)\b",
    r"\briservat\w+ (?:agli|ai nostri) abbonati\b",
    r"^(?:accedi|abbonati|registrati)\b.{0,20}\b(?:per|e) (?:continuare|leggere|leggi)\b",
    r"\bтолько (?:для )?(?:наших? )?подписчик|^оформите подписку",
    r"^(?:войдите|авторизуйтесь|зарегистрируйтесь)\b.{0,20}\bчтобы\b",
    r"\b(?:тільки|лише) (?:для )?(?:наших )?передплатник|^оформіть (?:передплату|підписку)|^увійдіть\b.{0,20}\bщоб\b",
    r"\b(?:yalnızca|sadece) (?:abone|üye)ler|\bokumaya devam etmek için\b|\biçin (?:abone olun|giriş yapın)\b",
    r"للمشتركين فقط|متاح للمشتركين|سج[ّ]?لوا? الدخول|لمتابعة القراءة",
    r"(?:فقط|تنها) برای (?:مشترکان|اعضا)|برای ادامه (?:خواندن|مطالعه)",
    r"केवल (?:सब्सक्राइबर|ग्राहक|सदस्य)|आगे पढ़ने के लिए|लॉग ?इन कर(?:ें|के)",
    r"\bkhusus (?:untuk )?(?:pelanggan|anggota)\b|^(?:masuk|login|daftar)\b.{0,20}\buntuk (?:membaca|melanjutkan)\b",
    r"会員限定|続きを(?:読む|お読み)|残り\s?[\d,]+\s?文字|(?:会員登録|ログイン)(?:が必要|して|すると)",
    r"付费内容|(?:登录|注册|付费|订阅|开通会员)后?(?:可|才能|即可|继续)?(?:继续)?(?:阅读|查看|观看)|仅(?:限|供)(?:会员|订阅)|剩余内容",
    r"구독자 전용|유료 회원|(?:로그인|구독|회원가입) ?(?:후|하시면)",
    r"\balleen voor abonnees\b|^log in om\b|\btylko dla (?:subskrybentów|prenumeratorów)\b|^zaloguj się\b",
)
_COOKIES = any_of(r"cookie|クッキー|ملفات تعريف الارتباط|کوکی|файл\w* куки|куки-файл|कुकीज़?")
_OURS = any_of(
    r"\b(?:we|our|your|us|wir|unsere?\w*|ihre?\w*|nous|nos|notre|votre|vous|nuestr\w+|usamos|utilizamos|su|tu|tuo|noi|nostr\w+"
    r"|nossos?|seus?|usiamo|utilizziamo|мы|наш\w*|вы|вам|ваш\w*|ми|biz|sitemiz\w*|kami|anda|przez nas|onze|wij)\b",
    r"当サイト|使用しています|お使い|نستخدم|نحن|شما|ما از|हम|आपके|我们|您",
)
_SCRIPT = any_of(r"java ?script|جافا ?سكريبت|जावास्क्रिप्ट|ad[- ]?blocker|adblock")
_TURNED_ON = any_of(
    r"\b(?:en|dis)able|\benabled\b|\bdisabled\b|\bturn(?:ed)? (?:on|off)\b|aktivier|\bactiv|habilit|abilit",
    r"desactiv|включ|увімк|etkinleştir|aktifkan",
    r"有効|启用|开启|تفعيل|فعال|सक्षम|활성화|\bbrowser\b|navegador|navigateur|браузер|ブラウザ|浏览器|متصفح|tarayıcı|peramban",
)
_CONSENT = any_of(
    r"^(?:we|by|please|to|if you|manage|give|with)\b.{0,80}\b(?:your|you) consent\b|^your consent\b",
    r"\bvotre (?:accord|consentement)\b|\bihre\w* (?:zustimmung|einwilligung)\b",
    r"\btuo consenso\b",
    r"\b(?:su|tu|seu) consentimi?ento\b|ваше(?:го|му)? согласи|\bbefore you continue to\b|^accept all\b",
    r"\bwe and our (?:\d+ )?partners\b",
    r"\bnos partenaires et nous\b|\bnoi e i nostri partner\b|\bnuestros (?:\d+ )?socios\b",
    r"\bwir und unsere (?:\d+ )?partner\b",
)
_BLOCKED = any_of(
    r"\bchecking your browser\b|\bare (?:you )?(?:not )?a (?:robot|bot)\b|\busing automation tools\b",
    r"\baccess to this page has been denied\b",
    r"\bredirect to your requested content\b|\bverify (?:that )?you are (?:a )?human\b",
    r"^(?:our systems? (?:have|has) detected |we(?:'ve| have) (?:detected|noticed) )?unusual traffic (?:from|coming)\b",
    r"\bsecurity check to access\b",
    r"^(?:sorry, )?the page (?:that )?you (?:are looking|were looking|requested)\b",
    r"^(?:it|this page) may have been moved or (?:deleted|removed)\b",
    r"^(?:404\b|error 404)|\bseite (?:wurde |konnte )?nicht gefunden\b|\bpage introuvable\b",
    r"\bpágina (?:não|no) (?:foi )?encontrada\b",
    r"\bpagina non trovata\b|страница не найдена|сторінку не знайдено",
    r"页面不存在|ページ(?:が|は)見つかりません|الصفحة غير موجودة",
)
_SOLD = any_of(r"\b(?:sold|baked|ate|bakery|bakers?)\b")  # cookies that are eaten
# Who reports what somebody said speaks to nobody.
_REPORTED = any_of(
    r"\b(?:said|says|told|announced|reported|ruled|decided|promised|complained|argued|warned|claimed|used"
    r"|sagte|teilte|a (?:dit|déclaré|annoncé)"
    r"|dijo|anunció|disse|anunciou|ha detto|ha annunciato)\b",
    r"сообщил|заявил|сказал|повідоми|söyledi|açıkladı|duyurdu|وقال|قالت?|أعلن|گفت|कहा|mengatakan|と発表|と述べ|表示|宣布|밝혔",
)


def is_wall(sentence: str) -> bool:
    """Whether a sentence is a notice of a site to its reader."""
    if len(sentence) > _LONGEST or _REPORTED.search(sentence):
        return False
    if _FOR_SUBSCRIBERS.search(sentence) or _BLOCKED.search(sentence) or _CONSENT.search(sentence):
        return True
    if _COOKIES.search(sentence) and _OURS.search(sentence):
        return not _SOLD.search(sentence)
    return _SCRIPT.search(sentence) is not None and _TURNED_ON.search(sentence) is not None


def without_walls(text: str) -> str:
    """Return a page's text without the paragraphs that are such notices; nothing where that is all of it."""
    kept = [line for line in text.split("\n") if not _is_wall_of(line)]
    left = "\n".join(kept)
    weight = len(left) + _UNSPACED_WEIGHT * len(UNSPACED.findall(left))
    return left if len(left) == len(text) or weight >= _LEAST_STORY else ""


def _is_wall_of(line: str) -> bool:
    return len(line) <= _LONGEST_PARAGRAPH and bool(line.strip()) and all(map(is_wall, split_sentences(line)))
