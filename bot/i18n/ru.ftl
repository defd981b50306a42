# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ Утренний выпуск
    [afternoon] 🌤️ Дневной выпуск
   *[evening] 🌙 Вечерний выпуск
}
briefing-length = { $stories ->
    [one] { $stories } новость
    [few] { $stories } новости
    [many] { $stories } новостей
   *[other] { $stories } новости
} · { $minutes } мин
briefing-more = { $count ->
    [one] Ещё { $count } новость
    [few] Ещё { $count } новости
    [many] Ещё { $count } новостей
   *[other] Ещё { $count } новости
} · /recent
briefing-more-than = { $count ->
    [one] Ещё свыше { $count } новости
    [few] Ещё свыше { $count } новостей
    [many] Ещё свыше { $count } новостей
   *[other] Ещё свыше { $count } новости
} · /recent
briefing-nothing-since = С { $time } ничего нового.
briefing-nothing-since-day = Ничего нового. Последний выпуск: { $day }, { $time }.
briefing-gaps = Некоторые издания сейчас недоступны. Новостей может не хватать в рубриках: { $sections }{ $more ->
    [0] .
   *[other] { "" } и ещё { $more }.
}
briefing-nothing = Публикаций пока нет. Загляните чуть позже: здесь появится первая новость.
briefing-nothing-fits = Под ваши настройки пока ничего не подходит. /sections и /mute покажут, что скрыто.

credit-line = По материалам: { $names }
credit-more = { $names } и ещё { $count ->
    [one] { $count } издание
    [few] { $count } издания
    [many] { $count } изданий
   *[other] { $count } издания
}
update-mark = Обновлено
alert-head = 🔴 Срочно
notice-head = { $label ->
    [withdrawal] Снято с публикации
   *[correction] Исправлено
}: #{ $number }

story-share = Поделиться
story-save = Сохранить
story-saved = Сохранено
story-sources = Источники ({ $count })
story-older = ◀ Раньше
story-newer = Позже ▶
story-note = { $label ->
    [update] Обновление
   *[correction] Поправка
}: { $note }
story-withdrawn = Новость снята с публикации.
story-withdrawn-reason = Причина: { $reason }
story-full = Читать полностью
story-unknown = Новости #{ $number } нет.
story-which = Какую новость открыть? Отправьте /story и номер, например /story 12.
story-no-older = Это самая ранняя новость.
story-no-newer = Это самая свежая новость.
story-picture-credit = Фото: { $credit }
story-picture-removed = Этого фото в новости больше нет.
story-mistake = Сообщить об ошибке

mistake-ask = Что не так в новости «{ $headline }»?
mistake-how = Напишите одним сообщением, что у нас сказано и как правильно.
mistake-cancel = Отмена
mistake-cancelled = Хорошо.
mistake-empty = Пожалуйста, опишите ошибку словами.
mistake-enough = Редакция ещё читает ваши прошлые сообщения ({ $count }). Об этой ошибке напишите чуть позже.
mistake-thanks = Спасибо! Сообщение уже в редакции.

sources-title = Источники
sources-none = Источники этой новости не указаны.
sources-bears = { $count ->
    [one] подтверждает пункт { $points }
    [few] подтверждает пункты { $points }
    [many] подтверждает пункты { $points }
   *[other] подтверждает пункты { $points }
}
sources-independent = { $count ->
    [one] { $count } независимое издание
    [few] { $count } независимых издания
    [many] { $count } независимых изданий
   *[other] { $count } независимого издания
}
sources-first = Первая публикация: { $outlet }
sources-back = К новости

recent-title = Последние новости
recent-section = Последние новости · { $section }
recent-empty = Новостей пока нет.
recent-no-section = Рубрики «{ $section }» нет.
recent-sections = Рубрики: { $sections }

search-title = Поиск:
search-empty = Ничего не нашлось. Попробуйте другие слова или меньше слов.
search-ask = Что ищем? Отправьте /search и пару слов, например /search выборы.

saved-title = Сохранённое
saved-empty = Пока пусто. Нажмите «Сохранить» под новостью, и она окажется здесь.
following-empty = Вы пока ни за чем не следите. Нажмите «Следить» под новостью, и её продолжение будет первым в ваших выпусках.

list-recent = Последние новости
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = Добро пожаловать! Это { $publication }.
start-promise = Главное из многих изданий за несколько минут. И у каждой новости честно указано, кто о ней сообщает.
start-how = Нажмите на номер, чтобы открыть новость. /recent — что было раньше, /search — поиск, /help — всё остальное.

help-title = Что я умею
help-inline = Чтобы поделиться новостью, наберите в любом чате @{ $username } и пару слов.
help-reply = Ответьте на выпуск номером новости, и я её открою.

command-start = С чего начать
command-briefing = Свежий выпуск для вас
command-recent = Последние новости, все или одной рубрики
command-story = Новость целиком, по номеру
command-sources = Кто об этом сообщает
command-search = Поиск новостей по словам
command-saved = Сохранённые новости
command-following = Новости, за которыми вы следите
command-help = Что я умею

inline-start = Открыть { $publication }
inline-nothing = Ничего не нашлось · открыть { $publication }

error-unknown-command = Такой команды нет. Всё, что я умею, — в /help.
error-old-button = Эта кнопка устарела. Отправьте команду ещё раз.
error-list-gone = Этот список устарел. Повторите поиск.
error-number = Новости под номером { $number } в этом выпуске нет.
error-apology = Простите, у нас сбой. Попробуйте ещё раз через минуту.
error-over-quota = Слишком много сообщений сразу. Отвечу на первые, а дальше, пожалуйста, немного подождите.

settings-button = Настройки
settings-title = Настройки
settings-line = { $name }: { $value }
settings-times = Расписание
settings-zone = Часовой пояс
settings-sections = Рубрики
settings-mutes = Скрытые слова
settings-quiet = Тихие часы
settings-silent = Без звука
settings-alerts = Срочные новости
settings-stories = { $count ->
    [one] До { $count } новости в выпуске
    [few] До { $count } новостей в выпуске
    [many] До { $count } новостей в выпуске
   *[other] До { $count } новости в выпуске
}
settings-pause = Пауза на неделю
settings-resume = Возобновить
settings-back = ◀ Настройки
settings-next = Следующий выпуск: { $day }, { $time }.
settings-no-times = Расписание не задано. Выпуск можно запросить в любой момент: /briefing.
settings-stopped = Рассылка остановлена. Возобновить её можно в любой момент.
settings-refused = Сюда ничего не удаётся отправить (первый сбой: { $day }): { $reason ->
    [no_rights] у меня нет права здесь писать.
    [closed] тема закрыта.
    [not_found] Telegram не находит этот чат.
   *[other] Telegram не принимает сообщения.
} Попробую ещё раз.
settings-changed = Сохранено.
vote-done = Спасибо.
vote-gone = Отменено.
settings-admins = Менять настройки этой группы могут только администраторы.

settings-channel = Настройки канала

ask-location = Отправьте геопозицию, и я определю по ней часовой пояс. Само место не сохраняется.
ask-location-button = 📍 Отправить геопозицию
ask-channel = Выберите свой канал или перешлите мне пост из него. Мне понадобится право публиковать там сообщения.
ask-channel-button = Выбрать канал

channel-connect = Подключить канал
channel-connected = Канал «{ $title }» подключён. Выпуски: { $times } ({ $zone }). Изменить можно здесь:
channel-no-rights = Я не могу публиковать в этом канале. Сделайте меня администратором с правом публикации и попробуйте ещё раз.
channel-admins = Это могут делать только администраторы канала.
channel-gone = Этот канал больше не подключён. Подключить его снова можно в /settings.

times-none = не задано
times-daily = каждый день
times-weekdays = по будням
times-on = по { $days }
times-only-weekdays = Только будни
times-full = { $count ->
    [one] В расписание помещается не больше { $count } выпуска.
    [few] В расписание помещается не больше { $count } выпусков.
    [many] В расписание помещается не больше { $count } выпусков.
   *[other] В расписание помещается не больше { $count } выпуска.
} Сначала уберите один.
times-type = Или отправьте /schedule и время: /schedule 7:30 18:00 пн-пт
times-unknown = Не удалось разобрать. Попробуйте время: /schedule 7:30 18:00 пн-пт, город: /schedule Берлин или тихие часы: /schedule тихо 22-7.

zone-type = Или отправьте город либо часовой пояс: /schedule Лиссабон
zone-located = Ваш часовой пояс — { $zone }.
zone-here = 📍 По геопозиции
zone-unknown = Такого города я не знаю. Назовите ближайший крупный, например /schedule Лиссабон.

sections-all = Все
sections-last = Нужен хотя бы один раздел. /pause и /stop прекращают выпуски.
sections-how = Отметьте, что хотите читать. Если отмечено всё, новые рубрики добавятся сами.

mute-none = пока нет
mute-how = /mute слово — скрыть новости с ним, /unmute слово — снова показывать.
mute-done = Новости со словом «{ $word }» скрыты. Команда /unmute { $word } вернёт их.
unmute-done = Новости со словом «{ $word }» снова видны.
unmute-unknown = «{ $word }» не скрыто. Что скрыто, покажет /mute.
mute-too-long = Слишком длинно. Отправьте не больше 30 букв, например /mute гольф.
mute-too-many = Скрытых слов уже слишком много. Сначала уберите одно, список — в /mute.
mute-no-words = Здесь нет слова, по которому можно искать. Пришлите слово, например /mute гольф.

pause-done = Выпуски на паузе. Конец паузы: { $day }. Завершить раньше: /resume.
resume-done = С возвращением!
stop-done = Рассылка остановлена. Настройки сохранены; /start или /resume запустит её снова.

stop-elsewhere = { $count ->
    [1] Выпуски приходят ещё в одну тему этой группы; отправьте /stop и там.
    [one] Выпуски приходят ещё в { $count } тему этой группы; отправьте /stop и там.
    [few] Выпуски приходят ещё в { $count } темы этой группы; отправьте /stop и там.
    [many] Выпуски приходят ещё в { $count } тем этой группы; отправьте /stop и там.
   *[other] Выпуски приходят ещё в { $count } темы этой группы; отправьте /stop и там.
}

start-subscribed = Ваше расписание: { $times } ({ $zone }).
group-greeting = Здравствуйте! Это { $publication }. Выпуски для этой группы: { $times } ({ $zone }). Администраторы могут изменить это в /settings.

command-schedule = Расписание, часовой пояс, тихие часы
command-sections = Выбрать рубрики
command-mute = Скрыть новости со словом
command-unmute = Снова показывать скрытое
command-settings = Все настройки
command-pause = Сделать паузу
command-resume = Снять с паузы
command-stop = Остановить рассылку

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = Короткие выпуски новостей с указанием источников. Приходят, когда вам удобно.
profile-description = { $publication } — короткие выпуски новостей по материалам многих изданий: заголовок, главное и кто об этом сообщает. Нажмите на номер, и откроется вся новость с источниками. Когда присылать выпуски, какие рубрики и что скрыть, решаете вы.

credit-one = Одно издание

settings-marks = Ссылки на источники
reading-last = Нужен хотя бы один язык; «Все» — любой.
settings-reading = Языки статей
settings-nothing-new = Сообщать, если новостей нет
settings-pictures = Картинки
settings-language = Язык
settings-language-client = Как в Telegram
language-unknown = На этом языке я не говорю. Мои языки: { $languages }.
command-language = На каком языке я говорю

zone-which = Выберите подходящий вариант:
quiet-now = Тихие часы: { $hours }. В это время всё приходит без звука. Отключить: /schedule тихо выкл.
quiet-none = Тихие часы не заданы. Задать: /schedule тихо 22-7.
times-too-many = Слишком много: указано { $sent }, а помещается { $count }. Расписание не изменилось.
times-no-times = Указаны дни, но не время. Добавьте его, например /schedule 7:30 пн-пт.

pause-unknown = Непонятно, на какой срок. Попробуйте /pause 3, /pause 2 недели, /pause до пятницы или /pause навсегда.
pause-over = Этот день уже прошёл. Попробуйте /pause до пятницы.
pause-too-long = Это больше года. После /pause навсегда ничего не придёт, пока вы не отправите /resume.

error-media = Я понимаю слова, номера и команды. Напишите пару слов, и я поищу новости об этом.
error-number-where = Из какого выпуска? Ответьте на него числом { $number }, и я открою новость.

briefing-of = Выпуск · { $day } · с исправлениями
briefing-none-of = Выпуска за этот день нет: { $day }.
briefing-too-old = Выпуски хранятся в течение { $days } дней. Попробуйте /briefing вчера.
briefing-day-unknown = За какой день? Попробуйте /briefing вчера или дату, например /briefing 21 ноября.

about-text = { $publication } — небольшая редакция. Каждую новость редакторы готовят по материалам нескольких изданий и называют их под текстом.
about-corrections = Ошибки мы исправляем во всех сообщениях, где они есть, а ваш следующий выпуск начинается с поправки.
about-contact = Связь с редакцией: { $contact }
command-about = О редакции

privacy-title = Что я храню об этом чате
privacy-chat = ID, тип и язык чата, день нашего знакомства
privacy-settings = Ваши настройки: расписание, часовой пояс, рубрики, скрытые слова, тихие часы, паузы
privacy-saved = Сохранённые новости и те, за которыми вы следите · 👍 👎
privacy-messages = Какие новости показаны или были показаны в моих сообщениях, чтобы их можно было исправить, — в течение { $days } дней
privacy-deliveries = Когда и какие выпуски сюда отправлены — в течение { $days } дней
privacy-updates = Ваши сообщения — до ответа; ещё { $days } дней — только их отпечаток, чтобы не ответить дважды
privacy-mistakes = Ваши сообщения об ошибках — пока редакция их не разберёт
privacy-not = Ни имени, ни телефона, ни места я не храню. Геопозиция сразу превращается в часовой пояс.
privacy-how = /export пришлёт всё это вам, /forget сразу удалит.
command-privacy = Что я о вас храню
command-export = Всё, что я о вас храню, одним файлом
command-forget = Удалить всё, что я о вас храню

export-caption = Всё, что я храню об этом чате.
forget-ask = Удалить всё, что я храню об этом чате? Выпуски прекратятся, сохранённые новости пропадут. Отменить это нельзя.
forget-yes = Удалить всё
forget-no = Оставить
forget-kept = Ничего не удалено.
forget-done = Готово: всё об этом чате удалено. Начать заново: /start.

mistake-corrected = Спасибо за подсказку! В новости «{ $headline }» исправлена ошибка: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = тихо, тише, тишина, тишину, тишины, тихий, тихие, тихих, беззвучно, молча, без звука, не беспокоить
typed-off = выкл, выключить, выключи, выключено, отключить, отключи, отключено, откл, нет, не надо, отмена, отменить, отмени, убрать, убери, никогда
typed-every-day = ежедневно, каждый день, каждодневно, каждого дня, все дни, по всем дням, без выходных
typed-weekdays = будни, будням, буднях, будней, буднями, будний, будние, будним, будних, будний день, будние дни, будним дням, будних днях, будних дней, каждый будний день, рабочие, рабочим, рабочих, рабочий день, рабочие дни, рабочим дням, рабочих днях, рабочих дней, каждый рабочий день
typed-weekends = выходные, выходным, выходных, выходными, выходной, выходные дни, выходной день, выходным дням, выходных днях, выходных дней, уикенд, уикенды, уикендам, уикэнд, викенд
typed-until = до, по
typed-since = с, со, начиная с
typed-forever = навсегда, на всегда, навечно, навеки, всегда, бессрочно, насовсем, постоянно, до особого распоряжения, особого распоряжения
typed-fillers = в, во, и, на, по, с, со, до, от, к, ко, около, ровно, примерно, час, часа, часу, часов, часам, часы, ч, каждый, каждую, каждое, каждые, каждого, только, лишь, также, ещё, а, мин, минут, минуты, через, за
typed-noon = полдень, полудень
typed-midnight = полночь
typed-half-past = с половиной
typed-quarter-past = { "" }
typed-quarter-to = без четверти
typed-half-to = { "" }
typed-next = следующий, следующего, следующую, следующей, следующее, ближайший, ближайшего, ближайшую
typed-last = прошлый, прошлого, прошлую, прошлое, прошлой, прошедший
typed-next-week = следующая неделя, следующей недели, следующую неделю, следующей неделе, будущей недели, будущей неделе
typed-week-ends = конца недели, конец недели, конца этой недели, всю неделю, до конца недели, после выходных, остаток недели
typed-next-week-ends = конца следующей недели, конец следующей недели
typed-feasts = рождество=01-07, рождества=01-07, рождеству=01-07
typed-next-month = следующий месяц, следующего месяца
typed-month-ends = конца месяца, конец месяца, конца этого месяца, весь месяц
typed-year-ends = новый год, нового года, новому году, конца года, конец года, следующего года
typed-spans = следующей недели=7, следующую неделю=7, пару дней=2, пара дней=2, полмесяца=15, послезавтра=2, полгода=182, полтора месяца=45, сутки=1, суток=1, день=1, дня=1, дней=1, неделя=7, неделю=7, недели=7, недель=7, месяц=30, месяца=30, месяцев=30, полторы недели=11
typed-numbers = один=1, одна=1, одну=1, одно=1, два=2, две=2, три=3, четыре=4, пять=5, шесть=6, семь=7, восемь=8, девять=9, десять=10, одиннадцать=11, двенадцать=12, пятнадцать=15, двадцать=20, тридцать=30
typed-endings = { "" }
typed-morning = утром
typed-evening = вечером
typed-night = { "" }
typed-day-names = понедельника=0, вторника=1, среды=2, среду=2, четверга=3, пятницы=4, пятницу=4, субботы=5, субботу=5, воскресенья=6

story-follow = Следить
story-followed = Слежу
story-follows = Продолжение будет первым в ваших выпусках.
story-follows-not = Вы больше не следите за этой темой.
follow-mark = Вы следите
update-new = Новое: { $note }
story-earlier = Ранее:
settings-rich = Статья одной страницей
rich-more = Читать дальше
rich-changes = Что изменилось
settings-topic = Настройки этой темы
stop-done-topic = В этой теме само больше ничего не приходит. Её настройки сохранены; /start или /resume начнёт снова.

web-skip = К новостям
web-search = Поиск
web-telegram = В Telegram
web-corrections = Исправления
web-no-corrections = Исправлять пока ничего не пришлось.
web-page = На сайте
web-missing = Такой страницы нет.
