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
briefing-nothing-since = Nothing new since { $time }.
briefing-nothing = Nothing has been published yet. The first story will be here when you ask again.

credit-line = Credited from: { $names }
credit-more = { $names } and { $count } more
update-mark = Update

story-share = Share
story-save = Save
story-saved = Saved
story-sources = Sources ({ $count })
story-older = ◀ Older
story-newer = Newer ▶
story-correction = Correction: { $note }
story-withdrawn = This story has been withdrawn.
story-withdrawn-reason = Reason: { $reason }
story-full = Full story
story-unknown = There is no story #{ $number }.
story-which = Which story? Send /story and its number, like /story 12.
story-no-older = This is the oldest story.
story-no-newer = This is the newest story.
story-picture-credit = Picture: { $credit }

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
command-help = What I can do

inline-start = Open { $publication }
inline-nothing = Nothing found · open { $publication }

error-unknown-command = I do not know this command. /help lists what I can do.
error-old-button = This button is too old. Send the command again.
error-list-gone = This list is too old. Send the search again.
error-number = There is no number { $number } in this briefing.
error-apology = Something went wrong on our side. Please try again in a minute.
error-words = I read commands and numbers. /help lists what I can do.
