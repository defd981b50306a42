# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ Ringkasan pagi
    [afternoon] 🌤️ Ringkasan siang
   *[evening] 🌙 Ringkasan malam
}
briefing-length = { $stories ->
   *[other] { $stories } berita
} · { $minutes } mnt
briefing-more = +{ $count } lagi · /recent
briefing-more-than = Lebih dari { $count } lagi · /recent
briefing-nothing-since = Belum ada yang baru sejak { $time }.
briefing-nothing-since-day = Belum ada yang baru sejak { $day }, { $time }.
briefing-gaps = Beberapa media sedang tidak bisa diakses. Mungkin ada berita yang belum masuk dari { $sections }{ $more ->
    [0] .
   *[other] { "" } dan { $more } lainnya.
}
briefing-nothing = Belum ada berita yang terbit. Nanti coba lagi, berita pertama akan muncul di sini.
briefing-nothing-fits = Belum ada yang cocok dengan setelanmu. /sections dan /mute menunjukkan apa yang dilewatkan.

credit-line = Disarikan dari: { $names }
credit-more = { $names } dan { $count } media lain
update-mark = Update
alert-head = 🔴 Breaking news
notice-head = { $label ->
    [withdrawal] Ditarik
   *[correction] Diralat
}: #{ $number }

story-share = Bagikan
story-save = Simpan
story-saved = Tersimpan
story-sources = Sumber ({ $count })
story-older = ◀ Lebih lama
story-newer = Lebih baru ▶
story-note = { $label ->
    [update] Update
   *[correction] Ralat
}: { $note }
story-withdrawn = Berita ini ditarik.
story-withdrawn-reason = Alasan: { $reason }
story-full = Berita lengkap
story-unknown = Tidak ada berita #{ $number }.
story-which = Berita yang mana? Kirim /story dan nomornya, misalnya /story 12.
story-no-older = Ini berita paling lama.
story-no-newer = Ini berita terbaru.
story-picture-credit = Foto: { $credit }
story-picture-removed = Berita ini tidak lagi memakai foto tersebut.
story-mistake = Laporkan kesalahan

mistake-ask = Apa yang keliru di “{ $headline }”?
mistake-how = Tulis dalam satu pesan: bagian yang keliru dan yang seharusnya.
mistake-cancel = Tidak jadi
mistake-cancelled = Oke.
mistake-empty = Tolong jelaskan dengan tulisan, ya.
mistake-enough = Masih ada { $count } laporanmu yang belum dibaca redaksi. Kirim yang ini nanti, ya.
mistake-thanks = Terima kasih! Laporanmu sudah diterima redaksi.

sources-title = Sumber
sources-none = Berita ini tidak mencantumkan sumber.
sources-bears = { $count ->
   *[other] mendukung poin { $points }
}
sources-independent = { $count ->
   *[other] { $count } media independen
}
sources-first = Pertama kali terbit di { $outlet }
sources-back = Berita

recent-title = Terbaru
recent-section = Terbaru · { $section }
recent-empty = Belum ada berita.
recent-no-section = Tidak ada rubrik “{ $section }”.
recent-sections = Rubrik: { $sections }

search-title = Cari:
search-empty = Tidak ada hasil. Coba kurangi kata atau pakai kata lain.
search-ask = Mau cari apa? Kirim /search dan beberapa kata, misalnya /search pemilu.

saved-title = Tersimpan
saved-empty = Belum ada berita tersimpan. Ketuk “Simpan” di bawah berita, nanti muncul di sini.
following-empty = Belum ada berita yang kamu ikuti. Ketuk “Ikuti” di bawah berita, nanti lanjutannya muncul paling dulu.

list-recent = Terbaru
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = Selamat datang di { $publication }.
start-promise = Cukup beberapa menit untuk mengikuti kabar dari banyak media. Setiap berita mencantumkan siapa yang memberitakannya.
start-how = Ketuk nomor untuk membuka berita. /recent untuk berita sebelumnya, /search untuk mencari, /help untuk lainnya.

help-title = Yang bisa saya bantu
help-inline = Untuk membagikan berita di obrolan mana pun, ketik @{ $username } dan beberapa kata.
help-reply = Balas ringkasan dengan nomor berita untuk membukanya.

command-start = Mulai di sini
command-briefing = Berita baru untukmu saat ini
command-recent = Berita terbaru, semua atau per rubrik
command-story = Berita lengkap, berdasarkan nomor
command-sources = Siapa yang memberitakannya
command-search = Cari berita dengan kata kunci
command-saved = Berita yang kamu simpan
command-following = Berita yang kamu ikuti
command-help = Yang bisa saya bantu

inline-start = Buka { $publication }
inline-nothing = Tidak ada hasil · buka { $publication }

error-unknown-command = Saya tidak mengenal perintah ini. Lihat daftarnya di /help.
error-old-button = Tombol ini sudah kedaluwarsa. Kirim lagi perintahnya.
error-list-gone = Daftar ini sudah kedaluwarsa. Ulangi pencariannya.
error-number = Tidak ada nomor { $number } di ringkasan ini.
error-apology = Maaf, ada gangguan di pihak kami. Coba lagi dalam semenit, ya.
error-over-quota = Banyak sekali sekaligus. Saya jawab yang masuk lebih dulu; tunggu sebentar sebelum lanjut.

settings-button = Pengaturan
settings-title = Pengaturan
settings-line = { $name }: { $value }
settings-times = Jadwal
settings-zone = Zona waktu
settings-sections = Rubrik
settings-mutes = Disembunyikan
settings-quiet = Jam tenang
settings-silent = Tanpa suara
settings-alerts = Breaking news
settings-stories = { $count ->
   *[other] Maksimal { $count } berita per ringkasan
}
settings-pause = Jeda seminggu
settings-resume = Lanjutkan
settings-back = ◀ Pengaturan
settings-next = Ringkasan berikutnya: { $day }, { $time }.
settings-no-times = Belum ada jadwal. Kirim /briefing kapan saja kamu mau.
settings-stopped = Ringkasan dihentikan: tidak ada kiriman otomatis. Kamu bisa lanjut kapan saja.
settings-refused = Sejak { $day } kiriman ke sini gagal: { $reason ->
    [no_rights] saya tidak boleh menulis di sini.
    [closed] topik ini ditutup.
    [not_found] Telegram tidak menemukan obrolan ini.
   *[other] Telegram menolaknya.
} Saya akan mencoba lagi.
settings-changed = Tersimpan.
vote-done = Terima kasih.
vote-gone = Ditarik kembali.
settings-admins = Hanya admin yang bisa mengubah kiriman untuk grup ini.

settings-channel = Pengaturan saluran

ask-location = Bagikan lokasimu, nanti zona waktunya saya ambil dari situ. Lokasinya sendiri tidak disimpan.
ask-location-button = 📍 Bagikan lokasi saya
ask-channel = Pilih saluranmu, atau teruskan satu kiriman dari sana ke saya. Saya perlu izin mengirim pesan di sana.
ask-channel-button = Pilih saluran

channel-connect = Hubungkan saluran
channel-connected = { $title } menerima ringkasan: { $times } ({ $zone }). Ubah di sini:
channel-no-rights = Saya tidak bisa mengirim pesan di saluran itu. Jadikan saya admin dengan izin mengirim pesan, lalu coba lagi.
channel-admins = Hanya admin saluran itu yang bisa melakukannya.
channel-gone = Saluran itu sudah tidak terhubung. Hubungkan lagi lewat /settings.

times-none = belum ada
times-daily = setiap hari
times-weekdays = pada hari kerja
times-on = setiap { $days }
times-only-weekdays = Hari kerja saja
times-full = Maksimal { $count } waktu. Hapus satu dulu.
times-type = Atau ketik /schedule dan waktunya: /schedule 7:30 18:00 sen-jum
times-unknown = Maaf, saya tidak paham. Coba /schedule 7:30 18:00 sen-jum, nama kota seperti /schedule Jakarta, atau /schedule tenang 22-7.

zone-type = Atau ketik kota atau zona: /schedule Makassar
zone-located = Zona waktumu: { $zone }.
zone-here = 📍 Dari lokasi saya
zone-unknown = Kota itu tidak saya temukan. Ketik kota besar di dekatnya, misalnya /schedule Makassar.

sections-all = Semua
sections-last = Perlu setidaknya satu rubrik. /pause dan /stop menghentikan buletin.
sections-how = Ketuk rubrik yang ingin kamu ikuti. Kalau semua dicentang, rubrik baru otomatis ikut.

mute-none = tidak ada
mute-how = /mute diikuti sebuah kata menyembunyikan berita yang memuatnya; /unmute menampilkannya lagi.
mute-done = Berita yang memuat “{ $word }” disembunyikan. /unmute { $word } menampilkannya lagi.
unmute-done = Berita yang memuat “{ $word }” ditampilkan lagi.
unmute-unknown = “{ $word }” tidak disembunyikan. /mute menampilkan yang disembunyikan.
mute-too-long = Itu terlalu panjang. Kirim maksimal 30 huruf, misalnya /mute golf.
mute-too-many = Kata yang disembunyikan sudah banyak. Hapus satu dulu: daftarnya ada di /mute.
mute-no-words = Tidak ada kata yang bisa dicari di situ. Kirim satu kata, misalnya /mute golf.

pause-done = Jeda sampai { $day }. Mau lanjut lebih cepat? Kirim /resume.
resume-done = Selamat datang kembali!
stop-done = Mulai sekarang tidak ada kiriman otomatis. Pengaturanmu tetap tersimpan; mulai lagi dengan /start atau /resume.

stop-elsewhere = { $count ->
   *[other] { $count } topik lain di grup ini masih menerima ringkasan; kirim /stop di sana juga.
}

start-subscribed = Jadwal ringkasanmu: { $times } ({ $zone }).
group-greeting = Halo! { $publication } mengirim ringkasan ke grup ini: { $times } ({ $zone }). Admin bisa mengubahnya dengan /settings.

command-schedule = Jadwal, zona waktu, jam tenang
command-sections = Rubrik yang kamu ikuti
command-mute = Sembunyikan berita dengan kata tertentu
command-unmute = Tampilkan lagi
command-settings = Semua yang bisa diatur
command-pause = Jeda untuk sementara
command-resume = Akhiri jeda
command-stop = Hentikan kiriman otomatis

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = Ringkasan berita singkat dengan sumber yang jelas, kapan pun kamu mau.
profile-description = { $publication } mengirim ringkasan singkat dari pemberitaan banyak media: judul, poin utama, dan siapa yang memberitakannya. Ketuk nomor untuk membaca berita lengkap dan sumbernya. Kamu yang menentukan jadwal, rubrik, dan apa yang disembunyikan.

credit-one = Hanya satu media

settings-marks = Nomor sumber
reading-last = Perlu setidaknya satu bahasa; “Semua” mencakup semuanya.
settings-reading = Bahasa berita
settings-nothing-new = Beri tahu bila tak ada yang baru
settings-pictures = Gambar
settings-language = Bahasa
settings-language-client = Seperti di Telegram
language-unknown = Saya belum bisa bahasa itu. Bahasa saya: { $languages }.
command-language = Bahasa yang saya pakai

zone-which = Maksudmu yang mana?
quiet-now = Jam tenang: { $hours }. Kiriman di jam itu tidak berbunyi. Untuk mengakhirinya: /schedule tenang mati.
quiet-none = Belum ada jam tenang. Atur dengan /schedule tenang 22-7.
times-too-many = Itu { $sent } waktu, padahal maksimal { $count }. Tidak ada yang diubah.
times-no-times = Harinya ada, jamnya belum. Tambahkan jam, misalnya /schedule 7:30 sen-jum.

pause-unknown = Mau jeda berapa lama? Coba /pause 3, /pause 2 minggu, /pause sampai jumat, atau /pause selamanya.
pause-over = Hari itu sudah lewat. Coba /pause sampai jumat.
pause-too-long = Itu lebih dari setahun. Dengan /pause selamanya, tidak ada kiriman sampai kamu mengirim /resume.

error-media = Saya membaca kata, nomor, dan perintah. Kirim beberapa kata, nanti saya carikan beritanya.
error-number-where = Ringkasan yang mana? Balas ringkasannya dengan { $number }, nanti saya buka beritanya.

briefing-of = Ringkasan { $day }, termasuk ralat
briefing-none-of = Tidak ada ringkasan pada { $day }.
briefing-too-old = Ringkasan hanya saya simpan { $days } hari. Coba /briefing kemarin.
briefing-day-unknown = Hari apa? Coba /briefing kemarin, atau tanggal seperti /briefing 21 November.

about-text = { $publication } adalah redaksi kecil. Setiap berita disusun dari pemberitaan beberapa media, yang namanya dicantumkan di bawahnya.
about-corrections = Kalau ada yang keliru, kami ralat di setiap pesan yang memuatnya, dan ringkasanmu berikutnya memberitahukannya lebih dulu.
about-contact = Kontak: { $contact }
command-about = Siapa di balik ini

privacy-title = Yang saya simpan tentang obrolan ini
privacy-chat = ID, jenis, dan bahasanya, serta sejak kapan saya mengenalnya
privacy-settings = Yang kamu atur di sini: jadwal, zona, rubrik, kata yang disembunyikan, jam tenang, jeda
privacy-saved = Berita yang kamu simpan dan yang kamu ikuti · 👍 👎
privacy-messages = Berita mana yang tampil atau pernah tampil di pesan saya di sini, supaya bisa diralat; selama { $days } hari
privacy-deliveries = Kapan ringkasan dikirim ke sini, dan yang mana; selama { $days } hari
privacy-updates = Yang kamu kirim, sampai dijawab; { $days } hari sesudahnya hanya sidiknya, supaya tidak dijawab dua kali
privacy-mistakes = Kesalahan yang kamu laporkan, sampai redaksi menyelesaikannya
privacy-not = Saya tidak menyimpan nama, nomor telepon, atau lokasi. Lokasi yang kamu bagikan langsung diubah menjadi zona waktu.
privacy-how = /export mengirimkan semuanya; /forget langsung menghapusnya.
command-privacy = Yang saya simpan tentangmu
command-export = Semua yang saya simpan tentangmu, sebagai berkas
command-forget = Hapus semua yang saya simpan tentangmu

export-caption = Semua yang saya simpan tentang obrolan ini.
forget-ask = Hapus semua yang saya simpan tentang obrolan ini? Ringkasan berhenti, dan berita tersimpan hilang. Ini tidak bisa dibatalkan.
forget-yes = Hapus semuanya
forget-no = Batal
forget-kept = Tidak ada yang dihapus.
forget-done = Selesai: semua tentang obrolan ini sudah dihapus. /start memulai dari awal.

mistake-corrected = Kesalahan yang kamu laporkan di “{ $headline }” sudah diralat: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = tenang, jam tenang, waktu tenang, senyap, jam senyap, mode senyap, hening, sunyi, diam, bisu, tanpa suara, jangan ganggu, jangan diganggu
typed-off = mati, matikan, dimatikan, nonaktif, nonaktifkan, non-aktif, tidak ada, tak ada, tidak, tidak usah, nggak, gak, batal, batalkan, hapus, hentikan, berhenti, akhiri, kosong
typed-every-day = setiap hari, tiap hari, tiap-tiap hari, saban hari, semua hari, sehari-hari, harian, seminggu penuh
typed-weekdays = hari kerja, setiap hari kerja, tiap hari kerja, hari-hari kerja, hari biasa, hari kantor, hari sekolah, weekday
typed-weekends = akhir pekan, akhir minggu
typed-until = sampai, sampe, hingga, sampai dengan, s/d, s.d., sd
typed-since = mulai, dari, sejak
typed-forever = selamanya, untuk selamanya, seterusnya, terus, terus-menerus, terus menerus, selalu, tanpa batas, tanpa batas waktu
typed-fillers = jam, pukul, pkl, pk, pada, di, dan, serta, setiap, tiap, saban, hari, dari, mulai, sejak, ke, untuk, selama
typed-noon = tengah hari
typed-midnight = tengah malam
typed-half-past = { "" }
typed-quarter-past = lewat seperempat, lebih seperempat
typed-quarter-to = kurang seperempat
typed-half-to = setengah
typed-next = depan, mendatang, berikutnya
typed-last = lalu, yang lalu
typed-next-week = minggu depan, pekan depan
typed-week-ends = akhir minggu ini, sepanjang minggu, seminggu penuh, setelah akhir pekan, sesudah akhir pekan, usai akhir pekan
typed-next-week-ends = akhir minggu depan, akhir pekan depan
typed-feasts = natal=12-25, hari natal=12-25
typed-next-month = bulan depan
typed-month-ends = akhir bulan, akhir bulan ini, sepanjang bulan
typed-year-ends = tahun baru, akhir tahun, tahun depan
typed-spans = minggu depan=7, bulan depan=30, seminggu=7, sebulan=30, lusa=2, besok lusa=2, setengah tahun=182, hari=1, minggu=7, bulan=30, satu setengah minggu=11, satu setengah bulan=45, setengah bulan=15
typed-numbers = satu=1, dua=2, tiga=3, empat=4, lima=5, enam=6, tujuh=7, delapan=8, sembilan=9, sepuluh=10, sebelas=11, dua belas=12, lima belas=15, dua puluh=20, tiga puluh=30
typed-endings = { "" }
typed-morning = dini hari, subuh
typed-evening = { "" }
typed-night = { "" }
typed-day-names = jum'at=4, jumat=4, ahad=6

story-follow = Ikuti
story-followed = Diikuti
story-follows = Kelanjutannya muncul paling awal di ringkasan Anda.
story-follows-not = Anda tidak lagi mengikuti berita ini.
follow-mark = Anda mengikuti ini
update-new = Baru: { $note }
story-earlier = Sebelumnya:
settings-rich = Berita satu halaman
rich-more = Baca lanjutannya
rich-changes = Apa yang berubah
settings-topic = Pengaturan topik ini
stop-done-topic = Tidak ada lagi yang datang sendiri di topik ini. Pengaturannya tersimpan; /start atau /resume memulainya lagi.

web-skip = Lewati ke berita
web-search = Cari
web-telegram = Di Telegram
web-corrections = Koreksi
web-no-corrections = Belum ada yang perlu dikoreksi.
web-page = Di web
web-missing = Tidak ada halaman seperti itu.
