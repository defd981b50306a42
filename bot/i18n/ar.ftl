# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ موجز الصباح
    [afternoon] 🌤️ موجز بعد الظهر
   *[evening] 🌙 موجز المساء
}
briefing-length = { $stories ->
    [zero] لا أخبار
    [one] خبر واحد
    [two] خبران
    [few] { $stories } أخبار
    [many] { $stories } خبرًا
   *[other] { $stories } خبر
} · { $minutes ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
briefing-more = { $count ->
    [zero] المزيد
    [one] وخبر آخر
    [two] وخبران آخران
    [few] و{ $count } أخبار أخرى
    [many] و{ $count } خبرًا آخر
   *[other] و{ $count } خبر آخر
} · ‎/recent
briefing-more-than = { $count ->
    [zero] المزيد
    [one] أكثر من خبر آخر
    [two] أكثر من خبرين آخرين
    [few] أكثر من { $count } أخبار أخرى
    [many] أكثر من { $count } خبرًا آخر
   *[other] أكثر من { $count } خبر آخر
} · ‎/recent
briefing-nothing-since = لا جديد منذ الساعة { $time }.
briefing-nothing-since-day = لا جديد. آخر موجز: { $day }، { $time }.
briefing-gaps = بعض وسائل الإعلام لا تستجيب الآن، وقد تغيب أخبار من { $sections }{ $more ->
    [0] .
    [zero] .
    [one] { "" } ومن قسم آخر.
    [two] { "" } ومن قسمين آخرين.
    [few] { "" } ومن { $more } أقسام أخرى.
    [many] { "" } ومن { $more } قسمًا آخر.
   *[other] { "" } ومن { $more } قسم آخر.
}
briefing-nothing = لم يُنشر شيء بعد. أول خبر سيكون هنا في المرة المقبلة.
briefing-nothing-fits = لا شيء يناسب إعداداتك بعد. يعرض /sections و/mute ما تستبعده.

credit-line = نقلًا عن: { $names }
credit-more = { $names } { $count ->
    [zero] وغيرها
    [one] ووسيلة إعلامية أخرى
    [two] ووسيلتين إعلاميتين أخريين
    [few] و{ $count } وسائل إعلامية أخرى
    [many] و{ $count } وسيلة إعلامية أخرى
   *[other] و{ $count } وسيلة إعلامية أخرى
}
update-mark = تحديث
alert-head = 🔴 عاجل
notice-head = { $label ->
    [withdrawal] سُحب الخبر
   *[correction] صُحِّح الخبر
} ‎#{ $number }‎:

story-share = مشاركة
story-save = حفظ
story-saved = تم الحفظ
story-sources = المصادر ({ $count })
story-older = ▶ الأقدم
story-newer = الأحدث ◀
story-note = { $label ->
    [update] تحديث
   *[correction] تصحيح
}: { $note }
story-withdrawn = سُحب هذا الخبر.
story-withdrawn-reason = السبب: { $reason }
story-full = الخبر كاملًا
story-unknown = لا يوجد خبر بالرقم ‎#{ $number }‎.
story-which = أي خبر؟ يكفي إرسال ‎/story مع رقم الخبر، مثل ‎/story 12.
story-no-older = هذا أقدم خبر.
story-no-newer = هذا أحدث خبر.
story-picture-credit = الصورة: { $credit }
story-picture-removed = لم تعد هذه الصورة ضمن الخبر.
story-mistake = الإبلاغ عن خطأ

mistake-ask = ما الخطأ في «{ $headline }»؟
mistake-how = في رسالة واحدة: ما المكتوب، وما الصواب.
mistake-cancel = لا داعي
mistake-cancelled = حسنًا.
mistake-empty = يُرجى شرح الخطأ كتابةً.
mistake-enough = لدى المحررين { $count } من بلاغاتك لم تُقرأ بعد. يمكن إرسال هذا البلاغ بعد قليل.
mistake-thanks = شكرًا لك. وصل البلاغ إلى المحررين.

sources-title = المصادر
sources-none = لا مصادر مذكورة في هذا الخبر.
sources-bears = { $count ->
    [zero] تستند إليه النقاط { $points }
    [one] تستند إليه النقطة { $points }
    [two] تستند إليه النقطتان { $points }
    [few] تستند إليه النقاط { $points }
    [many] تستند إليه النقاط { $points }
   *[other] تستند إليه النقاط { $points }
}
sources-independent = { $count ->
    [zero] لا وسائل إعلامية مستقلة
    [one] وسيلة إعلامية مستقلة واحدة
    [two] وسيلتان إعلاميتان مستقلتان
    [few] { $count } وسائل إعلامية مستقلة
    [many] { $count } وسيلة إعلامية مستقلة
   *[other] { $count } وسيلة إعلامية مستقلة
}
sources-first = أول من نشر الخبر: { $outlet }
sources-back = الخبر

recent-title = آخر الأخبار
recent-section = آخر الأخبار · { $section }
recent-empty = لا أخبار بعد.
recent-no-section = لا يوجد قسم باسم «{ $section }».
recent-sections = الأقسام: { $sections }

search-title = البحث عن:
search-empty = لا نتائج. قد تفيد كلمات أقل أو كلمات أخرى.
search-ask = ما موضوع البحث؟ يكفي إرسال ‎/search مع بضع كلمات، مثل ‎/search انتخابات.

saved-title = الأخبار المحفوظة
saved-empty = لا أخبار محفوظة بعد. زر «حفظ» أسفل كل خبر يضيفه إلى هنا.
following-empty = لا تتابع أي خبر بعد. زر «متابعة» أسفل كل خبر يجعل ما يستجد فيه أول موجزك.

list-recent = آخر الأخبار
list-back = ▶
list-on = ◀
list-page = { $page } من { $pages }

start-greeting = أهلًا بك في { $publication }.
start-promise = في دقائق قليلة، خلاصة أمينة لما تنشره وسائل إعلام عديدة، ومع كل خبر اسم من نشره.
start-how = الأرقام تفتح الأخبار. ما سبق نشره في ‎/recent، والبحث عبر ‎/search، وبقية الأوامر في ‎/help.

help-title = ما أقدمه لك
help-inline = لمشاركة خبر في أي دردشة: @{ $username } ثم بضع كلمات.
help-reply = يكفي الرد على الموجز برقم الخبر لفتحه.

command-start = البداية من هنا
command-briefing = الجديد لك، الآن
command-recent = آخر الأخبار، أو أخبار قسم بعينه
command-story = الخبر كاملًا، برقمه
command-sources = من نشر الخبر
command-search = البحث في الأخبار
command-saved = أخبارك المحفوظة
command-following = الأخبار التي تتابعها
command-help = ما أقدمه لك

inline-start = فتح { $publication }
inline-nothing = لا نتائج · فتح { $publication }

error-unknown-command = لا أعرف هذا الأمر. قائمة الأوامر في ‎/help.
error-old-button = هذا الزر قديم. يُرجى إرسال الأمر من جديد.
error-list-gone = هذه القائمة قديمة. يُرجى إعادة البحث.
error-number = لا يوجد خبر برقم { $number } في هذا الموجز.
error-apology = عذرًا، حدث خلل لدينا. يُرجى إعادة المحاولة بعد دقيقة.
error-over-quota = رسائل كثيرة دفعة واحدة. سأجيب عن أولها؛ يُرجى الانتظار قليلًا قبل المتابعة.

settings-button = الإعدادات
settings-title = الإعدادات
settings-line = { $name }: { $value }
settings-times = المواعيد
settings-zone = المنطقة الزمنية
settings-sections = الأقسام
settings-mutes = الكلمات المكتومة
settings-quiet = ساعات الهدوء
settings-silent = بلا صوت
settings-alerts = الأخبار العاجلة
settings-stories = { $count ->
    [zero] { $count } خبر على الأكثر في الموجز
    [one] خبر واحد على الأكثر في الموجز
    [two] خبران على الأكثر في الموجز
    [few] { $count } أخبار على الأكثر في الموجز
    [many] { $count } خبرًا على الأكثر في الموجز
   *[other] { $count } خبر على الأكثر في الموجز
}
settings-pause = إيقاف مؤقت لأسبوع
settings-resume = استئناف
settings-back = ▶ الإعدادات
settings-next = الموجز المقبل: { $day }، الساعة { $time }.
settings-no-times = لا مواعيد محددة: الموجز حاضر متى شئت عبر ‎/briefing.
settings-stopped = متوقف: لا شيء يصل تلقائيًا. يمكن الاستئناف في أي وقت.
settings-refused = تعذّر الإرسال إلى هنا منذ { $day }: { $reason ->
    [no_rights] لا يُسمح لي بالكتابة.
    [closed] الموضوع مغلق.
    [not_found] تيليغرام لا يجد هذه الدردشة.
   *[other] تيليغرام يرفض الإرسال.
} سأحاول مجددًا.
settings-changed = تم الحفظ.
vote-done = شكرًا.
vote-gone = تم التراجع.
settings-admins = تغيير ما يصل إلى هذه المجموعة متاح للمشرفين وحدهم.

settings-channel = إعدادات القناة

ask-location = مشاركة موقعك تكفي لمعرفة منطقتك الزمنية. الموقع نفسه لا يُحفظ.
ask-location-button = 📍 مشاركة موقعي
ask-channel = يُرجى اختيار إحدى قنواتك، أو إعادة توجيه منشور منها إلى هنا. أحتاج إلى صلاحية النشر فيها.
ask-channel-button = اختيار قناة

channel-connect = ربط قناة
channel-connected = تم ربط القناة «{ $title }». مواعيد الموجز فيها: { $times } ({ $zone }). للتغيير:
channel-no-rights = لا أستطيع النشر في تلك القناة. يلزم تعييني مشرفًا بصلاحية نشر الرسائل، ثم إعادة المحاولة.
channel-admins = هذا متاح لمشرفي القناة وحدهم.
channel-gone = لم تعد تلك القناة مرتبطة. يمكن ربطها من جديد عبر ‎/settings.

times-none = غير محددة
times-daily = كل يوم
times-weekdays = من الاثنين إلى الجمعة
times-on = أيام { $days }
times-only-weekdays = من الاثنين إلى الجمعة فقط
times-full = الحد الأقصى للمواعيد { $count }. يجب حذف أحدها أولًا.
times-type = ويمكن كتابة المواعيد: ‎/schedule 7:30 18:00 mon-fri
times-unknown = لم أفهم ذلك. أمثلة: ‎/schedule 7:30 18:00 mon-fri، أو مدينة مثل ‎/schedule بيروت، أو ‎/schedule quiet 22-7.

zone-type = ويمكن كتابة مدينة أو منطقة زمنية: ‎/schedule القاهرة
zone-located = منطقتك الزمنية { $zone }.
zone-here = 📍 من موقعي
zone-unknown = لا أعرف هذه المدينة. قد تفيد مدينة أكبر قريبة منها، مثل ‎/schedule القاهرة.

sections-all = الكل
sections-last = يلزم قسم واحد على الأقل. يوقف /pause و/stop الموجزات.
sections-how = تصلك أخبار الأقسام المحددة. ومع تحديدها كلها تصلك الأقسام الجديدة أيضًا.

mute-none = لا شيء
mute-how = لإخفاء الأخبار التي تذكر كلمة: ‎/mute ثم الكلمة. ولإظهارها من جديد: ‎/unmute ثم الكلمة.
mute-done = أُخفيت الأخبار التي تذكر «{ $word }». لإظهارها من جديد: ‎/unmute { $word }
unmute-done = عادت الأخبار التي تذكر «{ $word }» إلى الظهور.
unmute-unknown = «{ $word }» ليست مخفية. ‎/mute يعرض ما هو مخفي.
mute-too-long = هذه عبارة طويلة. الحد 30 حرفًا، مثل ‎/mute غولف.
mute-too-many = الكلمات المكتومة كثيرة. يجب حذف إحداها أولًا، وقائمتها في ‎/mute.
mute-no-words = ليس في هذا كلمة يمكن البحث عنها. تكفي كلمة واحدة، مثل ‎/mute غولف.

pause-done = توقفت الموجزات مؤقتًا حتى { $day }. للاستئناف: ‎/resume.
resume-done = أهلًا بعودتك.
stop-done = لن يصل شيء تلقائيًا بعد الآن. إعداداتك محفوظة، وللعودة: ‎/start أو ‎/resume.

stop-elsewhere = { $count ->
    [zero] لا موضوع آخر في هذه المجموعة يتلقى الموجزات.
    [one] ما زال موضوع آخر في هذه المجموعة يتلقى الموجزات؛ لإيقافها يُرسل ‎/stop فيه أيضًا.
    [two] ما زال موضوعان آخران في هذه المجموعة يتلقيان الموجزات؛ لإيقافها يُرسل ‎/stop فيهما أيضًا.
    [few] ما زالت { $count } مواضيع أخرى في هذه المجموعة تتلقى الموجزات؛ لإيقافها يُرسل ‎/stop فيها أيضًا.
    [many] ما زال { $count } موضوعًا آخر في هذه المجموعة يتلقى الموجزات؛ لإيقافها يُرسل ‎/stop فيها أيضًا.
   *[other] ما زال { $count } موضوع آخر في هذه المجموعة يتلقى الموجزات؛ لإيقافها يُرسل ‎/stop فيها أيضًا.
}

start-subscribed = مواعيد موجزك: { $times } ({ $zone }).
group-greeting = أهلًا! لهذه المجموعة موجز إخباري من { $publication }، ومواعيده: { $times } ({ $zone }). للمشرفين تغييرها عبر ‎/settings.

command-schedule = المواعيد والمنطقة الزمنية وساعات الهدوء
command-sections = أقسامك المختارة
command-mute = إخفاء الأخبار التي تذكر كلمة
command-unmute = إظهارها من جديد
command-settings = كل الإعدادات
command-pause = إيقاف مؤقت
command-resume = إنهاء الإيقاف المؤقت
command-stop = إيقاف كل ما يصل تلقائيًا

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = موجزات إخبارية قصيرة تذكر مصادرها، متى شئت.
profile-description = موجزات قصيرة من { $publication }، خلاصة ما تنشره وسائل إعلام عديدة: العنوان وأهم النقاط ومن نشر الخبر. رقم الخبر يفتحه كاملًا مع مصادره. والمواعيد والأقسام وما يُخفى، كلها باختيارك.

credit-one = وسيلة إعلامية واحدة

settings-marks = أرقام المصادر
reading-last = تلزم لغة واحدة على الأقل؛ «الكل» يشملها جميعا.
settings-reading = لغات الأخبار
settings-nothing-new = أبلغني إن لم يكن جديد
settings-pictures = الصور
settings-language = اللغة
settings-language-client = كما في تيليغرام
language-unknown = لا أتحدث هذه اللغة. لغاتي: { $languages }.
command-language = لغة الرسائل

zone-which = أيها المقصود؟
quiet-now = ساعات الهدوء: { $hours }. ما يصل خلالها لا يُحدث صوتًا؛ ولإلغائها: ‎/schedule quiet off.
quiet-none = لا ساعات هدوء محددة. لتحديدها: ‎/schedule quiet 22-7.
times-too-many = عدد هذه المواعيد { $sent }، والحد الأقصى { $count }. لم يتغير شيء.
times-no-times = هذه أيام بلا ساعة. مثال مع الساعة: ‎/schedule 7:30 mon-fri.

pause-unknown = لم أفهم المدة. أمثلة: ‎/pause 3، أو ‎/pause أسبوع، أو ‎/pause حتى الجمعة، أو ‎/pause للأبد.
pause-over = مضى ذلك اليوم. مثال: ‎/pause حتى الجمعة.
pause-too-long = هذه أكثر من سنة. مع ‎/pause للأبد لا يصل شيء حتى إرسال ‎/resume.

error-media = أقرأ الكلمات والأرقام والأوامر. بضع كلمات تكفي لأبحث عن أخبار تذكرها.
error-number-where = أي موجز؟ الرد عليه بالرقم { $number } يفتح الخبر.

briefing-of = موجز { $day } (بعد التصحيح)
briefing-none-of = لم يصل موجز يوم { $day }.
briefing-too-old = تُحفظ الموجزات لفترة محدودة (بالأيام: { $days }). مثال: ‎/briefing أمس.
briefing-day-unknown = أي يوم؟ أمثلة: ‎/briefing أمس، أو تاريخ مثل ‎/briefing 21 نوفمبر.

about-text = { $publication } غرفة أخبار صغيرة: يصوغ محرروها كل خبر مما نشرته وسائل إعلام عدة، ويذكرونها أسفله.
about-corrections = كل خطأ يُصحَّح في جميع الرسائل التي تعرضه، ويبدأ موجزك التالي بالتنبيه إليه.
about-contact = للتواصل: { $contact }
command-about = من يُعدّ هذه الأخبار

privacy-title = ما أحفظه عن هذه الدردشة
privacy-chat = معرّفها ونوعها ولغتها، ومنذ متى أعرفها
privacy-settings = إعداداتك هنا: المواعيد والمنطقة الزمنية والأقسام والكلمات المكتومة وساعات الهدوء وفترات الإيقاف
privacy-saved = أخبارك المحفوظة وما تتابعه · 👍 👎
privacy-messages = الأخبار التي تعرضها رسائلي هنا أو عرضتها، ليتسنى تصحيحها (مدة الحفظ بالأيام: { $days })
privacy-deliveries = متى وصلت الموجزات إلى هنا، وأي موجزات (مدة الحفظ بالأيام: { $days })
privacy-updates = رسائلك حتى الرد عليها، ثم بصمتها وحدها لفترة محدودة (بالأيام: { $days }) كي لا نرد مرتين
privacy-mistakes = الأخطاء التي أبلغت عنها، حتى يبتّ فيها المحررون
privacy-not = لا أحفظ اسمًا ولا رقم هاتف ولا مكانًا. الموقع الذي تصلني مشاركته يتحول فورًا إلى منطقة زمنية.
privacy-how = نسخة من كل ذلك عبر ‎/export، وحذفه الآن عبر ‎/forget.
command-privacy = ما أحفظه عنك
command-export = كل ما أحفظه عنك، في ملف
command-forget = حذف كل ما أحفظه عنك

export-caption = كل ما أحفظه عن هذه الدردشة.
forget-ask = هل يُحذف كل ما أحفظه عن هذه الدردشة؟ ستتوقف الموجزات وتُحذف الأخبار المحفوظة، ولا يمكن التراجع عن ذلك.
forget-yes = حذف كل شيء
forget-no = عدم الحذف
forget-kept = لم يُحذف شيء.
forget-done = تم حذف كل ما يخص هذه الدردشة. للبدء من جديد: ‎/start.

mistake-corrected = أبلغت عن خطأ في «{ $headline }»، وقد صُحِّح: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = هدوء, الهدوء, بهدوء, هادئ, هادئة, هاديء, سكوت, السكوت, صمت, الصمت, صامت, صامتة, صامته, ساعات الهدوء, ساعات هدوء, وقت الهدوء, ساعات الصمت, بلا صوت, بدون صوت, من دون صوت, دون صوت, عدم الإزعاج
typed-off = إيقاف, إيقافها, أوقف, أوقفي, أوقفها, وقف, إلغاء, الغاء, إلغاؤها, ألغ, الغي, تعطيل, عطل, إطفاء, أطفئ, حذف, إزالة, إزاله, مغلق, مغلقة, معطل, معطلة, متوقف, بدون, بلا, لا, لا شيء, لا شي, لاشيء, لا يوجد, ولا شيء, أبدا
typed-every-day = يوميا, يوميًا, يومي, يومية, بشكل يومي, كل يوم, كل الأيام, كل الايام, جميع الأيام, طوال الأسبوع, طيلة الأسبوع, طول الأسبوع, على مدار الأسبوع, كل أيام الأسبوع, جميع أيام الأسبوع
typed-weekdays = أيام العمل, ايام العمل, أيام عمل, يوم عمل, كل يوم عمل, أيام الدوام, أيام دوام, الدوام, أيام الشغل, أيام الأسبوع, وسط الأسبوع, خلال الأسبوع, أثناء الأسبوع
typed-weekends = نهاية الأسبوع, نهايه الأسبوع, نهايات الأسبوع, نهاية الاسبوع, آخر الأسبوع, أواخر الأسبوع, عطلة نهاية الأسبوع, عطله نهايه الأسبوع, عطل نهاية الأسبوع, عطلة الأسبوع, عطله الأسبوع, العطلة الأسبوعية, العطله الأسبوعيه, إجازة نهاية الأسبوع, اجازه نهايه الأسبوع, إجازة الأسبوع, الإجازة الأسبوعية, أيام العطلة, أيام العطله, أيام العطل, العطلة, العطله, عطلة, عطله, ويكند, الويكند, ويك إند, الويك إند
typed-until = حتى, حتي, لحتى, إلى, إلي, الى, الي, لغاية, لغايه, لحد, لحين, لين, ل, لـ, لل
typed-since = من, ابتداء من, اعتبارا من
typed-forever = للأبد, لابد, إلى الأبد, الأبد, أبد, أبدا, أبدًا, على الأبد, دائما, دائمًا, دايما, دائم, على الدوام, الدوام, بشكل دائم, نهائيا, نهائيًا, بلا نهاية, بلا نهايه, بدون نهاية, إلى ما لا نهاية, ما لا نهاية, حتى إشعار آخر, إشعار آخر
typed-fillers = في, فى, الساعة, الساعه, ساعة, ساعه, ساعات, بالساعة, عند, على, علي, من, و, ثم, أو, كل, يوم, أيام, ايام, وقت, تمام, تماما, أيضا, كذلك, فقط, بس, ابتداء, بدءا, مع, ب, لمدة, مدة
typed-noon = الظهر, ظهرا, منتصف النهار
typed-midnight = منتصف الليل
typed-half-past = ونصف, والنصف, و نصف
typed-quarter-past = وربع, والربع, و ربع
typed-quarter-to = إلا ربع, الا ربعا, إلا ربعا
typed-half-to = { "" }
typed-next = القادم, القادمة, المقبل, المقبلة
typed-last = الماضي, الماضية, الفائت
typed-next-week = الأسبوع القادم, الأسبوع المقبل, الأسبوع التالي, الأسبوع الجاي
typed-week-ends = بعد نهاية الأسبوع, بعد عطلة نهاية الأسبوع, بقية الأسبوع, طوال الأسبوع, كل الأسبوع
typed-next-week-ends = نهاية الأسبوع القادم, نهاية الأسبوع المقبل
typed-feasts = عيد الميلاد=12-25, الكريسماس=12-25
typed-next-month = الشهر القادم, الشهر المقبل, الشهر التالي, الشهر الجاي
typed-month-ends = نهاية الشهر, آخر الشهر, نهاية هذا الشهر, بقية الشهر, طوال الشهر
typed-year-ends = رأس السنة, رأس السنة الميلادية, العام الجديد, السنة الجديدة, نهاية السنة, نهاية العام, آخر السنة, العام القادم, السنة القادمة, العام المقبل
typed-spans = أسبوعين=14, أسبوعان=14, يومين=2, يومان=2, شهرين=60, شهران=60, الغد=1, الأسبوع القادم=7, الأسبوع المقبل=7, الشهر القادم=30, بعد غد=2, بعد الغد=2, نصف سنة=182, يوم=1, يوما=1, أيام=1, أسبوع=7, أسبوعا=7, أسابيع=7, شهر=30, شهرا=30, أشهر=30, شهور=30, أسبوع ونصف=11, شهر ونصف=45, نصف شهر=15
typed-numbers = واحد=1, واحدة=1, ثلاثة=3, ثلاث=3, أربعة=4, أربع=4, خمسة=5, خمس=5, ستة=6, ست=6, سبعة=7, سبع=7, ثمانية=8, ثماني=8, تسعة=9, تسع=9, عشرة=10, عشر=10, عشرين=20, ثلاثين=30, الواحدة=1, الثانية=2, الثالثة=3, الرابعة=4, الخامسة=5, السادسة=6, السابعة=7, الثامنة=8, التاسعة=9, العاشرة=10, الحادية عشرة=11, الثانية عشرة=12
typed-endings = { "" }
typed-morning = الصبح, صبح, فجرا, الفجر
typed-evening = العصر, عصرا, مساءا, مساءً, المسا, بالليل
typed-night = { "" }
typed-day-names = جمعه=4, الجمعه=4, الاتنين=0, التلات=1, الاربعاء=2, الاربع=2, الخميس=3

story-follow = متابعة
story-followed = تتابعه
story-follows = ستأتي تتمة هذا الخبر في أول نشراتك.
story-follows-not = لم تعد تتابع هذا الخبر.
follow-mark = خبر تتابعه
update-new = الجديد: { $note }
story-earlier = سابقًا:
settings-rich = الخبر في صفحة واحدة
rich-more = متابعة القراءة
rich-changes = ما الذي تغيّر
settings-topic = إعدادات هذا الموضوع
stop-done-topic = لن يصل شيء تلقائيًا إلى هذا الموضوع بعد الآن. إعداداته محفوظة؛ ‎/start أو ‎/resume يعيد البدء.

web-skip = إلى الأخبار
web-search = بحث
web-telegram = في تيليغرام
web-corrections = تصويبات
web-no-corrections = لم يلزم تصويب شيء حتى الآن.
web-page = على الويب
web-missing = لا توجد صفحة كهذه.
