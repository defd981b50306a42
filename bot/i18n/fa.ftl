# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ گزیدهٔ صبح
    [afternoon] 🌤️ گزیدهٔ عصر
   *[evening] 🌙 گزیدهٔ شب
}
briefing-length = { $stories ->
    [one] یک خبر
   *[other] { $stories } خبر
} · { $minutes ->
    [one] یک دقیقه
   *[other] { $minutes } دقیقه
}
briefing-more = و { $count } خبر دیگر · ‎/recent
briefing-more-than = بیش از { $count } خبر دیگر · ‎/recent
briefing-nothing-since = از ساعت { $time } خبر تازه‌ای نیست.
briefing-nothing-since-day = خبر تازه‌ای نیست. آخرین گزیده: { $day }، { $time }.
briefing-gaps = برخی رسانه‌ها اکنون پاسخ نمی‌دهند؛ شاید خبرهای این بخش‌ها کامل نباشد: { $sections }{ $more ->
    [0] .
   *[other] { "" } و { $more } بخش دیگر.
}
briefing-nothing = هنوز خبری منتشر نشده است. دفعهٔ بعد، نخستین خبر همین‌جاست.
briefing-nothing-fits = هنوز چیزی با تنظیمات شما جور نیست. /sections و /mute نشان می‌دهند چه چیزی کنار گذاشته شده است.

credit-line = به نقل از: { $names }
credit-more = { $names } و { $count } رسانهٔ دیگر
update-mark = تکمیلی
alert-head = 🔴 فوری
notice-head = { $label ->
    [withdrawal] پس گرفته شد
   *[correction] اصلاح شد
}: ‎#{ $number }‎

story-share = هم‌رسانی
story-save = ذخیره
story-saved = ذخیره شد
story-sources = منابع ({ $count })
story-older = ▶ قدیمی‌تر
story-newer = تازه‌تر ◀
story-note = { $label ->
    [update] تکمیل خبر
   *[correction] اصلاحیه
}: { $note }
story-withdrawn = این خبر پس گرفته شده است.
story-withdrawn-reason = دلیل: { $reason }
story-full = متن کامل خبر
story-unknown = خبری با شمارهٔ ‎#{ $number }‎ نداریم.
story-which = کدام خبر؟ ‎/story را با شمارهٔ خبر بفرستید، مثل ‎/story 12.
story-no-older = این قدیمی‌ترین خبر است.
story-no-newer = این تازه‌ترین خبر است.
story-picture-credit = عکس: { $credit }
story-picture-removed = این عکس دیگر در خبر نیست.
story-mistake = گزارش اشتباه

mistake-ask = کجای «{ $headline }» اشتباه است؟
mistake-how = در یک پیام بنویسید: چه نوشته‌ایم و درستش چیست.
mistake-cancel = منصرف شدم
mistake-cancelled = بسیار خوب.
mistake-empty = لطفاً آن را بنویسید.
mistake-enough = { $count } گزارش شما هنوز در نوبت خواندن است. این یکی را کمی بعد بفرستید.
mistake-thanks = سپاس از شما. به دست تحریریه رسید.

sources-title = منابع
sources-none = برای این خبر منبعی ذکر نشده است.
sources-bears = { $count ->
    [one] پشتوانهٔ نکتهٔ { $points }
   *[other] پشتوانهٔ نکته‌های { $points }
}
sources-independent = { $count ->
    [one] یک رسانهٔ مستقل
   *[other] { $count } رسانهٔ مستقل
}
sources-first = نخستین بار در { $outlet }
sources-back = متن خبر

recent-title = تازه‌ترین خبرها
recent-section = تازه‌ترین خبرها · { $section }
recent-empty = هنوز خبری نیست.
recent-no-section = بخشی به نام «{ $section }» نداریم.
recent-sections = بخش‌ها: { $sections }

search-title = جست‌وجو:
search-empty = چیزی پیدا نشد. با کلمه‌های کمتر یا دیگری امتحان کنید.
search-ask = دنبال چه خبری هستید؟ ‎/search را با چند کلمه بفرستید، مثل ‎/search انتخابات.

saved-title = خبرهای ذخیره‌شده
saved-empty = هنوز خبری ذخیره نکرده‌اید. زیر هر خبر «ذخیره» را بزنید تا اینجا بیاید.
following-empty = هنوز خبری را دنبال نمی‌کنید. زیر هر خبر «دنبال کردن» را بزنید تا ادامهٔ آن اول بیاید.

list-recent = تازه‌ترین خبرها
list-back = ▶
list-on = ◀
list-page = { $page } از { $pages }

start-greeting = به { $publication } خوش آمدید.
start-promise = خبرهای رسانه‌های گوناگون، در چند دقیقه و بی‌حاشیه: پای هر خبر نوشته شده که از کیست.
start-how = برای باز کردن هر خبر شماره‌اش را بزنید. خبرهای پیشین در ‎/recent، جست‌وجو با ‎/search و بقیهٔ دستورها در ‎/help.

help-title = چه کاری از من برمی‌آید
help-inline = در هر گفت‌وگو @{ $username } و چند کلمه بنویسید تا خبری هم‌رسانی کنید.
help-reply = در پاسخ به گزیده، شمارهٔ خبر را بفرستید تا باز شود.

command-start = شروع از اینجا
command-briefing = خبرهای تازه برای شما، همین حالا
command-recent = تازه‌ترین خبرها، یا خبرهای یک بخش
command-story = متن کامل خبر، با شماره
command-sources = کدام رسانه‌ها خبر را داده‌اند
command-search = جست‌وجوی خبر
command-saved = خبرهای ذخیره‌شدهٔ شما
command-following = خبرهایی که دنبال می‌کنید
command-help = چه کاری از من برمی‌آید

inline-start = باز کردن { $publication }
inline-nothing = چیزی پیدا نشد · باز کردن { $publication }

error-unknown-command = این دستور را نمی‌شناسم. فهرست دستورها در ‎/help است.
error-old-button = این دکمه قدیمی شده است. دستور را دوباره بفرستید.
error-list-gone = این فهرست قدیمی شده است. دوباره جست‌وجو کنید.
error-number = شمارهٔ { $number } در این گزیده نیست.
error-apology = ببخشید، مشکلی از سمت ما پیش آمد. لطفاً یک دقیقهٔ دیگر دوباره امتحان کنید.
error-over-quota = پیام‌ها یک‌باره زیاد شد. به اولی‌ها پاسخ می‌دهم؛ لطفاً پیش از ادامه کمی صبر کنید.

settings-button = تنظیمات
settings-title = تنظیمات
settings-line = { $name }: { $value }
settings-times = زمان ارسال
settings-zone = منطقهٔ زمانی
settings-sections = بخش‌ها
settings-mutes = کلمه‌های پنهان
settings-quiet = ساعت‌های سکوت
settings-silent = بی‌صدا
settings-alerts = خبر فوری
settings-stories = { $count ->
    [one] حداکثر یک خبر در هر گزیده
   *[other] حداکثر { $count } خبر در هر گزیده
}
settings-pause = یک هفته توقف
settings-resume = ازسرگیری
settings-back = ▶ تنظیمات
settings-next = گزیدهٔ بعدی: { $day }، ساعت { $time }.
settings-no-times = زمانی تنظیم نشده است: هر وقت خواستید ‎/briefing را بزنید.
settings-stopped = فعلاً متوقف است و چیزی خودبه‌خود نمی‌رسد. هر وقت خواستید، از سر بگیرید.
settings-refused = از { $day } نتوانسته‌ام چیزی به اینجا بفرستم: { $reason ->
    [no_rights] اجازهٔ نوشتن ندارم.
    [closed] موضوع بسته است.
    [not_found] تلگرام این گفت‌وگو را پیدا نمی‌کند.
   *[other] تلگرام نمی‌پذیرد.
} باز هم تلاش می‌کنم.
settings-changed = ذخیره شد.
vote-done = ممنون.
vote-gone = پس گرفته شد.
settings-admins = تغییر آنچه به این گروه می‌رسد فقط با مدیران است.

settings-channel = تنظیمات کانال

ask-location = موقعیتتان را بفرستید تا منطقهٔ زمانی‌تان را بدانم. خودِ مکان ذخیره نمی‌شود.
ask-location-button = 📍 فرستادن موقعیت من
ask-channel = یکی از کانال‌هایتان را انتخاب کنید، یا پستی از آن را برایم بازارسال کنید. باید اجازهٔ ارسال پست در آن را داشته باشم.
ask-channel-button = انتخاب کانال

channel-connect = اتصال کانال
channel-connected = کانال «{ $title }» وصل شد. زمان ارسال گزیده: { $times } ({ $zone }). برای تغییر:
channel-no-rights = نمی‌توانم در آن کانال پست بگذارم. مرا با اجازهٔ ارسال پست مدیر کنید و دوباره امتحان کنید.
channel-admins = این کار فقط از مدیران کانال برمی‌آید.
channel-gone = آن کانال دیگر وصل نیست. از ‎/settings دوباره وصلش کنید.

times-none = تنظیم نشده
times-daily = هر روز
times-weekdays = دوشنبه تا جمعه
times-on = روزهای { $days }
times-only-weekdays = فقط دوشنبه تا جمعه
times-full = بیش از { $count } زمان جا نمی‌شود. اول یکی را بردارید.
times-type = یا بنویسید: ‎/schedule 7:30 18:00 mon-fri
times-unknown = متوجه نشدم. نمونه: ‎/schedule 7:30 18:00 mon-fri، یا شهری مثل ‎/schedule تهران، یا ‎/schedule quiet 22-7.

zone-type = یا شهر یا منطقه‌ای بنویسید: ‎/schedule تهران
zone-located = منطقهٔ زمانی شما { $zone } است.
zone-here = 📍 از موقعیت من
zone-unknown = این شهر را نمی‌شناسم. شهر بزرگ‌تری در آن نزدیکی بنویسید، مثل ‎/schedule تهران.

sections-all = همه
sections-last = دست‌کم یک بخش لازم است. /pause و /stop گزیده‌ها را متوقف می‌کنند.
sections-how = بخش‌های دلخواهتان را بزنید. اگر همه انتخاب شده باشد، بخش‌های تازه هم برایتان می‌آید.

mute-none = هیچ
mute-how = با ‎/mute و یک کلمه، خبرهایی که آن کلمه را دارند پنهان می‌شوند؛ با ‎/unmute و همان کلمه برمی‌گردند.
mute-done = خبرهایی که «{ $word }» دارند پنهان شدند. برای بازگرداندن: ‎/unmute { $word }
unmute-done = خبرهایی که «{ $word }» دارند دوباره نشان داده می‌شوند.
unmute-unknown = «{ $word }» پنهان نیست. ‎/mute آنچه پنهان است را نشان می‌دهد.
mute-too-long = این خیلی بلند است. تا 30 حرف بفرستید، مثل ‎/mute گلف.
mute-too-many = کلمه‌های پنهان زیاد شده‌اند. اول یکی را بردارید؛ فهرستشان در ‎/mute است.
mute-no-words = در این هیچ واژه‌ای برای جست‌وجو نیست. واژه‌ای بفرستید، مثل ‎/mute گلف.

pause-done = تا { $day } چیزی فرستاده نمی‌شود. برای ازسرگیری: ‎/resume.
resume-done = خوش برگشتید.
stop-done = دیگر چیزی خودبه‌خود نمی‌رسد. تنظیماتتان می‌ماند؛ برای شروع دوباره: ‎/start یا ‎/resume.

stop-elsewhere = { $count ->
    [one] یک موضوع دیگر این گروه هنوز گزیده می‌گیرد؛ ‎/stop را آنجا هم بفرستید.
   *[other] { $count } موضوع دیگر این گروه هنوز گزیده می‌گیرند؛ ‎/stop را آنجاها هم بفرستید.
}

start-subscribed = زمان ارسال گزیدهٔ شما: { $times } ({ $zone }).
group-greeting = سلام! گزیدهٔ خبرهای { $publication } به این گروه می‌رسد. زمان ارسال: { $times } ({ $zone }). مدیران با ‎/settings تغییرش می‌دهند.

command-schedule = زمان ارسال، منطقهٔ زمانی، ساعت‌های سکوت
command-sections = بخش‌های دلخواه شما
command-mute = پنهان کردن خبرهایی که کلمه‌ای را دارند
command-unmute = نشان دادن دوباره
command-settings = همهٔ تنظیمات
command-pause = توقف موقت
command-resume = پایان توقف
command-stop = پایان ارسال خودکار

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = گزیدهٔ کوتاه خبرها با ذکر منبع، هر وقت بخواهید.
profile-description = گزیده‌های کوتاه { $publication } از خبرهای رسانه‌های گوناگون: تیتر، نکته‌های اصلی و اینکه خبر از کیست. با زدن شماره، متن کامل خبر و منابعش باز می‌شود. زمان ارسال، بخش‌ها و آنچه پنهان می‌ماند با شماست.

credit-one = فقط یک رسانه

settings-marks = شمارهٔ منابع
reading-last = دست‌کم یک زبان لازم است؛ «همه» هر زبانی را می‌گیرد.
settings-reading = زبان خبرها
settings-nothing-new = اگر خبر تازه نبود بگو
settings-pictures = تصویرها
settings-language = زبان
settings-language-client = مثل تلگرام
language-unknown = این زبان را بلد نیستم. زبان‌های من: { $languages }.
command-language = زبان پیام‌ها

zone-which = کدام یک؟
quiet-now = ساعت‌های سکوت: { $hours }. آنچه در این ساعت‌ها برسد بی‌صداست؛ برای لغو: ‎/schedule quiet off.
quiet-none = ساعت سکوتی تنظیم نشده است. برای تنظیم: ‎/schedule quiet 22-7.
times-too-many = { $sent } زمان فرستادید، ولی فقط برای { $count } زمان جا هست. چیزی تغییر نکرد.
times-no-times = این‌ها فقط روز است. ساعت را هم بنویسید، مثل ‎/schedule 7:30 mon-fri.

pause-unknown = متوجه نشدم تا کی. نمونه: ‎/pause 3، یا ‎/pause 2 هفته، یا ‎/pause تا جمعه، یا ‎/pause برای همیشه.
pause-over = آن روز گذشته است. نمونه: ‎/pause تا جمعه.
pause-too-long = این بیش از یک سال است. با ‎/pause برای همیشه، تا ‎/resume را نفرستید چیزی نمی‌رسد.

error-media = من کلمه، شماره و دستور می‌خوانم. چند کلمه بفرستید تا خبرهایش را پیدا کنم.
error-number-where = کدام گزیده؟ در پاسخ به آن { $number } را بفرستید تا خبر را باز کنم.

briefing-of = گزیدهٔ { $day } (اصلاح‌شده)
briefing-none-of = { $day } گزیده‌ای نرسید.
briefing-too-old = گزیده‌ها را { $days } روز نگه می‌دارم. نمونه: ‎/briefing دیروز.
briefing-day-unknown = کدام روز؟ نمونه: ‎/briefing دیروز، یا تاریخی مثل ‎/briefing 21 نوامبر.

about-text = { $publication } تحریریه‌ای کوچک است: هر خبر را از گزارش چند رسانه می‌نویسد و نامشان را پای آن می‌آورد.
about-corrections = هر اشتباهی در همهٔ پیام‌هایی که آن را نشان می‌دهند اصلاح می‌شود و گزیدهٔ بعدی‌تان با آن آغاز می‌شود.
about-contact = تماس: { $contact }
command-about = چه کسانی این را می‌سازند

privacy-title = آنچه از این گفت‌وگو نگه می‌دارم
privacy-chat = شناسه، نوع و زبان آن، و اینکه از کی می‌شناسمش
privacy-settings = تنظیمات شما: زمان ارسال، منطقهٔ زمانی، بخش‌ها، کلمه‌های پنهان، ساعت‌های سکوت و توقف‌ها
privacy-saved = خبرهایی که ذخیره یا دنبال کرده‌اید · 👍 👎
privacy-messages = خبرهایی که پیام‌هایم در اینجا نشان می‌دهند یا نشان داده‌اند، تا بتوان اصلاحشان کرد؛ تا { $days } روز
privacy-deliveries = گزیده‌هایی که به اینجا رسیده‌اند و زمانشان؛ تا { $days } روز
privacy-updates = پیام‌های شما، تا وقتی پاسخ بگیرند؛ تا { $days } روز پس از آن فقط اثر انگشتشان، تا دو بار پاسخ داده نشود
privacy-mistakes = اشتباه‌هایی که گزارش کرده‌اید، تا تحریریه به آن‌ها رسیدگی کند
privacy-not = نام، شماره تلفن و مکان نگه نمی‌دارم. موقعیتی که می‌فرستید همان لحظه به منطقهٔ زمانی تبدیل می‌شود.
privacy-how = برای گرفتن همهٔ این‌ها ‎/export و برای حذفشان ‎/forget را بفرستید.
command-privacy = آنچه از شما نگه می‌دارم
command-export = همهٔ آنچه از شما نگه می‌دارم، در یک فایل
command-forget = حذف همهٔ آنچه از شما نگه می‌دارم

export-caption = همهٔ آنچه از این گفت‌وگو نگه می‌دارم.
forget-ask = همهٔ آنچه از این گفت‌وگو نگه می‌دارم حذف شود؟ دیگر گزیده‌ای نمی‌رسد و خبرهای ذخیره‌شده پاک می‌شود. راه برگشتی نیست.
forget-yes = حذف همه
forget-no = حذف نشود
forget-kept = چیزی حذف نشد.
forget-done = همهٔ اطلاعات این گفت‌وگو حذف شد. برای شروع دوباره: ‎/start.

mistake-corrected = اشتباهی که در «{ $headline }» گزارش کردید اصلاح شد: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = سکوت, ساکت, بی‌صدا, بیصدا, بی صدا, بي صدا, بی‌سروصدا, بدون صدا, آرام, آرامش, خاموشی, سایلنت, ساعت سکوت, ساعت‌های سکوت, ساعات سکوت, مزاحم نشوید
typed-off = خاموش, خاموشش کن, هیچ, هيچ, هیچ‌کدام, هیچکدام, هیچ کدام, هیچی, نه, لغو, لغو کن, کنسل, قطع, قطع کن, حذف, حذف کن, بردار, غیرفعال, غیر فعال, غيرفعال, تعطیل, بدون, نباشد, نباشه, آف
typed-every-day = هر روز, هرروز, هر روزه, هرروزه, روزانه, همه روزه, همه‌روزه, همهٔ روزها, همه روزها, همه‌ی روزها, همه روز ها, همهٔ روز, همه ی روزها, تمام روزها, تمام روز ها, هر روز هفته, همه هفته, همهٔ هفته, تمام هفته, کل هفته, تمام ایام هفته
typed-weekdays = روزهای کاری, روز های کاری, روزهاي کاري, روز هاي كاري, روزهاي كاري, روز کاری, روز كاري, روزهای هفته, روز های هفته, روزهای غیرتعطیل, روز های غیرتعطیل, ایام هفته, وسط هفته, طول هفته, میان هفته, کاری
typed-weekends = آخر هفته, آخرهفته, آخر هفته‌ها, آخر هفته ها, آخرهفته‌ها, آخرهفته ها, پایان هفته, پايان هفته, پایان هفته‌ها, تعطیلات, تعطیلات آخر هفته, تعطیلات پایان هفته, روزهای تعطیل, روز های تعطیل, روز تعطیل, تعطیلی‌ها, ویکند, ویک‌اند, ویک اند
typed-until = تا, الی, الي, لغایت, لغايت
typed-since = از
typed-forever = همیشه, هميشه, برای همیشه, براي هميشه, تا همیشه, همیشگی, دائم, دائمی, دایم, دایمی, دائما, به طور دائم, تا ابد, ابد, برای ابد, تا اطلاع ثانوی, اطلاع ثانوی, نامحدود, بی‌نهایت
typed-fillers = ساعت, ساعات, در, و, از, هر, روز, روزها, روزهای, ها, های, هاي, سر, رأس, راس, به, هم, همچنین, نیز, سپس, فقط, برای, براي, وقت, یا, ایام, دقیقا, به مدت
typed-noon = ظهر, نیمروز
typed-midnight = نیمه شب, نیمه‌شب, نیمهشب
typed-half-past = و نیم, ونیم
typed-quarter-past = و ربع, وربع
typed-quarter-to = یک ربع به, ربع به
typed-half-to = { "" }
typed-next = آینده, بعد, بعدی
typed-last = گذشته, قبل, پیش
typed-next-week = هفته آینده, هفته بعد, هفتهٔ آینده, هفتهٔ بعد, هفته ی بعد
typed-week-ends = پایان این هفته, تمام هفته, کل هفته, بقیه هفته, بعد از آخر هفته, آخر این هفته
typed-next-week-ends = پایان هفته آینده, آخر هفته آینده
typed-feasts = کریسمس=12-25
typed-next-month = ماه آینده, ماه بعد
typed-month-ends = پایان ماه, آخر ماه, آخر این ماه, پایان این ماه, تمام ماه
typed-year-ends = سال نو میلادی, سال جدید میلادی, پایان سال میلادی
typed-spans = هفته آینده=7, هفته بعد=7, ماه آینده=30, پریروز=-2, پس‌فردا=2, پس فردا=2, پسفردا=2, نیم سال=182, روز=1, هفته=7, ماه=30, یک هفته و نیم=11, یک ماه و نیم=45, نیم ماه=15
typed-numbers = یک=1, دو=2, سه=3, چهار=4, پنج=5, شش=6, هفت=7, هشت=8, نه=9, ده=10, یازده=11, دوازده=12, پانزده=15, بیست=20, سی=30
typed-endings = { "" }
typed-morning = بامداد, سحر
typed-evening = بعد از ظهر, بعدازظهر, عصر
typed-night = { "" }
typed-day-names = { "" }

story-follow = دنبال کردن
story-followed = دنبال می‌کنید
story-follows = ادامهٔ این خبر در آغاز خبرنامه‌های شما می‌آید.
story-follows-not = دیگر این خبر را دنبال نمی‌کنید.
follow-mark = خبری که دنبال می‌کنید
update-new = تازه: { $note }
story-earlier = پیش‌تر:
settings-rich = خبر در یک صفحه
rich-more = ادامهٔ متن
rich-changes = چه تغییر کرد
settings-topic = تنظیمات این موضوع
stop-done-topic = دیگر چیزی خودبه‌خود به این موضوع نمی‌آید. تنظیماتش نگه داشته شد؛ ‎/start یا ‎/resume دوباره آغاز می‌کند.

web-skip = رفتن به خبرها
web-search = جست‌وجو
web-telegram = در تلگرام
web-corrections = اصلاحیه‌ها
web-no-corrections = هنوز چیزی نیاز به اصلاح نداشته است.
web-page = در وب
web-missing = چنین صفحه‌ای نیست.
