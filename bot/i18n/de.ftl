# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ Briefing am Morgen
    [afternoon] 🌤️ Briefing am Nachmittag
   *[evening] 🌙 Briefing am Abend
}
briefing-length = { $stories ->
    [one] 1 Meldung
   *[other] { $stories } Meldungen
} · { $minutes } Min.
briefing-more = +{ $count } weitere · /recent
briefing-more-than = Mehr als { $count } weitere · /recent
briefing-nothing-since = Nichts Neues seit { $time } Uhr.
briefing-nothing-since-day = Nichts Neues seit { $day }, { $time } Uhr.
briefing-gaps = Einige Medien sind gerade nicht erreichbar. Es können Meldungen fehlen aus: { $sections }{ $more ->
    [0] .
    [one] { "" } und einem weiteren Ressort.
   *[other] { "" } und { $more } weiteren Ressorts.
}
briefing-nothing = Noch ist nichts erschienen. Frag später noch einmal, dann findest du hier die erste Meldung.
briefing-nothing-fits = Noch passt nichts zu deinen Einstellungen. /sections und /mute zeigen, was du ausgelassen hast.

credit-line = Nach Berichten von: { $names }
credit-more = { $count ->
    [one] { $names } und einem weiteren Medium
   *[other] { $names } und { $count } weiteren Medien
}
update-mark = Update
alert-head = 🔴 Eilmeldung
notice-head = { $label ->
    [withdrawal] Zurückgezogen
   *[correction] Korrigiert
}: #{ $number }

story-share = Teilen
story-save = Merken
story-saved = Gemerkt
story-sources = Quellen ({ $count })
story-older = ◀ Ältere
story-newer = Neuere ▶
story-note = { $label ->
    [update] Update
   *[correction] Korrektur
}: { $note }
story-withdrawn = Diese Meldung haben wir zurückgezogen.
story-withdrawn-reason = Grund: { $reason }
story-full = Ganze Meldung
story-unknown = Eine Meldung #{ $number } gibt es nicht.
story-which = Welche Meldung? Schick /story und die Nummer, zum Beispiel /story 12.
story-no-older = Das ist die älteste Meldung.
story-no-newer = Das ist die neueste Meldung.
story-picture-credit = Bild: { $credit }
story-picture-removed = Dieses Bild gehört nicht mehr zur Meldung.
story-mistake = Fehler melden

mistake-ask = Was stimmt nicht in „{ $headline }“?
mistake-how = Schreib es in einer Nachricht: was dort steht und was richtig ist.
mistake-cancel = Doch nicht
mistake-cancelled = Alles klar.
mistake-empty = Bitte beschreib es in Worten.
mistake-enough = Bei der Redaktion liegen noch { $count } Hinweise von dir. Melde diesen bitte etwas später.
mistake-thanks = Danke! Dein Hinweis ist bei der Redaktion.

sources-title = Quellen
sources-none = Diese Meldung nennt keine Quellen.
sources-bears = { $count ->
    [one] belegt Punkt { $points }
   *[other] belegt die Punkte { $points }
}
sources-independent = { $count ->
    [one] 1 unabhängiges Medium
   *[other] { $count } unabhängige Medien
}
sources-first = Zuerst erschienen bei { $outlet }
sources-back = Meldung

recent-title = Neueste Meldungen
recent-section = Neueste Meldungen · { $section }
recent-empty = Noch keine Meldungen.
recent-no-section = Ein Ressort „{ $section }“ gibt es nicht.
recent-sections = Ressorts: { $sections }

search-title = Suche:
search-empty = Nichts gefunden. Versuch es mit weniger oder anderen Wörtern.
search-ask = Was suchst du? Schick /search und ein paar Wörter, zum Beispiel /search Wahlen.

saved-title = Merkliste
saved-empty = Deine Merkliste ist noch leer. Tippe unter einer Meldung auf „Merken“, dann findest du sie hier.
following-empty = Du folgst noch keiner Meldung. Tippe unter einer auf „Folgen“, dann steht ihre Fortsetzung in deinem Briefing vorn.

list-recent = Neueste
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = Willkommen bei { $publication }.
start-promise = Nachrichten aus vielen Medien, in wenigen Minuten und ohne Umschweife: Bei jeder Meldung steht, wer darüber berichtet.
start-how = Tippe auf eine Nummer, um eine Meldung zu öffnen. /recent zeigt, was vorher war, /search hilft beim Suchen, /help zeigt alles Weitere.

help-title = Das kann ich für dich tun
help-inline = Um eine Meldung zu teilen, schreib in einem beliebigen Chat @{ $username } und ein paar Wörter.
help-reply = Antworte auf ein Briefing mit einer Nummer, und ich öffne dir diese Meldung.

command-start = Loslegen
command-briefing = Was es jetzt Neues für dich gibt
command-recent = Neueste Meldungen, alle oder aus einem Ressort
command-story = Ganze Meldung öffnen, per Nummer
command-sources = Wer darüber berichtet
command-search = Meldungen suchen
command-saved = Deine Merkliste
command-following = Die Meldungen, denen du folgst
command-help = Das kann ich für dich tun

inline-start = { $publication } öffnen
inline-nothing = Nichts gefunden · { $publication } öffnen

error-unknown-command = Diesen Befehl kenne ich nicht. Was ich kann, steht unter /help.
error-old-button = Dieser Button ist zu alt. Schick den Befehl noch einmal.
error-list-gone = Diese Liste ist zu alt. Starte die Suche noch einmal.
error-number = Eine Nummer { $number } gibt es in diesem Briefing nicht.
error-apology = Bei uns ist etwas schiefgelaufen. Bitte versuch es in einer Minute noch einmal.
error-over-quota = Das war viel auf einmal. Ich beantworte, was zuerst kam. Warte bitte kurz, bevor du weitermachst.

settings-button = Einstellungen
settings-title = Einstellungen
settings-line = { $name }: { $value }
settings-times = Zeiten
settings-zone = Zeitzone
settings-sections = Ressorts
settings-mutes = Ausgeblendet
settings-quiet = Ruhezeit
settings-silent = Lautlos
settings-alerts = Eilmeldungen
settings-stories = { $count ->
    [one] Höchstens 1 Meldung pro Briefing
   *[other] Bis zu { $count } Meldungen pro Briefing
}
settings-pause = Eine Woche Pause
settings-resume = Fortsetzen
settings-back = ◀ Einstellungen
settings-next = Nächstes Briefing: { $day }, { $time } Uhr.
settings-no-times = Es sind keine Zeiten eingestellt. Mit /briefing bekommst du jederzeit eins.
settings-stopped = Gestoppt: Von selbst kommt nichts mehr. Du kannst jederzeit wieder einsteigen.
settings-refused = Seit { $day } kommt hier nichts mehr an: { $reason ->
    [no_rights] Ich darf hier nicht schreiben.
    [closed] Das Thema ist geschlossen.
    [not_found] Telegram findet diesen Chat nicht.
   *[other] Telegram lehnt es ab.
} Ich versuche es weiter.
settings-changed = Gespeichert.
vote-done = Danke.
vote-gone = Zurückgenommen.
settings-admins = Was diese Gruppe bekommt, können nur Admins ändern.

settings-channel = Kanal-Einstellungen

ask-location = Teile deinen Standort, dann ermittle ich daraus deine Zeitzone. Der Ort selbst wird nicht gespeichert.
ask-location-button = 📍 Standort teilen
ask-channel = Wähle einen deiner Kanäle oder leite mir einen Beitrag daraus weiter. Ich muss dort posten dürfen.
ask-channel-button = Kanal auswählen

channel-connect = Kanal verbinden
channel-connected = Kanal verbunden: { $title }. Briefings: { $times } ({ $zone }). Hier kannst du das ändern:
channel-no-rights = In diesem Kanal kann ich nicht posten. Mach mich zum Admin mit dem Recht, Nachrichten zu senden, und versuch es noch einmal.
channel-admins = Das können nur die Admins des Kanals.
channel-gone = Dieser Kanal ist nicht mehr verbunden. Unter /settings kannst du ihn neu verbinden.

times-none = keine
times-daily = täglich
times-weekdays = Mo–Fr
times-on = am { $days }
times-only-weekdays = Nur Mo–Fr
times-full = Mehr als { $count } Zeiten gehen nicht. Entferne erst eine.
times-type = Oder schreib /schedule und die Zeiten: /schedule 7:30 18:00 mo-fr
times-unknown = Das habe ich nicht verstanden. Versuch es mit /schedule 7:30 18:00 mo-fr, mit einer Stadt wie /schedule Berlin oder mit /schedule ruhe 22-7.

zone-type = Oder schreib eine Stadt oder Zeitzone: /schedule Wien
zone-located = Deine Zeitzone ist { $zone }.
zone-here = 📍 Meinen Standort nutzen
zone-unknown = Diese Stadt kenne ich nicht. Nenn mir eine größere in der Nähe, zum Beispiel /schedule Wien.

sections-all = Alle
sections-last = Ein Ressort muss bleiben. /pause und /stop beenden Briefings.
sections-how = Tippe an, was dich interessiert. Sind alle angehakt, bekommst du auch neue Ressorts.

mute-none = nichts
mute-how = /mute und ein Wort blendet Meldungen aus, in denen es vorkommt. /unmute und das Wort holt sie zurück.
mute-done = Meldungen mit „{ $word }“ sind ausgeblendet. /unmute { $word } holt sie zurück.
unmute-done = Meldungen mit „{ $word }“ werden wieder angezeigt.
unmute-unknown = „{ $word }“ ist nicht ausgeblendet. /mute zeigt, was es ist.
mute-too-long = Das ist zu lang zum Ausblenden. Schick höchstens 30 Zeichen, zum Beispiel /mute Golf.
mute-too-many = Du hast schon sehr viele Wörter ausgeblendet. Entferne erst eins: /mute zeigt sie dir.
mute-no-words = Darin steht kein Wort, nach dem sich suchen lässt. Schick eines, etwa /mute Golf.

pause-done = Pause bis { $day }. Mit /resume geht es früher weiter.
resume-done = Schön, dass du wieder da bist!
stop-done = Von selbst kommt jetzt nichts mehr. Deine Einstellungen bleiben erhalten. Mit /start oder /resume geht es weiter.

stop-elsewhere = { $count ->
    [one] Ein weiteres Thema dieser Gruppe bekommt noch Briefings. Schick /stop auch dort.
   *[other] { $count } weitere Themen dieser Gruppe bekommen noch Briefings. Schick /stop auch dort.
}

start-subscribed = Deine Briefings: { $times } ({ $zone }).
group-greeting = Hallo! { $publication } bringt Briefings in diese Gruppe: { $times } ({ $zone }). Admins können das mit /settings ändern.

command-schedule = Zeiten, Zeitzone, Ruhezeit
command-sections = Deine Ressorts
command-mute = Meldungen mit einem Wort ausblenden
command-unmute = Wieder anzeigen
command-settings = Alles, was du einstellen kannst
command-pause = Eine Weile nichts bekommen
command-resume = Pause beenden
command-stop = Nichts mehr von selbst bekommen

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = Kurze Nachrichten-Briefings mit Quellenangabe, wann immer du willst.
profile-description = { $publication } bringt dir kurze Briefings aus den Berichten vieler Medien: die Schlagzeile, das Wichtigste und wer darüber berichtet. Tippe auf eine Nummer, und du bekommst die ganze Meldung mit ihren Quellen. Du bestimmst die Zeiten, die Ressorts und was du nicht sehen willst.

credit-one = Nur ein Medium

settings-marks = Quellennummern
reading-last = Eine Sprache muss bleiben; „Alle“ nimmt jede.
settings-reading = Sprachen der Meldungen
settings-nothing-new = Auch melden, wenn nichts neu ist
settings-pictures = Bilder
settings-language = Sprache
settings-language-client = Wie in Telegram
language-unknown = Diese Sprache spreche ich nicht. Ich spreche: { $languages }.
command-language = Sprache ändern

zone-which = Welchen Ort meinst du?
quiet-now = Ruhezeit: { $hours }. Was dann kommt, bleibt lautlos. /schedule ruhe aus beendet sie.
quiet-none = Keine Ruhezeit eingestellt. Mit /schedule ruhe 22-7 legst du eine fest.
times-too-many = Das sind { $sent } Zeiten, möglich sind { $count }. Es bleibt alles, wie es war.
times-no-times = Zu diesen Tagen fehlt die Uhrzeit. Schreib sie dazu, zum Beispiel /schedule 7:30 mo-fr.

pause-unknown = Wie lange soll die Pause dauern? Versuch es mit /pause 3, /pause 2 Wochen, /pause bis Freitag oder /pause immer.
pause-over = Dieser Tag ist schon vorbei. Versuch es mit /pause bis Freitag.
pause-too-long = Das ist mehr als ein Jahr. Mit /pause immer kommt nichts, bis du /resume schickst.

error-media = Ich verstehe Wörter, Nummern und Befehle. Schick mir ein paar Wörter, und ich suche Meldungen dazu.
error-number-where = Welches Briefing? Antworte darauf mit { $number }, und ich öffne dir die Meldung.

briefing-of = Briefing vom { $day }, in korrigierter Fassung
briefing-none-of = Vom { $day } gibt es kein Briefing.
briefing-too-old = Briefings bewahre ich { $days } Tage auf. Versuch es mit /briefing gestern.
briefing-day-unknown = Welcher Tag? Versuch es mit /briefing gestern oder einem Datum wie /briefing 21. November.

about-text = { $publication } ist eine kleine Redaktion: Sie erstellt jede Meldung aus den Berichten mehrerer Medien und nennt sie darunter.
about-corrections = War etwas falsch, wird es in jeder Nachricht korrigiert, in der es steht. Dein nächstes Briefing sagt es dir gleich zu Beginn.
about-contact = Kontakt: { $contact }
command-about = Wer dahintersteht

privacy-title = Was ich über diesen Chat speichere
privacy-chat = ID, Art und Sprache des Chats und seit wann ich ihn kenne
privacy-settings = Was du hier einstellst: Zeiten, Zeitzone, Ressorts, ausgeblendete Wörter, Ruhezeit, Pausen
privacy-saved = Deine Merkliste und die Meldungen, denen du folgst · 👍 👎
privacy-messages = Welche Meldungen meine Nachrichten hier zeigen oder gezeigt haben, damit ich sie korrigieren kann; { $days } Tage lang
privacy-deliveries = Wann welche Briefings hier ankamen; { $days } Tage lang
privacy-updates = Was du schickst, bis es beantwortet ist; danach { $days } Tage lang nur eine Prüfsumme, damit nichts doppelt beantwortet wird
privacy-mistakes = Fehler, die du gemeldet hast, bis die Redaktion sie geklärt hat
privacy-not = Nicht gespeichert werden Name, Telefonnummer und Ort. Teilst du deinen Standort, behalte ich davon nur die Zeitzone.
privacy-how = /export schickt dir alles, /forget löscht es sofort.
command-privacy = Was ich über dich speichere
command-export = Alles, was ich über dich speichere, als Datei
command-forget = Alles löschen, was ich über dich speichere

export-caption = Alles, was ich über diesen Chat speichere.
forget-ask = Alles löschen, was ich über diesen Chat speichere? Dann kommen keine Briefings mehr, und die Merkliste ist weg. Das lässt sich nicht rückgängig machen.
forget-yes = Alles löschen
forget-no = Behalten
forget-kept = Es wurde nichts gelöscht.
forget-done = Erledigt: Alles über diesen Chat ist gelöscht. Mit /start fängst du neu an.

mistake-corrected = Du hast einen Fehler in „{ $headline }“ gemeldet. Er ist jetzt korrigiert: { $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = ruhe, ruhezeit, ruhezeiten, still, stille, leise, lautlos, stumm, nachtruhe, nicht stören, nicht stoeren, bitte nicht stören, bitte nicht stoeren
typed-off = aus, nein, kein, keine, keinen, nichts, nie, niemals, ausschalten, abschalten, ausgeschaltet, abgeschaltet, deaktivieren, deaktiviert, beenden, löschen, loeschen, entfernen, weg
typed-every-day = täglich, taeglich, jeden tag, alle tage, tag für tag, tag fuer tag, die ganze woche, ganze woche
typed-weekdays = werktags, werktag, werktage, werktäglich, werktaeglich, an werktagen, werktagen, wochentags, wochentag, wochentage, an wochentagen, wochentagen, arbeitstags, arbeitstag, arbeitstage, an arbeitstagen, arbeitstagen, unter der woche
typed-weekends = wochenende, wochenenden, am wochenende, an wochenenden, wochenends
typed-until = bis, bis zum, bis zur, bis zu, bis einschließlich, bis einschliesslich
typed-since = ab, von, vom, seit
typed-forever = immer, für immer, fuer immer, dauerhaft, ewig, unbegrenzt, unbefristet, auf unbestimmte zeit, bis auf weiteres, auf weiteres
typed-fillers = um, uhr, und, am, an, im, in, jeden, jede, jedes, jeweils, von, vom, ab, gegen, der, die, das, den, dem, zu, zum, zur, für, fuer, h, std, stunde, stunden, früh
typed-noon = Mittag, mittags
typed-midnight = Mitternacht, mitternachts
typed-half-past = { "" }
typed-quarter-past = Viertel nach
typed-quarter-to = Viertel vor
typed-half-to = halb
typed-next = nächsten, nächster, nächste, kommenden, kommender
typed-last = letzten, letzter, letzte, vergangenen, vorigen
typed-next-week = nächste woche, nächster woche, nächsten woche, kommende woche, kommender woche, kommenden woche
typed-week-ends = ende der woche, wochenende vorbei, rest der woche, ganze woche, nach dem wochenende, ende dieser woche, zum ende der woche
typed-next-week-ends = ende nächster woche, ende der nächsten woche, ende kommender woche
typed-feasts = weihnachten=12-25, weihnachtstag=12-25, heiligabend=12-24, heilig abend=12-24, silvester=12-31
typed-next-month = nächster monat, nächsten monat, nächstem monat, nächsten monats, kommenden monat
typed-month-ends = monatsende, ende des monats, ende diesen monats, ende dieses monats, rest des monats, ganzen monat
typed-year-ends = neujahr, neuen jahr, neues jahr, jahresende, jahreswechsel, ende des jahres, nächstes jahr, nächsten jahr
typed-spans = vierzehn Tage=14, übermorgen=2, halbes Jahr=182, Tag=1, Tage=1, Tagen=1, Woche=7, Wochen=7, Monat=30, Monate=30, Monaten=30, anderthalb Wochen=11, eineinhalb Wochen=11, anderthalb Monate=45, eineinhalb Monate=45, halber Monat=15, halben Monat=15
typed-numbers = ein=1, eine=1, einen=1, einem=1, einer=1, zwei=2, drei=3, vier=4, fünf=5, sechs=6, sieben=7, acht=8, neun=9, zehn=10, elf=11, zwölf=12, fünfzehn=15, zwanzig=20, dreißig=30, ein paar=3
typed-endings = { "" }
typed-morning = früh, morgens früh
typed-evening = { "" }
typed-night = { "" }
typed-day-names = Sonnabend=5, sonnabends=5

story-follow = Folgen
story-followed = Gefolgt
story-follows = Fortsetzungen stehen in deinen Briefings künftig vorn.
story-follows-not = Du folgst dieser Geschichte nicht mehr.
follow-mark = Du folgst dem
update-new = Neu: { $note }
story-earlier = Zuvor:
settings-rich = Geschichten als Seite
rich-more = Weiterlesen
rich-changes = Was sich geändert hat
settings-topic = Einstellungen dieses Themas
stop-done-topic = In diesem Thema kommt nichts mehr von selbst. Seine Einstellungen bleiben; /start oder /resume fängt wieder an.

web-skip = Zu den Geschichten
web-search = Suchen
web-telegram = In Telegram
web-corrections = Korrekturen
web-no-corrections = Bisher musste nichts korrigiert werden.
web-page = Im Web
web-missing = Diese Seite gibt es nicht.
