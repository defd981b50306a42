"""Labels that pages show around a story in languages other than English: whole lines, by what they are for."""

import regex

from bot.newsroom.furniture.addressed import is_addressed

_COUNT = r"\s*[(\[]?\d*[)\]]?"
_ADVERTISING = (
    "anzeige|werbung|publicidad|publicité|publicidade|pubblicità|annuncio|реклама(?: на сайте)?|reklam|reklama"
    "|إعلان|اعلان|آگهی"
    "|تبلیغات|विज्ञापन|iklan|advertorial|广告|廣告|広告|광고|advertentie|annons"
)
_SHARING = (
    "(?:auf|per|via) \\S+ teilen|(?:artikel )?teilen|compartir(?: en \\S+)?|compartilhar|partager(?: sur \\S+)?"
    "|condividi(?: su \\S+)?"
    "|поделиться|поширити|поділитися|paylaş|مشاركة|شارك|اشتراک‌گذاری|शेयर(?: करें)?|साझा करें|bagikan"
    "|分享(?:到\\S{0,6})?|シェア(?:する)?|공유(?:하기)?"
    "|imprimir|imprimer|drucken|stampa|печать|yazdır|طباعة|cetak|打印"
    "|copiar (?:enlace|link)|copier le lien|link kopieren|copia link|скопировать ссылку"
)
_COMMENTING = (
    "comentarios?|comentários?|commentaires?|kommentare?|commenti|комментарии|коментарі|yorum(?:lar)?|التعليقات"
    "|تعليقات|نظرات|دیدگاه‌ها"
    "|टिप्पणियां|komentar|评论|評論|コメント|댓글"
)
_SUBSCRIBING = (
    "(?:newsletter )?abonnieren|newsletter|suscr[ií]b(?:ete|ase|irse)|s'abonner|abonnez-vous|iscriviti|abbonati"
    "|assine|assinar|подписаться"
    "|підписатися|abone ol|اشترك(?: الآن)?|सब्सक्राइब(?: करें)?|berlangganan|订阅|登録"
    "|anmelden|iniciar sesión|se connecter|connexion|entrar|accedi|войти|увійти|giriş(?: yap)?|تسجيل الدخول"
    "|ورود|masuk|登录|登錄"
)
_RELATED = (
    "zum thema|verwandte (?:artikel|themen)|artículos relacionados|noticias relacionadas|notícias relacionadas"
    "|articles liés|à lire aussi"
    "|articoli correlati|похожие новости|статьи по теме|схожі новини|ilgili haberler|مواضيع ذات صلة"
    "|أخبار ذات صلة|संबंधित (?:खबरें|समाचार)"
    "|berita terkait|artikel terkait|lo más (?:leído|visto)|mais lidas|les plus lus|meistgelesen|più letti"
    "|самое читаемое|популярное"
    "|en çok okunanlar|الأكثر قراءة|terpopuler|热门(?:新闻|文章)?"
)
_NAVIGATION = (
    "(?:zur )?startseite|inicio|início|accueil|home page|главная(?: страница)?|головна|ana ?sayfa|الرئيسية"
    "|صفحه اصلی|होम|beranda|首页|首頁|トップ|홈"
    "|menü|menú|меню|القائمة|菜单|suche|buscar|rechercher|cerca|поиск|пошук|ara|بحث|جستجو|खोजें|cari|搜索"
    "|mehr (?:anzeigen|laden)|ver más|ver mais|voir plus|mostra altro|показать ещё|показати більше"
    "|daha fazla(?: göster)?|عرض المزيد"
    "|और देखें|selengkapnya|查看更多|もっと見る|더보기|weiterlesen|seguir leyendo|lire la suite|continua a leggere"
    "|читать далее|читати далі|devamını oku"
    "|cerrar|fechar|fermer|schließen|chiudi|закрыть|закрити|kapat|إغلاق|tutup|关闭|閉じる|닫기"
)
_CONSENTING = (
    "alle akzeptieren|akzeptieren|einstellungen(?: verwalten)?|ablehnen|aceptar(?: todas?(?: las cookies)?)?"
    "|rechazar|configurar(?: cookies)?"
    "|aceitar(?: todos)?|rejeitar|tout accepter|accepter|tout refuser|refuser|personnaliser|accetta(?: tutti)?"
    "|rifiuta|принять(?: все)?"
    "|відхилити|прийняти|kabul et|tümünü kabul et|قبول|موافق|پذیرفتن|स्वीकार करें|terima|同意|接受"
)
_DESKS = (
    "redacción|redaktion|redazione|redação|(?:la )?rédaction|редакция|редакція|haber merkezi|هيئة التحرير"
    "|تحریریه|redaksi|tim redaksi"
    "|本报记者|编辑部|編集部|(?:news|web|online|staff|digital) desk|newsroom|staff(?: reporter| writer)?|agencias?"
    "|agências?|agences?|agenturen"
)
_LABEL = regex.compile(
    rf"[\W_]*(?:{_ADVERTISING}|{_SHARING}|{_COMMENTING}|{_SUBSCRIBING}|{_RELATED}|{_NAVIGATION}|{_CONSENTING}|{_DESKS})"
    rf"{_COUNT}[\W_]*",
    regex.IGNORECASE,
)
_NOTICE = regex.compile(
    r"[\W_]*(?:©|ⓒ|riproduzione riservata"
    r"|todos los derechos reservados|todos os direitos reservados|alle rechte vorbehalten"
    r"|tous droits réservés|tutti i diritti riservati|все права защищены|усі права захищено|tüm hakları saklıdır"
    r"|جميع الحقوق محفوظة"
    r"|تمامی حقوق محفوظ|सर्वाधिकार सुरक्षित|hak cipta dilindungi|版权所有|版權所有|無断転載|무단 ?전재"
    r"|réutiliser ce contenu"
    r"|folgen sie uns|bizi takip edin|تابعونا|关注我们(?!的)|關注我們"
    r"|ikuti kami|हमें फॉलो|wir benötigen ihre zustimmung)",
    regex.IGNORECASE,
)
_POINTING = regex.compile(
    r"[\W_]*(?:(?:[^\s@]{1,24}\s+){0,6}(?:(?:https?://)?t\.me/\S+|@\w{3,32})"
    r"|(?:more|details?|read|подробнее|докладніше|más|mehr|plus|altro|selengkapnya|للمزيد|阅读全文)\s*[:：]?\s*https?://\S+"
    r"|(?:подпис|приєдн|присоедин|подпиш|підпиш)\p{L}{2,8}(?:\s\S{1,14}){0,5}"
    r"|(?:discuss|chat|comment)\s(?:in|on|with)\s(?:(?:the|our)\s)?(?:chat|comments|group|channel))[\W_]*",
    regex.IGNORECASE,
)
_LONGEST_LABEL = 60  # characters
_LONGEST_NOTICE = 120


def is_foreign_chrome(line: str) -> bool:
    """Whether a line is a label, a notice or an invitation of a page in a language other than English."""
    if len(line) <= _LONGEST_LABEL and (_LABEL.fullmatch(line) or _POINTING.fullmatch(line)):
        return True
    return len(line) <= _LONGEST_NOTICE and (_NOTICE.match(line) is not None or is_addressed(line))
