# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ सुबह का बुलेटिन
    [afternoon] 🌤️ दोपहर का बुलेटिन
   *[evening] 🌙 शाम का बुलेटिन
}
briefing-length = { $stories ->
    [one] { $stories } खबर
   *[other] { $stories } खबरें
} · { $minutes } मिनट
briefing-more = +{ $count } और · /recent
briefing-more-than = { $count } से ज़्यादा खबरें और · /recent
briefing-nothing-since = { $time } के बाद कोई नई खबर नहीं।
briefing-nothing-since-day = कोई नई खबर नहीं। पिछला बुलेटिन: { $day }, { $time }.
briefing-gaps = कुछ समाचार संस्थानों से अभी खबरें नहीं मिल पा रहीं। इन सेक्शन में कुछ छूट सकता है: { $sections }{ $more ->
    [0] ।
   *[other] { "" } और { $more } अन्य।
}
briefing-nothing = अभी कोई खबर प्रकाशित नहीं हुई है। थोड़ी देर बाद फिर पूछें, पहली खबर यहीं मिलेगी।
briefing-nothing-fits = आपकी सेटिंग्स से मेल खाता अभी कुछ नहीं है। /sections और /mute दिखाते हैं कि क्या छोड़ा गया है।

credit-line = साभार: { $names }
credit-more = { $names } और { $count } अन्य
update-mark = अपडेट
alert-head = 🔴 ब्रेकिंग न्यूज़
notice-head = { $label ->
    [withdrawal] खबर हटाई गई
   *[correction] भूल-सुधार
}: #{ $number }

story-share = शेयर करें
story-save = सेव करें
story-saved = सेव हो गई
story-sources = स्रोत ({ $count })
story-older = ◀ पिछली खबर
story-newer = अगली खबर ▶
story-note = { $label ->
    [update] अपडेट
   *[correction] भूल-सुधार
}: { $note }
story-withdrawn = यह खबर हटा ली गई है।
story-withdrawn-reason = वजह: { $reason }
story-full = पूरी खबर
story-unknown = #{ $number } नंबर की कोई खबर नहीं है।
story-which = कौन-सी खबर? /story के साथ उसका नंबर भेजें, जैसे /story 12
story-no-older = इससे पुरानी कोई खबर नहीं है।
story-no-newer = इससे नई कोई खबर नहीं है।
story-picture-credit = तस्वीर: { $credit }
story-picture-removed = यह तस्वीर अब इस खबर में नहीं है।
story-mistake = गलती बताएं

mistake-ask = “{ $headline }” में क्या गलत है?
mistake-how = एक ही मैसेज में लिखें: खबर में क्या लिखा है और सही क्या है।
mistake-cancel = रहने दें
mistake-cancelled = ठीक है।
mistake-empty = कृपया लिखकर बताएं।
mistake-enough = आपके { $count } मैसेज संपादकों ने अभी पढ़े नहीं हैं। यह वाला थोड़ी देर बाद भेजें।
mistake-thanks = शुक्रिया। आपकी बात संपादकों तक पहुंच गई।

sources-title = स्रोत
sources-none = इस खबर में कोई स्रोत नहीं दिया गया है।
sources-bears = { $count ->
    [one] पॉइंट { $points } का स्रोत
   *[other] पॉइंट { $points } का स्रोत
}
sources-independent = { $count ->
    [one] { $count } स्वतंत्र समाचार संस्थान
   *[other] { $count } स्वतंत्र समाचार संस्थान
}
sources-first = खबर सबसे पहले { $outlet } ने दी
sources-back = खबर पर लौटें

recent-title = ताज़ा खबरें
recent-section = ताज़ा खबरें · { $section }
recent-empty = अभी कोई खबर नहीं है।
recent-no-section = “{ $section }” नाम का कोई सेक्शन नहीं है।
recent-sections = सेक्शन: { $sections }

search-title = खोज:
search-empty = कुछ नहीं मिला। कम या दूसरे शब्दों से खोजें।
search-ask = क्या खोजना है? /search के साथ कुछ शब्द भेजें, जैसे /search चुनाव

saved-title = सेव की गई खबरें
saved-empty = आपने अभी कोई खबर सेव नहीं की है। खबर के नीचे “सेव करें” दबाएं, वह यहां मिल जाएगी।
following-empty = आप अभी किसी खबर को फ़ॉलो नहीं करते। खबर के नीचे “फ़ॉलो करें” दबाएं, आगे की खबर सबसे पहले आएगी।

list-recent = ताज़ा खबरें
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = { $publication } में आपका स्वागत है।
start-promise = कई समाचार संस्थानों की खबरें, बस कुछ मिनट में और पूरी ईमानदारी से: हर खबर में लिखा है कि वह किसने दी।
start-how = खबर खोलने के लिए उसका नंबर दबाएं। पिछली खबरें /recent में, खोज /search से, बाकी सब /help में।

help-title = बॉट क्या-क्या कर सकता है
help-inline = किसी भी चैट में @{ $username } के साथ कुछ शब्द लिखें और खबर शेयर करें।
help-reply = बुलेटिन के जवाब में नंबर भेजें, वह खबर खुल जाएगी।

command-start = यहां से शुरू करें
command-briefing = अभी आपके लिए नया क्या है
command-recent = ताज़ा खबरें, सभी या किसी एक सेक्शन की
command-story = नंबर से पूरी खबर
command-sources = खबर किसने दी
command-search = शब्दों से खबर खोजें
command-saved = आपकी सेव की गई खबरें
command-following = आप जिन खबरों को फ़ॉलो करते हैं
command-help = बॉट क्या-क्या कर सकता है

inline-start = { $publication } खोलें
inline-nothing = कुछ नहीं मिला · { $publication } खोलें

error-unknown-command = यह कमांड समझ नहीं आई। पूरी लिस्ट /help में है।
error-old-button = यह बटन पुराना हो गया है। कमांड दोबारा भेजें।
error-list-gone = यह लिस्ट पुरानी हो गई है। दोबारा खोजें।
error-number = इस बुलेटिन में { $number } नंबर की कोई खबर नहीं है।
error-apology = हमारी तरफ़ से कुछ गड़बड़ हो गई। कृपया एक मिनट बाद फिर कोशिश करें।
error-over-quota = एक साथ बहुत कुछ आ गया। पहले आए मैसेज का जवाब मिलेगा; आगे भेजने से पहले थोड़ा रुकें।

settings-button = सेटिंग
settings-title = सेटिंग
settings-line = { $name }: { $value }
settings-times = समय
settings-zone = टाइम ज़ोन
settings-sections = सेक्शन
settings-mutes = छिपाए गए शब्द
settings-quiet = साइलेंट टाइम
settings-silent = साइलेंट
settings-alerts = ब्रेकिंग अलर्ट
settings-stories = { $count ->
    [one] एक बुलेटिन में ज़्यादा से ज़्यादा { $count } खबर
   *[other] एक बुलेटिन में ज़्यादा से ज़्यादा { $count } खबरें
}
settings-pause = एक हफ़्ते के लिए रोकें
settings-resume = फिर शुरू करें
settings-back = ◀ सेटिंग
settings-next = अगला बुलेटिन: { $day }, { $time }
settings-no-times = कोई समय तय नहीं है। जब चाहें /briefing भेजें।
settings-stopped = बंद है: अपने आप कुछ नहीं आएगा। जब चाहें फिर शुरू करें।
settings-refused = { $day } से यहां कुछ भेजा नहीं जा सका: { $reason ->
    [no_rights] यहां लिखने की अनुमति नहीं है।
    [closed] टॉपिक बंद है।
    [not_found] Telegram को यह चैट नहीं मिल रही।
   *[other] Telegram भेजने नहीं दे रहा।
} कोशिश जारी है।
settings-changed = सेव हो गया।
vote-done = धन्यवाद।
vote-gone = वापस लिया गया।
settings-admins = इस ग्रुप में क्या आएगा, यह सिर्फ़ एडमिन बदल सकते हैं।

settings-channel = चैनल की सेटिंग

ask-location = अपनी लोकेशन शेयर करें, उससे आपका टाइम ज़ोन पता चल जाएगा। लोकेशन सेव नहीं होती।
ask-location-button = 📍 लोकेशन शेयर करें
ask-channel = अपना कोई चैनल चुनें या उसकी कोई पोस्ट यहां फ़ॉरवर्ड करें। बॉट को वहां पोस्ट करने की अनुमति चाहिए।
ask-channel-button = चैनल चुनें

channel-connect = चैनल जोड़ें
channel-connected = चैनल जुड़ गया: { $title }। बुलेटिन का समय: { $times } ({ $zone })। बदलना हो तो यहां बदलें:
channel-no-rights = बॉट इस चैनल में पोस्ट नहीं कर सकता। इसे मैसेज पोस्ट करने वाला एडमिन बनाएं, फिर कोशिश करें।
channel-admins = यह सिर्फ़ चैनल के एडमिन कर सकते हैं।
channel-gone = यह चैनल अब जुड़ा हुआ नहीं है। /settings से दोबारा जोड़ें।

times-none = तय नहीं
times-daily = रोज़
times-weekdays = सोम–शुक्र
times-on = { $days } को
times-only-weekdays = सिर्फ़ सोम–शुक्र
times-full = ज़्यादा से ज़्यादा { $count } समय चुने जा सकते हैं। पहले कोई एक हटाएं।
times-type = या समय लिखकर भेजें: /schedule 7:30 18:00 सोम-शुक्र
times-unknown = यह समझ नहीं आया। ऐसे भेजें: /schedule 7:30 18:00 सोम-शुक्र, या शहर, जैसे /schedule दिल्ली, या /schedule साइलेंट 22-7

zone-type = या शहर या टाइम ज़ोन लिखकर भेजें: /schedule दिल्ली
zone-located = आपका टाइम ज़ोन: { $zone }
zone-here = 📍 मेरी लोकेशन से
zone-unknown = यह शहर नहीं मिला। पास के किसी बड़े शहर का नाम भेजें, जैसे /schedule लखनऊ

sections-all = सभी
sections-last = कम से कम एक सेक्शन ज़रूरी है। /pause और /stop बुलेटिन रोकते हैं।
sections-how = जो पढ़ना चाहें, उस पर टैप करें। सभी चुने हों तो नए सेक्शन भी मिलेंगे।

mute-none = कोई नहीं
mute-how = /mute शब्द भेजने पर उस शब्द वाली खबरें छिप जाती हैं; /unmute शब्द से फिर दिखती हैं।
mute-done = “{ $word }” वाली खबरें अब नहीं दिखेंगी। फिर देखने के लिए: /unmute { $word }
unmute-done = “{ $word }” वाली खबरें अब फिर दिखेंगी।
unmute-unknown = “{ $word }” छिपाया हुआ नहीं है। क्या छिपा है, /mute दिखाता है।
mute-too-long = यह बहुत लंबा है। ज़्यादा से ज़्यादा 30 अक्षर भेजें, जैसे /mute क्रिकेट
mute-too-many = छिपाए गए शब्द बहुत हो गए हैं। पहले कोई एक हटाएं; लिस्ट /mute में है।
mute-no-words = इसमें खोजने लायक कोई शब्द नहीं है। कोई शब्द भेजें, जैसे /mute गोल्फ़।

pause-done = { $day } तक कुछ नहीं आएगा। पहले शुरू करना हो तो /resume भेजें।
resume-done = फिर से स्वागत है।
stop-done = अब अपने आप कुछ नहीं आएगा। आपकी सेटिंग सेव है; /start या /resume से फिर शुरू करें।

stop-elsewhere = { $count ->
    [one] इस ग्रुप के एक और टॉपिक में बुलेटिन आ रहा है; वहां भी /stop भेजें।
   *[other] इस ग्रुप के { $count } और टॉपिक में बुलेटिन आ रहे हैं; वहां भी /stop भेजें।
}

start-subscribed = आपके बुलेटिन का समय: { $times } ({ $zone })
group-greeting = नमस्ते! अब इस ग्रुप में { $publication } का बुलेटिन आएगा: { $times } ({ $zone })। एडमिन इसे /settings में बदल सकते हैं।

command-schedule = समय, टाइम ज़ोन, साइलेंट टाइम
command-sections = अपने सेक्शन चुनें
command-mute = किसी शब्द वाली खबरें छिपाएं
command-unmute = छिपाई गई खबरें फिर दिखाएं
command-settings = सारी सेटिंग
command-pause = कुछ दिन के लिए रोकें
command-resume = फिर शुरू करें
command-stop = बुलेटिन बंद करें

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = छोटे न्यूज़ बुलेटिन, स्रोत के साथ, जब आप चाहें।
profile-description = { $publication } के छोटे बुलेटिन कई समाचार संस्थानों की खबरों से बनते हैं: हेडलाइन, खास बातें और यह कि खबर किसने दी। पूरी खबर और उसके स्रोत देखने के लिए नंबर दबाएं। समय, सेक्शन और क्या नहीं देखना है, सब आप तय करते हैं।

credit-one = सिर्फ़ एक संस्थान

settings-marks = स्रोत नंबर
reading-last = कम से कम एक भाषा ज़रूरी है; “सभी” में हर भाषा आती है।
settings-reading = ख़बरों की भाषाएँ
settings-nothing-new = नया कुछ न हो तब भी बताएँ
settings-pictures = तस्वीरें
settings-language = भाषा
settings-language-client = Telegram वाली भाषा
language-unknown = यह भाषा अभी नहीं है। ये भाषाएं हैं: { $languages }
command-language = बॉट की भाषा

zone-which = इनमें से कौन-सा?
quiet-now = साइलेंट टाइम: { $hours }। इस दौरान मैसेज बिना आवाज़ के आएंगे। हटाने के लिए: /schedule साइलेंट बंद
quiet-none = साइलेंट टाइम तय नहीं है। तय करने के लिए: /schedule साइलेंट 22-7
times-too-many = आपने { $sent } समय भेजे, ज़्यादा से ज़्यादा { $count } हो सकते हैं। कुछ नहीं बदला।
times-no-times = दिन तो हैं, समय नहीं। समय भी लिखें, जैसे /schedule 7:30 सोम-शुक्र

pause-unknown = कब तक रोकना है, समझ नहीं आया। ऐसे भेजें: /pause 3, /pause 2 सप्ताह, /pause शुक्रवार या /pause हमेशा
pause-over = वह दिन बीत चुका है। ऐसे भेजें: /pause शुक्रवार
pause-too-long = यह एक साल से ज़्यादा है। /pause हमेशा भेजें, तो /resume भेजने तक कुछ नहीं आएगा।

error-media = यहां शब्द, नंबर और कमांड चलते हैं। कुछ शब्द भेजें, उन पर खबरें खोजी जाएंगी।
error-number-where = कौन-सा बुलेटिन? उसके जवाब में { $number } भेजें, खबर खुल जाएगी।

briefing-of = { $day } का बुलेटिन, सुधारों के साथ
briefing-none-of = { $day } को कोई बुलेटिन नहीं आया।
briefing-too-old = बुलेटिन { $days } दिन तक सेव रहते हैं। ऐसे भेजें: /briefing सोमवार
briefing-day-unknown = किस दिन का? ऐसे भेजें: /briefing सोमवार, या तारीख, जैसे /briefing 21 नवंबर

about-text = { $publication } एक छोटा न्यूज़रूम है। संपादक हर खबर कई समाचार संस्थानों की रिपोर्टिंग से तैयार करते हैं और नीचे उनका नाम देते हैं।
about-corrections = गलती जिस-जिस मैसेज में दिखी, वहां सुधारी जाती है, और आपका अगला बुलेटिन सबसे पहले यही बताता है।
about-contact = संपर्क: { $contact }
command-about = इसे कौन बनाता है

privacy-title = इस चैट के बारे में क्या-क्या सेव रहता है
privacy-chat = चैट की आईडी, प्रकार और भाषा, और वह कब से जुड़ी है
privacy-settings = आपकी सेटिंग: समय, टाइम ज़ोन, सेक्शन, छिपाए गए शब्द, साइलेंट टाइम, रोकने की अवधि
privacy-saved = आपकी सेव की गई खबरें और जिन्हें आप फ़ॉलो करते हैं · 👍 👎
privacy-messages = यहां के मैसेज में कौन-सी खबरें हैं या थीं, ताकि उन्हें सुधारा जा सके; { $days } दिन तक
privacy-deliveries = यहां कौन-से बुलेटिन कब भेजे गए; { $days } दिन तक
privacy-updates = आपके भेजे मैसेज, जवाब मिलने तक; उसके बाद { $days } दिन तक सिर्फ़ उनकी छाप, ताकि दो बार जवाब न जाए
privacy-mistakes = आपकी बताई गलतियां, जब तक संपादक उन्हें निपटा न लें
privacy-not = नाम, फ़ोन नंबर या जगह सेव नहीं होती। शेयर की गई लोकेशन से तुरंत सिर्फ़ टाइम ज़ोन लिया जाता है।
privacy-how = /export से यह सब आपको मिल जाएगा; /forget से तुरंत मिट जाएगा।
command-privacy = आपके बारे में क्या-क्या सेव रहता है
command-export = आपका सारा डेटा, एक फ़ाइल में
command-forget = आपका सारा डेटा मिटाएं

export-caption = इस चैट के बारे में सेव किया गया सारा डेटा।
forget-ask = इस चैट का सारा डेटा मिटा दें? बुलेटिन बंद हो जाएंगे और सेव की गई खबरें चली जाएंगी। इन्हें वापस नहीं लाया जा सकेगा।
forget-yes = सब मिटाएं
forget-no = रहने दें
forget-kept = कुछ नहीं मिटाया गया।
forget-done = हो गया: इस चैट का सारा डेटा मिट गया। /start से नई शुरुआत करें।

mistake-corrected = “{ $headline }” में आपने जो गलती बताई थी, वह ठीक कर दी गई है: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = साइलेंट, साइलेंट टाइम, साइलेंट समय, साइलेन्ट, सायलेंट, शांत, शांत समय, शान्त, शांति, शान्ति, शांति का समय, चुप, खामोश, ख़ामोश, खामोशी, ख़ामोशी, मौन, म्यूट, बिना आवाज़, बिना आवाज, आवाज़ बंद, आवाज बंद, परेशान न करें, silent, silent time, shant, shaant, shanti, chup, khamosh, bina awaaz, bina awaz, awaaz band, awaz band
typed-off = बंद, बन्द, बंद करें, बंद करो, बंद कर दो, बंद कीजिए, ऑफ, ऑफ़, आफ, हटाएं, हटाएँ, हटाओ, हटा दो, नहीं, नही, ना, न, मत, कुछ नहीं, कोई नहीं, कभी नहीं, रद्द, खत्म, ख़त्म, band, bandh, band karo, band karen, hatao, hata do, nahi, nahin, nhi, koi nahi, kuch nahi, kabhi nahi
typed-every-day = रोज़, रोज, रोज़ाना, रोजाना, हर रोज़, हर रोज, हर दिन, प्रतिदिन, प्रति दिन, नित्य, डेली, रोज़ रोज़, सातों दिन, सभी दिन, सारे दिन, पूरे हफ़्ते, पूरे हफ्ते, पूरा हफ़्ता, पूरा हफ्ता, पूरे सप्ताह, roz, rozana, rojana, roj, har roz, har roj, har din, pratidin, saaton din, sabhi din
typed-weekdays = वीकडे, वीकडेज़, वीकडेज, वर्किंग डे, वर्किंग डेज़, वर्किंग डेज, वर्कडे, कामकाजी दिन, कामकाजी दिनों, कामकाजी दिनों में, काम के दिन, काम के दिनों, कार्यदिवस, कार्य दिवस, कार्यदिवसों, ऑफिस के दिन, ऑफ़िस के दिन, weekday, working day, working days, kaam ke din, kam ke din, kamkaji din, kaamkaji din
typed-weekends = वीकेंड, वीकेन्ड, वीकएंड, वीकेंड्स, सप्ताहांत, सप्ताहान्त, सप्ताह के अंत, हफ़्ते के आखिर, हफ्ते के आखिर, छुट्टी के दिन, छुट्टी के दिनों, chutti ke din, saptahant
typed-until = तक, से, तलक, tak, se, के लिए, ke liye
typed-since = से, se
typed-forever = हमेशा, हमेशा के लिए, हमेशा के लिये, सदा, सदा के लिए, सदैव, अनिश्चित काल, अनिश्चितकाल, अनिश्चित काल तक, फॉरएवर, hamesha, hamesha ke liye, humesha, humesha ke liye, sada
typed-fillers = बजे, को, में, पर, से, तक, के, का, की, और, व, एवं, तथा, या, भी, हर, प्रति, प्रत्येक, दिन, दिनों, हफ़्ते, हफ्ते, सप्ताह, समय, टाइम, घंटे, घंटा, घण्टे, लगभग, करीब, क़रीब, ठीक, सिर्फ़, सिर्फ, केवल, बस, बीच, दौरान, लिए, लिये, baje, bje, ko, mein, me, par, pe, se, tak, ke, ka, ki, aur, or, ya, har, din, time, samay, ghante, bhi, sirf, के लिए
typed-noon = दोपहर, dopahar, dopehar
typed-midnight = आधी रात, मध्यरात्रि, aadhi raat, adhi raat
typed-half-past = साढ़े, साढे, saadhe, sadhe
typed-quarter-past = सवा, sava, sawa
typed-quarter-to = पौने, paune, pone
typed-half-to = { "" }
typed-next = अगले, अगला, अगली, आने वाले, agle, agla, agli
typed-last = पिछले, पिछला, पिछली, pichhle, pichle
typed-next-week = अगले हफ्ते, अगले हफ़्ते, अगले सप्ताह, अगला हफ्ता, अगला सप्ताह, agle hafte, agla hafta
typed-week-ends = हफ्ते के अंत, हफ़्ते के अंत, पूरे हफ्ते, पूरा हफ्ता, पूरे सप्ताह, वीकेंड के बाद, सप्ताहांत के बाद
typed-next-week-ends = अगले हफ्ते के अंत, अगले सप्ताह के अंत
typed-feasts = क्रिसमस=12-25, बड़ा दिन=12-25, बड़े दिन=12-25, christmas=12-25
typed-next-month = अगले महीने, अगला महीना, agle mahine
typed-month-ends = महीने के अंत, महीने के आखिर, पूरे महीने, पूरा महीना
typed-year-ends = नया साल, नए साल, नये साल, साल के अंत, अगले साल
typed-spans = हफ्ते=7, हफ़्ते=7, हफ्ता=7, हफ़्ता=7, सप्ताह=7, एक हफ्ता=7, एक हफ़्ता=7, एक हफ्ते=7, एक हफ़्ते=7, hafte=7, hafta=7, ek hafta=7, din=1, ek din=1, mahine=30, mahina=30, ek mahina=30, परसों=2, दिन=1, दिनों=1, महीने=30, महीना=30, महीनों=30, parso=2, parson=2, अगले हफ्ते=7, अगले हफ़्ते=7, अगले सप्ताह=7, agle hafte=7, अगले महीने=30, डेढ़ हफ्ते=11, डेढ़ हफ़्ते=11, डेढ़ हफ्ता=11, डेढ़ महीने=45, डेढ़ महीना=45, आधे महीने=15
typed-numbers = एक=1, दो=2, तीन=3, चार=4, पांच=5, पाँच=5, छह=6, छः=6, सात=7, आठ=8, नौ=9, दस=10, पंद्रह=15, बीस=20, तीस=30, ek=1, do=2, teen=3, char=4, paanch=5, saat=7, das=10
typed-endings = { "" }
typed-morning = subah, savere, sawere, तड़के, भोर, tadke
typed-evening = shaam, sham
typed-night = raat
typed-day-names = somvar=0, mangalvar=1, budhvar=2, guruvar=3, shukravar=4, shanivar=5, ravivar=6, itvar=6, इतवार=6, रविवार=6, बृहस्पतिवार=3, वीरवार=3, मंगल=1, बुध=2, शुक्र=4

story-follow = फ़ॉलो करें
story-followed = फ़ॉलो में
story-follows = इस ख़बर की अगली कड़ियां आपके बुलेटिन में सबसे पहले आएंगी।
story-follows-not = अब आप इसे फ़ॉलो नहीं करते।
follow-mark = आप इसे फ़ॉलो करते हैं
update-new = नया: { $note }
story-earlier = पहले:
settings-rich = ख़बर एक ही पन्ने पर
rich-more = आगे पढ़ें
rich-changes = क्या बदला
settings-topic = इस विषय की सेटिंग
stop-done-topic = इस विषय में अब अपने आप कुछ नहीं आएगा। इसकी सेटिंग रखी गई है; /start या /resume से फिर शुरू होगा।

web-skip = ख़बरों पर जाएं
web-search = खोजें
web-telegram = टेलीग्राम में
web-corrections = सुधार
web-no-corrections = अभी तक कुछ सुधारना नहीं पड़ा।
web-page = वेब पर
web-missing = ऐसा कोई पन्ना नहीं है।
