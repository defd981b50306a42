# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ Sabah bülteni
    [afternoon] 🌤️ Öğleden sonra bülteni
   *[evening] 🌙 Akşam bülteni
}
briefing-length = { $stories ->
    [one] 1 haber
   *[other] { $stories } haber
} · { $minutes } dk
briefing-more = +{ $count } haber daha · /recent
briefing-more-than = { $count }+ haber daha · /recent
briefing-nothing-since = Saat { $time } sonrasında yeni haber yok.
briefing-nothing-since-day = Yeni haber yok. Son bülten: { $day }, { $time }.
briefing-gaps = Bazı yayın kuruluşlarına şu an ulaşılamıyor. Haberleri eksik olabilecek kategoriler: { $sections }{ $more ->
    [0] .
   *[other] { "" } ve { $more } kategori daha.
}
briefing-nothing = Henüz yayımlanmış haber yok. Biraz sonra yine sor, ilk haber burada olacak.
briefing-nothing-fits = Ayarlarına uyan bir haber henüz yok. /sections ve /mute nelerin dışarıda kaldığını gösterir.

credit-line = Haberi aktaran: { $names }
credit-more = { $names } ve { $count } yayın daha
update-mark = Güncellendi
alert-head = 🔴 Son dakika
notice-head = { $label ->
    [withdrawal] Yayından kaldırıldı
   *[correction] Düzeltildi
}: #{ $number }

story-share = Paylaş
story-save = Kaydet
story-saved = Kaydedildi
story-sources = Kaynaklar ({ $count })
story-older = ◀ Daha eski
story-newer = Daha yeni ▶
story-note = { $label ->
    [update] Güncelleme
   *[correction] Düzeltme
}: { $note }
story-withdrawn = Bu haber yayından kaldırıldı.
story-withdrawn-reason = Nedeni: { $reason }
story-full = Haberin tamamı
story-unknown = #{ $number } numaralı haber yok.
story-which = Hangi haber? /story ile numarasını gönder: /story 12
story-no-older = En eski haber bu.
story-no-newer = En yeni haber bu.
story-picture-credit = Görsel: { $credit }
story-picture-removed = Bu görsel artık haberde yer almıyor.
story-mistake = Hata bildir

mistake-ask = “{ $headline }” haberinde yanlış olan ne?
mistake-how = Tek mesajda yaz: haberde ne diyor, doğrusu ne?
mistake-cancel = Vazgeç
mistake-cancelled = Tamam.
mistake-empty = Lütfen yazarak anlat.
mistake-enough = Editörlerin henüz okumadığı { $count } bildirimin var. Bunu biraz sonra ilet.
mistake-thanks = Teşekkürler, editörlere ilettim.

sources-title = Kaynaklar
sources-none = Bu haberde kaynak belirtilmemiş.
sources-bears = { $count ->
    [one] { $points }. maddenin kaynağı
   *[other] { $points }. maddelerin kaynağı
}
sources-independent = { $count ->
    [one] 1 bağımsız yayın kuruluşu
   *[other] { $count } bağımsız yayın kuruluşu
}
sources-first = İlk yayımlayan: { $outlet }
sources-back = Habere dön

recent-title = Son haberler
recent-section = Son haberler · { $section }
recent-empty = Henüz haber yok.
recent-no-section = “{ $section }” diye bir kategori yok.
recent-sections = Kategoriler: { $sections }

search-title = Arama:
search-empty = Sonuç yok. Daha az ya da başka kelimelerle dene.
search-ask = Ne arıyorsun? /search ile birkaç kelime gönder: /search seçim

saved-title = Kaydedilenler
saved-empty = Henüz kaydettiğin haber yok. Bir haberin altındaki “Kaydet” düğmesine dokun, burada bulursun.
following-empty = Henüz takip ettiğin haber yok. Bir haberin altındaki “Takip et” düğmesine dokun, devamı bülteninde en başta gelir.

list-recent = Son haberler
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = { $publication } sana hoş geldin diyor.
start-promise = Pek çok yayından haberler, birkaç dakikada ve dürüstçe: her haberde kimin aktardığı yazar.
start-how = Haberi açmak için numarasına dokun. Önceki haberler /recent, arama /search, gerisi /help komutunda.

help-title = Neler yapabilirim?
help-inline = Haber paylaşmak için herhangi bir sohbette @{ $username } ve birkaç kelime yaz.
help-reply = Bülteni bir numarayla yanıtla, o haberi açayım.

command-start = Buradan başla
command-briefing = Senin için yeni ne var?
command-recent = Son haberler, hepsi ya da bir kategori
command-story = Numarasıyla haberin tamamı
command-sources = Haberi kimler veriyor?
command-search = Kelimeyle haber ara
command-saved = Kaydettiğin haberler
command-following = Takip ettiğin haberler
command-help = Neler yapabilirim?

inline-start = { $publication } botunu aç
inline-nothing = Sonuç yok · { $publication } botunu aç

error-unknown-command = Bu komutu bilmiyorum. Neler yapabildiğimi /help gösterir.
error-old-button = Bu düğme artık çalışmıyor. Komutu yeniden gönder.
error-list-gone = Bu liste eskidi. Aramayı yeniden gönder.
error-number = Bu bültende { $number } numaralı haber yok.
error-apology = Bizden kaynaklı bir sorun çıktı. Lütfen bir dakika sonra yeniden dene.
error-over-quota = Bir anda çok şey gönderdin. İlk gelenleri yanıtlıyorum; devam etmeden önce biraz bekle.

settings-button = Ayarlar
settings-title = Ayarlar
settings-line = { $name }: { $value }
settings-times = Saatler
settings-zone = Saat dilimi
settings-sections = Kategoriler
settings-mutes = Gizlenen kelimeler
settings-quiet = Sessiz saatler
settings-silent = Sessiz
settings-alerts = Son dakika
settings-stories = { $count ->
    [one] Bültende en fazla 1 haber
   *[other] Bültende en fazla { $count } haber
}
settings-pause = Bir hafta ara ver
settings-resume = Devam et
settings-back = ◀ Ayarlar
settings-next = Sıradaki bülten: { $day }, { $time }.
settings-no-times = Bülten saati seçilmemiş. İstediğin an /briefing gönder.
settings-stopped = Durduruldu: kendiliğinden bir şey gelmez. İstediğin zaman devam edebilirsin.
settings-refused = { $day } gününden beri buraya bir şey gönderemiyorum: { $reason ->
    [no_rights] yazma iznim yok.
    [closed] konu kapalı.
    [not_found] Telegram bu sohbeti bulamıyor.
   *[other] Telegram izin vermiyor.
} Denemeye devam ediyorum.
settings-changed = Kaydedildi.
vote-done = Teşekkürler.
vote-gone = Geri alındı.
settings-admins = Bu gruba ne geleceğini yalnızca yöneticiler değiştirebilir.

settings-channel = Kanal ayarları

ask-location = Konumunu paylaş, saat dilimini bulayım. Konumun saklanmaz.
ask-location-button = 📍 Konumumu paylaş
ask-channel = Kanallarından birini seç ya da oradan bir gönderiyi bana ilet. Kanalda paylaşım yapma iznim olmalı.
ask-channel-button = Kanal seç

channel-connect = Kanal bağla
channel-connected = Kanal bağlandı: { $title }. Bülten saatleri: { $times } ({ $zone }). Buradan değiştirebilirsin:
channel-no-rights = Bu kanalda paylaşım yapamıyorum. Beni mesaj paylaşabilen bir yönetici yap, sonra yeniden dene.
channel-admins = Bunu yalnızca kanal yöneticileri yapabilir.
channel-gone = Bu kanal artık bağlı değil. /settings ile yeniden bağla.

times-none = yok
times-daily = her gün
times-weekdays = hafta içi
times-on = { $days } günleri
times-only-weekdays = Yalnızca hafta içi
times-full = En fazla { $count } saat seçebilirsin. Önce birini kaldır.
times-type = Ya da saatleri yazıp gönder: /schedule 7:30 18:00 pzt-cum
times-unknown = Bunu anlayamadım. Şöyle yazabilirsin: /schedule 7:30 18:00 pzt-cum, şehir için /schedule Ankara, sessiz saatler için /schedule sessiz 22-7

zone-type = Ya da şehir veya saat dilimi yaz: /schedule Ankara
zone-located = Saat dilimin: { $zone }.
zone-here = 📍 Konumumdan bul
zone-unknown = Bu şehri bulamadım. Yakındaki daha büyük bir şehri yaz: /schedule Ankara

sections-all = Tümü
sections-last = En az bir bölüm gerekli. /pause ve /stop bültenleri durdurur.
sections-how = Takip etmek istediklerine dokun. Hepsi işaretliyse yeni kategoriler de gelir.

mute-none = yok
mute-how = /mute ve bir kelime yaz: o kelimenin geçtiği haberler gizlenir. /unmute ve aynı kelime geri getirir.
mute-done = “{ $word }” geçen haberler artık gizli. Yeniden görmek için: /unmute { $word }
unmute-done = “{ $word }” geçen haberler yeniden görünecek.
unmute-unknown = “{ $word }” gizlenmiş değil. Gizlenenleri /mute gösterir.
mute-too-long = Bu çok uzun. En fazla 30 harf gönder: /mute futbol
mute-too-many = Çok fazla kelime gizledin. Önce birini kaldır; listesi /mute komutunda.
mute-no-words = Bunda aranacak bir kelime yok. Bir kelime gönder, örneğin /mute golf.

pause-done = { $day } gününe kadar ara verildi. Daha erken dönmek için: /resume
resume-done = Yeniden hoş geldin.
stop-done = Artık kendiliğinden bir şey gelmeyecek. Ayarların duruyor; dönmek istersen /start ya da /resume yeter.

stop-elsewhere = { $count ->
    [one] Bu grupta bir konuya daha bülten geliyor; orada da /stop gönder.
   *[other] Bu grupta { $count } konuya daha bülten geliyor; oralarda da /stop gönder.
}

start-subscribed = Bülten saatlerin: { $times } ({ $zone }).
group-greeting = Merhaba! { $publication } bültenleri artık bu grupta: { $times } ({ $zone }). Yöneticiler /settings ile değiştirebilir.

command-schedule = Saatler, saat dilimi, sessiz saatler
command-sections = Takip ettiğin kategoriler
command-mute = Bir kelimenin geçtiği haberleri gizle
command-unmute = Gizlenenleri yeniden göster
command-settings = Tüm ayarlar
command-pause = Bir süre ara ver
command-resume = Kaldığın yerden devam et
command-stop = Bültenleri durdur

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = Kaynağını söyleyen kısa haber bültenleri, istediğin saatte.
profile-description = { $publication } pek çok yayının haberlerinden kısa bültenler hazırlar: başlık, öne çıkanlar ve haberi kimin aktardığı. Haberin tamamı ve kaynakları için numarasına dokun. Saatleri, kategorileri ve neyi görmek istemediğini sen seçersin.

credit-one = Tek yayın

settings-marks = Kaynak numaraları
reading-last = En az bir dil gerekli; “Tümü” hepsini alır.
settings-reading = Haberlerin dilleri
settings-nothing-new = Yeni haber yoksa da bildir
settings-pictures = Resimler
settings-language = Dil
settings-language-client = Telegram’daki gibi
language-unknown = Bu dili bilmiyorum. Bildiğim diller: { $languages }.
command-language = Konuştuğum dil

zone-which = Hangisini demek istedin?
quiet-now = Sessiz saatler: { $hours }. Bu sürede gelenler ses çıkarmaz. Kapatmak için: /schedule sessiz kapalı
quiet-none = Sessiz saat seçilmemiş. Seçmek için: /schedule sessiz 22-7
times-too-many = { $sent } saat yazdın, en fazla { $count } olabilir. Hiçbir şey değişmedi.
times-no-times = Gün var ama saat yok. Saati de yaz: /schedule 7:30 pzt-cum

pause-unknown = Ne kadar ara vereceğini anlayamadım. Şöyle dene: /pause 3, /pause 2 hafta, /pause cuma ya da /pause süresiz
pause-over = O gün geçti. Şöyle dene: /pause cuma
pause-too-long = Bu bir yıldan uzun. /pause süresiz gönderirsen, /resume diyene kadar hiçbir şey gelmez.

error-media = Kelimeleri, numaraları ve komutları anlarım. Birkaç kelime yaz, o konudaki haberleri bulayım.
error-number-where = Hangi bülten? Ona { $number } yazıp yanıt ver, haberi açayım.

briefing-of = { $day } bülteni, düzeltilmiş hâliyle
briefing-none-of = { $day } günü bülten gelmedi.
briefing-too-old = Bültenleri { $days } gün saklıyorum. Şöyle dene: /briefing dün
briefing-day-unknown = Hangi gün? Şöyle dene: /briefing dün ya da tarihle /briefing 21 Ekim

about-text = { $publication } küçük bir haber merkezi. Editörler her haberi birkaç yayının haberlerinden derler, altında da adlarını verir.
about-corrections = Yanlışları, göründükleri her mesajda düzeltiriz; sıradaki bültenin de bu düzeltmeyle başlar.
about-contact = İletişim: { $contact }
command-about = Bunu kim hazırlıyor?

privacy-title = Bu sohbetle ilgili neleri saklıyorum?
privacy-chat = Kimliği (ID), türü, dili ve ilk görüldüğü tarih
privacy-settings = Buradaki ayarların: saatler, saat dilimi, kategoriler, gizlenen kelimeler, sessiz saatler, aralar
privacy-saved = Kaydettiğin ve takip ettiğin haberler · 👍 👎
privacy-messages = Buradaki mesajlarımda hangi haberlerin olduğu veya daha önce olduğu (gerektiğinde düzeltebilmek için); { $days } gün
privacy-deliveries = Buraya hangi bültenlerin ne zaman gönderildiği; { $days } gün
privacy-updates = Gönderdiklerin, yanıtlanana kadar; sonra { $days } gün yalnızca parmak izleri, hiçbir şey iki kez yanıtlanmasın diye
privacy-mistakes = Bildirdiğin hatalar; editörler sonuçlandırana kadar
privacy-not = Adını, telefon numaranı ve yerini saklamam. Paylaştığın konum anında saat dilimine çevrilir.
privacy-how = /export hepsini sana gönderir; /forget hemen siler.
command-privacy = Senin hakkında neleri saklıyorum?
command-export = Hakkında sakladığım her şey, tek dosyada
command-forget = Hakkında sakladığım her şeyi sil

export-caption = Bu sohbetle ilgili sakladığım her şey.
forget-ask = Bu sohbetle ilgili sakladığım her şey silinsin mi? Bültenler biter, kaydettiğin haberler gider. Geri alınamaz.
forget-yes = Hepsini sil
forget-no = Silme
forget-kept = Hiçbir şey silinmedi.
forget-done = Tamam, bu sohbetle ilgili her şey silindi. Yeniden başlamak için: /start

mistake-corrected = “{ $headline }” haberinde bildirdiğin hata düzeltildi: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = sessiz, sessizlik, sessiz saat, sessiz saatler, sessiz saatleri, sessiz mod, sessizde, sessize al, sessizce, sakin, sakin saatler, ses yok, ses kapalı, ses kapali, rahatsız etme, rahatsiz etme
typed-off = kapalı, kapali, kapat, kapa, kapansın, kapansin, yok, hiç, hic, hiçbiri, hicbiri, hayır, hayir, iptal, iptal et, kaldır, kaldir, sil, bitir, istemiyorum, asla
typed-every-day = her gün, hergün, her gun, hergun, günlük, gunluk, tüm günler, tum gunler, bütün günler, butun gunler, haftanın her günü, haftanin her gunu, tüm hafta, tum hafta, bütün hafta, butun hafta
typed-weekdays = hafta içi, haftaiçi, hafta ici, haftaici, hafta içleri, hafta içinde, hafta içi her, haftaiçi her, hafta ici her, haftaici her, her hafta içi, her hafta ici, hafta içi günler, hafta içi günleri, hafta ici gunleri, iş günü, iş günleri, işgünü, işgünleri, is gunu, is gunleri, her iş günü, her is gunu, çalışma günleri, calisma gunleri, mesai günleri, mesai gunleri
typed-weekends = hafta sonu, haftasonu, hafta sonları, haftasonları, hafta sonlari, haftasonlari, hafta sonunda, her hafta sonu, her haftasonu, hafta sonu her, haftasonu her, hafta sonu günleri, hafta sonu gunleri
typed-until = kadar, dek, değin, degin, ila, ilâ, ile
typed-since = itibaren, beri
typed-forever = süresiz, suresiz, süresiz olarak, suresiz olarak, sonsuz, sonsuza kadar, sonsuza dek, sonsuza değin, sonsuza degin, hep, her zaman, herzaman, daima, sürekli, surekli, temelli, kalıcı, kalici, ebediyen
typed-fillers = saat, öğleden, ogleden, saati, saatte, saatler, saatleri, saatlerde, saatinde, saatlerinde, ve, ile, veya, ya da, ya, da, de, ta, te, dan, den, tan, ten, a, e, ye, ü, u, i, ı, yi, yı, yu, yü, her, gün, gun, günü, gunu, günler, gunler, günleri, gunleri, itibaren, itibarıyla, itibariyle, arası, arasi, arasında, arasinda, sularında, sularinda, gibi, tam, tam olarak, için, icin, sadece, yalnız, yalniz, yalnızca, yalnizca, olsun, olarak, ayrıca, süreyle, boyunca
typed-noon = öğle, öğlen, öğlende, öğle vakti, öğlenleyin
typed-midnight = gece yarısı, geceyarısı
typed-half-past = buçuk, bucuk
typed-quarter-past = çeyrek geçe, çeyrek geçiyor
typed-quarter-to = çeyrek kala, çeyrek var
typed-half-to = { "" }
typed-next = gelecek, önümüzdeki, haftaya
typed-last = geçen, son
typed-next-week = gelecek hafta, önümüzdeki hafta, gelecek haftaya, önümüzdeki haftaya, gelecek haftanın, haftaya
typed-week-ends = haftanın sonuna, haftanın sonu, hafta bitimine, bütün hafta, tüm hafta, hafta sonundan sonra, hafta sonu bitene
typed-next-week-ends = gelecek haftanın sonuna, önümüzdeki haftanın sonuna, haftaya sonuna
typed-feasts = noel=12-25, noele=12-25, noel'e=12-25
typed-next-month = gelecek ay, önümüzdeki ay, gelecek aya, önümüzdeki aya
typed-month-ends = ay sonu, ay sonuna, ayın sonuna, ayın sonu, bütün ay, tüm ay
typed-year-ends = yılbaşı, yılbaşına, yeni yıl, yeni yıla, yıl sonu, yıl sonuna, gelecek yıl, gelecek yıla
typed-spans = yarına=1, haftaya=7, gelecek hafta=7, gelecek ay=30, öbür gün=2, ertesi gün=2, yarım yıl=182, gün=1, gunluğüne=1, hafta=7, ay=30, bir buçuk hafta=11, bir buçuk ay=45, yarım ay=15
typed-numbers = bir=1, iki=2, üç=3, dört=4, beş=5, altı=6, yedi=7, sekiz=8, dokuz=9, on=10, on bir=11, on iki=12, on beş=15, yirmi=20, otuz=30
typed-endings = den, dan, ten, tan, ye, ya, yi, yı, ne, na, ına, ine, nın, nin, e, a, i, ı, ler, lar, leri, ları
typed-morning = { "" }
typed-evening = { "" }
typed-night = { "" }
typed-day-names = { "" }

story-follow = Takip et
story-followed = Takipte
story-follows = Devamı bültenlerinizde en başta gelir.
story-follows-not = Bu haberi artık takip etmiyorsunuz.
follow-mark = Takip ediyorsunuz
update-new = Yeni: { $note }
story-earlier = Önceki:
settings-rich = Haberler tek sayfada
rich-more = Devamını oku
rich-changes = Neler değişti
settings-topic = Bu konunun ayarları
stop-done-topic = Bu konuya artık kendiliğinden bir şey gelmez. Ayarları saklandı; /start ya da /resume yeniden başlatır.

web-skip = Haberlere geç
web-search = Ara
web-telegram = Telegram’da
web-corrections = Düzeltmeler
web-no-corrections = Henüz düzeltilecek bir şey olmadı.
web-page = Web’de
web-missing = Böyle bir sayfa yok.
