# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ Ранковий випуск
    [afternoon] 🌤️ Денний випуск
   *[evening] 🌙 Вечірній випуск
}
briefing-length = { $stories ->
    [one] { $stories } новина
    [few] { $stories } новини
    [many] { $stories } новин
   *[other] { $stories } новини
} · { $minutes } хв
briefing-more = { $count ->
    [one] Ще { $count } новина
    [few] Ще { $count } новини
    [many] Ще { $count } новин
   *[other] Ще { $count } новини
} · /recent
briefing-more-than = { $count ->
    [one] Ще понад { $count } новину
    [few] Ще понад { $count } новини
    [many] Ще понад { $count } новин
   *[other] Ще понад { $count } новини
} · /recent
briefing-nothing-since = Після { $time } нічого нового.
briefing-nothing-since-day = Нічого нового. Останній випуск: { $day }, { $time }.
briefing-gaps = Деякі видання зараз недоступні. Новин може бракувати в рубриках: { $sections }{ $more ->
    [0] .
   *[other] { "" } та ще { $more }.
}
briefing-nothing = Публікацій поки немає. Зазирніть трохи згодом: тут з’явиться перша новина.

credit-line = За матеріалами: { $names }
credit-more = { $names } та ще { $count ->
    [one] { $count } видання
    [few] { $count } видання
    [many] { $count } видань
   *[other] { $count } видання
}
update-mark = Оновлено
alert-head = 🔴 Терміново
notice-head = { $label ->
    [withdrawal] Знято з публікації
   *[correction] Виправлено
}: #{ $number }

story-share = Поділитися
story-save = Зберегти
story-saved = Збережено
story-sources = Джерела ({ $count })
story-older = ◀ Раніше
story-newer = Пізніше ▶
story-note = { $label ->
    [update] Оновлення
   *[correction] Виправлення
}: { $note }
story-withdrawn = Новину знято з публікації.
story-withdrawn-reason = Причина: { $reason }
story-full = Читати повністю
story-unknown = Новини #{ $number } немає.
story-which = Яку новину відкрити? Надішліть /story і номер, наприклад /story 12.
story-no-older = Це найдавніша новина.
story-no-newer = Це найсвіжіша новина.
story-picture-credit = Фото: { $credit }
story-picture-removed = Цього фото в новині вже немає.
story-mistake = Повідомити про помилку

mistake-ask = Що не так у новині «{ $headline }»?
mistake-how = Напишіть одним повідомленням, що в нас сказано і як правильно.
mistake-cancel = Скасувати
mistake-cancelled = Гаразд.
mistake-empty = Будь ласка, опишіть помилку словами.
mistake-enough = Редакція ще читає ваші попередні повідомлення ({ $count }). Про цю помилку напишіть трохи згодом.
mistake-thanks = Дякуємо! Повідомлення вже в редакції.

sources-title = Джерела
sources-none = Джерел цієї новини не вказано.
sources-bears = { $count ->
    [one] підтверджує пункт { $points }
    [few] підтверджує пункти { $points }
    [many] підтверджує пункти { $points }
   *[other] підтверджує пункти { $points }
}
sources-independent = { $count ->
    [one] { $count } незалежне видання
    [few] { $count } незалежні видання
    [many] { $count } незалежних видань
   *[other] { $count } незалежного видання
}
sources-first = Перша публікація: { $outlet }
sources-back = До новини

recent-title = Останні новини
recent-section = Останні новини · { $section }
recent-empty = Новин поки немає.
recent-no-section = Рубрики «{ $section }» немає.
recent-sections = Рубрики: { $sections }

search-title = Пошук:
search-empty = Нічого не знайшлося. Спробуйте інші слова або менше слів.
search-ask = Що шукаємо? Надішліть /search і кілька слів, наприклад /search вибори.

saved-title = Збережене
saved-empty = Поки порожньо. Натисніть «Зберегти» під новиною, і вона буде тут.
following-empty = Ви поки ні за чим не стежите. Натисніть «Стежити» під новиною, і її продовження буде першим у ваших випусках.

list-recent = Останні новини
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = Вітаємо! Це { $publication }.
start-promise = Головне з багатьох видань за кілька хвилин. І в кожній новині чесно вказано, хто про це повідомляє.
start-how = Натисніть номер, щоб відкрити новину. /recent — що було раніше, /search — пошук, /help — решта.

help-title = Що я вмію
help-inline = Щоб поділитися новиною, наберіть у будь-якому чаті @{ $username } і кілька слів.
help-reply = Надішліть у відповідь на випуск номер новини, і я її відкрию.

command-start = З чого почати
command-briefing = Свіжий випуск для вас
command-recent = Останні новини, усі або з однієї рубрики
command-story = Новина повністю, за номером
command-sources = Хто про це повідомляє
command-search = Пошук новин за словами
command-saved = Збережені новини
command-following = Новини, за якими ви стежите
command-help = Що я вмію

inline-start = Відкрити { $publication }
inline-nothing = Нічого не знайшлося · відкрити { $publication }

error-unknown-command = Такої команди немає. Усе, що я вмію, — у /help.
error-old-button = Ця кнопка застаріла. Надішліть команду ще раз.
error-list-gone = Цей список застарів. Повторіть пошук.
error-number = Новини під номером { $number } у цьому випуску немає.
error-apology = Перепрошуємо, у нас збій. Спробуйте ще раз за хвилину.
error-over-quota = Забагато повідомлень одразу. Відповім на перші, а далі, будь ласка, трохи зачекайте.

settings-button = Налаштування
settings-title = Налаштування
settings-line = { $name }: { $value }
settings-times = Розклад
settings-zone = Часовий пояс
settings-sections = Рубрики
settings-mutes = Приховані слова
settings-quiet = Тихі години
settings-silent = Без звуку
settings-alerts = Термінові новини
settings-stories = { $count ->
    [one] До { $count } новини у випуску
    [few] До { $count } новин у випуску
    [many] До { $count } новин у випуску
   *[other] До { $count } новини у випуску
}
settings-pause = Пауза на тиждень
settings-resume = Відновити
settings-back = ◀ Налаштування
settings-next = Наступний випуск: { $day }, { $time }.
settings-no-times = Розклад не задано. Попросити випуск можна будь-коли: /briefing.
settings-stopped = Розсилку зупинено. Відновити її можна будь-коли.
settings-refused = Сюди нічого не вдається надіслати (перший збій: { $day }): { $reason ->
    [no_rights] я не маю права тут писати.
    [closed] тему закрито.
    [not_found] Telegram не знаходить цього чату.
   *[other] Telegram не приймає повідомлень.
} Спробую ще раз.
settings-changed = Збережено.
vote-done = Дякую.
vote-gone = Скасовано.
settings-admins = Змінювати налаштування цієї групи можуть лише адміністратори.

settings-channel = Налаштування каналу

ask-location = Надішліть геолокацію, і я визначу за нею часовий пояс. Саме місце не зберігається.
ask-location-button = 📍 Надіслати геолокацію
ask-channel = Виберіть свій канал або перешліть мені допис із нього. Мені знадобиться право публікувати там дописи.
ask-channel-button = Вибрати канал

channel-connect = Під’єднати канал
channel-connected = Канал «{ $title }» під’єднано. Випуски: { $times } ({ $zone }). Змінити можна тут:
channel-no-rights = Я не можу публікувати в цьому каналі. Зробіть мене адміністратором із правом публікації та спробуйте ще раз.
channel-admins = Це можуть робити лише адміністратори каналу.
channel-gone = Цей канал уже не під’єднано. Під’єднати його знову можна в /settings.

times-none = не задано
times-daily = щодня
times-weekdays = у будні
times-on = у { $days }
times-only-weekdays = Лише будні
times-full = { $count ->
    [one] У розклад уміщається щонайбільше { $count } випуск.
    [few] У розклад уміщається щонайбільше { $count } випуски.
    [many] У розклад уміщається щонайбільше { $count } випусків.
   *[other] У розклад уміщається щонайбільше { $count } випуску.
} Спершу приберіть один.
times-type = Або надішліть /schedule і час: /schedule 7:30 18:00 пн-пт
times-unknown = Не вдалося розібрати. Спробуйте час: /schedule 7:30 18:00 пн-пт, місто: /schedule Берлін або тихі години: /schedule тихо 22-7.

zone-type = Або надішліть місто чи часовий пояс: /schedule Лісабон
zone-located = Ваш часовий пояс — { $zone }.
zone-here = 📍 За геолокацією
zone-unknown = Такого міста я не знаю. Назвіть найближче велике, наприклад /schedule Лісабон.

sections-all = Усі
sections-how = Позначте, що хочете читати. Якщо позначено все, нові рубрики додадуться самі.

mute-none = поки немає
mute-how = /mute слово — приховати новини з ним, /unmute слово — знову показувати.
mute-done = Новини зі словом «{ $word }» приховано. Команда /unmute { $word } поверне їх.
unmute-done = Новини зі словом «{ $word }» знову видно.
unmute-unknown = «{ $word }» не приховано. Що приховано, покаже /mute.
mute-too-long = Задовге слово. Надішліть щонайбільше 30 літер, наприклад /mute гольф.
mute-too-many = Прихованих слів уже забагато. Спершу приберіть одне, список — у /mute.
mute-no-words = Тут немає слова, за яким можна шукати. Надішліть слово, наприклад /mute гольф.

pause-done = Випуски на паузі. Кінець паузи: { $day }. Завершити раніше: /resume.
resume-done = З поверненням!
stop-done = Розсилку зупинено. Налаштування збережено; /start або /resume запустить її знову.

stop-elsewhere = { $count ->
    [1] Випуски надходять ще в одну тему цієї групи; надішліть /stop і там.
    [one] Випуски надходять ще в { $count } тему цієї групи; надішліть /stop і там.
    [few] Випуски надходять ще в { $count } теми цієї групи; надішліть /stop і там.
    [many] Випуски надходять ще в { $count } тем цієї групи; надішліть /stop і там.
   *[other] Випуски надходять ще в { $count } теми цієї групи; надішліть /stop і там.
}

start-subscribed = Ваш розклад: { $times } ({ $zone }).
group-greeting = Вітаємо! Це { $publication }. Випуски для цієї групи: { $times } ({ $zone }). Адміністратори можуть змінити це в /settings.

command-schedule = Розклад, часовий пояс, тихі години
command-sections = Вибрати рубрики
command-mute = Приховати новини зі словом
command-unmute = Знову показувати приховане
command-settings = Усі налаштування
command-pause = Зробити паузу
command-resume = Завершити паузу
command-stop = Зупинити розсилку

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = Короткі випуски новин із джерелами. Надходять тоді, коли вам зручно.
profile-description = { $publication } — короткі випуски новин за матеріалами багатьох видань: заголовок, головне й хто про це повідомляє. Натисніть номер, і відкриється вся новина з джерелами. Коли надсилати випуски, які рубрики і що приховати, вирішуєте ви.

credit-one = Одне видання

settings-marks = Посилання на джерела
settings-language = Мова
settings-language-client = Як у Telegram
language-unknown = Цією мовою я не розмовляю. Мої мови: { $languages }.
command-language = Якою мовою я розмовляю

zone-which = Виберіть потрібний варіант:
quiet-now = Тихі години: { $hours }. У цей час усе надходить без звуку. Вимкнути: /schedule тихо вимк.
quiet-none = Тихих годин не задано. Задати: /schedule тихо 22-7.
times-too-many = Забагато: вказано { $sent }, а вміщається { $count }. Розклад не змінився.
times-no-times = Вказано дні, але не час. Додайте його, наприклад /schedule 7:30 пн-пт.

pause-unknown = Незрозуміло, на скільки. Спробуйте /pause 3, /pause 2 тижні, /pause до середи або /pause назавжди.
pause-over = Цей день уже минув. Спробуйте /pause до середи.
pause-too-long = Це більше року. Після /pause назавжди нічого не надходитиме, доки ви не надішлете /resume.

error-media = Я розумію слова, номери й команди. Напишіть кілька слів, і я пошукаю новини про це.
error-number-where = З якого випуску? Надішліть { $number } у відповідь на нього, і я відкрию новину.

briefing-of = Випуск · { $day } · з виправленнями
briefing-none-of = Випуску за цей день немає: { $day }.
briefing-too-old = Випуски зберігаються протягом { $days } днів. Спробуйте /briefing вчора.
briefing-day-unknown = За який день? Спробуйте /briefing вчора або дату, наприклад /briefing 21 листопада.

about-text = { $publication } — невелика редакція. Кожну новину редактори готують за матеріалами кількох видань і називають їх під текстом.
about-corrections = Помилки ми виправляємо в усіх повідомленнях, де вони є, а ваш наступний випуск починається з виправлення.
about-contact = Зв’язок із редакцією: { $contact }
command-about = Про редакцію

privacy-title = Що я зберігаю про цей чат
privacy-chat = ID, тип і мова чату, день нашого знайомства
privacy-settings = Ваші налаштування: розклад, часовий пояс, рубрики, приховані слова, тихі години, паузи
privacy-saved = Збережені новини і ті, за якими ви стежите · 👍 👎
privacy-messages = Які новини показано або було показано в моїх повідомленнях, щоб їх можна було виправити, — протягом { $days } днів
privacy-deliveries = Коли і які випуски сюди надіслано — протягом { $days } днів
privacy-updates = Ваші повідомлення — до відповіді та протягом { $days } днів після неї
privacy-mistakes = Ваші повідомлення про помилки — доки редакція їх не розгляне
privacy-not = Ні імені, ні телефону, ні місця я не зберігаю. Геолокація одразу стає часовим поясом.
privacy-how = /export надішле все це вам, /forget одразу видалить.
command-privacy = Що я про вас зберігаю
command-export = Усе, що я про вас зберігаю, одним файлом
command-forget = Видалити все, що я про вас зберігаю

export-caption = Усе, що я зберігаю про цей чат.
forget-ask = Видалити все, що я зберігаю про цей чат? Випуски припиняться, збережені новини зникнуть. Скасувати це неможливо.
forget-yes = Видалити все
forget-no = Залишити
forget-kept = Нічого не видалено.
forget-done = Готово: усе про цей чат видалено. Почати знову: /start.

mistake-corrected = Дякуємо за підказку! У новині «{ $headline }» виправлено помилку: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = тихо, тихше, тиша, тишу, тиші, тихий, тихі, тихих, беззвучно, мовчки, без звуку, не турбувати
typed-off = вимк, вимкнути, вимкни, вимкнено, викл, відключити, відключи, ні, немає, нема, не треба, скасувати, скасуй, скасовано, прибрати, прибери, ніколи
typed-every-day = щодня, щоденно, кожен день, кожний день, кожного дня, усі дні, всі дні, день у день, без вихідних
typed-weekdays = будні, буднів, будням, буднях, буднями, будній, будніх, буднього, будній день, будні дні, будніх днях, будніми днями, буднього дня, кожен будній день, кожного буднього дня, щобудня, робочі, робочих, робочий день, робочі дні, робочих днях, робочих днів, робочими днями, робочого дня, кожного робочого дня, кожен робочий день
typed-weekends = вихідні, вихідних, вихідним, вихідними, вихідний, вихідного, вихідні дні, вихідний день, вихідного дня, вихідних днях, вихідних днів, вихідними днями, щовихідних, вікенд, вікенди, вікендами, уїкенд, уїкенди
typed-until = до, по
typed-forever = назавжди, на завжди, навічно, навіки, завжди, назовсім, безстроково, постійно
typed-fillers = о, об, в, у, на, по, з, із, зі, до, від, і, й, та, а, також, година, годину, години, годині, годин, год, г, ій, ої, рівно, близько, приблизно, кожен, кожний, кожного, кожної, кожну, кожне, кожні, лише, тільки, ще, хв, хвилин, хвилини, через, за
typed-noon = полудень, опівдні
typed-midnight = північ, опівночі
typed-half-past = з половиною
typed-quarter-past = { "" }
typed-quarter-to = за чверть, без чверті
typed-half-to = пів на
typed-next = наступний, наступного, наступну, наступної, найближчий, найближчого
typed-last = минулий, минулого, минулу, минулої, попередній
typed-spans = наступного тижня=7, наступний тиждень=7, пару днів=2, пара днів=2, післязавтра=2, півроку=182, доба=1, добу=1, доби=1, діб=1, день=1, дні=1, дня=1, днів=1, тиждень=7, тижні=7, тижня=7, тижнів=7, місяць=30, місяці=30, місяця=30, місяців=30, пів року=182
typed-numbers = один=1, одна=1, одну=1, одне=1, два=2, дві=2, три=3, чотири=4, п'ять=5, шість=6, сім=7, вісім=8, дев'ять=9, десять=10, одинадцять=11, дванадцять=12, п'ятнадцять=15, двадцять=20, тридцять=30
typed-endings = { "" }
typed-morning = { "" }
typed-evening = { "" }
typed-day-names = понеділка=0, вівторка=1, середи=2, середу=2, четверга=3, п'ятниці=4, п'ятницю=4, суботи=5, суботу=5, неділі=6, неділю=6, щопонеділка=0, щовівторка=1, щосереди=2, щочетверга=3, щоп'ятниці=4, щосуботи=5, щонеділі=6

story-follow = Стежити
story-followed = Стежу
story-follows = Продовження буде першим у ваших випусках.
story-follows-not = Ви більше не стежите за цією темою.
follow-mark = Ви стежите
update-new = Нове: { $note }
story-earlier = Раніше:
settings-rich = Стаття однією сторінкою
rich-more = Читати далі
rich-changes = Що змінилося
settings-topic = Налаштування цієї теми
stop-done-topic = У цій темі саме більше нічого не надходить. Її налаштування збережено; /start або /resume почне знову.

web-skip = До новин
web-search = Пошук
web-telegram = У Telegram
web-corrections = Виправлення
web-no-corrections = Виправляти поки нічого не довелося.
web-page = На сайті
web-missing = Такої сторінки немає.
