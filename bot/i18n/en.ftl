# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ Morning briefing
    [afternoon] 🌤️ Afternoon briefing
   *[evening] 🌙 Evening briefing
}
briefing-length = { $stories ->
    [one] 1 story
   *[other] { $stories } stories
} · { $minutes } min
briefing-more = +{ $count } more · /recent
briefing-more-than = More than { $count } more · /recent
briefing-nothing-since = Nothing new since { $time }.
briefing-nothing-since-day = Nothing new since { $day }, { $time }.
briefing-gaps = Some outlets do not answer at the moment: stories may be missing from { $sections }{ $more ->
    [0] .
   *[other] { "" } and { $more } more.
}
briefing-nothing = Nothing has been published yet. The first story will be here when you ask again.
briefing-nothing-fits = Nothing fits your settings yet. /sections and /mute say what is left out.

credit-line = Credited from: { $names }
credit-more = { $names } and { $count } more
update-mark = Update
alert-head = 🔴 Breaking
notice-head = { $label ->
    [withdrawal] Withdrawn
   *[correction] Corrected
}: #{ $number }

story-share = Share
story-save = Save
story-saved = Saved
story-sources = Sources ({ $count })
story-older = ◀ Older
story-newer = Newer ▶
story-note = { $label ->
    [update] Update
   *[correction] Correction
}: { $note }
story-withdrawn = This story has been withdrawn.
story-withdrawn-reason = Reason: { $reason }
story-full = Full story
story-unknown = There is no story #{ $number }.
story-which = Which story? Send /story and its number, like /story 12.
story-no-older = This is the oldest story.
story-no-newer = This is the newest story.
story-picture-credit = Picture: { $credit }
story-picture-removed = The story no longer has this picture.
story-mistake = Report a mistake

mistake-ask = What is wrong in “{ $headline }”?
mistake-how = Write it in one message: what it says, and what is right.
mistake-cancel = Never mind
mistake-cancelled = All right.
mistake-empty = Please say it in words.
mistake-enough = The editors have { $count } of yours to read. Tell them of this one a little later.
mistake-thanks = Thank you. The editors have it.

sources-title = Sources
sources-none = This story names no sources.
sources-bears = { $count ->
    [one] bears point { $points }
   *[other] bears points { $points }
}
sources-independent = { $count ->
    [one] 1 independent outlet
   *[other] { $count } independent outlets
}
sources-first = First published by { $outlet }
sources-back = Story

recent-title = Recent
recent-section = Recent · { $section }
recent-empty = No stories yet.
recent-no-section = There is no section “{ $section }”.
recent-sections = Sections: { $sections }

search-title = Search:
search-empty = Nothing found. Try fewer or other words.
search-ask = What are you looking for? Send /search and some words, like /search elections.

saved-title = Saved
saved-empty = You have saved nothing yet. Tap Save under a story to find it here.
following-empty = You follow nothing yet. Tap Follow under a story, and its later instalments come first in your briefings.

list-recent = Recent
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = Welcome to { $publication }.
start-promise = News from many outlets in a few honest minutes: every story names who reports it.
start-how = Tap a number to open a story. /recent shows what came before, /search finds anything, /help lists the rest.

help-title = What I can do
help-inline = In any chat, type @{ $username } and some words to share a story.
help-reply = Reply to a briefing with a number to open that story.

command-start = Begin here
command-briefing = What is new for you, now
command-recent = Recent stories, or those of a section
command-story = A full story, by number
command-sources = Who reports it
command-search = Find stories by words
command-saved = The stories you saved
command-following = The stories you follow
command-help = What I can do

inline-start = Open { $publication }
inline-nothing = Nothing found · open { $publication }

error-unknown-command = I do not know this command. /help lists what I can do.
error-old-button = This button is too old. Send the command again.
error-list-gone = This list is too old. Send the search again.
error-number = There is no number { $number } in this briefing.
error-apology = Something went wrong on our side. Please try again in a minute.
error-over-quota = That was a lot at once. I answer what came first; please wait a little before you go on.

settings-button = Settings
settings-title = Settings
settings-line = { $name }: { $value }
settings-times = Times
settings-zone = Time zone
settings-sections = Sections
settings-mutes = Muted
settings-quiet = Quiet hours
settings-silent = Silent
settings-alerts = Breaking alerts
settings-stories = { $count ->
    [one] Up to 1 story in a briefing
   *[other] Up to { $count } stories in a briefing
}
settings-pause = Pause for a week
settings-resume = Resume
settings-back = ◀ Settings
settings-next = Next briefing: { $day }, { $time }.
settings-no-times = No times are set: ask with /briefing whenever you like.
settings-stopped = Stopped: nothing comes by itself. Resume whenever you like.
settings-refused = Since { $day } nothing could be sent here: { $reason ->
    [no_rights] I may not write here.
    [closed] the topic is closed.
    [not_found] Telegram does not find this chat.
   *[other] Telegram refuses it.
} I try again.
settings-changed = Saved.
vote-done = Thanks.
vote-gone = Taken back.
settings-admins = Only administrators can change what this group gets.

settings-channel = Channel settings

ask-location = Share where you are, and I take your time zone from it. The place itself is not kept.
ask-location-button = 📍 Share my location
ask-channel = Choose a channel of yours, or forward a post of it to me. I need the right to post there.
ask-channel-button = Choose a channel

channel-connect = Connect a channel
channel-connected = { $title } gets a briefing at { $times } ({ $zone }). Change it here:
channel-no-rights = I cannot post in that channel. Make me an administrator who may post messages, then try again.
channel-admins = Only the channel's administrators can do that.
channel-gone = That channel is not connected any more. Connect it again from /settings.

times-none = none
times-daily = every day
times-weekdays = on weekdays
times-on = on { $days }
times-only-weekdays = Weekdays only
times-full = There is room for { $count } times. Take one away first.
times-type = Or type /schedule and times: /schedule 7:30 18:00 mon-fri
times-unknown = I did not understand that. Try /schedule 7:30 18:00 mon-fri, a city like /schedule Berlin, or /schedule quiet 22-7.

zone-type = Or type a city or zone: /schedule Lisbon
zone-located = Your time zone is { $zone }.
zone-here = 📍 From my location
zone-unknown = I know no such city. Type a larger one nearby, like /schedule Lisbon.

sections-all = All
sections-last = One section is needed. /pause and /stop end briefings.
sections-how = Tap what you follow. With all of them ticked, new sections are yours too.

mute-none = nothing
mute-how = /mute word hides stories that mention it; /unmute word shows them again.
mute-done = Stories that mention “{ $word }” are hidden. /unmute { $word } shows them again.
unmute-done = Stories that mention “{ $word }” are shown again.
unmute-unknown = “{ $word }” is not muted. /mute lists what is.
mute-too-long = That is too long to hide by. Send up to 30 letters, like /mute golf.
mute-too-many = That is a lot of muted words. Take one away first: /mute lists them.
mute-no-words = There is no word in that to look for. Send one, like /mute golf.

pause-done = Paused until { $day }. /resume ends the pause.
resume-done = Welcome back.
stop-done = Nothing comes by itself any more. Your settings are kept; /start or /resume begins again.

stop-elsewhere = { $count ->
    [one] One other topic of this group still gets briefings; send /stop there too.
   *[other] { $count } other topics of this group still get briefings; send /stop there too.
}

start-subscribed = You get a briefing at { $times } ({ $zone }).
group-greeting = Hello! { $publication } brings this group a briefing at { $times } ({ $zone }). Administrators change that with /settings.

command-schedule = Times, time zone, quiet hours
command-sections = What you follow
command-mute = Hide what mentions a word
command-unmute = Show it again
command-settings = Everything you can set
command-pause = Nothing for a while
command-resume = End the pause
command-stop = Nothing by itself any more

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = Short news briefings that name their sources, when you want them.
profile-description = { $publication } brings you short briefings made of many outlets' reporting: headline, key points, and who reports it. Tap a number for the full story and its sources. You choose the times, the sections and what to hide.

credit-one = One outlet

settings-marks = Source marks
reading-last = One language is needed; All takes every one.
settings-reading = Story languages
settings-nothing-new = Say when nothing is new
settings-pictures = Pictures
settings-language = Language
settings-language-client = As in Telegram
language-unknown = I do not speak that language. I speak: { $languages }.
command-language = The language I speak

zone-which = Which one do you mean?
quiet-now = Quiet hours: { $hours }. What comes then makes no sound; /schedule quiet off ends them.
quiet-none = No quiet hours are set. /schedule quiet 22-7 sets them.
times-too-many = That is { $sent } times, and there is room for { $count }. Nothing was changed.
times-no-times = Those are days without a time. Add one, like /schedule 7:30 mon-fri.

pause-unknown = I did not understand how long. Try /pause 3, /pause 2 weeks, /pause until friday, or /pause forever.
pause-over = That day is over. Try /pause until friday.
pause-too-long = That is more than a year. /pause forever lets nothing come until you say /resume.

error-media = I read words, numbers and commands. Send some words and I look for stories about them.
error-number-where = Which briefing? Reply to it with { $number }, and I open that story.

briefing-of = Briefing of { $day }, as corrected
briefing-none-of = No briefing came on { $day }.
briefing-too-old = I keep briefings for { $days } days. Try /briefing yesterday.
briefing-day-unknown = Which day? Try /briefing yesterday, or a date like /briefing 21 November.

about-text = { $publication } is a small newsroom: its editors make each story out of several outlets' reporting and name them under it.
about-corrections = What was wrong is corrected in every message that shows it, and your next briefing says so first.
about-contact = Contact: { $contact }
command-about = Who makes this

privacy-title = What I keep about this chat
privacy-chat = Its id, kind and language, and since when I know it
privacy-settings = What you set here: times, zone, sections, muted words, quiet hours, pauses
privacy-saved = The stories you saved, those you follow · 👍 👎
privacy-messages = Which stories my messages here show or have shown, so that you hear of corrections; for { $days } days
privacy-deliveries = When briefings were sent here, and which; for { $days } days
privacy-updates = What you send, until it is answered; for { $days } days after that its fingerprint alone, so that nothing is answered twice
privacy-mistakes = Mistakes you reported, until the editors have settled them
privacy-not = I keep no name, no phone number and no place. A location you share becomes a time zone at once.
privacy-how = /export sends you all of it; /forget deletes it now.
command-privacy = What I keep about you
command-export = All I keep about you, as a file
command-forget = Delete all I keep about you

export-caption = All that I keep about this chat.
forget-ask = Delete all that I keep about this chat? Briefings end, and saved stories are gone. This cannot be undone.
forget-yes = Delete everything
forget-no = Keep it
forget-kept = Nothing was deleted.
forget-done = Done: everything about this chat is deleted. /start begins anew.

mistake-corrected = You reported a mistake in “{ $headline }”, and it was corrected: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = quiet, quiet hours, quiet time, do not disturb, silent hours
typed-off = off, none, never
typed-every-day = daily, every day, everyday
typed-weekdays = weekdays, weekday, workdays, every weekday, m-f, mtwtf
typed-weekends = weekends, weekend
typed-until = until, till, til, 'til
typed-since = from, starting, since, starting from, beginning
typed-forever = forever, always, indefinitely, for good, until further notice, further notice
typed-fillers = at, and, on, every, o'clock, o clock, clock, o, from, between, around, about, over, the, h, hrs, hours, for, a, an, in
typed-noon = noon, midday
typed-midnight = midnight
typed-half-past = half past
typed-quarter-past = quarter past, a quarter past
typed-quarter-to = quarter to, a quarter to, quarter of
typed-half-to = { "" }
typed-next = next, coming, this
typed-last = last, past, previous
typed-next-week = next week, the next week, following week, coming week
typed-week-ends = end of the week, end of week, rest of the week, the whole week, whole week, after the weekend, after weekend, end of this week, end of the weekend
typed-next-week-ends = end of next week, the end of next week, next week's end, after next week
typed-feasts = christmas=12-25, xmas=12-25, christmas day=12-25, christmas eve=12-24, new year's eve=12-31, new years eve=12-31
typed-next-month = next month, the next month
typed-month-ends = end of the month, end of month, month end, end of this month, rest of the month, the whole month, whole month
typed-year-ends = new year, new years, new year's, new year's day, new years day, end of the year, end of year, year end, next year, end of this year
typed-spans = fortnight=14, day after tomorrow=2, half a year=182, week and a half=11, one and a half weeks=11, month and a half=45, one and a half months=45, half a month=15, half a week=4
typed-numbers = one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, eleven=11, twelve=12, fifteen=15, twenty=20, thirty=30, a couple of=2, a few=3
typed-endings = { "" }
typed-morning = { "" }
typed-evening = tonight
typed-night = { "" }
typed-day-names = { "" }

story-follow = Follow
story-followed = Following
story-follows = Its later instalments come first in your briefings.
story-follows-not = You do not follow it any more.
follow-mark = You follow this
update-new = New: { $note }
story-earlier = Earlier:
settings-rich = Native story pages
rich-more = Read on
rich-changes = What changed
settings-topic = Settings of this topic
stop-done-topic = Nothing comes by itself in this topic any more. Its settings are kept; /start or /resume begins again.

web-skip = Skip to the stories
web-search = Search
web-telegram = In Telegram
web-corrections = Corrections
web-no-corrections = Nothing had to be corrected yet.
web-page = On the web
web-missing = There is no such page.
